"""Plants, phases, deals and rumours as the tellings make them."""

from dataclasses import replace
from datetime import UTC, date, datetime
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cellwire.model import Judgement, Known, Organisation, PartialDate, Rung, Stake, Status, Verdict, standing_of
from cellwire.record import build_record, link_stories
from cellwire.record.plants import takeovers_of
from cellwire.stories import gather
from factories import capacity, dated, development, document, jobs, money, named, party, response

SEED = document(
    "On December 9, Envision AESC started construction of its second plant in Sunderland. The first phase has "
    "a planned capacity of 12GWh and will be put into operation in 2025. "
    "Envision AESC opened its first plant in Sunderland in 2012.",
    published="2022-12-17",
)
SECOND = development(
    SEED,
    "facility",
    "construction",
    parties=[party(SEED, "Envision AESC")],
    where="Sunderland",
    evidence=SEED.text.split("\n\n")[1].split(" Envision AESC opened")[0],
    capacities=[capacity(SEED, "12GWh", 12)],
    dates=[dated(SEED, "December 9", "event", "2022-12-09"), dated(SEED, "2025", "production_start", "2025")],
)
FIRST = development(
    SEED,
    "facility",
    "operating",
    parties=[party(SEED, "Envision AESC")],
    where="Sunderland",
    background=True,
    evidence="Envision AESC opened its first plant in Sunderland in 2012",
    dates=[dated(SEED, "2012", "production_start", "2012")],
)


NOTHING = Known()


def record_of(documents, developments, *, judgements=(), known=NOTHING, heard=None):
    stories = gather(developments, documents, known=known)
    return build_record(stories, developments, documents=documents, judgements=judgements, known=known, heard=heard)


def told(text, stage="announced", *, where="Debrecen", company="CATL", published="2022-12-09", outlet="A", **more):
    """A text with one development of a plant, told at once."""
    one = document(text, published=published, outlet=outlet)
    figures = [capacity(one, words, value) for words, value in more.pop("figures", {}).items()]
    return one, development(
        one, "facility", stage, parties=[party(one, company)], where=where, capacities=figures, **more
    )


def record_of_told(*pairs, **more):
    return record_of([one for one, _ in pairs], [two for _, two in pairs], **more)


def test_a_second_plant_is_a_second_plant():
    record = record_of([SEED], [SECOND, FIRST])

    assert [(facility.name, facility.status) for facility in record.facilities] == [
        ("Envision AESC, Sunderland (second plant)", Status.CONSTRUCTION),
        ("Envision AESC, Sunderland", Status.OPERATING),
    ]


def test_a_second_plant_is_not_the_one_that_ran_before_anybody_counted():
    record = record_of_told(
        told("CATL opened its plant in Debrecen.", "operating", published="2022-01-01"),
        told("CATL began its second plant in Debrecen.", "construction", published="2022-06-01"),
        told("CATL builds its second plant in Debrecen.", "construction", published="2022-09-01"),
    )

    assert [facility.status for facility in record.facilities] == [Status.OPERATING, Status.CONSTRUCTION]


def test_a_phase_has_its_own_capacity_date_and_history():
    [phase] = record_of([SEED], [SECOND]).facilities[0].phases

    assert phase.label == "first phase"
    assert {fact.attribute: fact.value.text for fact in phase.facts} == {
        "capacity.phase": "12 GWh/yr",
        "production_start": "2025",
    }
    assert [(entry.milestone, entry.what, str(entry.when)) for entry in phase.timeline] == [
        (True, "construction", "2022-12-09"),
        (False, "production_start", "2025"),
    ]


