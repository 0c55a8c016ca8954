"""A sentence cut where it starts to speak of something else: each part keeps the names and cues that stand in it."""

from __future__ import annotations

from collections.abc import Iterator

from cellwire.claims.actors.groups import name_groups
from cellwire.claims.gates import gated
from cellwire.claims.scene import Sentence, any_begins, tags_of
from cellwire.lexicon import regex
from cellwire.model import Span

_CUT = regex(
    r"[;,\s](?:(?<=;)\s+|(?:(?<=,)\s+|(?<=\s)\s*)(?:while|whereas)\s+"  # each begins with a sign: quick to pass over
    r"|(?<=,)\s+(?:but\s+|(?:and|with)\s+(?=(?:the\s)?[A-Z])|following\s+|when\s+(?=(?:it|they|the company)\s))"
    r"|(?<=\s)[-–—]\s)"
)
_DASH = regex(r"\s[-–—]\s")
_WHICH = gated(r",\s(?:which|who)\s")
_HAS_VERB = ("facility_verb.", "supply.", "partnership.", "investment.", "technology.", "market.move")


def clauses(sentence: Sentence) -> Iterator[Sentence]:
    """The sentence where it tells one thing, else its parts; a part without an action or a name joins another."""
    if len(sentence.names) < 2 or len(sentence.cues) < 2:  # no two parts can each have a name and an action
        yield sentence
        return
    if relative := _relative(sentence):
        yield from relative
        return
    cuts = [sentence.span.start]
    aside = len(_DASH.findall(sentence.text)) == 2  # "A — who did this — did that"
    for match in _CUT.finditer(sentence.text):
        if aside and _DASH.fullmatch(match.group()):
            continue
        at = sentence.span.start + match.end()
        if _LIST_END.fullmatch(match.group()) and _listed(sentence, sentence.span.start + match.start(), at):
            continue
        if _tells(sentence, cuts[-1], sentence.span.start + match.start()) and _tells(sentence, at, sentence.span.end):
            cuts.append(at)
    if len(cuts) == 1:
        yield sentence
        return
    for start, end in zip(cuts, [*cuts[1:], sentence.span.end], strict=True):
        yield part(sentence, Span(start, end))


_LIST_END = regex(r",\s+and\s+")
_ACTS = regex(
    r"^\s(?:also |now |then |each |both )?(?:has|have|had|will|would|is|are|was|were|can|could|plans?|aims?|"
    r"[a-z]+s|[a-z]{2,}ed)\b"
)


def _listed(sentence: Sentence, before: int, at: int) -> bool:
    """Whether a name only ends a list: "A, B, and C to provide", not "A signed with B, and C will build"."""
    left = any(name.said.end == before for name in sentence.names)
    right = next((name for name in sentence.names if name.said.start == at), None)
    return left and right is not None and not _ACTS.match(sentence.after(right.said.end, 30))


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
