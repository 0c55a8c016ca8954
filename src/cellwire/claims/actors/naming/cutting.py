"""The part of a capitalised run that can be a name."""

from __future__ import annotations

from cellwire.claims.actors.naming.doing import BUSINESS_AFTER, FINITE_AFTER
from cellwire.claims.actors.naming.forms import GOODS, ONLY_GOODS, looks_like_company
from cellwire.claims.actors.naming.runs import is_unheard
from cellwire.lexicon import english_words, load_lexicon, load_words, regex

COMMON = frozenset(load_words("no_names"))
_NATION = regex(
    r"[A-Z]\w+-(?:based|headquartered|listed|focused|focussed|born|rival|style|like|backed|led|funded|owned|controlled"
    r"|supported|neighbou?r|linked|affiliated)"
    rf"|(?:South|North)?(?:{'|'.join(load_words('nations'))})"
    rf"|(?:{'|'.join(load_words('nations'))}|Sino|Franco|Anglo|Indo)-(?:{'|'.join(load_words('nations'))})"
)
_BRACKETED = regex(r"(?:,? (?:Ltd|Limited|Inc|Corp|Co|plc)\.?){0,3} \(([A-Z][A-Za-z]{1,6})\)")
_MADE_SOMEWHERE = regex(r"[A-Z]\w+-(?:made|built|assembled)\s")  # "the |Danish-made Alder Electric|" is a car
_OFFICES = frozenset(load_words("offices"))
_TITLE_WORD = regex(
    r"\s(?:CEO|CFO|CTO|COO|Chief|Chairman|Chairwoman|President|Vice|Director|Executive|Managing|Founder|Senior)\b"
)
# where a line ends in a name with its legal form, the next is another: "for |Alder Corporation| Alder will build"
_LEGAL_FORM = regex(
    r"(?<=\w)\s(?:Corporation|Corp|Inc|Incorporated|Limited|Ltd|GmbH|LLC|PLC|plc)(?=\s(?!(?:Co|Company|Ltd|Limited|LLC)\b))"
)
_CURRENCIES = "INR|USD|EUR|GBP|RMB|CNY|JPY|KRW|SEK|NOK|DKK|CHF|CAD|AUD|HKD|HUF|PLN|BRL|MXN|IDR|ZAR"
_MONTHS = "Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec"
_NO_NAME = regex(
    rf"(?:{_MONTHS})(?:-(?:{_MONTHS}))?|"
    rf"(?:Rs|{_CURRENCIES})\.?(?: \d+)?|"
    r"[A-Z]\.?|[A-Z]{1,2}\d*|[A-Z]{1,2}-\d{2,4}(?: [A-Z]\w+)?|Q\d|H\d|[IVX]+|\d+|[A-Z][a-z]+ly \d+|[A-Z][a-z]+ing|"
    r"Chapter \d+|"
    r"[A-Z]\w+ [A-Z]\w+-(?:based|headquartered)|"
    r"\w+-(?:based|making|makers?|related|only|driven|powered|led|backed|owned|headquartered|listed|"
    r"grade|scale|style|focused|friendly|area|wide|region|rich|free|doped|coated|tied|compliant|first|certified|approved"
    r"|ready|eligible|[Pp]owered)(?: EVs?| [Vv]ehicles?)?|Ltd|Inc|Co|GmbH|LLC|Corp"
)
# Everyday words that begin companies' names too: "General Motors", "First Cobalt", "Our Next Energy"
_FIRST_WORDS = frozenset(load_words("first_words"))


def _is_called_after_goods(text: str, start: int, end: int, words: list[str]) -> bool:
    """Whether a name of two words or more begins with what the company trades in: "a |Lithium Plus| official"."""
    if words[0] not in GOODS or len(words) < 2 or ONLY_GOODS.fullmatch(" ".join(words)):
        return False
    inside = text[max(0, start - 2) : start].strip(" ").islower() or text[max(0, start - 3) : start] in {" A ", "\nA "}
    return inside or bool(BUSINESS_AFTER.match(text[end : end + 110]) or FINITE_AFTER.match(text[end : end + 110]))


_COUNTED = frozenset({"First", "Second", "Third", "Fourth"})
_CALLED_A_FIRM = (" firm ", " company ", " developer ", " startup ", " start-up ", " maker ", " miner ", " group ")


