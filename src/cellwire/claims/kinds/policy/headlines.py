"""What headlines tell of laws in other words: a land's aims, a deal of two on minerals, what is new or called for."""

from __future__ import annotations

import re
from collections.abc import Sequence

from cellwire.claims.actors import NO_FIRMS
from cellwire.claims.gates import gated
from cellwire.claims.kinds.lands import lands_in
from cellwire.claims.kinds.policy.deeds import DEED, TRADE
from cellwire.claims.scene import Cue, Scene, Sentence, aspect, cue_of
from cellwire.lexicon import regex
from cellwire.model import Span

TREATY, NEW, TITLED = "policy.treaty", "policy.new", "policy.titled"

_WHOSE = r"^(?:(?:['’]s)?\s(?:government|cabinet|parliament|regulators?|officials|lawmakers|ministers?|president))?"
# "Chile |aims to| outline a lithium firm", "China |wants| swappable batteries", "Korea |to boost| battery recycling"
_AFTER = regex(
    rf"{_WHOSE}\s(?:now\s|also\s)?(?P<verb>(?:wants?|intends?|aims?|seeks?|hopes?|push(?:es)?|moves?|prepares?"
    r"|vows?|bids?|gears? up|plans|tries)\sto(?!\s(?:buy|sell|build|procure|produce|open|invest|import|export)\b)"
    r"|push(?:es)? for|hopes? for|gears? up for|bets? on|steps? up (?:efforts?|support|push|fight)"
    r"|paves? (?:the )?way for|wants?(?! to\b)"
    r"|to (?:boost|support|promote|encourage|accelerate|reduce|regulate|overhaul|reform|cut|set up|soon unveil))\b"
    r"(?P<behind>[^;]{3,110})",
    re.I,
)
_NO_LAW = regex(
    r"\b(?:plants?|factor(?:y|ies)|gigafactor(?:y|ies)|mines?|refiner(?:y|ies)|sites?|output|sales|stake|loan|prices?"
    r"|(?:patriot|missile|artillery)|MWh?|GWh?|million|billion|bn|crores?|grants?|fund(?:s|ing)?|loans?)\b|[$€£₹]\s?\d",
    re.I,
)


def goal(clause: Sentence, lands: Sequence[Span]) -> tuple[str, Cue] | None:
    """What a land, or a body of it, says it is after."""
    for span in lands if clause.headline else ():
        match = _AFTER.match(clause.text[span.end - clause.span.start :])
        if match and TRADE.search(match["behind"], clause.opened) and not _NO_LAW.search(match["behind"]):
            at = Span(span.end + match.start("verb"), span.end + match.end("verb"))
            return "proposed", Cue((DEED,), "s", at, match["verb"].lower())
    return None


_PACT = r"(?:deals?|agreements?|pacts?|accords?|treat(?:y|ies)|talks|negotiations|alliance)"
# "Japan and Chile |strike| a trade deal on battery minerals"
_TREATY = gated(
    r"\b(?P<verb>sign(?:s|ed)?|strikes?|struck|reach(?:es|ed)?|ink(?:s|ed)?|seal(?:s|ed)?|agree[sd]?|clinch(?:es|ed)?"
    r"|conclude[sd]?|forge[sd]?|finali[sz]e[sd]?|unveil(?:s|ed)?|ratif(?:y|ies|ied)|(?P<early>begins?|began|open(?:s|ed)?"
    r"|start(?:s|ed)?|launch(?:es|ed)?|resumed?|near|close to|eye|seek|discuss|in|hold))\b"
    rf"(?:\s(?!with\b)[\w'’-]+){{0,4}}?\s(?P<pact>{_PACT})\b[^.;]{{0,80}}?"
    r"\b(?:minerals?|raw materials|lithium|cobalt|nickel|graphite|batter(?:y|ies))\b",
    re.I,
)
_A_SUM = regex(r"[$€£¥]|\b(?:MoU|memorandum)\b", re.I)
_TALKS = frozenset({"talks", "negotiations"})


def treaty(clause: Sentence, lands: frozenset[str]) -> tuple[str, Cue] | None:
    """What two lands agree on about the trade, or begin to talk of."""
    match = _TREATY.search(clause.text, clause.opened) if clause.headline and len(lands) > 1 else None
    if match is None or _A_SUM.search(clause.text):
        return None
    cue = cue_of(clause, match, "verb", TREATY, "s")
    how = aspect(clause, cue)
    if how.negated:
        return None
    later = how.possible or how.ahead or match["early"] or match["pact"].lower() in _TALKS
    return ("proposed" if later else "adopted"), cue