@pytest.mark.parametrize(
    ("steps", "status"),
    [
        ([("2022-01-01", "considered", {})], Status.RUMOURED),
        ([("2022-01-01", "announced", {"certainty": "reported"})], Status.RUMOURED),
        ([("2022-01-01", "delayed", {"certainty": "reported", "modality": "considering"})], Status.ANNOUNCED),
        ([("2022-01-01", "delayed", {"certainty": "reported"})], Status.RUMOURED),
        ([("2022-01-01", "announced", {})], Status.ANNOUNCED),
        ([("2022-01-01", "announced", {"certainty": "denied"})], Status.RUMOURED),
        ([("2022-01-01", "announced", {}), ("2022-06-01", "construction", {})], Status.CONSTRUCTION),
        ([("2022-01-01", "construction", {}), ("2022-06-01", "announced", {})], Status.CONSTRUCTION),
        (
            [("2022-01-01", "construction", {}), ("2022-06-01", "operating", {"certainty": "reported"})],
            Status.CONSTRUCTION,
        ),
        ([("2022-01-01", "announced", {}), ("2022-06-01", "cancelled", {})], Status.CANCELLED),
        ([("2022-01-01", "announced", {}), ("2022-06-01", "delayed", {})], Status.ANNOUNCED),
        ([("2022-01-01", "construction", {}), ("2022-06-01", "delayed", {"words": "paused work on"})], Status.PAUSED),
        (
            [
                ("2022-01-01", "announced", {}),
                ("2022-06-01", "cancelled", {}),
                ("2022-09-01", "announced", {"background": True}),
            ],
            Status.CANCELLED,
        ),
        (
            [("2022-01-01", "announced", {}), ("2022-06-01", "cancelled", {}), ("2023-01-01", "announced", {})],
            Status.ANNOUNCED,
        ),
        ([("2022-01-01", "operating", {}), ("2022-06-01", "cancelled", {})], Status.OPERATING),
        ([("2022-01-01", "operating", {}), ("2022-06-01", "closed", {"words": "mothballed"})], Status.MOTHBALLED),
    ],
)
def test_a_plant_is_as_far_as_its_last_confirmed_step(steps, status):
    pairs = [
        told(f"CATL {more.pop('words', 'speaks of')} its plant in Debrecen.", stage, published=day, outlet=day, **more)
        for day, stage, more in [(day, stage, dict(more)) for day, stage, more in steps]
    ]

    [facility] = record_of_told(*pairs).facilities

    assert facility.status is status


@pytest.mark.parametrize(
    ("heard", "status", "inferred"),
    [
        (None, Status.ANNOUNCED, False),
        ("2023-12-31", Status.ANNOUNCED, False),
        ("2024-01-01", Status.SHELVED, True),
        ("2026-01-01", Status.CANCELLED, True),
    ],
)
def test_long_silence_gives_a_plan_up_and_says_that_no_source_does(heard, status, inferred):
    pair = told("CATL plans a plant in Debrecen.", published="2022-01-01")

    [plant] = record_of_told(pair, heard=heard and date.fromisoformat(heard)).facilities
    [phase] = plant.phases

    assert standing_of(plant) == (f"{status} (inferred)" if inferred else status)
    assert (phase.status, phase.inferred) == (status, inferred)
    assert ("inferred" in phase.because) is inferred


def test_plans_for_a_running_plant_are_an_expansion():
    runs = told("CATL opened its plant in Debrecen.", "operating", published="2022-01-01")
    grows = told("CATL will expand its plant in Debrecen by 10 GWh.", published="2022-06-01", figures={"10 GWh": 10})

    [facility] = record_of_told(runs, grows).facilities

    assert [(phase.label, phase.status) for phase in facility.phases] == [
        ("", Status.OPERATING),
        ("expansion", Status.ANNOUNCED),
    ]
    assert facility.status is Status.OPERATING


def test_two_towns_are_two_plants_and_two_builders_in_one_town_too():
    record = record_of_told(
        told("CATL plans a plant in Debrecen."),
        told("CATL plans a plant in Győr.", where="Győr"),
        told("AESC plans a plant in Debrecen.", company="AESC"),
    )

    assert len(record.facilities) == 3


def test_a_plant_told_without_its_town_is_the_only_one_planned_there():
    one = document("CATL said its Hungarian plant is under construction.", published="2023-02-01")
    vague = development(one, "facility", "construction", parties=[party(one, "CATL")], country="HU")

    [facility] = record_of_told(told("CATL plans a plant in Debrecen."), (one, vague)).facilities
    both = record_of_told(
        told("CATL plans a plant in Debrecen."), told("CATL plans a plant in Győr.", where="Győr"), (one, vague)
    )

    assert facility.name == "CATL, Debrecen"
    assert len(both.facilities) == 3


