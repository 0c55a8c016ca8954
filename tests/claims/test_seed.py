"""The reference roundup: the week's stories, who says what, and what is no news.

The roundup itself may be read and not passed on; where it is not at hand, our own telling of the same week stands alone.
"""

from collections.abc import Sequence
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path

import pytest

from cellwire.claims import read_developments, unsupported
from cellwire.documents import open_documents
from cellwire.lexicon import load_lexicon
from cellwire.model import Capture, Development, Document, Told
from claims.telling import shown, wrong

HERE = Path(__file__).parent
SEED = HERE.parent.parent.parent / "shared" / "real" / "seed.txt"
OWN = HERE / "data" / "roundup.txt"

each_telling = pytest.mark.parametrize(
    "path",
    [
        pytest.param(
            SEED, id="seed", marks=pytest.mark.skipif(not SEED.exists(), reason="the shared texts are not here")
        ),
        pytest.param(OWN, id="own"),
    ],
)


@cache
def documents(path: Path) -> Sequence[Document]:
    told = Told(id=path.stem, published=date(2022, 12, 17))
    moment = datetime(2022, 12, 18, tzinfo=UTC)
    return open_documents(Capture("file", None, path.name, moment, "text/plain", path.read_bytes(), told))


@cache
def developments(path: Path) -> Sequence[Development]:
    return [told for document in documents(path) for told in read_developments(document, load_lexicon())]


def find(path: Path, kind: str, *names: str, background: bool = False) -> Development:
    """The development of that kind in which all of them take part."""
    found = [
        told
        for told in developments(path)
        if told.kind == kind and told.background is background and all(name in shown(told, "parties") for name in names)
    ]
    assert len(found) == 1, [f"{told.kind} {told.stage} {shown(told, 'parties')}" for told in developments(path)]
    return found[0]


@each_telling
def test_aesc_builds_a_second_plant_in_sunderland(path: Path) -> None:
    told = find(path, "facility", "AESC")

    assert (
        wrong(told, {"stage": "construction", "place": "Sunderland", "country": "GB", "certainty": "confirmed"}) == {}
    )
    assert {(each.value, each.unit) for each in told.capacity} == {(12, "GWh/yr"), (100000, "vehicles/yr")}
    assert {each.date.iso for each in told.dates} == {"2022-12-09", "2025"}


@pytest.mark.xfail(strict=True, reason="the first plant is not read as background")
@each_telling
def test_aesc_s_first_plant_is_background(path: Path) -> None:
    told = find(path, "facility", "AESC", background=True)

    assert told.stage == "operating"
    assert {each.date.iso for each in told.dates} == {"2012"}


@each_telling
def test_jaguar_land_rover_nominates_cosmx(path: Path) -> None:
    told = find(path, "supply", "COSMX supplier", "Jaguar Land Rover customer")

    assert told.stage == "signed"
    assert "2025" in {each.date.iso for each in told.dates}


@each_telling
def test_ford_and_catl_only_consider_a_plant_in_michigan(path: Path) -> None:
    told = find(path, "facility", "CATL", "Ford")

    assert wrong(told, {"stage": "considered", "certainty": "reported", "place": "Michigan", "chemistry": "LFP"}) == {}


@each_telling
def test_the_former_and_the_latter_answer_for_themselves(path: Path) -> None:
    told = find(path, "facility", "CATL", "Ford")
    answers = {answer.party.id: (str(answer.modality), told.document) for answer in told.responses}
    words = {answer.party.id: documents(path)[0].quote(answer.span) for answer in told.responses}

    assert {party: modality for party, (modality, _) in answers.items()} == {"catl": "undecided", "ford": "undecided"}
    assert "former" in words["catl"]
    assert "latter" in words["ford"]


@pytest.mark.xfail(strict=True, reason="the day stands in another sentence")
@each_telling
@pytest.mark.parametrize(("partner", "stage"), [("Huawei", "mou"), ("Chery", "signed")])
def test_catl_makes_two_deals_on_one_day(path: Path, partner: str, stage: str) -> None:
    told = find(path, "partnership", "CATL", partner)

    assert told.stage == stage
    assert "2022-12-14" in {each.date.iso for each in told.dates}


@each_telling
def test_a_greeting_and_links_are_no_news(path: Path) -> None:
    for told in developments(path):
        assert not {"NMP", "Christmas", "holidays", "sodium"} & set(told.quote.split())


@each_telling
def test_every_value_is_borne_out_by_its_words(path: Path) -> None:
    by_id = {document.id: document for document in documents(path)}

    assert [x for told in developments(path) for x in unsupported(told, by_id[told.document], load_lexicon())] == []
