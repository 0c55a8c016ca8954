"""What a law does: which word of a clause says that it is proposed, in force or gone."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cellwire.claims.gates import gated
from cellwire.claims.kinds.policy.controls import controlled
from cellwire.claims.scene import Cue, Sentence, aspect
from cellwire.lexicon import load_words, regex

_TELLS = {
    "proposed": ("policy.propose", "ruling.propose"),
    "repealed": ("policy.repeal", "ruling.repeal"),
    "adopted": ("policy.adopt", "ruling.adopt", "ruling.move"),
}
_NEAR = 80  # characters
_WEAK = frozenset(load_words("weak_instruments"))
_BURDENS = regex(r"(?:tariff|dut(?:y|ies)|lev(?:y|ies)|surtax|tax\b|royalt|quota|vat)", re.I)


def instruments_of(clause: Sentence) -> list[Cue]:
    """The laws, tariffs and rules it is about; one that only pays for or permits something is not told of."""
    named = (cue for cue in clause.find("policy.instrument") if cue.written not in _WEAK)
    return [cue for cue in named if not _MEANS.search(clause.before(cue.span.start, 60), clause.opened)]


_MEANS = gated(
    r"\b(?:funded by|under|through|thanks to|because of|as part of|pursuant to|via|supported by|"
    r"made possible by|eligible for|qualify for)\s(?:[\w'’-]+\s){0,6}$",
    re.I,
)


def ruling(clause: Sentence) -> tuple[str, Cue] | None:
    """The stage and the word that tells it, of a law by its name, of a ban without one, or of what "must" be done."""
    instruments = instruments_of(clause)
    named = instruments and _told(clause, instruments[0])
    if named and named[0] == "adopted" and _PUTS_OFF.match(named[1].written):
        return None
    return named or _forbidden(clause) or _obliged(clause) or controlled(clause)


# "|delays| its storage rules again": what is put off is neither adopted nor gone
_PUTS_OFF = regex(r"(?:delay|postpon|defer)|put\w*\soff|push\w*\sback")
# "plans to |ban|", "wants to |introduce|": what is meant and not yet done
_MEANT = gated(
    r"\b(?:plan(?:s|ned|ning)?|want(?:s|ed)?|propos(?:es|ed|ing|al)|seek(?:s|ing)?|intend(?:s|ed)?|aim(?:s|ing)?"
    r"|hop(?:es|ing)|look(?:s|ing)|prepar(?:es|ing)|threaten(?:s|ed|ing)?|consider(?:s|ed|ing)?|weigh(?:s|ing)?"
    r"|mull(?:s|ing)?|ponder(?:s|ing)?|study(?:ing)?|ey(?:es|eing)|debat(?:es|ing)|discuss(?:es|ing)?"
    r"|urg(?:es|ed|ing)|call(?:s|ed|ing) for|ready)\s(?:[\w'’-]+\s){0,5}$",
    re.I,
)
_A_DRAFT = regex(r"\b(?:[Dd]raft|[Pp]roposed|[Pp]lanned)\s(?:\w+\s)?$")
_DONE = frozenset({"adopted", "repealed"})
_ISSUES = frozenset({"publish", "unveil", "release", "introduce", "issue"})
_PAPER = regex(r"policy|policies|strategy|framework|roadmap|guidelines|plan|bill|law|act", re.I)  # in force later still


def _told(clause: Sentence, instrument: Cue) -> tuple[str, Cue] | None:
    best: tuple[int, str, Cue] | None = None
    for stage, tags in _TELLS.items():
        for cue in clause.find(*tags):
            how = aspect(clause, cue)
            gap = abs(cue.span.start - instrument.span.start)
            acting = cue.form and (" " in cue.written or cue.written.startswith("subsidi"))
            alone = cue.span == instrument.span and not acting
            if alone or gap > _NEAR or how.negated or _moves_otherwise(clause, instrument, cue):
                continue
            if cue.written.startswith("seek") and _WHICH.search(clause.before(cue.span.start, 8)):
                continue  # "released a strategy, |which seeks| to"
            if stage == "repealed" and _ends_else(clause, instrument, cue):
                continue
            later = how.possible or (how.ahead and cue.written in _ISSUES and _PAPER.search(instrument.written))
            later = later or _A_DRAFT.search(clause.before(instrument.span.start, 16))
            meant = _MEANT.search(clause.before(cue.span.start, 60), clause.opened)
            later = later or (meant and not _aims(clause, instrument, cue))
            later = later or _is_pending(clause, instrument, cue)
            done = "adopted" if stage == "repealed" and _is_raised(clause, cue) else stage
            told = "proposed" if later and done in _DONE else done
            if best is None or gap < best[0]:
                best = (gap, told, cue)
    return (best[1], best[2]) if best else None


_WHICH = regex(r"\b(?:which|that)\s$")
_BILLS = frozenset({"bill", "bills", "legislation"})
_LAWS = frozenset({"law", "laws", "recycling law", "battery law", "mining law", "lithium law", "minerals law"})
_AIMS = regex(r"\saims?\s(?:to|at)\s(?:\w+\s)?")


def _aims(clause: Sentence, instrument: Cue, cue: Cue) -> bool:
    """Whether a law that is there has an aim: "its new battery |law aims to curb| fires"."""
    return instrument.written in _LAWS and bool(_AIMS.fullmatch(clause.between(instrument.span, cue.span)))


_WOULD = regex(r"\bwould\s(?:\w+\s)?$")


def _is_pending(clause: Sentence, instrument: Cue, cue: Cue) -> bool:
    """Whether a bill is only brought in, or "would" do something: it is no law yet."""
    would = _WOULD.search(clause.before(cue.span.start, 20)) is not None
    if instrument.written in _LAWS:
        return would
    return instrument.written in _BILLS and (would or cue.written.startswith("introduc"))


def _moves_otherwise(clause: Sentence, instrument: Cue, cue: Cue) -> bool:
    """Whether what rises or falls is not the tariff: "costs |rise| because of tariffs"."""
    if "ruling.move" not in cue.tags:
        return False
    between = clause.between(instrument.span, cue.span)
    subject = instrument.span.end < cue.span.start and not re.search(r"[,;]", between)
    return not (
        subject
        and _BURDENS.match(instrument.written)
        and re.match(r"\s(?:to|by|from)\s", clause.after(cue.span.end, 8))
    )


# "a mandate that |phases out| petrol cars", "a bill to |end| reliance on imports": the law stays
_NO_LAW = regex(r"\s(?:[\w’'-]+\s){0,3}?(?:vehicles|cars|vans|trucks|engines|reliance|dependenc[ey])\b", re.I)


def _ends_else(clause: Sentence, instrument: Cue, cue: Cue) -> bool:
    """Whether what ends is no law, but goods or a need."""
    ended = _NO_LAW.match(clause.after(cue.span.end, 60))
    return ended is not None and not cue.span.end <= instrument.span.start < cue.span.end + ended.end()


_RAISES = frozenset({"lift", "lifts", "lifting", "lifted"})
_TO_A_FIGURE = regex(r"^[^.;]{0,80}?\b(?:to|by|from)\s(?:[a-z]+\s){0,2}\d")


def _is_raised(clause: Sentence, cue: Cue) -> bool:
    """Whether "lifts" raises a burden to a figure, and takes none away."""
    behind = clause.after(cue.span.end, 90)
    return cue.written in _RAISES and bool(_BURDENS.search(behind) and _TO_A_FIGURE.match(behind))


_TRADE = r"(?:exports?|imports?|shipments?|shipping|exporting|importing|overseas sales|sales? abroad)"
_LEAVE = (
    r"(?:(?:export|mining|construction|new|fresh)\s){0,2}(?:permits?|permitting|licen[cs]es|licen[cs]ing|concessions"
    r"|approvals) (?:for|to|on)"
)
_ITS_TRADE = regex(
    rf"^(?:\s(?:on|of|the|all|any|most|new|further|[a-z]+-?[a-z]+)){{0,5}}?\s{_TRADE}\b"
    r"|^\s(?:(?:all|any|new|further|lithium|nickel|open-pit|deep-sea)\s){0,3}mining\b"
    r"|^\s(?:on\s)?(?:the\s)?(?:sale|use|installation|construction|charging)\sof\s"
    rf"|^\s(?:(?:issuing|granting|giving|approving|the issuance of|all)\s)?{_LEAVE}\b",
    re.I,
)
_THEIR_TRADE = regex(rf"\b{_TRADE}\s(?:of|from)?[^,;.]{{0,60}}$", re.I)


def _forbidden(clause: Sentence) -> tuple[str, Cue] | None:
    """Somebody "has prohibited the export of", "suspends shipments of"; "exports of ore will be banned"."""
    for cue in clause.find("ruling.forbid"):
        how, before = aspect(clause, cue), clause.before(cue.span.start, 70)
        if how.negated or not cue.form:
            continue
        if _ITS_TRADE.match(clause.after(cue.span.end, 70)) or (how.passive and _THEIR_TRADE.search(before)):
            later = how.possible or _MEANT.search(before, clause.opened)
            return ("proposed" if later else "adopted"), cue
    return None


_MUST = gated(
    r"\b(?:will have to|must|may (?:no longer|not|only)|will need to|are required to|is required to|will be required to"
    r"|oblig(?:es?|ed|ing)|requir(?:es?|ed|ing)|forc(?:es?|ing)|can no longer)\b",
    re.I,
)
_UNDER = gated(
    r"\bunder\s(?:an?\s|the\s)?(?P<how>(?:new|draft|proposed|planned|tighter|stricter|revised|tougher"
    r"|updated)\s)?(?:[\w-]+\s){0,3}?"
    r"(?:rules|laws?|bill|decree|regulations?|directive|order|legislation|guidelines)\b(?P<which>\s(?:that|which"
    r"|published|issued|adopted"
    r"|passed|approved|released))?",
    re.I,
)


def _obliged(clause: Sentence) -> tuple[str, Cue] | None:
    """What "must" be done "under a draft decree", "under rules that the authority published"."""
    if not _MUST.search(clause.text, clause.opened):
        return None
    under = _UNDER.search(clause.text, clause.opened)
    if not under or not (under["how"] or under["which"]):
        return None
    at = clause.span.start + under.start()
    cues = [cue for cue in clause.find("policy.instrument") if cue.span.start >= at]
    if not cues:
        return None
    later = (under["how"] or "").strip().lower() in {"draft", "proposed", "planned"} or "bill" in under[0].lower()
    return ("proposed" if later else "adopted"), cues[0]


_TO_RULE = regex(
    r"\bto\s(?:count|require|ban|limit|tax|exempt|raise|cut|tighten|classify|treat|define|allow|restrict|charge|"
    r"subsidi[sz]e|lower|halve|double|scrap|lift|abolish|extend|impose|introduce|end|ease)\b"
)


def proposals(clause: Sentence) -> Iterator[Cue]:
    """Words behind which somebody means to rule: "the Treasury |proposed| on Monday to count"."""
    for cue in clause.find("policy.propose"):
        if cue.form in {"s", "past"} and _TO_RULE.search(clause.after(cue.span.end, 50)):
            yield cue
