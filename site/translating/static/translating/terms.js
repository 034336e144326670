/* Beside the translation editor: only the terms of the text that is being worked on.

   Without this script all of them stand below the editor. */
const panel = document.querySelector("[data-desk-terms]");
const sections = [...(panel?.querySelectorAll("[data-source]") ?? [])];
const plain = (text) => text.replace(/<[^>]*>/g, "").replace(/\s+/g, " ").trim();

/* The editor says nothing about which text has the focus: find the one whose source stands
   in the same row. */
function sourceOf(element) {
  for (let node = element; node && node.tagName !== "MAIN"; node = node.parentElement) {
    const text = plain(node.textContent);
    const found = sections.filter((section) => text.includes(plain(section.dataset.source)));
    if (found.length) return found;
    if (node.matches("li")) return [];
  }
  return [];
}

document.addEventListener("focusin", (event) => {
  if (!event.target.closest(".js-translation-editor")) return;
  const found = sourceOf(event.target);
  for (const section of sections) section.hidden = found.length > 0 && !found.includes(section);
});
