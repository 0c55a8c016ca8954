"""Figures of the market: rankings, shipments, shares, prices, sales."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from cellwire.claims.actors import distinct, groups, led_by
from cellwire.claims.clauses import Actor, Draft
from cellwire.claims.gates import gated
from cellwire.claims.kinds.market.firms import guided, of_the_chain
from cellwire.claims.kinds.market.moves import moved_goods
from cellwire.claims.reading import is_advert
from cellwire.claims.scene import Cue, Name, Scene, Sentence, aspect, cue_of
from cellwire.lexicon import regex
from cellwire.model import Kind, Role

MOVED = "market.moved"  # the rule of goods that grow dearer, cheaper or scarcer in what a text opens with
_FIGURE = gated(
    r"\d|\b(?:record|largest|biggest|first|second|third|top|half|high|low|peak|halv\w+"
    r"|doubl\w+|tripl\w+|overt(?:akes?|ook|aken))\b",
    re.I,
)
_BATTERY = gated(
    r"\b(?:batter\w+|lithium|cobalt|nickel|graphite|cathodes?|anodes?|LFP|NCM|GWh"
    r"|(?:energy|home|residential|grid|stationary) storage|cells?|spodumene|"
    r"carbonate|hydroxide|\d[\d.,]*\s?GWh)\b",
    re.I,
)
_RANKED = r"market share|share of|ranking|ranked|rank|top ten|top 10|world's largest|largest|biggest"
_MADE_OR_SOLD = (
    r"production|output|shipment|installation|consumption|usage|installed|sales|exports|imports|overcapacity|stockpile"
    r"|demand|inventories|surplus|deficit|target|capacity|deliveries"
)
_EARNED_OR_PAID = r"per kwh|price|spot|revenue|profit|net loss|operating loss|net income|payables"
_STRONG = regex(rf"{_RANKED}|{_MADE_OR_SOLD}|{_EARNED_OR_PAID}|year-on-year|yoy|y/y", re.I)


@lru_cache(maxsize=1024)
def _is_strong(written: str) -> bool:
    """Whether a trigger word is a figure by itself; asked again and again of the same words."""
    return _STRONG.search(written) is not None


_WEAK = frozenset({"production", "output", "battery production", "demand", "sales", "price", "prices"})
_COMPARED = regex(
    r"%|\b(?:per|a) (?:tonne|ton|kg|kilogram|pound|lb|kwh|kilowatt-hour|watt-hour|wh)\b|\bper ?cent\b"
    r"|\b(?:high|low|halved|doubled|tripled)\b"
    r"|\b(?:compared|year-on-year|than in|from a year|same (?:month|period|quarter)|since 20\d\d)\b",
    re.I,
)


_IS_AT = (
    r"cost|costs|fetched|sold for|traded at|priced at|stood at|was at|fell (?:to|below)|rose (?:to|above)"
    r"|closed at|settled at|ended at|quoted at|trad(?:ed|ing|es) at|assessed at|changed hands at|reached"
)
# "lithium carbonate fetched 587,000 yuan a tonne", "cars were fitted with 34.3 GWh of batteries"
_PRICED = gated(
    r"\b(?:lithium|carbonate|hydroxide|spodumene|nickel|cobalt|graphite|cells?|packs?|batter\w+)\b"
    rf"[^.;]{{0,60}}\b(?:{_IS_AT})\b[^.;]{{0,30}}\d[\d.,]*[^.;]{{0,20}}\b(?:a|per) "
    r"(?:tonne|tons?|kilogram|kg|kwh|kilowatt)\b",
    re.I,
    needs="tonne ton tonnes tons kilogram kg kwh kilowatt",
)
_FITTED = gated(
    r"\b(?:carried|fitted with|installed|loaded|used)\b[^.;]{0,25}\d[\d.,]*\s?GWh of\b[^.;]{0,30}\bbatter"
    r"|\d[\d.,]*\s?GWh of\b[^.;]{0,30}\b(?:batter|storage)[^.;]{0,25}\s(?:was|were|has been|have been)\s"
    r"(?:installed|fitted|loaded|used|sold|shipped|exported|deployed|added|produced)\b",
    re.I,
    needs="gwh",
)


# "the share price is climbing 10% to 11 cents", "sent the miner's shares up 14 per cent": what a firm is worth
_OF_SHARES = gated(
    r"\b(?:(?:share|stock) prices?|(?:share|stock)s? (?:rose|fell|jump\w*|surg\w*|soar\w*|climb\w*|plung\w*|slump\w*"
    r"|tumbl\w*|drop\w*|gain\w*|slid\w*|sank|clos\w+|trad\w+|were|was|are|is)"
    r"|(?:['’]s|[A-Z]\w+) shares (?:on the|up|down|in)|[Ss]hares (?:of|in) (?:[a-z-]+ ){0,3}[A-Z]\w*|market cap\w*)\b",
    needs="share shares stock stocks market",
)
_RANKS = frozenset(
    [
        *("world's largest", "world's biggest", "largest maker", "largest producer", "biggest battery maker"),
        *("largest battery maker", "third biggest", "second-largest", "market leader"),
    ]
)
_IS_IT = regex(
    r"\b(?:is|are|was|were|be|been|becom\w+|became|remain\w*|as|to|rank\w*|overt\w+|dethron\w+|named)\s[^,;]*$"
)
_WHO = regex(r"[^,;]{0,50}\s(?:is|are|was|were|remains?)\b")


def _tells_a_rank(clause: Sentence, cue: Cue) -> bool:
    """Whether it says who is first, and not only who somebody is: "Alder, the |world's largest| maker, plans"."""
    return bool(_IS_IT.search(clause.before(cue.span.start, 60)) or _WHO.match(clause.after(cue.span.end, 70)))


_OF_A_FIRM = frozenset(
    {"price", "prices", "world's largest", "world's biggest", "largest producer", "quarterly", "earnings"}
)


_NO_SELLERS = frozenset({"government", "bank", "fund", "union"})


def read(clause: Sentence, scene: Scene) -> Iterator[Draft]:
    told = (
        _priced(clause)
        or moved_goods(clause, scene)
        or _moved(clause, scene)
        or _traded(clause)
        or _earned(clause)
        or _shared(clause)
    )
    told = told or guided(clause, scene)
    if told is None or is_advert(scene):
        return
    rule, cue = told
    whole = scene.sentences[clause.index]  # a ranking goes through the sentence, whatever clauses it has
    named = distinct(
        name
        for group in groups(whole)
        for name in group.names
        if name.kind not in _NO_SELLERS
        and not _does_another_thing(whole, cue, name)
        and not _counts(whole, name)
        and not (rule == "moved" and _WHY.search(whole.between(cue.span, name.said)))
        and not _SOLD_TO.search(whole.before(group.names[0].said.start, 60))
        and not _PART_OF.search(whole.before(name.said.start, 50))
    )
    actors = tuple(Actor(name, Role.SUPPLIER) for name in named or _whose_business(whole, scene))
    if rule == "figure" and not (actors or _IS_DATED.search(whole.text)):
        return
    yield Draft(Kind.MARKET, "reported", clause, cue.span, f"market.{rule}", aspect(clause, cue), actors, strength=0.5)


def _does_another_thing(title: Sentence, told: Cue, name: Name) -> bool:
    """Whether a title tells next what somebody else does: "Lithium output falls; |Alder| rises 7%"."""
    apart = told.span.end <= name.said.start and "; " in title.between(told.span, name.said)
    return title.headline and apart and any(cue.form and cue.span.start > name.said.end for cue in title.cues)


# "|Energy storage revenue| rose by half": a business of the firm that the text is about
_OF_A_BUSINESS = gated(
    r"^\W*(?:[\w'’-]+,?\s){0,3}?(?:energy|battery)\sstorage\b[^.;]*?\b(?:revenues?|sales|profits?|margins?|headwinds|segment)\b",
    re.I,
    needs="revenue revenues sales profit profits margin margins headwinds segment",
)


def _whose_business(told: Sentence, scene: Scene) -> tuple[Name, ...]:
    """The firm a text is about, where a sentence that names nobody and no land tells what a business of it sold."""
    if told.names or told.countries or told.places or scene.main is None or not of_the_chain(scene.main, scene):
        return ()
    return (scene.main,) if _OF_A_BUSINESS.search(told.text, told.opened) else ()


# "in the |quarter|", "|fell 12%|": by which a figure that is nobody's is one of the market
_IS_DATED = regex(
    r"\d\s?%|\bper ?cent|\b(?:quarter|half|(?:month|year|week)s?|20\d\d|Q[1-4]|H[12]|y[/-]?o[/-]?y)\b"
    r"|\b(?:quarter|month|week|year|dai|annual)ly\b|[- ]year\b|\bthirds?\b"
    r"|\b(?-i:January|February|March|April|May|June|July|August|September|October|November|December)\b",
    re.I,
)
# "the |subsidiary of carmaker| B reported": not B
_PART_OF = regex(r"\b[Tt]he\s(?:subsidiary|unit|arm|affiliate|division)\sof\s(?:the\s)?(?:[\w-]+\s){0,4}$")
# "the unit that makes batteries for |Tesla|": a customer ranks nowhere
_SOLD_TO = regex(
    r"\b(?:batter(?:y|ies)|cells|packs|cathodes?|anodes?|separators?|electrolytes?|materials?|lithium|nickel|cobalt)"
    r"\s(?:for|to)\s(?:[a-z-]+\s){0,3}(?:(?:including|like|such as)\s)?$"
)
_WHY = regex(r"\b(?:after|as|since|because|following|amid|when)\b")  # "lithium rises |after| B halted its mine"
_FIGURES_OF = (
    r"(?:[Dd]ata|[Ff]igures|[Nn]umbers|[Ss]tatistics|[Ss]tudy|[Rr]eport|[Ss]urvey|[Ee]stimates?"
    r"|[Aa]nalysis|[Rr]esearch|[Tt]racker)\s(?:from|of|by)"
)
_WHO_COUNTS = (
    r"[Rr]esearch (?:firm|house|company|group|institute)|[Cc]onsultanc(?:y|ies)|[Cc]onsultants?"
    r"|[Tt]hink tank|(?:[Tt]rade|[Ii]ndustry) (?:body|group|association)|[Ll]obby(?: group)?|[Tt]racker|[Pp]rice agency"
    r"|[Aa]nalysts? (?:at|from|with)|[Rr]ating agency"
)
# "figures of the research firm |Nexmarq| showed", "|Ravenholt| forecasts in a study": who counts sells nothing
_COUNTED_BY = regex(rf"\b(?:[Aa]ccording to|{_FIGURES_OF}|{_WHO_COUNTS})\s(?:the\s)?(?:[a-z-]+\s){{0,3}}$")
_COUNTS = regex(
    r"['’]s?\s(?:analysts?|data|figures|report|estimates?|research)\b|\s(?:data|figures|analysts?)\b"
    r"|\s(?:says|said|estimates?|estimated|found|finds|calculates|forecasts?|predicts?)(?:\s(?:in|on)\s(?:a|its|an"
    r"|\w+day)\b|[.,]?$)"
    r"|\s(?:cuts?|downgrad\w+|upgrad\w+|affirm\w+|assign\w+)\s(?=[A-Z])"
)


def _counts(sentence: Sentence, name: Name) -> bool:
    """Whether somebody who is no maker only publishes the figure."""
    if name.chain or name.referred:
        return False
    before, behind = sentence.before(name.said.start, 60), sentence.after(name.said.end, 40)
    return bool(_COUNTED_BY.search(before) or _COUNTS.match(behind))


# "|with a share of| 27%", "2.1 GWh, |up 12%|": it compares without a verb
_HAS_SHARE = gated(
    r"\b(?:had|has|have|with|held)\s(?:an?\s)?(?:[\w-]+\s){0,3}?(?:share|stake) of\b[^.;]{0,40}\d\s?%"
    r"|\b(?:up|down)\s(?:by\s)?(?:[a-z]+\s)?\d[\d.,]*\s?(?:%|per ?cent\b)"
)
_BUILDS = ("facility_verb.build", "facility_verb.ground", "facility_verb.open", "facility.plant")

_MORE_OR_LESS = (
    r"(?:(?:a\s|company\s|quarterly\s)*(?:record\s|total of\s)|some\s|about\s|around\s|more than\s|nearly\s|over\s"
    r"|almost\s|[\d.,]+\sGW\sand\s)*"
)
_SO_MANY = r"\d[\d.,]*\s?(?:million\s)?(?:GWh|MWh|gigawatt-hours?|tonnes|tons|metric tons)\s(?:of\s)?"
_WARES = (
    r"(?:batter\w+|cells?|packs?|storage|lithium|spodumene|carbonate|hydroxide|concentrate|nickel|cobalt|graphite"
    r"|cathodes?|anodes?)"
)
# "|shipped 12.4 GWh of batteries| in the second quarter": what was made, sold or fitted in a stretch of time
_TRADED = gated(
    r"\b(?:ship(?:ped|s)|sold|install(?:ed|s)|deploy(?:ed|s)|export(?:ed|s)|import(?:ed|s)|produced|mined|add(?:ed|s)"
    rf"|consumed|delivered|churned out|turned out)\s{_MORE_OR_LESS}{_SO_MANY}(?:[\w-]+\s){{0,3}}?{_WARES}\b",
    re.I,
)
_FROM_MONTH_TO_MONTH = (
    r"between (?:January|February|April|July|September|October)"
    r" and (?:March|April|May|June|August|September|December)"
)
_A_QUARTER = (
    r"(?:first|second|third|fourth|last|past|latest|previous|March|June|September|December)\s(?:\w+\s)?"
    r"(?:quarter|half|months?|year)|in (?:the )?quarter|Q[1-4]|H[12]"
)
_A_YEAR_AGO = r"last (?:month|year|week)|a year (?:earlier|ago|before)|from a year|year[- ]on[- ]year|so far this year"
_IN_MONTH = r"in (?:January|February|March|April|May|June|July|August|September|October|November|December|20\d\d)"
_PERIOD = regex(rf"\b(?:{_FROM_MONTH_TO_MONTH}|{_A_QUARTER}|{_A_YEAR_AGO}|{_IN_MONTH})\b")
_YEARLY = regex(
    r"\b(?:a|per|each|every) year\b(?! (?:ago|before|earlier))|\bannual(?:ly)?\b(?! (?:report|results))|\bcapacity\b"
)


_RESULT = r"(?:profit|loss|net sales|income|earnings|EBITDA|revenues?|turnover)"
_HAD = (
    r"(?:made|achieved|generated|booked|posted|posts|reported|reports|recorded|showed|logged|incurred|swung to"
    r"|slipped to)"
)
_EARNED_IT = rf"earned|lost|turned over|{_HAD}\s(?:an?\s)?(?:[\w-]+\s){{0,3}}?{_RESULT}(?:\sof)?"
_RESULT_WAS = (
    rf"(?:net|operating|quarterly)\s{_RESULT}\s"
    r"(?:of|was|came (?:to|in at)|totall?ed|(?:widened|narrowed|rose|fell|grew) to)"
)
_SO_MUCH = (
    r"(?:about\s|some\s|around\s|nearly\s|more than\s|over\s)*"
    r"(?:[A-Z]{0,3}\s?[$€£¥₩₹]\s?)?\d[\d.,]*(?:\s?(?:million|billion|trillion|crore|m|bn)\b|\d{3}\b)"
)
_HAD_ANOTHER = (
    rf"{_HAD}\s(?:an?\s)(?:wider|bigger|larger|smaller|narrower|higher|lower|record|surprise|first(?:-ever)?)\s"
    rf"(?:[\w-]+\s){{0,2}}?{_RESULT}"
)
# "|earned 1.86 billion yuan| last year", "|made a net profit of $3 million|", "its |net loss widened to $120 million|"
_EARNED = gated(
    rf"\b(?:{_EARNED_IT}|{_RESULT_WAS})\s{_SO_MUCH}|\b{_HAD_ANOTHER}\b",
    needs="earned lost turned made booked posted posts reported reports recorded showed logged incurred swung slipped"
    " net operating quarterly achieved generated",
)


_HOLDS = (
    r"commands?|commanded|controls?|controlled|holds?|held|accounts? for|accounted for|captures?|captured|claims?"
    r"|took|takes|makes? up|made up|represents?|represented"
)
_A_SHARE = (
    r"(?:about\s|nearly\s|some\s|over\s|around\s|almost\s|more\sthan\s|up\s)*"
    r"(?:\d[\d.,]*\s?(?:%|per ?cent|percent)|half|(?:a|one|two)[ -](?:third|quarter)s?)"
)
# "now |commands 25% of| the storage market"
_HOLDS_A_SHARE = gated(
    rf"\b(?:{_HOLDS})\s{_A_SHARE}\s(?:of|share of|market share)\b[^.;]{{0,90}}?"
    r"\b(?:market|installations|shipments|sales|capacity|storage|demand|exports|imports|output|production)\b",
    re.I,
    needs="market installations shipments sales capacity storage demand exports imports output production",
)


def _shared(clause: Sentence) -> tuple[str, Cue] | None:
    """How much of a market somebody or something has."""
    match = _HOLDS_A_SHARE.search(clause.text, clause.opened)
    if match is None or not clause.cues or not _BATTERY.search(clause.text, clause.opened):
        return None
    return "figure", cue_of(clause, match, 0, "market.figure")


def _earned(clause: Sentence) -> tuple[str, Cue] | None:
    """What a firm earned or lost in a stretch of time."""
    match = _EARNED.search(clause.text, clause.opened)
    if match is None or not clause.cues or not groups(clause):
        return None
    if not _PERIOD.search(clause.text) and not _BATTERY.search(clause.text, clause.opened):
        return None
    return "figure", cue_of(clause, match, 0, "market.figure")


def _traded(clause: Sentence) -> tuple[str, Cue] | None:
    """What somebody or a land made or sold in a quarter or month: no plant's yearly output, no buyer's goods."""
    match = _TRADED.search(clause.text, clause.opened)
    if (
        not match
        or not clause.cues
        or not (_PERIOD.search(clause.text) or "record" in match[0])
        or _YEARLY.search(clause.text)
    ):
        return None
    if led_by(groups(clause), ("to",), after=clause.span.start + match.start()):
        return None
    return "volume", cue_of(clause, match, 0, "market.figure")


def _priced(clause: Sentence) -> tuple[str, Cue] | None:
    """A price a tonne, or what was fitted to cars in a month: told without any word of the market."""
    if clause.cues and (_PRICED.search(clause.text, clause.opened) or _FITTED.search(clause.text, clause.opened)):
        return "price", clause.cues[0]
    return None


def _of_a_chain_firm(clause: Sentence, scene: Scene) -> bool:
    """Whether what a text opens with names a maker of the chain: "|the company's| net profit fell"."""
    return scene.opens_with(clause) and any(of_the_chain(name, scene) for name in clause.names)


# "|cuts emissions| by 60%": clean air is no figure of a market
_OF_THE_AIR = gated(r"\b(?:emissions?|CO2|GWP|footprint|greenhouse|cleaner)\b", re.I)


def _moved(clause: Sentence, scene: Scene) -> tuple[str, Cue] | None:
    """A figure of the market that rises, falls, ranks or is compared."""
    figures = [cue for cue in clause.find("market.figure") if _is_strong(cue.written)]
    figures = [cue for cue in figures if cue.written not in _RANKS or _tells_a_rank(clause, cue)]
    if not figures or not _FIGURE.search(clause.text, clause.opened) or _OF_THE_AIR.search(clause.text, clause.opened):
        return None
    if not (_BATTERY.search(clause.text, clause.opened) or _of_a_chain_firm(clause, scene)):
        return None
    if _OF_SHARES.search(clause.text, clause.opened):
        figures = [cue for cue in figures if cue.written not in _OF_A_FIRM]
    if groups(clause) or clause.has(*_BUILDS):  # a company's capacity is its plants'
        figures = [
            cue for cue in figures if not cue.written.endswith("capacity") or cue.written.startswith("installed")
        ]
    if not figures:
        return None
    if not clause.has("market.move") and not clause.headline and not _HAS_SHARE.search(clause.text, clause.opened):
        return None
    if all(cue.written in _WEAK for cue in figures) and not _COMPARED.search(clause.text):
        return None
    return "figure", figures[0]
