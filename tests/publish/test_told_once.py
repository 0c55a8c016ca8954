"""One piece of news is told once, its owners behind it, and nothing is said that another word of it denies."""

from dataclasses import replace
from datetime import date

import pytest
from msgspec import structs

from cellwire.lexicon import load_lexicon
from cellwire.model import DateWhat, Fact, PartialDate, Record, Span, Support, Value
from cellwire.publish import BriefSettings, Edition, failures
from publish import factories as make
from publish.at_hand import edition
from publish.test_weeks_news import facility

ENDING = date(2022, 12, 17)
NOTHING = Record(None)


def brief_of(*developments, docs, record=NOTHING) -> Edition:
    stories = [make.story(f"s{place}", [one]) for place, one in enumerate(developments)]
    brief = edition(record, stories, docs, developments, week_ending=ENDING, settings=BriefSettings())
    assert failures(brief) == []
    return brief


def heads(brief: Edition) -> list[str]:
    return [telling.headline.text for item in brief.items() for telling in item.tellings]


def said(brief: Edition) -> str:
    return " ".join(sentence.text for sentence in brief.sentences())


def plant(doc, stage="announced", *, parties=("Ford",), ids=(), gwh=(), money=(), **more):
    names = dict(zip(parties, ids or [None] * len(parties), strict=True))
    more.setdefault("product", make.named(doc, "battery plant", "cell"))
    return make.development(
        doc,
        "facility",
        stage,
        parties=tuple(make.party(doc, name, "owner", id=id) for name, id in names.items()),
        capacity=tuple(make.capacity(doc, f"{value} GWh", value, "GWh/yr", scope=scope) for value, scope in gwh),
        money=tuple(make.money(doc, words, amount, "USD") for words, amount in money),
        **more,
    )


VENTURE = "Ultium Cells, General Motors and LG Energy Solution plan a battery plant in Lansing."
OWNERS = {"parties": ("Ultium Cells", "General Motors", "LG Energy Solution"), "ids": ("ultium-cells", "gm", "lges")}


def test_a_venture_is_the_subject_and_its_owners_stand_behind_it() -> None:
    doc = make.document("a", VENTURE)
    brief = brief_of(plant(doc, **OWNERS, place=make.place(doc, "Lansing", "US")), docs=[doc])

    assert heads(brief) == ["Ultium Cells plans battery plant in Lansing"]
    assert said(brief).startswith("Ultium Cells (General Motors and LG Energy Solution) plans")


def test_an_owner_that_deals_with_its_venture_is_told() -> None:
    doc = make.document("a", "LG Energy Solution is to supply Ultium Cells and General Motors with batteries.")
    roles = (("LG Energy Solution", "supplier", "lges"), ("Ultium Cells", "customer", "ultium-cells"))
    deal = make.development(
        doc,
        "supply",
        "signed",
        parties=tuple(make.party(doc, name, role, id=id) for name, role, id in roles),
        product=make.named(doc, "batteries", "cell"),
    )

    assert heads(brief_of(deal, docs=[doc])) == ["LG Energy Solution to supply Ultium Cells with batteries"]


def test_two_figures_in_common_are_one_piece_of_news() -> None:
    one = make.document("a", "Ultium Cells plans a battery plant in Spring Hill with 15 GWh for $275 million.")
    two = make.document("b", "NASHVILLE: General Motors plans a battery plant with 15 GWh for $275 million.")
    figures = {"gwh": [(15, "new")], "money": [("$275 million", 275e6)]}
    first = plant(
        one, parties=["Ultium Cells"], ids=["ultium-cells"], place=make.place(one, "Spring Hill", "US"), **figures
    )
    again = plant(two, parties=["General Motors"], ids=["gm"], **figures)
    other = plant(
        two, parties=["General Motors"], ids=["gm"], gwh=[(15, "new")], place=make.place(two, "NASHVILLE", "US")
    )

    assert len(heads(brief_of(first, again, docs=[one, two]))) == 1
    assert len(heads(brief_of(first, other, docs=[one, two]))) == 2


def test_a_deal_told_with_the_owners_name_is_one_deal() -> None:
    text = "Panasonic signed a contract with Lucid. {} is to supply Lucid with batteries."
    docs = [make.document("a", text.format("Panasonic")), make.document("b", text.format("Panasonic Energy"))]
    deals = [
        make.development(
            doc,
            "supply",
            "signed",
            parties=(make.party(doc, name, "supplier", id=id), make.party(doc, "Lucid", "customer")),
            product=make.named(doc, "batteries", "cell"),
        )
        for doc, name, id in (
            (docs[0], "Panasonic", "panasonic"),
            (docs[1], "Panasonic Energy", "panasonic-energy"),
        )
    ]

    assert len(heads(brief_of(*deals, docs=docs))) == 1


@pytest.mark.parametrize(
    ("gwh", "words", "never"),
    [
        ([(16, "phase"), (5, "total")], "The capacities named are 16 GWh and 5 GWh.", "Total"),
        ([(5, "phase"), (16, "total")], "Total capacity is to reach 16 GWh.", "named"),
        ([(35, "existing"), (50, "total")], "Total capacity is to reach 50 GWh, from 35 GWh at present.", "named"),
    ],
)
def test_a_total_below_its_part_is_called_none(gwh, words, never) -> None:
    doc = make.document("a", "Ford plans a battery plant: 16 GWh, 5 GWh, 35 GWh, 50 GWh.")
    told = said(brief_of(plant(doc, gwh=gwh, modality="planned"), docs=[doc]))

    assert words in told
    assert never not in told


@pytest.mark.parametrize(
    ("stage", "date_", "kept"),
    [("announced", "2022-12-06", False), ("announced", "2023", True), ("construction", "2023", False)],
)
def test_a_start_of_building_that_belies_the_stage_is_not_told(stage, date_, kept) -> None:
    doc = make.document("a", "Ford and a battery plant in Marshall: construction from 6 December, 2023.")
    words = "2023" if date_ == "2023" else "6 December"
    began = make.dated(doc, words, "construction_start", date_)
    brief = brief_of(plant(doc, stage, dates=(began,), place=make.place(doc, "Marshall", "US")), docs=[doc])

    assert ("Construction" in said(brief)) is kept


def test_details_of_a_denied_report_are_the_reports() -> None:
    doc = make.document("a", "Ford denied a report on a battery plant in Marshall. It was to start in 2025.")
    when = make.dated(doc, "2025", "production_start", "2025")
    denied = plant(doc, certainty="denied", modality="denied", dates=(when,), place=make.place(doc, "Marshall", "US"))

    assert "The report said that production would start in 2025." in said(brief_of(denied, docs=[doc]))


