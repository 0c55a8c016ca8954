"""How currencies are written: the lexicon's signs, codes and words as quick look-ups, built on first use."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any

from msgspec import Struct

from cellwire.claims.figures.numbers import Number
from cellwire.lexicon import read_toml

# Accounts write "MSEK 500", "120 MEUR", "TEUR 80".
_SCALED_CODES = {"M": 1e6, "K": 1e3, "T": 1e3}


class Written(Struct, frozen=True):
    """A way to write currencies: `codes` are those it can mean, the likeliest first."""

    text: str
    codes: tuple[str, ...]
    share: float = 1.0  # a cent is 0.01, a MSEK 1e6
    exact: bool = True
    large: bool = False  # only behind a large number
    signless: bool = False  # before a number that only an amount of money is written like
    glued: bool = False  # only directly behind the figures

    def prices(self, number: Number) -> bool:
        """Whether it is money behind such a number: "1,500 won", not "the 12 won" or "1,500 pounds"."""
        if not self.large or number.scaled:
            return True
        return number.value >= 1000 and not number.plain and not self.text.startswith("pound")


class Currencies(Struct, frozen=True):
    before: dict[str, list[Written]] = {}  # by the last two characters, longest first
    behind: dict[str, list[Written]] = {}  # by the first two characters in lower case, longest first

    def ending_at(self, text: str, position: int) -> Written | None:
        """The sign or code that ends at `position`, as in "US$|1.5 billion"."""
        for width in (2, 1):
            for written in self.before.get(text[max(0, position - width) : position], ()):
                start = position - len(written.text)
                if text.endswith(written.text, 0, position) and not _in_word(text, start, written.text[0]):
                    return written
        return None

    def starting_at(self, text: str, low: str, position: int) -> tuple[Written, int] | None:
        """The word, code or sign that starts at `position`, as in "1.8 billion |euros"."""
        for width in (2, 1):
            for written in self.behind.get(low[position : position + width], ()):
                end = position + len(written.text)
                if (text if written.exact else low).startswith(written.text, position) and not _goes_on(
                    text, end, written.text[-1]
                ):
                    return written, end
        return None


def _in_word(text: str, start: int, first: str) -> bool:
    return start > 0 and first.isalpha() and text[start - 1].isalnum() and ord(text[start - 1]) < 0x2E80


def _goes_on(text: str, end: int, last: str) -> bool:
    following = text[end : end + 1]
    return last.isalpha() and ord(last) < 0x2E80 and following.isalnum() and ord(following) < 0x2E80


@cache
def currencies() -> Currencies:
    """All ways to write all currencies."""
    table = read_toml("currencies.toml")
    built = Currencies()
    _add_signs(built, table)
    _add_words(built, table)
    for code, entry in table.items():
        for word in entry.get("minor", ()):
            _add_behind(built, Written(word.lower(), (code,), share=0.01, exact=False))
        for letters in entry.get("glued", ()):
            _add_behind(built, Written(letters, (code,), share=0.01, glued=True))
        for letters in entry.get("plain", ()):
            _add_before(built, Written(letters, (code,), signless=True))
        for scale, share in _SCALED_CODES.items():
            _add_before(built, Written(scale + code, (code,), share=share))
            _add_behind(built, Written(scale + code, (code,), share=share))
        for word in entry.get("cjk", ()):
            _add_behind(built, Written(word, (code,)))
    return built


def _add_signs(built: Currencies, table: dict[str, Any]) -> None:
    """ "$" and "USD", before and behind an amount."""
    for sign, codes in _codes_by_spelling(table, ("symbols", "codes")).items():
        if len(sign) == 1 and sign.isalpha():
            continue  # the "P" of "P7" is no peso
        _add_before(built, Written(sign, _ranked(sign, codes)))
        _add_behind(built, Written(sign, _ranked(sign, codes)))


def _add_words(built: Currencies, table: dict[str, Any]) -> None:
    """ "dollars", behind an amount."""
    for word, codes in _codes_by_spelling(table, ("words",), str.lower).items():
        large = word in hints()["large"]["words"]
        _add_behind(built, Written(word, _ranked(word, codes), exact=False, large=large))


def _codes_by_spelling(
    table: dict[str, Any], keys: tuple[str, ...], folded: Callable[[str], str] = str
) -> dict[str, list[str]]:
    """Which currencies are written so: a sign or a word may be that of several."""
    found: dict[str, list[str]] = {}
    for code, entry in table.items():
        for spelling in dict.fromkeys(folded(each) for key in keys for each in entry.get(key, ())):
            found.setdefault(spelling, []).append(code)
    return found


def _ranked(written: str, codes: list[str]) -> tuple[str, ...]:
    """The default first; several codes without a default start with "" : nearby words must decide."""
    default = hints()["default"].get(written)
    if len(codes) == 1:
        return tuple(codes)
    return (default or "", *(code for code in codes if code != default))


def _add_before(built: Currencies, written: Written) -> None:
    _add(built.before, written.text[-2:], written)


def _add_behind(built: Currencies, written: Written) -> None:
    _add(built.behind, written.text[:2].lower(), written)


def _add(table: dict[str, list[Written]], key: str, written: Written) -> None:
    entries = table.setdefault(key, [])
    entries.append(written)
    entries.sort(key=lambda entry: len(entry.text), reverse=True)


@cache
def hints() -> dict[str, Any]:
    return read_toml("currency_hints.toml")
