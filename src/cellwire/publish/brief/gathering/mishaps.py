"""What an incident is about: where it burnt and who died, what was recalled and why, over what people are in court."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cellwire.model import Qualifier, Span
from cellwire.publish.brief.check import borne_out
from cellwire.publish.brief.edition import Part
from cellwire.publish.brief.gathering.picking import Citer, Fresh, cue_in, cue_in_lead
from cellwire.publish.brief.matter import Backing
from cellwire.publish.brief.wording import cautious, cues, number

# "alert on |recalled| cars", "wraps up its |recall|": nothing is called back anew
_RECALLED = re.compile(
    r"(?<!\bon )(?<!\bof )(?<!\bthe )(?<!\bthese )\b(?:recall\w*|call(?:s|ed|ing)? back)\b", re.IGNORECASE
)
_OVER = re.compile(r"\b(?:wrap(?:s|ped)? up|complet\w+|finish\w+|end(?:s|ed)?)\b[^.;]{0,30}$", re.IGNORECASE)
_WHY = re.compile(
    r"\b(?:over(?! \d)|due to|because|after|following|amid|citing|as|since|on fears?|for fear"
    r"|to (?:update|fix|replace|inspect)|whose|that|with)\b|[:;]",
    re.IGNORECASE,
)
# "|about 10,500 units of its| home batteries"
_COUNT = re.compile(
    r"(?:(?P<about>about|around|some|nearly|almost|approximately|roughly)\s|(?P<over>over|more than|at least)\s)?"
    r"(?<![\w.,-])(?P<count>\d{1,3}(?:,\d{3})+|\d{2,})\s(?:units\s)?(?:of\s(?:its|their|the)\s)?"
    r"(?:(?!(?:and|or|of|in|for|over|after|since|from|to)\b)[\w’'./&()-]+,?\s){0,6}?$",
    re.IGNORECASE,
)
_KILLED = re.compile(r"\b(?:fires?|blaze|burn\w*|explo\w+|blast|leak\w*|accident|collaps\w*|smoke)\b", re.IGNORECASE)
_A_YEAR = re.compile(r"(?:19|20)\d\d")


def mishap_of(fresh: Fresh) -> Backing:
    said, recall = fresh.lead.evidence, fresh.lead.rule == "incident.recall"
    looked_into = recall or fresh.lead.rule == "incident.probe"
    fires = _first(fresh, "fires") if recall else None
    return Backing(
        cause=cue_in_lead(fresh, "causes", said),
        deaths=_deaths(fresh),
        works=cue_in_lead(fresh, "works", said),
        recalled=_recalled(fresh) if recall else (),
        fault=_first(fresh, "faults") if looked_into and fires is None else None,
        fires=fires,
        dispute=cue_in_lead(fresh, "disputes", said),
    )


def _tellings(fresh: Fresh) -> Iterator[tuple[Citer, Span]]:
    """The title of each text, and the sentence that tells it there."""
    for dev in fresh.devs:
        citer = fresh.citers[dev.id]
        start, title = citer.document.extent.start, citer.document.title
        if title and citer.document.text.startswith(title, start):
            yield citer, Span(start, start + len(title))
        yield citer, dev.evidence


def _deaths(fresh: Fresh) -> Part | None:
    """As the newest text counts them, where it says of what they died."""
    counted = []
    for citer, span in _tellings(fresh):
        if _KILLED.search(citer.document.quote(span)) and (said := cue_in(citer, "deaths", span)):
            counted.append((fresh.shelf.told_on(citer.document), said))
    return max(counted, key=lambda row: row[0])[1] if counted else None


def _recalled(fresh: Fresh) -> tuple[Part, ...]:
    """ "about 10,500 home storage batteries": with their number, where one telling has it."""
    told = [found for citer, span in _tellings(fresh) if (found := _called_back(citer, span))]
    return max(told, key=len, default=())


def _called_back(citer: Citer, span: Span) -> tuple[Part, ...]:
    """The goods that stand beside the word for it, and before what it is for."""
    text = citer.document.quote(span)
    word = _RECALLED.search(text)
    if word is None or _OVER.search(text[: word.start()]):
        return ()
    why = _WHY.search(text, word.end())
    found = cues("recalled", text[: why.start() if why else len(text)], start=span.start)
    for ours, pattern, where in sorted(found, key=lambda row: row[2].start < span.start + word.start()):
        cited = citer.cue(ours, pattern, where)
        if not cited.problem:
            count = _count(citer, Span(span.start, where.start))
            return (count, Part(" "), cited.part) if count else (cited.part,)
    return ()


def _count(citer: Citer, before: Span) -> Part | None:
    text = citer.document.quote(before)
    found = _COUNT.search(text)
    if found is None or _A_YEAR.fullmatch(found["count"]):
        return None
    value = float(found["count"].replace(",", ""))
    note = citer.note(Span(before.start + found.start("count"), before.start + found.end("count")))
    how = Qualifier.ABOUT if found["about"] else Qualifier.AT_LEAST if found["over"] else Qualifier.EXACT
    part = Part(cautious(number(value), how, found[0]), note, "count", str(value))
    return None if borne_out(part) else part


def _first(fresh: Fresh, table: str) -> Part | None:
    return next((said for citer, span in _tellings(fresh) if (said := cue_in(citer, table, span))), None)
