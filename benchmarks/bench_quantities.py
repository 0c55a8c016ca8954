"""Amounts, sums and dates on our labelled sentences, beside quantulum3 and dateparser.

The others are measured if they are installed (`pip install --group bench`). They get the benefit of the doubt:
quantulum3's unit names are translated to ours, its numbers without a unit are not held against it, and a second figure
leaves out things counted ("30 companies"), which it does not read; of dateparser's dates only what the label says must
agree.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Callable
from datetime import datetime
from importlib.util import find_spec
from pathlib import Path
from time import process_time
from typing import Any

sys.path.insert(0, str(Path(__file__).parent.parent / "tests"))

from cellwire.claims.figures.dates import find_dates
from cellwire.claims.figures.money import find_money
from cellwire.claims.figures.quantities import find_amounts
from claims.labelled_sentences import Row, f1, found, labelled, published, wanted

Reader = Callable[[Row], Counter[Any]]

_NAMES = {
    "gigawatt-hour": "GWh", "gigawatt hour": "GWh", "megawatt hour": "MWh", "megawatt-hour": "MWh",
    "terawatt hour": "TWh",
    "kilowatt hour": "kWh", "kilowatt-hour": "kWh", "watt hour": "Wh", "watt-hour": "Wh", "gigawatt": "GW",
    "megawatt": "MW", "kilowatt": "kW", "watt": "W", "percentage": "%", "percentage point": "pp", "basis point": "bp",
    "tonne": "t", "metric ton": "t", "ton": "t", "short ton": "t", "long ton": "t", "megatonne": "Mt", "kilogram": "kg",
    "gram": "g", "pound-mass": "lb", "kilometre": "km", "metre": "m", "millimetre": "mm", "centimetre": "cm",
    "mile": "mile", "foot": "ft", "inch": "inch", "nautical mile": "nautical mile", "square metre": "m2",
    "square kilometre": "km2", "cubic metre": "m3", "hectare": "ha", "acre": "acre", "litre": "l", "millilitre": "ml",
    "degree celsius": "°C", "degree fahrenheit": "°F", "degree angle": "degrees", "volt": "V", "ampere hour": "Ah",
    "ampere-hour": "Ah", "year": "year", "month": "month", "week": "week", "day": "day", "hour": "hour",
    "minute": "minute", "second": "second", "watt-hour per kilogram": "Wh/kg", "watt hour per kilogram": "Wh/kg",
    "kilometre per hour": "km/h", "mile per hour": "mph", "horsepower": "hp", "gigahertz": "GHz", "gigabyte": "GB",
    "hectopascal": "hPa", "oil barrel per day": "bpd", "barrel per day": "bpd", "millimetre per year": "mm",
}  # fmt: skip
_CURRENCIES = {
    "dollar": "USD", "united states dollar": "USD", "euro": "EUR", "pound sterling": "GBP", "japanese yen": "JPY",
    "chinese yuan": "CNY", "yuan": "CNY", "renminbi": "CNY", "yen": "JPY", "south korean won": "KRW", "won": "KRW",
    "indian rupee": "INR", "rupee": "INR", "australian dollar": "AUD", "canadian dollar": "CAD", "swedish krona": "SEK",
    "norwegian krone": "NOK", "danish krone": "DKK", "hungarian forint": "HUF", "polish zloty": "PLN", "zloty": "PLN",
    "new taiwan dollar": "TWD", "cent": "cent",
}  # fmt: skip
_MEASURED = frozenset(_NAMES.values())


def ours(slot: str) -> Reader:
    return lambda row: found(row, slot)


def quantulum(names: dict[str, str]) -> Reader:
    from quantulum3 import parser

    def read(row: Row) -> Counter[Any]:
        quantities = [quantity for quantity in parser.parse(row["text"]) if quantity.unit.name != "dimensionless"]
        money = [quantity for quantity in quantities if quantity.unit.entity.name == "currency"]
        kept = money if names is _CURRENCIES else [quantity for quantity in quantities if quantity not in money]
        return Counter((quantity.value, names.get(quantity.unit.name.lower(), quantity.unit.name)) for quantity in kept)

    return read


def dateparser_search() -> Reader:
    from dateparser.search import search_dates

    def read(row: Row) -> Counter[Any]:
        day = published(row)
        base = {"RELATIVE_BASE": datetime(day.year, day.month, day.day)} if day else {}
        hits = search_dates(row["text"], languages=["en"], settings=base) or []
        left = [moment for _, moment in hits]
        agreed: Counter[Any] = Counter()
        for label in row["dates"]:
            agreeing = [moment for moment in left if _agrees(moment, label)]
            if agreeing:
                left.remove(agreeing[0])
                agreed[label] += 1
        return agreed + Counter(moment.isoformat() for moment in left)

    return read


def _agrees(moment: datetime, label: str) -> bool:
    if "Q" in label or "H" in label:
        return label.startswith(str(moment.year))
    return moment.date().isoformat().startswith(label)


def score(name: str, slot: str, reader: Reader, *, measured: bool = False) -> None:
    rows = labelled()
    figures = []
    for split in ("seen", "unseen"):
        pairs = [(wanted(row, slot), reader(row)) for row in rows if row["split"] == split]
        if measured:
            pairs = [(_only_measured(want), _only_measured(got)) for want, got in pairs]
        figures.append(f"{split} F1 {f1(pairs):.3f}")
    print(f"{name:<12} {slot + (', measured only' if measured else ''):<24} {'  '.join(figures)}")


def _only_measured(counted: Counter[Any]) -> Counter[Any]:
    return Counter({key: count for key, count in counted.items() if key[1] in _MEASURED})


def speed(name: str, read: Callable[[Row], object], rounds: int = 1) -> None:
    rows = labelled()
    for row in rows[:20]:
        read(row)
    start = process_time()
    for _ in range(rounds):
        for row in rows:
            read(row)
    taken = process_time() - start
    print(json.dumps({"stage": name, "unit": "sentences", "count": rounds * len(rows), "seconds": taken}))


def _all_ours(row: Row) -> None:
    find_amounts(row["text"])
    find_money(row["text"])
    find_dates(row["text"], published=published(row))


def main() -> None:
    for slot in ("amounts", "sums", "dates"):
        score("cellwire", slot, ours(slot))
    score("cellwire", "amounts", ours("amounts"), measured=True)
    if find_spec("quantulum3"):
        score("quantulum3", "amounts", quantulum(_NAMES))
        score("quantulum3", "amounts", quantulum(_NAMES), measured=True)
        score("quantulum3", "sums", quantulum(_CURRENCIES))
    if find_spec("dateparser"):
        score("dateparser", "dates", dateparser_search())
    speed("amounts, sums, dates", _all_ours, rounds=10)
    if find_spec("quantulum3"):
        speed("quantulum3", quantulum(_NAMES))
    if find_spec("dateparser"):
        speed("dateparser", dateparser_search())


if __name__ == "__main__":
    main()
