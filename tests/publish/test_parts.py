"""What belongs to a part of a plant, a pilot, a mine that is bought or a home battery is told as that."""

import pytest

from cellwire.model import Record
from cellwire.publish import BriefSettings, failures
from publish import factories as make
from publish.at_hand import edition
from publish.test_told_once import heads
from publish.week import ENDING


def brief_of(doc, dev):
    brief = edition(Record(None), [make.story("s", [dev])], [doc], [dev], week_ending=ENDING, settings=BriefSettings())
    assert failures(brief) == []
    return brief


def said(text: str, kind: str, stage: str, *, parties=("Voltara operator",), made=("", ""), dates=(), **more) -> str:
    """The headline and the sentences of a story of one text."""
    doc = make.document("d", text, title=" ")
    dev = make.development(
        doc,
        kind,
        stage,
        parties=tuple(make.party(doc, *each.rsplit(" ", 1)) for each in parties),
        product=make.named(doc, *made) if made[0] else None,
        dates=tuple(make.dated(doc, *each) for each in dates),
        **{name: make_of(doc) for name, make_of in more.items() if callable(make_of)},
        **{name: value for name, value in more.items() if not callable(value)},
    )
    brief = brief_of(doc, dev)
    heads = [telling.headline.text for item in brief.items() for telling in item.tellings]
    return " | ".join([*heads, *(sentence.text for sentence in brief.sentences())])


PLANT = {"made": ("battery plant", "cell"), "place": lambda doc: make.place(doc, "Debrecen", "HU")}


@pytest.mark.parametrize(
    ("text", "told", "untold"),
    [
        ("A first line of it is to be finished in 2027.", "A first part is to be completed in 2027", "Completion"),
        ("The plant is to be finished in 2027.", "Completion is expected in 2027", "first part"),
    ],
)
def test_the_completion_of_a_first_line_is_not_the_plants(text, told, untold) -> None:
    words = f"Voltara builds a battery plant in Debrecen, Hungary. {text}"
    brief = said(words, "facility", "construction", dates=[("2027", "completion", "2027")], **PLANT)
    assert told in brief
    assert untold not in brief


@pytest.mark.parametrize(("which", "told"), [("The first of the two", "The first of them is"), ("They", "The plants")])
def test_of_two_plants_the_first_ones_start_is_its_own(which, told) -> None:
    words = f"Voltara builds two battery plants in Debrecen, Hungary. {which} will start production in 2027."
    plants = {**PLANT, "made": ("battery plants", "cell")}
    brief = said(words, "facility", "construction", dates=[("2027", "production_start", "2027")], **plants)
    assert (told in brief) is which.startswith("The first")
    assert "2027" in brief


def test_two_projects_in_two_lands_stand_in_neither() -> None:
    words = "Voltara plans two battery storage projects in France and Japan, with 896 MWh of batteries."
    brief = said(
        words, "facility", "announced", made=("battery storage", "storage"), modality="planned",
        country="FR", country_span=lambda doc: make.span(doc, "France"),
        capacity=lambda doc: (make.capacity(doc, "896 MWh", 896, "MWh"),),
    )  # fmt: skip
    assert "Voltara plans two battery storage projects" in brief
    assert "France" not in brief


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (
            "Voltara has opened a facility for battery testing in Debrecen.",
            "Voltara opens battery test centre in Debrecen",
        ),
        ("Voltara has opened a battery lab in Debrecen.", "opens battery laboratory in Debrecen"),
    ],
)
def test_where_batteries_are_tested_none_are_made(words: str, told: str) -> None:
    assert told in said(words, "facility", "operating", made=("battery", "cell"), place=PLANT["place"])


def test_a_pilot_line_is_no_plant() -> None:
    words = "Voltara has started its new battery pilot line in Debrecen, Hungary."
    brief = said(words, "facility", "operating", made=("battery", "cell"), place=PLANT["place"])
    assert "Voltara starts production at battery pilot line in Debrecen" in brief


