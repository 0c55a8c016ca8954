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
    pays,
    supply_draft,
)
from cellwire.claims.kinds.power import is_run_for_another, let_to_another
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
from cellwire.claims.kinds.supply.dealing import (
    BUILDS_FOR,
    DEALT,
    awarded,
    awarded_to,
    builds_for,
    built_for,
    dealt_for,
    store_signed,
)
from cellwire.claims.kinds.supply.handing_over import ASSETS, SKILLED, TO_TEST, supplies, with_others
from cellwire.claims.kinds.supply.headlines import called, paid_for
from cellwire.claims.kinds.supply.no_supply import in_one_house, only_a_right, speaks_of_another_thing
from cellwire.claims.kinds.supply.nominating import dropped, made_supplier, named_supplier, nominated, picked
from cellwire.claims.kinds.supply.sourcing import FITTED, OF_ITS_OWN, SHIPS, USES, fitted, shipped, sources
from cellwire.claims.kinds.supply.stores import let, store_deals
from cellwire.claims.kinds.supply.unnamed import unnamed
from cellwire.claims.scene import Cue, Name, Scene, Sentence, aspect
from cellwire.lexicon import regex
from cellwire.model import Span

_TAGS = frozenset(
    f"supply.{name}"
    for name in ("nominate", "powered", "supply", "source", "win", "deal", "order", "stop", "flow", "supplier")
) | {"partnership.mou", "firm.consider", "investment.pay"}
_TREATING = frozenset({"partnership.sign", "facility_verb.produce"})


_AGREEING = frozenset({"partnership.sign", "partnership.partnership"})
_CUSTOMER = gated(
    r"\b(?:orders?|contracts?)\b(?:[^.;]|(?<=[A-Z])\.){0,40}\b(?:carmaker|automaker|customer|truck ?maker|utility)",
    re.I,
)


def read(clause: Sentence, scene: Scene) -> Iterator[Draft]:
    if is_run_for_another(clause):
        return
    if let_to_another(clause):
        yield from let(clause, scene)
        return
    told = list(_read(clause, scene)) or list(customers(clause, scene))
    other = None if told else unnamed(clause, groups(clause), scene)
    if other and speaks_of_another_thing(clause):
        other = None
    yield from [other] if other else told


def _trades(clause: Sentence) -> bool:
    """Whether a clause has a word or a phrase of giving, taking or agreeing on goods."""
    return bool(
        not _TAGS.isdisjoint(clause.tags)
        or clause.tags >= _TREATING
        or _MADE_FOR.search(clause.text, clause.opened)
        or _CHAINED.search(clause.text, clause.opened)
        or FITTED.search(clause.text, clause.opened)
        or SHIPS.search(clause.text, clause.opened)
        or BUILDS_FOR.search(clause.text, clause.opened)
        or IS_WITH.match(clause.text)
        or (clause.tags >= _AGREEING and TRADED.search(clause.text, clause.opened))
        or (clause.has("partnership.sign") and DEALT.search(clause.text, clause.opened))
    )


def _is_about_goods(clause: Sentence, scene: Scene) -> bool:
    goods = GOODS.search(clause.text, clause.opened) or _CUSTOMER.search(clause.text, clause.opened)
    return bool(goods) or _of_makers(clause) or _goes_on_about_goods(clause, scene) or _grew(clause, scene)


def _read(clause: Sentence, scene: Scene) -> Iterator[Draft]:
    if not _trades(clause) or not _is_about_goods(clause, scene):
        return
    found = [
        group
        for group in groups(clause)
        if not (group.lead == "with" and _BESIDE_IT.search(clause.before(group.span.start, 70), clause.opened))
        if not _NO_SIDE.search(clause.before(group.names[0].said.start, 40), clause.opened)
        if any(name.kind != "government" for name in group.names) or group.lead == "from"
    ]
    if not found or speaks_of_another_thing(clause):
        return
    if several := list(each_deal(clause, found, scene)):
        yield from several
        return
    bond = clause.has("partnership.mou", "partnership.venture")
    for rule in (
        (*_BOTH_SIDES, one_side.signs) if bond else (*_BOTH_SIDES, talks, treats, *one_side.RULES, store_deals, called)
    ):
        if draft := rule(clause, found, scene):
            if (
                not only_a_right(clause, draft)
                and not in_one_house(draft)
                and not _HOPED.search(clause.before(draft.trigger.start, 80), clause.opened)
            ):
                yield from with_others(clause, found, draft)
            return


# "orders cells |in team-up with| B for charging", "in a bid |to dethrone| B", "|to add to| B's": no side of the supply
_NO_SIDE = gated(
    r"\b(?:team(?:s|ed|ing)?[- ]up\swith|in\s(?:partnership|tandem|cooperation)\swith|dethron(?:e|ing)|rival(?:s|ling)?"
    r"|(?:compet(?:e|es|ing)|vy(?:ing)?)\swith|(?:take|takes|taking)\son|overtak(?:e|ing)|challeng(?:e|ing)|to\sadd\sto)\s(?:the\s)?$",
    re.I,
)


