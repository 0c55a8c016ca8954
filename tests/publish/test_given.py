"""What is given, enlarged or burnt is told as that: no plan of a plan, no new plant, no fire at the maker's."""

from dataclasses import replace

import pytest

from cellwire.lexicon import load_lexicon
from cellwire.model import Development, Document, Record, Span
from cellwire.publish.brief.edition import spellings_of_organisation
from cellwire.publish.brief.gathering import matter_of
from cellwire.publish.brief.holdings import lay_out
from cellwire.publish.brief.telling import ToldStory, tell_matter
from publish import factories as make
from publish.test_doubting import why
from publish.test_told_once import brief_of, heads, plant, said
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


def test_who_leads_a_round_gives_a_part_of_it() -> None:
    doc = make.document("n", "Baumwerk is leading an $80 million investment round for Voltara.")
    sides = (make.party(doc, "Baumwerk", "investor"), make.party(doc, "Voltara", "target"))
    sums = (make.money(doc, "$80 million", 8e7, "USD"),)
    dev = make.development(doc, "investment", "completed", parties=sides, money=sums)
    story = told_of((dev, doc))

    assert story.headline.text == "Voltara raises $80 million"
    assert story.sentences[0].text == "Voltara has raised $80 million, with money from Baumwerk."


@pytest.mark.parametrize(
    ("words", "headline"),
    [
        ("Voltara was awarded a grant of $80 million by Baumwerk.", "Baumwerk awards Voltara grant of $80 million"),
        ("Voltara was selected for a Baumwerk grant of $80 million.", "Baumwerk awards Voltara grant of $80 million"),
        (
            "Voltara has been provisionally awarded $80 million by Baumwerk.",
            "Baumwerk provisionally awards Voltara $80 million",
        ),
        ("Baumwerk offered Voltara a loan of $80 million.", "Baumwerk offers Voltara loan of $80 million"),
        ("Baumwerk offered Voltara incentives of $80 million.", "Baumwerk offers Voltara incentives of $80 million"),
        (
            "Baumwerk is to award Voltara a grant of $80 million.",
            "Baumwerk plans to award Voltara a grant of $80 million",
        ),
        (
            "Voltara hopes to be awarded $80 million by Baumwerk.",
            "Baumwerk plans to award Voltara $80 million",
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
        ("The fire started in Voltara’s battery factory.", "supplier", "Voltara has had a fire at a battery plant."),
        ("At the plant a battery caught fire, Voltara said.", "owner", "Voltara has had a battery fire at a plant."),
    ],
)  # fmt: skip
def test_who_made_what_burnt_had_no_fire(words: str, role: str, lead: str) -> None:
    doc = make.document("n", words)
    dev = make.development(doc, "incident", "occurred", parties=(make.party(doc, "Voltara", role),))

    assert told_of((dev, doc)).sentences[0].text == lead


def test_a_supply_of_tonnes_is_no_supply_of_the_vehicles_they_are_enough_for() -> None:
    words = "Voltara agreed to supply Baumwerk with lithium, 10,000 tonnes a year, 10,000 tonnes for 150,000 vehicles."
    doc = make.document("n", words)
    dev = make.development(
        doc,
        "supply",
        "signed",
        parties=(make.party(doc, "Voltara", "supplier"), make.party(doc, "Baumwerk", "customer")),
        product=make.named(doc, "lithium", "lithium"),
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


@pytest.mark.parametrize(
    ("words", "lead"),
    [
        ("Voltara and Baumwerk said they plan to create a joint venture.", "plan to form a joint venture."),
        ("Voltara and Baumwerk agreed to create a joint venture.", "have agreed on a joint venture."),
    ],
)
def test_a_venture_that_is_planned_is_not_agreed(words: str, lead: str) -> None:
    doc = make.document("n", words)
    sides = (make.party(doc, "Voltara", "partner"), make.party(doc, "Baumwerk", "partner"))
    dev = make.development(doc, "partnership", "signed", modality="planned", parties=sides)

    assert told_of((dev, doc)).sentences[0].text == f"Voltara and Baumwerk {lead}"


def test_a_phase_larger_than_its_plant_leaves_open_which_figure_is_of_what() -> None:
    words = (
        "Voltara is building a battery plant in Debrecen, Hungary, for 36,000 tonnes a year and 22,000 tonnes a year."
    )
    doc = make.document("n", words)
    dev = make.development(
        doc,
        "facility",
        "construction",
        parties=(make.party(doc, "Voltara", "owner"),),
        place=make.place(doc, "Debrecen", "HU"),
        capacity=(
            make.capacity(doc, "36,000 tonnes a year", 36_000, "t/yr", scope="phase"),
            make.capacity(doc, "22,000 tonnes a year", 22_000, "t/yr", scope="new"),
        ),
    )
    told = " ".join(sentence.text for sentence in told_of((dev, doc)).sentences)

    assert "The capacities named are" in told


@pytest.mark.parametrize(
    ("sums", "stories"),
    [
        ((("$1.29 billion", 1.29e9), ("$1.3 billion", 1.3e9)), 1),
        ((("$1.29 billion", 1.29e9), ("$1.5 billion", 1.5e9)), 2),
    ],
)
def test_a_park_called_after_a_town_and_a_rounded_sum_make_no_second_plant(
    sums: tuple[tuple[str, float], ...], stories: int
) -> None:
    sites = ("Windsor-Essex Megasite", "Windsor")
    docs = [
        make.document(str(at), f"Voltara plans a battery plant at the {site} for {words}.", outlet=f"Outlet {at}")
        for at, (site, (words, _)) in enumerate(zip(sites, sums, strict=True))
    ]
    told = [
        plant(
            doc,
            parties=("Voltara",),
            place=make.place(doc, site, "CA"),
            money=(sum_,),
            modality="planned",
            id=doc.id,
        )
        for doc, site, sum_ in zip(docs, sites, sums, strict=True)
    ]

    assert len(heads(brief_of(*told, docs=docs))) == stories


def test_magnets_for_cars_are_no_battery_news() -> None:
    doc = make.document("m", "Voltara agreed to supply Baumwerk with magnets for its motors in vehicles.")
    sides = (make.party(doc, "Voltara", "supplier"), make.party(doc, "Baumwerk", "customer"))
    magnets = make.named(doc, "vehicles", "vehicle")
    brief = brief_of(make.development(doc, "supply", "signed", parties=sides, product=magnets), docs=[doc])

    assert heads(brief) == []
    assert "a supply for vehicles, and of no batteries" in why(brief)


@pytest.mark.parametrize(("whole", "stories"), [(3e8, 2), (5e8, 3)])
def test_the_sum_of_two_grants_is_not_told_beside_them(whole: float, stories: int) -> None:
    given = {"Voltara": 1.5e8, "Nordcell": 1.42e8, "two projects": whole}
    docs, told = [], []
    for name, amount in given.items():
        words = f"${amount / 1e6:.0f} million"
        doc = make.document(name, f"Baumwerk awarded {name} a grant of {words}.", outlet=name)
        taker = (make.party(doc, name, "target"),) if name != "two projects" else ()
        sides = (make.party(doc, "Baumwerk", "government"), *taker)
        sums = (make.money(doc, words, amount, "USD"),)
        docs.append(doc)
        told.append(make.development(doc, "investment", "announced", parties=sides, money=sums, id=name))
    brief = brief_of(*told, docs=docs)

    assert len(heads(brief)) == stories
    assert ("a sum of what is told of each" in why(brief)) is (stories == 2)


def test_a_battery_told_with_its_power_is_a_store() -> None:
    words = "Voltara said its battery near Windsor has been energised, with 98 MW of power and 196 MWh."
    doc = make.document("n", words)
    at = words.index("energised")
    dev = make.development(
        doc,
        "facility",
        "operating",
        parties=(make.party(doc, "Voltara", "owner"),),
        place=make.place(doc, "Windsor", "CA"),
        product=make.named(doc, "battery", "storage"),
        trigger=Span(at, at + len("energised")),
    )

    assert told_of((dev, doc)).headline.text == "Voltara starts up battery storage project near Windsor"


@pytest.mark.parametrize(
    ("rest", "stories"),
    [
        ("for cars and $70 million on a battery plant in nearby Woodruff.", 0),
        ("for cars and for a battery plant of 12 GWh.", 1),
    ],
)
def test_the_place_of_one_plant_and_the_goods_of_another_make_no_story(rest: str, stories: int) -> None:
    doc = make.document("n", f"Voltara plans to spend $500 million on its Greer plant {rest}")
    told = plant(doc, parties=("Voltara",), place=make.place(doc, "Greer", "US"), modality="planned")
    brief = brief_of(told, docs=[doc])

    assert len(heads(brief)) == stories
    assert ("the place of one plant and the goods of another" in why(brief)) is not bool(stories)


@pytest.mark.parametrize(
    ("rest", "told"),
    [
        ("in developing manufacturing facilities for batteries, one of them in Windsor", False),
        ("in Windsor to make trucks and advanced batteries", False),
        ("in a battery plant in Windsor", True),
    ],
)
def test_a_sum_for_more_than_the_plant_is_not_its_cost(rest: str, *, told: bool) -> None:
    doc = make.document("n", f"Voltara plans to spend $114 million {rest}, with a battery plant.")
    dev = plant(
        doc,
        parties=("Voltara",),
        place=make.place(doc, "Windsor", "CA"),
        money=(("$114 million", 1.14e8),),
        modality="planned",
    )

    assert ("$114 million" in " ".join(each.text for each in told_of((dev, doc)).sentences)) is told


@pytest.mark.parametrize(
    ("sums", "chance", "printed"), [("$2 billion", 0.78, True), ("$2 billion", 0.7, False), ("$3 billion", 0.78, False)]
)
def test_the_one_sum_of_a_reading_needs_less(sums: str, chance: float, printed: bool) -> None:
    doc = make.document("a", "Voltara plans a $2 billion battery plant in Debrecen, not one of $3 billion.")
    dev = plant(
        doc,
        parties=("Voltara",),
        place=make.place(doc, "Debrecen", "HU"),
        money=tuple((each, float(each[1]) * 1e9) for each in dict.fromkeys(("$2 billion", sums))),
        modality="planned",
    )
    told = told_of((replace(dev, chances=tuple((each.span, chance) for each in dev.money)), doc))

    assert ("$2 billion" in " ".join(each.text for each in told.sentences)) is printed


@pytest.mark.parametrize(("chance", "printed"), [(0.95, True), (0.6, False)])
def test_a_value_that_may_be_another_things_is_not_printed(chance: float, printed: bool) -> None:
    doc = make.document("a", "Voltara plans a battery plant of 20 GWh a year in Debrecen, Hungary.")
    size = make.capacity(doc, "20 GWh", 20, "GWh/yr")
    dev = make.development(
        doc,
        "facility",
        "announced",
        modality="planned",
        parties=(make.party(doc, "Voltara", "owner"),),
        place=make.place(doc, "Debrecen", "HU"),
        capacity=(size,),
    )
    told = told_of((replace(dev, chances=((size.span, chance),)), doc))

    assert ("20 GWh" in " ".join(each.text for each in told.sentences)) is printed


@pytest.mark.parametrize(
    ("words", "printed"),
    [
        ("Voltara signed a deal to supply Baumwerk with battery cells between 2027 and 2030.", True),
        ("Voltara signed a deal to supply Baumwerk with battery cells from 2027 to 2030.", True),
        ("Voltara signed a deal in 2027, with Baumwerk's 2030 target, to supply battery cells.", False),
    ],
)
def test_a_term_in_one_phrase_is_the_supplys(words: str, printed: bool) -> None:
    doc = make.document("a", words)
    sides = (make.party(doc, "Voltara", "supplier"), make.party(doc, "Baumwerk", "customer"))
    term = (make.dated(doc, "2027", "delivery_start", "2027"), make.dated(doc, "2030", "term", "2030"))
    dev = make.development(
        doc, "supply", "signed", parties=sides, product=make.named(doc, "battery cells", "cell"), dates=term
    )
    told = told_of((replace(dev, chances=tuple((each.span, 0.57) for each in term)), doc))

    said = " ".join(each.text for each in told.sentences)
    assert ("start in 2027" in said and "until 2030" in said) is printed
    assert printed or "20" not in said


@pytest.mark.parametrize(
    ("title", "chance", "printed"),
    [
        ("Voltara to supply Baumwerk", 0.75, True),
        ("Voltara to supply Baumwerk", 0.6, False),
        ("A supplier for a carmaker", 0.75, False),
    ],
)
def test_who_is_named_in_a_deals_title_is_named_sooner(title: str, chance: float, printed: bool) -> None:
    doc = make.document("a", f"{title}\nVoltara will supply Baumwerk with battery cells.", title=title)
    sides = (make.party(doc, "Voltara", "supplier"), make.party(doc, "Baumwerk", "customer"))
    dev = make.development(doc, "supply", "signed", parties=sides, product=make.named(doc, "battery cells", "cell"))
    brief = brief_of(replace(dev, chances=tuple((each.span, chance) for each in sides)), docs=[doc])

    assert bool(heads(brief)) is printed


def raised(words: str, sum_: str = "$80 million") -> str:
    doc = make.document("r", words)
    sums = (make.money(doc, sum_, 8e7, "USD"),)
    who = (make.party(doc, "Voltara", "target"),)
    return told_of((make.development(doc, "investment", "completed", parties=who, money=sums), doc)).sentences[0].text


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (
            "Voltara has closed $80 million in financing for its 40 MW / 80 MWh Amber Hill battery storage system.",
            "Voltara has secured financing of $80 million for a battery storage project.",
        ),
        (
            "Voltara took a loan of $80 million to build a recycling plant in the north.",
            "Voltara has received a loan of $80 million for a recycling plant.",
        ),
        (
            "Voltara has secured $80 million in financing for two battery storage projects.",
            "Voltara has secured financing of $80 million for battery storage projects.",
        ),
        ("Voltara closed a financing of $80 million for growth.", "Voltara has raised $80 million."),
        (
            "Voltara closed a Series B financing of $80 million for its first battery plant.",
            "Voltara has raised $80 million.",
        ),
        (
            "Voltara closed a financing of $80 million for its battery plant equipment business.",
            "Voltara has raised $80 million.",
        ),
    ],
)
def test_what_is_financed_for_one_project_is_not_raised_by_its_firm(words: str, told: str) -> None:
    assert raised(words) == told


