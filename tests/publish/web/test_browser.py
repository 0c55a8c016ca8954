"""The desk in a real browser: reading, filtering, deciding, by keyboard alone; and how easy it is to use."""

from __future__ import annotations

import shutil
import socket
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import uvicorn

from cellwire.cli.serving import holdings_of
from cellwire.db import open_store
from cellwire.publish import DeskSettings, create_app
from publish.web.conftest import TOKEN

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
playwright = pytest.importorskip("playwright.sync_api")
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="no Chromium is installed: apt-get install chromium")
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]
# What hangs on colours and width is looked at in both; the rest of a page is the same words in the same order.
LOOKS = ("color-contrast", "target-size", "scrollable-region-focusable", "link-in-text-block")
VIEWS = (("light", 1440, None), ("dark", 390, LOOKS))
PAGES = (
    "/",
    "/facilities?limit=12",
    "/facilities?view=map",
    "/facilities?view=timeline",
    "/deals?limit=12",
    "/companies?limit=12",
    "/companies/catl",
    "/rumours",
    "/stories?limit=12",
    "/changes?since=2022-12-10",
    "/outlook",
    "/sources",
    "/search?q=catl",
    "/review",
    "/judgements",
    "/signin",
    "/about",
    "/nowhere",
)


@pytest.fixture(scope="module")
def address(demo: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A desk with a token over a copy of the demo's record."""
    db = tmp_path_factory.mktemp("desk") / "own.db"
    shutil.copy(demo / "cellwire.db", db)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with open_store(db) as store:
        app = create_app(holdings_of(store, "own.db"), DeskSettings(TOKEN, patience=60))
        server = uvicorn.Server(uvicorn.Config(app, port=port, log_level="error"))
        thread = threading.Thread(target=server.run)
        thread.start()
        while not server.started:
            time.sleep(0.05)
        yield f"http://127.0.0.1:{port}"
        server.should_exit = True
        thread.join()


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with playwright.sync_playwright() as driver:
        opened = driver.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield opened
        opened.close()


@pytest.fixture
def page(browser: Any) -> Iterator[Any]:
    """A page that refuses to be looked at when a script of it failed or was not admitted."""
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    opened = context.new_page()
    said: list[str] = []
    opened.on("console", lambda message: said.append(message.text) if message.type == "error" else None)
    opened.on("pageerror", lambda error: said.append(str(error)))
    yield opened
    context.close()
    assert not said


def test_a_plant_is_found_and_its_quote_seen_by_keyboard_alone(page: Any, address: str) -> None:
    page.goto(address)
    page.keyboard.press("/")
    page.keyboard.type("sunderland")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search?q=sunderland")
    page.get_by_role("link", name="Envision AESC, Sunderland (second plant)").focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/facilities/fac_*")
    page.locator("summary").first.focus()
    page.keyboard.press("Enter")
    page.get_by_role("link", name="in its context").first.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/quote?*")

    assert page.locator("mark").inner_text()


def test_filters_stand_in_the_address_and_the_map_leads_to_plants(page: Any, address: str) -> None:
    page.goto(f"{address}/facilities")
    page.get_by_label("country").fill("GB")
    page.keyboard.press("Enter")
    page.wait_for_url("**country=GB**")
    assert page.locator("tbody tr").count() < 10

    page.get_by_role("link", name="map").click()
    page.wait_for_url("**view=map**")
    dots = page.locator("svg.map a")
    assert dots.count() >= 1
    dots.first.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/facilities/fac_*")


def test_names_are_suggested_while_they_are_written(page: Any, address: str) -> None:
    page.goto(address)
    page.keyboard.press("/")
    page.keyboard.type("debre")
    page.locator("#suggested option").first.wait_for(state="attached")

    assert "Debrecen" in page.locator("#suggested option").first.get_attribute("value")


def test_a_question_is_decided_and_taken_back_by_keys(page: Any, address: str) -> None:
    page.goto(f"{address}/signin")
    page.get_by_label("The desk's token").fill(TOKEN)
    page.keyboard.press("Enter")
    page.wait_for_url("**/review")
    before = page.locator(".question").count()
    page.locator(".question input[name=author]").first.fill("ann")
    page.locator(".question").first.focus()
    page.keyboard.press("1")
    page.wait_for_selector(".decided")
    assert page.locator(".question").count() == before - 1

    page.keyboard.press("u")
    page.wait_for_selector(f".question >> nth={before - 1}")


def _entries(page: Any, address: str) -> Iterator[str]:
    """A plant, a deal, a rumour and a story, one of the plant's quotes in its context, and the brief."""
    for name in ("facilities", "deals", "rumours", "stories"):
        page.goto(f"{address}/{name}")
        entry = page.locator(f'main a[href^="/{name}/"]').first.get_attribute("href")
        yield entry
        if name == "facilities":
            page.goto(address + entry)
            yield page.locator('main a[href^="/quote"]').first.get_attribute("href")
    yield "/week/2022-12-17"


@pytest.mark.parametrize(("scheme", "width", "rules"), VIEWS)
def test_no_page_is_wider_than_the_screen_or_hard_to_use(
    browser: Any, address: str, scheme: str, width: int, rules: tuple[str, ...] | None
) -> None:
    from axe_playwright_python.sync_playwright import Axe

    context = browser.new_context(
        viewport={"width": width, "height": 900}, color_scheme=scheme, bypass_csp=True, reduced_motion="reduce"
    )
    page = context.new_page()
    options = {"resultTypes": ["violations"], **({"runOnly": list(rules)} if rules else {})}
    found = []
    for each in (*PAGES, *_entries(page, address)):
        page.goto(address + each)
        if page.evaluate("document.documentElement.scrollWidth") > width:
            found.append((each, "wider than the screen"))
        problems = Axe().run(page, options=options).response["violations"]
        found += [(each, problem["id"]) for problem in problems if problem["impact"] in ("serious", "critical")]
    context.close()

    assert not found


def test_every_page_can_be_used_without_scripts(browser: Any, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}/facilities")
    page.get_by_label("country").fill("GB")
    page.get_by_role("button", name="Show").click()
    page.wait_for_url("**country=GB**")

    assert page.locator("tbody tr").count() >= 1
    context.close()
