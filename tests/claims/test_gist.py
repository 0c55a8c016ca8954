"""What the words of a text say together, where no rule reads news in it."""

import json
from pathlib import Path

import pytest

from cellwire.claims import read_developments
from cellwire.claims.gist import NOTHING, chances_of, gist_of, opening_words
from cellwire.claims.gist.weights import weights
from cellwire.claims.reading import set_scene
from cellwire.lexicon import load_lexicon
from cellwire.model import STAGES, Kind
from cellwire.record import build_record
from cellwire.stories import gather
from claims.telling import document, read
from gate import SHARED

ROWS = Path(__file__).parent / "told_words.jsonl"

PACK = """The new generation of sodium-ion cells by Halvorsen Cells packs more energy into less space than anything \
before, its chief scientist says. Prototypes lasted 3,000 cycles in the laboratory."""
PACK_TITLE = "Halvorsen Cells' sodium pack promises a range of 500 km"


def words(text: str, *, title: str = "") -> frozenset[str]:
    scene = set_scene(document(text, title=title), load_lexicon())
    assert scene is not None
    return opening_words(scene)


def test_names_and_places_are_no_words_of_their_own() -> None:
    told = words("Voltaryn opened a battery plant in Lyon on May 3.", title="Voltaryn and CATL in Lyon")

    assert {"<name>", "<place>", "opened", "plant", "#", "title <name>", "tag facility.plant"} <= told
    assert not {"voltaryn", "catl", "lyon", "title lyon"} & told


def test_what_stands_far_down_does_not_say_what_a_text_is_about() -> None:
    assert "zebra" not in words("Voltaryn makes batteries. " * 60 + "A zebra.")


def test_a_text_that_no_rule_reads_is_told_by_its_words() -> None:
    [told] = read(PACK, title=PACK_TITLE)

    assert (told.kind, told.stage, told.rule, told.by_words) == (Kind.TECHNOLOGY, "announced", "gist.technology", True)
    assert [party.name for party in told.parties] == ["Halvorsen Cells"]
    [note] = told.notes
    assert note.startswith("for: all words of the text, as ")
    assert "tag " not in note


def test_a_rule_that_reads_news_needs_no_gist() -> None:
    told = read(f"Halvorsen Cells is to build a battery plant in Lyon. {PACK}", title=PACK_TITLE)

    assert told
    assert not any(each.by_words for each in told)


@pytest.mark.parametrize("title", ["", PACK_TITLE])
def test_a_sentence_alone_is_left_to_the_rules(title: str) -> None:
    assert not any(each.by_words for each in read("" if title else PACK_TITLE, title=title))


def test_what_is_told_as_old_is_not_told_as_new() -> None:
    told = read("Voltaryn opened a battery plant in Lyon, France, in 2019.", title="A plant for batteries")

    assert [each for each in told if not each.background] == []


def test_words_of_no_news_say_that_there_is_none() -> None:
    about = (
        "How to make the battery of your electric car last longer: do not charge it above 80 percent, and keep it cool."
    )

    told = words(about, title="What you should know before you buy: our guide to batteries")
    assert gist_of(told, chances_of(told)) is None


def test_words_may_leave_no_doubt() -> None:
    table = weights().kinds
    loud = [word for word in table.words if table.weight(word, "supply") > 0.5]

    gist = gist_of(loud, {"supply": 1.0, NOTHING: 0.0})

    assert gist is not None
    assert (gist.kind, gist.confidence > 0.9) == (Kind.SUPPLY, True)


def test_no_entry_rests_on_words_alone() -> None:
    text = document(PACK, title=PACK_TITLE)
    told = read_developments(text, load_lexicon())
    stories = gather(told, [text])

    assert [each.by_words for each in told] == [True]
    record = build_record(stories, told, documents=[text])
    assert (record.facilities, record.deals, record.companies) == ((), (), ())


def test_every_answer_is_a_kind_with_its_stages() -> None:
    learned = weights()

    assert set(learned.kinds.answers) == {*Kind, NOTHING}
    assert {kind: set(table.answers) - set(STAGES[Kind(kind)]) for kind, table in learned.stages.items()} == {
        kind: set() for kind in Kind
    }
    chances = learned.kinds.chances(words(PACK, title=PACK_TITLE))
    assert sum(chances.values()) == pytest.approx(1)


def test_of_a_text_that_is_not_ours_no_order_of_words_is_kept() -> None:
    rows = [json.loads(line) for line in ROWS.read_text("utf-8").splitlines()]

    assert all(row["words"] == sorted(set(row["words"])) for row in rows)


@pytest.mark.skipif(not SHARED.exists(), reason="the texts of shared/real are not here")
@pytest.mark.parametrize("taught", ["told_words.jsonl", "judged.jsonl"])
def test_nothing_is_learned_from_texts_that_are_scored(taught: str) -> None:
    labels = (json.loads(line) for line in (SHARED / "gold.jsonl").read_text("utf-8").splitlines())
    scored = {label["url"].rstrip("/") for label in labels if label["url"]}
    pages = {json.loads(line)["page"].rstrip("/") for line in (ROWS.parent / taught).read_text("utf-8").splitlines()}

    assert scored & pages == set()
