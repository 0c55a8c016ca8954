"""Who else takes part, as the sentences behind say: gave the money, develops the plant, made what is recalled."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import islice

from msgspec.structs import replace

from cellwire.claims.actors import CONTRACTOR, NO_FIRMS, Group, groups, ranks_of
from cellwire.claims.clauses import NEAR, Actor, Bundle
from cellwire.claims.scene import Name, Scene, Sentence
from cellwire.lexicon import PLANT, PLANTS, regex
from cellwire.model import Kind, Role

_FAR = 12  # sentences in which the givers of a text's only sum are told
_MONEY = (
    r"(?:money|funds|rounds?|loans?|financing|funding|capital|investment|facilit(?:y|ies)|debt|transaction|raise"
    r"|credit|(?:tax )?equity)"
)
# before the givers: "|The lenders are |A and B", "|The money comes from |A"
_LED_INTO = regex(
    r"(?:\b(?:[Ll]enders|[Ii]nvestors|[Bb]ackers|[Bb]anks|[Aa]rrangers|[Ss]hareholders)\b"
    r"(?:\s(?:in|of|for|behind)\s(?:the|this|its)\s[^,.;:]{1,40}?)?\s(?:are|were|included?|includes|is|was)"
    rf"|^(?:It|Money|Funding|Financing|(?:The|Its|This|That)\s(?:[\w$€£.-]+\s){{0,4}}?{_MONEY})"
    r"\s(?:(?:was|were|is|are|has|have|been|also)\s){0,3}"
    r"(?:(?:led|co-led|provided|arranged|underwritten|backed|financed)\sby|(?:comes?|came)\sfrom"
    r"|(?:signed|closed|agreed|concluded)\s(?:on\s[A-Z]\w+\s)?with)"
    r"|\bjoined\sby)\s(?:[a-z][a-z-]*:?\s){0,7}$"
)
_STANDING = regex(
    r"\b(?:[Ee]xisting|[Pp]revious|[Ee]arlier|[Cc]urrent|[Oo]ther|[Ii]ts|'s)\s(?:[a-z]+\s)?\w+\s(?:are|were|includ\w+)\s"
)
_SOME = r"(?:(?:the|an?|its|both|all|also|each|[a-z]+ly|co-?ordinating|joint|lead|main|new|senior)\s){0,4}?"
# behind them: "A and B |acted as lead arrangers|", "A |provided the loan|"
_GAVE = regex(
    rf"(?:\s[A-Z]\w+){{0,2}}\.?,?\s{_SOME}(?:(?:has|have|had)\s)?"
    rf"(?:(?:(?:acted|served)\sas|were|was|are|is)\s{_SOME}(?:arrangers?|lenders?|investors?|underwriters?)\b"
    rf"|(?:will\s)?(?:provide[sd]?|arranged?|underwrote|extended|make)\s(?:[\w$€£.-]+\s){{0,5}}?{_MONEY}\b"
    rf"|(?:co-)?(?:led|joined|backed)\s(?:the|this)\s(?:[\w-]+\s){{0,3}}?{_MONEY}\b)"
)
_ALSO = regex(r"\.?\s(?:also|both|all)\s(?:invested|participated|took part|contributed)\b")


_WHO = (
    r"(?:(?:[a-z][\w-]*|[A-Z][\w.]*-(?:based|headquartered|listed|owned|backed)|[A-Z][a-z]+(?:an|ch|ese|ish))\s){0,5}$"
)
_A_PLANT = (
    rf"(?:It|(?:[Tt]he|[Tt]his|Its|Both)\s(?:[\w.-]+\s){{0,4}}?(?:{PLANT}|project|site|complex|system|battery|scheme)s?)"
    r"(?:(?:,\s|\s(?:in|at|near|outside)\s)[^,;]{2,40},?)?"
)
# "|The project is being developed by |A and B", "|The factory belongs to |A"
_BUILT_BY = regex(
    rf"^(?:[A-Z][a-z]+\s[^,;]{{3,60}},\s)?{_A_PLANT}"
    r"\s(?:(?:(?:is|was|are|were|will|be|being|has|been|both|also|jointly)\s){1,4}"
    r"(?:developed|owned|operated|developed and owned|run)(?:\sand\soperated)?\s(?:jointly\s)?by|belongs\sto)\s"
    rf"{_WHO}"
)
# "A, |which owns the plant|", "A |operates the site|"
_OWNS_IT = regex(
    rf"(?:\s\([^()]*\))?(?:,\s(?:which|who))?\s(?:owns|operates|runs)(?:\sand\s\w+)?\s(?:the|this)\s(?:[\w-]+\s){{0,3}}?"
    rf"(?:{PLANT}|site|system|battery)\b"
)
# "|The loan would go to |A", "|The grant to |A is"
_GOES_TO = regex(
    r"^(?:The|This|Its)\s(?:[\w$€£.-]+\s){0,4}?(?:loans?|grants?|funding|money|awards?|financing|aid|subsid(?:y|ies)|funds|guarantee)"
    r"\s(?:(?:would|will|is|was|are|were|to|has|have|been|be)\s){0,4}(?:(?:go(?:es|ing)?|went|given|awarded|made|paid)\s)?to\s"
    rf"{_WHO}"
)
_GOODS = r"(?:batter(?:y|ies)|cells?|packs?|modules?)"
# "recalls cars with |batteries made by |A", "|its battery supplier |A"
_MADE_BY = regex(
    rf"\b{_GOODS}(?:\s(?:[a-z-]+\s){{0,4}}?(?:made|supplied|produced|built|manufactured|provided|assembled|sourced|delivered)"
    r"\s(?:[a-z]+\s){0,3}?(?:by|from)|\sfrom)\s(?:the\s)?(?:[A-Za-z][\w-]*\s){0,4}$"
    r"|\b(?:battery|cell)\s(?:supplier|maker|partner)(?:,|\s(?:is|was))?\s$"
)
# "|LG's batteries|", "A, |which supplied the cells|"
_MADE_THEM = regex(
    rf"['’]s?\s(?:[a-z-]+\s){{0,2}}?{_GOODS}\b"
    rf"|\.?,?\s(?:(?:which|who|had|has)\s){{0,2}}(?:supplie[sd]|made|makes|produced|manufactured)\s(?:[a-z’'-]+\s){{0,3}}?{_GOODS}\b"
)
# "at |its Ultium Cells |plant", "through |its battery subsidiary |Birk"
_ITS = regex(r"\b(?:[Ii]ts|[Tt]heir)\s(?:[a-z][\w-]*\s){0,2}$")
_WORKS = regex(rf"\s(?:[a-z-]+\s){{0,3}}?(?:{PLANT}|{PLANTS}|site|works)\b")
_ITS_UNIT = regex(
    r"(?:\b(?:[Ii]ts|[Tt]heir)|['’]s)\s(?:[\w-]+\s){0,4}?(?:subsidiary|unit|arm|affiliate|division|venture|JV)"
    r",?\s(?:called\s|named\s)?$"
)
_CELL, _PACK = 5, 6  # places in the chain
_FAULTS = frozenset({"incident.recall", "incident.halt", "incident.probe"})

_HARMS = frozenset({"incident.fire", "incident.accident"})
_PUBLIC = frozenset({"investment.public-money"})

Test = Callable[[Sentence, Group, bool], bool]  # of the last whether the sentence is near


def with_those_behind(bundles: Sequence[Bundle], scene: Scene) -> None:
    """Adds to news whom the next sentences name as taking part; givers of a text's only sum further down too."""
    money = [each for each in bundles if each.kind is Kind.INVESTMENT and not each.background]
    for home in bundles:
        others = {draft.clause.index for each in bundles if each is not home for draft in each.drafts}
        if home.kind is Kind.INVESTMENT and home in money and home.ids(Role.TARGET) and home.lead.stage != "terminated":
            _add(home, Role.INVESTOR, _told(home, scene, _gives, others=others, alone=len(money) == 1))
        elif home.kind is Kind.FACILITY and not home.background:
            _add(home, Role.OWNER, _told(home, scene, _develops, others=others))
            _add(home, Role.OWNER, _units(home))
        elif home.kind is Kind.INVESTMENT and home in money and home.lead.rule in _PUBLIC and not home.ids(Role.TARGET):
            _add(home, Role.TARGET, islice(_told(home, scene, _gets, others=others), 1))
        elif home.lead.rule in _HARMS and not home.ids():
            _add(home, Role.OWNER, islice(_told(home, scene, _owns, others=others, alone=True), 2))
        elif home.lead.rule == "incident.layoff":
            _add(home, Role.OWNER, _units(home))
        elif home.lead.rule in _FAULTS and home.ids():
            _add(home, Role.SUPPLIER, _told(home, scene, _made, others=others, start=0))


