"""Where a development takes place: the finest place of its clauses, and the country."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from cellwire.claims.actors import A_GOVERNMENT
from cellwire.claims.clauses import Bundle, Draft, is_county, lands_of, place_of, sites_of, sites_of_plants
from cellwire.claims.gates import gated
from cellwire.claims.kinds import RAISED_FOR_ALL, government_of
from cellwire.claims.scene import Name, Scene, Sentence, Spot
from cellwire.claims.slots.halves import PLANT_IN, is_of_another_half, is_swapped, land_of_the_plant
from cellwire.claims.slots.installing import installed_at, land_of_storage
from cellwire.claims.slots.markets import land_of_market, region_of_market
from cellwire.lexicon import PLANT, load_lexicon, regex
from cellwire.model import GIST, Kind, Place, Role, Span

_PLACED = frozenset({Kind.FACILITY, Kind.INCIDENT, Kind.INVESTMENT, Kind.PARTNERSHIP})
_OF_A_SITE = regex(
    r"\b(?:plants?|factor(?:y|ies)|gigafactor\w+|mines?|refiner\w+|sites?|facilit\w+|projects?|works|smelter|"
    r"campus|hub|lines?|complex)\b",
    re.I,
)
# "its |location| has yet to be decided"; where "the exact site" is open, the region is not
_UNDECIDED = gated(
    r"(?<!\bexact )(?<!\bprecise )(?<!\bspecific )(?<!\bfinal )\b(?:site|location)s?\s(?:for\s|of\s)?(?:[\w-]+\s){0,4}?"
    r"(?:is|are|was|has|have|remains?)\s(?:still\s|as\s)?(?:un(?:decided|determined|specified|disclosed)"
    r"|(?:not\s|yet\s)(?:yet\s)?(?:been\s|to\sbe\s)?"
    r"(?:decided|determined|chosen|selected|picked|announced|disclosed|finali[sz]ed))"
    r"|\b(?:not|yet to|without)\s(?:yet\s)?(?:specif(?:y|ied|ying)|decid(?:e|ed|ing)|disclos(?:e|ed|ing)"
    r"|sa(?:y|id|ying))\s(?:on\s)?(?:where|(?:the|a|its)\s(?:site|location))\b",
    re.I,
    needs="site sites location locations where",
)


def place_slot(home: Bundle, lead: Draft, scene: Scene) -> Spot | None:
    if home.kind is Kind.SUPPLY:
        return installed_at(home)
    if home.kind is Kind.MARKET:
        return region_of_market(home)
    if home.kind is Kind.POLICY:
        return _ruled_from(home)
    if home.kind not in _PLACED:
        return None
    if listed := _listed_in(home):
        return listed
    spots = []
    sited = _is_raised(home)
    told = [lead, *home.drafts]
    clauses = [draft.clause for draft in told]
    if not is_swapped(told):
        clauses += [*home.more, *home.later]
    if home.kind is Kind.FACILITY and any(map(_is_undecided, clauses)):
        return None  # where it may stand is no place of it
    crowded = _is_crowded(scene)
    for clause in clauses:
        if sited and not _OF_A_SITE.search(clause.text):
            continue  # where a company sits is not where its money goes
        spot = place_of(clause, lead.trigger)
        if spot is None or _is_vast(spot, clause) or _is_a_courts(spot, clause, home):
            continue
        if is_of_another_half(spot, clause, lead):
            continue
        if not (crowded and _is_far_behind(spot, [draft for draft in told if draft.clause is clause])):
            spots.append(spot)
    if land := land_of_the_plant(home):
        spots = [spot for spot in spots if spot.country == land.country]
    fine = [spot for spot in spots if spot.level in {"city", "park", "town"}]
    fine = fine or [spot for spot in spots if spot.level == "site"]
    if not fine and (home.kind is Kind.INVESTMENT or any(lands_of(draft.clause) for draft in home.drafts)):
        spots = [spot for spot in spots if spot.level != "area"]  # a country says more than "Scandinavia"
    if fine:
        return next((spot for spot in fine if not is_county(spot)), fine[0])
    titled = _titled(home, scene)
    coarse = next(iter(spots), None) or _told_around(home, scene)
    return titled if titled and (coarse is None or titled.id.startswith(f"{coarse.id}-")) else coarse


# "announced the venture in April |without specifying the location|": since then it may be told
_LONG_AGO = regex(
    r"\b(?:in\s(?:January|February|March|April|May|June|July|August|September|October|November|December)"
    r"|last\s(?:year|month|spring|summer|autumn|fall|winter)|earlier|previously|initially)\b"
)


def _is_undecided(clause: Sentence) -> bool:
    return _UNDECIDED.search(clause.text, clause.opened) is not None and not _LONG_AGO.search(clause.text)


def _titled(home: Bundle, scene: Scene) -> Spot | None:
    """Where the title has the plant that the text begins with: "400 more jobs for |Decatur| battery plant".

    Or that of the company named there, where its own sentence has only the land: "Aid for Voltara's plant in |Heide|".
    """
    if home.kind is not Kind.FACILITY:
        return None
    titles = [sentence for sentence in scene.sentences[: scene.first_told] if sentence.headline]
    if home.drafts[0].clause.index > scene.first_told:
        whose = {actor.name.id for draft in home.drafts for actor in draft.actors}
        lands = {spot.country for draft in home.drafts for spot in lands_of(draft.clause)}
        named = [title for title in titles if whose & {name.id for name in title.names}]
        return next((spot for title in named for spot in _of_plants(title) if spot.country in lands), None)
    return next((spot for title in titles for spot in _of_plants(title)), None)


def _told_around(home: Bundle, scene: Scene) -> Spot | None:
    """Where a mishap is whose own sentence names no place, by the title or a sentence near the beginning.

    "Flat destroyed by fire. Crews were called to a home in |Kentish Town|". It has to burn or to hurt somebody, or to
    befall works of nobody named.
    """
    if home.background or not any(_burns(draft, scene) or _is_nobodys(draft) for draft in home.drafts):
        return None
    opening = scene.sentences[: scene.first_told + _LEAD]
    named = (spot for each in opening for spot in (*_heading(each), *sites_of(each)) if spot.level != "area")
    spots = sorted(named, key=lambda spot: spot.span.start)
    return next((spot for spot in spots if spot.level != "region"), None) or next(iter(spots), None)


def _heading(title: Sentence) -> list[Spot]:
    """The place that a title opens with: "|Rayleigh|: Lorry catches fire"."""
    return [
        spot
        for spot in title.places[:1]
        if title.headline and spot.span.start == title.span.start and title.after(spot.span.end, 2) == ": "
    ]


_LEAD = 3  # sentences under the title
_MISHAPS = frozenset({"incident.fire", "incident.accident", f"{GIST}.{Kind.INCIDENT}"})


def _is_nobodys(draft: Draft) -> bool:
    return draft.kind is Kind.INCIDENT and not draft.actors


def _burns(draft: Draft, scene: Scene) -> bool:
    if draft.rule not in _MISHAPS:
        return False
    told = (draft.clause, *(each for each in scene.sentences[: scene.first_told] if each.headline))
    return any(each.has("incident.fire", "incident.accident") for each in told)


def _of_plants(title: Sentence) -> list[Spot]:
    """The places that a plant is named by, then those that one is said to stand in."""
    spots = (spot for spot in sites_of(title) if spot.level != "area")
    behind = (spot for spot in spots if PLANT_IN.search(title.before(spot.span.start, 40)))
    return [*sites_of_plants(title), *behind]


def _is_raised(home: Bundle) -> bool:
    """Whether it is money for a company, which sits elsewhere than what it pays for."""
    return all(draft.rule in RAISED_FOR_ALL for draft in home.drafts)


_OWN_TOWNS = frozenset({"HK", "SG"})  # lands that are one town
_SHARES = (
    r"(?:IPO|initial public offer(?:ing)?|listing|share (?:sale|offering)|offering|float|(?:market |trading )?debut"
    r"|stock exchange|bourse)"
)
# "began trading in |Hong Kong|", "a |Hong Kong| listing"
_LISTED_IN = regex(rf"\b(?:{_SHARES}|trading|list(?:s|ed)?|shares)\b[^.;]{{0,50}}?\s(?:in|on the)\s$", re.I)
_LISTED_ON = regex(rf"(?:['’]s)?\s(?:[\w-]+\s){{0,2}}?{_SHARES}\b", re.I)


def _listed_in(home: Bundle) -> Spot | None:
    """The town that is a land of its own where shares are sold: one does not sit there for all that it is a land."""
    if not _is_raised(home):
        return None
    clauses = (*(draft.clause for draft in home.drafts), *home.more)
    towns = ((clause, spot) for clause in clauses for spot in clause.countries if spot.country in _OWN_TOWNS)
    return next((spot for clause, spot in towns if _is_listed(spot, clause)), None)


def _is_listed(town: Spot, clause: Sentence) -> bool:
    before, after = clause.before(town.span.start, 90), clause.after(town.span.end, 60)
    return bool(_LISTED_IN.search(before) or _LISTED_ON.match(after))


# "overturned a decision of |a local judge in| Lima": where a court sits nothing has happened
_COURT_IN = regex(r"\b(?:judges?|prosecutors?|magistrates?)\s(?:in|of|at)\s$", re.I)
_IN_COURT = frozenset({"incident.lawsuit", "incident.claim", "incident.accusation"})


def _is_a_courts(spot: Spot, clause: Sentence, home: Bundle) -> bool:
    """Whether a place says only which court has ruled on what people sue over."""
    if home.drafts[0].rule not in _IN_COURT:
        return False
    before, behind = clause.before(spot.span.start, 20), clause.after(spot.span.end, 7)
    return _COURT_IN.search(before) is not None or behind.startswith(" court ")


_CONTINENTS = frozenset(
    f"area-{name}"
    for name in (
        *("europe", "eu", "emea", "asia", "asia-pacific", "africa", "oceania"),
        *("north-america", "south-america", "latin-america", "americas"),
    )
)
_PART_OF_IT = regex(r"\b(?:north|south|east|west|central)\w*\s$", re.I)


def _is_vast(spot: Spot, clause: Sentence) -> bool:
    """Whether it is a whole continent, which says hardly more than nothing; "eastern Europe" says something."""
    return spot.id in _CONTINENTS and not _PART_OF_IT.search(clause.before(spot.span.start, 12))


_CROWD = 3  # towns and sites of a text
_FAR = 100  # characters


def _is_crowded(scene: Scene) -> bool:
    """Whether a text names so many towns that one far from what tells the development is hardly its place."""
    named = (spot for sentence in scene.sentences for spot in sentence.places)
    towns = {spot.id for spot in named if spot.level not in {"area", "region", "site"}}
    return len(towns) >= _CROWD


def _is_far_behind(spot: Spot, told: Sequence[Draft]) -> bool:
    return bool(told) and spot.span.start - told[0].trigger.end > _FAR


_UNLISTED = frozenset({"town", "site"})  # in no gazetteer


def as_place(spot: Spot, scene: Scene) -> Place:
    id = None if spot.level in _UNLISTED else spot.id
    return Place(spot.name, spot.country, scene.plain.back(spot.span), spot.lat, spot.lon, id)


def _ruled_from(home: Bundle) -> Spot | None:
    """The state, province or town that rules for itself."""
    rulers = [actor.name for draft in home.drafts for actor in draft.actors if actor.role is Role.GOVERNMENT]
    ids, spans = {name.id for name in rulers}, {name.span for name in rulers}
    spots = (spot for draft in home.drafts for spot in draft.clause.places if spot.level != "area")
    return next(
        (spot for spot in spots if spot.span in spans or (spot.level == "region" and government_of(spot).id in ids)),
        None,
    )


def country_slot(home: Bundle, place: Spot | None, scene: Scene) -> Spot | None:
    """The country of the place, or of the government that acts, or one that is named for itself."""
    if place and place.country:
        return place if place.level not in _UNLISTED else _named_land(place.country, scene)
    for draft in home.drafts:
        for actor in draft.actors:
            if actor.role is Role.GOVERNMENT and actor.name.country:
                return _land_of(actor.name, scene)
    if home.kind is Kind.SUPPLY:
        return land_of_storage(home)
    if home.kind is Kind.TECHNOLOGY:
        return None  # what is launched is launched everywhere
    clauses = [*(draft.clause for draft in home.drafts), *home.more]
    if _is_raised(home) and home.drafts[0].stage != "considered":
        clauses = [clause for clause in clauses if _OF_A_SITE.search(clause.text)]
    if home.kind is Kind.FACILITY:
        clauses += _given_to(home, scene)
    if home.kind is Kind.MARKET and (land := land_of_market(home)):
        return land
    faulty = home.kind is Kind.INCIDENT and home.drafts[0].rule in _FAULTS
    lands = ((clause, spot) for clause in clauses for spot in lands_of(clause))
    named = (
        spot
        for clause, spot in lands
        if not _acts_itself(spot, clause, home)
        and not is_of_another_half(spot, clause, home.drafts[0])
        and not (faulty and _is_made_in(spot, clause))
    )
    by_nation = (spot for clause in clauses for spot in _by_nation(clause))
    return next(named, None) or next(by_nation, None) or _acting_land(home, scene)


# "|Croatia tenders| a storage project": it is to stand there
_ACTS = regex(
    r"\s(?:tenders?|auctions?|approves|authori[sz]es|permits|clears|green-?lights|awards|allocates|launches|opens|selects"
    r"|seeks|gets|to (?:build|tender|auction|host|get))\b"
)


def _acting_land(home: Bundle, scene: Scene) -> Spot | None:
    """The land that a title begins with, of a plant that the text begins with."""
    if home.kind is not Kind.FACILITY or home.drafts[0].clause.index > scene.first_told:
        return None
    titles = (sentence for sentence in scene.sentences[: scene.first_told] if sentence.headline)
    lands = ((title, spot) for title in titles for spot in lands_of(title) if spot.span.start == title.span.start)
    return next((spot for title, spot in lands if _ACTS.match(title.after(spot.span.end, 20))), None)


_FAULTS = frozenset({"incident.recall", "incident.probe", "incident.halt"})
# "recalls cars whose cells come |from its factories in| South Korea"
_MADE_IN = regex(
    r"\b(?:factor(?:y|ies)|plants?|made|produced|built|manufactured|assembled)\s(?:(?:at|by|from)\s[^,;]{2,30}\s)?in\s(?:the\s)?$"
)


def _is_made_in(spot: Spot, clause: Sentence) -> bool:
    return _MADE_IN.search(clause.before(spot.span.start, 60)) is not None


_FIRMS = "makers?|manufacturers?|firm|company|giant|group|start-?up|producers?|owners?|builders?|developers?|workers?"
# "its |Hungarian| battery factory", which no indefinite "a Chinese plant" says so well
_NATIONAL = regex(
    r"\b(?:[Ii]ts|[Tt]heir|[Tt]he|['’]s|[a-z]+(?<!\ba)(?<!\ban))\s(?P<nation>[A-Z][a-z]+)\s"
    rf"(?:(?!(?:{_FIRMS})s?\b)[a-z][\w-]*\s){{0,4}}?(?:{PLANT}|mine|smelter|operations|site|project)\b(?!\s(?:{_FIRMS})\b)"
)
# "|Senegal|'s first battery storage project": none of its makers
_FIRST_THERE = regex(
    r"['’]s\s(?:(?:second|third)[- ])?(?:first|largest|biggest|only|tallest|oldest)\s"
    rf"(?:(?!(?:{_FIRMS}|fund|investor)s?\b)[\w+-]+\s){{0,7}}?"
    rf"(?:{PLANT}|mine|refinery|stations?|hub|park|projects?|system|storage|battery)\b"
    rf"(?!(?:\s[\w-]+){{0,2}}?\s(?:{_FIRMS}|giant|exhibition|show|event|fair)s?\b)"
)


def _by_nation(clause: Sentence) -> Iterator[Spot]:
    """The land whose people's name stands before a plant, or that has it as its first or its largest."""
    yield from (spot for spot in clause.countries if _FIRST_THERE.match(clause.after(spot.span.end, 100)))
    for match in _NATIONAL.finditer(clause.text):
        if land := load_lexicon().demonym(match["nation"]):
            start = clause.span.start + match.start("nation")
            yield Spot(match["nation"], match["nation"], Span(start, start + len(match["nation"])), land)


