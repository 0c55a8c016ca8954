"""The same news is one story; another plant, another deal and the next step are others."""

import gc
from dataclasses import replace
from datetime import date
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cellwire.model import Known, Organisation
from cellwire.stories import gather, gathered_before, number_stories
from factories import capacity, dated, development, document, money, named, party


def plant(
    text, *, published="2022-12-09", outlet="A", stage="construction", where="Sunderland", company="AESC", **more
):
    told = document(text, published=published, outlet=outlet)
    return told, development(told, "facility", stage, parties=[party(told, company)], where=where, **more)


def deal(text, *companies, published="2022-12-14", outlet="A", kind="supply", stage="signed", **more):
    told = document(text, published=published, outlet=outlet)
    return told, development(told, kind, stage, parties=[party(told, name, "partner") for name in companies], **more)


def stories_of(*told):
    return gather([one[1] for one in told], [one[0] for one in told])


FIRST = plant("AESC broke ground on its second plant in Sunderland.")


@pytest.mark.parametrize(
    ("other", "together"),
    [
        (plant("A battery works of Envision AESC is rising in Sunderland.", company="Envision AESC"), True),
        (plant("AESC started work in Sunderland.", published="2022-12-13"), True),
        (plant("AESC plans another works in Sunderland.", stage="announced", published="2022-12-10"), True),
        (plant("AESC started work in Sunderland.", published="2023-03-13"), False),
        (plant("AESC opened its works in Sunderland.", stage="operating"), False),
        (plant("AESC started work in Douai.", where="Douai"), False),
        (plant("AESC expands its first plant in Sunderland."), False),
        (plant("AESC started its third factory in Sunderland."), False),
        (plant("CATL started work in Sunderland.", company="CATL"), False),
        (deal("AESC agreed to cooperate with Ford.", "AESC", "Ford"), False),
    ],
)
def test_the_same_step_of_the_same_plant_is_one_story(other, together):
    assert (len(stories_of(FIRST, other)) == 1) is together


@pytest.mark.parametrize(
    ("partner", "together"),
    [("Ford", True), ("Volvo", False)],
)
def test_a_ventures_plant_is_not_the_one_that_an_owner_builds_with_another(partner, together):
    owned = Organisation("x-blueoval", "BlueOval", "venture", "US", ("cell",), (), ("x-sk-on", "ford"))
    venture = document("BlueOval plans a works in Sunderland.", outlet="B")
    told = document(f"SK On and {partner} plan a works in Sunderland.")
    plants = [
        development(text, "facility", "announced", parties=[party(text, name) for name in names], where="Sunderland")
        for text, names in ((venture, ("BlueOval",)), (told, ("SK On", partner)))
    ]

    assert (len(gather(plants, [venture, told], known=Known({"x-blueoval": owned}))) == 1) is together


@pytest.mark.parametrize(
    ("other", "together"),
    [(("SK On", "Ford"), True), (("SK Innovation", "Ford"), True), (("SK On", "Volvo"), False), (("SK On",), True)],
)
def test_with_another_partner_it_is_another_plant(other, together):
    plants = []
    for names, outlet in ((("SK On", "Ford"), "A"), (other, "B")):
        text = document(f"{' and '.join(names)} plan a works in Sunderland.", outlet=outlet)
        owners = [party(text, name) for name in names]
        plants.append((text, development(text, "facility", "announced", parties=owners, where="Sunderland")))

    assert (len(stories_of(*plants)) == 1) is together


@pytest.mark.parametrize(
    ("other", "together"),
    [
        (deal("CATL and Chery agreed on supplies.", "CATL", "Chery", outlet="B"), True),
        (deal("CATL and Huawei agreed on supplies.", "CATL", "Huawei", outlet="B"), False),
        (deal("CATL and Chery ended their contract.", "CATL", "Chery", stage="terminated", outlet="B"), False),
        (deal("CATL signed a contract.", "CATL", outlet="B"), False),
    ],
)
def test_a_deal_is_known_by_its_partners(other, together):
    told = deal("CATL and Chery signed a supply contract.", "CATL", "Chery")

    assert (len(stories_of(told, other)) == 1) is together


JOINT = deal("CATL and Chery agreed to develop sodium cells.", "CATL", "Chery", kind="partnership")


@pytest.mark.parametrize(
    ("other", "together"),
    [
        (deal("CATL and Chery develop cells.", "CATL", "Chery", kind="technology", stage="announced"), True),
        (deal("CATL and Huawei develop cells.", "CATL", "Huawei", kind="technology", stage="announced"), False),
        (deal("CATL showed a new cell.", "CATL", kind="technology", stage="announced"), False),
        (deal("CATL and Chery recall a cell.", "CATL", "Chery", kind="incident", stage="occurred"), False),
    ],
)
def test_what_two_develop_together_is_their_partnership(other, together):
    assert (len(stories_of(JOINT, other)) == 1) is together


