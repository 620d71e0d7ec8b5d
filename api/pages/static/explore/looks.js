// How nodes and edges look: as in the pictures of chains, and told by words as well as colours.

import { colours, say } from "./told.js";

const LONGEST = 64;
const TASK = 46;
const FONT = 'Arial, "Liberation Sans", "Noto Sans", "DejaVu Sans", sans-serif';
const CARRYING = new Set(["implements", "continues", "guides", "reviews", "monitors"]);

/** Return words in at most so many letters, without letters that turn others around. */
export function shortened(text, most = LONGEST) {
  const letters = Array.from(text.replace(/[\p{Cf}\p{Cc}]+/gu, " ").trim());
  return letters.length <= most ? letters.join("") : `${letters.slice(0, most).join("").trimEnd()}…`;
}

/** Return what a node is called in one line. */
export function title(node) {
  if (node.kind !== "task") return node.name;
  return node.about ? `${node.name}. ${node.about}` : node.name;
}

function paper(node) {
  if (node.kind === "body") return { background: colours.paper, border: colours.quiet };
  if (node.state) {
    const { pale, strong } = colours.states[node.state];
    return { background: pale, border: strong };
  }
  return { background: node.central ? colours.central : colours.local, border: colours.navy };
}

function label(node) {
  if (node.kind === "task")
    return `${node.name} · ${say(`state.${node.state}`)}\n${shortened(node.about, TASK)}`;
  return shortened(node.name);
}

/** Return a node as vis-network takes it. `hidden` is how many of its edges are not shown. */
export function nodeLook(node, { isOpen, hidden, isChosen, isRoot }) {
  const { background, border } = paper(node);
  const mark = isOpen ? (hidden ? ` (+${hidden})` : "") : "\u00a0+";
  const isTask = node.kind === "task";
  return {
    id: node.key,
    label: `${label(node)}${mark}`,
    shape: node.kind === "body" ? "ellipse" : "box",
    borderWidth: isChosen ? 5 : isRoot ? 3 : 1.5,
    color: { background, border: isChosen ? colours.ink : border },
    font: { color: colours.ink, size: isTask ? 13 : 15, face: FONT },
    shapeProperties: {
      borderDashes: node.kind === "document" && node.standing !== "loaded" ? [5, 3] : false,
      borderRadius: isTask ? 0 : 5,
    },
    x: node.x,
    y: node.y,
  };
}

/** Return an edge as vis-network takes it; `turn` sets several between the same nodes apart. */
export function edgeLook(edge, { isChosen, isNamed, turn }) {
  const carries = CARRYING.has(edge.relation);
  return {
    id: edge.id,
    from: edge.from,
    to: edge.to,
    label: isNamed ? say(`relation.${edge.relation}`) : undefined,
    color: { color: isChosen ? "#8C1C1C" : carries ? colours.navy : colours.line },
    width: isChosen ? 4 : carries ? 2 : 1,
    dashes: edge.relation === "cites" || edge.relation === "based_on" ? [5, 4] : false,
    smooth: turn ? { enabled: true, type: "curvedCW", roundness: turn * 0.16 } : false,
  };
}

/** Return what the looks mean, of those that are shown. */
export function legend(nodes) {
  const looks = new Map();
  for (const node of nodes) {
    const { background, border } = paper(node);
    const name =
      node.kind === "body"
        ? say("kind.body")
        : node.state
          ? say("explore.task_of", { state: say(`state.${node.state}`) })
          : say(node.central ? "explore.central" : "explore.local");
    looks.set(name, { background, border, isRound: node.kind === "body" });
    if (node.kind === "document" && node.standing !== "loaded")
      looks.set(say("explore.unread"), {
        background: colours.paper,
        border: colours.navy,
        isDashed: true,
      });
  }
  return looks;
}
