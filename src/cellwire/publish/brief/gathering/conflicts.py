"""Figures that cannot both be right, side by side with who says which."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Any

from cellwire.model import Capacity, Dated, DateWhat, Jobs, Money, Qualifier
from cellwire.publish.brief.edition import Note, Part, Sentence
from cellwire.publish.brief.gathering.picking import Choice
from cellwire.publish.brief.matter import Told
from cellwire.publish.brief.wording import listed

_A_MONTH = 31  # days
_DATES = {
    DateWhat.EVENT: "the date",
    DateWhat.CONSTRUCTION_START: "when construction starts",
    DateWhat.PRODUCTION_START: "when production starts",
    DateWhat.FULL_CAPACITY: "when full capacity is reached",
    DateWhat.COMPLETION: "when it is completed",
    DateWhat.DELIVERY_START: "when deliveries start",
    DateWhat.TERM: "how long it runs",
}


def disagreements(
    *,
    capacity: Sequence[Choice[Capacity]],
    money: Sequence[Choice[Money]],
    jobs: Sequence[Choice[Jobs]],
    dates: Sequence[Choice[Dated]],
) -> tuple[Sentence, ...]:
    """One sentence for each slot on which texts of different origin contradict each other."""
    told = [
        *(_sides("capacity", choice, _amounts_agree) for choice in capacity if _one_each(choice)),
        *(_sides("the sum", choice, _sums_agree) for choice in _disputed_sums(money)),
        *(_sides("the number of jobs", choice, _amounts_agree) for choice in jobs),
        *(_sides(_DATES[_what(choice)], choice, _dates_agree) for choice in dates if choice.told),
    ]
    return tuple(sentence for sentence in (*told, _in_currencies(money)) if sentence)


def _disputed_sums(money: Sequence[Choice[Money]]) -> list[Choice[Money]]:
    """One dispute is told once: texts that turn their euros into dollars do not differ on the dollars as well."""
    found = [
        choice
        for choice in money
        if _one_each(choice)
        and not _turned(choice, money)
        and len(_different(choice, _sums_agree)) > 1
        and not _of_other_spans(choice)
    ]
    told: set[str] = set()
    kept = []
    for choice in sorted(found, key=lambda choice: -len(choice.all)):
        texts = {side.part.note.document for side in _different(choice, _sums_agree) if side.part.note}
        if not texts <= told:
            kept.append(choice)
        told |= {side.part.note.document for side, _ in choice.all if side.part.note}
    return kept


def disputed_dates(dates: Sequence[Choice[Dated]]) -> frozenset[DateWhat]:
    """Dates on which texts contradict each other; the day of the event itself stays in its sentence."""
    disputed = {_what(choice) for choice in dates if choice.told and len(_different(choice, _dates_agree)) > 1}
    return frozenset(disputed - {DateWhat.EVENT})


def open_sums(money: Sequence[Choice[Money]]) -> bool:
    """Whether texts contradict each other on the sum, and no figure has most of them: then none is told as the sum."""
    return any(not _has_most(choice) for choice in _disputed_sums(money))


def _has_most(choice: Choice[Money]) -> bool:
    assert choice.told
    origins = {origin for _, origin in choice.all}
    own = {origin for told, origin in choice.all if told.value.amount == choice.told.value.amount}
    return len(own) > 2 * len(origins - own)


def _in_currencies(money: Sequence[Choice[Money]]) -> Sentence | None:
    """One sum that texts of different origin give in different currencies: no rate makes them one figure."""
    single = [
        choice for choice in money if choice.told and len(choice.all) == len({origin for _, origin in choice.all})
    ]
    origins = [origin for choice in single for _, origin in choice.all]
    if len(single) < 2 or len(single) < len(money) or len(origins) > len(set(origins)):
        return None
    return _sentence("The sum is given in different currencies", [[choice.told] for choice in single if choice.told])


def _what(choice: Choice[Dated]) -> DateWhat:
    assert choice.told
    return choice.told.value.what


def _one_each(choice: Choice[Any]) -> bool:
    """Several values in one text are of several things; only texts with one value each can contradict each other."""
    texts = [told.part.note.document for told, _ in choice.all if told.part.note]
    return len(texts) == len(set(texts))


# "In |the second quarter|", "|so far this year|": how long it took to spend a sum
_SPAN = re.compile(
    r"\b(?:(?:first|second|third|fourth|last) (?:quarter|half)|Q[1-4]\b|H[12]\b|so far|year to date|in 20\d\d)",
    re.IGNORECASE,
)


def _of_other_spans(choice: Choice[Money]) -> bool:
    """Whether each text gives its sum for a span of time, and not all for the same: a quarter's is no half-year's."""
    quotes = [told.part.note.quote for told, _ in choice.all if told.part.note]
    spans = [frozenset(found.lower() for found in _SPAN.findall(quote)) for quote in quotes]
    return all(spans) and len(set(spans)) > 1


_RATES = 0.05  # by which two texts' rates of exchange may differ


def _turned(choice: Choice[Money], money: Sequence[Choice[Money]]) -> bool:
    """Whether a text has its sum in another currency as well: sums that are nearly alike are one at two rates.

    "$7 billion" beside another text's "C$7 billion" is of those dollars.
    """
    texts = {told.part.note.document for told, _ in choice.all if told.part.note}
    others = [told for other in money if other is not choice for told, _ in other.all]
    elsewhere = {told.value.amount for told in others}
    sums = [told.value.amount for told, _ in choice.all if told.value.amount not in elsewhere]
    alike = bool(sums) and max(sums) - min(sums) <= _RATES * max(sums)
    return alike and any(told.part.note and told.part.note.document in texts for told in others)


def _sides(what: str, choice: Choice[Any], agree: Callable[[Any, Any], bool]) -> Sentence | None:
    sides = _different(choice, agree)
    alike = [_alike(side, choice) for side in sides[:3]]
    return _sentence(f"Sources differ on {what}", alike) if _are_two_outlets(alike) else None


def _are_two_outlets(sides: Sequence[Sequence[Told[Any]]]) -> bool:
    """Not one outlet's own later word, or slip: no outlet may stand on two sides."""
    outlets = [{told.part.note.outlet for told in tellers if told.part.note} for tellers in sides]
    return len(sides) > 1 and len(set().union(*outlets)) == sum(map(len, outlets))


