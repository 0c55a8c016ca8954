"""What makes a capitalised run of words a company: its form, or how the text speaks of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from msgspec import Struct

from cellwire.claims.gates import gated, openings
from cellwire.lexicon import PLANT, english_words, load_words, regex

# A capitalised run: "Our Next Energy", "ProLogium", "E3 Lithium", "Li-Cycle", "K2 Metals & Mining"
_WORD = (
    r"(?:(?!R&D\b|M&A\b|Q&A\b|P&L\b)[A-Z]{1,3}&[A-Z]{1,3}(?![a-z])"
    r"|[A-ZÀ-ÞĀ-ɏ][A-Za-z0-9À-ɏ]*(?:[-.][A-Za-z0-9À-ɏ]+|'[A-Z][a-z]+)*|[a-z]{1,2}[A-Z][A-Za-z]+|[0-9]{1,3}[A-Z][A-Za-z]+)"
)
_RUN = (
    rf"(?<!\d,)(?!\d+(?:[MGk]Wh?|Ah)\b){_WORD}(?:(?: (?:&|de|del|di|van|von) |"
    rf" ){_WORD}){{0,4}}(?: \d{{1,3}}"
    rf"(?= (?!(?:m|b|tr)illion|crore|lakh|thousand|per|euros|pounds)|,|\.|'))?"
)
RUN = regex(rf"(?<![\w@#/.-]){_RUN}")
_BEHIND_A_SIGN = regex(rf"[^\w@#/.-](?P<run>{_RUN})")  # begins with a sign: quick to pass over


def _any_of(name: str) -> str:
    """The words of a list as alternatives of a pattern: "announc~" has any ending, "set_up" is two words."""
    words = (re.escape(word).replace(re.escape("~"), r"\w*").replace("_", " ") for word in load_words(name))
    return f"(?:{'|'.join(words)})"


_FIELD = _any_of("fields")
_MAKER = _any_of("makers") + "s?"
_DOES = _any_of("deeds") + r"\b"
_TRADES = _any_of("trades")
_LEGAL = _any_of("legal_forms")
_ENDS_IN_FIELD = regex(rf"{_FIELD}$")
_LEGAL_AFTER = regex(rf"^,?\s(?:(?:Co|Pty|Sdn|Pte)\.?,?\s)?{_LEGAL}\b\.?")
_HAS_LEGAL = regex(rf"\s{_LEGAL}\.?$")
# "Alder said |on Tuesday it would| build": a firm says what "it" will do, and a person that "it was hard"
_IT_WOULD = (
    r"(?:(?:late|early)\s)?(?:on\s)?(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|today|yesterday)\s(?:that\s)?"
    r"it\s(?:would|will|had|has|plan(?:s|ned)|expect(?:s|ed)|intend(?:s|ed)|aim(?:s|ed)|is\s(?:to|building|planning))\b"
)
_LEGAL_BEFORE = regex(r"(?:PT|OOO|PJSC|JSC|UAB)\s[A-Z]")  # "PT Alder", a firm's form in Indonesia, Russia, Lithuania

_TICKER_AFTER = regex(
    r"^(?:,?\s(?:Inc|Corp|Ltd|Limited|plc|PLC|AG|SE|SA|AB|ASA|NV|Co)\b\.?,?)*\s?\([^()]{0,60}\b"
    rf"{_any_of('exchanges')}\b[^()]{{0,60}}\)"
)

_APPOSITION_BEFORE = gated(rf"\b{_MAKER}(?:\s(?:called|named|like|such as))?,?\s$")
_APPOSITION_AFTER = regex(
    rf"^(?:'s)?(?:,|\s\([^)]{{1,40}}\),?)\s(?:a|an|the|one of|which|South|North|America|China|Japan|Korea|"
    rf"Germany)\b[^,.;]{{0,70}}?\b{_MAKER}\b(?!\s(?:manager|executive|chief|boss|analyst|lawyer|founder|director|spokes))"
)
_BUSINESS_AFTER = regex(
    rf"^(?:'s)?(?:,\s[^,.;]{{1,60}},)?\s(?:(?:has|have|had|will|would|is|was|are|also|recently|today|officially|now|"
    rf"already|says it|said it|plans? to|formally|successfully|reportedly|currently|just)\s){{0,3}}{_DOES}"
    rf"|^\ssaid\s{_IT_WOULD}\s{_DOES}"
)
_TO_DO = regex(rf"^\sto\s(?:[a-z]+ly\s)?{_TRADES}\b")  # a headline's future: "Alder to build"
# "has forced |Alder Zellwerke| to suspend operations"
_MADE_TO = gated(
    r"\b(?:forced|forces|forcing|prompted|prompts|allowed|allows|enabled|enables|obliged|obliges|led|leads|cleared|authorised|authorized|permits"
    r"|permitted) $"
)
_TO_HALT = regex(
    rf"^\sto\s(?:[a-z]+ly\s)?(?:{_TRADES}|suspend|stop|close|cut|idle|lay off|file|resume|restart|reopen|shutter"
    r"|curtail)\b"
)
_HEADLINE = regex(
    rf"(?P<name>{_WORD}(?: (?:& )?{_WORD}){{0,3}}?) (?i:(?:to|will|has|is) )?"
    r"(?![A-Za-z]+(?:ers?|ors?|ions?|ments?)\b)"  # "Battery Manufacturer" makes nothing yet
    rf"(?:(?P<trades>(?i:{_TRADES}))|(?i:{_DOES}))\b"
)
_OWNS = regex(
    r"^'s?\s(?:(?:[\w-]+|\d[\d.,]*\s?GWh)\s){0,4}?(?:plant|factory|gigafactory|facility|mine|refinery|batter(?:y|"
    r"ies)|cells?|subsidiary|unit|project|products?|technology|shareholders?|board|production|capacity|site|stake|"
    r"order|contract|cathode|anode|electrolyte|separator|lithium|graphite|nickel|vehicles?|cars?|trucks?|buses|"
    r"models?)\b"
)
_PARTNER_BEFORE = gated(
    r"\b(?:joint venture (?:with|between|of)|agreement with|agreements with|contract with|deal with|"
    r"partnership with|partner|"
    r"partnered with|partners with|together with|teamed up with|teams up with|team up with|"
    r"memorandum of understanding with|mou with"
    r"|talks with|negotiations with|cooperation with|collaboration with|collaborat\w+ with|cooperat\w+ with|"
    r"acquisition of|acquired"
    r"|acquires|acquire|stake in|invest(?:ed|s|ing)? in|order from|orders from|supplied by|made by|built by|"
    r"developed by|operated by|owned by|produced by"
    r"|manufactured by|sourced from|loan to|grant to|awarded to|supplier to|supply to|merge with|merger with|"
    r"shareholder in|share in|shares? of|bought by|acquired by|backed by|led by|bankruptcy of|insolvency of|"
    r"cells from|batteries from|lithium from|nickel from|graphite from|"
    r"materials? from)\s(?:the\s)?(?:[A-Za-z-]+\s){0,5}?$",
    re.I,
)
# who is given a sum: "98 million euros to |Iberkat|", "gave |Iberkat| $98 million"
_PAID_BEFORE = gated(
    r"\b(?:(?:million|billion|crore|trillion)(?:\s(?:[a-z]+\s)?(?:dollars|euros|pounds|yen|won|yuan|rupees|kron(?:or|er)"
    r"|francs))?|loans?|grants?|subsid(?:y|ies)|(?:state )?aid|guarantees?|support|funding|money|cash)\s(?:to|for)\s$"
)
_GIVEN = gated(
    r"\b(?:giv(?:e|es|ing|en)|gave|award(?:s|ed)?|grant(?:s|ed)?|pa(?:y|ys|id)|lend|lends|lent|offer(?:s|ed)?)\s$"
)
_A_SUM = regex(
    r"\s(?:an?\s|up to\s|about\s|some\s|another\s)?(?:(?:US|C|A|CAD|USD|EUR)?\s?[$€£¥₹₩]\s?\d"
    r"|\d[\d.,]*\s(?:million|billion|crore)|(?:[\w-]+\s){0,4}?"
    r"(?:loan|grant|subsidy|aid|tax (?:break|credit|abatement)|abatement|guarantee|incentives)\b)"
)
_PLANT_OF = gated(r"\b(?:plant|factory|gigafactory|facility|refinery|works|line) (?:of|run by|owned by|built by) $")
_PERSON_AFTER = regex(
    r"^,?\s(?:\(?(?:the|its|a)\s)?(?:(?:company|group|executive|vice|deputy|senior|managing|chief|co|global|"
    r"founder|acting|interim)[-\s]){0,3}"
    r"(?:ceo|cfo|cto|coo|chairman|chairwoman|chair|president|director|founder|minister|officer|secretary|governor|"
    r"mayor|analyst|spokes\w+|head|boss|chief(?=\s(?:of|at)\b)|manager|chancellor|vp|professor|senator|ambassador|commissioner|economist)\b|^,\s\d\d\b|"
    r"^,\s(?:(?:an?|the)\s)?(?:(?-i:[A-Z])[\w&.-]*\s){1,3}"
    r"(?:(?:senior |executive )?vice president|president|ceo|spokes\w+|director|"
    r"ambassador|minister|secretary|commissioner|governor|analyst|economist)\b|"
    r"^,\s(?:(?-i:[A-Z])[\w&.-]*\s){0,2}(?-i:[A-Z])[\w&.-]*['’]s\s(?:former\s|current\s|new\s|then-?\s)?"
    r"(?:chief|ceo|cfo|cto|coo|head|president|director|manager|founder|chair\w*|vice)\b|"
    r"^,\s(?:the|an?)\s(?:[\w-]+\s){0,2}(?:citizen|resident|lawyer|attorney|activist|campaigner|politician|lawmaker|"
    r"councill?or|farmer|pensioner|professor|researcher|scientist|physicist|chemist|engineer|journalist|reporter)\b(?!-)|"
    r"^,\s(?:[\w&-]+\s){0,6}(?:professor|lecturer|researcher|analyst|economist|official)\s(?:at|of|with|in|from)\b|"
    r"^\s(?:(?:is|has|will)\s)?(?:step(?:s|ping|ped)? down|resign(?:s|ed|ing)?)\b|"
    r"^\s(?:said|says|told|"
    r"added|explained|noted|commented)\b"
    rf"(?!\s(?:{_IT_WOULD}"
    r"|(?:it|its|the company|in its|in an? (?:press|statement|filing|stock|exchange|annual|quarterly))\b))",
    re.I,
)
_FOUNDERS = regex(r"\b(?:co-?)?founded by\s(?:[A-Z]\w+ [A-Z]\w+(?:, | and ))*$")
_TITLES = frozenset(load_words("titles"))
_PLACE_BEFORE = regex(r"\b(?:in|at|near|outside|around|across|throughout|within|from|to)\s(?:the\s)?$", re.I)
COMMON = frozenset(load_words("no_names"))
_NO_FIRM = frozenset(load_words("no_firms"))
_A_PROGRAMME = regex(
    r"^(?: \([A-Z]{2,6}\))? (?:[a-z]+ ){0,2}(?:programs?|programmes?|scheme|act|law|initiative|bill|standard|"
    r"architecture|platform|"
    r"tariffs?)\b"
)
_GROUNDS = regex(
    r"^Train \d|^(?:Highway|Route|Interstate)\b|^Advanced Chemistry|\bPlatform\b|"
    r"\b(?:Battery|Industrial|Science|Technology|Business|Manufacturing|Innovation|Supplier) (?:Park|Campus|Complex)\b|"
    r"\bMega-?[Ss]ite\b"
)
# "Named |Alder Park Michigan|, the plant", "a plant called |Giga One|": what is built has a name too
BUILT = rf"(?:{PLANT}|complex|campus|park|project)"
_NAMED = gated(
    r"(?:^|\b)(?:[Nn]amed|[Cc]alled|[Dd]ubbed|[Kk]nown as|[Cc]hristened"
    r"|(?:[Aa]nnounced|[Uu]nveiled|[Pp]resented|[Bb]illed)\s(?:in (?:\w+ )?\d{4} )?as)\s(?:the\s)?$"
)
_BUILT_AFTER = regex(rf"^,\s(?:the|this|its)\s(?:[\w-]+\s){{0,3}}?{BUILT}\b")
_BUILT_BEFORE = regex(
    rf"\b{BUILT},?\s(?:(?:to|will|which|that|is|was|be|been|has|have|originally|first)\s){{0,4}}\w+\s"
    r"(?:(?:in|on)\s(?:[A-Z]\w+\s)?(?:\d{1,2},?\s)?(?:\d{4}\s)?)?(?:as\s)?(?:the\s)?$"
)
_QUOTES = frozenset("'\"‘“")
_QUOTED_WORKS = regex(rf"['\"’”]\s(?:[\w-]+\s){{0,2}}?{BUILT}\b")  # "unveiled the 'Alder One' facility"
_SIZED = regex(r"\b\d+[kMGT]Wh?\b")  # "the Alder 10MW Storage Demonstration Project"
_SEVERAL = regex(r"^ \([A-Z]{1,5}s\)")  # "Electric Vehicles (EVs)"
_A_THING = regex(r"\b[Aa]n? $")  # "a Special Purpose Vehicle (SPV)"
_NATION = regex(
    r"[A-Z]\w+-(?:based|headquartered|listed|focused|focussed|born|rival|style|like|backed|led|funded|owned|controlled"
    r"|supported|neighbou?r|linked|affiliated)"
    rf"|(?:South|North)?(?:{'|'.join(load_words('nations'))})"
    rf"|(?:{'|'.join(load_words('nations'))}|Sino|Franco|Anglo|Indo)-(?:{'|'.join(load_words('nations'))})"
)
_BRACKETED = regex(r"(?:,? (?:Ltd|Limited|Inc|Corp|Co|plc)\.?){0,3} \(([A-Z][A-Za-z]{1,6})\)")
_OFFICES = frozenset(load_words("offices"))
_TITLE_WORD = regex(
    r"\s(?:CEO|CFO|CTO|COO|Chief|Chairman|Chairwoman|President|Vice|Director|Executive|Managing|Founder|Senior)\b"
)
_NO_NAME = regex(
    r"(?:Rs|INR|USD|EUR|GBP|RMB|CNY|JPY|KRW|SEK|NOK|DKK|CHF|CAD|AUD|HKD|HUF|PLN|BRL|MXN|IDR|ZAR)\.?(?: \d+)?|"
    r"[A-Z]\.?|[A-Z]{1,2}\d*|[A-Z]{1,2}-\d{2,4}(?: [A-Z]\w+)?|Q\d|H\d|[IVX]+|\d+|[A-Z][a-z]+ly \d+|[A-Z][a-z]+ing|"
    r"Chapter \d+|"
    r"\w+-(?:based|making|makers?|related|only|driven|powered|led|backed|owned|headquartered|listed|"
    r"grade|scale|style|focused|friendly|area|wide|region)(?: EVs?)?|Ltd|Inc|Co|GmbH|LLC|Corp"
)
# Everyday words that begin companies' names too: "General Motors", "First Cobalt", "Our Next Energy"
_FIRST_WORDS = frozenset(load_words("first_words"))
_GIVEN_BEFORE = gated(r"\b(?:with|by|from|to|between|against)\s(?:[A-Z][a-z]+(?:'s)?\s)?$")
_SENTENCE_START = regex(r"(?:^|[.!?:\n]\s*|^\W*)$")
_FINITE_AFTER = regex(
    r"^(?: (?:of|in) [A-Z]\w+)?(?:,\s[^,.;]{1,60},)?\s(?:has|have|had|will|would|is|was|are|were|says|said|also|"
    r"plans|wants|hopes|now"
    r"|can|could|may|took|put|made|went|gave|won|broke|built|began|bought|sold|laid|cut|let|kept|brought|led|"
    r"got|held|hit|lost|met"
    r"|paid|ran|set|shut|stood|takes|puts|goes|gives|keeps|moves|wants|needs|[a-z]{3,}ed)\b"
)


def runs_in(text: str) -> Iterator[tuple[int, int]]:
    """Where the capitalised runs of a text stand."""
    first = RUN.match(text)
    if first:
        yield first.span()
    for match in _BEHIND_A_SIGN.finditer(text, first.end() if first else 0):
        yield match.span("run")


class Around(Struct, frozen=True):
    """A run of capitalised words with what stands before and after it, and what the text knows of persons."""

    name: str
    before: str
    after: str
    often: bool  # the text says it more than once
    inside: bool  # it stands inside a sentence, not only at a beginning
    persons: frozenset[str]


def beside(text: str, start: int, end: int) -> tuple[str, str]:
    """What stands before and after in the same line: a headline's last word says nothing about the text's first."""
    return text[max(0, start - 90) : start].rpartition("\n")[2], text[end : end + 110].partition("\n")[0]


def is_person(name: str, before: str, after: str) -> bool:
    """A title before, an office after, or a first and last name that says something."""
    if _ends_in_field(name) or _LEGAL_AFTER.match(after) or name.partition(" ")[0] in _GOODS:
        return False
    return bool(
        _last_word(before).lower() in _TITLES
        or _PERSON_AFTER.match(after)
        or ("founded by" in before and _FOUNDERS.search(before))
    )


@lru_cache(maxsize=256)
def _ends_in_field(name: str) -> bool:
    """Asked several times of each name."""
    return _ENDS_IN_FIELD.search(name) is not None


def _last_word(before: str) -> str:
    """The word that a text ends with, up to a stop, a comma and one space: what a name's title looks like."""
    word = before[:-1].removesuffix(",").removesuffix(".") if before[-1:].isspace() else ""
    start = len(word)
    while start and (word[start - 1].isalnum() or word[start - 1] == "_"):
        start -= 1
    return word[start:]


