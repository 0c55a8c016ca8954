"""Governments that no list names: "the Portuguese government", "the Biden administration", "India's government"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache

from ahocorasick_rs import AhoCorasick

from cellwire.claims.actors.mentions import Cover, lines_with
from cellwire.claims.scene import Name
from cellwire.lexicon import UNION, Lexicon, fold_name, read_toml, regex
from cellwire.model import Hit, HitKind, Span

# which land's it is, only the rest of a text says
A_GOVERNMENT = frozenset({"government", *(f"{whose} government" for whose in ("federal", "national", "central"))})
_CAPITALS: Mapping[str, str] = read_toml("rulers.toml")["capitals"]
_LEADERS: Mapping[str, str] = read_toml("rulers.toml")["leaders"]
_RULED_BY = {**_CAPITALS, **_LEADERS}  # a land by its capital or its leader
_WORDS = r"[A-Z][a-z]+(?:\s[A-Z][a-z]+)?"  # of a land's name or its adjective
# "the |Portuguese government|", "|US lawmakers|", "|Chile's state| has"
_OF_A_NATION = (
    rf"(?P<nation>(?!The\s){_WORDS}|U\.S\.|US|UK)(?:['’]s)?\s(?:federal |central |"
    r"national )?(?:[Gg]overnments?|[Gg]ov['’]?t|authorities|administration|lawmakers|legislators"
    r"|[Pp]arliament|[Cc]abinet|[Cc]ongress|Senate|(?:[a-z]+\s){1,2}(?:ministry|minister)"
    r"|state(?=\s(?:has|will|is|for|budget)\b))"
)
# "|Serbian President| Aleksandar Vučić"
_HEADED = (
    rf"(?P<head>{_WORDS})\s(?:[Pp]resident|[Pp]rime [Mm]inister|[Cc]hancellor|[Gg]overnor|Gov)"
    r"(?=\.?\s[A-Z])"
)
# "|Brussels| clears Polish aid"
_CLEARING_AID = (
    r"(?P<union>EU|Commission|Brussels)(?=\s(?i:approves|clears|authori[sz]es|okays|backs)\s[^.;]{0,60}?\b(?i:aid|subsid\w+"
    r"|grants?|loans?)\b)"
)
_LED_BY = (
    rf"(?P<leader>{'|'.join(_LEADERS)})(?: [Aa]dministration"
    r"|(?=\s(?i:announces|pledges|unveils|commits|promises|awards)\b))"
)
# "|India's finance minister|", "|Peru's Congress|"
_BODY = (
    rf"(?P<body>{_WORDS})['’]s\s(?:[a-z]+\s){{0,3}}(?:ministry|[Pp]arliament|[Cc]abinet"
    r"|lower house|upper house|[Ss]enate|[Cc]ongress|Chamber of Deputies|National Assembly"
    r"|finance minister|economy minister|industry minister|energy minister|trade minister|lawmakers|regulator|"
    r"president|prime minister)"
)
# "a pact with |Ottawa|"
_DEALT_WITH = (
    r"(?:MOU|MoU|memorandum|agreement|deal|pact|talks) with (?P<dealt>Ottawa|Beijing|Brussels|Washington"
    r"|New Delhi|Canberra|Jakarta)(?=[\s,.](?!,? [A-Z]))"
)
_MAY_RULE = r"has|will|may|could|hiking|calls? for|is|to(?=\s[a-z])|plans?"
_RULES = (
    r"propos\w+|repeal\w*|gives?|gave|ax\w+|freez\w+|froze|sets?|delay\w*|postpon\w+|mulls?|weighs?|eyes|consult\w*"
    r"|sends?|sent|loosen\w*|relax\w*|eas(?:es|ed)|doubl\w+|halv\w+|waiv\w+|offer\w*|pledg\w+|earmark\w*|launch\w*"
    r"|unveil\w*|agree\w*|reject\w*|reinstat\w+|block\w*|curb\w*|limit\w*|requir\w+|pays?|seeks?|consider\w*|draft\w*"
    r"|prepar\w+|hikes?|halts?|suspend\w*|impos\w+|rais\w+|lift\w*|scrap\w*|adopt\w*|approv\w+|ban\w*|order\w*"
    r"|announc\w+|extend\w*|tighten\w*|grant\w*|award\w*|pass\w*|want\w*|end\w*|cut\w*|slap\w*|threaten\w*|back\w*"
    r"|introduc\w+"
)
# written small or large
_PAYS = r"(?i:pledges?|commits?|invests?|spends?|earmarks?|awards?|grants?|offers?|pays?|gives?|puts?)"
# "|Beijing| weighs a ban"
_BY_CAPITAL = (
    rf"(?P<capital>{'|'.join(_CAPITALS)}|(?:Trump|Biden)(?!\sordered\sto))(?=\s(?:{_MAY_RULE}|{_RULES}|{_PAYS})\b)"
)
_PATTERN = regex(
    rf"\b(?:{_OF_A_NATION}|{_HEADED}|[Gg]overnments? of (?:the )?(?P<land>{_WORDS})|{_CLEARING_AID}|{_LED_BY}"
    r"|(?:President )(?:Joe |Donald |Barack )?(?P<president>Biden|Trump|Obama)|(?P<house>White House)"
    rf"|{_BODY}|(?P<ours>(?<=[Tt]he )(?:(?:federal|national|central) )?(?:government|govt))"
    rf"|{_DEALT_WITH}|{_BY_CAPITAL})\b"
)
# Each match of the patterns has one of these.
_OFFICE_WORDS = AhoCorasick(
    [
        "Ministry",
        "ministry",
        "Commission",
        "Authority",
        "Agency",
        "Inspectorate",
        "Council",
        "Department",
        "Treasury",
        "Bureau",
        "State Division",
        "State Office",
        "Brigade",
        "Service",
        "Rescue",
        "council",
        "ommissioners",
        "selectmen",
        "leaders",
        "Board",
        "Development",
        "cabinet",
        "parliament",
        "senate",
        "house",
        "House of",
        "Legislature",
        "General Assembly",
        "Supervisors",
    ]
)
_STATE_WORDS = AhoCorasick(
    [
        *(
            "overnment",
            "ovt",
            "ov't",
            "ov’t",
            "authorities",
            "dministration",
            "resident",
            "House",
            "inist",
            "arliament",
            "abinet",
            "house",
            "rime",
            "hancellor",
            "overnor",
            "Gov",
            "legislators",
            " state",
            "EU ",
            "ommission",
            "ongress",
            "enate",
            "Chamber",
            "National Assembly",
        ),
        *("lawmakers", "regulator"),
        *_RULED_BY,
    ]
)


# A ministry, commission or house by its own name: "China's Ministry of Natural Resources", "the Finance Ministry".
_FIELDS = "Finance|Economy|Trade|Industry|Energy|Mining|Mines|Commerce|Environment"
_OFFICE = regex(
    r"\b(?:(?P<land>[A-Z][a-z]+(?:\s[A-Z][a-z]+)?)'s\s)?"
    r"(?P<office>Ministry\s(?:of|for)\s[A-Z]\w+(?:(?:,\s|,?\sand\s|\s)[A-Z]\w+){0,3}"
    rf"|(?:{_FIELDS}) Ministry"
    rf"|(?<=[Tt]he )(?:cabinet|parliament|senate|Treasury|lower house|upper house|(?:{_FIELDS.lower()}) ministry)"
    r"|[A-Z][a-z]+(?:\s(?:and\s|of\s)?[A-Z][a-z]+){0,4}\s(?:Commission|Authority|Agency|Inspectorate)"
    r"|(?:[A-Z][a-z]+\s)?(?:Department|Bureau)\sof\s(?:the\s)?[A-Z][a-z]+(?:(?:,\s|,?\sand\s|\s)[A-Z][a-z]+){0,3}"
    r"|(?:[A-Z][a-z]+\s){1,2}State\s(?:Division|Office)\sof\s(?:the\s)?[A-Z][a-z]+(?:(?:,\s|,?\sand\s"
    r"|\s)[A-Z][a-z]+){0,3}"
    r"|(?<=['’]s )(?:Industrial|Economic) Development Corporation"
    r"|(?:[A-Z][a-z]+\s){1,3}(?:(?:Fire|Police|Health)\s(?:Department|Brigade|Service)|Fire\s(?:and"
    r"|&)\sRescue(?:\sService)?)"
    r"|(?:[A-Z][a-z]+\s){1,4}(?:Economic|Regional|Industrial|Business|Community|Rural|Enterprise) Development "
    r"(?:Corporation|Corp\b\.?|Board|Partnership|Council|Alliance|Department|Office|Company)"
    r"|[A-Z][a-z]+(?:\s[A-Z][a-z]+)?\s(?:City|District|County|Town|Township|Borough|Regional|Municipal|Metropolitan"
    r"|Shire) "
    r"(?:Council|Commission|Board|Commissioners(?: Court)?|Supervisors)"
    r"|(?!(?:The|A|An|Our|Its|Their|Local|Some|All|Both|These|Those|This|When|After|While|But|And|Several|Two|Three) )"
    r"[A-Z][\w.]+(?:[ -][A-Z][a-z]+){0,2}(?:,? [A-Z][a-z]+)? (?:(?:city|county|town|township|village|borough)\s)?"
    r"(?:commissioners|council(?:lors|ors|men| members)?|selectmen"
    r"|(?:(?<=village )|(?<=city )|(?<=county )|(?<=town ))leaders)"
    r"(?=\s(?:has|have|had|is|are|was|were|will|on|unanimously|also|[a-z]+ed|vote|back|approve|give|pass)\b)"
    r"|(?<=['’]s )(?:(?:[A-Z][a-z]+\s){1,3}Board|Board of [A-Z][a-z]+)"  # "Indonesia's Investment Board"
    r"|(?:[A-Z][a-z]+\s){1,2}(?:House of (?:Delegates|Representatives)|Legislature|General Assembly))\b"
)


_BOARD = regex(r"^Board of|(?<!Development )(?<!City )(?<!County )(?<!District )Board$")


def initials(offices: Sequence[Name]) -> frozenset[str]:
    """By which letters a text goes on to call its offices: "DEP" of the Department of Environmental Protection."""
    told = ("".join(word[0] for word in office.name.split(",")[0].split() if word[0].isupper()) for office in offices)
    return frozenset(letters for letters in told if len(letters) > 2)


def _offices(text: str, taken: Cover, lands: list[tuple[int, str]], lexicon: Lexicon) -> Iterator[Name]:
    """Public offices that the lexicon does not list: the land is in the id, and in the name where it stands by it."""
    for match in _found(_OFFICE, _OFFICE_WORDS, text):
        span = Span(match.start("office"), match.end("office"))
        if taken.meets(span):
            continue
        names, codes = _countries(lexicon)
        land = match["land"] or ""
        country = codes.get(land) or lexicon.demonym(land)
        if country is None and _BOARD.search(match["office"]):
            continue  # a company has a board too
        home = country or _home(match.start(), lands) or ""
        if match["office"].startswith("The "):
            span = Span(span.start + len("The "), span.end)
        name = span.cut(text)[0].upper() + span.cut(text)[1:]
        if country in names:
            name, span = f"{name}, {names[country]}", Span(match.start(), match.end())
        yield Name(f"gov-{fold_name(f'{home} {name}')}", name, span, span, "government", (), country=country)


_IS_A_FIRMS = regex(r"[$€£]|['’]s [A-Z]")  # "US$5 billion" is said of no land, "Korea's SK On" of where a firm is from


def governments(text: str, hits: Sequence[Hit], lexicon: Lexicon) -> Iterator[Name]:
    """Governments told by nation, land, region, leader or capital, each as "Government of …"."""
    of_no_firm = (hit for hit in hits if not _IS_A_FIRMS.match(text, hit.span.end))
    lands = _countries_of(of_no_firm, {"country", "region"}, lexicon)  # a town's name may be a person's
    towns = _countries_of(hits, {"city"}, lexicon)
    regions = {hit.span.start: hit for hit in hits if _is_land(hit, lexicon) and _is_region(hit, lexicon)}
    taken = Cover(
        hit.span for hit in hits if hit.kind is HitKind.ORGANISATION and not of_another_land(text, hit, lexicon)
    )
    yield from _offices(text, taken, lands, lexicon)
    yield from _giving(text, hits, lexicon)
    for match in _found(_PATTERN, _STATE_WORDS, text):
        if taken.meets(Span(match.start(), match.end())):
            continue  # the lexicon names it
        country = _country(match, lexicon) or (_home(match.start(), lands or towns) if match["ours"] else None)
        if country is None:
            yield from _joined(text, match, hits, lexicon)
            yield from _regional(match, regions, lexicon)
            continue
        span = Span(*match.span("dealt" if match["dealt"] else 0))
        land = _countries(lexicon)[0].get(country)
        if land is None and country != "EU":
            continue
        id, name = lexicon.government_of(country, land or "")
        yield Name(id, name, span, span, "government", (), country=country)


def _countries_of(hits: Iterable[Hit], kinds: set[str], lexicon: Lexicon) -> list[tuple[int, str]]:
    """Where places of some kinds stand, and in which country each lies."""
    places = ((hit, lexicon.localities[hit.ids[0]]) for hit in hits if _is_land(hit, lexicon))
    return [(hit.span.start, place.country) for hit, place in places if place.kind in kinds and place.country]


def _is_region(hit: Hit, lexicon: Lexicon) -> bool:
    return lexicon.localities[hit.ids[0]].kind == "region"


def _regional(match: re.Match[str], regions: Mapping[int, Hit], lexicon: Lexicon) -> Iterator[Name]:
    """The government of a state or a province: "the Telangana government", "the state government of Tamil Nadu"."""
    group = next((each for each in ("nation", "head") if match[each]), "land")
    hit = regions.get(match.start(group))
    if hit is None or hit.span.end > match.end(group):
        return
    place = lexicon.localities[hit.ids[0]]
    id, name = lexicon.government_of(place.id, f"Government of {place.name}")
    span = Span(*match.span())
    yield Name(id, name, span, span, "government", (), country=place.country)


def _joined(text: str, match: re.Match[str], hits: Sequence[Hit], lexicon: Lexicon) -> Iterator[Name]:
    """The land that shares the word with a region: "|Canada|, Ontario governments"."""
    if not match[0].endswith("overnments"):
        return
    for hit in hits:
        place = lexicon.localities[hit.ids[0]] if _is_land(hit, lexicon) else None
        if place and place.kind == "country" and text[hit.span.end : match.start()] in _JOINS and place.country:
            id, name = lexicon.government_of(place.country, place.name)
            yield Name(id, name, hit.span, hit.span, "government", (), country=place.country)


_JOINS = frozenset({", ", " and ", ", and ", " & "})
_WHOSE = regex(r"\b([A-Z][a-z]+(?:\s[A-Z][a-z]+)?)(?P<owns>['’]s)?\s$")


def of_another_land(text: str, hit: Hit, lexicon: Lexicon) -> bool:
    """Whether a body known by a plain word is another land's: "Chile's |Congress|", "the Chilean |Congress|"."""
    if hit.kind is not HitKind.ORGANISATION or lexicon.kind_of(hit.ids[0]) != "government":
        return False
    whose = _WHOSE.search(text, max(0, hit.span.start - 30), hit.span.start)
    land = None
    if whose:
        land = _countries(lexicon)[1].get(whose[1]) if whose["owns"] else lexicon.demonym(whose[1].split()[-1])
    return (land is not None and land != lexicon.organisations[hit.ids[0]].country) or _is_anothers_short(text, hit)