_LED_INTO = regex(rf"\b(?:{PLANT}|mine|project)\s(?:in|near|at)\s", re.I)


def _acts_itself(land: Spot, clause: Sentence, home: Bundle) -> bool:
    """Whether a land opens the sentence in which a plant lies in another: "|China| delays a plant in Mexico"."""
    opens = home.kind is Kind.FACILITY and land.span.start == clause.span.start
    others = any(spot.country != land.country for spot in lands_of(clause))
    return opens and others and _LED_INTO.search(clause.text) is not None


def _given_to(home: Bundle, scene: Scene) -> list[Sentence]:
    """The sentence behind a plant in which a land pays for it: "Germany gave 90 million to the construction"."""
    after = scene.sentences[home.last + 1 : home.last + 2]
    return [each for each in after if each.has("handing.give") and _THE_PLANT.search(each.text)]


_THE_PLANT = regex(
    r"\b(?:to|towards|for|into)\s(?:the|this)\s(?:[\w-]+\s){0,2}?(?:construction|plant|factory|project)\b"
)


def _land_of(body: Name, scene: Scene) -> Spot | None:
    """The country of a public body, at words that say it: its own name, or the country named elsewhere in the text."""
    said = body.span.cut(scene.plain.text)
    rules = body.id.startswith("gov-") or load_lexicon().land_of(body.id)
    if not rules or said in A_GOVERNMENT:
        return _named_land(body.country, scene)
    if _is_short_form(said):  # which names no land; where the text has the whole name, that does
        spans = (name.span for sentence in scene.sentences for name in sentence.names if name.id == body.id)
        span = next((span for span in spans if not _is_short_form(span.cut(scene.plain.text))), None)
        return Spot(body.id, body.name, span, body.country) if span else _named_land(body.country, scene)
    return Spot(body.id, body.name, body.span, body.country)


def _is_short_form(said: str) -> bool:
    """Whether it is nothing but letters by which a text goes on to call a body: "IDC", where "EU" is known."""
    return said.isupper() and said.isalpha() and not load_lexicon().find(said)


def _named_land(country: str | None, scene: Scene) -> Spot | None:
    """The first place of a country that a text names and a gazetteer knows."""
    spots = (spot for sentence in scene.sentences for spot in (*sentence.countries, *sentence.places))
    named = next((spot for spot in spots if spot.country == country and spot.level not in _UNLISTED), None)
    return named or _named_nation(country, scene)


def _named_nation(country: str | None, scene: Scene) -> Spot | None:
    """The first word of a text for a country's people: "the |Austrian| town of Zwolfheim"."""
    text = scene.plain.text
    nations = (nation for nation, land in load_lexicon().demonyms.items() if country and land == country)
    found = min(((at, nation) for nation in nations if (at := text.find(nation)) >= 0), default=None)
    return Spot(found[1], found[1], Span(found[0], found[0] + len(found[1])), country) if found else None
