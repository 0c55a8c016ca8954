"""Dates as precise as the text and no more, and never a year that is a number."""

from datetime import date

import pytest
from hypothesis import given, settings

from cellwire.claims.figures.asked import When
from cellwire.claims.figures.dates import find_dates
from claims.labelled_sentences import floor_of
from claims.sentences_at_random import sentences

SATURDAY = date(2022, 12, 17)


def told(when: When) -> str:
    return f"{when.date}{f' {when.part}' if when.part else ''}{' relative' if when.relative else ''}"


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("9 December 2022", ["2022-12-09"]),
        ("Dec. 9th, 2022", ["2022-12-09"]),
        ("2022-12-09", ["2022-12-09"]),
        ("2022年12月9日", ["2022-12-09"]),
        ("25/12/2022", ["2022-12-25"]),
        ("12/25/2022", ["2022-12-25"]),
        ("12/09/2022", []),
        ("March 2023", ["2023-03"]),
        ("late April 2023", ["2023-04 late"]),
        ("April to June 2023", ["2023-04", "2023-06"]),
        ("June 14-16, 2023", ["2023-06-14"]),
        ("Q3 2021", ["2021-Q3"]),
        ("third quarter of 2025", ["2025-Q3"]),
        ("on sale in 2025 in all sizes", ["2025"]),
        ("in sizes that sell since 2025", ["2025"]),
        ("3Q25", ["2025-Q3"]),
        ("the December quarter of 2020", ["2020-Q4"]),
        ("second half of 2026", ["2026-H2"]),
        ("H2 2026", ["2026-H2"]),
        ("2H26", ["2026-H2"]),
        ("FY2024", ["2024"]),
        ("the end of 2025", ["2025 end"]),
        ("early 2027", ["2027 early"]),
        ("mid-2024", ["2024 mid"]),
        ("spring 2025", ["2025"]),
        ("the first six months of 2026", ["2026-H1"]),
        ("the first three months of operation", []),
        ("2025-2027", ["2025", "2027"]),
        ("between 2024 and 2026", ["2024", "2026"]),
        ("the 2024-25 season", ["2024", "2025"]),
        ("31 June 2023", []),
    ],
)
def test_dates_that_stand_alone(text: str, dates: list[str]) -> None:
    assert [told(when) for when in find_dates(text)] == dates


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("On December 9, work began.", ["2022-12-09"]),
        ("It will open on January 9.", ["2023-01-09"]),
        ("It opened on January 9.", ["2022-01-09"]),
        ("It is to open soon, the company says in a blog on January 9.", ["2022-01-09"]),
        ("It had to be paid by January 9.", ["2022-01-09"]),
        ("It will mend what the December 2 storm broke.", ["2022-12-02"]),
        ("It was lent money through January.", ["2023-01"]),
        ("It was shut last Oct. 23.", ["2022-10-23"]),
        ("a new chief, effective January 1", ["2023-01-01"]),
        ("It may come as soon as Tuesday, he said.", ["2022-12-20"]),
        ("2023's second half and the 2021 third quarter", ["2023-H2", "2021-Q3"]),
        ("In the year-earlier third quarter it lost money.", ["2021-Q3"]),
        ("It expects to report a loss for the third quarter.", ["2022-Q3"]),
        ("It will begin in the third quarter.", ["2023-Q3"]),
        ("a book by April Hughes", []),
        ("said the Sunday Times on a Saturday", []),
        ("Tuesday's match was rescheduled for 15 June.", ["2022-12-13", "2023-06-15"]),
        ("They have until 24 March to answer.", ["2023-03-24"]),
        ("today", ["2022-12-17"]),
        ("yesterday", ["2022-12-16"]),
        ("said on Thursday", ["2022-12-15"]),
        ("next Monday", ["2022-12-19"]),
        ("will meet on Thursday", ["2022-12-22"]),
        ("on the 14th, it signed", ["2022-12-14"]),
        ("on the 14th day", []),
        ("this month", ["2022-12"]),
        ("last month", ["2022-11"]),
        ("last week", ["2022-12"]),
        ("It began in April.", ["2022-04"]),
        ("It will begin in April.", ["2023-04"]),
        ("According to the October 18 release, it will begin soon.", ["2022-10-18"]),
        ("Approved in March, it will open in May.", ["2022-03", "2023-05"]),
        ("by October", ["2023-10"]),
        ("from December", ["2022-12"]),
        ("next year", ["2023"]),
        ("by the end of next year", ["2023 end"]),
        ("later this year", ["2022"]),
        ("the latter half of next year", ["2023-H2"]),
        ("the year after next", ["2024"]),
        ("two years ago", ["2020"]),
        ("more than two years ago", []),
        ("three months ago", ["2022-09"]),
        ("It will open in two years.", ["2024"]),
        ("In two years output doubled.", []),
        ("within 18 months", ["2024-06"]),
        ("within 18 months of approval", []),
        ("this spring", ["2022"]),
        ("next summer", ["2023"]),
        ("last autumn", []),
        ("Deliveries start in April.", ["2023-04"]),
        ("next winter", []),
        ("last quarter", ["2022-Q3"]),
        ("the fourth quarter", ["2022-Q4"]),
        ("by year-end", ["2022 end"]),
        ("fiscal third quarter", []),
        ("the first three months of next year", ["2023-Q1"]),
        ("It sold 39 GWh in the first six months.", ["2022-H1"]),
        ("It will supply packs from the autumn.", ["2023"]),
        ("It opened in the autumn.", ["2022"]),
        ("In the fall of prices it will see a chance.", []),
        ("It will build in Spring Hill.", []),
        ("It will start in March 2024 and deliver in September.", ["2024-03", "2024-09"]),
        ("It will start in the third quarter of 2024 and deliver in the first quarter.", ["2024-Q3", "2025-Q1"]),
        ("It will start in March 2024 once building begins in September.", ["2024-03", "2023-09"]),
    ],
)
def test_relative_dates_count_from_the_publication_or_are_unread(text: str, dates: list[str]) -> None:
    assert [told(when).removesuffix(" relative") for when in find_dates(text, published=SATURDAY)] == dates
    assert all(date[:4] in text for date in map(told, find_dates(text)))


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("It is to start in 2026 and to open two years later.", ["2026", "2028"]),
        ("Building starts in the spring of 2026 and output the following year.", ["2026", "2027"]),
        ("It was to be finished in Q1 2028 and to open that summer.", ["2028-Q1", "2028"]),
        ("Building began in March 2025 and eighteen months later it opened.", ["2025-03", "2026-09"]),
        ("One opens in mid-2027; the other is to open a year earlier.", ["2027 mid", "2026"]),
        ("It rose to 5 GWh in 2024 from 4 GWh a year earlier.", ["2024"]),
        ("It opened in 2024, two years later than planned.", ["2024"]),
        ("Two years later it opened.", []),
    ],
)
def test_dates_counted_on_from_the_one_before(text: str, dates: list[str]) -> None:
    found = find_dates(text)
    assert [told(when) for when in found] == dates
    assert all(when.words.start <= found[0].words.start for when in found[1:])  # its words have both


