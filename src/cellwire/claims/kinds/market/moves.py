"""What a market does, told by what a text opens with: goods that grow cheaper, scarce, or more."""

from __future__ import annotations

import re

from cellwire.claims.gates import gated
from cellwire.claims.kinds.market.firms import of_the_chain
from cellwire.claims.scene import Cue, Scene, Sentence, cue_of
from cellwire.lexicon import regex
from cellwire.model import Span

_GOODS = (
    r"(?:batter(?:y|ies)(?:[- ](?:cells?|packs?|metals?|materials?|minerals?|raw materials))?"
    r"|(?:LFP|NMC|NCM|sodium-ion|EV|prismatic)(?:\s(?:cells?|batter(?:y|ies)))?|(?:(?:energy|stationary|battery|grid"
    r"|home|residential|household|commercial|large-scale"
    r"|grid-scale|utility-scale)\s)storage(?: systems?)?|BESS"
    r"|lithium(?:[- ](?:ion|carbonate|hydroxide|metal|ore|salts?|concentrate|chemicals))?|spodumene(?: concentrate)?"
    r"|lepidolite|storage(?=\s(?:costs?|prices?|pipeline|installations|additions|deployments)\b)"
    r"|(?:nickel|cobalt|manganese)(?: (?:sul(?:ph|f)ate|hydroxide|metal|ore))?|(?:flake |natural "
    r"|synthetic )?graphite(?: flakes?)?"
    r"|black mass|cathodes?|anodes?|electrolytes?|separators?|precursors?|LiPF6)"
)
_FIGURES = (
    r"(?:prices?|premiums?|discounts?|payables|futures|costs?|demand|supply|inventor(?:y|ies)|stockpiles?|sales"
    r"|shipments|exports|imports|output|consumption|installations|deployments?|additions|margins|assessments?"
    r"|utili[sz]ation|revenues?|profits?|discharge|quotes|markets?|fleet|pipeline"
    r"|(?:installed )?base|share|penetration|capacity|usage)"
)
# money that goes into the trade as a whole: "|Investment in battery plants| fell"
_SPENDING = (
    r"(?:investments?|spending|financing|funding)\s(?:in|on|for)\s(?:[\w'’-]+\s){0,3}?(?:battery|lithium|storage"
    r"|energy storage)"
    r"(?:\s(?:factories|plants|projects|production|manufacturing|storage|makers|supply chains?|technology"
    r"|start-?ups))?|(?:battery|lithium)\s(?:storage\s)?(?:investments?|spending|financing|funding)"
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
    r"|under\spressure|trad(?:es?|ed|ing)\s(?:at|near|above|below)|pass(?:es|ed)?|top(?:s|ped)?|cross(?:es|ed)?"
    r"|skyrocket\w*|surpass\w*(?!\s(?:USD|US\$|\$))|expand\w*\sby|br(?:eak"
    r"|eaks|oke)\s\w+|weigh(?:s|ed)?\son|squeez\w+|vanish\w*|boom(?:s|ed|ing)?|(?:up|down)\s(?:by\s|about\s)?\d[\d.,]*|(?:is|are|remains?)\s(?:sluggish|weak|tight|strong|soft))"
)
_BETWEEN = r"(?:\s(?:(?!who|which|that|where|as|after|because)[\w'’.,%$-]+)){0,7}?\s"

# "|Spodumene prices| sank to a four-year low", "|Demand| for stationary storage will outgrow"
_OF_GOODS = gated(
    rf"^\W*(?:(?:Led|Driven|Helped|Boosted|Fuel?led|Spurred|Buoyed|Propelled) by\s[\w\s-]{{3,40}},\s)?"
    rf"{_NO_REASON}(?P<what>{_GOODS}\s(?:(?!(?:as|while)\s)[\w-]+\s){{0,3}}?{_FIGURES}"
    rf"|{_FIGURES}\s(?:for|of|in)\s(?:(?!(?:in|after|as|amid|on|than)\s)[\w'’-]+\s){{0,4}}?{_GOODS}|{_SPENDING}){_BETWEEN}{_MOVES}\b",
    re.I,
    needs="price premium discount payables futures cost costs demand supply inventory inventories stockpile sales "
    "shipments "
    "exports imports output consumption installations deployment additions margins assessment utilisation utilization "
    "market share penetration capacity usage investment spending financing funding fleet pipeline base installed "
    "revenue profit discharge quotes",
)
# "|Spodumene at $1,250 a tonne|": a headline's figure without a verb
_STANDS_AT = gated(
    rf"^\W*(?:[\w'’%-]+\s){{0,3}}?(?P<what>{_GOODS}(?:\s{_FIGURES})?)\s(?:at|near|above|below|under)\s(?:about\s"
    rf"|around\s|just\s)?"
    r"(?:(?:[A-Z]{2,3}\s?)?[$€£¥₩]\s?\d|\d[\d.,]*\s(?:yuan|euros|dollars|rupees|won|yen|RMB)\b|(?:\w+-)?(?:record"
    r"|year|month)\s(?:high|low))",
    re.I,
    needs="at near above below under",
)

