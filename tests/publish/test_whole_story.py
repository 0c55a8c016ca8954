"""A story says as much as its texts do, and no more: the finer date, the phase's sum, the jobs that last."""

from dataclasses import replace
from datetime import date

import pytest

from cellwire.model import Span
from cellwire.publish.brief.belonging import strange
from cellwire.publish.brief.edition import Excerpt, Note, Part, Sentence, Telling
from cellwire.publish.brief.render.marks import carried, told_by
from publish import factories as make
from publish.test_belonging import told
from publish.test_changes import change, table
from publish.test_given import told_of

NOTE = Note("In Debrecen.", "Cell Gazette", "News", date(2022, 12, 15), None, "a")


@pytest.mark.parametrize(
    ("text", "words", "belongs"),
    [
        ("It brings 450 full-time jobs and 500 construction jobs.", "450 full-time jobs", True),
        ("It brings 450 jobs plus some 500 temporary jobs.", "450 jobs", True),
        ("It brings 450 jobs and 500 construction jobs.", "500 construction jobs", False),
        ("It brings 450 jobs during construction and 90 engineers.", "450 jobs", False),
    ],
)
def test_of_two_numbers_the_builders_is_the_one_beside_their_word(text: str, words: str, belongs: bool) -> None:
    doc, dev = told(text)
    number = int(words.split(maxsplit=1)[0])
    assert (strange(make.jobs(doc, words, number), dev, doc) == "") is belongs


@pytest.mark.parametrize(
    ("text", "belongs"),
    [
        ("The plant will have 40 GWh at CATL's Marshall site.", True),
        ("The plant with 40 GWh will supply CATL plants in the country.", True),
        ("The plant will give CATL's electric cars 40 GWh.", True),
        ("CATL, for its part, has 40 GWh elsewhere.", False),
        ("CATL’s 40 GWh are elsewhere.", False),
    ],
)
def test_whose_site_it_is_and_whom_it_serves_is_not_who_alone_builds(text: str, belongs: bool) -> None:
    doc, dev = told(f"Ford and CATL build it. {text}", parties=("Ford", "CATL"))
    assert (strange(make.capacity(doc, "40 GWh", 40, "GWh/yr"), dev, doc) == "") is belongs


@pytest.mark.parametrize(
    ("text", "belongs"),
    [
        ("Ford will invest $4 billion in Canada’s first large-scale, domestic battery manufacturing facility.", True),
        ("Ford will invest $4 billion in Canada, where a plant is to stand.", False),
    ],
)
def test_what_goes_into_a_lands_first_plant_goes_into_the_plant(text: str, belongs: bool) -> None:
    doc, dev = told(text)
    assert (strange(make.money(doc, "$4 billion", 4e9, "USD"), dev, doc) == "") is belongs


@pytest.mark.parametrize(
    ("texts", "printed"),
    [
        ((("in", "2026", None), ("by the end of", "2026", "end"), ("in late", "2026", "late")), "by the end of 2026"),
        ((("in", "2026", None), ("in late", "2026", "late")), "in 2026"),
        ((("in", "2026", None), ("in", "2026", None), ("in late", "2026", "late")), "in 2026"),
    ],
)
def test_a_date_that_more_texts_tell_to_the_quarter_is_not_told_as_the_year(texts, printed: str) -> None:
    devs = []
    for place, (before, year, part) in enumerate(texts):
        doc = make.document(
            f"d{place}",
            f"Voltara plans a battery plant in Debrecen that is to start {before} {year}.",
            outlet=f"O{place}",
        )
        start = make.dated(doc, f"{before.removeprefix('in ').removeprefix('by the ')} {year}" if part else year,
                           "production_start", year, part=part)  # fmt: skip
        devs.append((make.voltaras(doc, dates=(start,)), doc))

    assert f"start {printed}" in " ".join(sentence.text for sentence in told_of(*devs).sentences)


def test_one_sum_in_two_currencies_is_no_choice_and_a_phases_sum_is_the_phases() -> None:
    text = "Voltara plans a battery plant in Debrecen. The first phase will cost C$7 billion ($5 billion)."
    for words, printed in (
        (text, "The first phase is to cost C$7 billion ($5 billion)."),
        (text.replace("first phase", "plant"), "C$7 billion ($5 billion)"),
    ):
        doc = make.document("n", words)
        sums = (make.money(doc, "C$7 billion", 7e9, "CAD"), make.money(doc, "$5 billion", 5e9, "USD"))
        told_story = " ".join(sentence.text for sentence in told_of((make.voltaras(doc, money=sums), doc)).sentences)
        assert printed in told_story
        assert ("phase" in told_story) is ("phase" in words)


def test_a_plant_that_is_halted_was_to_cost_what_was_planned() -> None:
    doc = make.document("n", "Voltara has halted work on its $3 billion battery plant in Debrecen.")
    dev = make.voltaras(doc, "delayed", money=(make.money(doc, "$3 billion", 3e9, "USD"),), trigger=Span(12, 23))

    assert "The plant was to cost $3 billion." in [sentence.text for sentence in told_of((dev, doc)).sentences]


def test_a_state_that_nobody_told_stands_nowhere_beside_a_name() -> None:
    brief = table(change("status", None, "closed 2031", name="Voltara, Debrecen"))

    assert not brief.changes
    assert not any("closed" in row.what or "Debrecen" in row.what for row in brief.left_out)


def test_of_texts_in_their_own_words_nothing_more_is_said() -> None:
    assert carried(6, 6) == "Told by six outlets"


@pytest.mark.parametrize(
    ("said", "quoted", "outlets", "line"),
    [
        (Part("Debrecen", NOTE, "place", "debrecen"), False, 1, "Cell Gazette, 15 December"),
        (Part("Debrecen", NOTE, "place", "debrecen"), False, 2, "Cell Gazette, 15 December; told by two outlets"),
        (Part("in 2025", NOTE, "date", "2025"), False, 1, "Cell Gazette, 15 December"),
        (Part("On 14 December", NOTE, "date", "2022-12-14"), False, 1, ""),
        (Part("on 1 March 2025", NOTE, "date", "2025-03-01"), False, 1, "Cell Gazette, 15 December"),
        (Part("Debrecen", NOTE, "place", "debrecen"), True, 2, "Told by two outlets"),
    ],
)
def test_a_story_says_who_told_it_and_when_unless_its_words_do(
    said: Part, *, quoted: bool, outlets: int, line: str
) -> None:
    told = Telling("s", "new", Sentence(()), (Sentence((said,)),), outlets=outlets, origins=outlets)
    assert told_by(replace(told, excerpt=Excerpt(NOTE)) if quoted else told, 2022) == line
