"""What is told is what a story's signs agree on: its titles, most of its texts, and the sentence of each figure."""

from __future__ import annotations

from dataclasses import replace

import pytest
from msgspec import structs

from cellwire.lexicon import load_lexicon
from cellwire.publish import BriefSettings
from cellwire.publish.brief.edition import why_no_name
from publish import factories as make
from publish.at_hand import edition
from publish.test_belonging import where
from publish.test_told_once import ENDING, NOTHING, brief_of, heads, plant, said


def together(*developments, docs):
    one = make.story("s", list(developments))
    return edition(NOTHING, [one], docs, developments, week_ending=ENDING, settings=BriefSettings())


def telling(id: str, title: str, stage: str):
    doc = make.document(id, f"Nordcell spoke in text {id} of its battery plant in Windsor.", title=title)
    return doc, plant(doc, stage, parties=("Nordcell",), place=make.place(doc, "Windsor", "CA"), id=id)


PLAN = "Nordcell plans a plant"


@pytest.mark.parametrize(
    ("titles", "stages", "head"),
    [
        ([PLAN, PLAN, PLAN], ["permitted", "announced", "announced"], "Nordcell plans battery plant in Windsor"),
        ([PLAN, PLAN, PLAN], ["construction", "announced", "announced"], "Nordcell plans battery plant in Windsor"),
        ([PLAN, PLAN, "Nordcell breaks ground"], ["construction", "announced", "announced"], "builds"),
        ([PLAN, PLAN, PLAN], ["construction", "construction", "announced"], "builds"),
        ([PLAN, PLAN, "Nordcell plant approved"], ["permitted", "announced", "announced"], "approv"),
    ],
)
def test_a_step_is_told_where_titles_or_most_texts_bear_it_out(titles, stages, head) -> None:
    told = [telling(id, title, stage) for id, title, stage in zip("abc", titles, stages, strict=True)]
    [printed] = heads(together(*(dev for _, dev in told), docs=[doc for doc, _ in told]))

    assert head in printed


def supplies(doc, *, tonnes=(), suppliers=("Alder", "Birch")):
    sellers = tuple(make.party(doc, name, "supplier") for name in suppliers)
    return make.development(
        doc,
        "supply",
        "signed",
        parties=(*sellers, make.party(doc, "Ford", "customer")),
        product=make.named(doc, "lithium", "lithium"),
        capacity=tuple(make.capacity(doc, words, value, "t", yearly=False) for words, value in tonnes),
        evidence=doc.text.split(". ")[0],
    )


def test_what_one_of_several_suppliers_brings_is_not_the_volume_of_all() -> None:
    doc = make.document("a", "Ford signed lithium deals with Alder and Birch. Alder will supply 90,000 tonnes.")
    both = make.document("b", "Ford signed lithium deals with Alder and Birch. Alder and Birch supply 90,000 tonnes.")
    volume = [("90,000 tonnes", 90_000)]

    brief = brief_of(supplies(doc, tonnes=volume), docs=[doc])
    assert heads(brief) == ["Ford signs supply agreements for lithium with Alder and Birch"]
    assert "90,000" not in said(brief)
    assert "90,000" in said(brief_of(supplies(both, tonnes=volume), docs=[both]))


def test_a_text_on_one_of_several_suppliers_gives_the_deals_no_volume() -> None:
    doc = make.document("a", "Ford signed lithium deals with Alder and Birch.")
    more = make.document("b", "Alder supplies Ford with 90,000 tonnes of lithium.")
    one = supplies(more, tonnes=[("90,000 tonnes", 90_000)], suppliers=("Alder",))
    brief = together(supplies(doc), replace(one, id="more"), docs=[doc, more])

    assert "90,000" not in said(brief)