@pytest.mark.parametrize(
    ("goods", "told"),
    [
        ("energy-storage battery factory", "Voltara plans to build a plant for storage batteries in Debrecen"),
        ("battery storage site", "Voltara plans to develop a battery storage project in Debrecen"),
        ("storage battery factory, a pilot plant", "Voltara plans to build a battery pilot plant in Debrecen"),
    ],
)
def test_a_factory_of_storage_batteries_stores_nothing(goods, told) -> None:
    words = f"Voltara plans a {goods}, in Debrecen, Hungary."
    brief = said(words, "facility", "announced", made=(goods, "storage"), place=PLANT["place"], modality="planned")
    assert told in brief


def test_a_chemistry_and_goods_share_their_word() -> None:
    words = "Voltara has launched its silicon-anode material for the anode."
    silicon = lambda doc: (make.named(doc, "silicon-anode", "silicon-anode"),)  # noqa: E731
    brief = said(
        words,
        "technology",
        "launched",
        parties=("Voltara developer",),
        made=("anode.", "anode"),
        chemistry=silicon,
    )
    assert "Voltara has launched a silicon anode material." in brief


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("Voltara is in talks to buy six lithium mines.", "Voltara is considering buying lithium mines"),
        ("Voltara is in talks to buy a lithium mine.", "Voltara is considering buying a lithium mine"),
    ],
)
def test_a_mine_that_is_bought_is_named(words, told) -> None:
    buyer = ("Voltara investor",)
    assert told in said(
        words, "investment", "considered", parties=buyer, made=("lithium", "lithium"), modality="considering"
    )


def test_what_is_being_launched_is_there() -> None:
    words = "Voltara is launching a residential battery storage system."
    maker = ("Voltara developer",)
    brief = said(
        words, "technology", "announced", parties=maker, made=("battery storage system", "storage"), modality="planned"
    )
    assert "Voltara has presented a home energy storage system." in brief


@pytest.mark.parametrize(
    ("words", "trigger", "told"),
    [
        ("Voltara is to unveil its new battery on 12 November.", "unveil",
         "Voltara plans to present a new battery on 12 November"),
        ("Voltara will release its next-generation battery.", "release",
         "Voltara plans to launch a next-generation battery"),
        ("Voltara will develop a new battery by 12 November.", "develop", "Voltara plans to develop a new battery."),
    ],
)  # fmt: skip
def test_what_is_to_be_shown_is_not_to_be_developed(words, trigger, told) -> None:
    day = [("12 November", "event", "2023-11-12")] if "November" in words else []
    brief = said(
        words, "technology", "announced", parties=("Voltara developer",), made=("battery", "cell"), dates=day,
        modality="planned", trigger=lambda doc: make.span(doc, trigger),
    )  # fmt: skip
    assert told in brief


def test_what_is_reported_to_be_shown_one_day_is_a_plan() -> None:
    words = "According to media reports, Voltara will soon introduce a new battery."
    brief = said(
        words, "technology", "announced", parties=("Voltara developer",), made=("battery", "cell"),
        modality="planned", certainty="reported",
    )  # fmt: skip
    assert "Voltara plans to" in brief
    assert "has presented" not in brief


@pytest.mark.parametrize("words", ["The new van of Voltara has a new battery.", "Voltara presents a battery."])
def test_a_battery_of_a_car_or_one_that_is_not_new_is_no_news(words) -> None:
    assert said(words, "technology", "announced", parties=("Voltara developer",), made=("battery", "cell")) == ""


