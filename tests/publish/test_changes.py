"""The table of changes: the comparison's lines, each with its quote, in an order that a reader expects."""

from dataclasses import replace
from datetime import date

import pytest
from msgspec import structs

from cellwire.model import PartialDate, Record, RecordChange, Value
from cellwire.publish import BriefSettings, failures, with_changes
from cellwire.publish.brief.edition import Chapter, Item, Part, Section, Sentence, Telling, status_in_words
from cellwire.record.facts import rules
from publish import factories as make
from publish.at_hand import edition
from publish.week import ENDING

OLD = make.document("old", "In November Voltara spoke of 20 GWh, of 2025 and of $1 billion.", outlet="Cell Courier")
NEW = make.document(
    "new",
    "Voltara now speaks of 30 GWh a year, of early 2027, of about 900 people and of $2 billion.",
    outlet="Gigawatch",
)
WEEK = date(2022, 12, 15)


def change(field, before, after, *, entry="facility", name="Voltara, Debrecen", size="", new=None, old=None):
    return RecordChange(
        entry, f"id of {name}", name, field, before, after, size, WEEK, make.citation(NEW, NEW.text),
        old, new, make.citation(OLD, OLD.text) if old else None,
    )  # fmt: skip


def table(*changes, most=30):
    quiet = edition(Record(None), [], [OLD, NEW], [], week_ending=ENDING, settings=BriefSettings())
    brief = with_changes(quiet, changes, [OLD, NEW], [], most=most)
    assert failures(brief) == []
    return brief


def amount(number, unit="GWh/yr"):
    return Value(f"{number:g} {unit}", f"{number:g} GWh", number, unit)


def when(iso, part=None):
    return Value(iso, iso, when=PartialDate(iso), part=part)


@pytest.mark.parametrize(
    ("one", "row"),
    [
        (change("status", None, "announced"), ("Status", "new in the record", "announced")),
        (change("status", "announced", "construction"), ("Status", "announced", "under construction")),
        (
            change("capacity.total", "20 GWh", "30 GWh", new=amount(30), old=amount(20)),
            ("Total capacity", "20 GWh", "30 GWh a year"),
        ),
        (
            change("production_start", "2025", "2027", new=when("2027", "early"), old=when("2025")),
            ("Start of production", "2025", "early 2027"),
        ),
        (
            change("money", None, "USD 2 billion", new=Value("USD 2 billion", "$2 billion", 2e9, "USD")),
            ("Investment", "not told before", "$2 billion"),
        ),
        (
            change("jobs", None, "900 jobs", new=Value("900 jobs", "900", 900.0, "jobs")),
            ("Jobs", "not told before", "900 jobs"),
        ),
    ],
)
def test_a_line_says_what_it_was_and_what_it_is(one, row) -> None:
    [told] = table(one).changes

    assert (told.field, told.before.text, told.after.text) == row
    assert told.after.note.outlet == "Gigawatch"


@pytest.mark.parametrize("old", [False, True])
def test_a_deal_that_is_only_recalled_has_not_changed(*, old: bool) -> None:
    dev = make.development(NEW, "investment", "completed", background=old)
    row = change("status", None, "completed", entry="deal", name="Voltara: investment")
    row = replace(row, citation=structs.replace(row.citation, development=dev.id))
    nothing = Sentence(())
    story = Telling("s", "new", nothing, (), things=(row.id,))
    chapter = Chapter(Section.DEALS, "Deals", (Item("s", nothing, (story,), (), 1.0, ()),))
    quiet = edition(Record(None), [], [NEW], [dev], week_ending=ENDING, settings=BriefSettings())

    assert bool(with_changes(replace(quiet, chapters=(chapter,)), [row], [NEW], [dev], most=9).changes) is not old


def test_a_line_names_the_outlet_as_the_stories_do() -> None:
    row = change("status", None, "construction")
    other = replace(NEW, id="other", outlet="Gigawatch Daily")
    brief = edition(Record(None), [], [NEW, other], [], week_ending=ENDING, settings=BriefSettings())
    cited = replace(row, citation=structs.replace(row.citation, document="other", outlet="Gigawatch Daily"))

    [told] = with_changes(brief, [cited], [NEW, other], [], most=9).changes
    assert told.after.note.outlet == "Gigawatch"


