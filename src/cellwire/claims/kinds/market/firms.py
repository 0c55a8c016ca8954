"""What a firm of the chain expects, reports or warns of, told by what a text opens with."""

from __future__ import annotations

import re

from cellwire.claims.actors import groups as groups_of
from cellwire.claims.actors import subject
from cellwire.claims.gates import gated
from cellwire.claims.scene import Cue, Name, Scene, Sentence, cue_of
from cellwire.lexicon import regex

_PERIOD = (
    r"(?:(?:first|second|third|fourth|full|half|current|next|this|last|fiscal|financial|[12]?\d{3})[- ]?(?:quarter"
    r"|half|year)?"
    r"(?:['’]s)?|annual|yearly|quarterly|Q[1-4]|H[12]|[1-4]Q(?:\s?\d\d)?|[12]H(?:\s?\d\d)?|FY\s?\d*|20\d\d|medium-term|mid-term|long-term)"
)
_OUTLOOK = r"(?:guidance|forecasts?|outlook|projections?|expectations|targets?|estimates?)"
_RESULTS = (
    r"(?:production|output|sales|revenue|shipments?|delivery|deliveries|earnings|profit|EBITDA|income|volume|spending"
    r"|capex|cost|growth)"
)
_CHANGES = (
    r"cuts?|lowers?|lowered|rais(?:es?|ed)|trim(?:s|med)?|slash(?:es|ed)?|lift(?:s|ed)?|hik(?:es?|ed)|upgrade[sd]?"
    r"|downgrade[sd]?|narrow(?:s|ed)?|reduce[sd]?|increase[sd]?|boost(?:s|ed)?|miss(?:es|ed)?|beats?"
)
_STANDS_BY = r"maintain(?:s|ed)?|reaffirm(?:s|ed)?|reiterate[sd]?|confirm(?:s|ed)?"
_TAKES_BACK = r"withdr[ae]w(?:s|n)?|scrap(?:s|ped)?|suspend(?:s|ed)?"
# "|cut| its full-year production |guidance|"
_GUIDES = gated(
    rf"\b(?P<verb>{_CHANGES}|{_STANDS_BY}|{_TAKES_BACK})\s"
    rf"(?:(?:its|their|the|down|up|{_PERIOD})\s){{0,4}}"
    rf"(?:(?:{_RESULTS}|and|battery|lithium|storage|energy|net|operating|[a-z-]+)\s){{0,4}}?"
    rf"(?P<noun>{_OUTLOOK}|(?:production|output|sales|shipment|delivery) plans?)\b",
    re.I,
    needs="plan plans guidance forecast forecasts outlook projection projections expectations target targets "
    "estimate estimates",
)
_ITS_RESULT = regex(
    rf"\b(?:{_PERIOD}|{_RESULTS}|guidance|outlook|financial|months ended|business|division|segment)\b", re.I
)
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
_GOES_AHEAD = (
    r"los(?:es|t)|regain(?:s|ed)?|reclaim(?:s|ed)?|t[ao]kes?|took|retain(?:s|ed)?|keeps?|kept|defend(?:s|ed)?|cede[sd]?"
    r"|widen(?:s|ed)?|extend(?:s|ed)?|held|holds?|maintain(?:s|ed)?|tops?|topped|leads?|led|continues?"
)
_FIRST_OF = (
    r"(?:lead|top spot|top position|crown|leadership|first place|second place|number one|No\. 1)\b"
    r"[^.;]{0,60}\b(?:market|ranking|makers?|batter\w+|storage|rivals?)"
)
# "|lost| its lead in the European battery market", "|tops| the storage ranking", "|widens| its lead"
_LEADS = gated(
    rf"\b(?P<verb>{_GOES_AHEAD})\s"
    r"(?:(?:its|the|their|on|onto|over|up)\s){0,2}(?:[\w-]+\s){0,3}?(?:rankings?|market\sdominance"
    rf"|{_FIRST_OF})\b",
    re.I,
    needs="lead top crown leadership first second number no ranking rankings dominance",
)
_MONEYED = (
    r"(?:loss(?:es)?|profits?|revenues?|turnover|earnings|income|EBITDA|margins?|order (?:intake|book|backlog)"
    r"|backlog|black|red|charges?|write-?downs?|impairments?)"
)
_SOLD = r"(?:sales|shipments|deliveries|output|production|volumes?|orders|demand)"
_SO_MUCH = (
    r"wider|narrower|smaller|bigger|deeper|higher|lower|weaker|stronger|record|strong|weak|rising|falling|better|worse"
    r"|slower|slowing|biggest|largest|smallest|highest|lowest|sluggish|cooling|softer|steep|sharp|big|quarterly|annual|yearly|half-year|full-year|monthly"
    r"|(?:second|third|fourth|fifth|sixth|seventh|eighth)[- ](?:straight|consecutive)"
)
_HOW_MUCH = (
    r"(?:(?:an?|its|their|the|of|to|from|into|for|in|on|with|and|net|operating|gross|core|adjusted|first-ever|maiden"
    rf"|surprise|another|battery|storage|lithium|energy|sharply|slightly|first|{_SO_MUCH}|{_PERIOD}|\d+(?:\.\d+)?%|per"
    r"|cent|rise|fall|drop|jump|increase|decline|growth|slump|surge)\s){0,8}?"
)
_A_SUM = (
    r"(?:an?\s)?(?:(?:[A-Z]{2,3}\s?)?[$€£¥₩]\s?)?\d[\d.,]*\s?(?:(?:million|billion|trillion|bn|m)\s)?(?:euros?\s"
    r"|dollars?\s|won\s|yuan\s"
    r"|yen\s|kron\w+\s)?(?:net\s|operating\s|one-off\s)?(?=(?:loss|profit|charges?|write-?downs?|impairments?)\b)"
)
_POSTS_IT = (
    r"posts?|posted|reports?|reported|books?|booked|logs?|logged|swings?|swung|flips?|flipped|slips?|slipped|returns?"
    r"|returned|narrows?|narrowed|widens?|widened|warn(?:s|ed)?|flags?|flagged|sinks?|sank|slides?|slid|falls?|fell"
    r"|tumbles?|tumbled|turns?|turned|sees?|saw|expects?|expected|forecasts?|misses|missed|beats?|records?|recorded"
    r"|trims?|trimmed|guides?|anticipates?|projects?|predicts?|powers?\sup|powered\sup|slash(?:es|ed)"
)
# "|posts| wider loss", "|swung| to a profit", "|warns| of lower margins", "|reports| record quarterly output"
_POSTS = gated(
    rf"\b(?P<verb>{_POSTS_IT})\s"
    rf"(?:{_HOW_MUCH}|{_A_SUM})(?:{_MONEYED}|(?:{_SO_MUCH}|{_PERIOD})\s(?:(?:battery|storage|lithium|EV"
    rf"|{_SO_MUCH})\s){{0,2}}{_SOLD})\b",
    re.I,
    needs="black red charge charges write writedown impairment loss losses profit profits revenue turnover earnings "
    "income ebitda margin order backlog sales shipments "
    "deliveries output production volume orders demand",
)
_WILL_DO = (
    r"to\s(?:have\s)?(?:deliver(?:ed)?|ship(?:ped)?|sell|sold|produced?|install(?:ed)?|mined?|deploy(?:ed)?|double|triple|grow"
    r"|increase|raise|reach|lose|earn|break\seven)\b"
)
_WILL_HAVE = (
    r"(?:[\w-]+\s){0,3}?(?:shipments|sales|deliveries|installations|volumes?|revenues?|output|production|profits?"
    r"|deployments)\b"
)
_BY_WHEN = (
    r"(?:this\s(?:fiscal\s|financial\s)?(?:year|quarter|month)|next\s(?:year|quarter)"
    r"|in\s(?:fiscal\s)?20\d\d|for\s20\d\d|20\d\d"
    r"|in\sthe\s(?:first|second|third|fourth|current|next|coming)\s(?:quarter|half|year)|by\s(?:the\s)?end)"
)
# "|expects| to deliver 9 GWh of cells this year", "|sees| shipments of 60 GWh in 2026": what it will have sold
_GUIDED = gated(
    r"\b(?P<verb>expects?|expected|forecasts?|anticipates?|guid(?:es|ed)|sees|projects?|predicts?)"
    rf"\s(?:{_WILL_DO}|{_WILL_HAVE})[^;]{{0,120}}?\b{_BY_WHEN}\b",
    re.I,
)
_ITS_RESULTS = (
    r"(?:(?:net|operating|gross|quarterly|annual|yearly|half-year|full-year|first-quarter|second-quarter|third-quarter"
    r"|fourth-quarter|Q[1-4]|H[12]|1H|2H)\s){0,3}(?:profits?|revenues?|earnings|net|income|EBITDA|margins?|loss(?:es)?|market\sshare"
    r"|(?:storage\s|battery\s)?(?:orders?(?:\s(?:intake|backlog|book))?|backlog)"
    r"|(?:(?:energy|battery|grid|stationary|home)\s){1,2}(?:storage\s)?(?:business|segment|division|unit|deployments))"
)
_IS_GROWING = r"boom(?:s|ed|ing)?|growing|surging|soaring|shrinking|shin(?:es|ed)"
_RISES_OR_FALLS = (
    r"rises?|rose|climbs?|climbed|falls?|fell|jumps?|jumped|surges?|surged|soars?|soared|drops?"
    r"|dropped|slumps?|slumped|slides?|slid|plunges?|plunged|tumbles?|tumbled|grows?|grew|shrinks?|shrank|slips?|slipped"
    r"|sinks?|sank|up|down|doubles?|doubled|halves|halved|triples?|tripled|widens?|widened|narrows?|narrowed|beats?"
    r"|misse[sd]|declines?|declined"
)
_COMES_TO = r"(?:tops?|topped|reach(?:es|ed)|hits?|exceed(?:s|ed))\s(?:an?\s)?(?:record|[$€£¥₩]\s?\d)"
# "Alder's |profit climbs|", "Alder first-quarter |net rose|", "half-year |revenue up 12%|"
_RESULTS_MOVE = gated(
    rf"\b(?P<verb>{_ITS_RESULTS}\s(?:(?:is|are|keeps?|continues?\sto)\s(?:quietly\s)?)?"
    rf"(?:{_IS_GROWING}|{_RISES_OR_FALLS}|{_COMES_TO}))\b",
    re.I,
)
# "|cuts prices| for its home batteries", "|raises| cathode |prices|": what a maker asks for its goods
_PRICES = gated(
    r"\b(?P<verb>cuts?|reduc(?:es|ed)|slash(?:es|ed)|lower(?:s|ed)|rais(?:es|ed)|hik(?:es|ed)|increase[sd]|lift(?:s|ed))\s"
    r"(?:(?!(?:as|amid|after|on)\s)\S+\s){0,5}?pric(?:es?|ing)\b",
    re.I,
    needs="price prices pricing",
)
_GOODS_SOLD = regex(
    r"\b(?:batter(?:y|ies)|cells?|storage|cathodes?|anodes?|lithium|separators?|electrolytes?|Power\w+)\b", re.I
)
_OF_ANOTHER_TRADE = regex(r"\b(?:cars?|vehicles?|Model\s\S|SUVs?|sedans?|EVs?|targets?|iPhone)\b")
_SO_MANY = regex(
    r"\d[\d.,]*\s?(?:%|[GM]Wh|gigawatt|megawatt|tonnes|tons|per cent|percent|million|billion|trillion|units|cells"
    r"|packs|systems"
    r"|containers|batteries)|[$€£¥₩]\s?\d|\b(?:double|triple|break even|record|half|third)\b"
)
_NO_FIRMS_SALES = regex(r"\b(?:plant|factory|gigafactory|mine|refinery|construction|jobs|samples?)\b", re.I)
# "|Moody's cuts| Alder to Ba2": who lends is told how safe a firm is
_RATED = gated(
    r"\b(?:Moody['’]s|S&P(?:\sGlobal)?(?:\sRatings)?|Fitch|Standard\s&\sPoor['’]s|rating\sagency)\b[^.;]{0,40}?"
    r"\b(?P<verb>cuts?|downgrad(?:es|ed|ing)|upgrad(?:es|ed|ing)|lower(?:s|ed)|rais(?:es|ed)|affirm(?:s|ed)"
    r"|assign(?:s|ed)|lift(?:s|ed)"
    r"|revis(?:es|ed)|plac(?:es|ed)|puts?|withdr[ae]ws?)\b",
)
# "|overtakes| B as Europe's biggest battery supplier"
_OVERTAKES = gated(
    r"\b(?P<verb>overt(?:akes?|ook|aken)|dethron(?:es|ed)|unseat(?:s|ed)?|leapfrog(?:s|ged)?|oust(?:s|ed)?|pass(?:es"
    r"|ed)|pips?)\s"
    r"[^.;]{0,60}?\b(?:as|to become|in|for|to)\b[^.;]{0,60}?\b(?:biggest|largest|top|leading|No\. 1|number|second"
    r"|third|ranking|market|first)\b"
)
_CHAIN = frozenset(
    ("cell", "cathode", "anode", "electrolyte", "separator", "precursor", "pack", "integrator", "storage", "swapping")
) | frozenset(("recycler", "lithium", "graphite", "foil"))


