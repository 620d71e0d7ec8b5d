// Elements made of text: whatever a document says stays words, and is never taken for markup.

/** Return an element with properties and children; strings become text. */
export function make(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (value === undefined || value === null || value === false) continue;
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.filter((child) => child !== null && child !== undefined));
  return element;
}

/** Return words whose direction is their own, so that they cannot turn around what is beside them. */
export const words = (text) => make("bdi", {}, text);

/** Return the only element that a selector finds. */
export const the = (selector) => document.querySelector(selector);
