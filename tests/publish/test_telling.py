"""From claims to sentences: grammar tables over kinds, stages, modalities and the slots that are filled."""

import itertools

import pytest

from cellwire.model import STAGES, Development, Document, Kind, Record, Span
from cellwire.publish.brief.edition import Sentence
from cellwire.publish.brief.gathering import matter_of
from cellwire.publish.brief.holdings import lay_out
from cellwire.publish.brief.telling import ToldStory, tell_matter
from publish import factories as make
from publish.week import ENDING

TEXT = (
    "Voltara, Nordcell and Baumwerk plan much in Debrecen, Hungary, where LFP cells for batteries will come from a "
    "site of up to 40 GWh a year. "
    "First cells in early 2026, first deliveries in 2027, full capacity in 2028. "
    "It costs more than €1.2 billion and brings about 900 jobs. "
    "On 14 December sources said so."
)
DOC = make.document("d", TEXT)

VOLTARA, NORDCELL = make.party(DOC, "Voltara", "operator"), make.party(DOC, "Nordcell", "operator")
SLOTS = {
    "place": make.place(DOC, "Debrecen", "HU"),
    "product": make.named(DOC, "cells", "cell"),
    "chemistry": (make.named(DOC, "LFP", "LFP"),),
    "capacity": (make.capacity(DOC, "up to 40 GWh a year", 40, "GWh/yr", how="up to"),),
    "money": (make.money(DOC, "more than €1.2 billion", 1.2e9, "EUR", how="at least"),),
    "jobs": make.jobs(DOC, "about 900 jobs", 900, how="about"),
    "dates": (
        make.dated(DOC, "14 December", "event", "2022-12-14"),
        make.dated(DOC, "early 2026", "production_start", "2026", part="early"),
        make.dated(DOC, "2027", "delivery_start", "2027"),
        make.dated(DOC, "2028", "full_capacity", "2028"),
    ),
}


def told_of(dev: Development, doc: Document) -> ToldStory | None:
    """A story of one telling, as the brief words it."""
    story = make.story("s", [dev])
    shelf = lay_out(Record(None), [story], documents=[doc], developments=[dev], week_ending=ENDING)
    matter = matter_of(story, shelf)
    return tell_matter(matter) if matter else None


def told(kind: str, stage: str, **slots: object) -> ToldStory | None:
    return told_of(make.development(DOC, kind, stage, **slots), DOC)


def lead(kind: str, stage: str, **slots: object) -> str:
    story = told(kind, stage, **slots)
    assert story
    return story.sentences[0].text


ONE = {"parties": (VOLTARA,), "place": SLOTS["place"], "product": SLOTS["product"]}
TWO = {**ONE, "parties": (VOLTARA, NORDCELL)}

LEADS = [
    ("announced", ONE, {}, "Voltara plans to build a battery plant in Debrecen, Hungary."),
    ("announced", TWO, {}, "Voltara and Nordcell plan to build a battery plant in Debrecen, Hungary."),
    ("construction", ONE, {}, "Voltara is building a battery plant in Debrecen, Hungary."),
    ("construction", TWO, {}, "Voltara and Nordcell are building a battery plant in Debrecen, Hungary."),
    ("permitted", ONE, {}, "Voltara has received approval for a battery plant in Debrecen, Hungary."),
    ("operating", ONE, {}, "Voltara has brought its battery plant in Debrecen, Hungary, into operation."),
    ("expanded", TWO, {}, "Voltara and Nordcell have expanded their battery plant in Debrecen, Hungary."),
    ("delayed", ONE, {}, "Voltara has delayed its battery plant in Debrecen, Hungary."),
    ("cancelled", ONE, {}, "Voltara has dropped plans for its battery plant in Debrecen, Hungary."),
    ("closed", ONE, {}, "Voltara has closed its battery plant in Debrecen, Hungary."),
    ("closed", ONE, {"modality": "planned"}, "Voltara plans to close its battery plant in Debrecen, Hungary."),
    ("considered", ONE, {"modality": "considering"}, "Voltara is considering a battery plant in Debrecen, Hungary."),
    (
        "considered",
        TWO,
        {"modality": "undecided"},
        "Voltara and Nordcell have not decided whether to build a battery plant in Debrecen, Hungary.",
    ),
    (
        "announced",
        ONE,
        {"certainty": "denied", "modality": "denied"},
        "Voltara denies a report that it would build a battery plant in Debrecen, Hungary.",
    ),
    (
        "announced",
        TWO,
        {"certainty": "denied", "modality": "denied"},
        "Voltara and Nordcell deny a report that they would build a battery plant in Debrecen, Hungary.",
    ),
    (
        "announced",
        ONE,
        {"modality": "conditional"},
        "Voltara will build a battery plant in Debrecen, Hungary, only if its conditions are met.",
    ),
]