def test_a_date_put_off_twice_is_told_as_a_history() -> None:
    docs = [
        make.document(f"d{year}", f"Ford: a battery plant in Marshall in {start}.", published=date(year, 3, 1))
        for year, start in ((2020, 2023), (2021, 2025))
    ]
    new = make.document("new", "Ford plans a battery plant in Marshall. It is to start in 2027.")
    supports = tuple(
        Support(Value(text, text, when=PartialDate(text)), (make.citation(doc, text),))
        for doc, text in zip(docs, ("2023", "2025"), strict=True)
    )
    known = facility("Ford, Marshall", *(("announced", doc, doc.published) for doc in docs), stories=("s0",))
    fact = Fact(DateWhat.PRODUCTION_START.value, supports, "newest", True)
    record = Record(None, facilities=(replace(known, facts=(fact,)),))
    told = plant(
        new,
        modality="planned",
        dates=(make.dated(new, "2027", "production_start", "2027"),),
        place=make.place(new, "Marshall", "US"),
    )

    words = "The start of production has been put off twice since 1 March 2020: first 2023, now in 2027."
    assert words in said(brief_of(told, docs=[*docs, new], record=record))


def test_what_partners_invest_and_what_they_trade_is_told_with_its_own_deal() -> None:
    text = "Voltara signed agreements with Nordcell for a $75 million investment and 200,000 tonnes of lithium."
    doc = make.document("a", text)
    figures = {
        "money": (make.money(doc, "$75 million", 75e6, "USD"),),
        "capacity": (make.capacity(doc, "200,000 tonnes", 200_000, "t"),),
    }
    deals = [
        make.development(
            doc,
            kind,
            stage,
            parties=(make.party(doc, "Voltara", one), make.party(doc, "Nordcell", other)),
            product=make.named(doc, "lithium", "lithium"),
            **figures,
        )
        for kind, stage, one, other in (
            ("supply", "signed", "supplier", "customer"),
            ("investment", "announced", "target", "investor"),
        )
    ]
    supply, investment = (
        " ".join(sentence.text for sentence in telling.sentences)
        for item in brief_of(*deals, docs=[doc]).items()
        for telling in sorted(item.tellings, key=lambda telling: telling.story)
    )
    assert ("200,000 tonnes" in supply, "$75 million" in supply) == (True, False)
    assert ("200,000 tonnes" in investment, "$75 million" in investment) == (False, True)


def test_money_for_vehicles_and_batteries_is_told_without_goods() -> None:
    doc = make.document("a", "Voltara plans to invest $2 billion in the making of electric vehicles and batteries.")
    told = make.development(
        doc,
        "investment",
        "announced",
        modality="planned",
        parties=(make.party(doc, "Voltara", "investor"),),
        product=make.named(doc, "batteries", "cell"),
        money=(make.money(doc, "$2 billion", 2e9, "USD"),),
    )
    assert "Voltara plans to invest $2 billion." in said(brief_of(told, docs=[doc]))


@pytest.mark.parametrize(("iso", "told"), [("2022", False), ("2021", True), ("2022-11", True)])
def test_the_year_it_is_written_in_is_no_date_of_news(iso, told) -> None:
    doc = make.document("a", f"Ford started production at its battery plant in Marshall in {iso}.")
    when = (make.dated(doc, iso, "event", iso),)
    assert (
        "2022"
        in said(brief_of(plant(doc, "operating", dates=when, place=make.place(doc, "Marshall", "US")), docs=[doc]))
    ) is (told and iso.startswith("2022-")) or told


PARTNERS = {"Stellantis": "stellantis", "LG Energy Solution": "lges"}


@pytest.mark.parametrize(
    ("where", "ids", "told"),
    [
        (("Windsor", "Windsor"), ("ca-on-windsor", "us-co-windsor"), 1),
        (("Windsor", "Canada"), ("ca-on-windsor", None), 1),
        (("Windsor", "Debrecen"), ("ca-on-windsor", "hu-hb-debrecen"), 2),
    ],
    ids=["one name in two lands", "the other names no town", "two towns"],
)
def test_two_partners_have_one_plan_at_a_place(where, ids, told) -> None:
    docs = [
        make.document(name, f"{' and '.join(PARTNERS)} plan a battery plant in {at}.")
        for name, at in zip("ab", where, strict=True)
    ]
    plans = [
        plant(
            doc,
            parties=tuple(PARTNERS),
            ids=tuple(PARTNERS.values()),
            place=structs.replace(make.place(doc, at, (id or "ca")[:2].upper()), id=id) if id else None,
            money=[("plan", float(10**place))],
        )
        for place, (doc, at, id) in enumerate(zip(docs, where, ids, strict=True))
    ]

    assert len(heads(brief_of(*plans, docs=docs))) == told


def test_what_a_common_plant_makes_for_its_owner_is_no_second_deal() -> None:
    text = "{} and {} plan a battery plant in Windsor. {} will supply {} with {{}} of batteries."
    text = text.format(*PARTNERS, *reversed(PARTNERS))
    for volume, told in (("all", 1), ("40 GWh", 2)):
        doc = make.document("a", text.format(volume))
        sides = (
            make.party(doc, "LG Energy Solution", "supplier", id="lges"),
            make.party(doc, "Stellantis", "customer", id="stellantis"),
        )
        more = {"capacity": (make.capacity(doc, "40 GWh", 40, "GWh"),)} if volume == "40 GWh" else {}
        supply = make.development(
            doc, "supply", "signed", parties=sides, product=make.named(doc, "batteries", "cell"), **more
        )
        ours = plant(doc, parties=tuple(PARTNERS), ids=tuple(PARTNERS.values()), place=make.place(doc, "Windsor", "CA"))

        assert len(heads(brief_of(ours, supply, docs=[doc]))) == told


def test_what_partners_invest_is_not_what_they_trade_for() -> None:
    """With one company in common it is another's sum: only both partners make the investment theirs."""
    text = "{} will supply LG Chem with lithium for $75 million. LG Chem will invest $75 million in Piedmont Lithium."
    for supplier, kept in (("Piedmont Lithium", False), ("Sigma Lithium", True)):
        doc = make.document("a", text.format(supplier))
        sum_ = (make.money(doc, "$75 million", 75e6, "USD"),)
        sides = (make.party(doc, supplier, "supplier"), make.party(doc, "LG Chem", "customer"))
        stake = (make.party(doc, "LG Chem", "investor"), make.party(doc, "Piedmont Lithium", "target"))
        supply = make.development(
            doc, "supply", "signed", parties=sides, money=sum_, product=make.named(doc, "lithium", "lithium")
        )
        invest = make.development(doc, "investment", "announced", parties=stake, money=sum_)
        brief = brief_of(supply, invest, docs=[doc])

        assert ("A sum of $75 million is named" in said(brief)) is kept


