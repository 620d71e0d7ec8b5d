// Files may be dropped on the form, and are named before they are sent. Without this the form works.
const form = document.getElementById("drop");
const input = document.getElementById("files");
const chosen = document.getElementById("chosen");

function show() {
  chosen.replaceChildren(...Array.from(input.files, (file) => {
    const line = document.createElement("li");
    line.dir = "auto";
    line.textContent = file.name;
    return line;
  }));
}

if (form) {
  input.addEventListener("change", show);
  for (const name of ["dragenter", "dragover"]) {
    form.addEventListener(name, (event) => {
      event.preventDefault();
      form.classList.add("over");
    });
  }
  for (const name of ["dragleave", "drop"]) {
    form.addEventListener(name, () => form.classList.remove("over"));
  }
  form.addEventListener("drop", (event) => {
    event.preventDefault();
    input.files = event.dataTransfer.files;
    show();
  });
}
