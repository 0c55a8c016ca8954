"""Companies that headlines name: who opens them, by what it does, and who is dealt with in those of capitals."""

from __future__ import annotations

from collections.abc import Iterator

from cellwire.claims.actors.naming import (
    COMMON,
    GOODS,
    ONLY_GOODS,
    WORD,
    any_of,
    cut_run,
    ends_in_field,
    full_name,
    is_person,
    is_unheard,
)
from cellwire.lexicon import english_words, load_lexicon, load_words, regex
from cellwire.model import HitKind

_NAME = rf"{WORD}(?: (?:& )?{WORD}){{0,4}}?"
_AND = r"(?:,? (?:and|And|&) (?!Partners\b|Sons\b|Co\b)|, )"
_TICKER = r"(?: \((?:[A-Za-z.]{2,10} ?: ?)?[A-Z0-9.]{2,10}\))?"
_DEED = rf"(?:{any_of('deeds')}|{any_of('headline_deeds')})"
# of "Battery Makers", "Alder Holdings" and "Alder Partners" none does anything yet, those of "delivers" do
_NO_NOUN = (
    r"(?!(?!delivers|orders|enters|offers|powers|partners|commissions|tenders|triggers)[a-z]+(?:ers?|ors?|ions?|ments?)\b)"
    rf"(?!partners?\b(?! (?:with|on|to)\b))(?!(?!partners)(?:{'|'.join(load_words('fields'))})\b)"
    r"(?![a-z]+ing (?:firm|compan|plant|facilit|factor|giant|group|start|business|maker|project|site|hub|operation))"
)
# "successfully", and no noun like "supply"
_HOW = r"(?:(?:also|now|(?!(?:supp|fami|assemb|dai|week|month|re|app|ju|ita|like)ly\b)[a-z]{3,}ly) )?"
_OF_ONE = (
    rf"(?i:{_HOW}(?:(?:to|will|has|is) {_HOW}{_DEED}|(?=[a-z]+s\b){_NO_NOUN}{_DEED}|(?=[a-z]+ing\b){_NO_NOUN}{_DEED}"
    r"(?= (?:[$€£¥₩₹\d]|an?\b|its\b|the\b|up\b|new\b|to\b))))\b"
)
_OF_SEVERAL = rf"(?i:{_HOW}(?:(?:to|will|have|are|jointly) {_HOW}{_DEED}|(?=[a-z]+(?<!s|d)\b){_NO_NOUN}{_DEED}))\b"
_OPENING = regex(
    rf"(?P<name>{_NAME}){_TICKER} (?P<does>{_OF_ONE})"
    rf"|(?P<row>{_NAME}{_TICKER}(?:{_AND}{_NAME}{_TICKER}){{1,3}}?) {_OF_SEVERAL}"
)
_GAP = regex(rf"{_TICKER}{_AND}")
# where what acts may stand: "[Feed] |Alder Opens", "Exclusive: |Alder", "Stocks Gain; |Alder Opens", "Norway's |Alder"
_STARTS = regex(r"^(?:\[[^\[\]\n]{2,40}\] ?)*|[:;?!,|–—] |…[”\"]? ?|[”\"](?:…|\.{3})? |^[A-Z][a-z]+['’]s ")
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
_FIRMS_DEED = regex(rf"(?i:{_HOW}(?:(?:to|will|has|is) {_HOW})?{any_of('firm_deeds')})\b")
_BRANCHES = frozenset(load_words("branches"))
_SUBJECTS = frozenset(
    word.capitalize() for name in ("plain_subjects", "appositions", "titles", "fields") for word in load_words(name)
)
_LONGEST = 240  # characters of a headline


def openers(headline: str, *, capitals: bool) -> Iterator[tuple[int, int]]:
    """The firms that a headline, or a part of it behind a colon, begins with.

    Where most words begin with `capitals`, that a name's second word does so says nothing.
    """
    if len(headline) > _LONGEST:
        return
    for lead in _STARTS.finditer(headline):
        match = _OPENING.match(headline, lead.end())
        if match is None:
            continue
        deed = headline[match.start("does") :] if match["does"] else ""
        for start, end in _row(headline, *match.span("row" if match["row"] else "name")):
            yield from _firm(headline, start, end, deed, capitals=capitals)


_ACTS_ALONE = regex(rf" {_OF_ONE}")


