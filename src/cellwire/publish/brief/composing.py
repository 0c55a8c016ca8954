"""From a record and its stories to the week's edition."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from cellwire.db import Past, Week
from cellwire.model import Development, Document, Kind, Record, Story
from cellwire.publish.alerts.subject import of_development
from cellwire.publish.alerts.watch import Watch
from cellwire.publish.brief.background import background_of, elsewhere
from cellwire.publish.brief.doubting import doubt_beside, fuller_of, own_doubt
from cellwire.publish.brief.echoes import echo_of, without_borrowed
from cellwire.publish.brief.edition import (
    Edition,
    Excerpt,
    LeftOut,
    Reading,
    Sentence,
    Subscribe,
    Telling,
)
from cellwire.publish.brief.figures import bars_of, figures_of
from cellwire.publish.brief.gathering import matter_of
from cellwire.publish.brief.grouping import Ranked, chapters_of, spots_of
from cellwire.publish.brief.matter import Matter, Reply
from cellwire.publish.brief.news import is_stale, news_of
from cellwire.publish.brief.owners import is_among
from cellwire.publish.brief.quoting import cut, outlet_of, safe_url
from cellwire.publish.brief.ranking import rank, roughly
from cellwire.publish.brief.settings import BriefSettings
from cellwire.publish.brief.shelf import Shelf, lay_out
from cellwire.publish.brief.telling import tell_matter
from cellwire.publish.brief.terms import terms_of
from cellwire.publish.brief.week import past_at_hand

_QUOTED = {Kind.POLICY, Kind.MARKET, Kind.INCIDENT}
_AT_LEAST = 100  # stories beyond three for each printed one, before any is passed over unread


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
    return _edition(shelf, week.past, settings)


def edition(
    record: Record,
    stories: Sequence[Story],
    documents: Iterable[Document],
    developments: Iterable[Development],
    *,
    week_ending: date,
    settings: BriefSettings,
) -> Edition:
    """The same out of a whole archive that is at hand."""
    shelf = lay_out(record, stories, documents=documents, developments=developments, week_ending=week_ending)
    return _edition(shelf, past_at_hand(shelf), settings)


def _edition(shelf: Shelf, past: Past, settings: BriefSettings) -> Edition:
    ranked, left_out = _told(shelf, settings)
    chapters = chapters_of(ranked, shelf, past)
    kept = [row for row in ranked if row.telling.story not in settings.dropped]
    terms, counted = terms_of(shelf, past.texts, settings.terms)
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
        quiet=_quiet(shelf, settings) if not chapters else "",
        readings=_readings(shelf, {id for row in ranked for id in row.telling.developments}),
        left_out=(*left_out, *_unread(shelf)),
        subscribe=_subscribe(settings),
        spots=tuple(spots_of(kept, chapters)),
        bars=bars_of([row.matter for row in kept], shelf),
        sponsor=replace(settings.sponsor, url=safe_url(settings.sponsor.url)) if settings.sponsor else None,
    )


def _told(shelf: Shelf, settings: BriefSettings) -> tuple[list[Ranked], list[LeftOut]]:
    """Every story of the week, the weightiest first; each development once, in the weightiest story that has it."""
    of_week, light = _weightiest([story for story in shelf.stories if _in_week(story, shelf)], shelf, settings.stories)
    known = (matter for story in of_week if (matter := matter_of(story, shelf)))
    matters = [matter for matter in known if settings.watch is None or _watched(matter, shelf, settings.watch)]
    matters = [without_borrowed(matter, matters) for matter in matters]
    weighed = sorted(((*rank(matter), matter) for matter in matters), key=lambda row: (-row[0], row[2].story.id))
    doubts = {matter.story.id: own_doubt(matter, shelf) for matter in matters}
    sound = [matter for _, _, matter in weighed if not doubts[matter.story.id]]
    printed: set[str] = set()
    headlines: set[str] = set()
    answered: set[tuple[str, ...]] = set()
    ranked: list[Ranked] = []
    carriers: dict[str, set[str]] = {}
    left_out: dict[LeftOut, None] = {}
    for place, (score, because, matter) in enumerate(weighed):
        if len(ranked) == settings.stories:
            light += len(weighed) - place
            break
        echoed = echo_of(matter, (row.matter for row in ranked), shelf)
        again = printed & set(matter.developments) or echoed
        doubt = doubts[matter.story.id] or doubt_beside(matter, sound, shelf)
        if doubt:  # two stories never put each other in doubt
            sound = [other for other in sound if other is not matter]
        why = doubt or _told_already(matter, shelf, again=bool(again))
        telling = None if why else _telling(_unanswered(matter, answered), shelf, printed)
        if telling and telling.headline.text in headlines:
            why, telling = "another story has the same headline", None
        if telling:
            answered |= {_answer(reply) for reply in matter.replies}
            printed.update(telling.developments)
            headlines.add(telling.headline.text)
            left_out.update((row, None) for row in _unprinted(matter, telling))
            ranked.append(Ranked(matter, replace(telling, score=score, because=because), score, because))
            carriers.setdefault(matter.story.id, set()).update(_carriers(matter, shelf, also=matter))
        else:
            teller = echoed or fuller_of(matter, [row.matter for row in ranked], shelf)
            if teller:
                own = () if doubts[matter.story.id] else matter.developments
                carriers[teller.story.id] |= _carriers(teller, shelf, also=replace(matter, developments=own))
            why = why or "too little of it is borne out by a quote"
            left_out[LeftOut(_read_from(matter, shelf), why)] = None
    if light:
        left_out[LeftOut(f"{light} further stories", "they weigh less than those told")] = None
    return [_carried(row, carriers[row.matter.story.id], shelf) for row in ranked], list(left_out)


def _unprinted(matter: Matter, telling: Telling) -> Iterator[LeftOut]:
    """The values of a story that failed the check, without those that another of its texts bears out."""
    sentences = (*telling.sentences, *telling.conflicts)
    printed = {f"“{part.text}”" for sentence in sentences for part in sentence.parts if part.note}
    for row in matter.failed:
        if row.what not in printed:
            yield LeftOut(f"{row.what} in the story “{telling.headline.text}”", row.why)


_FIRST_WORDS = 16


def _read_from(matter: Matter, shelf: Shelf) -> str:
    """The source's own words: a headline of a story that is not trusted would say what nobody did."""
    document = shelf.documents[matter.lead.document]
    words = matter.lead.evidence.cut(document.text).split()
    more = " …" if len(words) > _FIRST_WORDS else ""
    return f"“{' '.join(words[:_FIRST_WORDS])}{more}” ({outlet_of(document)})"


