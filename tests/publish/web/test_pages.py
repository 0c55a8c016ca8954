"""The pages: each is there, leads on, and shows the words behind a value; nothing in them runs."""

from __future__ import annotations

import re
from dataclasses import replace
from html import unescape
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from starlette.testclient import TestClient

from cellwire.cli import run
from cellwire.db import load_record, open_store
from cellwire.publish.view.shelves import Box
from cellwire.publish.web.drawing import slips_of, world_map
from publish.web.conftest import desk_of

PAGES = (
    "/",
    "/facilities",
    "/facilities?view=map",
    "/facilities?view=timeline",
    "/deals",
    "/companies",
    "/rumours",
    "/stories",
    "/changes?since=2022-12-10",
    "/outlook",
    "/outlook?by=company&recovery=98",
    "/outlook?as_of=2020-01-01",
    "/sources",
    "/search?q=catl",
    "/about",
)


class Reader(HTMLParser):
    """Collects links, ids and headings, and refuses tags that are never closed."""

    VOID = frozenset(("meta", "link", "input", "br", "hr", "img", "path", "circle", "line", "rect"))

    def __init__(self, text: str) -> None:
        super().__init__()
        self.links: list[str] = []
        self.tags: list[str] = []
        self.open: list[str] = []
        self.feed(text)
        assert not self.open, self.open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = dict(attrs)
        self.tags.append(tag)
        assert not {name for name in told if name.startswith("on") or name == "style"}
        if tag == "a" and told.get("href"):
            self.links.append(str(told["href"]))
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in self.VOID:
            self.open.pop()

    def handle_endtag(self, tag: str) -> None:
        if tag not in self.VOID:
            assert self.open.pop() == tag, tag


@pytest.mark.parametrize("address", PAGES)
def test_a_page_is_well_formed_and_has_one_heading(desk: TestClient, address: str) -> None:
    answer = desk.get(address)
    read = Reader(answer.text)

    assert answer.status_code == 200
    assert read.tags.count("h1") == 1
    assert read.tags.count("main") == 1


def test_every_link_of_the_site_leads_somewhere(desk: TestClient) -> None:
    seen: set[str] = set()
    waiting = list(PAGES)
    while waiting and len(seen) < 400:
        address = waiting.pop()
        if address in seen:
            continue
        seen.add(address)
        answer = desk.get(address)
        assert answer.status_code == 200, address
        if answer.headers["content-type"].startswith("text/html") and not address.startswith("/week/"):
            links = Reader(answer.text).links
            waiting += [link for link in links if link.startswith("/") and link not in seen]

    assert len(seen) > 150


def test_each_value_of_the_week_leads_to_its_words_in_one_step(desk: TestClient) -> None:
    """Every number on the week's page: the page behind it marks the words, and says where and when they were found."""
    links = [unescape(each) for each in re.findall(r'<sup><a href="([^"]+)"', desk.get("/").text)]
    assert len(links) >= 10
    for link in dict.fromkeys(links):
        shown = desk.get(link)
        asked = parse_qs(urlsplit(link).query)["words"][0]
        found = re.search(r'<mark id="words">(.+?)</mark>', shown.text, re.DOTALL)
        assert shown.status_code == 200, link
        assert found
        assert unescape(found[1]).split() == asked.split()
        assert re.search(r"captured 20\d\d-\d\d-\d\d \d\d:\d\d", shown.text)
        assert re.search(r'<p class="lead"><a href="https?://', shown.text)


def test_words_that_a_text_does_not_hold_are_refused(desk: TestClient) -> None:
    link = re.search(r'<sup><a href="(/quote\?document=[^&]+)', desk.get("/").text)
    assert link
    for words in ("nobody+said+this", "+", ".*"):
        refused = desk.get(f"{link[1]}&words={words}")
        assert refused.status_code == 400
        assert "Traceback" not in refused.text


