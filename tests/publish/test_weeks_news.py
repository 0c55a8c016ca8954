"""What an edition counts, links, searches for and shows as changed."""

from dataclasses import replace
from datetime import date

import pytest

from cellwire.model import Entry, Facility, Record, Status
from cellwire.model import Phase as PlantPhase
from cellwire.publish import BriefSettings, Edition, failures
from cellwire.publish.brief.composing import terms as search
from publish import factories as make
from publish.at_hand import edition

ENDING = date(2022, 12, 17)
WEEK = date(2022, 12, 14)
BEFORE = date(2022, 12, 7)


def made(record: Record, *told) -> Edition:
    """Each of `told` is a document with its developments and, for each, a story of its own."""
    docs, devs, stories = [], [], []
    for doc, *developments in told:
        docs.append(doc)
        devs += developments
        stories += [
            make.story(f"s-{one.id}", [one], headline=doc.title, first=doc.published, last=doc.published)
            for one in developments
            if not one.background
        ]
    brief = edition(record, stories, docs, devs, week_ending=ENDING, settings=BriefSettings())
    assert failures(brief) == []
    return brief


def plant(id, text, *names, stage="construction", where="Marshall", money=(), gwh=(), published=WEEK, **more):
    doc = make.document(id, text, published=published, outlet=id.title())
    return doc, make.development(
        doc,
        "facility",
        stage,
        parties=tuple(make.party(doc, name, "owner") for name in names),
        place=make.place(doc, where, "US"),
        product=make.named(doc, "battery plant", "cell"),
        capacity=tuple(make.capacity(doc, f"{value} GWh", value, "GWh/yr", scope=scope) for value, scope in gwh),
        money=tuple(make.money(doc, words, amount, unit) for words, amount, unit in money),
        **more,
    )


def facility(name, *steps, stories=(), status=Status.CONSTRUCTION):
    """`steps` are (stage, document, day told)."""
    timeline = tuple(Entry(True, stage, None, said, make.citation(doc, doc.text[:40])) for stage, doc, said in steps)
    phase = PlantPhase(f"{name}.plant", "", status, False, "told", (), timeline)
    return Facility(
        name, name, (), None, "US", None, None, "cell", status, (phase,), (), stories, steps[0][2], steps[-1][2]
    )  # fmt: skip


FORD = plant("ford", "Ford builds a battery plant in Marshall with 20 GWh for $2 billion.", "Ford")


def test_a_plant_told_in_two_stories_is_counted_once():
    again = plant(
        "again", "In Marshall Ford plans a battery plant with 20 GWh for $2 billion.", "Ford", stage="announced"
    )
    told = [
        (doc, make.development(
            doc, "facility", dev.stage, parties=dev.parties, place=dev.place, product=dev.product,
            capacity=(make.capacity(doc, "20 GWh", 20, "GWh/yr", scope="new"),),
            money=(make.money(doc, "$2 billion", 2e9, "USD"),),
        ))
        for doc, dev in (FORD, again)
    ]  # fmt: skip
    one = facility("Ford, Marshall", ("construction", FORD[0], WEEK), stories=tuple(f"s-{dev.id}" for _, dev in told))

    texts = {figure.label: figure.text for figure in made(Record(None, (one,)), *told).figures}
    assert sorted(text for label, text in texts.items() if "GWh" in label or "Cost" in label) == ["$2 billion", "20"]


@pytest.mark.parametrize(
    ("words", "gwh"),
    [
        ("Ford raises its battery plant in Marshall from 35 GWh to 50 GWh.", [(35, "existing"), (50, "total")]),
        ("Ford plans to enlarge its battery plant in Marshall to 50 GWh.", [(50, "total")]),
    ],
)
def test_a_total_that_holds_what_is_there_already_is_not_announced(words, gwh):
    grown = plant("grown", words, "Ford", stage="announced", gwh=gwh)

    assert not [figure for figure in made(Record(None), grown).figures if "GWh" in figure.label]