def test_a_story_is_carried_by_those_of_its_echoes_too() -> None:
    docs = [
        make.document(
            name, "Ford plans a battery plant in Windsor with 15 GWh for $275 million.", outlet=f"Outlet {name}"
        )
        for name in "abc"
    ]
    figures = {"gwh": [(15, "new")], "money": [("$275 million", 275e6)]}
    brief = brief_of(*(plant(doc, **figures) for doc in docs), docs=docs)

    (telling,) = [telling for item in brief.items() for telling in item.tellings]
    assert (telling.outlets, telling.origins) == (3, 3)


@pytest.mark.parametrize(
    ("owners", "outlets"),
    [
        (("Honda", "LG Energy Solution"), 2),
        (("Honda", "LG"), 2),
        (("Ultium Cells",), 1),
    ],
    ids=["the same two", "one by the short name of its house", "another venture's plant"],
)
def test_an_outlet_counts_where_its_own_words_tell_it(owners, outlets) -> None:
    ids = {"Honda": "honda", "LG Energy Solution": "lges", "LG": "lg", "Ultium Cells": "ultium-cells"}
    news = make.document("a", "Honda and LG Energy Solution plan a battery plant with 40 GWh.", outlet="Mine Post")
    other = make.document("b", f"{' and '.join(owners)} may add a battery plant.", outlet="Ore News")
    sure = plant(news, parties=("Honda", "LG Energy Solution"), ids=("honda", "lges"), gwh=((40, "new"),))
    unsure = replace(plant(other, parties=owners, ids=tuple(ids[name] for name in owners)), confidence=0.4)

    brief = edition(
        NOTHING,
        [make.story("s", [sure, unsure])],
        [news, other],
        [sure, unsure],
        week_ending=ENDING,
        settings=BriefSettings(),
    )

    (telling,) = [telling for item in brief.items() for telling in item.tellings]
    assert telling.outlets == outlets


def test_a_park_and_the_city_near_it_are_one_site() -> None:
    texts = ("Ford plans a battery plant in Camp Hall for {}.", "Ford plans a battery plant in Charleston for {}.")
    for sums, told in (((3.5, 3.5), 1), ((3.5, 4.5), 2), ((3.0, 3.0), 2)):
        docs = [
            make.document(name, text.format(f"${sum_} billion"))
            for name, text, sum_ in zip("ab", texts, sums, strict=True)
        ]
        plans = [
            plant(doc, place=make.place(doc, place, "US"), money=[(f"${sum_} billion", sum_ * 1e9)])
            for doc, place, sum_ in zip(docs, ("Camp Hall", "Charleston"), sums, strict=True)
        ]
        assert len(heads(brief_of(*plans, docs=docs))) == told


def test_one_sum_at_two_rates_is_one_deal() -> None:
    text = "LG Chem is to supply Toyota with {} for {}."
    for other, told in (("$2.15 billion", 1), ("$2.45 billion", 2)):
        docs = [
            make.document("a", text.format("cathodes", "$2.13 billion")),
            make.document("b", text.format("cells", other)),
        ]
        deals = [
            make.development(
                doc,
                "supply",
                "signed",
                parties=(
                    make.party(doc, "LG Chem", "supplier", id="lg-chem"),
                    make.party(doc, "Toyota", "customer", id="toyota"),
                ),
                product=make.named(doc, goods, product),
                money=(make.money(doc, words, float(words[1:5]) * 1e9, "USD"),),
            )
            for doc, goods, product, words in zip(
                docs, ("cathodes", "cells"), ("cathode", "cell"), ("$2.13 billion", other), strict=True
            )
        ]
        assert len(heads(brief_of(*deals, docs=docs))) == told


@pytest.mark.parametrize(("other", "stage", "stories"), [("US", "ongoing", 1), ("CA", "resolved", 2)])
def test_a_company_fails_once_a_week_wherever_its_texts_say_so(other: str, stage: str, stories: int) -> None:
    docs = [
        make.document("a", "Northvolt filed for insolvency in Sweden, Voltara Post said."),
        make.document("b", "Northvolt is in insolvency proceedings in Quebec, the US and Canada.", outlet="Ore News"),
    ]
    failing = [
        make.development(
            doc,
            "incident",
            told,
            parties=(make.party(doc, "Northvolt", "owner", id="northvolt"),),
            place=make.place(doc, where, country),
            rule="incident.insolvency",
        )
        for doc, told, where, country in ((docs[0], "occurred", "Sweden", "SE"), (docs[1], stage, "Quebec", other))
    ]

    assert len(heads(brief_of(*failing, docs=docs))) == stories


@pytest.mark.parametrize(("other", "stories"), [("Voltara", 1), ("Alder", 2)])
def test_a_company_lays_off_workers_once_a_week(other: str, stories: int) -> None:
    docs = [
        make.document("a", "Voltara is laying off workers, Voltara Post said."),
        make.document("b", f"The layoffs at {other} cost it its chief.", outlet="Ore News"),
    ]
    cuts = [
        make.development(doc, "incident", "occurred", parties=(make.party(doc, who, "owner"),), rule="incident.layoff")
        for doc, who in zip(docs, ("Voltara", other), strict=True)
    ]

    assert len(heads(brief_of(*cuts, docs=docs))) == stories


@pytest.mark.parametrize("other", ["Lucid", "Rivian"])
def test_what_two_weigh_is_not_told_beside_their_memorandum_on_it(other: str) -> None:
    docs = [
        make.document("a", "Panasonic and Lucid signed a memorandum on batteries."),
        make.document("b", f"Panasonic is weighing a supply of batteries for {other}."),
    ]
    bond = make.development(
        docs[0],
        "partnership",
        "mou",
        parties=(make.party(docs[0], "Panasonic", "partner"), make.party(docs[0], "Lucid", "partner")),
        product=make.named(docs[0], "batteries", "cell"),
    )
    weighed = make.development(
        docs[1],
        "supply",
        "considered",
        parties=(make.party(docs[1], "Panasonic", "supplier"), make.party(docs[1], other, "customer")),
        product=make.named(docs[1], "batteries", "cell"),
    )

    assert len(heads(brief_of(bond, weighed, docs=docs))) == (1 if other == "Lucid" else 2)


