"""Goods that go from one company to another: orders, nominations, offtakes, and the end of them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cellwire.claims.cues import aspect
from cellwire.claims.draft import Actor, Draft
from cellwire.claims.groups import Group
from cellwire.claims.roles import distinct, groups, led_by, subject, upstream
from cellwire.claims.scene import Cue, Name, Scene, Sentence
from cellwire.model import Kind, Role

_GOODS = re.compile(
    r"\b(?:batter\w+|cells?|packs?|modules?|cathode\w*|anode\w*|electrolyte|separators?|foils?|lithium|nickel|"
    r"cobalt|graphite|hydroxide"
    r"|carbonate|spodumene|precursors?|materials?|black mass|concentrate|blade|LFP|NCM|NMC|systems?|equipment|"
    r"minerals?|GWh|MWh)\b",
    re.I,
)


def read(clause: Sentence, scene: Scene) -> Iterator[Draft]:
    if not _GOODS.search(clause.text):
        return
    found = [group for group in groups(clause) if any(name.kind != "government" for name in group.names)]
    if not found:
        return
    for rule in (_nominated, _powered, _supplies, _sources, _wins, _deal, _takes):
        if draft := rule(clause, found, scene):
            yield draft
            return


def _draft(
    clause: Sentence, cue: Cue, rule: str, sides: tuple[list[Name], list[Name]], *, stage: str = "signed"
) -> Draft:
    suppliers, customers = sides
    how = aspect(clause, cue)
    actors = [Actor(name, Role.SUPPLIER) for name in distinct(suppliers)]
    actors += [Actor(name, Role.CUSTOMER) for name in distinct(customers) if name.id not in {n.id for n in suppliers}]
    if how.possible or (clause.has("firm.consider") and not clause.has("supply.deal", "supply.nominate")):
        stage = "considered" if stage == "signed" else stage
    elif clause.has("partnership.mou") and stage == "signed":
        stage = "mou"
    both = bool(suppliers) and len(actors) > len(suppliers)
    return Draft(
        Kind.SUPPLY, stage, clause, cue.span, f"supply.{rule}", how, tuple(actors), strength=0.75 if both else 0.4
    )


def _firms(group: Group | None) -> list[Name]:
    return [name for name in group.names if name.kind != "government"] if group else []


def _nominated(clause: Sentence, found: list[Group], scene: Scene) -> Draft | None:
    """B nominates A as supplier; A has been selected by B to supply; A received a nomination from B."""
    for cue in clause.find("supply.nominate"):
        if not (
            clause.has("supply.supplier", "supply.supply", "supply.deal", "supply.order") or "supplier" in cue.written
        ):
            continue
        how = aspect(clause, cue)
        left = subject(found, cue.span.start)
        right = [group for group in found if group.names[0].said.start >= cue.span.end]
        giver = led_by(right, ("by", "from", "of"))
        if (how.passive or cue.form == "") and giver:
            return _draft(clause, cue, "nominated", (_firms(left), _firms(giver[0])))
        if cue.form and not how.passive and left and right:
            return _draft(clause, cue, "nominates", (_firms(right[0]), _firms(left)))
    return None


def _powered(clause: Sentence, found: list[Group], scene: Scene) -> Draft | None:
    """B's cars are powered by A's cells; cells supplied by A."""
    for cue in clause.find("supply.powered"):
        right = [group for group in found if 0 <= group.names[0].said.start - cue.span.end < 60]
        left = [group for group in found if group.names[-1].said.end <= cue.span.start]
        makers = [group for group in right if group.lead in {"by", "from", "with", ""}]
        if makers and left:
            buyer = next((group for group in reversed(left) if group.lead in {"", "of", "by", "for"}), left[-1])
            if _flows(_firms(makers[0]), _firms(buyer)):
                return _draft(clause, cue, "powered", (_firms(makers[0]), _firms(buyer)))
    return None


def _supplies(clause: Sentence, found: list[Group], scene: Scene) -> Draft | None:
    """A supplies B; A delivers cells to B; B is supplied by A."""
    for cue in clause.find("supply.supply"):
        if not cue.form or not _GOODS.search(clause.after(cue.span.end, 120) + clause.before(cue.span.start, 60)):
            continue
        how = aspect(clause, cue)
        left = subject(found, cue.span.start)
        right = [group for group in found if group.names[0].said.start >= cue.span.end]
        if how.passive and (makers := led_by(right, ("by",))):
            buyers = _firms(left) or [name for group in led_by(right, ("to", "for")) for name in _firms(group)]
            if buyers:
                return _draft(clause, cue, "supplied-by", (_firms(makers[0]), buyers))
            continue
        buyers = [name for group in right if group.lead in {"to", "for", ""} for name in _firms(group)]
        if left and buyers and _flows(_firms(left), buyers):
            stage = "terminated" if how.negated else "signed"
            return _draft(clause, cue, "supplies", (_firms(left), buyers), stage=stage)
    return None


def _sources(clause: Sentence, found: list[Group], scene: Scene) -> Draft | None:
    """B buys, sources, uses or orders cells from A; B uses A's cells."""
    for cue in clause.find("supply.source"):
        left = subject(found, cue.span.start, leads=("", "for"))
        right = [group for group in found if group.names[0].said.start >= cue.span.end]
        makers = led_by(right, ("from", "by", "of")) or [
            group for group in right if group.owns or cue.written in {"use", "uses"}
        ]
        if not left or not makers:
            continue
        if not _flows(_firms(makers[0]), _firms(left)):
            continue
        stopped = any("supply.stop" in each.tags for each in clause.cues if each.span.end <= cue.span.start)
        return _draft(
            clause, cue, "sources", (_firms(makers[0]), _firms(left)), stage="terminated" if stopped else "signed"
        )
    return None


