"""What is read as a company's name and is none: an everyday word, goods, an abbreviation of something else."""

from __future__ import annotations

import re
from functools import cache

from cellwire.lexicon import english_words
from cellwire.model import Document, Party
from cellwire.publish.brief.edition.spellings import spellings_of_organisation

_GOODS = frozenset({"automotive", "battery", "batteries", "car", "cars", "cell", "cells", "electric", "energy"}) | {
    *("ev", "evs", "ion", "lithium", "lithium-ion", "materials", "new", "plant", "plants", "power", "storage"),
    *("system", "systems", "vehicle", "vehicles"),
}
_MODEL = re.compile(r"\b[A-Z]{1,3}-\d{2,4}$")  # "Lightning F-150"
_SAID_OF = re.compile(r"[A-Z][\w.]*-(?:[a-z]+ed|built|led|made|born)$")  # "US-produced"
_OF_A_LAND = re.compile(
    r"(?:(?:S\.?|N\.?|South|North) ?)?(?:Korean|Chinese|Japanese|Indian|German|French|British|American|Canadian"
    r"|Australian|Swedish|Norwegian|Finnish|Italian|Spanish|Polish|Hungarian|Taiwanese|Indonesian|European|US|U\.S\.)s?$",
    re.IGNORECASE,
)
_BEGINS = re.compile(r"(?:^|[.!?:\n]\s*[\"“'‘(\[]?\s*)$")


def why_no_name(party: Party, document: Document) -> str:
    """Empty where it can be a name."""
    if party.id.startswith("x-"):
        words = party.name.lower().split()
        if _MODEL.search(party.name):
            return "it is the name of a model, not of a company"
        if _SAID_OF.match(party.name) or _OF_A_LAND.match(party.name):
            return "it says of what land or house something is"
        if party.name.isupper() and len(words) == 1 and not _in_body(party.name, document):
            return "an abbreviation that stands in the headline alone"
        if re.search(rf"\([A-Z][A-Za-z]+: ?{re.escape(party.name)}\b", document.text):
            return "a share's short name"
        if set(words) <= _GOODS:
            return "it is the name of goods, not of a company"
        if len(words) == 1 and words[0] in english_words() and not _stands_inside(party.name, document):
            return "an everyday word at the head of a sentence"
    elif _stands_for_something_else(party, document):
        return "its short name stands for something else in the text"
    return ""


def _body(document: Document) -> str:
    """Without the headline, in which every word may be written as a name."""
    return document.text.partition("\n")[2] or document.text


def _in_body(name: str, document: Document) -> bool:
    return _whole(name).search(_body(document)) is not None


def _stands_inside(name: str, document: Document) -> bool:
    """Written as a name where no sentence begins: "the plant that Ascend is building"."""
    body = _body(document)
    return any(not _BEGINS.search(body[: found.start()][-4:]) for found in _whole(name).finditer(body))


def _stands_for_something_else(party: Party, document: Document) -> bool:
    """ "Advanced chemistry cell (ACC)", in a text that spells the company out nowhere."""
    known = spellings_of_organisation(party.id)
    short = {name for name in known if name.isupper() and 2 < len(name) < 6}
    if not any(_spelt_otherwise(name, document.text) for name in short):
        return False
    return not any(_whole(name).search(document.text) for name in known if name not in short)


def _spelt_otherwise(short: str, text: str) -> bool:
    words = r"\s+".join(rf"{letter}[\w-]*" for letter in short)
    spelt = re.search(rf"(?i)\b({words})\s+\({short}\)", text)
    return spelt is not None and all(word.lower() in english_words() for word in spelt[1].split())


@cache
def _whole(name: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){re.escape(name)}(?!\w)")
