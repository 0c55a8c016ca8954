"""Places: countries, regions, areas, cities and industrial parks, read once and made into localities when asked for."""

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from cellwire.errors import LexiconError
from cellwire.lexicon.names import fold_name, strip_accents
from cellwire.lexicon.tables import DATA, listed, read_csv, read_toml
from cellwire.model import Locality

SURE, PERSONAL, WORD = 0, 1, 2  # how wary to be of a name: a place wherever it stands, also a person's, also a word


class Localities(Mapping[str, Locality]):
    """Localities by id. Tens of thousands are known and few are asked for, so each is made on demand."""

    def __init__(self, rows: dict[str, list[str]]) -> None:
        self._rows = rows

    def __getitem__(self, id: str) -> Locality:
        _, name, kind, country, region, lat, lon, population = self._rows[id]
        where = (float(lat), float(lon)) if lat else (None, None)
        return Locality(id, name, kind, country or None, region or None, *where, int(population or 0))

    def __iter__(self) -> Iterator[str]:
        return iter(self._rows)

    def __len__(self) -> int:
        return len(self._rows)

    def rank(self, id: str) -> tuple[int, int]:
        """Orders the places of one name, likeliest first: country, region, area, then by population."""
        row = self._rows[id]
        return ("country", "region", "area", "park", "city").index(row[2]), -int(row[7] or 0)


@dataclass(slots=True)
class _Reading:
    """What the files have told so far."""

    rows: dict[str, list[str]] = field(default_factory=dict)
    names: dict[str, list[str]] = field(default_factory=dict)  # as written → ids
    wary: dict[str, int] = field(default_factory=dict)

    def name(self, id: str, *names: str) -> None:
        for name in names:
            ids = self.names.setdefault(name, [])
            if id not in ids:
                ids.append(id)


@dataclass(frozen=True, slots=True)
class Gazetteer:
    localities: Localities
    names: Mapping[str, tuple[str, ...]]  # as written → ids, likeliest first
    wary: Mapping[str, int]  # names that are not simply places
    demonyms: Mapping[str, str]  # "German" → DE
    abbreviations: Mapping[str, str]  # "MI", "Mich." → us-mi: after a comma only


def load_gazetteer() -> Gazetteer:
    told = _Reading()
    demonyms = dict(_read_countries(told))
    abbreviations = dict(_read_regions(told))
    _read_cities(told)
    _read_extra(told)
    for name in read_toml("everyday.toml")["places"]:
        told.wary[name] = WORD
    localities = Localities(told.rows)
    names = {n: tuple(sorted(ids, key=localities.rank)) if len(ids) > 1 else (ids[0],) for n, ids in told.names.items()}
    return Gazetteer(localities, names, told.wary, demonyms, abbreviations)


def _read_countries(told: _Reading) -> Iterator[tuple[str, str]]:
    """Yields (demonym, country)."""
    for code, country in read_toml("places/countries.toml").items():
        id = code.lower()
        names = (*country["names"], *country.get("exact", ()))
        told.rows[id] = [id, names[0], "country", code, "", str(country["lat"]), str(country["lon"]), ""]
        told.name(id, *names)
        yield from ((demonym, code) for demonym in country["demonyms"])


def _read_regions(told: _Reading) -> Iterator[tuple[str, str]]:
    """Yields (abbreviation, region)."""
    for row in read_csv("places/regions.csv"):
        id = row["id"]
        told.rows[id] = [id, row["name"], row["kind"], row["country"], row["region"], row["lat"], row["lon"], ""]
        told.name(id, row["name"], *listed(row["aliases"]))
        yield from ((short, id) for short in listed(row["abbreviations"]))


def _read_cities(told: _Reading) -> None:
    lines = iter((DATA / "places" / "cities.csv").read_text("utf-8").splitlines())
    next(lines)
    rows, names, wary = told.rows, told.names, told.wary
    for id, name, country, region, lat, lon, population, caution, aliases in csv.reader(lines):
        rows[id] = [id, name, "city", country, region, lat, lon, population]
        names.setdefault(name, []).append(id)
        if caution != "0":
            wary[name] = int(caution)
        if aliases:
            told.name(id, *aliases.split(";"))


def _read_extra(told: _Reading) -> None:
    """Places added by hand; a row whose place is known already only adds names."""
    for row in read_csv("places/places_extra.csv"):
        id = f"{row['region'] or row['country'].lower()}-{fold_name(strip_accents(row['name']))}"
        if row["region"] and row["region"] not in told.rows:
            raise LexiconError(f"places_extra.csv, {row['name']}", f"unknown region {row['region']!r}")
        if id not in told.rows:
            told.rows[id] = [id, *(row[c] for c in ("name", "kind", "country", "region", "lat", "lon", "population"))]
        told.name(id, row["name"], *listed(row["aliases"]))
        if row["wary"] not in ("", "0"):
            told.wary[row["name"]] = int(row["wary"])