@pytest.mark.parametrize(
    ("words", "head"),
    [
        (
            "Voltara has received planning permission for a battery plant in Debrecen.",
            "Voltara gets planning permission for battery plant in Debrecen",
        ),
        (
            "Voltara has got a building permit for a battery plant in Debrecen.",
            "Voltara gets building permit for battery plant in Debrecen",
        ),
        (
            "Voltara has received approval for a battery plant in Debrecen.",
            "Voltara gets approval for battery plant in Debrecen",
        ),
    ],
)
def test_which_approval_a_plant_has_got_is_said(words: str, head: str) -> None:
    doc = make.document("p", words)
    dev = make.development(
        doc,
        "facility",
        "permitted",
        parties=(make.party(doc, "Voltara", "owner"),),
        place=make.place(doc, "Debrecen", "HU"),
        product=make.named(doc, "battery plant", "cell"),
    )
    assert told_of((dev, doc)).headline.text == head


@pytest.mark.parametrize(
    ("words", "investors", "told"),
    [
        (
            "Baumwerk Ventures has increased its strategic investment in cell maker Voltara.",
            ["Baumwerk Ventures"],
            "Baumwerk Ventures has put more money into Voltara.",
        ),
        (
            "Baumwerk has made a strategic investment in Voltara, which increased its sales.",
            ["Baumwerk"],
            "Baumwerk has invested in Voltara.",
        ),
        (
            "BAUMWERK and its Baumwerk Ventures made an investment in Voltara.",
            ["BAUMWERK", "Baumwerk Ventures"],
            "Baumwerk Ventures has invested in Voltara.",
        ),
        (
            "Baum and Baumwerk made an investment in Voltara.",
            ["Baum", "Baumwerk"],
            "Baum and Baumwerk have invested in Voltara.",
        ),
    ],
)
def test_a_further_investment_is_no_first_one_and_a_house_gives_once(
    words: str, investors: list[str], told: str
) -> None:
    doc = make.document("v", words)
    sides = tuple(make.party(doc, name, "investor") for name in investors)
    dev = make.development(doc, "investment", "completed", parties=(*sides, make.party(doc, "Voltara", "target")))
    assert told_of((dev, doc)).sentences[0].text == told