@pytest.mark.parametrize(("stage", "slots", "how", "sentence"), LEADS)
def test_a_plant_is_told_as_firmly_as_its_source_is(
    stage: str, slots: dict[str, object], how: dict[str, object], sentence: str
) -> None:
    assert lead("facility", stage, **slots, **how) == sentence


def test_a_report_names_its_sources_as_the_text_does() -> None:
    sentence = lead("facility", "considered", certainty="reported", modality="reported", **ONE)

    assert "is considering a battery plant" in sentence
    assert "unnamed sources" in sentence


def test_a_plan_is_not_an_opening() -> None:
    assert "started production" not in lead("facility", "operating", modality="planned", **ONE)


def test_a_plant_of_nobody_is_told_without_inventing_an_owner() -> None:
    place = {"place": SLOTS["place"], "product": SLOTS["product"]}

    assert lead("facility", "construction", **place) == "A battery plant in Debrecen, Hungary, is being built."
    assert told("facility", "construction", product=SLOTS["product"]) is None


@pytest.mark.parametrize(
    ("where", "told_as"),
    [
        ("on land just outside Debrecen", "outside Debrecen, Hungary"),
        ("near the city of Debrecen", "near Debrecen, Hungary"),
        ("20 km north of Debrecen", "near Debrecen, Hungary"),
        ("close to Debrecen", "near Debrecen, Hungary"),
        ("in the nearby town of Debrecen", "in Debrecen, Hungary"),
        ("close to the motorway in Debrecen", "in Debrecen, Hungary"),
    ],
)
def test_what_stands_beside_a_town_is_not_in_it(where: str, told_as: str) -> None:
    doc = make.document("d", f"Voltara builds a plant\nVoltara is building a battery plant {where}, Hungary.")
    dev = make.development(
        doc,
        "facility",
        "construction",
        parties=(make.party(doc, "Voltara", "operator"),),
        place=make.place(doc, "Debrecen", "HU"),
        product=make.named(doc, "battery plant", "cell"),
    )
    story = told_of(dev, doc)

    assert story
    assert story.sentences[0].text == f"Voltara is building a battery plant {told_as}."
    assert story.headline.text == f"Voltara builds battery plant {told_as.partition(',')[0]}"


@pytest.mark.parametrize(
    ("words", "told_as"),
    [
        ("Voltara has opened its third battery plant in Hungary, in Debrecen.", "its battery plant in Debrecen"),
        ("Voltara has opened its third battery plant in Debrecen, Hungary.", "its third battery plant in Debrecen"),
    ],
)
def test_the_third_plant_of_a_land_is_not_the_third_of_its_town(words: str, told_as: str) -> None:
    doc = make.document("d", f"News of a plant\n{words}")
    dev = make.development(
        doc,
        "facility",
        "operating",
        evidence=words,
        parties=(make.party(doc, "Voltara", "operator"),),
        place=make.place(doc, "Debrecen", "HU"),
        product=make.named(doc, "battery plant", "cell"),
    )
    story = told_of(dev, doc)

    assert story
    assert told_as in story.sentences[0].text


