"""A sentence cut where it starts to speak of something else: each part keeps the names and cues that stand in it."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator

from cellwire.claims.actors import name_groups
from cellwire.claims.gates import gated
from cellwire.claims.scene import Sentence, any_begins, tags_of
from cellwire.lexicon import PLANT, PLANTS, regex
from cellwire.model import Span

# each begins with a sign: quick to pass over
_CUT = regex(r"[;,\s](?:(?<=;)\s+|(?:(?<=,)\s+|(?<=\s)\s*)(?:while|whereas)\s+)")
_WHICH = gated(r",\s(?:which|who)\s")
# "would supply |new plants the carmaker B |is building with C in Ohio", "to serve |factories |being built there"
_SERVED = gated(
    rf"\b(?:suppl(?:y|ies|ying)|serv(?:e|es|ing)|feed(?:s|ing)?)\s(?P<plants>(?:[\w-]+\s){{0,6}}?(?:{PLANTS}|{PLANT})\s"
    r"[^,;]{0,60}?)\b(?:(?:is|are|was|were)\s(?:\w+ly\s|now\s)?)?"
    r"(?:building|constructing|planning|being (?:built|planned)|under construction)\b",
    re.I,
)
_HAS_VERB = ("facility_verb.", "supply.", "partnership.", "investment.", "technology.", "market.move")


def clauses(sentence: Sentence) -> Iterator[Sentence]:
    """The sentence where it tells one thing, else its parts; a part without an action or a name joins another."""
    if len(sentence.cues) > 1 and (served := _served(sentence)):
        yield from served
        return
    if apart := _titles_apart(sentence):
        yield from apart
        return
    if len(sentence.names) < 2 or len(sentence.cues) < 2:  # no two parts can each have a name and an action
        yield sentence
        return
    if relative := _relative(sentence):
        yield from relative
        return
    if two := _two_mishaps(sentence):
        yield from (part(sentence, span) for span in _spans(sentence, [sentence.span.start, two]))
        return
    if len(serial := [sentence.span.start, *_serial(sentence)]) > _SERIES:
        yield from (part(sentence, span) for span in _spans(sentence, serial))
        return
    if conceded := _conceded(sentence):
        yield from conceded
        return
    if nexts := _told_next(sentence):
        yield from (part(sentence, span) for span in _spans(sentence, [sentence.span.start, *nexts]))
        return
    cuts = [sentence.span.start, *_fronted(sentence)]
    for match in _CUT.finditer(sentence.text):
        at = sentence.span.start + match.end()
        told = at > cuts[-1] and _tells(sentence, cuts[-1], sentence.span.start + match.start())
        if told and _tells(sentence, at, sentence.span.end):
            cuts.append(at)
    if len(cuts) == 1:
        yield sentence
        return
    yield from (part(sentence, span) for span in _spans(sentence, cuts))


def _titles_apart(sentence: Sentence) -> tuple[Sentence, ...]:
    """The parts of a title with a semicolon, in each of which something is done: "Planners approve a store; Alder
    submits another"."""
    before, sign, behind = sentence.text.partition("; ")
    if not (sentence.headline and sign) or "; " in behind:
        return ()
    at = sentence.span.start + len(before) + len(sign)
    spans = _spans(sentence, [sentence.span.start, at])
    return tuple(part(sentence, span) for span in spans) if all(_acts(sentence, span) for span in spans) else ()


def _acts(sentence: Sentence, span: Span) -> bool:
    deeds = (cue for cue in sentence.cues if cue.form and span.holds(cue.span))
    moves = _MOVES.search(sentence.between(Span(span.start, span.start), Span(span.end, span.end)))
    return moves is None and any(any_begins(cue.tags, *_DEEDS) for cue in deeds)


# "Alder cuts its forecast; Birch |gains 7%|": what shares do is told of the first part's news
_MOVES = regex(r"\b(?:gains?|rises?|jumps?|surges?|climbs?|soars?|falls?|drops?|slips?|slides?|sinks?)\s\d[\d.]*\s?%")
_DEEDS = ("facility_verb.", "supply.", "partnership.", "investment.", "technology.", "policy.")


