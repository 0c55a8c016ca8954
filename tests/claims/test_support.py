"""The law of the product: every value's quote, read alone, gives the value again."""

import json
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cellwire.claims import read_developments, unsupported
from cellwire.claims.developments import read_all
from cellwire.demo import demo_captures
from cellwire.documents import open_documents
from cellwire.lexicon import load_lexicon
from cellwire.model import Capture, Told
from claims.telling import document

HERE = Path(__file__).parent
SHARED = HERE.parent.parent.parent / "shared" / "real"

NAMES = st.sampled_from(
    ["CATL", "LG Energy Solution", "Envision AESC", "Voltaryn", "Kestrel Cells", "Norrvik Battery AB", "BYD", "Ford Motor",
     "Samsung SDI", "E9 Cathodes", "Tarvik Lithium Ltd.", "the company", "Stellantis", "Hatsune Denchi Co., Ltd"]
)  # fmt: skip
PLACES = st.sampled_from(
    ["Debrecen, Hungary", "Birmingham, Alabama", "Sunderland", "the US state of Georgia", "Győr", "Ningde, Fujian Province",
     "Sines (Portugal)", "northern Sweden", "Kokomo, Indiana", "Québec", "Szolnok"]
)  # fmt: skip
THINGS = st.sampled_from(
    ["battery cell plant", "cathode factory", "gigafactory", "LFP battery plant", "lithium refinery", "battery recycling hub",
     "battery storage project", "anode plant", "battery pack line"]
)  # fmt: skip
HEDGES = st.sampled_from(["", "", "up to ", "more than ", "about ", "an initial ", "nearly ", "at least ", "some "])
NUMBERS = st.sampled_from(
    ["1", "2.5", "12", "30", "100", "1,200", "40,000", "100.000", "8,8", "twelve", "half a million"]
)
UNITS = st.sampled_from(
    ["GWh", "GWh a year", "GWh/yr", "MWh", "tonnes", "tonnes a year", "tonnes of cathode material per year", "kt", "GWh annually",
     "electric vehicles a year", "million cells a year", "gigawatt-hours", "tpa"]
)  # fmt: skip
AMOUNTS = st.builds("{}{} {}".format, HEDGES, NUMBERS, UNITS) | st.builds("{0}-{1} {2}".format, NUMBERS, NUMBERS, UNITS)
SCALES = st.sampled_from(["million", "billion", "bn", "m", "crore", "trillion"])
SIGNS = st.sampled_from(["$", "€", "£", "US$", "C$", "RMB ", "¥", "Rs ", "A$", "₩", "SEK "])
WORDS = st.sampled_from(["euros", "dollars", "yuan", "won", "yen", "pounds", "kronor", "rupees"])
SUMS = st.builds("{}{}{} {}".format, HEDGES, SIGNS, NUMBERS, SCALES) | st.builds(
    "{} {} {}".format, NUMBERS, SCALES, WORDS
)
DAYS = st.sampled_from(
    ["in 2026", "by the end of next year", "in the second half of 2025", "on Tuesday", "from early 2027", "in Q3 2026", "in April",
     "on June 3", "within 18 months", "by mid-2028", "this summer", "on the 14th", "last month", "from 2025 to 2030", "in late 2024"]
)  # fmt: skip
JOBS = st.builds(
    "{}{} {}".format, HEDGES, st.sampled_from(["120", "1,400", "two thousand"]), st.sampled_from(["jobs", "new jobs"])
)
TEMPLATES = st.sampled_from(
    [
        "{name} will build a {thing} with a capacity of {amount} in {place} {day}.",
        "{name} broke ground on a {amount} {thing} in {place} {day}, at a cost of {sum}.",
        "{day}, {name} said it would invest {sum} in its {thing} near {place}, creating {jobs}.",
        "{name} and {other} have opened a {thing} in {place} for {amount}, which employs {jobs}.",
        "{name} will supply {other} with {amount} of LFP cells {day} under a contract worth {sum}.",
        "{other} has signed a memorandum of understanding with {name} on batteries {day}.",
        "The battery maker {name} raised {sum} from {other} {day}.",
        "Output at {name}'s {thing} in {place} will rise from {amount} to {amount2} {day}.",
        "{name} denied reports that it will close its {thing} in {place} {day}.",
        "{name} (hereinafter \"NBW\") delayed a {thing} in {place}; NBW now expects {amount} {day}.",
        "Battery installations of {name} reached {amount} {day}, up from {amount2}.",
        "The {thing} of {name} in {place}, worth {sum}, could make {amount} {day}, sources said.",
    ]
)  # fmt: skip
SENTENCES = st.builds(
    lambda template, **words: template.format(**words),
    TEMPLATES,
    name=NAMES, other=NAMES, place=PLACES, thing=THINGS, amount=AMOUNTS, amount2=AMOUNTS, sum=SUMS, day=DAYS, jobs=JOBS,
)  # fmt: skip
MARKED = st.sampled_from(
    [("", ""), (" in ", " **in** "), (" a ", " a\u00a0"), (" of ", " of\n"), ("GWh", "*GWh*"), (" the ", " [the](https://example.org) "),
     ("'", "’"), ("-", "‑"), ("  ", " "), ("million", "**million**"), (" will ", "  will ")]
)  # fmt: skip


