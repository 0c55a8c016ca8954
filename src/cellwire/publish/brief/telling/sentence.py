"""Filling sentence patterns: `{slot}` takes parts, `<…>` falls away when a slot in it is empty, `[is|are]` agrees.

"{who} [has|have] started building {a_plant}<{where}><{when}>" with who = Envision AESC gives
"Envision AESC has started building a battery plant in Sunderland, UK, on 9 December."
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from hashlib import sha256

from cellwire.publish.brief.edition import Part, Sentence

MOST_WORDS = 35

Slots = Mapping[str, tuple[Part, ...]]

_AS_WRITTEN = {"name", "outlet"}
_OPTION = re.compile(r"<([^<>]*)>")
_SLOT = re.compile(r"\{(\w+)\}")
_PIECE = re.compile(r"\{(\w+)\}|([^{}]+)")


def tell(patterns: Sequence[str], slots: Slots, *, seed: str, plural: bool = False, stop: str = ".") -> Sentence | None:
    """The first fitting pattern, beginning at one the seed picks; None where each misses a slot that must be filled."""
    usable = [pattern for pattern in patterns if _filled(_OPTION.sub("", pattern), slots)]
    if not usable:
        return None
    first = pick(len(usable), seed)
    for pattern in (*usable[first:], *usable[:first]):
        if sentence := _shortened(pattern, slots, plural=plural, stop=stop):
            return sentence
    return None


def pick(many: int, seed: str) -> int:
    """A choice that varies from story to story and never from run to run."""
    return int.from_bytes(sha256(seed.encode()).digest()[:4], "big") % many


def slots_in(pattern: str, *, required: bool = False) -> set[str]:
    return set(_SLOT.findall(_OPTION.sub("", pattern) if required else pattern))


def _filled(pattern: str, slots: Slots) -> bool:
    return all(slots.get(name) for name in _SLOT.findall(pattern))


def _shortened(pattern: str, slots: Slots, *, plural: bool, stop: str) -> Sentence | None:
    """Optional parts fall away from the end until no more than 35 words are left."""
    while True:
        sentence = fill(pattern, slots, plural=plural, stop=stop)
        if sentence.words <= MOST_WORDS:
            return sentence
        options = list(_OPTION.finditer(pattern))
        if not options:
            return None
        pattern = pattern[: options[-1].start()] + pattern[options[-1].end() :]


def fill(pattern: str, slots: Slots, *, plural: bool = False, stop: str = ".") -> Sentence:
    chosen = _OPTION.sub(lambda option: option[1] if _filled(option[1], slots) else "", pattern)
    agreed = re.sub(r"\[([^|\]]*)\|([^\]]*)\]", r"\2" if plural else r"\1", chosen)
    parts: list[Part] = []
    for slot, words in _PIECE.findall(agreed):
        parts.extend(slots[slot] if slot else (Part(words),))
    return Sentence(_tidy(parts, stop))


def _tidy(parts: list[Part], stop: str) -> tuple[Part, ...]:
    """A capital at the start, one full stop at the end, runs of our own words joined."""
    joined: list[Part] = []
    for part in parts:
        if joined and not part.note and not joined[-1].note:
            joined[-1] = Part(joined[-1].text + part.text)
        elif part.text:
            joined.append(part)
    closed = (_closed(part, after) for part, after in zip(joined, [*joined[1:], Part(stop)], strict=True))
    joined = [part for part in closed if part.text]
    if joined and (joined[0].what not in _AS_WRITTEN or joined[0].text.startswith("the ")):
        joined[0] = _capital(joined[0])
    if stop and not joined[-1].text.endswith((".", "?", "!")):
        joined.append(Part(stop))
    return tuple(joined)


def _closed(part: Part, after: Part) -> Part:
    """No comma before another mark: "in Sunderland, UK," may end a sentence; and no "put at at least"."""
    text = part.text if part.note else re.sub(r",(?=[,.])", "", part.text)
    if text.endswith(",") and (not after.text or after.text[0] in ",."):
        text = text[:-1]
    if text.endswith(" at ") and after.text.startswith("at least"):
        text = text[:-3]
    return Part(text, part.note, part.what, part.value)


def _capital(part: Part) -> Part:
    return Part(part.text[:1].upper() + part.text[1:], part.note, part.what, part.value)


def words(text: str) -> tuple[Part, ...]:
    """Words of our own as a slot."""
    return (Part(text),) if text else ()
