"""Several plants told of in one breath: each has what its own sentences say, and what is summed up is nobody's."""

from __future__ import annotations

import re

from msgspec.structs import replace

from cellwire.claims.clauses import Bundle, Draft, place_of
from cellwire.claims.gates import gated
from cellwire.claims.scene import Scene, Sentence
from cellwire.lexicon import PLANT, PLANTS, regex
from cellwire.model import Kind, Role, Span


def told_apart(bundles: list[Bundle], scene: Scene) -> list[Bundle]:
    """The plants of "A and B will open plants" one by one, where later sentences tell of A's plant and of B's, or of
    the one in this town and the one in that."""
    told = {draft.clause.index for each in bundles for draft in each.drafts}
    return [one for each in bundles for one in (_by_owner(each) or _by_town(each, scene, told) or [each])]


_COUNTED = gated(
    r"\b(?:two|three|four|both)\s(?:of its\s|its\s|new\s|more\s)*(?:[\w-]+\s){0,4}?"
    rf"(?:{PLANTS}|mines|refineries|works)\b",
    re.I,
)
_ONE_OF_THEM = regex(
    rf"\W*(?:(?:The|One|Another|A|An)\s(?:[\w-]+\s){{0,4}}?(?:one|other|{PLANT}|works|latter|former)\b|One\b"
    r"|In\s[A-Z]|[A-Z]\w+\s(?:is|are|will be)\s(?:to be\s)?made\sin\b)"
)
_FINE = frozenset({"city", "town", "park", "site"})
_THEM = 4  # sentences in which the plants are told one by one


def _by_town(home: Bundle, scene: Scene, told: set[int]) -> list[Bundle]:
    """The plants of "is building two plants", by the sentences behind it: "The one in Salta", "A works in Ostrava"."""
    if home.kind is not Kind.FACILITY:
        return []
    plural = next((draft for draft in home.drafts if not draft.clause.headline), None)
    if plural is None or not (_is_plural(plural) or _COUNTED.search(plural.clause.text, plural.clause.opened)):
        return []
    if any(spot.level in _FINE for spot in plural.clause.places):
        return []
    first = plural.clause.index
    own = {draft.clause.index: draft for draft in home.drafts}
    found: dict[str, list[Draft]] = {}
    latest = ""
    for sentence in scene.sentences[first + 1 : first + 1 + _THEM]:
        mine = own.get(sentence.index)
        if sentence.headline or (mine is None and sentence.index in told):
            break
        town = place_of(sentence, sentence.span)
        if town is not None and town.level in _FINE and _ONE_OF_THEM.match(sentence.text):
            latest = town.id
            found.setdefault(latest, []).append(_one_of(plural, sentence, mine))
        elif mine is not None and latest:
            found[latest].append(mine)
    rest = [draft for draft in home.drafts if draft.clause.index > first + _THEM]
    if len(found) < 2 or rest:
        return []
    return [Bundle([*drafts, plural], home.background, shared=[plural.clause]) for drafts in found.values()]


def _one_of(plural: Draft, sentence: Sentence, mine: Draft | None) -> Draft:
    if mine is not None:
        return mine if mine.actors else replace(mine, actors=plural.actors)
    return replace(plural, clause=sentence, trigger=Span(sentence.span.start, sentence.span.start + 3), thing=None)


def _by_owner(home: Bundle) -> list[Bundle]:
    if home.kind is not Kind.FACILITY or len(home.drafts) < 3:
        return []
    owners: set[str] = set()
    groups: dict[str, list[Draft]] = {}
    latest = ""
    for draft in home.drafts:
        told = _owners(draft)
        if _is_plural(draft):
            owners |= told if len(told) > 1 else set()
            latest = ""
        elif len(told & owners) == 1 and told <= owners:
            latest = next(iter(told))
            groups.setdefault(latest, []).append(draft)
        elif latest and not told:
            groups[latest].append(draft)
    return [Bundle(drafts, home.background) for drafts in groups.values()] if len(groups) > 1 else []