def test_details_follow_in_their_order_with_their_words_of_caution() -> None:
    story = told("facility", "announced", parties=(VOLTARA,), **SLOTS)

    assert story
    text = " ".join(sentence.text for sentence in story.sentences[1:])
    assert "up to 40 GWh a year" in text
    assert "in early 2026" in text
    assert "more than €1.2 billion" in text
    assert "about 900 jobs" in text
    assert text.index("40 GWh") < text.index("€1.2 billion")
    assert text.count("€1.2 billion") == 1


SUPPLIER, CUSTOMER = make.party(DOC, "Voltara", "supplier"), make.party(DOC, "Baumwerk", "customer")
INVESTOR, TARGET = make.party(DOC, "Voltara", "investor"), make.party(DOC, "Baumwerk", "target")
PARTNERS = (make.party(DOC, "Voltara", "partner"), make.party(DOC, "Baumwerk", "partner"))


@pytest.mark.parametrize(
    ("kind", "stage", "slots", "sentence"),
    [
        (
            "supply",
            "signed",
            {"parties": (SUPPLIER, CUSTOMER), "product": SLOTS["product"], "modality": "planned"},
            "Voltara is to supply Baumwerk with batteries.",
        ),
        (
            "supply",
            "terminated",
            {"parties": (SUPPLIER, CUSTOMER)},
            "Voltara and Baumwerk have ended their supply agreement.",
        ),
        (
            "partnership",
            "signed",
            {"parties": PARTNERS, "product": SLOTS["product"]},
            "Voltara and Baumwerk have agreed to work together on batteries.",
        ),
        (
            "partnership",
            "mou",
            {"parties": PARTNERS, "product": SLOTS["product"]},
            "Voltara and Baumwerk have signed a preliminary cooperation agreement covering batteries.",
        ),
        (
            "investment",
            "completed",
            {"parties": (INVESTOR, TARGET), "money": SLOTS["money"]},
            "Voltara has put more than €1.2 billion into Baumwerk.",
        ),
        (
            "investment",
            "announced",
            {"parties": (INVESTOR, TARGET), "modality": "planned"},
            "Voltara plans to invest in Baumwerk.",
        ),
        (
            "technology",
            "launched",
            {"parties": (make.party(DOC, "Voltara", "developer"),), "chemistry": SLOTS["chemistry"]},
            "Voltara has launched an LFP battery.",
        ),
    ],
)
def test_deals_and_products_are_told_in_plain_words(
    kind: str, stage: str, slots: dict[str, object], sentence: str
) -> None:
    assert lead(kind, stage, **slots) == sentence


ROLES = {
    "facility": (VOLTARA, NORDCELL),
    "supply": (SUPPLIER, CUSTOMER),
    "partnership": PARTNERS,
    "investment": (INVESTOR, TARGET),
    "technology": (make.party(DOC, "Voltara", "developer"),),
    "policy": (make.party(DOC, "Voltara", "government"),),
    "market": (SUPPLIER,),
    "incident": (VOLTARA,),
}
FIRMNESS = [
    ("confirmed", "asserted"),
    ("confirmed", "planned"),
    ("confirmed", "conditional"),
    ("confirmed", "considering"),
    ("confirmed", "undecided"),
    ("reported", "reported"),
    ("reported", "considering"),
    ("denied", "denied"),
]
FILLED = [(), ("place",), ("product", "chemistry"), ("capacity", "dates"), ("money", "jobs"), tuple(SLOTS)]


