// What is said of a mark, beside it: while it is pointed at, or until it is closed where it was pinned.
import { copyNumber } from "./copy-exhibit.js";

const GAP = 8; // pixels

export class Tip {
  constructor(chart) {
    this.chart = chart;
    const template = chart.parentElement.querySelector("template[data-tip]");
    this.box = template.content.firstElementChild.cloneNode(true);
    this.ring = document.createElement("div");
    this.ring.className = "tip-ring";
    this.said = document.createElement("div");
    this.said.className = "visually-hidden";
    this.said.setAttribute("role", "status");
    chart.append(this.ring, this.box, this.said);
    this.box.querySelector("[data-close]").addEventListener("click", () => {
      this.close();
      chart.focus();
    });
    this.button.addEventListener("click", () => copyNumber(this.button, this.link.href, this.done));
    this.close();
  }

  get isOpen() {
    return !this.box.hidden;
  }

  get isPinned() {
    return this.isOpen && this.box.classList.contains("tip--pinned");
  }

  get button() {
    return this.box.querySelector('[data-copies="number"]');
  }

  get link() {
    return this.box.querySelector(".tip__link");
  }

  get done() {
    return this.box.querySelector("[data-said]");
  }

  holds(element) {
    return this.box.contains(element);
  }

  show(mark, { said = false } = {}) {
    this.fill(mark.tip);
    this.box.classList.remove("tip--pinned");
    this.box.hidden = this.ring.hidden = false;
    this.place(mark);
    this.said.textContent = said ? [mark.tip.title, ...mark.tip.rows.map((row) => row.join(" "))].join("; ") : "";
  }

  pin(mark) {
    this.show(mark);
    this.box.classList.add("tip--pinned");
    this.place(mark);
  }

  close() {
    this.box.hidden = this.ring.hidden = true;
    this.said.textContent = "";
  }

  fill({ title, rows, number }) {
    this.box.querySelector(".tip__title").textContent = title;
    this.box.querySelector(".tip__rows").replaceChildren(...rows.flatMap(([name, value]) => pair(name, value)));
    this.button.hidden = this.link.hidden = !number;
    this.done.textContent = "";
    if (number) this.link.href = number;
  }

  // Under the mark, or above it where the window ends; never wider than the chart.
  place(mark) {
    const drawing = this.chart.firstElementChild;
    const scale = drawing.clientWidth / drawing.querySelector("svg").viewBox.baseVal.width;
    const [left, right, top, bottom] = [mark.left, mark.right, mark.top, mark.bottom].map((place) => place * scale);
    move(this.ring, left, top);
    this.ring.style.width = `${right - left}px`;
    this.ring.style.height = `${bottom - top}px`;
    const widest = this.chart.clientWidth - this.box.offsetWidth;
    const isLow = this.chart.getBoundingClientRect().top + bottom + GAP + this.box.offsetHeight > window.innerHeight;
    const isRoomAbove = this.chart.getBoundingClientRect().top + top - GAP - this.box.offsetHeight > 0;
    const y = isLow && isRoomAbove ? top - GAP - this.box.offsetHeight : bottom + GAP;
    move(this.box, Math.max(0, Math.min((left + right - this.box.offsetWidth) / 2, widest)), y);
  }
}

function pair(name, value) {
  return [
    ["dt", name],
    ["dd", value],
  ].map(([kind, text]) => Object.assign(document.createElement(kind), { textContent: text }));
}

// Moved so, nothing of it counts as a shift of the page.
function move(element, left, top) {
  element.style.transform = `translate(${left}px, ${top}px)`;
}