def _add(home: Bundle, role: Role, names: Iterator[Name]) -> None:
    known = home.ids()
    found = {name.id: name for name in names}
    new = tuple(Actor.of(name, role) for id, name in found.items() if id not in known)
    if new:
        home.drafts[-1] = replace(home.drafts[-1], actors=(*home.drafts[-1].actors, *new))


def _told(
    home: Bundle, scene: Scene, test: Test, *, others: set[int], alone: bool = False, start: int = 1
) -> Iterator[Name]:
    told = [draft.clause.index for draft in home.drafts if not draft.clause.headline]
    first = min(told or [draft.clause.index for draft in home.drafts])
    for sentence in scene.sentences[first + start : first + 1 + (_FAR if alone else NEAR)]:
        if sentence.headline or (sentence.index in others and not alone):
            continue
        near = sentence.index - first <= NEAR
        for group in groups(sentence):
            if test(sentence, group, near):
                yield from (name for name in group.names if not name.referred)


def _units(home: Bundle) -> Iterator[Name]:
    """The subsidiary or venture of an owner that a clause names as its own."""
    for draft in home.drafts if home.ids(Role.OWNER) else ():
        for name in draft.clause.names:
            if name.referred or name.kind in NO_FIRMS or name.kind == CONTRACTOR:
                continue
            before = draft.clause.before(name.said.start, 60)
            if _ITS_UNIT.search(before) or (
                _ITS.search(before) and _WORKS.match(draft.clause.after(name.said.end, 50))
            ):
                yield name