@pytest.mark.parametrize("kind", list(Kind))
@pytest.mark.parametrize("filled", FILLED, ids=" ".join)
def test_every_telling_is_a_sentence(kind: Kind, filled: tuple[str, ...]) -> None:
    """For all stages, all firmness, one party and several: a capital, one stop, no gap, at most 35 words."""
    for stage, (certainty, modality) in itertools.product(STAGES[kind], FIRMNESS):
        for parties in (ROLES[kind][:1], ROLES[kind]):
            slots = {name: SLOTS[name] for name in filled}
            story = told(kind, stage, certainty=certainty, modality=modality, parties=parties, **slots)
            for sentence in story.sentences if story else ():
                assert well_formed(sentence), sentence.text
            if story:
                assert story.headline.text[0].isupper()
                assert not story.headline.text.endswith(".")


def well_formed(sentence: Sentence) -> bool:
    text = sentence.text
    broken = ("  ", " ,", " .", ",,", "..", ",.", "{", "}", "<", ">", "[", "]", "|", "WILL", "ING", "PAST", " in in ")
    return (
        text[0].isupper()
        and text.endswith(".")
        and sentence.words <= 35
        and not any(mark in text for mark in broken)
        and not text.rstrip(".").endswith((" of", " in", " for", " with", " on", " to", " a", " the"))
    )


def test_the_same_story_is_always_told_the_same() -> None:
    once, again = (told("facility", "announced", parties=(VOLTARA,), **SLOTS) for _ in range(2))

    assert once == again


def test_what_would_make_a_sentence_too_long_falls_away() -> None:
    name = "The Very Long Named Regional Authority for Batteries and Other Stores of Energy in the Wider Northern Parts"
    doc = make.document("long", f"{name} builds a plant in Debrecen on 14 December, {name[:-6]} Halves said.")
    dev = make.development(
        doc,
        "facility",
        "construction",
        parties=(make.party(doc, name, "operator"),),
        place=make.place(doc, "Debrecen", "HU"),
        dates=(make.dated(doc, "14 December", "event", "2022-12-14"),),
        speaker=make.party(doc, f"{name[:-6]} Halves", "government"),
    )
    told_story = told_of(dev, doc)

    assert told_story
    assert told_story.sentences[0].words <= 35
    assert "Halves" not in told_story.sentences[0].text


def test_long_lists_of_names_are_cut_short() -> None:
    last = ("Alpha", "Beta", "Gamma", "Delta", "Epsilon")
    text = ", ".join(f"Longname Number {word} Battery Materials" for word in last)
    doc = make.document("long", f"{text} agreed to work together on cells.")
    parties = tuple(make.party(doc, name, "partner") for name in text.split(", "))
    dev = make.development(doc, "partnership", "signed", parties=parties, product=make.named(doc, "cells", "cell"))
    told_story = told_of(dev, doc)

    assert told_story
    assert "and others" in told_story.sentences[0].text
    assert told_story.sentences[0].words <= 35


FURTHER = make.document("f", "Voltara to pour a further $8bn into the battery plant in Debrecen.")


def test_a_short_sum_on_top_is_told_as_such_too() -> None:
    sums = (make.money(FURTHER, "$8bn", 8e9, "USD"),)
    story = told_of(make.voltaras(FURTHER, "construction", money=sums), FURTHER)

    assert story
    assert "$8 billion more is to be spent on it." in [sentence.text for sentence in story.sentences]


MORE = make.document(
    "m",
    "Voltara will spend another $275 million on the battery plant in Debrecen and add 400 additional jobs. "
    "Its spending on the site will exceed $900 million.",
)


@pytest.mark.parametrize(
    ("words", "amount", "printed"),
    [
        ("$275 million", 2.75e8, "$275 million more is to be spent on it, and 400 jobs are to be added."),
        ("$900 million", 9e8, "Spending on the site is put at $900 million."),
    ],
)
def test_a_sum_on_top_and_a_sum_for_the_site_are_not_what_the_plant_costs(words, amount, printed) -> None:
    dev = make.voltaras(
        MORE,
        "construction",
        makes=("battery", "cell"),
        money=(make.money(MORE, words, amount, "USD"),),
        jobs=make.jobs(MORE, "400 additional jobs", 400),
    )
    story = told_of(dev, MORE)
    assert story
    assert printed in [sentence.text for sentence in story.sentences]