_NO_GOODS_PRICE = (
    r"(?![\d.,]*\s(?:[\w-]+\s){0,2}cycles\b|[\d.,]*\s?(?:%|percent|per\scent)\s(?:efficien|charge|state|capacity))"
)
_A_HIGH = r"(?:\w+-year\s|multi-year\s|record\s|highest|lowest|fresh\s)(?:high|low|level)?"
# "|Lithium hydroxide| slipped to $9 a kilogram", "|Cobalt| is trading at its highest level in three years"
_AT_A_PRICE = gated(
    rf"^\W*{_NO_REASON}(?P<what>{_GOODS})(?:\s(?:in|on|at|has|have|had|is|was|are|(?-i:[A-Z][a-z]+))){{0,4}}\s{_MOVES}"
    r"(?:\s(?:to|by|at|below|above|near|under|over|its|the|a|as|much))*"
    rf"(?:\s(?:RMB|CNY|US)?\s?[$€£¥₩]?\d{_NO_GOODS_PRICE}|\s{_A_HIGH})",
    re.I,
    needs="lithium spodumene lepidolite nickel cobalt manganese graphite black battery batteries lfp nmc ncm cathode "
    "cathodes anode anodes electrolyte separator lipf6 sodium ev prismatic storage bess precursor precursors",
)
# "the |lithium market| will swing into deficit"
_BALANCE = gated(
    rf"^\W*{_NO_REASON}(?P<what>{_GOODS}(?:\s(?:and|or)\s{_GOODS})?(?:\s(?:market|supply|makers?"
    rf"|producers?))?)\b[^.;]{{0,60}}?"
    r"\b(?:deficit|surplus|shortage|shortfall|oversuppl\w+|overcapacity|glut|balance|price war)\b",
    re.I,
    needs="deficit surplus shortage shortfall oversupply oversupplied overcapacity glut balance war",
)
_STORES = (
    r"(?:(?:home|residential|household|grid(?:-scale)?|utility-scale|stationary)\s(?:batter(?:y|ies)(?:\sstorage)?|storage)"
    r"|(?:battery|energy)\s(?:energy\s)?storage|BESS)"
)
# "|supplies a third of| the evening's power"
_COVERS = (
    r"(?:suppl(?:ies|ied)|provide[sd]?|me(?:ets?|t)|cover(?:s|ed))\s"
    r"(?:[a-z]+\s){0,2}(?:\d[\d.]*%|(?:third|half|quarter|fifth)\sof)"
)
_BREAKS_RECORDS = r"(?:hits?|sets?|sees?|smash(?:es|ed)?|breaks?)\s(?:(?:a|new|all-time)\s)*(?:[a-z]+\s)?records?\b"
_GROWS_BY = r"(?:surg|soar|jump|slump|grew|grow|expand|ris|rose|fell|fall|drop|climb)\w*\s(?:by\s)?\d"
_REACHES = r"(?:hits?|tops?|pass(?:es|ed)|surpass\w*|cross\w*|reach\w*)\s\d[\d.,]*\s?GW"
# "|Home batteries smash records|", "|grid storage surges 60%|", "|battery storage hits 8.9 GW|"
_IN_USE = gated(
    rf"^\W*{_NO_REASON}(?P<what>{_STORES})\s(?:[a-z]+\s)?(?:(?:in|on|across)\s(?:the\s)?(?:(?-i:[A-Z])\S+\s){{1,3}})?"
    rf"(?:{_COVERS}|{_BREAKS_RECORDS}|skyrocket\w*|booms|{_GROWS_BY}|{_REACHES}|doubl\w+\b|tripl\w+\b)",
    re.I,
    needs="home residential household grid utility stationary battery energy bess",
)
# "|US installs record 18.9 GW of storage|", "|California surpasses 21 GW of batteries|": what a land has or adds
_OF_A_LAND = gated(
    r"\b(?P<what>install(?:s|ed)|add(?:s|ed)|surpass(?:es|ed)|top(?:s|ped)|pass(?:es|ed)|cross(?:es|ed)|deploy(?:s|ed))\s"
    r"(?:(?:a|record|nearly|almost|over|about|more\sthan|some|another|\w+\swith)\s){0,3}\d[\d.,]*\s?(?:GWh?|gigawatts?|gigawatt-hours?)\b"
    r"[^.;]{0,40}?\b(?:storage|batter(?:y|ies)|BESS)\b(?!\s(?:project|plant|tender|auction))",
    re.I,
    needs="gw gwh gigawatt gigawatts",
)
# "US |sees record| storage installations", "Kestrel |sees surge in| battery demand": what somebody has more or less of
_SEES = gated(
    r"\b(?P<what>sees?|saw|posts?|posted|reports?|sets?|had|has|hits?)\s(?:an?\s)?(?:(?:big|huge|sharp|rapid|steep|strong|new)\s)?"
    r"(?:record|surge|boom|jump|rise|increase|spike|drop|decline|slump|fall|growth|rebound|recovery)\b[^.;:]{0,60}?"
    rf"(?:{_GOODS}\s(?:[\w-]+\s){{0,2}}?(?:{_FIGURES}|projects)|{_FIGURES}\s(?:for|of|in)\s(?:[\w-]+\s){{0,2}}?{_GOODS})\b",
    re.I,
    needs="record surge boom jump rise increase spike drop decline slump fall growth rebound recovery",
)
# "Texas |passes| California |in batteries|": who has more
_PASSES = gated(
    r"\b(?P<what>pass(?:es|ed)|overt(?:akes|ook)|surpass(?:es|ed)|tops|topped|beats?|leapfrog(?:s|ged))\s(?-i:[A-Z])[^.;,]{2,30}?\s(?:in|as|for|on)\s"
    r"(?:[\w-]+\s){0,5}?(?:storage|batter(?:y|ies)|BESS|lithium)\b",
    re.I,
    needs="storage battery batteries bess lithium",
)
_TO_COME = regex(r"\b(?:under construction|pipeline|tenders?|auction|awarded|plans?|by 20\d\d)\b", re.I)
_AN_ADVERT = regex(
    r"\b(?:CAGR|report (?:covers|includes|by (?:[A-Z]\w+ ){1,3}(?:Insights|Reports|Intelligence))"
    r"|market (?:report|research|size)|compound annual)\b",
    re.I,
)


