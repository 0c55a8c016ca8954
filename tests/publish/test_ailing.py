"""An edition says which of its sources gave nothing."""

from datetime import UTC, datetime

import pytest

from cellwire.model import Health, Record, Source, SourceKind, State
from cellwire.publish import BriefSettings, render_html, render_json, render_markdown, render_text, with_health
from publish.at_hand import edition
from publish.week import ENDING


def source(name: str) -> Source:
    return Source(id=name.lower(), name=name, kind=SourceKind.FEED, url="https://x.example/feed")


def health(state: State, problem: str = "") -> Health:
    return Health(state, datetime(2022, 12, 1, tzinfo=UTC), 3, 0, 4.0, problem, None)


TOLD = [
    (source("Zeta"), health(State.FAILING, "HTTP 500 <b>")),
    (source("Alpha"), health(State.QUIET)),
    (source("Mu"), health(State.FINE)),
]


def test_who_did_not_do_well_is_named_with_why_and_since_when() -> None:
    quiet = edition(Record(None), [], [], [], week_ending=ENDING, settings=BriefSettings())
    brief = with_health(quiet, TOLD)

    assert [(row.source, row.state) for row in brief.ailing] == [("Alpha", "quiet"), ("Zeta", "failing")]
    page = render_html(brief)
    assert "1 of 3 followed sources did well" in page
    assert "HTTP 500 &lt;b&gt;" in page
    assert "last well on 1 December 2022" in page
    assert "1 of 3 followed sources" in render_markdown(brief)
    assert "\n- Alpha: quiet\n- Zeta: failing (HTTP 500 " in render_markdown(brief)
    assert '"ailing"' in render_json(brief)


@pytest.mark.parametrize("form", [render_html, render_markdown])
def test_where_nothing_is_followed_nothing_is_said(form) -> None:
    quiet = edition(Record(None), [], [], [], week_ending=ENDING, settings=BriefSettings())

    assert "followed sources" not in form(quiet)


def test_what_a_terminal_is_told_of_a_quiet_week_ends_with_its_last_line() -> None:
    quiet = edition(Record(None), [], [], [], week_ending=ENDING, settings=BriefSettings())

    assert render_text(quiet).endswith(f"{quiet.quiet}\n")
