/* Lends the page's nonce for styles to the style elements that the admin's scripts make.

   The rich text editor and the translation editor make some for themselves. The policy
   admits them by this nonce, and still refuses a style element that somebody smuggled into
   the HTML: the parser does not come past here. */

const { nonce } = document.currentScript;
const createElement = Document.prototype.createElement;

Document.prototype.createElement = function (name, options) {
  const element = createElement.call(this, name, options);
  if (element instanceof HTMLStyleElement) element.nonce = nonce;
  return element;
};
