"""From a story's developments of the week to its matter: the best supported value of every slot, checked and cited."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from typing import Any, TypeVar

from cellwire.model import (
    DEAL_KINDS,
    Capacity,
    Certainty,
    Dated,
    DateWhat,
    Development,
    Document,
    Jobs,
    Kind,
    Money,
    Named,
    Party,
    Place,
    Span,
    Story,
)
from cellwire.publish.brief.edition import Part, outlet_of
from cellwire.publish.brief.gathering.agreeing import (
    dates_of,
    hedged_below,
    of_all_sides,
    of_the_gift,
    one_way,
)
from cellwire.publish.brief.gathering.backing import backing_of
from cellwire.publish.brief.gathering.bodies import one_body
from cellwire.publish.brief.gathering.conflicts import disagreements, disputed_dates, open_sums
from cellwire.publish.brief.gathering.firms import firms_of
from cellwire.publish.brief.gathering.goods import (
    chemistries,
    cite_product,
    fitting,
    is_for_more,
    made_there,
    product_of,
)
from cellwire.publish.brief.gathering.leading import kind_of, lead_of
from cellwire.publish.brief.gathering.market import figure_of
from cellwire.publish.brief.gathering.naming import called
from cellwire.publish.brief.gathering.picking import (
    OF_A_DELAY,
    Choice,
    Citer,
    Fresh,
    by_half,
    choose,
    citer_of,
    counted_as_theirs,
    cue_in_lead,
    is_country,
    only_cue_in_lead,
    site_span,
    told_near,
)
from cellwire.publish.brief.gathering.power import powers_of
from cellwire.publish.brief.gathering.purposes import purpose_of
from cellwire.publish.brief.gathering.replies import replies_of
from cellwire.publish.brief.gathering.settled import is_settled
from cellwire.publish.brief.gathering.sides import parties_of
from cellwire.publish.brief.gathering.sums import newest_first, one_dollar, sums_told
from cellwire.publish.brief.gathering.unsaid import thing_or_deal
from cellwire.publish.brief.holdings import Shelf, begins_soon, is_near_head, yet_to_come
from cellwire.publish.brief.matter import (
    FILED,
    IN_DOUBT,
    LOOKED_AT,
    RAW,
    SOME,
    SURE,
    Failed,
    Matter,
    Mode,
    OwnWords,
    Told,
    changes_works,
    mode_of,
    other_partners,
    owned_of,
)

T = TypeVar("T")

_GRADED = {Kind.SUPPLY, Kind.TECHNOLOGY}
_TELLS = re.compile(r"announc|confirm|\bsa(id|ys)\b|disclos|reveal|report|statement|notice|filing", re.IGNORECASE)


def matter_of(story: Story, shelf: Shelf, *, but: str = "") -> Matter | None:
    """None where the week tells nothing new of the story; `but` is a step that is not told."""
    told = [dev for dev in shelf.of_week(story) if dev.stage != but]
    read = [dev for dev in told if not dev.by_words] or told
    sure = [dev for dev in read if dev.confidence >= SURE] or read
    devs = [dev for dev in sure if not yet_to_come(dev, shelf.documents[dev.document])] or sure
    if not devs:
        return None
    kind = kind_of(story, devs, shelf)
    devs = one_way([dev for dev in devs if dev.kind is kind], shelf) if kind is Kind.SUPPLY else devs
    lead = lead_of(kind, story, of_the_gift(devs, shelf) or devs)
    ordered = (lead, *(dev for dev in devs if dev is not lead and not other_partners(dev, lead)))
    return gathered(Fresh(shelf, story, ordered, {dev.id: citer_of(shelf, dev) for dev in ordered}))


def gathered(fresh: Fresh) -> Matter:
    """The matter of one story's developments, its lead first."""
    lead, shelf, source = fresh.lead, fresh.shelf, cue_in_lead(fresh, "sources", told_near(fresh))
    thing, parties = thing_or_deal(fresh), parties_of(fresh)
    mode = _mode(lead, thing, source, fresh.lead_citer.document)
    places = choose(fresh, lambda dev: [dev.place] if dev.place else [], slot=lambda _: "", cite=Citer.place)
    products = choose(fresh, product_of, slot=lambda _: "", cite=cite_product)
    chemistry = choose(fresh, chemistries(fresh), slot=lambda chem: chem.name, cite=Citer.chemistry)
    figures = of_all_sides(fresh)
    capacity = _sizes(figures, owned=bool(_told(parties)))
    money = one_dollar(choose(figures, _money(fresh), slot=lambda sum_: sum_.currency, cite=Citer.money))
    jobs = choose(fresh, _jobs(fresh), slot=lambda _: "", cite=Citer.jobs)
    dates = choose(fresh, dates_of(figures), slot=lambda dated: dated.what, cite=Citer.date)
    countries = choose(fresh, _countries, slot=lambda _: "", cite=lambda citer, said: citer.country(*said))
    plant = lead.kind is Kind.FACILITY
    number = _number(fresh) if plant or changes_works(lead.kind, thing) else None
    place, country = _where(_first(places), _first(countries), scattered=number is not None and _is_scattered(fresh))
    return Matter(
        story=fresh.story,
        lead=lead,
        mode=mode,
        told=shelf.told_on(shelf.documents[lead.document]),
        mark=_mark(fresh, mode),
        parties=one_body(_told(parties)),
        place=place if place and not is_country(place.value) else None,
        or_place=_or_place(fresh, place),
        at=_teller(fresh, place).preposition(place.value) if place else "in",
        country=country,
        product=None if is_for_more(fresh) else fitting(_first(products), _told(capacity)),
        chemistry=_agreed(chemistry),
        capacity=made_there(lead, _first(products), _told(capacity), works=changes_works(lead.kind, thing)),
        money=sums_told(_told(money)),
        jobs=_first(jobs),
        dates=_told(dates),
        announced=_announced(fresh, _told(dates)),
        ordinal=cue_in_lead(fresh, "ordinals", counted_as_theirs(fresh)) if plant else None,
        number=number,
        phase=cue_in_lead(fresh, "phases", lead.evidence) if plant else None,
        approval=only_cue_in_lead(fresh, "approvals") if plant else None,
        site=_site(fresh) if plant else None,
        figure=figure_of(fresh),
        thing=thing,
        grade=_grade(fresh),
        backing=backing_of(fresh, [told.value for told in _told(parties)]),
        source=source if mode is Mode.REPORTED else None,
        speaker=_speaker(fresh),
        outlet=fresh.lead_citer.outlet(),
        rung=next((deal.rung.value for deal in shelf.deals.get(fresh.story.id, ())), ""),
        replies=replies_of(fresh),
        conflicts=disagreements(capacity=capacity, money=money, jobs=jobs, dates=dates),
        developments=tuple(dev.id for dev in fresh.devs),
        outlets=len({outlet_of(shelf.documents[dev.document]) for dev in fresh.devs}),
        origins=len({shelf.origin(dev.document) for dev in fresh.devs}),
        fronted=any(is_near_head(dev, fresh.citers[dev.id].document) for dev in fresh.devs),
        failed=_failed((*parties, *places, *products, *chemistry, *capacity, *money, *jobs, *dates)),
        owned=owned_of([told.value for told in _told(parties)], lead.kind, _named_by(fresh)),
        disputed=disputed_dates(dates),
        open_sum=open_sums(money),
        own=OwnWords(purpose_of(fresh), None if number else called(fresh), firms_of(fresh, _told(parties))),
    )