def _owners(draft: Draft) -> set[str]:
    return {actor.name.id for actor in draft.actors if actor.role is Role.OWNER}


def _is_plural(draft: Draft) -> bool:
    return draft.thing is not None and draft.thing.written.endswith("s") and draft.thing.written != "works"


def deals_apart(bundles: list[Bundle], scene: Scene) -> list[Bundle]:
    """The deals of "A signed deals with B and C" one by one, where later sentences tell of B's deal and of C's."""
    return [one for each in bundles for one in (_by_partner(each, scene) or [each])]


_ONE_DEAL = regex(
    r"^\W*(?:The|Its|This|Under (?:the|its|this))\s(?:[\w-]+\s){0,3}?"
    r"(?:deal|agreement|contract|arrangement|pact|supply)\s(?:with|from)\b"
)
_DEALS_BEHIND = 8  # sentences


def _by_partner(home: Bundle, scene: Scene) -> list[Bundle]:
    if home.kind is not Kind.SUPPLY:
        return []
    sides = home.ids(Role.SUPPLIER), home.ids(Role.CUSTOMER)
    partners, main = sides if len(sides[0]) > len(sides[1]) else sides[::-1]
    if len(partners) < 2 or len(main) != 1:
        return []
    told: dict[str, list[Draft]] = {}
    first = home.drafts[0]
    for sentence in scene.sentences[home.last + 1 : home.last + 1 + _DEALS_BEHIND]:
        named = {name.id for name in sentence.names} - main
        opening = _ONE_DEAL.match(sentence.text)
        if opening and len(named) == 1 and named <= partners:
            span = Span(sentence.span.start, sentence.span.start + opening.end())
            told.setdefault(named.pop(), []).append(replace(first, clause=sentence, trigger=span, actors=()))
    if len(told) < 2:
        return []
    return [_deal_with(home, partner, main, told.get(partner, [])) for partner in sorted(partners)]


def _deal_with(home: Bundle, partner: str, main: set[str], own: list[Draft]) -> Bundle:
    """What is told of all partners without the others, and what is told of one; sums of all are nobody's."""
    kept = [
        replace(each, actors=tuple(a for a in each.actors if a.name.id in {partner, *main})) for each in home.drafts
    ]
    return Bundle([*kept, *own], home.background, shared=[each.clause for each in home.drafts])


def summed_up(bundles: list[Bundle]) -> None:
    """Marks what is said of a plant together with others of its owner that are told of as well."""
    plants = [each for each in bundles if each.kind is Kind.FACILITY]
    for each in plants:
        if any(other is not each and other.ids() & each.ids() for other in plants):
            each.shared += [draft.clause for draft in each.drafts if _counts_several(draft.clause, each)]


_SEVERAL = gated(
    rf"\b(?:two|three|four|five|both|several)\s(?:[\w-]+\s){{0,3}}?(?:{PLANTS}|projects|bases|locations)\b",
    re.I,
)
_JOINED = regex(r"(?: ?\([^)]*\))?(?:, [A-Z][\w. ]+)?,? (?:and|as well as)(?: in)? (?:the )?")


def _counts_several(clause: Sentence, home: Bundle) -> bool:
    """ "43 GWh in Jianyang and Qujing", "via two projects"; not the two that one complex was said to comprise."""
    spots = sorted((spot for spot in clause.places if spot.level != "area"), key=lambda spot: spot.span.start)
    if not spots and (several := _SEVERAL.search(clause.text, clause.opened)):
        told = [*(draft.clause for draft in home.drafts), *home.more]
        return not any(several[0] in each.text for each in told if each.index < clause.index)
    return any(
        _JOINED.fullmatch(clause.between(one.span, other.span))
        for at, one in enumerate(spots)
        for other in spots[at + 1 : at + 3]
        if one.id != other.id
    )
