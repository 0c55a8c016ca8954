"""The lexicon's data files agree with themselves."""

import re
from collections import defaultdict

import pytest

from cellwire.lexicon import fold_name, load_lexicon
from cellwire.lexicon.organisations import names_of
from cellwire.lexicon.tables import DATA, read_csv, read_toml
from cellwire.model import DateWhat

LEXICON = load_lexicon()
UNITS = read_toml("units.toml")
FILES = sorted(f.name for f in (DATA / "companies").iterdir())
KINDS = {"company", "venture", "government", "fund", "bank", "institute", "research", "outlet", "exchange", "union"}
KEBAB = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
PRODUCTS = {
    "cell",
    "pack",
    "cathode",
    "anode",
    "electrolyte",
    "separator",
    "foil",
    "lithium",
    "nickel",
    "cobalt",
    "graphite",
}
PRODUCTS |= {"recycling", "swapping", "storage", "vehicle", "equipment"}


def test_there_are_enough_organisations_of_every_part_of_the_chain():
    roles = defaultdict(set)
    for organisation in LEXICON.organisations.values():
        for role in organisation.chain:
            roles[role].add(organisation.id)
    assert len(LEXICON.organisations) >= 700
    for role in ("cell", "carmaker", "cathode", "anode", "lithium", "recycler", "equipment", "storage", "utility"):
        assert len(roles[role]) >= 30, role
    for role in ("separator", "foil", "binder", "solvent", "electrolyte", "nickel", "cobalt", "swap"):
        assert len(roles[role]) >= 8, role


@pytest.mark.parametrize("file", FILES)
def test_every_row_names_its_source_and_a_known_kind(file):
    for row in read_csv(f"companies/{file}"):
        assert row["source"], row["id"]
        assert row["kind"] in KINDS, row["id"]
        assert KEBAB.fullmatch(row["id"]), row["id"]
        assert re.fullmatch("[A-Z]{2}", row["country"]), row["id"]
        assert row["chain"], row["id"]


def test_every_parent_is_an_organisation_and_none_its_own_ancestor():
    for organisation in LEXICON.organisations.values():
        line, ancestors = set(organisation.parents), set()
        while line:
            assert line <= LEXICON.organisations.keys(), organisation.id
            ancestors |= line
            line = {p for parent in line for p in LEXICON.organisations[parent].parents} - ancestors
        assert organisation.id not in ancestors


def test_stakes_are_the_parents_and_never_more_than_the_whole():
    for organisation in load_lexicon().organisations.values():
        if not organisation.stakes:
            continue
        assert {stake.owner for stake in organisation.stakes} <= set(organisation.parents), organisation.id
        days = [stake.since.first for stake in organisation.stakes if stake.since]
        for day in days:
            shares = [stake.share or 0 for stake in organisation.stakes if stake.holds(day)]
            assert sum(shares) <= 100, organisation.id
        assert all(not stake.until or not stake.since or stake.since < stake.until for stake in organisation.stakes)


def test_a_joint_venture_has_parents():
    parentless = [o.id for o in LEXICON.organisations.values() if o.kind == "venture" and not o.parents]
    assert parentless == []


def test_no_name_belongs_to_two_organisations():
    owners = defaultdict(set)
    for organisation in LEXICON.organisations.values():
        for name in names_of(organisation):
            owners[name].add(organisation.id)
    assert {name: ids for name, ids in owners.items() if len(ids) > 1} == {}


def test_a_folded_name_finds_the_organisation_that_bears_it():
    strayed = [
        (name, organisation.id, LEXICON.resolve_name(name))
        for organisation in LEXICON.organisations.values()
        for name in names_of(organisation)
        if LEXICON.resolve_name(name) != organisation.id
    ]
    assert strayed == []


def test_no_name_is_shorter_than_two_letters_or_padded():
    for organisation in LEXICON.organisations.values():
        for name in names_of(organisation):
            assert len(name) >= 2, organisation.id
            assert name == " ".join(name.split()), organisation.id


def test_an_everyday_name_is_the_name_of_an_organisation():
    known = {name for o in LEXICON.organisations.values() for name in names_of(o)}
    assert set(read_toml("everyday.toml")["organisations"]) - known == set()


def test_every_unit_has_a_dimension_a_factor_and_spellings_of_its_own():
    spelt = defaultdict(set)
    for name, unit in UNITS["unit"].items():
        assert unit["dimension"]
        assert unit["factor"] > 0
        for spelling in (*map(str.lower, unit["spellings"]), *unit.get("exact", ())):
            spelt[spelling].add(name)
    assert {s: names for s, names in spelt.items() if len(names) > 1} == {}


def test_a_joined_unit_is_a_known_unit_a_year():
    for joined in UNITS["joined"].values():
        assert joined.removesuffix("/yr") in UNITS["unit"]


@pytest.mark.parametrize(("unit", "base"), [("GWh", 1e9), ("kt", 1e3), ("Mt", 1e6), ("lb", 4.5359237e-4)])
def test_units_of_one_dimension_convert(unit, base):
    assert UNITS["unit"][unit]["factor"] == base


def test_a_sign_that_several_currencies_use_is_told_apart():
    """By a default, or by words near the sum that mean each of them."""
    users = defaultdict(set)
    for code, told in read_toml("currencies.toml").items():
        assert re.fullmatch("[A-Z]{3}", code)
        for sign in (*told.get("symbols", ()), *map(str.lower, told.get("words", ())), *told.get("cjk", ())):
            users[sign].add(code)
    hints = read_toml("currency_hints.toml")
    undecided = [sign for sign, codes in users.items() if len(codes) > 1 and sign not in hints["default"]]
    assert [sign for sign in undecided if users[sign] - hints["near"].keys()] == []


def test_the_products_are_those_of_the_contract():
    assert LEXICON.products.keys() - {"none"} == PRODUCTS


def test_no_spelling_means_two_chemistries_or_two_products():
    for table in (LEXICON.chemistries, LEXICON.products):
        spelt = defaultdict(set)
        for term in table.values():
            for spelling in {*term.spellings, *term.exact, *term.broad}:
                spelt[spelling].add(term.name)
        assert {s: names for s, names in spelt.items() if len(names) > 1} == {}


def test_every_locality_can_be_read_and_lies_on_the_globe():
    for id, place in LEXICON.localities.items():
        assert place.id == id
        assert place.kind in {"city", "region", "country", "area", "park"}
        assert place.lat is None or (-90 <= place.lat <= 90 and -180 <= place.lon <= 180), id
        assert place.country or place.kind == "area", id
        assert not place.region or place.region in LEXICON.localities, id


def test_a_name_is_folded_once_and_for_all():
    for organisation in LEXICON.organisations.values():
        folded = fold_name(organisation.name)
        assert folded
        assert fold_name(folded) == folded


def test_a_word_says_of_one_step_only_that_a_date_is_of_it():
    steps = read_toml("steps.toml")
    assert set(steps) == {what.value for what in DateWhat}
    words = [word for listed in steps.values() for word in listed]
    assert len(words) == len(set(words))
    assert all(word == word.strip().lower() for word in words)


@pytest.mark.parametrize("table", ["capitals", "leaders"])
def test_whoever_stands_for_a_government_does_so_for_a_known_land(table):
    lands = {place.country for place in LEXICON.localities.values() if place.kind == "country"} | {"EU"}
    for name, land in read_toml("rulers.toml")[table].items():
        assert land in lands, name
        assert re.fullmatch(r"[A-Z][A-Za-z -]+", name), name  # patterns are made of them
