"""One company under several names in a text: "KTS" is who brackets say it is, "LION" is LION E-Mobility."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from cellwire.claims.scene import Name
from cellwire.lexicon import strip_legal_suffix

_DEFINED = re.compile(
    r"^(?:,?\s(?:Inc|Corp|Corporation|Co|Company|Ltd|Limited|LLC|plc|PLC|AG|GmbH|SE|SA|AB|ASA|NV|BV|KG|Pty|SpA|S\.p\.A|Oyj?)\.?,?)*"
    r"\s\(([^()]{2,90})\)"
)
_SHORT = re.compile(r"(?:^|[\"'])([A-Z][\w&.-]{1,30}(?:\s[A-Z][\w&.-]{1,20})?)(?:[\"']|$)")


def one_name_each(text: str, names: Sequence[Name]) -> list[Name]:
    """The same mentions, each under the fullest name its text uses; short forms it defines are added."""
    return _as_written(text, _linked(text, names))


def _as_written(text: str, names: Sequence[Name]) -> list[Name]:
    """Companies by the fullest name of this text; a text that only says "GM" speaks of GM."""
    fullest: dict[str, str] = {}
    for name in names:
        written = strip_legal_suffix(_words(text, name))
        if len(written) > len(fullest.get(name.id, "")) and (written.isascii() or not fullest.get(name.id)):
            fullest[name.id] = written
    return [name if name.kind == "government" else replace(name, name=fullest[name.id]) for name in names]


def _linked(text: str, names: Sequence[Name]) -> list[Name]:
    fuller = _prefixes(names)
    settled = [_under(name, fuller) for name in names]
    defined = _defined(text, settled)
    if not defined:
        return settled
    settled = [
        replace(defined[text_of], span=name.span, said=name.said)
        if (text_of := _words(text, name)) in defined
        else name
        for name in settled
    ]
    return settled + _mentions(text, defined, settled)


def _words(text: str, name: Name) -> str:
    return text[name.span.start : name.span.end]


def _prefixes(names: Sequence[Name]) -> dict[str, Name]:
    """Unknown names that begin another name of the text: id to the fuller name."""
    full = {name.id: name for name in names}
    fuller: dict[str, Name] = {}
    for name in full.values():
        if name.known:
            continue
        longer = [
            other
            for other in full.values()
            if other.id != name.id
            and (other.id == name.id[2:] or other.id.startswith((name.id + "-", name.id[2:] + "-")))
        ]
        if longer:
            fuller[name.id] = min(longer, key=lambda other: (not other.known, len(other.id)))
    return fuller


def _under(name: Name, fuller: dict[str, Name]) -> Name:
    other = fuller.get(name.id)
    return replace(other, span=name.span, said=name.said) if other else name


def _defined(text: str, names: Sequence[Name]) -> dict[str, Name]:
    """Short forms given in brackets after a name: 'Koch Technology Solutions ("KTS")'."""
    defined: dict[str, Name] = {}
    for name in names:
        match = _DEFINED.match(text[name.span.end : name.span.end + 130])
        for short in _SHORT.findall(match.group(1)) if match else ():
            if short not in {"Company", "The", "Agreement", "Group", "NYSE", "NASDAQ", "Nasdaq"} and short != name.name:
                defined.setdefault(short, name)
    return defined


def _mentions(text: str, defined: dict[str, Name], names: Sequence[Name]) -> list[Name]:
    taken = {(name.span.start, name.span.end) for name in names}
    found = []
    for short, name in defined.items():
        for match in re.finditer(rf"(?<![\w-]){re.escape(short)}(?![\w-])", text):
            inside = any(start < match.end() and match.start() < end for start, end in taken)
            if not inside:
                span = replace(name.span, start=match.start(), end=match.end())
                found.append(replace(name, span=span, said=span))
                taken.add(match.span())
    return found