def acts_alone(behind: str) -> bool:
    """Whether the words right behind a name in a headline say what it does by itself: " tenders 300 MW"."""
    return _ACTS_ALONE.match(behind) is not None


def dealt_with(headline: str) -> Iterator[tuple[int, int]]:
    """With whom a headline of capitals says that somebody deals: "Signs Deal With |Alder| for", "To Buy |Alder|"."""
    for match in _DEALT.finditer(headline):
        yield from _firm(headline, *match.span("name"), "", capitals=True)


def _row(headline: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The names of a list."""
    at = start
    for gap in _GAP.finditer(headline, start, end):
        yield at, gap.start()
        at = gap.end()
    yield at, end


def _firm(headline: str, start: int, end: int, deed: str, *, capitals: bool) -> Iterator[tuple[int, int]]:
    """The part of a headline's name that is a firm's, behind nation and trade: "Swiss Battery Maker |Alder|"."""
    name = _OWNED.sub("", headline[start:end].partition(" (")[0])
    words = name.split(" ")
    trade = next((at for at in range(len(words) - 1, 0, -1) if words[at - 1] in _MAKERS), 0)
    begin = start + len(name) - len(" ".join(words[trade:]))
    firm = cut_run(headline, begin, start + len(name))
    if trade == 0 and words[0] in GOODS and _is_called_after_goods(words, deed):
        yield start, start + len(name)
        return
    if firm is None:
        return
    called = headline[slice(*firm)]
    whole = firm[0] == start and (start == 0 or headline[start - 1] == " ")  # nothing is cut off
    plain = _is_plain_name if capitals or " " not in called else _are_plain_names
    if _is_firm(called, official=bool(_OFFICIAL.match(deed)), called=trade > 0) or (
        whole and _FIRMS_DEED.match(deed) and plain(called)
    ):
        yield firm


def _is_called_after_goods(words: list[str], deed: str) -> bool:
    """Whether who does what only firms do begins with what it trades in: "|Lithium Borealic| secures", no "Prices"."""
    if len(words) != len(("Lithium", "Borealic")) or not words[1].istitle():
        return False
    return (is_unheard(words[1]) or _is_plain_name(words[1])) and _FIRMS_DEED.match(deed) is not None


def _is_firm(name: str, *, official: bool, called: bool) -> bool:
    words = name.split(" ")
    if _is_no_firm(name, words):
        return False
    if len(words) > 1 and (ends_in_field(name) or full_name(name) != name):
        return any(word not in COMMON and word not in _FIELDS and word not in _GENERAL for word in words)
    first = words[:-1] if len(words) > 1 and words[-1] in _BRANCHES else words  # "|Alder America|"
    if any(word in COMMON or word in _NATIONS for word in first):
        return False
    if called:
        return True
    own = [word for word in words if is_unheard(word) and word not in _FIELDS and not _is_place(word)]
    if not own or (len(words) == 1 and (len(name) < len("OX2") or load_lexicon().shortens_a_region(name))):
        return False
    return not official or any(not word.istitle() for word in own) or "&" in words


def _is_no_firm(name: str, words: list[str]) -> bool:
    return (
        words[-1].capitalize() in _PERSONS
        or words[-1] in _NO_FIRMS
        or words[0] in _OFFICES
        or is_person(name, "", "")
        or ONLY_GOODS.fullmatch(name) is not None
    )


def _is_plain_name(name: str) -> bool:
    """Whether an everyday word names who does what only firms do: "|Heron| snaps up", and no "Demand" or "Workers"."""
    several = name.endswith("s") and not name.endswith(("ss", "us", "is"))
    if several or not name.isalpha() or name in COMMON | _NATIONS | _SUBJECTS | _NO_FIRMS | _MAKERS | _PERSONS:
        return False
    return name.lower() in english_words() and not _is_place(name) and not _ABSTRACT.search(name)


def _are_plain_names(name: str) -> bool:
    """Whether a second capital says that everyday words are a name: "|Pan Borealis| locks in"."""
    words = name.split(" ")
    return words[0] not in COMMON | _NATIONS and not _is_no_firm(name, words)


_ABSTRACT = regex(r"(?:ion|ment|ity|ing|ness|ance|ence|ship|ism|ist|er|or|man|ee)$")


def _is_place(word: str) -> bool:
    return any(hit.kind is HitKind.PLACE for hit in load_lexicon().find(word))
