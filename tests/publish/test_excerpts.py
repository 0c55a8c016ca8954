"""Below a story stand the words of its text that add most, and none that only repeat it; a purpose is quoted."""

import pytest

from publish import factories as make
from publish.test_told_once import brief_of

RAISED = "Voltara raises $30 million"
FIRM = (
    "Voltara, a maker of zinc cells from Northam, has raised $30 million to build a recycling plant in Ridgely, Ohio."
)
BASED = "The cell maker Voltara, based near the harbour of Northam,"
LONG = f"{FIRM[:-1]} and a line for cathodes,"
PLANT = "These include a line for cathodes and a furnace."


def told(text: str, *, kind="investment", stage="completed", side="target", trigger="raises", sums=True, **more):
    doc = make.document("d", text)
    dev = make.development(
        doc,
        kind,
        stage,
        parties=(make.party(doc, "Voltara", side),),
        money=(make.money(doc, "$30 million", 3e7, "USD"),) if sums else (),
        trigger=make.span(doc, trigger),
        **{name: make_of(doc) for name, make_of in more.items()},
    )
    return next(telling for item in brief_of(dev, docs=[doc]).items() for telling in item.tellings)


def quoted(text: str, **more) -> str:
    telling = told(text, **more)
    return telling.excerpt.note.quote if telling.excerpt else ""


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        # the sentence below the title, where it says what the title does not
        (f"{RAISED}\n{FIRM}", FIRM),
        # nothing where it only says the same
        (f"{RAISED}\nVoltara has raised $30 million, the company said.", ""),
        # what goes on behind it, and not what turns to something else
        (f"{RAISED}\nVoltara has raised $30 million for two works. {PLANT}", PLANT),
        (f"{RAISED}\nVoltara has raised $30 million. The company also opened a furnace near Ridgely last year.", ""),
        # behind a dateline, and past an abbreviation
        (f"{RAISED}\nNORTHAM, Dec 13 - {LONG} with doors that open to the river on both sides.", LONG[:-1]),
        # behind a picture's credit
        (f"{RAISED}\nProvided by Voltara M. {FIRM}", FIRM),
        # never before who says it, a doubt or the verb, nor within an inner quotation or behind what breaks off
        (f"{RAISED}\nNORTHAM, Dec 13 - {LONG} the founders of the firm told a paper.", ""),
        (f"{RAISED}\nNORTHAM, Dec 13 - {LONG} but two of its lenders have not paid.", ""),
        (f"{RAISED}\nNORTHAM, Dec 13 - {LONG} and Baumwerk filing for bankruptcy in the same week.", ""),
        (f"{RAISED}\nVoltara said that its zinc cells - for ferries, harbours, barges and tugs on all the lakes, "
         "whatever the weather is - now have $30 million of fresh funds.", ""),
        (f"{RAISED}\nVoltara has raised $30 million for what they call “a furnace, kiln and mill for cathodes, anodes, "
         "foils, separators, salts and every other thing under one roof”.", ""),
        (f"{RAISED}\nVoltara has raised $30 million for furnaces, kilns and mills that recycle… The post <a href=", ""),
        (f"{RAISED}\nVoltara has raised $30 million for cathodes and furnaces, Gov. Ada Brook said.",
         "Voltara has raised $30 million for cathodes and furnaces, Gov. Ada Brook said."),
        # a dash in the next sentence makes no dateline
        (f"{RAISED}\nIPO is near. Works in Ohio - Voltara has raised $30 million for cathodes and furnaces there.",
         "Works in Ohio - Voltara has raised $30 million for cathodes and furnaces there."),
        # nothing of a wire's marks, and no further than a sentence whose space is lost
        (f"{RAISED}\nDec 13 (Northwire) - {FIRM}", FIRM),
        (f'{RAISED}\nVoltara has raised $30 million for cathodes [USN:L7 TEXT:"funds"] and its furnaces.', ""),
        (f"{RAISED}\nVoltara has raised $30 million for cathodes and furnaces near Ridgely.The works open in May.",
         "Voltara has raised $30 million for cathodes and furnaces near Ridgely."),
        # no answer to a sentence before it
        (f"{RAISED}\nFunds are scarce.\nBut {FIRM}", ""),
        # a text that breaks off in a word's first letters
        (f"{RAISED}\n{FIRM}\nAb", FIRM),
        (f"{RAISED}\n{FIRM[:-1]}; a", f"{FIRM[:-1]}; a"),
        # who a firm is tells nothing without what it does
        (f"{RAISED}\n{BASED} will build {'works and ' * 20}a furnace.", ""),
        (f"{RAISED}\nVoltara (the firm), a State-owned leader in advanced cells, and Baumwerk Ltd. will build "
         f"{'works and ' * 20}a furnace.", ""),
        (f"{RAISED}\nVoltara has raised $30 million for furnaces and kilns in Northam where Baumwerk Ltd. will build "
         f"{'works and ' * 20}a mill.", ""),
        # nor what the bourse made of it
        (f"{RAISED}\nShares of Voltara, which raised funds in Northam and Ridgely, were up 2.5% on Friday.", ""),
        # a caption tells nothing
        (f"{RAISED}\nWorkers of Voltara on the northern assembly line near Ridgely harbour", ""),
    ],
)  # fmt: skip
def test_the_quote_adds_to_what_is_told(text: str, quote: str) -> None:
    assert quoted(text) == quote


