"""Towns and counties that no gazetteer lists, known by the region behind them: "in Moses Lake, Washington"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from unicodedata import combining

from msgspec.structs import replace

from cellwire.claims.figures import MONTHS, WEEKDAYS
from cellwire.claims.gates import begun
from cellwire.claims.scene import Spot
from cellwire.lexicon import PLANT, english_words, fold_name, load_lexicon, load_words, regex
from cellwire.model import Span

COUNTY = (
    r"County\b(?! (?:Administ|Assess|Attorney|Board|Chamber|Clerk|Commission|Council|Court|Development|Econom"
    r"|Executive|Fire"
    r"|Health|Judge|Legislat|Manager|Mayor|Planning|Police|School|Sheriff|Superv|Zoning|commission|council"
    r"|leaders|officials"
    r"|supervisors)|['’]s )"
)
_KIND = r"(?:city|town|village|county|port|municipality|commune|community|township|district|borough|suburb|hamlet)"
_A_TOWN = rf"(?:(?:the|an?)\s(?:[\w-]+\s){{0,2}}?{_KIND}\sof\s)?"
_LEADS = rf"\b(?:in|at|near|of|for|from|outside|around|to|its|the|their)\s{_A_TOWN}"
_LETTER = "[A-ZÀ-ÖØ-ÞĆČĎĐĘĚĞİŁŃŇŐŘŚŞŠŤŮŰŹŻŽ]"  # a capital one
_OF = r"(?:(?:of|de|del|la|le|da|do|di|am|im|i|sur|upon|an\sder)\s)?"
_NAME = rf"(?:St\. )?{_LETTER}[\w'’-]+(?: {_OF}{_LETTER}[\w'’-]+){{0,2}}"
_BEFORE_REGION = regex(rf"{_LEADS}(?P<town>{_NAME}),\s(?:(?:in\s)?[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+)?\sCounty,\s)?$")
# "at Lindi in |Tanzania|", "in Mo i Rana, northern |Norway|", "in Gravelines, near |Dunkirk|"
_PARTS = r"(?:north|south|east|west|central|mid)[\w-]*"
_LAND_BEHIND = regex(
    rf"\b(?:in|at|near|outside)\s{_A_TOWN}(?P<town>{_NAME})(?:,\s(?:in\s|on\s)?|\sin\s)(?:the\s)?"
    rf"(?:{_PARTS}\s(?:part\sof\s)?)?"
    r"(?:(?:[\w-]+\s){0,2}?(?:state|province|region|county|district|valley|Valley|basin|Basin|peninsula|island"
    r"|area)\sof\s)?$"
)
_PLACE_BEHIND = regex(
    rf"\b(?:in|at)\s{_A_TOWN}(?P<town>{_NAME}),?\s(?:near|outside|close\sto|not\sfar\sfrom|(?:just\s)?{_PARTS}\sof"
    rf"|(?:(?:about|some|around)\s)?[\w.-]+\s(?:kilomet(?:er|re)s|km|miles)\s(?:{_PARTS}\s)?(?:of|from|outside))\s$"
)
_NEARNESS = tuple(f"{word}{space}" for word in ("near", "outside", "to", "from", "of") for space in " \n")
_OF_A_SITE = regex(
    rf"\b(?:{PLANT}|project|works|line|site|home|house|flat|apartment|property|shop|warehouse|garage|fire|blaze)(?:\s[\w-]+){{0,7}}?\s(?:in|at)\s$"
)
_IN_A_NAME = regex(rf" (?<=[\w,)] )(?:in|at) (?P<town>{_NAME})(?!['’\w])")
_BY_A_WORD = regex(
    rf"(?:\b(?P<nation>[A-Z][a-z]+)\s)?(?:[a-z]+\s)?\b(?:town|city|village|municipality)\sof\s(?P<town>{_NAME})"
)
_REACH = 60
_TOWN_OF = ("town of ", "city of ", "village of ", "municipality of ")
_COMMON = frozenset((*(word.title() for word in (*MONTHS, *WEEKDAYS)), *load_words("no_names")))


# "in Mont-roig del Camp, a town in Catalonia", "at Teesport, a major port on Teesside"
_TOLD_AS_ONE = regex(
    r",\s(?:an?|the)\s(?:[\w-]+\s){0,3}?(?:town|city|village|port|suburb|municipality|community|hamlet|district"
    r"|island)\b"
)
# "|Pikeville|, a town of 7,000 near Kentucky's eastern tip, will get"
_OPENS_WITH = regex(rf"(?:^|[.!?”\"] |\n)(?P<town>{_NAME})\Z")
_IN_A_NATIONS = regex(r"\sin\s(?:the\s)?(?P<nation>[A-Z][a-z]+)\s")  # "a village |in the Swedish| county of Oster"
_NAMED_BEFORE = regex(rf"{_LEADS}(?P<town>{_NAME})\Z")
# "its Cambois site", "the Nipepe mine"
_NAMED_SITE = regex(
    r"\s(?=[A-Z])(?:(?<=\b[Ii]ts\s)|(?<=\b[Tt]heir\s)|(?<=\b[Tt]he\s)|(?<=\bat\s)|(?<=\bnew\s))"
    r"(?P<town>[A-Z][a-z’'-]{3,}(?:\s[A-Z][a-z]{3,})?)\s(?:[a-z-]+\s){0,2}?"
    rf"(?:{PLANT}|project)\b"
)
_IN_BEHIND = regex(r",?\s(?:in|at|near|outside)\s(?:the\s)?(?=[A-Z])")


# "the board of |Greenfield Township|", "a plant in |Barrow County|"; not "the Barrow County Board"
_TOWNSHIP = regex(
    rf"\b(?!(?:The|In|At|Where)\b)(?P<town>{_LETTER}[\w’'-]+(?: {_LETTER}[\w’'-]+)? (?:Township\b|{COUNTY}))"
)


# "on land at Pashler Farm in Ninfold Road, |Ninfold|", "a house on Pashler Court in |Ninfold|"
_STREETS = (
    *("Street", "Road", "Avenue", "Boulevard", "Lane", "Highway", "Parkway", "Drive", "Square"),
    *("Court", "Close", "Crescent", "Terrace", "Way"),
)
_ROADS = tuple(
    f"{road}{led}"
    for road in (*_STREETS, "Farm", "Industrial Estate", "Business Park", "Industrial Park")
    for led in (", ", " in ")
)
_BEHIND_ITS_ROAD = regex(
    rf"(?:{'|'.join(_ROADS)})(?:(?:in|near|at|outside)\s)?(?P<town>(?!(?:Mr|Ms|Mrs|Dr|The|It|He|She|But|And|A|An)\b){_LETTER}[a-z]{{3,}}"
    rf"(?:-[\w-]+|\s(?!(?:{'|'.join(_STREETS)})\b){_LETTER}[a-z]{{3,}})?)(?=[,.;]|\s(?:in|on|at|was|is|has|which|and|could|will|would|just|shortly|after|when)\b|$)"
)


def unlisted_towns(text: str, spots: Sequence[Spot], taken: Sequence[Span]) -> list[Spot]:
    """Towns in front of a known region or country or behind "the town of"; nothing `taken` already.

    One name is one town, and lies where the text says so in one place.
    """
    found = list(_towns(text, spots, taken))
    placed: dict[str, Spot] = {}
    for town in sorted(found, key=lambda each: each.country is None):
        placed.setdefault(town.name, town)
    return [replace(town, id=placed[town.name].id, country=placed[town.name].country) for town in found]


def _towns(text: str, spots: Sequence[Spot], taken: Sequence[Span]) -> Iterator[Spot]:
    held = {at for span in taken for at in range(span.start, span.end)}
    for spot in spots:
        if spot.level in {"region", "country"} or spot.name == "Washington":
            start = max(0, spot.span.start - _REACH)
            before = text[start : spot.span.start]
            if before[-2:-1] == "," and (match := _BEFORE_REGION.search(before)):
                yield from _town(text, Span(start + match.start("town"), start + match.end("town")), spot, held)
        yield from _towns_before(text, spot, held)
    lands = {spot.country for spot in spots if spot.country and not text.startswith(_SEATED, spot.span.end)}
    land = next(iter(lands)) if len(lands) == 1 else None
    for told in _TOLD_AS_ONE.finditer(text):
        start = max(0, told.start() - _REACH)
        if match := _NAMED_BEFORE.search(text, start, told.start()) or _OPENS_WITH.search(text, start, told.start()):
            nation = _IN_A_NATIONS.match(text, told.end())
            its = load_lexicon().demonym(nation["nation"]) if nation else None
            span = Span(match.start("town"), match.end("town"))
            yield from _town(text, span, Spot("", "", _NOWHERE, its or land), held)
    begin = {spot.span.start: spot for spot in spots}
    for match in _NAMED_SITE.finditer(text):
        behind = _IN_BEHIND.match(text, match.end())
        around = begin.get(behind.end()) if behind else Spot("", "", _NOWHERE, land, level="country")
        if around and around.level == "country" and _is_no_word(match["town"]):
            yield from _town(text, Span(*match.span("town")), replace(around, id=""), held, level="site")
    for match in begun(_IN_A_NAME, text, " in ", " at "):
        if _is_unheard(match["town"]) and _OF_A_SITE.search(text, max(0, match.start() - _REACH), match.start("town")):
            yield from _town(text, Span(*match.span("town")), Spot("", "", _NOWHERE, land), held)
    for match in begun(_BEHIND_ITS_ROAD, text, *_ROADS):
        yield from _town(text, Span(*match.span("town")), Spot("", "", _NOWHERE, land), held)
    for match in _TOWNSHIP.finditer(text) if " Township" in text or " County" in text else ():
        yield from _town(text, Span(*match.span("town")), Spot("", "", _NOWHERE, land), held)
    named = {spot.name: spot for spot in reversed(spots)}
    for match in _BY_A_WORD.finditer(text) if any(word in text for word in _TOWN_OF) else ():
        span = Span(match.start("town"), match.end("town"))
        if begin.keys().isdisjoint(range(span.end, span.end + 4)):  # else it was found in front of its region
            if known := named.get(match["town"]):
                yield replace(known, span=span)
                continue
            its = load_lexicon().demonym(match["nation"]) if match["nation"] else None
            yield from _town(text, span, Spot("", "", span, its or land), held)


def _towns_before(text: str, spot: Spot, held: set[int]) -> Iterator[Spot]:
    """A town told by what it lies in or near: "in Pori, on |Finland|'s west coast", "at Oudezand, near |Ghent|"."""
    start = max(0, spot.span.start - _REACH)
    before = text[start : spot.span.start]
    within = spot.level in {"region", "country"} and _LAND_BEHIND.search(before)
    near = before.endswith(_NEARNESS) and _PLACE_BEHIND.search(before)
    if (match := within or near) and _is_unheard(match["town"]):
        yield from _town(text, Span(start + match.start("town"), start + match.end("town")), spot, held)


_NOWHERE = Span(0, 0)
_SEATED = ("-based", "-headquartered", "-listed")  # where a firm is from says nothing of where its plant stands
_NATIONS = frozenset(load_words("nations"))


def _is_no_word(name: str) -> bool:
    """Whether no English word is in a name, which as a site's own can be a brand's or a number's: "the Phase plant"."""
    words = name.split()
    return not any(_is_heard(word) for word in words)


