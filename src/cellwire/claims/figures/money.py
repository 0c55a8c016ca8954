"""Finds sums of money: "$1.5 billion", "RMB 24 billion", "Rs 5,000 crore", "half a billion dollars", "1.2亿元".

A bare "$" is the US dollar unless the next words say Canadian, Australian, ...; a bare "¥" is the yen unless words
nearby are about China. `Sum.options` then holds what else the sign can mean.
"""

from __future__ import annotations

from functools import cache, partial

from ahocorasick_rs import AhoCorasick
from msgspec import Struct
from msgspec.structs import replace

from cellwire.claims.figures.currencies import Written, currencies, hints
from cellwire.claims.figures.hedging import (
    Change,
    change_before,
    hedge_after,
    hedge_before,
    hedge_of,
    range_opening,
    rose,
)
from cellwire.claims.figures.numbers import SCALES, SHORT_SCALES, Number, find_numbers, lowered, tidy
from cellwire.claims.figures.pairs import alone_or_paired
from cellwire.claims.figures.units import unit_spellings
from cellwire.lexicon import regex
from cellwire.model import Qualifier, Span

_SHORT = regex(r"(?:[ \u00a0]?(mm|k|m|b|t|cr)\b)")
_JOIN = regex(r"\s?(-|–|—|~|to|and|or|up to)\s?")
_PER_SLASH = regex(r"\s?/\s?([a-z]{1,12}\d?)")
_PER = regex(r"[ -](?:per[ -]|for every |for each )([a-z]+)")
_PER_A = regex(r"[ -]an?[ -]([a-z]+)(?! (?:ago|earlier|later|before|prior|after|old)\b)\b")
_EACH = regex(r" (each|apiece|annually|yearly|a head|a piece)\b")
_PER_WORDS = frozenset(
    ["share", "piece", "unit", "person", "head", "vehicle", "car", "cell", "pack", "ticket", "bottle", "night"]
)
_YEARLY = {"annually": "year", "yearly": "year", "yr": "year", "annum": "year"}


class Sum(Struct, frozen=True):
    """`amount` in units of the currency; of a range the upper end, `low` the lower. `per` names what a price is for."""

    span: Span
    low: float | None
    amount: float
    currency: str
    qualifier: Qualifier
    per: str | None
    change: Change | None
    written: str
    options: tuple[str, ...] = ()

    @property
    def hedge(self) -> Qualifier:
        """The qualifier to tell `amount` with."""
        return hedge_of(self.low, self.qualifier)


class _Priced(Struct, frozen=True):
    """A number with the currency around it; positions count in the piece searched."""

    start: int
    end: int
    amount: float
    written: Written
    bare: float  # the digits without their scale
    scaled: bool
    code: str | None = None  # said right behind: "$50 million Australian"
    low: float | None = None
    plus: bool = False
    change: Change | None = None


def find_money(text: str, start: int = 0, end: int | None = None) -> list[Sum]:
    """All sums of money in a stretch of text, in order."""
    piece = text[start:end]
    low = lowered(piece)
    if not _can_be_priced(low):
        return []
    all_priced = alone_or_paired(find_numbers(low), partial(_priced, piece, low), partial(_pair, piece, low))
    decided = ((priced, priced.code or _decide(priced, low)) for priced in all_priced)
    return [_sum(piece, low, priced, code, start) for priced, code in decided if code is not None]


def _can_be_priced(low: str) -> bool:
    """One look for anything that can be a currency: a sign anywhere, a word by itself."""
    automaton, signs = _signs_and_words()
    padded = f" {low} "
    return any(
        which < signs or not ("a" <= padded[start] <= "z" or "a" <= padded[end + 1] <= "z")
        for which, start, end in automaton.find_matches_as_indexes(low, overlapping=True)
    )


@cache
def _signs_and_words() -> tuple[AhoCorasick, int]:
    """The signs and the words, signs first, with how many those are."""
    written = {
        entry.text.lower()
        for side in (currencies().before, currencies().behind)
        for row in side.values()
        for entry in row
    }
    words = {word.split()[-1] for word in written if word.isascii() and word[0].isalpha()}
    signs = {sign for word in written for sign in word if not sign.isascii() or sign == "$"}
    return AhoCorasick([*sorted(signs), *sorted(words)]), len(signs)