def _told_already(matter: Matter, shelf: Shelf, *, again: bool) -> str:
    if is_stale(matter, shelf):
        return "nothing in it is new this week"
    return "told in another story" if again else ""


def _in_week(story: Story, shelf: Shelf) -> bool:
    return story.first_told <= shelf.last and story.last_told >= shelf.first


def _weightiest(stories: list[Story], shelf: Shelf, most: int) -> tuple[list[Story], int]:
    """Of a flood, those that weigh most by what their texts name, three for each that is printed; and how many not."""
    if len(stories) <= _AT_LEAST + 3 * most:
        return stories, 0
    rough = sorted(stories, key=lambda story: (-roughly(shelf.of_week(story), shelf), story.id))
    kept = {story.id for story in rough[: 3 * most]}
    return [story for story in stories if story.id in kept], len(stories) - len(kept)


def _watched(matter: Matter, shelf: Shelf, watch: Watch) -> bool:
    return any(watch.wants(of_development(shelf.developments[id])) for id in matter.developments)


def _unanswered(matter: Matter, answered: set[tuple[str, ...]]) -> Matter:
    """One answer to several stories of one report is told with the weightiest."""
    return replace(matter, replies=tuple(reply for reply in matter.replies if _answer(reply) not in answered))


def _answer(reply: Reply) -> tuple[str, ...]:
    return reply.who.value, *(part.note.quote for part in reply.said if part.note)


def _telling(matter: Matter, shelf: Shelf, printed: set[str]) -> Telling | None:
    told = tell_matter(matter)
    if told is None:
        return None
    news = news_of(_as_printed(matter, told.sentences), shelf)
    background = _untold(background_of(matter, shelf), news)
    extra: tuple[str, ...] = ()
    if not background and (found := elsewhere(matter, shelf, printed)):
        background, extra = (found[0],), (found[1],)
    return Telling(
        story=matter.story.id,
        mark=matter.mark,
        headline=told.headline,
        sentences=(*told.sentences[:1], *news, *told.sentences[1:]),
        conflicts=matter.conflicts,
        background=background,
        excerpt=_excerpt(matter, shelf) if matter.kind in _QUOTED else None,
        developments=(*matter.developments, *extra),
        things=tuple(sorted(shelf.things(matter.story.id))),
        outlets=1,
        origins=1,
    )


