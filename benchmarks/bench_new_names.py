"""How much worse texts are read when no list knows who they speak of: fact F1 before and after new names.

    python benchmarks/bench_new_names.py [N]

In N labelled texts (50) every company is given an invented name, every town another town of its country, in the text
and in its labels. What is left is context: what a company does, and who stands beside it.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent.parent / "tests"))

from cellwire.claims import read_developments
from cellwire.documents import open_documents
from cellwire.lexicon import Lexicon, english_words, load_lexicon
from cellwire.model import Capture, HitKind, Told
from scoring import as_told, score

ROOT = Path(__file__).parent.parent
Row = dict[str, Any]
_STARTS = (
    "Vel",
    "Quor",
    "Tarn",
    "Brix",
    "Ost",
    "Hald",
    "Merv",
    "Zint",
    "Pralo",
    "Kesk",
    "Dorv",
    "Ulm",
    "Wexa",
    "Jorn",
    "Fend",
)
_ENDS = (
    "dax",
    "holt",
    "mar",
    "vik",
    "eon",
    "ura",
    "stad",
    "lix",
    "tano",
    "brel",
    "gard",
    "quist",
    "onis",
    "ulta",
    "wyn",
)
_SHORT = 6  # capitals of a short form: "CATL"


def main(wanted: int) -> None:
    lexicon = load_lexicon()
    rows = list(_labelled(wanted))
    for name, pairs in (("as written", rows), ("new names", [_renamed(*row, lexicon) for row in rows])):
        scored = score((row, _read(row, text, lexicon)) for row, text in pairs)
        sys.stdout.write(
            f"{name:<12} {len(pairs)} texts: development F1 {scored.development.f1:.3f}, fact F1 {scored.fact.f1:.3f}"
            f" (P {scored.fact.precision:.3f}, R {scored.fact.recall:.3f})\n"
        )


def _labelled(wanted: int) -> Iterator[tuple[Row, str]]:
    """The first texts with developments: real ones where they are at hand, else those of the tests."""
    shared, own = ROOT.parent / "shared" / "real", ROOT / "tests" / "claims"
    labels, folder = (
        (shared / "gold.jsonl", shared / "texts") if shared.exists() else (own / "labels.jsonl", own / "texts")
    )
    told = [row for row in map(json.loads, labels.read_text("utf-8").splitlines()) if row["events"]]
    for row in told[:wanted]:
        yield row, (folder / f"{row['id']}.txt").read_text("utf-8")


def _read(row: Row, text: str, lexicon: Lexicon) -> list[Row]:
    day = date.fromisoformat(row["published"]) if row.get("published") else None
    told = Told(id=row["id"], published=day)
    moment = datetime(2026, 1, 1, tzinfo=UTC)
    capture = Capture("file", None, f"{row['id']}.txt", moment, "text/plain", text.encode(), told)
    return [as_told(each) for document in open_documents(capture) for each in read_developments(document, lexicon)]


def _renamed(row: Row, text: str, lexicon: Lexicon) -> tuple[Row, str]:
    swaps = {**_new_towns(text, lexicon), **_new_companies(row, text, lexicon)}
    longest = sorted(swaps, key=len, reverse=True)
    if not longest:
        return row, text
    pattern = re.compile(r"(?<![\w-])(?:" + "|".join(map(re.escape, longest)) + r")(?![\w])")

    def swap(words: str) -> str:
        return pattern.sub(lambda match: swaps[match.group()], words)

    events = [_swapped(event, swap) for event in row["events"]]
    optional = [_swapped(event, swap) for event in row.get("optional_events", [])]
    return {**row, "events": events, "optional_events": optional}, swap(text)


def _swapped(event: Row, swap: Any) -> Row:
    parties = [{**party, "name": swap(party["name"])} for party in event["parties"]]
    return {**event, "parties": parties, "place": swap(event["place"]) if event.get("place") else event.get("place")}


def _new_companies(row: Row, text: str, lexicon: Lexicon) -> dict[str, str]:
    """Every form in which the text writes a company: one invented name each; short capitals stay short capitals."""
    forms: dict[str, str] = {}
    for hit in lexicon.find(text):
        if hit.kind is HitKind.ORGANISATION and lexicon.organisation(hit.ids[0]).kind in {"company", "venture"}:
            forms[text[hit.span.start : hit.span.end]] = hit.ids[0]
    for event in row["events"]:
        for party in event["parties"]:
            if party.get("role") != "government":
                forms.setdefault(
                    party["name"], forms.get(party["name"], lexicon.resolve_name(party["name"]) or party["name"])
                )
    ids = sorted(set(forms.values()))
    return {form: _invented(form, ids.index(id)) for form, id in forms.items()}


def _invented(form: str, number: int) -> str:
    name = _STARTS[number % len(_STARTS)] + _ENDS[(number * 7 + number // len(_STARTS)) % len(_ENDS)]
    if form.isupper() and len(form) <= _SHORT:
        return (name[0] + "".join(letter for letter in name[1:] if letter not in "aeiou")).upper()[: max(3, len(form))]
    last = form.rpartition(" ")[2]
    return f"{name} {last}" if " " in form and last.lower() in english_words() and last[0].isupper() else name


def _new_towns(text: str, lexicon: Lexicon) -> dict[str, str]:
    """Another town of the same country for every town."""
    hits = [hit for hit in lexicon.find(text) if hit.kind is HitKind.PLACE]
    swaps: dict[str, str] = {}
    for hit, place in lexicon.resolve_places(text, hits).items():
        written = text[hit.span.start : hit.span.end]
        if place.kind != "city" or written in swaps:
            continue
        others = [
            other.name
            for other in lexicon.localities.values()
            if other.kind == "city" and other.country == place.country and other.name.isascii() and other.name.isalpha()
            and other.name not in text and other.name.lower() not in english_words() and other.id != place.id
        ]  # fmt: skip
        if others:
            swaps[written] = sorted(others)[len(swaps) * 37 % len(others)]
    return swaps


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 50)