def test_a_deal_that_rises_and_is_worth_a_sum_is_told_so() -> None:
    words = (
        "Voltara will supply Nordcell with lithium worth $90 million: 100,000 tonnes in the first year, 150,000 tonnes "
        "a year in all later ones."
    )
    brief = said(
        words,
        "supply",
        "signed",
        parties=("Voltara supplier", "Nordcell customer"),
        made=("lithium", "lithium"),
        capacity=lambda doc: (
            make.capacity(doc, "100,000 tonnes", 1e5, "t", scope="phase"),
            make.capacity(doc, "150,000 tonnes a year", 1.5e5, "t/yr", scope="total"),
        ),
        money=lambda doc: (make.money(doc, "$90 million", 9e7, "USD"),),
    )
    assert "The volume is to rise to 150,000 tonnes a year, from 100,000 tonnes at first" in brief
    assert "The deal is worth $90 million" in brief


def test_a_denied_technology_is_told_without_a_step() -> None:
    words = "Voltara denied a report that its solid-state batteries are about to be fitted to cars."
    brief = said(
        words,
        "technology",
        "testing",
        parties=("Voltara developer",),
        made=("batteries", "cell"),
        certainty="denied",
        chemistry=lambda doc: (make.named(doc, "solid-state", "solid-state"),),
    )
    assert brief.startswith("Voltara denies report on solid-state battery | Voltara denies a report on its solid-state")


def test_a_denied_fire_is_told_without_a_step() -> None:
    words = "Voltara denied a report on a fire of its batteries."
    brief = said(words, "incident", "occurred", certainty="denied", made=("batteries", "cell"))
    assert brief == "Voltara denies report on fire | Voltara denies a report on a fire."


def test_a_battery_of_which_only_a_day_is_told_is_no_news() -> None:
    words = "The logo of Voltara was seen beside a display of batteries on 12 October."
    made = ("batteries", "cell")
    day = [("12 October", "event", "2022-10-12")]
    assert said(words, "technology", "announced", parties=("Voltara developer",), made=made, dates=day) == ""


def test_a_model_is_no_company() -> None:
    words = "A Lightning F-150 burnt after its battery caught fire."
    assert said(words, "incident", "occurred", parties=("Lightning F-150 owner",), made=("battery", "cell")) == ""


@pytest.mark.parametrize(("money", "told"), [("for LFP batteries", "LFP"), ("for batteries", "")])
def test_money_is_for_a_chemistry_where_its_own_sentence_says_so(money, told) -> None:
    first = f"The Ministry of Power awards grants of $2.8 billion {money}."
    doc = make.document("d", f"{first} One plant of twenty will make LFP cathodes.", title=" ")
    grant = make.development(
        doc,
        "investment",
        "announced",
        evidence=first,
        parties=(make.party(doc, "Ministry of Power", "government"),),
        money=(make.money(doc, "$2.8 billion", 2.8e9, "USD"),),
        product=make.named(doc, "batteries", "cell"),
        chemistry=(make.named(doc, "LFP", "LFP"),),
    )
    headline = next(iter(brief_of(doc, grant).items())).headline.text
    assert ("LFP" in headline) is bool(told)


def test_who_owns_a_side_of_a_deal_is_none_of_it() -> None:
    words = "Voltara, now owned by Nordcell, won the tender to deliver energy storage systems."
    sides = ("Voltara supplier", "Nordcell customer")
    brief = said(words, "supply", "signed", parties=sides, made=("energy storage systems", "storage"))
    assert brief.startswith("Voltara to supply energy storage systems")
    assert "Nordcell" not in brief


@pytest.mark.parametrize(
    ("words", "there"),
    [
        ("Voltara has two plants, one in Debrecen and the other in Szeged, and considers a battery plant more.", False),
        ("Voltara considers a battery plant in Debrecen.", True),
    ],
)
def test_where_one_of_two_stands_is_not_where_a_third_will(words, there) -> None:
    brief = said(words, "facility", "considered", **PLANT, modality="considering")
    assert ("Debrecen" in brief) is there


