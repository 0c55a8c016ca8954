"""Of which chemistry goods are: as the clauses that tell of them say."""

from __future__ import annotations

import re
from functools import lru_cache

from cellwire.claims.clauses import Bundle
from cellwire.claims.gates import gated
from cellwire.claims.scene import Scene, Sentence, Spot
from cellwire.lexicon import load_lexicon, regex
from cellwire.model import HitKind, Kind, Named, Span

_INSTEAD = gated(
    r"\b(?:(?:than|unlike|instead of|rather than|compared (?:to|with)|alternative to|replac\w+"
    r"|outperform\w*|surpass\w*|beat(?:s|ing)?|rivall?ing|versus|vs\.?|not"
    r"|without (?:relying on|using|adopting|any))\s"
    # "over the supply of" compares nothing; "than lithium iron phosphate (|LFP|)"
    r"(?:(?:[\w-]+\s){0,3}|(?:[\w-]+\s){1,6}\(|(?:[\w-]+\s){1,4}of\s)|(?:over|beyond|from)\s(?:[\w-]+\s)?)$",
    re.I,
)


_POWERED = regex(r"[\s-]powered\b", re.I)  # "lithium iron phosphate-|powered| forklifts"
_OF_AN_ELECTRODE = frozenset({"high-nickel", "mid-nickel", "silicon-anode"})  # kinds of electrode, no cell's chemistry


def chemistry_slot(home: Bundle, scene: Scene) -> tuple[Named, ...]:
    """What is made of it: as the clauses that tell it say, else those that go on; no chemistry it is compared with."""
    told = [draft.clause for draft in home.drafts]
    titles = [clause for clause in told if clause.headline and home.kind in _OF_ONE_SORT]
    behind = [clause for clause in home.more if not _GUESSED.search(clause.text)]
    for clauses in (titles, told, behind, _under_its_title(home, scene)):
        made, trades = _found(clauses, home, scene)
        if made or (trades and clauses is not titles):
            return tuple((made or trades).values())
    return ()


def _found(clauses: list[Sentence], home: Bundle, scene: Scene) -> tuple[dict[str, Named], dict[str, Named]]:
    """The chemistries of goods, and those that firms are called after."""
    made: dict[str, Named] = {}
    trades: dict[str, Named] = {}
    for clause in clauses:
        for spot in clause.chemistries:
            of_cells = home.kind is Kind.TECHNOLOGY or spot.id not in _OF_AN_ELECTRODE
            other = _INSTEAD.search(clause.before(spot.span.start, 70), clause.opened)
            if of_cells and not (other or _POWERED.match(clause.after(spot.span.end, 10))):
                among = trades if _IS_A_TRADE.match(clause.after(spot.span.end, 60)) else made
                among.setdefault(spot.id, Named(spot.id, scene.plain.back(_telling(spot, clause))))
    return made, trades


_OF_ONE_SORT = frozenset({Kind.SUPPLY, Kind.TECHNOLOGY})  # below their title stands what they are to replace, too
_GUESSED = regex(r"\b(?:maybe|perhaps|hopefully|who knows)\b", re.I)  # "|maybe| the plant will make sodium-ion cells"
# "|flow| battery maker Alder buys sodium-ion cells": what a firm is called after is not what it deals in
_IS_A_TRADE = regex(
    r"(?:\s\([^()]{1,20}\))?(?:[\s-](?:energy|batter(?:y|ies)|cells?|storage|technology|systems?|materials?)){0,3}"
    r"\s(?:makers?|manufacturers?|producers?|developers?|suppliers?|company|companies|firms?|start-?ups?|giant|specialists?"
    r"|innovators?|pioneers?|group|business)\b",
    re.I,
)


def _under_its_title(home: Bundle, scene: Scene) -> list[Sentence]:
    """The first sentence of a text whose headline alone tells of new goods: it says what they are made of."""
    alone = home.kind is Kind.TECHNOLOGY and all(draft.clause.headline for draft in home.drafts)
    return [*scene.sentences[scene.first_told : scene.first_told + 1]] if alone else []


def _telling(chemistry: Spot, clause: Sentence) -> Span:
    """The words that tell a chemistry, with its goods where it is none without them: "|sodium batteries|"."""
    if _tells(clause.before(chemistry.span.end, chemistry.span.end - chemistry.span.start), chemistry.id):
        return chemistry.span
    goods = next((spot.span for spot in clause.products if spot.span.start == chemistry.span.end + 1), chemistry.span)
    return Span(chemistry.span.start, goods.end)


@lru_cache(maxsize=256)
def _tells(words: str, chemistry: str) -> bool:
    return any(hit.kind is HitKind.CHEMISTRY and chemistry in hit.ids for hit in load_lexicon().find(words))
