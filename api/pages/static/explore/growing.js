// How a graph grows: by neighbours that are asked for, and by the views of links.

import { neighbours, nodes } from "./api.js";
import { Graph } from "./graph.js";
import { most, page } from "./told.js";

const LONGEST = 1000; // rows of one answer

/** Show up to so many further neighbours of a node; return the new ones. */
export async function grow(graph, key, wanted, asOf) {
  const fresh = [];
  let left = wanted;
  while (left > 0) {
    const room = most - graph.nodes.size;
    const open = graph.open.get(key);
    if (room <= 0 || (open && !open.cursor)) break;
    const answer = await neighbours(key, Math.min(left, room, LONGEST), open?.cursor, asOf);
    fresh.push(...(await known(graph, answer.rows, asOf)));
    graph.addNeighbours(key, answer.rows, answer);
    left -= answer.rows.length;
    if (!answer.rows.length) break;
  }
  return fresh;
}

/** Add the nodes that edges lead to, but for those that somebody has taken out. */
async function known(graph, rows, asOf) {
  const ends = new Set(rows.flatMap((row) => [row.from, row.to]));
  const unknown = [...ends].filter((end) => !graph.nodes.has(end) && !graph.gone.has(end));
  const found = await nodes(unknown, asOf);
  for (const node of found) graph.addNode({ ...node, as_of: asOf });
  return found.map((node) => graph.nodes.get(node.key));
}

/** Ask again what is known of all nodes, for another day. */
export async function renew(graph, asOf) {
  for (const node of await nodes([...graph.nodes.keys()], asOf))
    graph.addNode({ ...node, as_of: asOf });
}

/** Return the graph of a view as it is now, and how many of its nodes are not there any more. */
export async function grown(view) {
  const graph = new Graph();
  const places = new Map(view.nodes.slice(0, most).map(([key, x, y]) => [key, { x, y }]));
  for (const node of await nodes([...places.keys()], view.day))
    graph.addNode({ ...node, ...places.get(node.key), as_of: view.day });
  const lost = places.size - graph.nodes.size;
  graph.roots = new Set(view.roots.filter((key) => graph.nodes.has(key)));
  graph.gone = new Set(view.gone);
  const open = view.open.filter(([key]) => graph.nodes.has(key));
  await Promise.all(open.map(([key, shown]) => reopen(graph, key, shown || page, view.day)));
  graph.sweep();
  return { graph, lost };
}

/** Learn the edges of a node again; what they lead to is there already, or was not in the view. */
async function reopen(graph, key, shown, asOf) {
  let left = Math.min(shown, most * 2);
  while (left > 0) {
    const cursor = graph.open.get(key)?.cursor;
    if (graph.open.has(key) && !cursor) return;
    const answer = await neighbours(key, Math.min(left, LONGEST), cursor, asOf);
    graph.addNeighbours(key, answer.rows, answer);
    left -= answer.rows.length;
    if (!answer.rows.length) return;
  }
}