def _named_by(fresh: Fresh) -> Counter[str]:
    """How many tellings name each party."""
    return Counter(id for dev in fresh.devs for id in {party.id for party in dev.parties})


def _grade(fresh: Fresh) -> Part | None:
    """What sort of goods they are; of a technology, else, that it is new."""
    if fresh.lead.kind not in _GRADED:
        return None
    tables = ("grades", "novelties") if fresh.lead.kind is Kind.TECHNOLOGY else ("grades",)
    return next(filter(None, (cue_in_lead(fresh, table, fresh.lead.evidence) for table in tables)), None)


_TO_COME = re.compile(
    r"\b(?:will|to) (?:soon |then )?(?:be|become) (?:[a-z]+ly )?(?:available|launched|released|unveiled|introduced)\b"
    r"|\b(?:on track|a plan|plans|planning|aims) to (?:launch|roll out|introduce|present|release|unveil|bring)\b"
    r"|\bon track for 20\d\d",
    re.IGNORECASE,
)
_SHOWN = re.compile(
    r"\b(?:is|are|has|have|just) (?:(?:launch|introduc|unveil|present|reveal)\w*|(?:been )?(?:developing|working on))",
    re.IGNORECASE,
)


# "is |to start drilling|", "|plans a feasibility study|": nobody looks at it yet; who has drilled "to study" it does
_TO_LOOK = re.compile(
    r"(?:\b(?:(?:is|are|was|were|plan(?:s|ned|ning)?|set|due|poised|about|ready|scheduled|expects?|wants?) to"
    r"|will|would|plan(?:s|ned|ning)?|upcoming|slated|aims?|(?:is|are) aiming|intends?)"
    r"|^(?-i:(?:(?!Complet|Finish|Drill|Beg[iua]n|Start|Launch|Conduct)[A-Z][\w.&’'-]*\s){1,5}to))"
    r" (?:[\w-]+ ){0,6}?(?:drill|feasib|pre-?feasib|scoping|stud(?:y|ies)|assess)",
    re.IGNORECASE,
)
# "|plans to submit| its store for approval"
_TO_FILE = re.compile(
    r"\b(?:plan(?:s|ned|ning)?|will|would|to|intends?|expects?|aims?) (?:to )?"
    r"(?:submit|refer|send|lodge|file|seek|apply)\b",
    re.IGNORECASE,
)


