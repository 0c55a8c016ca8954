"""How firm what is told is: a plan is no opening, a rumour no deal, a denial no plan, an old story no news."""

from dataclasses import replace

import pytest

from cellwire.claims import read_developments
from cellwire.lexicon import load_lexicon
from claims.telling import document, only, read, unread

PLANS = [
    ("Voltaryn will open a battery plant in Szolnok in 2026.", "announced"),
    ("Voltaryn plans to start battery production in Szolnok in 2026.", "announced"),
    unread('"is to" is asserted', "Voltaryn's battery plant in Szolnok is to go into operation in 2026.", "announced"),
    ("Voltaryn is preparing to break ground on a battery plant in Szolnok.", "announced"),
    ("Voltaryn intends to double the capacity of its battery plant in Szolnok.", "announced"),
]


@pytest.mark.parametrize(("sentence", "stage"), PLANS)
def test_a_plan_is_not_an_opening(sentence: str, stage: str) -> None:
    told = only("facility", read(sentence))

    assert (told.stage, told.modality) == (stage, "planned")


DONE = [
    ("Voltaryn opened a battery plant in Szolnok on Monday.", "operating"),
    ("Voltaryn has started battery production at its plant in Szolnok.", "operating"),
    ("Voltaryn broke ground on a battery plant in Szolnok on Monday.", "construction"),
]


@pytest.mark.parametrize(("sentence", "stage"), DONE)
def test_what_is_done_is_asserted(sentence: str, stage: str) -> None:
    told = only("facility", read(sentence))

    assert (told.stage, told.certainty, told.modality) == (stage, "confirmed", "asserted")


RUMOURS = [
    "According to a source at the ministry, Voltaryn will build a battery plant in Szolnok.",
    "Voltaryn will reportedly build a battery plant in Szolnok.",
    "Voltaryn is to build a battery plant in Szolnok, according to people familiar with the matter.",
    "Voltaryn has chosen Szolnok for a battery plant, sources said.",
    "Shares of Voltaryn rose on Tuesday after a report that the company will build a battery plant in Szolnok.",
    "Hungarian media reported that Voltaryn will build a battery plant in Szolnok.",
    "Voltaryn is rumoured to be planning a battery plant in Szolnok.",
]


@pytest.mark.parametrize("sentence", RUMOURS)
def test_what_unnamed_sources_say_is_reported(sentence: str) -> None:
    assert only("facility", read(sentence)).certainty == "reported"


@pytest.mark.parametrize(
    ("sentence", "certainty"),
    [
        ("Voltaryn is likely to increase its battery supply for Kestrel Auto.", "reported"),
        ("Voltaryn will apparently supply Kestrel Auto with batteries.", "reported"),
        ("Voltaryn will supply Kestrel Auto with batteries, which are likely to last longer.", "confirmed"),
    ],
)
def test_what_is_likely_is_no_contract(sentence: str, certainty: str) -> None:
    assert only("supply", read(sentence)).certainty == certainty


PRESS = [
    ("Voltaryn will build a battery plant in Szolnok, Yonhap news agency reported on Friday.", "reported"),
    ("The battery plant that Voltaryn plans in Szolnok will open in 2027, the Nikkei said on Monday.", "reported"),
    ("Voltaryn will build a battery plant in Szolnok, a local newspaper reported.", "reported"),
    ("According to a Bloomberg report Voltaryn will build a battery plant in Szolnok.", "reported"),
    ("BUDAPEST (Reuters) - Voltaryn will build a battery plant in Szolnok, the company said.", "confirmed"),
    ("Voltaryn will build a battery plant in Szolnok, its chief executive told Bloomberg.", "confirmed"),
]


@pytest.mark.parametrize(("sentence", "certainty"), PRESS)
def test_what_only_the_press_says_is_reported(sentence: str, certainty: str) -> None:
    assert only("facility", read(sentence)).certainty == certainty


@pytest.mark.parametrize(("outlet", "certainty"), [("electrive.com", "confirmed"), ("Cell Courier", "reported")])
def test_an_outlet_that_names_itself_is_no_second_hand(outlet: str, certainty: str) -> None:
    page = replace(document("Voltaryn will build a battery plant in Szolnok, Electrive reports."), outlet=outlet)

    assert only("facility", read_developments(page, load_lexicon())).certainty == certainty


CONSIDERED = [
    "Voltaryn is considering a battery plant in Szolnok.",
    "Voltaryn is weighing whether to build a battery plant in Szolnok.",
    "Voltaryn is in talks with Szolnok about a battery plant.",
    "Voltaryn may build a battery plant in Szolnok.",
    "Voltaryn is looking for a site in Hungary for a battery plant.",
]


