"""What a firm is, is told where its text says so beside its name."""

import pytest

from publish import factories as make
from publish.test_told_once import brief_of


def told(words: str, *firms: tuple[str, str]) -> str:
    doc = make.document("d", f"News\n{words}")
    sides = tuple(make.party(doc, *firm, id={"Northvolt": "northvolt"}.get(firm[0])) for firm in firms)
    dev = make.development(
        doc, "investment", "completed", parties=sides, money=(make.money(doc, "$3 million", 3e6, "USD"),)
    )
    return " ".join(sentence.text for sentence in brief_of(dev, docs=[doc]).sentences())


VOLTARA = ("Voltara", "target")


@pytest.mark.parametrize(
    ("words", "trade"),
    [
        ("Baumwerk has put $3 million into second-life battery company Voltara.", "a second-life battery company"),
        ("Voltara, a young battery recycling startup from Northam, has raised $3 million.",
         "a battery recycling startup"),
        ("Energy storage firm Voltara has raised $3 million.", "an energy storage firm"),
        # somebody else's trade, half of a trade, and a word that says nothing
        ("Voltara, a unit of battery maker Baumwerk, has raised $3 million.", ""),
        ("Toy and battery maker Voltara has raised $3 million.", ""),
        ("The company Voltara has raised $3 million.", ""),
        ("Technology company Voltara has raised $3 million.", ""),
        ("Power firm Voltara has raised $3 million.", ""),
        ("Battery specialist Voltara has raised $3 million.", ""),
        ("Voltara, a private investment firm, has raised $3 million.", ""),
        ("Power electronics supplier Voltara has raised $3 million.", "a power electronics supplier"),
    ],
)  # fmt: skip
def test_what_a_firm_is_is_told(words: str, trade: str) -> None:
    said = told(words, VOLTARA)
    assert "Voltara has raised" in said
    assert (f"Voltara is {trade}." in said) if trade else "Voltara is" not in said


def test_of_two_firms_both_are_told_and_of_carmakers_nothing() -> None:
    words = "Battery maker {} has put $3 million into battery recycling company Voltara."
    both = told(words.format("Baumwerk"), ("Baumwerk", "investor"), VOLTARA)
    assert "Baumwerk is a battery maker, and Voltara a battery recycling company." in both
    assert "Voltara is a battery recycling company." in told(words.format("Ford"), ("Ford", "investor"), VOLTARA)


def test_whom_a_list_knows_is_a_startup_but_no_maker() -> None:
    startup = told("Baumwerk has put $3 million into battery startup Northvolt.", ("Northvolt", "target"))
    maker = told("Baumwerk has put $3 million into battery maker Northvolt.", ("Northvolt", "target"))
    assert "Northvolt is a battery startup." in startup
    assert "Northvolt is" not in maker