@pytest.mark.parametrize(
    ("owners", "published", "together"),
    [
        (("CATL", "Chery"), "2022-12-15", True),
        (("CATL", "Chery"), "2022-12-20", False),
        (("CATL", "Huawei"), "2022-12-15", False),
        (("CATL",), "2022-12-15", False),
    ],
)
def test_a_venture_is_told_as_the_plant_it_builds(owners, published, together):
    told = document(f"{' and '.join(owners)} will make cathodes.", outlet="B", published=published)
    built = told, development(told, "facility", "announced", parties=[party(told, name, "owner") for name in owners])

    assert (len(stories_of(JOINT, built)) == 1) is together


@pytest.mark.parametrize(
    ("sum_", "currency", "together"), [(2.9, "USD", True), (0.3, "USD", False), (0.3, "EUR", True)]
)
def test_grants_of_one_giver_are_two_where_one_is_many_times_the_other(sum_, currency, together):
    def grant(outlet, amount, currency):
        text = document(f"The ministry gives {amount} billion for cells.", outlet=outlet)
        said = {"product": named(text, "cells", "cell"), "sums": [money(text, f"{amount} billion", amount, currency)]}
        return text, development(
            text, "investment", "announced", parties=[party(text, "ministry", "government")], **said
        )

    assert (len(stories_of(grant("A", 2.8, "USD"), grant("B", sum_, currency))) == 1) is together


@pytest.mark.parametrize(("sum_", "together"), [(220, True), (230, False)])
def test_a_grant_of_the_same_sum_is_one_whatever_goods_a_text_names(sum_, together):
    def grant(goods, sum_):
        text = document(f"Syrah is given {sum_} million for {goods}.", outlet=goods)
        said = {"product": named(text, goods, goods), "sums": [money(text, f"{sum_} million", sum_)]}
        return text, development(text, "investment", "announced", parties=[party(text, "Syrah")], **said)

    assert (len(stories_of(grant("anode", 220), grant("graphite", sum_))) == 1) is together


def test_who_buys_a_company_is_a_partner_though_he_owns_it_then():
    known = Known(
        {"x-northvolt": Organisation("x-northvolt", "Northvolt", "company", "SE", ("cell",), (), ("x-lyten",))}
    )
    one, other = (
        deal("Lyten acquires Northvolt.", kind="investment", stage="announced", published="2026-02-27", outlet=outlet)
        for outlet in "AB"
    )
    sides = [("Lyten", "investor"), ("Northvolt", "target")]
    told = [
        (text, replace(said, parties=tuple(party(text, name, role) for name, role in sides)))
        for text, said in (one, other)
    ]

    [story] = gather([said for _, said in told], [text for text, _ in told], known=known)
    assert set(story.companies) == {"x-lyten", "x-northvolt"}


def test_partners_are_one_whatever_town_a_text_is_sent_from():
    told = [
        (one, development(one, "partnership", "mou", parties=[party(one, "CATL"), party(one, "Chery")], where=town))
        for town in ("Ningde", "Debrecen")
        for one in [document(f"CATL and Chery signed a memorandum, said {town}.", outlet=town)]
    ]

    assert len(stories_of(*told)) == 1


def test_a_partner_and_his_parent_are_not_two_partners():
    known = Known({"catl": Organisation("catl", "CATL", "company", "CN", ("cell",), (), ("x-holding",))})
    told = [
        (
            one,
            development(
                one, "supply", "signed", parties=[party(one, "CATL", "supplier"), party(one, name, "customer")]
            ),
        )
        for name in ("Chery", "Huawei")
        for one in [document(f"CATL will supply {name}.", outlet=name)]
    ]

    assert len(gather([one[1] for one in told], [one[0] for one in told], known=known)) == 2


def test_a_country_alone_joins_only_news_of_one_moment():
    def told(published):
        one = document(f"CATL builds in Hungary ({published}).", published=published, outlet=published)
        return one, development(one, "facility", "construction", parties=[party(one, "CATL")], country="HU")

    assert len(stories_of(told("2022-12-09"), told("2022-12-10"))) == 1
    assert len(stories_of(told("2022-12-09"), told("2022-12-17"))) == 2


