"""Known names that are none in a text: part of another name, somebody's own, or what something is not or lacks."""

from __future__ import annotations

from cellwire.claims.actors import ends_a_longer_name, of_another_land
from cellwire.lexicon import Lexicon, regex
from cellwire.model import Hit, HitKind


def is_anothers(text: str, hit: Hit, lexicon: Lexicon) -> bool:
    """Whether a known name is only a part of another land's body, of a person's or a longer name, or left out."""
    part = of_another_land(text, hit, lexicon) or _is_a_speakers_name(text, hit) or ends_a_longer_name(text, hit)
    return part or _is_a_stores_name(text, hit, lexicon) or _is_left_out(text, hit, lexicon)


_STORES_NAME = regex(r" [A-Z][a-z]+ BESS\b")


def _is_a_stores_name(text: str, hit: Hit, lexicon: Lexicon) -> bool:
    """Whether a town's name begins that of a store: "the 300 MWh |Larkin| Vale BESS" may stand anywhere."""
    if hit.kind is not HitKind.PLACE or not _STORES_NAME.match(text, hit.span.end):
        return False
    place = lexicon.localities.get(hit.ids[0])
    return place is not None and place.kind == "city"


_LEFT_OUT = regex(r"\b(?:[Oo]utside|[Bb]eyond|[Ee]xcept(?:\sfor)?)\s(?:of\s)?(?:the\s|mainland\s)?$")


_LACKED = regex(r"\b(?:uses?|contains?|needs?|with|has|have)\sno\s$|\b(?:without|free\sof)\s(?:(?:any|using)\s)?$")


def _is_left_out(text: str, hit: Hit, lexicon: Lexicon) -> bool:
    """Whether it is the one land in which something is not, or what goods lack.

    "A second plant outside |China|", "cells that use no |cobalt|".
    """
    left = _LACKED if hit.kind is HitKind.PRODUCT else _LEFT_OUT if is_country(hit, lexicon) else None
    return left is not None and left.search(text[max(0, hit.span.start - 24) : hit.span.start]) is not None


_GIVEN_NAME = regex(
    r"\b(?!(?:In|At|From|Near|For|And|But|The|New|San|Los|Las|Port|Fort|El|La|St|North|South|East|West)\b)[A-Z][a-z]+ $"
)
# "Ken |Saito|, stated", "Ann |Lansing|, Alder's CEO"
_SPEAKS = regex(
    r",? (?:said|says|stated|states|told|added|explained|noted|announced to|commented)\b"
    r"|, (?:the |its )?(?:[A-Z][\w&.-]*(?:['’]s)? ){0,3}(?:(?:new|former|chief|vice|managing|founder|and) ){0,2}"
    r"(?:CEO|CFO|CTO|COO|president|chair(?:man|woman)?|director|founder|minister|officer|spokes\w+|analyst|executive)\b"
)


def _is_a_speakers_name(text: str, hit: Hit) -> bool:
    """Whether a place's name is somebody's: "the minister, Ken |Saito|, stated"."""
    if hit.kind is not HitKind.PLACE or not _SPEAKS.match(text, hit.span.end):
        return False
    return _GIVEN_NAME.search(text, max(0, hit.span.start - 20), hit.span.start) is not None


def is_country(hit: Hit, lexicon: Lexicon) -> bool:
    return (
        hit.kind is HitKind.PLACE
        and hit.ids[0] in lexicon.localities
        and lexicon.localities[hit.ids[0]].kind == "country"
    )
