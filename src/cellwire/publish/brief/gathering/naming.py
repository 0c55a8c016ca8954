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
from cellwire.publish.brief.gathering.picking import Citer, Fresh
from cellwire.publish.brief.matter import RAW

# Behind an article, an owner or a size, in a sentence and not in a headline's capitals
_BEFORE = r"(?:(?:\b(?:[Tt]he|[Ii]ts|[Tt]heir|[a-z]+alone)|(?<![a-z-])[a-z-]+ed)\s|(?<![A-Za-z])[MG]Wh?\s|[’']s\s)"
_NAMED = r"(?P<name>(?!{rest})[A-Z][\w-]*(?:\s(?!{rest})(?:[A-Z][\w-]*|\d{{1,2}}|del?|la|el)){{0,3}})"


def called(fresh: Fresh) -> Part | None:
    """Where the sentences that tell it name one such site, and no other."""
    if fresh.lead.kind is not Kind.FACILITY:
        return None
    found = [part for dev in fresh.alike for part in _names(dev, fresh.citers[dev.id])]
    return found[0] if len({part.text.casefold() for part in found}) == 1 else None


def _names(dev: Development, citer: Citer) -> Iterator[Part]:
    """In its sentences, not in the title: there every word may have a capital."""
    sort = _sort(dev)
    if not sort:
        return
    start = max(dev.evidence.start, citer.document.extent.start + len(citer.document.title))
    for matched in _pattern(sort).finditer(citer.document.text, start, dev.evidence.end):
        name = matched["name"]
        if _is_its_own(name, dev):
            cited = citer.cue(name, rf"\b{re.escape(name)}\b", Span(*matched.span("name")))
            if not cited.problem:
                yield cited.part


def _sort(dev: Development) -> str:
    """The table of `names.toml` with what stands behind its name; empty for works that seldom have one."""
    made = dev.product.name if dev.product else ""
    return "raw" if made in RAW else made if made == "storage" else ""


@cache
def _pattern(sort: str) -> re.Pattern[str]:
    words = tomllib.loads((files("cellwire.publish.brief.gathering") / "names.toml").read_text("utf-8"))
    return re.compile(rf"{_BEFORE}{_NAMED.format(rest=words['rest'])}\s(?i:{words[sort]})")


_SHORTEST = 4  # letters; "EV", "DC" and "SSD" are no names
_LANDS = {"country", "region", "area"}


def _is_its_own(name: str, dev: Development) -> bool:
    """Neither a company nor goods, nor a land: "the Tesla project", "a Victorian battery", "the Texas mine"."""
    short = len(name) < _SHORTEST or (name.isupper() and len(name) <= _SHORTEST)
    return not (short or _is_a_partys(name, dev) or (dev.place and dev.place.name == name) or _means_something(name))


def _is_a_partys(name: str, dev: Development) -> bool:
    folded = plain_letters(name).casefold()
    parties = [plain_letters(party.name).casefold() for party in dev.parties]
    return any(folded in party or party in folded for party in parties)


def _means_something(name: str) -> bool:
    """Whether the lexicon has it for what is no place, or for a land or its people; a site may have a town's name."""
    lexicon = load_lexicon()
    if any(lexicon.demonym(word) for word in name.split()):
        return True
    return any(
        hit.kind is not HitKind.PLACE
        or (len(hit.span) == len(name) and any(lexicon.localities[id].kind in _LANDS for id in hit.ids))
        for hit in lexicon.find(name)
    )
