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