@pytest.mark.parametrize(
    ("earlier", "linked"),
    [
        (plant("a", "Ford and CATL weigh a battery plant in Marshall.", "Ford", "CATL", published=BEFORE), True),
        (plant("b", "Ford plans another battery plant in Dearborn.", "Ford", where="Dearborn", published=BEFORE), True),
        (plant("c", "GM plans a battery plant in Lansing.", "GM", where="Lansing", published=BEFORE), False),
    ],
)
def test_for_more_leads_to_related_news(earlier, linked):
    brief = made(Record(None), FORD, earlier)

    assert [link.text for item in brief.items() for link in item.more] == ([earlier[0].title] if linked else [])


def test_a_market_table_that_names_everybody_is_not_related():
    doc = make.document("table", "Ford and GM bought 20 GWh of batteries.", published=BEFORE)
    table = make.development(
        doc, "market", "reported", parties=(make.party(doc, "Ford", "customer"), make.party(doc, "GM", "customer"))
    )

    assert not [link for item in made(Record(None), FORD, (doc, table)).items() for link in item.more]


def test_one_sum_in_two_currencies_is_shown_side_by_side():
    euros = plant(
        "e", "BMW builds a battery plant in Marshall for €2 billion.", "BMW", money=[("€2 billion", 2e9, "EUR")]
    )
    forints = plant("f", "BMW puts HUF 800 billion into a battery plant in Marshall.", "BMW",
                    money=[("HUF 800 billion", 800e9, "HUF")])  # fmt: skip
    story = make.story("s", [euros[1], forints[1]], first=WEEK)
    brief = edition(
        Record(None), [story], [euros[0], forints[0]], [euros[1], forints[1]],
        week_ending=ENDING, settings=BriefSettings(),
    )  # fmt: skip

    said = [sentence.text for item in brief.items() for telling in item.tellings for sentence in telling.conflicts]
    assert said == ["The sum is given in different currencies: E says €2 billion, F says 800 billion forints."]


def test_dollars_of_one_land_are_no_dispute_with_those_of_another():
    both = [("$5 billion", 5e9, "USD"), ("C$7 billion", 7e9, "CAD")]
    here = plant("e", "Northvolt plans a battery plant in Marshall for C$7 billion ($5 billion).", "Northvolt",
                 money=both)  # fmt: skip
    there = plant("f", "Northvolt announces a $7 billion battery plant in Marshall.", "Northvolt",
                  money=[("$7 billion", 7e9, "USD")])  # fmt: skip
    story = make.story("s", [here[1], there[1]], first=WEEK)
    brief = edition(
        Record(None), [story], [here[0], there[0]], [here[1], there[1]], week_ending=ENDING, settings=BriefSettings()
    )

    assert [telling.conflicts for item in brief.items() for telling in item.tellings] == [()]


def test_news_is_told_at_the_head_of_a_text_or_weighs_less():
    filler = "and much was said about other things that day " * 20
    doc = make.document(
        "long", f"New plants.\nNews came in, {filler}. Ford builds a battery plant in Marshall.", published=WEEK
    )
    passing = make.development(
        doc, "facility", "construction", evidence="Ford builds a battery plant in Marshall",
        parties=(make.party(doc, "Ford", "owner"),), place=make.place(doc, "Marshall", "US"),
        product=make.named(doc, "battery plant", "cell"),
    )  # fmt: skip

    because = [reason for item in made(Record(None), (doc, passing)).items() for reason in item.because]
    assert any("far down" in reason for reason in because)


def test_search_terms_are_names_and_pairs_and_no_fragments():
    texts = [
        plant(f"t{place}", f"GAC Aion builds a battery plant in Marshall. The {place} sodium battery is Aion's.",
              "GAC Aion")
        for place in range(4)
    ]  # fmt: skip
    terms = [term.text for term in made(Record(None), *texts).terms]

    assert "GAC Aion" in terms
    assert "sodium battery" in terms
    assert not {"Aion", "battery", "plant", "battery plant"} & set(terms)


