/* "Select all" above the languages to translate a page into. */
const all = document.querySelector('[name="select_all"]');

all?.addEventListener("change", () => {
  for (const locale of document.querySelectorAll('[name="locales"]')) {
    locale.checked = all.checked;
  }
});