@pytest.mark.parametrize("sentence", CONSIDERED)
def test_what_is_weighed_is_considered_and_not_announced(sentence: str) -> None:
    told = only("facility", read(sentence))

    assert (told.stage, told.certainty) == ("considered", "reported")


@pytest.mark.parametrize(
    ("text", "certainty"),
    [
        ("Voltaryn has started drilling at its lithium project in Serbia, aiming to explore new targets.", "confirmed"),
        ("A feasibility study of Voltaryn's lithium project in Serbia is half done.", "confirmed"),
        ("Voltaryn is exploring a battery plant in Szolnok.", "reported"),
        ("Voltaryn may be about to build a battery plant in Szolnok.", "reported"),
    ],
)
def test_a_mine_that_is_drilled_or_studied_is_more_than_a_rumour(text: str, certainty: str) -> None:
    told = only("facility", read(text))

    assert (told.stage, told.certainty) == ("considered", certainty)


@pytest.mark.parametrize(
    ("text", "certainty"),
    [
        ("Voltaryn suspended the construction of a battery plant in Szolnok amid a review.", "confirmed"),
        ("Voltaryn is said to have suspended the construction of a battery plant in Szolnok, sources say.", "reported"),
    ],
)
def test_what_is_weighed_beside_a_step_makes_no_rumour_of_it(text: str, certainty: str) -> None:
    below = "Voltaryn will also consider future options for the Szolnok site after suspending the plant."
    told = only(
        "facility", read(f"{text}\n\n{below}", title="Voltaryn halts construction of battery plant amid review")
    )

    assert (told.stage, told.certainty) == ("delayed", certainty)


@pytest.mark.parametrize(
    ("title", "stage"),
    [
        ("Voltaryn is building a battery plant in Szolnok", "announced"),
        ("Voltaryn starts building a battery plant in Szolnok", "construction"),
    ],
)
def test_a_headline_that_builds_what_its_text_only_plans_plans_it(title: str, stage: str) -> None:
    text = "Voltaryn has chosen Szolnok for its battery plant. The company will build the plant there by 2030."

    assert only("facility", read(text, title=title)).stage == stage


DENIALS = [
    "Voltaryn denied that it will build a battery plant in Szolnok.",
    "Voltaryn has no plans to build a battery plant in Szolnok, a spokeswoman said.",
    "A report that Voltaryn will build a battery plant in Szolnok is untrue, the company said.",
    'Voltaryn said a report that it will build a battery plant in Szolnok was "unfounded".',
    unread("reports of a plant, dismissed", "Voltaryn dismissed reports of a battery plant in Szolnok as baseless."),
]


@pytest.mark.parametrize("sentence", DENIALS)
def test_a_denied_plant_is_neither_planned_nor_cancelled(sentence: str) -> None:
    assert only("facility", read(sentence)).certainty == "denied"


def test_what_would_be_behind_an_old_plan_is_old() -> None:
    text = (
        "Kestrel Cells signed a contract to supply Volvo with battery cells.\n\n"
        "In May 2023, Kestrel Cells announced plans for a venture with Umicore for battery recycling. "
        "Battery waste would be processed at a recycling plant to be located in Ontario."
    )
    told = only("facility", read(text))

    assert told.background


@pytest.mark.parametrize(
    "sentence",
    [
        "Voltaryn said that fears of fires were unfounded and that it will open its battery plant in Szolnok in May.",
        "Voltaryn will open its battery plant in Szolnok in May, though it called complaints about noise groundless.",
    ],
)
def test_a_worry_that_is_denied_denies_no_plant(sentence: str) -> None:
    assert only("facility", read(sentence)).certainty == "confirmed"


@pytest.mark.xfail(strict=True, reason="a denial reaches its own sentence only")
def test_a_denial_in_the_next_sentence_denies_what_was_told() -> None:
    told = read("Voltaryn is to build a battery plant in Szolnok, local media reported. The company denied the report.")

    assert only("facility", told).certainty == "denied"


def test_a_fire_that_something_is_denied_of_has_burnt() -> None:
    text = "SK C&C denies claims that it ignored alarms before the fire at its data centre, where batteries burnt on Sunday."

    assert only("incident", read(text)).certainty == "confirmed"


def test_a_supply_rumour_is_signed_as_far_as_reported() -> None:
    told = only("supply", read("Kestrel Cells is said to have won an order from Scania for battery cells."))

    assert (told.stage, told.certainty) == ("signed", "reported")


BACKGROUND = [
    "Voltaryn already operates a battery plant in Szolnok.",
    "Voltaryn's battery plant in Szolnok has been producing cells since 2019.",
    "In March 2022 Voltaryn opened a battery plant in Szolnok.",
    "Voltaryn had announced a battery plant in Szolnok two years earlier.",
]


