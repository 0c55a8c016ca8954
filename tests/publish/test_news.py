"""An update says what is new in it, a correction what it takes back."""

from datetime import UTC, date, datetime

import pytest

from cellwire.model import Record, Story
from cellwire.publish import BriefSettings, Edition, failures
from publish import factories as make
from publish.at_hand import edition

ENDING = date(2022, 12, 17)
EARLIER = "Ford plans a battery plant in Marshall with 20 GWh a year."
LATER = "Ford broke ground on its battery plant in Marshall. It is to have 35 GWh a year and open in 2026."


def told(*stories: Story, docs, devs) -> Edition:
    brief = edition(Record(None), stories, docs, devs, week_ending=ENDING, settings=BriefSettings())
    assert failures(brief) == []
    return brief


def plant(doc, stage, *figures, dates=(), **more):
    return make.development(
        doc,
        "facility",
        stage,
        parties=(make.party(doc, "Ford", "owner"),),
        place=make.place(doc, "Marshall", "US"),
        product=make.named(doc, "battery plant", "cell"),
        capacity=tuple(make.capacity(doc, f"{value} GWh a year", value, "GWh/yr", scope="total") for value in figures),
        dates=dates,
        **more,
    )


def sentences(brief: Edition) -> list[str]:
    return [sentence.text for sentence in brief.sentences()]


def updated(text: str, stage: str, *figures: float, starts: str = "") -> list[str]:
    old = make.document("old", EARLIER, published=date(2022, 12, 8))
    new = make.document("new", text, published=date(2022, 12, 15), outlet="Gigawatch")
    dates = (make.dated(new, starts, "production_start", starts),) if starts else ()
    devs = [plant(old, "announced", 20, modality="planned"), plant(new, stage, *figures, dates=dates)]
    story = make.story("s", devs, first=date(2022, 12, 8))
    return sentences(told(story, docs=[old, new], devs=devs))


def test_an_update_names_what_no_earlier_text_had() -> None:
    said = updated(LATER, "construction", 35, starts="2026")

    assert (
        "New since the report of 8 December: the start of building, the capacity and the start of production." in said
    )


@pytest.mark.parametrize(("verb", "new"), [("proposes", "the proposal"), ("plans", "the decision")])
def test_a_proposal_is_no_decision(verb: str, new: str) -> None:
    old = make.document("old", "Ford considers a battery plant in Marshall.", published=date(2022, 12, 8))
    later = make.document("new", f"Ford {verb} a battery plant in Marshall.", published=date(2022, 12, 15))
    devs = [plant(old, "considered", modality="considering"), plant(later, "announced", modality="planned")]
    story = make.story("s", devs, first=date(2022, 12, 8))

    assert f"New since the report of 8 December: {new}." in sentences(told(story, docs=[old, later], devs=devs))


def test_what_was_told_before_and_brings_nothing_new_is_left_out() -> None:
    again = "Ford, again: a battery plant in Marshall with 20 GWh a year."

    assert updated(again, "announced", 20) == []


@pytest.mark.parametrize("more", [{"outlet": "Another Gazette"}, {"text": "Ford plans a battery plant  in Marshall."}])
def test_what_another_outlet_carries_or_only_spaces_change_is_no_correction(more) -> None:
    same = {"published": date(2022, 12, 14), "url": "https://gazette.example/ford", "title": "Ford in Marshall"}
    text = more.pop("text", "Ford plans a battery plant in Marshall for Michigan.")
    first = make.document("first", "Ford plans a battery plant in Marshall.", **same)
    second = make.document("second", text, modified=datetime(2022, 12, 15, tzinfo=UTC), **same, **more)
    devs = [plant(doc, "announced", modality="planned") for doc in (first, second)]
    brief = told(make.story("s", devs), docs=[first, second], devs=devs)

    assert [telling.mark for item in brief.items() for telling in item.tellings] == ["new"]


def test_a_corrected_article_is_told_with_both_figures_and_counts_once() -> None:
    more = {"published": date(2022, 12, 14), "url": "https://gazette.example/ford", "title": "Ford in Marshall"}
    first = make.document("first", "Ford plans a battery plant in Marshall with 5 GWh a year.", **more)
    second = make.document(
        "second",
        "Ford plans a battery plant in Marshall with 16 GWh a year. An earlier version was wrong.",
        modified=datetime(2022, 12, 15, tzinfo=UTC),
        **more,
    )
    devs = [plant(first, "announced", 5, modality="planned"), plant(second, "announced", 16, modality="planned")]
    brief = told(make.story("s", devs), docs=[first, second], devs=devs)

    assert [telling.mark for item in brief.items() for telling in item.tellings] == ["correction"]
    assert "Corrected: 16 GWh a year, where the article first had 5 GWh a year." in sentences(brief)
    assert not any("Sources differ" in sentence for sentence in sentences(brief))
    assert next(figure.text for figure in brief.figures if "announced" in figure.label) == "16"