def _as_printed(matter: Matter, sentences: Sequence[Sentence]) -> Matter:
    """Without the figures and dates that no sentence has: they are no news to a reader."""
    printed = {(part.value, part.note) for sentence in sentences for part in sentence.parts if part.note}
    jobs = matter.jobs if matter.jobs and (matter.jobs.part.value, matter.jobs.part.note) in printed else None
    return replace(
        matter,
        capacity=tuple(told for told in matter.capacity if (told.part.value, told.part.note) in printed),
        money=tuple(told for told in matter.money if (told.part.value, told.part.note) in printed),
        dates=tuple(told for told in matter.dates if (told.part.value, told.part.note) in printed),
        jobs=jobs,
    )


def _untold(background: tuple[Sentence, ...], news: tuple[Sentence, ...]) -> tuple[Sentence, ...]:
    """Not the day that "new since the report of 2 December" has told."""
    days = {part.value for sentence in news for part in sentence.parts if part.what == "published"}
    return tuple(sentence for sentence in background if not days & {part.value for part in sentence.parts})


def _excerpt(matter: Matter, shelf: Shelf) -> Excerpt:
    """The words of the source, where no slot holds what the news is about."""
    document = shelf.documents[matter.lead.document]
    return Excerpt(cut(document, matter.lead.trigger or matter.lead.evidence, also=shelf.also(document)).note)


def _carriers(matter: Matter, shelf: Shelf, *, also: Matter) -> set[str]:
    """The documents of the week, of a story that tells the same, with words for what is told; and copies of them.

    One that the story has for something else is no witness: its words are trusted, or name all the companies told.
    """
    documents = {
        dev.document for dev in shelf.of_week(also.story) if dev.id in also.developments or _names(dev, matter)
    }
    origins = {shelf.origin(id) for id in documents}
    known = (shelf.documents[member] for member in also.story.documents if member in shelf.documents)
    copies = (document for document in known if shelf.origin(document.id) in origins)
    return {document.id for document in copies if shelf.in_week(shelf.told_on(document))} | documents


def _names(dev: Development, matter: Matter) -> bool:
    named = {party.id for party in dev.parties}
    told = {told.value.id for told in matter.parties}
    return dev.kind is matter.kind and bool(told) and all(is_among(id, named) for id in told)


def _carried(row: Ranked, documents: set[str], shelf: Shelf) -> Ranked:
    """With the outlets that carry it, and how many of them have a text of their own; those of its echoes too."""
    of_origin: dict[str, set[str]] = {}
    for id in documents:
        of_origin.setdefault(shelf.origin(id), set()).add(outlet_of(shelf.documents[id]))
    outlets = len(set().union(*of_origin.values()))
    copied = any(len(carriers) > 1 for carriers in of_origin.values())
    return replace(row, telling=replace(row.telling, outlets=outlets, origins=min(outlets - copied, len(of_origin))))


def _quiet(shelf: Shelf, settings: BriefSettings) -> str:
    """Why there is nothing to report: nothing read, nothing on the watch list, or nothing that could be printed."""
    if not shelf.week_documents():
        return "No article of this week is in the record."
    if settings.watch:
        return f"No story of this week is on the watch list {settings.watch.name}."
    return "The articles read for this week tell of nothing that the brief could print with its source."


def _title(ranked: list[Ranked]) -> str:
    """The week's two main headlines."""
    texts = list(dict.fromkeys(row.telling.headline.text for row in ranked))[:2]
    return "; ".join(texts) if texts else "A quiet week"


def _readings(shelf: Shelf, developments: set[str]) -> tuple[Reading, ...]:
    used = {shelf.developments[id].document for id in developments}
    by_outlet: dict[str, list[str]] = {}
    for document in shelf.week_documents():
        by_outlet.setdefault(outlet_of(document), []).append(document.id)
    rows = [Reading(outlet, len(ids), sum(id in used for id in ids)) for outlet, ids in by_outlet.items()]
    return tuple(sorted(rows, key=lambda row: (-row.used, -row.documents, row.outlet.lower())))


def _unread(shelf: Shelf) -> list[LeftOut]:
    """Articles of the week without news, and stretches that are adverts or lists of links."""
    told = {shelf.origin(document) for document in shelf.told_in}
    silent = [document for document in shelf.week_documents() if shelf.origin(document.id) not in told]
    week = (shelf.developments[id] for document in shelf.of_week_ids for id in shelf.told_in.get(document, ()))
    adverts = [dev for dev in week if not shelf.is_news(dev)]
    rows = [LeftOut(f"“{document.title}” ({outlet_of(document)})", "nothing was read from it") for document in silent]
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
