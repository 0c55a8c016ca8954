"""Organisations of the chain, one CSV a role; their names, and how a written name finds its organisation."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from types import MappingProxyType

from cellwire.errors import LexiconError
from cellwire.lexicon.names import fold_name
from cellwire.lexicon.tables import DATA, listed, read_csv, read_toml
from cellwire.model import Former, Organisation, PartialDate, Stake


def load_organisations() -> Mapping[str, Organisation]:
    known: dict[str, Organisation] = {}
    stakes, former = _stakes(), _former()
    for file in sorted(f.name for f in (DATA / "companies").iterdir() if f.name.endswith(".csv")):
        for row in read_csv(f"companies/{file}"):
            if row["id"] in known:
                raise LexiconError(f"companies/{file}", f"{row['id']!r} is told twice")
            own = _organisation(row)
            known[own.id] = replace(own, stakes=stakes.pop(own.id, ()), former=former.pop(own.id, ()))
    for file, left in (("ownership.csv", stakes), ("renamings.csv", former)):
        if left:
            raise LexiconError(file, f"{', '.join(sorted(left))} is no organisation")
    return MappingProxyType(known)


def _organisation(row: Mapping[str, str]) -> Organisation:
    name, country = row["name"], row["country"] or None
    chain, aliases, parents = listed(row["chain"]), listed(row["aliases"]), listed(row["parents"])
    return Organisation(row["id"], name, row["kind"], country, chain, aliases, parents)


def _stakes() -> dict[str, tuple[Stake, ...]]:
    """Who owns how much of whom, the earliest first."""
    found: dict[str, tuple[Stake, ...]] = {}
    for row in sorted(read_csv("ownership.csv"), key=lambda row: row["since"]):
        share = float(row["share"]) if row["share"] else None
        stake = Stake(row["owner"], share, _day(row["since"]), _day(row["until"]))
        found[row["company"]] = (*found.get(row["company"], ()), stake)
    return found


def _former() -> dict[str, tuple[Former, ...]]:
    found: dict[str, tuple[Former, ...]] = {}
    for row in read_csv("renamings.csv"):
        found[row["company"]] = (*found.get(row["company"], ()), Former(row["former"], PartialDate(row["until"])))
    return found


def _day(written: str) -> PartialDate | None:
    return PartialDate(written) if written else None


def names_of(organisation: Organisation) -> tuple[str, ...]:
    return (organisation.name, *organisation.aliases)


def written_names(organisations: Mapping[str, Organisation]) -> dict[str, list[str]]:
    """Every name as written → ids; several ids only where `ambiguous` of the data says so."""
    found: dict[str, list[str]] = {}
    for id, organisation in organisations.items():
        for name in names_of(organisation):
            ids = found.setdefault(name, [])
            if id not in ids:
                ids.append(id)
    return found


def folded_names(organisations: Mapping[str, Organisation]) -> Mapping[str, str]:
    """Folded name → id; the canonical name of one wins over an alias of another."""
    found = {fold_name(name): id for id, o in organisations.items() for name in o.aliases}
    found.update({fold_name(o.name): id for id, o in organisations.items()})
    return MappingProxyType(found)


def loose_forms(folded: str) -> Iterator[str]:
    """The folded name without the words that are left out as often as written ("group", "holdings")."""
    loose = tuple("-" + fold_name(word) for word in read_toml("names.toml")["loose_suffixes"])
    while shorter := next((folded.removesuffix(end) for end in loose if folded.endswith(end)), None):
        folded = shorter
        yield folded