def _alike(side: Told[Any], choice: Choice[Any]) -> list[Told[Any]]:
    """The side, and the others that have its very figure, one an origin."""
    same = {origin: told for told, origin in reversed(choice.all) if told.part.value == side.part.value}
    return [side, *(told for told in reversed(same.values()) if told.part.note != side.part.note)]


def _different(choice: Choice[Any], agree: Callable[[Any, Any], bool]) -> list[Told[Any]]:
    """One value a text of its own, as long as it agrees with none before it."""
    sides: list[tuple[Told[Any], str]] = []
    for told, origin in choice.all:
        if isinstance(told.value, Dated) and _is_unclear(told):
            continue  # one text's day of the telling and another's day to come, or quarter, are no contradiction
        if not any(agree(told.value, other.value) or origin == known for other, known in sides):
            sides.append((told, origin))
    return [told for told, _ in sides]


def _is_unclear(told: Told[Dated]) -> bool:
    return _still_ahead(told) or _is_a_season(told) or _is_the_telling(told) or _is_a_weekday(told)


def _is_a_weekday(told: Told[Dated]) -> bool:
    """ "On Thursday" is a day only beside the day of its text: a slip, or a text from the other side of the world."""
    day = told.value.date
    event, note = told.value.what is DateWhat.EVENT and day.to_the_day, told.part.note
    return bool(event and note and not re.search(rf"(?<!\d){day.first.day}(?!\d)", note.quote))


def _still_ahead(told: Told[Dated]) -> bool:
    note = told.part.note
    return bool(told.value.what is DateWhat.EVENT and note and note.published and told.value.date.last > note.published)


def _is_the_telling(told: Told[Dated]) -> bool:
    """A start on the very day of the text is what was announced, where another text has one to come."""
    note = told.part.note
    scheduled = told.value.what not in (DateWhat.EVENT, DateWhat.TERM)
    return bool(scheduled and told.value.date.to_the_day and note and note.published == told.value.date.first)