@settings(max_examples=400, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(SENTENCES, min_size=1, max_size=3), MARKED, st.none() | st.dates(date(2015, 1, 1), date(2030, 12, 31)))
def test_a_quote_alone_gives_its_value_again(
    sentences: list[str], marked: tuple[str, str], published: date | None
) -> None:
    text = " ".join(sentences)
    opened = document(text.replace(*marked) if marked[0] else text, published=published)
    developments = read_developments(opened, load_lexicon())

    assert [problem for told in developments for problem in unsupported(told, opened, load_lexicon())] == []


def texts(folder: Path, labels: Path) -> Iterator[Capture]:
    days = {row["id"]: row.get("published") for row in map(json.loads, labels.read_text("utf-8").splitlines())}
    for path in sorted(folder.glob("*.txt")):
        day = date.fromisoformat(days[path.stem]) if days.get(path.stem) else None
        moment = datetime(2026, 1, 1, tzinfo=UTC)
        told = Told(id=path.stem, published=day)
        yield Capture("file", None, path.name, moment, "text/plain", path.read_bytes(), told)


def captures(which: str) -> Iterator[Capture]:
    if which == "demo":
        return demo_captures()
    if which == "own":
        return texts(HERE / "texts", HERE / "labels.jsonl")
    return texts(SHARED / "texts", SHARED / "gold.jsonl")


@pytest.mark.parametrize(
    "which",
    [
        "demo",
        "own",
        pytest.param("real", marks=pytest.mark.skipif(not SHARED.exists(), reason="the shared texts are not here")),
    ],
)
def test_every_value_of_every_text_is_borne_out_by_its_words(which: str) -> None:
    lexicon = load_lexicon()
    problems = [
        f"{capture.told.id}: {problem}"
        for capture in captures(which)
        for opened in open_documents(capture)
        for told in read_developments(opened, lexicon)
        for problem in unsupported(told, opened, lexicon)
    ]

    assert problems == []


TORN = {
    "a sum whose end is torn off is no company": "Alder Lithium paid AUD100,000 for shares in the battery maker Voltaryn.",
    "a short form behind a ticker": "Norrvik Cells Co., Ltd. (KRX: 006400) (\"NC\") builds a battery plant in Lyon. NC and Ford signed a memorandum.",
    "power and energy make a battery a grid's": "CATL will build a 250 MW/500 MWh battery near Mannum, Australia.",
    "a figure of jobs with a hole": "The CATL battery plant in Debrecen will create 10,8000 jobs. About 0,200 workers build it.",
    "a day in a longer number": "CATL opened its battery plant in Debrecen on March 2024,5 and in the second quarter of 2021a.",
    "a month glued to a word": "CATL will open its 8 GWh battery plant in Debrecen in May2th and expand it this weekxy.",
    "where a company is from is none of its names": "Two makers build battery plants: Voltaryn Energy (U.S.) and EVE Energy (China). The U.S. plant opens in 2026, the one in China in 2027.",
    "a word that ends in on": "CATL plans a battery plant in Debrecen, with construction beginning June 2026.",
    "a body's short form, whatever the lexicon calls it": "Alder Energy filed a complaint at the International Trade Commission (ITC) in May. The ITC banned imports of Birch's battery cells.",
    "a board's short form beside its land": "Alder Energy will build a battery plant in Chonburi, Thailand's Board of Investment (BOI) said. BOI granted Alder a tax exemption for the battery plant.",
    "a land's president by name": "Mexican President Rosa Ibarra signed a decree on lithium that hands all lithium deposits to the state.",
    "a chemistry only beside its goods": "CATL opened a plant for sodium batteries in Debrecen.",
    "a range of grants": "The US Department of Energy will award grants ranging from USD50 million to USD300 million for battery plants.",
    "an office's letters name no land": "South Africa's Industrial Development Corporation (IDC) has a plan. The IDC granted Alder Metals $16 million for its battery plant.",
    "whose the government is": "In the UK, the government will fund a battery plant of Voltaryn with a grant of £40 million.",
}  # fmt: skip


@pytest.mark.parametrize("text", TORN.values(), ids=TORN)
def test_what_is_torn_or_told_elsewhere_gives_no_value_that_its_words_do_not_bear(text: str) -> None:
    opened = document(text, published=date(2024, 3, 14))

    told = [each for each, _ in read_all(opened, load_lexicon())]

    assert told
    assert [problem for each in told for problem in unsupported(each, opened, load_lexicon())] == []


@pytest.mark.parametrize(
    ("title", "words"),
    [
        ("Voltaryn adds 1.7 GWh storage in Kent", "1.7 GWh storage"),
        ("Voltaryn announces 1.5GW battery project in Romania", "1.5GW battery"),
    ],
)
def test_a_title_calls_a_store_by_what_it_gives_or_holds(title: str, words: str) -> None:
    text = document("It said so on Monday.", title=title)
    (told,) = read_developments(text, load_lexicon())

    assert told.product
    assert (told.product.name, text.quote(told.product.span)) == ("storage", words)
    assert unsupported(told, text, load_lexicon()) == []


def test_a_chemistry_in_the_name_of_goods_is_borne_out() -> None:
    text = document("It said so on Monday.", title="Voltaryn raises $750m to expand iron-air battery production")
    (told,) = read_developments(text, load_lexicon())

    assert [each.name for each in told.chemistry] == ["iron-air"]
    assert unsupported(told, text, load_lexicon()) == []


def test_a_grid_battery_is_storage_by_its_amounts() -> None:
    opened = document(TORN["power and energy make a battery a grid's"])
    (told,) = read_developments(opened, load_lexicon())

    assert told.product
    assert (told.product.name, opened.quote(told.product.span)) == ("storage", "250 MW/500 MWh battery")
