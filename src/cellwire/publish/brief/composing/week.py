"""From a record and its stories to the week's edition."""

from __future__ import annotations

from dataclasses import replace

from cellwire.db import Week
from cellwire.model import Kind
from cellwire.publish.brief.composing.figures import bars_of, figures_of
from cellwire.publish.brief.composing.terms import terms_of
from cellwire.publish.brief.edition import UNREAD, Edition, LeftOut, Reading, Subscribe, outlet_of
from cellwire.publish.brief.holdings import Shelf, lay_out
from cellwire.publish.brief.matter import Matter, Mode, companies_of
from cellwire.publish.brief.sifting import BriefSettings, Ranked, chapters_of, sift, spots_of
from cellwire.publish.taming import safe_url


def edition_of(week: Week, settings: BriefSettings) -> Edition:
    """The seven days that end on the week's last, as the record and the texts of the week tell them.

    The table of changes is put in by `with_changes`: comparing two states of the record is the record's business.
    """
    shelf = lay_out(
        week.record,
        week.stories,
        documents=week.documents,
        developments=week.developments,
        week_ending=week.last,
    )
    sifted = sift(shelf, settings)
    shelf, ranked = sifted.shelf, sifted.ranked
    chapters = chapters_of(ranked, shelf, week.past)
    kept = [row for row in ranked if row.telling.story not in settings.dropped]
    terms, counted = terms_of(shelf, week.past.texts, settings.terms) if chapters else ((), "")
    return Edition(
        name=f"{settings.name}: {settings.watch.name}" if settings.watch else settings.name,
        title=_title(ranked),
        first=shelf.first,
        last=shelf.last,
        figures=figures_of([row.matter for row in kept], shelf),
        changes=(),
        changes_more=0,
        chapters=chapters,
        terms=terms,
        terms_counted=counted,
        quiet=_quiet(shelf, settings, headed=bool(sifted.headlines)) if not chapters else "",
        readings=_readings(shelf, sifted.standing),
        headlines=sifted.headlines,
        left_out=(*sifted.left_out, *_unread(shelf)),
        untold=sifted.untold,
        subscribe=_subscribe(settings),
        spots=tuple(spots_of(kept, chapters)),
        bars=bars_of([row.matter for row in kept], shelf),
        sponsor=replace(settings.sponsor, url=safe_url(settings.sponsor.url)) if settings.sponsor else None,
    )


def _quiet(shelf: Shelf, settings: BriefSettings, *, headed: bool) -> str:
    """Why there is no story: nothing read, nothing on the watch list, or nothing that could be told surely."""
    if not shelf.week_documents():
        return "No article of this week is in the record."
    if settings.watch:
        return f"No story of this week is on the watch list {settings.watch.name}."
    told = "No story could be told surely enough from this week’s articles"
    return f"{told}; the headlines of those on batteries follow." if headed else f"{told}."


def _title(ranked: list[Ranked]) -> str:
    """The two main headlines of those that say most plainly what happened, of two companies where there are."""
    ranked = [row for row in ranked if _says_who_and_where(row.matter)] or ranked
    others = [row for row in ranked if not companies_of(row.matter) & companies_of(ranked[0].matter)]
    texts = list(dict.fromkeys(row.telling.headline.text for row in (*ranked[:1], *others, *ranked)))[:2]
    return "; the ".join("; ".join(texts).split("; The ")) if texts else "No story this week"


def _says_who_and_where(matter: Matter) -> bool:
    """A plan that is only weighed, and a plant that is nobody's or nowhere, are no week's main news; a fire may be."""
    where = matter.place or matter.country
    placed = matter.parties and where if matter.kind is Kind.FACILITY else matter.parties or where
    return bool(placed) and matter.mode not in {Mode.CONSIDERING, Mode.UNDECIDED, Mode.CONDITIONAL}


def _readings(shelf: Shelf, standing: frozenset[str]) -> tuple[Reading, ...]:
    """An article is used where a story or a headline tells its news, whether it rests on this article or on another."""
    by_outlet: dict[str, list[bool]] = {}
    for documents in shelf.articles():
        by_outlet.setdefault(outlet_of(documents[0]), []).append(documents[0].id in standing)
    rows = [Reading(outlet, len(articles), sum(articles)) for outlet, articles in by_outlet.items()]
    return tuple(sorted(rows, key=lambda row: (-row.used, -row.documents, row.outlet.lower())))


def _unread(shelf: Shelf) -> list[LeftOut]:
    """Articles of the week without news, and stretches that are adverts or lists of links."""
    told = {shelf.origin(document) for document in shelf.told_in}
    silent = [document for document in shelf.week_documents() if shelf.origin(document.id) not in told]
    week = (shelf.developments[id] for document in shelf.of_week_ids for id in shelf.told_in.get(document, ()))
    adverts = [dev for dev in week if not shelf.is_news(dev)]
    rows = [LeftOut(f"“{document.title}” ({outlet_of(document)})", UNREAD) for document in silent]
    rows.extend(LeftOut(f"“{dev.quote[:80]}”", "stands in an advert or a list of links") for dev in adverts)
    return rows


def _subscribe(settings: BriefSettings) -> tuple[Subscribe, ...]:
    """The ways that the settings name; none where they name none."""
    mailbox = settings.mail if settings.mail and _is_mail(settings.mail) else None
    ways = [
        ("Follow the feed", safe_url(settings.feed)),
        (f"Write to {mailbox} to get the brief by mail", f"mailto:{mailbox}" if mailbox else None),
        ("Read earlier editions", safe_url(settings.page)),
    ]
    return tuple(Subscribe(text, url) for text, url in ways if url)


def _is_mail(address: str) -> bool:
    name, at, host = address.partition("@")
    return bool(name and at and "." in host) and not any(char in address for char in " <>\"'?&\r\n")