def test_a_purpose_that_is_told_in_quotes_is_not_quoted_again() -> None:
    """The sentence below the title has the sum and what it is for; of a sum in the title it tells more."""
    assert quoted(f"Fresh funds\n{FIRM}", trigger="has raised") == ""
    assert quoted(f"{RAISED}\n{FIRM}") == FIRM


def test_a_title_is_never_quoted_since_it_stands_below() -> None:
    telling = told(f"{RAISED} for two 200 MWh projects in Ridgely\nVoltara has raised $30 million, it said.")
    assert telling.excerpt is None
    assert telling.article is not None


@pytest.mark.parametrize(
    ("words", "purpose"),
    [
        ("Voltara raises $30 million to build a recycling plant in Ridgely, Ohio, it said.",
         "to build a recycling plant in Ridgely, Ohio"),
        ("Voltara raises $30 million in financing for its 40 MW Red Heron storage project, set for Ohio.",
         "for its 40 MW Red Heron storage project"),
        ("Voltara raises $30 million to advance two battery works after talks.", "to advance two battery works"),
        # past a stop that ends no clause
        ("Voltara raises $30 million to build two works near St. Louis, Missouri, it said.",
         "to build two works near St. Louis, Missouri"),
        ("Voltara raises $30 million to open two works in the U.S. by Dec. 2027, it said.",
         "to open two works in the U.S. by Dec. 2027"),
        # neither a reason, nor what is bought, nor a sentence that breaks off
        ("Voltara raises $30 million for the first time in years.", ""),
        ("Voltara raises $30 million and buys a stake to expand its battery business.", ""),
        ("Voltara raises $30 million to help the battery maker's...", ""),
    ],
)  # fmt: skip
def test_what_money_is_for_is_told_in_the_sources_words(words: str, purpose: str) -> None:
    sentences = " ".join(sentence.text for sentence in told(f"Financing\n{words}").sentences)
    assert f"$30 million{f' “{purpose}”' if purpose else ''}." in sentences
    assert "meant" not in sentences


@pytest.mark.parametrize(
    ("day", "iso", "told_on"),
    [("in December", "2022-12", ""), ("on 14 December", "2022-12-14", ", as announced on 14 December"),
     ("in November", "2022-11", ", as announced in November")],
)  # fmt: skip
def test_the_month_in_which_it_is_told_is_no_day_of_its_announcement(day: str, iso: str, told_on: str) -> None:
    doc = make.document("d", f"Funding\nVoltara announced {day} that it has raised $30 million.")
    made = {"parties": (make.party(doc, "Voltara", "target"),), "money": (make.money(doc, "$30 million", 3e7, "USD"),)}
    dates = (make.dated(doc, day, "event", iso),)
    dev = make.development(doc, "investment", "completed", trigger=make.span(doc, "raised"), dates=dates, **made)
    (telling,) = (telling for item in brief_of(dev, docs=[doc]).items() for telling in item.tellings)

    assert telling.sentences[0].text == f"Voltara has raised $30 million{told_on}."