@pytest.mark.parametrize(("scope", "headline"), [("total", LARGER), ("new", "Voltara puts $90 million more into")])
def test_what_a_plant_grows_to_is_its_headline_before_what_that_costs(scope: str, headline: str) -> None:
    words = "Voltara will put $90 million more into its battery plant in Debrecen, doubling capacity to 18 GWh."
    doc = make.document("g", words)
    dev = make.development(
        doc,
        "facility",
        "announced",
        modality="planned",
        rule="facility.expand",
        parties=(make.party(doc, "Voltara", "owner"),),
        place=make.place(doc, "Debrecen", "HU"),
        product=make.named(doc, "battery plant", "cell"),
        capacity=(make.capacity(doc, "18 GWh", 18, "GWh", scope=scope),),
        money=(make.money(doc, "$90 million", 9e7, "USD"),),
    )
    assert told_of((dev, doc)).headline.text.startswith(headline)


def bought(words: str, stage: str, *, rule: str = "investment.works", **more: object) -> ToldStory | None:
    doc = make.document("n", words)
    given = {"Voltara": "investor", "Baumwerk": "owner"}
    sides = tuple(make.party(doc, name, role) for name, role in given.items() if name in words)
    size = (make.capacity(doc, "400 MWh", 400, "MWh"),)
    made = make.named(doc, "storage", "storage")
    dev = make.development(doc, "investment", stage, rule=rule, parties=sides, product=made, capacity=size, **more)
    story = make.story("s", [dev])
    shelf = lay_out(Record(None), [story], documents=[doc], developments=[dev], week_ending=ENDING)
    matter = matter_of(story, shelf)
    return tell_matter(matter) if matter else None


