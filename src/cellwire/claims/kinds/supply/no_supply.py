"""What reads like a supply and is none: bids for shares, faults, papers, research, names, first rights, one house."""

from __future__ import annotations

import re

from cellwire.claims.clauses import Draft
from cellwire.claims.gates import Gated, gated
from cellwire.claims.kinds.goods import RIGHTS
from cellwire.claims.scene import Cue, Sentence


def speaks_of_another_thing(clause: Sentence) -> bool:
    """Whether the words of a deal in a clause are of no goods that somebody gets."""
    if _is_in_a_name(clause) or _is_of_a_fault(clause):
        return True
    return any(
        words.search(clause.text, clause.opened) and not clause.has(*supplied) for words, supplied in _OF_NO_GOODS
    )


def _is_in_a_name(clause: Sentence) -> bool:
    """Whether the goods of the only deal are part of a name: "expands overseas with Millennial |Lithium deal|"."""
    deals = clause.find("supply.deal")
    others = clause.has("supply.order", "supply.supply", "supply.nominate", "supply.supplier", "supply.powered")
    return bool(deals) and not others and all(_begins_in_a_name(clause, cue) for cue in deals)


def _begins_in_a_name(clause: Sentence, cue: Cue) -> bool:
    return any(name.said.start < cue.span.start < name.said.end for name in clause.names)


# shares are what is offered and taken: a bid for a company supplies nobody
_SHARES = gated(
    r"\b(?:take-?overs?|mergers?|(?:per|each|every) share|\d shares|outstanding shares|scrip bid|"
    r"(?:share|stock)holders (?:will|would|are to|receiv|get)|offer(?:s|ed|ing)? (?:\S+ ){1,4}(?:share|stock)holders)"
    r"\b",
    re.I,
)


_FOR_A_FIRM = gated(
    r"\b(?:sale|purchase|acquisition) of (?:[\w'’.&-]+ ){0,6}?"
    r"(?:business|division|unit|subsidiary|stake|shares|operations)\b|"
    r"\b(?:(?:share|stock|asset|equity|unit)s? (?:purchase|sale|sales|transfer)|sale and purchase|business transfer"
    r"|(?:purchase|sale|sales) agreements? (?:[\w-]+ ){0,3}?to (?:sell|acquire|buy) (?:its|their|the|a|an|all)"
    r" (?:[\w-]+ ){0,5}?(?:plants?|factory|mine|project|stake|shares|business|division|unit|subsidiary))\b",
    re.I,
)


def _is_of_a_fault(clause: Sentence) -> bool:
    """Whether a recall or a fire only says whose goods are in it: "the recall of cars equipped with B's cells"."""
    faulty = clause.has("incident.recall") or (clause.has("incident.fire") and not clause.has("supply.stop"))
    return faulty and not clause.has("supply.deal", "supply.order", "supply.win")


# "has been awarded two |certificates|": a paper is what somebody gets
_CERTIFIED = gated(r"\b(?:certificat(?:es?|ions?)|certified|type approval)\b", needs="certificate certified type")


# "|expects to deliver| 9 GWh of cells this year": to nobody
_GUIDANCE = gated(
    r"\b(?:expects?|expected|forecasts?|anticipates?|guid(?:es|ed)|sees|projects?|predicts?)\s(?:to\s(?:deliver|ship"
    r"|sell|supply|produce)"
    r"|(?:[\w-]+\s){0,3}?(?:shipments|sales|deliveries|volumes?))\b(?![^.;]*\bto\s(?:an?\s|the\s|two\s"
    r"|several\s)?[A-Z])"
    r"[^;]*?\b(?:this\s(?:fiscal\s)?(?:year|quarter|month)|next\s(?:year|quarter)|(?:in|for)\s20\d\d"
    r"|in\sthe\s\w+\s(?:quarter|half))\b"
)


