"""Laws of an edition, over a made week and its variations."""

import re
from dataclasses import replace
from datetime import date

import pytest
from msgspec import structs

from cellwire.errors import NotFitToPublish
from cellwire.model import (
    Answer,
    Block,
    BlockKind,
    Development,
    Document,
    Kind,
    Modality,
    PartyFact,
    Record,
    Rumour,
    Span,
)
from cellwire.publish import BriefSettings, Edition, Sponsor, failures, fit_to_publish
from cellwire.publish.brief.check import numbers
from cellwire.publish.brief.edition import Bar, Part
from publish import factories as make
from publish.at_hand import edition
from publish.week import ENDING, FORD, Week, week


def made(of: Week, ending: date = ENDING, settings: BriefSettings | None = None) -> Edition:
    return edition(
        of.record,
        of.stories,
        of.documents,
        of.developments,
        week_ending=ending,
        settings=settings or BriefSettings(),
    )


@pytest.fixture(scope="module")
def brief() -> Edition:
    return made(week())


def body(brief: Edition) -> str:
    return "\n".join(sentence.text for sentence in brief.sentences())


def test_every_printed_value_is_read_again_from_its_footnote(brief: Edition) -> None:
    assert list(brief.values())
    assert failures(brief) == []


def test_an_edition_with_a_value_that_its_quote_does_not_say_is_not_published(brief: Edition) -> None:
    assert fit_to_publish(brief) is brief
    note = next(part.note for part in brief.values())
    wrong = Bar("Sunderland", 99.0, Part("99 GWh a year", note, "amount", "99.0 GWh/yr"))

    with pytest.raises(NotFitToPublish, match="“99 GWh a year” in the brief to 2022-12-17: is not borne out by"):
        fit_to_publish(replace(brief, bars=(wrong,)))


def test_every_number_in_a_value_stands_in_its_quote(brief: Edition) -> None:
    for part in brief.values():
        if part.note and part.what in {"amount", "money", "jobs", "date"} and re.search(r"\d", part.text):
            said = numbers(part.note.quote)
            assert any(number in said for number in numbers(part.text)), (part.text, part.note.quote)


def test_no_number_is_printed_without_a_footnote(brief: Edition) -> None:
    for sentence in brief.sentences():
        for part in sentence.parts:
            assert part.note or not re.search(r"\d", part.text), sentence.text


def test_no_sentence_is_longer_than_35_words_and_no_quote_than_25(brief: Edition) -> None:
    assert max(sentence.words for sentence in brief.sentences()) <= 35
    assert max(len(note.quote.split()) for note in brief.notes()) <= 25


def test_every_quote_stands_in_its_document(brief: Edition) -> None:
    texts = {document.id: " ".join(document.text.split()) for document in week().documents}
    assert all(note.quote in texts[note.document] for note in brief.notes())


def test_no_sentence_of_a_source_is_printed_as_ours(brief: Edition) -> None:
    theirs = {sentence for document in week().documents for sentence in re.split(r"(?<=[.!?])\s", document.text)}
    assert not theirs & {sentence.text for sentence in brief.sentences()}


def test_no_development_is_told_twice(brief: Edition) -> None:
    printed = [id for item in brief.items() for telling in item.tellings for id in telling.developments]
    assert len(printed) == len(set(printed))


def test_the_same_development_in_two_stories_is_told_in_one() -> None:
    once = week()
    again = replace(once.stories[0], id="s-again", headline="Told again")

    brief = made(replace(once, stories=(*once.stories, again)))

    assert sum("Sunderland" in telling.headline.text for item in brief.items() for telling in item.tellings) == 1


def test_the_title_is_made_of_the_two_main_headlines(brief: Edition) -> None:
    scored = sorted(brief.items(), key=lambda item: -item.score)
    assert scored[0].headline.text in brief.title
    assert brief.title.count(";") == 1


def test_a_rumour_comes_with_every_answer_and_its_speaker(brief: Edition) -> None:
    assert "unnamed sources" in body(brief)
    assert "CATL said that it was still considering the matter and that nothing had been decided." in body(brief)
    assert "Ford said that talks were continuing and that it had nothing to announce." in body(brief)