def test_one_parent_is_not_the_venture():
    known = Known({"x-cellco": Organisation("x-cellco", "Cellco", "venture", "HU", ("cell",), (), ("catl", "ford"))})
    venture = told("Cellco plans a plant in Debrecen.", company="Cellco")
    parent = told("CATL opens a plant in Debrecen.", "operating", published="2023-06-01")
    one = document("CATL and Ford began their plant in Debrecen.", published="2023-02-01")
    parents = development(
        one, "facility", "construction", parties=[party(one, "CATL"), party(one, "Ford")], where="Debrecen"
    )

    assert len(record_of_told(venture, parent, known=known).facilities) == 2
    assert len(record_of_told(venture, (one, parents), known=known).facilities) == 1


def venture(*stakes):
    parents = tuple(stake.owner for stake in stakes)
    return Organisation("x-cellco", "Cellco", "venture", "HU", ("cell",), (), parents, stakes)


def test_an_owner_is_its_company_from_the_day_on_which_it_owns_it_whole():
    since, until = PartialDate("2021-06"), PartialDate("2023-05")
    known = Known({"x-cellco": venture(Stake("catl", 84, since), Stake("ford", 16, since, until))})
    cellco = told("Cellco plans a plant in Debrecen.", company="Cellco", published="2023-01-09")
    before = told("CATL builds a plant in Debrecen.", "construction", published="2023-02-01")
    after = told("CATL builds a plant in Debrecen.", "construction", published="2023-09-01")

    apart = record_of_told(cellco, before, known=known).facilities
    assert len(apart) == 2
    assert apart[1].doubts[0].reason == "a venture and one of its owners; both in Debrecen"
    later = told("Cellco plans a plant in Debrecen.", company="Cellco", published="2023-06-09")
    [one] = record_of_told(later, after, known=known).facilities
    assert one.because == ("catl and Cellco are one group; both in Debrecen",)


def test_owners_of_a_venture_named_together_are_the_venture():
    known = Known({"x-cellco": venture(Stake("catl", 50), Stake("ford", 50))})
    one = document("CATL and Ford began their plant in Debrecen.", published="2023-02-01")
    both = development(
        one, "facility", "construction", parties=[party(one, "CATL"), party(one, "Ford")], where="Debrecen"
    )
    own = told("CATL opens a plant in Debrecen.", "operating", published="2023-06-01")

    assert len(record_of_told((one, both), own, known=known).facilities) == 2


def test_what_names_only_a_country_joins_the_one_plant_there_and_asks_where_there_are_two():
    one = document("CATL said its Hungarian plant is under construction.", published="2022-10-01")
    vague = development(one, "facility", "construction", parties=[party(one, "CATL")], country="HU")
    debrecen = told("CATL plans a plant in Debrecen.")
    gyor = told("CATL plans a plant in Győr.", where="Győr")

    [plant] = record_of_told(debrecen, (one, vague)).facilities
    assert plant.place == "Debrecen"
    assert plant.because == ("both name catl; the only such plant of that country within a year",)
    three = record_of_told(debrecen, gyor, (one, vague)).facilities
    [open_] = [plant for plant in three if plant.doubts]
    assert len(open_.doubts) == 2
    assert plant.id == open_.id  # named after its earliest telling, exact or not


def test_a_target_for_all_plants_is_no_plant():
    one = document("CATL aims at 600 GWh by 2025.")
    target = development(
        one,
        "facility",
        "announced",
        parties=[party(one, "CATL")],
        capacities=[capacity(one, "600 GWh", 600, scope="total")],
    )

    assert record_of([one], [target]).facilities == ()


def test_a_grant_supports_its_plant():
    plant = told("CATL plans a plant in Debrecen.")
    one = document("The Ministry gives CATL HUF 8 billion for Debrecen.", outlet="B", published="2022-12-10")
    grant = development(
        one,
        "investment",
        "announced",
        parties=[party(one, "Ministry", "government"), party(one, "CATL", "target")],
        where="Debrecen",
        sums=[money(one, "HUF 8 billion", 8e9, "HUF")],
    )

    record = record_of([plant[0], one], [plant[1], grant])
    [facility], [deal] = record.facilities, record.deals

    assert [(fact.attribute, fact.value.text) for fact in facility.facts] == [("funding", "HUF 8 billion")]
    assert deal.name == "Ministry – CATL: investment agreement"