def _mode(lead: Development, thing: Part | None, source: Part | None, document: Document) -> Mode:
    mode, quote = mode_of(lead), lead.evidence.cut(document.text)
    if thing is not None and thing.text == IN_DOUBT and mode is not Mode.DENIED:
        return Mode.ASSERTED  # the plan is old, and the doubt is told of
    if thing is not None and thing.text in LOOKED_AT and mode is Mode.CONSIDERING and not source:
        return Mode.PLANNED if _TO_LOOK.search(quote) else Mode.ASSERTED
    if thing is not None and thing.text == FILED and mode is Mode.PLANNED and not _TO_FILE.search(quote):
        return Mode.ASSERTED  # the plant is to come, and its approval is sought
    if (mode is Mode.PLANNED or (mode is Mode.ASSERTED and lead.kind in DEAL_KINDS)) and hedged_below(lead, document):
        return Mode.REPORTED
    if mode is Mode.PLANNED and is_settled(lead, thing, document):
        return Mode.ASSERTED
    if mode is Mode.CONSIDERING and lead.certainty is Certainty.REPORTED and source:
        return Mode.REPORTED  # what a company is said to consider, not what it says
    if mode is Mode.PLANNED and lead.kind is Kind.TECHNOLOGY and lead.stage == "announced" and _SHOWN.search(quote):
        return Mode.ASSERTED  # "is launching a home battery": it is there to be seen; "is developing" it is no plan to
    if mode is Mode.ASSERTED and lead.kind is Kind.TECHNOLOGY and _TO_COME.search(quote):
        return Mode.PLANNED  # "will be available by the end of 2026"
    if mode is Mode.ASSERTED and begins_soon(lead, document):
        return Mode.PLANNED
    may_come = thing is not None and ("pause" in thing.text or thing.text in OF_A_DELAY)
    if mode is Mode.PLANNED and lead.stage == "delayed" and not may_come:
        return Mode.ASSERTED  # a start that will be put back is put back; works may halt one day
    return mode


def _told(choices: Sequence[Choice[T]]) -> tuple[Told[T], ...]:
    return tuple(choice.told for choice in choices if choice.told)


def _agreed(chemistry: Sequence[Choice[Named]]) -> tuple[Told[Named], ...]:
    """Chemistries that at least half as many texts tell as the one told most: one text may compare it with another."""
    support = [len({origin for _, origin in choice.all}) for choice in chemistry]
    most = max(support, default=0)
    return _told([choice for choice, origins in zip(chemistry, support, strict=True) if 2 * origins >= most])


def _first(choices: Sequence[Choice[T]]) -> Told[T] | None:
    return next(iter(_told(choices)), None)


def _failed(choices: Iterable[Choice[Any]]) -> tuple[Failed, ...]:
    return tuple(dict.fromkeys(row for choice in choices for row in choice.failed))


def _site(fresh: Fresh) -> Part | None:
    """What is no plant: a research centre; or less than one, a pilot line; of a raw material a mine or a refinery."""
    pilot = cue_in_lead(fresh, "pilots", fresh.lead.evidence) or cue_in_lead(fresh, "sites", site_span(fresh))
    made = fresh.lead.product.name if fresh.lead.product else ""
    return pilot or (only_cue_in_lead(fresh, "raw_sites") if made in RAW else None)


def _money(fresh: Fresh) -> Callable[[Development], list[Money]]:
    """What a plant's owner is given for it is not what the plant costs."""

    def values(dev: Development) -> list[Money]:
        given = fresh.lead.kind is Kind.FACILITY and dev.kind is Kind.INVESTMENT
        return [] if given else newest_first(dev, fresh.citers[dev.id].document)

    return values


def _sizes(fresh: Fresh, *, owned: bool) -> list[Choice[Capacity]]:
    """Of a store that is somebody's its power, where no text has its energy."""
    sizes = choose(fresh, _capacities, slot=lambda cap: (cap.unit, cap.scope), cite=Citer.capacity)
    powers = powers_of(fresh, sizes) if owned else {}
    if not powers:
        return sizes
    return choose(fresh, lambda dev: powers.get(dev.id, ()), slot=lambda _: "", cite=Citer.capacity)


def _capacities(dev: Development) -> Sequence[Capacity]:
    """Of what is counted the figure that its sentence has: a company's profit is not in GWh."""
    if dev.kind is not Kind.MARKET:
        return dev.capacity
    return [known for known in dev.capacity if dev.evidence.holds(known.span)]


