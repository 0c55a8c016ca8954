"""The table of what the week changed in the record: the comparison's lines, as far as quotes bear them out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace

from msgspec import structs

from cellwire.model import (
    STOPPED,
    Citation,
    Development,
    Document,
    Modality,
    RecordChange,
    Rung,
    Status,
    Value,
)
from cellwire.publish.brief.belonging import strange_citation
from cellwire.publish.brief.check import borne_out
from cellwire.publish.brief.composing.figures import changed
from cellwire.publish.brief.doubting import floor, opening_of
from cellwire.publish.brief.edition import (
    FIELDS,
    UNNAMED,
    Change,
    Edition,
    LeftOut,
    Part,
    Sentence,
    Telling,
    in_first_words,
    note_of,
    status_in_words,
    why_no_name,
)
from cellwire.publish.brief.holdings import under_one_name, yet_to_come
from cellwire.publish.brief.matter import Mode, mode_of
from cellwire.publish.brief.wording import amount_part, cues, date_part, jobs_part, sum_part

NEW_ENTRY = Part("new in the record")
NOTHING = Part("not told before")
_ENDS = {"closed", "cancelled", "mothballed", "paused", "shelved", "terminated"}
_BEGUN = {"permitted", "construction", "commissioning", "operating"}
_GROWING = {"announced", "permitted", "construction"}
_ORDER = ("facility", "deal")
_BOUGHT = re.compile(r" (?:buys?|sells?) ([^,;]*\bprojects?\b.*)$")
_BUILT = re.compile(r" completes? ")  # what is built does not run yet
_PLAIN = {"plant", "battery plant", "battery plants"}
_GOODS_MADE = re.compile(r" \((?![^()]*\b(?:plant|line|phase|project))[^()]*\)")  # "(storage)", not "(third plant)"
_GOODS = re.compile(r" \([^()]*\)$")


def with_changes(
    edition: Edition,
    changes: Iterable[RecordChange],
    documents: Iterable[Document],
    developments: Iterable[Development],
    *,
    most: int,
    told_only: bool = False,
) -> Edition:
    """Plants before deals, each in the order of names, a change of state before values; `most` lines are printed.

    Of a watch list's brief those alone that its stories tell of (`told_only`).
    """
    by_id = {document.id: document for document in under_one_name(documents)}
    read = {development.id: development for development in developments}
    tellings = [telling for item in edition.items() for telling in item.tellings]
    told_of = {id: telling for telling in tellings for id in telling.developments}
    about = {id: telling for telling in tellings for id in telling.things}
    # what was told before the week is no news, though a later text gave its entry another name
    known = [change for change in changes if change.entry in _ORDER and _field(change) and change.said >= edition.first]
    ordered = sorted(known, key=lambda change: (_ORDER.index(change.entry), change.name, change.field != "status"))
    rows: dict[Change, str] = {}  # by the story that tells it
    failed: list[LeftOut] = []
    for change in ordered:
        telling = told_of.get(change.citation.development) or about.get(change.id)
        if telling is None and (told_only or change.citation.development in read):
            continue  # what the brief does not tell, its table does not either
        row = _row(change, by_id, edition.last.year, read.get(change.citation.development))
        if why := _strange(change, read, by_id):
            row = LeftOut(_what(change), why)
        if isinstance(row, LeftOut):
            failed.append(row)
        elif row.before.text != row.after.text:
            rows[_as_told(row, telling, change.entry) if telling else row] = telling.story if telling else ""
    told = _once_each(rows)
    return replace(
        edition,
        changes=told[:most],
        changes_more=max(0, len(told) - most),
        figures=changed(edition.figures, told),
        left_out=tuple(dict.fromkeys((*edition.left_out, *failed))),
    )


def _once_each(rows: Mapping[Change, str]) -> tuple[Change, ...]:
    """Two entries that one story tells of make one line, though the record has another name or goods for the one."""
    met = {
        (_bare(row.thing) if story else row.thing, story, row.field, row.before.text, row.after.text): row
        for row, story in reversed(list(rows.items()))
    }
    # nor do two that read alike: who raised money is told once, though two stories tell of it
    alike = {(row.thing, row.field, row.before.text, row.after.text): row for row in met.values()}
    return tuple(reversed(alike.values()))


def _bare(thing: str) -> str:
    return _GOODS.sub("", thing.partition(": ")[0])


def _strange(change: RecordChange, read: dict[str, Development], documents: dict[str, Document]) -> str:
    """Neither what is told now nor what was told before may be another thing's; an end has to be told as one."""
    teller = read.get(change.citation.development)
    if teller and teller.background and change.entry == "deal":
        return "its words tell of what was done before"
    if teller and change.after in _ENDS and teller.stage not in STOPPED:
        return "its words tell of another step"
    if teller and _is_end_of_nothing(change, teller):
        return "its words tell of an end"
    if teller and change.after in _BEGUN and teller.modality is not Modality.ASSERTED:
        return "its words tell of a plan"
    document = documents.get(teller.document) if teller else None
    if teller and document and change.after in _BEGUN and yet_to_come(teller, document):
        return "its words tell of a plan, and it was read as done"
    if teller and teller.confidence < floor("confidence") and not (document and _opens(teller, document)):
        return f"read with too little certainty ({teller.confidence:.2f})"
    if teller and teller.exactness < _exact_enough(change):
        return f"too unsure who does what there ({teller.exactness:.2f})"
    if teller and change.entry == "deal" and _has_false_name(teller, documents):
        return "one of its names is none"
    cited = ((change.new, change.citation), (change.old, change.old_citation))
    asked = (
        strange_citation(value.when or value.number, each, read.get(each.development), documents.get(each.document))
        for value, each in cited
        if value and each
    )
    return next(filter(None, asked), "")


