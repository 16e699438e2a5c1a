// What exhibits can do where scripts run: charts that come alive, things to copy, a key for the table.
import { listenForCopying } from "./copy-exhibit.js";
import { listenForTableKey } from "./table-key.js";

// Nothing of Vega is asked for before a reader turns to a chart.
const SIGNS = ["pointerenter", "pointerdown", "focus"];

function waitFor(chart) {
  chart.tabIndex = 0;
  chart.setAttribute("role", "group");
  chart.setAttribute("aria-label", chart.querySelector("title").textContent);
  // A tap may come before the chart is there.
  let pressed = null;
  chart.addEventListener("click", (event) => (pressed = event));
  const wake = async (event) => {
    for (const sign of SIGNS) chart.removeEventListener(sign, wake);
    try {
      const { enliven } = await import("./live-chart.js");
      await enliven(chart, () => pressed ?? event);
    } catch (error) {
      console.warn("The chart stays as it is.", error);
      for (const sign of SIGNS) chart.addEventListener(sign, wake);
    }
  };
  for (const sign of SIGNS) chart.addEventListener(sign, wake);
}

// Charts that stand in the page now; also those that a script has put there, which says so by this event.
function waitForAll() {
  for (const chart of document.querySelectorAll("[data-chart]:not([tabindex])")) waitFor(chart);
}

waitForAll();
listenForCopying();
document.addEventListener("exhibit-shown", waitForAll);
document.addEventListener("exhibit-shown", listenForCopying);
listenForTableKey();
