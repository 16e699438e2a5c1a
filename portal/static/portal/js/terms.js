// Definitions beside terms in running text: while one is pointed at or has the focus, or at the first tap.
// Without this a term is a plain link to its page.
const GAP = 6; // pixels
const EDGE = 16; // pixels, between the card and the sides of the window
const PATIENCE = 200; // milliseconds, time to move from the term to the card

class TermCard {
  constructor() {
    this.box = document.createElement("div");
    this.box.className = "term__card";
    this.box.id = "term-card";
    this.box.setAttribute("role", "tooltip");
    this.name = part("term__name");
    this.definition = part("term__definition");
    this.box.append(this.name, this.definition);
    this.box.hidden = true;
    this.box.addEventListener("pointerenter", () => clearTimeout(this.leaving));
    this.box.addEventListener("pointerleave", () => this.leave());
    (document.querySelector("main") ?? document.body).append(this.box); // within a landmark
  }

  show(term) {
    clearTimeout(this.leaving);
    if (this.term === term) return;
    this.close();
    this.term = term;
    this.name.textContent = term.dataset.term;
    this.definition.textContent = term.dataset.definition;
    this.box.hidden = false;
    term.setAttribute("aria-describedby", this.box.id);
    this.place();
  }

  // Under the line that holds the term, or above it where the window ends; moved so, nothing else shifts.
  place() {
    const line = this.term.getClientRects()[0];
    const widest = document.documentElement.clientWidth - this.box.offsetWidth - EDGE;
    const under = line.bottom + GAP;
    const isLow = under + this.box.offsetHeight > window.innerHeight;
    const above = line.top - GAP - this.box.offsetHeight;
    const left = Math.max(EDGE, Math.min(line.left, widest));
    this.box.style.transform = `translate(${left}px, ${isLow && above > 0 ? above : under}px)`;
  }

  leave() {
    clearTimeout(this.leaving);
    this.leaving = setTimeout(() => this.close(), PATIENCE);
  }

  close() {
    clearTimeout(this.leaving);
    if (!this.term) return;
    this.term.removeAttribute("aria-describedby");
    this.term = null;
    this.box.hidden = true;
  }
}

function part(name) {
  return Object.assign(document.createElement("p"), { className: name });
}

const terms = document.querySelectorAll("a.term[data-definition]");
if (terms.length) {
  const card = new TermCard();
  for (const term of terms) {
    let isTapped = false;
    term.addEventListener("pointerenter", (event) => event.pointerType === "mouse" && card.show(term));
    term.addEventListener("pointerleave", (event) => event.pointerType === "mouse" && card.leave());
    term.addEventListener("pointerdown", (event) => {
      isTapped = event.pointerType !== "mouse" && card.term !== term;
    });
    term.addEventListener("focus", () => card.show(term));
    term.addEventListener("blur", () => card.close());
    // The first tap shows the definition, the second follows the link.
    term.addEventListener("click", (event) => {
      if (isTapped) event.preventDefault();
      isTapped = false;
      card.show(term);
    });
  }
  document.addEventListener("keydown", (event) => event.key === "Escape" && card.close());
  document.addEventListener("pointerdown", (event) => {
    if (!card.box.contains(event.target) && event.target.closest("a.term") !== card.term) card.close();
  });
  window.addEventListener("scroll", () => card.term && card.place(), { passive: true });
  window.addEventListener("resize", () => card.close());
}
