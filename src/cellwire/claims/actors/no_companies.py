"""What has a name and is no company: persons, mines, works, car models, parts of lands, abbreviations."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ahocorasick_rs import AhoCorasick

from cellwire.claims.actors.mentions import lines_with
from cellwire.claims.actors.naming import BUILT, RUN, beside, is_person, looks_like_company
from cellwire.lexicon import Lexicon, english_words, load_words, regex
from cellwire.model import Hit, HitKind, Span

_BRACKETED = regex(r"\((?<=[a-z]\s\()([^()\na-z]{1,80})\)")
_OR_SHORT = regex(r"or (?<=[a-z], or )([A-Z]{2,6})(?=,)")  # "active anode material, or |AAM|, is"


def abbreviations(text: str) -> Iterator[str]:
    """Capitals in brackets behind plain words: "a letter of intent (LOI)" is no company."""
    for match in _BRACKETED.finditer(text):
        yield from (match[1], match[1][1:], match[1][:-1], match[1][1:-1])  # quoted or not
    for match in _OR_SHORT.finditer(text):
        yield match[1]


_A_PROJECT = regex(
    r"\b(?P<name>[A-Z][\w-]+(?: [A-Z][\w-]+)?)"
    r"(?: (?:[Gg]raphite|[Ll]ithium|[Nn]ickel|[Cc]obalt|[Mm]anganese|[Vv]anadium))?"
    r" (?:[Pp]roject|[Mm]ine|[Dd]eposit|[Tt]enements?)\b"
)
# "the 100 MW |Harlow Grid| battery energy storage system"
_A_STORE = regex(
    r"\b[Tt]he (?:[\d.,]+[ -]?(?:MWh?|GWh?|megawatt|gigawatt)[\w/.-]* (?:/ )?){0,2}"
    r"(?P<name>[A-Z][\w-]+(?: [A-Z][\w-]+)?) (?:(?:[Bb]attery|[Ee]nergy) ){1,2}[Ss]torage"
    r" (?:[Ss]ystem|[Pp]roject|[Ff]acility|[Pp]lant|[Ss]ite)\b"
)
# "the land's largest battery storage project, |Alder Power|,"
_A_RECORD = regex(
    r"\b(?:[Ll]argest|[Bb]iggest|[Ff]irst) (?:[\w-]+ ){0,5}?[Ss]torage"
    r" (?:[Ss]ystem|[Pp]roject|[Ff]acility|[Pp]lant|[Ss]ite),?"
    r" (?P<name>[A-Z][\w-]+(?: [A-Z][\w-]+)?)(?=,| (?:is|has|will|[a-z]+s)\b| [A-Z][a-z]+s\b)"
)


_PROJECT_WORDS = AhoCorasick(
    ["roject", "mine", "Mine", "eposit", "enement", " storage ", " Storage "]
)  # matches have one
_METALS = (" Nickel", " Lithium", " Cobalt", " Graphite", " Manganese")  # "the Oracle Nickel project"


def projects(text: str) -> Iterator[str]:
    """What a text calls a mine, a deposit or a store of power: "flake from |Chilalo|" of the Chilalo project."""
    for start, end in lines_with(text, _PROJECT_WORDS):
        for match in (*_A_PROJECT.finditer(text, start, end), *_A_STORE.finditer(text, start, end)):
            if match["name"].endswith(_METALS) or not looks_like_company(text, *match.span("name")):
                yield match["name"]
        yield from (match["name"] for match in _A_RECORD.finditer(text, start, end))


def leaders(text: str, hits: Sequence[Hit], lexicon: Lexicon) -> Iterator[str]:
    """The first words of governments: of the Biden administration "Biden" is a person."""
    for hit in hits:
        if hit.kind is HitKind.ORGANISATION and lexicon.kind_of(hit.ids[0]) == "government":
            yield hit.span.cut(text).partition(" ")[0]


def models(text: str, taken: Sequence[tuple[int, int]]) -> frozenset[str]:
    """What follows a company's name as one with it: of "the Nissan Sylphy" Sylphy is a car."""
    tails = (RUN.match(text, end + 1) for _, end in taken if text[end : end + 1] == " ")
    found = (tail.group() for tail in tails if tail)
    return frozenset(name for name in found if not looks_like_company(f"x {name}", 0, len(name) + 2))


_WORKS_QUOTED = regex(rf"['\"](?P<works>[A-Z][^'\"\n]{{2,40}})(?=['\"] (?:[\w-]+ ){{0,2}}?{BUILT}\b)")


