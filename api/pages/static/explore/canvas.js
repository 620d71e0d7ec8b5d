// The picture itself: vis-network, told what to show; it tells what somebody clicks and moves.

import { edgeLook, nodeLook } from "./looks.js";
import { spread } from "./spread.js";
import { colours, say } from "./told.js";

const NAMED_EDGES = 120; // of more, the names of relations would hide the picture
const LARGE = 400; // from so many nodes on, what costs time while moving is left out
const SETTLED = 260; // steps of the physics until it stops
const RING = 170;
const FLAT = 1.5; // pictures are wider than high: so are rings of new nodes, and what settles

const OPTIONS = {
  autoResize: true,
  physics: { enabled: false },
  layout: { improvedLayout: false },
  nodes: { margin: 6, widthConstraint: { maximum: 170 }, chosen: false },
  edges: {
    arrows: { to: { enabled: true, scaleFactor: 0.6 } },
    chosen: false,
    font: { size: 11, color: colours.quiet, strokeWidth: 4, strokeColor: colours.paper },
    smooth: false,
  },
  interaction: {
    hover: false,
    keyboard: { enabled: true, bindToWindow: false },
    selectConnectedEdges: false,
    tooltipDelay: 1e9,
  },
};
const PHYSICS = {
  enabled: true,
  solver: "forceAtlas2Based",
  forceAtlas2Based: {
    gravitationalConstant: -95,
    centralGravity: 0.012,
    springLength: 95,
    springConstant: 0.06,
    damping: 0.6,
    avoidOverlap: 0.55,
  },
  stabilization: { enabled: false },
  timestep: 0.45,
};

export class Canvas {
  constructor(element, { onNode, onEdge, onNothing, onOpen, onMoved }) {
    this.nodes = new vis.DataSet();
    this.edges = new vis.DataSet();
    this.looks = new Map(); // by id, as they were last told: only what is new is told again
    const data = { nodes: this.nodes, edges: this.edges };
    this.network = new vis.Network(element, data, OPTIONS);
    this.network.on("click", ({ nodes, edges }) => {
      if (nodes.length) onNode(nodes[0]);
      else if (edges.length) onEdge(edges[0]);
      else onNothing();
    });
    this.network.on("doubleClick", ({ nodes }) => nodes.length && onOpen(nodes[0]));
    this.network.on("dragEnd", ({ nodes }) => onMoved(nodes.length > 0));
    this.network.on("zoom", () => onMoved(false));
    const inner = element.querySelector(".vis-network");
    inner.setAttribute("role", "application");
    inner.setAttribute("aria-label", say("explore.canvas"));
  }

  /** Show nodes and edges, and nothing else. Nodes must have their places. */
  show({ nodes, edges }, graph, chosen) {
    const told = new Map();
    for (const [key, node] of nodes) {
      const hidden = graph.hiddenEdges(key);
      told.set(
        key,
        nodeLook(node, {
          isOpen: hidden !== null,
          hidden,
          isChosen: key === chosen,
          isRoot: graph.roots.has(key),
        }),
      );
    }
    const between = new Map();
    const isNamed = edges.length <= NAMED_EDGES;
    for (const edge of edges) {
      const pair = [edge.from, edge.to].sort().join("\n");
      const turn = between.get(pair) ?? 0;
      between.set(pair, turn + 1);
      told.set(edge.id, edgeLook(edge, { isChosen: edge.id === chosen, isNamed, turn }));
    }
    this.#tell(this.nodes, told, (look) => look.from === undefined);
    this.#tell(this.edges, told, (look) => look.from !== undefined);
    this.looks = new Map([...told].map(([id, look]) => [id, JSON.stringify(look)]));
    const isLarge = nodes.size >= LARGE;
    if (isLarge !== this.isLarge) {
      this.isLarge = isLarge;
      this.network.setOptions({
        interaction: { hideEdgesOnDrag: isLarge, hideEdgesOnZoom: isLarge },
      });
    }
  }

  /** Tell a set of data only what differs. */
  #tell(data, told, belongs) {
    const gone = data.getIds().filter((id) => !told.has(id));
    if (gone.length) data.remove(gone);
    const changed = [];
    for (const [id, look] of told)
      if (belongs(look) && this.looks.get(id) !== JSON.stringify(look)) changed.push(look);
    if (changed.length) data.update(changed);
  }

  /** Give nodes without a place one around another node. */
  place(fresh, around) {
    const { x, y } = around ?? { x: 0, y: 0 };
    const out = Math.atan2(y, x);
    let [ring, at] = [1, 0];
    for (const node of fresh) {
      const room = Math.max(6, Math.floor((2 * Math.PI * RING * ring) / 150));
      const angle = out + (at / room) * 2 * Math.PI;
      node.x = Math.round(x + Math.cos(angle) * RING * ring * FLAT);
      node.y = Math.round(y + Math.sin(angle) * RING * ring);
      at += 1;
      if (at === room) [ring, at] = [ring + 1, 0];
    }
  }

  /** Let the physics settle; what stood before stays where it is. Then nothing moves by itself. */
  settle(fixed) {
    const ids = this.nodes.getIds();
    if (ids.length === 0 || fixed.size === ids.length) return Promise.resolve();
    this.nodes.update(ids.map((id) => ({ id, fixed: fixed.has(id) })));
    this.network.setOptions({ physics: PHYSICS });
    const steps = Math.max(60, Math.round(SETTLED / Math.sqrt(Math.max(1, ids.length / 150))));
    return new Promise((resolve) => {
      this.network.once("stabilizationIterationsDone", () => {
        this.network.setOptions({ physics: { enabled: false } });
        const places = this.#spread(ids, fixed);
        this.nodes.update(ids.map((id) => ({ id, ...places.get(id), fixed: false })));
        resolve();
      });
      this.network.stabilize(steps);
    });
  }

  /** Return the places of boxes where no new one covers another. */
  #spread(ids, fixed) {
    const places = this.places();
    const boxes = ids.map((id) => {
      const { left, right, top, bottom } = this.network.getBoundingBox(id);
      const size = { wide: right - left, high: bottom - top };
      return { id, ...places[id], ...size, fixed: fixed.has(id) };
    });
    return spread(boxes);
  }

  /** Return where nodes stand, by key. */
  places() {
    return this.network.getPositions();
  }

  /** Return where one looks from. */
  camera() {
    const { x, y } = this.network.getViewPosition();
    return { scale: this.network.getScale(), x: Math.round(x), y: Math.round(y) };
  }

  look({ scale, x, y }) {
    this.network.moveTo({ scale, position: { x, y } });
  }

  /** Show all, or some nodes as near as they can be read. */
  fit(keys) {
    this.network.fit({ nodes: keys ?? this.nodes.getIds(), maxZoomLevel: 1.1 });
  }

  zoom(factor) {
    this.network.moveTo({ scale: this.network.getScale() * factor });
  }

  /** Bring a node into view, as near as one looks already. */
  bring(key) {
    const { x, y } = this.network.getPosition(key);
    const { x: left, y: top } = this.network.DOMtoCanvas({ x: 0, y: 0 });
    const frame = this.network.body.container;
    const end = this.network.DOMtoCanvas({ x: frame.clientWidth, y: frame.clientHeight });
    if (x < left || y < top || x > end.x || y > end.y) this.network.moveTo({ position: { x, y } });
  }
}
