"""Sentences that tell nothing by themselves and go on about a development: "It will employ 2,000 people from 2025"."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import timedelta

from cellwire.claims.actors import NO_FIRMS, Group, name_groups
from cellwire.claims.clauses import Bundle, clash, ordinals_in, ordinals_of
from cellwire.claims.gates import gated
from cellwire.claims.scene import Scene, Sentence, read_values
from cellwire.claims.voice import guessed
from cellwire.lexicon import PLANT, PLANTS, load_words, regex
from cellwire.model import BlockKind, Kind

_CONTINUES = gated(
    r"\b(?:the|this|its|new|both|all) (?:[\w€$£¥.,-]+ ){0,5}(?:plant|factory|gigafactory|facility|site|project|mine"
    r"|lines?|"
    r"investment|funding|financing|loan|grant|subsidy|award|deal|agreement|contract|collaboration|cooperation|partnership|venture|complex"
    r"|refinery|expansion|facilities|plants|order|"
    r"works|build|hall|campus|enlargement|extension|decision|volume|cells?|batter(?:y|ies)"
    r"|systems?|storage units?|containers?|fire|blaze|explosion|blast|accident|incident|strike|leak)\b"
    r"|\b(?:invest|spend|location|site|production|construction|deliveries|operations|output|annual capacity|capacity"
    r"|phase|it|"
    r"jobs|employ\w*|building|commissioning|completion|start-?up|investment|concrete|foundations|(?:earth|ground)works?|shipments|exports|ground-?breaking"
    r"|ground (?:was|is|will be)|foundation stone|price tag|capital expenditure|capex|workforce|staff"
    r"|suppl(?:y|ies) (?:are|is|will|starts?|begins?)|buildings|shovels"
    r"|first (?:[\w-]+ ){0,2}?(?:tonnes?|tons?|batch|material|packs?|products?)"
    r"|costs? (?:is|are|was|were|will|has|have|rose)"
    r"|cells (?:are|will|should|could)|crews|(?<!where )work (?:on|has|had|is|will|began|begins|starts|started))\b",
    re.I,
)


def _other_item(scene: Scene, sentence: Sentence, home: Bundle) -> bool:
    """Items of a list tell of different things."""
    return sentence.block is BlockKind.LIST_ITEM and scene.sentences[home.last].paragraph != sentence.paragraph


_BESIDE = "incident.layoff"  # who cuts jobs may say in one breath what it does at the plant


def go_on(bundles: list[Bundle], scene: Scene) -> None:
    """Gives each development the sentences that go on about it: the next ones, and later ones that return to it."""
    told = {draft.clause.index for each in bundles for draft in each.drafts if draft.rule != _BESIDE}
    homes = _chains(bundles, scene, told)
    for each in bundles:
        if (before := _sentence_meant(each, scene)) and before.index not in told and homes.get(before.index) is None:
            each.later.append(before)
    for kind in _RETURNS_TO:
        news = [each for each in bundles if each.kind is kind and not each.background]
        if len(news) != 1:
            continue  # which of several is meant, a later sentence does not say
        first = news[0].drafts[0].clause.index
        for sentence in scene.sentences[first + 1 :]:
            taken = homes.get(sentence.index)
            free = sentence.index not in told and (taken is None or (taken.kind is not kind and kind is Kind.FACILITY))
            if free and _returns_to(sentence, news[0], scene):
                news[0].later.append(sentence)


def _chains(bundles: list[Bundle], scene: Scene, told: set[int]) -> dict[int, Bundle | None]:
    """Gives sentences to the last development before them; whose each is, by its index.

    A sentence about another plant or another company breaks the chain: what follows it goes on about that.
    """
    homes = _homes(bundles)
    for sentence in scene.sentences:
        home = _home_before(sentence, homes)
        if home is None or sentence.index in told or sentence.headline:
            continue
        home = _site_meant(sentence, home, homes) or home
        if _is_of_another(sentence, home, scene) or _looks_back(sentence, home, scene):
            homes[sentence.index] = None
        elif guessed(sentence):
            continue
        elif _CONTINUES.search(sentence.text, sentence.opened):
            home.more.append(sentence)
            homes[sentence.index] = home
        elif homes.get(sentence.index - 1) is home and _stays(sentence, home, scene):
            home.later.append(sentence)
            homes[sentence.index] = home
    return homes


def _homes(bundles: list[Bundle]) -> dict[int, Bundle | None]:
    """Whose a sentence is that tells something: a plant's, where it tells of several things."""
    homes: dict[int, Bundle | None] = {}
    for each in bundles:
        for draft in each.drafts:
            if homes.get(draft.clause.index) is None or each.kind is Kind.FACILITY:
                homes[draft.clause.index] = each
    return homes


