"""Documents and developments built by hand; every span is found in the text, so none can be untrue."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime
from hashlib import sha256

from cellwire.model import (
    Capacity,
    Certainty,
    Dated,
    DateWhat,
    Development,
    Document,
    Form,
    Jobs,
    Kind,
    Modality,
    Money,
    Named,
    PartialDate,
    Party,
    Place,
    Qualifier,
    Response,
    Role,
    Scope,
    Span,
)

PLACES = {
    "Sunderland": ("GB", 54.9, -1.38),
    "Michigan": ("US", 44.3, -85.6),
    "Marshall": ("US", 42.27, -84.96),
    "Debrecen": ("HU", 47.53, 21.64),
    "Győr": ("HU", 47.68, 17.63),
    "Sines": ("PT", 37.95, -8.87),
    "Ningde": ("CN", 26.66, 119.55),
    "Douai": ("FR", 50.37, 3.08),
}
CODES = {"AESC": "aesc", "Envision AESC": "aesc", "Ford": "ford", "CATL": "catl", "Chery": "chery", "Huawei": "huawei"}


def document(
    text: str,
    *,
    title: str = "News of the day",
    published: str | None = "2022-12-09",
    captured: str = "2022-12-18T08:00:00",
    outlet: str | None = "Example Wire",
    url: str | None = None,
    form: Form = Form.ARTICLE,
) -> Document:
    """An article of one text; its id says what it carries and where."""
    whole = f"{title}\n\n{text}"
    id = "doc_" + sha256(f"{outlet}{url}{published}{captured}{whole}".encode()).hexdigest()[:10]
    return Document(
        id=id,
        capture=f"cap_{id}",
        form=form,
        text=whole,
        extent=Span(0, len(whole)),
        blocks=(),
        title=title,
        url=url,
        outlet=outlet,
        published=date.fromisoformat(published) if published else None,
        captured=datetime.fromisoformat(captured).replace(tzinfo=UTC),
    )


def span(document: Document, words: str) -> Span:
    start = document.text.index(words)
    return Span(start, start + len(words))


def party(document: Document, name: str, role: str = "operator") -> Party:
    known = CODES.get(name) or "x-" + name.lower().replace(" ", "-")
    return Party(known, name, Role(role), span(document, name))


def place(document: Document, name: str) -> Place:
    country, lat, lon = PLACES[name]
    return Place(name, country, span(document, name), lat, lon, name.lower())


def capacity(
    document: Document,
    words: str,
    value: float,
    *,
    unit: str = "GWh/yr",
    scope: str = "phase",
    qualifier: str = "exact",
) -> Capacity:
    return Capacity(value, unit, Scope(scope), Qualifier(qualifier), span(document, words))


def money(document: Document, words: str, amount: float, currency: str = "GBP") -> Money:
    return Money(amount, currency, Qualifier.EXACT, span(document, words))


def jobs(document: Document, words: str, value: int) -> Jobs:
    return Jobs(value, Qualifier.EXACT, span(document, words))


def dated(document: Document, words: str, what: str, iso: str) -> Dated:
    return Dated(DateWhat(what), PartialDate(iso), span(document, words))


def named(document: Document, words: str, name: str) -> Named:
    return Named(name, span(document, words))


def response(document: Document, name: str, modality: str, words: str) -> Response:
    return Response(party(document, name), Modality(modality), span(document, words))


def development(
    document: Document,
    kind: str = "facility",
    stage: str = "announced",
    *,
    parties: Iterable[Party] = (),
    where: str | None = None,
    country: str | None = None,
    evidence: str | None = None,
    certainty: str = "confirmed",
    modality: str = "asserted",
    background: bool = False,
    product: Named | None = None,
    chemistry: Iterable[Named] = (),
    capacities: Iterable[Capacity] = (),
    sums: Iterable[Money] = (),
    work: Jobs | None = None,
    dates: Iterable[Dated] = (),
    speaker: Party | None = None,
    responses: Iterable[Response] = (),
) -> Development:
    """A development whose evidence is the document's text below its title, unless a part of it is named."""
    said = span(document, evidence or document.text.split("\n\n", 1)[1])
    told_place = place(document, where) if where else None
    parties = tuple(parties)
    identity = [document.id, kind, stage, *(party.id for party in parties), where, str(background), said.start]
    return Development(
        id="dev_" + sha256("|".join(map(str, identity)).encode()).hexdigest()[:10],
        document=document.id,
        kind=Kind(kind),
        stage=stage,
        certainty=Certainty(certainty),
        modality=Modality(modality),
        background=background,
        evidence=said,
        quote=document.quote(said),
        parties=parties,
        place=told_place,
        country=country or (told_place.country if told_place else None),
        product=product,
        chemistry=tuple(chemistry),
        capacity=tuple(capacities),
        money=tuple(sums),
        jobs=work,
        dates=tuple(dates),
        speaker=speaker,
        responses=tuple(responses),
    )
