"""Copies of one text count once; two texts on one event count twice."""

from array import array
from collections import Counter
from dataclasses import replace
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cellwire.model import Form, Span
from cellwire.stories import Sketch, are_joined, find_origins, may_carry, probes, sketch
from cellwire.stories.origins import enough_of, rarest
from factories import document

RELEASE = (
    "Northvale Cells today laid the foundation stone of its plant in Debrecen. The works will make 30 gigawatt hours "
    "of cells a year from 2025 and give work to 1,500 people, the company said. Its chief executive thanked the town, "
    "the county and the ministry for quick permits, and said that the first machines arrive before the summer. "
    "Suppliers from three countries have already rented halls in the same industrial park."
)
OWN_WORDS = (
    "Construction of a 30 GWh battery factory has started in eastern Hungary. Northvale Cells, which plans to hire "
    "1,500 workers, held a ceremony on Friday at the site near Debrecen; output is due in 2025. "
    "Residents had protested over water use earlier in the autumn."
)


@pytest.mark.parametrize(
    ("other", "copies"),
    [
        (RELEASE, True),
        (f"DEBRECEN (Wire) - {RELEASE}", True),
        (RELEASE.replace("today ", "").replace("quick permits", "fast permits"), True),
        (RELEASE[: int(len(RELEASE) * 0.7)], True),
        (OWN_WORDS, False),
        ("Short note.", False),
    ],
)
def test_lightly_edited_texts_have_one_origin(other, copies):
    texts = [document(RELEASE, outlet="A"), document(other, outlet="B", published="2022-12-10")]

    assert (len(find_origins(texts)) == 1) is copies


@pytest.mark.parametrize(("other", "copies"), [("Plant opens.", True), ("Mine shut.", False)])
def test_texts_of_a_few_words_are_compared_too(other: str, copies: bool) -> None:
    texts = [
        replace(document(text, title="", outlet=outlet), extent=Span(2, 2 + len(text)), blocks=())
        for text, outlet in (("Plant opens.", "A"), (other, "B"))
    ]

    assert (len(find_origins(texts)) == 1) is copies


def test_a_teaser_stands_for_its_article():
    article = document(RELEASE, outlet="A")
    teaser = document(RELEASE[:160], outlet="A", form=Form.TEASER)
    longer = document(f"{RELEASE[:160]} {OWN_WORDS} {OWN_WORDS}", outlet="B")

    assert len(find_origins([article, teaser])) == 1
    assert len(find_origins([article, longer])) == 2


def test_a_corrected_article_stays_with_its_first_version():
    first = document(RELEASE, url="https://a.example/1", captured="2022-12-09T08:00:00")
    rewritten = document(OWN_WORDS, url="https://a.example/1", captured="2022-12-10T08:00:00")

    [origin] = find_origins([rewritten, first])

    assert origin.documents == (first.id, rewritten.id)


def test_the_first_to_publish_comes_first():
    late, early = (
        document(RELEASE, outlet=outlet, published=day) for outlet, day in [("A", "2022-12-11"), ("B", "2022-12-09")]
    )

    [origin] = find_origins([late, early])

    assert origin.documents == (early.id, late.id)


@given(st.randoms(use_true_random=False))
def test_the_order_of_documents_does_not_matter(random: Random):
    texts = [document(text, outlet=outlet) for text in (RELEASE, OWN_WORDS, RELEASE[:300]) for outlet in "ABC"]
    shuffled = random.sample(texts, len(texts))

    assert find_origins(texts) == find_origins(shuffled)


KEYS = st.sets(st.integers(0, 24), min_size=1, max_size=16)


@given(KEYS, KEYS, st.lists(st.integers(1, 9), min_size=25, max_size=25))
def test_whoever_shares_enough_keys_is_found_by_one_of_the_rarest(keys: set[int], others: set[int], held: list[int]):
    probed = rarest(keys, dict(enumerate(held)), enough_of(len(keys)))

    assert not others.isdisjoint(probed) or len(keys & others) < enough_of(len(keys))


@given(KEYS, KEYS, st.lists(st.integers(1, 9), min_size=25, max_size=25))
def test_whoever_shares_enough_keys_is_found_under_those_looked_under(
    keys: set[int], others: set[int], held: list[int]
):
    one = Sketch(document("Words.").imprint, 0, b"", array("Q", keys).tobytes())
    probed = probes(one, dict(enumerate(held)))
    found = may_carry(one, [["doc_other"] for key in probed if key in others])

    assert found or len(keys & others) < enough_of(len(keys))


@pytest.mark.parametrize("sign", ["", "€ ", "“quoted” ", "电池 "])
def test_signs_that_are_no_words_tell_no_texts_apart(sign: str):
    """A text of plain letters is cut into words in another way than one with a sign in it."""
    plain, signed = (document(text, outlet=outlet) for text, outlet in ((RELEASE, "A"), (f"{sign}{RELEASE}", "B")))

    assert len(find_origins([plain, signed])) == 1


@pytest.mark.parametrize("other", [RELEASE, RELEASE[:160], OWN_WORDS, f"{RELEASE[:200]} {OWN_WORDS}", "Short note."])
@pytest.mark.parametrize("form", [Form.ARTICLE, Form.TEASER])
def test_a_pair_is_joined_as_it_would_be_among_all(other: str, form: Form) -> None:
    """A text that comes later is looked at beside those alone that hold enough of its keys."""
    one, two = document(RELEASE, outlet="A"), document(other, outlet="B", form=form)
    here, there = sketch(one), sketch(two)
    probed = probes(here, Counter([*here.key_numbers, *there.key_numbers]))
    found = may_carry(here, [[two.id] for key in probed if key in there.key_numbers])
    met = found or (there.has_few_keys and not here.key_numbers.isdisjoint(there.key_numbers))

    joined = bool(met) and are_joined(here, there, frequent=())

    assert joined is (len(find_origins([one, two])) == 1)


def test_a_phrase_that_many_begin_with_finds_none_of_them() -> None:
    here, there = (sketch(document(f"{RELEASE[:40]} {words}")) for words in (RELEASE[90:] * 2, OWN_WORDS * 2))
    probed = probes(here, Counter([*here.key_numbers, *there.key_numbers]))

    assert here.key_numbers & there.key_numbers
    assert may_carry(here, [["doc_other"] for key in probed if key in there.key_numbers]) == set()