@pytest.mark.parametrize(
    "text",
    [
        "2025 GWh", "2,025", "Model 2022", "page 2024", "2000 jobs", "$2025", "the 2020s", "the 2017 Leaf", "20255",
        "in the 2032 size", "2025 and 2016 coin cells", "three sizes, 2032, 2025 and 2016, are on sale", "in 2032-format cells",
        "the second half", "it may march on", "https://example.org/2022/12/09/plant", "the jobs of tomorrow", "1.2025",
    ],
)  # fmt: skip
def test_numbers_that_look_like_years_are_no_dates(text: str) -> None:
    assert find_dates(text, published=SATURDAY) == []


def test_a_preposition_is_told_but_is_not_part_of_the_date() -> None:
    (when,) = find_dates("to be finished by the end of 2025")
    assert (when.preposition, when.part, when.written) == ("by", "end", "end of 2025")


def test_a_stretch_of_months_is_kept() -> None:
    (when,) = find_dates("within 18 months", published=SATURDAY)
    assert when.months == 18


def test_the_caller_may_know_better_than_the_verbs() -> None:
    assert [told(when) for when in find_dates("in April", published=SATURDAY, future=True)] == ["2023-04 relative"]


@given(sentences())
@settings(max_examples=300, deadline=None)
def test_every_span_read_alone_gives_the_same_date(text: str) -> None:
    for when in find_dates(text, published=SATURDAY):
        assert when.span.cut(text) == when.written
        again = find_dates(when.words.cut(text), published=SATURDAY, future=when.future)
        assert (when.date, when.part) in [(alone.date, alone.part) for alone in again]


@pytest.mark.parametrize(("split", "floor"), [("seen", 0.99), ("unseen", 0.96)])
def test_labelled_sentences_are_read_as_well_as_ever(split: str, floor: float) -> None:
    assert floor_of("dates", split) >= floor


def test_words_that_hold_two_months_say_them_again_by_themselves() -> None:
    text = "Test runs start in April and deliveries in September."
    second = find_dates(text, published=date(2026, 5, 12))[1]

    alone = find_dates(second.words.cut(text), published=date(2026, 5, 12), future=True)

    assert [when.date.iso for when in alone] == ["2027-04", "2027-09"]
