"""What a market does, told by what a text opens with: goods that grow cheaper or scarce, an outlook that is cut."""

from __future__ import annotations

import re

from cellwire.claims.actors import groups as groups_of
from cellwire.claims.actors import subject
from cellwire.claims.gates import gated
from cellwire.claims.scene import Cue, Name, Scene, Sentence, cue_of
from cellwire.lexicon import regex

_GOODS = (
    r"(?:batter(?:y|ies)(?:[- ](?:cells?|packs?|metals?|materials?|minerals?|raw materials))?"
    r"|(?:LFP|NMC|NCM|sodium-ion|EV|prismatic)\s(?:cells?|batter(?:y|ies))|(?:(?:energy|stationary|battery|grid|home"
    r"|grid-scale|utility-scale)\s)storage(?: systems?)?"
    r"|lithium(?:[- ](?:ion|carbonate|hydroxide|metal|ore|salts?|concentrate|chemicals))?|spodumene(?: concentrate)?"
    r"|lepidolite"
    r"|(?:nickel|cobalt|manganese)(?: (?:sul(?:ph|f)ate|hydroxide|metal|ore))?|(?:flake |natural "
    r"|synthetic )?graphite(?: flakes?)?"
    r"|black mass|cathodes?|anodes?|electrolytes?|separators?|precursors?|LiPF6)"
)
_FIGURES = (
    r"(?:prices?|premiums?|discounts?|payables|futures|costs?|demand|supply|inventor(?:y|ies)|stockpiles?|sales"
    r"|shipments|exports|imports|output|consumption|installations|deployments?|additions|margins|assessments?"
    r"|utili[sz]ation)"
)
# Words before the goods that make no clause of its own of it: "as lithium prices fall" is why something else is done.
_NO_REASON = (
    r"(?:(?!(?:as|after|while|with|amid|since|because|despite|when|if|where|although|though|following|due|for|of|on|by"
    r"|to"
    r"|said|says|CAGR)\b)[\w'’.%,/&-]+\s){0,6}?"
)
_MOVES = (
    r"(?:r[io]se|rises|risen|rising|f[ae]ll|falls|fallen|falling|slip(?:s|ped)?|s[au]nk|sinks?|dip(?:s|ped)?|drop(?:s"
    r"|ped)?"
    r"|declin\w+|eas(?:e|es|ed)|edg(?:e|es|ed|ing)\s(?:up|down|higher|lower|back)|firm(?:s|ed)?|soften\w*|weaken\w*"
    r"|strengthen\w*"
    r"|stabili[sz]\w+|rebound\w*|recover\w*|rall(?:y|ies|ied)|surg\w+|soar\w*|jump\w*|climb\w*|spik\w+|plung\w+"
    r"|plummet\w*"
    r"|tumbl\w+|slump\w*|slid(?:e|es)?|collaps\w+|crash\w*|halv\w+|doubl\w+|tripl\w+|languish\w*|stagnat\w+|swing\w*"
    r"|swung"
    r"|widen\w*|narrow\w*|shr[aiu]nk\w*|gr[eo]ws?|grown|increas\w+|continue[sd]?\sto|(?:steady|flat|sideways|unchanged"
    r"|stable)"
    r"|bottom(?:s|ed|ing)?\sout|outpac\w+|outstrip\w*|outgr[eo]w\w*|exceed\w*|hit|hits|reach\w*|extend(?:s"
    r"|ed)?\s(?:gains|losses)"
    r"|under\spressure|trad(?:es?|ed|ing)\s(?:at|near|above|below)|pass(?:es|ed)|top(?:s|ped)|cross(?:es|ed)|br(?:eak"
    r"|eaks|oke)\s\w+)"
)
_BETWEEN = r"(?:\s(?:(?!who|which|that|where|as|after|because)[\w'’.,%$-]+)){0,7}?\s"

