"""Plants that no verb of building tells yet: a place is sought for one, an old works is to become one."""

from __future__ import annotations

import re

from cellwire.claims.gates import gated
from cellwire.claims.kinds.built import THINGS
from cellwire.claims.kinds.facility.sign import Sign
from cellwire.claims.kinds.goods import LAND
from cellwire.claims.scene import Cue, Sentence, aspect, cue_of
from cellwire.lexicon import PLANT, regex

# "has been |looking at plots| near Wrocław", "is |scouting for land|", "|narrows its search| for a site"
_SEEKS = gated(
    r"\b(?P<verb>(?:look(?:s|ed|ing)?|search(?:es|ed|ing)?|hunt(?:s|ed|ing)?|scout(?:s|ed|ing)?|shop(?:s|ped|ping)?)\s"
    r"(?:around\s)?(?:for|at|out))\s(?:[\w,.-]+\s){0,4}?"
    r"(?P<land>sites?|plots?|land|locations?|hectares|acres|premises|real estate)\b"
    r"(?!\s(?:of|manager|visit|supervisor|engineer))"
    r"|\b(?P<assesses>(?:assess|evaluat|inspect|compar|survey)\w*)\s(?:[\w-]+\s){0,2}?(?:sites|locations"
    r"|plots)\b(?!\sof\b)"
    r"|\b(?P<picks>(?:earmark|shortlist|identif|pinpoint|short-list)\w*)\s(?:two|three|four|several|possible"
    r"|potential|a number of)\s"
    r"(?:[\w-]+\s){0,3}?(?:sites|locations|plots)\b"
    r"|\b(?P<narrows>narrow(?:s|ed|ing)?\s(?:down\s)?(?:(?:its|the|their)\s)?(?:search|choice|shortlist"
    r"|list))\b[^.;]{0,60}?"
    r"\b(?:sites?|locations?|factory|plant|gigafactory)\b",
    needs="look looks looked looking search hunt scout shop narrow assess evaluate inspect compare survey earmark "
    "shortlist identif pinpoint short",
)


def seeks_site(clause: Sentence) -> tuple[Cue, Sign] | None:
    """A plant for which somebody seeks a place is considered; the place stands for it where no noun does."""
    match = _SEEKS.search(clause.text, clause.opened) if clause.names else None
    if match is None or not (clause.products or clause.chemistries or _makes_batteries(clause)):
        return None
    group = next(group for group in ("verb", "assesses", "picks", "narrows") if match[group])
    verb = cue_of(clause, match, group, "firm.consider")
    how = aspect(clause, verb)
    if how.negated:
        return None
    named = clause.find(*THINGS)
    return (named[0] if named else verb), Sign("considered", verb, how, "seeks", False)


# "has |purchased| 100 acres of land near Reno", "has acquired a site in Turku for a cathode plant"
_BUYS_LAND = gated(
    rf"\b(?P<verb>(?:buys?|bought|purchas(?:es?|ed)|acquir(?:es?|ed)|secur(?:es?|ed)|leas(?:es?"
    rf"|ed)))\s(?:[\w,.-]+\s){{0,4}}?{LAND}\b"
    r"(?!\s(?:rights|tenements?))"
)


_ONCE_IT_HAD = regex(
    r"\b(?:after|since|before|where|that|which)\s(?:it|they|the\s\w+)?\s?(?:(?:has|have|had)\s)?$"
    r"|\b(?:provided|if|unless|once|until)\s[^,;.]{0,40}$"
)


def bought_land(clause: Sentence) -> tuple[Cue, Sign] | None:
    """A plant for which a maker has got the land is planned."""
    match = _BUYS_LAND.search(clause.text, clause.opened) if clause.names else None
    if match is None or not (clause.find("facility.plant", "facility.recycling") or _makes_batteries(clause)):
        return None
    verb = cue_of(clause, match, "verb", "firm.plan")
    how = aspect(clause, verb)
    if _ONCE_IT_HAD.search(clause.before(verb.span.start, 40)):
        return None
    return None if how.negated or how.possible else (verb, Sign("announced", verb, how, "land", False))


def _makes_batteries(clause: Sentence) -> bool:
    return any(not _CHAIN.isdisjoint(name.chain) for name in clause.names)


_CHAIN = frozenset({"cell", "pack", "cathode", "anode", "separator", "electrolyte", "recycler", "lithium", "precursor"})
# "to |turn| a disused rolling mill |into a works| for", "is being |converted into a| cell plant"
_TURNS_INTO = gated(
    r"\b(?P<verb>(?:turn|convert|transform|remodel|redevelop|refit|rebuil[dt])(?:s|ed|ing)?)\s[^,.;]{0,70}?\binto\s"
    rf"(?:an?|the|its|what|Europe['’]s|one)\s(?:[\w.,'’-]+\s){{0,6}}?(?P<what>{PLANT}|works|hub|gigafactory)\b",
    needs="turn convert transform remodel redevelop refit rebuil",
)
_HAS = regex(r"\b(?:has|have)\s(?:\w+ly\s|already\s)?(?:been\s)?$")


def turned_into(clause: Sentence) -> tuple[Cue, Sign] | None:
    """An old works that is turned into a plant: planned, or going on."""
    match = _TURNS_INTO.search(clause.text, clause.opened)
    if match is None:
        return None
    form = "base" if re.fullmatch(r"\w+[nmlt]", match["verb"]) else ("ing" if match["verb"].endswith("ing") else "past")
    verb = cue_of(clause, match, "verb", "facility_verb.make", form)
    how = aspect(clause, verb)
    at = clause.span.start + match.start("what")
    plant = next((cue for cue in clause.find(*THINGS) if cue.span.start <= at < cue.span.end), None)
    if plant is None or how.negated or _HAS.search(clause.before(verb.span.start, 24)):
        return None
    if how.possible:
        return plant, Sign("considered", verb, how, "make", False)
    stage = "construction" if how.going_on else "announced"
    return plant, Sign(stage, verb, how, "make", stage == "construction")
