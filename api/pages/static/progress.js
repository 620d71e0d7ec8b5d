// Follows a load by its events; its end is shown by the page itself, which knows the report.
const load = document.getElementById("load");
const bar = document.getElementById("bar");
const told = document.getElementById("told");
const events = new EventSource(load.dataset.events);

events.addEventListener("file", (event) => {
  const { done, files } = JSON.parse(event.data);
  bar.value = done;
  told.textContent = load.dataset.told.replace("{done}", done).replace("{files}", files);
});

events.addEventListener("end", () => {
  events.close();
  location.reload();
});