# "receives a |contract for its recycling project|": work is what somebody is paid for
_RESEARCH = gated(
    r"\b(?:contracts?|award|grant)\b[^.;]{0,60}?\b(?:research|development|demonstration|pilot|recycling|feasibility)\s"
    r"(?:projects?|programmes?|programs?|work|stud(?:y|ies))\b",
    re.I,
    needs="contract contracts award grant",
)


_SKILL = r"(?:know-how|knowledge|expertise|technolog(?:y|ies)|patents?|(?:technical|engineering) (?:services|support))"
# "cells made with |know-how provided by| B": how to make a thing
_OF_SKILL = gated(
    rf"\b{_SKILL}[”\"]?(?:\s(?:and|or)\s(?:[\w-]+\s){{0,2}}?[\w-]+)?[”\"]?\s(?:(?:provided|supplied|licen[cs]ed|offered)\s)?(?:by|from)\s"
    rf"|\b(?:provid|suppl|offer|licen[cs]|contract)\w*\s(?:[\w'’-]+\s){{0,4}}?{_SKILL}\b",
    re.I,
)


# "has agreed |to sell its Argentine subsidiary| to B"
_OF_A_FIRM = gated(
    r"\b(?:sell(?:s|ing)?|sold|divest(?:s|ed|ing)?|offload(?:s|ed|ing)?|sale of)\s(?:[\w%’'.&-]+\s){0,6}?"
    r"(?:subsidiar(?:y|ies)|unit|business|division|arm|stake|shares|shareholding|affiliate|interest)\b",
    needs="sell sells selling sold divest divests divested divesting offload offloads offloaded offloading sale",
)


# "signed a |grid connection agreement| with B for its storage park": a site is what is agreed on
_TO_THE_GRID = gated(
    r"\b(?:(?:grid|network|grid[- ]connection|connection|interconnection|construction|land|site|lease)\s"
    r"(?:(?:lease|use|access|option)\s)?(?:agreement|contract|deal)|right[- ]of[- ]way)s?\b",
    re.I,
)


# graphite for the pebbles of a reactor goes into no battery
_NUCLEAR = gated(r"\b(?:nuclear|reactors?|SMRs?)\b")


# "signs a |PPA| for 200 MW of wind": power, where no store goes with it
_POWER_ALONE = gated(
    r"^(?!.*(?:batter|storage|BESS|MW\s?/\s?[\d.,]+\s?MWh)).*\b(?:PPAs?|power purchase agreements?)\b",
    re.I,
    needs="ppa ppas power",
)
_HANDED = (
    r"\b(?:suppl(?:y|ies|ying|ied)|deliver(?:s|y|ing|ed)?|provid(?:e|es|ed|ing)|orders?|ordered|ordering|buys?|bought|sells?"
    r"|selling|contracts?)\s(?:of\s|for\s)?"
)
# "to |supply high-voltage chargers|", "|delivers twelve battery trains|"
_ANOTHER_THING = gated(
    rf"{_HANDED}(?:(?!(?:of|for|to|with|from|by|and|in|on|at)\b)[\w.,'’-]+\s){{0,5}}?"
    r"(?:chargers|charging\s(?:stations|points|infrastructure|equipment|systems?|hubs)|software"
    r"|trains|trainsets|locomotives|trams|buses|trucks|cars|vans|vehicles"
    r"|ferries|tractors|scooters|motorcycles)\b"
    r"(?!\s(?:with\s(?:[\w-]+\s){0,4}?(?:batter|cells|packs)|batter|cells?|packs?|makers?|manufacturers?))",
    re.I,
)
# "|provide 1.9 GW of wind, solar and battery power|", "|2,400 MWh of daily peak power|"
_CURRENT = gated(
    r"\b[MG]W(?:h|H)?\s(?:of|in)\s(?:[\w,-]+\s){0,5}?(?:power|electricity|generation|renewables)\b"
    r"(?!\s(?:storage|stations?|plants?|banks?|units?))",
)


