"""What a clause tells, each thing once: of what it says in the words of several kinds the one that tells it best."""

from __future__ import annotations

from cellwire.claims.bundling.no_plant import is_no_plant
from cellwire.claims.clauses import Draft
from cellwire.claims.gates import gated
from cellwire.claims.kinds import DEED, EACH_BOND, MOVED
from cellwire.lexicon import regex
from cellwire.model import Kind

# What tells a thing best is kept; the other kinds that the same clause seems to tell are its own words for it.
_OUTTOLD = {
    Kind.FACILITY: {Kind.PARTNERSHIP, Kind.TECHNOLOGY, Kind.MARKET},
    Kind.SUPPLY: {Kind.PARTNERSHIP, Kind.TECHNOLOGY, Kind.MARKET},
    Kind.PARTNERSHIP: {Kind.TECHNOLOGY, Kind.MARKET},
    Kind.INVESTMENT: {Kind.TECHNOLOGY, Kind.MARKET},
    Kind.INCIDENT: {Kind.TECHNOLOGY, Kind.MARKET},
    Kind.POLICY: {Kind.TECHNOLOGY, Kind.MARKET},
    Kind.MARKET: {Kind.TECHNOLOGY},
}


def one_telling(told: list[Draft]) -> list[Draft]:
    """What a clause tells once is kept once: a plant's joint venture or investment is the plant (labels' rule 6)."""
    told = [
        draft for draft in told if not (is_no_plant(draft, told) or _only_why(draft, told) or _are_goods(draft, told))
    ]
    moved = next((draft for draft in told if draft.rule == MOVED and _is_led_by(draft, told)), None)
    dropped = _outtold(told)
    kept = [
        draft
        for draft in told
        if (draft.kind not in dropped or _is_with_another(draft, told)) and not _is_harms(draft, told)
    ]
    return [*kept, moved] if moved and moved not in kept else kept


def _is_with_another(bond: Draft, told: list[Draft]) -> bool:
    """Whether one of several bonds is with a partner that nothing else in the clause names: "goods for B, and a
    memorandum with C"."""
    others = (other for other in told if other.kind is not Kind.PARTNERSHIP)
    return bond.rule == EACH_BOND and not any(bond.actor_ids <= other.actor_ids for other in others)


def _are_goods(draft: Draft, told: list[Draft]) -> bool:
    """Whether what is sold is told as goods too: "will sell 60% of its output to B" hands over no share."""
    sold = draft.rule in {"investment.sale", "investment.receives"}
    return sold and any(other.kind is Kind.SUPPLY and other.trigger == draft.trigger for other in told)


# "lithium prices jump |after| B halts its mine": both are told, of which the first is why the text was written
_WHY = gated(r"\b(?:after|as|since|following|because|on|amid|when|while|with)\b")


def _is_led_by(moved: Draft, told: list[Draft]) -> bool:
    """Whether a clause opens with what the market does, and tells the rest as the reason."""
    others = (other for other in told if other is not moved and other.kind is not Kind.TECHNOLOGY)
    return any(_why(moved, other) for other in others)


def _why(moved: Draft, other: Draft) -> str:
    if other.trigger.start < moved.trigger.end:
        return ""
    reason = _WHY.search(moved.clause.between(moved.trigger, other.trigger), moved.clause.opened)
    return reason[0] if reason else ""


def _only_why(draft: Draft, told: list[Draft]) -> bool:
    """Whether it is nobody's, or old, and stands beside a market that moves: "have tripled |since Congo banned|"."""
    if draft.rule == "facility.make" and not draft.actors and any(other.kind is Kind.MARKET for other in told):
        return True  # "the US installed 18 GWh of storage in the first quarter"
    moved = next((other for other in told if other.rule == MOVED), None)
    if moved is None or draft.kind not in {Kind.FACILITY, Kind.POLICY}:
        return False
    nobody = draft.kind is Kind.FACILITY and not draft.actors
    return nobody or _why(moved, draft) == "since"


