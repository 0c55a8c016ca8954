"""Money that moves is no plan to move it, and who joins a round does not give all of it."""

import pytest

from cellwire.model import Span
from cellwire.publish.brief.telling import ToldStory
from publish import factories as make
from publish.test_given import told_of


def deal(words: str, trigger: str, *, stage: str = "announced", giver: bool = True) -> ToldStory:
    doc = make.document("n", words)
    at = words.index(trigger)
    giving = (make.party(doc, "Voltara", "investor"),) if giver else ()
    sums = (make.money(doc, "$80 million", 8e7, "USD"),) if "$80 million" in words else ()
    dev = make.development(
        doc,
        "investment",
        stage,
        modality="planned" if stage == "announced" else "asserted",
        parties=(*giving, make.party(doc, "Baumwerk", "target")),
        money=sums,
        trigger=Span(at, at + len(trigger)),
    )
    return told_of((dev, doc))


@pytest.mark.parametrize(
    ("words", "trigger", "headline"),
    [
        ("Voltara buys the cell maker Baumwerk.", "buys", "Voltara acquires Baumwerk"),
        ("Voltara takes over the cell maker Baumwerk.", "takes", "Voltara acquires Baumwerk"),
        ("Voltara wants to buy the cell maker Baumwerk.", "buy", "Voltara plans to acquire Baumwerk"),
        ("Voltara takes a majority stake in Baumwerk.", "stake", "Voltara takes majority stake in Baumwerk"),
        ("Voltara is to take a stake in Baumwerk.", "stake", "Voltara plans to take a stake in Baumwerk"),
        ("Voltara buys 20% of Baumwerk.", "buys", "Voltara takes stake in Baumwerk"),
        ("Voltara increases its stake in Baumwerk.", "stake", "Voltara raises stake in Baumwerk"),
        ("Voltara puts $80 million into Baumwerk.", "puts", "Voltara invests $80 million in Baumwerk"),
        (
            "Voltara may now buy business units of Baumwerk.",
            "buy",
            "Voltara plans to acquire parts of Baumwerk",
        ),
        ("A merger: Voltara to acquire Baumwerk.", "acquire", "Voltara plans to acquire Baumwerk"),
        ("Voltara signs a loan guarantee for Baumwerk.", "loan", "Voltara grants Baumwerk loan guarantee"),
    ],
)
def test_only_what_is_meant_to_happen_is_a_plan(words: str, trigger: str, headline: str) -> None:
    assert deal(words, trigger).headline.text == headline


@pytest.mark.parametrize(
    ("words", "trigger", "headline"),
    [
        ("Baumwerk has filed for a listing in Hong Kong.", "listing", "Baumwerk files for share listing"),
        ("Baumwerk plans a secondary listing in Hong Kong.", "listing", "Baumwerk plans to launch a share listing"),
        (
            "Baumwerk gets a credit line of $80 million.",
            "credit line",
            "Baumwerk to receive credit line of $80 million",
        ),
        (
            "Baumwerk signs a project financing of $80 million.",
            "project financing",
            "Baumwerk to receive project financing of $80 million",
        ),
        (
            "Baumwerk gets debt facilities of $80 million.",
            "debt facilities",
            "Baumwerk to receive debt financing of $80 million",
        ),
        ("Baumwerk gets a loan of $80 million.", "loan", "Baumwerk to receive loan of $80 million"),
    ],
)
def test_what_a_firm_takes_is_called_by_its_name(words: str, trigger: str, headline: str) -> None:
    assert deal(words, trigger, giver=False).headline.text == headline


@pytest.mark.parametrize(
    ("words", "headline"),
    [
        ("Baumwerk raised $80 million in a Series F round ahead of its planned IPO.", "Baumwerk raises $80 million"),
        ("Baumwerk raised $80 million before its listing in Hong Kong.", "Baumwerk raises $80 million"),
        (
            "Baumwerk raised $80 million in its initial public offering.",
            "Baumwerk raises $80 million in initial public offering",
        ),
    ],
)
def test_money_raised_ahead_of_a_listing_is_none_of_the_listings(words: str, headline: str) -> None:
    assert deal(words, "raised", stage="completed", giver=False).headline.text == headline