def test_a_plant_that_is_weighed_has_the_sum_that_its_text_goes_on_with() -> None:
    words = "Voltara considers a battery plant in Debrecen, Hungary."
    more = " The company is contemplating an investment of as much as $5 billion in the project."
    sums = {"money": lambda doc: (make.money(doc, "$5 billion", 5e9, "USD", how="up to"),)}
    told = said(words + more, "facility", "considered", **PLANT, **sums, modality="considering", evidence=words)
    assert "up to $5 billion" in told


def test_more_money_for_a_plant_is_its_headline() -> None:
    words = "Voltara will spend another $90 million on the battery plant that it is building in Debrecen, Hungary."
    sums = {"money": lambda doc: (make.money(doc, "$90 million", 9e7, "USD"),)}
    brief = said(words, "facility", "construction", **PLANT, **sums)
    assert brief.startswith("Voltara puts $90 million more into battery plant in Debrecen")


def test_new_jobs_of_a_new_plant_are_created() -> None:
    words = "Voltara plans a battery plant in Debrecen, Hungary, with up to 900 new jobs."
    brief = said(words, "facility", "announced", **PLANT, jobs=lambda doc: make.jobs(doc, "900 new jobs", 900))
    assert "900 jobs are to be created there" in brief


def test_what_materials_are_enough_for_is_no_capacity_of_their_plant() -> None:
    words = (
        "Voltara plans a battery recycling plant in Debrecen, Hungary, to make materials for 30 GWh of cells a year."
    )
    size = {"capacity": lambda doc: (make.capacity(doc, "30 GWh", 30, "GWh/yr"),)}
    plants = {**PLANT, "made": ("battery recycling plant", "recycling")}
    brief = said(words, "facility", "announced", **plants, **size)
    assert "Its output is to be enough for cells of 30 GWh a year." in brief


def test_vehicles_are_told_once() -> None:
    words = (
        "Voltara plans a battery plant in Debrecen, Hungary, enough for 1 million vehicles a year. It will supply "
        "1 million vehicles."
    )
    size = {
        "capacity": lambda doc: (
            make.capacity(doc, "It will supply 1 million vehicles", 1e6, "vehicles"),
            make.capacity(doc, "1 million vehicles a year", 1e6, "vehicles/yr"),
        )
    }
    brief = said(words, "facility", "announced", **PLANT, **size)
    assert brief.count("1 million") == 1
    assert "1 million vehicles a year" in brief


@pytest.mark.parametrize(
    ("words", "told"),
    [("a non-binding global memorandum of understanding", "a non-binding memorandum of understanding"),
     ("a memorandum of understanding", "a memorandum of understanding")],
)  # fmt: skip
def test_what_binds_nobody_is_told_so(words, told) -> None:
    brief = said(
        f"Voltara and Nordcell have signed {words} on battery and low-carbon technology.",
        "partnership",
        "mou",
        parties=("Voltara partner", "Nordcell partner"),
        made=("battery", "cell"),
    )
    assert f"Voltara and Nordcell have signed {told} covering batteries." in brief


@pytest.mark.parametrize(
    ("words", "parties", "told"),
    [
        (
            "Voltara is to sell its 90% stake in Tarrow.",
            ("Voltara owner", "Tarrow target"),
            "Voltara plans to sell a stake in Tarrow",
        ),
        (
            "Voltara is to buy a 49% stake from Nordcell.",
            ("Voltara investor", "Nordcell owner"),
            "Voltara plans to buy a stake from Nordcell",
        ),
        (
            "Voltara is to buy battery assets from Nordcell.",
            ("Voltara investor", "Nordcell owner"),
            "Voltara plans to buy assets of Nordcell",
        ),
    ],
)
def test_who_owns_what_is_sold_sells_it(words, parties, told) -> None:
    assert told in said(words, "investment", "announced", parties=parties, modality="planned")


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (
            "Voltara's energy storage deployments fell 15% in the first quarter.",
            "Voltara's energy storage deployments fell 15% in the first quarter",
        ),
        (
            "Voltara reported a surprise operating loss as demand for cells fell.",
            "Voltara reported a loss",
        ),
        (
            "Voltara has overtaken Nordcell, capturing almost 13% of the global battery market in 2025.",
            "Voltara had almost 13% of the global battery market in 2025",
        ),
        (
            "Voltara's storage deployments fell 15% in the first quarter, according to new data from Erz Research.",
            "Voltara's storage deployments fell 15% in the first quarter, according to Erz Research",
        ),
        (
            "Voltara's storage deployments fell 15% in the first quarter, according to Voltara.",
            "Voltara's storage deployments fell 15% in the first quarter |",
        ),
    ],
)
def test_one_firms_figures_are_told_as_its_own(words, told) -> None:
    assert said(words, "market", "reported", parties=("Voltara supplier",)).startswith(told)


