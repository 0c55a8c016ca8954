"""Batteries on a grid that have a name of their own, and are no firms: "the 250 MW Torrens Island Battery"."""

from __future__ import annotations

from collections.abc import Iterator

from cellwire.claims.scene.scene import Cue, Spot
from cellwire.lexicon import regex
from cellwire.model import Span

_HEADS = (" Battery", "Energy Hub", "Energy Reserve", "Power Reserve")
_NAME = rf"(?P<name>[A-Z][\w’-]+(?: [A-Z][\w’-]+){{0,3}}? ?(?:{'|'.join(_HEADS)}))\b(?! [A-Z])"
_SIZE = r"[\d,.]+[ -]?[MG]Wh?\b"
_LIVES = (
    r"(?:goes|went|gone|going|now) live|(?:is|now|fully|became|become) (?:fully )?(?:operational|operating|online)"
    r"|(?:comes?|came|goes|went) online|energi[sz]ed|switched on|connected to the grid|beg[iau]ns? operat\w+"
)
_SIGNS = (
    regex(rf"{_SIZE} (?:\([^()]*\) )?(?:[a-z]+-[a-z]+ )?{_NAME}"),
    regex(rf"{_SIZE} (?:Stage|Phase) (?:\d|[IV]+|[A-Z][a-z]+) of (?:the |(?:[A-Z]\w+ )?[A-Z]\w+['’]s )?{_NAME}"),
    regex(rf"{_NAME}(?: \(|, an? )(?:[\w-]+ ){{0,2}}?{_SIZE}"),
    regex(rf"\b[Tt]he (?:new )?{_NAME} (?:project|site|scheme)\b"),
    regex(rf"{_NAME}(?: [\w-]+){{0,3}}? (?:{_LIVES})\b"),
    regex(
        r"(?:[Ss]witch(?:es|ed|ing)? on|[Ee]nergi[sz](?:es|ed|ing)|[Cc]onstruction of|"
        r"[Ww]orks? (?:(?:begins|starts|started|began|under way) )?on) "
        rf"(?:the )?(?:[\w-]+ (?:stage|phase) of the )?(?:{_SIZE}(?:/{_SIZE})? )?{_NAME}"
    ),
)


def named_batteries(text: str) -> list[Span]:
    """Every mention of a battery that the text somewhere gives a size in watts, or that goes live or is being built."""
    if not any(head in text for head in _HEADS):
        return []
    names = {match["name"] for sign in _SIGNS for match in sign.finditer(text)}
    found = {span.end: span for name in sorted(names, key=len) for span in _mentions(text, name)}
    return sorted(found.values(), key=lambda span: span.start)


def _mentions(text: str, name: str) -> Iterator[Span]:
    start = text.find(name)
    while start >= 0:
        yield Span(start, start + len(name))
        start = text.find(name, start + 1)


def as_plant(battery: Span) -> Cue:
    """What makes a rule read a named battery as a storage plant."""
    return Cue(("facility.storage",), "", battery, "battery")


def as_storage(battery: Span) -> Spot:
    return Spot("storage", "storage", battery)


_ONE = regex(_NAME)


def is_named_battery(text: str) -> bool:
    """Whether some words are such a name and nothing else."""
    return _ONE.fullmatch(text) is not None
