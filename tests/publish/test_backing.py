"""What stands behind a plan is told with it: a venture, a paper that is signed, what it hangs on, how firm money is."""

import pytest

from cellwire.model import Modality
from publish import factories as make
from publish.test_given import told_of
from publish.test_told_once import plant

PLANS = "Voltara and Baumwerk plan a battery plant in Debrecen, Hungary."
BOTH = ("Voltara", "Baumwerk")


def told(*texts: str, parties: tuple[str, ...] = BOTH) -> str:
    docs = [make.document(f"d{number}", text, outlet=f"Outlet {number}") for number, text in enumerate(texts)]
    devs = [
        (plant(doc, parties=parties, place=make.place(doc, "Debrecen", "HU"), modality=Modality.PLANNED), doc)
        for doc in docs
    ]
    return " ".join(sentence.text for sentence in told_of(*devs).sentences)


@pytest.mark.parametrize(
    ("behind", "expected"),
    [
        ("The two companies will set up a joint venture.", "They plan it as a joint venture."),
        ("Each will hold a 50 percent share of the joint venture.", "They plan it as a joint venture"),
        (
            "The partners have signed a memorandum of understanding and form a joint venture.",
            "They plan it as a joint venture, and have signed a memorandum of understanding.",
        ),
        ("The companies have signed a memorandum of understanding.", "They have signed a memorandum of understanding."),
        ("The project is subject to regulatory approval.", "The plan depends on approval by the authorities."),
        (
            "The project depends on public support and is subject to market conditions.",
            "The plan depends on public support and how the market develops.",
        ),
    ],
)
def test_what_stands_behind_a_plan_is_told_with_it(behind: str, expected: str) -> None:
    assert expected in told(f"{PLANS} {behind}")


@pytest.mark.parametrize(
    "behind",
    [
        "Northvolt and Volvo have founded a joint venture.",
        "The companies founded a joint venture in 2015.",
        "The partners have signed a memorandum of understanding on the supply of cells.",
        "The plant is no joint venture.",
        "The companies make cells.",
    ],
)
def test_what_others_or_an_older_plan_have_behind_them_is_not(behind: str) -> None:
    text = told(f"{PLANS} {behind}")

    assert "venture" not in text
    assert "memorandum" not in text


def test_two_texts_have_to_say_so_where_there_are_two() -> None:
    venture = f"{PLANS} The two companies will set up a joint venture."

    assert "joint venture" in told(venture, venture)
    assert "joint venture" not in told(venture, PLANS)


def test_one_company_plans_no_venture_with_itself() -> None:
    one = "Voltara plans a battery plant in Debrecen, Hungary. The company will set up a joint venture."

    assert "venture" not in told(one, parties=("Voltara",))


@pytest.mark.parametrize(
    ("words", "is_told"),
    [
        ("Voltara plans a joint-venture battery plant in Debrecen, Hungary.", True),
        ("Voltara plans a battery plant in Debrecen, Hungary, as a joint venture.", True),
        ("Voltara plans a battery plant in Debrecen, Hungary. It buys cells from a joint venture.", False),
    ],
)
def test_a_plant_of_a_venture_is_no_one_firms_own(words: str, is_told: bool) -> None:
    assert ("The plant is to belong to a joint venture." in told(words, parties=("Voltara",))) is is_told


def test_public_money_that_is_only_committed_is_told_as_that() -> None:
    words = "Baumwerk offered Voltara a loan of $80 million. It made a conditional commitment."
    doc = make.document("n", words)
    sides = (make.party(doc, "Baumwerk", "government"), make.party(doc, "Voltara", "target"))
    sums = (make.money(doc, "$80 million", 8e7, "USD"),)
    loan = make.development(doc, "investment", "announced", modality="planned", parties=sides, money=sums)

    assert "So far it is a conditional commitment." in [each.text for each in told_of((loan, doc)).sentences]


def test_public_money_for_a_plant_is_told_with_it() -> None:
    doc = make.document(
        "a",
        "Voltara plans a battery plant in Debrecen. Hungary has approved incentives of $90 million for Voltara's site.",
        title="Voltara plans battery plant in Debrecen",
    )
    gift = make.development(
        doc,
        "investment",
        "announced",
        parties=(make.party(doc, "Hungary", "government"), make.party(doc, "Voltara", "target")),
        money=(make.money(doc, "$90 million", 9e7, "USD"),),
    )
    site = plant(doc, parties=("Voltara",), place=make.place(doc, "Debrecen", "HU"), modality=Modality.PLANNED)
    text = " ".join(sentence.text for sentence in told_of((site, doc), (gift, doc)).sentences)

    assert "Hungary is to support it with incentives of $90 million." in text