def test_a_share_of_the_market_is_the_sentences_own_subjects() -> None:
    words = "Nordcell has overtaken Voltara, capturing 13% of the global battery market in 2025."
    assert said(words, "market", "reported", parties=("Voltara supplier",)) == ""


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("Voltara listed on the Nasdaq exchange on Tuesday.", "Voltara completes share listing"),
        ("Voltara completed its initial public offer.", "Voltara completes initial public offering"),
        ("Voltara, which is listed on the Nasdaq exchange, has money.", ""),
    ],
)
def test_who_goes_to_an_exchange_is_told_without_a_sum(words: str, told: str) -> None:
    assert told in said(words, "investment", "completed", parties=("Voltara target",))
    assert bool(told) is bool(said(words, "investment", "completed", parties=("Voltara target",)))


@pytest.mark.parametrize(
    ("words", "kind", "more", "untold"),
    [
        ("Larch buys a stake in Voltara, which employs around 300 people.", "investment", {}, "300"),
        ("Voltara plans a battery plant in Debrecen. Some 300 people work at the site.", "facility", PLANT, "300"),
    ],
)
def test_who_works_there_today_is_no_job_to_come(words, kind, more, untold) -> None:
    jobs = {"jobs": lambda doc: make.jobs(doc, "300 people", 300)}
    parties = ("Larch investor", "Voltara target") if kind == "investment" else ("Voltara owner",)
    assert untold not in said(words, kind, "announced", parties=parties, **more, **jobs)


def test_cells_that_go_into_series_are_news_without_a_chemistry() -> None:
    told = said(
        "Voltara has started series production of its new batteries.",
        "technology",
        "launched",
        parties=("Voltara developer",),
        made=("batteries", "cell"),
    )
    assert "Voltara has begun mass production of a new battery." in told


def test_when_a_series_is_to_begin_is_told_where_it_is_told() -> None:
    told = said(
        "Voltara plans to begin series production of new batteries in 2027.",
        "technology",
        "announced",
        parties=("Voltara developer",),
        made=("batteries", "cell"),
        dates=[("2027", "production_start", "2027")],
        modality="planned",
    )
    assert "Voltara plans to begin mass production of a new battery in 2027." in told
    assert "Series production" not in told


def test_a_plan_for_the_half_year_was_not_announced_in_it() -> None:
    words = "Voltara plans to build a battery plant in Debrecen, Hungary, in the second half of 2022."
    told = said(
        words, "facility", "announced", dates=[("second half of 2022", "event", "2022-H2")], modality="planned", **PLANT
    )
    assert "second half" not in told


STORE = {"made": ("battery storage site", "storage"), "place": lambda doc: make.place(doc, "Debrecen", "HU")}


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("Voltara completes a battery storage site in Debrecen, Hungary.", "Voltara has completed its battery storage"),
        ("Voltara commissions a battery storage site in Debrecen, Hungary.", "Voltara has brought its battery storage"),
    ],
)
def test_a_store_that_is_completed_or_commissioned_is_told_so(words, told) -> None:
    assert told in said(words, "facility", "operating", **STORE)