# "a |600 MW energy supply agreement|, linked to new storage": current is what somebody gets
_ENERGY = gated(
    r"(?<!storage )\b(?:energy|electricity|power)\ssupply\s(?:agreement|contract|deal)s?\b"
    r"(?!\s(?:for|of|on|covering)\s(?:[\w.-]+\s){0,4}?(?:megapacks?|batter(?:y|ies)|BESS|cells|packs|storage)\b)",
    re.I,
    needs="supply",
)
# "|disconnects CATL batteries| from a base", "to |remove the packs| from its buses"
_TAKEN_OUT = gated(
    r"\b(?:disconnect|unplug|remov|uninstall|dismantl|decommission)\w*\s(?:[\w'’-]+\s){0,4}?"
    r"(?:batter(?:y|ies)|cells|packs|modules)\b",
    re.I,
    needs="battery batteries cells packs modules",
)


# "to |sell its battery plant building| to B"
_BUILDING = gated(
    r"\b(?:sell(?:s|ing)?|sold|buy(?:s|ing)?|bought|purchas(?:es?|ed|ing)|sale of)\s(?:[\w'’-]+\s){0,6}?"
    r"(?:plant|factory|gigafactory|facility)(?:['’]s)?\s(?:buildings?|assets|site|campus)\b",
    re.I,
    needs="building buildings assets site campus",
)


# "Amazon |is offering a power bank with 20% off|": a shop's price
_BARGAIN = gated(
    r"\b(?:offer(?:s|ed|ing)?|sell(?:s|ing)?|ship(?:s|ping)?)\b[^.;]{0,90}?"
    r"(?:(?:\d\s?%|[$£€₹]\s?\d[\d.,]*)\s(?:off|discount|savings)\b|\b(?:for (?:just|only|as little as)|discounts?)\s)",
    re.I,
    needs="off discount discounts savings just only little",
)


# "awards |3 GW of solar and storage tender| to B", "storage |tender to B, others|": a state buys power, of many
_TENDERED = gated(
    r"\b(?:renewables?|solar|wind|PV|capacity)\b[^.;]{0,30}\s(?:tenders?|auctions?)\sto\b"
    r"|\b(?:tenders?|auctions?)\sto\s[^.;]{0,80}?,?\s(?:(?:and|among)\s)?others\b",
    re.I,
    needs="tender tenders auction auctions",
)


# words of no goods that somebody gets, and the tags of a clause that is of a supply all the same
_OF_NO_GOODS: tuple[tuple[Gated, tuple[str, ...]], ...] = (
    (_FOR_A_FIRM, ()),
    (_SHARES, ("supply.deal", "supply.order")),
    (_CERTIFIED, ("supply.deal", "supply.order", "supply.supply")),
    (_GUIDANCE, ("supply.deal", "supply.order")),
    (_RESEARCH, ()),
    (_OF_SKILL, ("supply.order", "supply.deal")),
    (_OF_A_FIRM, ("supply.order",)),
    (_TO_THE_GRID, ("supply.deal",)),
    (_POWER_ALONE, ()),
    (_NUCLEAR, ()),
    (_ANOTHER_THING, ()),
    (_CURRENT, ()),
    (_ENERGY, ("supply.order", "supply.supply")),
    (_TAKEN_OUT, ()),
    (_BUILDING, ()),
    (_BARGAIN, ("supply.deal", "supply.order")),
    (_TENDERED, ()),
)


def only_a_right(clause: Sentence, draft: Draft) -> bool:
    """Whether goods are only what somebody has a first right to."""
    right = RIGHTS.search(clause.text, clause.opened)
    return right is not None and (
        draft.trigger.start >= clause.span.start + right.start() or not clause.has("supply.deal", "supply.order")
    )


def in_one_house(draft: Draft) -> bool:
    """Whether goods would go from a company to its own part: "Daimler" and "Daimler Trucks"."""
    names = sorted({actor.name.name for actor in draft.actors}, key=len)
    return len(names) == _BOTH and names[1].startswith(f"{names[0]} ")


_BOTH = 2
