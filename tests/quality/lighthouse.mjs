// Lighthouse on pages as a phone sees them. Arguments: Chromium, then addresses.
// Prints one JSON array of {page, scores, failing}; a page under the bar is measured twice more and its median counts.
import { launch } from "chrome-launcher";
import lighthouse from "lighthouse";

const [chromium, ...pages] = process.argv.slice(2);
const BAR = 0.99;
const TURNS = 3; // of a page whose run fails
const CATEGORIES = ["performance", "accessibility", "best-practices", "seo"];

async function run(page) {
  const chrome = await launch({ chromePath: chromium, chromeFlags: ["--headless=new", "--no-sandbox", "--disable-gpu"] });
  try {
    return (await lighthouse(page, { port: chrome.port, onlyCategories: CATEGORIES, logLevel: "error" })).lhr;
  } finally {
    await chrome.kill();
  }
}

// A run whose trace the browser lost (NO_NAVSTART and the like) has measured nothing, and Lighthouse asks for another.
async function measure(page) {
  for (let turn = 1; ; turn += 1) {
    const found = await run(page);
    if (!found.runtimeError) return found;
    if (turn === TURNS) throw new Error(`${page}: ${found.runtimeError.message}`);
  }
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