# "Just three days |after A signed| a contract with B, C announced"
_AFTER = regex(r"\W*(?:[\w-]+\s){0,4}?[Aa]fter\s(?=(?:the\s|its\s)?(?:[\w-]+\s){0,3}?[A-Z])")


def _fronted(sentence: Sentence) -> list[int]:
    """Where the news begins behind what went before it: both have somebody who does something."""
    match = _AFTER.match(sentence.text)
    comma = sentence.text.find(", ", match.end()) if match else -1
    while comma > 0:
        at = sentence.span.start + comma
        first = next((group for group in name_groups(sentence, sentence.names) if group.span.start >= at), None)
        near = first is not None and first.span.start <= at + _NEAR_COMMA
        if first and near and _ACTS.match(sentence.after(first.span.end, 30)):
            return [at + 2] if _tells(sentence, sentence.span.start, at) else []
        comma = sentence.text.find(", ", comma + 1)
    return []


_NEAR_COMMA = 40  # characters: "the carmaker A has"


def _spans(sentence: Sentence, cuts: list[int]) -> list[Span]:
    return [Span(start, end) for start, end in zip(cuts, [*cuts[1:], sentence.span.end], strict=True)]


_NEXT_BEFALLEN = regex(r"(?:,|\s)\s?(?:and\s|but\s|while\s|with\s)?(?:[a-z][\w-]*\s){0,2}$")
_SOON = 30  # characters between somebody and what befalls him


def _two_mishaps(sentence: Sentence) -> int | None:
    """Where the second begins of two that are befallen: "A lays off 135 people |and B| has filed for insolvency"."""
    struck = [cue for cue in sentence.cues if cue.form and any_begins(cue.tags, "incident.")]
    if len(struck) < _SERIES:
        return None
    for group in name_groups(sentence, sentence.names):
        at = group.span.start
        if group.lead not in {"", "with"} or group.names[0].referred or struck[0].span.end > at:
            continue
        befallen = next((cue for cue in struck if 0 < cue.span.start - group.span.end < _SOON), None)
        before = any(name.said.end < struck[0].span.start for name in sentence.names)
        if befallen and before and _NEXT_BEFALLEN.search(sentence.before(at, 40)):
            return at
    return None


_SERIES = 2  # clauses; of two alone the second may go on about the first
_NEXT_IN_LINE = regex(r",\s(?:and\s|but\s|while\s)?(?:[a-z][\w-]*\s){0,4}$")
_ACTS = regex(
    r"\s(?:also\s|now\s)?(?:has|have|had|is|are|was|were|will|would|plans?|wants?|says?|said|won|cut|bought|sold|broke|began"
    r"|(?!based|owned|backed|led)[a-z]{3,}ed)\s(?!by\b)"
)


def _serial(sentence: Sentence) -> list[int]:
    """Where a sentence that lists news begins the next: "A will build a plant, |B has opened one, and |C plans"."""
    if len(sentence.names) <= _SERIES or sentence.text.count(", ") < _SERIES:
        return []
    return [
        group.span.start
        for group in name_groups(sentence, sentence.names)
        if not group.lead
        and not group.names[0].referred
        and _NEXT_IN_LINE.search(sentence.before(group.span.start, 60))
        and _ACTS.match(sentence.after(group.span.end, 30))
        and _tells(sentence, sentence.span.start, group.span.start)
    ]


# a title tells of A in so many words before it goes on to B: "A |moves on stores in Italy|, B opens one"
_IN_WORDS = regex(r"(?:['’]s)?\s[^,;:]*\b[a-z][\w-]*\s[^,;:]*\w\s?$")
_AT_ONCE = 10  # characters between a name and what it does