def test_search_terms_are_the_trade_s_in_several_outlets():
    """One outlet's habit, an everyday word, a person and a gadget's battery are none."""
    texts = [
        plant(f"t{at}", f"GAC Aion builds a battery plant in Marshall. Date {at}: the {at} sodium battery is Aion's. "
                        f"CEO Elon {at} spoke of battery life. Nasdaq and Ford fell.", "GAC Aion")
        for at in range(4)
    ]  # fmt: skip
    spread = [(replace(doc, outlet=f"Post {doc.id}"), dev) for doc, dev in texts]
    own = plant("own", "GAC Aion builds a battery plant in Marshall. A lithium drum beats. A lithium drum is Oslo's.",
                "GAC Aion")  # fmt: skip
    also = (replace(own[0], id="own2"),)
    terms = [term.text for term in made(Record(None), *spread, own, also).terms]

    assert {"GAC Aion", "Ford", "sodium battery"} <= set(terms)
    assert not {"Date", "CEO Elon", "battery life", "Nasdaq", "lithium drum", "Oslo"} & set(terms)


def test_of_all_pairs_of_words_only_those_that_might_be_printed_are_asked_for_the_trade(monkeypatch):
    asked = []
    asks = search.speaks_of_trade
    monkeypatch.setattr(search, "speaks_of_trade", lambda words: asked.append(words) or asks(words))
    texts = [
        plant(f"t{at}", f"GAC Aion builds a battery plant in Marshall. A sodium battery {hums}.", "GAC Aion")
        for at, hums in enumerate(("hums softly", "sings"))
    ]
    made(Record(None), *((replace(doc, outlet="Cell Gazette"), dev) for doc, dev in texts))

    assert "sodium battery" in asked
    assert "hums softly" not in asked


@pytest.mark.parametrize(("about", "searched"), [("battery", True), ("headlight", False)])
def test_search_terms_are_those_of_texts_on_batteries(about, *, searched):
    """A list of two terms is none either."""
    texts = [
        plant(f"t{place}", f"GAC Aion builds a battery plant in Marshall. The {place} sodium battery is for Ningbo.",
              "GAC Aion")
        for place in range(4)
    ]  # fmt: skip
    others = [
        (
            make.document(
                f"o{at}",
                f"BMW shows a {about} again.\nThe {at} {about} for Oslo is seen.",
                published=WEEK,
                outlet=f"Post {at}",
            ),
        )
        for at in range(4)
    ]

    assert ("BMW" in [term.text for term in made(Record(None), *texts, *others).terms]) is searched
    assert not made(Record(None), *others).terms


@pytest.mark.parametrize(
    ("kind", "stage", "words"),
    [
        ("technology", "announced", "Ford presents a vehicle."),
        ("technology", "announced", "Ford presents a battery."),
        ("incident", "occurred", "Ford had a bad day."),
    ],
)
def test_what_no_word_names_is_not_told(kind, stage, words):
    doc = make.document("vague", words, published=WEEK)
    product = {"vehicle": "vehicle", "battery": "cell"}.get(words.split()[-1].strip("."))
    dev = make.development(
        doc, kind, stage, parties=(make.party(doc, "Ford", "developer"),),
        product=make.named(doc, words.split()[-1].strip("."), product) if product else None,
    )  # fmt: skip
    brief = made(Record(None), (doc, dev))

    assert brief.empty
    assert brief.left_out


def test_a_plant_that_runs_since_this_month_has_started():
    doc, dev = plant("run", "CATL runs its battery plant in Marshall since December 2022.", "CATL", stage="operating")
    started = make.development(
        doc, "facility", "operating", parties=dev.parties, place=dev.place, product=dev.product,
        dates=(make.dated(doc, "December 2022", "production_start", "2022-12"),),
    )  # fmt: skip

    brief = made(Record(None), (doc, started))
    assert brief.title == "CATL starts production at battery plant in Marshall"
    assert [sentence.text for sentence in brief.sentences()] == [
        "In December, CATL started production at its battery plant in Marshall, US."
    ]


def test_of_a_flood_the_weightiest_are_told_and_the_rest_is_counted():
    told = [
        plant(f"flood{n}", f"Ford builds a battery plant in Place{n} with {n + 1} GWh.", "Ford", where=f"Place{n}",
              gwh=((n + 1, "new"),))
        for n in range(130)
    ]  # fmt: skip
    docs, devs = zip(*told, strict=True)
    stories = [make.story(f"s{dev.id}", [dev]) for dev in devs]
    settings = BriefSettings(stories=5)
    brief = edition(Record(None), stories, docs, devs, week_ending=ENDING, settings=settings)

    gwh = [bar.gwh for bar in brief.bars]
    assert len(gwh) == 5
    assert min(gwh) > 122  # near ones weigh the same
    assert [row.what for row in brief.left_out if "further" in row.what] == ["125 further stories"]


