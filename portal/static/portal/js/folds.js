// What is folded on a page; without this nothing is lost.
// On phones the table of an exhibit that has a chart begins closed.
if (window.matchMedia("(width < 44rem)").matches) {
  for (const table of document.querySelectorAll(".chart ~ .exhibit__table")) table.open = false;
}

// What an address points at is opened; newer browsers do so by themselves.
function openTarget() {
  const target = document.querySelector(":target");
  const fold = target && target.closest("details");
  if (!fold || fold.open) return;
  fold.open = true;
  target.scrollIntoView();
}
window.addEventListener("hashchange", openTarget);
openTarget();