@pytest.mark.parametrize(
    ("words", "stage", "told"),
    [
        (
            "Voltara has acquired the 400 MWh Rotfeld battery storage project from Baumwerk.",
            "completed",
            "Voltara has bought a battery storage project from Baumwerk. The capacity is 400 MWh.",
        ),
        (
            "Baumwerk sells two battery storage projects with 400 MWh to Voltara.",
            "announced",
            "Voltara is buying two battery storage projects from Baumwerk. The capacity is 400 MWh.",
        ),
        (
            "Baumwerk completes the sale of a 400 MWh battery storage facility.",
            "completed",
            "Baumwerk has sold a battery storage project. The capacity is 400 MWh.",
        ),
        ("Voltara has acquired a developer of 400 MWh of battery storage projects.", "completed", ""),
        ("Voltara has acquired a stake in the 400 MWh Rotfeld battery storage project.", "completed", ""),
    ],
)
def test_who_buys_a_store_of_batteries_is_told_with_its_size(words: str, stage: str, told: str) -> None:
    story = bought(words, stage, rule="investment.sale" if words.startswith("Baumwerk") else "investment.works")
    assert (" ".join(each.text for each in story.sentences) if story else "") == told


@pytest.mark.parametrize(
    ("words", "made", "stage", "head"),
    [
        ("Voltara wants a recycling plant.", "recycling", "announced", "Voltara plans battery recycling plant"),
        ("Voltara wants to build low-cost recycling plants.", "recycling", "announced", ""),
        ("Voltara wants to expand into recycling.", "recycling", "announced", ""),
        ("Voltara opens a storage system.", "storage", "operating", "Voltara starts up battery storage project"),
        ("Voltara opens storage systems.", "storage", "operating", ""),
    ],
)  # fmt: skip
def test_one_plant_is_told_where_nothing_but_its_owner_and_goods_are_named(words, made, stage, head) -> None:
    doc = make.document("n", words)
    owner, goods = make.party(doc, "Voltara", "owner"), make.named(doc, made, made)
    dev = make.development(doc, "facility", stage, parties=(owner,), product=goods)
    assert " ".join(heads(brief_of(dev, docs=[doc]))) == head