def _gives(sentence: Sentence, group: Group, near: bool) -> bool:
    before = sentence.before(group.span.start, 130)
    behind = sentence.after(group.span.end, 90)
    if _LED_INTO.search(before) and not _STANDING.search(before):
        return near or "enders" in before or "rrangers" in before
    return not group.lead and bool(_GAVE.match(behind) or (near and _ALSO.match(behind)))


def _develops(sentence: Sentence, group: Group, near: bool) -> bool:
    firms = all(name.kind not in NO_FIRMS and name.kind != CONTRACTOR for name in group.names)
    return firms and bool(_BUILT_BY.search(sentence.before(group.span.start, 110)))


def _owns(sentence: Sentence, group: Group, near: bool) -> bool:
    """Whether the plant is said to be its own, or it to run the plant."""
    runs = not group.lead and _OWNS_IT.match(sentence.after(group.span.end, 70)) is not None
    return runs or _develops(sentence, group, near)


def _gets(sentence: Sentence, group: Group, near: bool) -> bool:
    """Whether public money is said to go to it, or what it pays for to be its own."""
    firms = all(name.kind not in NO_FIRMS for name in group.names)
    paid = firms and _GOES_TO.search(sentence.before(group.span.start, 110)) is not None
    return paid or _develops(sentence, group, near)


def _made(sentence: Sentence, group: Group, near: bool) -> bool:
    """Whether it made the batteries that are at fault, as far as its place in the chain lets it."""
    if any(name.known and not {_CELL, _PACK} & set(ranks_of(name)) for name in group.names):
        return False
    behind = sentence.after(group.span.end, 70)
    return bool(_MADE_BY.search(sentence.before(group.span.start, 90)) or _MADE_THEM.match(behind))
