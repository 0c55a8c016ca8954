"""What was there before the news is not told as news: a plan that others protest at, a ban that is broken."""

from __future__ import annotations

import pytest

from cellwire.model import Record
from cellwire.publish.brief.doubting.against.older import told_before
from cellwire.publish.brief.gathering import matter_of
from cellwire.publish.brief.holdings import lay_out
from publish import factories as make
from publish.test_doubting import why
from publish.test_told_once import ENDING, brief_of, heads, plant

REACTION = "the titles of its texts tell what others make of it"


@pytest.mark.parametrize(
    ("title", "reason"),
    [
        ("Plant of Nordcell in Windsor faces local backlash", REACTION),
        ("Residents of Windsor sue to keep Nordcell's plant out", REACTION),
        ("Nordcell's unit for storage will lose billions this year", REACTION),
        ("Ministry won't say how much Nordcell was paid to build its plant", REACTION),
        ("Up to 700 foreign workers to set up Nordcell's plant", REACTION),
        ("Nordcell uses proven procurement strategy for its plant", REACTION),
        ("Subsidies for Nordcell's plant questioned", REACTION),
        ("Nordcell's plant raises concerns", REACTION),
        ("Lawmakers vote for Nordcell's plant", ""),
        ("Nordcell to build plant in Windsor, residents fear for their water", ""),
        ("Nordcell's plan to build a plant in Windsor sparks fears", ""),
        ("Nordcell plans battery plant in Windsor, faces backlash", ""),
        ("Nordcell reports loss, plans battery plant in Windsor", ""),
        ("Nordcell breaks ground on plant in Windsor despite protests", ""),
        ("Nordcell plans plant in Windsor", ""),
    ],
)
def test_what_others_make_of_a_plan_is_no_news_of_the_plan(title: str, reason: str) -> None:
    text = "Nordcell plans a battery plant in Windsor, and much is said of it."
    doc = make.document("a", text, title=title)
    told = plant(doc, parties=("Nordcell",), place=make.place(doc, "Windsor", "CA"), modality="planned")
    brief = brief_of(told, docs=[doc])

    assert (REACTION in why(brief)) is bool(reason)
    assert bool(heads(brief)) is not bool(reason)


def lead_of(words: str, kind: str, stage: str, *, title: bool, place: str = "", trigger: str = ""):
    text = f"{words}\nNordcell was glad." if title else f"Nordcell and the world\n\n{words}"
    doc = make.document("a", text, title=words if title else "Nordcell and the world")
    more = {"place": make.place(doc, place, "CA")} if place else {}
    more |= {"trigger": make.span(doc, trigger)} if trigger else {}
    party = make.party(doc, "Nordcell", "government" if kind == "policy" else "partner")
    return make.development(doc, kind, stage, evidence=words, parties=(party,), **more), doc


@pytest.mark.parametrize(
    ("kind", "stage", "words", "title", "older"),
    [
        ("policy", "adopted", "Nordcell says Voltara is violating its ban on exports of ore.", False, True),
        ("policy", "adopted", "Nordcell has adopted a ban on exports of ore.", False, False),
        ("policy", "adopted", "Nordcell tightens a ban on ore after Voltara firms circumvent the rules.", False, False),
        ("technology", "announced", "Early this year, Nordcell announced a new battery.", False, True),
        ("technology", "announced", "Nordcell announced a new battery this week.", False, False),
        ("technology", "announced", "Nordcell has been actively developing LFP batteries.", False, True),
        ("technology", "announced", "Nordcell is developing LFP batteries.", False, False),
        ("partnership", "signed", "Nordcell, which has already signed a pact with Voltara on cells.", False, True),
        ("partnership", "signed", "Nordcell produces sulfide in collaboration with Voltara", True, True),
        ("partnership", "signed", "Nordcell to develop sulfide in collaboration with Voltara", True, False),
    ],
)
def test_what_was_there_before_is_no_news(kind: str, stage: str, words: str, title: bool, older: bool) -> None:
    dev, doc = lead_of(words, kind, stage, title=title)
    assert bool(why_of(dev, doc)) is older


@pytest.mark.parametrize(
    ("words", "trigger", "older"),
    [
        ("Nordcell rolls out storage after landmark project in Windsor", "rolls out", True),
        ("Nordcell opens storage project in Windsor after two years", "opens", False),
    ],
)
def test_what_stands_behind_the_news_of_a_title_was_there_before(words: str, trigger: str, older: bool) -> None:
    dev, doc = lead_of(words, "facility", "operating", title=True, place="Windsor", trigger=trigger)
    assert bool(why_of(dev, doc)) is older


def why_of(dev, doc) -> str:
    story = make.story("s", [dev])
    shelf = lay_out(Record(None), [story], documents=[doc], developments=[dev], week_ending=ENDING)
    matter = matter_of(story, shelf)
    assert matter
    return told_before(matter, shelf)
