"""What every page holds: sound HTML, one outline, links that lead somewhere, nothing that loads or harms."""

from __future__ import annotations

import json
import re
from datetime import date
from itertools import pairwise
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from lxml import etree, html

from bot.build import build
from bot.model.money import Money
from bot.model.when import When
from bot.site.publish import publish
from bot.site.shelf import read
from bot.store.read import EventQuery, Facts
from tests.digests.press import Press
from tests.site import library

AWAY = "noopener noreferrer nofollow"
CSP = {
    "default-src 'none'", "script-src 'self'", "style-src 'self'", "img-src 'self'", "form-action 'self'",
    "base-uri 'none'",
}  # fmt: skip


def pages(site: Path) -> dict[str, html.HtmlElement]:
    return {
        path.relative_to(site).as_posix(): html.document_fromstring(path.read_text("utf-8"))
        for path in sorted(site.rglob("*.html"))
    }


@pytest.fixture(scope="module")
def found(site: Path) -> dict[str, html.HtmlElement]:
    return pages(site)


def words(element: html.HtmlElement) -> str:
    return " ".join(element.text_content().split())


def test_there_is_a_page_for_everything(found: dict[str, html.HtmlElement], store: Path) -> None:
    with Facts.open(store) as facts:
        events = facts.events(EventQuery())
        told = {name for event in events for name in event.names}
        counts = {"event": len(events), "entity": len(told), "source": len(facts.articles())}
    for folder, count in counts.items():
        assert sum(path.startswith(f"{folder}/") for path in found) == count > 0
    assert {"index.html", "deals.html", "people.html", "products.html", "figures.html", "names.html"} <= set(found)
    assert {"sources.html", "disputes.html", "changes.html"} <= set(found)


def test_of_what_was_told_on_one_day_deals_come_first(store: Path) -> None:
    with Facts.open(store) as facts:
        rows = read(facts).newest(10_000)
    deals = [row.kind in ("funding", "acquisition", "ipo") for row in rows]
    assert any(deals)
    assert not all(deals)
    for (one, deal), (other, later_deal) in pairwise(zip(rows, deals, strict=True)):
        assert one.told > other.told or (one.told == other.told and (deal or not later_deal))


def test_html_is_sound(site: Path) -> None:
    for path in site.rglob("*.html"):
        parser = etree.HTMLParser(recover=True)
        etree.fromstring(path.read_bytes(), parser)
        # The parser knows HTML 4 alone: elements that came with 5 are no faults.
        faults = [e.message for e in parser.error_log if e.type_name != "HTML_UNKNOWN_TAG"]
        assert faults == [], path


def test_each_page_has_one_outline(found: dict[str, html.HtmlElement]) -> None:
    for path, page in found.items():
        assert page.get("lang") == "en"
        levels = [int(h.tag[1]) for h in page.iter("h1", "h2", "h3", "h4", "h5", "h6")]
        assert levels[0] == 1, path
        assert levels.count(1) == 1, path
        assert all(after <= before + 1 for before, after in pairwise(levels)), (path, levels)
        assert all(words(h) for h in page.iter("h1", "h2", "h3")), path
        for landmark in ("header", "main", "footer"):
            assert len(page.findall(f".//{landmark}")) == 1, (path, landmark)
        assert page.findtext(".//title"), path


def test_ids_are_unique_and_what_refers_to_them_finds_them(found: dict[str, html.HtmlElement]) -> None:
    for path, page in found.items():
        ids = page.xpath("//@id")
        assert len(set(ids)) == len(ids), path
        assert set(page.xpath("//@aria-labelledby | //label/@for")) <= set(ids), path


def test_names_for_all_that_is_used(found: dict[str, html.HtmlElement]) -> None:
    """Images have an alt text, fields a label, links words, tables a caption, sections and navigations a name."""
    for path, page in found.items():
        assert page.xpath("//img") == page.xpath("//img[@alt]") != [], path
        labelled = set(page.xpath("//label/@for"))
        assert [field.get("id") for field in page.iter("input")] == ["q"] == list(labelled), path
        assert all(words(link) for link in page.iter("a")), path
        assert all(words(table.find("caption")) for table in page.iter("table")), path
        assert all(cell.get("scope") for cell in page.iter("th")), path
        named = page.xpath("//nav | //section")
        assert all(one.get("aria-label") or one.get("aria-labelledby") for one in named), path
        navigations = [one.get("aria-label") for one in page.iter("nav")]
        assert len(set(navigations)) == len(navigations), path