@pytest.mark.parametrize(
    ("kind", "stage", "modality", "made", "told"),
    [
        ("facility", "operating", "asserted", "cell", "The investment is $80 million."),
        ("facility", "announced", "planned", "cell", "The plant is to have a capacity of 5 GWh."),
        ("supply", "signed", "asserted", "cell", "The deal covers 5 GWh."),
        ("partnership", "signed", "asserted", "storage", "The agreement is for 5 GWh."),
        ("partnership", "signed", "asserted", "cell", "The planned capacity is 5 GWh."),
        ("partnership", "considered", "considering", "cell", "A capacity of 5 GWh is named."),
    ],
)
def test_a_size_that_a_source_states_is_told_plainly(kind, stage, modality, made, told) -> None:
    doc = make.document("n", "Voltara and Baumwerk: storage, cells and batteries of 5 GWh in Gera for $80 million.")
    roles = {"supply": ("supplier", "customer"), "partnership": ("partner", "partner"), "facility": ("owner", "owner")}
    sides = tuple(make.party(doc, *each) for each in zip(("Voltara", "Baumwerk"), roles[kind], strict=True))
    goods = make.named(doc, {"cell": "cells", "storage": "storage"}[made], made)
    figures = {
        "capacity": (make.capacity(doc, "5 GWh", 5, "GWh"),),
        "money": (make.money(doc, "$80 million", 8e7, "USD"),),
    }
    where = make.place(doc, "Gera", "DE")
    dev = make.development(doc, kind, stage, modality=modality, parties=sides, product=goods, place=where, **figures)
    assert told in [sentence.text for sentence in told_of((dev, doc)).sentences]