def test_a_bid_that_is_called_off_is_not_also_planned() -> None:
    called_off = make.document(
        "a", "Albemarle has scrapped its takeover of lithium miner Liontown.", outlet="Mine Post"
    )
    planned = make.document("b", "Albemarle plans to acquire lithium miner Liontown.", outlet="Ore News")
    roles = (("Albemarle", "investor"), ("Liontown", "target"))
    bids = [
        make.development(
            doc, "investment", stage, parties=tuple(make.party(doc, *each) for each in roles),
            product=make.named(doc, "lithium", "lithium"),
        )
        for doc, stage in ((called_off, "terminated"), (planned, "announced"))
    ]  # fmt: skip
    brief = brief_of(*bids, docs=[called_off, planned])

    assert heads(brief) == ["Albemarle drops takeover of Liontown"]


@pytest.mark.parametrize(
    ("stage", "roles", "headline"),
    [
        ("announced", ("partner", "partner"), "Sigma Lithium and Liontown plan to merge"),
        ("completed", ("partner", "partner"), "Sigma Lithium and Liontown merge"),
        ("terminated", ("partner", "partner"), "Sigma Lithium and Liontown call off merger"),
        ("announced", ("investor", "target"), "Sigma Lithium plans to merge with Liontown"),
    ],
)
def test_a_merger_is_told_as_one(stage: str, roles: tuple[str, str], headline: str) -> None:
    text = "The merger of Sigma Lithium and Liontown, both lithium miners."
    title = "Lithium miners abandon merger" if stage == "terminated" else text
    doc = make.document("a", text, outlet="Mine Post", title=title)
    names = zip(("Sigma Lithium", "Liontown"), roles, strict=True)
    merger = make.development(doc, "investment", stage, parties=tuple(make.party(doc, *each) for each in names))

    assert heads(brief_of(merger, docs=[doc])) == [headline]


def test_a_plant_told_of_a_subsidiary_with_the_same_figures_is_told_once() -> None:
    parent = make.document(
        "a", "GAC Aion starts on a battery plant: 36 GWh in all, 6 GWh first, for $1.09 billion.", outlet="Auto Post"
    )
    unit = make.document(
        "b",
        "Yinpai Battery begins its battery plant: 36 GWh in all, 6 GWh first, for $1.09 billion.",
        outlet="Cell News",
    )
    sizes = {"gwh": ((36, "total"), (6, "phase")), "money": (("$1.09 billion", 1.09e9),)}
    told = [
        plant(doc, "construction", parties=(name,), **sizes)
        for doc, name in ((parent, "GAC Aion"), (unit, "Yinpai Battery"))
    ]

    assert len(heads(brief_of(*told, docs=[parent, unit]))) == 1


@pytest.mark.parametrize(
    ("stage", "gwh", "told"),
    [("delayed", (), 1), ("construction", (), 1), ("delayed", ((12, "total"),), 2), ("closed", (), 2)],
)
def test_a_plan_of_a_plant_that_the_week_tells_of_is_not_told_beside_it(stage, gwh, told) -> None:
    plan = make.document("a", "Ford wants a battery plant with 12 GWh in Marshall.", outlet="Mine Post")
    news = make.document("b", "Ford and SK On halt work on a battery plant with 30 GWh in Marshall.", outlet="Ore News")
    plans = plant(plan, gwh=gwh, place=make.place(plan, "Marshall", "US"))
    halted = plant(
        news, stage, parties=("Ford", "SK On"), gwh=((30, "total"),), place=make.place(news, "Marshall", "US")
    )

    assert len(heads(brief_of(halted, plans, docs=[plan, news]))) == told


@pytest.mark.parametrize(("stage", "day", "told"), [("delayed", 16, 2), ("delayed", 13, 1), ("construction", 16, 1)])
def test_a_plant_that_is_put_off_after_ground_was_broken_is_told_again(stage: str, day: int, told: int) -> None:
    begun = make.document(
        "a",
        "Ford broke ground on a 12 GWh battery plant in Marshall.",
        outlet="Mine Post",
        published=date(2022, 12, 13),
    )
    later = make.document(
        "b", "Ford puts off its battery plant in Marshall.", outlet="Ore News", published=date(2022, 12, day)
    )
    starts = plant(begun, "construction", gwh=((12, "total"),), place=make.place(begun, "Marshall", "US"))
    since = plant(later, stage, place=make.place(later, "Marshall", "US"))

    assert len(heads(brief_of(starts, since, docs=[begun, later]))) == told


def test_the_title_tells_of_two_companies() -> None:
    begun = make.document("a", "Ford broke ground on a 12 GWh battery plant in Marshall.", published=date(2022, 12, 13))
    later = make.document("b", "Ford puts off its battery plant in Marshall.", published=date(2022, 12, 16))
    third = make.document("c", "Toyota plans a battery plant in Lansing.", published=date(2022, 12, 16))
    told = [
        plant(begun, "construction", gwh=((12, "total"),), place=make.place(begun, "Marshall", "US")),
        plant(later, "delayed", place=make.place(later, "Marshall", "US")),
        plant(third, parties=("Toyota",), place=make.place(third, "Lansing", "US")),
    ]

    brief = brief_of(*told, docs=[begun, later, third])

    assert len(heads(brief)) == 3
    assert "Toyota" in brief.title
    assert brief.title.count("Ford") == 1


@pytest.mark.parametrize(
    ("stage", "modality", "headline"),
    [
        ("considered", "planned", "Ford and SK On plan to form a joint venture"),
        ("considered", "considering", "Ford and SK On consider a joint venture"),
        ("signed", "asserted", "Ford and SK On agree on joint venture"),
    ],
)
def test_a_venture_that_is_planned_is_not_agreed_on(stage: str, modality: str, headline: str) -> None:
    text = "Ford and SK On speak of a joint venture."
    doc = make.document("a", text, outlet="Mine Post")
    parties = tuple(make.party(doc, name, "partner") for name in ("Ford", "SK On"))
    trigger = Span(text.index("joint"), text.index("joint") + len("joint venture"))
    bond = make.development(doc, "partnership", stage, modality=modality, parties=parties, trigger=trigger)

    assert heads(brief_of(bond, docs=[doc]))[0].startswith(headline)


@pytest.mark.parametrize(
    ("words", "told"),
    [("to be the largest source of lithium", False), ("by sources at the company", True), ("by one source", True)],
)
def test_a_source_of_lithium_is_no_unnamed_source(words: str, told: bool) -> None:
    doc = make.document("a", f"Ford is considering a battery plant in Marshall, said {words}.", outlet="Mine Post")
    weighed = plant(doc, "considered", place=make.place(doc, "Marshall", "US"), certainty="reported")

    assert ("unnamed sources" in said(brief_of(weighed, docs=[doc]))) is told


BLYTH, NORTHUMBERLAND = "gb-eng-blyth", "gb-nbl"


def _at(id: str) -> dict[str, float | None]:
    known = load_lexicon().localities[id]
    return {"lat": known.lat, "lon": known.lon}


