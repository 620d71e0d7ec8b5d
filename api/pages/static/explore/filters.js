// Which of the nodes and edges are shown: by kind, by relation, by their days.

/** Return filters that let everything through. */
export const none = () => ({ kinds: [], relations: [], from: "", to: "", undated: true });

/** Tell whether any filter keeps something back. */
export const isFiltering = (filters) =>
  Boolean(
    filters.kinds.length || filters.relations.length || filters.from || filters.to,
  );

/** Return the days of a node: a document's own, a task's due ones; null for none. */
function daysOf(node) {
  if (node.date) return [node.date, node.date];
  return node.due && (node.due[0] || node.due[1]) ? node.due : null;
}

function isInTime(node, { from, to, undated }) {
  if (!from && !to) return true;
  if (node.kind === "body") return true; // bodies are not of a day
  const days = daysOf(node);
  if (!days) return undated;
  const [first, last] = [days[0] ?? days[1], days[1] ?? days[0]];
  return (!from || last >= from) && (!to || first <= to);
}

/**
 * Return the nodes by key and the edges that are shown. What somebody has asked for always is; where
 * relations are filtered, what then hangs on nothing is not.
 */
export function visible(graph, filters) {
  const passing = new Set();
  for (const [key, node] of graph.nodes)
    if (graph.roots.has(key) || (!filters.kinds.includes(node.kind) && isInTime(node, filters)))
      passing.add(key);
  const edges = [...graph.edges.values()].filter(
    (edge) =>
      passing.has(edge.from) && passing.has(edge.to) && !filters.relations.includes(edge.relation),
  );
  const hanging = new Set(edges.flatMap((edge) => [edge.from, edge.to]));
  const isLoose = (key) => filters.relations.length && !hanging.has(key) && !graph.roots.has(key);
  const nodes = new Map();
  for (const key of passing) if (!isLoose(key)) nodes.set(key, graph.nodes.get(key));
  return { nodes, edges };
}
