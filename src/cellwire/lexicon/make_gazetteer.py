"""Condenses GeoNames' cities into the packaged gazetteer; run by hand when GeoNames or the word lists change.

python -m cellwire.lexicon.make_gazetteer cities15000.json words.txt surnames.txt given_names.txt
"""

import csv
import json
import re
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from cellwire.lexicon.names import fold_name, strip_accents

OUT = Path(__file__).parent / "data" / "places" / "cities.csv"
HEADER = ("id", "name", "wary", "aliases", "country", "region", "lat", "lon", "population")
ADMIN = {  # GeoNames' first-level codes of the countries whose regions the lexicon knows
    "US": None,  # its codes are the states' abbreviations
    "CA": "01:ab 02:bc 03:mb 04:nb 05:nl 07:ns 08:on 09:pe 10:qc 11:sk 12:yt 13:nt 14:nu",
    "AU": "01:act 02:nsw 03:nt 04:qld 05:sa 06:tas 07:vic 08:wa",
    "CN": "01:ah 02:zj 03:jx 04:js 05:jl 06:qh 07:fj 08:hl 09:ha 10:he 11:hn 12:hb 13:xj 14:xz 15:gs 16:gx 18:gz 19:ln "
    "20:nm 21:nx 24:sx 25:sd 26:sn 29:yn 30:gd 31:hi 32:sc",
    "DE": "01:bw 02:by 05:he 06:ni 07:nw 08:rp 09:sl 10:sh 11:bb 12:mv 13:sn 14:st 15:th",
    "IN": "02:ap 03:as 09:gj 10:hr 11:hp 12:jk 13:kl 16:mh 19:ka 21:or 23:pb 24:rj 25:tn 28:wb 34:br 35:mp 36:up 37:ct "
    "38:jh 39:uk 40:ts",
    "GB": "ENG:eng SCT:sct WLS:wls NIR:nir",
    "ES": "32:nc 51:an 52:ar 54:cm 55:cl 56:ct 57:ex 58:ga 59:pv 60:vc",
    "FR": "11:idf 28:nor 32:hdf 44:ges 53:bre 75:naq 76:occ 84:ara 93:paca",
}
LOCAL_SCRIPT = {"CN": "\u4e00-\u9fff", "TW": "\u4e00-\u9fff", "JP": "\u4e00-\u9fff", "KR": "\uac00-\ud7a3"}
MAJOR = 400_000  # a given name or surname is everyday unless so many live there


def regions() -> dict[tuple[str, str], str]:
    """(country, GeoNames code) → region id."""
    found = {}
    for country, codes in ADMIN.items():
        for pair in (codes or "").split():
            code, short = pair.split(":")
            found[country, code] = f"{country.lower()}-{short}"
    return found


def everyday(words: Path, surnames: Path, given: Path) -> tuple[set[str], set[str]]:
    """Lower-case English words; and the commoner surnames and given names."""
    english = {line for line in words.read_text("utf-8").split() if line.isalpha() and line.islower()}
    names = surnames.read_text("utf-8").split("\n")[:3000] + given.read_text("utf-8").split("\n")[:1500]
    return english, {line.split()[0].lower() for line in names if line}


def wariness(name: str, population: int, english: set[str], names: set[str]) -> int:
    """2: an English word; 1: a given name, a surname or very short; 0: a place wherever it stands."""
    plain = strip_accents(name).lower()
    if plain in english:
        return 2
    return int(population < MAJOR and (plain in names or len(plain) <= 3))


def aliases(city: dict[str, Any], english: set[str], names: set[str]) -> Iterator[str]:
    """The name without accents, with German vowels written out, and in the local script."""
    name, country = city["name"], city["countrycode"]
    spelt = name.replace("ä", "ae").replace("ö", "oe").replace("ü", "ue") if country in ("DE", "AT", "CH") else name
    for other in (strip_accents(name), spelt):
        if other != name and len(other) > 3 and other.lower() not in english | names:
            yield other
    script = LOCAL_SCRIPT.get(country)
    if script and city["population"] >= 100_000:
        local = {a for a in city["alternatenames"] if re.fullmatch(f"[{script}]{{2,4}}", a)}
        yield from (a for a in sorted(local) if country == "KR" or f"{a}市" in local)


def rows(cities: Iterable[dict[str, Any]], english: set[str], names: set[str]) -> Iterator[tuple[object, ...]]:
    """Largest first: the largest of one name keeps the plain id and is the likeliest meant. No cell holds a comma."""
    known, taken = regions(), set()
    for city in sorted(cities, key=lambda c: (-c["population"], c["geonameid"])):
        country, code = city["countrycode"], city["admin1code"]
        region = f"us-{code.lower()}" if country == "US" else known.get((country, code), "")
        name = city["name"].split(",")[0].replace("’", "'")
        id = f"{region or country.lower()}-{fold_name(strip_accents(name))}"
        id = f"{id}-{city['geonameid']}" if id in taken else id
        taken.add(id)
        place = round(city["latitude"], 2), round(city["longitude"], 2), city["population"]
        wary = wariness(name, city["population"], english, names)
        also = ";".join(sorted(set(aliases(city, english, names))))
        yield id, name, wary, also, country, region, *place


def main(cities: str, words: str, surnames: str, given: str) -> None:
    english, names = everyday(Path(words), Path(surnames), Path(given))
    stored = json.loads(Path(cities).read_text("utf-8")).values()
    with OUT.open("w", encoding="utf-8", newline="") as out:
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(HEADER)
        writer.writerows(rows(stored, english, names))


if __name__ == "__main__":
    main(*sys.argv[1:])
