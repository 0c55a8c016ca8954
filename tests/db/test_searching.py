"""A search finds stories by the words of headlines and quotes, the same in both databases."""

from pathlib import Path

import pytest

from cellwire.db import Readings, add_readings, load_developments, load_documents, open_store, replace_record, search
from cellwire.db.searching import add_words, find_words
from cellwire.db.store import writing
from cellwire.model import Capture
from cellwire.record import build_record
from cellwire.stories import gather
from factories import development, document, party

TEXTS = (
    ("CATL builds a sodium-ion factory in Debrecen.", "CATL", "Debrecen"),
    ("AESC broke ground on its factories in Sunderland; sodium is not used.", "AESC", "Sunderland"),
    ("Ford baut ein Werk für Batterien in Győr.", "Ford", "Győr"),
    ("宁德时代 CATL 在匈牙利建厂 Ningde.", "CATL", "Ningde"),
)


@pytest.fixture
def store(place):
    with open_store(place) as opened:
        given = []
        for text, company, town in TEXTS:
            one = document(text, outlet=town, title="News\x00")
            told = development(one, "facility", "construction", parties=[party(one, company)], where=town)
            capture = Capture("file", None, one.id, one.captured, "text/plain", text.encode())
            given.append(Readings(capture, (one,), (told,)))
        add_readings(opened, given)
        documents, developments = load_documents(opened), load_developments(opened)
        stories = gather(developments, documents)
        replace_record(opened, stories, build_record(stories, developments, documents=documents))
        yield opened


@pytest.mark.parametrize(
    ("asked", "towns"),
    [
        ("sodium", {"Debrecen", "Sunderland"}),
        ("sodium-ion", {"Debrecen"}),
        ("SODIUM factory", {"Debrecen", "Sunderland"}),
        ('"sodium ion"', {"Debrecen"}),
        ('"ion sodium"', set()),
        ("Werk Batterien", {"Győr"}),
        ("匈牙利", {"Ningde"}),
        ("利匈", set()),
        ("debrecen", {"Debrecen"}),
        ("nothing of it", set()),
        ("' OR 1=1 --", set()),
        ("NOT sodium*", {"Sunderland"}),
        ("batterien GYOR", {"Győr"}),
        ("…", set()),
    ],
)
def test_all_words_have_to_be_there(store, asked, towns):
    assert {document.outlet for hit in search(store, asked) for document, _ in hit.quotes} == towns


def test_a_word_of_the_headline_weighs_more(store):
    first, *_ = search(store, "Sunderland")

    assert "Sunderland" in first.story.headline
    assert first.quotes


def test_a_story_that_is_gone_is_not_found(store):
    replace_record(store, [], build_record([], [], documents=[]))

    assert [hit.story for hit in search(store, "sodium")] == [None, None]


def test_a_word_that_stands_everywhere_is_ranked_by_how_short_the_texts_are(tmp_path: Path) -> None:
    """Of those that are looked at; a rare one is ranked by how well it fits, wherever it stands."""
    with open_store(tmp_path / "store.db") as opened, writing(opened) as connection:
        add_words(connection, "quote_words", [(f"id{n:04}", "plant " + "word " * n) for n in range(1000)])
        few = find_words(connection, "quote_words", "plant", 20)
        every = find_words(connection, "quote_words", "plant")
        add_words(connection, "quote_words", [("rare", "word " * 900 + "yttrium")])
        rare = find_words(connection, "quote_words", "yttrium", 20)

    assert len(few) == 20
    assert list(few) == sorted(few)
    assert len(every) == 1000
    assert list(rare) == ["rare"]