def test_two_deals_of_one_company_stand_together(brief: Edition) -> None:
    [item] = [item for item in brief.items() if len(item.tellings) == 2]

    assert item.headline.text == "CATL: two deals in one day"
    assert {telling.headline.text.split(" and ")[1].split(" sign")[0] for telling in item.tellings} == {
        "Chery",
        "Huawei",
    }


def _plant(id: str, text: str, place: str, *owners: str) -> tuple[Document, Development]:
    doc = make.document(id, text)
    parties = tuple(make.party(doc, name, "owner") for name in owners)
    made, where = make.named(doc, "battery plant", "cell"), make.place(doc, place, "HU")
    return doc, make.development(doc, "facility", "announced", parties=parties, place=where, product=made)


def test_a_plant_stands_with_those_of_its_first_owner_alone() -> None:
    told = [
        _plant(
            "a", "Voltara and Baumwerk will build a battery plant in Szeged, Hungary.", "Szeged", "Voltara", "Baumwerk"
        ),
        _plant("b", "Voltara will build a battery plant in Miskolc, Hungary.", "Miskolc", "Voltara"),
        _plant("c", "Nordcell and Voltara will build a battery plant in Eger, Hungary.", "Eger", "Nordcell", "Voltara"),
    ]
    docs, devs = (tuple(each) for each in zip(*told, strict=True))
    stories = tuple(make.story(f"s-{dev.document}", [dev]) for dev in devs)

    items = made(Week(Record(None), stories, docs, devs)).items()

    assert sorted(sorted(telling.story for telling in item.tellings) for item in items) == [["s-a", "s-b"], ["s-c"]]


def test_the_deals_are_counted_by_the_kinds_that_there_are(brief: Edition) -> None:
    [deals] = [figure for figure in brief.figures if figure.label == "Deals"]

    assert (deals.text, deals.detail) == ("3", "supply, partnership")


def test_figures_that_disagree_stand_side_by_side(brief: Edition) -> None:
    assert "Northern Echo Wire says 12 GWh a year, Gigawatch says 11 GWh a year" in body(brief)


def test_copies_of_one_text_are_one_witness(brief: Edition) -> None:
    [telling] = [t for item in brief.items() for t in item.tellings if t.story == "s-aesc"]

    assert (telling.outlets, telling.origins) == (3, 2)
    assert any("Battery Copy" in note.also for note in brief.notes())


def test_a_date_that_slipped_is_told_with_what_it_was(brief: Edition) -> None:
    assert "The start of production had earlier been given as the end of 2024." in body(brief)


def test_background_in_this_weeks_texts_is_told_as_background(brief: Edition) -> None:
    assert "Envision AESC’s first battery plant in Sunderland began production in 2012." in body(brief)


def test_the_day_of_an_announcement_is_not_the_day_of_the_thing(brief: Edition) -> None:
    assert "as announced on 14 December" in body(brief)


def test_earlier_stories_of_the_company_are_linked(brief: Edition) -> None:
    [item] = [item for item in brief.items() if "Britishvolt" in item.headline.text]
    assert [link.text for link in item.more] == ["Britishvolt secures its site"]


def test_what_told_nothing_is_listed_with_the_reason(brief: Edition) -> None:
    assert any("Carmaker shows new seats" in row.what for row in brief.left_out)


def test_a_wrong_value_is_left_out_and_listed() -> None:
    """The planted bug: a reader took 12 GWh for 21."""
    good = week()
    devs = tuple(
        replace(
            dev, capacity=tuple(structs.replace(cap, value=21.0) if cap.value == 12 else cap for cap in dev.capacity)
        )
        for dev in good.developments
    )

    brief = made(replace(good, developments=devs))

    assert "21 GWh" not in body(brief)
    assert any("21 GWh" in row.what for row in brief.left_out)
    assert failures(brief) == []


def test_an_advert_is_never_news() -> None:
    text = "Buy solvents now\nVoltara has opened a plant in Debrecen."
    doc = replace(make.document("ad", text), blocks=(Block(BlockKind.ADVERT, Span(0, len(text))),))
    dev = make.development(doc, "facility", "operating", parties=(make.party(doc, "Voltara", "operator"),))

    brief = made(Week(Record(None), (make.story("s", [dev]),), (doc,), (dev,)))

    assert brief.empty
    assert any("advert" in row.why for row in brief.left_out)


