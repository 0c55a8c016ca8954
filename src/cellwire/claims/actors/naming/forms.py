"""What a company's name looks like: its legal form, the words of its trade, the exchange behind it."""

from __future__ import annotations

import re
from functools import lru_cache

from cellwire.lexicon import load_words, regex


def any_of(name: str) -> str:
    """The words of a list as alternatives of a pattern: "announc~" has any ending, "set_up" is two words."""
    words = (re.escape(word).replace(re.escape("~"), r"\w*").replace("_", " ") for word in load_words(name))
    return f"(?:{'|'.join(words)})"


_FIELD = any_of("fields")
_LEGAL = any_of("legal_forms")
_ENDS_IN_FIELD = regex(rf"{_FIELD}$")
LEGAL_AFTER = regex(rf"^,?\s(?:(?:Co|Pty|Sdn|Pte)\.?,?\s)?{_LEGAL}\b\.?")
HAS_LEGAL = regex(rf"\s{_LEGAL}\.?$")
LEGAL_BEFORE = regex(r"(?:PT|OOO|PJSC|JSC|UAB)\s[A-Z]")  # "PT Alder", a firm's form in Indonesia, Russia, Lithuania
TICKER_AFTER = regex(
    r"^(?:,?\s(?:Inc|Corp|Ltd|Limited|plc|PLC|AG|SE|SA|AB|ASA|NV|Co)\b\.?,?)*\s?\([^()]{0,60}\b"
    rf"{any_of('exchanges')}\b[^()]{{0,60}}\)"
)
_LETTERS = regex(r" ?\( ?(?P<letters>[A-Z]{3,5}) ?\)")

GOODS = frozenset({"Cobalt", "Graphite", "Lithium", "Nickel"})
CLASS = regex(r"[A-Z] [A-Z]")
ONLY_GOODS = regex(
    r"(?:(?:Active|Anode|Cathode|Natural|Synthetic|Spherical|Purified|Coated|Flake|Battery|Grade|Lithium|Nickel|Cobalt"
    r"|Graphite|Manganese|Electrode|Precursor|Advanced|Recycled|Critical|Electric|Vehicle|EV|LFP|New|Commercial|Passenger|Hybrid"
    r"|Big|Giant|Heavy|Iron|Zinc|Flow|Redox|Silicon-Based|Solid|State|All|Grid|Home|Thermal|Gravity|Second-Life"
    r"|Plug-[Ii]n|(?:Li|Lithium|Sodium)-[Ii]on"
    r"|(?:All-)?Solid-[Ss]tate|Energy|Storage)\s)+"
    r"(?:Storage Systems?|Materials?|Minerals?|(?<=Heavy )Metals|Graphite|Hydroxide|Carbonate|Concentrate"
    r"|Sulphate|Sulfate|Precursors?"
    r"|Cells?|Batter(?:y|ies)|Packs?|Vehicles?)"
)


def is_listed(name: str, after: str) -> bool:
    """Whether letters of a single word stand behind it, as those of its share: "Rivian (|RIVN|)"."""
    match = _LETTERS.match(after) if name.istitle() and name.isalpha() else None
    rest = iter(name.upper())
    return match is not None and name[0] == match["letters"][0] and all(letter in rest for letter in match["letters"])


@lru_cache(maxsize=256)
def ends_in_field(name: str) -> bool:
    """Whether a name ends in a word of its trade: "Alder Energy"; kept, since each name is asked for several times."""
    return _ENDS_IN_FIELD.search(name) is not None


def looks_like_company(text: str, start: int, end: int) -> bool:
    """Whether a run of several words ends in a trade or a legal form, or such a form follows it."""
    whole = text[start:end].rstrip()
    if " " in whole and (ends_in_field(whole) or HAS_LEGAL.search(whole)):
        return True
    return bool(LEGAL_AFTER.match(text[end : end + 30]))


def full_name(name: str) -> str:
    """Without the legal form."""
    return HAS_LEGAL.sub("", name).rstrip(" ,.&")