def _home_before(sentence: Sentence, homes: Mapping[int, Bundle | None]) -> Bundle | None:
    """What the last of the three sentences before it is about."""
    latest = range(sentence.index - 1, sentence.index - 4, -1)
    return next((homes[index] for index in latest if index in homes), None)


def _sentence_meant(home: Bundle, scene: Scene) -> Sentence | None:
    """The sentence that names the plant which the first to tell something of it only means.

    "Alder is to decide on its Graz plant. Building would start in 2026."
    """
    first = home.drafts[0].clause
    if home.kind is not Kind.FACILITY or first.headline or not first.index:
        return None
    if _NAMES_A_PLANT.search(first.text, first.opened) and not _SITE.search(first.text, first.opened):
        return None  # "a factory": one that nothing before it names
    before = scene.sentences[first.index - 1]
    if before.headline or guessed(before) or _of_another(before, home):
        return None
    owned = any(name.id in home.ids() for name in before.names)
    owned = owned or (home.drafts[0].rule == "facility.works" and not before.names)
    return before if owned and _ITS_PLANT.search(before.text, before.opened) else None


_NAMES_A_PLANT = gated(
    rf"\b(?:{PLANT}|{PLANTS})\b", re.I, needs=" ".join((*load_words("plant"), *load_words("plants")))
)
_ITS_PLANT = gated(
    rf"\b(?:its|their|the|a)\s(?:[\w€$£¥.,-]+\s){{0,5}}?(?:{PLANT}|mine|site|project)\b",
    re.I,
    needs=" ".join(("mine", "site", "project", *load_words("plant"))),
)
_BESIDE_A_SITE = frozenset({Kind.SUPPLY, Kind.TECHNOLOGY, Kind.PARTNERSHIP, Kind.INVESTMENT})
_WORK_OPENS = regex(
    r"\W*(?:(?:First|Series|Commercial|Full|Trial)\s)?"
    r"(?:[Pp]roduction|[Cc]onstruction|[Cc]ommissioning|[Mm]ining|[Bb]uilding work)\s"
    r"(?:is|will|should|could|has|was|began|started|would)\b"
)
_SITE_BEFORE = 5  # sentences


def _site_meant(sentence: Sentence, home: Bundle, homes: Mapping[int, Bundle | None]) -> Bundle | None:
    """The plant that a sentence returns to behind a deal: "Construction of the mine is to begin in May"."""
    if home.kind not in _BESIDE_A_SITE or home.background:
        return None
    if not (_WORK_OPENS.match(sentence.text) or _means_a_site(sentence, home)):
        return None
    before = (homes.get(at) for at in range(sentence.index - 1, sentence.index - 1 - _SITE_BEFORE, -1))
    plant = next((each for each in before if each is not None and each.kind is Kind.FACILITY), None)
    if plant is None or plant.background or _of_another(sentence, plant):
        return None
    return plant if _in_known_places(sentence, plant) else None


def _means_a_site(sentence: Sentence, home: Bundle) -> bool:
    return home.kind is not Kind.INVESTMENT and _SITE.search(sentence.text, sentence.opened) is not None


def _is_of_another(sentence: Sentence, home: Bundle, scene: Scene) -> bool:
    return (
        _other_item(scene, sentence, home) or _of_another(sentence, home) or _REPLACED.match(sentence.text) is not None
    )


_REPLACED = regex(  # "It replaces an agreement penned in 2021, in which …": those are the older deal's values
    r"\W*(?:It|This|The (?:new )?(?:deal|agreement|contract|pact))\s(?:will )?(?:replaces?|supersedes?)\b"
)
_OPENS_WITH_A_DAY = regex(r"^\W*(?:Back |Earlier |Only )?(?:[IO]n|Last|Earlier|Since)\s")
_OLD_NEWS = timedelta(days=75)
_OPENING = 30  # characters


