// The boxes that filter: what they say, and how they say again what a link said.

import { the } from "./dom.js";
import { isFiltering, none } from "./filters.js";
import { say } from "./told.js";

const boxes = (name) => [...document.querySelectorAll(`#filters input[name=${name}]`)];
const unchecked = (name) => boxes(name).filter((box) => !box.checked).map((box) => box.value);

/** Return the filters as the boxes say them. */
function read() {
  return {
    kinds: unchecked("kind"),
    relations: unchecked("relation"),
    from: the("#from").value,
    to: the("#to").value,
    undated: the("#undated").checked,
  };
}

/** Let the boxes say filters. */
export function write(filters) {
  for (const box of boxes("kind")) box.checked = !filters.kinds.includes(box.value);
  for (const box of boxes("relation")) box.checked = !filters.relations.includes(box.value);
  the("#from").value = filters.from;
  the("#to").value = filters.to;
  the("#undated").checked = filters.undated;
  mark(filters);
}

/** Say in words and by a mark that something is kept back. */
function mark(filters) {
  const is = isFiltering(filters);
  the("#filters").classList.toggle("is-filtering", is);
  the("#filtering").textContent = is ? say("explore.filtering") : "";
}

/** Call `onChange` with the filters whenever somebody changes them. */
export function controlsWith(onChange) {
  const changed = () => {
    const filters = read();
    mark(filters);
    onChange(filters);
  };
  const all = (checked) => () => {
    for (const box of boxes("relation")) box.checked = checked;
    changed();
  };
  the("#filters").addEventListener("change", changed);
  the("#all-relations").addEventListener("click", all(true));
  the("#no-relations").addEventListener("click", all(false));
  the("#clear-filters").addEventListener("click", () => {
    write(none());
    onChange(none());
  });
  the("#filters").addEventListener("keydown", ({ key }) => {
    if (key !== "Escape") return;
    the("#filters").open = false;
    the("#filters summary").focus();
  });
}
