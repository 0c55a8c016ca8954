"""Texts about one piece of news are found by what they tell and by the words they open with; look-alikes are not."""

from dataclasses import replace
from random import Random

import pytest

from cellwire.lexicon import load_lexicon
from cellwire.model import Development, Document
from cellwire.stories import News, gather, gather_news
from cellwire.stories.openings import RARE, weight
from factories import development, document, party

LEXICON = load_lexicon()
FIRST = document(
    "Tesla will buy lithium hydroxide worth $4.3 billion from Ganfeng, whose refinery near Reno it helps to pay for.",
    title="Tesla signs $4.3 billion lithium hydroxide deal with Ganfeng",
    outlet="A",
)
AGAIN = document(
    "The automaker's order for lithium hydroxide is the largest that Ganfeng has had.",
    title="Ganfeng wins Tesla's $4.3 billion order for hydroxide",
    published="2022-12-10",
    outlet="B",
)


def news_of(*documents: Document, told: list[Development] | None = None) -> list[News]:
    told = told or []
    return gather_news(documents, told, gather(told, documents), lexicon=LEXICON)


def test_texts_of_which_nothing_is_read_are_joined_by_their_words() -> None:
    [news] = news_of(FIRST, AGAIN)

    assert news.documents == (FIRST.id, AGAIN.id)
    assert news.why(AGAIN.id) == (
        "both name Ganfeng Lithium and Tesla; both say 4.3; both open with “hydroxide”; told 1 day apart"
    )


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("BYD signs $4.1 billion lithium hydroxide deal with Albemarle", "BYD buys from Albemarle's refinery."),
        ("Tesla opens a store in Reno", "Tesla sells cars in a mall of Reno from today."),
        ("Tesla shares fall as Tesla misses forecasts", "Tesla sold fewer cars than Tesla had said."),
        ("Electric cars in 2022", "Lithium, batteries and deals: what the year was like."),
    ],
)
def test_another_subject_or_a_company_alone_joins_nothing(title: str, text: str) -> None:
    assert len(news_of(FIRST, document(text, title=title, published="2022-12-10", outlet="B"))) == 2


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Tesla signs lithium deal", "Tesla signs a lithium deal"),  # a company alone, and what all texts have
        ("Hydroxide refinery opens in Reno for Tesla", "Hydroxide refinery opens in Reno for BYD"),
        ("Xylomer shows a hydroxide refinery", "Zellotek shows a hydroxide refinery"),  # names that no list knows
    ],
)
def test_of_one_company_and_of_one_matter_there_is_more_news_than_one(one: str, other: str) -> None:
    texts = [document("", title=title, outlet=title, published="2022-12-10") for title in (one, other)]

    assert len(news_of(*texts)) == 2


@pytest.mark.parametrize(("day", "news"), [("2022-12-15", 1), ("2022-12-16", 2)])
def test_words_join_within_days_only(day: str, news: int) -> None:
    assert len(news_of(FIRST, replace(AGAIN, published=FIRST.published.replace(day=int(day[-2:]))))) == news


@pytest.mark.parametrize(("day", "news"), [(11, 1), (15, 2)])
def test_days_apart_more_words_have_to_be_the_same(day: int, news: int) -> None:
    again = document(
        "Lawyers and engineers met those of Ganfeng over hydroxide in Shanghai, where snow had closed airports, "
        "harbours and the ring road, and where a choir sang for the mayor's elderly guests in a theatre of red velvet.",
        title="Tesla and Ganfeng in talks",
        published=f"2022-12-{day}",
        outlet="B",
    )

    assert len(news_of(FIRST, again)) == news


def plant(title: str, text: str, *, where: str, stage: str = "construction", outlet: str = "B"):
    told = document(text, title=title, outlet=outlet)
    return told, development(told, "facility", stage, parties=[party(told, "AESC")], where=where)


HERE = plant(
    "AESC starts work on hall and workshop",
    "AESC poured the foundations of a huge hall and a workshop in Sunderland on Monday.",
    where="Sunderland",
    outlet="A",
)


SAME = "AESC poured foundations of a hall and workshop in {}."
RUNS = "The first cells have left the hall in Sunderland, AESC told guests from the ministry."


@pytest.mark.parametrize(
    ("other", "together"),
    [
        (plant("AESC starts on hall", SAME.format("Sunderland"), where="Sunderland"), 1),
        (plant("AESC starts on hall", SAME.format("Douai"), where="Douai"), 2),
        (plant("AESC begins output", RUNS, where="Sunderland", stage="operating"), 2),
    ],
)
def test_another_town_or_the_next_step_is_other_news_however_it_is_worded(other, together: int) -> None:
    assert len(news_of(HERE[0], other[0], told=[HERE[1], other[1]])) == together


def deal(title: str, text: str, *partners: str, outlet: str):
    told = document(text, title=title, outlet=outlet)
    return told, development(told, "partnership", "mou", parties=[party(told, name, "partner") for name in partners])


def test_a_companys_deals_with_two_others_are_two_pieces_of_news() -> None:
    opened = "a memorandum on nickel of Sulawesi, signed in a Jakarta hotel before ministers"
    one = deal("SK On signs in Jakarta", f"SK On and EcoPro have {opened}.", "SK On", "EcoPro", outlet="A")
    other = deal("SK On signs in Jakarta", f"SK On and GEM have {opened}.", "SK On", "GEM", outlet="B")

    assert len(news_of(one[0], other[0], told=[one[1], other[1]])) == 2


def test_what_a_text_comes_to_farther_down_joins_it_to_nothing() -> None:
    long = "The market for used cars was quiet. " * 20
    below = document(f"{long}\n\nAESC broke ground in Sunderland.", title="Used cars", outlet="B")
    told = development(
        below,
        "facility",
        "construction",
        parties=[party(below, "AESC")],
        where="Sunderland",
        evidence="AESC broke ground in Sunderland.",
    )

    assert len(gather([HERE[1], told], [HERE[0], below])) == 1
    assert len(news_of(HERE[0], below, told=[HERE[1], told])) == 2


def test_news_is_the_same_whatever_the_order_and_whatever_else_is_told() -> None:
    others = [
        document(f"{name} said on Friday that its office moves.", title=f"{name} moves its office", outlet=name)
        for name in ("Umicore", "Renault", "Panasonic", "Livent")
    ]
    texts, told = [FIRST, AGAIN, HERE[0], *others], [HERE[1]]
    expected = news_of(*texts, told=told)
    shuffled = Random(1).sample(texts, len(texts))

    assert news_of(*shuffled, told=told) == expected
    assert [one for one in expected if FIRST.id in one.documents] == news_of(FIRST, AGAIN)


def test_no_company_is_among_the_words_that_every_text_has() -> None:
    companies = (one for one in LEXICON.organisations.values() if one.kind == "company")
    names = (name for one in companies for name in (one.name, *one.aliases) if name.isalpha() and len(name) > 1)

    assert not [name for name in names if weight(name.lower()) < RARE]
