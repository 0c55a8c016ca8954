"""What a matter can fill sentence patterns with, under the names that the patterns use."""

from __future__ import annotations

import re

from cellwire.model import Capacity, Dated, DateWhat, Kind, Place, Role, Scope
from cellwire.publish.brief.belonging import behind_a_sum
from cellwire.publish.brief.edition import Part, country_name, place_name
from cellwire.publish.brief.matter import Matter, Mode, Told, changes_works
from cellwire.publish.brief.telling.behind import behind
from cellwire.publish.brief.telling.called import (
    a_device,
    by_name,
    counted,
    device,
    goods,
    is_beside_the_sun,
    plant,
    with_article,
    with_owner,
)
from cellwire.publish.brief.telling.rules import is_no_place_of_a_rule
from cellwire.publish.brief.telling.sentence import words
from cellwire.publish.brief.telling.sizes import (
    contradictory,
    distinct,
    grows,
    in_all_and_yearly,
    is_output,
    measured,
    of_no_phase,
)
from cellwire.publish.brief.wording import a_or_an, bare_date, is_told_as_added, listed

Parts = tuple[Part, ...]

CAUSE = "cause of a fire"
BEGUN = {"construction": DateWhat.CONSTRUCTION_START, "operating": DateWhat.PRODUCTION_START}
_A_YEAR = 366  # days
_GIVERS = (Role.INVESTOR, Role.GOVERNMENT, Role.OWNER)
_HEADS: dict[str, tuple[Role, ...]] = {
    "facility": (Role.PARTNER, Role.DEVELOPER, Role.INVESTOR),
    "technology": (Role.DEVELOPER,),
    "policy": (Role.GOVERNMENT,),
}


_NO_OWNERS = {Role.GOVERNMENT, Role.SUPPLIER, Role.CUSTOMER}  # who permits a plant, whose goods go into it or to whom


def subjects(matter: Matter, roles: list[str]) -> list[Part]:
    """Whom a sentence is about: the parties of a form's roles; of a kind's usual roles; or all."""
    if roles:
        asked = {Role(role) for role in roles}
        invests = matter.kind.value == "investment" and Role.INVESTOR in asked and matter.names(Role.INVESTOR)
        return matter.names(*(asked - {Role.OWNER} if invests else asked))  # whose mine it is puts nothing into it
    usual = _HEADS.get(matter.kind.value, ())
    named = [matter.names(role) for role in usual]
    if matter.kind == "facility":
        named.insert(0, matter.names(Role.OPERATOR, Role.OWNER))
        return next((parts for parts in named if parts), []) or matter.names(*(set(Role) - _NO_OWNERS))
    if matter.kind == "incident" and matter.is_called(CAUSE):
        return []  # who had the fire has not found its cause
    if matter.kind == "incident":
        return _without_governments(matter)
    return next((parts for parts in named if parts), matter.names())


def _without_governments(matter: Matter) -> list[Part]:
    """Whom a fire is reported to has not had it."""
    return matter.names(*(role for role in Role if role is not Role.GOVERNMENT))


def passive_slots(slots: dict[str, Parts], matter: Matter) -> dict[str, Parts]:
    """Where nobody is named, a plant is nobody's: "a second battery plant"."""
    noun = counted(matter)
    return {
        **slots,
        "a_plant": noun if matter.number else (Part("the "), *noun) if matter.own.called else with_article(noun),
    }


def slots_of(matter: Matter, *, plural: bool) -> dict[str, Parts]:
    """Every slot that the matter can fill; the empty ones are there too, so that a pattern's typing error shows."""
    return {
        **_roles(matter),
        **_things(matter, plural=plural),
        **_amounts(matter),
        **_dates(matter),
        "where": _where(matter, comma=True),
        "source": _source(matter),
        "speaker": _speaker(matter),
        "outlet": (matter.outlet,) if matter.outlet else (),
        "purpose": (matter.own.purpose,) if matter.own.purpose and matter.stage != "terminated" else (),
        **behind(matter.backing),
    }


def headline_slots(slots: dict[str, Parts], matter: Matter) -> dict[str, Parts]:
    """Headlines leave out articles, countries behind places, and dates."""
    noun = counted(matter)
    placed = _where(matter, comma=False)
    where = (Part(f" {matter.at} "), *_sites(matter, matter.place)) if placed and matter.place else placed
    bare_words = {
        "where": where,
        **{name: _without_article(slots[name]) for name in ("object", "financed", "approval")},
    }
    return {**slots, **dict.fromkeys(("speaker", "when", "When"), ()), "a_plant": noun, "its_plant": noun, **bare_words}


