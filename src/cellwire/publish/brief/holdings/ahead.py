"""Whether what was read as done is still to come, by the words around it."""

from __future__ import annotations

import re

from cellwire.model import DateWhat, Development, Document, Kind, Modality
from cellwire.publish.brief.edition import sentence_of
from cellwire.publish.brief.holdings.shelf import told_on

_TO_COME = re.compile(
    r"\b(?:plan(?:s|ned|ning)?|aim(?:s|ing)?|expect(?:s|ed)?|intends?|hopes?|target(?:s|ed|ing)?|set|due|slated"
    r"|scheduled|will|would|could|on track)\b",
    re.IGNORECASE,
)
_WORK = re.compile(r"construction|ground-?breaking|building work|works?|production|operations?", re.IGNORECASE)
_WILL_START = re.compile(
    r"(?: [\w-]+){0,6}? (?:would|will|is to|are to|should"
    r"|(?:is|are|was|were) (?:expected|scheduled|planned|set|due|slated) to)"
    r" (?:start|begin|commence|take place|get under)",
    re.IGNORECASE,
)


def yet_to_come(development: Development, document: Document) -> bool:
    """ "Groundbreaking would start in June", "it plans the opening of a plant", "it is to start production in 2021"."""
    if development.kind is not Kind.FACILITY or development.modality is not Modality.ASSERTED:
        return False
    begun = development.stage in {"construction", "operating"}
    return begun and (_will_start(development, document) or _is_planned(development, document))


def _will_start(development: Development, document: Document) -> bool:
    trigger = development.trigger
    if trigger is None or _WORK.search(trigger.cut(document.text)) is None:
        return False
    behind = document.text[trigger.end : sentence_of(document.text, trigger).end]
    return _WILL_START.match(behind) is not None


def _is_planned(development: Development, document: Document) -> bool:
    if development.stage != "operating":
        return False
    starts = [dated for dated in development.dates if dated.what is DateWhat.PRODUCTION_START]
    spans = [dated.span for dated in starts if dated.date.last >= told_on(document)]
    spans += [development.trigger] if development.trigger else []
    before = (document.text[sentence_of(document.text, span).start : span.start] for span in spans)
    return any(_TO_COME.search(re.split(r"[,;:]", said)[-1]) for said in before)


_SOON = re.compile(r"\b(?:begins|starts|(?:to|will|would) (?:begin|start)|starting this month)\b", re.IGNORECASE)


def begins_soon(development: Development, document: Document) -> bool:
    """ "Production begins this month": what begins some day of a month that is not over has not begun."""
    trigger, told = development.trigger, told_on(document)
    if development.kind is not Kind.FACILITY or development.stage != "operating" or trigger is None:
        return False
    starts = [dated.date for dated in development.dates if dated.what is DateWhat.PRODUCTION_START]
    in_it = any(start.first <= told < start.last and not start.to_the_day for start in starts)
    return in_it and _SOON.search(document.quote(sentence_of(document.text, trigger))) is not None
