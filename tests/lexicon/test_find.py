"""Which names are found in a text, and where they end."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cellwire.lexicon import fold_name, load_lexicon
from cellwire.lexicon.organisations import names_of
from cellwire.model import HitKind

LEXICON = load_lexicon()
FRAGMENTS = st.sampled_from(
    [
        "CATL", "CATL's", "Ford", "afford", "LG Energy Solution", "LG Chem", "比亚迪", "在匈牙利建厂", "battery",
        "cell-to-pack", "sodium battery", "Birmingham", "Alabama", "SK On", "sk on", "Nice", "\n", ". ", ", ", "–",
        "(", ")", "&", "’s", "İ", "ß", "\u00a0",
        "energy storage battery energy storage", "U.S.", "Wh", "POSCO", "@", "//", "1",
    ]
)  # fmt: skip


def found(text, kind=HitKind.ORGANISATION):
    return [(hit.span.cut(text), hit.ids[0]) for hit in LEXICON.find(text) if hit.kind is kind]


@pytest.mark.parametrize(
    ("text", "organisations"),
    [
        ("CATL and Ford plan a plant", [("CATL", "catl"), ("Ford", "ford")]),
        ("CATL's plant and CATL’s cells", [("CATL", "catl"), ("CATL", "catl")]),
        ("LG Energy Solution, once part of LG Chem", [("LG Energy Solution", "lges"), ("LG Chem", "lg-chem")]),
        ("LG Energy\u00a0Solution expands", [("LG Energy\u00a0Solution", "lges")]),
        ("Envision AESC breaks ground", [("Envision AESC", "aesc")]),
        ("LGES/GM's Warren plant", [("LGES", "lges"), ("GM", "gm")]),
        ("a Ford-CATL deal", [("Ford", "ford"), ("CATL", "catl")]),
        ("NORTHVOLT FILES FOR BANKRUPTCY", [("NORTHVOLT", "northvolt")]),
        ("Svolt, Vinfast and Freyr", [("Svolt", "svolt"), ("Vinfast", "vinfast"), ("Freyr", "freyr")]),
        ("比亚迪与宁德时代合作", [("比亚迪", "byd"), ("宁德时代", "catl")]),
        ("LG에너지솔루션은 공장을", [("LG에너지솔루션", "lges")]),
        ("The Energy Department's LPO", [("Energy Department", "us-doe"), ("LPO", "us-doe")]),
        ("BlueOval SK, not SK On", [("BlueOval SK", "blueoval-sk"), ("SK On", "sk-on")]),
    ],
)
def test_a_known_organisation_is_found(text, organisations):
    assert found(text) == organisations


@pytest.mark.parametrize(
    "text",
    [
        "they cannot afford it",
        "a byd-like acc of gm food",  # short names only as written
        "see www.catl.com or CATL.com",
        "mail press@CATL or CATL@firm.cn",
        "Fordesque CATLs of GMail and xBYD",
        "S&P said AT&T",
    ],
)
def test_part_of_a_word_or_an_address_is_no_mention(text):
    assert [name for name, _ in found(text) if name in ("Ford", "CATL", "BYD", "GM", "ACC")] == []


@pytest.mark.parametrize(
    ("text", "hit"),
    [
        ("Ample supply of lithium weighs on prices.", False),
        ("Ample said it will open a station.", True),
        ("The stations of Ample are new.", True),
        ("Factorial's cells reach 375 Wh/kg.", True),
        ("Focus on costs remains.", False),
        ("AMPLE SUPPLY OF CELLS", False),
    ],
)
def test_an_everyday_word_at_the_start_of_a_sentence_is_a_name_only_where_it_acts(text, hit):
    assert bool(found(text)) is hit


@pytest.mark.parametrize(
    ("text", "organisations"),
    [
        ("a grant of the Department of Commerce", ["us-commerce"]),
        ("The Department of Commerce said", ["us-commerce"]),
        ("the U.S. Department of Commerce", ["us-commerce"]),
        ("the Arizona Department of Commerce", []),
        ("Michigan's Department of Agriculture", []),
    ],
)
def test_the_department_of_another_state_is_not_the_federal_one(text, organisations):
    assert [id for _, id in found(text)] == organisations


@pytest.mark.parametrize(
    ("text", "chemistries"),
    [
        ("lithium iron phosphate batteries", ["LFP"]),
        ("LFP and LMFP cells", ["LFP", "LMFP"]),
        ("ternary batteries with NCM811", ["NMC", "NMC"]),
        ("semi-solid-state and all-solid-state cells", ["semi-solid-state", "solid-state"]),
        ("Sodium-Ion Batteries", ["sodium-ion"]),
        ("the sodium battery", ["sodium-ion"]),
        ("磷酸铁锂电池", ["LFP"]),
        ("lithium-ion batteries", []),
        ("a flow of goods", []),
        ("the solid state of the economy", ["solid-state"]),
    ],
)
def test_a_chemistry_has_one_name(text, chemistries):
    assert [id for _, id in found(text, HitKind.CHEMISTRY)] == chemistries


@pytest.mark.parametrize(
    ("text", "products"),
    [
        ("a battery plant", ["cell"]),
        ("battery packs and modules", ["pack"]),
        ("cathode active material and precursor", ["cathode", "cathode"]),
        ("spodumene and lithium hydroxide", ["lithium", "lithium"]),
        ("black mass from spent batteries", ["recycling", "recycling"]),
        ("battery swapping stations", ["swapping"]),
        ("a battery energy storage system", ["storage"]),
        ("a lithium-ion battery energy storage system", ["storage"]),  # the longer name wins though it starts later
        ("hydrogen fuel cells and solar cells", []),
        ("lithium-ion technology", []),
        ("lithium iron phosphate", []),
        ("the sodium battery", ["cell"]),
        ("NMP and PVDF", []),
    ],
)
def test_a_product_has_one_name(text, products):
    assert [id for _, id in found(text, HitKind.PRODUCT)] == products


def test_only_the_part_asked_for_is_read_and_spans_count_from_the_text():
    text = "CATL here, BYD there, Tesla nowhere"
    hits = LEXICON.find(text, 5, 20)
    assert [(hit.span.cut(text), hit.ids) for hit in hits] == [("BYD", ("byd",))]


@given(st.lists(FRAGMENTS, max_size=12), st.sampled_from(["", " "]))
def test_hits_lie_in_the_text_in_order_and_apart_and_fold_to_a_known_name(parts, glue):
    text = glue.join(parts)
    hits = LEXICON.find(text)
    for hit, after in pairwise(hits):
        assert hit.span.end <= after.span.start
    for hit in hits:
        words = hit.span.cut(text)
        if hit.kind is HitKind.ORGANISATION:
            known = {fold_name(name) for id in hit.ids for name in names_of(LEXICON.organisation(id))}
            assert fold_name(words) in known


def test_every_name_of_every_organisation_is_found_as_written():
    missed = [
        (name, organisation.id)
        for organisation in LEXICON.organisations.values()
        for name in names_of(organisation)
        if (name, organisation.id) not in found(f"In all, {name} will")
    ]
    assert missed == []
