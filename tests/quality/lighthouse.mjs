// Lighthouse on pages as a phone sees them. Arguments: Chromium, then addresses.
// Prints one JSON array of {page, scores, failing}; a page under the bar is measured twice more and its median counts.
import { launch } from "chrome-launcher";
import lighthouse from "lighthouse";

const [chromium, ...pages] = process.argv.slice(2);
const BAR = 0.99;
const CATEGORIES = ["performance", "accessibility", "best-practices", "seo"];

async function measure(page) {
  const chrome = await launch({ chromePath: chromium, chromeFlags: ["--headless=new", "--no-sandbox", "--disable-gpu"] });
  const { lhr } = await lighthouse(page, { port: chrome.port, onlyCategories: CATEGORIES, logLevel: "error" });
  await chrome.kill();
  if (lhr.runtimeError) throw new Error(`${page}: ${lhr.runtimeError.message}`);
  return lhr;
}

const scoreOf = (run, category) => run.categories[category].score ?? 0;
const isUnder = (run) => CATEGORIES.some((category) => scoreOf(run, category) < BAR);
const medianOf = (numbers) => numbers.sort((one, other) => one - other)[Math.floor(numbers.length / 2)];

function failingOf(run) {
  const weighed = CATEGORIES.flatMap((category) => run.categories[category].auditRefs).filter((ref) => ref.weight > 0);
  const audits = weighed.map((ref) => run.audits[ref.id]).filter((audit) => audit.score !== null && audit.score < BAR);
  return audits.map((audit) => `${audit.id} ${audit.displayValue ?? ""}`.trim());
}

const results = [];
for (const page of pages) {
  const runs = [await measure(page)];
  if (isUnder(runs[0])) runs.push(await measure(page), await measure(page));
  const scores = CATEGORIES.map((category) => [category, medianOf(runs.map((run) => scoreOf(run, category)))]);
  results.push({ page, scores: Object.fromEntries(scores), failing: failingOf(runs.at(-1)) });
}
console.log(JSON.stringify(results));
