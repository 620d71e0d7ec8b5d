// A view as a link: what is in the picture, where it stands, what is filtered, where one looks.

const PREFIX = "#v1.";

/** Return a view as the end of a link. */
export async function toLink(view) {
  const bytes = new TextEncoder().encode(JSON.stringify(view));
  const packed = await through(bytes, new CompressionStream("deflate-raw"));
  let text = "";
  for (let at = 0; at < packed.length; at += 0x8000)
    text += String.fromCharCode(...packed.subarray(at, at + 0x8000));
  return PREFIX + btoa(text).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
}

/** Return the view of a link, null for one that is none. */
export async function fromLink(link) {
  if (!link.startsWith(PREFIX)) return null;
  try {
    const text = atob(link.slice(PREFIX.length).replace(/-/g, "+").replace(/_/g, "/"));
    const packed = Uint8Array.from(text, (letter) => letter.charCodeAt(0));
    const bytes = await through(packed, new DecompressionStream("deflate-raw"));
    return checked(JSON.parse(new TextDecoder().decode(bytes)));
  } catch {
    return null; // cut off, or made by something else
  }
}

async function through(bytes, stream) {
  const written = new Blob([bytes]).stream().pipeThrough(stream);
  return new Uint8Array(await new Response(written).arrayBuffer());
}

/** Return what a graph and its filters are, so that a link can bear it. */
export function viewOf(graph, filters, camera, asOf, selected) {
  return {
    nodes: [...graph.nodes.values()].map((node) => [
      node.key,
      Math.round(node.x ?? 0),
      Math.round(node.y ?? 0),
    ]),
    roots: [...graph.roots],
    open: [...graph.open].map(([key, { shown }]) => [key, shown]),
    gone: [...graph.gone],
    filters,
    camera,
    day: asOf,
    selected,
  };
}

/** Return a view that holds what it should, or throw: links come from anywhere. */
function checked(view) {
  const text = (value) => typeof value === "string";
  const texts = (values) => Array.isArray(values) && values.every(text);
  const finite = (...values) => values.every(Number.isFinite);
  const { nodes, roots, open, gone, filters, camera, day, selected } = view;
  const fine =
    Array.isArray(nodes) &&
    nodes.every(([key, x, y]) => text(key) && finite(x, y)) &&
    [roots, gone, filters.kinds, filters.relations].every(texts) &&
    Array.isArray(open) &&
    open.every(([key, shown]) => text(key) && finite(shown)) &&
    [filters.from, filters.to].every((one) => one === "" || isDay(one)) &&
    typeof filters.undated === "boolean" &&
    (camera === null || finite(camera.scale, camera.x, camera.y)) &&
    isDay(day) &&
    (selected === null || text(selected));
  if (!fine) throw new TypeError("not a view");
  return { nodes, roots, open, gone, filters, camera, day, selected };
}

const isDay = (text) => typeof text === "string" && /^\d{4}-\d\d-\d\d$/.test(text);