def test_a_plant_that_may_be_put_off_was_to_start_then() -> None:
    story = told("facility", "delayed", modality="conditional", parties=(VOLTARA,), **SLOTS)

    assert story
    assert "Production was to start in early 2026." in [sentence.text for sentence in story.sentences]


def test_a_start_that_will_be_put_back_is_put_back_and_works_may_halt_one_day() -> None:
    for words, told in (("put back the opening of", "has delayed its"), ("halt work on", "plans to halt work on its")):
        doc = make.document("n", f"Voltara will {words} its battery plant in Debrecen, Hungary.")
        dev = make.voltaras(doc, "delayed", modality="planned", trigger=Span(0, len("Voltara will halt work on")))
        story = told_of(dev, doc)
        assert story
        assert f"Voltara {told} battery plant" in story.sentences[0].text


def test_what_is_to_be_made_nowhere_is_no_plant() -> None:
    for words, worth in (
        ("Voltara is to make battery cells in 2026.", False),
        ("Voltara plans a plant for battery cells in 2026.", True),
    ):
        doc = make.document("n", words)
        when = (make.dated(doc, "2026", "production_start", "2026"),)
        dev = make.development(doc, "facility", "announced", parties=(make.party(doc, "Voltara", "owner"),), dates=when)
        assert (told_of(dev, doc) is not None) is worth


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("Voltara and Nordcell sign a $90 million lithium supply deal.", "The deal is worth $90 million."),
        ("Voltara signs a deal with Nordcell on lithium, and $90 million are paid.", "A sum of $90 million is named."),
    ],
)
def test_a_deal_is_worth_the_sum_that_stands_before_its_noun(words: str, said: str) -> None:
    doc = make.document("n", words)
    sides = (make.party(doc, "Voltara", "supplier"), make.party(doc, "Nordcell", "customer"))
    sums = (make.money(doc, "$90 million", 90e6, "USD"),)
    goods = make.named(doc, "lithium", "lithium")
    story = told_of(make.development(doc, "supply", "signed", parties=sides, money=sums, product=goods), doc)

    assert story
    assert said in [sentence.text for sentence in story.sentences]


def test_a_research_centre_is_called_one() -> None:
    doc = make.document("r", "Voltara plans a research centre for lithium in Debrecen, Hungary.")
    dev = make.voltaras(doc, makes=("lithium", "lithium"))
    story = told_of(dev, doc)
    assert story
    assert story.sentences[0].text == "Voltara plans to build a lithium research centre in Debrecen, Hungary."


@pytest.mark.parametrize(
    ("words", "printed"),
    [
        ("Voltara plans two new battery plants in Debrecen, Hungary.", "two battery plants"),
        ("Voltara plans 3 plants for batteries in Debrecen, Hungary.", "three battery plants"),
        ("Voltara plans one of two battery plants in Debrecen, Hungary.", "a battery plant"),
        ("Voltara plans two plants for batteries in Debrecen, Hungary, and Leipzig.", "a battery plant"),
        ("Beside its two battery plants Voltara plans a third in Debrecen, Hungary.", "a battery plant"),
    ],
)
def test_plants_that_are_told_of_together_are_counted(words: str, printed: str) -> None:
    doc = make.document("n", words)
    story = told_of(make.voltaras(doc, makes=("batter", "cell")), doc)

    assert story
    assert f"build {printed} in Debrecen" in story.sentences[0].text