def test_a_map_looks_at_what_was_filtered_and_can_be_widened(desk: TestClient) -> None:
    def seen(address: str) -> tuple[list[float], str]:
        text = desk.get(address).text
        view = re.search(r'<svg class="map" viewBox="([^"]+)"', text)
        assert view
        whole = re.search(r'<a href="([^"]+)">The whole map', text)
        return [float(each) for each in view[1].split()], unescape(whole[1]) if whole else ""

    every, none = seen("/facilities?view=map")
    near, whole = seen("/facilities?view=map&country=GB")
    wide, _ = seen(whole)

    assert every == wide == [0, 0, 960, 470]
    assert none == ""
    assert near[2] < 200
    assert "country=GB" in whole


def test_the_quote_is_marked_in_its_context(desk: TestClient) -> None:
    plant = re.search(r'/facilities/fac_\w+">Envision AESC, Sunderland', desk.get("/facilities").text)
    assert plant
    shown = desk.get(plant[0].split('"')[0]).text
    link = re.search(r'href="(/quote\?[^"]+)"', shown)
    assert link

    quoted = desk.get(link[1].replace("&amp;", "&")).text

    assert re.search(r"<mark[^>]*>[^<]+</mark>", quoted)
    assert "captured 2" in quoted


def test_a_filtered_list_says_what_it_leaves_out(desk: TestClient) -> None:
    some = desk.get("/facilities?country=GB").text
    none = desk.get("/facilities?country=ZZ").text

    assert "Sunderland" in some
    assert "Arnstadt" not in some
    assert "fits these filters" in none


def test_a_list_is_a_file_under_the_same_address(desk: TestClient) -> None:
    assert desk.get("/facilities.csv?country=GB").text.splitlines()[0].startswith("id,name,")
    assert desk.get("/facilities.json?country=GB").json()["rows"]
    assert desk.get("/deals.csv").headers["content-disposition"] == 'attachment; filename="deals.csv"'


def test_a_past_day_is_said_on_the_page_and_kept_in_its_links(desk: TestClient) -> None:
    shown = desk.get("/facilities?as_of=2022-12-03").text

    assert "As it was known on 2022-12-03" in shown
    assert re.search(r'href="/facilities/fac_\w+\?as_of=2022-12-03"', shown)


def test_a_wrong_address_has_a_page_with_a_way_out(desk: TestClient) -> None:
    for address, status in (("/nowhere", 404), ("/facilities/fac_none", 404), ("/facilities?status=built", 400)):
        answer = desk.get(address)

        assert answer.status_code == status
        assert answer.headers["content-type"].startswith("text/html")
        assert "Known: rumoured" in answer.text or "listed under" in answer.text or "Look for it" in answer.text


def test_an_empty_record_says_how_to_fill_it(empty_desk: TestClient) -> None:
    assert "cellwire import" in empty_desk.get("/").text
    for address in ("/facilities", "/deals", "/sources", "/facilities?view=map", "/facilities?view=timeline"):
        assert empty_desk.get(address).status_code == 200


def test_the_brief_comes_with_a_policy_that_admits_its_own_style_alone(desk: TestClient) -> None:
    answer = desk.get("/week/2022-12-17")
    policy = answer.headers["content-security-policy"]

    assert answer.status_code == 200
    assert "style-src 'sha256-" in policy
    assert "unsafe" not in policy


@pytest.mark.parametrize("address", [*PAGES, "/api/v1", "/static/desk.css", "/nowhere", "/health"])
def test_every_answer_tells_the_browser_what_it_may_not_do(desk: TestClient, address: str) -> None:
    headers = desk.get(address).headers

    assert "default-src 'none'" in headers["content-security-policy"]
    assert "unsafe" not in headers["content-security-policy"]
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["x-frame-options"] == "DENY"


def test_many_plants_are_one_dot_that_leads_nearer(demo: Path) -> None:
    with open_store(demo / "cellwire.db") as store:
        plant = load_record(store).facilities[0]
    places = [(47 + number % 20 / 10, 18 + number % 30 / 10) for number in range(400)]
    plants = [replace(plant, id=f"fac_{lat}_{lon}", lat=lat, lon=lon) for lat, lon in places]
    whole = world_map(plants)
    near = world_map(plants[:20], Box.of(whole.dots[0].box))

    assert whole.count == len(plants)
    assert len(whole.dots) < 10
    assert near.width < whole.width / 10
    assert all(near.left <= dot.x <= near.left + near.width for dot in near.dots)


