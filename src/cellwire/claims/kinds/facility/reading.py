"""Plants, mines, lines and stations: planned, built, opened, enlarged, delayed, dropped, closed."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec.structs import replace

from cellwire.claims.clauses import Actor, Draft
from cellwire.claims.gates import gated
from cellwire.claims.kinds.built import others_of, pinned, thing_of
from cellwire.claims.kinds.facility.agreeing import agreed_on
from cellwire.claims.kinds.facility.aiming import aims_at
from cellwire.claims.kinds.facility.beside import is_no_step, tells_nothing_of
from cellwire.claims.kinds.facility.connecting import connected
from cellwire.claims.kinds.facility.costing import recosted
from cellwire.claims.kinds.facility.exploring import explored
from cellwire.claims.kinds.facility.halting import allowed, fitted_out, grown, has_another_line, waned
from cellwire.claims.kinds.facility.hinging import hinges
from cellwire.claims.kinds.facility.making import made_there
from cellwire.claims.kinds.facility.moved import moved
from cellwire.claims.kinds.facility.papers import (
    asks_for_bids,
    bought_land,
    filed,
    permit_lost,
    seeks_site,
    tendered,
    turned_into,
)
from cellwire.claims.kinds.facility.parties import parties
from cellwire.claims.kinds.facility.side_by_side import parts_of, told_of_each
from cellwire.claims.kinds.facility.sign import Sign
from cellwire.claims.kinds.facility.steps import backed_by_council, broken_ground, first_output, signs, strongest
from cellwire.claims.kinds.facility.works import works_begun
from cellwire.claims.kinds.goods import RIGHTS
from cellwire.claims.kinds.lands import acting_land
from cellwire.claims.kinds.power import buys_its_output, is_run_for_another, let_to_another, trades_with_it
from cellwire.claims.scene import Cue, Scene, Sentence
from cellwire.lexicon import regex
from cellwire.model import Kind, Role

_ANYBODY = gated(
    r"\b(?:[Ss]everal|[Mm]any|[Ss]ome|[Oo]ther|[Mm]ost|[Kk]ey|[Tt]hese|[Ff]ew|[Vv]arious|[Nn]umerous)\b[\w\s-]{0,30}\s"
    r"(?:players|companies|firms|makers|automakers|carmakers|manufacturers|producers|startups|miners|developers)\b[^,;]*$"
)
# "Alder and Birk make a |combined 60,000 tons|": what two have between them is no plant's
_COMBINED = regex(r"\scombined\s[\d.,]+\s")
# "A |residential| 5.5 kWh battery storage system" is goods
_AT_HOME = gated(
    r"\b(?:residential\s(?:[\w.-]+\s){0,3}?|(?:household|home|portable)\s)(?:(?:energy|battery)\s)?(?:storage|batter)",
    re.I,
    needs="residential household home portable",
)
_GRID = gated(
    r"\b(?:MWh?|GW|megawatt\S*|grid|stor(?:e|es|ed|age|ing)|solar|wind|peak"
    r"|(?:largest|biggest|giant|huge) battery park)\b",
    re.I,
)
_PRODUCT = {
    "facility.recycling": "recycling",
    "facility.swapping": "swapping",
    "facility.storage": "storage",
}
_TO_DEPLOY = gated(
    r"\b(?:agreements?|partner(?:ship|ed|ing|s)?|deals?|pacts?|alliance|memorandum|MOU|teams?|teaming)\b[^.;]{0,60}?"
    r"\sto\s(?:jointly\s|together\s)?(?:deploy|roll out|install)\b",
    re.I,
)
_WISH = regex(r"want|hop(?:e|ing)|seek|sought|ambition")


def read(clause: Sentence, scene: Scene) -> Iterator[Draft]:
    """What a clause tells of a plant, or of several that it names with their towns."""
    if (parts := parts_of(clause)) and (each := told_of_each([[*_read(part, scene)] for part in parts], parts)):
        yield from each
        return
    yield from list(permit_lost(clause)) or _read(clause, scene)


def _step_of(clause: Sentence, scene: Scene) -> tuple[Cue, Sign] | None:
    """A plant of a clause and the step that is told of it."""
    thing = thing_of(clause)
    sign = _strongest(clause, thing) if thing else None
    if thing and sign is None:
        told = ((other, _strongest(clause, other)) for other in others_of(clause, thing))
        thing, sign = next(((other, step) for other, step in told if step and step.stage in _REACHED), (thing, None))
    if thing and (sign is None or sign.stage in {"announced", "considered"}):
        sign = backed_by_council(clause) or sign
    if sign is None or sign.stage in _UNLESS_LAND:
        thing, sign = bought_land(clause) or (thing, sign)
    if sign is None or sign.stage == "announced":
        thing, sign = _in_other_words(clause, sign) or (thing, sign)
    elif sign.stage == "operating":
        thing, sign = has_another_line(clause) or (thing, sign)
    if sign is not None and sign.stage == "announced" and hinges(clause):
        sign = replace(sign, stage="considered", rule="hinges")
    if sign is None:
        thing, sign = works_begun(clause, scene) or (thing, sign)
    return (thing, sign) if thing and sign else None


def _read(clause: Sentence, scene: Scene) -> Iterator[Draft]:
    told = _step_of(clause, scene)
    if told is None or _is_told_of_none(clause, *told):
        return
    thing, sign = told
    if sign.stage in {"announced", "considered"} and trades_with_it(clause):
        return
    actors = parties(clause, sign, thing, scene)
    if _are_no_builders(clause, sign, actors) or _is_goods(clause, thing, sign) or is_run_for_another(clause):
        return
    toll = let_to_another(clause) if sign.stage == "announced" else None
    if toll and thing.span.start < clause.span.start + toll.end():
        return
    if buys_its_output(clause, thing.span.start):
        actors = ()  # whose power or goods somebody buys is not the buyer's
    product = _product_of(clause, thing)
    planned = sign.stage in {"announced", "considered"} and "facility.plant" not in thing.tags
    if product == "storage" and planned and _AT_HOME.search(clause.text, clause.opened):
        return
    strength = 0.7 if actors else 0.45
    yield Draft(
        Kind.FACILITY,
        sign.stage,
        clause,
        sign.cue.span,
        f"facility.{sign.rule}",
        sign.aspect,
        actors,
        product,
        thing,
        strength,
    )


def _is_told_of_none(clause: Sentence, thing: Cue, sign: Sign) -> bool:
    """Whether a step is only a purpose, or of nobody's plant, or of one where goods are made that are the news."""
    if sign.aspect.purpose and not sign.done and not pinned(clause):
        return True
    right = RIGHTS.search(clause.text, clause.opened)
    if right and clause.span.start + right.start() < thing.span.start:
        return True  # where goods are to be made that somebody has a first right to
    if not clause.names and _ANYBODY.search(clause.before(sign.cue.span.start, 80), clause.opened):
        return True  # nobody's plant
    return tells_nothing_of(thing, clause, sign)