def _priced(piece: str, low: str, number: Number) -> _Priced | None:
    at = number.start
    if piece[at - 1 : at] in (" ", "\u00a0"):
        at -= 1
    before = currencies().ending_at(piece, at) if at else None
    if before and before.signless and (number.plain or at != number.start):
        before = None  # "PS5" is no sum, "PS2.7m" is
    value, end, scaled = number.value, number.end, number.scaled
    if not scaled and (short := _SHORT.match(low, number.end)):
        behind = _behind(piece, low, short.end())
        if before or behind:
            value, end, scaled = tidy(value * SHORT_SCALES[short[1]]), short.end(), True
    behind = _behind(piece, low, end)
    # "the 12 won" is no money, "2.5 trillion won" is
    if before is None and (behind is None or number.glued or number.torn or not (scaled or behind[0].prices(number))):
        return None
    written = before or behind[0]  # type: ignore[index]
    if before is None or (behind and set(behind[0].codes) & set(before.codes)):
        end = behind[1]  # type: ignore[index]
        written = behind[0] if before is None or len(behind[0].codes) < len(before.codes) else before  # type: ignore[index]
    if not scaled:
        value = number.reading(whole=before is None or "$" not in before.text).value
    if not scaled and (scale := _SCALE_BEHIND.match(low, end)):  # "75 USD million"
        value, end, scaled = tidy(value * SCALES[scale[1]]), scale.end(), True
    if _goes_on(low, end) or (written.text.startswith("pound") and _OF_A_METAL.match(low, end)):
        return None
    code, end = _said_behind(low, end) if written.text in ("$", "dollars") else (None, end)
    start = at - len(before.text) if before else number.start
    return _Priced(start, end, tidy(value * written.share), written, number.digits, scaled, code, plus=number.plus)


_OF_A_METAL = regex(  # "12 million pounds |of cobalt|" are a weight
    r"\s(?:of\s)?(?:[\w-]+\s)?(?:cobalt|copper|graphite|lithium|manganese|nickel|ore|uranium|vanadium|black mass)\b"
)


def _goes_on(low: str, end: int) -> bool:
    """Whether a word or number runs on: "$2ion" and "$5x" are torn or unknown, not two and five dollars."""
    around = low[end - 1 : end + 1]
    return len(around) == 2 and around.isalnum() and around.isascii()


def _behind(piece: str, low: str, position: int) -> tuple[Written, int] | None:
    """The currency written behind a number; a sign before the next number ("$1.5-|$2 billion") belongs to that one."""
    gap = 1 if low[position : position + 1] in (" ", "\u00a0", "-") else 0
    found = currencies().starting_at(piece, low, position + gap)
    if (
        found
        and found[0].glued
        and (
            gap
            or low[position - 4 : position] in _LINES
            or not low[position - 1].isdigit()
            or low.startswith("p.m", position)
        )
    ):
        return None
    if found and found[0].share < 1 and piece[position + gap : found[1]].istitle():
        return None  # "50 Cent" is a name
    return None if found and found[0].exact and low[found[1] : found[1] + 2].strip()[:1].isdigit() else found


_SCALE_BEHIND = regex(
    rf"[ \u00a0]({'|'.join(sorted(SCALES, key=len, reverse=True))})\b(?! (?:shares|people|tonnes|tons|euros|dollars))"
)
_LINES = frozenset({" 480", " 720", "1080", "1440", "2160"})  # of a picture: "1080p"
_ALONE = regex(r"\s?(?:dollars?\b|[.,;:)]|$)")


def _said_behind(low: str, end: int) -> tuple[str | None, int]:
    """The dollar's land behind a sum; "$11 billion Canadian plant" says where the plant is, not which dollar."""
    for word, code in hints()["dollars"].items():
        if (
            low.startswith(word, end + 1)
            and low[end : end + 1] in (" ", "-", "(")
            and not low[end + 1 + len(word) : end + 2 + len(word)].isalpha()
            and (word == code.lower() or _ALONE.match(low, end + 1 + len(word)))
        ):
            return code, end + 1 + len(word)
    return None, end


