"""Universities, institutes and chambers of commerce, by the form of their names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ahocorasick_rs import AhoCorasick

from cellwire.claims.actors.mentions import Cover, lines_with
from cellwire.claims.scene import Name
from cellwire.lexicon import fold_name, regex
from cellwire.model import Hit, HitKind, Span

_BODIES = (
    "Alliance",
    "Association",
    "Consortium",
    "Coalition",
    "Federation",
    "Foundation",
    "Centre",
    "Center",
    "Society",
)
_INSTITUTE_WORDS = AhoCorasick(
    [
        "University",
        "Institut",
        "Laborator",
        "College",
        "Fraunhofer",
        "Chamber",
        "School of",
        "Academy of",
        "Polytechnic",
        *(f"{body} {of}" for body in _BODIES for of in ("for", "of")),
    ]
)
# in a headline every word has a capital: "|Researchers From| Alder University", "University of Alder |Develops|"
_NO_PART = (
    r"(?!(?:(?:Researcher|Scientist|Engineer|Chemist|Physicist|Team|Professor|Stud(?:y|ie)|Battery)s?|From|At|By|And"
    r"|(?:Develop|Creat|Design|Discover|Find|Found|Invent|Build|Built|Mak|Made|Unveil|Launch|Demonstrat|Achiev|Claim"
    r"|Partner|Sign|Win|Get|Show|Report)(?:s|es|ed|e)?)\b)"
)
_INSTITUTE = regex(
    rf"\b(?:(?:{_NO_PART}[A-Z][\w'&-]+ ){{1,4}}(?:University|College)(?: of (?:[A-Z]\w+(?: and)? ?){{1,4}})?(?<! )|"
    rf"University of [A-Z]\w+(?:[- ]{_NO_PART}[A-Z]\w+){{0,2}}"
    r"|(?:[A-Z][\w'&-]+ ){1,4}(?:National )?Laborator(?:y|ies)|(?:[A-Z][\w'&-]+ ){1,4}Institute(?: (?:of|"
    r"for) (?:[A-Z]\w+(?:,| and)? ?){1,4})?(?<! )"
    r"|(?:[A-Z][\w'&-]+ ){1,3}Chamber of Commerce(?: and Industry)?"
    r"|(?:[A-Z][\w'&.-]+ ){1,5}School of [A-Z]\w+(?:(?:,| and|, and)? [A-Z]\w+){0,4}"
    r"|(?:[A-Z][\w'&-]+ ){0,3}Academy of (?:[A-Z]\w+ )?Sciences|(?:[A-Z][\w'&-]+ ){1,2}Polytechnic"
    rf"|(?:[A-Z][\w'&-]+ ){{0,4}}(?:{'|'.join(_BODIES)}) (?:for|of) (?:the )?"
    r"(?:[A-Z][\w'&-]+(?:,| and| &)? ?){1,5}(?<! )"
    r"|Fraunhofer [A-Z]+)\b"
)


# "a fire safety |professor at| Alder University": where a speaker works does nothing
_WORKS_AT = regex(
    r"\b(?:professor|lecturer|researcher|scientist|expert|fellow|economist|dean|engineer|student|head|director)\s"
    r"(?:[\w-]+\s){0,4}?(?:at|of|with|from)\s(?:the\s)?$",
    re.I,
)


def institutes(text: str, hits: Sequence[Hit]) -> Iterator[Name]:
    """Universities and institutes by their form, those that the lexicon does not list."""
    taken = Cover(hit.span for hit in hits if hit.kind is HitKind.ORGANISATION)
    for line_start, line_end in lines_with(text, _INSTITUTE_WORDS):
        for match in _INSTITUTE.finditer(text, line_start, line_end):
            words = match.group()
            start = match.start() + (4 if words.startswith("The ") else 0)
            span = Span(start, match.end())
            if (
                not taken.meets(span)
                and text[start].isupper()
                and not _WORKS_AT.search(text[max(0, start - 60) : start])
            ):
                yield Name(
                    "x-" + fold_name(text[start : span.end]),
                    text[start : span.end],
                    span,
                    span,
                    "institute",
                    (),
                    known=False,
                )
