"""Small makers of documents, developments, stories and records: what a value says is found by its words in the text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime

from cellwire.model import (
    Capacity,
    Certainty,
    Citation,
    Dated,
    DateWhat,
    Development,
    Document,
    Form,
    Jobs,
    Kind,
    Modality,
    Money,
    Origin,
    PartialDate,
    Party,
    Place,
    Qualifier,
    Response,
    Role,
    Scope,
    Span,
    Story,
)
from factories import named, span

DAY = date(2022, 12, 15)


def document(
    id: str,
    text: str,
    *,
    published: date | None = DAY,
    outlet: str | None = "Cell Gazette",
    url: str | None = None,
    title: str | None = None,
    form: Form = Form.ARTICLE,
    **more: object,
) -> Document:
    return Document(
        id=id,
        capture=f"cap_{id}",
        form=form,
        text=text,
        extent=Span(0, len(text)),
        blocks=(),
        title=title or text.split("\n", maxsplit=1)[0],
        url=url if url is not None else f"https://{id}.example/news",
        outlet=outlet,
        published=published,
        captured=datetime(2022, 12, 17, 8, tzinfo=UTC),
        **more,  # type: ignore[arg-type]
    )


def party(doc: Document, name: str, role: str, *, id: str | None = None, words: str | None = None) -> Party:
    known = {"Ford": "ford"}.get(name)  # an English word that only a list knows as a name
    return Party(id or known or "x-" + name.lower().replace(" ", "-"), name, Role(role), span(doc, words or name))


def place(doc: Document, name: str, country: str | None) -> Place:
    return Place(name, country, span(doc, name))


def capacity(
    doc: Document, words: str, value: float, unit: str, *, scope: str = "new", how: str = "exact", yearly: bool = True
) -> Capacity:
    return Capacity(value, unit, Scope(scope), Qualifier(how), span(doc, words), yearly)


def money(doc: Document, words: str, amount: float, currency: str, *, how: str = "exact") -> Money:
    return Money(amount, currency, Qualifier(how), span(doc, words))


def jobs(doc: Document, words: str, value: int, *, how: str = "exact") -> Jobs:
    return Jobs(value, Qualifier(how), span(doc, words))


def dated(doc: Document, words: str, what: str, iso: str, *, part: str | None = None) -> Dated:
    return Dated(DateWhat(what), PartialDate(iso), span(doc, words), part)


def response(doc: Document, who: Party, modality: str, words: str) -> Response:
    return Response(who, Modality(modality), span(doc, words))


def development(
    doc: Document,
    kind: str,
    stage: str,
    *,
    id: str | None = None,
    certainty: str = "confirmed",
    modality: str = "asserted",
    evidence: str | None = None,
    background: bool = False,
    **slots: object,
) -> Development:
    where = span(doc, evidence) if evidence else Span(0, len(doc.text))
    return Development(
        id=id or f"dev_{doc.id}_{kind}_{stage}_{where.start}",
        document=doc.id,
        kind=Kind(kind),
        stage=stage,
        certainty=Certainty(certainty),
        modality=Modality(modality),
        background=background,
        evidence=where,
        quote=where.cut(doc.text),
        **slots,  # type: ignore[arg-type]
    )


def voltaras(
    doc: Document, stage: str = "announced", *, makes: tuple[str, str] = ("battery plant", "cell"), **slots: object
) -> Development:
    """A plant of Voltara in Debrecen; what it makes is told by words and by name."""
    slots = {"modality": "planned" if stage == "announced" else "asserted", **slots}
    owner, where, goods = party(doc, "Voltara", "owner"), place(doc, "Debrecen", "HU"), named(doc, *makes)
    return development(doc, "facility", stage, parties=(owner,), place=where, product=goods, **slots)  # type: ignore[arg-type]


def story(
    id: str,
    devs: Sequence[Development],
    *,
    headline: str = "A story",
    first: date = DAY,
    last: date = DAY,
    origins: Sequence[Origin] | None = None,
) -> Story:
    """Each document its own origin, unless told otherwise."""
    docs = list(dict.fromkeys(dev.document for dev in devs))
    return Story(
        id=id,
        kind=devs[0].kind,
        stage=devs[0].stage,
        headline=headline,
        first_told=first,
        last_told=last,
        developments=tuple(dev.id for dev in devs),
        origins=tuple(origins or (Origin(f"org_{doc}", (doc,)) for doc in docs)),
        companies=tuple(dict.fromkeys(one.id for dev in devs for one in dev.parties)),
    )


def citation(doc: Document, words: str, *, dev: str = "dev") -> Citation:
    where = span(doc, words)
    return Citation(
        development=dev,
        document=doc.id,
        quote=words,
        start=where.start,
        end=where.end,
        outlet=doc.outlet or "",
        title=doc.title,
        url=doc.url,
        published=doc.published,
        captured=(doc.captured or datetime(2022, 12, 17, tzinfo=UTC)).date(),
        origin=f"org_{doc.id}",
    )


def replaced(development: Development, **slots: object) -> Development:
    return replace(development, **slots)  # type: ignore[arg-type]
