"""Sentences that an editor struck out once, and what stands there now."""

from datetime import date

import pytest

from cellwire.model import Record, Span
from cellwire.publish import BriefSettings, failures, render_explained
from cellwire.publish.brief.edition import Edition
from publish import factories as make
from publish.at_hand import edition
from publish.week import ENDING

TEXT = (
    "On 11 December the Department of Energy and Voltara spoke of an order, of a lithium mine, of solid-state and LFP "
    "batteries, of cells and of two fires in Debrecen, Hungary. It has 40 GWh a year, or 50,000 vehicles a year; "
    "construction starts in 2027 and production in 2025, and it was begun in August."
)
DOC = make.document("d", TEXT, outlet="pv letter", title=" ")


def brief_of(*developments, docs=(DOC,)) -> Edition:
    stories = [make.story(f"s{place}", [one]) for place, one in enumerate(developments)]
    brief = edition(Record(None), stories, docs, developments, week_ending=ENDING, settings=BriefSettings())
    assert failures(brief) == []
    return brief


def said(*developments, docs=(DOC,)) -> str:
    return " ".join(sentence.text for sentence in brief_of(*developments, docs=docs).sentences())


def dev(kind, stage, *, made=("", ""), parties=(("Voltara", "operator"),), dates=(), **more):
    words, product = made
    return make.development(
        DOC,
        kind,
        stage,
        parties=tuple(make.party(DOC, name, role) for name, role in parties),
        product=make.named(DOC, words, product) if words else None,
        dates=tuple(make.dated(DOC, *each) for each in dates),
        **more,
    )


HUNGARY = {"place": make.place(DOC, "Debrecen", "HU")}
MINE, CELLS = ("lithium mine", "lithium"), ("cells", "cell")
GWH = make.capacity(DOC, "40 GWh a year", 40, "GWh/yr")
CARS = make.capacity(DOC, "50,000 vehicles a year", 50_000, "vehicles/yr")
TOTAL = make.capacity(DOC, "40 GWh a year", 40, "GWh/yr", scope="total")
IN_FULL = ("2025", "full_capacity", "2025")
EVENT = ("11 December", "event", "2022-12-11")
AUGUST = ("August", "construction_start", "2022-08")
STARTED_IN_AUGUST = ("August", "production_start", "2022-08")
TWO_KINDS = (make.named(DOC, "solid-state", "solid-state"), make.named(DOC, "LFP", "LFP"))
BOTH = (("Voltara", "partner"), ("Department of Energy", "government"))


@pytest.mark.parametrize(
    ("one", "sentence"),
    [
        (
            dev("facility", "announced", made=MINE, modality="planned", **HUNGARY),
            "Voltara plans to build a lithium mine in Debrecen, Hungary.",
        ),
        (
            dev("facility", "announced", made=MINE, modality="planned", chemistry=TWO_KINDS, **HUNGARY),
            "Voltara plans to build a lithium mine in Debrecen, Hungary.",
        ),
        (
            dev("facility", "announced", made=CELLS, modality="planned", capacity=(GWH, CARS), **HUNGARY),
            "The plant is to have a capacity of 40 GWh a year, enough for 50,000 vehicles a year.",
        ),
        (dev("facility", "construction", made=CELLS, dates=(AUGUST,), **HUNGARY), "in August"),
        (dev("facility", "operating", made=CELLS, dates=(STARTED_IN_AUGUST,), **HUNGARY), "in August"),
        (
            dev("technology", "launched", chemistry=TWO_KINDS, trigger=make.span(DOC, "begun")),
            "Voltara has launched solid-state and LFP batteries.",
        ),
        (dev("incident", "occurred", parties=BOTH), "Voltara has had a fire at a mine."),
        (
            dev("facility", "delayed", made=CELLS, capacity=(GWH, CARS), **HUNGARY),
            "The plans were for 40 GWh a year, enough for 50,000 vehicles a year.",
        ),
        (
            dev(
                "facility", "announced", made=CELLS, modality="planned", capacity=(TOTAL,), dates=(IN_FULL,), **HUNGARY
            ),
            "Total capacity is to reach 40 GWh a year in 2025.",
        ),
    ],
)
def test_the_better_sentence_stands(one, sentence) -> None:
    assert sentence in said(one).replace("In August", "in August")


def test_who_approves_a_mine_is_not_whose_it_is() -> None:
    assert said(dev("facility", "permitted", made=MINE, parties=BOTH[1:], **HUNGARY)) == ""


def test_what_began_is_not_told_a_second_time() -> None:
    assert said(dev("facility", "construction", made=CELLS, dates=(AUGUST,), **HUNGARY)).count("August") == 1


def test_what_began_is_told_once_though_its_day_opens_the_sentence() -> None:
    told = said(dev("facility", "construction", made=CELLS, dates=(AUGUST,)))

    assert told.startswith("In August, Voltara started")
    assert told.count("August") == 1


def test_of_goods_and_plans_the_day_stands_first() -> None:
    parties = (("Voltara", "supplier"), ("Department of Energy", "customer"))
    told = said(dev("supply", "signed", made=("batteries", "cell"), parties=parties, dates=(EVENT,)))

    assert told.startswith("On 11 December, ")


