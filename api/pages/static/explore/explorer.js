// The explorer: what somebody does on the page becomes a change of the graph, and of the picture.

import { details } from "./api.js";
import { Canvas } from "./canvas.js";
import { controlsWith, write } from "./controls.js";
import { make, the } from "./dom.js";
import { none, visible } from "./filters.js";
import { Graph } from "./graph.js";
import { grow, grown, renew } from "./growing.js";
import { legend } from "./looks.js";
import { List } from "./list.js";
import { showEdge, showNode } from "./panel.js";
import { seekWith } from "./seek.js";
import { nodes as askNodes } from "./api.js";
import { count, most, more, page, say, start, asOf as today } from "./told.js";
import { fromLink, toLink, viewOf } from "./view.js";

const panel = the("#panel");
const emptyPanel = [...panel.childNodes];
let graph = new Graph();
let filters = none();
let asOf = today;
let chosen = null; // the key of a node or the id of an edge
let shown = { nodes: new Map(), edges: [] };
let busy = Promise.resolve();

const canvas = new Canvas(the("#canvas"), {
  onNode: (key) => choose(key),
  onEdge: (id) => choose(id),
  onNothing: () => choose(null),
  onOpen: (key) => act(graph.open.has(key) ? "collapse" : "expand", key),
  onMoved: (isDragged) => (isDragged ? keepPlaces() : remember(false)),
});
const list = new List(
  { list: the("#list"), note: the("#list-note"), input: the("#list-words") },
  (key) => {
    choose(key);
    canvas.bring(key);
  },
);

/** Do one thing after the other, and say what went wrong. */
function inTurn(work) {
  busy = busy.then(async () => {
    document.body.setAttribute("aria-busy", "true");
    putLate(); // what is changed now is no part of the step before
    the("#trouble").hidden = true;
    try {
      await work();
    } catch (trouble) {
      tellTrouble(trouble);
    }
    document.body.removeAttribute("aria-busy");
  });
  return busy;
}

function tellTrouble(trouble) {
  the("#trouble").textContent = trouble.message;
  the("#trouble").hidden = false;
}

const aloud = (text) => {
  the("#told-aloud").textContent = text;
};

/** Show the graph as it is now. */
function draw() {
  shown = visible(graph, filters);
  canvas.show(shown, graph, chosen);
  list.show(shown.nodes.values(), chosen);
  the("#begin").hidden = graph.nodes.size > 0;
  the("#settle").hidden = shown.nodes.size < 2;
  the("#shown").textContent = graph.nodes.size
    ? say("explore.shown", {
        count: count(shown.nodes.size),
        total: count(known()),
        edges: count(shown.edges.length),
      })
    : "";
  the("#shown").classList.toggle("is-full", graph.nodes.size >= most);
  if (graph.nodes.size >= most) the("#shown").textContent += ` ${say("explore.full", { most: count(most) })}`;
  drawLegend();
}

/** Return how many nodes there are as far as one knows: those here, and the edges not followed. */
function known() {
  let beyond = 0;
  for (const key of graph.open.keys()) beyond += graph.hiddenEdges(key);
  return graph.nodes.size + beyond;
}

function drawLegend() {
  const items = [...legend(shown.nodes.values())].map(([name, look]) => {
    const swatch = make("span", { class: "swatch", "aria-hidden": "true" });
    swatch.style.background = look.background;
    swatch.style.borderColor = look.border;
    swatch.classList.toggle("is-dashed", Boolean(look.isDashed));
    swatch.classList.toggle("is-round", Boolean(look.isRound));
    return make("li", {}, swatch, name);
  });
  the("#legend").replaceChildren(...items);
}

/** Choose a node, an edge or nothing, and tell of it beside the picture. */
function choose(id) {
  chosen = graph.nodes.has(id) || graph.edges.has(id) ? id : null;
  draw();
  tell();
  remember(false);
}

function tell() {
  const node = graph.nodes.get(chosen);
  const edge = graph.edges.get(chosen);
  if (edge) showEdge(panel, edge, graph, choose);
  else if (node) tellNode(node);
  else panel.replaceChildren(...emptyPanel);
}

async function tellNode(node) {
  const put = (facts) => showNode(panel, node, facts, graph, shown.edges, act);
  put(node.facts);
  if (node.facts) return;
  try {
    const facts = await details(node, asOf);
    graph.addNode({ key: node.key, facts });
    if (chosen === node.key) tellKept(() => put(facts));
  } catch (trouble) {
    tellTrouble(trouble);
  }
}

/** Tell anew, and leave the keyboard on the button where it was. */
function tellKept(put) {
  const { act: how, edge } = panel.contains(document.activeElement)
    ? document.activeElement.dataset
    : {};
  put();
  const same = how ? `[data-act="${how}"]` : edge ? `[data-edge="${CSS.escape(edge)}"]` : null;
  if (same) panel.querySelector(same)?.focus();
}

/** Do what a button beside the picture says. */
function act(how, key) {
  if (how === "edge") {
    choose(key);
    panel.focus();
    return Promise.resolve();
  }
  return inTurn(async () => {
    if (how === "expand") await expand(key, page);
    if (how === "more") await expand(key, more);
    if (how === "every") await expand(key, most);
    if (how === "collapse") drop(graph.collapse(key), key);
    if (how === "remove") drop([key, ...graph.remove(key)], null);
  });
}

async function expand(key, wanted) {
  if (!graph.nodes.has(key)) return;
  const before = new Set(shown.nodes.keys());
  const fresh = await grow(graph, key, wanted, asOf);
  canvas.place(fresh, graph.nodes.get(key));
  await changed(key, before, fresh);
  aloud(say("explore.added", { count: count(fresh.length) }));
}