def test_the_first_link_skips_to_the_content(found: dict[str, html.HtmlElement]) -> None:
    for path, page in found.items():
        first = next(page.iter("a", "input"))
        assert (first.get("class"), first.get("href")) == ("skip", "#content"), path
        assert page.get_element_by_id("content").tag == "main", path


def test_the_page_one_is_on_is_marked(found: dict[str, html.HtmlElement]) -> None:
    for path in ("deals.html", "names.html", "sources.html", "disputes.html", "changes.html"):
        assert found[path].xpath("//header//a[@aria-current='page']/@href") == [path]


def test_every_link_leads_to_a_file_of_the_site_or_to_a_source(site: Path, found: dict[str, html.HtmlElement]) -> None:
    away = []
    for path, page in found.items():
        for element in page.xpath("//*[@href or @src or @action]"):
            for name in ("href", "src", "action"):
                link = element.get(name)
                if link is None:
                    continue
                if urlsplit(link).scheme or link.startswith("//"):
                    assert (element.tag, name, element.get("rel")) == ("a", "href", AWAY), (path, link)
                    away.append(link)
                    continue
                place, _, anchor = link.partition("#")
                target = (site / path).parent / unquote(place) if place else site / path
                assert target.is_file(), (path, link)
                if anchor:
                    aimed = found[target.resolve().relative_to(site.resolve()).as_posix()]
                    assert aimed.xpath("//*[@id=$id]", id=anchor), (path, link)
    assert set(away) == {library.WEB, "https://example.com/makers"}


def test_nothing_but_the_sites_own_files_may_run_or_load(found: dict[str, html.HtmlElement], site: Path) -> None:
    for path, page in found.items():
        policy = page.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
        assert [set(re.split(r";\s*", one)) for one in policy] == [CSP], path
        assert [urlsplit(s).path.rpartition("/")[2] for s in page.xpath("//script/@src")] == ["search.js"], path
        assert not page.xpath("//script[not(@src)] | //style | //iframe | //object | //embed | //base"), path
        assert not page.xpath("//@style | //@*[starts-with(name(), 'on')]"), path
        assert page.xpath("//meta[@name='referrer']/@content") == ["no-referrer"], path
    assert not re.search(r"url\(|@import", (site / "site.css").read_text("utf-8"))
    assert not re.search(r"innerHTML|outerHTML|insertAdjacent|document\.write|\beval\b|https?:", script(site))


def script(site: Path) -> str:
    return (site / "search.js").read_text("utf-8")


def test_every_deal_leads_to_its_quote(found: dict[str, html.HtmlElement]) -> None:
    leads = found["deals.html"].xpath("//table//td[contains(@class, 'what')]//a/@href")
    quotes = {link: [words(q) for q in found[link].iter("blockquote")] for link in leads}
    assert sorted(map(sorted, quotes.values())) == sorted(
        [
            [library.HOSTILE_SAID.replace("\u202e", "").replace("\u202c", "")],
            sorted([library.DEAL_SAID, library.OTHER_SAID]),
        ]
    )


def test_a_quote_names_its_article_and_its_place_on_the_web(found: dict[str, html.HtmlElement]) -> None:
    deal = next(
        p
        for p in found.values()
        if library.DEAL_SAID in [words(q) for q in p.iter("blockquote")] and p.xpath("//figure")
    )
    figure = next(f for f in deal.iter("figure") if words(f.find("blockquote")) == library.DEAL_SAID)
    assert figure.xpath(".//cite/a/text()") == ["Quillon raises"]
    assert figure.xpath(".//a[@class='away']/@href") == [library.WEB]
    assert "The Round Ledger, 2025-03-04" in words(figure.find("figcaption"))


def test_a_conflict_is_told_beside_the_deal_and_leads_to_the_other_quote(found: dict[str, html.HtmlElement]) -> None:
    [link] = found["disputes.html"].xpath("//main//li/p[1]/a/@href")
    deal = found[link]
    [said] = deal.xpath("//section[@aria-labelledby='disputes']//li")
    told, best = words(said), words(deal.find(".//h1"))
    assert {"$21 million" in told, "$30 million" in told} == {True, False}
    assert ("$21 million" in best) != ("$21 million" in told)
    quote = deal.get_element_by_id(said.find("a").get("href").removeprefix("#"))
    assert ("$21 million" if "$21 million" in told else "$30 million") in words(quote.find("blockquote"))