@pytest.mark.parametrize(
    ("words", "stage", "told"),
    [
        ("Work starts on a battery storage project in Gera, Germany.", "construction",
         "A battery storage project in Gera, Germany, is being built."),
        ("The world's first 9-hour battery storage project in Gera, Germany, runs.", "operating",
         "A battery storage project in Gera, Germany, is in operation."),
        ("The first phase of a battery storage project in Gera, Germany, has been completed.", "operating",
         "The first phase of a battery storage project in Gera, Germany, is in operation."),
        ("A battery storage project in Gera, Germany, runs, and a first phase of another will follow.", "operating",
         "A battery storage project in Gera, Germany, is in operation."),
        ("A battery storage project in Gera, Germany, is talked of.", "announced", ""),
        ("A factory for storage cells opens in Gera, Germany.", "operating", ""),
    ],
)  # fmt: skip
def test_a_store_is_news_where_it_stands_whoever_owns_it(words: str, stage: str, told: str) -> None:
    doc = make.document("n", words)
    goods = make.named(doc, "cells", "cell") if "cells" in words else make.named(doc, "storage", "storage")
    dev = make.development(doc, "facility", stage, product=goods, place=make.place(doc, "Gera", "DE"))
    assert said(brief_of(dev, docs=[doc])) == told


