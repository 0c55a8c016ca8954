"""How likely all is right that a reading says: learned from readings that were checked in print."""

from cellwire.claims.developments import read_developments
from cellwire.claims.evidence.exactness import words_beside
from cellwire.claims.gist import Told
from cellwire.lexicon import load_lexicon
from checked_rows import checked_rows
from claims.telling import document


def test_a_word_is_weighed_alone_and_beside_the_stage_that_was_read() -> None:
    title, own = Told(frozenset({"weighs"}), True, 1), Told(frozenset({"opens"}), False, 1)

    assert words_beside("facility.operating", title, own) == {
        "title weighs",
        "facility.operating title weighs",
        "own opens",
        "facility.operating own opens",
    }


def test_a_plant_that_is_said_to_be_built_is_more_exact_than_one_that_is_talked_about() -> None:
    text = "Northvolt {} a battery cell plant in Heide that makes 60 GWh a year."
    lexicon = load_lexicon()
    [surely] = read_developments(document(text.format("will build"), title="Northvolt to build cell plant"), lexicon)
    [perhaps] = read_developments(
        document(text.format("will build"), title="Why a permit for the Northvolt site could still be delayed"), lexicon
    )

    assert 0 < perhaps.exactness < surely.exactness < 1


def test_checked_readings_hold_no_text() -> None:
    assert all(len(word.split()) <= 3 for each in checked_rows() for word in each.own.words | each.title.words)
