"""Which places and countries of a clause are a site, and not where somebody is from or what lies near by."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from cellwire.claims.gates import gated
from cellwire.claims.scene import Sentence, Spot
from cellwire.lexicon import PLANT, PLANTS, regex
from cellwire.model import Span

_BESIDE_ENDS = (
    "of ",
    "from ",
    "the ",
    "amid ",
    "over ",
    "against ",
    "about ",
    "ward ",
    "wards ",
    "than ",
    "like ",
    "after ",
)
_BESIDE = regex(  # ends so
    r"\b(?:north|south|east|west|miles?|km|kilomet\w+|minutes?|hours?)\w*\s(?:\w+\s){0,2}"
    r"(?:(?<!town )(?<!city )(?<!village )(?<!county )(?<!district )(?<!state )(?<!province )of|from)\s$"
    r"|\b(?:amid|over|against|about|toward|towards|rather than|instead of|unlike|capital of|size of"
    r"|plant after)\s(?:the\s)?$",
    re.I,
)


# "located |just east of| New Carlisle"
_JUST_BESIDE = regex(
    r"\b(?:just|immediately|directly)\s(?:to\sthe\s)?(?:north|south|east|west)[\w-]*\sof\s(?:the\s)?$", re.I
)


def lands_of(sentence: Sentence) -> list[Spot]:
    """The countries named as a site: not "tension over Taiwan", nor "South Korea's LG", which says where LG is from."""
    return [spot for spot in _sites(sentence, sentence.countries) if not _is_an_owner(sentence, spot)]


_OWNS = frozenset({"'s", "’s"})
# "hands its store in under |Australia's EPBC| Act", "|Malawi's first grid-scale BESS|": it stands there
_ITS_OWN_STORE = regex(
    r".s\s(?:EPBC\b|(?:first|second|third|largest|biggest)\s(?:[\w-]+\s){0,4}?"
    r"(?:BESS|(?:battery|energy)(?:\senergy)?\sstorage\s(?:project|plant|system|station|facility))\b"
    r"(?!\s(?:[\w-]+\s)?(?:maker|manufacturer|developer|company|firm|owner|operator|supplier|integrator)))"
)
_OWN_STORE_WITHIN = 90  # characters


def _is_an_owner(sentence: Sentence, spot: Spot) -> bool:
    behind = sentence.after(spot.span.end, _OWN_STORE_WITHIN)
    return behind[:2] in _OWNS and _ITS_OWN_STORE.match(behind) is None


_SITE_NAMED = regex(
    r"^(?:,\s[A-Z][\w.]+(?:\s[A-Z][\w.]+)?,?)?\s(?:[a-z][\w-]*\s){0,2}"
    rf"(?:{PLANT}|project|works|complex)\b"
)


def place_of(sentence: Sentence, anchor: Span) -> Spot | None:
    """The place nearest after what is spoken of, else the nearest before; an area only where nothing finer is named.

    A region counts only where no town in it is named beside it.
    """
    spots = sites_of(sentence)
    ranked = sorted(
        [spot for spot in spots if not any(_narrows(each, spot) for each in spots)],
        key=lambda spot: (
            spot.level == "area",
            not _SITE_NAMED.match(sentence.after(spot.span.end, 40)),
            spot.span.start < anchor.start,
            abs(spot.span.start - anchor.start) // 60,
            {"park": 0, "city": 0, "town": 0}.get(spot.level, 1),
            abs(spot.span.start - anchor.start),
        ),
    )
    return ranked[0] if ranked else None


def sites_of(sentence: Sentence) -> list[Spot]:
    """The places that can be a site at all."""
    return _sites(sentence, sentence.places)


def sites_of_plants(sentence: Sentence) -> list[Spot]:
    """The places that a plant is named by: "Decatur battery plant"."""
    return [spot for spot in sites_of(sentence) if _SITE_NAMED.match(sentence.after(spot.span.end, 40))]


def is_county(spot: Spot) -> bool:
    """Whether it is a county: a town told of elsewhere may lie in it."""
    return spot.level in _FINE and spot.name.endswith(" County")


def _narrows(spot: Spot, region: Spot) -> bool:
    """Whether it lies in a region that stands beside it, or in a county that stands behind it."""
    if is_county(region):
        return spot.level in _FINE and 0 < region.span.start - spot.span.end < _BESIDE_IT
    if region.level != "region":
        return False
    beside = max(spot.span.start, region.span.start) - min(spot.span.end, region.span.end) < _BESIDE_IT
    return beside and spot.id.startswith(f"{region.id}-")


_BESIDE_IT = 30  # characters
_FINE = frozenset({"city", "town", "park"})


# "based in Worcester, Mass.", "Norway-based", "a Taiwan firm": where somebody is from is not where a plant stands.
_SEAT_BEFORE = gated(
    r"(?:\b(?:[Bb]ased|[Hh]eadquartered|[Hh]ead office|headquarters|[Ll]isted|registered|incorporated|domiciled|rooted"
    r"|founded)\s(?:(?:just|not far)\s)?(?:in|at|out of|on|near|from|outside|close to)\s"
    r"(?:the\s)?(?:[A-Z][\w.]+,\s){0,2}|\bsuburb of\s"
    r"|\b(?:fl(?:y|ies|ew|ying)|flown|travel\w*|trips?|visits?|went|heads?|headed|letters?|appeal\w*|pleas?"
    r"|wrote|complain\w*)\sto\s"
    r"|\b(?:largest|biggest|first) in\s"
    r"|\b(?:signed|formali[sz]ed|inked|sealed|meeting|interview|conference|forum|summit|fair|expo|visit\w*|talks)\s(?:[\w,]+\s){0,5}"
    r"in\s|\b(?:other|alternative|rival|competing)\s(?:locations|sites|places|countries|states|cities)[^.;]{0,40}\s"
    r"|\b(?:announced|reported|speaking|writes|reports) from\s"
    r"|\b(?:said|told \w+|speaking|spoke|announcement event|press event"
    r"|announced (?:on )?(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|today|yesterday))\s"
    r"in\s|\b(?:Inc|Co|Corp|Ltd|Limited|LLC|plc|AG|SE|GmbH)\b\.?,\s"
    r"|\b(?:Chief|Captain|Capt\.|Lieutenant|Lt\.|Sergeant|Sgt\.|Officer|Marshal|Sheriff|Mayor|Governor|Gov\.|Senator"
    r"|Sen\.|Rep\.|Representative|Commissioner|Secretary|Minister|President|Chairman|Chairwoman|Director|spokes\w+"
    r"|CEO|Mr\.?|Mrs\.?|Ms\.?|Dr\.?) (?!(?:East|West|North|South|New|Upper|Lower|of)\b)[A-Z][a-z]+ (?:[A-Z]\. )?)$",
)
_SEAT_AFTER = regex(
    r"^(?:(?:,\s[A-Z][\w.]+){0,2}[-‐–\s](?:headquartered)\s(?:firm|company|maker|group|business)\b"
    r"|\s?:\s|/[A-Z]+,\s[A-Z][a-z]+\.?\s\d"
    r"|(?:,\s[A-Z][\w.]+){0,2}[-‐–](?:based|headquartered|listed|owned|backed|made|registered|born)\b"
    r"(?!\s(?:[a-z-]+\s)?(?:plant|factory|gigafactory|site)\b)"
    r"|\s(?:and\s[A-Z]\w+\s)?(?:(?:Borough|City|District|County|Town|Parish)\s)?[Cc]ouncil\b"
    r"|\s(?:(?:County|City|Township)\s)?(?:Communications|Sheriff|Police|Emergency"
    r"|Fire (?:Department|Rescue|District|Marshal|Chief))\b"
    r"|(?:\sand\s[A-Z]\w+)?\s(?:car|vehicle|auto|automobile|truck)\s(?:production\s|assembly\s|manufacturing\s)?"
    r"(?:plants?|sites?|factor(?:y|ies)|works)\b"
    r"|\s(?:Messe|Expressway|[Gg]ov\.|[Gg]overnor|Gov|Premier|(?:Prime )?Minister|Mayor)\b"
    r"|[-–][A-Z][a-z]+ (?:Expressway|Highway)\b"
    r"|\s(?:(?:Morning|Daily|Evening|Business|Sunday|Free)\s)?(?:News|Times|Post|Herald|Tribune|Journal"
    r"|Chronicle|Telegraph"
    r"|Gazette|Observer|Star|Globe|Record|Register|Courier|Dispatch|Press|Examiner|Mail|Standard|Inquirer|Mercury)\b"
    r"|\s(?:[Aa]dministration|presidency|White House)\b"
    r"|\s(?:border|state line)\b|\$|\s(?:dollars?|bn|m)\b"
    r"|\s(?:(?!(?:to|by|with|for|and|from|as|of|in|at|on|is|was|will|has)\s)[\w-]+\s){0,3}?"
    r"(?:firm|company|maker|manufacturer|giant|startup|start-up|carmaker"
    r"|automaker|supplier"
    r"|producer|miner|subsidiary|affiliate|conglomerate|investor|fund|lender|bank|billionaire|consortium|group"
    r"|utility|publication|newspaper|magazine|broadcaster|regulator|government|parliament"
    r"|stock exchange|IPO|initial public|listing|bourse|exchange|shares?|debut)s?\b(?!['’]s (?:plant|site)))"
)


# "a second plant, similar in scope to its $2.3 billion |Ohio| plant", "in addition to its works in |Ohio|"
_COMPARED = gated(
    r"\b(?:(?:similar|comparable|identical|akin|close)\s(?:in\s\w+\s)?to|same \w+ as|modell?ed (?:on|after)"
    r"|in addition to|along with|besides|as well as|unlike)\s(?:its|their|the|that)\s(?:[\w$€.,'’-]+\s){0,6}$"
    r"|\b(?:visits?|trips?)\sto\s$",
    re.I,
)


# "signed a memorandum with the state at the secretariat in |Dresden|": where one signs, nothing is built
_SIGNED_AT = gated(
    r"\b(?:sign(?:s|ed|ing)|inked|initialled|concluded)\b"
    rf"(?:(?!\b(?:to|for|on|build\w*|{PLANTS}|{PLANT}|projects?|venture|unit|complex)\b)[^;])*?"
    r"\b(?:at|in)\s(?:the\s)?(?:[\w’'-]+\s(?:in\s)?){0,4}$",
)
# "at a ceremony in |Dresden|, A and B signed": where ground is broken, something is
_FETED_AT = gated(
    r"\b(?:at|during|on)\s(?:an?|the)\s(?:(?!ground|opening|inaugur)[\w-]+\s){0,3}"
    r"(?:ceremony|event|meeting|summit|visit|forum|sidelines of [\w\s]{0,30})\s(?:in|at|to)\s$",
    re.I,
)
_SIGNS = gated(r"\b(?:sign(?:s|ed)|inked|agreed)\b")
# "drops its plant in Kent |in favour of a site in| Devon"
_INSTEAD = gated(
    r"\b(?:abandon|drop|scrap|cancel|ditch|shelv|axe)\w*\s[^;]{1,90}?\bin favou?r of\s(?:[\w'’-]+\s){0,6}$",
    re.I,
    needs="favour favor",
)


def _sites(sentence: Sentence, spots: Sequence[Spot]) -> list[Spot]:
    return [spot for spot in spots if not _is_aside(sentence, spot)]


def _is_of(sentence: Sentence, spot: Spot) -> bool:
    """Whether a place only says where a company is from: "Panasonic Energy of |Japan|"."""
    return any(spot.span.start - name.span.end in _OF_GAPS for name in sentence.names)


_OWNERS = ("'s ", "’s ")
_POSSESSED = len("'s ")  # "|Chicago|'s Alder Energy"
_OF_GAPS = frozenset({len(" of "), len(" of the "), len(" from ")})


def _is_one_of_many(sentence: Sentence, spot: Spot) -> bool:
    """Whether a place stands in a list of three regions or lands or more: "China, Hungary and the US" are no site."""
    level = "country" if spot.level == "country" else "region"
    named = sentence.countries if spot.level == "country" else sentence.places
    if sum(each.level == level for each in named) < _MANY:
        return False
    places = sorted((each for each in named if each.level != "area"), key=lambda each: each.span.start)
    chain = [[places[0]]]
    for left, right in pairwise(places):
        if _LISTED.fullmatch(sentence.between(left.span, right.span)):
            chain[-1].append(right)
        else:
            chain.append([right])
    return any(spot in links and sum(each.level == level for each in links) >= _MANY for links in chain)


_LISTED = regex(r"(?:,\s(?:and\s|or\s)?|\s(?:and|or)\s)(?:the\s)?")
_MANY = 3


@lru_cache(maxsize=512)
def _is_aside(sentence: Sentence, spot: Spot) -> bool:
    """Whether a place only says where somebody is from, or what lies near by; several rules ask."""
    before, after = sentence.before(spot.span.start, 50), sentence.after(spot.span.end, 50)
    return bool(
        (before.endswith((" of ", " of the ", " from ")) and _is_of(sentence, spot))
        or before.endswith(" existing ")
        or (spot.level == "country" and _is_with_another(before, after))
        or (after.startswith(_OWNERS) and any(name.said.start - spot.span.end == _POSSESSED for name in sentence.names))
        or (spot.level == "area" and after.startswith(("'s", "’s")))
        or _is_one_of_many(sentence, spot)
        or (before.lower().endswith(_BESIDE_ENDS) and _BESIDE.search(before) and not _JUST_BESIDE.search(before))
        or _SEAT_BEFORE.search(before, sentence.opened)
        or _signed_there(sentence, spot)
        or _INSTEAD.search(sentence.before(spot.span.start, 180), sentence.opened)
        or _COMPARED.search(before, sentence.opened)
        or _SEAT_AFTER.match(after)
    )


_TO_ANOTHER = regex(r"[-–/][A-Z]")


def _is_with_another(before: str, after: str) -> bool:
    """Whether a land stands with another in one word: "the |US|-China pact"."""
    return bool(_TO_ANOTHER.match(after)) or (before.endswith("-") and before[-2:-1].isalpha())


def _signed_there(sentence: Sentence, spot: Spot) -> bool:
    before = sentence.before(spot.span.start, 160)
    feted = _FETED_AT.search(before, sentence.opened)
    signs = feted and _SIGNS.search(sentence.after(spot.span.end, 120), sentence.opened)
    return bool(signs or _SIGNED_AT.search(before, sentence.opened))