def test_an_event_tells_who_and_what_before_when(found: dict[str, html.HtmlElement]) -> None:
    shown = {
        tuple(words(name) for name in page.iter("dt")) for path, page in found.items() if path.startswith("event/")
    }
    assert ("Company", "Round", "Amount", "Investors", "Date", "Status") in shown
    assert ("Person", "Title", "Organisation", "Start") in shown


def test_a_name_has_its_timeline_under_years(found: dict[str, html.HtmlElement]) -> None:
    [page] = [
        p for path, p in found.items() if path.startswith("entity/") and words(p.find(".//h1")) == "Quillon Robotics"
    ]
    years = [words(h) for h in page.iter("h2")]
    assert years == ["2025", "2021"]
    lines = [words(li) for li in page.xpath("//main//ul[@class='events']/li")]
    assert "Quillon Robotics raised" in lines[0]
    assert "Ines Okafor: CEO at Quillon Robotics" in lines[1]


def test_hostile_text_is_shown_and_does_nothing(site: Path, found: dict[str, html.HtmlElement]) -> None:
    titles = [page.findtext(".//title") for page in found.values()]
    assert any(title.startswith(library.HOSTILE) for title in titles)
    assert any(title.startswith("</title><script>alert(3)</script>") for title in titles)
    assert not any(page.xpath("//*[@onerror] | //img[@src='x']") for page in found.values())
    assert "javascript:" not in "".join(p.read_text("utf-8") for p in site.rglob("*.html"))
    assert any("{{ 7*7 }}" in words(page) for page in found.values()), "text of articles is no template"


def test_no_file_holds_unseen_characters(site: Path) -> None:
    for path in site.rglob("*"):
        if path.is_file():
            assert not re.search(
                "[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]", path.read_text("utf-8")
            )


def test_names_are_found_without_a_script(found: dict[str, html.HtmlElement]) -> None:
    letters = found["names.html"].xpath("//main//a/@href")
    assert {"names/u.html", "names/digits.html", "names/cjk.html", "names/q.html"} <= set(letters)
    [link] = found["names/digits.html"].xpath("//a[text()='1X Technologies']/@href")
    assert words(found[f"entity/{Path(link).name}"].find(".//h1")) == "1X Technologies"
    chinese = {words(li) for li in found["names/cjk.html"].xpath("//ul[@class='index']/li")}
    assert "宇树 → Unitree Robotics" in chinese


def test_the_search_index_is_one_list(site: Path) -> None:
    text = (site / "search-index.js").read_text("utf-8")
    listed = json.loads(text.removeprefix("window.LANDSCAPE=").removesuffix(";\n"))
    assert all((site / page).is_file() for _, _, _, page, _ in listed)
    [unitree] = [one for one in listed if one[:2] == [0, "Unitree Robotics"]]
    assert "宇树" in unitree[2]
    assert unitree[4] == "1 fact"
    assert {one[0] for one in listed} == {0, 1, 2}


def test_the_same_store_gives_the_same_bytes(store: Path, tmp_path: Path) -> None:
    with Facts.open(store) as facts:
        first = library.site(tmp_path, facts, "first")
    with Facts.open(store) as facts:
        second = library.site(tmp_path, facts, "second")
    assert contents(first) == contents(second)


def test_a_rebuild_alone_changes_no_page_but_the_one_that_dates_it(tmp_path: Path) -> None:
    press = library.write(tmp_path)
    with press.build() as facts:
        first = contents(library.site(tmp_path, facts, "first"))
    with press.build() as facts:
        second = contents(library.site(tmp_path, facts, "second"))
    assert {name for name in first if first[name] != second.get(name)} <= {"changes.html"}
    assert set(first) == set(second)


def contents(site: Path) -> dict[str, bytes]:
    return {p.relative_to(site).as_posix(): p.read_bytes() for p in site.rglob("*") if p.is_file()}


