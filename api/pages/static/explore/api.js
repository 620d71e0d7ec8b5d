// Questions to the HTTP API of this server.

import { nodeResource } from "./addresses.js";
import { say } from "./told.js";

const NODES_AT_ONCE = 100;
const LONGEST = 6000;

/** What went wrong, in words for people. */
export class Trouble extends Error {}

async function ask(path, parameters) {
  let answer;
  try {
    answer = await fetch(`${path}?${new URLSearchParams(parameters)}`, {
      headers: { Accept: "application/json" },
    });
  } catch {
    throw new Trouble(say("explore.no_server"));
  }
  if (answer.ok) return answer.json();
  const problem = await answer.json().catch(() => ({}));
  throw new Trouble(problem.detail || problem.title || say("explore.no_answer"));
}

/** Return a page of the edges of a node, from a cursor on. */
export function neighbours(key, limit, after, asOf) {
  const page = { key, limit, as_of: asOf };
  return ask("/api/graph/neighbours", after ? { ...page, after } : page);
}

/** Return what is known of nodes, by as many questions as their keys need. */
export async function nodes(keys, asOf) {
  const answers = [];
  for (const part of parts(keys)) {
    const asked = part.map((key) => ["key", key]);
    answers.push(ask("/api/graph/nodes", [...asked, ["as_of", asOf]]));
  }
  return (await Promise.all(answers)).flatMap((answer) => answer.rows);
}

function* parts(keys) {
  let part = [];
  let long = 0;
  for (const key of keys) {
    const size = encodeURIComponent(key).length + 5;
    if (part.length === NODES_AT_ONCE || (part.length && long + size > LONGEST)) {
      yield part;
      [part, long] = [[], 0];
    }
    part.push(key);
    long += size;
  }
  if (part.length) yield part;
}

/** Return the first nodes that words find. */
export const search = (text, limit, asOf) =>
  ask("/api/search", { words: text, limit, as_of: asOf });

/** Return all that is known of one node, without its edges. */
export async function details(node, asOf) {
  const answer = await ask(nodeResource(node), { limit: 0, as_of: asOf });
  return answer.rows[0];
}
