"""The week's search terms: words, pairs of words and names that this week's texts use more than the weeks before did.

Each text counts a term once, and copies of one text count as one text. The score is the log-odds ratio with a prior
from all texts, divided by its standard error (Monroe, Colaresi and Quinn 2008): a term of two texts cannot top the
list by being rare, and a term that every week has cannot by being frequent.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import timedelta
from functools import cache
from importlib.resources import files
from itertools import islice, pairwise

from cellwire.lexicon import load_lexicon
from cellwire.model import BlockKind, Document, HitKind
from cellwire.publish.brief.edition import Term
from cellwire.publish.brief.shelf import Shelf

_WORD = re.compile(r"[^\W\d_][\w’'&+-]*[^\W_]|[A-Z]\d\w*")
_BREAK = re.compile(r"[.!?;:,()\n“”\"]")
_PRIOR = 0.5
_LEAST_SCORE = 0.6
_WEEKS_BEFORE = 8
_NO_NEWS = {BlockKind.ADVERT, BlockKind.LINKS}


def terms_of(shelf: Shelf, most: int) -> tuple[Term, ...]:
    """Terms of at least two texts of the week (of one, where the week has fewer than four texts)."""
    now, before = _texts(shelf, week=True), _texts(shelf, week=False)
    told, known = _counts(now), _counts(before)
    least = 2 if len(now) >= 4 else 1
    names = _names(now)
    scored = [
        Term(term, count, known[term], score)
        for term, count in told.items()
        if count >= least
        and (score := _weight(term, names) * _score(count, known[term], len(now), len(before))) >= _LEAST_SCORE
    ]
    ranked = sorted(scored, key=lambda term: (-term.score, -len(term.text.split()), term.text))
    chosen = islice(_unrepeated(ranked), most)
    return tuple(replace(term, text=_shown(term.text, now)) for term in chosen)


def _names(texts: list[str]) -> frozenset[str]:
    """What the lexicon knows by name in the week's texts: companies, places and chemistries."""
    hits = ((text, hit) for text in texts for hit in load_lexicon().find(text) if hit.kind is not HitKind.PRODUCT)
    return frozenset(text[hit.span.start : hit.span.end].lower() for text, hit in hits)


def _weight(term: str, names: frozenset[str]) -> float:
    """People search for names and for pairs of words; a word alone says little, and a common one nothing."""
    if term in names:
        return 1.5
    return 1.0 if " " in term else 0.4


def _score(now: int, before: int, texts_now: int, texts_before: int) -> float:
    prior = _PRIOR + (now + before) / (texts_now + texts_before + 1)
    odds_now = math.log((now + prior) / (texts_now + 2 * prior - now))
    odds_before = math.log((before + prior) / (texts_before + 2 * prior - before))
    weight = math.log1p(now)  # with little read before, what many texts share says more
    return round(weight * (odds_now - odds_before) / math.sqrt(1 / (now + prior) + 1 / (before + prior)), 4)


def _texts(shelf: Shelf, *, week: bool) -> list[str]:
    """One text for each origin, its adverts and link lists left out."""
    chosen: dict[str, Document] = {}
    for document in shelf.documents.values():
        day = shelf.told_on(document)
        before = timedelta(0) < shelf.first - day <= timedelta(weeks=_WEEKS_BEFORE)
        if shelf.in_week(day) if week else before:
            chosen.setdefault(shelf.origin(document.id), document)
    return [_news(document) for document in chosen.values()]


def _news(document: Document) -> str:
    blocks = [block for block in document.blocks if block.kind not in _NO_NEWS]
    if not document.blocks:
        return document.text[document.extent.start : document.extent.end]
    return "\n".join(document.text[block.span.start : block.span.end] for block in blocks)


def _counts(texts: Iterable[str]) -> Counter[str]:
    return Counter(term for text in texts for term in set(_terms(text)))


def _terms(text: str) -> Iterator[str]:
    """Words, and pairs that no punctuation or stop word parts; in lower case, possessive endings gone."""
    for stretch in _BREAK.split(text):
        words = [re.sub(r"[’']s?$", "", word).lower() for word in _WORD.findall(stretch)]
        kept = [word if word not in _stopwords() and len(word) > 2 else "" for word in words]
        yield from (word for word in kept if word)
        yield from (f"{one} {two}" for one, two in pairwise(kept) if one and two)


@cache
def _stopwords() -> frozenset[str]:
    return frozenset((files("cellwire.publish.brief") / "stopwords.txt").read_text("utf-8").split())


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


def _unrepeated(terms: Iterable[Term]) -> Iterator[Term]:
    """A word that a chosen pair holds is not listed again, and no pair that only adds a word to another's."""
    taken: set[str] = set()
    for term in terms:
        words = set(term.text.lower().split())
        if not words & taken:
            taken |= words
            yield term