def test_what_the_quote_does_not_say_is_left_out_and_reported() -> None:
    brief = table(change("capacity.total", None, "45 GWh/yr", new=amount(45)))

    assert not brief.changes
    assert [row.what for row in brief.left_out[-1:]] == ["“45 GWh/yr” as total capacity of Voltara, Debrecen"]


def test_plants_stand_before_deals_and_states_before_values() -> None:
    value = change("capacity.total", None, "30 GWh/yr", new=amount(30))
    rows = [value, change("status", None, "signed", entry="deal", name="A – B"), change("status", None, "announced")]

    assert [(row.thing, row.field) for row in table(*rows).changes] == [
        ("Voltara, Debrecen", "Status"),
        ("Voltara, Debrecen", "Total capacity"),
        ("A – B", "Status"),
    ]


def test_a_long_table_is_cut_and_says_so() -> None:
    rows = [change("status", None, "announced", name=f"Plant {number}") for number in range(5)]
    brief = table(*rows, most=3)

    assert (len(brief.changes), brief.changes_more) == (3, 2)
    assert {figure.label: figure.text for figure in brief.figures}["New or changed in the record"] == "5"


def test_a_phase_is_named_behind_its_plant() -> None:
    [row] = table(replace(change("capacity.phase (second plant)", None, "30", new=amount(30)))).changes

    assert (row.thing, row.field) == ("Voltara, Debrecen, second plant", "Capacity of one phase")


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("Voltara has received planning permission for its plant.", "planning permission"),
        ("Voltara has received federal environmental clearance.", "federal environmental clearance"),
        ("Voltara has received approval for its plant.", "permitted"),
        ("Voltara has a building permit and environmental approval.", "permitted"),
    ],
)
def test_one_approval_is_called_what_it_is(words: str, told: str) -> None:
    doc = make.document("given", words)
    row = replace(change("status", None, "permitted"), citation=make.citation(doc, words))
    quiet = edition(Record(None), [], [doc], [], week_ending=ENDING, settings=BriefSettings())
    brief = with_changes(quiet, [row], [doc], [], most=9)

    assert failures(brief) == []
    assert [row.after.text for row in brief.changes] == [told]


@pytest.mark.parametrize(
    ("name", "after"),
    [
        ("Baumwerk – Voltara: provisional award", "provisional"),
        ("Baumwerk – Voltara: conditional commitment", "conditional"),
        ("Baumwerk – Voltara: framework agreement", "agreed in outline"),
    ],
)
def test_money_that_is_not_given_yet_is_not_agreed(name: str, after: str) -> None:
    [row] = table(change("status", None, "framework", entry="deal", name=name)).changes

    assert row.after.text == after


@pytest.mark.parametrize(
    ("name", "rung", "after"),
    [
        ("Voltara: share listing", "talks", "planned"),
        ("Voltara: fundraising", "binding", "announced"),
        ("Voltara: share listing", "completed", "completed"),
        ("Voltara – Baumwerk: sale agreement", "binding", "agreed"),
        ("Voltara – Baumwerk: nomination (pack)", "nomination", "chosen"),
    ],
)
def test_what_a_company_does_alone_is_not_agreed(name: str, rung: str, after: str) -> None:
    [row] = table(change("status", None, rung, entry="deal", name=name)).changes

    assert row.after.text == after


@pytest.mark.parametrize("sort", [*rules()["deals"]["alone"]["sorts"], *rules()["deals"]["sorts"]])
def test_what_the_record_calls_done_alone_is_what_the_brief_does_not_call_agreed(sort: str) -> None:
    alone = sort in rules()["deals"]["alone"]["sorts"]

    assert status_in_words("binding", of=f"Voltara: {sort}") == ("announced" if alone else "agreed")


