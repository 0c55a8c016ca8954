"""Whether stretches of text speak of one thing: then they are parts of one story and no roundup's items."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from cellwire.documents.layout import marks

_SEVERAL = 3  # parts of a title that joins news
_OPENING = 300  # characters in which a text says what it is about
_STEM = 6  # letters by which a word is known again
_LONG_WORD = re.compile(r"[^\W\d_]{5,}")
_NAMES, _SHORT = 600, 2  # characters in which names are looked for, letters of words that are none
_NAME_OR_WORD = re.compile(r"\b[A-Z][\w&’-]+")
_NAME = re.compile(r"\b[A-Z][\w-]{2,}")
_PARTS = re.compile(r"[,;:|]\s|\s(?:and|und|et|y|&|[–—|-])\s")  # of a title
_JOINS = re.compile(r"[,;|]\s")  # a colon and an "and" may stand in any title
_SENTENCE_START = re.compile(r"(?:^|[.!?”\"]\s+|\n)\W*$")


def common_subject(texts: Sequence[str], share: float, *, known: str = "") -> bool:
    """Whether one name runs through the texts (`share` of them): then they are parts of one story.

    A name that is `known` to be what all the news is about ("This week in cells") says nothing of them.
    """
    if len(texts) < 3 and share == 1.0:
        return False
    counts = Counter(name for text in texts for name in names_of(text))
    return any(count >= max(2, share * len(texts)) and name not in known for name, count in counts.items())


def series_of(title: str) -> str:
    """The name of a series of which this is a numbered issue: "This week in cells #7"."""
    name = re.split(r"[:：|–—]", title)[0]
    return name if re.search(r"\d", name) else ""


def names_of(prose: str) -> set[str]:
    """Capitalised words inside the sentences of a text's beginning."""
    opening, everyday = prose[:_NAMES], marks().everyday
    found = _NAME_OR_WORD.finditer(opening)
    inside = {
        name[0].removesuffix("’s")
        for name in found
        if (len(name[0]) > 2 or name[0].isupper())
        and (not _SENTENCE_START.search(opening[: name.start()]) or name[0].isupper())
    }
    return inside - everyday


def capitalised(prose: str, length: int = _NAMES) -> set[str]:
    """Capitalised words of a text's beginning, those that begin sentences too."""
    found = _NAME_OR_WORD.finditer(prose[:length])
    return {name[0].removesuffix("’s") for name in found if len(name[0]) > _SHORT} - marks().everyday


def tells_of_title(texts: Sequence[str], title: str, share: float) -> bool:
    """Whether a word of the title runs through the texts (`share` of them): then they are parts of what it tells."""
    return bool(texts) and share_of_title(texts, title) >= share


def share_of_title(texts: Sequence[str], title: str) -> float:
    """In how many of the texts the word of the title stands that stands in most."""
    found = [stems_of(text) for text in texts]
    return max((sum(stem in stems for stems in found) / len(texts) for stem in stems_of(title)), default=0.0)


def names_each(title: str, headlines: Sequence[str]) -> bool:
    """Whether a title is made of several ("Lithium slips, Redwood goes south and Michigan waits"): nearly each of its
    parts has a word of one headline that no other part has."""
    parts = [part for part in _PARTS.split(title) if part.strip()]
    if not _JOINS.search(title) or len(parts) < _SEVERAL or min(len(part.split()) for part in parts) < 2:
        return False
    told, found = list(map(_known, parts)), list(map(_known, headlines))
    meant = [[number for number, words in enumerate(told) if words & headline] for headline in found]
    return len({numbers[0] for numbers in meant if len(numbers) == 1}) >= max(3, len(parts) - 1)


def joins_several(title: str) -> bool:
    """Whether a title may be made of several ("First Lithium, Entyr, Bastion Minerals") and is no sentence of several
    that do one thing ("Entyr, Bastion and First Lithium build a plant")."""
    *parts, last = [len(part.split()) for part in _PARTS.split(title)]
    return len(parts) + 1 >= _SEVERAL and last <= 2 * max(parts)


def shares_out(title: str, texts: Sequence[str]) -> bool:
    """Whether texts share out what a title is made of: each tells first of another part."""
    told = [min(parts, key=lambda part: parts[part]) for text in texts if (parts := _parts_told(title, text))]
    return len(set(told)) == len(told) == len(texts) >= max(_SEVERAL, len(_PARTS.split(title)) - 1)


def announces(title: str, text: str) -> bool:
    """Whether a text tells of more than half of what a title is made of: it says what is to come."""
    return joins_several(title) and len(_parts_told(title, text)) * 2 > len(_PARTS.split(title))


def _parts_told(title: str, text: str) -> dict[int, int]:
    """The numbers of a title's parts that a text tells of where it begins, each with the place of the first word."""
    words = [_known(word) for word in text[:_OPENING].split()]
    found: dict[int, int] = {}
    for number, part in enumerate(map(_known, _PARTS.split(title))):
        places = (place for place, word in enumerate(words) if word & part)
        if (first := next(places, None)) is not None:
            found[number] = first
    return found


def _known(words: str) -> set[str]:
    return stems_of(words) | {name.casefold() for name in _NAME.findall(words)}


def stems_of(words: str) -> set[str]:
    """How long words begin: "batteries" and "battery" alike."""
    return {word[:_STEM] for word in _LONG_WORD.findall(words.casefold())}
