"""Who does something to whom: subjects, agents and companions of a trigger word."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from cellwire.claims.actors.groups import SILENT, Group, name_groups
from cellwire.claims.gates import gated
from cellwire.claims.scene import Name, Sentence
from cellwire.lexicon import regex
from cellwire.model import Span

# From the mine to the road: goods flow from a smaller number to a larger one.
_UPSTREAM = {
    "miner": 0,
    "lithium": 0,
    "nickel": 0,
    "cobalt": 0,
    "graphite": 0,
    "manganese": 0,
    "vanadium": 0,
    "refiner": 1,
    "recycler": 1,
    "chemicals": 1,
    "solvent": 1,
    "binder": 1,
    "precursor": 2,
    "cathode": 3,
    "anode": 3,
    "electrolyte": 3,
    "separator": 3,
    "foil": 3,
    "equipment": 3,
    "cell": 5,
    "pack": 6,
    "integrator": 7,
    "storage": 7,
    "swapping": 8,
    "carmaker": 9,
    "truckmaker": 9,
    "vehicle": 9,
    "utility": 9,
    "developer": 9,
    "customer": 9,
}


def parties(sentence: Sentence) -> list[Name]:
    """Names that can take part: outlets and research firms only report, and "A's rival" is not A."""
    return [
        name
        for name in sentence.names
        if name.kind not in SILENT and not _listens(sentence, name) and not _only_tells(sentence, name)
    ]


def _only_tells(sentence: Sentence, name: Name) -> bool:
    """Whether a name only says whose rival somebody is, or what something is like."""
    behind = sentence.after(name.said.end, 40)
    if (
        _WHOSE.match(behind)
        or _LIKENED.match(behind)
        or _BYGONE.search(sentence.before(name.said.start, 24), sentence.opened)
        or _RELATIVE.search(sentence.before(name.said.start, 24), sentence.opened)
        or _HOLDER.search(sentence.before(name.said.start, 70), sentence.opened)
    ):
        return True
    if _WAS.match(behind) and _FORMER.search(sentence.before(name.said.start, 24), sentence.opened):
        return True
    if _COUNTED.search(sentence.before(name.said.start, 70), sentence.opened) and _AMONG.match(
        sentence.after(name.said.end, 70)
    ):
        return True
    if _SERVES.match(behind) and _CALLED.search(sentence.before(name.said.start, 40)):
        return True
    return bool(_UNIT.match(behind)) and any(other.said.end + 2 == name.said.start for other in sentence.names)


# "the family of an |Apple| engineer"
_RELATIVE = gated(
    r"\b(?:family|widow|wife|husband|parents|mother|father|relatives|estate)\sof\s(?:an?|the)\s(?:late\s)?$"
)
_BYGONE = gated(r"\b(?:formerly|previously)\s(?:known as|called|named)\s(?:the\s)?$")  # what it was once called
# "Birk, whose largest shareholder is |Alder|", "the owner of |Alder|", "Birk, a member of |Alder|"
_HOLDER = gated(
    r"\bwhose\s(?:(?:single|biggest|largest|main|majority|major|controlling)\s)+(?:owner|shareholder|investor|backer)"
    r"\sis\s(?:[\w-]+\s){0,3}$"
    r"|\b[Oo]wner\sof\s(?:the\s)?(?:[a-z]+\s){0,2}$"
    r"|,\sa\smember\sof\s(?:the\s)?$",
    needs="whose owner member",
)
# "founded by a former |Tesla| executive", "in a former |Alder| building"
_FORMER = gated(r"\b[Ff]ormer\s$")
_WAS = regex(
    r"\s(?:[A-Z][\w-]+\s){0,2}(?:executives?|employees?|engineers?|managers?|directors?|president|chief|C[ETF]O|plants?"
    r"|factory|facility|site|building|mine|works)\b"
)
# "a maker that counts |Tesla| and BMW among its investors"
_COUNTED = gated(r"\bcounts?\s(?:[A-Z&][\w.&-]*,?\s|and\s|the\s){0,7}$")
_AMONG = regex(r"[.,]?\s?(?:[A-Z&][\w.&-]*,?\s|and\s|as\s){0,7}(?:among|amongst|as)\s(?:its|their)\s")
_SERVES = regex(
    r"\s(?:(?:[a-z-]+\s){0,3}?partner|supplier|customer|dealer|backer|challenger|competitor|rival)s?\b(?!\s[A-Z])"
)
_CALLED = regex(r"\b(?:an?|the|another|one|as)\s(?:[a-z-]+\s){0,3}$")  # "Alder, a major |Tesla| supplier"


# "SKC, |SK Group|'s chemical affiliate, has begun": whose it is, not who does it
_UNIT = regex(r"['’]s?\s(?:[\w&-]+\s){0,4}?(?:affiliate|unit|subsidiary|arm|division|business|spin-?off)\b(?=,)")
_LIKENED = regex(r"-(?:style|like|type|sized?|esque)\b")  # "a Tesla-style factory"
_WHOSE = regex(  # "|Alder|'s main shareholder", "|Alder| co-founder's firm"
    r"\s(?:[Cc]o-?)?(?:[Ff]ounder|[Vv]eteran|[Aa]lumn\w+|[Cc]hief|CEO|[Ee]xecutive)s?['’]s?\s"
    r"|['’]s?\s(?:(?:largest|biggest|main|major|majority|top|fiercest|\w+)\s)?(?:shareholder|rival|competitor)s?\b"
    r"|['’]s?\s(?:(?:\w+\s){0,2}owner|parent)\b(?!['’-])"
)


_TOLD = gated(
    r"\b(?:told|tells|tell|speaks? (?:to|with)|spoke (?:to|with)|talks? to|interview with|sits down with|"
    r"joined|tour(?:s|ed|ing)?|visit(?:s|ed|ing)?(?: to)?|tour of)\s(?:the\s)?$",
    re.I,
    needs="told tells tell speak spoke talk interview sits joined tour toured tours touring visit visits visited",
)


def _listens(sentence: Sentence, name: Name) -> bool:
    """Who is told something is a reporter, not a party."""
    return bool(_TOLD.search(sentence.before(name.said.start, 24), sentence.opened))


@lru_cache(maxsize=4)
def groups(sentence: Sentence) -> list[Group]:
    """The groups of those who can take part; the readers of all kinds ask for the same clause, hence the cache."""
    return name_groups(sentence, parties(sentence))


def subject(found: Iterable[Group], before: int, *, leads: tuple[str, ...] = ("",)) -> Group | None:
    """The nearest group left of a position that no preposition leads into."""
    left = [group for group in found if group.names[0].said.start < before and group.lead in leads]
    left = [group for group in left if not 0 < group.until <= before] or left
    return left[-1] if left else None


def led_by(found: Iterable[Group], leads: tuple[str, ...], *, after: int = -1, until: int = 1 << 60) -> list[Group]:
    """Groups that one of the prepositions leads into."""
    return [group for group in found if group.lead in leads and after <= group.names[0].said.start < until]


_TELLS = regex(r"(?: \([^()]*\))? (?:has )?(?:said|says|announced|confirmed|disclosed|informed|told the [\w ]{1,30})\b")


def told_by(clause: Sentence, found: Sequence[Group], doer: Group) -> Group | None:
    """Who says that somebody else does something, and may be meant by "it": "Alder said that B has chosen it"."""
    before = [group for group in found if group.span.end < doer.span.start and not group.lead]
    if before and _TELLS.match(clause.after(before[-1].span.end, 50)) and before[-1].names[0].id != doer.names[0].id:
        return before[-1]
    return None


def upstream(name: Name) -> int | None:
    """Where in the chain a company stands, as far as the lexicon knows."""
    return max(ranks_of(name), default=None)


def ranks_of(name: Name) -> list[int]:
    """All places in the chain at which a company stands."""
    return [_UPSTREAM[role] for role in name.chain if role in _UPSTREAM]


def distance(sentence: Sentence, left: Span, right: Span) -> int:
    """Words between two spans of a sentence."""
    if right.start < left.start:
        left, right = right, left
    return len(sentence.between(left, right).split())


def without_parents(names: Sequence[Name]) -> list[Name]:
    """Without those who are only said to own another of them: "Ultium Cells, the joint venture of |GM| and |LG|"."""
    owned = [name for name in names if name.kind == "venture"]
    parents = {parent for name in owned for parent in name.parents}
    return [name for name in names if name.id not in parents]


def distinct(names: Iterable[Name]) -> list[Name]:
    """Each company once, where it is named before where it is referred to."""
    kept: dict[str, Name] = {}
    for name in names:
        if name.id not in kept or (kept[name.id].referred and not name.referred):
            kept[name.id] = name
    return list(kept.values())
