"""Stores and plants that somebody hands in for approval: "Alder submits a 400 MWh store to the EPBC Act"."""

from __future__ import annotations

from cellwire.claims.gates import gated
from cellwire.claims.kinds.built import THINGS
from cellwire.claims.kinds.facility.sign import Sign
from cellwire.claims.scene import Cue, Sentence, aspect, cue_of
from cellwire.lexicon import regex

_FILED = gated(
    r"\b(?P<files>[Ss]ubmit(?:s|ted)?|[Rr]efer(?:s|red)|[Ss]en(?:ds|t)|[Ll]odg(?:es|ed))\s(?P<what>[^.;:]{3,120}?)\s"
    r"(?:to|with|for|under)\s(?:(?:an?|the|its|[A-Z]\w+['’]s|federal|national|state)\s){0,3}"
    r"(?:(?:EPBC|Environment Protection and Biodiversity Conservation)\b"
    r"|(?:environmental|planning|public)\s(?:assessment|review|approval|examination)\b|(?:assessment|approval)\b)",
    needs="submit submits submitted refer refers referred send sends sent lodge lodges lodged",
)
_PAPERS = regex(r"\b(?:plans?|applications?|proposals?|bids?|documents?|statements?|reports?|requests?|samples?)\b")
_PEOPLE = regex(r"\b(?:workers?|staff|employees?|engineers?|students?|teams?|cells|packs|cars|vehicles)\b")
_SEVERAL = regex(r"\b(?:two|three|four|five|several|multiple|\d)\s")  # each has its own size
# "submits a data centre |with| 16 GWh of storage": what is handed in is something else
_BESIDE = regex(r"\b(?:[Ww]ith|alongside|beside|including|as)\s")


def filed(clause: Sentence) -> tuple[Cue, Sign] | None:
    """What is handed in for approval is planned, and not allowed yet."""
    match = _FILED.search(clause.text, clause.opened)
    if match is None or any(other.search(match["what"]) for other in (_PAPERS, _PEOPLE, _SEVERAL)):
        return None
    start, end = (clause.span.start + at for at in match.span("what"))
    things = [cue for cue in clause.find(*THINGS) if start <= cue.span.start < end]
    if not things or _BESIDE.search(clause.text[match.start("what") : things[0].span.start - clause.span.start]):
        return None
    verb = cue_of(clause, match, "files", "firm.plan")
    how = aspect(clause, verb)
    if how.negated or how.ahead or how.possible:
        return None
    return things[0], Sign("announced", verb, how, "applied", done=False)
