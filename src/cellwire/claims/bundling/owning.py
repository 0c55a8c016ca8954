"""Whose a plant is that is told of before its owner, or beside an agreement; and which ownerless plants stand."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec.structs import replace

from cellwire.claims.actors import CONTRACTOR, NO_FIRMS, groups
from cellwire.claims.clauses import Actor, Bundle, Draft
from cellwire.claims.kinds import EACH_BOND, RAISED_FOR_ALL
from cellwire.claims.scene import Name, Scene, Sentence
from cellwire.lexicon import regex
from cellwire.model import BlockKind, Kind, Role

_SIZED = regex(
    r"\d\s?(?:GWh|MWh|gigawatt|megawatt|tonnes|tons|tpa|ktpa|mtpa)|[$€£¥]\s?\d|\d(?:[\d,.]*)\s(?:million|billion)", re.I
)


def owned(home: Bundle, bundles: list[Bundle], scene: Scene) -> Bundle | None:
    """A bundle that stands; a plant whose owner no clause names is that of the only owner told of, or none at all."""
    if home.kind is not Kind.FACILITY or home.ids() or any(_stands_alone(draft, scene.main) for draft in home.drafts):
        return home
    others = [each for each in bundles if each.kind is Kind.FACILITY and each.ids(Role.OWNER)]
    owners = {name for each in others for name in each.ids(Role.OWNER)}
    lead = home.drafts[0].clause.index - scene.first_told <= _LEAD
    named = (draft for draft in home.drafts if draft.clause.names)
    official = any(draft.actors and draft.stage != "permitted" for draft in named)  # is no company's plan
    if all(draft.thing is None for draft in home.drafts):
        return None
    if official or not lead:
        return home if lead and _told_of_alone(home) else None
    after = [each for each in others if 0 < each.drafts[0].clause.index - home.last <= _LEAD]
    near = after if len(owners) > 1 else [each for each in others if each in after or _is_main(each, scene)]
    another = home.drafts[0].clause.text.endswith("; ")  # whom a title names behind a semicolon has his own news
    actor = _owner_told(near) or (None if len(owners) > 1 or another else _sole_company(scene))
    if actor is None:
        return home if _told_of_alone(home) else None
    home.drafts[0] = replace(home.drafts[0], actors=(actor, *home.drafts[0].actors))
    return home


def _is_main(plant: Bundle, scene: Scene) -> bool:
    """Whether its owner is whom the text speaks of first, or it is told before the text goes on to others."""
    main = scene.main
    return plant.drafts[0].clause.index - scene.first_told <= _LEAD or (main is not None and main.id in plant.ids())


def without_headlines(bundles: list[Bundle]) -> list[Bundle]:
    """Without what only a headline tells, where the text under it tells the same companies' thing as of another kind.

    "A and B forge a partnership to make cells" stands over a text that tells of their plant.
    """
    return [each for each in bundles if not any(_spelled_out(each, other) for other in bundles)]


_UNDER = 2  # sentences
_LOOSE_KINDS = frozenset({Kind.PARTNERSHIP, Kind.TECHNOLOGY, Kind.MARKET})  # what a headline's few words may be read as


def _spelled_out(title: Bundle, text: Bundle) -> bool:
    if title.kind not in _LOOSE_KINDS or text.background or not all(draft.clause.headline for draft in title.drafts):
        return False
    each = any(draft.rule == EACH_BOND for draft in text.drafts) and text.ids() < title.ids()
    if (text.kind is title.kind and not each) or not title.ids() & text.ids():
        return False
    if title.kind is Kind.PARTNERSHIP and not each and not title.ids() <= text.ids():
        return False  # with whom it is, the title alone says
    if title.kind is Kind.TECHNOLOGY and text.kind is Kind.MARKET:
        return False  # figures under it launch nothing
    under = title.drafts[-1].clause.index
    reach = 2 * _UNDER if each else _UNDER  # whom it is with in turn is told plainly, also further down
    return any(0 < draft.clause.index - under <= reach and not draft.clause.headline for draft in text.drafts)


def without_facets(bundles: list[Bundle]) -> list[Bundle]:
    """A memorandum between a company and a government beside that company's plant is the plant's (labels' rule 6)."""
    kept = []
    for each in bundles:
        officials = [actor for draft in each.drafts for actor in draft.actors if actor.role is Role.GOVERNMENT]
        if each.kind is Kind.PARTNERSHIP and any(_shared_by(plant, each) for plant in bundles):
            continue
        plant = _plant_beside(each, bundles) if each.kind is Kind.PARTNERSHIP and officials else None
        if plant is None:
            kept.append(each)
            continue
        known = {actor.name.id for draft in plant.drafts for actor in draft.actors}
        actors = tuple({actor.name.id: actor for actor in officials if actor.name.id not in known}.values())
        plant.drafts[0] = replace(plant.drafts[0], actors=(*plant.drafts[0].actors, *actors))
        plant.more += [draft.clause for draft in each.drafts]
    return kept


def _shared_by(plant: Bundle, bond: Bundle) -> bool:
    """Whether a bond, told with a plant or in the next sentence, is of companies that all have a part in the plant."""
    if plant.kind is not Kind.FACILITY or plant.background != bond.background or len(bond.drafts) > 1:
        return False
    told = bond.drafts[0]
    close = any(abs(draft.clause.index - told.clause.index) <= 1 for draft in plant.drafts)
    ended = "terminated" in {told.stage} or told.clause.headline
    return close and not ended and len(bond.ids()) > 1 and bond.ids() <= plant.ids()


_PUBLIC_RULES = frozenset({"investment.public-money"})


def with_money(bundles: list[Bundle]) -> list[Bundle]:
    """A plant that is only told of as what public money is for adds its values to that (labels' rule 7)."""
    kept = []
    for each in bundles:
        gift = _gift_beside(each, bundles) if each.kind is Kind.FACILITY else None
        if gift is None:
            kept.append(each)
        else:
            gift.more += [draft.clause for draft in each.drafts if draft.clause not in gift.more]
    return kept


_BEHIND = 3  # sentences


def with_projects(bundles: list[Bundle]) -> None:
    """Money knows the size and jobs of the plant it is for, told of with it or behind it (labels' rule 7).

    So do a loan and a grant of any plant, a round and a takeover of stores of power.
    """
    funding = [each for each in bundles if each.kind is Kind.INVESTMENT and not each.background]
    for each in bundles:
        payer = next((one for one in funding if each.kind is Kind.FACILITY and _is_paid_by(one, each)), None)
        if payer is not None:
            later = each.later if _is_for_stores(payer) else []
            payer.project += [*(draft.clause for draft in each.drafts), *each.more, *later]


def _is_paid_by(funding: Bundle, plant: Bundle) -> bool:
    stores = _is_for_stores(funding)
    given = funding.drafts[0].rule in _PUBLIC_RULES and all(
        draft.rule not in RAISED_FOR_ALL for draft in funding.drafts
    )
    if not stores and not given:
        return False
    running = not stores and any(draft.rule == "facility.running" for draft in plant.drafts)
    if running or any(draft.stage in {"closed", "cancelled"} for draft in plant.drafts):
        return False
    first = funding.drafts[0].clause.index
    if not any(0 <= draft.clause.index - first <= _BEHIND for draft in (plant.drafts if stores else plant.drafts[:1])):
        return False
    return not plant.ids() or bool(plant.ids() & funding.ids()) or (stores and _are_the_stores(plant))


_STORES = regex(
    r"\b(?:BESS|(?:battery|energy)(?: energy)? storage (?:\([A-Z]+\) )?(?:\w+ )?(?:projects?|systems?|assets?"
    r"|portfolios?"
    r"|facilit(?:y|ies)|plants?|sites?)|(?:storage|battery) (?:projects?|portfolios?|assets?))\b"
)


def _is_for_stores(funding: Bundle) -> bool:
    return any(_STORES.search(draft.clause.text) for draft in funding.drafts)


_THE_STORES = regex(r"^\W*(?:The|These|Both|All)\s(?:[\w-]+\s){0,4}?(?:projects?|systems?|assets?|sites?|portfolio)\b")


def _are_the_stores(plant: Bundle) -> bool:
    """Whether it is told of as what was told before: "The three energy storage systems, Alder I and II, will …"."""
    return _THE_STORES.match(plant.drafts[0].clause.text) is not None


def _gift_beside(plant: Bundle, bundles: list[Bundle]) -> Bundle | None:
    """The loan or grant whose sentence tells of the plant, or the one before does, where the plant is only planned."""
    body = [draft for draft in plant.drafts if not draft.clause.headline]  # the headline names the plant too
    if not body or any(draft.stage not in {"announced", "considered"} for draft in plant.drafts):
        return None
    first, headed = body[0].clause.index, len(body) < len(plant.drafts)
    for each in bundles:
        if (
            each.kind is not Kind.INVESTMENT
            or each.drafts[0].rule not in _PUBLIC_RULES
            or each.background != plant.background
        ):
            continue
        told = [draft for draft in each.drafts if _is_of_the_money(draft, headed=headed)]
        near = any(0 <= first - draft.clause.index <= (1 if headed else _BEHIND) for draft in told)
        if near and (not plant.ids() or plant.ids() & each.ids()):
            return each
    return None


def _is_of_the_money(draft: Draft, *, headed: bool) -> bool:
    """Whether a clause is about the money and not the plant: where a title tells the plant as news of its own
    (`headed`), only one below it in which the giver acts."""
    if headed:
        return not draft.clause.headline and _gives(draft)
    return draft.clause.headline or _gives(draft) or _is_given(draft)


_GETS = regex(
    r"\b(?:awarded|receiv(?:es?|ed)|gets?|got|wins?|won|secure[sd]?|lands?|landed|bag(?:s|ged)|obtain(?:s|ed)|clinch(?:es|ed))"
    r"\s[^,;]{0,60}$"
)


def _is_given(draft: Draft) -> bool:
    """Whether who gets the money is said to get it: "Alder was awarded a grant", not "Alder invests, with a grant"."""
    return _GETS.search(draft.clause.before(draft.trigger.end, 90)) is not None


def _gives(draft: Draft) -> bool:
    """Whether the giver is who acts: not "Alder invests $672 million, with a grant from the state, in a plant"."""
    first = min(draft.actors, key=lambda actor: actor.name.said, default=None)
    return first is not None and first.role in {Role.GOVERNMENT, Role.INVESTOR}


def _plant_beside(bond: Bundle, bundles: list[Bundle]) -> Bundle | None:
    """The plant told of within a few sentences of an agreement."""
    first = bond.drafts[0].clause.index
    for each in bundles:
        near = any(abs(draft.clause.index - first) <= 1 for draft in each.drafts)
        if each.kind is Kind.FACILITY and near and each.background == bond.background:
            return each
    return None


def _owner_told(others: list[Bundle]) -> Actor | None:
    actors = (actor for each in others for draft in each.drafts for actor in draft.actors)
    return next((actor for actor in actors if actor.role is Role.OWNER), None)


def _sole_company(scene: Scene) -> Actor | None:
    """The one company that title and first sentences name, or, where they name none, the whole text."""
    if _is_sold(scene):
        return None
    lead = _companies(scene.sentences[: scene.first_told + 2]) or _companies(scene.sentences)
    return Actor(next(iter(lead.values())), Role.OWNER) if len(lead) == 1 and not _only_equips(lead, scene) else None


# "three storage sites, with the technology |provided by local firm| B"
_EQUIPS = regex(
    r"\b(?:technology|equipment|batteries|systems?|kit|cells)\s(?:is\s|are\s)?(?:being\s)?"
    r"(?:provided|supplied|delivered|made)\sby\s(?:[\w-]+\s){0,4}$"
)


def _only_equips(lead: dict[str, Name], scene: Scene) -> bool:
    """Whether the one company that is named only delivers what is built in."""
    told = [(sentence, name) for sentence in scene.sentences for name in sentence.names if name.id in lead]
    return any(_EQUIPS.search(sentence.before(name.said.start, 80)) for sentence, name in told)


def _companies(sentences: Sequence[Sentence]) -> dict[str, Name]:
    silent = NO_FIRMS | {"institute", "union", CONTRACTOR}
    return {name.id: name for sentence in sentences for name in sentence.names if name.kind not in silent}


def _told_of_alone(home: Bundle) -> bool:
    """A plant without an owner that a lead tells of, with its place or its size: "go-ahead for a £2.5bn plant"."""
    return any(_is_pinned(draft) for draft in home.drafts)


_STORED = regex(r"\d[\s-]?[GM]W\b")


def _is_pinned(draft: Draft) -> bool:
    """Whether a plant's own noun stands there, and where it is or how large; a land is too wide for a stranger's plant.

    Several stores are told of by what they hold together.
    """
    clause, thing = draft.clause, draft.thing
    if thing is None or not any(tag.startswith("facility.") for tag in thing.tags if tag != "facility.project"):
        return False
    if draft.rule == "facility.explore" and not draft.actors:
        return False
    sized = bool(_SIZED.search(clause.text))
    pinned = sized or any(spot.level != "area" for spot in clause.places)
    if pinned and not thing.written.endswith("s") and draft.rule != "facility.tender":
        return True
    stores = "facility.storage" in thing.tags and not thing.written.endswith("systems")
    sized = sized or bool(stores and _STORED.search(clause.text))
    several = thing.written.endswith("s") and thing.written != "bess" and not (stores and sized)
    in_a_land = bool(clause.countries) and not clause.names and draft.stage != "permitted"
    return (pinned or sized or in_a_land) and not (several or _is_a_strangers(draft))


_OF_ITSELF = regex(r"(?:construction|works?|operations?|production|the country|it)$", re.I)
_UNNAMED = regex(  # "a Saudi |company to| build a store in Peru", "state |planners| approve a store": no name is lost
    r"\b(?:(?:company|firm|group|developers?|IPPs?|utility|consortium|joint venture|start-?up)"
    r"(?:\s(?:is\s)?to|\swill|\shas)?"
    r"|planners|councill?ors|regulators?)$",
    re.I,
)


def _is_a_strangers(draft: Draft) -> bool:
    """Whether somebody acts whose name is not known: "|Elm Power| opens a store in Peru"."""
    clause, verb = draft.clause, draft.trigger
    if draft.actors or draft.thing is None or draft.thing.span.start < verb.end:
        return False
    before = clause.text[: verb.start - clause.span.start].strip()
    return bool(before) and not (_OF_ITSELF.search(before) or _UNNAMED.search(before))


_LEAD = 2  # sentences


_SELLS = ("supply.win", "supply.order", "supply.deal", "supply.supply")


def _is_sold(scene: Scene) -> bool:
    """Whether a text opens with an order for a store of power: who gets the order does not own the store."""
    opening = scene.sentences[: scene.first_told + 1]
    ordered = any(sentence.has(*_SELLS) for sentence in opening)
    return ordered and any(sentence.has("facility.storage") for sentence in opening)


def with_owner(draft: Draft, scene: Scene) -> Draft:
    """ "The 30 GWh factory" of a text whose title names one company, where no other is named, is that company's."""
    main, clause = scene.main, draft.clause
    if draft.kind is not Kind.FACILITY or draft.actors or main is None or main.kind in {"government", "union"}:
        return draft
    titles = [sentence for sentence in scene.sentences[:2] if sentence.headline]
    titled = [name for title in titles for group in groups(title) if group.lead != "for" for name in group.names]
    others = [name for name in (*titled, *clause.names) if name.id != main.id and name.kind != "government"]
    pinned = any(spot.level != "area" for spot in clause.places) or _SIZED.search(clause.text)
    if others or not pinned or not any(name.id == main.id for name in titled) or clause.headline:
        return draft
    if _is_sold(scene):
        return draft
    return replace(draft, actors=(Actor(main, Role.OWNER),))


def _stands_alone(draft: Draft, main: Name | None) -> bool:
    """A plant without an owner adds to one that is told of; alone it counts in a list, or where no company is named."""
    if draft.kind is not Kind.FACILITY or any(actor.role is not Role.GOVERNMENT for actor in draft.actors):
        return True
    if draft.clause.block is BlockKind.LIST_ITEM and draft.trigger.start - draft.clause.span.start < 4:
        return draft.thing is not None
    if main or draft.thing is None or draft.clause.headline or draft.thing.written.endswith("s"):
        return False
    named = any(tag.startswith("facility.") for tag in draft.thing.tags if tag != "facility.project")
    placed = any(spot.level != "area" for spot in draft.clause.places)
    return named and (placed or bool(_SIZED.search(draft.clause.text)))