def test_a_plant_makes_nothing_before_it_is_built() -> None:
    dates = (("2027", "construction_start", "2027"), ("2025", "production_start", "2025"))
    told = said(dev("facility", "announced", made=CELLS, modality="planned", dates=dates, **HUNGARY))

    assert "2027" not in told
    assert "2025" not in told


def test_figures_of_the_market_are_no_rumour() -> None:
    doc = make.document("m", "Lithium prices fell by 12%, sources said.")
    goods = make.named(doc, "Lithium", "lithium")
    brief = brief_of(make.development(doc, "market", "reported", product=goods, certainty="reported"), docs=(doc,))

    assert [chapter.section for chapter in brief.chapters] == ["markets"]


def test_a_company_goes_by_one_name() -> None:
    doc = make.document("c", "Contemporary Amperex Technology builds a battery plant.", published=date(2022, 12, 15))
    party = make.party(doc, "Contemporary Amperex Technology", "operator", id="catl")
    one = make.development(doc, "facility", "construction", parties=(party,))

    assert said(one, docs=(doc,)).startswith("CATL is building a")


def test_working_together_is_not_told_beside_what_they_work_on() -> None:
    together = dev("partnership", "signed", made=CELLS, parties=BOTH)
    plant = dev("facility", "announced", made=CELLS, modality="planned", parties=BOTH, **HUNGARY)

    assert "work together" in said(together)
    assert "work together" not in said(together, plant)


def test_of_a_phase_and_its_plant_each_figure_says_whose_it_is() -> None:
    doc = make.document(
        "p", "Voltara will build a battery plant in Debrecen. One phase has 6 GWh a year, the plant 36 GWh a year."
    )
    sizes = (
        make.capacity(doc, "6 GWh a year", 6, "GWh/yr", scope="phase"),
        make.capacity(doc, "36 GWh a year", 36, "GWh/yr"),
    )
    told = said(make.voltaras(doc, capacity=sizes), docs=(doc,))

    assert "One phase is to have a capacity of 6 GWh a year. The plant" in told


def test_who_signed_an_agreement_signed_it() -> None:
    doc = make.document("c", "Voltara and Ford signed a supply agreement for batteries.")
    parties = (make.party(doc, "Voltara", "supplier"), make.party(doc, "Ford", "customer"))
    goods = make.named(doc, "batteries", "cell")
    told = said(make.development(doc, "supply", "signed", parties=parties, product=goods), docs=(doc,))

    assert told.startswith("Voltara has signed an agreement to supply Ford with batteries")


def test_a_week_of_new_stories_alone_says_so_once() -> None:
    (stories, *_) = brief_of(dev("facility", "construction", made=CELLS, **HUNGARY)).figures

    assert (stories.text, stories.detail) == ("1", "all new to the record")


def test_the_ranking_can_be_read() -> None:
    told = render_explained(brief_of(dev("facility", "construction", made=CELLS, **HUNGARY)), width=100)

    assert "Voltara starts building battery plant in Debrecen" in told
    assert "facility: construction (+3.5), new (+0.8)" in told


