// What the server tells this page: its words in the reader's language, colours, caps, the day.

const told = JSON.parse(document.getElementById("told").textContent);

export const { colours, kinds, most, page, more, relations, start, language } = told;
export const asOf = told.as_of;

/** Return the words of a key with the values in their places. */
export function say(key, values = {}) {
  const found = told.words[key] ?? key;
  return found.replace(/\{(\w+)\}/g, (whole, name) => String(values[name] ?? whole));
}

/** Return a number as people write it. */
export const count = (number) => number.toLocaleString(language);

/** Return an ISO day as people write it: 14/9/2021. */
export function day(iso) {
  const [year, month, date] = iso.split("-").map(Number);
  return `${date}/${month}/${year}`;
}

/** Return an interval in words; either end may be open. */
export function interval([from, to]) {
  if (from && to && from !== to) return `${day(from)} – ${day(to)}`;
  if (to) return day(to);
  return from ? say("explore.from_day", { day: day(from) }) : "";
}
