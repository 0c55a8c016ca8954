"""What a firm is, where its text says so beside its name: "a second-life battery company"."""

from __future__ import annotations

import re
import tomllib
from functools import cache, lru_cache
from importlib.resources import files
from typing import NamedTuple

from cellwire.lexicon import load_lexicon
from cellwire.model import Party, Role, Span
from cellwire.publish.brief.edition import Part
from cellwire.publish.brief.gathering.picking import Citer, Fresh
from cellwire.publish.brief.matter import Told
from cellwire.publish.brief.wording import a_or_an

_WITHIN = 1200  # characters below the title
_MOST = 2  # firms
_MAKER = re.compile(r"\b(?:maker|manufacturer|producer|supplier|group|utility|miner)$")


def firms_of(fresh: Fresh, parties: tuple[Told[Party], ...]) -> tuple[tuple[Part, Part], ...]:
    """Their names as they are printed, each with what it is."""
    named = {told.part.text: told for told in parties if told.value.role is not Role.GOVERNMENT}
    citers = [fresh.citers[dev.id] for dev in fresh.devs]
    trades = ((told, trade) for told in named.values() for citer in citers if (trade := _trade(citer, told.value)))
    found = {told.part: trade for told, trade in trades if not _is_household_name(told.value, trade)}
    return tuple(found.items())[:_MOST]


def _is_household_name(party: Party, trade: Part) -> bool:
    """A carmaker, or whom a list knows and a text calls a maker: "battery maker CATL" tells nobody anything."""
    known = load_lexicon().organisations.get(party.id)
    return known is not None and ("carmaker" in known.chain or _MAKER.search(trade.text) is not None)


def _trade(citer: Citer, party: Party) -> Part | None:
    text, extent = citer.document.text, citer.document.extent
    start = extent.start + len(citer.document.title)
    for pattern in _beside(party.name):
        matched = pattern.search(text, start, min(extent.end, start + _WITHIN))
        if matched is None:
            continue
        words = " ".join(matched["trade"].split())
        if _trades().empty.fullmatch(words):
            continue
        running = words if words[:2].isupper() else words[:1].lower() + words[1:]
        cited = citer.cue(a_or_an(running), r"\s+".join(map(re.escape, words.split())), Span(*matched.span("trade")))
        if not cited.problem:
            return cited.part
    return None


@lru_cache(maxsize=1024)
def _beside(name: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """ "battery company Voltara"; "Voltara, a young battery company"."""
    trade, skipped = _trades().trade, _trades().skipped
    called = re.escape(name)
    before = rf"{trade}\s{called}(?!\w)"
    behind = rf"(?<!\w){called}(?:\s\([^()]{{1,40}}\))?,\s(?:an?|the)\s{skipped}{trade}(?![\w’'-])(?!\s[A-Z])"
    return re.compile(before), re.compile(behind)


class _Trades(NamedTuple):
    trade: str  # a pattern
    skipped: str  # of words that may stand before one
    empty: re.Pattern[str]  # trades that say nothing


@cache
def _trades() -> _Trades:
    tables = tomllib.loads((files("cellwire.publish.brief.gathering") / "firms.toml").read_text("utf-8"))
    words, nouns, others, empty = ("|".join(tables[table]) for table in ("words", "nouns", "others", "empty"))
    trade = rf"(?<![\w-])(?<!\band\s)(?P<trade>(?i:(?:(?:{words})\s){{1,4}}(?:{nouns})))"
    skipped = rf"(?:(?!(?:{others})\b)[\w-]+\s){{0,3}}?"
    return _Trades(trade, skipped, re.compile(empty, re.IGNORECASE))
