"""Goods that go from one company to another: orders, offtakes, and the end of them; who is chosen in `nominating`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cellwire.claims.actors import Group, distinct, groups, led_by, ranks_of, subject
from cellwire.claims.clauses import Draft
from cellwire.claims.gates import gated
from cellwire.claims.kinds.goods import (
    GOODS,
    WORKS,
    bought,
    compared,
    firms,
    flows,
    is_bid,
    is_noun,
    pays,
    supply_draft,
)
from cellwire.claims.kinds.supply import one_side
from cellwire.claims.kinds.supply.contracts import (
    GREW,
    IS_WITH,
    TRADED,
    deal,
    each_deal,
    grown,
    memorandum,
    talks,
    treats,
    with_whom,
)
from cellwire.claims.kinds.supply.customers import customers
from cellwire.claims.kinds.supply.no_supply import in_one_house, only_a_right, speaks_of_another_thing
from cellwire.claims.kinds.supply.nominating import dropped, made_supplier, named_supplier, nominated, picked
from cellwire.claims.kinds.supply.sourcing import FITTED, SKILLS, USES, fitted, sources
from cellwire.claims.kinds.supply.unnamed import unnamed
from cellwire.claims.scene import Cue, Name, Scene, Sentence, aspect
from cellwire.lexicon import regex
from cellwire.model import Span

_TAGS = frozenset(
    f"supply.{name}"
    for name in ("nominate", "powered", "supply", "source", "win", "deal", "order", "stop", "flow", "supplier")
) | {"partnership.mou", "firm.consider"}
_TREATING = frozenset({"partnership.sign", "facility_verb.produce"})


_AGREEING = frozenset({"partnership.sign", "partnership.partnership"})
_CUSTOMER = gated(
    r"\b(?:orders?|contracts?)\b(?:[^.;]|(?<=[A-Z])\.){0,40}\b(?:carmaker|automaker|customer|truck ?maker|utility)",
    re.I,
)


def read(clause: Sentence, scene: Scene) -> Iterator[Draft]:
    told = list(_read(clause, scene)) or list(customers(clause, scene))
    other = None if told or speaks_of_another_thing(clause) else unnamed(clause, groups(clause), scene)
    yield from [other] if other else told


def _read(clause: Sentence, scene: Scene) -> Iterator[Draft]:
    if (
        _TAGS.isdisjoint(clause.tags)
        and not clause.tags >= _TREATING
        and not _MADE_FOR.search(clause.text, clause.opened)
        and not _CHAINED.search(clause.text, clause.opened)
        and not FITTED.search(clause.text, clause.opened)
        and not IS_WITH.match(clause.text)
        and not (clause.tags >= _AGREEING and TRADED.search(clause.text, clause.opened))
    ):
        return
    goods = GOODS.search(clause.text, clause.opened) or _CUSTOMER.search(clause.text, clause.opened)
    if not goods and not (_of_makers(clause) or _goes_on_about_goods(clause, scene) or _grew(clause, scene)):
        return
    found = [
        group
        for group in groups(clause)
        if any(name.kind != "government" for name in group.names) or group.lead == "from"
    ]
    if not found or speaks_of_another_thing(clause):
        return
    if several := list(each_deal(clause, found)):
        yield from several
        return
    bond = clause.has("partnership.mou", "partnership.venture")
    for rule in (*_BOTH_SIDES, one_side.signs) if bond else (*_BOTH_SIDES, talks, treats, *one_side.RULES):
        if draft := rule(clause, found, scene):
            if (
                not only_a_right(clause, draft)
                and not in_one_house(draft)
                and not _HOPED.search(clause.before(draft.trigger.start, 80), clause.opened)
            ):
                yield draft
            return


def _grew(clause: Sentence, scene: Scene) -> bool:
    """Whether an order grew of goods that only the headline names."""
    return GREW.search(clause.text, clause.opened) is not None and any(
        each.headline and GOODS.search(each.text, each.opened) for each in scene.sentences[:2]
    )


_A_SUPPLY = regex(r"(?:supply|off[- ]?take|purchase)\s(?:contract|agreement|deal|pact)s?")
_OPENING = 2  # sentences in which a text says what its companies deal in


def _goes_on_about_goods(clause: Sentence, scene: Scene) -> bool:
    """Whether a supply is told of whose goods the sentences before name: "The two signed a |supply contract|"."""
    if not _names_a_supply(clause) and not IS_WITH.match(clause.text):
        return False
    before = (*scene.sentences[:_OPENING], *scene.sentences[max(0, clause.index - 2) : clause.index])
    return any(GOODS.search(each.text, each.opened) for each in before if each.index < clause.index)


def _names_a_supply(clause: Sentence) -> bool:
    return any(_A_SUPPLY.fullmatch(cue.written) for cue in clause.find("supply.deal"))


def _of_makers(clause: Sentence) -> bool:
    """Whether an offtake is told of companies that are all known to make or use such goods: then so are the goods."""
    if not _names_a_supply(clause) and not (
        clause.headline and any("take" in cue.written for cue in clause.find("supply.deal"))
    ):
        return False
    firms_named = [name for name in clause.names if name.kind != "government"]
    return len(firms_named) > (not clause.headline) and all(ranks_of(name) for name in firms_named)


_BOTH = 2
# "invests in B, aiming to ensure a stable |supply| of cells from it": what is hoped for is not agreed
_HOPED = gated(
    r"(?:,|\bin|\b(?:as|while) (?:it|they))\s(?:aim(?:s|ed|ing) (?:to|at)|"
    r"(?:seek(?:s|ing)?|look(?:s|ing)?|hop(?:es?|ing)|tr(?:y|ies|ying)) to"
    r"|(?:in )?(?:a bid|an effort|order) to|a move to|with the aim of)\s[^,;]{0,50}$"
)


_UNDER = gated(
    r"\b(?:under which|whereby|in which|that (?:will|would) see|under the terms|under (?:the|a|an|this))\b", re.I
)


def _under_it(clause: Sentence, found: list[Group], scene: Scene) -> Draft | None:
    """A signs a memorandum under which B would buy its goods: the one who is not named again is the other side."""
    everybody = distinct(name for group in found for name in firms(group))
    if len(everybody) != _BOTH or not _UNDER.search(clause.text, clause.opened):
        return None
    for cue in clause.find("supply.source", "supply.supply"):
        left, how = subject(found, cue.span.start), aspect(clause, cue)
        ours = firms(left) if cue.form and not how.passive and not how.negated else []
        others = [name for name in everybody if name.id not in {each.id for each in ours}]
        behind = clause.after(cue.span.end, 70)
        if len(distinct(ours)) != 1 or len(others) != 1 or not GOODS.search(behind, clause.opened) or pays(clause, cue):
            continue
        if WORKS.match(behind) or _ASSETS.search(behind, clause.opened) or _TO_TEST.search(behind, clause.opened):
            continue
        sides = (ours, others) if "supply.supply" in cue.tags else (others, ours)
        if flows(*sides):
            return supply_draft(clause, cue, "under", sides)
    return None


def _powered(clause: Sentence, found: list[Group], scene: Scene) -> Draft | None:
    """B's cars are powered by A's cells; cells supplied by A."""
    if clause.has("supply.stop") and clause.has("supply.order", "supply.deal"):
        return None
    verbs = [cue for cue in clause.find("supply.source") if bought(clause, cue) and cue.written not in USES]
    for cue in clause.find("supply.powered"):
        if _SKILLED.search(clause.before(cue.span.start, 30), clause.opened):
            continue  # "knowledge and services provided by B"
        if compared(clause, cue):
            continue
        if any(verb.span.end <= cue.span.start for verb in verbs):
            continue
        right = [group for group in found if 0 <= group.names[0].said.start - cue.span.end < 60]
        left = [group for group in found if group.names[-1].said.end <= cue.span.start]
        makers = [group for group in right if group.lead in {"by", "from", "with", ""}]
        if makers and left:
            buyer = next((group for group in reversed(left) if group.lead in {"", "of", "by", "for"}), left[-1])
            if flows(firms(makers[0]), firms(buyer)):
                stage = "terminated" if _is_given_up(clause, cue) else "signed"
                return supply_draft(clause, cue, "powered", (firms(makers[0]), firms(buyer)), stage=stage)
    return None


# nothing but the goods' own words between: "to |abandon| NCM 811 |cells from| A"
_GOODS_ONLY = regex(r"\s(?:(?!(?:with|by|is|are|was|and|to|for|which|that)\b)[\w-]+\s){0,4}")


def _is_given_up(clause: Sentence, cue: Cue) -> bool:
    """Whether the verb before the goods gives them up."""
    ends = [each for each in clause.find("supply.stop") if each.form and each.span.end < cue.span.start]
    return any(
        _GOODS_ONLY.fullmatch(clause.between(each.span, cue.span)) and not aspect(clause, each).negated for each in ends
    )


_TO_DO = regex(
    r"(?:,?\s(?:Inc|Corp|Corporation|Co|Ltd|Limited|plc|AG|SE|NV|LLC)\b\.?,?){0,2}(?:\s\([^()]{1,30}\))?\sto\s"
)
_TO_TEST = gated(r"\bfor\s(?:[\w-]+\s){0,2}?(?:evaluation|testing|tests?|validation|qualification|trials?)\b")
_SAMPLES = regex(r"^\s(?:[\w-]+\s){0,4}?(?:samples?|prototypes?|pre-production|test cells|[ABC]-samples?)\b")


_SKILL = regex(rf"^\s(?:[\w-]+\s){{0,2}}?(?:{SKILLS}|access)\b", re.I)
_SKILLED = gated(rf"\b{SKILLS}\s$", re.I)
_LAND = gated(
    r"\b(?:contract|agreement|deal)\s(?:[\w-]+\s){0,3}?(?:to\s(?:buy|purchase|acquire)"
    r"|for)\s(?:[\w.,-]+\s){0,4}?(?:land|plots?|"
    r"hectares?|acres?)\b"
)
_ASSETS = gated(
    r"\b(?:projects?|portfolio|business|division|subsidiary|stake|shares|interest|assets|tenements?|deposits?)\b"
)


def _supplies(clause: Sentence, found: list[Group], scene: Scene) -> Draft | None:
    """A supplies B; A delivers cells to B; B is supplied by A."""
    for cue in clause.find("supply.supply"):
        if not _hands_over(clause, cue):
            continue
        how = aspect(clause, cue)
        left = subject(found, cue.span.start)
        right = [group for group in found if group.names[0].said.start >= cue.span.end]
        if how.passive and (makers := led_by(right, ("by",))):
            buyers = firms(left) or [name for group in led_by(right, ("to", "for")) for name in firms(group)]
            if buyers:
                return supply_draft(clause, cue, "supplied-by", (firms(makers[0]), buyers))
            continue
        buyers = (
            _handed_to(clause, right, firms(left))
            or _agreed_with(clause, cue, found, left)
            or _whose_thing(clause, right)
        )
        ended = how.negated or "supply.stop" in cue.tags or _is_lost(clause, cue)
        stage = "terminated" if ended and not clause.has("firm.deny") else "signed"
        if left and buyers and flows(firms(left), buyers):
            return supply_draft(clause, cue, "supplies", (firms(left), buyers), stage=stage)
        if left and (others := _agreed_with(clause, cue, found, left)) and flows(others, firms(left)):
            return supply_draft(
                clause, cue, "supplies", (others, firms(left)), stage=stage
            )  # "agreed with B to supply"
    return None


_READY = regex(r"\b(?:[Rr]eady|[Pp]repared|[Pp]oised) [Tt]o $")  # "ready to |deliver| its new battery to B": by no deal


# "has |lost| its contract to supply B", "an agreement to supply B was |cancelled|"
_A_DEAL_TO = regex(r"(?:\s[\w-]+){0,4}?\s(?:contract|deal|order|agreement|pact)\sto\s(?:[a-z]+ly\s)?$")


def _is_lost(clause: Sentence, cue: Cue) -> bool:
    """Whether the deal under which goods would go is told to have ended."""
    ends = (each for each in clause.find("supply.stop") if each.form and each.span.end <= cue.span.start)
    return any(_A_DEAL_TO.fullmatch(clause.between(each.span, cue.span)) for each in ends)


_PAPERS = regex(  # "has |delivered| a study of the refinery"
    r"\s(?:an?|the|its|their)\s(?:[\w-]+\s){0,4}?(?:study|studies|reports?|assessment|analysis|statement|speech"
    r"|letter|verdict)\b"
)


def _hands_over(clause: Sentence, cue: Cue) -> bool:
    """Whether goods go to who buys them: no samples for a test, no knowledge, no money, no project that is sold."""
    behind = clause.after(cue.span.end, 120)
    if not cue.form or is_noun(clause, cue) or _READY.search(clause.before(cue.span.start, 12)):
        return False
    if not GOODS.search(behind + clause.before(cue.span.start, 60), clause.opened):
        return False
    if (
        _TO_TEST.search(behind, clause.opened)
        or _SAMPLES.match(behind[:40])
        or _SKILL.match(behind[:60])
        or pays(clause, cue)
    ):
        return False
    if _PAPERS.match(behind):
        return False
    sold = cue.written.startswith(("sell", "sold"))
    what = clause.before(cue.span.start, 60) if aspect(clause, cue).passive else behind[:70]
    if _LAND.search(clause.before(cue.span.start, 200), clause.opened):
        return False  # "has signed a contract to buy land to build its plant and |supply| B"
    if _OUTPUT_OF.match(behind):
        return True
    return not (sold and (_ASSETS.search(what, clause.opened) or WORKS.match(behind[:70])))


# "will |sell| 60% of the output of its project to B"
_OUTPUT_OF = regex(
    r"\s(?:up to\s|at least\s|about\s)?(?:\d[\d.]*\s?(?:%|per ?cent)|half|all|a third|a quarter|most|part"
    r"|the whole)\s(?:of\s)?"
    r"(?:the\s|its\s)?(?:[\w-]+\s){0,3}?(?:output|production|volumes?|concentrate|offtake|product)\b"
)


_FOR_A_THING = regex(
    r"\bfor\s[^,;.]{0,60}\b(?:projects?|plants?|factory|fleet|ships?|vessels?|ferr(?:y|ies)|bus(?:es)?|vans?|trucks?"
    r"|cars?|models?)"
    r"\s(?:of|by)\s(?:the\s)?(?:[a-z][\w-]*\s){0,4}$"
)


def _whose_thing(clause: Sentence, right: list[Group]) -> list[Name]:
    """Whose project or ships goods are for: "to supply the batteries for a storage project of |B|"."""
    near = (group for group in right if group.lead in {"of", "by"})
    return [
        name for group in near if _FOR_A_THING.search(clause.before(group.span.start, 120)) for name in firms(group)
    ]


# "a system |which uses B cells and C inverters|": whose parts go into the goods buys none
_OF_PARTS = gated(
    r"\b(?:us(?:es|ing)|featur(?:es|ing)|incorporat(?:es|ing)|contain(?:s|ing)|with|based on|built (?:on|with|around))"
    r"\s[^,;]{0,60}$"
)
_PARTS = regex(
    r"(?:['’]s?)?\s(?:[\w-]+\s){0,2}?(?:cells?|batter(?:y|ies)|packs?|modules?|inverters?|converters?|technology|containers?)\b"
)


def _makes_a_part(clause: Sentence, group: Group) -> bool:
    made = _PARTS.match(clause.after(group.names[-1].said.end, 40))
    return made is not None and _OF_PARTS.search(clause.before(group.span.start, 70), clause.opened) is not None


def _handed_to(clause: Sentence, right: list[Group], ours: list[Name]) -> list[Name]:
    """Who is named behind the verb; "A ships to B, so that it can" names A a second time."""
    right = [group for group in right if not _makes_a_part(clause, group)]
    buyers = [name for group in right if group.lead in {"to", "for", ""} for name in firms(group)]
    if led_by(right, ("to", "for")):
        known = {name.id for name in ours}
        buyers = [name for name in buyers if not (name.referred and name.id in known)]
    return buyers


def _agreed_with(clause: Sentence, cue: Cue, found: list[Group], left: Group | None) -> list[Name]:
    """The other side of "A has an agreement with B to provide"."""
    if left is None or cue.form != "base" or clause.before(cue.span.start, 4) != " to ":
        return []
    if clause.has("partnership.join"):
        return []  # who "teamed up with B to |sell|" sells beside B
    met = led_by(found, ("with",), after=left.span.end)
    near = [group for group in met if _TO_DO.fullmatch(clause.between(group.span, cue.span))]
    return [name for group in near for name in firms(group)]


def _wins(clause: Sentence, found: list[Group], scene: Scene) -> Draft | None:
    """A wins an order from B, or B's bid."""
    orders = clause.find("supply.order", "supply.deal")
    for cue in clause.find("supply.win"):
        named = [each for each in orders if 0 <= each.span.start - cue.span.end < 70]
        left = subject(found, cue.span.start)
        bid = is_bid(clause, cue)
        givers = led_by(found, ("from", "by", "of") if bid else ("from", "by"), after=cue.span.end)
        if (
            (named or bid)
            and firms(left)
            and givers
            and (buyers := firms(givers[0]) or _offices(clause, cue, givers[0]))
        ):
            return supply_draft(clause, cue, "wins", (firms(left), buyers))
    return None


