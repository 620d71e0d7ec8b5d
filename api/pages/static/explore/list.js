// The nodes of the picture as a list: whoever does not see or point at the picture goes by it.

import { make, words } from "./dom.js";
import { shortened, title } from "./looks.js";
import { count, say } from "./told.js";

const PAGE = 100;

export class List {
  constructor({ list, note, input }, onNode) {
    Object.assign(this, { list, note, input, onNode });
    this.nodes = [];
    this.most = PAGE;
    input.addEventListener("input", () => {
      this.most = PAGE;
      this.#draw();
    });
    list.addEventListener("keydown", (event) => this.#walk(event));
  }

  /** Show nodes, by what they are and their names; the chosen one is marked. */
  show(nodes, chosen) {
    const order = ["document", "task", "body"];
    this.nodes = [...nodes].sort(
      (one, other) =>
        order.indexOf(one.kind) - order.indexOf(other.kind) || (one.key < other.key ? -1 : 1),
    );
    this.chosen = chosen;
    this.#draw();
  }

  #draw() {
    const wanted = this.input.value.trim().toLocaleLowerCase("vi");
    const fitting = wanted
      ? this.nodes.filter((node) => title(node).toLocaleLowerCase("vi").includes(wanted))
      : this.nodes;
    const shown = fitting.slice(0, this.most);
    const focused = this.list.contains(document.activeElement)
      ? document.activeElement.dataset.key
      : null;
    this.note.textContent = say("explore.shown_of", {
      count: count(shown.length),
      total: count(fitting.length),
    });
    const items = shown.map((node) => make("li", {}, this.#button(node)));
    if (shown.length < fitting.length) items.push(make("li", {}, this.#more()));
    this.list.replaceChildren(...items);
    const walked = this.#buttons().find((one) => one.dataset.key === (focused ?? this.chosen));
    const first = walked ?? this.#buttons()[0];
    if (first) first.tabIndex = 0;
    if (focused && walked) walked.focus();
  }

  #button(node) {
    const isChosen = node.key === this.chosen;
    return make(
      "button",
      {
        type: "button",
        class: "item",
        tabindex: "-1",
        "data-key": node.key,
        "aria-pressed": String(isChosen),
        onclick: () => this.onNode(node.key),
      },
      make("span", { class: `dot ${node.state ?? node.kind}`, "aria-hidden": "true" }),
      make("span", { class: "quiet" }, `${say(`kind.${node.kind}`)}: `),
      words(shortened(title(node), 90)),
      node.state ? make("span", { class: "soft" }, ` · ${say(`state.${node.state}`)}`) : null,
    );
  }

  #more() {
    const more = () => {
      this.most += PAGE;
      this.#draw();
    };
    return make("button", { type: "button", class: "item", tabindex: "-1", onclick: more }, say("explore.list_more"));
  }

  #buttons() {
    return [...this.list.querySelectorAll("button")];
  }

  /** Go up and down by the arrow keys; the list is one stop of the tabulator. */
  #walk(event) {
    const buttons = this.#buttons();
    const at = buttons.indexOf(document.activeElement);
    const last = buttons.length - 1;
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: last }[event.key];
    if (to === undefined || !buttons[to]) return;
    event.preventDefault();
    for (const one of buttons) one.tabIndex = -1;
    buttons[to].tabIndex = 0;
    buttons[to].focus();
  }
}