def _is_end_of_nothing(change: RecordChange, teller: Development) -> bool:
    """Plans that are reported to be shelved, of a plant that was not told before, are no rumour of a plant."""
    new = change.entry == "facility" and change.field == "status" and change.before is None
    return new and teller.stage in STOPPED and change.after not in _ENDS


def _exact_enough(change: RecordChange) -> float:
    """What a new entry or a new status needs; a value that a known plant gets is borne by words of its own."""
    if change.field != "status":
        return 0.0
    return floor("exactness" if change.before is None else "agreed")


def _opens(teller: Development, document: Document) -> bool:
    return teller.told_at.start < opening_of(document)


def _has_false_name(teller: Development, documents: dict[str, Document]) -> bool:
    document = documents.get(teller.document)
    return document is not None and any(why_no_name(party, document) for party in teller.parties)


def _as_told(row: Change, telling: Telling, entry: str) -> Change:
    """A plant goes by the names its headline has: whose it is, and where; a deal by its partners'.

    Of a round that the headline tells of its taker alone, one of its backers is no side of it alone.
    """
    names = list(dict.fromkeys(part.text for part in telling.headline.parts if part.what == "name"))
    if entry == "deal":
        row = _not_agreed(row) if telling.planned else row
        row = _handed_over(row) if _DELIVERS.search(telling.headline.text) else row
        sort = row.thing.rpartition(": ")[2]
        sort = sort.replace("(storage)", "(solar and storage)") if _SUN_TOO in telling.headline.text else sort
        # who buys a project takes no firm over
        if bought := _BOUGHT.search(telling.headline.text):
            names = [*names[:1], bought[1]]
        return replace(row, thing=f"{' – '.join(names)}: {sort}") if names else row
    if telling.planned and row.after.value in _ENDS:
        row = replace(row, after=replace(row.after, text=f"to be {row.after.text}"))
    if _BUILT.search(telling.headline.text) and row.after.value == Status.OPERATING:
        row = replace(row, after=replace(row.after, text="completed"))
    places = [part.text for part in telling.headline.parts if part.what == "place"]
    kind = re.search(r" \([^)]*\)(?:, [^,]+)?$", row.thing)
    thing = f"{' / '.join(names)}, {places[0]}{kind[0] if kind else ''}" if names and places else row.thing
    return replace(row, thing=_with_what_it_is(thing, telling.headline))


_SUN_TOO = "solar and battery storage"
_DELIVERS = re.compile(r"\bdelivers? ")


def _handed_over(row: Change) -> Change:
    """ "Voltara: delivery (storage)" is made, and not agreed on."""
    if row.after.value != Rung.BINDING:
        return row
    thing = row.thing.replace(": supply agreement", ": delivery")
    return replace(row, thing=thing, after=replace(row.after, text="delivered"))


