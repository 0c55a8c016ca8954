"""What an editor puts his name to: the large deal first, one dispute once, a threat as a threat, the dead counted."""

from dataclasses import replace

import pytest
from msgspec import structs

from cellwire.model import Modality
from cellwire.publish import BriefSettings
from cellwire.publish.brief.edition import Note, Part, Sentence
from publish import factories as make
from publish.at_hand import edition
from publish.test_agreement import together
from publish.test_given import told_of
from publish.test_told_once import ENDING, NOTHING, brief_of, heads, plant, said
from publish.test_weeks_news import made


def bond(words: str, *sums: tuple[str, float], id: str = "m", names=("Alder", "Birch"), role: str = "partner"):
    doc = make.document(id, words, title=words.split(". ", maxsplit=1)[0])
    return doc, make.development(
        doc,
        "investment",
        "announced",
        modality="planned",
        parties=tuple(make.party(doc, name, role) for name in names),
        money=tuple(make.money(doc, said, amount, "USD") for said, amount in sums),
    )


MERGER = bond("Alder and Birch have agreed to a $10.6 billion all-stock merger.", ("$10.6 billion", 10.6e9))


def test_a_great_deal_stands_before_a_smaller_plant() -> None:
    doc = make.document("a", "Ford plans a battery plant in Marshall with 20 GWh.")
    small = plant(doc, gwh=[(20, "new")], place=make.place(doc, "Marshall", "US"))
    brief = brief_of(small, MERGER[1], docs=[doc, MERGER[0]])

    assert brief.title == "Alder and Birch agree to merge; Ford plans battery plant in Marshall"


def test_a_merger_is_neither_a_plan_nor_a_stake() -> None:
    doc, dev = MERGER
    brief = brief_of(dev, docs=[doc])
    figures = {figure.label: (figure.text, figure.detail) for figure in brief.figures}

    assert "have agreed to merge in a deal put at $10.6 billion" in said(brief)
    assert figures["Mergers and takeovers, USD"] == ("$10.6 billion", "in 1 story")
    assert figures["Deals"] == ("1", "merger")
    assert not any("Stakes" in label for label in figures)


def priced(id: str, words: str, *sums: tuple[str, float, str]):
    doc = make.document(id, f"Ford plans a battery plant in Marshall for {words}.", outlet=id)
    paid = tuple(make.money(doc, said, amount, unit) for said, amount, unit in sums)
    return doc, make.development(
        doc,
        "facility",
        "announced",
        modality="planned",
        id=id,
        parties=(make.party(doc, "Ford", "owner"),),
        place=make.place(doc, "Marshall", "US"),
        product=make.named(doc, "battery plant", "cell"),
        money=paid,
    )


def test_one_dispute_in_two_currencies_is_told_once_with_all_who_say_so() -> None:
    told = [
        priced("Anvil", "€4 billion ($4.4 billion)", ("€4 billion", 4e9, "EUR"), ("$4.4 billion", 4.4e9, "USD")),
        priced("Beacon", "€5.2 billion ($5.7 billion)", ("€5.2 billion", 5.2e9, "EUR"), ("$5.7 billion", 5.7e9, "USD")),
        priced("Courier", "€5.2 billion", ("€5.2 billion", 5.2e9, "EUR")),
        priced("Dial", "€4 billion", ("€4 billion", 4e9, "EUR")),
    ]
    text = said(together(*(dev for _, dev in told), docs=[doc for doc, _ in told]))

    assert text.count("Sources differ") == 1
    assert "Anvil and Dial say €4 billion, Beacon and Courier say €5.2 billion" in text
    assert "cost" not in text  # none of the two is told as the sum


def test_a_figure_that_most_texts_have_is_told_as_the_sum() -> None:
    told = [
        priced(id, f"€{amount} billion", (f"€{amount} billion", amount * 1e9, "EUR"))
        for id, amount in (("Anvil", 4), ("Beacon", 4), ("Courier", 4), ("Dial", 5))
    ]
    text = said(together(*(dev for _, dev in told), docs=[doc for doc, _ in told]))

    assert "€4 billion" in text.partition("Sources differ")[0]


@pytest.mark.parametrize(
    ("behind", "expected"),
    [
        ("Once the owner makes a final investment decision, work begins.", "depends on a final investment decision"),
        ("The project awaits a final investment decision.", "depends on a final investment decision"),
        ("The project is subject to the state aid approval of Brussels.", "depends on approval of state aid."),
    ],
)
def test_what_a_start_hangs_on_is_told(behind: str, expected: str) -> None:
    doc = make.document("a", f"Voltara plans a battery plant in Debrecen, Hungary. {behind}")
    dev = plant(doc, parties=("Voltara",), place=make.place(doc, "Debrecen", "HU"), modality=Modality.PLANNED)

    assert expected in " ".join(sentence.text for sentence in told_of((dev, doc)).sentences)


