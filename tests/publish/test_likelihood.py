"""How likely a story is right: titles that tell it, and titles that tell something else."""

from __future__ import annotations

from dataclasses import replace

import pytest

from cellwire.publish.brief.doubting.likelihood import likelihood, signs_of
from cellwire.publish.brief.gathering import matter_of
from cellwire.publish.brief.holdings import lay_out
from cellwire.publish.brief.telling import telling_of
from publish import factories as make
from publish.test_told_once import ENDING, NOTHING, brief_of, heads, plant

BELOW = "Voltara plans a battery plant in Debrecen."
TELLS = "Voltara plans battery plant in Debrecen"
TELLS_ELSE = "How plants like these are built, and what the valley has become after ten years"


def laid_out(title: str, *, exactness: float = 0.7, confidence: float = 0.7):
    doc = make.document("a", f"{title}\n{BELOW}", title=title)
    told = plant(doc, parties=("Voltara",), place=make.place(doc, "Debrecen", "HU"))
    told = replace(told, exactness=exactness, confidence=confidence)
    shelf = lay_out(NOTHING, [make.story("s", [told])], documents=[doc], developments=[told], week_ending=ENDING)
    return matter_of(shelf.stories[0], shelf), shelf, told, doc


def chance(title: str, **how: float) -> float:
    matter, shelf, _, _ = laid_out(title, **how)
    return likelihood(matter, telling_of(matter, shelf, set()).headline.text, shelf)


def test_a_title_that_says_the_same_makes_a_story_likelier() -> None:
    assert chance(TELLS) > chance(TELLS_ELSE) + 0.05


def test_a_surer_reading_makes_a_story_likelier() -> None:
    assert chance(TELLS, exactness=0.9, confidence=0.95) > chance(TELLS, exactness=0.62, confidence=0.65)


@pytest.mark.parametrize(
    ("title", "sign"),
    [
        (TELLS, "title names all"),
        (TELLS, "title begins with who acts"),
        (TELLS, "of the headline 1.0"),
        (TELLS, "title is of its kind"),
        (TELLS, "title means"),
        ("Voltara considers 40 GWh plant", "title weighs"),
        ("Voltara considers 40 GWh plant", "the title has another figure"),
        (TELLS_ELSE, "title names nobody"),
        (TELLS_ELSE, "title asks"),
        (TELLS_ELSE, "title adds"),
    ],
)
def test_what_is_asked_of_a_title(title: str, sign: str) -> None:
    matter, shelf, _, _ = laid_out(title)

    assert sign in signs_of(matter, "Voltara plans battery plant in Debrecen", shelf)


def test_a_story_that_is_hardly_right_is_a_headline_instead() -> None:
    how = {"exactness": 0.6, "confidence": 0.63}
    _, _, told, doc = laid_out(TELLS_ELSE, **how)
    brief = brief_of(told, docs=[doc])

    assert heads(brief) == []
    assert "too unlikely to be right as it would be told" in " | ".join(row.why for row in brief.left_out)
    assert [row.title for row in brief.headlines] == [TELLS_ELSE] or brief.untold.unsure
    _, _, told, doc = laid_out(TELLS, exactness=0.9, confidence=0.95)
    assert heads(brief_of(told, docs=[doc])) == ["Voltara plans battery plant in Debrecen"]


def test_a_text_without_a_title_is_not_asked() -> None:
    _, _, told, doc = laid_out(TELLS_ELSE, exactness=0.6, confidence=0.63)
    untitled = replace(doc, title="")

    assert heads(brief_of(told, docs=[untitled])) == ["Voltara plans battery plant in Debrecen"]