def cut_run(text: str, start: int, end: int) -> tuple[int, int] | None:
    """The part of a capitalised run that can be a name: no title ("CEO"), no nation, no first word of a sentence."""
    run = text[start:end]
    if run in COMMON or _MADE_SOMEWHERE.match(run):
        return None
    if run.endswith(_VENTURE):
        end -= len(_VENTURE)
    if tail := _QUARTER.search(text, start, end) or _MODEL.search(text, start, end):
        end = tail.start()
    words = text[start:end].split(" ")
    if len(words) > 1 and (title := _TITLE_WORD.search(text, start, end)):
        end = title.start()
        words = text[start:end].split(" ")
    if formed := _LEGAL_FORM.search(text, start, end):
        end = formed.end()
        words = text[start:end].split(" ")
    begin = start
    if words[0] in _OFFICES:
        return None
    if len(words) > 1 and _NATION.fullmatch(words[0]) and not _is_named_after_a_nation(words):
        bracketed = _BRACKETED.match(text, end)
        if bracketed is None or bracketed[1][0] != words[0][0]:  # "Indian Oil Corporation (IOCL)" has it in its name
            begin += len(words.pop(0)) + 1
    if len(words) > 1 and words[0].endswith("ly") and words[0][:-2].lower() in english_words():
        begin += len(words.pop(0)) + 1  # "Concurrently |Alder Power| opens"
    while words[0].rstrip(".,") in COMMON and not _A_LANDS_BANK.match(text, begin):
        first = len(words) > 1 and words[-1] != "EV" and looks_like_company(text, start, end)
        if _is_called_after_goods(text, begin, end, words) or (first and _is_first_word(text, begin, words[0])):
            break
        if len(words) > 1 and words[0] in _COUNTED and text.endswith(_CALLED_A_FIRM, 0, begin):
            break  # "the trading firm |Second Harbour|"
        begin += len(words.pop(0)) + 1
        if not words:
            return None
    name = text[begin:end].rstrip(" .").removesuffix("'s").removesuffix("'")
    quoted = text[max(0, begin - 1) : begin] == '"' and text[begin + len(name) : begin + len(name) + 1] == '"'
    opens = not text[max(0, begin - 2) : begin].strip(" ").islower()
    nations = "-" in name and _NATION.fullmatch(name)  # "the |Polish-Swedish| venture"
    short = (
        len(name) < 2
        or name in COMMON
        or load_lexicon().shortens_a_region(name)
        or _NO_NAME.fullmatch(name)
        or _is_adverb(name, opens=opens)
        or (opens and _is_joined(name))
        or nations
    )
    return None if short or quoted else (begin, begin + len(name))


_A_LANDS_BANK = regex(r"National Bank of [A-Z]")
_FIELDS = _FIRST_WORDS | frozenset(load_words("fields"))


def _is_named_after_a_nation(words: list[str]) -> bool:
    """Whether nothing but words of trade stands behind a nation, so that it is part of a name: "|Norwegian| Electric
    Systems"."""
    trade = len(words) > len(("Norwegian", "Electric")) and all(word in _FIELDS for word in words[1:])
    return trade and "-" not in words[0] and not ONLY_GOODS.fullmatch(" ".join(words[1:]))


# "|Alder| Q1 profit", "|Alder| Nov EV sales", "|Alder| USD 8 million"
_QUARTER = regex(rf"(?<=\w)\s(?:{_CURRENCIES})$|(?<=\w)\s(?:[QH][1-4]|FY\d*)(?:\s20\d\d)?$|(?<=\w)\s(?:{_MONTHS})\b.*$")
# "the |Alder| ZS PHEV", "some |Alder| GV60", "500 |Alder| Electric Three-Wheelers": a car is called after its maker
_MODEL = regex(
    r"(?<=[\w.])(?:\s[A-Z0-9]{1,4})?\s(?:PHEV|BEV|EREV|HEV|SUV)\b.*$|(?<=[a-z]{3})\s[A-Z]{1,2}\d{2,3}\b.*$"
    r"|(?<=\w)\s(?:Electric\s)?(?:Two|Three|Four)-[Ww]heelers?$"
)
_VENTURE = " JV"  # "Alder, |Birk JV| breaks ground"


def _is_adverb(name: str, *, opens: bool) -> bool:
    """Whether a word is one like "Thermally", which a list of words need not have where it opens a sentence."""
    if not name.endswith("ly") or " " in name:
        return False
    return name.lower() in english_words() or (opens and name[:-2].lower() in english_words())


def _is_joined(name: str) -> bool:
    """Whether it begins with plain words that a hyphen joins, and no name follows: "To-date", "Second-life EV"."""
    return "-" in name.partition(" ")[0] and not any(is_unheard(word) for word in name.split() if word not in COMMON)


def _is_first_word(text: str, start: int, word: str) -> bool:
    """Whether an everyday word begins a company's name: a known one, or one with a capital inside a sentence."""
    return word in _FIRST_WORDS or (word in _SMALL_WORDS and text[max(0, start - 2) : start].strip(" ").islower())


_SMALL_WORDS = frozenset({"All", "At", "By", "For", "In", "On", "Over", "Under", "Up"})