# "|Spodumene prices| sank to a four-year low", "|Demand| for stationary storage will outgrow"
_OF_GOODS = gated(
    rf"^\W*{_NO_REASON}(?P<what>{_GOODS}\s(?:[\w-]+\s){{0,3}}?{_FIGURES}"
    rf"|{_FIGURES}\s(?:for|of|in)\s(?:[\w'’-]+\s){{0,4}}?{_GOODS}){_BETWEEN}{_MOVES}\b",
    re.I,
    needs="price prices premium premiums discount payables futures cost costs demand supply inventory inventories "
    "stockpile "
    "stockpiles sales shipments exports imports output consumption installations deployment deployments additions "
    "margins "
    "assessment utilisation utilization",
)
# "|Lithium hydroxide| slipped to $9 a kilogram", "|Cobalt| is trading at its highest level in three years"
_AT_A_PRICE = gated(
    rf"^\W*{_NO_REASON}(?P<what>{_GOODS})(?:\s(?:in|on|at|has|have|had|is|was|are|(?-i:[A-Z][a-z]+))){{0,4}}\s{_MOVES}"
    r"(?:\s(?:to|by|at|below|above|near|under|over|its|the|a|as|much))*"
    r"(?:\s(?:RMB|CNY|US)?\s?[$€£¥₩]?\d|\s(?:\w+-year\s|multi-year\s|record\s|highest|lowest|fresh\s)(?:high|low"
    r"|level)?)",
    re.I,
    needs="lithium spodumene lepidolite nickel cobalt manganese graphite black battery batteries lfp nmc ncm cathode "
    "cathodes anode anodes electrolyte separator lipf6",
)
# "the |lithium market| will swing into deficit"
_BALANCE = gated(
    rf"^\W*{_NO_REASON}(?P<what>{_GOODS}(?:\s(?:and|or)\s{_GOODS})?\s(?:market|supply|makers?"
    rf"|producers?))\b[^.;]{{0,60}}?"
    r"\b(?:deficit|surplus|shortage|shortfall|oversuppl\w+|overcapacity|glut|balance|price war)\b",
    re.I,
    needs="deficit surplus shortage shortfall oversupply oversupplied overcapacity glut balance war",
)
_AN_ADVERT = regex(r"\b(?:CAGR|report (?:covers|includes|by)|market (?:report|research|size)|compound annual)\b", re.I)