_CLASS = regex(r"[A-Z] [A-Z]")
_ONLY_GOODS = regex(
    r"(?:(?:Active|Anode|Cathode|Natural|Synthetic|Spherical|Purified|Coated|Flake|Battery|Grade|Lithium|Nickel|Cobalt"
    r"|Graphite|Manganese|Electrode|Precursor|Advanced|Recycled|Critical|Electric|Vehicle|EV|LFP|(?:Li|Lithium|Sodium)-[Ii]on"
    r"|(?:All-)?Solid-[Ss]tate|Energy|Storage)\s)+"
    r"(?:Storage Systems?|Materials?|Minerals?|Graphite|Hydroxide|Carbonate|Concentrate|Sulphate|Sulfate|Precursors?"
    r"|Cells?|Batter(?:y|ies)|Packs?|Vehicles)"
)


def is_company(run: Around) -> bool:
    """The tests in the order of how much they prove."""
    name, before, after = run.name, run.before, run.after
    opened = openings(before)
    if _is_something_else(run, opened):
        return False
    if _LEGAL_AFTER.match(after) or _HAS_LEGAL.search(name) or _LEGAL_BEFORE.match(name) or _TICKER_AFTER.match(after):
        return True
    if _is_goods_or_person(run):
        return False
    if " " in name and _ends_in_field(name):
        return True
    if " " in name and _PLANT_OF.search(before, opened):
        return True
    if (
        _APPOSITION_BEFORE.search(before, opened)
        or _APPOSITION_AFTER.match(after)
        or _PARTNER_BEFORE.search(before, opened)
        or (_is_paid(run, opened) and is_proper(run))
    ):
        return True
    return is_proper(run) and _acts(run, opened)


