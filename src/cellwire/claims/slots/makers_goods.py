"""What the company makes that builds a plant or gets the money: as the text says of it, or by its own name."""

from __future__ import annotations

import re
from collections.abc import Sequence

from cellwire.claims.actors import without_land
from cellwire.claims.clauses import Bundle
from cellwire.claims.scene import Name, Scene, Sentence, Spot
from cellwire.lexicon import load_lexicon, regex
from cellwire.model import HitKind, Role

_MAKES = {
    "anode": ("anode", "graphite"),
    "recycler": ("recycling",),
    "swap": ("swapping",),
    **{role: (role,) for role in ("cathode", "separator", "electrolyte", "foil", "cell")},
    **{role: (role,) for role in ("lithium", "graphite", "nickel", "cobalt")},
}


def targets_goods(home: Bundle, scene: Scene) -> Spot | None:
    """What the only company makes that gets the money or is bought, where the lexicon knows it and the text says it."""
    targets = {a.name.id: a.name for draft in home.drafts for a in draft.actors if a.role is Role.TARGET}
    if len(targets) != 1:
        return None
    made = {product for target in targets.values() for role in target.chain for product in _MAKES.get(role, ())}
    near = [*(draft.clause for draft in home.drafts), *home.more]
    told = (spot for clause in (*near, *scene.sentences) for spot in clause.products if spot.id in made)
    return next(told, None)


def goods_told_of(home: Bundle) -> Spot | None:
    """What stands beside who gets the money as what it makes: "|pack| maker Alder", "Alder, which |recycles|"."""
    ids = home.ids(Role.TARGET)
    for clause in [*(draft.clause for draft in home.drafts), *home.more]:
        names = [name for name in clause.names if name.id in ids and not name.referred]
        for spot in clause.products:
            if any(_is_beside(spot, name, clause) for name in names):
                return spot
    return None


def _is_beside(spot: Spot, name: Name, clause: Sentence) -> bool:
    if spot.span.end <= name.said.start:
        return _MAKER_BEFORE.fullmatch(clause.between(spot.span, name.said)) is not None
    return spot.span.start >= name.said.end and _OF_WHOM.fullmatch(clause.between(name.said, spot.span)) is not None


_MAKER_BEFORE = regex(
    r"\s(?:materials?\s)?(?:makers?|manufacturers?|producers?|developers?|start-?up|company|firm|giant|specialist|group"
    r"|miner|refiner)\s"
)
_OF_WHOM = regex(
    r",\s(?:an?|the|one of the)\s(?:[\w’'-]+\s){0,3}?"
    r"(?:(?:maker|manufacturer|producer|developer|supplier)s?\sof\s)?(?:[\w-]+\s)?"
    r"|,\s(?:which|who)\s(?:(?:makes|produces|develops|manufactures|mines|refines)\s(?:[\w-]+\s)?)?"
)


# "Alder |specializes in the development and manufacturing of |electrolytes"
_SPECIALIZES = regex(
    r"(?:,[^,;]{1,60},)?\s(?:(?:which|who|also|currently|mainly)\s){0,2}(?:speciali[sz]es\sin|makes|produces|manufactures|develops"
    r"|is\s(?:an?|the|one of the)\s(?:[\w’'-]+\s){0,4}?(?:maker|producer|manufacturer|supplier|developer)\sof)\s"
    r"(?:(?:the|and|of|development|production|manufactur\w+|design|making|research)\s){0,6}(?:[\w-]+\s){0,2}"
)


def specialty(home: Bundle, scene: Scene) -> Spot | None:
    """What the text says that the only owner of a plant makes: "Alder specializes in |electrolytes|"."""
    ids = home.ids(Role.OWNER)
    if len(ids) != 1:
        return None
    for sentence in scene.sentences:
        for name in sentence.names if sentence.products else ():
            ahead = [spot for spot in sentence.products if spot.span.start > name.said.end]
            if name.id in ids and ahead and _SPECIALIZES.fullmatch(sentence.between(name.said, ahead[0].span)):
                return ahead[0]
    return None


def makers_goods(home: Bundle, titles: Sequence[Sentence]) -> Spot | None:
    """What a "battery maker" makes, where nothing else says what the plant is for."""
    for clause in [*(draft.clause for draft in home.drafts), *titles]:
        for spot in clause.products:
            if spot.id in _MADE and _MAKER_AFTER.match(clause.after(spot.span.end, 24)):
                return spot
    return None


_MADE = frozenset({"cell", "pack", "cathode", "anode", "separator", "electrolyte"})
_MAKER_AFTER = regex(r"^\s(?:makers?|manufacturers?|producers?|startup|start-up|company|giant|specialist)\b", re.I)


def goods_in_a_name(home: Bundle, scene: Scene) -> Spot | None:
    """What the only owner's name ends with: "Farrow |Cells|", "Orange |Separators|"."""
    owners = {a.name.id: a.name for draft in home.drafts for a in draft.actors if a.role is Role.OWNER}
    if len(owners) != 1:
        return None
    owner = next(iter(owners.values()))
    hits = [hit for hit in load_lexicon().find(owner.name) if hit.kind is HitKind.PRODUCT]
    ends = len(without_land(owner.name))
    last = next((hit for hit in hits if hit.span.end == ends and hit.ids[0] in _NAMED_FOR), None)
    if last is None or not owner.span.cut(scene.plain.text).startswith(owner.name[:ends]):
        return None
    return Spot(last.ids[0], last.ids[0], last.span.moved(owner.span.start))


_NAMED_FOR = _MADE | {"recycling", "storage", "lithium", "graphite", "nickel", "cobalt"}
