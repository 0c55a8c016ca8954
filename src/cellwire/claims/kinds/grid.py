"""Batteries that stand at a grid and store its power: known by their power, kind or size, or by the sun beside them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec.structs import replace

from cellwire.claims.gates import gated
from cellwire.claims.scene import Cue, Sentence
from cellwire.lexicon import regex
from cellwire.model import Span

_GRID = gated(
    r"\d\s?(?:MW|GW|megawatts?|gigawatts?)(?![- ]hours?\b)(?:/|\s|-|,)[^.;]{0,30}?"
    r"\d[\d,.]*\s?(?:MWh|GWh|megawatt-?\s?hours?)|"
    r"\bgrid(?:-scale)? batter|\d\s?MWh\b[^.;]{0,30}batter",
    re.I,
)
_GRID_NOUNS = frozenset({"battery", "batteries", "battery system", "storage system", "battery systems"})


def grid_amount(text: str) -> Span | None:
    """Where a text tells a battery's power and energy together, by which it is known for a storage project."""
    found = _GRID.pattern.search(text)
    return Span(len(text[: found.start()].rstrip("0123456789.,")), found.end()) if found else None


# "a wind and |battery| project", "a 70 MW / 140 MWh |battery|", "vanadium flow |batteries|": for a grid only
_STATIONARY = gated(
    r"\b(?i:(?:solar|wind|PV|photovoltaic|hydro)(?:[ -](?:farm|park|power|energy|PV))?"
    r"(?:\s(?:and|plus|with)\s|\s?[+&/,]\s?|[-–](?:plus[-–])?)(?:[\d.,]+[ -]?[MG]Wh?\s(?:of\s)?|[\w-]+\s)?"
    r"(?:batter(?:y|ies)|BESS|(?:battery\s)?(?:energy\s)?storage))\b"
    r"|\b(?i:largest|biggest)[’']?\s(?:(?i:planned|proposed|new|single|lithium-ion)\s)?[Bb]attery(?=\s(?i:project|park|site)\b)"
    r"|\b(?i:utility|utility-scale|grid|grid-scale|stand-?alone|co-located|merchant|community)\s(?:\w+\s)?[Bb]atter(?:y|ies)\b"
    r"|\b(?:(?:(?:vanadium|iron|organic)\s)?(?:redox[ -])?flow|vanadium(?: redox)?|iron[- ]air)\sbatter(?:y|ies)\b"
    r"|(?<![\d.,])\d[\d.,]*[ -]?MW(?:\s?/\s?[\d.,]+[ -]?MWh)?\s(?:[A-Z][\w’'-]+\s){0,2}[Bb]atter(?:y|ies)\b",
    needs="flow vanadium air 0 solar wind PV photovoltaic hydro utility grid stand standalone co merchant community"
    " largest biggest",
)


def stationary_batteries(clause: Sentence) -> list[Span]:
    """Where a clause names batteries that stand at a grid, by their power or their kind."""
    found = _STATIONARY.finditer(clause.text, clause.opened)
    return [Span(each.start(), each.end()).moved(clause.span.start) for each in found]


def stationary(text: str) -> bool:
    """Whether a text names such batteries."""
    return _STATIONARY.pattern.search(text) is not None


# "a solar and battery |hybrid| project", "a 1 GW solar + 4 GWh storage |Pine Ridge| complex"
_ITS_NAME = regex(r"\s(?:(?:[Hh]ybrid|[Rr]enewables?|[Ee]nergy|[Mm]icrogrid|[A-Z][\w’'-]+)\s){0,3}")


def _as_store(cue: Cue) -> Cue:
    return replace(cue, tags=(*cue.tags, "facility.storage"))


def store_of(clause: Sentence, projects: Sequence[Cue]) -> Cue | None:
    """A project that stores power, as the words before it say: "a solar and battery |project|"."""
    found = (cue for cue in projects if _so_called(clause, cue))
    return next(map(_as_store, found), None)


def _so_called(clause: Sentence, project: Cue) -> Span | None:
    """The words before a project by which it is one that stores power."""
    called = (
        span
        for span in stationary_batteries(clause)
        if span.end <= project.span.start and _ITS_NAME.fullmatch(clause.between(span, project.span))
    )
    return next(called, None)