def _jobs(fresh: Fresh) -> Callable[[Development], list[Jobs]]:
    """Jobs that are cut at other works of the company are no other count of these."""
    here = fresh.lead.place.id if fresh.lead.place and fresh.lead.kind is Kind.INCIDENT else None

    def values(dev: Development) -> list[Jobs]:
        there = dev.place.id if dev.place else None
        elsewhere = here and there and not (f"{there}-".startswith(f"{here}-") or f"{here}-".startswith(f"{there}-"))
        return [dev.jobs] if dev.jobs and not elsewhere else []

    return values


def _countries(dev: Development) -> list[tuple[str, Span]]:
    if dev.place and is_country(dev.place):
        return [(dev.place.country or "", dev.place.span)]
    return [(dev.country, dev.country_span)] if dev.country and dev.country_span else []


def _or_place(fresh: Fresh, place: Told[Place] | None) -> Part | None:
    """Of what is decided one site is told; of what is weighed both."""
    if place is None or fresh.lead.kind is not Kind.FACILITY or fresh.lead.stage != "considered":
        return None
    return _teller(fresh, place).second_site(place.value)


def _teller(fresh: Fresh, place: Told[Place]) -> Citer:
    return fresh.citers[next(dev.id for dev in fresh.devs if dev.place == place.value)]


def _where(
    place: Told[Place] | None, country: Told[tuple[str, Span]] | None, *, scattered: bool
) -> tuple[Told[Place] | None, Told[str] | None]:
    """Plants that are told of together, each in a place of its own, have none in common."""
    return (None, None) if scattered else (place, _country(place, country))


def _country(place: Told[Place] | None, said: Told[tuple[str, Span]] | None) -> Told[str] | None:
    """What the text says of the country; it must be the place's, or the place's own is printed instead."""
    if said is None or (place and place.value.country not in {None, said.value[0]}):
        return None
    return Told(said.value[0], said.part)


def _mark(fresh: Fresh, mode: Mode) -> str:
    if mode is Mode.DENIED:
        return "denial"
    if any(dev.document in fresh.shelf.corrected for dev in fresh.devs):
        return "correction"
    known = fresh.story.first_told < fresh.shelf.first or fresh.shelf.known_before(fresh.story)
    return "update" if known else "new"


# "two plants in Ohio and Michigan": each is told where it stands
_APART = re.compile(
    r"\b(?:plants|factories|gigafactories|facilities|mines)\b[^.;]*[A-Z][\w.’'-]*,?\s(?:and|or)\s(?:in\s)?[A-Z]"
)


# "two storage projects in France and Japan": together they stand in neither
_SCATTERED = re.compile(
    r"\b(?:projects|parks|systems) in (?:the )?[A-Z][\w.’'-]+(?: [A-Z]\w+)?,? (?:and|or) (?:in )?(?:the )?[A-Z]"
    r"|\b[A-Z][\w’'-]+ (?:&|and) [A-Z][\w’'-]+ (?:BESS|(?:battery )?(?:energy )?storage) projects\b"
)


def _is_scattered(fresh: Fresh) -> bool:
    return _SCATTERED.search(fresh.lead.evidence.cut(fresh.lead_citer.document.text)) is not None


def _number(fresh: Fresh) -> Part | None:
    """How many plants are told of as one thing: by the lead's words, or by those of half of its texts."""
    together = _told_together(fresh)
    found = (cue_in_lead(fresh, "numbers", together) or by_half(fresh, "numbers")) if together else None
    one_of_them = found is not None and found.text == SOME and len(fresh.lead.parties) == 1
    return None if one_of_them else found  # of a store each that several have, whose name is told has one


def _told_together(fresh: Fresh) -> Span | None:
    """Where a number of plants is one thing: none of them is told by a place or a count of its own."""
    said = fresh.lead.evidence.cut(fresh.lead_citer.document.text)
    return None if _APART.search(said) or counted_as_theirs(fresh) else fresh.lead.evidence


def _announced(fresh: Fresh, dates: Sequence[Told[Dated]]) -> bool:
    """Whether the sentence with the event's date tells of a telling ("On Friday, the company announced that …")."""
    event = next((told.value for told in dates if told.value.what is DateWhat.EVENT), None)
    teller = next((dev for dev in fresh.devs if event in dev.dates), None)
    if event is None or teller is None:
        return False
    text = fresh.citers[teller.id].document.text
    before, after = text[max(0, event.span.start - 40) : event.span.start], text[event.span.end : event.span.end + 60]
    return _TELLS.search(before.split("\n")[-1] + " " + after.split("\n")[0]) is not None


def _speaker(fresh: Fresh) -> Told[Party] | None:
    if fresh.lead.speaker is None:
        return None
    cited = fresh.lead_citer.party(fresh.lead.speaker)
    return None if cited.problem else Told(fresh.lead.speaker, cited.part)
