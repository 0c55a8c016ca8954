"""Whether a capacity, a sum or a number of jobs is the plant's or deal's own."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from cellwire.model import Capacity, Jobs, Kind, Money, Scope
from cellwire.publish.brief.belonging.goods import is_for_other_goods, is_for_vehicles, is_of_another_trade
from cellwire.publish.brief.belonging.places import (
    gives_it_to_two_places,
    goes_to_a_country,
    speaks_of_a_country,
    speaks_of_a_place_elsewhere,
)
from cellwire.publish.brief.belonging.said import Said, one_of_several, one_party_only, words_of
from cellwire.publish.brief.matter import family, firms_named

Amount = Capacity | Money | Jobs

_OTHER_MONEY = {
    Kind.FACILITY: "not_its_cost",
    Kind.INCIDENT: "not_its_cost",
    Kind.SUPPLY: "not_its_price",
    Kind.PARTNERSHIP: "not_its_price",
}
_SHARED_WITH = {Kind.FACILITY: ("shared_with", "shared_with_power"), Kind.SUPPLY: ("shared_with_power",)}
_MAKERS = {Kind.FACILITY, Kind.INVESTMENT}
_OF_WORKERS = {"incident.layoff", "incident.strike"}
_OF_WORKS = {"investment.works", "investment.sale"}
_STAFFED = {"operating", "expanded", "closed"}
_SHARED_WITHIN = 90  # characters behind a sum
_PRICED_WITHIN = 30  # characters around it
_LASTING = re.compile(r"\b(?:permanent|operational|full-time|long-term|ongoing)\b", re.IGNORECASE)
_ANOTHER_NUMBER = re.compile(
    r"[^.;\d]{0,30}\b(?:and|plus|as well as) (?:[\w-]+ ){0,3}\d[\d,]* (?:[\w-]+ ){0,2}(?:construction|temporary)"
)
_OF_A_GRANT = re.compile(r"\W*(?:the|this) (?:[\w-]+ )?(?:grant|loan|subsidy|incentives?)\b", re.IGNORECASE)


def doubts_of_amount(figure: Amount, said: Said) -> Iterator[str]:
    """What speaks against a figure, the most general first."""
    return (doubt for doubt, holds in _DOUBTS if holds(figure, said))


def _of_a_plant(said: Said) -> bool:
    return said.development.kind is Kind.FACILITY


def _speaks_of_else(figure: Amount, said: Said) -> bool:
    asked = isinstance(figure, Capacity) or (_of_a_plant(said) and isinstance(figure, Money))
    return asked and not said.told_here and not said.goes_on


def _counts_several_things(figure: Amount, said: Said) -> bool:
    return not isinstance(figure, Money) and words_of("whole").search(said.beside) is not None


def _is_one_plants(figure: Amount, said: Said) -> bool:
    return _of_a_plant(said) and (isinstance(figure, Capacity) or said.development.place is not None)


def _counts_several_plants(figure: Amount, said: Said) -> bool:
    return _is_one_plants(figure, said) and words_of("several").search(said.text) is not None


def _is_told_of_several(figure: Amount, said: Said) -> bool:
    named = said.told_here or said.names_its_own or said.development.stage == "considered"  # sites to choose from
    return _is_one_plants(figure, said) and not named and words_of("several").search(said.lead) is not None


def _names_other_money(figure: Amount, said: Said) -> bool:
    table = _OTHER_MONEY.get(said.development.kind)
    if table is None or not isinstance(figure, Money):
        return False
    return words_of(table).search(said.beside) is not None or _OF_A_GRANT.match(said.text) is not None


def _names_another_company(_: Amount, said: Said) -> bool:
    if said.told_here or said.names_its_own:
        return False
    own, companies = family(party.id for party in said.development.parties), firms_named(said.text)
    return bool(own and companies) and not any(family([id]) & own for id in companies)


def _is_one_partys(_: Amount, said: Said) -> bool:
    return not said.told_here and one_party_only(said)


def _is_one_of_severals(_: Amount, said: Said) -> bool:
    return said.development.kind is Kind.SUPPLY and one_of_several(said)


def _is_about_other_goods(_: Amount, said: Said) -> bool:
    return not said.told_here and is_of_another_trade(said)


def _is_of_builders(figure: Amount, said: Said) -> bool:
    """ "450 operational jobs and 500 construction jobs": of two numbers the builders' is the one beside their word."""
    if not isinstance(figure, Jobs) or _LASTING.search(said.text[said.at.start : said.at.end]):
        return False
    found = words_of("builders").search(said.beside)
    behind = said.text[said.at.end :]
    return found is not None and _ANOTHER_NUMBER.match(behind) is None


def _is_there_already(figure: Amount, said: Said) -> bool:
    supply = said.development.kind is Kind.SUPPLY
    return supply and isinstance(figure, Capacity) and figure.scope is Scope.EXISTING


def _is_made_there(figure: Amount, said: Said) -> bool:
    """ "Alder is expected to produce 20,600 tonnes a year" beside a deal over 7,000: what the mine makes."""
    supply = said.development.kind is Kind.SUPPLY
    if not supply or not isinstance(figure, Capacity) or said.told_here:
        return False
    return words_of("made").search(said.text) is not None and words_of("trades").search(said.text) is None


def _is_of_other_goods(figure: Amount, said: Said) -> bool:
    return _of_a_plant(said) and isinstance(figure, Capacity) and is_for_other_goods(said)


def _is_a_price(figure: Amount, said: Said) -> bool:
    around = said.text[max(0, said.at.start - _PRICED_WITHIN) : said.at.end + _PRICED_WITHIN]
    return isinstance(figure, Money) and words_of("price").search(around) is not None