def figures_of(*told):
    return {figure.label: (figure.text, figure.detail) for figure in made(Record(None), *told).figures}


@pytest.mark.parametrize(
    ("words", "label"),
    [
        ("Ford puts $2 billion more into its battery plant in Marshall.", "Added to the cost of plants, USD"),
        ("Ford puts $2 billion into its battery plant in Marshall.", "Cost of plants, USD"),
        ("Ford puts $2 billion more than GM into its battery plant in Marshall.", "Cost of plants, USD"),
    ],
)
def test_what_is_added_to_a_plants_cost_is_counted_as_that(words, label):
    grown = plant("more", words, "Ford", stage="announced", money=[("$2 billion", 2e9, "USD")])

    assert figures_of(grown)[label][0] == "$2 billion"


PROVISIONAL = "Voltara was provisionally awarded about $80 million by Baumwerk."


def given(words, *, how="exact", giver="Baumwerk", name="Voltara", sum_=80):
    doc = make.document(name, words)
    return doc, make.development(
        doc, "investment", "announced",
        parties=(make.party(doc, giver, "government"), make.party(doc, name, "target")),
        money=(make.money(doc, f"${sum_} million", sum_ * 1e6, "USD", how=how),),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("told", "sum_"),
    [
        ([given("Voltara was awarded $80 million by Baumwerk.")], ("$80 million", "in 1 story")),
        ([given(PROVISIONAL, how="about")], ("about $80 million", "in 1 story; not final")),
        (
            [
                given(PROVISIONAL, how="about"),
                given("Nordcell was awarded $90 million by Erzfonds.", giver="Erzfonds", name="Nordcell", sum_=90),
            ],
            ("about $170 million", "in 2 stories; some of it not final"),
        ),
    ],
)
def test_a_sum_is_no_surer_than_its_sources(told, sum_):
    assert figures_of(*told)["Stakes, funding, loans and grants, USD"] == sum_


@pytest.mark.parametrize(("rupees", "counted"), [("8.9", 1), ("2.9", 2)])
def test_one_firm_s_sum_in_two_currencies_is_counted_once(rupees, counted):
    def raised(name, words, sum_):
        doc = make.document(name, f"Voltara has raised {words} from Erzfonds for its {name} works.")
        return doc, make.development(
            doc, "investment", "completed",
            parties=(make.party(doc, "Erzfonds", "investor"), make.party(doc, "Voltara", "target")),
            money=(make.money(doc, words, *sum_),),
        )  # fmt: skip

    told = (
        raised("cell", "$111 million", (111e6, "USD")),
        raised("anode", f"₹{rupees} billion", (float(rupees) * 1e9, "INR")),
    )
    found = {label.rpartition(", ")[2] for label in figures_of(*told) if label.startswith("Stakes")}
    assert len(found) == counted


def test_packs_are_not_added_to_cells_and_what_opened_is_not_full():
    cells = plant("cells", "Ford starts its battery plant in Marshall with 10 GWh.", "Ford", stage="operating",
                  gwh=[(10, "new")])  # fmt: skip
    doc = make.document("packs", "Voltara starts its battery pack plant in Debrecen with 3 GWh.")
    packs = make.development(
        doc, "facility", "operating", parties=(make.party(doc, "Voltara", "owner"),),
        place=make.place(doc, "Debrecen", "HU"), product=make.named(doc, "battery pack plant", "pack"),
        capacity=(make.capacity(doc, "3 GWh", 3, "GWh/yr", scope="new"),),
    )  # fmt: skip
    found = figures_of(cells, (doc, packs))
    assert found["GWh a year opened"] == ("10", "1 plant, once at full capacity")
    assert found["GWh a year of packs opened"] == ("3", "1 plant, once at full capacity")
