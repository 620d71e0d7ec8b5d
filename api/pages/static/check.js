// Checks a draft without leaving the page, so that its file stays at hand, and takes corrections.
// Without this the form shows the findings, and gives the Word file with comments.
const form = document.getElementById("drop");
const result = document.getElementById("result");
const told = document.getElementById("told");

async function ask(more = []) {
  const body = new FormData(form);
  for (const [name, value] of more) body.append(name, value);
  return fetch("/check", { method: "POST", body, headers: { Accept: "text/html" } });
}

form.addEventListener("submit", async (event) => {
  if (event.submitter?.name === "as") return; // the browser itself keeps the file that comes back
  event.preventDefault();
  told.textContent = told.dataset.working;
  try {
    const answer = await ask();
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const found = page.querySelector(answer.ok ? "#result" : "main");
    result.replaceChildren(...document.importNode(found, true).childNodes);
    told.textContent = "";
    start();
    const title = document.getElementById("result-title");
    title?.focus({ preventScroll: true });
    title?.scrollIntoView(); // what was found, not the form above it
  } catch {
    told.textContent = told.dataset.failed;
  }
});

/** Gives a file to whoever looks at the page. */
function give(content, name) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/** The corrections of one draft: which are taken, what the text then is, and how it is shown. */
class Corrections {
  constructor({ text, findings }) {
    this.letters = Array.from(text); // places are code points
    this.findings = findings;
    this.taken = new Set();
    this.before = new Map();
  }

  /** Tells whether a correction is there and touches none that is taken. */
  isFree(number) {
    const one = this.findings[number - 1];
    return one.replacement !== null && !this.taken.has(number) && [...this.taken].every((other) => {
      const { start, end } = this.findings[other - 1];
      return end <= one.start || one.end <= start;
    });
  }

  pieces(number) {
    return [...document.querySelectorAll(`a.found[data-findings~="${number}"]`)];
  }

  take(number) {
    this.taken.add(number);
    this.pieces(number).forEach((piece, at) => {
      this.before.set(piece, piece.textContent);
      piece.textContent = at ? "" : this.findings[number - 1].replacement;
      piece.classList.add("taken");
    });
  }

  undo(number) {
    this.taken.delete(number);
    for (const piece of this.pieces(number)) {
      piece.textContent = this.before.get(piece);
      piece.classList.remove("taken");
    }
  }

  text() {
    const letters = [...this.letters];
    const last = [...this.taken].map((number) => this.findings[number - 1]);
    last.sort((one, other) => other.start - one.start);
    for (const { start, end, replacement } of last) {
      letters.splice(start, end - start, ...replacement);
    }
    return letters.join("");
  }

  names() {
    return [...this.taken].map((number) => ["take", this.findings[number - 1].name]);
  }
}

function start() {
  const data = document.getElementById("data");
  if (!data) return;
  const corrections = new Corrections(JSON.parse(data.textContent));
  const { name } = result.querySelector("section").dataset;
  const buttons = [...result.querySelectorAll("button.take")];
  const copy = document.getElementById("copy");
  document.getElementById("corrected").hidden = !buttons.length;
  copy.hidden = !navigator.clipboard;

  function show() {
    for (const button of buttons) {
      const number = Number(button.dataset.finding);
      const isTaken = corrections.taken.has(number);
      button.hidden = false;
      button.textContent = isTaken ? told.dataset.undo : told.dataset.take;
      button.disabled = !isTaken && !corrections.isFree(number);
      button.closest("li").classList.toggle("taken", isTaken);
    }
  }

  for (const button of buttons) {
    button.addEventListener("click", () => {
      const number = Number(button.dataset.finding);
      if (corrections.taken.has(number)) corrections.undo(number);
      else if (corrections.isFree(number)) corrections.take(number);
      show();
    });
  }
  document.getElementById("take-all").addEventListener("click", () => {
    for (const button of buttons) {
      const number = Number(button.dataset.finding);
      if (corrections.isFree(number)) corrections.take(number);
    }
    show();
  });
  copy.addEventListener("click", async () => {
    await navigator.clipboard.writeText(corrections.text());
    told.textContent = copy.dataset.done;
  });
  document.getElementById("save").addEventListener("click", () => {
    const stem = name.replace(/\.[^.]*$/, "");
    give(new Blob([corrections.text()], { type: "text/plain;charset=utf-8" }), `${stem}.txt`);
  });
  document.getElementById("word")?.addEventListener("click", async () => {
    const wanted = corrections.taken.size ? [["suggest", "true"], ...corrections.names()] : [];
    const answer = await ask([["as", "docx"], ...wanted]);
    if (answer.ok) give(await answer.blob(), name);
    else told.textContent = told.dataset.failed;
  });
  show();
}

start();