# "a new supply of cells |in addition to its deal with| B"
_BESIDE_IT = gated(
    r"\b(?:in addition to|on top of|besides|beyond|apart from|alongside)\s(?:its|their|the|an?)\s(?:[\w-]+\s){0,3}?"
    r"(?:deal|contract|agreement|order|partnership|offtake)s?\swith\s(?:[\w-]+\s){0,3}$",
    re.I,
)


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
        if cue.written in USES and OF_ITS_OWN.match(behind):
            continue  # "will use its storage to manage B's power"
        if WORKS.match(behind) or ASSETS.search(behind, clause.opened) or TO_TEST.search(behind, clause.opened):
            continue
        sides = (ours, others) if "supply.supply" in cue.tags else (others, ours)
        if flows(*sides):
            return supply_draft(clause, cue, "under", sides)
    return None


def _is_its_own(makers: list[Name], buyers: list[Name], scene: Scene) -> bool:
    """Whether what is powered is the maker's own: "|Alder's Aero| EV has Alder's cells"."""
    text = scene.plain.text
    return any(f"{maker.said.cut(text)}'s {buyer.said.cut(text)}" in text for maker in makers for buyer in buyers)


# "will |replace the battery packs| made by A": in cars that are called back
_REPAIRS = gated(
    r"\b(?:replac|repair|inspect|swap|exchang|check)\w*\s(?:out\s)?(?:the|all|their|those|defective|faulty|any)\s(?:[\w-]+\s){0,4}$"
)


def _powered(clause: Sentence, found: list[Group], scene: Scene) -> Draft | None:
    """B's cars are powered by A's cells; cells supplied by A."""
    if clause.has("supply.stop") and clause.has("supply.order", "supply.deal"):
        return None
    verbs = [cue for cue in clause.find("supply.source") if bought(clause, cue) and cue.written not in USES]
    for cue in clause.find("supply.powered"):
        if SKILLED.search(clause.before(cue.span.start, 30), clause.opened):
            continue  # "knowledge and services provided by B"
        if compared(clause, cue) or _REPAIRS.search(clause.before(cue.span.start, 60), clause.opened):
            continue
        if any(verb.span.end <= cue.span.start for verb in verbs):
            continue
        right = [group for group in found if 0 <= group.names[0].said.start - cue.span.end < 60]
        left = [group for group in found if group.names[-1].said.end <= cue.span.start]
        makers = [
            group
            for group in right
            if group.lead in {"by", "from", "with", ""} and not _CHIP.match(clause.after(group.span.end, 50))
        ]
        if makers and left:
            buyer = next((group for group in reversed(left) if group.lead in {"", "of", "by", "for"}), left[-1])
            if flows(firms(makers[0]), firms(buyer)) and not _is_its_own(firms(makers[0]), firms(buyer), scene):
                stage = "terminated" if _is_given_up(clause, cue) else "signed"
                return supply_draft(clause, cue, "powered", (firms(makers[0]), firms(buyer)), stage=stage)
    return None


# "is powered by A's |A13 processor|"
_CHIP = regex(
    r"(?:['’]s?)?\s(?:[\w-]+\s){0,3}?(?:processors?|chips?|chipsets?|SoCs?|software|engines?|platform)\b", re.I
)
# nothing but the goods' own words between: "to |abandon| NCM 811 |cells from| A"
_GOODS_ONLY = regex(r"\s(?:(?!(?:with|by|is|are|was|and|to|for|which|that)\b)[\w-]+\s){0,4}")


def _is_given_up(clause: Sentence, cue: Cue) -> bool:
    """Whether the verb before the goods gives them up."""
    ends = [each for each in clause.find("supply.stop") if each.form and each.span.end < cue.span.start]
    return any(
        _GOODS_ONLY.fullmatch(clause.between(each.span, cue.span)) and not aspect(clause, each).negated for each in ends
    )


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
    r"\b(?P<add>signs?|signed|add|adds|added|adding|include|included|bring|brings|bringing|brought|consider(?:s|ed"
    r"|ing)?)\b[^.;]{0,60}\b"
    r"(?:supply chain|(?:list|roster|pool|range) of (?:battery |cell )?suppliers|supplier (?:list|base|pool)"
    r"|(?<=\bas )(?:(?:an?|its|another|new|second|third|fourth|fifth|sixth|additional|possible|potential|main|sole)\s)*"
    r"(?:(?:global|EV|battery|cell|cathode|anode|lithium)\s)*suppliers?)\b",
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
    built_for,
    builds_for,
    awarded,
    awarded_to,
    named_supplier,
    picked,
    made_supplier,
    _powered,
    supplies,
    sources,
    fitted,
    shipped,
    _wins,
    _under_it,
    grown,
    deal,
    memorandum,
    dealt_for,
    store_signed,
    _makes,
    paid_for,
)