def deal(text, stage="signed", *, kind="supply", published="2022-12-14", outlet="A", certainty="confirmed", roles=None):
    one = document(text, published=published, outlet=outlet)
    roles = roles or {"CATL": "supplier", "Chery": "customer"}
    parties = [party(one, name, role) for name, role in roles.items()]
    return one, development(one, kind, stage, parties=parties, certainty=certainty)


@pytest.mark.parametrize(
    ("steps", "rung"),
    [
        ([deal("CATL and Chery talk.", "considered")], Rung.TALKS),
        ([deal("CATL will supply Chery, people say.", certainty="reported")], Rung.TALKS),
        ([deal("CATL and Chery signed a memorandum.", "mou")], Rung.MOU),
        ([deal("CATL and Chery signed a framework agreement.")], Rung.FRAMEWORK),
        ([deal("Chery nominated CATL.")], Rung.NOMINATION),
        ([deal("CATL and Chery signed a contract.")], Rung.BINDING),
        ([deal("CATL and Chery plan to set up a joint venture.", kind="partnership")], Rung.TALKS),
        ([deal("CATL and Chery agreed to set up a joint venture.", kind="partnership")], Rung.BINDING),
        ([deal("CATL has started delivering to Chery.")], Rung.IN_DELIVERY),
        (
            [
                deal("CATL and Chery signed a memorandum.", "mou"),
                deal("CATL and Chery signed.", published="2023-09-01"),
            ],
            Rung.BINDING,
        ),
        (
            [deal("CATL and Chery signed."), deal("CATL and Chery part.", "terminated", published="2023-09-01")],
            Rung.TERMINATED,
        ),
    ],
)
def test_a_deal_climbs_its_ladder(steps, rung):
    [found] = record_of_told(*steps).deals

    assert found.rung is rung


def test_of_two_starts_told_alike_the_earlier_is_the_start():
    one = document("CATL will supply Chery from 2026 to 2030.")
    dates = [dated(one, "2030", "delivery_start", "2030"), dated(one, "2026", "delivery_start", "2026")]
    parties = [party(one, "CATL", "supplier"), party(one, "Chery", "customer")]

    [found] = record_of([one], [development(one, "supply", "signed", parties=parties, dates=dates)]).deals

    [start] = [fact for fact in found.facts if fact.attribute == "delivery_start"]
    assert (start.value.text, start.conflict) == ("2026", False)
    assert start.rule.endswith("the earliest start")


def test_a_deal_whose_term_is_over_has_expired():
    one = document("CATL supplies Chery with 20 GWh until 2024.")
    parties = [party(one, "CATL", "supplier"), party(one, "Chery", "customer")]
    made = development(
        one,
        "supply",
        "signed",
        parties=parties,
        dates=[dated(one, "2024", "term", "2024")],
        capacities=[capacity(one, "20 GWh", 20, unit="GWh", scope="total")],
    )

    def found(day):
        return record_of([one], [made], heard=date.fromisoformat(day)).deals[0]

    assert (found("2024-12-31").rung, found("2025-01-01").rung) == (Rung.BINDING, Rung.EXPIRED)
    assert {fact.attribute: fact.value.text for fact in found("2024-12-31").facts} == {
        "term": "2024",
        "volume": "20 GWh",
    }


def test_what_an_investment_builds_is_no_volume_of_it():
    one = document("Energy Fund lends CATL $40 million for a plant of 20 GWh a year.")
    lent = development(
        one,
        "investment",
        "announced",
        parties=[party(one, "Energy Fund", "investor"), party(one, "CATL", "target")],
        capacities=[capacity(one, "20 GWh", 20, unit="GWh/yr", scope="new")],
        sums=[money(one, "$40 million", 40e6, "USD")],
    )

    [found] = record_of([one], [lent]).deals

    assert {fact.attribute for fact in found.facts} == {"capacity.new", "money"}