@pytest.mark.parametrize(
    ("one", "other", "differ"),
    [(3.7, 3.74, False), (2.1, 2.15, False), (2.2, 2.15, False), (3.5, 3.74, True), (0.7, 3.74, False)],
)
def test_a_rounded_sum_is_the_same_sum_and_a_small_part_of_it_no_other_one(
    one: float, other: float, differ: bool
) -> None:
    docs = [
        make.document("a", f"Ford plans a battery plant in Marshall for ${one} billion.", outlet="Mine Post"),
        make.document("b", f"Ford plans a battery plant in Marshall for ${other} billion.", outlet="Ore News"),
    ]
    sums = [
        make.money(doc, f"${billions} billion", round(billions * 1e9), "USD")
        for doc, billions in zip(docs, (one, other), strict=True)
    ]
    devs = [
        make.replaced(plant(doc, "announced", modality="planned"), money=(each,))
        for doc, each in zip(docs, sums, strict=True)
    ]
    brief = told(make.story("s", devs), docs=docs, devs=devs)

    assert any("Sources differ" in sentence for sentence in sentences(brief)) is differ


@pytest.mark.parametrize(
    ("text", "day", "iso", "sentence"),
    [
        ("Ford opened a battery plant in Marshall on 2022-12-14.", "2022-12-14", "2022-12-14", "on 14 december"),
        # the day on which a text was written, and the month that is not over
        ("2022-12-14 - Ford opened a battery plant in Marshall.", "2022-12-14", "2022-12-14", ""),
        ("Ford opened a battery plant in Marshall in December.", "December", "2022-12", ""),
        ("Ford opened a battery plant in Marshall in November.", "November", "2022-11", "in november"),
    ],
)
def test_a_texts_own_day_and_the_current_month_are_no_day_of_what_it_tells(text, day, iso, sentence) -> None:
    doc = make.document("d", text, published=date(2022, 12, 15))
    dev = make.replaced(plant(doc, "operating"), dates=(make.dated(doc, day, "event", iso),))
    said = " ".join(sentences(told(make.story("s", [dev]), docs=[doc], devs=[dev]))).lower()

    assert sentence in said
    assert ("ember" in said) is bool(sentence)


@pytest.mark.parametrize(("start", "when"), [("14 December", "on 14 december"), ("2 December", "on 12 december")])
def test_a_start_is_told_by_its_own_day_if_that_came_after_the_word_of_it(start: str, when: str) -> None:
    docs = [
        make.document("a", "Ford said on 12 December that it has opened a battery plant in Marshall."),
        make.document(
            "b", f"Ford opened a battery plant in Marshall, where production began on {start}.", outlet="Ore"
        ),
    ]
    iso = f"2022-12-{start.removesuffix(' December'):0>2}"
    dates = (
        make.dated(docs[0], "12 December", "event", "2022-12-12"),
        make.dated(docs[1], start, "production_start", iso),
    )
    devs = [
        make.replaced(plant(doc, "operating"), dates=(day,), trigger=make.span(doc, "opened"))
        for doc, day in zip(docs, dates, strict=True)
    ]
    lead = next(iter(told(make.story("s", devs), docs=docs, devs=devs).items())).tellings[0].sentences[0].text

    assert when in lead.lower()
    assert lead.count("December") == 1


@pytest.mark.parametrize(
    ("days", "outlets", "differ"),
    [
        (("14 December", "11 December"), ("Mine Post", "Ore News"), True),
        # one outlet's later word, and a day that stands only for a weekday
        (("14 December", "11 December"), ("Mine Post", "Mine Post"), False),
        (("14 December", "Sunday"), ("Mine Post", "Ore News"), False),
    ],
)
def test_outlets_differ_on_a_day_that_each_of_them_writes_out(days, outlets, differ: bool) -> None:
    docs = [
        make.document(f"d{place}", f"Ford opened a battery plant in Marshall on {day}.", outlet=outlet)
        for place, (day, outlet) in enumerate(zip(days, outlets, strict=True))
    ]
    isos = {"14 December": "2022-12-14", "11 December": "2022-12-11", "Sunday": "2022-12-11"}
    devs = [
        make.replaced(plant(doc, "operating"), dates=(make.dated(doc, day, "event", isos[day]),))
        for doc, day in zip(docs, days, strict=True)
    ]
    brief = told(make.story("s", devs), docs=docs, devs=devs)

    assert any("Sources differ" in sentence for sentence in sentences(brief)) is differ


@pytest.mark.parametrize(
    ("text", "date", "lines"),
    [
        (
            "Ford has halted construction of its battery plant in Marshall, which was to be ready in 2027.",
            "2027",
            ["Ford has halted work on its battery plant", "Production was to start in 2027."],
        ),
        (
            "Ford has pushed its battery plant in Marshall back to 2027.",
            "2027",
            ["Ford has delayed its battery plant", "Production is now due to start in 2027."],
        ),
    ],
)
def test_a_stopped_plant_is_told_with_its_old_date_and_a_delayed_one_with_its_new(
    text: str, date: str, lines: list[str]
) -> None:
    doc = make.document("a", text, outlet="Mine Post")
    when = (make.dated(doc, "2027", "production_start", date),)
    dev = make.replaced(plant(doc, "delayed"), dates=when)
    brief = told(make.story("s", [dev]), docs=[doc], devs=[dev])

    said = " ".join(sentences(brief))
    assert all(line in said for line in lines), said
