"""Values side by side: one chosen by rule, the others kept, and a conflict only where two cannot both hold."""

import pytest

from cellwire.model import PartialDate, Qualifier, Scope, Value, can_both_hold
from cellwire.record import build_record
from cellwire.record.facts import cite, tell
from cellwire.stories import gather
from factories import capacity, dated, development, document, money, party, span


def number(value, unit="GWh/yr", *, qualifier="exact", scope="phase"):
    return Value("", "", value, unit, Qualifier(qualifier), Scope(scope))


def day(iso):
    return Value("", "", when=PartialDate(iso))


@pytest.mark.parametrize(
    ("one", "other", "together"),
    [
        (number(12), number(12), True),
        (number(12), number(15), False),
        (number(12), number(12_000, "MWh/yr"), True),
        (number(12), number(12, "GWh"), True),
        (number(12), number(12.1), True),
        (number(12), number(12.5, qualifier="about"), True),
        (number(12), number(20, qualifier="about"), False),
        (number(12), number(20, qualifier="up to"), True),
        (number(30), number(20, qualifier="up to"), False),
        (number(30), number(20, qualifier="at least"), True),
        (number(12), number(20, qualifier="at least"), False),
        (number(12), number(25, scope="total"), True),
        (number(12), number(100_000, "vehicles/yr"), True),
        (number(1e9, "EUR", scope="new"), number(2e9, "EUR", scope="new"), False),
        (number(1e9, "EUR", scope="new"), number(1.1e9, "USD", scope="new"), True),
        (day("2025"), day("2025-Q3"), True),
        (day("2025"), day("2026"), False),
        (day("2025-Q3"), day("2025-11"), False),
        (day("2025-H2"), day("2025-11-30"), True),
    ],
)
def test_two_values_conflict_only_if_both_cannot_hold(one, other, together):
    assert can_both_hold(one, other) is together
    assert can_both_hold(other, one) is together


def told(words, value, *, published="2022-12-09", outlet="A", speaker=False, certainty="confirmed", text=None, **more):
    one = document(
        text or f"CATL plans {words} in Debrecen, reports {outlet}.",
        published=published,
        outlet=outlet,
        title=f"{outlet} news",
    )
    catl = party(one, "CATL")
    return one, development(
        one,
        parties=[catl],
        where="Debrecen",
        capacities=[capacity(one, words, value, **more)],
        speaker=catl if speaker else None,
        certainty=certainty,
    )


def fact_of(*pairs, attribute="capacity.phase"):
    documents, developments = [one for one, _ in pairs], [two for _, two in pairs]
    stories = gather(developments, documents)
    [facility] = build_record(stories, developments, documents=documents).facilities
    facts = [*facility.facts, *(fact for phase in facility.phases for fact in phase.facts)]
    return next(fact for fact in facts if fact.attribute == attribute)


@pytest.mark.parametrize(
    ("others", "chosen", "rule", "conflict"),
    [
        ([], 60, "the only value told", False),
        ([told("60 GWh", 60, outlet="B")], 60, "2 independent texts", False),
        ([told("100 GWh", 100, outlet="B", speaker=True)], 100, "newest statement by a company", True),
        (
            [told("100 GWh", 100, outlet="B"), told("100 GWh", 100, outlet="C", published="2022-12-10")],
            100,
            "most independent texts (2)",
            True,
        ),
        ([told("100 GWh", 100, outlet="B", published="2022-12-10")], 100, "newest (2022-12-10)", True),
        ([told("100 GWh", 100, outlet="B", certainty="reported")], 60, "confirmed", True),
        ([told("100 GWh", 100, outlet="B", published="2023-12-10")], 100, "newest", False),
        ([told("up to 100 GWh", 100, outlet="B", qualifier="up to")], 100, "later in the alphabet", False),
    ],
)
def test_the_rule_that_chose_is_said(others, chosen, rule, conflict):
    fact = fact_of(told("60 GWh", 60), *others)

    assert fact.value.number == chosen
    assert rule in fact.rule
    assert fact.conflict is conflict


def test_copies_of_one_text_count_once():
    body = " ".join(f"word{number}" for number in range(60))
    release = f"CATL plans 100 GWh in Debrecen. {body}"
    copies = [told("100 GWh", 100, outlet=outlet, text=release) for outlet in ("B", "C", "D")]
    independent = [told("60 GWh", 60, outlet=outlet) for outlet in ("E", "F")]

    fact = fact_of(*copies, *independent)

    assert fact.value.number == 60
    assert [support.origins for support in fact.supports] == [2, 1]


def test_a_corrected_article_takes_its_value_back():
    first, second = (
        document(f"CATL plans {words} in Debrecen.", url="https://a.example/1", captured=captured)
        for words, captured in [("60 GWh", "2022-12-10T08:00:00"), ("100 GWh", "2022-12-11T08:00:00")]
    )
    pairs = [
        (
            one,
            development(one, parties=[party(one, "CATL")], where="Debrecen", capacities=[capacity(one, words, value)]),
        )
        for one, words, value in [(first, "60 GWh", 60), (second, "100 GWh", 100)]
    ]

    fact = fact_of(*pairs)

    assert [support.value.number for support in fact.supports] == [100, 60]
    assert fact.rule == "the corrected version of the article"
    assert not fact.conflict


def test_two_figures_of_one_text_do_not_disagree():
    one = document("CATL plans to spend EUR 1 billion first and EUR 7 billion in all in Debrecen.")
    both = development(
        one,
        parties=[party(one, "CATL")],
        where="Debrecen",
        sums=[money(one, "EUR 1 billion", 1e9, "EUR"), money(one, "EUR 7 billion", 7e9, "EUR")],
    )

    fact = fact_of((one, both), attribute="money")

    assert len(fact.supports) == 2
    assert not fact.conflict


@pytest.mark.parametrize(
    "words",
    [
        "The first phase has 40 GWh, the second phase adds 60 GWh from 2028.",
        "It will make 40 GWh in phase 1 and 60 GWh in the second phase from 2028.",
    ],
)
def test_each_phase_has_its_own_capacity(words):
    one = document(f"CATL plans in Debrecen. {words}")
    plan = development(
        one,
        parties=[party(one, "CATL")],
        where="Debrecen",
        capacities=[capacity(one, "40 GWh", 40), capacity(one, "60 GWh", 60)],
        dates=[dated(one, "2028", "production_start", "2028")],
    )

    [facility] = build_record(gather([plan], [one]), [plan], documents=[one]).facilities

    assert [
        (phase.label, [(fact.attribute, fact.value.text) for fact in phase.facts]) for phase in facility.phases
    ] == [
        ("first phase", [("capacity.phase", "40 GWh/yr")]),
        ("second phase", [("capacity.phase", "60 GWh/yr"), ("production_start", "2028")]),
    ]


def test_all_that_one_sentence_says_is_cited_by_one_quote():
    one = document("CATL plans 100 GWh in Debrecen for EUR 7 billion. More follows.")
    [telling] = tell([], [development(one, parties=[party(one, "CATL")], where="Debrecen")], [one], set())

    cited = [cite(telling, span(one, words)) for words in ("100 GWh", "EUR 7 billion", "More")]

    assert cited[0] is cited[1]
    assert [each.quote for each in cited[1:]] == ["CATL plans 100 GWh in Debrecen for EUR 7 billion.", "More follows."]
