/* Tells the translation editor where the choosers are; the page says so on the script tag. */
window.chooserUrls ??= { ...document.currentScript.dataset };
