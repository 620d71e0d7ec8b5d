// The picture of a chain made larger and smaller; without this it is simply scrolled.

const frame = document.querySelector(".picture");
const svg = frame.querySelector("svg");
const bar = document.querySelector(".zoom");
const told = bar.querySelector("output");
const [wide, high] = [svg.width.baseVal.value, svg.height.baseVal.value];
const [LEAST, READABLE, MOST, STEP] = [0.1, 0.72, 3, 1.25];
let zoom = 1;

/** Show the picture at a size; the point of the frame that is at (x, y) stays where it is. */
function show(wanted, x = frame.clientWidth / 2, y = frame.clientHeight / 2) {
  const before = zoom;
  zoom = Math.min(MOST, Math.max(LEAST, wanted));
  const [left, top] = [frame.scrollLeft + x, frame.scrollTop + y];
  svg.style.width = `${wide * zoom}px`;
  svg.style.height = `${high * zoom}px`;
  frame.scrollLeft = (left * zoom) / before - x;
  frame.scrollTop = (top * zoom) / before - y;
  told.textContent = `${Math.round(zoom * 100)}%`;
}

const fit = () => show(Math.min(1, (frame.clientWidth - 2) / wide));

bar.addEventListener("click", ({ target }) => {
  const how = target.dataset.zoom;
  if (how === "fit") fit();
  if (how === "in") show(zoom * STEP);
  if (how === "out") show(zoom / STEP);
});

frame.addEventListener(
  "wheel",
  (event) => {
    if (!event.ctrlKey) return;
    event.preventDefault();
    const { left, top } = frame.getBoundingClientRect();
    const [x, y] = [event.clientX - left, event.clientY - top];
    show(zoom * (event.deltaY < 0 ? STEP : 1 / STEP), x, y);
  },
  { passive: false },
);

// One begins at the top, above the document that was asked for, as large as can be read.
const asked = svg.querySelector('[data-asked="true"]');
bar.hidden = false;
show(Math.min(1, Math.max(READABLE, (frame.clientWidth - 2) / wide)), 0, 0);
if (asked) {
  const box = asked.getBoundingClientRect();
  const around = frame.getBoundingClientRect();
  frame.scrollLeft += box.left + box.width / 2 - around.left - frame.clientWidth / 2;
  if (box.bottom > around.bottom) frame.scrollTop += box.top - around.top - frame.clientHeight / 3;
}