def of_ford(doc, at="", *, id=None, **more):
    where = structs.replace(make.place(doc, at, (id or "")[:2].upper()), id=id, **_at(id)) if at else None
    return plant(doc, more.pop("stage", "announced"), place=where, **more)


@pytest.mark.parametrize(
    ("one", "other", "told"),
    [
        ({"at": "Blyth", "id": BLYTH}, {"at": "Northumberland", "id": NORTHUMBERLAND}, 1),
        ({"at": "Blyth", "id": BLYTH}, {"at": "Cornwall", "id": "gb-con"}, 2),
        ({"at": "Blyth", "id": BLYTH}, {}, 1),
        ({"at": "Blyth", "id": BLYTH, "gwh": ((12, "new"),)}, {"gwh": ((30, "new"),)}, 2),
        ({"at": "Blyth", "id": BLYTH, "stage": "operating"}, {"gwh": ((12, "new"),)}, 2),
        ({"at": "Blyth", "id": BLYTH, "stage": "cancelled"}, {"gwh": ((12, "new"),)}, 2),
        (
            {"at": "Blyth", "id": BLYTH, "stage": "cancelled"},
            {"at": "Cornwall", "id": "gb-con", "stage": "cancelled"},
            1,
        ),
        ({"at": "Blyth", "id": BLYTH}, {"parties": ("Ford", "SK On")}, 1),
        (
            {"at": "Blyth", "id": BLYTH, "parties": ("Ford", "LG Energy Solution")},
            {"parties": ("Ford", "SK On"), "gwh": ((12, "new"),)},
            2,
        ),
    ],
    ids=[
        "a town and its county",
        "a town and a county far from it",
        "a town and no place",
        "two sizes",
        "what runs and what is planned",
        "one that is given up and another that is planned",
        "given up here or there",
        "one partner more",
        "another partner",
    ],
)
def test_two_plants_of_one_owner_are_one_unless_something_tells_them_apart(one, other, told) -> None:
    words = "{} plan a battery plant with 12 GWh or 30 GWh in {} for $1.1 billion or $2.2 billion."
    titles = {"operating": "Ford opens plant", "cancelled": "Ford scraps plant"}
    docs = [
        make.document(
            name,
            words.format(" and ".join(more.get("parties", ("Ford",))), more.get("at", "the UK")),
            title=titles.get(more.get("stage")),
        )
        for name, more in (("a", one), ("b", other))
    ]
    # each with a figure of its own that cannot be compared with the other's
    first, second = of_ford(docs[0], money=(("$1.1 billion", 1.1e9),), **one), of_ford(docs[1], **other)

    brief = brief_of(second, first, docs=docs)
    assert len(heads(brief)) == told, brief.left_out
    if told == 1:
        assert heads(brief)[0].endswith("in Blyth")
        assert {row.why for row in brief.left_out} <= {f"told in another story, “{heads(brief)[0]}”"}


@pytest.mark.parametrize("same_text", [True, False])
def test_a_memorandum_is_told_with_the_plant_that_its_text_says_it_is_for(same_text: bool) -> None:
    doc = make.document("a", "Ford and SK On signed a memorandum on batteries. Ford plans a battery plant in Windsor.")
    other = make.document("b", "Ford and SK On signed a memorandum on batteries.")
    signed = doc if same_text else other
    deal = make.development(
        signed,
        "partnership",
        "mou",
        parties=tuple(make.party(signed, name, "partner") for name in ("Ford", "SK On")),
        product=make.named(signed, "batteries", "cell"),
    )

    assert len(heads(brief_of(plant(doc, place=make.place(doc, "Windsor", "CA")), deal, docs=[doc, other]))) == (
        1 if same_text else 2
    )


def box(brief: Edition) -> dict[str, str]:
    return {figure.label: figure.text for figure in brief.figures}


@pytest.mark.parametrize(("stage", "counted"), [("announced", True), ("delayed", False), ("cancelled", False)])
def test_the_week_adds_up_only_sums_that_are_new(stage: str, counted: bool) -> None:
    doc = make.document("a", "Ford has word on its battery plant for $1.1 billion in Windsor.")
    told = plant(doc, stage, place=make.place(doc, "Windsor", "CA"), money=(("$1.1 billion", 1.1e9),))

    assert ("Cost of plants, USD" in box(brief_of(told, docs=[doc]))) is counted


def test_a_sum_that_an_earlier_week_told_is_not_added_again() -> None:
    words = "Ford plans a battery plant with 12 GWh in Windsor for $1.1 billion."
    old, new = (
        make.document("a", words, published=date(2022, 12, 1)),
        make.document("b", words + " It is to create 900 jobs."),
    )
    sizes = {"money": (("$1.1 billion", 1.1e9),), "gwh": ((12, "new"),)}
    before = plant(old, place=make.place(old, "Windsor", "CA"), **sizes)
    now = plant(new, place=make.place(new, "Windsor", "CA"), jobs=make.jobs(new, "900 jobs", 900), **sizes)
    story = make.story("s", [before, now], first=date(2022, 12, 1))
    brief = edition(NOTHING, [story], [old, new], [before, now], week_ending=ENDING, settings=BriefSettings())

    assert heads(brief) == ["Ford plans battery plant in Windsor"]
    assert not {"Cost of plants, USD", "GWh a year announced"} & set(box(brief))


def test_what_comes_on_top_is_told_before_the_whole() -> None:
    doc = make.document("a", "Ford now puts $3.8 billion into a battery plant in Windsor, an additional $2.5 billion.")
    sums = (("$3.8 billion", 3.8e9), ("$2.5 billion", 2.5e9))
    brief = brief_of(plant(doc, place=make.place(doc, "Windsor", "CA"), money=sums), docs=[doc])

    assert "$2.5 billion more" in said(brief)
    assert box(brief)["Added to the cost of plants, USD"] == "$2.5 billion"


def test_a_value_that_another_text_bears_out_is_not_left_out() -> None:
    own = make.document("a", "Ford plans a battery plant in Windsor with about 40 GWh a year for $1.1 billion.")
    alone = make.document("b", "Ford and SK On plan a battery plant in Windsor. SK On said it would add 40 GWh.")
    first = plant(own, place=make.place(own, "Windsor", "CA"), gwh=((40, "new"),), money=(("$1.1 billion", 1.1e9),))
    second = plant(alone, parties=("Ford", "SK On"), place=make.place(alone, "Windsor", "CA"), gwh=((40, "new"),))
    brief = edition(
        NOTHING,
        [make.story("s", [first, second])],
        [own, alone],
        [first, second],
        week_ending=ENDING,
        settings=BriefSettings(),
    )

    assert "40 GWh" in said(brief)
    assert not [row for row in brief.left_out if "40 GWh" in row.what]