def _sites(matter: Matter, place: Told[Place]) -> Parts:
    """ "Ciudad Juarez", or "Ciudad Juarez or Saltillo"."""
    return (short_place(place), Part(" or "), matter.or_place) if matter.or_place else (short_place(place),)


def short_place(told: Told[Place]) -> Part:
    """Without its country."""
    name = place_name(told.value.id, told.value.name)
    return Part(name, told.part.note, told.part.what, told.part.value)


def _roles(matter: Matter) -> dict[str, Parts]:
    named: dict[str, Parts] = {role.value: listed(matter.names(role)) for role in Role}
    several = named["supplier"] if len(matter.names(Role.SUPPLIER)) > 1 else ()
    partners = named["partner"] if matter.names(Role.OWNER, Role.OPERATOR) else ()
    one = len(matter.names(Role.PARTNER)) == 1
    return {
        **named,
        "giver": listed(matter.names(*_GIVERS)),
        "seller": named["owner"] if matter.kind is Kind.INVESTMENT and _is_sold(matter) else (),
        "several_suppliers": several,
        "one_partner": partners if one else (),
        "partners": () if one else partners,
    }


def _is_sold(matter: Matter) -> bool:
    """Whether who owns something sells it: to somebody who is named, or to nobody knows whom."""
    return not matter.names(Role.GOVERNMENT) and bool(matter.names(Role.INVESTOR)) is not bool(
        matter.names(Role.TARGET)
    )


def _things(matter: Matter, *, plural: bool) -> dict[str, Parts]:
    noun = plant(matter)
    owned = (Part("the "), *by_name(matter)) if matter.own.called else with_owner(noun, matter.ordinal, plural=plural)
    thing = matter.thing
    named = {"policy": "battery rules", "incident": "incident"}
    bare: Parts = (thing,) if thing else words(named.get(matter.kind.value, ""))
    text = "".join(part.text for part in bare)
    agreement = matter.kind == "partnership" and thing is not None
    return {
        "plant": noun,
        "a_plant": _one_or_some(matter, owned),
        "its_plant": counted(matter) if matter.number else owned,
        "stored": words(f"{'solar and ' if is_beside_the_sun(matter) else ''}battery storage"),
        "goods": () if matter.kind in (Kind.MARKET, Kind.POLICY) and thing is None else goods(matter),
        "device": device(matter),
        "a_device": a_device(matter),
        "thing": bare,
        "figure": matter.figure,
        "thing_bare": _without_article(bare),
        "a_thing": words(a_or_an(text)[: -len(text)]) + bare if text else (),
        "agreement": (Part(a_or_an(text)[: -len(text)]), *bare) if agreement else (),
        "agreement_bare": bare if agreement else (),
    }


def _one_or_some(matter: Matter, owned: Parts) -> Parts:
    """ "its second battery plant", "two battery plants", "a battery plant"."""
    if matter.number:
        return counted(matter)
    return owned if matter.ordinal or matter.own.called else with_article(plant(matter))


def _without_article(parts: Parts) -> Parts:
    if not parts:
        return ()
    first = parts[0]
    text = first.text.removeprefix("a ").removeprefix("an ")
    return (Part(text, first.note, first.what, first.value), *parts[1:])


def _amounts(matter: Matter) -> dict[str, Parts]:
    vehicles = _vehicles(matter)
    cells = [told for told in matter.capacity if _is_for_cells(told, matter)]
    own = [told for told in matter.capacity if told not in cells]
    rest = distinct([told for told in own if not _is_vehicles(told) and is_output(told, matter)])
    sorted_out = [] if contradictory(rest) else of_no_phase(rest)
    in_all, yearly = in_all_and_yearly(matter)
    by_scope = {
        f"cap_{scope.value}": measured([told for told in sorted_out if told.value.scope is scope][:2])
        for scope in Scope
    }
    return {
        **by_scope,
        **({"cap_new": (), "cap_named": by_scope["cap_new"]} if is_enlarged(matter) else {"cap_named": ()}),
        "cap_unsorted": listed([told.part for told in rest][:3]) if contradictory(rest) else (),
        "grown": by_scope["cap_total"] if grows(sorted_out) else (),
        "any_cap": listed(_traded(matter)),
        "cap_all": (in_all.part,) if in_all and yearly else (),
        "cap_yearly": (yearly.part,) if in_all and yearly else (),
        "vehicles": (vehicles.part,) if vehicles else (),
        "for_cells": listed([told.part for told in cells][:1]),
        "phase": (matter.phase,) if matter.phase else (),
        "approval": (matter.approval,) if matter.approval else (),
        **_sums(matter),
        **_jobs(matter),
    }