# "|New rules| kick in for home batteries", "Zimbabwe: |New mining law| to be strict on lithium"
_NEW = gated(
    r"\b(?P<law>(?P<draft>proposed\s)?(?:new|stricter|tougher|tighter)\s(?:[\w'’-]+\s){0,3}?"
    r"(?:rules?|laws?|(?P<bill>bill)|regulations?|legislation|tax(?:es)?|tariffs?|guidelines|requirements|mandate"
    r"|rebates?|subsid(?:y|ies)))\s(?:(?:for|on)\s(?:[\w'’-]+\s){1,4}?)?"
    r"(?P<does>to|will|would|could|may|must|kicks?|takes?|comes?|now|means?|makes?|sets?|requires?|requiring|forces?|aims?"
    r"|in (?:place|force|effect))\b",
    re.I,
)
# "100-day |moratorium| on data centres and storage", "|pause| on permits for batteries"
_PAUSE = gated(
    r"\b(?P<law>moratorium|(?:pause|halt|freeze|ban) on (?:new )?(?:permits|applications|approvals))\b(?=[^.;]{0,80}?"
    r"\b(?:batter(?:y|ies)|BESS|storage|lithium))",
    re.I,
)
_ONLY_MEANT = frozenset({"to", "would", "could", "may", "aim", "aims"})


def new_rule(clause: Sentence, scene: Scene) -> tuple[str, Cue] | None:
    """A rule that a text opens with, calls new and says something of."""
    match = _NEW.search(clause.text, clause.opened) if scene.opens_with(clause) else None
    if match is None:
        pause = _PAUSE.search(clause.text, clause.opened) if clause.headline else None
        return ("adopted", cue_of(clause, pause, "law", NEW, "")) if pause else None
    later = match["draft"] or match["bill"] or match["does"].lower() in _ONLY_MEANT
    return ("proposed" if later else "adopted"), cue_of(clause, match, "law", NEW, "")


# "Alder |calls for| tighter rules on storage", "Government |urged| to scrap taxes on batteries"
_CALLS = gated(
    r"\b(?P<verb>calls? for|urge[sd]?|push(?:es)? for|demands?|lobb(?:y|ies) for|presse[sd]? for|asks|asked"
    r"|called on)\b[^;]{0,80}?\b(?:rules?|regulat\w+|laws?|legislation|standards?|standardi[sz]ation|tariffs?"
    r"|ban|tax(?:es)?|duties|subsid(?:y|ies)|incentives?|mandate|crackdown|crack down)\b",
    re.I,
)


def called_for(clause: Sentence) -> tuple[str, Cue] | None:
    """A law that somebody calls for."""
    match = _CALLS.search(clause.text, clause.opened) if clause.headline else None
    return ("proposed", cue_of(clause, match, "verb", "policy.called", "s")) if match else None


_LAWS = (
    r"(?:Laws?|Acts?|Decrees?|Directives?|Regulations?|Rules|Order|Ordinance|Decision|Strategy|Plan|Policy|Roadmap"
    r"|Guidelines?|Guidance|Lists?|Code|Quota System|Measures|Amendment|Standards?|Framework|Agreement)"
)
# "|Decree| No 27 on batteries", "2022 Critical Minerals |Strategy|", "National Battery |Regulations|, 2024"
_TITLED = regex(
    r"^(?!(?:How|What|Why|When|Where|Who|Will|Is|Are|Can)\b)(?:\([A-Z][\w ]+\)\s)?"
    r"(?:(?:[A-Z(\d][\w’'&/.()-]*|of|on|for|and|the|-)\s){0,8}?"
    rf"(?P<law>{_LAWS})(?:$|[,:]\s|\s(?=[\d(–-]|(?:No|Nº|N°|on|for|of|in|to|by|which|under)\b))"
)
_UNBORN = regex(r"\b(?:[Dd]raft|[Pp]ropos(?:ed|al)|Bill)\b")


def titled(clause: Sentence, scene: Scene) -> tuple[str, Cue] | None:
    """A law, plan or list whose name is the title of a text about it."""
    if clause.index or not clause.headline or len(scene.sentences) < 2:
        return None
    match = _TITLED.search(clause.text)
    lands = {spot.country for spot in lands_in(clause)}
    if match is None or (match["law"] == "Agreement" and len(lands) < 2):
        return None
    law = cue_of(clause, match, "law", TITLED, "")
    firms = (name.span for name in clause.names if name.known and name.kind not in NO_FIRMS)
    verbs = (cue.span for cue in clause.cues if cue.form in {"s", "past"})
    if any(span.end <= law.span.start for span in (*firms, *verbs)):
        return None
    return ("proposed" if _UNBORN.search(clause.text) else "adopted"), law
