"""The week's search terms: names and pairs of words that this week's texts use more than the weeks before did.

Each text counts a term once, and copies of one text count as one text. The score is the log-odds ratio with a prior
from all texts, divided by its standard error (Monroe, Colaresi and Quinn 2008): a term of two texts cannot top the
list by being rare, and a term that every week has cannot by being frequent.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache
from importlib.resources import files
from itertools import islice, pairwise

from cellwire.db import MOST_TEXTS_BEFORE, Texts
from cellwire.lexicon import english_words, load_lexicon
from cellwire.model import NEVER_NEWS, Document, HitKind
from cellwire.publish.brief.doubting import is_of_batteries, speaks_of_trade
from cellwire.publish.brief.edition import Term, outlet_of
from cellwire.publish.brief.holdings import Shelf

_WORD = re.compile(r"[^\W\d_][\w’'&+-]*[^\W_]|[A-Z]\d\w*")
_BREAK = re.compile(r"[.!?;:,()\n“”\"]")
# What every text of the trade has; a pair says something only with another word: "sodium battery".
_GENERIC = frozenset(
    {
        "battery",
        "batteries",
        "cell",
        "cells",
        "plant",
        "factory",
        "vehicle",
        "vehicles",
        "lithium-ion",
        "electric",
        "power",
    }
)
_PRIOR = 0.5
_LEAST_SCORE = 0.6
_FEWEST = 3  # terms that make a list
_MOST_NOW = 600  # texts


def terms_of(shelf: Shelf, before: Texts, most: int) -> tuple[tuple[Term, ...], str]:
    """Terms of at least two outlets of the week (names of one, where it has fewer than four texts); in which texts.

    Texts about something else by title and opening are not read for it: their names are no subjects of the industry.
    """
    names = _Names(shelf, before)
    of_week = _of_week(shelf)
    now = of_week[:: _step(len(of_week), _MOST_NOW)]
    known_before = [_news(document) for document in before.documents if is_of_batteries(document)]
    read = [(outlet, frozenset(_terms(text, names))) for outlet, text in now]
    told = Counter(term for _, terms in read for term in terms)
    known = Counter(term for text in known_before for term in set(_terms(text, names)))
    shared = _shared(read)
    least = 2 if len(now) >= 4 else 1
    scored = [
        Term(term, count, known[term], score)
        for term, count in told.items()
        if count >= (least if term in names.shown else 2)
        and term in shared
        and (score := _weight(term, names) * _score(count, known[term], len(now), len(known_before))) >= _LEAST_SCORE
        and (term in names.shown or speaks_of_trade(term))
    ]
    ranked = sorted(scored, key=lambda term: (-term.score, -len(term.text.split()), term.text))
    chosen = list(islice(_unrepeated(ranked, names), most))
    if len(chosen) < _FEWEST:
        return (), ""
    texts = [text for _, text in now]
    shown = (replace(term, text=names.shown.get(term.text) or _shown(term.text, texts)) for term in chosen)
    return tuple(shown), _counted_in(len(of_week), before.many)


def _shared(read: Sequence[tuple[str, frozenset[str]]]) -> set[str]:
    """What more than one outlet has, where there are several."""
    tellers: dict[str, set[str]] = {}
    for outlet, terms in read:
        for term in terms:
            tellers.setdefault(term, set()).add(outlet)
    least = 2 if len({outlet for outlet, _ in read}) > 1 else 1
    return {term for term, outlets in tellers.items() if len(outlets) >= least}


def _step(many: int, most: int) -> int:
    """Of very many every second, third or tenth."""
    return max(1, -(-many // most))


def _counted_in(now: int, before: int) -> str:
    steps = _step(now, _MOST_NOW), _step(before, MOST_TEXTS_BEFORE)
    if steps == (1, 1):
        return "In how many texts of this week; in brackets, of the eight weeks before."
    week, weeks = (f"one in {each}" if each > 1 else "all" for each in steps)
    return f"In how many of this week’s texts ({week} read for it); in brackets, of the eight weeks before ({weeks})."


class _Names:
    """Companies, places and chemistries in the texts: each counts under one name, however a text shortens it."""

    def __init__(self, shelf: Shelf, before: Texts) -> None:
        self.shown: dict[str, str] = {}  # in lower case → as it is printed
        self._parties: dict[str, dict[str, str]] = {}  # document's text → written in lower case → name in lower case
        fullest: dict[str, str] = {}
        read = {document.id: document for document in (*before.documents, *shelf.week_texts())}
        of_week = (shelf.developments[id] for id in read for id in shelf.told_in.get(id, ()))
        recent = list({dev.id: dev for dev in (*before.developments, *of_week)}.values())
        for development in recent:
            for party in development.parties:
                fullest[party.id] = max(fullest.get(party.id, ""), party.name, key=lambda name: (len(name), name))
        for development in recent:
            own = self._parties.setdefault(_news(read[development.document]), {})
            for party in development.parties:
                known = load_lexicon().organisations.get(party.id)
                own[party.name.lower()] = self._enter(known.name if known else fullest[party.id])

    def _enter(self, name: str) -> str:
        self.shown.setdefault(name.lower(), name)
        return name.lower()

    def cut(self, text: str) -> tuple[str, frozenset[str]]:
        """The text with its names taken out, and the names."""
        found = set()
        for written, name in sorted(self._parties.get(text, {}).items(), key=lambda row: (-len(row[0]), row[0])):
            text, count = re.subn(rf"(?<!\w){re.escape(written)}(?!\w)", ".", text, flags=re.IGNORECASE)
            if count:
                found.add(name)
        lexicon = load_lexicon()
        pieces, end = [], 0
        for hit in lexicon.find(text):
            written = text[hit.span.start : hit.span.end]
            if hit.kind is HitKind.PRODUCT or written.islower() or written.lower() in _stopwords():
                continue
            known = lexicon.organisations.get(hit.ids[0])
            if not (known and known.kind in {"outlet", "exchange"}) and not _is_a_word(hit.ids[0], written):
                found.add(self._enter(known.name if known else _calm(written)))
            pieces.append(text[end : hit.span.start])
            end = hit.span.end
        return ".".join([*pieces, text[end:]]), frozenset(found)


def _is_a_word(id: str, written: str) -> bool:
    """Towns are called Buy and Date: a word of everyday names none here."""
    town = load_lexicon().localities.get(id)
    return town is not None and town.kind == "city" and written.lower() in english_words()


def _calm(name: str) -> str:
    """Capitals of a dateline or a headline are no spelling, those of an abbreviation are."""
    return name.title() if name.isupper() and len(name) > 4 else name


def _weight(term: str, names: _Names) -> float:
    """People search for names first, then for pairs of words."""
    return 1.5 if term in names.shown else 1.0


def _score(now: int, before: int, texts_now: int, texts_before: int) -> float:
    """The log-odds ratio with its prior; where nothing was read before, how many texts share the term."""
    if not texts_before:
        return round(math.log1p(now), 4)
    prior = _PRIOR + (now + before) / (texts_now + texts_before + 1)
    odds_now = math.log((now + prior) / (texts_now + 2 * prior - now))
    odds_before = math.log((before + prior) / (texts_before + 2 * prior - before))
    weight = math.log1p(now)  # with little read before, what many texts share says more
    return round(weight * (odds_now - odds_before) / math.sqrt(1 / (now + prior) + 1 / (before + prior)), 4)


def _of_week(shelf: Shelf) -> list[tuple[str, str]]:
    """One text for each origin that speaks of batteries, with its outlet; its adverts and link lists left out."""
    chosen: dict[str, Document] = {}
    for document in filter(is_of_batteries, shelf.week_texts()):
        chosen.setdefault(shelf.origin(document.id), document)
    return [(outlet_of(document), _news(document)) for document in chosen.values()]


def _news(document: Document) -> str:
    blocks = [block for block in document.blocks if block.kind not in NEVER_NEWS]
    if not document.blocks:
        return document.text[document.extent.start : document.extent.end]
    return "\n".join(document.text[block.span.start : block.span.end] for block in blocks)


def _terms(text: str, names: _Names) -> Iterator[str]:
    """Names, and pairs of words that no punctuation, name or stop word parts; in lower case, no possessives."""
    rest, named = names.cut(text)
    yield from named
    for stretch in _BREAK.split(rest):
        words = [re.sub(r"[’']s?$", "", word).lower() for word in _WORD.findall(stretch)]
        kept = [word if word not in _stopwords() and len(word) > 2 else "" for word in words]
        pairs = ((one, two) for one, two in pairwise(kept) if one and two)
        yield from (f"{one} {two}" for one, two in pairs if not {one, two} <= _GENERIC)


@cache
def _stopwords() -> frozenset[str]:
    return frozenset((files("cellwire.publish.brief.composing") / "stopwords.txt").read_text("utf-8").split())


def _shown(term: str, texts: list[str]) -> str:
    """In the capitals that the texts mostly write it with."""
    pattern = re.compile(r"\W+".join(re.escape(word) for word in term.split()), re.IGNORECASE)
    forms = Counter(" ".join(form.split()) for text in texts for form in pattern.findall(text))
    calm = {form: count for form, count in forms.items() if not _shouted(form)} or forms
    best = max(sorted(calm), key=lambda form: calm[form]) if calm else term
    return best.title() if _shouted(best) else best


def _shouted(form: str) -> bool:
    """Capitals of a dateline or a headline, not of an abbreviation."""
    return form.isupper() and len(form) > 5


def _unrepeated(terms: Iterable[Term], names: _Names) -> Iterator[Term]:
    """No pair that only adds a word to another's."""
    taken: set[str] = set()
    for term in terms:
        words = set(term.text.split()) - _GENERIC
        if term.text in names.shown or not words & taken:
            taken |= words
            yield term