def may_be_company(run: Around) -> bool:
    """Whether nothing speaks against it: neither works, a law, goods, a person nor a plain word with a capital."""
    return not _is_something_else(run, openings(run.before)) and not _is_goods_or_person(run) and is_proper(run)


def _is_something_else(run: Around, opened: frozenset[str]) -> bool:
    name, before, after = run.name, run.before, run.after
    return bool(
        name.rpartition(" ")[2] in _NO_FIRM
        or _GROUNDS.search(name)
        or (_NAMED.search(before, opened) and (_BUILT_AFTER.match(after) or _BUILT_BEFORE.search(before)))
        or (before[-1:] in _QUOTES and _QUOTED_WORKS.match(after))
        or _SEVERAL.match(after)
        or _SIZED.search(name)
        or _A_PROGRAMME.match(after)
        or (after.startswith(" (") and _A_THING.search(before))
    )


def _is_goods_or_person(run: Around) -> bool:
    """ "to supply Active Anode Material", "a Class D Metal extinguisher", who has a title or an office."""
    name = run.name
    if _ONLY_GOODS.fullmatch(name) or _CLASS.match(name):
        return True
    return name in run.persons or name.split()[-1] in run.persons or is_person(name, run.before, run.after)


def _is_paid(run: Around, opened: frozenset[str]) -> bool:
    """Whether somebody gives it a sum."""
    given = _GIVEN.search(run.before, opened) and _A_SUM.match(run.after)
    return bool(given or _PAID_BEFORE.search(run.before, opened))


