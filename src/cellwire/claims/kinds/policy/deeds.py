"""What a land or a body does to the trade by a verb of ruling, where no law is named: "China curbs new capacity"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from cellwire.claims.gates import gated
from cellwire.claims.scene import Cue, Name, Sentence, aspect
from cellwire.lexicon import regex
from cellwire.model import Span

DEED = "policy.deed"  # told by the verb alone: nothing else that the clause tells may stand against it

# what is not ruled yet
_MEANS_TO = (
    r"plans|wants|aims|seeks|intends|proposes|may|could|might|considers|weighs|mulls"
    r"|considering|weighing|mulling|planning|preparing"
)
_OFFICE = (
    r"(?:govt|gov[’']t|government|ministry|parliament|cabinet|senate|congress|regulators?|lawmakers|president"
    r"|ministers?|court|AGO?|attorney general|legislature|legislators|senators?|republicans|democrats|watchdog|agency"
    r"|officials|commission|utilities board|department|administration)"
)
_BETWEEN = (
    rf"^(?:(?:['’]s\s|\s)(?:[\w-]+\s){{0,3}}?{_OFFICE}|:\s(?:[A-Z][\w.]+\s){{0,2}}?[A-Z][\w.]+)?"
    r"(?:\son\s\w+day)?\s(?:(?:has|have|had|will|would|is|are|to|also|now|today|reportedly|formally|temporarily"
    r"|again|set|moves?|moved"
    rf"|agreed|decided|voted|{_MEANS_TO}"
    r"|poised|(?:announc|unveil|outlin)(?:e|es|ed|s)\s(?:a\s)?plans?)\s){0,5}(?:to\s)?"
)
# "|Govt| eases rules", "|Republican senators| propose": who rules, where a headline opens with them
OFFICE = regex(rf"^(?:[A-Z][\w.’'-]*\s){{0,2}}?{_OFFICE}\b(?!['’])", re.I)
_ADVANCES = r"advanc(?:e|es|ed)"
_A_BILL = r"(?:bills?|legislation|proposals?)\b"  # which is no law yet
_ADOPTS = (
    r"ban(?:s|ned)?|bar(?:s|red)?|curb(?:s|ed)?|limit(?:s|ed)?|restrict(?:s|ed)?|block(?:s|ed)?|prohibit(?:s|ed)?"
    r"|forbids?|forbade"
    r"|oblig(?:e|es|ed)|requir(?:e|es|ed)|mandat(?:e|es|ed)|instruct(?:s|ed)?|order(?:s|ed)?|OKs?|okays?|lets|allow(?:s|ed)?|tighten(?:s|ed)?|eas(?:e"
    r"|es|ed)|relax(?:es|ed)?"
    r"|award(?:s|ed)?|earmark(?:s|ed)?|sets? aside|allocat(?:e|es|ed)|halt(?:s|ed)?|suspend(?:s|ed)?"
    r"|exempt(?:s|ed)?"
    r"|subsidi[sz](?:e|es|ed)|nationali[sz](?:e|es|ed)|classif(?:y|ies|ied)|designat(?:e|es|ed)|impos(?:e|es|ed)"
    r"|lev(?:y|ies|ied)|tax(?:es|ed)?"
    r"|caps?|capped|freez(?:e|es)|froze|fast-tracks?|fast-tracked|streamlin(?:e|es|ed)|simplif(?:y|ies|ied)"
    r"|overhaul(?:s|ed)?|reform(?:s|ed)?"
    r"|regulat(?:e|es|ed)|ratif(?:y|ies|ied)|reject(?:s|ed)?|adopt(?:s|ed)?|approv(?:e|es|ed)"
    rf"|recogni[sz](?:e|es|ed)|{_ADVANCES}(?![^;]*\b{_A_BILL})"
    r"|grant(?:s|ed)? [\w -]{3,40}(?=\sstatus)"
    r"|(?:launch|begin)(?:es|ed|s)? (?:an? )?(?:[\w$-]+ ){0,4}?(?=mission|consultation|initiative|policy|scheme"
    r"|plan\b|program)"
    r"|puts? (?=[\w ]+ at (?:the )?cent(?:er|re) of)"
    r"|cracks? down on|cracked down on|steps? up|stockpil(?:e|es|ed)|replac(?:e|es|ed)|shuts? out|tak(?:e|es) aim at"
)
_PROPOSES = (
    rf"{_ADVANCES}(?=[^;]*\b{_A_BILL})|"
    r"propos(?:e|es|ed)|consult(?:s|ed|ing)?|mull(?:s|ed)?|weigh(?:s|ed)?|consider(?:s|ed)?|eye(?:s|d)?|stud(?:y|ies"
    r"|ied)|draft(?:s|ed)?"
    r"|investigat(?:e|es|ed)|prob(?:e|es|ed)|reviews|reviewed|(?<=to )review|threaten(?:s|ed)?|debat(?:e|es|ed)"
    r"|discuss(?:es|ed)?|explor(?:e|es|ed)|float(?:s|ed)?"
)
_REPEALS = (
    r"scrap(?:s|ped)?|abolish(?:es|ed)?|ax(?:e|es|ed)|end(?:s|ed)?|lift(?:s|ed)?|waiv(?:e|es|ed)|drop(?:s|ped)?"
    r"|repeal(?:s|ed)?|revok(?:e|es|ed)"
    r"|phas(?:e|es|ed) out|cancel(?:s|led|ed)?|withdr(?:aws?|ew)|shelv(?:e|es|ed)"
)
_VERBS = (("adopted", _ADOPTS), ("proposed", _PROPOSES), ("repealed", _REPEALS))
_DEEDS = {stage: regex(rf"{_BETWEEN}(?P<verb>{verbs})\b(?P<behind>[^;]{{3,110}})", re.I) for stage, verbs in _VERBS}
# what it is done to: the trade, and neither one plant nor what a land makes or sells
TRADE = gated(
    r"\b(?:batter\w+|lithium|cobalt|nickel|graphite|critical (?:raw )?minerals?|cathodes?|anodes?|storage"
    r"|BESS|spodumene|black mass|EVs?|gigafactor\w+)\b",
    re.I,
)
_NO_RULE = regex(
    r"\b(?:plants?|factor(?:y|ies)|gigafactor(?:y|ies)|mines?|refiner(?:y|ies)|projects?|site|output|production|sales"
    r"|imports? (?:of|rose|fell)|stake|venture|loan"
    r"|grant|tenders?|bids|million|billion|MW|MWh|GWh|GW|demand|prices?(?! war)|market)\b",
    re.I,
)
_GIVES = regex(r"sets? aside|earmark|allocat|award", re.I)
_FOR_ALL = regex(
    r"\b(?:supply chains?|industry|makers|producers|manufacturers|sector|research|recycling|contracts|companies)\b",
    re.I,
)
_MEANT = regex(rf"\b(?:{_MEANS_TO}|plan)\b", re.I)
_OBLIGES = regex(r"\s?(?:oblig|requir|mandat|instruct)", re.I)


def _is_for_all(verb: str, behind: str) -> bool:
    """Whether it is given to a whole trade, or asked of all who build: "requires storage at projects of 10 MW"."""
    return bool((_GIVES.match(verb) and _FOR_ALL.search(behind)) or _OBLIGES.match(verb) or _OBLIGES.match(behind))


def deed(clause: Sentence, bodies: Sequence[Name], lands: Sequence[Span]) -> tuple[str, Cue] | None:
    """The stage and the verb of what a body, or a land as its government, does to the trade."""
    for span in (*(name.said for name in bodies), *lands):
        behind = clause.text[span.end - clause.span.start :]
        for stage, pattern in _DEEDS.items():
            match = pattern.match(behind)
            if match is None or not TRADE.search(match["behind"], clause.opened):
                continue
            if _NO_RULE.search(match["behind"]) and not _is_for_all(match["verb"], match["behind"]):
                continue
            at = Span(span.end + match.start("verb"), span.end + match.end("verb"))
            cue = Cue((DEED,), "past" if match["verb"].endswith("ed") else "s", at, match["verb"].lower())
            how = aspect(clause, cue)
            if how.negated:
                continue
            meant = how.possible or _MEANT.search(match[0][: match.start("verb")])
            return ("proposed" if meant else stage), cue
    return None
