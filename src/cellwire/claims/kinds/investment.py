"""Money that changes hands: takeovers, stakes, funding rounds, listings, loans, grants."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cellwire.claims.cues import Aspect, aspect
from cellwire.claims.draft import Actor, Draft
from cellwire.claims.roles import distinct, groups, led_by, subject
from cellwire.claims.scene import Cue, Name, Scene, Sentence
from cellwire.model import Kind, Role

_SUM = re.compile(
    r"[$€£¥₩₹]|\b(?:million|billion|crore|USD|EUR|RMB|yuan|won|euros?|dollars?|pounds?|kronor|trillion)\b", re.I
)
_SOLD = re.compile(r"\b(?:sell|sells|sold|selling|sale of|divest\w*)\b", re.I)
_NO_COMPANY = re.compile(
    r"^\s(?:the\s|a\s|an\s|up to\s|its\s|\d|more\s|new\s)?(?:[\w-]+\s){0,3}(?:land|batter\w+|cells?|power|"
    r"electricity|equipment|lithium|nickel|cobalt|vehicles?|cars?|hectares|acres|shares? of the market|licen[cs]e|"
    r"permit|feedstock|material)",
    re.I,
)


def read(clause: Sentence, scene: Scene) -> Iterator[Draft]:
    for rule in (_takeover, _public_money, _round, _stake):
        if draft := rule(clause, scene):
            yield draft
            return


def _draft(clause: Sentence, cue: Cue, rule: str, actors: list[Actor], stage: str, how: Aspect) -> Draft:
    if how.possible or clause.has("firm.consider"):
        stage = "considered"
    sure = 0.65 if len(actors) > 1 else 0.5
    return Draft(Kind.INVESTMENT, stage, clause, cue.span, f"investment.{rule}", how, tuple(actors), strength=sure)


def _done(how: Aspect, cue: Cue, clause: Sentence) -> str:
    if clause.headline and cue.form in {"s", "base"}:
        return "announced"
    return "completed" if how.done and cue.form in {"past", "part"} and not how.ahead else "announced"


def _takeover(clause: Sentence, scene: Scene) -> Draft | None:
    """A acquires B, A's acquisition of B, B is taken over by A."""
    for cue in clause.find("investment.acquire"):
        if _NO_COMPANY.match(clause.after(cue.span.end, 60)):
            continue
        how = aspect(clause, cue)
        found = groups(clause)
        left = subject(found, cue.span.start)
        right = [group for group in found if 0 <= group.names[0].said.start - cue.span.end < 80]
        if how.passive and (buyers := led_by(right, ("by",))) and left:
            return _draft(clause, cue, "takeover", _sides(buyers[0].names, left.names), _done(how, cue, clause), how)
        targets = [group for group in right if group.lead in {"", "of", "in", "from", "with"}]
        if left and targets and not ({n.id for n in left.names} & {n.id for n in targets[0].names}):
            ended = clause.has("partnership.dissolve") and "investment.acquire" not in cue.tags
            stage = "terminated" if ended else _done(how, cue, clause)
            return _draft(clause, cue, "takeover", _sides(left.names, targets[0].names), stage, how)
    return None


def _stake(clause: Sentence, scene: Scene) -> Draft | None:
    """A buys or holds a stake in B; A invests a sum in B."""
    for cue in [*clause.find("investment.stake"), *clause.find("investment.invest")]:
        found = groups(clause)
        targets = led_by(found, ("in", "into", "of"), after=cue.span.end)
        left = subject(found, cue.span.start)
        if not (targets and left) or not ("investment.stake" in cue.tags or _SUM.search(clause.text)):
            continue
        how = aspect(clause, cue)
        return _draft(clause, cue, "stake", _sides(left.names, targets[0].names), _done(how, cue, clause), how)
    return None


def _round(clause: Sentence, scene: Scene) -> Draft | None:
    """A raises a sum, with B leading the round; A goes public."""
    for cue in [*clause.find("investment.funding"), *clause.find("investment.ipo")]:
        if "investment.funding" in cue.tags and not _SUM.search(clause.text):
            continue
        if cue.written in {"raise", "raises", "raised", "raising"} and not re.match(
            r"^\s(?:an?\s)?(?:additional\s|another\s|about\s|around\s|more than\s|up to\s|over\s|some\s|nearly\s|"
            r"almost\s|at least\s)?(?:US|C|A|CAD|USD|EUR|AUD|RMB|SEK|NOK|GBP)?\s?[$€£¥₩\d]",
            clause.after(cue.span.end, 40),
        ):
            continue
        found = groups(clause)
        target = subject(found, cue.span.start) or next(iter(found), None)
        if not target:
            continue
        givers = led_by(found, ("from", "by", "with"), after=cue.span.start)
        how = aspect(clause, cue)
        actors = _sides([name for group in givers for name in group.names], target.names)
        return _draft(clause, cue, "round", actors, _done(how, cue, clause), how)
    return None


def _public_money(clause: Sentence, scene: Scene) -> Draft | None:
    """A government's or a bank's loan, grant or subsidy to a company."""
    for cue in [*clause.find("investment.loan"), *clause.find("investment.grant")]:
        found = groups(clause)
        givers = distinct(
            name for group in found for name in group.names if name.kind in {"government", "fund", "bank"}
        )
        targets = distinct(
            name for group in found for name in group.names if name.kind not in {"government", "fund", "bank"}
        )
        if not _SUM.search(clause.text) or not (givers or (targets and "investment.loan" in cue.tags)):
            continue
        how = aspect(clause, cue)
        actors = [Actor(name, Role.GOVERNMENT if name.kind == "government" else Role.INVESTOR) for name in givers]
        actors += [Actor(name, Role.TARGET) for name in targets]
        closed = [each for each in clause.find("investment.close") if abs(each.span.start - cue.span.start) < 40]
        promised = "conditional" in clause.text.lower()
        stage = (
            "completed"
            if closed and not promised and all(aspect(clause, each).done for each in closed)
            else "announced"
        )
        return _draft(clause, cue, "public-money", actors, stage, how)
    return None


def _sides(investors: tuple[Name, ...] | list[Name], targets: tuple[Name, ...] | list[Name]) -> list[Actor]:
    actors = [
        Actor(name, Role.GOVERNMENT if name.kind == "government" else Role.INVESTOR) for name in distinct(investors)
    ]
    known = {actor.name.id for actor in actors}
    return actors + [Actor(name, Role.TARGET) for name in distinct(targets) if name.id not in known]
