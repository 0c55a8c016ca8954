"""What the bundled weeks must say in the record and in print: facts, no wording."""

from collections.abc import Iterator
from datetime import UTC, date, datetime

import pytest

from cellwire.db import Store, load_developments, load_documents, load_record, load_stories, open_store
from cellwire.demo import demo_captures
from cellwire.model import Kind, Record
from cellwire.pipeline import changes_told, import_captures, load_week
from cellwire.publish import BriefSettings, Edition, edition_of, failures, with_changes
from publish.at_hand import edition

WEEKS = [date(2022, 11, 26), date(2022, 12, 3), date(2022, 12, 10), date(2022, 12, 17)]


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with open_store(str(tmp_path_factory.mktemp("demo") / "demo.db")) as store:
        import_captures(store, demo_captures(), now=datetime(2022, 12, 18, tzinfo=UTC))
        yield store


@pytest.fixture(scope="module")
def record(store: Store) -> Record:
    return load_record(store)


@pytest.fixture(scope="module")
def briefs(store: Store) -> dict[date, Edition]:
    return {ending: brief_of(store, ending) for ending in WEEKS}


def brief_of(store: Store, ending: date) -> Edition:
    week = load_week(store, ending)
    changes = changes_told(store, week)
    return with_changes(edition_of(week, BriefSettings()), changes, week.documents, week.developments, most=30)


@pytest.mark.parametrize("ending", WEEKS)
def test_a_week_read_with_its_neighbourhood_is_the_week_of_the_whole_archive(store: Store, ending: date) -> None:
    week, settings = load_week(store, ending), BriefSettings()
    everything = load_record(store), load_stories(store), load_documents(store), load_developments(store)
    told = edition_of(week, settings)

    assert told == edition(*everything, week_ending=ending, settings=settings)
    assert len(week.documents) < len(everything[2])


def headlines(brief: Edition) -> list[str]:
    return [telling.headline.text for item in brief.items() for telling in item.tellings]


@pytest.mark.parametrize("ending", WEEKS)
def test_every_value_of_every_week_is_borne_out_by_its_quote(briefs: dict[date, Edition], ending: date) -> None:
    assert list(briefs[ending].values())
    assert failures(briefs[ending]) == []


@pytest.mark.parametrize("ending", WEEKS)
def test_a_title_names_two_stories_with_somebody_and_something(briefs: dict[date, Edition], ending: date) -> None:
    first, second = briefs[ending].title.split("; ")
    assert first != second
    assert {first, second} <= set(headlines(briefs[ending]))


@pytest.mark.parametrize("ending", WEEKS)
def test_search_terms_hold_no_bare_word_of_the_trade(briefs: dict[date, Edition], ending: date) -> None:
    terms = {term.text for term in briefs[ending].terms}
    assert terms
    assert not terms & {"battery", "plant", "cell", "Aion", "Redwood", "battery plant"}


def test_ford_and_catl_are_one_rumour_with_both_answers(record: Record, briefs: dict[date, Edition]) -> None:
    rumour, *others = [one for one in record.rumours if "Michigan" in one.name]
    assert not others
    assert {(answer.party.id, answer.modality) for answer in rumour.answers} == {
        ("ford", "undecided"),
        ("catl", "undecided"),
    }
    assert len({carrier.outlet for carrier in rumour.carriers}) >= 3
    assert rumour.outcome == "undecided"
    told = [headline for headline in headlines(briefs[WEEKS[3]]) if "Ford" in headline and "CATL" in headline]
    assert len(told) == 1


def test_a_rumoured_plant_has_no_firmer_status(record: Record, briefs: dict[date, Edition]) -> None:
    plants = [plant for plant in record.facilities if plant.place == "Michigan"]
    assert {plant.status for plant in plants} == {"rumoured"}
    rows = [change for change in briefs[WEEKS[3]].changes if "Michigan" in change.thing]
    assert {row.after.text for row in rows if row.field == "Status"} == {"reported"}


def test_the_hungarian_plant_of_catl_is_one(record: Record) -> None:
    plants = [
        plant
        for plant in record.facilities
        if plant.country == "HU" and {party.id for party in plant.parties} == {"catl"}
    ]
    assert len(plants) == 1


def test_the_two_texts_on_guangzhou_are_one_story(store: Store) -> None:
    stories = [
        story
        for story in load_stories(store)
        if story.kind is Kind.FACILITY and {"gac-aion", "gac"} & set(story.companies) and story.stage == "construction"
    ]
    december = [story for story in stories if story.first_told >= date(2022, 12, 11)]
    assert len(december) == 1
    assert len(december[0].origins) >= 2


def test_the_second_plant_in_sunderland_is_under_construction(record: Record, briefs: dict[date, Edition]) -> None:
    plant = next(plant for plant in record.facilities if plant.place == "Sunderland" and "second" in plant.name)
    assert plant.status == "construction"
    titles = [row.title for row in briefs[WEEKS[2]].headlines]  # too unlikely to be right as it would be told
    assert any("Sunderland" in title for title in titles)
    assert not any("AESC" in headline for headline in headlines(briefs[WEEKS[3]]))  # a week on, nothing in it is new


def test_the_release_that_three_outlets_carry_is_one_text(store: Store) -> None:
    stories = [story for story in load_stories(store) if "American Battery Factory" in story.headline]
    assert 3 in {len(origin.documents) for story in stories for origin in story.origins}


def test_the_corrected_article_is_told_as_one(briefs: dict[date, Edition]) -> None:
    marks = {
        telling.mark
        for item in briefs[WEEKS[1]].items()
        for telling in item.tellings
        if "Amara Raja" in telling.headline.text
    }
    assert "correction" in marks


def test_byd_denies_and_the_brief_says_it_once(briefs: dict[date, Edition]) -> None:
    said = [
        sentence.text
        for item in briefs[WEEKS[0]].items()
        for telling in item.tellings
        if telling.mark == "denial"
        for sentence in telling.sentences
    ]
    assert sum("den" in sentence for sentence in said) == 1


@pytest.mark.parametrize("ending", WEEKS)
def test_adverts_are_not_told(briefs: dict[date, Edition], ending: date) -> None:
    told = " ".join(headlines(briefs[ending]))
    assert not any(word in told for word in ("DryLine", "Huaxing", "Webinar", "Market to Reach"))


def test_a_week_changes_what_its_texts_say_and_nothing_else(briefs: dict[date, Edition]) -> None:
    rows = [(row.thing, row.field, row.before.text, row.after.text) for row in briefs[WEEKS[1]].changes]
    assert ("Ultium Cells, Spring Hill", "Investment", "not told before", "$275 million") in rows
    for brief in briefs.values():
        assert all(brief.first <= row.after.note.published <= brief.last for row in brief.changes if row.after.note)