def test_a_store_of_power_produces_nothing() -> None:
    words = "Voltara builds a battery storage site in Debrecen, Hungary, to run from 2027."
    brief = said(words, "facility", "construction", dates=[("2027", "production_start", "2027")], **STORE)
    assert "Operation is to start in 2027" in brief


def test_a_research_hub_is_opened() -> None:
    words = "Voltara launches a battery innovation hub in Debrecen, Hungary."
    brief = said(words, "facility", "operating", made=("battery", "cell"), place=PLANT["place"])
    assert "Voltara has opened its battery research centre in Debrecen" in brief


def test_the_price_of_nobody_knows_what_is_no_figure() -> None:
    words = "Voltara raises the price of its parking software by 20%."
    assert said(words, "market", "reported", parties=("Voltara supplier",)) == ""


def test_mines_that_halt_are_plants_wherever_they_are() -> None:
    words = "Voltara has suspended operations at its nickel mines."
    assert said(words, "facility", "delayed", made=("nickel mines", "nickel")).startswith(
        "Voltara halts work on nickel"
    )


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("Voltara saw the court drop a case on the patents of its cells.",
         "Voltara has seen a legal dispute over patents end."),
        ("Voltara won an appeal that overturned a court order on the patents of its cells.",
         "Voltara has won an appeal."),
    ],
)  # fmt: skip
def test_a_quarrel_that_a_court_settled_is_over_and_an_appeal_is_won(words: str, told: str) -> None:
    assert told in said(words, "incident", "resolved", made=("cells", "cell"))


@pytest.mark.parametrize(
    ("names", "read"),
    [
        (("Bloomberg", "bloomberg.com", "www.bloomberg.com", "Bloomberg"), [("Bloomberg", 4)]),
        (("The Cell Gazette", "Cell Gazette", "Cell Gazette Mobility"), [("Cell Gazette", 3)]),
        (("Cell Gazette", "Cellular Gazette"), [("Cell Gazette", 1), ("Cellular Gazette", 1)]),
    ],
)
def test_an_outlet_has_one_name(names: tuple[str, ...], read: list[tuple[str, int]]) -> None:
    docs = [
        make.document(
            str(at), f"Nothing, {at}.", title=f"Part {at}", outlet=name, url=f"https://www.bloomberg.com/{at}"
        )
        for at, name in enumerate(names)
    ]

    brief = edition(Record(None), [], docs, [], week_ending=ENDING, settings=BriefSettings())

    assert [(row.outlet, row.documents) for row in brief.readings] == read


@pytest.mark.parametrize(
    ("names", "read"),
    [
        (("Volt Post", "VoltPost", "Volt Post"), ["Volt Post"]),
        (("The Volt Post", "feeds.voltpost.example", "voltpost.co.example"), ["The Volt Post"]),
        (("thevoltpost.example", "Volt Post"), ["Volt Post"]),
        (("volt.post", "Volt Post", "Volt"), ["Volt Post", "Volt"]),
        (("Volt Post", "Volt Posting", "postvolt.example"), ["postvolt.example", "Volt Post", "Volt Posting"]),
    ],
)
def test_an_outlet_has_one_name_whatever_its_address(names: tuple[str, ...], read: list[str]) -> None:
    docs = [
        make.document(str(at), f"Nothing, {at}.", title=f"Part {at}", outlet=name, url=f"https://{at}.example/x")
        for at, name in enumerate(names)
    ]
    brief = edition(Record(None), [], docs, [], week_ending=ENDING, settings=BriefSettings())
    assert [row.outlet for row in brief.readings] == read


@pytest.mark.parametrize(("words", "told"), [("A fire", True), ("A recall", False)])
def test_a_recall_is_somebodys_a_fire_may_be_nobodys(words, told) -> None:
    text = f"{words} of batteries was reported at a plant in Debrecen, Hungary."
    assert bool(said(text, "incident", "occurred", parties=(), place=PLANT["place"])) is told