def test_no_line_leads_from_one_currency_to_another_or_over_a_single_day(demo: Path) -> None:
    with open_store(demo / "cellwire.db") as store:
        plants = {plant.name: plant for plant in load_record(store).facilities}

    assert {chart.attribute for chart in slips_of(plants["GAC Aion, Guangzhou"])} == {"capacity.new", "full_capacity"}
    for chart in [chart for plant in plants.values() for chart in slips_of(plant)]:
        assert len({each.value.unit for each in chart.said}) == 1
        assert len({each.said for each in chart.said}) > 1


def test_a_value_told_late_is_written_towards_the_middle_of_its_chart(desk: TestClient) -> None:
    (plant,) = desk.get("/api/v1/facilities?company=gac-aion").json()["rows"]
    drawn = desk.get(f"/facilities/{plant['id']}").text

    assert re.search(r'<text x="430.0" text-anchor="end" y="[\d.]+">26.8 GWh/yr</text>', drawn)


@pytest.mark.parametrize("box", ["", "1,2,3", "a,b,c,d", "50,15,45,25", "0,0,91,0", "nan,0,1,1", "1e400,0,0,0"])
def test_a_box_that_is_none_is_refused(desk: TestClient, box: str) -> None:
    assert desk.get("/facilities", params={"view": "map", "box": box}).status_code == (400 if box else 200)


def test_a_box_narrows_the_list_and_the_map(desk: TestClient) -> None:
    shown = desk.get("/api/v1/facilities?box=45,5,55,25").json()

    assert 0 < shown["total"] < desk.get("/api/v1/facilities").json()["total"]
    assert {row.get("country", "DE") for row in shown["rows"]} <= {"DE", "HU", "FR", "PL", "CZ", "SK", "AT", "CH", "IT"}
    assert "The whole map" in desk.get("/facilities?view=map&box=45,5,55,25").text


def test_the_outlook_is_what_the_command_prints(desk: TestClient) -> None:
    """The same figures by the same rules: a plant, what it may be, and what has to be bought at 98 %."""
    shown = desk.get("/outlook?recovery=98").text
    cells = re.sub(r"\s*<[^>]+>\s*", "|", shown)

    assert (
        "|GAC Aion, Guangzhou|: up to the whole|CN|2025|by its full capacity|21–30|announced|5.2–7.5|LFP|disputed|"
        in re.sub(r"\|+", "|", cells)
    )
    assert "seen from 17 December 2022" in shown
    assert "materials.nmp-circulating.NMC" in shown


_PLANTS = {
    "2022-06-12": "SK On will build a battery cell plant with a capacity of 40 GWh a year in Lansing, Michigan.",
    "2022-08-12": "SK On will build a battery cell plant with a capacity of 40 GWh a year in Kalamazoo, Michigan.",
    "2022-12-12": "Ground broken in Michigan\n\nOfficials looked on as SK On broke ground in Michigan for a battery"
    " factory: it is laid out for 40 GWh a year.",
}


def test_a_plant_that_may_be_another_names_it_in_the_outlook(tmp_path: Path) -> None:
    for day, text in _PLANTS.items():
        (tmp_path / f"{day}.txt").write_text(text, "utf-8")
        assert run(["import", str(tmp_path / f"{day}.txt"), "--published", day, "--db", str(tmp_path / "own.db")]) == 0
    [shown] = [desk.get("/outlook").text for desk in desk_of(tmp_path / "own.db")]

    assert re.search(r'may be <a href="/facilities/fac_\w+">[^<]+</a>', shown)
    assert not re.search(r"may be fac_", shown)


@pytest.mark.parametrize("asked", ["by=moon", "by=plant", "recovery=much", "recovery=101", "recovery=nan", "year=2025"])
def test_what_the_outlook_cannot_mean_is_refused(desk: TestClient, asked: str) -> None:
    assert desk.get(f"/outlook?{asked}").status_code == 400