def test_whom_a_plant_might_supply_and_what_a_deal_brings_are_no_stories_of_their_own() -> None:
    text = "CATL considers a battery plant in Mexico to supply Tesla."
    doc = make.document("a", text, title=" ")
    site = plant(doc, "considered", parties=("CATL",), place=make.place(doc, "Mexico", "MX"), modality="considering")
    sides = (make.party(doc, "CATL", "supplier"), make.party(doc, "Tesla", "customer"))
    talks = make.development(doc, "supply", "considered", parties=sides, modality="considering")
    assert heads(brief_of(site, talks, docs=[doc])) == ["CATL considers battery plant in Mexico"]

    text = "CATL will supply Ford with battery packs. Ford will have new battery packs."
    doc = make.document("b", text, title=" ")
    packs = make.named(doc, "battery packs", "pack")
    sides = (make.party(doc, "CATL", "supplier"), make.party(doc, "Ford", "customer"))
    deal = make.development(doc, "supply", "signed", parties=sides, product=packs)
    maker = (make.party(doc, "Ford", "developer"),)
    own = make.development(doc, "technology", "announced", parties=maker, product=packs, modality="planned")
    assert heads(brief_of(deal, own, docs=[doc])) == ["CATL to supply Ford with battery packs"]


def test_a_programme_and_what_its_takers_get_are_one_sum() -> None:
    text = "The Ministry of Power awards grants of $2.8 billion. The Ministry of Power gave Alder $100 million."
    doc = make.document("a", text, title=" ")
    giver = make.party(doc, "Ministry of Power", "government")
    whole = make.development(
        doc, "investment", "announced", parties=(giver,), evidence=text[: text.index(". ") + 1],
        money=(make.money(doc, "$2.8 billion", 2.8e9, "USD"),),
    )  # fmt: skip
    part = make.development(
        doc, "investment", "completed", parties=(giver, make.party(doc, "Alder", "target")),
        evidence=text[text.index(". ") + 2 :], money=(make.money(doc, "$100 million", 1e8, "USD"),), id="part",
    )  # fmt: skip
    brief = brief_of(whole, part, docs=[doc])
    assert len(heads(brief)) == 2
    assert box(brief)["Stakes, funding, loans and grants, USD"] == "$2.8 billion"


@pytest.mark.parametrize("texts", [1, 2])
def test_what_all_texts_tell_far_down_is_background(texts: int) -> None:
    opening = "Nordcell opened its plant in Erfurt today, and many guests came to see the first cells leave the line. "
    padding = "The mayor spoke of jobs. The band played for long. The guests had lunch. The day ended well. " * 2
    far = "Nordcell plans a battery plant in Debrecen, Hungary."
    docs = [make.document(id, f"{opening}{padding}{far} {id}", title="Guests") for id in "ab"[:texts]]
    places = [make.place(doc, "Debrecen", "HU") for doc in docs]
    told = [plant(doc, evidence=far, parties=("Nordcell",), place=at) for doc, at in zip(docs, places, strict=True)]
    brief = edition(NOTHING, [make.story("s", told)], docs, told, week_ending=ENDING, settings=BriefSettings())
    assert heads(brief) == []


@pytest.mark.parametrize("town", ["Windsor", "Debrecen"])
def test_a_plant_for_cells_in_one_text_and_for_recycling_in_the_next_is_one(town: str) -> None:
    first = make.document("a", "Alder builds a battery plant in Windsor.", title=" ")
    second = make.document("b", f"Alder builds a battery plant for recycling in {town} for 250 jobs.", title=" ")
    bare = plant(first, "construction", parties=("Alder",), place=make.place(first, "Windsor", "CA"))
    full = plant(
        second,
        "construction",
        parties=("Alder",),
        place=make.place(second, town, "CA"),
        product=make.named(second, "recycling", "recycling"),
        jobs=make.jobs(second, "250 jobs", 250),
    )
    told = heads(brief_of(bare, full, docs=[first, second]))
    assert len(told) == (1 if town == "Windsor" else 2)
    assert f"Alder builds battery recycling plant in {town}" in told


def test_stories_of_one_plant_are_laid_together_and_each_lends_what_it_knows() -> None:
    words = "Ford plans a battery plant in Blyth."
    docs = [
        make.document("a", f"{words} The plant will have a capacity of 12 GWh.", outlet="Danube Monitor"),
        make.document("b", f"{words} It will cost $1.1 billion and bring 900 jobs.", outlet="Cell Wire"),
    ]
    place = [make.place(doc, "Blyth", "GB") for doc in docs]
    sized = plant(docs[0], gwh=((12, "new"),), place=place[0])
    costed = plant(docs[1], money=(("$1.1 billion", 1.1e9),), jobs=make.jobs(docs[1], "900 jobs", 900), place=place[1])

    brief = brief_of(sized, costed, docs=docs)
    telling = next(iter(brief.items())).tellings[0]
    assert [len(heads(brief)), telling.outlets] == [1, 2]
    assert [value for value in ("12 GWh", "$1.1 billion", "900 jobs") if value not in said(brief)] == []


def test_a_deal_that_more_texts_have_as_talks_is_not_told_as_signed() -> None:
    docs = [
        make.document(name, f"Alder {verb} supply Ford with lithium.", outlet=name)
        for name, verb in (("a", "has agreed to"), ("b", "is in talks to"), ("c", "may"))
    ]
    sides = [(make.party(doc, "Alder", "supplier"), make.party(doc, "Ford", "customer")) for doc in docs]
    goods = [make.named(doc, "lithium", "lithium") for doc in docs]
    signed = make.development(docs[0], "supply", "signed", parties=sides[0], product=goods[0])
    talks = [
        make.development(doc, "supply", "considered", parties=parties, product=made, modality="considering")
        for doc, parties, made in zip(docs[1:], sides[1:], goods[1:], strict=True)
    ]
    stories = [make.story("s0", [signed]), make.story("s1", talks)]
    brief = edition(NOTHING, stories, docs, [signed, *talks], week_ending=ENDING, settings=BriefSettings())

    assert heads(brief) == ["Alder in talks on an agreement to supply Ford with lithium"]
    assert "more texts have it as talks" in {row.why for row in brief.left_out}


def loan(doc, *takers):
    known = {"General Motors": "gm", "LG Energy Solution": "lges", "Ultium Cells": "ultium-cells"}
    sides = (make.party(doc, "The Energy Department", "government", id="us-doe"),)
    sides += tuple(make.party(doc, name, "target", id=known[name]) for name in takers)
    return make.development(
        doc,
        "investment",
        "announced",
        parties=sides,
        money=(make.money(doc, "$2.5 billion", 2.5e9, "USD"),),
        modality="planned",
        product=make.named(doc, "battery plants", "cell"),
        trigger=make.span(doc, "lend"),
    )