function drop(keys, next) {
  chosen = next;
  draw();
  tell();
  (next ? panel.querySelector("[data-act]") : panel)?.focus();
  remember(true);
  aloud(say("explore.dropped", { count: count(keys.length) }));
}

/** Show what has come; only that looks for its place. */
async function changed(key, fixed, fresh) {
  chosen = key;
  draw();
  await canvas.settle(fixed);
  takePlaces();
  canvas.fit([key, ...fresh.map((node) => node.key)].filter((one) => shown.nodes.has(one)));
  tellKept(tell);
  remember(true);
}

function takePlaces() {
  for (const [key, { x, y }] of Object.entries(canvas.places()))
    Object.assign(graph.nodes.get(key) ?? {}, { x, y });
}

function keepPlaces() {
  takePlaces();
  remember(false);
}

/** Begin with a node that somebody has found: it is kept until they take it out. */
function add(key) {
  return inTurn(async () => {
    const isThere = graph.nodes.has(key);
    const [node] = isThere ? [graph.nodes.get(key)] : await askNodes([key], asOf);
    if (!node) throw new Error(say("explore.nothing_found"));
    if (!isThere && graph.nodes.size >= most) throw new Error(say("explore.full", { most: count(most) }));
    const before = new Set(shown.nodes.keys());
    graph.addRoot({ ...node, as_of: asOf });
    if (!isThere) canvas.place([graph.nodes.get(key)], beside());
    if (graph.open.has(key)) await changed(key, before, []);
    else await expand(key, page);
    panel.focus();
  });
}

/** Return where there is room for something new: right of all that is there. */
function beside() {
  const places = Object.values(canvas.places());
  if (!places.length) return null;
  return { x: Math.max(...places.map(({ x }) => x)) + 300, y: 0 };
}

let linking = Promise.resolve();
let waiting = 0;

/** Put the view into the address; `isStep` makes it a step to come back to. */
function remember(isStep) {
  forgetLate();
  if (isStep) put("pushState");
  else waiting = setTimeout(() => busy.then(putLate), 250);
}

function put(how) {
  const view = viewOf(graph, filters, canvas.camera(), asOf, chosen);
  linking = linking.then(async () => {
    const link = view.nodes.length ? await toLink(view) : "";
    if (link === location.hash) return;
    history[how](null, "", `${location.pathname}${location.search}${link}`);
  });
}

/** Put what still waits for its moment. */
function putLate() {
  if (!waiting) return;
  forgetLate();
  put("replaceState");
}

function forgetLate() {
  clearTimeout(waiting);
  waiting = 0;
}

/** Show the view of the address; without one, what the server was asked to begin with. */
function restore() {
  forgetLate();
  return inTurn(async () => {
    const view = await fromLink(location.hash);
    if (!view) return begin();
    const found = await grown(view);
    graph = found.graph;
    [filters, asOf, chosen] = [view.filters, view.day, view.selected];
    the("#as-of").value = asOf;
    write(filters);
    draw();
    if (view.camera) canvas.look(view.camera);
    tell();
    if (found.lost) aloud(say("explore.lost", { count: count(found.lost) }));
  });
}

async function begin() {
  graph = new Graph();
  chosen = null;
  draw();
  tell();
  const [node] = start;
  if (!node) return;
  graph.addRoot({ ...node, as_of: asOf });
  canvas.place([graph.nodes.get(node.key)], null);
  const fresh = await grow(graph, node.key, page, asOf);
  canvas.place(fresh, graph.nodes.get(node.key));
  chosen = node.key;
  draw();
  await canvas.settle(new Set());
  takePlaces();
  canvas.fit();
  tell();
  remember(false);
}

async function handOver() {
  await linking;
  const box = make("input", { readonly: true, value: location.href, "aria-label": say("explore.link") });
  const closing = make("button", { type: "button", onclick: () => { the("#found").hidden = true; } }, say("explore.close"));
  const copied = await navigator.clipboard?.writeText(location.href).then(() => true, () => false);
  const told = say(copied ? "explore.copied" : "explore.copy");
  the("#found").replaceChildren(make("p", { role: "status" }, told), make("p", { class: "row" }, box, closing));
  the("#found").hidden = false;
  box.select();
}

controlsWith((told) => {
  filters = told;
  draw();
  tellKept(tell);
  remember(true);
});
seekWith(the("#seek-node"), the("#found"), () => asOf, add, tellTrouble);
the("#as-of").addEventListener("change", ({ target }) => {
  if (!target.value) return;
  inTurn(async () => {
    asOf = target.value;
    await renew(graph, asOf);
    for (const node of graph.nodes.values()) delete node.facts;
    draw();
    tell();
    remember(true);
  });
});
the("#link").addEventListener("click", handOver);
the("#clear").addEventListener("click", () => {
  graph = new Graph();
  choose(null);
  remember(true);
});
the("#settle").addEventListener("click", () =>
  inTurn(async () => {
    await canvas.settle(new Set());
    takePlaces();
    canvas.fit();
    remember(true);
  }),
);
the("#fit").addEventListener("click", () => {
  canvas.fit();
  remember(false);
});
the("#larger").addEventListener("click", () => canvas.zoom(1.3));
the("#smaller").addEventListener("click", () => canvas.zoom(1 / 1.3));
for (const link of document.querySelectorAll("header a[hreflang]"))
  link.addEventListener("click", () => {
    link.hash = location.hash; // the view goes with whoever switches the language
  });
addEventListener("popstate", restore);
restore();