def _traded(matter: Matter) -> list[Part]:
    """What changes hands, or is counted: tonnes of lithium are delivered, and not the vehicles they are enough for."""
    goods = [told for told in matter.capacity if matter.kind is not Kind.SUPPLY or told is not _vehicles(matter)]
    return [told.part for told in distinct(goods or list(matter.capacity))][: 1 if matter.kind is Kind.MARKET else 2]


def _vehicles(matter: Matter) -> Told[Capacity] | None:
    yearly = sorted(matter.capacity, key=lambda told: not told.value.unit.endswith("/yr"))
    return next((told for told in yearly if _is_vehicles(told)), None)


_MAKES_PARTS = {"cathode", "anode", "electrolyte", "separator", "foil", "recycling"}


def _is_for_cells(told: Told[Capacity], matter: Matter) -> bool:
    """ "Components for 100 GWh of cells": what a plant of materials is enough for is not counted in tonnes."""
    made = matter.product.value.name if matter.product else ""
    return matter.kind is Kind.FACILITY and made in _MAKES_PARTS and told.value.unit.startswith(("GWh", "MWh", "TWh"))


def _is_vehicles(told: Told[Capacity]) -> bool:
    return told.value.unit.startswith("vehicles")


def is_enlarged(matter: Matter) -> bool:
    """Of a plant that grows, a text seldom says whether a size is what is added or the whole."""
    named = matter.is_called("enlargement")
    return matter.kind is Kind.FACILITY and (named or matter.lead.rule == "facility.expand")


_SITE = re.compile(
    r"\b(?:spending|investments?|outlay|budget) (?:on|in|at|for) (?:the|its) (?:whole |entire )?sites?\b"
    r"|\binvest(?:ed|s|ing)? [^.;]{0,40}?\d[^.;]{0,24} (?:on|in|at|into) (?:the|its) (?:whole |entire )?sites?\b",
    re.IGNORECASE,
)


_OF_WORTH = {Kind.SUPPLY, Kind.PARTNERSHIP}
_WORTH = re.compile(
    r"\b(?:worth|valued at|value of)\s(?:(?:about|around|some|up to|nearly|over|more than|at least)\s)?"
    r"[^\w\s]{0,3}[A-Z$]{0,3}[^\w\s]{0,2}\d"
    rf"|\d[\w.,]*(?:[- ][\w-]+(?= ))?{behind_a_sum('deals')}"  # "a |$500 million supply deal|"
)


def _sums(matter: Matter) -> dict[str, Parts]:
    """The sum, under another name where its quote adds it to an earlier one or tells it of a whole site."""
    parts = _once_more([told.part for told in matter.money])
    note = matter.money[0].part.note if matter.money else None
    quote = note.quote if note else ""
    added = bool(parts) and is_told_as_added(parts[0], quote)
    name = "money_more" if added else "money_site" if _SITE.search(quote) else "money"
    if matter.kind is not Kind.FACILITY:
        name = "worth" if matter.kind in _OF_WORTH and _WORTH.search(quote) else "money"
    untold = matter.open_sum or matter.is_called("halted expansion")  # told side by side alone; spent on what stands
    parts = () if untold and matter.kind is Kind.FACILITY else parts
    slots: dict[str, Parts] = {"money": (), "money_more": (), "money_site": (), "worth": (), name: parts}
    of_phase = name == "money" and matter.kind is Kind.FACILITY and _of_first_phase(parts, quote)
    return {**slots, "money_phase": parts if of_phase else ()}


def _once_more(parts: list[Part]) -> Parts:
    """ "€4.1 billion ($4.3 billion)": one sum in two currencies."""
    return (parts[0], Part(" ("), parts[1], Part(")")) if len(parts) > 1 else tuple(parts)


_FIRST_PHASE = re.compile(r"\b(?:first|initial) (?:[\w-]+ )?(?:phase|stage)\b[^.;]*", re.IGNORECASE)


def _of_first_phase(parts: Parts, quote: str) -> bool:
    """ "The first phase, valued at $7 billion": the sum stands behind the phase, in its clause."""
    digits = re.search(r"\d[\d.,]*", parts[0].text) if parts else None
    said = _FIRST_PHASE.search(quote)
    return bool(digits and said and digits[0].rstrip(".,") in said[0])