_SHORT = 5  # letters


def _is_anothers_short(text: str, hit: Hit) -> bool:
    """Whether the letters are those of another body of the text: "EPA", the Environmental Protection Authority."""
    letters = hit.span.cut(text)
    if not (letters.isupper() and letters.isalpha() and len(letters) <= _SHORT):
        return False
    told = re.search(r"\b" + r"\s".join(rf"{letter}[a-z]+" for letter in letters) + r"\b", text)
    return told is not None and told[0].endswith("Authority")


_WILL = r"\s(?:(?:has|have|had|will|would|is|to|wants|plans|agreed)\s){0,3}"
_A_SUM = r"(?:[$€£¥₹₩]\s?\d|\d[\d.,]*\s(?:million|billion|trillion|crore))"
_GIVES = regex(
    r"\s(?:(?:has|have|will|would|to|is to|plans to|is set to|has announced (?:that )?(?:it|the country) will|"
    r"(?:has )?agreed to)\s)?(?:giv|grant|award|provid|offer|commit|pledg|promis|lend|pay|allocat|subsidi[sz]|earmark"
    r"|approv|support|structur)\w{0,5}\b[^.;]{0,120}\b(?:subsid\w+|grants?|loans?|aid|state support|funding"
    r"|incentives?|tax (?:credits?|breaks?))\b"
    rf"|{_WILL}(?:giv|gave|grant|award|provid|offer|commit|pledg|lend|lent|pay|paid|allocat|earmark|contribut|put"
    rf"|invest|spen[dt]|approv|hand|dol(?:es?|ed) out"
    rf"|inject|pump|promis|add)\w{{0,5}}\s[^.;]{{0,30}}?{_A_SUM}"
    rf"|{_WILL}(?:support|back|help|subsidi[sz])\w{{0,3}}\s[^.;]{{0,80}}?\swith\s[^.;]{{0,20}}?{_A_SUM}",
    re.I,
)
_TO_A_FIRM = regex(
    r"\s(?:wants to|will|would|plans to|has promised to|agreed to|is to)\s(?:give|grant|pay|award|lend"
    r"|offer)\s[A-Z]\w+"
)
_BOUND_TO = regex(r"\b(?:MoUs?|MOUs?|memorandum of understanding|pact|agreement|partner(?:ing|s|ed)?) with (?:the )?$")
_NAMED_ON = regex(r"(?:[’']s?\b|-)|\s[A-Z]")  # "Telangana New Energy Park", "Michigan-based", "Georgia's"


