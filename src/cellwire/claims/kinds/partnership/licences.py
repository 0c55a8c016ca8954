"""Licences: who may make something by what another knows."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cellwire.claims.actors import distinct, groups, subject
from cellwire.claims.clauses import Actor, Draft
from cellwire.claims.gates import gated
from cellwire.claims.scene import Cue, Sentence, aspect
from cellwire.lexicon import regex
from cellwire.model import Kind, Role, Span

_NEAR = 60  # characters


def licences(clause: Sentence) -> Iterator[Draft]:
    """A licence that a clause tells of by its own word."""
    return _by_name(clause)


_SKILL = r"(?:technolog(?:y|ies)|know-how|expertise|knowledge|patents?)"
# "make the cells |using| technology and services provided by B", "cells made |using| B's know-how"
_USING = gated(
    rf"\b(?P<use>using|uses|use|employ(?:s|ing)?|rel(?:y|ies|ying) on|based on|under licen[cs]e for|licens(?:e|es|ing)"
    rf"|contract(?:s|ed|ing)?|with the help of)\s[“\"]?"
    rf"(?:(?:the|its|an?)\s)?(?:[\w'’-]+\s){{0,6}}?{_SKILL}(?:\s(?:and|or)\s(?:[\w-]+\s){{0,2}}?(?:services|support|{_SKILL}))?"
    r"[”\"]?(?P<by>\s(?:(?:provided|supplied|licensed|developed|owned|offered|licenced)\s)?(?:by|from)\s)?",
    re.I,
    needs="technology technologies knowhow know expertise knowledge patent patents",
)


# "using B's know-how" makes a partner of those who make or build something; who contracts or licenses it needs not
PLANTS_OWN = ("facility.plant", "facility_verb.build")
_TAKES_ON = regex(r"licen|contract", re.I)
_KNOWN = gated(
    r"\b(?:technolog\w+|know-how|expertise|patents?|intellectual property|IP|designs?|process(?:es)?|chemistry|platform"
    r"|cells?|batter\w+)\b"
)
_LICENCE = gated(
    r"\b(?:licen[cs](?:e|es|ed|ing)\s(?:[\w'’,-]+\s){0,6}?(?:to|from|for|of)|under (?:a |the )?licen[cs]e (?:from|by)|"
    r"licen[cs](?:e|es) to|licensed by|licen[cs](?:es|ed|ing) (?:its|the|their)\s)"
)
_REACH = 130  # characters


def _by_name(clause: Sentence) -> Iterator[Draft]:
    """A grants B a licence to what it knows; B takes a licence from A."""
    match = _LICENCE.search(clause.text, clause.opened)
    if match is None or not _KNOWN.search(clause.text, clause.opened):
        return
    start = clause.span.start + match.start()
    cue = Cue(("partnership.join",), "ing", Span(start, start + len(match[0].split()[0])), match[0].split()[0])
    near = sorted(groups(clause), key=lambda group: min(abs(group.span.start - start), abs(group.span.end - start)))
    named = (name for group in near if abs(group.span.start - start) < _REACH for name in group.names)
    firms = distinct(name for name in named if name.kind in {"company", "venture"})[:2]
    if len(firms) < 2:
        return
    how = aspect(clause, cue)
    stage = "considered" if how.possible or clause.has("firm.consider") else "signed"
    actors = tuple(Actor(name, Role.PARTNER) for name in firms)
    yield Draft(Kind.PARTNERSHIP, stage, clause, cue.span, "partnership.licence", how, actors, strength=0.5)


def by_use(clause: Sentence) -> Iterator[Draft]:
    """A makes something by what B knows: B gives a licence, not goods."""
    match = _USING.search(clause.text, clause.opened)
    if match is None or not (clause.has("facility_verb.produce", *PLANTS_OWN) or _TAKES_ON.match(match["use"])):
        return
    start, end = (clause.span.start + at for at in match.span())
    found = groups(clause)
    makers = subject(found, start)
    knowing = [group for group in found if group.span.start >= start]
    if match["by"]:
        knowing = [
            group for group in knowing if group.lead in {"by", "from"} and group.names[0].said.start - end < _NEAR
        ]
    else:
        knowing = [group for group in knowing if group.owns and group.span.end < end]
    if not makers or not knowing:
        return
    names = [name for name in distinct([*makers.names, *knowing[0].names]) if name.kind != "government"]
    if len(names) < 2:
        return
    use = Span(start, start + len(match["use"]))
    how = aspect(clause, Cue(("partnership.join",), "ing", use, match["use"].lower()))
    actors = tuple(Actor(name, Role.PARTNER) for name in names)
    yield Draft(Kind.PARTNERSHIP, "signed", clause, use, "partnership.licence", how, actors, strength=0.5)
