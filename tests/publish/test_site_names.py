"""A storage site or a mine is told by its own name, and a store with its megawatts, where the text has them."""

import pytest

from cellwire.publish.brief.check import borne_out
from publish import factories as make
from publish.test_told_once import brief_of


def told(words: str, *, made=("storage", "storage"), size=("160 MWh", 160.0, "MWh"), firm="Voltara"):
    doc = make.document("d", f"News of a site\n{words}")
    dev = make.development(
        doc,
        "facility",
        "construction",
        parties=(make.party(doc, firm, "operator"),),
        place=make.place(doc, "Ohio", "US"),
        product=make.named(doc, *made),
        capacity=(make.capacity(doc, *size, yearly=False),) if size else (),
    )
    return next(telling for item in brief_of(dev, docs=[doc]).items() for telling in item.tellings)


@pytest.mark.parametrize(
    ("words", "told_as"),
    [
        ("Voltara is building its 40 MW/160 MWh Red Heron battery energy storage system in Ohio.",
         "the Red Heron battery storage project"),
        ("Voltara is building the Red Heron storage project, of 160 MWh, in Ohio.",
         "the Red Heron battery storage project"),
        # a company, a land, a people and a superlative are no names, and of two names neither is told
        ("Voltara is building the Voltara storage project, of 160 MWh, in Ohio.", "a battery storage project"),
        ("Voltara is building the Ohio storage project, of 160 MWh.", "a battery storage project"),
        ("Voltara is building the American storage project, of 160 MWh, in Ohio.", "a battery storage project"),
        ("Voltara is building the Largest storage project, of 160 MWh, in Ohio.", "a battery storage project"),
        ("Voltara is building the Red Heron storage project, of 160 MWh, in Ohio, beside its Grey Owl storage project.",
         "a battery storage project"),
    ],
)  # fmt: skip
def test_a_site_is_told_by_its_name(words: str, told_as: str) -> None:
    assert told_as in told(words).sentences[0].text


@pytest.mark.parametrize(
    ("words", "told_as", "size"),
    [
        ("Voltara is building a 90MW/160 MWh solar-plus-storage project in Ohio.",
         "a solar and storage project", "160 MWh"),
        ("Voltara is building a PV and BESS storage park of 160 MWh in Ohio.",
         "a solar and storage project", "160 MWh"),
        ("Voltara is building a wind farm and battery storage of 160 MWh in Ohio.",
         "a wind and storage project", "160 MWh"),
        # what stands beside a solar park, and what its builder does besides
        ("Voltara is building a 40 MW/160 MWh storage project beside a solar park in Ohio.",
         "a battery storage project", "40 MW / 160 MWh"),
        ("Voltara, a solar and storage developer, is building a 160 MWh storage project in Ohio.",
         "a battery storage project", "160 MWh"),
    ],
)  # fmt: skip
def test_a_project_of_sun_and_storage_is_no_store_alone(words: str, told_as: str, size: str) -> None:
    sentences = told(words).sentences
    assert told_as in sentences[0].text
    assert [part.text for each in sentences for part in each.parts if part.what == "amount"] == [size]


def test_digits_without_end_behind_solar_and_are_read_in_no_time() -> None:
    words = f"Voltara is building a solar and {'1' * 2000} x storage project of 160 MWh in Ohio."
    assert "a battery storage project" in told(words).sentences[0].text


def test_a_heading_has_the_name_without_an_article() -> None:
    words = "Voltara is building its 160 MWh Red Heron battery energy storage system in Ohio."
    assert told(words).headline.text == "Voltara develops Red Heron battery storage project in Ohio"


def test_a_mine_is_told_by_its_name() -> None:
    words = "Voltara is building the Silver Fern lithium mine in Ohio."
    assert "the Silver Fern lithium mine" in told(words, made=("lithium", "lithium"), size=None).sentences[0].text


@pytest.mark.parametrize(
    ("words", "size"),
    [
        ("Voltara is building a 40 MW/160 MWh storage project in Ohio.", "40 MW / 160 MWh"),
        ("Voltara is building a 40-MW / 160 MWh storage project in Ohio.", "40 MW / 160 MWh"),
        # the power of something else, and none
        ("Voltara is building a 90 MW solar park and a 160 MWh storage project in Ohio.", "160 MWh"),
        ("Voltara is building a storage project of 160 MWh in Ohio.", "160 MWh"),
        ("Voltara builds 40MW solar, 160MWh storage. The 40MW/160 MWh project is in Ohio.", "160 MWh"),
        ("Voltara is building a 40MW/160 MWh storage project in Ohio beside a 90MW solar park.", "40 MW / 160 MWh"),
        ("Voltara is building a 4.5MW/160 MWh storage project in Ohio beside a 425MW solar park.", "4.5 MW / 160 MWh"),
    ],
)
def test_a_store_is_told_with_its_power(words: str, size: str) -> None:
    parts = [part for sentence in told(words).sentences for part in sentence.parts if part.what == "amount"]
    assert [part.text for part in parts] == [size]
    assert not any(map(borne_out, parts))


@pytest.mark.parametrize(
    ("words", "size"),
    [
        ("Voltara is building its 30MW battery storage project in Ohio.", "30 MW"),
        ("Voltara is building 1.25 GW of battery energy storage in Ohio.", "1.25 GW"),
        ("Voltara is building a 150 MW lithium-iron (LFP) battery storage project in Ohio.", "150 MW"),
        # a hedge, the sun's power, a portfolio, several, and two figures
        ("Voltara is building about 30 MW of battery storage in Ohio.", None),
        ("Voltara is building a 30 MW solar and battery storage project in Ohio.", None),
        ("Voltara is building a 30 MW battery storage portfolio in Ohio.", None),
        ("Voltara is turning a 30 MW coal plant into a battery storage site in Ohio.", None),
        ("Voltara is building a 30 MW grid connection for battery storage in Ohio.", None),
        ("Voltara is building 30 MW battery storage projects in Ohio.", None),
        ("Voltara is building a 30 MW battery storage project beside 90 MW of wind in Ohio.", None),
    ],
)
def test_a_store_without_energy_is_told_with_its_power(words: str, size: str | None) -> None:
    telling = told(words, size=None)
    parts = [part for sentence in telling.sentences for part in sentence.parts if part.what == "amount"]
    assert [part.text for part in parts] == ([size] if size else [])
    assert not any(borne_out(part) for part in parts)