def moved_goods(clause: Sentence, scene: Scene) -> tuple[str, Cue] | None:
    """Goods of the chain that grow dearer, cheaper, scarcer or more, in what a text opens with."""
    if not scene.opens_with(clause) or _AN_ADVERT.search(clause.text):
        return None
    if _FORETOLD.search(clause.text, clause.opened):
        return None
    for pattern in (_OF_GOODS, _AT_A_PRICE, _STANDS_AT, _BALANCE, _IN_USE, *_OF_LANDS):
        match = pattern.search(clause.text, clause.opened)
        if match and pattern is _AT_A_PRICE and _is_of_a_name(match, clause):
            continue  # "Velmora |Battery| tumbles"
        if match and (pattern not in _OF_LANDS or _has_them(clause, match, scene, by_firms=pattern is _SEES)):
            return "moved", cue_of(clause, match, "what", "market.figure", form="")
    return None


_FORETOLD = gated(
    r"\b(?:could|may|might)\s(?:[\w-]+\s){0,2}?(?:be|spike|rise|fall|double|triple|drop|surge|reach|hit|grow)\b", re.I
)


def _is_of_a_name(match: re.Match[str], clause: Sentence) -> bool:
    """Whether the goods are a word of a firm's name."""
    what = Span(*match.span("what")).moved(clause.span.start)
    return any(name.kind == "company" and name.said.holds(what) for name in clause.names)


_OF_LANDS = (_OF_A_LAND, _SEES, _PASSES)


def _has_them(clause: Sentence, match: re.Match[str], scene: Scene, *, by_firms: bool) -> bool:
    """Whether a land, or a firm of the chain that sees more of it, is said to have them, and they are not to come."""
    if _TO_COME.search(clause.text):
        return False
    at = clause.span.start + match.start()
    firms = [name for name in clause.names if name.kind == "company"]
    if firms:
        return by_firms and any(name.said.end <= at and of_the_chain(name, scene) for name in firms)
    bodies = [name.said for name in clause.names if name.kind == "government"]
    return any(span.end <= at for span in (*(spot.span for spot in (*clause.countries, *clause.places)), *bodies))
