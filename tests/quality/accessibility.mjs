// axe, and pa11y with HTML_CodeSniffer, on pages in the light and the dark theme.
// Arguments: Chromium, then addresses. Prints one JSON array of {page, theme, found}.
import { createRequire } from "node:module";
import axe from "axe-core";
import pa11y from "pa11y";

const puppeteer = createRequire(import.meta.resolve("pa11y"))("puppeteer"); // the one that pa11y drives
const [chromium, ...pages] = process.argv.slice(2);
const THEMES = ["light", "dark"];
const WORKERS = 2;
const PATIENCE = 180000; // milliseconds; a busy machine is slow, not wrong
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

async function inTheme(window, theme) {
  await window.emulateMediaFeatures([{ name: "prefers-color-scheme", value: theme }]);
}

async function violationsOf(window) {
  return window.evaluate(async (values) => {
    const found = await axe.run(document, { resultTypes: ["violations"], runOnly: { type: "tag", values } });
    return found.violations.map((one) => `axe ${one.id}: ${one.help} ${one.nodes[0].target.join(" ")}`);
  }, TAGS);
}

async function issuesOf(window, page) {
  const options = { browser, page: window, ignoreUrl: true, standard: "WCAG2AA", timeout: PATIENCE };
  const { issues } = await pa11y(page, options);
  return issues.map((issue) => `pa11y ${issue.code} ${issue.message} ${issue.selector}`);
}

async function measure(window, page) {
  await inTheme(window, THEMES[0]);
  await window.goto(page, { waitUntil: "load" });
  await window.evaluate(axe.source);
  const results = [];
  for (const theme of THEMES) {
    await inTheme(window, theme);
    results.push({ page, theme, found: [...(await violationsOf(window)), ...(await issuesOf(window, page))] });
  }
  return results;
}

async function work() {
  const window = await browser.newPage();
  window.setDefaultTimeout(PATIENCE);
  const results = [];
  while (pages.length > 0) {
    results.push(...(await measure(window, pages.shift())));
  }
  return results;
}

const browser = await puppeteer.launch({ executablePath: chromium, args: ["--no-sandbox", "--disable-gpu"] });
const results = await Promise.all(Array.from({ length: WORKERS }, work));
await browser.close();
console.log(JSON.stringify(results.flat()));