def _looks_back(sentence: Sentence, home: Bundle, scene: Scene) -> bool:
    """Whether a sentence behind news opens with a day long ago: "In March last year, it approved a second line"."""
    if scene.published is None or home.background or not _OPENS_WITH_A_DAY.match(sentence.text):
        return False
    dates = read_values(sentence, scene).dates
    first = dates[0] if dates else None
    opening = first is not None and first.span.start - sentence.span.start < _OPENING
    return opening and first is not None and first.date.last < scene.published - _OLD_NEWS


_SITE = gated(
    r"\b(?:the|this|its|both|each)\s(?:(?!first|second|third|other|another|existing|old|current)[\w€$£¥.,()-]+\s){0,5}?"
    r"(?:plants?|factor(?:y|ies)|gigafactor(?:y|ies)|facilit(?:y|ies)|sites?|projects?|complex|campus|mine|refinery|hub"
    r"|works)\b|\b(?:building work|construction work|construction (?:is|will|should|was)|ground will be broken)\b",
    re.I,
)
_TRADES = ("supply.supply", "supply.source", "supply.deal", "supply.win")
_WORKS = ("facility_verb.start", "facility_verb.produce", "facility_verb.open", "facility_verb.capacity")
_RETURNS_TO = (Kind.FACILITY, Kind.SUPPLY)


def _returns_to(sentence: Sentence, home: Bundle, scene: Scene) -> bool:
    """Whether a later sentence can only speak of the one plant or deal of a text: "The plant will make 60 GWh"."""
    if sentence.headline or "0" not in sentence.opened or guessed(sentence):
        return False
    if _ELSEWHERE.search(sentence.text, sentence.opened) or _other_item(scene, sentence, home):
        return False
    ids = home.ids()
    named = {name.id for name in sentence.names if name.kind not in NO_FIRMS}
    if home.kind is Kind.SUPPLY:
        return named <= ids and bool(named) and sentence.has(*_TRADES)
    if _of_another(sentence, home) or not _in_known_places(sentence, home):
        return False
    acting = bool(named & ids) and named <= ids and sentence.has(*_WORKS)
    return acting or bool(_SITE.search(sentence.text, sentence.opened))


def _in_known_places(sentence: Sentence, home: Bundle) -> bool:
    """Whether a sentence names no place that the development does not have already, or one within it or around it."""
    told = [draft.clause for draft in home.drafts] + home.more + home.later
    known = {spot.id for clause in told for spot in (*clause.places, *clause.countries)}
    lands = {spot.country for clause in told for spot in (*clause.places, *clause.countries)}
    return all(
        spot.id in known
        or spot.level == "area"
        or any(spot.id.startswith(f"{other}-") or other.startswith(f"{spot.id}-") for other in known)
        or (spot.level == "country" and spot.country in lands)
        for spot in (*sentence.places, *sentence.countries)
    )


_ELSEWHERE = gated(
    r"\b(?:markets?|demand|industry|sector|globally|worldwide|analysts?|prices?|shares?|stocks?|world|consumers"
    r"|customers|countr(?:y|ies)|revenues?|sales|sold|profits?|competit\w+|rivals?|last year|since|founded|history"
    r"|economy|costs|until now|instead|addressable|needed|needs|run rate|secured|fee|listing|orders|pilot|prototype"
    r"|samples|block|second|third|another(?! [\d$€£])|currently|largest|biggest)\b",
    re.I,
)


def _stays(sentence: Sentence, home: Bundle, scene: Scene) -> bool:
    """Whether a sentence with a figure can only go on about what the one before it tells: it names nothing new."""
    if "0" not in sentence.opened or _ELSEWHERE.search(sentence.text, sentence.opened):
        return False
    before = scene.sentences[sentence.index - 1]
    if before.headline or before.paragraph != sentence.paragraph:
        return False
    if any(name.id not in home.ids() and name.kind not in NO_FIRMS for name in sentence.names):
        return False
    return _in_known_places(sentence, home)