def quoted_works(text: str) -> Iterator[Span]:
    """What plants are called, in quotes: of the "'Riverside Two' facility" Riverside is no place."""
    for match in _WORKS_QUOTED.finditer(text):
        yield Span(*match.span("works"))


_CREDIT = regex(
    r"[(\[](?:(?:Image|Photo|Picture|Photograph|Graphic|Illustration|Rendering|File photo|Credit|Courtesy)s?\b)"
    r"[^()\[\]\n]{1,80}[)\]]",
    re.I,
)


# "the business daily |Corriere del Po| reported"
_PRESS = regex(
    r"\b(?:newspaper|daily|weekly|magazine|news (?:agency|portal|site|website|service|outlet)|broadcaster|tabloid"
    r"|wire service)"
    r"\s(?P<paper>(?:The\s)?[A-Z][\w.&'’-]*(?:\s(?:(?:del|de|di|der|of|the)\s)?[A-Z][\w.&'’-]*){0,3})"
    r"(?=,?\s(?:reported|reports?|said|says|wrote|writes|on\s\w+day)\b|[.,]|$)"
)


# "Alder opens a cell plant - |Cell & Pack Technology International|", "|[Clean Power Letter]| Alder opens a plant"
_WORD = r"(?:[A-Z][\w.&'’-]*|&|of|and|the|for)"
_TITLES_TAIL = regex(rf"[^\n]{{20,250}}? [-–—|] (?P<outlet>{_WORD}(?: {_WORD}){{0,7}})(?=\n|$)")
_TITLES_TAG = regex(r"(?:\[[^\[\]\n]{2,40}\] ?)+")


def _titles_outlet(text: str) -> Iterator[Span]:
    """Who publishes a text, before or behind its title and nowhere else."""
    if tag := _TITLES_TAG.match(text):
        yield Span(*tag.span())
    tail = _TITLES_TAIL.match(text)
    if tail and text.count(tail["outlet"]) == 1:
        yield Span(*tail.span("outlet"))


def credits(text: str) -> Iterator[Span]:
    """Whose a picture is, in brackets, or who only reports: of "(Image: Alder)" Alder does nothing."""
    yield from _titles_outlet(text)
    for match in _CREDIT.finditer(text):
        yield Span(*match.span())
    for match in _PRESS.finditer(text):
        yield Span(*match.span("paper"))


_DIRECTION = regex(
    r"(?:North|South|East|West|Northeast|Northwest|Southeast|Southwest|Central|Upper|Lower|Greater|Mid) "
)


def is_area(text: str, run: tuple[int, int], hits: Sequence[Hit]) -> bool:
    """Whether a run is a part of a place, or two places: "Northeast Ohio"."""
    if part := _DIRECTION.match(text, *run):
        rest = Span(part.end(), run[1])
        return any(hit.span == rest and hit.kind is HitKind.PLACE for hit in hits)
    return _two_places(text, run, hits)


def _two_places(text: str, run: tuple[int, int], hits: Sequence[Hit]) -> bool:
    """Whether a run is two places with a hyphen: "Berlin-Brandenburg"."""
    parts = text[run[0] : run[1]].split("-")
    if len(parts) != 2 or " " in text[run[0] : run[1]]:
        return False
    known = {hit.span.cut(text) for hit in hits if hit.kind is HitKind.PLACE}
    return any(part in known for part in parts) and all(part[:1].isupper() for part in parts)


_TITLED = regex(
    r"\b(?:CEO|CFO|CTO|COO|Chief [A-Z]\w+ Officer|[Cc]hairman|[Cc]hairwoman|[Pp]resident|[Dd]irector|[Ff]ounder|"
    r"[Mm]inister|[Gg]overnor"
    r"|Mr|Ms|Mrs|Dr|[Ss]pokes\w+|[Aa]nalyst|"
    r"(?<!asset )(?<!fund )(?<!pension )(?<!wealth )(?<!money )[Mm]anager|[Oo]fficer|[Ss]enator|"
    r"[Ss]ecretary)\.?,? (?:Dr )?([A-Z][\w'-]+(?: [A-Z][\w.'-]+){1,2})"
    r"|\b(?:Mr|Ms|Mrs|Dr|[Cc]hairman|[Cc]hairwoman|[Ss]enator|[Gg]overnor)\.? ([A-Z][\w'-]+)\b(?! [A-Z])"
    r"|(?:[Mm]inister|[Ss]ecretary)(?: of [Ss]tate)? (?:of|for) (?:[A-Z]\w+(?:,? and |, | )){1,5}?"
    r"([A-Z][\w'-]+ [A-Z][\w'-]+)\b(?! [A-Z])"
    r"|\b([A-Z][a-z]+ [A-Z][\w'-]+)(?: joined| tells| told| sits| explained| added|, (?:an? )?analyst)"
)
_JUDGES = regex(
    r"\b(?P<name>[A-Z][^\W\d_]+(?: [A-Z][^\W\d_]+){0,2}),? (?:has |have |had |also )?"
    r"(?:annulled|upheld|overturned|overruled|quashed|struck down|ruled(?! out)"
    r"|acquitted|convicted|sentenced|remanded)\b"
)
_JUDGING = AhoCorasick(  # each match of the pattern has one of them
    [
        *("annulled", "upheld", "overturned", "overruled", "quashed", "struck down", "ruled"),
        *("acquitted", "convicted", "sentenced", "remanded"),
    ]
)


