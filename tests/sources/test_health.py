"""How a source does, from its visits."""

from datetime import UTC, datetime, timedelta

import pytest

from cellwire.model import Outcome, Source, SourceKind, Visit
from cellwire.sources import health_of

NOW = datetime(2022, 12, 17, 8, tzinfo=UTC)
SOURCE = Source("courier", "Cell Courier", "https://courier.example/feed", SourceKind.FEED, every_hours=6, per_week=10)


def visits(*outcomes: Outcome, new: int = 3, days: float = 1) -> list[Visit]:
    """One a day, the last a day ago."""
    return [
        Visit(
            "courier",
            NOW - timedelta(days=days * (len(outcomes) - number)),
            outcome,
            new if outcome is Outcome.OK else 0,
        )
        for number, outcome in enumerate(outcomes)
    ]


@pytest.mark.parametrize(
    ("told", "state"),
    [
        ([], "new"),
        (visits(*[Outcome.OK] * 14), "fine"),
        (visits(Outcome.OK, Outcome.FAILED, Outcome.FAILED), "fine"),
        (visits(Outcome.OK, Outcome.FAILED, Outcome.FAILED, Outcome.FAILED), "failing"),
        (visits(*[Outcome.FAILED] * 3, Outcome.OK), "fine"),
        (visits(Outcome.FAILED), "failing"),  # nothing ever came of it
        (visits(Outcome.OK, Outcome.EMPTY, Outcome.EMPTY), "changed"),
        (visits(Outcome.OK, Outcome.EMPTY), "fine"),
        (visits(*[Outcome.UNCHANGED] * 14), "quiet"),
        (visits(*[Outcome.UNCHANGED] * 2), "fine"),
    ],
)
def test_a_state_follows_from_the_visits(told: list[Visit], state: str) -> None:
    assert health_of(SOURCE, told, now=NOW).state == state


def test_a_failing_source_is_asked_less_and_less_and_never_before_it_allows() -> None:
    once = health_of(SOURCE, visits(Outcome.FAILED), now=NOW).due
    thrice = health_of(SOURCE, visits(*[Outcome.FAILED] * 3), now=NOW).due
    quiet = Visit("courier", NOW, Outcome.FAILED, retry_after=NOW + timedelta(days=3))

    assert once == NOW - timedelta(days=1) + timedelta(hours=12)
    assert thrice == NOW - timedelta(days=1) + timedelta(hours=48)
    assert health_of(SOURCE, [quiet], now=NOW).due == NOW + timedelta(days=3)


def test_a_source_that_was_not_allowed_to_be_asked_stays_due() -> None:
    health = health_of(SOURCE, visits(*[Outcome.BARRED] * 3, days=1 / 24), now=NOW)

    assert health.state == "failing"
    assert health.due is not None
    assert health.due <= NOW


def test_what_is_expected_grows_with_the_time_it_is_watched() -> None:
    assert health_of(SOURCE, visits(*[Outcome.OK] * 7), now=NOW).expected == pytest.approx(10)
    assert health_of(SOURCE, visits(*[Outcome.OK] * 70), now=NOW).expected == pytest.approx(40)


@pytest.mark.parametrize(
    ("read", "state"),
    [
        ([(2, 0), (0, 2), (0, 1)], "changed"),
        ([(2, 0), (0, 2)], "fine"),  # an odd page or two
        ([(2, 0), (0, 2), (1, 2)], "fine"),
        ([(2, 0), (0, 3), (0, 0)], "changed"),  # nothing new since
    ],
)
def test_a_source_whose_pages_hold_no_article_any_more_has_changed(read: list[tuple[int, int]], state: str) -> None:
    told = [
        Visit("courier", NOW - timedelta(days=len(read) - number), Outcome.OK, new, unread=unread)
        for number, (new, unread) in enumerate(read)
    ]
    health = health_of(SOURCE, told, now=NOW)

    assert health.state == state
    assert ("holds an article" in health.problem) is (state == "changed")