_ORDERED = regex(r"\s(?:an?|its|the|several|two)\s(?:[\w-]+\s){0,4}?orders?\s(?:worth\s[^;]{1,30}\s)?from\s")


def _offices(clause: Sentence, cue: Cue, giver: Group) -> list[Name]:
    """A ministry or an army that places an order for goods: its contracts may be for research."""
    ordered = _ORDERED.match(clause.after(cue.span.end, 80))
    return list(giver.names) if ordered and GOODS.search(clause.after(giver.span.end, 60), clause.opened) else []


_MADE_FOR = gated(
    r"\b(?:produc\w*|manufactur\w*|mak(?:es?|ers?|ing)|made|assembl\w*)\s(?:[\w-]+\s){0,4}?(?:batter(?:y|ies)|cells"
    r"|packs|modules|"
    r"cathodes?|anodes?|separators?)\s"
    r"(?:[\w-]+\s){0,3}?for\b",
    re.I,
)


def _makes(clause: Sentence, found: list[Group], scene: Scene) -> Draft | None:
    """A makes cells for B."""
    made = _MADE_FOR.search(clause.text, clause.opened)
    for cue in clause.find("facility_verb.produce") if made else ():
        at = cue.span.start - clause.span.start
        left = subject(found, cue.span.start)
        buyers = led_by(found, ("for",), after=cue.span.end, until=cue.span.end + 60)
        if not made or not cue.form or at != made.start() or not left or not buyers or aspect(clause, cue).passive:
            continue
        if flows(firms(left), firms(buyers[0])):
            return supply_draft(clause, cue, "makes", (firms(left), firms(buyers[0])))
    return None


