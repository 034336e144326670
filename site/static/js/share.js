// The browser's own way of sharing, and copying with one click. Without this script both
// buttons stay hidden: the links work, and the text can be copied by hand.

const offerSharing = (item) => {
  const data = { title: item.dataset.shareTitle, url: item.dataset.shareUrl };
  if (!navigator.canShare?.(data)) return;
  item.querySelector("button").addEventListener("click", () => {
    navigator.share(data).catch(() => {}); // the reader thought better of it
  });
  item.hidden = false;
};

const offerCopying = (details) => {
  const button = details.querySelector("button");
  const input = details.querySelector("input");
  const output = details.querySelector("output");
  button.addEventListener("click", async () => {
    input.select();
    try {
      await navigator.clipboard.writeText(input.value);
      output.textContent = button.dataset.copied;
    } catch {
      input.focus();
      output.textContent = button.dataset.marked;
    }
  });
  button.hidden = false;
};

document.querySelectorAll("[data-share-url]").forEach(offerSharing);
document.querySelectorAll(".share-copy").forEach(offerCopying);