@pytest.mark.parametrize("sentence", BACKGROUND)
def test_what_the_text_shows_to_be_old_or_standing_is_background(sentence: str) -> None:
    news = "Kestrel Cells broke ground on a battery plant in Dundee on Monday."
    old = [each for each in read(f"{news}\n\n{sentence}") if each.place and each.place.name == "Szolnok"]

    assert [each.background for each in old] == [True]


@pytest.mark.parametrize(
    "sentence",
    [
        "Kestrel Cells said on Tuesday it had signed a contract to supply cells to Ford.",
        "Kestrel Cells announced that it had started building a battery plant in Szolnok.",
        "Kestrel Cells, which operates a mine in Chile, said the company had opened a battery plant in Szolnok.",
    ],
)
def test_what_somebody_says_had_been_done_is_news(sentence: str) -> None:
    (told,) = [each for each in read(sentence) if each.kind in {"facility", "supply"}]

    assert not told.background


def test_what_somebody_says_had_been_done_before_is_old() -> None:
    sentence = "Kestrel Cells said on Tuesday it had previously signed a contract to supply cells to Ford."

    assert all(each.background for each in read(sentence))


NO_NEWS = [
    "NMP supplier Zhenghua Solvents wishes all battery makers a happy New Year!",
    "I think Voltaryn should build a battery plant in Szolnok.",
    "Hopefully Voltaryn will build a battery plant in Szolnok one day.",
    "The artillery battery fired a salute in Szolnok on Monday.",
    "The phone's 5,000 mAh battery lasts two days.",
    "The prosecutor charged the man with assault and battery.",
    "Subscribe to our battery newsletter and follow us on social media.",
    "What would a battery plant in Szolnok mean for the town?",
    "The bank will put its branches through a battery of tests this year.",
]


@pytest.mark.parametrize("sentence", NO_NEWS)
def test_greetings_guesses_and_other_batteries_are_no_news(sentence: str) -> None:
    assert read(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "stage"),
    [
        (
            "Voltaryn will invest $400 million in a cathode plant in Gumi. It will be the world's largest when completed.",
            "announced",
        ),
        (
            "Voltaryn is building a recycling plant in Georgia that takes 30,000 tonnes of batteries and scrap per year.",
            "construction",
        ),
        (
            "After breaking ground in 2023, Voltaryn is delaying construction of its battery plant in Kingston, Ontario.",
            "delayed",
        ),
        ("Voltaryn will not move forward with its planned $1 billion battery plant in Buckeye, Arizona.", "cancelled"),
        (
            "Voltaryn will not go ahead with the second 12 GWh battery factory that it had planned in Szolnok, Hungary.",
            "cancelled",
        ),
    ],
)
def test_what_is_only_to_be_or_was_before_is_not_how_far_a_plant_is(sentence: str, stage: str) -> None:
    assert [told.stage for told in read(sentence) if told.kind == "facility" and not told.background] == [stage]


def test_a_plant_told_of_before_its_owner_is_that_owners() -> None:
    told = only(
        "facility",
        read(
            "A $1 billion battery cell plant that was planned for Maple Ridge, British Columbia, has been shelved.\n\n"
            "Northvolt said that it will not build the plant.",
            title="Firm halts plan for battery plant",
        ),
    )
    assert (told.stage, [party.name for party in told.parties]) == ("cancelled", ["Northvolt"])


def test_scrap_metal_is_no_battery_news() -> None:
    text = (
        "The Zoning Board granted Excel Recycling a building permit for a shredding facility in Freetown, Massachusetts, "
        "that takes 20,000 tons of cars a month."
    )
    assert read(text) == []


def test_what_a_minister_announces_is_confirmed_though_an_agency_carries_it() -> None:
    carried = "the minister of trade announced on Thursday, according to a report by the state news agency."

    assert only("facility", read(f"Voltaryn will build a battery plant in Szolnok, {carried}")).certainty == "confirmed"
    assert (
        only("facility", read("Voltaryn will build a battery plant in Szolnok, according to a report.")).certainty
        == "reported"
    )


def test_what_an_agency_reports_from_a_filing_is_confirmed() -> None:
    text = "Voltaryn will build a battery plant in Szolnok, Reuters reports, citing a filing to the stock exchange."

    assert only("facility", read(text)).certainty == "confirmed"


SPEAKERS = [
    ("Alder Energy said that battery maker Ardent Cells filed for insolvency on Monday.", "Alder Energy"),
    ("Battery maker Ardent Cells filed for insolvency on Monday, Alder Energy said.", "Alder Energy"),
    ("Alder Energy has confirmed talks with Ardent Cells after the battery maker filed for insolvency.", None),
]