_PERIOD = (
    r"(?:(?:first|second|third|fourth|full|half|current|next|this|last|fiscal|financial|[12]?\d{3})[- ]?(?:quarter"
    r"|half|year)?"
    r"(?:['’]s)?|annual|yearly|quarterly|Q[1-4]|H[12]|FY\s?\d*|20\d\d|medium-term|mid-term|long-term)"
)
_OUTLOOK = r"(?:guidance|forecasts?|outlook|projections?|expectations|targets?|estimates?)"
_RESULTS = (
    r"(?:production|output|sales|revenue|shipments?|delivery|deliveries|earnings|profit|EBITDA|income|volume|spending"
    r"|capex|cost|growth)"
)
# "|cut| its full-year production |guidance|"
_GUIDES = gated(
    r"\b(?P<verb>cuts?|lowers?|lowered|rais(?:es?|ed)|trim(?:s|med)?|slash(?:es|ed)?|lift(?:s|ed)?|hik(?:es?|ed)"
    r"|maintain(?:s|ed)?|"
    r"reaffirm(?:s|ed)?|reiterate[sd]?|confirm(?:s|ed)?|withdr[ae]w(?:s|n)?|scrap(?:s|ped)?|suspend(?:s|ed)?"
    r"|narrow(?:s|ed)?|downgrade[sd]?|"
    r"upgrade[sd]?|reduce[sd]?|increase[sd]?|boost(?:s|ed)?|miss(?:es|ed)?|beats?)\s"
    rf"(?:(?:its|their|the|down|up|{_PERIOD})\s){{0,4}}"
    rf"(?:(?:{_RESULTS}|and|battery|lithium|storage|energy|net|operating|[a-z-]+)\s){{0,4}}?"
    rf"(?P<noun>{_OUTLOOK})\b",
    re.I,
    needs="guidance forecast forecasts outlook projection projections expectations target targets estimate estimates",
)
_ITS_RESULT = regex(rf"\b(?:{_PERIOD}|{_RESULTS}|guidance|outlook|financial|months ended)\b", re.I)
_NEAR = 40  # characters
# "|expects| third-quarter output of 20,000 to 25,000 tonnes"
_EXPECTS = gated(
    r"\b(?P<verb>expects?|expected|forecasts?|guid(?:es|ed)|sees|projects?|predicts?|reported|posted|recorded"
    r"|achieved)\s"
    rf"(?:(?:its|their|a|record|that|for|to|see|{_PERIOD})\s){{0,4}}{_PERIOD}\s"
    rf"(?:(?:battery|lithium|storage|spodumene|graphite|nickel|net|operating"
    rf"|total)\s){{0,3}}{_RESULTS}\b[^.;]{{0,50}}?\d",
    re.I,
    needs="expect expects expected forecast forecasts guides guided sees project projects predict predicts reported "
    "posted "
    "recorded achieved",
)
# "today |announced| its results for the three months ended December 31"
_REPORTS = gated(
    r"\b(?P<verb>announce[sd]?|report(?:s|ed)?|release[sd]?|publishe[sd]|post(?:s|ed)?)\s"
    r"(?:(?:its|their|the|strong|record|weak|solid|unaudited|preliminary|financial|operating|operational|and"
    r"|consolidated"
    rf"|{_PERIOD})\s){{0,7}}(?:results|earnings)\b(?!\s(?:of|from)\b)",
    re.I,
    needs="results earnings",
)
# "|lost| its lead in the European battery market"
_LEADS = gated(
    r"\b(?P<verb>los(?:es|t)|regain(?:s|ed)?|reclaim(?:s|ed)?|t[ao]kes?|took|retain(?:s|ed)?|keeps?|kept|defend(?:s"
    r"|ed)?|cede[sd]?|widen(?:s|ed)?"
    r"|extend(?:s|ed)?|held|holds?|maintain(?:s|ed)?)\s(?:(?:its|the|their|on|onto|over|up)\s){1,2}(?:[\w-]+\s){0,2}?"
    r"(?:lead|top spot|top position|crown|leadership|first place|second place|number one"
    r"|No\. 1)\b[^.;]{0,60}\b(?:market|ranking|makers?|batter\w+|storage)\b",
    re.I,
    needs="lead top crown leadership first second number no",
)
_CHAIN = frozenset(
    [
        "cell",
        "cathode",
        "anode",
        "electrolyte",
        "separator",
        "precursor",
        "pack",
        "integrator",
        "storage",
        "swapping",
        "recycler",
        "lithium",
        "graphite",
        "foil",
    ]
)


def moved_goods(clause: Sentence, scene: Scene) -> tuple[str, Cue] | None:
    """Goods of the chain that grow dearer, cheaper, scarcer or more, in what a text opens with."""
    if not scene.opens_with(clause) or _AN_ADVERT.search(clause.text):
        return None
    for pattern in (_OF_GOODS, _AT_A_PRICE, _BALANCE):
        if match := pattern.search(clause.text, clause.opened):
            return "moved", cue_of(clause, match, "what", "market.figure", form="")
    return None


def guided(clause: Sentence, scene: Scene) -> tuple[str, Cue] | None:
    """What a firm of the chain expects to sell or make, or reports to have, in what a text opens with."""
    if not scene.opens_with(clause):
        return None
    for pattern in (_GUIDES, _EXPECTS, _REPORTS, _LEADS):
        match = pattern.search(clause.text, clause.opened)
        if match is None:
            continue
        if pattern is not _LEADS and not _ITS_RESULT.search(clause.text, match.start("verb"), match.end() + _NEAR):
            continue
        cue = cue_of(clause, match, "verb", "market.figure")
        leader = subject(groups_of(clause), cue.span.start)
        if leader and any(_of_the_chain(name, scene) for name in leader.names):
            return "guided", cue
    return None


def _of_the_chain(name: Name, scene: Scene) -> bool:
    return not _CHAIN.isdisjoint(name.chain) or (not name.known and scene.main is not None and scene.main.id == name.id)