@pytest.mark.parametrize(
    ("givers", "headline"),
    [
        (("US Government", "US Department of Energy"),
         "The US Department of Energy awards Voltara grant of $80 million"),
        (("State of California", "California Energy Commission"),
         "The California Energy Commission awards Voltara grant of $80 million"),
        (("Government of Portugal", "Ministry of Energy"),
         "The Government of Portugal awards Voltara grant of $80 million"),
        # a firm that has the state in its name is no government, nor a whole of which the ministry is a part
        (("State Grid Corporation of China", "Ministry of Energy"),
         "State Grid Corporation of China and the Ministry of Energy award Voltara grant of $80 million"),
        # two lands, or a state and its land, are two givers
        (("Government of Portugal", "Government of Spain"),
         "The Government of Portugal and the Government of Spain award Voltara grant of $80 million"),
        (("US Government", "California Energy Commission"),
         "The US Government and the California Energy Commission award Voltara grant of $80 million"),
    ],
)  # fmt: skip
def test_a_government_and_its_own_body_are_one_giver(givers: tuple[str, str], headline: str) -> None:
    doc = make.document("n", f"The {givers[0]} and the {givers[1]} have awarded Voltara a grant of $80 million.")
    ids = {known.name: known.id for known in load_lexicon().organisations.values()}
    public = [make.party(doc, name, "government", id=ids.get(name)) for name in givers]
    sides = (*public, make.party(doc, "Voltara", "target"))
    sums = (make.money(doc, "$80 million", 8e7, "USD"),)
    dev = make.development(doc, "investment", "announced", parties=sides, money=sums)

    assert told_of((dev, doc)).headline.text == headline


@pytest.mark.parametrize(
    ("words", "stage", "target", "told"),
    [
        ("Voltara raises bid for Nordcell to $80 million.", "announced", True,
         "Voltara offers $80 million for Nordcell."),
        ("Voltara scrapped its $80 million takeover.", "terminated", False,
         "Voltara has dropped a takeover for $80 million."),
        # what is agreed is no offer, and a bid for public money buys nobody
        ("Voltara agrees to acquire Nordcell for $80 million.", "announced", True,
         "Voltara has agreed to acquire Nordcell for $80 million."),
        ("Voltara raises $80 million in its bid for incentives.", "announced", False,
         "Voltara is investing $80 million."),
    ],
)  # fmt: skip
def test_who_bids_for_a_company_raises_no_money(words: str, stage: str, target: bool, told: str) -> None:
    doc = make.document("d", words)
    who = (make.party(doc, "Voltara", "investor"), *([make.party(doc, "Nordcell", "target")] if target else []))
    sums = (make.money(doc, "$80 million", 80e6, "USD"),)
    dev = make.development(doc, "investment", stage, parties=who, money=sums)

    assert told_of((dev, doc)).sentences[0].text == told


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("Voltara to divest Nordcell shares.", "Voltara is selling shares in Nordcell."),
        ("Voltara sells its stake in Nordcell.", "Voltara is selling a stake in Nordcell."),
    ],
)
def test_shares_that_are_sold_need_not_be_a_stake(words: str, told: str) -> None:
    doc = make.document("d", words)
    who = (make.party(doc, "Voltara", "owner"), make.party(doc, "Nordcell", "target"))
    dev = make.development(doc, "investment", "announced", parties=who)

    assert told_of((dev, doc)).sentences[0].text == told


@pytest.mark.parametrize(
    ("words", "head"),
    [
        ("Voltara floats after a long test of its solid-state battery.", "Voltara has tested solid-state battery"),
        ("Voltara begins road trials of its solid-state battery after lab tests.", "Voltara tests solid-state battery"),
        ("Voltara tests its solid-state battery.", "Voltara tests solid-state battery"),
    ],
)
def test_what_was_tested_is_not_being_tested(words: str, head: str) -> None:
    doc = make.document("a", words)
    tried = make.development(
        doc,
        "technology",
        "testing",
        parties=(make.party(doc, "Voltara", "developer"),),
        product=make.named(doc, "battery", "cell"),
        chemistry=(make.named(doc, "solid-state", "solid-state"),),
    )

    assert heads(brief_of(tried, docs=[doc])) == [head]
