"""Who gave the money, where sentences behind the one that tells of it say so: "Lenders include A and B"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from cellwire.claims.actors import Group, groups
from cellwire.claims.clauses import NEAR, Actor, Bundle
from cellwire.claims.scene import Name, Scene, Sentence
from cellwire.lexicon import regex
from cellwire.model import Kind, Role

_FAR = 12  # sentences in which the givers of a text's only sum are told
_MONEY = (
    r"(?:money|funds|rounds?|loans?|financing|funding|capital|investment|facilit(?:y|ies)|debt|transaction|raise"
    r"|credit)"
)
# before the givers: "|The lenders are |A and B", "|The money comes from |A"
_LED_INTO = regex(
    r"(?:\b(?:[Ll]enders|[Ii]nvestors|[Bb]ackers|[Bb]anks|[Aa]rrangers|[Ss]hareholders)\b"
    r"(?:\s(?:in|of|for|behind)\s(?:the|this|its)\s[^,.;:]{1,40}?)?\s(?:are|were|included?|includes|is|was)"
    rf"|^(?:It|Money|Funding|Financing|(?:The|Its|This|That)\s(?:[\w$€£.-]+\s){{0,4}}?{_MONEY})"
    r"\s(?:(?:was|were|is|are|has|have|been|also)\s){0,3}"
    r"(?:(?:led|co-led|provided|arranged|underwritten|backed|financed)\sby|(?:comes?|came)\sfrom)"
    r"|\bjoined\sby)\s(?:[a-z][a-z-]*\s){0,4}$"
)
_STANDING = regex(
    r"\b(?:[Ee]xisting|[Pp]revious|[Ee]arlier|[Cc]urrent|[Oo]ther|[Ii]ts|'s)\s(?:[a-z]+\s)?\w+\s(?:are|were|includ\w+)\s"
)
_SOME = r"(?:(?:the|an?|its|both|all|also|each|[a-z]+ly|co-?ordinating|joint|lead|main|new|senior)\s){0,4}?"
# behind them: "A and B |acted as lead arrangers|", "A |provided the loan|"
_GAVE = regex(
    rf"\.?,?\s{_SOME}(?:(?:has|have|had)\s)?"
    rf"(?:(?:(?:acted|served)\sas|were|was|are|is)\s{_SOME}(?:arrangers?|lenders?|investors?|underwriters?)\b"
    rf"|(?:provided|arranged|underwrote|extended)\s(?:[\w$€£.-]+\s){{0,5}}?{_MONEY}\b"
    rf"|(?:co-)?(?:led|joined|backed)\s(?:the|this)\s(?:[\w-]+\s){{0,3}}?{_MONEY}\b)"
)
_ALSO = regex(r"\.?\s(?:also|both|all)\s(?:invested|participated|took part|contributed)\b")


def with_givers(bundles: Sequence[Bundle], scene: Scene) -> None:
    """Adds to money that is told whom the next sentences name as its givers; to a text's only sum further down too."""
    money = [each for each in bundles if each.kind is Kind.INVESTMENT and not each.background]
    for home in money:
        if not home.ids(Role.TARGET) or home.lead.stage == "terminated":
            continue
        others = {draft.clause.index for each in bundles if each is not home for draft in each.drafts}
        known = home.ids()
        found = {name.id: name for name in _told_behind(home, scene, others, alone=len(money) == 1)}
        new = tuple(Actor.of(name, Role.INVESTOR) for id, name in found.items() if id not in known)
        if new:
            home.drafts[-1] = replace(home.drafts[-1], actors=(*home.drafts[-1].actors, *new))


def _told_behind(home: Bundle, scene: Scene, others: set[int], *, alone: bool) -> Iterator[Name]:
    first = min(draft.clause.index for draft in home.drafts if not draft.clause.headline or len(home.drafts) == 1)
    for sentence in scene.sentences[first + 1 : first + 1 + (_FAR if alone else NEAR)]:
        if sentence.headline or (sentence.index in others and not alone):
            continue
        near = sentence.index - first <= NEAR
        for group in groups(sentence):
            if _gives(sentence, group, near=near):
                yield from (name for name in group.names if not name.referred)


def _gives(sentence: Sentence, group: Group, *, near: bool) -> bool:
    before = sentence.before(group.span.start, 130)
    behind = sentence.after(group.span.end, 90)
    if _LED_INTO.search(before) and not _STANDING.search(before):
        return near or "enders" in before or "rrangers" in before
    return not group.lead and bool(_GAVE.match(behind) or (near and _ALSO.match(behind)))