_CHAINED = gated(
    r"\b(?P<add>add|adds|added|adding|include|included|bring|brings|bringing|brought|consider(?:s|ed"
    r"|ing)?)\b[^.;]{0,60}\b"
    r"(?:supply chain|(?:list|roster|pool|range) of (?:battery |cell )?suppliers|supplier (?:list|base|pool)"
    r"|(?<=\bas )(?:(?:an?|its|another|new|second|third|additional|possible|potential|main|sole)\s)*"
    r"(?:(?:EV|battery|cell|cathode|anode|lithium)\s)*suppliers?)\b",
    re.I,
    needs="supply supplier suppliers",
)


def _chained(clause: Sentence, found: list[Group], scene: Scene) -> Draft | None:
    """B adds A to its supply chain: A is to supply B."""
    match = _CHAINED.search(clause.text, clause.opened)
    at = clause.span.start + match.start() if match else 0
    buyer = subject(found, at) if match else None
    ours = {name.id for name in firms(buyer)}
    others = [name for group in found for name in firms(group) if name.id not in ours]
    if match is None or buyer is None or not others or not flows(others, firms(buyer)):
        return None
    cue = Cue(("supply.source",), "base", Span(at, at + len(match["add"])), match["add"].lower())
    return supply_draft(clause, cue, "chained", (others, firms(buyer)))


_BOTH_SIDES = (
    one_side.offers,
    with_whom,
    _chained,
    dropped,
    nominated,
    named_supplier,
    picked,
    made_supplier,
    _powered,
    _supplies,
    sources,
    fitted,
    _wins,
    _under_it,
    grown,
    deal,
    memorandum,
    _makes,
)
