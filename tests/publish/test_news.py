"""An update says what is new in it, a correction what it takes back."""

from datetime import UTC, date, datetime

from cellwire.model import Record, Story
from cellwire.publish import BriefSettings, Edition, edition, failures
from publish import factories as make

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