def with_telling(dev, row, headline, **more):
    story = Telling("s", "new", headline, (), developments=(dev.id,), things=(row.id,), **more)
    chapter = Chapter(Section.DEALS, "Deals", (Item("s", headline, (story,), (), 1.0, ()),))
    quiet = edition(Record(None), [], [NEW], [dev], week_ending=ENDING, settings=BriefSettings())
    cited = replace(row, citation=structs.replace(row.citation, development=dev.id))
    return with_changes(replace(quiet, chapters=(chapter,)), [cited], [NEW], [dev], most=9).changes


@pytest.mark.parametrize(
    ("rule", "told"), [("facility.expand", "enlargement announced"), ("facility.build", "announced")]
)
def test_what_is_added_to_a_plant_is_announced_as_that(rule: str, told: str) -> None:
    dev = make.development(NEW, "facility", "announced", modality="planned", rule=rule)
    [row] = with_telling(dev, change("status", None, "announced"), Sentence(()))

    assert row.after.text == told


@pytest.mark.parametrize(("planned", "told"), [(True, "to be mothballed"), (False, "mothballed")])
def test_a_halt_that_is_planned_is_not_one_yet(*, planned: bool, told: str) -> None:
    dev = make.development(NEW, "facility", "delayed", modality="planned")
    [row] = with_telling(dev, change("status", "operating", "mothballed"), Sentence(()), planned=planned)

    assert row.after.text == told


@pytest.mark.parametrize(
    ("names", "thing"),
    [
        (["Voltara"], "Voltara: funding round completed"),
        ([], "Baumwerk – Voltara: funding round completed"),
        (["Baumwerk", "Voltara"], "Baumwerk – Voltara: funding round completed"),
    ],
)
def test_one_of_those_who_give_to_a_round_is_no_side_of_it_alone(names: list[str], thing: str) -> None:
    dev = make.development(NEW, "investment", "completed")
    row = change("status", None, "completed", entry="deal", name="Baumwerk – Voltara: funding round completed")

    parts = tuple(Part(name, None, "name", name) for name in names)
    assert [row.thing for row in with_telling(dev, row, Sentence(parts))] == [thing]


@pytest.mark.parametrize(
    ("heading", "sort", "thing"),
    [(" buys battery storage project in Ridgely", "purchase completed",
      "Voltara – battery storage project in Ridgely: purchase completed"),
     (" sells storage project", "sale completed", "Voltara – storage project: sale completed"),
     (" acquires Baumwerk", "takeover completed", "Voltara: takeover completed")],
)  # fmt: skip
def test_who_buys_a_project_takes_no_firm_over(heading: str, sort: str, thing: str) -> None:
    dev = make.development(NEW, "investment", "completed")
    row = change("status", None, "completed", entry="deal", name=f"Voltara: {sort}")
    headline = Sentence((Part("Voltara", None, "name", "voltara"), Part(heading)))

    assert [row.thing for row in with_telling(dev, row, headline)] == [thing]


@pytest.mark.parametrize(("stage", "told"), [("announced", ["reported"]), ("cancelled", [])])
def test_reports_that_plans_are_shelved_are_no_rumour_of_a_plant(stage: str, told: list[str]) -> None:
    dev = make.development(NEW, "facility", stage, modality="reported")
    rows = with_telling(dev, change("status", None, "rumoured"), Sentence(()))

    assert [row.after.text for row in rows] == told


@pytest.mark.parametrize(("modality", "told"), [("considering", "considered"), ("reported", "reported")])
def test_what_its_own_company_weighs_is_no_rumour(modality: str, told: str) -> None:
    dev = make.development(NEW, "facility", "considered", modality=modality)
    [row] = with_telling(dev, change("status", None, "rumoured"), Sentence(()))

    assert row.after.text == told


@pytest.mark.parametrize(
    ("heading", "told"), [(" completes battery plant", "completed"), (" starts up battery plant", "in operation")]
)
def test_what_is_built_does_not_run_yet(heading: str, told: str) -> None:
    dev = make.development(NEW, "facility", "operating")
    headline = Sentence((Part("Voltara", None, "name", "voltara"), Part(heading)))
    [row] = with_telling(dev, change("status", None, "operating"), headline)

    assert row.after.text == told


