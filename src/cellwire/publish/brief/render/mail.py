"""The edition as mail: text and HTML with its style inside the tags, pictures attached, ready to be addressed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, time
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from hashlib import sha256

from cellwire.publish.brief.drawing import Picture, as_png, chart_of, map_of
from cellwire.publish.brief.edition import Edition, Sentence, Telling
from cellwire.publish.brief.render.html import template
from cellwire.publish.brief.render.marks import (
    Numbers,
    days,
    heading_of_headlines,
    mark_in_words,
    marked,
    marked_part,
    numbers_of,
    printed_by,
    quoted,
    read_on,
    source,
    told_by,
    told_where,
)
from cellwire.publish.brief.wording import day
from cellwire.publish.taming import one_line


def render_mail(
    edition: Edition, *, sender: str = "cellwire@localhost", to: str | None = None, moment: datetime | None = None
) -> EmailMessage:
    """The same edition for the same reader is the same message, with the same id: mail programs show it once."""
    pictures = _pictures(edition)
    message = EmailMessage(policy=SMTP)
    message["Subject"] = one_line(f"{edition.name}: {edition.title}")
    message["From"] = Address(one_line(edition.name), addr_spec=sender)
    if to:
        message["To"] = Address(addr_spec=to)
    message["Date"] = moment or datetime.combine(edition.last, time(12), UTC)
    message["X-Mailer"] = "cellwire"
    text, html = _text(edition), _html(edition, pictures)
    key = sha256("\n".join((text, html, to or "")).encode()).hexdigest()[:24]
    message["Message-ID"] = f"<brief-{edition.last}-{key}@{sender.rpartition('@')[2]}>"
    message.set_content(text, cte="quoted-printable")
    message.add_alternative(html, subtype="html", cte="quoted-printable")
    related = message.get_payload()[1]  # type: ignore[index]
    for name, picture in pictures.items():
        related.add_related(  # type: ignore[union-attr]
            as_png(picture), "image", "png", cid=f"<{name}>", filename=f"{name}.png", disposition="inline"
        )
    for place, part in enumerate(message.walk()):
        if part.is_multipart():
            part.set_boundary(f"=_{key}_{place}")
    return message


def _pictures(edition: Edition) -> dict[str, Picture]:
    drawn = {"map": map_of(edition.spots), "chart": chart_of(edition.bars)}
    return {name: picture for name, picture in drawn.items() if picture}


def _html(edition: Edition, pictures: dict[str, Picture]) -> str:
    numbers = numbers_of(edition)
    return template("mail.html.j2").render(
        edition=edition,
        pictures=pictures,
        notes=list(numbers),
        numbers=numbers,
        marked=lambda sentence: marked(sentence, numbers),
        marked_part=lambda part: marked_part(part, numbers),
        day=day,
        days=days(edition.first, edition.last),
        source=lambda note: source(note, edition.last.year),
        read_on=read_on,
        printed_by=lambda telling: printed_by(telling, edition.last.year),
        told_by=lambda telling: told_by(telling, edition.last.year),
        mark_in_words=mark_in_words,
        quoted=quoted,
        told_where=told_where,
        heading_of_headlines=heading_of_headlines,
    )


def _text(edition: Edition) -> str:
    return "\n".join(one_line(line) for line in _lines(edition)) + "\n"


def _lines(edition: Edition) -> Iterator[str]:
    numbers = numbers_of(edition)
    yield from (edition.title, f"{edition.name}, {days(edition.first, edition.last)}", "")
    if edition.sponsor:
        yield from (f"Advertisement: {edition.sponsor.text} {edition.sponsor.url or ''}".rstrip(), "")
    yield from (f"Correction of {day(row.made)}: {row.text}" for row in edition.corrections)
    yield from (f"* {row.label}: {row.text}" for row in edition.figures)
    for chapter in edition.chapters:
        yield from ("", chapter.title.upper(), "")
        for item in chapter.items:
            for telling in item.tellings:
                yield from _telling(telling, numbers, edition.last.year)
                yield ""
            if item.more:
                yield from (f"Earlier: {link.text} ({day(link.told)}) {link.url or ''}".rstrip() for link in item.more)
                yield ""
    if edition.headlines:
        yield from ("", heading_of_headlines(edition).upper(), "")
        yield from (f"* {row.title} ({told_where(row)}) {row.url or ''}".rstrip() for row in edition.headlines)
    if edition.changes:
        yield from ("", "WHAT CHANGED IN THE RECORD", "")
        yield from (f"* {row.thing}: {row.field}, {row.before.text} -> {row.after.text}" for row in edition.changes)
    if edition.terms:
        yield from ("", f"Search terms of the week: {', '.join(term.text for term in edition.terms)}")
    yield from ("", "NOTES", "")
    for note, number in numbers.items():
        when = f", {day(note.published)}" if note.published else ""
        yield f"[{number}] {quoted(note)} {note.outlet}{when} {note.url or note.title}".rstrip()
    yield from ("", *(f"{way.text} {way.url}" for way in edition.subscribe))


def _telling(telling: Telling, numbers: Numbers, year: int) -> Iterator[str]:
    mark = "" if telling.mark == "new" else f" ({mark_in_words(telling.mark)})"
    yield f"{telling.headline.text}{mark}"
    yield " ".join(_with_numbers(sentence, numbers) for sentence in (*telling.sentences, *telling.background))
    if telling.excerpt:
        yield f"{quoted(telling.excerpt.note)} [{numbers[telling.excerpt.note]}]"
    yield from (_with_numbers(sentence, numbers) for sentence in telling.conflicts)
    if telling.note:
        yield f"Editor’s note: {telling.note}"
    if article := read_on(telling):
        yield " ".join(filter(None, ("Read on:", article.title, printed_by(telling, year), article.url)))


def _with_numbers(sentence: Sentence, numbers: Numbers) -> str:
    return "".join(run.text + (f" [{run.number}]" if run.number else "") for run in marked(sentence, numbers))