def test_a_loan_that_was_paid_out_is_completed():
    roles = {"Energy Fund": "investor", "CATL": "target"}
    paid = deal("Energy Fund closed its loan to CATL.", "completed", kind="investment", roles=roles)

    [found] = record_of_told(paid).deals

    assert (found.name, found.rung) == ("Energy Fund – CATL: loan completed", Rung.COMPLETED)


def test_a_loan_on_conditions_is_no_framework_agreement():
    roles = {"Energy Fund": "investor", "CATL": "target"}
    promised = deal("Energy Fund gives CATL a conditional loan.", "announced", kind="investment", roles=roles)

    [found] = record_of_told(promised).deals

    assert (found.name, found.rung) == ("Energy Fund – CATL: conditional commitment", Rung.FRAMEWORK)


@pytest.mark.parametrize(
    ("words", "rung"),
    [
        ("Energy Fund offered CATL incentives.", Rung.TALKS),
        ("Energy Fund plans to buy a stake in CATL.", Rung.TALKS),
        ("Energy Fund agreed to buy CATL after bidding for it.", Rung.BINDING),
        ("Energy Fund awarded CATL a grant.", Rung.BINDING),
    ],
)
def test_money_that_is_only_offered_is_not_agreed(words, rung):
    roles = {"Energy Fund": "investor", "CATL": "target"}
    [found] = record_of_told(deal(words, "announced", kind="investment", roles=roles)).deals

    assert found.rung is rung


def test_another_partner_is_another_deal():
    record = record_of_told(
        deal("CATL and Chery signed."),
        deal("Ford and Huawei signed.", roles={"Ford": "supplier", "Huawei": "customer"}),
        deal("CATL and Huawei signed.", roles={"CATL": "supplier", "Huawei": "customer"}, published="2023-02-01"),
    )

    assert len(record.deals) == 3


def agreed(goods, sum_=None, *, kind="partnership", published="2022-12-14", how=""):
    words = f"CATL and Chery {how} agreed on {goods}" + (f" for {sum_} million" if sum_ else "") + "."
    one = document(words, published=published, outlet=goods)
    said = {"product": named(one, goods, goods), "sums": [money(one, f"{sum_} million", sum_)] if sum_ else []}
    return one, development(one, kind, "signed", parties=[party(one, "CATL"), party(one, "Chery")], **said)


@pytest.mark.parametrize(
    ("other", "deals"),
    [
        (agreed("cathode", published="2022-12-16"), 1),
        (agreed("cathode", published="2022-12-20"), 2),
        (agreed("cathode", 220, published="2022-12-20"), 1),
        (agreed("cathode", 230, published="2022-12-20"), 2),
    ],
)
def test_another_word_for_the_goods_is_the_same_agreement_within_days_or_with_the_same_sum(other, deals):
    assert len(record_of_told(agreed("cell", 220), other).deals) == deals


def test_an_agreement_between_two_tellings_of_another_is_not_that_one():
    told = [
        agreed("cell", published=f"2022-12-{day}", how=how) for day, how in ((14, "now"), (22, "have"), (30, "had"))
    ]

    assert len(record_of_told(*told, agreed("cathode", published="2022-12-26")).deals) == 2


def test_the_same_step_much_later_is_another_deal():
    record = record_of_told(deal("CATL and Chery signed."), deal("CATL and Chery signed.", published="2024-09-01"))

    assert len(record.deals) == 2
    assert len({found.id for found in record.deals}) == 2


def test_two_deals_of_one_firm_with_somebody_unnamed_stay_two():
    """The carmaker of the one may not be that of the other."""
    alone = {"CATL": "supplier"}
    told = [
        deal("CATL signed an agreement to supply a carmaker.", roles=alone, outlet="A"),
        deal("CATL has won a customer in Europe.", roles=alone, published="2023-01-20", outlet="B"),
    ]

    assert len(record_of_told(*told).deals) == 2


RUMOUR = document(
    "Media reported that Ford and CATL consider a plant in Michigan. CATL said no decision has been made. "
    "Ford said talks continue.",
    published="2022-12-15",
)


