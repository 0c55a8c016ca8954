"""A pattern that waits for certain words misses nothing: whatever it matches has one of them."""

import re
from functools import cache
from importlib import import_module
from pkgutil import walk_packages
from random import Random

import pytest

from cellwire import claims
from cellwire.claims.gates.first_words import beginnings, first_words
from cellwire.claims.gates.patterns import Gated, begun, gated, openings
from claims.matches import matches_of

MODULES = [import_module(module.name) for module in walk_packages(claims.__path__, "cellwire.claims.")]
GATED = {
    f"{module.__name__}.{name}": pattern
    for module in MODULES
    for name, pattern in vars(module).items()
    if isinstance(pattern, Gated)
}


matches = cache(lambda which: matches_of(which.pattern, 100))


@pytest.mark.parametrize("which", GATED.values(), ids=GATED)
def test_every_match_has_a_word_that_the_pattern_needs(which: Gated) -> None:
    assert matches(which)
    assert [text for text in matches(which) if which.needs.isdisjoint(openings(text))] == []


def test_a_word_is_known_by_its_opening_in_any_form() -> None:
    assert openings("Considering 12 GWh, CATL's U.S. plan") == {"cons", "0", "gwh", "catl", "s", "u", "plan"}


def test_a_pattern_is_not_run_on_a_text_without_its_words() -> None:
    pattern = gated(r"\w+", needs="plan")

    assert pattern.search("plant", openings("planned"))
    assert pattern.search("plant", openings("built")) is None
    assert list(pattern.finditer("plant", openings("built"))) == []


@pytest.mark.parametrize(
    ("pattern", "opened"),
    [
        (r"\b(?:cells?|cathode\w*|black mass)\b", "cell cath blac"),
        (r"\bevs?\b", "ev evs"),
        (r"\b(?:electric )?(?:car|bus)\b", "elec car bus"),
        (r"[$€]\s?\d|\d+ tonnes", "$ 0"),
        (r",\s(?:which|who)\s", "whic who"),
        (r"(?i:The|this) plant", None),
        (r"\bev\w*", None),
        (r"\w+ plant", None),
    ],
)
def test_the_first_words_are_read_off_a_pattern(pattern: str, opened: str | None) -> None:
    if opened is None:
        with pytest.raises(ValueError, match="list words"):
            first_words(pattern)
    else:
        assert first_words(pattern) == set(opened.split())


def test_only_where_nothing_stands_before_its_word_a_match_begins_there() -> None:
    assert beginnings(r"\b(?:which|who)\s") == {"whic", "who"}
    assert beginnings(r",\s(?:which|who)\s") is None


@pytest.mark.parametrize("which", GATED.values(), ids=GATED)
def test_the_places_that_are_tried_are_all_there_are(which: Gated) -> None:
    random = Random(1)
    for _ in range(50):
        text = " ".join(random.choices(matches(which), k=random.randint(1, 3)))

        found = [match.span() for match in which.finditer(text, openings(text))]

        assert found == [match.span() for match in which.pattern.finditer(text)]
        assert (match.span() if (match := which.search(text, openings(text))) else None) == next(iter(found), None)


def test_a_pattern_over_a_whole_text_is_tried_where_its_first_words_stand() -> None:
    place = re.compile(r" (?:in|at) ([A-Z]\w+)(?: in ([A-Z]\w+))?")

    text = "It builds in Graz in Styria, at sea, at Linz and in Wels."

    assert [found[0] for found in begun(place, text, " in ", " at ")] == [found[0] for found in place.finditer(text)]


def test_a_short_text_and_a_long_one_are_searched_alike() -> None:
    plans = gated(r"\bplans? to\b")

    for text in ("it plans to", f"{'word ' * 20}it plans to"):
        found = plans.search(text, openings(text))
        assert found is not None
        assert found[0] == "plans to"