def test_what_changed_is_told_and_what_was_withdrawn_is_not_said_again(tmp_path: Path) -> None:
    press = library.write(tmp_path)
    press.build().close()
    press.withdraw("makers")
    press.publish(
        "later", "2025-07-01", "Orrin Vale founded Brightloom.", "founding",
        organization="Brightloom", founders=("Orrin Vale",),
    )  # fmt: skip
    with press.build() as facts:
        site = library.site(tmp_path, facts)
    changes = pages(site)["changes.html"]
    new = changes.xpath("//h3[.='New']/following-sibling::ul[1]/li")
    assert len(new) == 1
    assert "Brightloom was founded by Orrin Vale" in words(new[0])
    assert words(changes.xpath("//h3[.='Withdrawn']/following-sibling::p[1]")[0]) == (
        "No article tells any more: figure (1), launch (1)."
    )
    assert not any("Lantern" in text.decode() for name, text in contents(site).items() if name.endswith(".html"))


def test_what_an_earlier_build_changed_is_told_as_long_as_it_is_known(tmp_path: Path) -> None:
    press = Press(tmp_path)

    def built(site: str) -> list[str]:
        with press.build() as facts:
            changes = pages(library.site(tmp_path, facts, site))["changes.html"]
        return [words(section) for section in changes.xpath("//section[@aria-labelledby='before']")]

    for name, day, millions in (("one", "2025-03-04", 21), ("two", "2025-03-05", 30)):
        press.publish(
            name, day, f"Quillon Robotics raised ${millions} million.", "funding",
            company="Quillon Robotics", amount=Money(millions * 1e6, "USD"), round="Series A",
            date=When.day(date(2025, 3, 4)), status="completed",
        )  # fmt: skip
        press.build().close()
    [before] = built("disputed")
    assert "newly disputed" in before
    assert "Quillon Robotics raised" in before
    press.withdraw("one")
    press.withdraw("two")
    press.publish("three", "2025-04-01", "Orrin Vale founded Brightloom.", "founding", organization="Brightloom")
    assert built("gone") == []


def test_a_long_list_goes_over_several_pages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.site.pages._ON_A_PAGE", 1)
    press = library.write(tmp_path)
    with press.build() as facts:
        found = pages(library.site(tmp_path, facts))
    assert found["deals.html"].xpath("//nav[@class='pages']//a/@href") == ["deals.html", "deals-2.html"]
    assert found["deals-2.html"].xpath("//nav[@class='pages']//a[@aria-current]/@href") == ["deals-2.html"]
    assert words(found["deals-2.html"].find(".//h1")) == "Deals, page 2"
    rows = [len(found[name].xpath("//tbody/tr")) for name in ("deals.html", "deals-2.html")]
    assert rows == [1, 1]


def test_a_store_without_facts_has_a_site(tmp_path: Path) -> None:
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "one.md").write_text("---\ntitle: Nothing\npublished: 2025-01-01\n---\n\nIt rained.\n")
    build([tmp_path / "seeds"], tmp_path / "facts.db", extract=lambda article: [])
    with Facts.open(tmp_path / "facts.db") as facts:
        publish(facts, tmp_path / "site")
    found = pages(tmp_path / "site")
    assert "The store holds no facts yet." in words(found["index.html"])
    assert words(found["sources.html"].xpath("//tbody/tr")[0]) == "2025-01-01 Nothing – 0"


ATOM = "{http://www.w3.org/2005/Atom}"


def test_the_feed(site: Path, store: Path, tmp_path: Path) -> None:
    feed = etree.fromstring((site / "feed.xml").read_bytes())
    entries = feed.findall(f"{ATOM}entry")
    ids = [entry.findtext(f"{ATOM}id") for entry in entries]
    assert len(set(ids)) == len(ids) == 5
    days = [entry.findtext(f"{ATOM}updated") for entry in entries]
    assert days == sorted(days, reverse=True)
    assert feed.findtext(f"{ATOM}updated") == days[0] == "2025-06-01T00:00:00Z"
    links = [entry.find(f"{ATOM}link").get("href") for entry in entries]
    assert all((site / link).is_file() for link in links)
    assert library.HOSTILE in entries[0].findtext(f"{ATOM}title")
    assert "raised $5 million, said evil & co" in entries[0].findtext(f"{ATOM}content")
    with Facts.open(store) as facts:
        known = library.site(tmp_path, facts, address="https://facts.example.com/robots/")
    feed = etree.fromstring((known / "feed.xml").read_bytes())
    assert [link.get("href") for link in feed.findall(f"{ATOM}link")] == [
        "https://facts.example.com/robots/feed.xml",
        "https://facts.example.com/robots/index.html",
    ]
    whole = [entry.find(f"{ATOM}link").get("href") for entry in feed.findall(f"{ATOM}entry")]
    assert whole == [f"https://facts.example.com/robots/{link}" for link in links]