def rumour(answers):
    said = {"CATL": "CATL said no decision has been made", "Ford": "Ford said talks continue"}
    return development(
        RUMOUR,
        "facility",
        "considered",
        parties=[party(RUMOUR, "Ford", "owner"), party(RUMOUR, "CATL")],
        where="Michigan",
        certainty="reported",
        modality="reported",
        responses=[response(RUMOUR, name, modality, said[name]) for name, modality in answers.items()],
    )


@pytest.mark.parametrize(
    ("answers", "outcome"),
    [
        ({}, "open"),
        ({"CATL": "undecided", "Ford": "asserted"}, "undecided"),
        ({"CATL": "denied", "Ford": "asserted"}, "denied"),
        ({"CATL": "asserted"}, "confirmed"),
    ],
)
def test_a_rumour_ends_as_its_parties_answer(answers, outcome):
    [found] = record_of([RUMOUR], [rumour(answers)]).rumours

    assert found.outcome == outcome
    assert {answer.party.id for answer in found.answers} == {name.lower() for name in answers}


def test_a_step_taken_later_confirms_a_rumour():
    one = document("Ford and CATL announced a plant in Michigan.", published="2023-02-13")
    step = development(one, parties=[party(one, "Ford", "owner"), party(one, "CATL")], where="Michigan")

    [found] = record_of([RUMOUR, one], [rumour({"CATL": "undecided"}), step]).rumours

    assert found.outcome == "confirmed"
    assert len(found.stories) == 2


def test_a_company_has_its_plants_deals_and_partners():
    pairs = [deal("CATL and Chery signed."), told("CATL plans a plant in Debrecen.")]
    known = Known({"catl": Organisation("catl", "CATL", "company", "CN", ("cell",))})

    record = record_of_told(*pairs, known=known)
    catl, chery = record.companies

    assert (catl.partners, catl.known, catl.country) == (("chery",), True, "CN")
    assert (len(catl.facilities), len(catl.deals), len(catl.stories)) == (1, 1, 2)
    assert not chery.known


def test_stories_learn_their_plants():
    record = record_of([SEED], [SECOND])

    [story] = link_stories(gather([SECOND], [SEED]), record)

    assert story.facilities == (record.facilities[0].id,)


def test_people_join_what_the_rules_kept_apart():
    pairs = [told("CATL plans a plant in Debrecen."), told("CATL plans a plant in Győr.", where="Győr")]
    one, other = (facility.id for facility in record_of_told(*pairs).facilities)
    same = Judgement(Verdict.SAME, one, other, "ann", "the town's new name", datetime(2023, 1, 1, tzinfo=UTC))

    [facility] = record_of_told(*pairs, judgements=[same]).facilities

    assert facility.id == one


def test_a_rejected_development_does_not_count():
    pair = told("CATL plans a plant in Debrecen.")
    no = Judgement(Verdict.REJECT, pair[1].id, None, "ann", "satire", datetime(2023, 1, 1, tzinfo=UTC))

    assert record_of_told(pair, judgements=[no]).facilities == ()


SENTENCES = [
    ("{c} plans a plant of {n} GWh in {p}.", "announced"),
    ("{c} broke ground on its second plant in {p}; the first phase has {n} GWh.", "construction"),
    ("{c} opened its plant in {p} with {n} GWh a year.", "operating"),
    ("{c} cancelled its {n} GWh plant in {p}.", "cancelled"),
]


@st.composite
def news(draw):
    pairs = []
    for number in range(draw(st.integers(1, 10))):
        sentence, stage = draw(st.sampled_from(SENTENCES))
        company, where = draw(st.sampled_from(["CATL", "AESC"])), draw(st.sampled_from(["Debrecen", "Sunderland"]))
        size = draw(st.sampled_from([8, 12, 30]))
        text = sentence.format(c=company, p=where, n=size)
        one = document(text, outlet=f"outlet {number}", published=f"2022-{draw(st.integers(1, 12)):02}-10")
        pairs.append((one, development(
            one, "facility", stage, parties=[party(one, company)], where=where,
            capacities=[capacity(one, f"{size} GWh", size)], background=draw(st.booleans()),
            certainty=draw(st.sampled_from(["confirmed", "confirmed", "reported", "denied"])),
            product=named(one, "plant", "cell"), work=jobs(one, str(size), size),
        )))  # fmt: skip
    return pairs