def test_a_deal_with_some_of_a_buyers_suppliers_is_told_with_all_of_them() -> None:
    doc = make.document("a", "Ford signed lithium deals with Alder and Birch.")
    less = make.document("b", "Alder is to supply Ford with lithium.")
    deals = [supplies(doc), replace(supplies(less, suppliers=("Alder",)), id="less")]

    assert heads(brief_of(*deals, docs=[doc, less])) == [
        "Ford signs supply agreements for lithium with Alder and Birch"
    ]


def test_a_grant_that_is_called_off_was_its_givers() -> None:
    doc = make.document("a", "The ministry cancelled a grant of $20 million for Nordcell, which makes batteries.")
    off = make.development(
        doc,
        "investment",
        "terminated",
        parties=(make.party(doc, "The ministry", "government"), make.party(doc, "Nordcell", "target")),
        money=(make.money(doc, "$20 million", 20e6, "USD"),),
    )

    assert heads(brief_of(off, docs=[doc])) == ["The ministry calls off grant for Nordcell"]


@pytest.mark.parametrize(
    ("below", "head"),
    [
        ("Nordcell will build the plant in Windsor, it said on Monday.", "Nordcell plans battery plant in Windsor"),
        ("Nordcell appears to have opted for Windsor. It had other sites in view.", "Report: "),
        ("Nordcell is reportedly near a decision for Windsor.", "Report: "),
    ],
)
def test_a_headlines_plan_is_as_firm_as_the_sentence_below_it(below, head) -> None:
    title = "Nordcell to build battery plant in Windsor"
    doc = make.document("a", f"{title}\n\n{below}")
    told = plant(doc, parties=("Nordcell",), place=make.place(doc, "Windsor", "CA"), evidence=title, modality="planned")

    [printed] = heads(brief_of(told, docs=[doc]))
    assert printed.startswith(head)


@pytest.mark.parametrize(
    ("text", "name", "reason"),
    [
        ("Ford buys lithium from US-produced sources.", "US-produced", "what land"),
        ("Ministry rejects plant after XQP criticism\nLawmakers had spoken against it.", "XQP", "headline alone"),
        ("Norrvik Cells (OTCPK:NRVKY -1.5%) grows. NRVKY builds a plant.", "NRVKY", "short name"),
        ("XQP builds a plant\nThe plant of XQP is to open in May.", "XQP", ""),
    ],
)
def test_what_only_looks_like_a_name_is_none(text, name, reason) -> None:
    doc = make.document("a", text)
    why = why_no_name(make.party(doc, name, "owner"), doc)

    assert reason in why
    assert bool(why) is bool(reason)


def priced(id: str, text: str, outlet: str, *sums: tuple[str, float, str]):
    doc = make.document(id, text, outlet=outlet)
    money = tuple(make.money(doc, words, amount, currency) for words, amount, currency in sums)
    return doc, replace(plant(doc, parties=("Nordcell",), place=make.place(doc, "Windsor", "CA"), id=id), money=money)


def test_one_sum_at_two_rates_is_no_dispute() -> None:
    text = "Nordcell plans a battery plant in Windsor for C$5 billion ({})."
    cad = ("C$5 billion", 5e9, "CAD")
    one = priced("a", text.format("$4.0 billion"), "Gazette", cad, ("$4.0 billion", 4e9, "USD"))
    two = priced("b", text.format("$4.1 billion"), "Courier", cad, ("$4.1 billion", 4.1e9, "USD"))

    assert "differ" not in said(together(one[1], two[1], docs=[one[0], two[0]]))


def test_an_outlets_short_name_does_not_end_in_the_air() -> None:
    text = "Nordcell plans a battery plant in Windsor for ${} billion."
    one = priced("a", text.format(4), "Chamber of Trade of Windsor", ("$4 billion", 4e9, "USD"))
    two = priced("b", text.format(7), "Courier", ("$7 billion", 7e9, "USD"))

    assert "Chamber of Trade says $4 billion" in said(together(one[1], two[1], docs=[one[0], two[0]]))


