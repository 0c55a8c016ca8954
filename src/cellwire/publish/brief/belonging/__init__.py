"""Whose a figure is: one that its own sentence gives to another company, place or whole is not printed.

Reading attaches a figure to the plant or deal that a text tells of; where a text tells of several, that is where
readings go wrong. What is wrong in print is worse than what is missing, so the brief asks once more, of the sentence
alone: "The US has around 800 GWh of planned capacity" is nobody's plant, though it stands behind one.
"""

from __future__ import annotations

from cellwire.model import Citation, Dated, Development, Document, Money, PartialDate, Span
from cellwire.publish.brief.belonging.amounts import doubts_of_amount
from cellwire.publish.brief.belonging.dates import doubts_of_date
from cellwire.publish.brief.belonging.places import second_site
from cellwire.publish.brief.belonging.said import Figure, behind_a_sum, said_of, words_of

__all__ = [
    "Figure",
    "behind_a_sum",
    "second_site",
    "strange",
    "strange_citation",
    "words_of",
]


def strange(figure: Figure, development: Development, document: Document) -> str:
    """Empty if the figure's sentence can be about the development, else what speaks against it."""
    said = said_of(figure.span, development, document)
    doubts = doubts_of_date(figure, said) if isinstance(figure, Dated) else doubts_of_amount(figure, said)
    return next(doubts, "")


def strange_citation(
    said: PartialDate | float | None, citation: Citation, development: Development | None, document: Document | None
) -> str:
    """The same of a value that the record cites, as far as the text it was read from is at hand."""
    if development is None or document is None:
        return ""
    jobs = (development.jobs,) if development.jobs else ()
    figures: tuple[Figure, ...] = (*development.capacity, *development.money, *jobs, *development.dates)
    window = Span(citation.start, citation.end)
    cited = [figure for figure in figures if window.holds(figure.span) and _said_by(figure) == said]
    doubts = [strange(figure, development, document) for figure in cited]
    return doubts[0] if doubts and all(doubts) else ""


def _said_by(figure: Figure) -> PartialDate | float:
    match figure:
        case Dated():
            return figure.date
        case Money():
            return figure.amount
    return figure.value