@given(news(), st.randoms(use_true_random=False))
@settings(max_examples=60, deadline=None)
def test_the_order_of_the_news_does_not_matter(pairs, random: Random):
    assert record_of_told(*pairs) == record_of_told(*random.sample(pairs, len(pairs)))


@given(news())
@settings(max_examples=60, deadline=None)
def test_every_citation_is_the_text_at_its_place_and_holds_the_value(pairs):
    texts = {one.id: one.text for one, _ in pairs}
    record = record_of_told(*pairs)

    facts = [
        fact for one in record.facilities for fact in (*one.facts, *(f for phase in one.phases for f in phase.facts))
    ]
    for fact in facts:
        for support in fact.supports:
            for citation in support.citations:
                assert texts[citation.document][citation.start : citation.end] == citation.quote
                assert len(citation.quote.split()) <= 25
                assert support.value.written in citation.quote


@given(news())
@settings(max_examples=30, deadline=None)
def test_every_id_names_one_thing(pairs):
    record = record_of_told(*pairs)

    ids = [thing.id for thing in (*record.facilities, *record.deals, *record.rumours, *record.companies)]
    assert len(ids) == len(set(ids))


def test_what_is_confirmed_to_be_late_is_a_plan():
    late = told("CATL puts off its start in Debrecen.", "delayed")
    report = told("CATL may put off its start in Debrecen.", "delayed", certainty="reported")

    assert record_of_told(late).facilities[0].status == "announced"
    assert record_of_told(report).facilities[0].status == "rumoured"


def test_a_quote_keeps_to_its_sentence():
    record = record_of_told(told("The minister spoke first. CATL, said Gov. Lee, will build in Debrecen. He left."))

    quotes = {citation.quote for party in record.facilities[0].parties for citation in party.citations}
    assert quotes == {"CATL, said Gov. Lee, will build in Debrecen."}


def test_a_car_plant_beside_a_cell_plant_is_another_plant():
    def made(text, product, words):
        one = document(text, outlet=words)
        return one, development(
            one,
            "facility",
            "construction",
            parties=[party(one, "GAC")],
            where="Debrecen",
            product=named(one, words, product),
        )

    pairs = [
        made("GAC builds cells in Debrecen.", "cell", "cells"),
        made("GAC builds cars in Debrecen.", "vehicle", "cars"),
    ]
    assert len(record_of_told(*pairs).facilities) == 2


@pytest.mark.parametrize(
    ("words", "stage", "name"),
    [
        ("Energy Fund provisionally awarded CATL $5 million.", "announced", "provisional award"),
        ("Energy Fund awarded CATL $5 million.", "announced", "investment agreement"),
        ("CATL closed a seed round with Energy Fund.", "completed", "funding round completed"),
        ("CATL closed financing for its storage project from Energy Fund.", "completed", "financing completed"),
        ("CATL closed financing from Energy Fund.", "completed", "financing completed"),
        ("Energy Fund has increased its strategic investment in CATL.", "completed", "further investment completed"),
    ],
)
def test_money_is_called_what_its_words_call_it(words, stage, name):
    told = deal(words, stage, kind="investment", roles={"Energy Fund": "investor", "CATL": "target"})

    [found] = record_of_told(told).deals

    assert found.name == f"Energy Fund – CATL: {name}"


