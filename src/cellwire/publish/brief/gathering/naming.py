"""What a storage site, a mine or a project is called: "Red Heron", of "its 40 MW Red Heron battery storage project"."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from cellwire.lexicon import load_lexicon
from cellwire.model import Development, HitKind, Kind, Span, plain_letters
from cellwire.publish.brief.edition import Part
from cellwire.publish.brief.gathering.choosing import Fresh
from cellwire.publish.brief.gathering.citing import Citer
from cellwire.publish.brief.matter import RAW

# Behind an article, an owner or a size, in a sentence and not in a headline's capitals
_BEFORE = r"(?:\b(?:[Tt]he|[Ii]ts|[Tt]heir|called|named|[a-z-]+ed|[a-z]+alone)\s|(?<![A-Za-z])[MG]Wh?\s|[’']s\s)"
_NAMED = r"(?P<name>(?!{rest})[A-Z][\w-]*(?:\s(?!{rest})(?:[A-Z][\w-]*|\d{{1,2}}|del?|la|el)){{0,3}})"


def called(fresh: Fresh) -> Part | None:
    """Where the sentences that tell it name one such site, and no other."""
    if fresh.lead.kind is not Kind.FACILITY:
        return None
    alike = [dev for dev in fresh.devs if (dev.kind, dev.stage) == (fresh.lead.kind, fresh.lead.stage)]
    found = [part for dev in alike for part in _names(dev, fresh.citers[dev.id])]
    return found[0] if len({part.text.casefold() for part in found}) == 1 else None


def _names(dev: Development, citer: Citer) -> Iterator[Part]:
    """In its sentences, not in the title: there every word may have a capital."""
    made = dev.product.name if dev.product else ""
    sort = "raw" if made in RAW else "storage" if made == "storage" else ""
    start = max(dev.evidence.start, citer.document.extent.start + len(citer.document.title))
    for matched in _pattern(sort).finditer(citer.document.text, start, dev.evidence.end) if sort else ():
        if _is_its_own(matched["name"], dev):
            span = Span(*matched.span("name"))
            cited = citer.cue(matched["name"], rf"\b{re.escape(matched['name'])}\b", span)
            if not cited.problem:
                yield cited.part


@cache
def _pattern(sort: str) -> re.Pattern[str]:
    words = tomllib.loads((files("cellwire.publish.brief.gathering") / "names.toml").read_text("utf-8"))
    return re.compile(rf"{_BEFORE}{_NAMED.format(rest=words['rest'])}\s(?i:{words[sort]})")


_SHORTEST = 4  # letters; "EV", "DC" and "SSD" are no names
_LANDS = {"country", "region", "area"}


def _is_its_own(name: str, dev: Development) -> bool:
    """Neither a company nor goods, nor a land: "the Tesla project", "a Victorian battery", "the Texas mine"."""
    folded = plain_letters(name).casefold()
    parties = [plain_letters(party.name).casefold() for party in dev.parties]
    short = len(name) < _SHORTEST or (name.isupper() and len(name) <= _SHORTEST)
    if short or any(folded in party or party in folded for party in parties):
        return False
    lexicon = load_lexicon()
    if any(lexicon.demonym(word) for word in name.split()) or (dev.place and dev.place.name == name):
        return False
    hits = lexicon.find(name)
    if any(hit.kind is not HitKind.PLACE for hit in hits):
        return False
    lands = [hit for hit in hits if any(lexicon.localities[id].kind in _LANDS for id in hit.ids)]
    return not any(len(hit.span) == len(name) for hit in lands)