@pytest.mark.parametrize(("planned", "told"), [(True, "planned"), (False, "agreed")])
def test_what_a_story_tells_as_a_plan_is_not_agreed(*, planned: bool, told: str) -> None:
    dev = make.development(NEW, "investment", "announced")
    line = change("status", None, "binding", entry="deal", name="Voltara: investment agreement")
    [row] = with_telling(dev, line, Sentence(()), planned=planned)

    assert row.after.text == told


@pytest.mark.parametrize(
    ("headline", "name", "line"),
    [
        ("Voltara delivers flow batteries", "supply agreement (storage)", ("Voltara: delivery (storage)", "delivered")),
        (
            "Voltara to supply batteries",
            "supply agreement (storage)",
            ("Voltara: supply agreement (storage)", "agreed"),
        ),
        (
            "Voltara signs power purchase agreement for solar and battery storage",
            "power purchase agreement (storage)",
            ("Voltara: power purchase agreement (solar and storage)", "agreed"),
        ),
    ],
)
def test_a_line_of_a_deal_says_what_its_story_does(headline: str, name: str, line: tuple[str, str]) -> None:
    dev = make.development(NEW, "supply", "signed")
    parts = (Part("Voltara", None, "name", "voltara"), Part(headline.removeprefix("Voltara")))
    change_ = change("status", None, "binding", entry="deal", name=f"Voltara: {name}")
    [row] = with_telling(dev, change_, Sentence(parts), planned=False)

    assert (row.thing, row.after.text) == line


@pytest.mark.parametrize(("other", "lines"), [("Voltara", 1), ("Baumwerk", 2)])
def test_two_lines_that_read_alike_are_one(other: str, lines: int) -> None:
    """Two stories of one round of money, which the record has as two deals."""
    named = {"a": "Voltara", "b": other}
    rows = [
        replace(change("status", None, "completed", entry="deal", name=f"{name}: investment completed"), id=id)
        for id, name in named.items()
    ]
    heads = {id: Sentence((Part(name, None, "name", name),)) for id, name in named.items()}
    items = tuple(
        Item(id, head, (Telling(id, "new", head, (), things=(id,)),), (), 1.0, ()) for id, head in heads.items()
    )
    rows[1] = replace(rows[1], citation=make.citation(OLD, OLD.text))
    quiet = edition(Record(None), [], [OLD, NEW], [], week_ending=ENDING, settings=BriefSettings())
    brief = with_changes(replace(quiet, chapters=(Chapter(Section.DEALS, "", items),)), rows, [OLD, NEW], [], most=9)

    assert len(brief.changes) == lines


@pytest.mark.parametrize(
    ("name", "noun", "thing"),
    [
        ("Voltara, Hungary (electrolyte)", "lithium project", "Voltara, Debrecen (lithium project)"),
        ("Voltara, Hungary", "battery recycling plant", "Voltara, Debrecen (battery recycling plant)"),
        ("Voltara, Hungary (storage)", "battery plant", "Voltara, Debrecen"),
        ("Voltara, Hungary (third plant)", "battery plant", "Voltara, Debrecen (third plant)"),
        ("Voltara, Hungary (storage)", "", "Voltara, Debrecen (storage)"),
        ("Voltara, Hungary (storage)", "Battery storage project", "Voltara, Debrecen (battery storage project)"),
        ("Voltara, Hungary (storage)", "LFP battery plant", "Voltara, Debrecen (LFP battery plant)"),
    ],
)
def test_a_plant_is_called_what_its_heading_calls_it(name: str, noun: str, thing: str) -> None:
    dev = make.development(NEW, "facility", "announced")
    told = (("Voltara", "name"), (noun, "product"), ("Debrecen", "place"))
    headline = Sentence(tuple(Part(text, None, what, text) for text, what in told if text))

    assert [row.thing for row in with_telling(dev, change("status", None, "announced", name=name), headline)] == [thing]
