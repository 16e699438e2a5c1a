// "t" opens the table of the exhibit in view and goes to it; once more closes it.
export function listenForTableKey() {
  document.addEventListener("keydown", (event) => {
    const isTyping = event.target.closest?.("input, textarea, select, [contenteditable]");
    if (event.key !== "t" || isTyping || event.ctrlKey || event.metaKey || event.altKey) return;
    const table = tableInView();
    if (!table) return;
    event.preventDefault();
    const isThere = table.open && table.contains(document.activeElement);
    table.open = !isThere;
    const goal = table.querySelector(isThere ? "summary" : ".table-scroll");
    goal.focus();
  });
}

// The one whose exhibit takes most of the window.
function tableInView() {
  const tables = [...document.querySelectorAll(".exhibit__table")];
  const seen = (table) => {
    const { top, bottom } = table.parentElement.getBoundingClientRect();
    return Math.min(bottom, window.innerHeight) - Math.max(top, 0);
  };
  return tables.sort((one, other) => seen(other) - seen(one))[0];
}
