// Finds names in a long list as one types. Without this script the field stays hidden and
// the browser's own search does the work.

const LETTERS = { đ: "d", ð: "d", ø: "o", ł: "l", ß: "ss", æ: "ae", œ: "oe", ı: "i", "’": "'", "‘": "'" };

// Accents of Latin, Greek and Cyrillic, vowel signs of Hebrew and Arabic. Signs of other
// scripts are letters there and stay.
const ACCENTS = /[\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670]/g;

const fold = (text) =>
  text
    .normalize("NFKD")
    .replace(ACCENTS, "")
    .toLowerCase()
    .replace(/[đðøłßæœı’‘]/g, (letter) => LETTERS[letter]);

const setUp = (field) => {
  const input = field.querySelector("input");
  const output = field.querySelector("output");
  const lists = [...document.querySelectorAll(`${field.dataset.findIn} ol`)];
  const names = lists.flatMap((list) =>
    [...list.children].map((item, index) => {
      item.value = list.start + index; // keeps its number when those before it are hidden
      return { item, text: fold(item.textContent) };
    }),
  );
  let timer;

  const find = () => {
    const words = fold(input.value).split(/\s+/).filter(Boolean);
    let found = 0;
    for (const { item, text } of names) {
      item.hidden = !words.every((word) => text.includes(word));
      found += item.hidden ? 0 : 1;
    }
    for (const list of lists) {
      list.parentElement.hidden = !list.querySelector("li:not([hidden])");
    }
    const message = found ? field.dataset.found : field.dataset.none;
    clearTimeout(timer);
    timer = setTimeout(() => {
      output.textContent = words.length
        ? message.replace("[found]", found).replace("[all]", names.length)
        : "";
    }, 200);
  };

  input.addEventListener("input", find);
  field.hidden = false;
  if (input.value) find(); // the browser put it back after a reload
};

document.querySelectorAll("[data-find-in]").forEach(setUp);
