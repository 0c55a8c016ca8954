"""Whose a company is, as the text says it: "Alder subsidiary Birch", "Birch, a venture of Alder and Cedar"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from msgspec.structs import replace

from cellwire.claims.scene import Name
from cellwire.lexicon import regex

Holders = Mapping[str, tuple[Name, ...]]  # a company's id, and those the text calls its owners

_REACH = 100  # characters between a company and the first of its owners
_LISTED = 4  # owners of one company
_UNITS = ("subsidiary", "unit", "arm", "affiliate", "division", "brand")
_WORDS = (*_UNITS, "venture", "JV", "owned", "controlled", "in which")
_UNIT = rf"(?:{'|'.join(_UNITS)})"
_LEGAL = r"(?:,?\s(?:Inc|Corp|Corporation|Co|Company|Ltd|Limited|LLC|plc|PLC|AG|SE|SA|AB|ASA|GmbH|Pty|SpA)\b\.?){0,3}"
_ASIDE = r"(?:\s\([^()]{1,80}\))?"
_NOUNS = r"(?:[\w'’/-]+\s){0,6}?"  # "|the Vietnamese conglomerate |Vingroup"
_VENTURE = r"(?:joint venture|JV|venture)"

# what stands between an owner and the company that is its own: "Alder|'s battery unit |Birch"
_OWNS_NEXT = regex(rf"(?:['’]s?)?\s(?:[\w-]+\s){{0,5}}?{_UNIT},?\s(?:called\s)?")
# between a company and the first of its owners
_OWNED_NEXT = regex(
    rf"{_LEGAL}(?:{_ASIDE}|\))(?:,|\s[–—-])?\s(?:which\sis\s|is\s)?(?:"
    rf"(?:(?:an?|the|their)\s(?:[\w%-]+\s){{0,5}}?)?{_UNIT}\s(?:of|owned by)"
    rf"|(?:(?:an?|the|their)\s(?:[\w:%/-]+\s){{0,4}}?)?{_VENTURE}\s(?:\(JV\)\s|company\s)?"
    r"(?:of|between|by|among|formed by|set up by|founded by|established by|owned by)"
    r"|(?:\d[\d.]*(?:%|\sper\s?cent)[\s-])?(?:(?:wholly|jointly|majority|fully|partly|also)[\s-])?(?:owned|controlled)"
    r"(?:\s\d[\d.]*(?:%|\sper\s?cent))?\sby"
    rf"|in\swhich)\s{_NOUNS}"
)
# between two owners of one company: "Alder (51%) |and the carmaker |Cedar", "Alder |partners with |Cedar"
_AND_NEXT = regex(
    rf"{_LEGAL}{_ASIDE}(?:(?:,|,?\sand|\s&|\s?/|,?\sas well as)\s(?:\d[\d.]*(?:%|\sper\s?cent)\sby\s)?"
    rf"|\s(?:has\s)?partner(?:s|ed)\swith\s){_NOUNS}"
)
_UNIT_OF_IT = regex(r"['’]s?\s(?:[a-z-]+\s){0,3}")  # "Alder|'s |Birch": not Alder, its Birch is an owner
# right before a venture's name: "Alder and Cedar's |joint venture |", "their joint venture, |to be called |"
_VENTURE_BEFORE = regex(
    rf"\b{_VENTURE}(?:,|\s\(JV\)|\scompany)?\s(?:(?:which|that|to|will|is|be)\s){{0,3}}"
    r"(?:(?:called|named|dubbed|known as)\s)?$"
)
_CALLED = regex(r",\s$|\b(?:called|named|dubbed|known as)\s$")
_SENTENCE = regex(r"[.!?]\s|\n")


def holders_told(text: str, names: Sequence[Name]) -> Holders:
    """Companies by id, each with the owners that the text names anywhere."""
    if not any(word in text for word in _WORDS):
        return {}
    companies = sorted((name for name in names if name.kind != "government"), key=lambda name: name.span.start)
    told: dict[str, dict[str, Name]] = {}
    for at, name in enumerate(companies):
        for company, owner in (*_as_owner(text, companies, at), *_as_owned(text, companies, at)):
            if company.id != owner.id:
                told.setdefault(company.id, {}).setdefault(owner.id, owner)
        if name.id not in told:
            founders = _founders(text, companies[:at], name)
            told.update({name.id: founders} if founders else {})
    return {id: tuple(owners.values()) for id, owners in told.items()}


def with_parents(names: Sequence[Name], holders: Holders) -> list[Name]:
    """The same names, each mention with its owners."""
    return [
        replace(name, parents=tuple(dict.fromkeys((*name.parents, *(owner.id for owner in holders[name.id])))))
        if name.id in holders
        else name
        for name in names
    ]


def _as_owner(text: str, names: Sequence[Name], at: int) -> Iterator[tuple[Name, Name]]:
    """A name that stands before what it owns: the two."""
    owner = names[at]
    for company in names[at + 1 : at + 2]:
        if _OWNS_NEXT.fullmatch(text, owner.span.end, company.span.start):
            yield company, owner


def _as_owned(text: str, names: Sequence[Name], at: int) -> Iterator[tuple[Name, Name]]:
    """A name that stands before its owners: it with each of them."""
    company, rest = names[at], names[at + 1 : at + 2 + _LISTED]
    if not rest or rest[0].span.start - company.span.end > _REACH:
        return
    if _OWNED_NEXT.fullmatch(text, company.span.end, rest[0].span.start):
        for owner in _list_from(text, rest):
            yield company, owner


def _list_from(text: str, names: Sequence[Name]) -> list[Name]:
    """The first name and those that stand in one list with it."""
    listed = [names[0]]
    for name in names[1:]:
        last = listed[-1].span.end
        if _UNIT_OF_IT.fullmatch(text, last, name.span.start):
            listed[-1] = name
        elif _AND_NEXT.fullmatch(text, last, name.span.start):
            listed.append(name)
    return listed


def _founders(text: str, before: Sequence[Name], name: Name) -> dict[str, Name]:
    """Those whose venture a name is called: all who stand before it in its sentence, where they are several."""
    start = name.span.start
    called = _VENTURE_BEFORE.search(text, max(0, start - _REACH), start)
    if called is None:
        return {}
    opened = max((match.end() for match in _SENTENCE.finditer(text, max(0, start - 4 * _REACH), start)), default=0)
    own = {other.id: other for other in before if other.span.start >= opened and other.id != name.id}
    if len(own) < 2 and _CALLED.search(text, called.start(), start):
        recent = dict.fromkeys(other.id for other in reversed(before) if other.id != name.id)
        own = {id: next(other for other in reversed(before) if other.id == id) for id in list(recent)[:2]}
    return own if len(own) > 1 else {}