def _pair(piece: str, low: str, number: Number, first: _Priced | None, following: Number) -> list[_Priced] | None:
    """Two numbers joined to a range ("$100-200 million") or a change ("from $1 billion to $1.5 billion")."""
    join = _JOIN.match(low, first.end if first else number.end)
    if join is None:
        return None
    second = _priced(piece, low, following)
    if first and second and join[1] == "and" and (whole := _with_cents(low, first, second)):
        return [whole]
    borrowed = second is None
    if second is None:
        second = _borrowing(low, first, following)
    if second is None or second.start != join.end() or (first and not borrowed and not _alike(first, second)):
        return None
    if first is None and second.start < following.start:
        return None  # "in the quarter to June 30 |to $747 million|"
    lesser = first.amount if first else number.value
    if second.scaled and not (first.scaled if first else number.scaled) and second.bare and lesser <= second.bare:
        lesser = tidy(lesser * second.amount / second.bare)
    opening, at = range_opening(low, first.start if first else number.start)
    shared = first is not None and join[1] == "or" and lesser != first.amount  # "$2 or $3 billion"
    if (join[1] in ("and", "or") and opening != "between" and not shared) or lesser >= second.amount:
        return [first, *([] if borrowed else [second])] if first else None
    if opening == "from" and first and first.scaled and not borrowed:
        return [replace(first, change="from"), replace(second, change="to")]
    by = join[1] == "to" and low.endswith("by ", 0, first.start if first else 0)
    if first and not borrowed and (by or rose(low, first.start)):
        return [replace(first, change="by"), replace(second, change="to")]
    start = at if opening else (first.start if first else number.start)
    return [replace(second, start=start, low=lesser, written=(first or second).written)]


def _with_cents(low: str, first: _Priced, second: _Priced) -> _Priced | None:
    """ "thirteen dollars and forty-five cents"."""
    if second.written.share >= first.written.share or first.scaled or second.bare >= 100:
        return None
    if not (_alike(first, second) or second.written.text in ("cent", "cents")) or low.endswith(
        "between ", 0, first.start
    ):
        return None
    return replace(first, end=second.end, amount=tidy(first.amount + second.amount))


def _borrowing(low: str, first: _Priced | None, following: Number) -> _Priced | None:
    """The second number of "$100-200 million", which has its currency from the first."""
    if first is None or (first.scaled and not following.scaled and not _SHORT.match(low, following.end)):
        return None
    amount, end, scaled = following.value, following.end, following.scaled
    if not scaled and (short := _SHORT.match(low, end)):
        amount, end, scaled = tidy(amount * SHORT_SCALES[short[1]]), short.end(), True
    return replace(first, start=following.start, end=end, amount=amount, bare=following.digits, scaled=scaled)


def _alike(first: _Priced, second: _Priced) -> bool:
    return bool(set(first.written.codes) & set(second.written.codes))


def _decide(priced: _Priced, low: str) -> str | None:
    """The currency a shared sign means here; None where nothing decides."""
    written = priced.written
    if len(written.codes) == 1:
        return written.codes[0]
    if written.text not in ("$", "dollar", "dollars"):
        around = low[max(0, priced.start - 240) : priced.end + 240]
        near = [code for code in written.codes if any(word in around for word in hints()["near"].get(code, ()))]
        if len(near) == 1:
            return near[0]
    return written.codes[0] or None


def _sum(piece: str, low: str, priced: _Priced, code: str, offset: int) -> Sum:
    qualifier, start = hedge_before(low, priced.start)
    end = priced.end
    if qualifier is Qualifier.EXACT:
        qualifier, end = hedge_after(low, end)
    if priced.plus and qualifier is Qualifier.EXACT:
        qualifier = Qualifier.AT_LEAST
    per, end = _per(piece, low, end)
    change = priced.change or change_before(low, start)
    options = tuple(other for other in priced.written.codes if other not in ("", code)) if not priced.code else ()
    return Sum(
        Span(offset + start, offset + end),
        priced.low,
        priced.amount,
        code,
        qualifier,
        per,
        change,
        piece[start:end],
        options,
    )


def _per(piece: str, low: str, end: int) -> tuple[str | None, int]:
    """What a price is for: "$70 per kWh", "€20,000 a tonne", "$17 an hour"."""
    if matched := _EACH.match(low, end):
        return _YEARLY.get(matched[1], "piece"), matched.end()
    for pattern in (_PER_SLASH, _PER, _PER_A):
        if matched := pattern.match(low, end):
            unit = unit_spellings().match(piece, low, matched.start(1))
            if unit and unit[1] >= matched.end(1):
                return unit[0].name, unit[1]
            if pattern is not _PER_A or matched[1] in _PER_WORDS:
                return _YEARLY.get(matched[1], matched[1]), matched.end()
    return None, end