def judges(text: str) -> Iterator[str]:
    """Who does what only courts do: "the Curia |annulled| one of the permits"."""
    for start, end in lines_with(text, _JUDGING):
        yield from (match["name"] for match in _JUDGES.finditer(text, start, end))


_OFFICES = AhoCorasick(  # each match of the pattern has one of them
    [
        "CEO",
        "CFO",
        "CTO",
        "COO",
        "Chief",
        "hairman",
        "hairwoman",
        "resident",
        "irector",
        "ounder",
        "inister",
        "overnor",
        "Mr",
        "Ms",
        "Dr",
        "pokes",
        "nalyst",
        "anager",
        "fficer",
        "enator",
        "ecretary",
        "joined",
        "tells",
        "told",
        "sits",
        "explained",
        "added",
    ]
)


def titled(text: str) -> Iterator[str]:
    """Persons by the office before their name."""
    for start, end in lines_with(text, _OFFICES):
        for match in _TITLED.finditer(text, start, end):
            name = next(filter(None, match.groups()))
            yield name
            yield name.split()[-1]


def persons(text: str, runs: Sequence[tuple[int, int]]) -> Iterator[str]:
    """Full names of persons, and their last names, by which a text goes on to call them."""
    for start, end in runs:
        name = text[start:end]
        before, after = beside(text, start, end)
        if name.rpartition(" ")[2] in _KNOWN_PERSONS:
            yield name
        elif " " not in name:
            if _NICKNAMED.search(before):
                yield name
        elif is_person(name, before, after) or _is_of_a_body(name, after):
            yield name
            yield name.split()[-1]


_KNOWN_PERSONS = frozenset(load_words("known_persons"))
# James “Lucky” |Dugan|
_NICKNAMED = regex(r"\b[A-Z][a-z]+ [“\"‘'][A-Z][\w. -]{1,20}[”\"’'] $")
_BODY = r"(?:University|Laborator(?:y|ies)|Institute|College|School|Academy|Lab)"
_OF_A_BODY = regex(
    rf"\s(?:at|of|from)\s(?:the\s)?(?:[A-Z][\w.-]*\s){{0,4}}{_BODY}\b|\s(?:at|from)\s(?:the\s)?{_BODY}\sof\s[A-Z]"
)
_HIS = regex(r"[^.;:!?]*?\b(?P<whose>his|her|he|she|its|their|it|they)\b")


def _is_of_a_body(name: str, after: str) -> bool:
    """Whether a full name is of who is at a university, or does something of "his" or "her" own."""
    if not _FULL_NAME.fullmatch(name) or all(word.lower() in english_words() for word in name.split()):
        return False
    whose = _HIS.match(after)
    return _OF_A_BODY.match(after) is not None or (whose is not None and whose["whose"] in _PERSONAL)


_PERSONAL = frozenset({"his", "her", "he", "she"})


def owners(text: str, runs: Sequence[tuple[int, int]], taken: Sequence[tuple[int, int]]) -> Iterator[str]:
    """Persons by the company that is called theirs: "Elon Musk's |Tesla|"."""
    known = {start for start, _ in taken}
    for start, end in runs:
        if text[end : end + 3] in _POSSESSIVES and end + 3 in known and _FULL_NAME.fullmatch(text, start, end):
            name = text[start:end]
            if not looks_like_company(text, start, end) and any(w.lower() not in english_words() for w in name.split()):
                yield name


_POSSESSIVES = frozenset({"'s ", "’s "})
_FULL_NAME = regex(r"[A-Z][a-z]+ (?:[A-Z]\. )?[A-Z][a-z]+")