def is_proper(run: Around) -> bool:
    """Whether it is a name at all: no English word with a capital because a sentence begins."""
    words = run.name.split()
    if any(part.lower() not in english_words() for word in words for part in word.split("-")):
        return len(words) > 1 or not _SENTENCE_START.search(run.before) or run.inside or run.often or run.name.isascii()
    return run.inside and len(words) > 1


def _acts(run: Around, opened: frozenset[str]) -> bool:
    """Whether it does what companies do, owns what they own, or is dealt with."""
    if _OWNS.match(run.after):
        return True
    if _GIVEN_BEFORE.search(run.before, opened):
        return run.often and not run.name.isupper()
    if _PLACE_BEFORE.search(run.before[-20:]):
        return False
    if not run.before.strip() and _TO_DO.match(run.after):
        return True
    if _MADE_TO.search(run.before, opened) and _TO_HALT.match(run.after):
        return True
    foreign = all(word.lower() not in english_words() for word in run.name.split())
    return bool(_BUSINESS_AFTER.match(run.after)) or ((run.often or foreign) and bool(_FINITE_AFTER.match(run.after)))


def subject_of(headline: str) -> str | None:
    """The firm that a headline of capitals begins with, by its form and what it does: "Jae Se Energy Opens a Plant"."""
    match = _HEADLINE.match(headline)
    if match is None:
        return None
    name = match["name"]
    if " " in name and _ends_in_field(name):
        return name
    last = name.split()[-1]
    return last if match["trades"] and last.lower() not in english_words() and len(last) > 3 else None