_STANDS = regex(
    r"\s(?:in|at|near|outside|on|to|with|that|planned|has|is|will|goes|opens|comes|was)\b"
    r"|\s?[.,;—–]|\s?$",
    re.I,
)
# "will build the |world's largest lithium-ion| battery in": none that a car carries
_HUGE = regex(
    r"\b(?:giant|huge|massive|mammoth|gigantic|enormous|(?:largest|biggest)['’]?(?=\s(?:[a-z-]+\s){0,2}?$)|big)\s"
    r"(?:(?:lithium(?:-ion)?|grid|new|storage|single|standalone)\s){0,3}$",
    re.I,
)
_SIZED = regex(r"(?<![\d.,])\d[\d.,]*[ -]?[MG]Wh?\s(?:of\s)?$")  # "adds |1.7 GWh| storage", "a |1.5GW| battery project"
_HUGE_REACH = 60  # characters
_ONE_STORE = frozenset({"battery", "battery system"})


def is_sized_store(text: str) -> bool:
    """Whether words name a battery or storage by what it gives or holds: "1.5 GW battery"."""
    amount, _, store = text.rpartition(" ")
    return store.lower() in _STORES and _SIZED.match(f"{amount} ") is not None


_STORES = frozenset({"storage", "battery", "batteries"})


def is_huge_battery(text: str) -> bool:
    """Whether words name a battery that is too large for anything but a grid: "largest lithium-ion battery"."""
    store = next((noun for noun in _ONE_STORE if text.lower().endswith(noun)), None)
    return store is not None and _HUGE.search(text[: -len(store)]) is not None


def product_span(thing: Cue, clause: Sentence) -> Span:
    """The words that say what a plant is for: its noun, or with it the amounts that make a battery a grid's."""
    if "facility.project" in thing.tags and (words := _so_called(clause, thing)):
        return thing.span.cover(words)
    amount = grid_amount(clause.text) if thing.written in _GRID_NOUNS else None
    if amount:
        return thing.span.cover(amount.moved(clause.span.start))
    for named in stationary_batteries(clause):
        if named.start < thing.span.start < named.end:
            return thing.span.cover(named)  # "70 MW |battery backup|"
    before = clause.before(thing.span.start, _HUGE_REACH)
    sized = _SIZED.search(before) if thing.written in _STORES else None
    called = sized or (_HUGE.search(before) if thing.written in _ONE_STORE else None)
    return Span(thing.span.start - len(before) + called.start(), thing.span.end) if called else thing.span


_POWER = gated(
    r"(?<![\d.,])\d[\d.,]*[ -]?[MG]W(?:\s?/\s?[\d.,]+[ -]?[MG]Wh)?\s(?:[A-Z][\w’'-]+\s){0,2}$"
)  # "a 19 MW |battery|"


def on_a_grid(clause: Sentence) -> Cue | None:
    """A storage system that stands on a grid is a plant."""
    grid = [cue for cue in clause.find("technology.thing") if cue.written in _GRID_NOUNS]
    powered = [cue for cue in grid if _POWER.search(clause.before(cue.span.start, 50), clause.opened)]
    if powered or (grid and _GRID.search(clause.text, clause.opened)):
        return _as_store((powered or grid)[-1])
    huge = (
        cue
        for cue in grid
        if cue.written in _ONE_STORE
        and _STANDS.match(clause.after(cue.span.end, 16))
        and _HUGE.search(clause.before(cue.span.start, _HUGE_REACH))
    )
    if (clause.places or clause.countries) and (cue := next(huge, None)):
        return _as_store(cue)
    return None


# "switches on |200 MW / 400 MWh of energy storage| in Nevada"; annual storage is made each year and stands nowhere
_SO_MUCH = gated(
    r"(?<![\d.,])\d[\d.,]*[ -]?[MG]Wh?(?:\s?/\s?[\d.,]+[ -]?[MG]Wh)?\s(?:of\s)?(?!annual|yearly)(?:[\w-]+\s){0,3}?"
    r"(?P<what>(?:[Ee]nergy\s|[Bb]attery\s)?(?:[Ss]torage|[Bb]ackup))"
    r"(?=\s(?:at|near|across|to|in(?!\s(?:(?:the\s)?(?:first|second|third|fourth|last|past|same)"
    r"|Q\d|H\d|[12]H|20\d\d|fiscal|[A-Z]?[a-z]+ quarter)))\b"
    r"|[.,;]|$)"
)


def amount_stored(clause: Sentence) -> Cue | None:
    """Storage of which only is told how much there is, and no noun of a plant beside it."""
    found = _SO_MUCH.search(clause.text, clause.opened)
    if found is None:
        return None
    span = Span(*found.span("what")).moved(clause.span.start)
    return Cue(("facility.storage",), "", span, found["what"].lower())
