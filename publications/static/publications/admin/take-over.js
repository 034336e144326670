/* Fills a field of the publication's form with what a file says about itself, on a click. */

function fill(field, value) {
  field.value = value;
  for (const name of ["input", "change"]) {
    field.dispatchEvent(new Event(name, { bubbles: true }));
  }
  field.focus();
}

/* The first author without a name, or a new one. */
function freeAuthor() {
  const free = () =>
    [...document.querySelectorAll('input[name^="authors-"][name$="-name"]')].find(
      (field) => !field.value && field.offsetParent,
    );
  if (!free()) document.getElementById("id_authors-ADD")?.click();
  return free();
}

document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-readings] [data-take]");
  if (!button) return;
  const into = button.dataset.into;
  const field = into === "author" ? freeAuthor() : document.getElementById(`id_${into}`);
  if (field) fill(field, button.dataset.take);
});