@pytest.mark.parametrize(("scope", "together"), [("phase", True), ("total", False)])
def test_a_first_phase_may_be_small_beside_the_whole(scope, together):
    def told(words, value, scope):
        one = document(f"AESC builds a works of {words} in Britain.", outlet=words)
        sizes = [capacity(one, words, value, scope=scope)]
        return one, development(
            one, "facility", "construction", parties=[party(one, "AESC")], country="GB", capacities=sizes
        )

    assert (len(stories_of(told("30 GWh", 30, "total"), told("3 GWh", 3, scope))) == 1) is together


def test_two_deals_of_one_company_in_one_article_are_two_stories():
    told = document("CATL signed with Huawei and, the same day, with Chery.")
    deals = [
        development(told, "partnership", "mou", parties=[party(told, "CATL"), party(told, name)])
        for name in ("Huawei", "Chery")
    ]

    assert len(gather(deals, [told])) == 2


def test_a_product_of_another_family_is_another_plant():
    cells = plant("AESC builds a cell plant in Sunderland.", outlet="A")
    told = document("AESC builds a cathode plant in Sunderland.", outlet="B")
    cathodes = development(
        told,
        "facility",
        "construction",
        parties=[party(told, "AESC")],
        where="Sunderland",
        product=named(told, "cathode", "cathode"),
    )
    with_product = (
        cells[0],
        development(
            cells[0],
            "facility",
            "construction",
            parties=[party(cells[0], "AESC")],
            where="Sunderland",
            product=named(cells[0], "cell", "cell"),
        ),
    )

    assert len(stories_of(with_product, (told, cathodes))) == 2


def test_figures_that_disagree_do_not_part_what_a_town_joins():
    one, other = (
        (
            told,
            development(
                told,
                "facility",
                "announced",
                parties=[party(told, "CATL")],
                where="Debrecen",
                capacities=[capacity(told, words, value)],
            ),
        )
        for words, value, outlet in [("100 GWh", 100, "A"), ("60 GWh", 60, "B")]
        for told in [document(f"CATL plans {words} in Debrecen.", outlet=outlet)]
    )

    assert len(stories_of(one, other)) == 1


def test_a_money_facet_joins_its_plant():
    told = document("Northvale plans a plant in Debrecen; Northvale gets EUR 20 million for Debrecen.")
    facets = [
        development(told, kind, "announced", parties=[party(told, "Northvale")], where="Debrecen")
        for kind in ("facility", "investment")
    ]

    [story] = gather(facets, [told])

    assert story.kind == "facility"


def test_what_one_text_tells_twice_its_copies_tell_twice():
    text = "CATL began a hall in Debrecen. CATL began another hall in Debrecen. " + " ".join(map(str, range(40)))
    told = []
    for outlet in "AB":
        one = document(text, outlet=outlet)
        for sentence in ("CATL began a hall in Debrecen", "CATL began another hall in Debrecen"):
            by = [party(one, "CATL")]
            told.append(
                (one, development(one, "facility", "construction", parties=by, where="Debrecen", evidence=sentence))
            )

    stories = stories_of(*told)

    assert [len(story.developments) for story in stories] == [2, 2]
    assert len({story.id for story in stories}) == 2


def test_background_makes_no_story():
    told = plant("AESC opened its first plant in Sunderland in 2012.", background=True, stage="operating")

    assert stories_of(told) == []


@pytest.mark.parametrize(("published", "joins"), [("2023-03-20", True), ("2023-07-20", False)])
def test_background_joins_no_story_of_long_ago(published, joins):
    recalled = plant("AESC, which broke ground in Sunderland, hires.", published=published, background=True, outlet="B")

    [story] = stories_of(FIRST, recalled)
    assert (recalled[1].id in story.developments) is joins


def test_background_joins_the_story_it_recalls():
    recalled = plant(
        "AESC, which broke ground in Sunderland in December, hires.", published="2023-02-01", background=True
    )
    other = plant(
        "AESC, which opened its first plant in Sunderland in 2012, hires.",
        published="2023-02-01",
        background=True,
        stage="operating",
    )

    [story] = stories_of(FIRST, recalled, other)

    assert story.developments == (FIRST[1].id, recalled[1].id)
    assert story.last_told == date(2022, 12, 9)


def test_every_join_says_why():
    other = plant(
        "Envision AESC started work in Sunderland.", company="Envision AESC", published="2022-12-10", outlet="B"
    )

    [story] = stories_of(FIRST, other)

    assert story.because == (
        "B (2022-12-10) tells what A (2022-12-09) told: both name Envision AESC; both in Sunderland; told 1 day apart",
    )