_DEALS = ("supply.deal", "partnership.mou")
_UNDER_IT = regex(
    r"^(?:Under|According to|As part of) (?:the|a|an|this|its|their) (?:\w+ ){0,2}(?:memorandum|MOU|agreement|deal"
    r"|accord)\b",
    re.I,
)


_SOME_MORE = gated(
    rf"\b(?:two|three|four|five|six|several|\d+) (?:more|other|further) (?:[\w-]+ ){{0,2}}?(?:{PLANTS}|projects)\b",
    needs=" ".join(("projects", *load_words("plants"))),
)


def _of_another(sentence: Sentence, home: Bundle) -> bool:
    """Whether a sentence speaks of another plant ("that first factory") or of companies the development has not."""
    if home.kind is Kind.FACILITY and clash(ordinals_of(home.drafts), ordinals_in(sentence)):
        return True
    if home.kind is Kind.FACILITY and _SOME_MORE.search(sentence.text, sentence.opened):
        return True
    if home.kind is Kind.FACILITY and sentence.has(*_DEALS) and not _UNDER_IT.match(sentence.text):
        return True  # a deal has dates and sums of its own
    if home.kind is Kind.FACILITY and (
        _takes_over(sentence, home) or _stands_abroad(sentence, home) or _stands_elsewhere(sentence, home)
    ):
        return True
    ids = home.ids()
    if all(name.id in ids for name in sentence.names):
        return False
    groups = name_groups(sentence, sentence.names)
    if home.kind is Kind.FACILITY and any(_builds_another(group, sentence, ids) for group in groups):
        return True
    doing = [group for group in groups if not group.lead]
    named = {name.id for group in doing for name in group.names if not name.referred and name.kind not in NO_FIRMS}
    return bool(named) and not named & ids


def _takes_over(sentence: Sentence, home: Bundle) -> bool:
    bought = sentence.has("investment.acquire")
    return bought and any(name.id not in home.ids() and name.kind != "government" for name in sentence.names)


def _stands_abroad(sentence: Sentence, home: Bundle) -> bool:
    """Whether a sentence tells of a plant in another country: "Its only plant overseas is in Malaysia"."""
    if not sentence.has("facility.plant") or _DONE_AT_IT.search(sentence.text, sentence.opened):
        return False
    here = {spot.country for spot in (*sentence.places, *sentence.countries) if spot.country}
    told = [draft.clause for draft in home.drafts] + home.more
    known = {spot.country for clause in told for spot in (*clause.places, *clause.countries) if spot.country}
    return bool(here and known) and not here & known


_FINE = frozenset({"city", "town", "park"})
_OF_ITS_OWN = regex(r"(?:\b(?:[Ii]ts|[Tt]heir|an?)|['’]s)\s(?:[\w-]+\s){0,4}$")
_THERE = regex(r"\s(?:in|at|near|outside)\s(?:the\s)?(?:[a-z][\w-]*\s){0,3}")


def _stands_elsewhere(sentence: Sentence, home: Bundle) -> bool:
    """Whether a sentence tells of a plant in another town: "Its facility in Covington can process 30,000 tonnes"."""
    here = home.places()
    if not here or not sentence.has("facility.plant"):
        return False
    plants = [cue for cue in sentence.find("facility.plant") if _OF_ITS_OWN.search(sentence.before(cue.span.start, 60))]
    there = {
        spot.id
        for spot in sentence.places
        if spot.level in _FINE and any(_THERE.fullmatch(sentence.between(cue.span, spot.span)) for cue in plants)
    }
    nested = any(one.startswith(other) or other.startswith(one) for one in here for other in there)
    return bool(there) and not nested


_DONE_AT_IT = gated(  # "what is processed |at the plant| comes from a mine in Brazil"
    rf"\b(?:at|in|by) the (?:new )?{PLANT} (?:will|is|would|can|could)\b",
    needs=" ".join(load_words("plant")),
)
_SITE_BY = gated(rf"\b(?:{PLANT}|project) by\s$")


def _builds_another(group: Group, sentence: Sentence, ids: set[str]) -> bool:
    """Whether a plant is told of that somebody else builds: "a $2.6 billion plant by |SK Innovation|"."""
    if group.lead != "by" or {name.id for name in group.names} & ids:
        return False
    return bool(_SITE_BY.search(sentence.before(group.span.start, 40), sentence.opened))