def test_a_stake_that_is_agreed_on_is_not_only_planned() -> None:
    doc = make.document("a", "Baumwerk has signed an agreement to take a stake in Voltara for $90 million.")
    deal = make.development(
        doc,
        "investment",
        "announced",
        parties=(make.party(doc, "Baumwerk", "investor"), make.party(doc, "Voltara", "target")),
        money=(make.money(doc, "$90 million", 9e7, "USD"),),
        modality=Modality.PLANNED,
    )
    told = told_of((deal, doc))

    assert told.headline.text == "Baumwerk agrees to take stake in Voltara"
    assert told.sentences[0].text == "Baumwerk has agreed to take a stake in Voltara for $90 million."


def test_what_is_halted_and_why_is_told_and_not_that_something_burnt() -> None:
    doc = make.document("a", "Voltara has suspended production and shipments of its van after a battery caught fire.")
    dev = make.development(
        doc, "incident", "ongoing", parties=(make.party(doc, "Voltara", "owner"),), rule="incident.halt"
    )

    assert told_of((dev, doc)).headline.text == "Voltara halts production and deliveries after a battery fire"


def test_a_plant_that_pauses_is_told_as_that_with_when_it_resumes() -> None:
    doc = make.document(
        "a",
        "Voltara will halt cell production at its battery plant in Debrecen. Production should restart by mid-2023.",
    )
    dev = plant(
        doc,
        "delayed",
        parties=("Voltara",),
        place=make.place(doc, "Debrecen", "HU"),
        modality=Modality.PLANNED,
        dates=(make.dated(doc, "mid-2023", "production_start", "2023", part="mid"),),
    )
    told = told_of((dev, doc))

    assert told.headline.text == "Voltara plans to pause production at battery plant in Debrecen"
    assert [sentence.text for sentence in told.sentences][1:] == ["It is to resume by mid-2023."]


def test_what_more_texts_tell_leads_a_story_of_two_kinds() -> None:
    """A plant that could make the goods is not what is sold, and lends it neither its place nor its size."""
    words = "Alder is in talks to supply Ford with batteries, which a 30 GWh battery plant in Blyth could make."
    docs = [make.document(name, words, outlet=name) for name in ("a", "b", "c")]
    talks = [
        make.development(
            doc,
            "supply",
            "considered",
            parties=(make.party(doc, "Alder", "supplier"), make.party(doc, "Ford", "customer")),
            product=make.named(doc, "batteries", "cell"),
            modality=Modality.CONSIDERING,
        )
        for doc in docs[1:]
    ]
    site = plant(
        docs[0], "considered", parties=("Alder",), gwh=((30, "new"),), place=make.place(docs[0], "Blyth", "GB")
    )
    told = told_of((site, docs[0]), *zip(talks, docs[1:], strict=True))

    assert told.headline.text == "Alder in talks on an agreement to supply Ford with batteries"
    assert "30 GWh" not in " ".join(sentence.text for sentence in told.sentences)


WORKS, SITE = "plant for storage batteries", "battery storage project"


@pytest.mark.parametrize(
    ("words", "stored", "noun"),
    [
        ("Voltara is to build a new plant for energy storage batteries in Debrecen.", "energy storage", WORKS),
        ("Voltara is to build a Megapack facility in Debrecen.", "Megapack", WORKS),
        (
            "Voltara is to build a solar park with battery storage in Debrecen, making 7 GWh.",
            "battery storage",
            "solar and storage project",
        ),
        ("Voltara is to build solar cell manufacturing and battery storage in Debrecen.", "battery storage", SITE),
    ],
)
def test_who_makes_what_stores_power_is_told_from_who_stores_it(words: str, stored: str, noun: str) -> None:
    doc = make.document("a", words)
    told = told_of((make.voltaras(doc, makes=(stored, "storage")), doc)).headline.text

    assert told == f"Voltara plans {noun} in Debrecen"


def test_a_plant_that_makes_storage_batteries_is_no_storage_site_and_starts_when_it_does() -> None:
    doc = make.document(
        "a",
        "Voltara's battery plant in Debrecen will begin producing energy storage batteries in December 2022, it said.",
        title="Voltara starts production in Debrecen",
    )
    dev = plant(
        doc,
        "operating",
        parties=("Voltara",),
        product=make.named(doc, "energy storage batteries", "storage"),
        place=make.place(doc, "Debrecen", "HU"),
        dates=(make.dated(doc, "December 2022", "production_start", "2022-12"),),
        trigger=make.span(doc, "begin producing"),
    )

    assert (
        told_of((dev, doc)).headline.text
        == "Voltara plans to start production at plant for storage batteries in Debrecen"
    )