def _is_a_season(told: Told[Dated]) -> bool:
    """A quarter of a company's reports, or a year, is no day of an event."""
    return told.value.what is DateWhat.EVENT and (told.value.date.last - told.value.date.first).days > _A_MONTH


_NAMED = 2  # outlets a side


def _sentence(opening: str, sides: Sequence[Sequence[Told[Any]]]) -> Sentence:
    """ "Sources differ on capacity: Outlet A says 12 GWh a year, Outlet B and Outlet C say 15 GWh a year."."""
    parts = [Part(f"{opening}: ")]
    for place, tellers in enumerate(sides):
        notes = {told.part.note.outlet: told.part.note for told in reversed(tellers) if told.part.note}
        notes = {outlet: notes[outlet] for outlet in [told.part.note.outlet for told in tellers if told.part.note]}
        named = [_outlet(note) for note in notes.values()] if len(notes) > 1 else [Part(_in_short(next(iter(notes))))]
        parts.append(Part(", " if place else ""))
        parts.extend(listed(named[:_NAMED]) if len(named) <= _NAMED else (*listed(named[:1]), Part(" and others")))
        parts.extend([Part(" say " if len(named) > 1 else " says "), tellers[0].part])
    return Sentence((*(part for part in parts if part.text), Part(".")))


def _outlet(note: Note) -> Part:
    """With its own footnote, where its name is printed whole."""
    short = _in_short(note.outlet)
    return Part(short, note, "outlet", short) if short == note.outlet else Part(short)


_OPEN_END = {"of", "the", "and", "for", "&", "in", "de", "-", "–"}
_SHORT = 4  # words


def _in_short(outlet: str) -> str:
    """Four words of an outlet's name at most, and no "of" at their end."""
    words = outlet.split()[:_SHORT]
    while len(words) > 1 and words[-1].casefold() in _OPEN_END:
        words.pop()
    return " ".join(words)


_APART = 4  # times: figures so far apart are of a part and of the whole


def _amounts_agree(one: Capacity | Jobs, other: Capacity | Jobs) -> bool:
    return _of_more(one.value, other.value) or _compatible(one.value, one.qualifier, other.value, other.qualifier)


def _sums_agree(one: Money, other: Money) -> bool:
    return _of_more(one.amount, other.amount) or _compatible(one.amount, one.qualifier, other.amount, other.qualifier)


def _of_more(one: float, other: float) -> bool:
    """Whether the one is a part and the other the whole."""
    return max(one, other) >= _APART * min(one, other)


def _dates_agree(one: Dated, other: Dated) -> bool:
    """Between two days of one piece of news may lie a night: half the world is a day ahead."""
    apart = abs((one.date.first - other.date.first).days)
    day = one.what is DateWhat.EVENT and all(dated.date.to_the_day for dated in (one, other))
    return one.date.agrees(other.date) or (day and apart < 2)


def _compatible(one: float, said: Qualifier, other: float, also: Qualifier) -> bool:
    """Whether both can hold: "more than 10" and 12 can, 12 and 15 cannot, "about 12" and 12.5 can."""
    if _is_rounded(one, other) or _is_rounded(other, one):
        return True  # "$233 million" is how another writes $233.2 million
    if Qualifier.ABOUT in (said, also):
        return abs(one - other) <= 0.1 * max(one, other)
    lower, higher = (said, also) if one < other else (also, said)
    return lower is Qualifier.AT_LEAST or higher in (Qualifier.UP_TO, Qualifier.UNDER)


def _is_rounded(coarse: float, fine: float) -> bool:
    """Whether one is the other with as many digits as it has itself, two at least: 3.7 of 3.74, not 5 of 5.2."""
    digits, _, power = f"{coarse:.9e}".partition("e")
    step = 10.0 ** (int(power) + 1 - max(2, len(digits.replace(".", "").rstrip("0"))))
    return abs(fine - coarse) <= step / 2  # half a step goes up or down: both 2.1 and 2.2 of 2.15
