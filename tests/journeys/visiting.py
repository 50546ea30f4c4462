"""What a browser finds on a page: how it answers, reads, fits, and what it breaks."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from sunlit.kernel.query_codes import ALPHABET, LENGTH

WIDE, PHONE = 1280, 390
HAN = re.compile(r"[\u3400-\u9fff]")
LATIN = re.compile(r"[A-Za-z]{3,}")
# One query code in ten happens to have no digit.
QUERY_CODE = re.compile(rf"[{ALPHABET}]{{{LENGTH}}}")
# An address, a file, a number or a code of a record is the same in every language.
CODE = re.compile(
    r"[@/]|\d|^[A-Z]+-|\.(?:csv|md|cn|yaml|xlsx|docx|pdf)\b|\{\w+\}"
    r"|Word|WPS|DOCX|attachment:|^(?:English|Sunlit|HIV$|https?:|ICP|Word$|XLSX|CSV)|PDF|JSON|（CSV）|（XLSX）"
)
QUICK = {"resultTypes": ["violations"]}  # what is well need not be listed

# Every text of the page that is not marked as being in the other language, nor code.
_WORDS = """(other) => {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const found = [];
  while (walker.nextNode()) {
    const around = walker.currentNode.parentElement;
    if (around.closest("code, script, style, textarea")) continue;
    const marked = around.closest("[lang]");
    if (marked && marked.getAttribute('lang') === other) continue;
    const text = walker.currentNode.textContent.trim();
    if (text) found.push(text);
  }
  return found;
}"""


@dataclass
class Visit:
    """What was found at one address in one language."""

    address: str
    status: int = 0
    axe: str = ""
    too_wide: list[str] = field(default_factory=list)
    foreign: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)
    """What the browser says on its console: a broken policy, a missing file."""
    scripts: int = 0


def visit(page: Page, address: str, language: str) -> Visit:
    """Open an address in a language and look at everything."""
    found = Visit(address)
    page.on("console", lambda said: found.complaints.append(said.text))
    page.on("pageerror", lambda error: found.complaints.append(str(error)))
    page.set_viewport_size({"width": WIDE, "height": 900})
    answer = page.goto(f"{address}{'&' if '?' in address else '?'}lang={language}")
    found.status = answer.status if answer else 0
    found.scripts = page.locator("script").count()
    found.foreign = foreign(page, language)
    results = Axe().run(page, options=QUICK)
    if results.violations_count:
        found.axe = results.generate_report()
    for width in (WIDE, PHONE):
        page.set_viewport_size({"width": width, "height": 844})
        if (wide := page.evaluate("document.documentElement.scrollWidth")) > width:
            found.too_wide.append(f"{wide} of {width}")
    return found


def foreign(page: Page, language: str) -> list[str]:
    """Return what a page says in the other language without marking it so."""
    if language == "en":
        words = page.evaluate(_WORDS, "zh-Hans")
        return [text for text in words if HAN.search(text)]
    words = page.evaluate(_WORDS, "en")
    latin = [text for text in words if LATIN.search(text) and not CODE.search(text)]
    return [text for text in latin if not QUERY_CODE.fullmatch(text)]


def faults(visits: Iterable[Visit], name: str) -> dict[str, object]:
    """Return what is wrong in one respect, by address; empty if nothing is."""
    return {one.address: wrong for one in visits if (wrong := getattr(one, name))}