_WHOSE = frozenset({"supply.powered"})  # "cells supplied by B" of cars that are recalled


def _outtold(told: list[Draft]) -> set[Kind]:
    """Kinds whose drafts only say again what a draft of another kind tells."""
    kinds = {draft.kind for draft in told}
    dropped = {outtold for kind in kinds for outtold in _OUTTOLD.get(kind, ())}
    if Kind.INCIDENT in kinds and all(each.rule in _WHOSE for each in told if each.kind is Kind.SUPPLY):
        dropped.add(Kind.SUPPLY)
    sums = [draft for draft in told if draft.kind is Kind.INVESTMENT]
    if Kind.FACILITY in kinds and all(draft.rule == "investment.stake" for draft in sums):
        dropped.add(Kind.INVESTMENT)
    bonds = [draft for draft in told if draft.kind is Kind.PARTNERSHIP and draft.stage == "signed"]
    if sums and bonds and not any(_is_also_agreed(draft) for draft in bonds):
        dropped.add(Kind.PARTNERSHIP)
    if any(draft.rule == DEED for draft in told) and kinds - {Kind.POLICY, Kind.MARKET, Kind.TECHNOLOGY}:
        dropped.add(Kind.POLICY)  # a verb alone gives way to whatever a clause tells else
    public = [draft for draft in sums if draft.rule == "investment.public-money"]
    if any(draft.rule == "investment.sought" for draft in sums):
        dropped.add(Kind.POLICY)  # nor is what a company asks for itself
    if any(draft.rule == "facility.applied" for draft in told):
        dropped.add(Kind.POLICY)  # the law under which a plant is handed in for approval stays as it is
    if public and all(len(draft.actors) > 1 for draft in public):
        dropped.add(Kind.POLICY)  # what a state gives one company is no law
    elif public and len(public) == len(sums) and Kind.POLICY in kinds:
        dropped.add(Kind.INVESTMENT)  # and what it gives a trade is no investment
    return dropped


# "has raised $90 million |and announced| a collaboration", "will buy 5% |and| jointly develop"
_ALSO_AGREED = gated(
    r"\b(?:and|also)\s(?:[\w'-]+\s){0,3}?(?:announc\w+|agree\w*|sign\w*|enter\w*|form\w*|inks?|inked|jointly|will)\s"
    r"(?:[\w'-]+\s){0,5}$"
    r"|,\s(?:announc\w+|signs?|signed|inks?|inked)\s(?:an?\s)?(?:[\w'-]+\s){0,3}$"
)


def _is_also_agreed(draft: Draft) -> bool:
    """Whether a partnership is told beside money, by a verb of its own."""
    return _ALSO_AGREED.search(draft.clause.before(draft.trigger.start, 60), draft.clause.opened) is not None


_BURNS = frozenset({"incident.fire", "incident.accident", "incident.recall"})
_STRUCK = frozenset({"operating", "closed", "delayed"})  # what a fire did to a plant is told by the fire


def _is_harms(draft: Draft, told: list[Draft]) -> bool:
    """Whether what befell a plant tells what happened to it: its fire, the jobs it cuts."""
    rules = {each.rule for each in told}
    if "incident.insolvency" in rules and _HAD_MEANT.search(_around(draft)):
        return draft.kind is Kind.FACILITY
    if draft.rule in {"facility.plan", "facility.make"} and "incident.layoff" in rules:
        return True
    return draft.kind is Kind.FACILITY and draft.stage in _STRUCK and bool(rules & _BURNS)


# "A, which |wanted to| build a factory, has collapsed": a plan of those who fail is gone with them
_HAD_MEANT = regex(
    r"\b(?:wanted|hoped|aimed|(?:had|was|were) (?:plan(?:ned|ning)|meant|going|hop(?:ed|ing)|due"
    r"|set)) to\b[\w ]{0,16}$"
)


def _around(draft: Draft) -> str:
    at = draft.trigger.end
    return draft.clause.before(at, 60) + draft.clause.after(at, 3)