@pytest.mark.parametrize("stage", STAGES[Kind.FACILITY])
def test_several_plants_are_told_of_in_the_plural(stage: str) -> None:
    doc = make.document("n", f"{TEXT} Voltara and Nordcell have two battery plants there.")
    slots = {
        **SLOTS,
        "place": make.place(doc, "Debrecen", "HU"),
        "product": make.named(doc, "battery", "cell"),
        "chemistry": (),
    }
    for certainty, modality in FIRMNESS:
        for parties in ((), (VOLTARA,), (VOLTARA, NORDCELL)):
            dev = make.development(
                doc, "facility", stage, certainty=certainty, modality=modality, parties=parties, **slots
            )
            story = told_of(dev, doc)
            for sentence in (story.headline, *story.sentences) if story else ():
                assert "a two" not in sentence.text
                assert not {"plant", "The plant", "It is"} & set(sentence.text.split())
                assert " plants is " not in sentence.text, sentence.text


@pytest.mark.parametrize(
    ("words", "headline"),
    [
        (
            "Voltara is raising its investment in the battery plant in Debrecen",
            "Voltara puts more money into battery plant",
        ),
        ("Voltara investment rising to $3 billion for the battery plant in Debrecen", "Voltara puts more money into"),
        ("Voltara raises money for the battery plant in Debrecen", "Voltara plans battery plant in Debrecen"),
    ],
)
def test_what_gets_more_money_is_no_new_plant(words: str, headline: str) -> None:
    doc = make.document("n", f"{words}, Hungary.")
    start = words.index("battery plant")
    dev = make.voltaras(doc, trigger=Span(start - 30, start))
    story = told_of(dev, doc)

    assert story
    assert story.headline.text.startswith(headline)


def test_public_money_is_received_and_not_raised() -> None:
    doc = make.document("n", "Voltara will get $480 million in federal funding for its plant in Debrecen, Hungary.")
    sums, taker = (make.money(doc, "$480 million", 4.8e8, "USD"),), (make.party(doc, "Voltara", "target"),)
    story = told_of(
        make.development(doc, "investment", "announced", modality="planned", parties=taker, money=sums), doc
    )

    assert story
    assert story.sentences[0].text == "Voltara plans to receive $480 million in public money."


def test_grants_to_nobody_who_is_named_are_no_investment() -> None:
    doc = make.document("n", "The Voltara government is awarding $2 billion in grants for batteries.")
    giver, sums = (make.party(doc, "Voltara", "government"),), (make.money(doc, "$2 billion", 2e9, "USD"),)
    goods = make.named(doc, "batteries", "cell")
    dev = make.development(doc, "investment", "announced", modality="planned", parties=giver, money=sums, product=goods)
    story = told_of(dev, doc)

    assert story
    assert story.sentences[0].text == "Voltara has announced grants of $2 billion for batteries."


@pytest.mark.parametrize(
    ("stage", "rule", "headline"),
    [
        ("announced", "facility.expand", "Voltara plans larger battery plant in Debrecen"),
        ("considered", "facility.expand", "Voltara considers enlarging battery plant in Debrecen"),
        ("announced", "facility.invest", "Voltara invests in battery plant in Debrecen"),
        ("announced", "facility.start-operating", "Voltara plans to start production at battery plant in Debrecen"),
    ],
)
def test_what_is_meant_for_a_plant_is_no_plan_for_another(stage: str, rule: str, headline: str) -> None:
    modality = "planned" if stage == "announced" else "considering"
    story = told("facility", stage, rule=rule, modality=modality, **ONE)

    assert story
    assert story.headline.text == headline