def test_a_day_both_name_says_more_than_the_days_of_telling():
    def told(text, day, published, outlet):
        one = document(text, published=published, outlet=outlet)
        dates = [dated(one, day, "event", "2022-12-09")]
        return one, development(
            one, "facility", "construction", parties=[party(one, "AESC")], where="Sunderland", dates=dates
        )

    early = told("AESC began on 9 December in Sunderland.", "9 December", "2022-12-09", "A")
    late = told("AESC began on December 9 in Sunderland.", "December 9", "2022-12-29", "B")

    assert len(stories_of(early, late)) == 1


def test_the_id_says_what_is_told_not_where_the_words_stand():
    moved = plant("Good morning! AESC broke ground on its second plant in Sunderland.")
    other_stage = plant("AESC broke ground on its second plant in Sunderland.", stage="announced")

    assert stories_of(FIRST)[0].id == stories_of(moved)[0].id
    assert stories_of(FIRST)[0].id != stories_of(other_stage)[0].id


@st.composite
def news(draw):
    """A few weeks of news on a few plants, near enough to each other to be mixed up."""
    told = []
    for number in range(draw(st.integers(2, 12))):
        company = draw(st.sampled_from(["AESC", "CATL"]))
        where = draw(st.sampled_from(["Sunderland", "Debrecen"]))
        day = draw(st.integers(1, 14))
        which = draw(st.sampled_from(["plant", "plant", "second plant"]))
        told.append(
            plant(
                f"{company} speaks of its {which} in {where} ({number}).",
                company=company,
                where=where,
                published=f"2022-12-{day:02}",
                outlet=f"outlet {number}",
                stage=draw(st.sampled_from(["announced", "construction", "construction", "operating"])),
                background=draw(st.sampled_from([False, False, True])),
            )
        )
    return told


@given(news(), st.randoms(use_true_random=False))
@settings(max_examples=60)
def test_the_order_of_developments_does_not_matter(told, random: Random):
    assert stories_of(*told) == stories_of(*random.sample(told, len(told)))


def test_pairs_that_contradict_each_other_are_not_asked_what_speaks_for_them(monkeypatch):
    """A company at one step in two towns of a country: it is enough that they are two places."""
    from cellwire.stories import compared

    monkeypatch.setattr(compared, "_reason", lambda *_: pytest.fail("asked of two plants"))

    assert len(stories_of(*(plant(f"AESC builds in {town}.", where=town) for town in ("Debrecen", "Győr")))) == 2


def test_the_collector_of_circles_rests_while_stories_are_gathered_and_no_longer(monkeypatch):
    from cellwire.stories import gathering

    seen = []
    tell = gathering.tell
    monkeypatch.setattr(gathering, "tell", lambda *given, **more: seen.append(gc.isenabled()) or tell(*given, **more))
    gc.enable()
    stories_of(FIRST)

    assert seen == [False]
    assert gc.isenabled()


@given(news())
@settings(max_examples=60)
def test_no_development_is_lost_and_none_is_in_two_stories(told):
    stories = stories_of(*told)
    gathered = [id for story in stories for id in story.developments]

    assert len(gathered) == len(set(gathered))
    assert {one.id for _, one in told if not one.background} <= set(gathered)
    assert stories == sorted(stories, key=lambda story: (story.first_told, story.id))


def project(text, *, where=None, amount=None, sum_=None, scope="total", starts=None, **more):
    told = document(text, outlet=text[:20], **more)
    place = {"where": where} if where else {}
    return told, development(
        told,
        "facility",
        "announced",
        parties=[party(told, "Redwood")],
        capacities=[capacity(told, f"{amount} GWh", amount, scope=scope)] if amount else [],
        sums=[money(told, f"${sum_} billion", sum_ * 1e9, "USD")] if sum_ else [],
        dates=[dated(told, starts, "production_start", starts)] if starts else [],
        **place,
    )


@pytest.mark.parametrize(
    ("one", "other", "together"),
    [
        # one text names the county, the other the next big town; both have the same sum and the same output
        (
            project("Redwood builds 100 GWh for $3.5 billion in Győr.", where="Győr", amount=100, sum_=3.5),
            project("In Debrecen Redwood plans 100 GWh at $3.5 billion.", where="Debrecen", amount=100, sum_=3.5),
            True,
        ),
        (
            project("Redwood builds 100 GWh in Győr.", where="Győr", amount=100),
            project("In Debrecen Redwood plans 100 GWh.", where="Debrecen", amount=100),
            False,
        ),
        # the first line of a plant is smaller than the plant
        (
            project("Redwood begins with 6 GWh for $1.5 billion.", amount=6, sum_=1.5, scope="phase"),
            project("A plant of 36 GWh is what Redwood gets for $1.5 billion.", amount=36, sum_=1.5),
            True,
        ),
        (
            project("Redwood hopes to produce from 2027 on.", starts="2027"),
            project("Not before 2027 will Redwood begin.", starts="2027"),
            True,
        ),
        (
            project("Redwood hopes to produce from 2027 on.", starts="2027"),
            project("Not before 2029 will Redwood begin.", starts="2029"),
            False,
        ),
    ],
)
def test_figures_in_common_say_that_two_texts_mean_one_project(one, other, together):
    assert (len(stories_of(one, other)) == 1) is together


