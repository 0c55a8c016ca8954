"""Whether a sentence gives a figure to another place, or to several."""

from __future__ import annotations

import re

from cellwire.lexicon import load_lexicon
from cellwire.model import Hit, Kind, Locality, Place, Span
from cellwire.publish.brief.belonging.said import Said

_ANTECEDENT = 45  # characters before "where"
_WIDE = {"country", "area"}
_JOINED = re.compile(r"(?: ?\([^)]*\))?(?:, [A-Z][\w. ]+)?,? (?:and|or|as well as)(?: in)? (?:the )?")


def speaks_of_a_country(said: Said) -> bool:
    """ "The US has around 800 GWh of planned capacity": nobody's plant."""
    places = [] if said.names_its_own else _places(said.text)
    if not places or places[0][1].kind not in _WIDE:
        return False
    return re.fullmatch(r"\W*(?:in )?(?:the )?", said.text[: places[0][0].span.start], re.IGNORECASE) is not None


_INTO = re.compile(r"(?: \([^()]*\))?(?: more)? in (?:the )?")
_FOR_A_PLANT = re.compile(
    r"[^,;.]{0,40}\b(?:plants?|factory|facility|site|gigafactory|mine|refinery|project)\b", re.IGNORECASE
)
# "In Canada's first large-scale plant": the land's own, which is the plant
_LANDS_OWN = re.compile(
    r"[’']s? (?:[\w-]+[, ]+){1,12}?(?:plants?|factory|facility|site|gigafactory|mine|refinery|project)\b"
)


def goes_to_a_country(said: Said) -> bool:
    """ "To invest |$7.7 billion| in Spain, details plans for a plant": all that goes there, and not into Valencia."""
    home = load_lexicon().localities.get(said.development.place.id or "") if said.development.place else None
    into = _INTO.match(said.text, said.at.end)
    if into is None or home is None or home.kind in _WIDE or said.development.kind is not Kind.FACILITY:
        return False
    named = [hit for hit, place in _places(said.text) if hit.span.start == into.end() and place.kind in _WIDE]
    if named and _LANDS_OWN.match(said.text, named[0].span.end):
        return False
    return bool(named) and _FOR_A_PLANT.match(said.text, named[0].span.end) is None


def gives_it_to_two_places(said: Said) -> bool:
    """ "In Jianyang and Qujing": the plant's own place, joined to one that is neither in it nor around it."""
    own = said.development.place
    home = load_lexicon().localities.get(own.id or "") if own else None
    if home is None or said.development.kind is not Kind.FACILITY:
        return False
    named = _places(said.text)
    ours = [hit for hit, place in named if place.id == home.id or place.name == home.name]
    others = [hit for hit, place in named if place.kind not in _WIDE and not _around(place, home)]
    return any(_joined(one.span, other.span, said.text) for one in ours for other in others)


_STATE = r"(?:,? in (?:the )?(?:state|province|region|county) of [A-Z][\w ]+|,? in [A-Z]\w+|, [A-Z][\w. ]+)?"
_OR = re.compile(rf"{_STATE},? (?:and|or)(?: in)? (?:the )?")


def second_site(place: Place, text: str) -> Span | None:
    """ "Considering Ciudad Juarez, in the state of Chihuahua, and |Saltillo|": the other site of the same land."""
    home = load_lexicon().localities.get(place.id or "")
    named = _places(text) if home and home.kind not in _WIDE else []
    ours = [hit.span for hit, known in named if home and known.id == home.id]
    for hit, known in named:
        fits = known.kind not in _WIDE and known.country == place.country and home and not _around(known, home)
        if fits and any(_OR.fullmatch(text[one.end : hit.span.start]) for one in ours if one.end < hit.span.start):
            return hit.span
    return None


def speaks_of_a_place_elsewhere(said: Said) -> bool:
    """ "As large as in France and Germany, where the investment is seen at €2 billion", of a plant in Italy."""
    before = said.text[: said.at.start]
    clause = re.search(r", (?:where|in which)\b[^;]*$", before)
    home = said.development.country
    if clause is None or home is None or said.development.kind is not Kind.FACILITY:
        return False
    named = [place for _, place in _places(before[max(0, clause.start() - _ANTECEDENT) : clause.start()])]
    return bool(named) and all(place.country not in {None, home} for place in named)


def _places(text: str) -> list[tuple[Hit, Locality]]:
    lexicon = load_lexicon()
    hits = [hit for hit in lexicon.find(text) if text[hit.span.end : hit.span.end + 1] != "$"]
    known = lexicon.resolve_places(text, hits)
    return [(hit, known[hit]) for hit in hits if hit in known]


def _around(place: Locality, home: Locality) -> bool:
    return place.name == home.name or place.id == home.region or place.region == home.id


def _joined(one: Span, other: Span, text: str) -> bool:
    first, second = sorted((one, other))
    return _JOINED.fullmatch(text[first.end : second.start]) is not None