def lent(doc, stage="announced", *, to=(("Nordcell", None),), amount=("$20 million", 20e6), **more):
    takers = tuple(make.party(doc, name, "target", id=id) for name, id in to)
    return make.development(
        doc,
        "investment",
        stage,
        parties=(make.party(doc, "The ministry", "government"), *takers),
        money=(make.money(doc, *amount, "USD"),),
        **more,
    )


@pytest.mark.parametrize(
    ("title", "head"),
    [
        (
            "Nordcell gets conditional loan for battery plant",
            "The ministry offers Nordcell loan of $20 million for battery plant",
        ),
        ("Nordcell plans battery plant in Windsor", "Nordcell plans battery plant in Windsor"),
    ],
)
def test_a_loan_in_most_titles_is_told_and_not_the_plant_it_is_for(title, head) -> None:
    text = "The ministry offers Nordcell a loan of $20 million for its battery plant in Windsor with 9 GWh a year ({})."
    docs = [make.document(id, text.format(id), title=title) for id in "ab"]
    plants = [
        plant(
            doc,
            parties=("Nordcell",),
            place=make.place(doc, "Windsor", "CA"),
            gwh=[(9, "new")],
            id=f"plant-{doc.id}",
        )
        for doc in docs
    ]
    loans = [lent(doc, id=f"loan-{doc.id}") for doc in docs]
    brief = together(*plants, *loans, docs=docs)

    assert heads(brief) == [head]
    assert ("capacity" in said(brief)) is head.startswith("Nordcell")


def test_a_loan_to_a_venture_is_not_its_owners() -> None:
    one = make.document("a", "The ministry granted a venture of Ford and SK On a loan of $20 million for batteries.")
    two = make.document("b", "The ministry granted BlueOval SK, a venture, a loan of $20 million for batteries.")
    loans = (
        lent(one, "completed", to=(("Ford", "ford"), ("SK On", "sk-on"))),
        lent(two, "completed", to=(("BlueOval SK", "blueoval-sk"),), id="b"),
    )

    assert heads(together(*loans, docs=[one, two])) == ["The ministry lends BlueOval SK $20 million"]


@pytest.mark.parametrize(
    ("words", "printed"),
    [
        (("about 50 GWh", "up to 50 GWh", "up to 50 GWh"), "up to 50 GWh"),
        (("50 GWh", "50 GWh", "50 GWh", "up to 50 GWh", "up to 50 GWh"), "up to 50 GWh"),  # no firmer than two have it
        (("about 50 GWh", "about 50 GWh", "up to 50 GWh"), "about 50 GWh"),
    ],
)
def test_one_value_is_hedged_as_its_texts_hedge_it(words: tuple[str, ...], printed: str) -> None:
    told = []
    for id, size in zip("abcde", words, strict=False):
        doc = make.document(id, f"Nordcell plans a battery plant in Windsor with {size} a year, says text {id}.")
        how = "about" if size.startswith("about") else "up to" if size.startswith("up") else "exact"
        capacity = make.capacity(doc, "50 GWh", 50, "GWh/yr", how=how)
        one = plant(doc, parties=("Nordcell",), place=make.place(doc, "Windsor", "CA"), id=id)
        told.append((doc, replace(one, capacity=(capacity,))))

    assert printed in said(together(*(dev for _, dev in told), docs=[doc for doc, _ in told]))


def test_a_sum_of_sums_is_no_finer_than_the_roughest() -> None:
    texts = {"Alder": ("$9.63 billion", 9.63e9), "Birch": ("$754.8 million", 754.8e6)}
    docs = [
        make.document(name, f"The ministry lends {name} {words} for batteries.") for name, (words, _) in texts.items()
    ]
    loans = [
        lent(doc, "completed", to=((name, None),), amount=texts[name], id=name)
        for doc, name in zip(docs, texts, strict=True)
    ]
    brief = brief_of(*loans, docs=docs)

    assert "$10.38 billion" in [figure.text for figure in brief.figures]