def guided(clause: Sentence, scene: Scene) -> tuple[str, Cue] | None:
    """What a firm of the chain expects to sell or make, or reports to have, in what a text opens with."""
    if not scene.opens_with(clause):
        return None
    for pattern in (_GUIDES, _EXPECTS, _REPORTS, _LEADS, _OVERTAKES, _POSTS, _GUIDED):
        match = pattern.search(clause.text, clause.opened)
        if match is None:
            continue
        if pattern in _OF_RESULTS and not _ITS_RESULT.search(clause.text, match.start("verb"), match.end() + _NEAR):
            continue
        if pattern is _GUIDED and (_NO_FIRMS_SALES.search(clause.text) or not _SO_MANY.search(clause.text)):
            continue
        cue = cue_of(clause, match, "verb", "market.figure")
        leader = subject(groups_of(clause), cue.span.start)
        if leader and any(of_the_chain(name, scene) for name in leader.names):
            return "guided", cue
    return _results_move(clause, scene) or _prices_its_goods(clause, scene) or _rated(clause, scene)


def _prices_its_goods(clause: Sentence, scene: Scene) -> tuple[str, Cue] | None:
    """What a firm of the chain asks for batteries or what goes into them from now on; cars are another trade."""
    match = _PRICES.search(clause.text, clause.opened)
    if match is None or _OF_ANOTHER_TRADE.search(clause.text) or not _GOODS_SOLD.search(clause.text, match.start()):
        return None
    cue = cue_of(clause, match, "verb", "market.figure")
    seller = subject(groups_of(clause), cue.span.start)
    return ("guided", cue) if seller and any(of_the_chain(name, scene) for name in seller.names) else None


def _results_move(clause: Sentence, scene: Scene) -> tuple[str, Cue] | None:
    """What a firm of the chain earns, which rises or falls: told behind its name, with or without a figure."""
    match = _RESULTS_MOVE.search(clause.text, clause.opened)
    if match is None:
        return None
    at = clause.span.start + match.start()
    named = any(name.said.end <= at and of_the_chain(name, scene) for name in clause.names)
    return ("guided", cue_of(clause, match, "verb", "market.figure")) if named else None


_OF_RESULTS = (_GUIDES, _EXPECTS, _REPORTS)


def _rated(clause: Sentence, scene: Scene) -> tuple[str, Cue] | None:
    """How safe an agency says a firm of the chain is."""
    match = _RATED.search(clause.text, clause.opened)
    if match is None or not any(of_the_chain(name, scene) for name in clause.names):
        return None
    return "rated", cue_of(clause, match, "verb", "market.figure")


def of_the_chain(name: Name, scene: Scene) -> bool:
    return not _CHAIN.isdisjoint(name.chain) or (not name.known and scene.main is not None and scene.main.id == name.id)