def test_a_week_without_news_is_said_to_be_one() -> None:
    brief = made(Week(Record(None), (), (), ()))

    assert brief.empty
    assert brief.title == "No story this week"


def test_a_story_of_another_week_is_not_news() -> None:
    assert made(week(), date(2022, 10, 1)).empty


def test_the_order_of_what_is_given_does_not_matter(brief: Edition) -> None:
    given = week()
    turned = Week(given.record, given.stories[::-1], given.documents[::-1], given.developments[::-1])

    assert made(turned) == brief


def test_figures_count_firm_news_only(brief: Edition) -> None:
    figures = {figure.label: figure.text for figure in brief.figures}

    assert figures["GWh a year under construction"] == "12"
    assert figures["Cost of plants, GBP"] == "£450 million"
    assert figures["Deals"] == "3"


def test_every_score_can_be_explained(brief: Edition) -> None:
    for item in brief.items():
        points = [float(reason.rsplit("(", 1)[1].rstrip(")")) for reason in item.because]
        assert item.because
        assert sum(points) == pytest.approx(item.score, abs=0.05 * len(points))


def test_a_sponsors_line_is_marked_and_its_address_is_checked() -> None:
    brief = made(week(), settings=BriefSettings(sponsor=Sponsor("Solvents", "javascript:alert(1)")))

    assert brief.sponsor == Sponsor("Solvents", None)


def test_the_ways_to_follow_are_those_of_the_settings() -> None:
    settings = BriefSettings(feed="https://example.org/feed", mail="brief@example.org", page="https://example.org")

    assert [way.url for way in made(week(), settings=settings).subscribe] == [
        "https://example.org/feed",
        "mailto:brief@example.org",
        "https://example.org",
    ]


def test_an_answer_on_record_is_told_though_this_weeks_texts_do_not_repeat_it() -> None:
    given = week()
    doc = make.document("deny", "Ford and CATL\nCATL denied the report, calling it untrue.", outlet="Old Paper")
    said = make.citation(doc, "CATL denied the report, calling it untrue.")
    answer = Answer(PartyFact("catl", "CATL", "operator", (said,)), Modality.DENIED, date(2022, 12, 1), said)
    rumour = Rumour("r", "Michigan", Kind.FACILITY, date(2022, 12, 1), (), (answer,), None, "open", ("s-ford",))
    silent = tuple(replace(dev, responses=()) for dev in given.developments)

    brief = made(replace(given, record=replace(given.record, rumours=(rumour,)), developments=silent))

    assert "CATL said that the report was not true." in body(brief)


def test_what_is_beyond_the_editions_length_is_counted() -> None:
    brief = made(week(), settings=BriefSettings(stories=2))

    assert sum(len(item.tellings) for item in brief.items()) == 2
    assert any(row.what == "5 further stories" for row in brief.left_out)


def test_one_answer_to_two_stories_of_one_report_is_told_once() -> None:
    given = week()
    [ford] = [dev for dev in given.developments if dev.responses]
    other = make.document("ford2", FORD, title="Talks of Ford", outlet="Other Business")
    talks = replace(ford, id="dev_talks", kind=Kind.SUPPLY, document="ford2")

    brief = made(
        replace(
            given,
            stories=(*given.stories, make.story("s-talks", [talks])),
            documents=(*given.documents, other),
            developments=(*given.developments, talks),
        )
    )

    assert sum(telling.story == "s-talks" for item in brief.items() for telling in item.tellings) == 1
    assert body(brief).count("talks were continuing") == 1


def test_a_file_is_named_without_the_folders_it_lies_in() -> None:
    doc = replace(
        make.document("f", "Voltara and Nordcell agreed to work together on cells.", outlet=None, url=""),
        path="/home/someone/private/news.txt",
    )
    parties = (make.party(doc, "Voltara", "partner"), make.party(doc, "Nordcell", "partner"))
    dev = make.development(doc, "partnership", "signed", parties=parties, product=make.named(doc, "cells", "cell"))

    brief = made(Week(Record(None), (make.story("s", [dev]),), (doc,), (dev,)))

    assert {note.outlet for note in brief.notes()} == {"news.txt"}
    assert [row.outlet for row in brief.readings] == ["news.txt"]
