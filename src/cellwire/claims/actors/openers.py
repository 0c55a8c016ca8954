"""Companies that headlines name: who opens them, by what it does, and who is dealt with in those of capitals."""

from __future__ import annotations

from collections.abc import Iterator

from cellwire.claims.actors.naming import (
    COMMON,
    ONLY_GOODS,
    WORD,
    any_of,
    cut_run,
    ends_in_field,
    full_name,
    is_person,
    is_unheard,
)
from cellwire.lexicon import load_lexicon, load_words, regex
from cellwire.model import HitKind

_NAME = rf"{WORD}(?: (?:& )?{WORD}){{0,4}}?"
_AND = r"(?:,? (?:and|And|&) (?!Partners\b|Sons\b|Co\b)|, )"
_TICKER = r"(?: \((?:[A-Za-z.]{2,10} ?: ?)?[A-Z0-9.]{2,10}\))?"
_DEED = rf"(?:{any_of('deeds')}|{any_of('headline_deeds')})"
# of "Battery Makers", "Alder Holdings" and "Alder Partners" none does anything yet, those of "delivers" do
_NO_NOUN = (
    r"(?!(?!delivers|orders|enters|offers|powers|partners|commissions)[a-z]+(?:ers?|ors?|ions?|ments?)\b)"
    rf"(?!partners?\b(?! (?:with|on|to)\b))(?!(?!partners)(?:{'|'.join(load_words('fields'))})\b)"
    r"(?![a-z]+ing (?:firm|compan|plant|facilit|factor|giant|group|start|business|maker|project|site|hub|operation))"
)
_OF_ONE = rf"(?i:(?:to|will|has|is) {_DEED}|(?=[a-z]+s\b){_NO_NOUN}{_DEED})\b"
_OF_SEVERAL = rf"(?i:(?:to|will|have|are|jointly) {_DEED}|(?=[a-z]+(?<!s|d)\b){_NO_NOUN}{_DEED})\b"
_OPENING = regex(
    rf"(?P<row>{_NAME}{_TICKER}(?:{_AND}{_NAME}{_TICKER}){{1,3}}?) {_OF_SEVERAL}"
    rf"|(?P<name>{_NAME}){_TICKER} (?P<does>{_OF_ONE})"
)
_GAP = regex(rf"{_TICKER}{_AND}")
# where what acts may stand: "[Feed] |Alder Opens", "Exclusive: |Alder", "Stocks Gain; |Alder Opens", "Norway's |Alder"
_STARTS = regex(r"^(?:\[[^\[\]\n]{2,40}\] ?)*|: |; |^[A-Z][a-z]+['’]s ")
_DEALT = regex(
    r"\b(?i:(?:agreement|deal|contract|pact|partners(?:hip)?|partnering|mou|venture|jv|alliance|order|ppa|talks"
    r"|(?:team(?:s|ed|ing)?|tie[sd]?) up|collaborat\w+|cooperat\w+|join(?:s|ed)? forces) with"
    rf"|(?:to acquire|acquires|to buy|buys|stake in|acquisition of)) (?:the )?(?P<name>{_NAME})"
    r"(?=(?i: (?:to|for|in|on|at|over|by|as|and|from))\b|[,;:.]| [-–—]|$)"
)
# what officials do as well: their names are no firms'
_OFFICIAL = regex(rf"(?i:(?:(?:to|will|has|is) )?{any_of('official_deeds')}\b)")
_OWNED = regex(r" (?:Stocks?|Shares?|Subsidiary|Unit|Arm|Affiliate)$")  # "|Alder| Subsidiary Opens"
_MAKERS = frozenset(word.title() for word in (*load_words("makers"), "leader"))
_NO_FIRMS = frozenset(load_words("no_firms"))
_FIELDS = frozenset(load_words("fields"))
_OFFICES = frozenset((*load_words("offices"), "Gov", "Sen", "Rep", "PM"))
_PERSONS = frozenset(load_words("known_persons"))
_NATIONS = frozenset(load_words("nations"))
_GENERAL = frozenset(load_words("general_words"))
_LONGEST = 240  # characters of a headline


def openers(headline: str) -> Iterator[tuple[int, int]]:
    """The firms that a headline begins with, or a part of it behind a colon."""
    if len(headline) > _LONGEST:
        return
    for lead in _STARTS.finditer(headline):
        match = _OPENING.match(headline, lead.end())
        if match is None:
            continue
        official = bool(match["does"] and _OFFICIAL.match(match["does"]))
        for start, end in _row(headline, *match.span("row" if match["row"] else "name")):
            yield from _firm(headline, start, end, official=official)


def dealt_with(headline: str) -> Iterator[tuple[int, int]]:
    """With whom a headline of capitals says that somebody deals: "Signs Deal With |Alder| for", "To Buy |Alder|"."""
    for match in _DEALT.finditer(headline):
        yield from _firm(headline, *match.span("name"), official=False)


def _row(headline: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The names of a list."""
    at = start
    for gap in _GAP.finditer(headline, start, end):
        yield at, gap.start()
        at = gap.end()
    yield at, end


def _firm(headline: str, start: int, end: int, *, official: bool) -> Iterator[tuple[int, int]]:
    """The part of a headline's name that is a firm's, behind nation and trade: "Swiss Battery Maker |Alder|"."""
    name = _OWNED.sub("", headline[start:end].partition(" (")[0])
    words = name.split(" ")
    trade = next((at for at in range(len(words) - 1, 0, -1) if words[at - 1] in _MAKERS), 0)
    begin = start + len(name) - len(" ".join(words[trade:]))
    firm = cut_run(headline, begin, start + len(name))
    if firm and _is_firm(headline[slice(*firm)], official=official, called=trade > 0):
        yield firm


def _is_firm(name: str, *, official: bool, called: bool) -> bool:
    words = name.split(" ")
    if (
        words[-1] in _NO_FIRMS | _PERSONS
        or words[0] in _OFFICES
        or is_person(name, "", "")
        or ONLY_GOODS.fullmatch(name)
    ):
        return False
    if len(words) > 1 and (ends_in_field(name) or full_name(name) != name):
        return any(word not in COMMON and word not in _FIELDS and word not in _GENERAL for word in words)
    if any(word in COMMON or word in _NATIONS for word in words):
        return False
    if called:
        return True
    own = [word for word in words if is_unheard(word) and not _is_place(word)]
    if not own or (len(words) == 1 and (len(name) < len("OX2") or load_lexicon().shortens_a_region(name))):
        return False
    return not official or any(not word.istitle() for word in own) or "&" in words


def _is_place(word: str) -> bool:
    return any(hit.kind is HitKind.PLACE for hit in load_lexicon().find(word))
