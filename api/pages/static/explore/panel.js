// Beside the picture: what is known of the chosen node, or the words that prove the chosen edge.

import { chainPage, evidencePage, nodePage, placePage } from "./addresses.js";
import { make, words } from "./dom.js";
import { shortened, title } from "./looks.js";
import { asOf, count, day, interval, more, most, say } from "./told.js";

const EDGES = 60;

/** Return the sentence of an edge: its ends as buttons, its relation between them. */
function sentence(edge, graph, choose) {
  const end = (key) => {
    const node = graph.nodes.get(key);
    return make(
      "button",
      { type: "button", class: "link", onclick: () => choose(key) },
      words(node ? shortened(title(node), 160) : key),
    );
  };
  const relation = make("b", { class: "relation" }, say(`relation.${edge.relation}`));
  return make("p", { class: "sentence" }, end(edge.from), " ", relation, " ", end(edge.to));
}

/** Show the words that prove an edge, and the way to their place in the source. */
export function showEdge(panel, edge, graph, choose) {
  const place = placePage(edge);
  panel.replaceChildren(
    make("h2", { id: "panel-title" }, say("explore.edge")),
    sentence(edge, graph, choose),
    make("h3", {}, say("explore.proof")),
    make("blockquote", { class: "quoted", dir: "auto" }, make("q", {}, edge.quote)),
    make(
      "p",
      { class: "actions" },
      place
        ? make("a", { class: "button", href: place }, say("explore.in_place"))
        : make("span", { class: "hint" }, say("explore.registry")),
      " ",
      make("a", { href: evidencePage(edge) }, say("explore.all_proofs")),
    ),
  );
}

/** Show what is known of a node; `act` does what its buttons say. */
export function showNode(panel, node, facts, graph, edges, act) {
  const open = graph.open.get(node.key);
  panel.replaceChildren(
    make("h2", { id: "panel-title", dir: "auto" }, shortened(node.name, 200)),
    make("p", { class: "badges" }, ...badges(node)),
    node.about ? make("p", { class: "about", dir: "auto" }, shortened(node.about, 600)) : null,
    buttons(node, graph, open, act),
    open ? make("p", { class: "hint" }, note(open)) : null,
    rows(node, facts),
    make(
      "p",
      { class: "actions" },
      make("a", { class: "button", href: nodePage(node) }, say("explore.page")),
      " ",
      node.kind === "document"
        ? make("a", { href: chainPage(node.key) }, say("explore.chain"))
        : null,
    ),
    ...edgeList(node, graph, edges, act),
  );
}

function note({ shown, total }) {
  return say("explore.shown_of", { count: count(shown), total: count(total) });
}

function badges(node) {
  const told = [make("span", { class: "state" }, say(`kind.${node.kind}`))];
  if (node.state)
    told.push(" ", make("span", { class: `state ${node.state}` }, say(`state.${node.state}`)));
  if (node.standing)
    told.push(" ", make("span", { class: "state" }, say(`standing.${node.standing}`)));
  return told;
}

function buttons(node, graph, open, act) {
  const button = (name, how, values) =>
    make("button", { type: "button", "data-act": how, onclick: () => act(how, node.key) }, say(name, values));
  const room = most - graph.nodes.size;
  const rest = open && room > 0 ? open.total - open.shown : 0;
  return make(
    "p",
    { class: "actions" },
    open ? null : button("explore.expand", "expand"),
    rest ? button("explore.more", "more", { count: count(rest) }) : null,
    rest > more ? button("explore.every", "every", { count: count(Math.min(rest, room)) }) : null,
    open ? button("explore.collapse", "collapse") : null,
    button("explore.remove", "remove"),
  );
}

/** Return what is known as names and values; what nobody knows is left out. */
function rows(node, facts) {
  if (!facts) return make("p", { class: "hint" }, say("explore.asking"));
  const told =
    { document: documentRows, task: taskRows, body: bodyRows }[node.kind](facts, node);
  return make(
    "dl",
    { class: "node-facts" },
    ...told
      .filter(([, value]) => value !== null && value !== undefined && value !== "")
      .flatMap(([name, value]) => [
        make("dt", {}, say(`explore.fact.${name}`)),
        make("dd", { dir: "auto" }, shortened(String(value), 400)),
      ]),
  );
}

function documentRows(facts) {
  return [
    ["date", facts.date && day(facts.date)],
    ["issuer", facts.issuer],
    ["jurisdiction", facts.jurisdiction],
    ["tasks", facts.tasks && count(facts.tasks)],
    ["cited_by", facts.cited_by && count(facts.cited_by)],
    ["key", facts.document],
  ];
}

function taskRows(facts, node) {
  return [
    ["lead", facts.lead.join("; ")],
    ["cooperating", facts.cooperating.join("; ")],
    ["due", facts.due ? interval(facts.due) : facts.due_text],
    ["condition", facts.condition],
    ["plan", facts.document_title],
    ["as_of", day(node.as_of ?? asOf)],
    ["key", facts.task],
  ];
}

function bodyRows(facts) {
  return [
    ["jurisdiction", facts.jurisdiction],
    ["valid_from", facts.valid_from && day(facts.valid_from)],
    ["valid_to", facts.valid_to && day(facts.valid_to)],
    ["leads", count(facts.leads)],
    ["supports", count(facts.supports)],
    ["key", facts.body],
  ];
}

/** Return the edges of a node in the picture: by keyboard they are chosen here. */
function edgeList(node, graph, edges, act) {
  const own = graph.edgesOf(node.key, edges);
  const items = own.slice(0, EDGES).map((edge) => {
    const isOut = edge.from === node.key;
    const other = graph.nodes.get(isOut ? edge.to : edge.from);
    return make(
      "li",
      {},
      make(
        "button",
        { type: "button", class: "item", "data-edge": edge.id, onclick: () => act("edge", edge.id) },
        make("span", { class: "relation" }, `${isOut ? "→" : "←"} ${say(`relation.${edge.relation}`)}: `),
        words(shortened(title(other), 90)),
      ),
    );
  });
  if (!items.length) return [];
  const told = { count: count(items.length), total: count(own.length) };
  return [
    make("h3", {}, say("explore.edges")),
    own.length > items.length ? make("p", { class: "hint" }, say("explore.shown_of", told)) : null,
    make("ul", { class: "items" }, ...items),
  ].filter(Boolean);
}