def test_a_start_between_two_dates_is_told_with_both() -> None:
    doc = make.document(
        "a", "Ford plans a battery plant in Marshall; it is to start production in late 2026 to early 2027."
    )
    dates = (
        make.dated(doc, "late 2026", "production_start", "2026", part="late"),
        make.dated(doc, "early 2027", "production_start", "2027", part="early"),
    )
    brief = brief_of(plant(doc, place=make.place(doc, "Marshall", "US"), modality="planned", dates=dates), docs=[doc])

    assert "start in late 2026 or early 2027" in said(brief)
    assert not any("2027" in row.what for row in brief.left_out)


def test_a_threat_to_an_old_plan_is_no_new_plan() -> None:
    words = "Ford is implementing contingency plans for its $2 billion battery plant in Marshall, it said."
    doc = make.document("a", words)
    dev = plant(doc, place=make.place(doc, "Marshall", "US"), money=[("$2 billion", 2e9)], gwh=(), modality="planned")
    brief = made(NOTHING, (doc, dev))

    assert heads(brief) == ["Ford casts doubt on battery plant in Marshall"]
    assert not any("Cost" in figure.label for figure in brief.figures)


def fire(words: str, *, where: str = "Harlem", id: str = "a"):
    doc = make.document(id, words)
    place = make.place(doc, where, "US")
    who = (make.party(doc, "FDNY", "government"),)
    when = (make.dated(doc, "Sunday", "event", "2022-12-11"),) if "Sunday" in words else ()
    return doc, make.development(doc, "incident", "occurred", parties=who, place=place, dates=when)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (
            "Two people died on Sunday when a warehouse of batteries burned down in Harlem, the FDNY said.",
            "A battery fire at a warehouse killed two people in Harlem, US, on 11 December.",
        ),
        (
            "A plant fire in Harlem killed 3 people, the FDNY said.",
            "A fire at a plant has killed three people in Harlem, US.",
        ),
        (
            "Regulators found that a leak caused the fire in Harlem, the FDNY said.",
            "The likely cause of a fire in Harlem, US, has been named.",
        ),
        (
            "A fire broke out at a plant in Harlem on Sunday, the FDNY said.",
            "A fire occurred at a plant in Harlem, US, on 11 December.",
        ),
    ],
)
def test_who_reports_a_fire_has_not_had_it_and_the_dead_are_counted(words: str, expected: str) -> None:
    doc, dev = fire(words)

    assert told_of((dev, doc)).sentences[0].text == expected


WHERE = (("Glendale", 5.8), ("Stanton", 5.6))
IDS = {"Glendale": "us-ky-glendale", "Stanton": "us-tn-stanton"}
SITES = "Ford plans a battery plant in Glendale for $5.8 billion. It plans a battery plant in Stanton for $5.6 billion."


def test_two_towns_that_one_text_tells_apart_are_two_plants() -> None:
    both = make.document("a", SITES, title="Ford plans plants")
    alone = [make.document(town, f"Ford plans a battery plant in {town} for ${bn} billion.") for town, bn in WHERE]
    told = [site(both, town, bn, SITES.split(". ")[place]) for place, (town, bn) in enumerate(WHERE)]
    told += [site(doc, town, bn, doc.text) for doc, (town, bn) in zip(alone, WHERE, strict=True)]
    brief = brief_of(*told, docs=[both, *alone])

    assert sorted(heads(brief)) == ["Ford plans battery plant in Glendale", "Ford plans battery plant in Stanton"]


def site(doc, town: str, billions: float, words: str):
    sums = [(f"${billions} billion", billions * 1e9)]
    place = make.place(doc, town, "US")
    place = structs.replace(place, id=IDS[town], lat=37.6 if town == "Glendale" else 35.4, lon=-88)
    return plant(doc, place=place, money=sums, modality="planned", evidence=words, id=f"{doc.id}-{town}")


def test_one_fire_under_two_names_is_told_once() -> None:
    told = [
        fire("Two people died in a fire at a plant in Harlem on Sunday, the FDNY said.", id="a"),
        fire("A battery sparked a fire at a plant in Harlem, says the FDNY.", id="b"),
    ]
    brief = brief_of(*(dev for _, dev in told), docs=[doc for doc, _ in told])

    assert len(heads(brief)) == 1


@pytest.mark.parametrize(
    ("title", "told"),
    [("Voltara secures cornerstone investor for battery plant", False), ("Voltara plans battery plant", True)],
)
def test_a_plant_without_figures_below_titles_of_money_is_no_news(title: str, told: bool) -> None:
    doc = make.document("a", f"{title}\nVoltara plans a battery plant in Debrecen, Hungary.")
    dev = plant(doc, parties=("Voltara",), place=make.place(doc, "Debrecen", "HU"), modality="planned")

    assert bool(heads(brief_of(dev, docs=[doc]))) is told


