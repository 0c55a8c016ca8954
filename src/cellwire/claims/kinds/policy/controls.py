"""What is ruled where no law is named: who needs a permit, may not buy, is put on a list or taken by the state."""

from __future__ import annotations

import re

from cellwire.claims.gates import gated
from cellwire.claims.scene import Cue, Sentence, aspect, cue_of

LISTED = "ruling.listed"  # done to a company, and no less a ruling

_TRADERS = (
    r"(?:exporters?|importers?|exports?|imports?|shipments?|sellers?|exporting|importing|(?:that|who) (?:ex|im)port\b)"
)
# "Exporters of cells |will need| a licence", "companies that import batteries |must| pay an additional duty"
_LICENSED = gated(
    rf"\b{_TRADERS}\b[^.;]{{0,70}}?\b(?P<verb>(?:will|would|now)\s(?:need|require|be subject to|have to)|needs?|must"
    rf"|requires?"
    r"|(?:is|are|be)\s(?:now\s)?subject to|(?:is|are)\s(?:now\s)?required to)\b[^.;]{0,50}?"
    r"\b(?:licen[cs]es?|permits?|approvals?|authori[sz]ations?|dut(?:y|ies)|lev(?:y|ies)|surcharge|tariffs?)\b"
    r"|\b(?P<asks>requir(?:es?|ed|ing)|demand(?:s|ed)?)\s(?:(?:an|export|import|new|special|government)\s)*"
    rf"(?:licen[cs]es?|permits?|approvals?)\b[^.;]{{0,40}}?\b{_TRADERS}\b",
    re.I,
    needs="license licences permit permits approval approvals authorisation authorization duty duties levy levies "
    "surcharge "
    "tariff tariffs",
)
# "will be |barred| from buying batteries from"
_BARRED = gated(
    r"\b(?P<verb>barred|banned|prohibited|blocked|excluded|bars?|bans?|prohibits?|blocks?"
    r"|excludes?)\b[^.;]{0,60}?\bfrom\s"
    r"(?:buying|importing|exporting|selling|receiving|bidding|getting|claiming|purchas\w+|install\w+|suppl\w+|taking"
    r"|(?:[\w-]+\s){0,2}?(?:subsid\w+|incentives?|tax credits?|tenders?|contracts|market|purchases|procurement))\b",
    re.I,
)
# "has |added| Voltaryn to a list of companies that work with the army"
_ON_A_LIST = gated(
    r"\b(?P<verb>add(?:s|ed|ing)?|puts?|putting|plac(?:es?|ed|ing)|remov(?:es?|ed|ing)|includ(?:es?|ed|ing)|strikes?"
    r"|struck"
    r"|tak(?:es?|en)|took)\b[^.;]{0,90}?\b(?:to|on|onto|from|off|in)\s(?:its|an?|the|their)\s(?:[\w'’-]+\s){0,4}?"
    r"(?:lists?|blacklist|entity list)\b",
    re.I,
    needs="list lists blacklist",
)
# "|nationalised| the country's lithium", "would |put| lithium under state control"
_TAKEN = gated(
    r"\b(?P<verb>nationali[sz](?:e|es|ed|ing))\b"
    r"|\b(?P<puts>puts?|putting|brings?|brought|bringing|places?|placed)\b[^.;]{0,70}?\bunder\s(?:state|public"
    r"|government)\s"
    r"(?:control|ownership)\b",
    re.I,
)
# "The budget |exempts| 35 capital goods for cells from customs duty"
_EXEMPT = gated(
    r"\b(?P<verb>exempt(?:s|ed|ing)?|spar(?:es?|ed|ing))\b[^.;]{0,110}?\bfrom\s(?:[\w'’%-]+\s){0,5}?"
    r"(?:dut(?:y|ies)|tax(?:es)?|tariffs?|vat|charges?|lev(?:y|ies)|rules?|quotas?|bans?)\b",
    re.I,
)
# "has |revoked| the mining permits of four companies"
_REVOKED = gated(
    r"\b(?P<verb>revok(?:es?|ed|ing)|withdr(?:aws?|awn|ew)|cancel(?:s|led|ed)|annul(?:s|led)|suspend(?:s|ed)|strip(?:s|ped))\b"
    r"[^.;]{0,40}?\b(?:permits?|licen[cs]es?|concessions?|mining rights)\b",
    re.I,
    needs="permit permits license licenses licence licences concession concessions mining",
)
_MEANT_TO = gated(
    r"\b(?:plan(?:s|ned|ning)?|want(?:s|ed)?|propos(?:es|ed|al)|seek(?:s|ing)?|intend(?:s|ed)?|aim(?:s|ing)?"
    r"|consider(?:s|ed|ing)?"
    r"|weigh(?:s|ing)?|mull(?:s|ing)?|draft|bill|urg(?:es|ed|ing)|call(?:s|ed|ing) for|would|could|may"
    r"|might)\b[^.;]{0,60}$",
    re.I,
)
_RULINGS = ((_LICENSED, ""), (_BARRED, ""), (_ON_A_LIST, LISTED), (_TAKEN, ""), (_EXEMPT, ""), (_REVOKED, LISTED))


def controlled(clause: Sentence) -> tuple[str, Cue] | None:
    """The stage and the word that tells a ruling which no law's name stands for."""
    for pattern, tag in _RULINGS:
        match = pattern.search(clause.text, clause.opened)
        if match is None:
            continue
        group = next(name for name, words in match.groupdict().items() if words)
        cue = cue_of(clause, match, group, tag or "ruling.control")
        how = aspect(clause, cue)
        if how.negated:
            continue
        later = (
            how.possible
            or (how.ahead and pattern is _TAKEN)
            or _MEANT_TO.search(clause.before(cue.span.start, 80), clause.opened)
        )
        return ("proposed" if later else "adopted"), cue
    return None
