// The box that finds nodes to begin with.

import { search } from "./api.js";
import { make, words } from "./dom.js";
import { shortened } from "./looks.js";
import { count, day, say } from "./told.js";

const MOST = 12;

/** Ask what the words of a form find, and show it; `onNode` is called with the one that is chosen. */
export function seekWith(form, found, asOf, onNode, onTrouble) {
  const input = form.querySelector("input");
  let asked = 0;
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const text = input.value.trim();
    if (!text) return;
    const mine = ++asked;
    try {
      const answer = await search(text, MOST, asOf());
      if (mine === asked) show(answer);
    } catch (trouble) {
      onTrouble(trouble);
    }
  });
  found.addEventListener("keydown", ({ key }) => {
    if (key !== "Escape") return;
    found.hidden = true;
    input.focus();
  });

  function show({ rows, total }) {
    const told = total
      ? say("explore.shown_of", { count: count(rows.length), total: count(total) })
      : say("explore.nothing_found");
    found.replaceChildren(
      make("div", { class: "head" }, make("p", { role: "status" }, told), closing()),
      make("ul", { class: "items" }, ...rows.map((row) => make("li", {}, choice(row)))),
    );
    found.hidden = false;
    found.querySelector("ul button")?.focus();
  }

  function choice(row) {
    const choose = () => {
      found.hidden = true;
      onNode(row.key);
    };
    return make(
      "button",
      { type: "button", class: "item", onclick: choose },
      make("span", { class: "soft" }, `${say(`kind.${row.kind}`)}: `),
      words(shortened(row.text, 160)),
      row.date && row.kind === "task" ? make("span", { class: "soft" }, ` (${day(row.date)})`) : null,
    );
  }

  function closing() {
    const close = () => {
      found.hidden = true;
      input.focus();
    };
    return make("button", { type: "button", onclick: close }, say("explore.close"));
  }
}