def test_a_second_headline_begins_small_in_the_title() -> None:
    docs = [
        make.document("a", "Nordcell plans a battery plant in Windsor with 40 GWh."),
        make.document("b", "The ministry lends Alder $20 million for batteries."),
    ]
    first = plant(docs[0], parties=("Nordcell",), place=make.place(docs[0], "Windsor", "CA"), gwh=[(40, "new")])
    second = lent(docs[1], "completed", to=(("Alder", None),), id="loan")

    assert brief_of(first, second, docs=docs).title.endswith("; the ministry lends Alder $20 million")


def test_the_chapter_of_the_weightiest_story_stands_first() -> None:
    docs = [
        make.document("a", "Nordcell plans a battery plant in Windsor."),
        make.document("b", "The ministry lends Alder $9 billion for batteries."),
    ]
    small = plant(docs[0], parties=("Nordcell",), place=make.place(docs[0], "Windsor", "CA"))
    main = lent(docs[1], "completed", to=(("Alder", None),), amount=("$9 billion", 9e9), id="loan")

    brief = brief_of(small, main, docs=docs)
    assert [chapter.title for chapter in brief.chapters] == ["Deals and companies", "Plants"]
    assert brief.title.startswith("The ministry lends Alder")


@pytest.mark.parametrize(
    ("place", "land", "headings"),
    [("Windsor", "CA", 1), ("Ridgely", "US", 2)],
)
def test_a_plant_stands_below_no_plant_of_another_country(place: str, land: str, headings: int) -> None:
    docs = [
        make.document("a", "Nordcell plans a battery plant in Windsor with 40 GWh."),
        make.document("b", f"Nordcell opened a recycling plant, and no battery plant, in {place}.", outlet="Ore News"),
    ]
    one = plant(docs[0], parties=("Nordcell",), place=make.place(docs[0], "Windsor", "CA"), gwh=[(40, "new")])
    made = {"product": make.named(docs[1], "recycling plant", "recycling")}
    other = plant(docs[1], "operating", parties=("Nordcell",), place=make.place(docs[1], place, land), id="b", **made)

    assert len(list(brief_of(one, other, docs=docs).items())) == headings


@pytest.mark.parametrize(
    ("words", "titled"),
    [("The ministry lends Alder $20 million for batteries.", "The ministry lends Alder $20 million"),
     ("A talk on batteries.", "Nordcell considers battery plant in Windsor")],
)  # fmt: skip
def test_what_is_only_weighed_gives_the_title_where_nothing_else_does(words: str, titled: str) -> None:
    docs = [make.document("a", "Nordcell considers a battery plant in Windsor with 40 GWh."), make.document("b", words)]
    place = make.place(docs[0], "Windsor", "CA")
    weighed = plant(docs[0], "considered", parties=("Nordcell",), place=place, modality="considering")
    firm = [lent(docs[1], "completed", to=(("Alder", None),), id="loan")] if "Alder" in words else []

    assert brief_of(weighed, *firm, docs=docs).title == titled


def test_a_park_stands_in_its_state() -> None:
    doc = make.document("a", "Nordcell plans a battery plant at Camp Hall.")
    site = where(doc, "Camp Hall", camp_hall())

    assert "Camp Hall, South Carolina" in said(brief_of(plant(doc, parties=("Nordcell",), place=site), docs=[doc]))


def camp_hall() -> str:
    return next(id for id, known in load_lexicon().localities.items() if known.name == "Camp Hall")


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("Ford signed a lithium deal with Alder for four years.", "It is to run for four years."),
        ("Ford signed a three-year supply agreement for lithium with Alder.", "It is to run for three years."),
        ("Ford signed a lithium deal with Alder, which it has known for five years already.", ""),
    ],
)
def test_for_how_long_goods_flow_is_told(words: str, told: str) -> None:
    doc = make.document("a", words)
    text = " ".join(sentence.text for sentence in brief_of(supplies(doc, suppliers=("Alder",)), docs=[doc]).sentences())

    assert told in text
    assert told or "run for" not in text