@pytest.mark.parametrize("sure", [0.9, 0.57])
def test_a_loan_for_two_is_their_ventures_where_another_text_says_so(sure: float) -> None:
    texts = {
        "a": "The Energy Department will lend General Motors and LG Energy Solution $2.5 billion for battery plants.",
        "b": f"Money for plants\n{'Washington moves on. ' * 6}\n"
        "The Energy Department is to lend Ultium Cells $2.5 billion for battery plants.",
    }
    docs = [make.document(id, text) for id, text in texts.items()]
    told = loan(docs[0], "General Motors", "LG Energy Solution")
    brief = brief_of(told, make.replaced(loan(docs[1], "Ultium Cells"), confidence=sure), docs=docs)

    (headline,) = heads(brief)
    assert "Ultium Cells a loan of $2.5 billion" in headline
    assert "General Motors" not in headline


def test_one_paper_of_the_same_three_is_one_whatever_goods_a_text_names() -> None:
    papers = {"a": "non-binding memorandum on graphite", "b": "memorandum on anode materials"}
    docs = [
        make.document(id, f"Voltara, Nordcell and Baumwerk signed a {paper}.", outlet=f"Outlet {id}")
        for id, paper in papers.items()
    ]
    devs = [
        make.development(
            doc,
            "partnership",
            "mou",
            parties=tuple(make.party(doc, name, "partner") for name in ("Voltara", "Nordcell", "Baumwerk")),
            product=make.named(doc, words, product),
        )
        for doc, words, product in zip(docs, ("graphite", "anode materials"), ("graphite", "anode"), strict=True)
    ]
    brief = brief_of(*devs, docs=docs)
    assert len(heads(brief)) == 1
    assert next(brief.items()).tellings[0].outlets == 2


@pytest.mark.parametrize(("volume", "stories"), [("950,000 tonnes", 1), ("12,000 tonnes", 2)])
def test_one_volume_between_two_is_one_deal_whatever_the_goods_are_called(volume, stories) -> None:
    texts = {
        "a": "Voltara will supply Nordcell with cathode materials, 950,000 tonnes in all.",
        "b": f"Voltara will supply Nordcell with battery cells, {volume} in all.",
    }
    docs = [make.document(id, text) for id, text in texts.items()]
    goods = (("cathode materials", "cathode", "950,000 tonnes"), ("battery cells", "cell", volume))
    devs = [
        make.development(
            doc,
            "supply",
            "signed",
            parties=(make.party(doc, "Voltara", "supplier"), make.party(doc, "Nordcell", "customer")),
            product=make.named(doc, words, product),
            capacity=(make.capacity(doc, many, float(many.split()[0].replace(",", "")), "t"),),
        )
        for doc, (words, product, many) in zip(docs, goods, strict=True)
    ]
    assert len(heads(brief_of(*devs, docs=docs))) == stories


def test_whose_mine_it_is_puts_nothing_into_it() -> None:
    doc = make.document("a", "Baumwerk is to invest $240 million in lithium of Voltara.")
    sides = (make.party(doc, "Baumwerk", "investor"), make.party(doc, "Voltara", "owner"))
    dev = make.development(
        doc,
        "investment",
        "announced",
        parties=sides,
        money=(make.money(doc, "$240 million", 240e6, "USD"),),
        product=make.named(doc, "lithium", "lithium"),
        modality="planned",
    )
    assert heads(brief_of(dev, docs=[doc])) == ["Baumwerk plans to invest $240 million in lithium"]


@pytest.mark.parametrize(("state", "apart"), [("Kentucky", True), ("Tennessee", False)])
def test_a_town_and_another_state_that_one_text_tells_of_have_two_plants(state: str, apart: bool) -> None:
    ids = {"Kentucky": "us-ky", "Tennessee": "us-tn", "Stanton": "us-tn-stanton"}
    text = f"Ford plans a battery plant in Stanton for $11.4 billion. Ford plans a battery plant in {state}."
    docs = [make.document("a", text), make.document("b", f"Ford plans a battery plant in {state} for $11.4 billion.")]
    sum_ = [("$11.4 billion", 11.4e9)]

    def at(doc, name, **more):
        place = structs.replace(make.place(doc, name, "US"), id=ids[name])
        return plant(doc, place=place, id=f"{doc.id}-{name}", **more)

    devs = [at(docs[0], "Stanton", money=sum_), at(docs[0], state), at(docs[1], state, money=sum_)]
    stories = [make.story("s", devs[:1]), make.story("t", devs[1:])]
    brief = edition(NOTHING, stories, docs, devs, week_ending=ENDING, settings=BriefSettings())
    assert len(heads(brief)) == 1 + apart


def test_what_was_to_be_shown_is_told_as_shown_and_without_what_was_to_come() -> None:
    before = make.document("a", "Voltara will unveil a sodium-ion battery on 12 December.", title=" ")
    after = make.document("b", "Voltara has unveiled its new battery.", title=" ")
    chemistry = (make.named(before, "sodium-ion", "sodium-ion"),)
    plan, show = (
        make.development(
            doc, "technology", "announced", parties=(make.party(doc, "Voltara", "developer"),),
            product=make.named(doc, "battery", "cell"), **more,
        )
        for doc, more in ((before, {"modality": "planned", "chemistry": chemistry}), (after, {}))
    )  # fmt: skip
    brief = edition(
        NOTHING, [make.story("s", [plan, show])], [before, after], [plan, show], week_ending=ENDING,
        settings=BriefSettings(),
    )  # fmt: skip
    assert failures(brief) == []
    assert heads(brief) == ["Voltara presents new battery"]


def test_a_deal_that_one_text_has_beside_its_plant_is_laid_together_with_the_other_text() -> None:
    words = "Alder has signed an energy storage agreement with Birch for batteries in its battery plant in Blyth."
    docs = [make.document(name, words, title="Alder and Birch sign agreement", outlet=name) for name in ("a", "b")]
    deals = [
        make.development(
            doc, "supply", "signed", product=make.named(doc, "batteries", "cell"),
            parties=(make.party(doc, "Alder", "supplier"), make.party(doc, "Birch", "customer")),
        )
        for doc in docs
    ]  # fmt: skip
    site = plant(docs[0], parties=("Alder",), place=make.place(docs[0], "Blyth", "GB"), confidence=0.4, id="site")
    stories = [make.story("s0", [site, deals[0]]), make.story("s1", [deals[1]])]
    brief = edition(NOTHING, stories, docs, [site, *deals], week_ending=ENDING, settings=BriefSettings())

    assert heads(brief) == ["Alder and Birch sign agreement on use of battery storage"]


