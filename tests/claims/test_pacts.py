"""Who agrees with whom to work on batteries are partners; an agreement on goods, money or a plant is none of theirs."""

import pytest

from claims.telling import only, read, shown

PACTS = [
    "Factorial Energy has signed an agreement with Mercedes-Benz to commercialize its battery technology.",
    "Factorial Energy said on Tuesday it had entered into agreements with Mercedes-Benz to develop solid-state batteries.",
    "Factorial Energy and Mercedes-Benz have reached an agreement to develop solid-state batteries.",
    "Factorial Energy has struck a deal with Mercedes-Benz, in a bid to commercialize its battery technology.",
    "Factorial Energy has concluded an agreement with Mercedes-Benz on the development of solid-state batteries.",
    "Factorial Energy has entered into an agreement with Mercedes-Benz on solid-state batteries.",
    "Factorial Energy has signed a 5 GWh Master Framework Agreement (MFA) with Mercedes-Benz to jointly deploy energy storage systems.",
]


@pytest.mark.parametrize("text", PACTS)
def test_who_agrees_to_work_on_batteries_is_a_partner(text: str) -> None:
    told = only("partnership", read(text))

    assert shown(told, "parties") == "Factorial Energy partner; Mercedes-Benz partner"
    assert told.stage == "signed"


HEADLINES = [
    "Volvo partners with Farasis to produce batteries in Thailand, exports to start next year",
    "Volvo and Farasis team up to install batteries at ports",
    "Volvo to work closely with Farasis in its battery push",
    "Volvo partners Farasis for truck batteries",
    "Volvo inks pact with Farasis for battery technology",
    "Volvo enters partnership with Farasis to bring operational analytics to its battery facilities",
    "Volvo, Farasis sign deal to use old truck batteries as storage",
]


@pytest.mark.parametrize("title", HEADLINES)
def test_who_joins_another_to_make_batteries_is_a_partner_and_has_no_plant(title: str) -> None:
    told = read("", title=title)

    assert [(each.kind, each.stage, shown(each, "parties")) for each in told] == [
        ("partnership", "signed", "Volvo partner; Farasis partner")
    ]


WITH_SOMEBODY = [
    "Volvo ties up with two Korean companies for solid-state batteries",
    "Volvo signs joint venture deal with large Korean battery maker",
]


@pytest.mark.parametrize("title", WITH_SOMEBODY)
def test_a_headline_s_partner_may_be_told_by_its_trade(title: str) -> None:
    told = only("partnership", read("", title=title))

    assert (told.stage, shown(told, "parties")) == ("signed", "Volvo partner")


NO_PACTS = [
    "Volvo weighs a joint venture with a Korean battery maker or a plant of its own.",
    "Volvo's joint venture with a Korean battery maker makes cells.",
    "Factorial Energy has signed a supply agreement with Mercedes-Benz to develop a market for batteries.",
    "Factorial Energy has reached a deal with its workers to test new shifts for batteries at Mercedes-Benz.",
    "Factorial Energy has not reached an agreement with Mercedes-Benz to develop solid-state batteries.",
    "Factorial Energy has signed an agreement with Mercedes-Benz to lease offices, and develops batteries.",
]


@pytest.mark.parametrize("text", NO_PACTS)
def test_who_agrees_on_something_else_is_no_partner(text: str) -> None:
    assert [each for each in read(text) if each.kind == "partnership"] == []


def test_a_title_over_pacts_with_each_partner_tells_none_of_its_own() -> None:
    told = read(
        "The hall of the battery maker was full. There was coffee. Voltaryn signed a memorandum of cooperation with Norrvik "
        "Motors on batteries and, on the same day, a strategic framework agreement with the carmaker Kestrel Auto.",
        title="Two signatures: Voltaryn ties up with Norrvik Motors and Kestrel Auto",
    )

    assert [sorted(party.name for party in each.parties) for each in told] == [
        ["Norrvik Motors", "Voltaryn"],
        ["Kestrel Auto", "Voltaryn"],
    ]


@pytest.mark.parametrize(
    "title",
    [
        "Voltaryn and Norrvik to develop sodium-ion energy storage systems for ports",
        "Voltaryn to install energy storage systems for ports",
    ],
)
def test_storage_systems_for_whoever_wants_them_are_no_plant(title: str) -> None:
    told = read("The two, Voltaryn and Norrvik, make batteries.", title=title)

    assert [each for each in told if each.kind == "facility"] == []
