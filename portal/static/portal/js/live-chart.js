// Draws a chart anew with Vega in the place of its picture, and lets readers point at, walk and pick what it shows.
import { embed } from "./vega.js";
import { Marks } from "./marks.js";
import { Tip } from "./tip.js";

const OPTIONS = {
  ast: true, // expressions are interpreted, so that no text is ever run as a program
  renderer: "svg",
  actions: false,
  defaultStyle: false,
  hover: false,
  tooltip: false,
};

// `lastSign` gives the event that says what the reader has turned to by then.
export async function enliven(chart, lastSign) {
  const answer = await fetch(chart.dataset.chart);
  if (!answer.ok) throw new Error(`${chart.dataset.chart} answers ${answer.status}`);
  const drawing = document.createElement("div");
  drawing.className = "chart__drawing";
  const { view } = await embed(drawing, await answer.json(), OPTIONS);
  keepPattern(chart);
  chart.replaceChildren(drawing);
  new LiveChart(chart, view).start(lastSign());
}

// What a source does not state is hatched as in the picture before; its pattern is kept once for the page.
function keepPattern(chart) {
  const pattern = chart.querySelector("pattern");
  if (!pattern || document.querySelector("#chart-hatch")) return;
  const holder = chart.querySelector("svg").cloneNode(false);
  for (const name of holder.getAttributeNames()) holder.removeAttribute(name);
  holder.setAttribute("class", "chart__patterns");
  holder.setAttribute("aria-hidden", "true");
  holder.append(pattern);
  pattern.id = "chart-hatch";
  document.body.append(holder);
}

class LiveChart {
  constructor(chart, view) {
    this.chart = chart;
    this.view = view;
    this.marks = new Marks(chart, view);
    this.tip = new Tip(chart);
    this.mark = null;
  }

  start(sign) {
    this.chart.addEventListener("pointermove", (event) => this.point(event));
    this.chart.addEventListener("pointerleave", () => this.leave());
    this.chart.addEventListener("click", (event) => this.press(event));
    this.chart.addEventListener("keydown", (event) => this.type(event));
    this.chart.addEventListener("focusout", (event) => this.leaveFor(event.relatedTarget));
    document.addEventListener("pointerdown", (event) => this.chart.contains(event.target) || this.tip.close());
    // Vega knows which words belong to which series.
    this.view.addEventListener("click", (event, item) => item && !item.datum.tip && this.pick(item.datum.series));
    if (sign.type === "click") this.press(sign);
    else if (sign.type !== "focus") this.point(sign);
  }

  point(event) {
    if (this.tip.isPinned) return;
    this.mark = this.marks.near(event);
    this.mark ? this.tip.show(this.mark) : this.tip.close();
  }

  leave() {
    if (!this.tip.isPinned && document.activeElement !== this.chart) this.tip.close();
  }

  leaveFor(place) {
    if (!this.chart.contains(place)) this.tip.close();
  }

  press(event) {
    if (this.tip.holds(event.target)) return;
    const mark = this.marks.near(event);
    this.tip.close();
    if (!mark) return;
    this.mark = mark;
    this.tip.pin(mark);
  }

  type(event) {
    if (event.target !== this.chart && event.key !== "Escape") return;
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (!this.obey(event.key)) return;
    event.preventDefault();
  }

  // Whether the key means something here.
  obey(key) {
    const next = this.marks.next(this.mark, key);
    if (next) {
      this.mark = next;
      this.tip.show(next, { said: true });
    } else if (key === "Enter" && this.mark) {
      this.tip.pin(this.mark);
    } else if (key === " " && this.mark?.series) {
      this.pick(this.mark.series);
    } else if (key === "Escape") {
      this.tip.isOpen ? this.chart.focus() : this.pickNone();
      this.tip.close();
    } else {
      return false;
    }
    return true;
  }

  pick(series) {
    if (!series) return;
    const picked = this.view.signal("picked");
    const others = picked.filter((name) => name !== series);
    this.view.signal("picked", others.length < picked.length ? others : [...picked, series]).runAsync();
  }

  pickNone() {
    this.view.signal("picked", []).runAsync();
  }
}
