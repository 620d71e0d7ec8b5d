// The addresses of other pages, as the server makes them.

const REGISTRY = "registry";

const path = (key) => key.split("/").map(encodeURIComponent).join("/");

function pageOf(node) {
  const folder = { document: "documents", task: "tasks", body: "bodies" }[node.kind];
  return `/${folder}/${path(node.key)}`;
}

/** Return the page of a node, for the day of the picture. */
export const nodePage = (node) => `${pageOf(node)}?${new URLSearchParams({ as_of: node.as_of })}`;

/** Return the resource that tells all of a node. */
export const nodeResource = (node) => `/api${pageOf(node)}`;

/** Return the chain of a document. */
export const chainPage = (key) => `/chain?${new URLSearchParams({ document: key })}`;

/** Return where the words of an edge stand, null for what only the registry says. */
export function placePage({ document, start, end }) {
  if (document === REGISTRY || start === null || end === null) return null;
  return `/documents/${path(document)}?at=${start}-${end}#at`;
}

/** Return the page with every place that proves an edge. */
export const evidencePage = ({ from, relation, to }) =>
  `/evidence?${new URLSearchParams({ from, relation, to })}`;