@pytest.mark.parametrize(
    ("words", "stage", "rule", "name"),
    [
        ("Voltara plans to raise GBP 2 million.", "announced", "investment.round", "fundraising"),
        ("Voltara applied for a Hong Kong listing.", "completed", "investment.round", "share listing"),
        ("Voltara completed its initial public offering.", "completed", "investment.round", "share listing"),
        (
            "Voltara closed a $90 million Series D round ahead of its planned Hong Kong IPO.",
            "completed",
            "investment.round",
            "funding round completed",
        ),
        (
            "Voltara has a $50 million loan ahead of an IPO.",
            "completed",
            "investment.receives",
            "loan completed",
        ),
        (
            "Voltara sold a stake in a firm that has filed for an IPO.",
            "completed",
            "investment.share",
            "stake completed",
        ),
        (
            "Voltara, fresh from its Hong Kong IPO, has acquired a recycler.",
            "completed",
            "investment.takeover",
            "takeover completed",
        ),
        (
            "A bank led the round as Voltara prepares to go public.",
            "completed",
            "investment.round",
            "funding round completed",
        ),
        ("Voltara raises $3 million for 100% of its output.", "completed", "investment.round", "fundraising"),
        ("Voltara buys 100% of a storage unit.", "announced", "investment.share", "takeover agreement"),
        ("Voltara fell after applying for a secondary listing.", "completed", "investment.round", "share listing"),
        ("Voltara bought eight 9.9 MW projects.", "completed", "investment.works", "purchase completed"),
        ("Voltara buys a storage developer.", "completed", "investment.takeover", "takeover completed"),
        ("Voltara closed its sale of a storage project.", "completed", "investment.sale", "sale completed"),
        ("Voltara buys a stake in a storage project.", "announced", "investment.works", "stake"),
        ("Voltara buys all shares of its storage unit.", "announced", "investment.takeover", "takeover agreement"),
        ("Voltara has secured $5 million.", "completed", "investment.receives", "funding completed"),
        ("Voltara was promised money.", "announced", "investment.public-money", "investment agreement"),
    ],
)
def test_an_investment_is_called_by_its_words_or_by_the_rule_that_read_it(words, stage, rule, name):
    one, dev = deal(words, stage, kind="investment", roles={"Voltara": "target"})

    [found] = record_of_told((one, replace(dev, rule=rule))).deals

    assert found.name == f"Voltara: {name}"


@pytest.mark.parametrize(
    ("words", "whole"),
    [
        ("Voltara has completed its acquisition of Baumwerk.", True),
        ("Voltara has completed its acquisition of Baumwerk, adding lithium mines in Narvia.", True),
        ("Voltara has acquired Baumwerk for its mines.", True),
        ("Voltara has acquired Baumwerk including its northern plants.", True),
        ("Voltara has acquired Baumwerk and its plants.", True),
        ("Voltara has acquired the northern plants of Baumwerk.", False),
        ("Voltara has acquired a 100 MW, 200 MWh storage project of Baumwerk.", False),
        ("Voltara has acquired a stake in Baumwerk.", False),
    ],
)
def test_who_buys_a_firm_for_its_plants_buys_the_firm(words, whole):
    _, dev = deal(words, "completed", kind="investment", roles={"Voltara": "investor", "Baumwerk": "target"})

    assert bool(takeovers_of(dev)) is whole


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Voltara signs a PPA for a 400 MWh store.", "power purchase agreement"),
        ("Voltara signs a tolling deal for its store.", "tolling agreement"),
        ("Voltara wins the EPC contract for a 600 MWh store.", "construction contract"),
        ("Voltara signs an offtake agreement.", "offtake agreement"),
        ("Voltara signs a contract for cells.", "supply agreement"),
        (
            "Voltara signed a contract to supply a store to Nordcell, which has a power purchase agreement.",
            "supply agreement",
        ),
        ("Voltara wins an order of Nordcell, whose EPC partner is Baumwerk.", "supply agreement"),
        ("Voltara signs a contract with the toll manufacturer Nordcell.", "supply agreement"),
        ("Voltara signs a 1.2 GWh, 15-year PPA.", "power purchase agreement"),
        ("Nordcell appoints Voltara as the EPC contractor of its store.", "construction contract"),
    ],
)
def test_what_is_sold_under_another_paper_is_no_plain_supply(words, name):
    [found] = record_of_told(deal(words, roles={"Voltara": "supplier"})).deals

    assert found.name == f"Voltara: {name}"


def test_an_application_for_a_listing_is_a_plan():
    told = deal("Voltara applied for a Hong Kong listing.", "completed", kind="investment", roles={"Voltara": "target"})

    [found] = record_of_told(told).deals

    assert found.rung is Rung.TALKS