def _is_for_more(figure: Amount, said: Said) -> bool:
    behind = said.text[said.at.end :][:_SHARED_WITHIN]
    tables = _SHARED_WITH.get(said.development.kind, ()) if isinstance(figure, Money) else ()
    if said.development.rule == "investment.spent" and isinstance(figure, Money):
        tables = ("shared_with_power", "shared_with_else")
    return any(words_of(table).search(behind) for table in tables)


def _is_traded(figure: Amount, said: Said) -> bool:
    makes = said.development.kind in _MAKERS
    return makes and isinstance(figure, Capacity) and words_of("traded").search(said.beside) is not None


def _cuts_no_jobs(figure: Amount, said: Said) -> bool:
    incident = said.development.kind is Kind.INCIDENT
    return incident and isinstance(figure, Jobs) and said.development.rule not in _OF_WORKERS


def _is_paid_for(figure: Amount, said: Said) -> bool:
    works = said.development.rule in _OF_WORKS and said.told_here  # the size of what is bought
    return said.development.kind is Kind.INVESTMENT and isinstance(figure, Capacity) and not works


def _is_todays(figure: Amount, said: Said) -> bool:
    """ "Around 150 people are working on the site" of a plant that is to come: they are no jobs to be created."""
    runs = said.development.stage in _STAFFED
    return (
        (_of_a_plant(said) or said.development.kind is Kind.INVESTMENT)
        and not runs
        and isinstance(figure, Jobs)
        and words_of("today").search(said.beside) is not None
    )


def _is_an_older_plans(_: Amount, said: Said) -> bool:
    before = said.text[: said.at.start]
    told = words_of("older").search(before) is not None and not said.told_here
    return _of_a_plant(said) and (told or words_of("given_up").search(f"{before[-60:]}|") is not None)


_SHARED_OUT = re.compile(r"(?:,? and [^,.;]{2,25})?,? respectively\b")


def _is_shared_out(figure: Amount, said: Said) -> bool:
    """ "Works in Lodz and Brno will cost £100m and £166m |respectively|": which is whose, the order alone says."""
    return isinstance(figure, Money) and _SHARED_OUT.match(said.text, said.at.end) is not None


_MAY_GROW = re.compile(
    r"\b(?:potential|scope|room|option|possibility)\s(?:to (?:be )?expand\w*|of expan\w+|for expan\w+)\b"
)


def _is_what_it_may_be(figure: Amount, said: Said) -> bool:
    """ "At least 300 MW, |with the potential to expand to| 1.2 GWh"."""
    return (
        isinstance(figure, Capacity)
        and _MAY_GROW.search(said.text[max(0, said.at.start - 60) : said.at.start]) is not None
    )


def _is_of_the_next_news(figure: Amount, said: Said) -> bool:
    """ "Alder building a 400 MWh store|;| Birk orders |300 MWh|": behind a semicolon a title goes on to others."""
    lead = said.development
    if not said.told_here or lead.trigger is None or lead.evidence.end - lead.evidence.start > _TITLE:
        return False
    trigger = said.text.find(";", 0, said.at.start)
    verb = said.at.start - (figure.span.start - lead.trigger.start)
    return isinstance(figure, Capacity) and 0 <= verb < trigger and _NEWS_BEHIND.match(said.text, trigger) is not None


_TITLE = 160  # characters
_NEWS_BEHIND = re.compile(r";\s[A-Z][\w&.’'-]*(?:\s[A-Z][\w&.’'-]*){0,3}\s[a-z]+s\s")


def _is_only_weighed(_: Amount, said: Said) -> bool:
    weighed = _of_a_plant(said) and said.development.stage == "considered" and not said.told_here
    # "The company is contemplating an investment of as much as |$5 billion| in the project"
    return weighed and not (said.goes_on and words_of("weighs").search(said.text) is not None)


_DOUBTS: tuple[tuple[str, Callable[[Amount, Said], bool]], ...] = (
    ("its sentence does not say whose it is", _speaks_of_else),
    ("a total of several things", _counts_several_things),
    ("a total of several plants", _counts_several_plants),
    ("told of several plants together", _is_told_of_several),
    ("another sort of money", _names_other_money),
    ("said of another company", _names_another_company),
    ("said of one of the parties alone", _is_one_partys),
    ("said of one of several suppliers or customers", _is_one_of_severals),
    ("said of other goods", _is_about_other_goods),
    ("of an older plan", _is_an_older_plans),
    ("builders' jobs", _is_of_builders),
    ("the jobs of those who work there today", _is_todays),
    ("what happened cuts no jobs", _cuts_no_jobs),
    ("what the money is to build, not what is bought", _is_paid_for),
    ("of a plant that is only weighed, in another sentence", _is_only_weighed),
    ("one of several sums, each for something else", _is_shared_out),
    ("what it may be enlarged to", _is_what_it_may_be),
    ("of the next news in its title", _is_of_the_next_news),
    ("there already", _is_there_already),
    ("what is made there, not what is sold", _is_made_there),
    ("for other goods", _is_of_other_goods),
    ("a price of one of many", _is_a_price),
    ("for something else as well", _is_for_more),
    ("for vehicles", lambda _, said: is_for_vehicles(said)),
    ("traded, not made", _is_traded),
    ("said of another place", lambda _, said: speaks_of_a_place_elsewhere(said)),
    ("said of a country", lambda _, said: speaks_of_a_country(said)),
    ("for all that is to go into the country", lambda _, said: goes_to_a_country(said)),
    (
        "for two places together",
        lambda _, said: gives_it_to_two_places(said),
    ),
)