def test_who_supplies_whom_is_as_more_texts_have_it() -> None:
    texts = ("Alder signed a deal with Ford on lithium.", "Alder will supply Ford with lithium.")
    docs = [make.document(str(number), text, outlet=str(number)) for number, text in enumerate((*texts, texts[0]))]
    devs = [
        make.development(
            doc,
            "supply",
            "signed",
            parties=(make.party(doc, "Alder", sides[0]), make.party(doc, "Ford", sides[1])),
            product=make.named(doc, "lithium", "lithium"),
        )
        for doc, sides in zip(docs, [("customer", "supplier"), *[("supplier", "customer")] * 2], strict=True)
    ]
    brief = edition(NOTHING, [make.story("s", devs)], docs, devs, week_ending=ENDING, settings=BriefSettings())

    assert (
        heads(brief)[0].startswith("Alder signs agreement to supply Ford") or "Alder to supply Ford" in heads(brief)[0]
    )


def test_jobs_that_go_elsewhere_are_no_other_count_of_these() -> None:
    words = "Ford cuts 550 jobs in Columbus and 1,200 jobs in Detroit."
    docs = [make.document(name, words, outlet=name) for name in ("a", "b")]
    cuts = [
        make.development(
            doc,
            "incident",
            "occurred",
            parties=(make.party(doc, "Ford", "owner"),),
            jobs=make.jobs(doc, f"{count} jobs", int(count.replace(",", ""))),
            place=structs.replace(make.place(doc, town, "US"), id=id),
        )
        for doc, count, town, id in zip(
            docs, ("550", "1,200"), ("Columbus", "Detroit"), ("us-oh-columbus", "us-mi-detroit"), strict=True
        )
    ]
    brief = edition(NOTHING, [make.story("s", cuts)], docs, cuts, week_ending=ENDING, settings=BriefSettings())

    assert "differ" not in said(brief)


@pytest.mark.parametrize(("exactness", "head"), [(0.3, "Voltara to supply Nordcell"), (0.7, "plans")])
def test_a_plan_that_is_hardly_read_does_not_lead_before_the_order_for_it(exactness: float, head: str) -> None:
    doc = make.document(
        "a", "Voltara is to supply Nordcell with storage systems for a storage plant in Windsor of 40 MWh."
    )
    goods = make.named(doc, "storage systems", "storage")
    sides = (make.party(doc, "Voltara", "supplier"), make.party(doc, "Nordcell", "customer"))
    order = make.development(doc, "supply", "signed", parties=sides, product=goods, id="order")
    owner = (make.party(doc, "Nordcell", "owner"),)
    plan = make.development(
        doc, "facility", "announced", parties=owner, place=make.place(doc, "Windsor", "CA"), product=goods, id="plan"
    )
    both = [order, make.replaced(plan, exactness=exactness)]
    story = make.story("s", [both[1], both[0]])
    brief = edition(NOTHING, [story], [doc], both, week_ending=ENDING, settings=BriefSettings())

    assert head in heads(brief)[0]


@pytest.mark.parametrize(
    ("words", "head"),
    [
        ("Voltara is to add 10 GWh of battery storage.", ["Voltara plans 10 GWh of energy storage"]),
        ("Voltara is to add 10 GWh of battery storage contracts.", []),
        ("Voltara is to add battery storage.", []),
    ],
)
def test_storage_that_stands_nowhere_is_told_by_how_much_it_is(words: str, head: list[str]) -> None:
    doc = make.document("a", words)
    sizes = (make.capacity(doc, "10 GWh", 10, "GWh"),) if "10" in words else ()
    goods = make.named(doc, "battery storage", "storage")
    sides = (make.party(doc, "Voltara", "owner"),)
    dev = make.development(doc, "facility", "announced", parties=sides, product=goods, modality="planned")

    assert heads(brief_of(make.replaced(dev, capacity=sizes), docs=[doc])) == head