def test_a_tax_rebate_is_told_as_a_change_whichever_way_it_goes() -> None:
    doc = make.document("r", "China will lower tax rebates on lithium battery exports.", outlet="Trade Post")
    rule = make.development(doc, "policy", "adopted", country="CN", country_span=make.span(doc, "China"))

    assert "A change in the tax rebate has been adopted in China, Trade Post reports." in said(rule, docs=(doc,))


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("Voltara's lithium shipments rose by 12%.", "Voltara's lithium shipments rose 12%."),
        (
            "In May 2022, Voltara's lithium sales fell by nearly 12 percent.",
            "Voltara's lithium sales fell nearly 12% in May 2022.",
        ),
        ("Lithium prices fell by 12%, Voltara said.", "Lithium prices fell 12%."),
        ("Voltara swung to a quarterly loss on lithium.", "Voltara swung to a loss."),
        ("Voltara, a maker of lithium, posts a wider loss.", "Voltara reported a wider loss."),
        (
            "Voltara shipped 12.4 GWh of lithium batteries in the first quarter.",
            "Voltara shipped 12.4 GWh of lithium batteries in the first quarter.",
        ),
        (
            "Global lithium battery market share in May: Voltara 12%.",
            "Voltara had 12% of the global lithium battery market in May.",
        ),
        ("Voltara expects that its lithium sales rose 12%.", ""),
        ("Voltara posted a 12% rise in first-quarter profit on lithium.", "Voltara's first-quarter profit rose 12%."),
        ("Voltara posted a 12% drop in truck sales, and buys lithium.", ""),
        (
            "Voltara's profit attributable to owners of the parent fell more than 12% on lithium.",
            "Voltara's profit fell more than 12%.",
        ),
        ("Voltara Ltd. reported a surprise operating loss for the quarter on lithium.", "Voltara reported a loss."),
        (
            "Voltara Inc (NYSE: VLT) reported a preliminary operating loss on lithium.",
            "Voltara reported a preliminary loss.",
        ),
        ("Voltara sees surprise fourth quarter loss on lithium.", "Voltara reported a loss."),
        ("Voltara sees a loss on lithium in the fourth quarter.", ""),
        ("Voltara reported a loss of market share in lithium.", ""),
        ("Voltara posts annual profit miss on lithium.", "Voltara reported less profit than expected."),
        (
            "Europe adds 36 GWh of lithium battery storage in 2021, Voltara said.",
            "Europe added 36 GWh of lithium battery storage in 2021.",
        ),
        ("Voltara adds 36 GWh of lithium battery storage in 2021.", ""),
        (
            "Voltara achieved a net profit of $2.5 billion in the first quarter, a 12% increase in lithium.",
            "Voltara's net profit was $2.5 billion in the first quarter, up 12%.",
        ),
        (
            "China's lithium battery installations reached 34.3 GWh in November, up 64.5% on the year, Voltara said.",
            "China's lithium battery installations were 34.3 GWh in November, up 64.5%.",
        ),
        (
            "The installed volume of lithium batteries in China was 30 GWh in May, down 2% from April, Voltara said.",
            "Installed volume of lithium batteries in China was 30 GWh in May, down 2%.",
        ),
        (
            "The price of battery-grade lithium carbonate rose to 92,500 yuan a tonne, Voltara said.",
            "Price of battery-grade lithium carbonate rose to 92,500 yuan a tonne.",
        ),
        ("China's lithium battery installations could reach 34.3 GWh in 2030, up 64.5%, Voltara said.", ""),
        ("Lithium sales grew at Voltara .", ""),
        ("Voltara told of its lithium sales, which came to 12% more.", ""),
        ("Voltara shipped more lithium in the first quarter of 2022.", ""),
        ("Voltara's lithium shipments tripled.", "Voltara's lithium shipments tripled."),
    ],
)
def test_a_figure_is_told_with_whose_it_is_and_which_way_it_went_or_not_at_all(sentence: str, told: str) -> None:
    doc = make.document("m", sentence, title=" ", outlet="Trade Post")
    goods = make.named(doc, next(word for word in ("lithium", "Lithium") if word in sentence), "lithium")
    figures = make.development(
        doc, "market", "reported", parties=(make.party(doc, "Voltara", "supplier"),), product=goods
    )

    assert said(figures, docs=(doc,)) == told


@pytest.mark.parametrize(
    ("sentence", "body", "code", "untold"),
    [
        ("The Department of Trade bans imports of nickel from Russia.", "Department of Trade", "RU", "in Russia"),
        ("The Government of Mexico set rules for storage in Mexico.", "Government of Mexico", "MX", "in Mexico"),
    ],
)
def test_a_rule_is_not_where_the_goods_come_from_nor_where_its_government_says(sentence, body, code, untold) -> None:
    doc = make.document("p", sentence, title=" ")
    land = sentence.rsplit(" ", 1)[1].rstrip(".")
    at = sentence.rindex(land)
    rule = make.development(
        doc,
        "policy",
        "adopted",
        parties=(make.party(doc, body, "government"),),
        country=code,
        country_span=Span(at, at + len(land)),
    )

    told = said(rule, docs=(doc,))
    assert "has adopted" in told
    assert untold not in told


def test_a_new_plant_that_is_to_begin_production_is_not_planned_to_be_built() -> None:
    one = dev("facility", "announced", made=CELLS, modality="planned", rule="facility.start-operating", **HUNGARY)

    assert "Voltara plans to start production at its battery plant in Debrecen, Hungary." in said(one)
    assert brief_of(one).title == "Voltara plans to start production at battery plant in Debrecen"


def test_the_quarter_of_a_firms_figures_is_not_when_they_came_out() -> None:
    of_a_quarter = dev("market", "reported", parties=(("Voltara", "supplier"),), dates=[("August", "event", "2022-Q3")])

    assert "quarter" not in said(of_a_quarter)


def test_what_goes_on_sale_is_not_developed() -> None:
    doc = make.document("s", "Voltara's car with a solid-state battery will go on sale in a week.", title=" ")
    one = make.development(
        doc,
        "technology",
        "announced",
        modality="planned",
        parties=(make.party(doc, "Voltara", "developer"),),
        product=make.named(doc, "battery", "cell"),
        chemistry=(make.named(doc, "solid-state", "solid-state"),),
    )

    assert "Voltara plans to launch a vehicle with a solid-state battery." in said(one, docs=(doc,))


@pytest.mark.parametrize(("told", "modality"), [("is to roll out", "planned"), ("rolled out", "asserted")])
def test_a_programme_to_come_is_a_plan_and_stands_nowhere_but_in_its_governments_name(told, modality) -> None:
    doc = make.document("r", f"Narvia {told} storage rebate programs.", outlet="Trade Post")
    place, city = make.place(doc, "Narvia", "US"), make.party(doc, "Narvia", "government")
    body = said(
        make.development(doc, "policy", "adopted", parties=(city,), place=place, modality=modality), docs=(doc,)
    )

    assert "rebate programme" in body
    assert ("plans to adopt" in body) is (modality == "planned")
    assert "in Narvia" not in body