def _are_no_builders(clause: Sentence, sign: Sign, actors: tuple[Actor, ...]) -> bool:
    """Whether those who are named build no plant of their own: what a land has in all, two firms, a mayor's wish."""
    if all(actor.role is Role.GOVERNMENT for actor in actors) and _is_a_count(clause, sign):
        return True
    if len(actors) > 1 and _COMBINED.search(clause.text):
        return True
    return not actors and sign.rule == "plan" and _WISH.match(sign.cue.written) is not None


def _product_of(clause: Sentence, thing: Cue) -> str | None:
    product = next((_PRODUCT[tag] for tag in thing.tags if tag in _PRODUCT), None)
    if product and "facility.plant" in thing.tags and not _GRID.search(clause.text, clause.opened):
        return None  # a "battery park" makes batteries, or stores power where its text speaks of that
    return product


def _is_a_count(clause: Sentence, sign: Sign) -> bool:
    """Whether it is what all of a land has put up: "India |adds| 4 GWh of storage", a figure of the market."""
    counts = sign.rule == "make" and not sign.aspect.ahead and sign.cue.written.startswith(("install", "add", "deploy"))
    return counts and acting_land(clause, sign.cue) is not None


def _is_goods(clause: Sentence, thing: Cue, sign: Sign) -> bool:
    """Whether "storage systems" without a place are what is to be made or installed, wherever somebody wants them; or a
    "battery line" is one of goods."""
    if _A_LINE.fullmatch(thing.written) and (
        clause.after(thing.span.end, 3) == "-up" or _OF_HOMES.search(clause.before(thing.span.start, 40))
    ):
        return True
    if "facility.storage" not in thing.tags or not thing.written.endswith("systems") or clause.places or sign.done:
        return False
    if sign.stage != "announced" or _ONE_OF.search(clause.before(thing.span.start, 50)):
        return False
    return not pinned(clause) or _TO_DEPLOY.search(clause.text, clause.opened) is not None


# "unveils |battery line|-up", "5 kWh |residential| battery line"
_A_LINE = regex(r"(?:battery|cell|pack) lines?")
_OF_HOMES = regex(r"\b(?:kWh\s(?:[\w-]+\s)?|residential\s|home\s|portable\s)$", re.I)
_ONE_OF = regex(r"\bone of\s[^.;]{0,40}$")


def _strongest(clause: Sentence, thing: Cue) -> Sign | None:
    told = [sign for sign in signs(clause, thing) if not is_no_step(clause, sign)]
    return strongest([sign for sign in told if not asks_for_bids(clause, sign.cue)])


def _in_other_words(clause: Sentence, sign: Sign | None) -> tuple[Cue, Sign] | None:
    """What tells a plant's step where no verb beside it does, or one of a plan alone."""
    tellers = [*_IN_OTHER_WORDS, *(_WITHOUT_A_VERB if sign is None else ())]
    if sign is None or (sign.aspect.purpose and not sign.done):
        tellers.append(agreed_on)
    told = (tell(clause) for tell in tellers)
    return next((found for found in told if found), None)


_IN_OTHER_WORDS = (
    *(moved, grown, first_output, broken_ground, waned, allowed, fitted_out),
    *(turned_into, seeks_site, filed, connected),
)
_WITHOUT_A_VERB = (tendered, explored, recosted, aims_at, made_there)
_UNLESS_LAND = frozenset({"operating", "announced", "considered"})  # a plant beside the land may run
_REACHED = frozenset({"construction", "operating", "expanded", "delayed", "closed"})
