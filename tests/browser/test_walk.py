"""Every page that links lead to, in both languages, in Chromium: no console message, CSP report or axe violation."""

import asyncio
import re
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from urllib.parse import urlsplit
from zlib import crc32

import pytest
from playwright.async_api import async_playwright

from tests.browser.conftest import FLAGS, PATIENCE
from tests.browser.server import fetch

pytestmark = pytest.mark.browser

WIDTHS, SCHEMES = (1440, 390), ("light", "dark")
WINDOWS = len(WIDTHS) * len(SCHEMES)
# Very many pages of one kind each: one in so many is looked at, the others are asked for only.
ALIKE = {
    re.compile(r"^/[a-z-]+/(n|attributes|products/[^/]+|landscape/[^/]+/items)/"): 24,  # numbers, facts, items
    re.compile(r"^/[a-z-]+/surveys/[^/]+/[^/]+/"): 2,  # questions and trends
    re.compile(r"^/[a-z-]+/(sources|glossary)/"): 6,  # sources and terms
}
FILE = re.compile(r"\.[a-z0-9.]+$")  # pages have no dot in their address
RULES = {
    "resultTypes": ["violations"],
    "runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]},
}
WATCH_POLICY = """
document.addEventListener("securitypolicyviolation",
    (event) => console.error("CSP " + event.violatedDirective + " " + event.blockedURI));
"""
LOOK = """async (rules) => {
    const found = await axe.run(document, rules);
    return {
        links: [...document.querySelectorAll("a[href]")].map((link) => link.href),
        overflow: document.documentElement.scrollWidth > window.innerWidth + 1,
        violations: found.violations.map((one) => one.id + ": " + one.help + " " +
            one.nodes.slice(0, 2).map((node) => node.target.join(" ")).join(" | ")),
    };
}"""


class Walk:
    """Follows links without query from the home pages; what is wrong is gathered by address."""

    def __init__(self, site: str, axe: str):
        self.site, self.axe = site, axe
        # Widths and colours take turns, so that both languages are seen in all of them over the whole walk.
        self.waiting: list[list[str]] = [[] for turn in range(WINDOWS)]
        self.seen: set[str] = set()
        self.alike: set[str] = set()
        for start in (f"{site}/en/", f"{site}/zh-hans/"):
            self.note_page(start)
        self.files: set[str] = set()
        self.views: set[str] = set()
        self.trouble: list[str] = []
        self.aborted: dict[str, str] = {}  # what the browser gave up when the page was left → the page
        self.busy = 0

    def note_links(self, links: list[str]) -> None:
        for link in links:
            parts = urlsplit(link)
            if not link.startswith(self.site) or parts.path.startswith(("/admin", "/static")):
                continue
            address = f"{self.site}{parts.path}"
            if FILE.search(parts.path) or parts.path.startswith(("/api/", "/embed/")):
                self.files.add(link.partition("#")[0])
            elif parts.query:
                self.views.add(link.partition("#")[0])
            elif is_left_out(parts.path):
                self.alike.add(address)
            else:
                self.note_page(address)

    def note_page(self, address: str) -> None:
        if address not in self.seen:
            self.seen.add(address)
            self.waiting[turn_of(address)].append(address)

    async def look(self, page, address: str) -> None:
        answer = await page.goto(address, wait_until="load")
        found = await page.evaluate(LOOK, RULES)
        self.note_links(found["links"])
        messages = found["violations"]
        if answer.status != 200:
            messages.append(f"status {answer.status}")
        if found["overflow"]:
            messages.append("the page scrolls sideways")
        self.trouble += [f"{address}: {message}" for message in messages]

    async def work(self, browser, turn: int) -> None:
        """Looks at the addresses whose turn it is, all in one window of one width and colour."""
        context = await browser.new_context(
            viewport={"width": WIDTHS[turn % 2], "height": 900}, color_scheme=SCHEMES[turn // 2]
        )
        await context.add_init_script(f"{WATCH_POLICY}\n{self.axe}")
        context.set_default_timeout(2 * PATIENCE)
        page = await context.new_page()
        self.listen(page)
        while any(self.waiting) or self.busy:
            if not self.waiting[turn]:
                await asyncio.sleep(0.05)
                continue
            self.busy += 1
            try:
                await self.look(page, self.waiting[turn].pop())
            finally:
                self.busy -= 1
        await context.close()

    def listen(self, page) -> None:
        def note(words: str) -> None:
            self.trouble.append(f"{page.url}: {words}")

        page.on("console", lambda message: note(f"{message.type} {message.text}"))
        page.on("pageerror", lambda error: note(f"error {error}"))
        page.on("requestfailed", lambda request: self.note_failed(request, page.url))
        page.on("request", lambda request: self.is_ours(request.url) or note(f"foreign {request.url}"))

    def note_failed(self, request, page: str) -> None:
        """A favicon still on its way when the next page is opened is aborted by Chromium itself: asked for later."""
        if request.failure == "net::ERR_ABORTED":
            self.aborted[request.url] = page
        else:
            self.trouble.append(f"{page}: failed {request.url} {request.failure}")

    def is_ours(self, address: str) -> bool:
        return address.startswith((self.site, "data:"))


def is_left_out(path: str) -> bool:
    """Whether others of its kind are looked at in its place."""
    return any(kind.match(path) and turn_in(path) % one_in for kind, one_in in ALIKE.items())


def turn_of(address: str) -> int:
    """The same in every run, unlike hash(), and even, so that no window waits for the others."""
    return crc32(urlsplit(address).path.encode()) % WINDOWS


def turn_in(path: str) -> int:
    """The same for both languages."""
    return sum(map(ord, path.partition("/")[2].partition("/")[2]))


def dead(links: Iterable[str]) -> list[str]:
    """Those that do not answer with a page, with what they answer. As many are asked at once as there are windows."""
    asked = list(links)
    with ThreadPoolExecutor(WINDOWS) as readers:
        answers = readers.map(lambda link: fetch(link)[0], asked)
    return [f"{link}: {status}" for link, status in zip(asked, answers, strict=True) if status != 200]


async def walk(site: str, chromium: str, axe: str) -> Walk:
    found = Walk(site, axe)
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        await asyncio.gather(*[found.work(browser, turn) for turn in range(WINDOWS)])
        await browser.close()
    return found


def test_every_page_is_clean_and_every_link_leads_somewhere(site, chromium, axe):
    found = asyncio.run(walk(site, chromium, axe))

    assert dead(found.aborted) == [], found.aborted
    assert found.trouble == [], "\n".join(found.trouble)
    assert len(found.seen) > 500, f"only {len(found.seen)} pages were reached"
    languages = [
        {
            urlsplit(address).path.removeprefix(f"/{code}")
            for address in found.seen | found.alike
            if urlsplit(address).path.startswith(f"/{code}/")
        }
        for code in ("en", "zh-hans")
    ]
    assert languages[0] == languages[1]
    assert dead([*sorted(found.views)[::7], *sorted(found.alike)[::4]]) == []
    kinds: dict[str, str] = {}
    for link in sorted(found.files):
        path = urlsplit(link).path
        kinds.setdefault(
            f"{path.split('/')[2] if path.count('/') > 1 else path}{FILE.search(path) and FILE.search(path)[0]}", link
        )
    assert dead(kinds.values()) == []
    print(f"{len(found.seen)} pages, {len(found.alike)} more alike, {len(found.views)} views, {len(found.files)} files")