@pytest.mark.parametrize(("sentence", "speaker"), SPEAKERS)
def test_who_speaks_says_what_is_told(sentence: str, speaker: str | None) -> None:
    told = only("incident", read(sentence, title="A battery maker in trouble")).speaker

    assert (told.name if told else None) == speaker


def test_what_somebody_denies_is_told_as_denied() -> None:
    told = only("facility", read("Battery maker Velmora denied reports that it will close its plant in Ohio."))
    assert (told.stage, told.certainty) == ("closed", "denied")


@pytest.mark.parametrize(
    "text",
    [
        "In addition to its existing plant in Lyon, Voltaryn will build a battery plant in Douai, France.",
        "Voltaryn, which also operates a battery plant in Lyon, will build another in Douai, France.",
        "Voltaryn currently has one battery plant, in Lyon, and will open a second in Douai, France.",
        "After signing a deal with Renault last year, Voltaryn is to build a battery plant in Douai, France.",
        "The contract follows a similar agreement with BMW: Voltaryn will supply battery cells to Renault from 2026.",
        "BMW, which currently sources cells from CATL, has chosen EVE Energy as a second supplier of battery cells.",
        "Voltaryn has taken over the battery maker Birk, which was founded in 2015.",
    ],
)
def test_old_words_in_an_aside_make_no_news_old(text: str) -> None:
    assert [each.background for each in read(text)] == [False]


@pytest.mark.parametrize(
    "text",
    [
        "Voltaryn already operates a battery plant in Lyon, France.",
        "After opening a battery plant in Lyon last year, Voltaryn has little money.",
    ],
)
def test_old_words_beside_the_thing_make_it_old(text: str) -> None:
    assert [each.background for each in read(text)] == [True]


@pytest.mark.parametrize(
    "text",
    [
        "After breaking ground in March 2022, Voltaryn has opened a battery plant in Lyon, France.",
        "Voltaryn has closed its battery plant in Lyon, France, which opened in 2019.",
        "Voltaryn, whose deal with BMW dates from 2021, has signed a supply contract for battery cells with Renault.",
        "Announced in 2021, the battery plant of Voltaryn in Lyon has begun production.",
        "Voltaryn has started production at its battery plant in Lyon, three years after announcing it in 2021.",
        "Voltaryn has sold its battery plant in Lyon, bought in 2020, to Agrigo Cells for 50 million euros.",
    ],
)
def test_the_day_of_an_aside_makes_no_news_old(text: str) -> None:
    assert [each.background for each in read(text)] == [False]


@pytest.mark.parametrize(
    "text",
    [
        "Voltaryn opened a battery plant in Lyon, France, in 2019.",
        "In 2022, Voltaryn signed a supply contract for battery cells with Renault.",
    ],
)
def test_an_old_day_of_its_own_makes_a_thing_old(text: str) -> None:
    assert [each.background for each in read(text)] == [True]


@pytest.mark.parametrize(
    ("goes_on", "background"),
    [("Not only that, but", True), ("At the time", True), ("Now", False)],
)
def test_what_goes_on_about_what_was_is_old(goes_on: str, background: bool) -> None:
    told = read(
        f"Earlier this year, a start-up surprised the industry. {goes_on} Voltaryn, a spinoff of Alder Power, said its solid-state battery would go into production.",
        title="Will the solid-state battery come?",
    )

    assert [each.background for each in told] == [background]


def test_what_somebody_also_plans_is_news_though_the_sentence_before_tells_of_the_past() -> None:
    told = read(
        "Last year Voltaryn opened a battery plant in Lyon. It also plans to build a battery plant in Debrecen."
    )

    assert [(each.stage, each.background) for each in told] == [("operating", True), ("announced", False)]


def test_what_sources_have_revealed_is_reported() -> None:
    told = only("facility", read("Voltaryn will build a battery plant in Tamil Nadu, sources have revealed."))

    assert told.certainty == "reported"


@pytest.mark.parametrize(
    ("title", "certainty"),
    [
        ("Bloomberg: Farasis to supply Volvo with batteries", "reported"),
        ("Farasis lands Volvo battery supply deal - report", "reported"),
        ("Farasis to supply Volvo with batteries: Report", "reported"),
        ("Farasis to supply Volvo with batteries: Report - Morning Post Finance", "reported"),
        ("Farasis to supply Volvo with batteries, sources say", "reported"),
        ("Farasis to supply Volvo with batteries: First report of a new maker - Morning Post", "confirmed"),
        ("Volvo will use LFP cells from Farasis, says British company", "reported"),
        ("Volvo will use LFP cells from Farasis, says company", "confirmed"),
        ("Insider information: Farasis wins battery order from Volvo", "confirmed"),
    ],
)
def test_a_title_says_on_whose_word_a_deal_is_told(title: str, certainty: str) -> None:
    assert only("supply", read("", title=title)).certainty == certainty