def _told_next(title: Sentence) -> list[int]:
    """Where a title that tells of several goes on to the next: "A moves on stores in Italy, |B opens| one"."""
    if not title.headline or ", " not in title.text:
        return []
    found = name_groups(title, title.names)
    return [
        group.span.start
        for before, group in itertools.pairwise(found)
        if not (group.lead or group.names[0].referred)
        and title.before(group.span.start, 2) == ", "
        and _IN_WORDS.match(title.between(before.span, group.span).removesuffix(", "))
        and any(cue.form and 0 < cue.span.start - group.span.end < _AT_ONCE for cue in title.cues)
    ]


# "|Although| its first plant is still being built|, Alder| announced a second one"
_ALTHOUGH = regex(r"\W*(?:Although|Though|While|Whereas|Even (?:though|as|if))\s[^,]{10,200}(?P<comma>,\s)")


def _conceded(sentence: Sentence) -> tuple[Sentence, Sentence] | None:
    """What a sentence concedes before it tells its news."""
    match = _ALTHOUGH.match(sentence.text)
    if match is None:
        return None
    at, behind = (sentence.span.start + match.start("comma"), sentence.span.start + match.end("comma"))
    if not (_builds(sentence, sentence.span.start, at) and _builds(sentence, behind, sentence.span.end)):
        return None
    return part(sentence, Span(sentence.span.start, at)), part(sentence, Span(behind, sentence.span.end))


def _builds(sentence: Sentence, start: int, end: int) -> bool:
    named = any(start <= name.said.start and name.said.end <= end for name in sentence.names)
    return named and any(
        start <= cue.span.start and cue.span.end <= end and any_begins(cue.tags, "facility_verb.")
        for cue in sentence.cues
    )


def _served(sentence: Sentence) -> tuple[Sentence, ...]:
    """Plants that goods go to are another's: who builds them, where and with whom is told apart."""
    match = _SERVED.search(sentence.text, sentence.opened)
    if match is None:
        return ()
    start, plants, built = (sentence.span.start + at for at in (0, match.start("plants"), match.end("plants")))
    first, own = part(sentence, Span(start, built)), part(sentence, Span(plants, sentence.span.end))
    return (first, own) if own.names else (first,)


def _relative(sentence: Sentence) -> tuple[Sentence, Sentence] | None:
    """What "which" tells after several companions is the last one's own: "with A, B and C, which chose Florence"."""
    for match in _WHICH.finditer(sentence.text, sentence.opened):
        at = sentence.span.start + match.start()
        group = next((each for each in name_groups(sentence, sentence.names) if each.names[-1].said.end == at), None)
        if (
            group is None
            or not group.lead
            or len(group.names) < 2
            or not _tells(sentence, group.names[-1].said.start, sentence.span.end)
        ):
            continue
        own = Span(group.names[-1].said.start, sentence.span.end)
        return part(sentence, Span(sentence.span.start, at)), part(sentence, own)
    return None


def _tells(sentence: Sentence, start: int, end: int) -> bool:
    """Whether a stretch has somebody who does something."""
    named = any(start <= name.said.start and name.said.end <= end for name in sentence.names)
    return named and any(
        cue.form and start <= cue.span.start and cue.span.end <= end and any_begins(cue.tags, *_HAS_VERB)
        for cue in sentence.cues
    )


def part(sentence: Sentence, span: Span) -> Sentence:
    """The sentence cut to a stretch of it."""
    cues = tuple(cue for cue in sentence.cues if span.holds(cue.span))
    return Sentence(
        sentence.index,
        sentence.paragraph,
        sentence.block,
        span,
        sentence.text[span.start - sentence.span.start : span.end - sentence.span.start],
        cues,
        tuple(name for name in sentence.names if span.holds(name.said)),
        tuple(spot for spot in sentence.places if span.holds(spot.span)),
        tuple(spot for spot in sentence.countries if span.holds(spot.span)),
        tuple(spot for spot in sentence.products if span.holds(spot.span)),
        tuple(spot for spot in sentence.chemistries if span.holds(spot.span)),
        tags_of(cues),
        sentence.opened,
    )