def test_a_plant_two_companies_weigh_and_its_goods_are_one_report():
    told = document("Ford and CATL are said to weigh a plant in Michigan, which would supply Ford.")
    plant_, goods = (
        development(told, kind, "considered", parties=[party(told, "Ford", "owner"), party(told, "CATL", role)],
                    certainty=certainty, modality="reported", where=where)
        for kind, role, where, certainty in [
            ("facility", "operator", "Michigan", "reported"), ("supply", "supplier", None, "reported"),
        ]
    )  # fmt: skip

    assert len(gather([plant_, goods], [told])) == 1


@pytest.mark.parametrize(("published", "together"), [("2022-12-14", True), ("2022-12-15", True), ("2022-12-21", False)])
def test_the_next_test_of_a_makers_cell_is_other_news(published: str, together: bool):
    told = [document("Lumen tested its solid-state cell.", outlet="A", published="2022-12-14")]
    told.append(document("Lumen put its solid-state cell to the test.", outlet="B", published=published))
    cells = [{"parties": [party(one, "Lumen")], "product": named(one, "cell", "cell")} for one in told]
    tests = [development(one, "technology", "testing", **cell) for one, cell in zip(told, cells, strict=True)]

    assert (len(gather(tests, told)) == 1) is together


@pytest.mark.parametrize(
    ("firm", "kinds", "together"),
    [
        ("Lumen Cells", ["sodium-ion"], True),
        ("Lumen Group", ["sodium-ion"], False),
        ("Lumen Group", [], True),
    ],
)
def test_a_venture_shows_no_goods_of_its_owners(firm: str, kinds: list[str], together: bool) -> None:
    venture = Organisation("x-lumen-cells", "Lumen Cells", "venture", "JP", ("cell",), (), ("x-lumen-group",))
    told = []
    for outlet, name, of in (("A", "Lumen Cells", []), ("B", firm, kinds)):
        text = document(f"{name} showed a sodium-ion storage system.", outlet=outlet, published="2022-12-14")
        goods = {"product": named(text, "storage", "storage"), "chemistry": [named(text, each, each) for each in of]}
        told.append((text, development(text, "technology", "announced", parties=[party(text, name)], **goods)))
    stories = gather([each[1] for each in told], [each[0] for each in told], known=Known({"x-lumen-cells": venture}))

    assert (len(stories) == 1) is together


def test_stories_that_say_the_same_are_numbered_alike_when_they_are_taken_up_again() -> None:
    """Two plants of one country, owner and day differ in size alone; what was gathered before is not gathered again."""
    told = []
    for size in (2, 80, 900):
        text = document(f"AESC will build a {size} GWh plant.", outlet=str(size))
        size_told = capacity(text, f"{size} GWh", size)
        told.append((text, development(text, country="GB", parties=[party(text, "AESC")], capacities=[size_told])))
    by_id = {one.id: one for _, one in told}

    stories = stories_of(*told)
    kept = [gathered_before(one, by_id[one.developments[0]]) for one in reversed(stories)]

    assert sorted(story.id.partition("-")[2] for story in stories) == ["", "2", "3"]
    assert number_stories(kept) == stories
    assert [story.id for story in number_stories(kept[:-1])] == [story.id for story in stories[:-1]]


@pytest.mark.parametrize(("role", "together"), [("supplier", False), ("owner", True)])
def test_a_store_of_a_makers_batteries_is_not_the_plant_that_makes_them(role, together):
    texts = ("A Voltara battery went live in Sunderland.", "Voltara opens a battery plant for storage in Sunderland.")
    told = [document(text, published="2022-12-09", outlet=text[:4]) for text in texts]
    devs = [
        development(
            each,
            "facility",
            "operating",
            parties=[party(each, "Voltara", as_)],
            where="Sunderland",
            product=named(each, "battery", "storage"),
        )
        for each, as_ in zip(told, (role, "owner"), strict=True)
    ]

    assert (len(stories_of(*zip(told, devs, strict=True))) == 1) is together