def test_several_stores_operate_too() -> None:
    words = "Voltara builds two battery storage sites in Debrecen, Hungary, to run from 2027."
    stores = {**STORE, "made": ("battery storage sites", "storage")}
    told = said(words, "facility", "construction", dates=[("2027", "production_start", "2027")], **stores)
    assert "Production" not in told


STORES = ("energy storage systems", "storage")


@pytest.mark.parametrize(
    ("words", "parties", "told"),
    [
        (
            "Voltara won an order for energy storage systems.",
            ("Voltara supplier",),
            "Voltara wins order for energy storage",
        ),
        (
            "Voltara won an EPC contract for energy storage systems.",
            ("Voltara supplier",),
            "Voltara wins contract to build battery storage",
        ),
        (
            "Voltara and Nordcell signed a contract for energy storage systems.",
            ("Voltara supplier", "Nordcell supplier"),
            "Voltara and Nordcell sign supply agreement for energy storage systems",
        ),
        (
            "Voltara and Nordcell signed a tolling agreement for energy storage systems.",
            ("Voltara supplier", "Nordcell customer"),
            "Voltara and Nordcell sign agreement on use of battery storage",
        ),
        (
            "Voltara signs PPA with Nordcell for 160 MWh energy storage systems.",
            ("Voltara supplier", "Nordcell customer"),
            "Voltara and Nordcell sign power purchase agreement for battery storage",
        ),
        (
            "Voltara has signed a contract to supply energy storage systems to Nordcell for the Oasis project, "
            "which has a power purchase agreement with a mine.",
            ("Voltara supplier", "Nordcell customer"),
            "Voltara signs agreement to supply Nordcell with energy storage systems",
        ),
        (
            "Voltara won a contract to supply energy storage systems to Nordcell, whose EPC partner is Baumwerk.",
            ("Voltara supplier", "Nordcell customer"),
            "Voltara signs agreement to supply Nordcell with energy storage systems",
        ),
        (
            "Nordcell is using energy storage systems of Voltara.",
            ("Voltara supplier", "Nordcell customer"),
            "Voltara supplies Nordcell with energy storage systems",
        ),
    ],
)
def test_a_deal_is_called_what_its_words_call_it(words: str, parties: tuple[str, ...], told: str) -> None:
    assert said(words, "supply", "signed", parties=parties, made=STORES).startswith(told)


def test_a_deal_of_no_goods_is_not_told() -> None:
    assert (
        said("Voltara will supply Nordcell.", "supply", "signed", parties=("Voltara supplier", "Nordcell customer"))
        == ""
    )


def test_a_question_is_no_deal() -> None:
    words = "Is Voltara set to supply Nordcell with energy storage systems?"
    parties = ("Voltara supplier", "Nordcell customer")
    assert said(words, "supply", "considered", parties=parties, made=STORES, modality="considering") == ""


def test_what_is_talked_about_is_told_as_talks() -> None:
    words = "Voltara is in final talks with Nordcell on a supply of energy storage systems."
    parties = ("Voltara supplier", "Nordcell customer")
    brief = said(words, "supply", "considered", parties=parties, made=STORES, modality="considering")
    assert brief.startswith("Voltara in talks on an agreement to supply Nordcell")


