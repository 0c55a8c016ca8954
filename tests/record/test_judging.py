"""What people say of the record: found again in other readings, visible under their names, never both ways."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from cellwire.errors import BadOption, ContradictoryJudgement, NothingFound
from cellwire.model import Judgement, Verdict, facts_of
from cellwire.record import Judgeable, Said, build_record, check_judgements, open_questions, propose, standing
from cellwire.stories import gather
from factories import capacity, dated, development, document, named, party, response

MOMENT = datetime(2023, 3, 1, tzinfo=UTC)


def told(text, stage="announced", *, where="Debrecen", company="CATL", published="2022-12-09", figures=(), **more):
    one = document(text, published=published, outlet=published)
    sizes = [capacity(one, words, value) for words, value in figures]
    return one, development(
        one, "facility", stage, parties=[party(one, company)], where=where, capacities=sizes, **more
    )


DEBRECEN = told("CATL plans a plant of 40 GWh in Debrecen.", figures=[("40 GWh", 40)])
DEBRECEN_LARGER = told(
    "CATL builds 100 GWh in Debrecen.", "construction", published="2023-01-09", figures=[("100 GWh", 100)]
)
GYOR = told("CATL plans a plant in Győr.", where="Győr", published="2023-01-05")


class World:
    """A record with what was judged of it; `read` makes other developments of the same texts."""

    def __init__(self, *pairs):
        self.documents = [one for one, _ in pairs]
        self.developments = [two for _, two in pairs]
        self.judgements = []

    @property
    def record(self):
        stories = gather(self.developments, self.documents)
        return build_record(stories, self.developments, documents=self.documents, judgements=self.judgements)

    def judge(self, verdict, *words, author="ann"):
        stories = gather(self.developments, self.documents)
        known = Judgeable(self.record, stories, self.developments, self.documents, self.judgements)
        moment = MOMENT + timedelta(minutes=len(self.judgements))
        judgement = propose(Said(Verdict(verdict), words, author, "seen on site"), known, moment=moment)
        check_judgements([*self.judgements, judgement])
        self.judgements.append(judgement)
        return judgement

    def read_better(self):
        """Other spans, other ids, a product that was not seen before, and sentences cut a little shorter."""
        self.developments = [
            replace(
                each,
                id=f"better_{number}",
                quote=each.quote.rstrip("."),
                product=named(self.documents[number], each.parties[0].name, "cell"),
            )
            for number, each in enumerate(self.developments)
        ]

    def plant(self, town):
        return next(plant for plant in self.record.facilities if plant.place == town)


def chosen(thing, attribute):
    return next(fact for fact in facts_of(thing) if fact.attribute == attribute)


def test_a_corrected_value_is_chosen_and_stands_under_its_authors_name():
    world = World(DEBRECEN, DEBRECEN_LARGER)

    world.judge("correct", world.plant("Debrecen").id, "capacity", "up to 72 GWh")

    fact = chosen(world.plant("Debrecen"), "capacity.phase")
    assert fact.value.text == "up to 72 GWh/yr"
    assert fact.rule == "corrected by ann on 2023-03-01: seen on site"
    assert [citation.outlet for citation in fact.supports[0].citations] == ["judgement by ann"]
    assert fact.value.written in fact.supports[0].citations[0].quote
    assert {support.value.number for support in fact.supports} == {40, 72, 100}
    assert not fact.conflict


def test_what_was_never_told_can_be_corrected_in():
    world = World(DEBRECEN)

    world.judge("correct", world.plant("Debrecen").id, "production_start", "early 2027")

    value = chosen(world.plant("Debrecen"), "production_start").value
    assert (str(value.when), value.part) == ("2027", "early")


@pytest.mark.parametrize(
    ("written", "problem"), [("1850", "lies before 1950"), ("early 1949", "1950"), ("2101-Q1", "lies after 2100")]
)
def test_a_year_that_nobody_means_is_refused(written, problem):
    world = World(DEBRECEN)

    with pytest.raises(BadOption, match=problem):
        world.judge("correct", world.plant("Debrecen").id, "production_start", written)
    world.judge("correct", world.plant("Debrecen").id, "production_start", "1950")


def test_of_two_phases_one_has_to_be_named():
    text = "CATL plans 40 GWh in phase 1 and 60 GWh in phase 2 in Debrecen."
    world = World(told(text, figures=[("40 GWh", 40), ("60 GWh", 60)]))
    plant = world.plant("Debrecen").id

    with pytest.raises(BadOption, match=r"capacity.phase \(first phase\), capacity.phase \(second phase\)"):
        world.judge("correct", plant, "capacity", "72 GWh")
    world.judge("correct", plant, "capacity (second phase)", "72 GWh")

    sizes = [fact.value.number for fact in facts_of(world.plant("Debrecen")) if fact.attribute == "capacity.phase"]
    assert sizes == [40, 72]


def test_an_accepted_value_ends_the_dispute_and_a_rejected_one_comes_last():
    for verdict, value, left in [("accept", "40 GWh/yr", 40), ("reject", "100 GWh/yr", 40)]:
        world = World(DEBRECEN, DEBRECEN_LARGER)
        assert chosen(world.plant("Debrecen"), "capacity.phase").conflict
        assert [question.asks for question in open_questions(world.record)] == ["which capacity.phase?"]

        world.judge(verdict, world.plant("Debrecen").id, "capacity", value)

        fact = chosen(world.plant("Debrecen"), "capacity.phase")
        assert (fact.value.number, fact.conflict) == (left, False)
        assert "by ann on 2023-03-01" in fact.rule
        assert open_questions(world.record, standing(world.judgements)) == ()


def test_a_status_can_be_corrected():
    world = World(DEBRECEN)

    world.judge("correct", world.plant("Debrecen").id, "status", "paused")

    plant = world.plant("Debrecen")
    assert plant.status == "paused"
    assert plant.phases[0].because == "corrected by ann on 2023-03-01: seen on site"


@pytest.mark.parametrize("better", [False, True])
def test_two_are_one_also_after_a_better_reading(better):
    world = World(DEBRECEN, GYOR)
    ids = [plant.id for plant in world.record.facilities]
    world.judge("same", *ids)
    if better:
        world.read_better()

    [plant] = world.record.facilities

    assert plant.because == ("ann says so (seen on site)",)
    assert (plant.id in ids) is not better


@pytest.mark.parametrize("better", [False, True])
def test_what_the_rules_joined_can_be_parted_for_good(better):
    world = World(DEBRECEN, DEBRECEN_LARGER)
    world.judge("different", DEBRECEN[1].id, DEBRECEN_LARGER[1].id)
    if better:
        world.read_better()

    assert len(world.record.facilities) == 2
    assert all(not plant.doubts for plant in world.record.facilities)


@pytest.mark.parametrize("better", [False, True])
def test_a_correction_and_a_rejection_outlive_a_better_reading(better):
    world = World(DEBRECEN, GYOR)
    world.judge("correct", world.plant("Debrecen").id, "capacity", "72 GWh")
    world.judge("reject", world.plant("Győr").id)
    if better:
        world.read_better()

    [plant] = world.record.facilities

    assert chosen(plant, "capacity.phase").value.number == 72


def test_two_things_of_one_sentence_are_told_apart_by_their_names():
    text = document("CATL plans plants in Debrecen and Győr.")
    pairs = [(text, development(text, parties=[party(text, "CATL")], where=town)) for town in ("Debrecen", "Győr")]
    world = World(*pairs)
    world.documents = [text]
    world.judge("reject", world.plant("Győr").id)

    assert [plant.place for plant in world.record.facilities] == ["Debrecen"]


def test_an_undone_judgement_is_as_if_never_said_and_an_undone_undo_brings_it_back():
    world = World(DEBRECEN, GYOR)
    same = world.judge("same", *(plant.id for plant in world.record.facilities))
    undone = world.judge("undo", same.id, author="bob")
    assert len(world.record.facilities) == 2

    world.judge("undo", undone.id)

    assert len(world.record.facilities) == 1


def test_what_was_taken_back_is_not_taken_back_once_more():
    world = World(DEBRECEN, GYOR)
    ids = [plant.id for plant in world.record.facilities]
    joined = world.judge("same", *ids)
    undone = world.judge("undo", joined.id)

    assert world.judge("undo", joined.id).says_as(undone)  # the run before may have been cut off
    with pytest.raises(BadOption, match=f"taken back by ann; it holds again with cellwire judge undo {undone.id}"):
        world.judge("undo", joined.id, author="bob")
    with pytest.raises(BadOption, match="takes one id"):
        world.judge("undo", joined.id, undone.id)


def test_what_contradicts_is_refused_with_both_names():
    world = World(DEBRECEN, GYOR)
    ids = [plant.id for plant in world.record.facilities]
    world.judge("same", *ids)

    with pytest.raises(ContradictoryJudgement, match=r"ann's “same”.*bob's “different”.*undo jdg_"):
        world.judge("different", *ids, author="bob")

    [plant] = world.record.facilities
    world.judge("correct", plant.id, "capacity", "72 GWh")
    with pytest.raises(ContradictoryJudgement, match=r"ann's “correct” .*72 GWh.* bob's “correct” .*80 GWh"):
        world.judge("correct", plant.id, "capacity", "80 GWh", author="bob")
    world.judge("correct", plant.id, "capacity", "80 GWh")
    assert chosen(world.record.facilities[0], "capacity.phase").value.number == 80


def test_two_names_of_one_company_are_one():
    world = World(DEBRECEN, told("Northbridge builds a plant in Debrecen.", "construction", company="Northbridge"))
    world.judgements.append(Judgement(Verdict.SAME, "catl", "x-northbridge", "ann", "its local firm", MOMENT))

    [plant] = world.record.facilities

    assert plant.because == ("both name catl; both in Debrecen",)


def rumour():
    one = document("Media reported that Ford and CATL consider a plant in Michigan. CATL said nothing is decided.")
    answer = response(one, "CATL", "undecided", "CATL said nothing is decided.")
    parties = [party(one, "Ford", "owner"), party(one, "CATL")]
    return one, development(
        one, "facility", "considered", parties=parties, where="Michigan", certainty="reported", responses=[answer]
    )


@pytest.mark.parametrize(("verdict", "outcome"), [("accept", "confirmed"), ("reject", "refuted")])
def test_a_rumour_can_be_settled(verdict, outcome):
    world = World(rumour())
    [question] = open_questions(world.record)
    assert [side.command[0] for side in question.sides] == ["accept", "reject"]
    assert [citation.quote for citation in question.sides[1].citations] == ["CATL said nothing is decided."]

    world.judge(verdict, world.record.rumours[0].id)

    assert world.record.rumours[0].outcome == outcome
    assert world.record.rumours[0].because == "ann on 2023-03-01: seen on site"
    assert open_questions(world.record, standing(world.judgements)) == ()


def test_questions_come_by_what_an_answer_would_change():
    small = told("CATL plans 1 GWh in Győr.", where="Győr", figures=[("1 GWh", 1)])
    larger = told(
        "CATL builds 3 GWh in Győr.", "construction", where="Győr", figures=[("3 GWh", 3)], published="2023-01-09"
    )
    world = World(DEBRECEN, DEBRECEN_LARGER, small, larger, rumour())

    asked = [(question.asks, question.weight) for question in open_questions(world.record)]

    assert asked == [("which capacity.phase?", 60), ("which capacity.phase?", 2), ("true or not?", 0.5)]


def test_a_plant_told_without_its_town_that_can_be_two_is_asked_about():
    one = document("CATL said its Hungarian plant is under construction.", published="2023-02-01")
    vague = development(one, "facility", "construction", parties=[party(one, "CATL")], country="HU")
    world = World(DEBRECEN, GYOR, (one, vague))

    questions = open_questions(world.record)

    assert [question.asks for question in questions] == ["same plant?", "same plant?"]
    same, different = questions[0].sides
    assert (same.command[0], different.command[0]) == ("same", "different")
    world.judge(*same.command)
    assert len(world.record.facilities) == 2


@pytest.mark.parametrize(
    ("words", "error"),
    [
        (("same", "fac_0", "fac_1"), NothingFound),
        (("same", "{plant}"), BadOption),
        (("same", "{plant}", "{plant}"), BadOption),
        (("same", "{plant}", "catl"), BadOption),
        (("undo", "jdg_0"), NothingFound),
        (("correct", "{plant}", "capacity", "plenty"), BadOption),
        (("correct", "{plant}", "capacity", "5 bushels"), BadOption),
        (("correct", "{plant}", "production_start", "soon"), BadOption),
        (("correct", "{plant}", "production_start", "2027-13"), BadOption),
        (("correct", "{plant}", "money", "a fortune"), BadOption),
        (("correct", "{plant}", "status", "fine"), BadOption),
        (("correct", "{plant}", "weather", "fine"), BadOption),
        (("correct", "{plant}", "product", "cells"), BadOption),
        (("correct", "{plant}", "chemistry", "bananas"), BadOption),
        (("correct", "{plant}", "capacity"), BadOption),
        (("accept", "{plant}", "capacity", "7 GWh/yr"), BadOption),
        (("reject", "catl"), BadOption),
    ],
)
def test_what_cannot_be_meant_is_refused_with_a_way_out(words, error):
    world = World(DEBRECEN)
    verdict, *rest = (word.format(plant=world.plant("Debrecen").id) for word in words)

    with pytest.raises(error, match=";"):
        world.judge(verdict, *rest)
    assert world.judgements == []


def test_what_was_judged_before_is_still_of_its_own_sort():
    world = World(DEBRECEN, GYOR)
    plant, other = (plant.id for plant in world.record.facilities)
    world.judge("same", plant, other)

    with pytest.raises(BadOption, match="company and facility cannot be judged same"):
        world.judge("same", plant, "catl")


def test_the_same_figure_in_other_words_is_accepted():
    late = told("CATL opens in 2027 in Debrecen.", published="2023-02-01")
    late = late[0], replace(late[1], dates=(dated(late[0], "2027", "production_start", "2027"),))
    world = World(DEBRECEN, late)

    world.judge("accept", world.plant("Debrecen").id, "production_start", "2027")

    assert chosen(world.plant("Debrecen"), "production_start").supports[0].origins == 2