def _is_unheard(name: str) -> bool:
    """Whether a name has a word that no dictionary knows: "Port Talbot", not "Phase Two" nor "Mich"."""
    heard = all(_is_heard(word) for word in name.split())
    return not heard and not load_lexicon().shortens_a_region(name)


def _is_heard(word: str) -> bool:
    """Whether it is no name: an English word, two of them, or letters that stand for some."""
    if len(word) <= _INITIALS and word.isupper():
        return True
    parts = word.split("-")
    people = parts[0] in _NATIONS or load_lexicon().demonym(parts[0]) is not None
    return people or all(part.lower() in english_words() for part in parts)


_INITIALS = 3  # letters: "EV"


_ENDS_A_STREET = tuple(f" {road}" for road in (*_STREETS, "House"))
_HALF = frozenset({"St", "Ste", "Mt", "Ft"})  # before a stop


def _town(text: str, span: Span, around: Spot, held: set[int], level: str = "town") -> Iterator[Spot]:
    name = text[span.start : span.end]
    if name.removesuffix("'s").removesuffix("’s") in _COMMON or name.endswith(_ENDS_A_STREET):
        return
    if name in _HALF or combining(text[span.end : span.end + 1] or " "):
        return
    if not held.isdisjoint(range(span.start, span.end)):
        return
    held.update(range(span.start, span.end))
    yield Spot(f"{around.id}-{fold_name(name)}", name, span, around.country, None, None, level)
