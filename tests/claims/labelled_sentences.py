"""Our own labelled sentences (`data/quantities.jsonl`) and how well the readers do on them.

`split` says how a sentence came in: "unseen" ones were labelled before the readers were run on them.
"""

import json
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

from cellwire.claims.figures.dates import find_dates
from cellwire.claims.figures.money import find_money
from cellwire.claims.figures.quantities import find_amounts

Row = dict[str, Any]


def labelled() -> list[Row]:
    path = Path(__file__).parent / "data" / "quantities.jsonl"
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def published(row: Row) -> date | None:
    return date.fromisoformat(row["published"]) if row["published"] else None


def wanted(row: Row, slot: str) -> Counter[Any]:
    if slot == "amounts":
        return Counter((amount["value"], amount["unit"]) for amount in row["amounts"])
    if slot == "amounts in full":
        return Counter(
            (amount["value"], amount.get("low"), amount["unit"], amount["per_year"], amount["qualifier"])
            for amount in row["amounts"]
        )
    if slot == "sums":
        return Counter((entry["amount"], entry["currency"]) for entry in row["sums"])
    return Counter(row["dates"])


def found(row: Row, slot: str) -> Counter[Any]:
    text = row["text"]
    if slot == "amounts":
        return Counter((measure.value, measure.unit) for measure in find_amounts(text))
    if slot == "amounts in full":
        return Counter(
            (measure.value, measure.low, measure.unit, measure.per_year, measure.qualifier.value)
            for measure in find_amounts(text)
        )
    if slot == "sums":
        return Counter((entry.amount, entry.currency) for entry in find_money(text))
    return Counter(when.date.iso for when in find_dates(text, published=published(row)))


def f1(pairs: list[tuple[Counter[Any], Counter[Any]]]) -> float:
    """Micro-averaged F1 of (wanted, found)."""
    hits = sum((want & got).total() for want, got in pairs)
    return 2 * hits / max(1, sum(want.total() + got.total() for want, got in pairs))


def floor_of(slot: str, split: str) -> float:
    return f1([(wanted(row, slot), found(row, slot)) for row in labelled() if row["split"] == split])