def _jobs(matter: Matter) -> dict[str, Parts]:
    part = matter.jobs.part if matter.jobs else None
    note = part.note if part else None
    more = bool(part and note and matter.kind is Kind.FACILITY and is_told_as_added(part, note.quote))
    return {"jobs": () if more or part is None else (part,), "jobs_more": (part,) if more and part else ()}


def _dates(matter: Matter) -> dict[str, Parts]:
    slots: dict[str, Parts] = {f"{what}_part": () for what in _OF_PARTS}
    for what in DateWhat:
        told = matter.date(what)
        name = f"{what.value}_part" if told and _is_a_parts(told, matter) else what.value
        slots[what.value] = ()
        slots[name] = (told.part,) if told else ()
    if term := matter.date(DateWhat.TERM):
        bare = bare_date(term.value.date, term.value.part, now=0)
        slots["term"] = (Part(bare, term.part.note, term.part.what, term.part.value),)
    event = happened(matter)
    slots["when"] = slots["When"] = (event.part,) if event else ()
    return slots


# What a plant's first line reaches is not what the plant does, and the first of two plants is not both.
_OF_PARTS = {
    DateWhat.COMPLETION: re.compile(
        r"\b(?:first|initial) (?:[\w-]+ ){0,2}?"
        r"(?:lines?|phase|stage|parts?|section|halls?|modules?|blocks?|units?|buildings?)\b"
    ),
    DateWhat.PRODUCTION_START: re.compile(
        r"\b(?:the|one|a) first (?:of (?:the|these|its|their|them)\b|(?:[\w-]+ )?(?:plant|factory|facility)\b)"
        r"|\bone of the (?:two|three)\b",
        re.IGNORECASE,
    ),
}


def _is_a_parts(told: Told[Dated], matter: Matter) -> bool:
    parts = _OF_PARTS.get(told.value.what)
    if parts is None or told.part.note is None or (told.value.what is DateWhat.PRODUCTION_START and not matter.number):
        return False
    return parts.search(told.part.note.quote) is not None


def happened(matter: Matter) -> Told[Dated] | None:
    """The date of the event; of what was begun, the day it began, where no other is known or that is of its telling."""
    begun = BEGUN.get(matter.stage)
    event = matter.date(DateWhat.EVENT)
    if event and matter.kind is Kind.MARKET and not event.value.date.to_the_day:
        return None  # a quarter is what figures are of, and not when they came out
    if begun is None or matter.kind is not Kind.FACILITY or matter.mode is not Mode.ASSERTED:
        return event
    told = matter.date(begun)
    lately = told and told.value.date.first <= matter.told and (matter.told - told.value.date.last).days < _A_YEAR
    if told is None or not lately or begun in matter.disputed:
        return event
    # "said on Monday that it has begun", and another text: "began on Tuesday"
    later = event and matter.announced and told.value.date.to_the_day and told.value.date.first > event.value.date.last
    return told if later or not event else event


def _where(matter: Matter, *, comma: bool) -> Parts:
    """ " in Sunderland, UK," or " in the UK"; of deals it would be unclear what happens there."""
    placed = matter.kind in (Kind.FACILITY, Kind.INCIDENT, Kind.POLICY) or changes_works(matter.kind, matter.thing)
    if not placed or is_no_place_of_a_rule(matter):
        return ()
    if matter.place is None:
        return (Part(" in "), matter.country.part) if matter.country else ()
    if matter.or_place:
        land = country_name(matter.place.value.country)
        return (
            Part(f" {matter.at} "),
            *_sites(matter, matter.place),
            Part(f", {land}{',' if comma else ''}" if land else ""),
        )
    closing = (Part(","),) if comma and "," in matter.place.part.text else ()
    return (Part(f" {matter.at} "), matter.place.part, *closing)


def _source(matter: Matter) -> Parts:
    """Who stands behind a report: a speaker with a name, else what the text says of its sources."""
    if _speaker(matter) and matter.mode is Mode.REPORTED:
        return _speaker(matter)
    return (matter.source,) if matter.source else words("a report")


def _speaker(matter: Matter) -> Parts:
    """Named only where it is not one of the parties: of their own plans their word is understood."""
    if matter.speaker is None or any(told.value.id == matter.speaker.value.id for told in matter.parties):
        return ()
    return (matter.speaker.part,)