@pytest.mark.parametrize(
    ("words", "made", "told"),
    [
        ("Voltara and Nordcell partner.", ("", ""), ""),
        ("Voltara and Nordcell partner on hydrogen and battery storage.", ("battery storage", "storage"), ""),
        ("Voltara and Nordcell partner on charging for electric buses.", ("buses", "vehicle"), ""),
        ("Voltara and Nordcell partner on power from recycled batteries.", ("recycled batteries", "recycling"), ""),
        (
            "Voltara and Nordcell partner to make electric cars with new batteries.",
            ("batteries", "cell"),
            "Voltara and Nordcell agree to work together on electric vehicles",
        ),
        (
            "Voltara and Nordcell expand their partnership on batteries.",
            ("batteries", "cell"),
            "Voltara and Nordcell expand partnership on batteries",
        ),
        (
            "Voltara and Nordcell launch a fixed-rate plan for battery storage.",
            ("battery storage", "storage"),
            "Voltara and Nordcell launch joint offer of energy storage systems",
        ),
        (
            "Voltara and Nordcell launch a research programme on battery storage.",
            ("battery storage", "storage"),
            "Voltara and Nordcell sign development agreement",
        ),
        (
            "Voltara and Nordcell sign an optimisation deal for battery storage.",
            ("battery storage", "storage"),
            "Voltara and Nordcell sign optimisation agreement",
        ),
    ],
)
def test_a_partnership_is_told_with_what_it_is_for(words: str, made: tuple[str, str], told: str) -> None:
    brief = said(words, "partnership", "signed", parties=("Voltara partner", "Nordcell partner"), made=made)
    assert brief.startswith(told)
    assert bool(brief) is bool(told)


def test_a_part_of_a_name_is_no_party_and_no_goods() -> None:
    words = "Voltara and First Alder Nickel agree to work on drilling, Alder said."
    parties = ("Voltara partner", "First Alder Nickel partner", "Alder partner")
    assert said(words, "partnership", "signed", parties=parties, made=("Nickel", "nickel")) == ""


def test_what_is_to_end_has_not_ended() -> None:
    words = "Voltara and Nordcell to end their partnership on batteries."
    parties = ("Voltara partner", "Nordcell partner")
    brief = said(words, "partnership", "terminated", parties=parties, made=("batteries", "cell"))
    assert brief.startswith("Voltara and Nordcell plan to end a partnership on batteries")


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (
            "Voltara has signed an engineering contract. It aims to establish a graphite plant in Gera.",
            "Voltara signs engineering contract for graphite project",
        ),
        ("Voltara aims to establish a graphite plant in Gera. It has an engineer.", "Voltara plans graphite project"),
    ],
)
def test_a_contract_on_a_planned_plant_is_the_news(words: str, told: str) -> None:
    doc = make.document("n", words)
    aim = next(each for each in words.split(". ") if "aims" in each).rstrip(".")
    parties = (make.party(doc, "Voltara", "owner"),)
    plan = {"modality": "planned", "product": make.named(doc, "graphite", "graphite"), "evidence": aim}
    dev = make.development(doc, "facility", "announced", parties=parties, place=make.place(doc, "Gera", "DE"), **plan)
    assert " ".join(heads(brief_of(doc, dev))).startswith(told)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("Voltara is shelving its EV and battery hub in Gera.", "Voltara shelves plans for vehicle and battery plant"),
        (
            "Voltara is scrapping its EV factory in Gera, whose batteries it buys.",
            "Voltara drops plans for vehicle plant",
        ),
    ],
)
def test_what_is_shelved_is_not_dropped_and_cars_with_batteries_are_not_cars_alone(words: str, told: str) -> None:
    assert said(words, "facility", "cancelled", made=("EV", "vehicle")).startswith(told)


@pytest.mark.parametrize(
    ("words", "made", "told"),
    [
        ("Voltara has launched a new version of its city van with a solid-state battery of another.", ("", ""), ""),
        ("Voltara has launched a new battery.", ("battery", "cell"), "Voltara launches new battery"),
    ],
)
def test_what_a_firm_has_launched_is_named_or_not_told(words: str, made: tuple[str, str], told: str) -> None:
    trigger = {"trigger": lambda doc: make.span(doc, "launched")}
    brief = said(words, "technology", "launched", parties=("Voltara developer",), made=made, **trigger)
    assert brief.startswith(told) if told else brief == ""
