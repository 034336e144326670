// Offers the page in a language that the reader prefers, if it exists in it. The sentences
// stand in the page; nothing is asked of the server and nothing is kept but a refusal, in
// this tab. Without this script the list of languages does the work.

const offer = document.getElementById("language-offer");
const current = document.documentElement.lang;
const links = [...offer.querySelectorAll("a")];
const matches = (wanted, code) => {
  const full = wanted.toLowerCase().replace(/^zh-(?:tw|hk|mo)\b/, "zh-hant").replace(/^zh(?!-hant)(?:-.*)?$/, "zh-hans");
  return full === code || full.startsWith(`${code}-`) || (code === "tl" && /^fil\b/.test(full));
};
const refused = () => {
  try {
    return sessionStorage.getItem("language-offer");
  } catch {
    return true; // where nothing can be kept, the line could not be put away
  }
};

for (const wanted of navigator.languages) {
  if (matches(wanted, current)) break;
  const link = links.find((one) => matches(wanted, one.hreflang));
  if (link && !refused()) {
    links.forEach((one) => (one.hidden = one !== link));
    offer.hidden = false;
    break;
  }
}
offer.querySelector("button").addEventListener("click", () => {
  sessionStorage.setItem("language-offer", "no");
  offer.hidden = true;
});