@pytest.mark.parametrize(("other", "outlets"), [("Ford's sales rose 40%.", 1), ("Ford says its sales are up 12%.", 2)])
def test_who_gives_another_figure_carries_no_story_of_the_market(other: str, outlets: int) -> None:
    docs = [
        make.document("a", "Ford's battery sales rose 12% in May.", outlet="A"),
        make.document("b", other, outlet="B"),
    ]
    devs = [make.development(d, "market", "reported", parties=(make.party(d, "Ford", "supplier"),)) for d in docs]
    story = make.story("s", devs)
    brief = edition(NOTHING, [story], docs, devs, week_ending=ENDING, settings=BriefSettings())

    assert [telling.outlets for item in brief.items() for telling in item.tellings] == [outlets]


@pytest.mark.parametrize(("again", "told"), [("with 15 GWh", True), ("of its own", False)])
def test_a_size_that_the_telling_sentence_has_too_is_printed_from_a_lower_chance(again: str, told: bool) -> None:
    text = f"Ford plans a battery plant in Windsor {again}. The site is large. Ford wants 15 GWh a year there."
    doc = make.document("a", text)
    size = make.capacity(doc, "15 GWh a year", 15, "GWh/yr")
    first = text.partition(".")[0] + "."
    dev = replace(plant(doc, evidence=first), capacity=(size,), chances=((size.span, 0.78),))
    brief = brief_of(dev, docs=[doc])
    assert ("15 GWh" in said(brief)) is told


def raised(id: str, words: str, *sums: tuple[str, float, str], stage: str = "completed", name: str = "Voltara"):
    doc = make.document(id, words, outlet=id)
    paid = tuple(make.money(doc, said, amount, unit) for said, amount, unit in sums)
    target = (make.party(doc, name, "target"),)
    return make.development(doc, "investment", stage, parties=target, money=paid), doc


RAISED = raised("a", "Voltara has raised $111 million.", ("$111 million", 111e6, "USD"))


@pytest.mark.parametrize(
    ("other", "told"),
    [
        (
            raised("b", "Voltara raises 10.03 billion rupees.", ("10.03 billion rupees", 10.03e9, "INR")),
            ["Voltara raises $111 million"],
        ),
        (raised("b", "Voltara has completed an initial public offering."), ["Voltara raises $111 million"]),
        # another sum in the same currency, a loan, and another firm's money
        (
            raised("b", "Voltara has raised $20 million.", ("$20 million", 20e6, "USD")),
            ["Voltara raises $111 million", "Voltara raises $20 million"],
        ),
        (
            raised("b", "Voltara got a loan of 10.03 billion rupees.", ("10.03 billion rupees", 10.03e9, "INR")),
            ["Voltara raises $111 million", "Voltara receives loan of 10.03 billion rupees"],
        ),
        (
            raised(
                "b", "Nordcell raises 10.03 billion rupees.", ("10.03 billion rupees", 10.03e9, "INR"), name="Nordcell"
            ),
            ["Nordcell raises 10.03 billion rupees", "Voltara raises $111 million"],
        ),
    ],
)
def test_a_raise_is_told_once_in_two_currencies_or_with_its_listing(other, told: list[str]) -> None:
    brief = brief_of(RAISED[0], other[0], docs=[RAISED[1], other[1]])

    assert sorted(heads(brief)) == told


def test_a_market_debut_is_a_listing_and_no_stake() -> None:
    words = "Voltara raised $4.6 billion and soared 16% in its Hong Kong debut."
    dev, doc = raised("a", words, ("$4.6 billion", 4.6e9, "USD"))

    assert heads(brief_of(dev, docs=[doc])) == ["Voltara raises $4.6 billion in share listing"]


@pytest.mark.parametrize(("other", "stories"), [("net profit rose 42% in May", 1), ("sales rose 12% in May", 2)])
def test_one_figure_of_a_company_is_told_once(other: str, stories: int) -> None:
    docs = [make.document("a", "Ford's battery profit rose 42%."), make.document("b", f"Ford's battery {other}.")]
    devs = [make.development(d, "market", "reported", parties=(make.party(d, "Ford", "supplier"),)) for d in docs]

    assert len(heads(brief_of(*devs, docs=docs))) == stories


@pytest.mark.parametrize(
    ("named", "id", "told"), [("US Government", "us-government", True), ("Kansas", "kansas", False)]
)
def test_whom_the_lead_does_not_name_another_telling_may(named: str, id: str, told: bool) -> None:
    texts = ("The federal government is to take a stake in Voltara.", f"{named} is to take a stake in Voltara.")
    docs = [make.document("a", texts[0]), make.document("b", texts[1], outlet="Ore News")]
    unnamed = make.party(docs[0], "federal government", "government", id="us-government")
    givers = (structs.replace(unnamed, name="US Government"), make.party(docs[1], named, "government", id=id))
    devs = [
        make.development(
            doc,
            "investment",
            "announced",
            parties=(giver, make.party(doc, "Voltara", "target")),
            trigger=make.span(doc, "stake"),
        )
        for doc, giver in zip(docs, givers, strict=True)
    ]
    story = make.story("s", devs)
    brief = edition(NOTHING, [story], docs, devs, week_ending=ENDING, settings=BriefSettings())

    assert any(named in head for head in heads(brief)) is told


def _store(doc, *, supplier="", owner="", mwh=500):
    sides = [(supplier, "supplier"), (owner, "owner")]
    return make.development(
        doc,
        "facility",
        "operating",
        parties=tuple(make.party(doc, name, role) for name, role in sides if name),
        place=make.place(doc, "Texas", "US"),
        product=make.named(doc, "battery", "storage"),
        capacity=(make.capacity(doc, f"{mwh} MWh", mwh, "MWh"),),
    )


@pytest.mark.parametrize(("mwh", "told"), [(500, 1), (400, 2)])
def test_a_store_of_that_size_there_is_its_owners_and_not_its_suppliers(mwh: int, told: int) -> None:
    one = make.document("a", f"A {mwh} MWh Voltara battery project went live in Texas.")
    two = make.document("b", "Baumwerk turns on a 500 MWh battery project in Texas.")
    brief = brief_of(_store(one, supplier="Voltara", mwh=mwh), _store(two, owner="Baumwerk"), docs=[one, two])

    assert len(heads(brief)) == told
    assert "Baumwerk starts up battery storage project in Texas" in heads(brief)
    assert not [head for head in heads(brief) if head.startswith("Voltara")]
