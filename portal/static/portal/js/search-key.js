// "/" goes to the search box, as on many sites; the page works the same without it.
document.addEventListener("keydown", (event) => {
  const isTyping = event.target.closest("input, textarea, select, [contenteditable]");
  if (event.key !== "/" || isTyping || event.ctrlKey || event.metaKey || event.altKey) return;
  const box = document.querySelector("#page-search") || document.querySelector("#site-search");
  if (!box) return;
  event.preventDefault();
  box.focus();
});
