"""A hands goods over to B: the verb of it, who gives and who takes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec.structs import replace

from cellwire.claims.actors import Group, led_by, subject
from cellwire.claims.clauses import Actor, Draft, part
from cellwire.claims.gates import gated
from cellwire.claims.kinds.goods import GOODS, WORKS, firms, flows, is_noun, pays, supply_draft
from cellwire.claims.kinds.supply.sourcing import SKILLS
from cellwire.claims.scene import Cue, Name, Scene, Sentence, aspect
from cellwire.lexicon import regex
from cellwire.model import Role, Span

_TO_DO = regex(
    r"\)?(?:,?\s(?:Inc|Corp|Corporation|Co|Ltd|Limited|plc|AG|SE|NV|LLC)\b\.?,?){0,2}(?:\s\([^()]{1,30}\))?\sto\s"
)
TO_TEST = gated(r"\bfor\s(?:[\w-]+\s){0,2}?(?:evaluation|testing|tests?|validation|qualification|trials?)\b")
_SAMPLES = regex(r"^\s(?:[\w-]+\s){0,4}?(?:samples?|prototypes?|pre-production|test cells|[ABC]-samples?)\b")


_SKILL = regex(rf"^\s(?:[\w-]+\s){{0,2}}?(?:{SKILLS}|access)\b", re.I)
SKILLED = gated(rf"\b{SKILLS}\s$", re.I)
_LAND = gated(
    r"\b(?:contract|agreement|deal)\s(?:[\w-]+\s){0,3}?(?:to\s(?:buy|purchase|acquire)"
    r"|for)\s(?:[\w.,-]+\s){0,4}?(?:land|plots?|"
    r"hectares?|acres?)\b"
)
ASSETS = gated(
    r"\b(?:projects?|portfolio|business|division|subsidiary|stake|shares|interest|assets|tenements?|deposits?)\b", re.I
)


def supplies(clause: Sentence, found: list[Group], scene: Scene) -> Draft | None:
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
            _handed_to(clause, [group for group in right if not _is_signed(clause, cue, group)], firms(left))
            or _agreed_with(clause, cue, found, left)
            or _whose_thing(clause, right)
        )
        ended = how.negated or "supply.stop" in cue.tags or _is_lost(clause, cue)
        stage = "terminated" if ended and not clause.has("firm.deny") else "signed"
        if left and buyers and (flows(firms(left), buyers) or _from_its_own(clause, right, left)):
            return supply_draft(clause, cue, "supplies", (firms(left), buyers), stage=stage)
        if left and (others := _agreed_with(clause, cue, found, left)) and flows(others, firms(left)):
            return supply_draft(
                clause, cue, "supplies", (others, firms(left)), stage=stage
            )  # "agreed with B to supply"
    return None


_FROM_ITS = regex(r"\bfrom\s(?:the\s)?(?:[a-z][\w-]*\s){0,3}$")


def _from_its_own(clause: Sentence, right: list[Group], left: Group) -> bool:
    """Whether goods come from where who acts makes them: "A has agreed with B to supply lithium from |A|'s works"."""
    ours = {name.id for name in left.names}
    return any(
        ours & {name.id for name in group.names}
        and (group.owns or group.lead == "from")
        and _FROM_ITS.search(clause.before(group.span.start, 40))
        for group in right
    )


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
        TO_TEST.search(behind, clause.opened)
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
    return not (sold and (ASSETS.search(what, clause.opened) or WORKS.match(behind[:70])))


# "will |sell| 60% of the output of its project to B"
_OUTPUT_OF = regex(
    r"\s(?:up to\s|at least\s|about\s)?(?:\d[\d.]*\s?(?:%|per ?cent)|half|all|a third|a quarter|most|part"
    r"|the whole)\s(?:of\s)?"
    r"(?:the\s|its\s)?(?:[\w-]+\s){0,3}?(?:output|production|volumes?|concentrate|offtake|product)\b"
)


_FOR_A_THING = regex(
    r"\b(?:for|to)\s[^,;.]{0,60}\b(?:projects?|plants?|factory|fleet|ships?|vessels?|ferr(?:y|ies)|bus(?:es)?|vans?"
    r"|trucks?|cars?|models?|vehicles?|EVs|boats?|trains?|tractors?|machines|scooters?|motorcycles?|bikes?|aircraft|taxis)"
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


def _is_signed(clause: Sentence, cue: Cue, group: Group) -> bool:
    """Whether another verb brings a name in: "to deliver 5 GWh of storage, |signs B| deal"."""
    between = (each for each in clause.find("partnership.sign") if cue.span.end <= each.span.start < group.span.start)
    return not group.lead and any(each.form for each in between)


_NEXT_TO_ACT = regex(r"(?:,|\sand|\swhile)\s$")
_ACTS = regex(r"(?:\s[A-Z]\w+)?\s(?:will|would|is to|has|plans to|is going to)\s")


def _acts_itself(clause: Sentence, group: Group) -> bool:
    """Whether a next clause begins with it: "A will supply cells, B will make packs, |and C will| build the buses"."""
    begins = _NEXT_TO_ACT.search(clause.before(group.span.start, 8)) is not None
    return begins and _ACTS.match(clause.after(group.span.end, 24)) is not None


# "A will supply cells |and B packs|": B's verb is left out
_NEXT_GIVER = regex(r"(?:,|,?\sand|,?\swhile)\s(?:(?:the|its|fellow|rival|partner)\s(?:[\w-]+\s){0,3})?$")
_GIVES_TOO = regex(
    r"\s(?:the\s)?(?:(?!(?:with|for|to|from|of|by|in|at|on)\s)[a-z][\w-]*\s){0,2}?(?:batter(?:y|ies)|cells|packs|modules|inverters|converters|anodes?|cathodes?"
    r"|electrolytes?|separators?|foils?|lithium|nickel|cobalt|graphite|containers|software|systems?|vehicles|cars"
    r"|trucks|buses|motors)(?=\s(?:for|to|in|under|from|at)\b|[,.;]|$)"
)


def _gives_too(clause: Sentence, group: Group) -> re.Match[str] | None:
    """The goods that a group gives by the verb of the group before it."""
    if group.lead or group.owns or not _NEXT_GIVER.search(clause.before(group.span.start, 40)):
        return None
    return _GIVES_TOO.match(clause.after(group.names[-1].said.end, 60))


def with_others(clause: Sentence, found: list[Group], draft: Draft) -> Iterator[Draft]:
    """A's goods, and those of others whose verb is left out: "A will supply cells and B packs for C"."""
    yield draft
    takers = tuple(actor for actor in draft.actors if actor.role is Role.CUSTOMER)
    for group in found if draft.rule in _GIVING else ():
        gives = _gives_too(clause, group) if group.span.start > draft.trigger.end else None
        if gives and firms(group) and GOODS.search(gives[0], clause.opened):
            makers = tuple(Actor(name, Role.SUPPLIER) for name in firms(group))
            own = part(clause, Span(group.span.start, clause.span.end))
            yield replace(draft, clause=own, rule=GAPPED, actors=(*makers, *takers))


GAPPED = "supply.gapped"
_GIVING = frozenset({"supply.supplies", "supply.delivers"})


def _handed_to(clause: Sentence, right: list[Group], ours: list[Name]) -> list[Name]:
    """Who is named behind the verb; "A ships to B, so that it can" names A a second time."""
    right = [
        group
        for group in right
        if not (_makes_a_part(clause, group) or _acts_itself(clause, group) or _gives_too(clause, group))
    ]
    buyers = [name for group in right if group.lead in {"to", "for", ""} for name in firms(group)]
    others = [name for name in buyers if not (name.referred and name.id in {each.id for each in ours})]
    return others if led_by(right, ("to", "for")) or not others else buyers


def _agreed_with(clause: Sentence, cue: Cue, found: list[Group], left: Group | None) -> list[Name]:
    """The other side of "A has an agreement with B to provide"."""
    if left is None or cue.form != "base" or clause.before(cue.span.start, 4) != " to ":
        return []
    if clause.has("partnership.join"):
        return []  # who "teamed up with B to |sell|" sells beside B
    met = led_by(found, ("with",), after=left.span.end)
    near = [group for group in met if _TO_DO.fullmatch(clause.between(group.span, cue.span))]
    return [name for group in near for name in firms(group)]
