"""What is given, enlarged or burnt is told as that: no plan of a plan, no new plant, no fire at the maker's."""

import pytest

from cellwire.model import Development, Document, Record, Span
from cellwire.publish.brief.edition import spellings_of_organisation
from cellwire.publish.brief.gathering import matter_of
from cellwire.publish.brief.holdings import lay_out
from cellwire.publish.brief.telling import ToldStory, tell_matter
from publish import factories as make
from publish.week import ENDING

PLANNED = "Baumwerk plans to award Voltara a grant of $80 million"
BURNT = "Voltara has seen batteries of its making catch fire."
LARGER, NEW = "Voltara plans larger battery plant in Debrecen", "Voltara plans battery plant in Debrecen"


def told_of(*devs: tuple[Development, Document]) -> ToldStory:
    developments, documents = [dev for dev, _ in devs], [doc for _, doc in devs]
    story = make.story("s", developments)
    shelf = lay_out(Record(None), [story], documents=documents, developments=developments, week_ending=ENDING)
    matter = matter_of(story, shelf)
    told = tell_matter(matter) if matter else None
    assert told
    return told


def gift(words: str) -> str:
    doc = make.document("n", words)
    sides = (make.party(doc, "Baumwerk", "government"), make.party(doc, "Voltara", "target"))
    sums = (make.money(doc, "$80 million", 8e7, "USD"),)
    dev = make.development(doc, "investment", "announced", modality="planned", parties=sides, money=sums)
    return told_of((dev, doc)).headline.text


@pytest.mark.parametrize(
    ("words", "headline"),
    [
        ("Voltara was awarded a grant of $80 million by Baumwerk.", "Baumwerk awards Voltara grant of $80 million"),
        ("Voltara was selected for a Baumwerk grant of $80 million.", "Baumwerk awards Voltara grant of $80 million"),
        ("Baumwerk offered Voltara a loan of $80 million.", "Baumwerk offers Voltara loan of $80 million"),
        ("Baumwerk offered Voltara incentives of $80 million.", "Baumwerk offers Voltara incentives of $80 million"),
        (
            "Baumwerk is to award Voltara a grant of $80 million.",
            "Baumwerk plans to award Voltara a grant of $80 million",
        ),
        (
            "Voltara hopes to be awarded $80 million by Baumwerk.",
            "Baumwerk plans to award Voltara a grant of $80 million",
        ),
    ],
)
def test_what_was_awarded_or_offered_is_no_plan_to_do_so(words: str, headline: str) -> None:
    assert gift(words) == headline


def test_a_states_government_is_called_by_its_land() -> None:
    assert "Kansas" in spellings_of_organisation("gov-us-ks")


def test_what_an_owner_is_given_for_a_plant_is_not_what_it_costs() -> None:
    plans = make.document("p", "Voltara plans a battery plant with 90 jobs in Debrecen, Hungary.", outlet="One")
    given = make.document("g", "Baumwerk awarded Voltara $80 million for its battery plant.", outlet="Two")
    sides = (make.party(given, "Baumwerk", "government"), make.party(given, "Voltara", "target"))
    sums = (make.money(given, "$80 million", 8e7, "USD"),)
    plant = make.development(
        plans,
        "facility",
        "announced",
        modality="planned",
        parties=(make.party(plans, "Voltara", "owner"),),
        place=make.place(plans, "Debrecen", "HU"),
        product=make.named(plans, "battery", "cell"),
        jobs=make.jobs(plans, "90 jobs", 90),
    )
    grant = make.development(given, "investment", "announced", parties=sides, money=sums)
    story = told_of((plant, plans), (grant, given))

    assert "80 million" not in " ".join(sentence.text for sentence in story.sentences)


@pytest.mark.parametrize(
    ("words", "headline"),
    [
        ("Voltara is expanding its battery plant in Debrecen, Hungary.", LARGER),
        ("Voltara plans the expansion of its battery plant in Debrecen, Hungary.", LARGER),
        ("Voltara expands its footprint with a new battery plant in Debrecen, Hungary.", NEW),
    ],
)  # fmt: skip
def test_a_plant_that_grows_is_not_planned_anew(words: str, headline: str) -> None:
    doc = make.document("n", words)
    at = words.index("battery plant")
    dev = make.development(
        doc,
        "facility",
        "announced",
        modality="planned",
        parties=(make.party(doc, "Voltara", "owner"),),
        place=make.place(doc, "Debrecen", "HU"),
        product=make.named(doc, "battery", "cell"),
        trigger=Span(at, at + len("battery plant")),
    )

    assert told_of((dev, doc)).headline.text == headline


def test_of_a_plant_that_grows_no_size_is_called_the_whole() -> None:
    words = "Voltara is expanding its battery plant in Debrecen, Hungary, by 5 GWh a year."
    doc = make.document("n", words)
    dev = make.development(
        doc,
        "facility",
        "announced",
        modality="planned",
        parties=(make.party(doc, "Voltara", "owner"),),
        place=make.place(doc, "Debrecen", "HU"),
        capacity=(make.capacity(doc, "5 GWh a year", 5, "GWh/yr"),),
        trigger=Span(words.index("plant"), words.index("plant") + 5),
    )

    assert "A capacity of 5 GWh a year is named." in [sentence.text for sentence in told_of((dev, doc)).sentences]


@pytest.mark.parametrize(
    ("words", "role", "lead"),
    [
        ("The fire started in a Voltara battery module.", "supplier", BURNT),
        ("The fire started in Voltara’s battery factory.", "supplier", "Voltara has had a fire."),
        ("The fire started in a Voltara battery module.", "owner", "Voltara has had a battery fire."),
    ],
)  # fmt: skip
def test_who_made_what_burnt_had_no_fire(words: str, role: str, lead: str) -> None:
    doc = make.document("n", words)
    dev = make.development(doc, "incident", "occurred", parties=(make.party(doc, "Voltara", role),))

    assert told_of((dev, doc)).sentences[0].text == lead


def test_a_supply_of_tonnes_is_no_supply_of_the_vehicles_they_are_enough_for() -> None:
    words = "Voltara agreed to supply Baumwerk with 10,000 tonnes a year, 10,000 tonnes for 150,000 vehicles."
    doc = make.document("n", words)
    dev = make.development(
        doc,
        "supply",
        "signed",
        parties=(make.party(doc, "Voltara", "supplier"), make.party(doc, "Baumwerk", "customer")),
        capacity=(
            make.capacity(doc, "10,000 tonnes a year", 10_000, "t/yr"),
            make.capacity(doc, "10,000 tonnes", 10_000, "t"),
            make.capacity(doc, "150,000 vehicles", 150_000, "vehicles/yr"),
        ),
    )
    told = " ".join(sentence.text for sentence in told_of((dev, doc)).sentences)

    assert "10,000 tonnes a year" in told
    assert "vehicles" not in told
    assert told.count("10,000") == 1
