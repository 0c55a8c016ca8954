"""Places: countries, regions, areas, cities and industrial parks, read fast and made into localities when asked for."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from cellwire.errors import LexiconError
from cellwire.lexicon.names import fold_name, strip_accents
from cellwire.lexicon.tables import DATA, listed, read_csv, read_toml
from cellwire.model import Locality

# How wary to be of a name: a place wherever it stands, also a person's, also a word, mostly a word.
SURE, PERSONAL, WORD, NEVER = range(4)


class Localities(Mapping[str, Locality]):
    """Localities by id. Tens of thousands are known and few are asked for, so each is made on demand."""

    def __init__(self, rows: Mapping[str, tuple[str, str, str]]) -> None:
        self._rows = rows
        self._made: dict[str, Locality] = {}

    def __getitem__(self, id: str) -> Locality:
        if id not in self._made:
            self._made[id] = self._make(id)
        return self._made[id]

    def _make(self, id: str) -> Locality:
        name, kind, rest = self._rows[id]
        country, region, lat, lon, population = rest.split(",")
        north, east = (float(lat), float(lon)) if lat else (None, None)
        return Locality(id, name, kind, country or None, region or None, north, east, int(population or 0))

    def __iter__(self) -> Iterator[str]:
        return iter(self._rows)

    def __len__(self) -> int:
        return len(self._rows)


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """`names` as written → ids in one string, likeliest first; `abbreviations` ("MI") hold after a comma only."""

    rows: dict[str, tuple[str, str, str]] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)
    wary: dict[str, int] = field(default_factory=dict)
    capitals: list[str] = field(default_factory=list)  # names also looked for in capitals, as datelines have them
    demonyms: dict[str, str] = field(default_factory=dict)
    abbreviations: dict[str, str] = field(default_factory=dict)
    localities: Localities = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "localities", Localities(self.rows))

    def name(self, id: str, *names: str) -> None:
        for name in names:
            known = self.names.get(name)
            if known is None:
                self.names[name] = id
            elif id not in known.split():
                self.names[name] = f"{known} {id}"


def load_gazetteer(*, districts: bool = True) -> Gazetteer:
    """Countries and regions come before the cities of their name, cities by population, then places added by hand and
    districts."""
    gazetteer = Gazetteer()
    _read_countries(gazetteer)
    _read_regions(gazetteer)
    _read_cities(gazetteer)
    _read_extra(gazetteer)
    if districts:
        _read_districts(gazetteer)
    gazetteer.wary.update(dict.fromkeys(read_toml("everyday.toml")["places"], NEVER))
    return gazetteer


def _read_countries(gazetteer: Gazetteer) -> None:
    for code, country in read_toml("places/countries.toml").items():
        id, names = code.lower(), (*country["names"], *country.get("exact", ()))
        gazetteer.rows[id] = (names[0], "country", f"{code},,{country['lat']},{country['lon']},")
        gazetteer.name(id, *names)
        gazetteer.capitals.extend(country["names"])
        gazetteer.demonyms.update(dict.fromkeys(country["demonyms"], code))


def _read_regions(gazetteer: Gazetteer) -> None:
    for row in read_csv("places/regions.csv"):
        names = (row["name"], *listed(row["aliases"]))
        gazetteer.rows[row["id"]] = (row["name"], row["kind"], _rest(row))
        gazetteer.name(row["id"], *names)
        gazetteer.capitals.extend(names)
        gazetteer.abbreviations.update(dict.fromkeys(listed(row["abbreviations"]), row["id"]))


def _rest(row: Mapping[str, str]) -> str:
    return f"{row['country']},{row['region']},{row['lat']},{row['lon']},{row.get('population', '')}"


def _read_cities(gazetteer: Gazetteer) -> None:
    """The long file, by population. Its cells hold no comma; all but the names is parsed when asked for."""
    lines = (DATA / "places" / "cities.csv").read_text("utf-8").splitlines()
    rows, names = gazetteer.rows, gazetteer.names
    for line in lines[1:]:
        id, name, caution, aliases, rest = line.split(",", 4)
        rows[id] = (name, "city", rest)
        if aliases:
            gazetteer.name(id, *aliases.split(";"))
        if name in names:  # a region's or a larger city's, which says how wary to be
            names[name] = f"{names[name]} {id}"
            continue
        names[name] = id
        if caution != "0":
            gazetteer.wary[name] = int(caution)
    gazetteer.capitals.extend(line.split(",", 2)[1] for line in lines[1:5000])


def _read_extra(gazetteer: Gazetteer) -> None:
    """Places added by hand; a row whose place is known already only adds names."""
    for row in read_csv("places/places_extra.csv"):
        id = f"{row['region'] or row['country'].lower()}-{fold_name(strip_accents(row['name']))}"
        if row["region"] and row["region"] not in gazetteer.rows:
            raise LexiconError(f"places_extra.csv, {row['name']}", f"unknown region {row['region']!r}")
        gazetteer.rows.setdefault(id, (row["name"], row["kind"], _rest(row)))
        gazetteer.name(id, row["name"], *listed(row["aliases"]))
        if row["wary"]:
            gazetteer.wary[row["name"]] = int(row["wary"])
        else:  # chosen by hand: needs no more support than a city
            gazetteer.wary.setdefault(row["name"], SURE)


def _read_districts(gazetteer: Gazetteer) -> None:
    """Districts tell which land a town lies in; a name that the gazetteer has already stays what it is."""
    for row in read_csv("places/districts.csv"):
        if row["name"] not in gazetteer.names:
            gazetteer.rows[row["id"]] = (row["name"], "region", _rest(row))
            gazetteer.name(row["id"], row["name"])
            gazetteer.wary[row["name"]] = int(row["wary"])
