// "/" and Ctrl-K (⌘K) open the palette of search, which is asked for then; the form in the head works without it.
let typed = null; // while the palette is on its way: the words that are typed already

document.addEventListener("keydown", async (event) => {
  const isTyping = event.target.closest?.("input, textarea, select, [contenteditable]");
  const isHeld = event.ctrlKey || event.metaKey || event.altKey;
  if (typed !== null && event.key.length === 1 && !isHeld) {
    typed += event.key;
    event.preventDefault();
    return;
  }
  const isSlash = event.key === "/" && !isTyping && !isHeld;
  const isK = event.key.toLowerCase() === "k" && isHeld && !event.altKey && !event.shiftKey;
  if (typed !== null || (!isSlash && !isK)) return;
  event.preventDefault();
  typed = "";
  try {
    const { openPalette } = await import("./palette.js");
    openPalette(typed);
  } catch (error) {
    console.warn("The palette does not open; the search box is there.", error);
    document.querySelector("#page-search, #site-search")?.focus();
  } finally {
    typed = null;
  }
});
