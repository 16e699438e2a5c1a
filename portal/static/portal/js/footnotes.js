// A footnote opens below the paragraph of its mark; without this the mark leads to the list at the end.
let open = null;

function close() {
  if (!open) return;
  open.mark.setAttribute("aria-expanded", "false");
  open.note.remove();
  open = null;
}

function show(mark) {
  const item = document.querySelector(mark.getAttribute("href"));
  const place = mark.closest(".table-scroll, p, li, h2, h3");
  if (!item || !place) return false;
  const note = document.createElement("div");
  note.className = "footnote";
  note.setAttribute("role", "note");
  for (const child of item.childNodes) note.append(child.cloneNode(true));
  for (const back of note.querySelectorAll(".footnotes__back")) back.remove();
  if (place.matches("li")) place.append(note);
  else place.after(note);
  mark.setAttribute("aria-expanded", "true");
  open = { mark, note };
  return true;
}

for (const mark of document.querySelectorAll(".footnote-mark__link")) {
  mark.setAttribute("role", "button");
  mark.setAttribute("aria-expanded", "false");
  mark.addEventListener("click", (event) => {
    const isOpen = open && open.mark === mark;
    close();
    if (isOpen || show(mark)) event.preventDefault();
  });
  mark.addEventListener("keydown", (event) => {
    if (event.key !== " ") return;
    event.preventDefault();
    mark.click();
  });
}

document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape" || !open) return;
  const mark = open.mark;
  close();
  mark.focus();
});
