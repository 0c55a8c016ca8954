"""Condenses the districts of GeoNames' small towns into the packaged gazetteer; run by hand when GeoNames changes.

python -m cellwire.lexicon.make_districts rg_cities1000.csv
"""

import csv
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from statistics import median

from cellwire.lexicon.english import english_words
from cellwire.lexicon.gazetteer import PERSONAL, SURE, load_gazetteer
from cellwire.lexicon.names import fold_name, strip_accents

OUT = Path(__file__).parent / "data" / "places" / "districts.csv"
HEADER = ("id", "name", "country", "region", "lat", "lon", "wary")
SECOND = {"GB": {"England": "gb-eng", "Scotland": "gb-sct", "Wales": "gb-wls", "Northern Ireland": "gb-nir"}, "IN": {}}
SHORTEST = 5  # letters
MOST = 50  # first-level districts of a country; where there are more, they are communes
_KIND = re.compile(
    r"^(?:City and Borough of|Borough of|City of|County of|Provinc(?:e|ia) (?:of|de|di)|Departamento de(?: la)?"
    r"|Sir|Metropolitan Borough of|Royal Borough of|London Borough of|Changwat|Wilaya de|Wilayat|Governorate of)\s"
    r"|\s(?:County Borough|County|Borough|Province|Region|Oblast['’]?|Krai|District|Governorate|Sheng|Shi"
    r"|Prefecture|Department|Canton|Municipality|Kommun|Kray|Respublika)$",
    re.I,
)
Town = dict[str, str]


def bare(name: str) -> str:
    """A district's name without what sort of district it is: "Provincia de Huelva" is "Huelva"."""
    return _KIND.sub("", _KIND.sub("", name)).strip()


def districts(towns: Iterable[Town]) -> dict[tuple[str, str, str], list[Town]]:
    """(country, region id, name) → its towns: first-level ones of all countries, and second-level ones of some."""
    found = defaultdict(list)
    for town in towns:
        country = town["cc"]
        found[country, "", bare(town["admin1"])].append(town)
        if country in SECOND:
            found[country, SECOND[country].get(town["admin1"], ""), bare(town["admin2"])].append(town)
    return found


def _is_a_name(name: str) -> bool:
    plain = re.fullmatch(r"[A-Z][\w'-]+(?: [\w'-]+)*", name)
    return bool(plain) and len(name) >= SHORTEST and not any(word.lower() in english_words() for word in name.split())


def rows(towns: Iterable[Town]) -> Iterator[tuple[object, ...]]:
    """Only names that the gazetteer has for nothing else, that are no word, and that one country alone has."""
    gazetteer, found = load_gazetteer(districts=False), districts(towns)
    lands = defaultdict(set)
    for country, _, name in found:
        lands[name].add(country)
    many = {country for country, count in Counter(country for country, _, _ in found).items() if count > MOST}
    for (country, region, name), its in sorted(found.items(), key=lambda each: each[0]):
        if country.lower() not in gazetteer.rows or (country in many and country not in SECOND):
            continue
        if name in gazetteer.names or len(lands[name]) > 1 or not _is_a_name(name):
            continue
        lat, lon = (round(median(float(town[axis]) for town in its), 1) for axis in ("lat", "lon"))
        caution = SURE if " " in name or country not in SECOND else PERSONAL
        yield f"{region or country.lower()}-{fold_name(strip_accents(name))}", name, country, region, lat, lon, caution


def main(source: str) -> None:
    with open(source, encoding="utf-8", newline="") as file:
        kept = list(rows(csv.DictReader(file)))
    with OUT.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows([HEADER, *kept])


if __name__ == "__main__":
    main(*sys.argv[1:])