def _wins(clause: Sentence, found: list[Group], scene: Scene) -> Draft | None:
    """A wins an order from B."""
    orders = clause.find("supply.order", "supply.deal")
    for cue in clause.find("supply.win"):
        named = [each for each in orders if 0 <= each.span.start - cue.span.end < 70]
        left = subject(found, cue.span.start)
        givers = led_by(found, ("from", "by"), after=cue.span.end)
        if named and left and givers and _flows(_firms(left), _firms(givers[0])):
            return _draft(clause, cue, "wins", (_firms(left), _firms(givers[0])))
    return None


def _deal(clause: Sentence, found: list[Group], scene: Scene) -> Draft | None:
    """A and B sign a supply agreement: who supplies is read off the chain, else off who is named first."""
    for cue in clause.find("supply.deal", "supply.order"):
        if "supply.deal" not in cue.tags and not clause.has("supply.win", "partnership.sign", "supply.supply"):
            continue
        left = subject(found, cue.span.start) or subject(
            found, cue.span.start, leads=("between", "by", "of", "for", "from")
        )
        others = led_by(found, ("with", "to", "from", "by", "for", "between", "of"), after=cue.span.start)
        names = _firms(left) + [name for group in others for name in _firms(group)]
        names = distinct(names)
        if len(names) < 2:
            continue
        stage = "terminated" if clause.has("supply.stop") and not clause.has("supply.win") else "signed"
        return _draft(clause, cue, "deal", _by_chain(clause, cue, names), stage=stage)
    return None


_VOLUME = re.compile(r"\d[\d,.]*\s?(?:GWh|MWh|tonnes|tons|metric tons|kt|t\b|cells|packs)", re.I)


def _takes(clause: Sentence, found: list[Group], scene: Scene) -> Draft | None:
    """B orders 35,000 tonnes: from whom the text is about, where that company makes such goods."""
    main = scene.main
    if main is None or not _VOLUME.search(clause.text):
        return None
    for cue in clause.find("supply.source", "supply.order"):
        how = aspect(clause, cue)
        left = subject(found, cue.span.start)
        if not cue.form or cue.written in {"use", "uses", "used", "get", "gets", "got"} or how.passive or left is None:
            continue
        buyers = [name for name in _firms(left) if name.id != main.id]
        rank = upstream(main)
        if buyers and rank is not None and _flows([main], buyers):
            return _draft(clause, cue, "takes", ([main], buyers))
    return None


def _by_chain(clause: Sentence, cue: Cue, names: list[Name]) -> tuple[list[Name], list[Name]]:
    """Suppliers and customers: goods flow down the chain; where that is silent, a purchase names the buyer first."""
    first, rest = names[0], names[1:]
    ranks = [upstream(name) for name in names]
    if ranks[0] is not None and any(rank is not None and rank != ranks[0] for rank in ranks[1:]):
        highest = max(rank for rank in ranks if rank is not None)
        buyers = [name for name, rank in zip(names, ranks, strict=True) if rank == highest]
        return [name for name in names if name not in buyers], buyers
    buying = re.search(
        r"purchas|procure|buy|order from|orders? with", clause.text[cue.span.start - clause.span.start - 12 :], re.I
    )
    return (rest, [first]) if buying else ([first], rest)


def _flows(suppliers: list[Name], customers: list[Name]) -> bool:
    """Whether goods can flow this way: two sides, not the same company, not from a carmaker to a mine."""
    if not suppliers or not customers or {name.id for name in suppliers} & {name.id for name in customers}:
        return False
    up = [rank for rank in map(upstream, suppliers) if rank is not None]
    down = [rank for rank in map(upstream, customers) if rank is not None]
    return not up or not down or min(up) <= max(down)
