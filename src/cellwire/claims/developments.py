"""From bundles of clauses to developments whose every value has the span that carries it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256

from cellwire.claims.draft import Actor, Draft
from cellwire.claims.merge import Bundle, bundle
from cellwire.claims.modality import Firmness, firmness, speaker
from cellwire.claims.reading import set_scene
from cellwire.claims.relevance import is_battery_news
from cellwire.claims.scene import Scene, Sentence, Spot
from cellwire.claims.slots import Moment, Reading, Size, moments, place_of, read_values, sizes, sums_of
from cellwire.lexicon import Lexicon
from cellwire.model import (
    STAGES,
    Capacity,
    Certainty,
    Dated,
    DateWhat,
    Development,
    Document,
    Form,
    Jobs,
    Kind,
    Money,
    Named,
    Party,
    Place,
    Role,
    Scope,
)

_SIZED = frozenset({Kind.FACILITY, Kind.SUPPLY, Kind.MARKET, Kind.INVESTMENT})
_PAID = frozenset(Kind) - {Kind.TECHNOLOGY}
_PLACED = frozenset({Kind.FACILITY, Kind.INCIDENT, Kind.INVESTMENT, Kind.PARTNERSHIP})


def read_developments(document: Document, lexicon: Lexicon) -> list[Development]:
    """Everything a document tells of things that happened, are planned, talked of or denied, in reading order."""
    if document.form is Form.ROUNDUP or document.language != "en":
        return []
    scene = set_scene(document, lexicon)
    if not is_battery_news(scene):
        return []
    told = [_development(each, scene, document) for each in bundle(scene)]
    return _without_doubles([each for each in told if each is not None])


@dataclass(frozen=True, slots=True)
class _Values:
    """A clause with what it holds."""

    clause: Sentence
    reading: Reading


def _development(home: Bundle, scene: Scene, document: Document) -> Development | None:
    lead = _lead(home)
    firm = _firmness(home, scene)
    stretches = [_Values(draft.clause, read_values(draft.clause, scene)) for draft in home.drafts]
    stretches += [_Values(sentence, read_values(sentence, scene)) for sentence in home.more]
    parties = _parties(home, scene)
    if not parties and home.kind not in {Kind.MARKET, Kind.POLICY, Kind.FACILITY}:
        return None
    places = _place(home, lead)
    evidence = scene.plain.back(scene.sentences[lead.clause.index].span)
    voice = speaker(scene.sentences[lead.clause.index])
    said_by = Party(voice.id, voice.name, Role.PARTNER, scene.plain.back(voice.span)) if voice else None
    country = _country(home, places)
    development = Development(
        id="",
        document=document.id,
        kind=home.kind,
        stage=_stage(home, lead),
        certainty=firm.certainty,
        modality=firm.modality,
        background=home.background,
        evidence=evidence,
        quote=document.quote(evidence),
        parties=parties,
        place=_as_place(places, scene) if places else None,
        country=country.country if country else None,
        country_span=scene.plain.back(country.span) if country else None,
        product=_product(home, scene),
        chemistry=_chemistry(home, scene),
        capacity=_capacity(home, stretches, scene),
        money=_money(home, stretches, scene),
        jobs=_jobs(home, stretches, scene),
        dates=_dates(home, stretches, scene),
        speaker=said_by,
        confidence=lead.strength,
        rule=lead.rule,
        trigger=scene.plain.back(lead.trigger),
    )
    return _named(development)


def _lead(home: Bundle) -> Draft:
    """The clause that tells it best: with parties, and from the text, since headlines are short."""
    return max(
        home.drafts,
        key=lambda draft: (len(draft.actors) > 0, not draft.clause.headline, draft.strength, -draft.clause.index),
    )


def _stage(home: Bundle, lead: Draft) -> str:
    """How far the thing is: the headline and the first telling weigh most, an end or a step taken beats a plan."""
    order = STAGES[home.kind]
    stages = [draft.stage for draft in home.drafts]
    if home.kind is Kind.FACILITY:
        for final in ("cancelled", "closed", "delayed"):
            if final in stages[:3]:
                return final
        first = stages[:3]
        done = [stage for stage in first if stage in {"operating", "construction", "permitted", "expanded"}]
        if done:
            return max(done, key=order.index) if "expanded" not in done else done[0]
        return "considered" if "considered" in first and "announced" not in first[:1] else first[0]
    return stages[0]


def _firmness(home: Bundle, scene: Scene) -> Firmness:
    """Denied if anybody denies it; reported if what tells it first is a report; else as said."""
    firms = [firmness(draft, scene.sentences[draft.clause.index]) for draft in home.drafts]
    for certainty in (Certainty.DENIED, Certainty.REPORTED):
        for firm in firms[:3]:
            if firm.certainty is certainty:
                return firm
    return firms[0]


def _parties(home: Bundle, scene: Scene) -> tuple[Party, ...]:
    chosen: dict[str, Actor] = {}
    for draft in home.drafts:
        for actor in draft.actors:
            known = chosen.get(actor.name.id)
            if known is None or (known.name.referred and not actor.name.referred and known.role is actor.role):
                chosen[actor.name.id] = actor
    return tuple(
        Party(actor.name.id, actor.name.name, actor.role, scene.plain.back(actor.name.span))
        for actor in chosen.values()
    )


def _place(home: Bundle, lead: Draft) -> Spot | None:
    if home.kind not in _PLACED:
        return None
    for clause in [lead.clause, *(draft.clause for draft in home.drafts), *home.more]:
        if spot := place_of(clause, lead.trigger):
            return spot
    return None


def _as_place(spot: Spot, scene: Scene) -> Place:
    return Place(spot.name, spot.country, scene.plain.back(spot.span), spot.lat, spot.lon, spot.id)


def _country(home: Bundle, place: Spot | None) -> Spot | None:
    if place and place.country:
        return place
    for clause in [*(draft.clause for draft in home.drafts), *home.more]:
        if clause.countries:
            return clause.countries[0]
    return None


def _product(home: Bundle, scene: Scene) -> Named | None:
    for draft in home.drafts:
        if draft.product and draft.thing:
            return Named(draft.product, scene.plain.back(draft.thing.span))
    clauses = [draft.clause for draft in home.drafts] + home.more
    for clause in clauses:
        if clause.products:
            anchor = next((draft.trigger for draft in home.drafts if draft.clause is clause), clause.span)
            spot = min(clause.products, key=lambda each: (each.id == "vehicle", abs(each.span.start - anchor.start)))
            return Named(spot.id, scene.plain.back(spot.span))
    return None


def _chemistry(home: Bundle, scene: Scene) -> tuple[Named, ...]:
    found: dict[str, Named] = {}
    for clause in [draft.clause for draft in home.drafts] + home.more:
        for spot in clause.chemistries:
            found.setdefault(spot.id, Named(spot.id, scene.plain.back(spot.span)))
    return tuple(found.values())


def _capacity(home: Bundle, stretches: Sequence[_Values], scene: Scene) -> tuple[Capacity, ...]:
    if home.kind not in _SIZED:
        return ()
    product = next((draft.product for draft in home.drafts if draft.product), None)
    yearly = home.kind is Kind.FACILITY and product not in {"storage", "swapping"}
    found: dict[tuple[float, str], Size] = {}
    for values in stretches:
        for size in sizes(values.reading, values.clause, home.kind, yearly=yearly):
            key = (size.value, size.unit)
            if key not in found or found[key].scope is Scope.NEW:
                found[key] = size
    return tuple(
        Capacity(size.value, size.unit, size.scope, size.qualifier, scene.plain.back(size.span), size.per_year_said)
        for size in found.values()
    )


def _money(home: Bundle, stretches: Sequence[_Values], scene: Scene) -> tuple[Money, ...]:
    if home.kind not in _PAID:
        return ()
    found: dict[tuple[float, str], Money] = {}
    for values in stretches:
        for each in sums_of(values.reading, values.clause):
            money = Money(each.amount, each.currency, each.qualifier, scene.plain.back(each.span))
            found.setdefault((each.amount, each.currency), money)
    return tuple(found.values())


def _jobs(home: Bundle, stretches: Sequence[_Values], scene: Scene) -> Jobs | None:
    if home.kind not in {Kind.FACILITY, Kind.INVESTMENT, Kind.INCIDENT}:
        return None
    for values in stretches:
        for measure in values.reading.jobs:
            return Jobs(round(measure.value), measure.qualifier, scene.plain.back(measure.span))
    return None


def _dates(home: Bundle, stretches: Sequence[_Values], scene: Scene) -> tuple[Dated, ...]:
    found: dict[tuple[DateWhat, str], Moment] = {}
    for values in stretches:
        for moment in moments(values.reading, values.clause, home.kind, scene):
            found.setdefault((moment.what, moment.date.iso), moment)
    return tuple(Dated(each.what, each.date, scene.plain.back(each.span), each.part) for each in found.values())


def _named(development: Development) -> Development:
    """The development with its id: what is said by which document, not where it stands."""
    told = "\n".join(
        [
            development.document,
            development.kind,
            development.stage,
            *sorted(f"{party.role}:{party.id}" for party in development.parties),
            (development.place.id or development.place.name) if development.place else "",
            development.quote,
        ]
    )
    identity = "dev_" + sha256(told.encode()).hexdigest()[:16]
    return replace(development, id=identity)


def _without_doubles(developments: Iterable[Development]) -> list[Development]:
    seen: dict[str, Development] = {}
    for development in developments:
        seen.setdefault(development.id, development)
    return list(seen.values())