@pytest.mark.parametrize(
    ("rule", "sentence", "lead"),
    [
        (
            "facility.explore",
            "Voltara drills at its lithium project in Debrecen.",
            "Voltara is exploring a plant in Debrecen, Hungary.",
        ),
        (
            "facility.explore",
            "Voltara is to drill at its lithium project in Debrecen.",
            "Voltara plans to explore a plant in Debrecen, Hungary.",
        ),
        (
            "facility.explore",
            "Voltara to start drilling at its lithium project in Debrecen.",
            "Voltara plans to explore a plant in Debrecen, Hungary.",
        ),
        (
            "facility.explore",
            "Voltara has drilled 40 holes in Debrecen to study the ground.",
            "Voltara is exploring a plant in Debrecen, Hungary.",
        ),
        (
            "facility.study",
            "A feasibility study of Voltara in Debrecen is half done.",
            "Voltara is studying a plant in Debrecen, Hungary.",
        ),
        (
            "facility.consider",
            "Voltara is considering a plant in Debrecen after a feasibility study that it had done in 2021.",
            "Voltara is considering a plant in Debrecen, Hungary.",
        ),
        (
            "facility.consider",
            "Voltara is exploring options for a plant in Debrecen.",
            "Voltara is considering a plant in Debrecen, Hungary.",
        ),
    ],
)
def test_a_mine_that_is_drilled_and_a_plant_that_is_studied_are_told_so(rule: str, sentence: str, lead: str) -> None:
    doc = make.document("look", sentence)
    slots = {"parties": (make.party(doc, "Voltara", "operator"),), "place": make.place(doc, "Debrecen", "HU")}
    story = told_of(make.development(doc, "facility", "considered", modality="considering", rule=rule, **slots), doc)

    assert story
    assert story.sentences[0].text == lead


@pytest.mark.parametrize(
    ("sentence", "lead"),
    [
        (
            "Voltara submits 600 MWh store in Debrecen for environmental assessment",
            "Voltara is seeking approval for a plant in Debrecen, Hungary.",
        ),
        (
            "Voltara plans to submit 600 MWh store in Debrecen for environmental assessment",
            "Voltara plans to seek approval for a plant in Debrecen, Hungary.",
        ),
    ],
)
def test_what_is_handed_in_for_approval_is_told_so(sentence: str, lead: str) -> None:
    doc = make.document("filed", sentence)
    slots = {"parties": (make.party(doc, "Voltara", "operator"),), "place": make.place(doc, "Debrecen", "HU")}
    told = make.development(doc, "facility", "announced", modality="planned", rule="facility.applied", **slots)
    story = told_of(told, doc)

    assert story
    assert story.sentences[0].text == lead


@pytest.mark.parametrize(
    ("stage", "sentence", "lead"),
    [
        ("delayed", "Voltara scales back its battery plant.", "Voltara has scaled back its plant."),
        ("operating", "Voltara restarts its battery plant.", "Voltara has restarted its plant."),
        ("delayed", "Voltara slows work on its plant.", "Voltara has slowed work on its plant."),
        ("delayed", "Voltara cuts production at its plant.", "Voltara has cut production at its plant."),
        ("delayed", "Voltara puts off its plant, in which production is slower.", "Voltara has delayed its plant."),
        (
            "operating",
            "Voltara ships first nickel from its plant.",
            "Voltara has sent the first shipment from its plant.",
        ),
        (
            "operating",
            "Voltara has made first nickel at its plant.",
            "Voltara has made the first goods at its plant.",
        ),
        (
            "operating",
            "Voltara produced its first lithium-ion cells at its plant.",
            "Voltara has started production at its plant.",
        ),
        (
            "operating",
            "Voltara produced its first nickel-rich cells at its plant.",
            "Voltara has started production at its plant.",
        ),
        (
            "operating",
            "Voltara shipped its first lithium-ion cells as it opened its plant.",
            "Voltara has started production at its plant.",
        ),
        (
            "operating",
            "While EV sales slowed, Voltara opened its plant.",
            "Voltara has started production at its plant.",
        ),
        ("delayed", "As EV sales slowed, Voltara put off its plant.", "Voltara has delayed its plant."),
    ],
)
def test_what_is_cut_is_not_late_and_what_goes_on_does_not_begin(stage: str, sentence: str, lead: str) -> None:
    doc = make.document("cut", sentence)
    owner = make.party(doc, "Voltara", "operator")
    dev = make.development(doc, "facility", stage, parties=(owner,))
    story = told_of(dev, doc)

    assert story
    assert story.sentences[0].text == lead
