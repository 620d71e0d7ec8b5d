// What is in the picture: nodes, edges, whose neighbours are shown, and what hangs on what.

/** Return the name of an edge: two nodes have at most one of each relation. */
export const edgeId = ({ from, relation, to }) => JSON.stringify([from, relation, to]);

export class Graph {
  constructor() {
    this.nodes = new Map(); // by key: what is known, with x and y once it has a place
    this.edges = new Map(); // by id
    this.roots = new Set(); // that somebody has asked for: they hang on nothing
    this.open = new Map(); // whose neighbours are shown: {keys, edges, shown, total, cursor}
    this.gone = new Set(); // that somebody has taken out
  }

  /** Tell how many edges of a node are not shown; null where nobody has looked yet. */
  hiddenEdges(key) {
    const open = this.open.get(key);
    return open ? open.total - open.shown : null;
  }

  /** Add a node that somebody has asked for. */
  addRoot(node) {
    this.gone.delete(node.key);
    this.roots.add(node.key);
    this.addNode(node);
  }

  addNode(node) {
    this.nodes.set(node.key, { ...this.nodes.get(node.key), ...node });
  }

  /** Show more neighbours of a node: edges in the answer's order, of which all ends are known. */
  addNeighbours(key, rows, { total, cursor }) {
    const open = this.open.get(key) ?? { keys: new Set(), edges: [], shown: 0 };
    for (const row of rows) {
      const edge = { ...row, id: edgeId(row) };
      const other = row.from === key ? row.to : row.from;
      if (this.nodes.has(other)) this.edges.set(edge.id, edge);
      open.keys.add(other);
      open.edges.push(edge);
    }
    Object.assign(open, { shown: open.shown + rows.length, total, cursor });
    this.open.set(key, open);
  }

  /** Take away the neighbours that only this node has brought. */
  collapse(key) {
    this.open.delete(key);
    return this.sweep();
  }

  /** Take a node out, and all that only it has brought. */
  remove(key) {
    this.gone.add(key);
    this.roots.delete(key);
    this.open.delete(key);
    return this.sweep();
  }

  /** Keep what somebody has asked for and what that has brought; return the keys of the rest. */
  sweep() {
    const kept = new Set();
    const waiting = [...this.roots];
    for (let key = waiting.pop(); key !== undefined; key = waiting.pop()) {
      if (kept.has(key) || this.gone.has(key) || !this.nodes.has(key)) continue;
      kept.add(key);
      waiting.push(...(this.open.get(key)?.keys ?? []));
    }
    const dropped = [...this.nodes.keys()].filter((key) => !kept.has(key));
    for (const key of dropped) {
      this.nodes.delete(key);
      this.open.delete(key);
    }
    this.edges = new Map();
    for (const { edges } of this.open.values())
      for (const edge of edges)
        if (kept.has(edge.from) && kept.has(edge.to)) this.edges.set(edge.id, edge);
    return dropped;
  }

  /** Return the edges of a node that are known, of those that are given. */
  edgesOf(key, edges = this.edges.values()) {
    return [...edges].filter((edge) => edge.from === key || edge.to === key);
  }
}