def looks_like_company(text: str, start: int, end: int) -> bool:
    whole = text[start:end].rstrip()
    return (" " in whole and _ends_in_field(whole)) or bool(_LEGAL_AFTER.match(text[end : end + 30]))


_GOODS = frozenset({"Cobalt", "Graphite", "Lithium", "Nickel"})


def _is_called_after_goods(text: str, start: int, end: int, words: list[str]) -> bool:
    """Whether a name of two words or more begins with what the company trades in: "a |Lithium Plus| official"."""
    if words[0] not in _GOODS or len(words) < 2 or _ONLY_GOODS.fullmatch(" ".join(words)):
        return False
    inside = text[max(0, start - 2) : start].strip(" ").islower() or text[max(0, start - 3) : start] in {" A ", "\nA "}
    return inside or bool(_BUSINESS_AFTER.match(text[end : end + 110]) or _FINITE_AFTER.match(text[end : end + 110]))


def cut_run(text: str, start: int, end: int) -> tuple[int, int] | None:
    """The part of a capitalised run that can be a name: no title ("CEO"), no nation, no first word of a sentence."""
    run = text[start:end]
    if run in COMMON:
        return None
    words = run.split(" ")
    if len(words) > 1 and (title := _TITLE_WORD.search(text, start, end)):
        end = title.start()
        words = text[start:end].split(" ")
    begin = start
    if words[0] in _OFFICES:
        return None
    if len(words) > 1 and _NATION.fullmatch(words[0]):
        bracketed = _BRACKETED.match(text, end)
        if bracketed is None or bracketed[1][0] != words[0][0]:  # "Indian Oil Corporation (IOCL)" has it in its name
            begin += len(words.pop(0)) + 1
    while words[0].rstrip(".,") in COMMON:
        first = len(words) > 1 and words[-1] != "EV" and looks_like_company(text, start, end)
        if _is_called_after_goods(text, begin, end, words) or (first and _is_first_word(text, begin, words[0])):
            break
        begin += len(words.pop(0)) + 1
        if not words:
            return None
    name = text[begin:end].rstrip(" .").removesuffix("'s").removesuffix("'")
    quoted = text[max(0, begin - 1) : begin] == '"' and text[begin + len(name) : begin + len(name) + 1] == '"'
    opens = not text[max(0, begin - 2) : begin].strip(" ").islower()
    nations = "-" in name and _NATION.fullmatch(name)  # "the |Polish-Swedish| venture"
    short = len(name) < 2 or name in COMMON or _NO_NAME.fullmatch(name) or _is_adverb(name, opens=opens) or nations
    return None if short or quoted else (begin, begin + len(name))


def _is_adverb(name: str, *, opens: bool) -> bool:
    """Whether a word is one like "Thermally", which a list of words need not have where it opens a sentence."""
    if not name.endswith("ly") or " " in name:
        return False
    return name.lower() in english_words() or (opens and name[:-2].lower() in english_words())


def _is_first_word(text: str, start: int, word: str) -> bool:
    """Whether an everyday word begins a company's name: a known one, or one with a capital inside a sentence."""
    return word in _FIRST_WORDS or (word in _SMALL_WORDS and text[max(0, start - 2) : start].strip(" ").islower())


_SMALL_WORDS = frozenset({"All", "At", "By", "For", "In", "On", "Over", "Under", "Up"})


def full_name(name: str) -> str:
    """Without the legal form."""
    return _HAS_LEGAL.sub("", name).rstrip(" ,.&")