def _giving(text: str, hits: Sequence[Hit], lexicon: Lexicon) -> Iterator[Name]:
    """A land that gives public money or signs is its government: "Japan will give Toyota $840 million"."""
    for hit in hits:
        place = lexicon.localities[hit.ids[0]] if _is_land(hit, lexicon) else None
        if place is None or not ((place.kind in {"country", "region"} and place.country) or place.id == UNION):
            continue
        bound = _BOUND_TO.search(text, max(0, hit.span.start - 50), hit.span.start)
        if not (_GIVES.match(text, hit.span.end) or _TO_A_FIRM.match(text, hit.span.end)) and (
            not bound or _NAMED_ON.match(text, hit.span.end)
        ):
            continue
        id, name = lexicon.government_of((place.kind == "country" and place.country) or place.id, place.name)
        body = _BODY_OF.search(text, max(0, hit.span.start - 40), hit.span.start)
        span = Span(body.start(), hit.span.end) if body else hit.span
        yield Name(id, name, span, span, "government", (), country=place.country)


_BODY_OF = regex(r"\b(?:state|province|region|kingdom|republic|territory|land|canton)\sof\s$", re.I)


def _found(pattern: re.Pattern[str], words: AhoCorasick, text: str) -> Iterator[re.Match[str]]:
    """The pattern's matches, in the lines with one of the words it needs."""
    for start, end in lines_with(text, words):
        yield from pattern.finditer(text, start, end)


def _is_land(hit: Hit, lexicon: Lexicon) -> bool:
    return hit.kind is HitKind.PLACE and hit.ids[0] in lexicon.localities


def _home(position: int, lands: list[tuple[int, str]]) -> str | None:
    """Whose government "the government" is: the land spoken of last before it."""
    before = bisect_left(lands, (position, ""))
    return lands[before - 1][1] if before else None


def _country(match: re.Match[str], lexicon: Lexicon) -> str | None:
    if match["president"] or match["house"]:
        return "US"
    if match["union"]:
        return "EU"
    if capital := match["capital"] or match["dealt"]:
        return _RULED_BY[capital]
    word = match["nation"] or match["land"] or match["body"] or match["head"] or match["leader"] or ""
    if word in _RULED_BY:
        return _RULED_BY[word]
    return lexicon.demonym(word) or _countries(lexicon)[1].get(word)


@cache
def _countries(lexicon: Lexicon) -> tuple[dict[str, str], dict[str, str]]:
    """Names by code, and codes by name."""
    named = {
        place.country: place.name for place in lexicon.localities.values() if place.kind == "country" and place.country
    }
    return named, {name: code for code, name in named.items()} | {"US": "US", "U.S.": "US", "UK": "GB"}
