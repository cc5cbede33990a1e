"""The site in a real browser: no page complains, everything can be read and reached by keyboard, search finds."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.site import library
from tests.site.browser import NARROW, WIDE, chromium, look, missing, served

pytestmark = pytest.mark.skipif(bool(missing()), reason=missing())

LOOKS = {"light": (False, WIDE), "dark": (True, WIDE), "narrow": (False, NARROW), "narrow and dark": (True, NARROW)}

FAINT = """
const bright = (c) => {
  const [r, g, b] = c.match(/[\\d.]+/g).map(Number).map((v) => v / 255)
    .map((v) => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};
const ground = (e) => {
  for (; e; e = e.parentElement) {
    const c = getComputedStyle(e).backgroundColor;
    if (!/, 0\\)$/.test(c)) return c;
  }
  return "rgb(255, 255, 255)";
};
const faint = [];
const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
let seen = 0;
while (walker.nextNode()) {
  const e = walker.currentNode.parentElement;
  if (!walker.currentNode.data.trim() || !e.checkVisibility()) continue;
  seen += 1;
  const [x, y] = [bright(getComputedStyle(e).color), bright(ground(e))];
  const ratio = (Math.max(x, y) + 0.05) / (Math.min(x, y) + 0.05);
  if (ratio < 4.5) faint.push(`${ratio.toFixed(2)} ${walker.currentNode.data.trim()}`);
}
return [seen, faint];
"""


@pytest.fixture(scope="module")
def address(site: Path) -> Iterator[str]:
    with served(site) as where:
        yield where


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    with chromium(tmp_path_factory.mktemp("profile")) as driver:
        yield driver


@pytest.fixture(autouse=True)
def _daylight(browser: Any) -> None:
    look(browser, *LOOKS["light"])
    browser.get_log("browser")


def some_pages(site: Path) -> list[str]:
    """Every page that there is one of, and those of every name, event and article."""
    return sorted(path.relative_to(site).as_posix() for path in site.rglob("*.html"))


def until(browser: Any, what: Any) -> Any:
    from selenium.webdriver.support.wait import WebDriverWait

    return WebDriverWait(browser, 10, poll_frequency=0.02).until(what)


def is_headed(browser: Any, title: str) -> bool:
    """Whether a page has come that bears a heading, while the one before it may still be going."""
    from selenium.webdriver.support.expected_conditions import text_to_be_present_in_element

    until(browser, text_to_be_present_in_element(("tag name", "h1"), title))
    return bool(browser.find_element("tag name", "h1").text == title)


def keys(*pressed: str) -> str:
    from selenium.webdriver.common.keys import Keys

    return "".join(getattr(Keys, key, key) for key in pressed)


def results(browser: Any) -> list[str]:
    return [one.text for one in browser.find_elements("css selector", "#found-list a span")]


def search(browser: Any, words: str) -> list[str]:
    box = browser.find_element("id", "q")
    box.clear()
    box.send_keys(words)
    plain = "".join(c for c in unicodedata.normalize("NFKD", words) if not unicodedata.combining(c)).lower()
    shown = browser.find_element("id", "found-list")
    until(browser, lambda b: shown.get_dom_attribute("data-shown") == plain)
    return results(browser)


@pytest.mark.parametrize("how", LOOKS)
def test_every_page_is_quiet_fits_and_can_be_read(how: str, browser: Any, address: str, site: Path) -> None:
    look(browser, *LOOKS[how])
    for page in some_pages(site):
        browser.get(address + page)
        assert browser.get_log("browser") == [], page
        wide, room = browser.execute_script(
            "return [document.documentElement.scrollWidth, document.documentElement.clientWidth]"
        )
        assert wide <= room, f"{page} is wider than the window"
        seen, faint = browser.execute_script(FAINT)
        assert seen > 10
        assert faint == [], page
        loaded = browser.execute_script("return performance.getEntriesByType('resource').map((r) => r.name)")
        assert loaded
        assert all(one.startswith(address) for one in loaded), page


def test_dark_is_dark(browser: Any, address: str) -> None:
    grounds = []
    for how in ("light", "dark"):
        look(browser, *LOOKS[how])
        browser.get(address)
        grounds.append(browser.execute_script("return getComputedStyle(document.documentElement).backgroundColor"))
    light, dark = (sum(int(n) for n in g.strip("rgb()").split(",")) for g in grounds)
    assert light > 600
    assert dark < 120


@pytest.mark.parametrize(
    ("words", "first"),
    [
        ("宇树", "Unitree Robotics (宇树)"),
        ("1X", "1X Technologies"),
        ("1x tech", "1X Technologies"),
        ("quillon robotics", "Quillon Robotics"),
        ("okafor ines", "Ines Okafor"),
        ("harbor", "Harbor Lane Ventures"),
        ("ÍNES", "Ines Okafor"),
    ],
)
def test_search_finds(words: str, first: str, browser: Any, address: str) -> None:
    browser.get(address)
    assert search(browser, words)[0] == first
    assert browser.get_log("browser") == []


def test_what_was_searched_for_leads_to_its_page(browser: Any, address: str) -> None:
    browser.get(f"{address}deals.html")
    assert search(browser, "宇树")
    browser.find_element("css selector", "#found-list a").click()
    assert browser.find_element("tag name", "h1").text == "Unitree Robotics"


def test_search_waits_until_typing_stops(browser: Any, address: str) -> None:
    browser.get(address)
    assert search(browser, "quillon")
    counted = """
    const list = document.getElementById("found-list"), box = document.getElementById("q"), done = arguments[0];
    let drawn = 0;
    new MutationObserver(() => { drawn += 1; }).observe(list, { childList: true });
    for (const text of ["u", "un", "uni", "unit"]) {
      box.value = text;
      box.dispatchEvent(new Event("input"));
    }
    new MutationObserver(() => done(drawn)).observe(document.getElementById("found-count"), { childList: true });
    """
    assert browser.execute_async_script(counted) == 1
    assert results(browser)[0] == "Unitree Robotics"


def test_search_that_finds_nothing_says_so(browser: Any, address: str) -> None:
    browser.get(address)
    assert search(browser, "zzzz") == []
    assert browser.find_element("id", "found-count").text == "Nothing goes by these words."


def test_an_address_may_hold_the_search(browser: Any, address: str) -> None:
    browser.get(f"{address}names.html?q=1X")
    until(browser, results)
    assert results(browser)[0] == "1X Technologies"


def test_search_by_keyboard(browser: Any, address: str) -> None:
    browser.get(address)
    search(browser, "quillon")
    box = browser.find_element("id", "q")
    box.send_keys(keys("ENTER"))
    focused = browser.switch_to.active_element
    assert focused.text.startswith("Quillon Robotics")
    focused.send_keys(keys("ARROW_DOWN"))
    assert browser.switch_to.active_element.text.startswith("Quillon Robotics raised")
    browser.switch_to.active_element.send_keys(keys("ARROW_UP"))
    browser.switch_to.active_element.send_keys(keys("ARROW_UP"))
    assert browser.switch_to.active_element == box
    box.send_keys(keys("ESCAPE"))
    assert not browser.find_element("id", "found").is_displayed()
    assert box.get_property("value") == ""


def test_the_keyboard_reaches_the_content_first_and_everything_after(browser: Any, address: str) -> None:
    browser.get(f"{address}deals.html")
    browser.find_element("tag name", "body").send_keys(keys("TAB"))
    skip = browser.switch_to.active_element
    assert skip.text == "Skip to the content"
    assert skip.rect["y"] >= 0, "it is seen while it has the focus"
    outline = browser.execute_script("return getComputedStyle(document.activeElement).outlineStyle")
    assert outline == "solid"
    skip.send_keys(keys("ENTER"))
    browser.switch_to.active_element.send_keys(keys("TAB"))
    assert browser.execute_script("return document.activeElement.closest('main') !== null")


def test_the_keyboard_walks_through_all_that_can_be_used_in_its_order_and_shows_where_it_is(
    browser: Any, address: str
) -> None:
    browser.get(address)
    usable = "return [...document.querySelectorAll('a[href], input')].filter((e) => e.checkVisibility()).length"
    count = browser.execute_script(usable)
    where = """
    const all = [...document.querySelectorAll('a[href], input')].filter((e) => e.checkVisibility());
    const e = document.activeElement, style = getComputedStyle(e), box = e.getBoundingClientRect();
    return [all.indexOf(e), style.outlineStyle === "solid" && parseFloat(style.outlineWidth) >= 2,
      box.top >= 0 && box.bottom <= innerHeight];
    """
    walked = []
    for _ in range(count):
        browser.switch_to.active_element.send_keys(keys("TAB"))
        walked.append(browser.execute_script(where))
    assert count > 20
    assert walked == [[at, True, True] for at in range(count)]


def test_a_deal_leads_to_its_quote_and_its_dispute_to_the_other(browser: Any, address: str) -> None:
    browser.get(f"{address}deals.html")
    browser.find_element("partial link text", "Quillon Robotics raised").click()
    quotes = [q.text for q in browser.find_elements("tag name", "blockquote")]
    assert sorted(quotes) == sorted([library.DEAL_SAID, library.OTHER_SAID])
    browser.find_element("css selector", ".disputes a").click()
    aimed = browser.find_element("css selector", "figure:target blockquote").text
    assert aimed in quotes


def test_hostile_text_does_nothing(browser: Any, address: str) -> None:
    browser.get(address)
    found = search(browser, "vile robotics")
    assert found[0] == library.HOSTILE
    browser.find_element("css selector", "#found-list a").click()
    assert browser.find_element("tag name", "h1").text == library.HOSTILE
    assert browser.execute_script("return document.scripts.length") == 1
    assert browser.get_log("browser") == []


def test_the_folder_works_without_a_server(browser: Any, site: Path) -> None:
    browser.get((site / "deals.html").as_uri())
    assert search(browser, "宇树")[0].startswith("Unitree Robotics")
    browser.find_element("css selector", "#found-list a").click()
    assert browser.find_element("tag name", "h1").text == "Unitree Robotics"
    assert browser.get_log("browser") == []


def test_the_site_works_without_scripts(tmp_path: Path, address: str) -> None:
    with chromium(tmp_path, scripts=False) as browser:
        browser.get(address)
        browser.find_element("id", "q").send_keys("1X", keys("ENTER"))
        assert is_headed(browser, "Names")
        browser.find_element("link text", "0–9").click()
        browser.find_element("link text", "1X Technologies").click()
        assert is_headed(browser, "1X Technologies")