def _not_agreed(row: Change) -> Change:
    """What the story tells as a plan, its line does too."""
    agreed = row.after.value == Rung.BINDING
    return replace(row, after=replace(row.after, text="planned")) if agreed else row


def _with_what_it_is(thing: str, headline: Sentence) -> str:
    """ "Voltara, Ridgely (lithium project)", in the words of the headline; what is made in a battery plant is plain."""
    nouns = [_running(part.text) for part in headline.parts if part.what == "product"]
    made = f" ({nouns[0]})" if nouns and nouns[0] not in _PLAIN else ""
    goods = _GOODS_MADE.search(thing) if nouns else None
    if goods:
        return f"{thing[: goods.start()]}{made}{thing[goods.end() :]}"
    return f"{thing}{made}" if "(" not in thing else thing


def _running(noun: str) -> str:
    """Without the capital of a heading that begins with it; "LFP plant" keeps its own."""
    return noun[:1].lower() + noun[1:] if noun[1:2].islower() else noun


def _row(
    change: RecordChange, documents: dict[str, Document], year: int, teller: Development | None
) -> Change | LeftOut:
    name, field = _name(change), _field(change)
    after = _after(change, documents, year, teller)
    if borne_out(after):
        return LeftOut(_what(change), "the quote does not bear it out")
    return Change(name, field, _before(change, documents, year), after, change.size)


def _what(change: RecordChange) -> str:
    """A state in the source's words: that a plant with a name is "closed" is not to stand where nobody said so."""
    if change.field.startswith("status"):
        return in_first_words(change.citation.quote, change.citation.outlet or UNNAMED)
    return f"“{change.after}” as {_field(change).lower()} of {_name(change)}"


def _name(change: RecordChange) -> str:
    phase = re.search(r"\((.+)\)$", change.field)
    return f"{change.name}, {phase[1]}" if phase and phase[1] not in change.name else change.name


def _field(change: RecordChange) -> str:
    return FIELDS.get(change.field.partition(" (")[0], "")


def _after(change: RecordChange, documents: dict[str, Document], year: int, teller: Development | None) -> Part:
    if change.new is not None:
        return _value(change.new, change.citation, documents, year)
    note, status = note_of(change.citation, documents), _status(change, teller)
    named = cues("approvals", note.quote) if change.after == "permitted" else []
    if len(named) == 1:
        ours, pattern, _ = named[0]
        return Part(ours, note, "cue", pattern)
    grows = teller is not None and teller.rule == "facility.expand" and change.after in _GROWING
    return Part(f"enlargement {status}" if grows else status, note, "stage", change.after)


def _status(change: RecordChange, teller: Development | None) -> str:
    """Nothing is called a rumour that its own company weighs."""
    if teller and change.after == Status.RUMOURED:
        return "reported" if mode_of(teller) is Mode.REPORTED else "considered"
    return status_in_words(change.after, of=change.name)


def _before(change: RecordChange, documents: dict[str, Document], year: int) -> Part:
    """What was told before; a value whose old quote does not bear it out is printed without a note, as the record's."""
    if change.before is None:
        return NEW_ENTRY if change.field == "status" else NOTHING
    if change.old is None or change.old_citation is None:
        return Part(status_in_words(change.before, of=change.name))
    part = _value(change.old, change.old_citation, documents, year)
    return NOTHING if borne_out(part) else part


def _value(value: Value, citation: Citation, documents: dict[str, Document], year: int) -> Part:
    """An amount whose quote leaves the year to be understood is printed without it."""
    part = _printed(value, citation, documents, year)
    if value.unit and value.unit.endswith("/yr") and borne_out(part):
        return _printed(structs.replace(value, unit=value.unit.removesuffix("/yr")), citation, documents, year)
    return part


def _printed(value: Value, citation: Citation, documents: dict[str, Document], year: int) -> Part:
    note = note_of(citation, documents)
    if value.when:
        return date_part(value.when, value.part, note, now=year)
    if value.number is None:
        return Part(value.text, note, "chemistry", value.text)
    if value.unit in (None, "jobs"):
        return jobs_part(int(value.number), value.qualifier, note)
    is_sum = len(value.unit) == 3 and value.unit.isupper()
    return (sum_part if is_sum else amount_part)(value.number, value.unit, value.qualifier, note)