def ohio(id: str, words: str, place: str, region: str, *dates):
    doc = make.document(id, words, outlet=id)
    known = structs.replace(make.place(doc, place, "US"), id=region)
    starts = tuple(make.dated(doc, said, "production_start", iso, part=part) for said, iso, part in dates)
    return doc, plant(doc, parties=("Voltara",), place=known, modality="planned", dates=starts, id=id)


def test_the_county_that_two_texts_name_is_told_and_not_the_state_of_more() -> None:
    wide = [ohio(id, "Voltara plans a battery plant in Ohio.", "Ohio", "us-oh") for id in "abc"]
    near = [
        ohio(id, "Voltara plans a battery plant in Lordstown, Ohio.", "Lordstown", "us-oh-lordstown") for id in "de"
    ]

    assert heads(together(*(dev for _, dev in wide + near), docs=[doc for doc, _ in wide + near])) == [
        "Voltara plans battery plant in Lordstown"
    ]


def test_the_end_of_building_is_no_start_of_production() -> None:
    words = "Voltara plans a battery plant in Ohio, to complete the production facility by the end of 2024"
    first = ohio("a", f"{words}.", "Ohio", "us-oh", ("end of 2024", "2024", "end"))
    second = ohio(
        "b", "Voltara plans a battery plant in Ohio and will start production in 2025.", "Ohio", "us-oh",
        ("2025", "2025", None),
    )  # fmt: skip
    text = said(together(first[1], second[1], docs=[first[0], second[0]]))

    assert "differ" not in text
    assert "2025" in text
    assert "2024" not in text


def trade(
    id: str, words: str, names=("Alder", "Birch"), *, kind: str = "supply", stage: str = "signed", goods="lithium"
):
    doc = make.document(id, words, outlet=id)
    roles = ("supplier", "customer") if len(names) > 1 else ("customer",)
    parties = tuple(make.party(doc, name, role) for name, role in zip(names, roles, strict=True))
    return doc, make.development(doc, kind, stage, parties=parties, product=make.named(doc, goods, goods), id=id)


@pytest.mark.parametrize(
    ("words", "head"),
    [
        (
            "Alder and Birch signed a conditional framework agreement on lithium.",
            "signs conditional agreement to supply",
        ),
        ("Alder and Birch signed a non-binding agreement on lithium.", "signs non-binding agreement to supply"),
        ("Alder and Birch signed a term sheet on lithium.", "signs preliminary agreement to supply"),
        ("Alder and Birch signed an agreement on lithium.", "signs agreement to supply"),
    ],
)
def test_what_does_not_bind_yet_is_not_told_as_signed_for_good(words: str, head: str) -> None:
    doc, dev = trade("a", words)

    assert head in heads(brief_of(dev, docs=[doc]))[0]


def test_a_supply_of_one_named_side_is_told_with_its_deal() -> None:
    both = trade("a", "Alder signed a memorandum with Birch on nickel.", stage="mou", goods="nickel")
    text = "Birch strikes nickel and cobalt supply deal. Alder signed a memorandum with Birch on nickel."
    again = trade("b", text, stage="mou", goods="nickel")
    doc, bare = trade("b", text, ("Birch",), goods="cobalt")
    more = trade("c", "Alder and Birch signed a memorandum on nickel.", stage="mou", goods="nickel")
    deal, half = make.story("s", [both[1], again[1], more[1]]), make.story("t", [replace(bare, id="bare")])
    devs = [both[1], again[1], more[1], replace(bare, id="bare")]
    docs = [both[0], doc, more[0]]
    told = edition(NOTHING, [deal, half], docs, devs, week_ending=ENDING, settings=BriefSettings())

    assert not any("cobalt" in head for head in heads(told))


def test_the_telling_that_most_texts_bear_out_leads() -> None:
    texts = [bond(f"Alder and Birch agreed to a merger, text {id}.", id=id) for id in "abc"]
    odd = bond(
        "Alder and Birch agreed to a merger for $2 billion; Cedar wrote a letter.",
        ("$2 billion", 2e9),
        id="d",
        names=("Alder", "Birch", "Cedar"),
    )
    brief = together(*(dev for _, dev in [odd, *texts]), docs=[doc for doc, _ in [odd, *texts]])

    assert heads(brief) == ["Alder and Birch agree to merge"]


def test_marks_are_counted_as_a_reader_meets_them() -> None:
    first, second = ({"outlet": name, "title": "", "published": None, "url": None} for name in ("A", "B"))
    one, other = Note("Alder", document="a", **first), Note("Birch", document="b", **second)
    sentence = Sentence((Part("Alder", one), Part(" builds with "), Part("Birch", other), Part(" in "), Part("X", one)))

    assert sentence.notes() == [other, one]