def test_who_sells_shares_does_not_invest() -> None:
    doc = make.document("n", "Voltara is selling its Baumwerk shares.")
    sides = (make.party(doc, "Voltara", "owner"), make.party(doc, "Baumwerk", "target"))
    at = doc.text.index("selling")
    trigger = Span(at, at + len("selling"))
    dev = make.development(doc, "investment", "announced", modality="planned", parties=sides, trigger=trigger)

    assert told_of((dev, doc)).headline.text == "Voltara sells shares in Baumwerk"


def test_what_a_share_is_bought_of_is_named_where_no_firm_is() -> None:
    doc = make.document("n", "Voltara buys the stake of Baumwerk, its stake in their battery plant.")
    sides = (make.party(doc, "Voltara", "investor"), make.party(doc, "Baumwerk", "owner"))
    at = doc.text.index("buys")
    trigger = Span(at, at + len("buys"))
    dev = make.development(doc, "investment", "announced", modality="planned", parties=sides, trigger=trigger)

    assert told_of((dev, doc)).headline.text == "Voltara buys stake in battery plant from Baumwerk"


@pytest.mark.parametrize(
    ("words", "stage", "headline"),
    [
        (
            "Voltara proposes a take-back scheme for batteries.",
            "proposed",
            "Voltara proposes scheme covering batteries",
        ),
        (
            "Voltara plans to propose a law on batteries.",
            "proposed",
            "Voltara plans to propose a law covering batteries",
        ),
        (
            "Voltara exempts watches from its rules for batteries.",
            "adopted",
            "Voltara adopts exemptions covering batteries",
        ),
        ("Voltara released a critical minerals strategy.", "adopted", "Voltara adopts critical minerals strategy"),
    ],
)
def test_a_rule_is_called_what_its_text_calls_it(words: str, stage: str, headline: str) -> None:
    doc = make.document("n", words)
    goods = make.named(doc, "batteries", "cell") if "batteries" in words else None
    mode = "planned" if stage == "proposed" else "asserted"
    body = (make.party(doc, "Voltara", "government"),)
    dev = make.development(doc, "policy", stage, modality=mode, parties=body, product=goods)

    assert told_of((dev, doc)).headline.text == headline


def test_who_leads_a_round_gives_a_part_of_it() -> None:
    told = deal("Baumwerk raised $80 million in a round led by Voltara.", "round", stage="completed")

    assert told.headline.text == "Baumwerk raises $80 million"
    assert told.sentences[0].text == "Baumwerk has raised $80 million, with money from Voltara."


@pytest.mark.parametrize(
    ("words", "headline"),
    [
        ("Voltara calls for rules on batteries.", "Voltara calls for rules covering batteries"),
        ("Voltara has put forward a draft of rules on batteries.", "Voltara proposes rules covering batteries"),
        ("Voltara plans rules on batteries.", "Voltara plans to propose rules covering batteries"),
        ("Voltara is to put forward rules on batteries, and its draft calls for more cobalt.",
         "Voltara proposes rules covering batteries"),
        ("Voltara's plan of rules on batteries calls for more cobalt.",
         "Voltara plans to propose rules covering batteries"),
    ],
)  # fmt: skip
def test_who_calls_for_a_rule_has_not_proposed_it(words: str, headline: str) -> None:
    doc = make.document("n", words)
    body, goods = (make.party(doc, "Voltara", "government"),), make.named(doc, "batteries", "cell")
    dev = make.development(doc, "policy", "proposed", modality="planned", parties=body, product=goods)

    assert told_of((dev, doc)).headline.text == headline
    if "Voltara calls for" in words:  # where the call is what it was read by
        read_by = make.replaced(dev, trigger=make.span(doc, "calls for"))
        assert told_of((read_by, doc)).headline.text == headline


@pytest.mark.parametrize(
    ("words", "headline"),
    [
        (
            "Voltara plans to take a stake in Baumwerk, sources say.",
            "Report: Voltara plans to take a stake in Baumwerk",
        ),
        ("Voltara takes a stake in Baumwerk, sources say.", "Report: Voltara takes stake in Baumwerk"),
    ],
)
def test_a_plan_that_is_reported_is_a_plan(words: str, headline: str) -> None:
    doc = make.document("n", words)
    sides = (make.party(doc, "Voltara", "investor"), make.party(doc, "Baumwerk", "target"))
    at = words.index("stake")
    dev = make.development(
        doc,
        "investment",
        "announced",
        certainty="reported",
        modality="reported",
        parties=sides,
        trigger=Span(at, at + 5),
    )

    assert told_of((dev, doc)).headline.text == headline
