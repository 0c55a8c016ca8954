"""Which place a name means: by the region or country beside it, by those named elsewhere, else by population."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from math import log10
from typing import Any

from cellwire.lexicon.gazetteer import NEVER, PERSONAL, SURE, WORD, Gazetteer
from cellwire.lexicon.regexes import regex
from cellwire.lexicon.tables import read_toml
from cellwire.lexicon.words import PLANT
from cellwire.model import Hit, HitKind, Locality

_NEXT = regex(r"\s*(?:,\s*|\(\s*)(?:in\s+)?")
# "the |Jinhu| Economic Development Zone in Huai'an": the place behind it says which one
_ZONE = regex(r"(?:\s[A-Z][\w-]*){0,4}\s(?:[Zz]one|[Pp]ark|[Ee]state|[Cc]omplex|[Dd]istrict)\s?(?:,|in)\s(?:the\s)?")
_AFTER_COMMA = regex(r"\s*,\s*([A-Z][\w.]*\.?(?: York)?)")
_OF = r"(?:the\s+)?(?:(?:city|town|village|port)\s+of\s+)?$"
_NAME = r"[A-Z][\w'-]+(?:\s[A-Z][\w'-]+){0,2}"
_IN = regex(rf"\b(?:[Ii]n|[Aa]t|[Nn]ear|[Oo]utside)\s+{_OF}")
_IN_A_TOWN = regex(rf"\b(?:[Ii]n|[Aa]t|[Nn]ear|[Oo]utside)\s{_NAME},\s$")  # "in Kendal, |Cumbria|"
_CHOSEN = regex(r"\b(?:chosen|chose|picked|picks|selected|selects|opted\sfor|settled\son)\s$")
_AS_A_SITE = regex(r"\s(?:as|for)\b")  # "has chosen |Steyr| as the site", "picks |Kokomo| for a plant"
_TOWARDS = regex(rf"\b(?:from|to|of|around)\s+{_OF}")
_LONGER = regex(r"\s[A-Z][a-z]")
_SITE = regex(rf"(?:['’]s)?\s+(?:[a-z]+\s+)?(?:{PLANT}|works|complex|project)\b")
# "the 2,000MWh |Collie| Battery Energy Storage System", "its |Trenton| Channel coal power plant": named after its town
_NAMED_SITE = regex(
    r"(?:\s[A-Z][\w-]*){1,5}(?:\s[a-z]+){0,2}\s?(?<=\s)(?:[Pp]lant|[Ff]actory|[Gg]igafactory|[Ff]acility|[Pp]roject|[Mm]ine"
    r"|[Rr]efinery)\b|(?:\s[A-Z][\w-]*){0,4}\s(?:Storage System|Power Station|Energy Hub|Energy Park)\b"
)
# "Ken |Saito|, Minister of Economy"
_FIRST_NAME = regex(r"(?:^|[^.\w])(?!(?:In|At|Near|From|To|Of|The|And)\b)[A-Z][a-z]+\s$")
_OFFICE = regex(
    r",\s(?:the\s|its\s)?(?:[\w-]+\s){0,3}?(?:[Mm]inister|[Dd]eputy|[Dd]irector|[Pp]resident|[Cc]hair(?:man|woman)?|CEO"
    r"|[Ss]ecretary|[Mm]anager|[Aa]nalyst|[Pp]rofessor|[Hh]ead|[Cc]hief|[Gg]overnor|[Mm]ayor|[Ff]ounder|[Ss]poke\w+)\b"
)
# "at 400 N. |Aberdeen| St.", "a native of |Grayson|", "told reporters in |Adelaide|", "the bakery giant |Bimbo|",
# "buys a solar park from |Swift Creek|",
# "twice the size of the |Lathrop| factory"
_STREET = regex(r"\s(?:(?:St|Ave|Blvd|Rd|Dr|Hwy|Pkwy)\.|(?:Street|Avenue|Boulevard|Road|Drive|Highway|Parkway)\b)")
_OTHER_MATTERS = regex(
    r"\b(?:natives? of|(?:born|raised|grew up) in"
    r"|(?:told|speaking to|spoke to) (?:reporters|journalists|the media|the press|delegates|an audience) (?:in|at)"
    r"(?: the (?:[a-z]+ ){1,3}(?:of|in|,)?)?"
    r"|(?:acquir|purchas)(?:e|es|ed|ing) [^;]{1,70} from|(?:buy|buys|buying|bought) [^;]{1,70} from"
    r"|giant|maker|company|firm|group|start-?up|manufacturer|producer|retailer|chain|brand"
    r"|(?:size of|than|unlike|similar to|compared (?:to|with)) the) $"
    r"|(?:reporters|journalists) in the (?:[a-z]+ ){1,3}(?:capital|city), $"
)
_WORD = regex(r"[A-Z][a-z]+")
NEAR = 120  # characters
NAMED_BESIDE = 4.0  # support: its region or country stands in the same sentence or near by
_MUCH = 10_000_000  # inhabitants of what is no town
_MUCH_LARGER = 1.5  # times as many
LITTLE = 100_000  # a smaller town is taken for a place only where something beside it or in the text says so


@dataclass(frozen=True, slots=True)
class _Context:
    """Regions and countries that the text names, with where."""

    named: Mapping[str, list[int]]  # region id or country code → positions, in order
    written: Mapping[int, str]  # the names there, by position

    def support(self, place: Locality, at: int) -> float:
        """Counts what is named elsewhere than at this very place, by another name, and more what is named beside it."""
        return max(self._of(place.region, at) * 3.0, self._of(place.country, at) * 2.0)

    def _of(self, known: str | None, at: int) -> int:
        name = self.written.get(at)  # that "Quebec" is named twice makes it no city
        positions = [p for p in self.named.get(known or "", []) if p == at or self.written.get(p) != name]
        here = bisect_left(positions, at)
        elsewhere = [p for p in positions[max(0, here - 1) : here + 2] if p != at]
        return 2 if any(abs(position - at) <= NEAR for position in elsewhere) else int(bool(elsewhere))


@cache
def _patterns() -> dict[str, Any]:
    told = read_toml("everyday.toml")
    tails = "|".join(map(re.escape, told["name_tails"]))
    return {
        "tail": re.compile(rf"(?: (?:[A-Z][\w&-]*|of|and)){{0,4}} (?:{tails})\b"),
        "title": re.compile(rf"\b(?:{'|'.join(map(re.escape, told['titles']))})\.?,?\s+(?:[A-Z][a-z]+\s+)?$"),
        "allowed": frozenset(told["allowed_after_preposition"]),
    }


_SIGNS = frozenset("$€£¥")
_FITS = 10.0  # of a place whose region is written behind it


def resolve_places(text: str, hits: Iterable[Hit], gazetteer: Gazetteer) -> dict[Hit, Locality]:
    """The place each hit means; hits that are no place here (a surname, a word, part of a longer name) are left out."""
    places = [hit for hit in hits if hit.kind is HitKind.PLACE]
    following = {hit.span.start: hit for hit in places}
    context = _context(text, places, gazetteer)
    found: dict[Hit, Locality] = {}
    open_to: set[Hit] = set()  # of several places, with nothing behind them that says which
    meant: dict[str, tuple[float, Locality]] = {}  # what a name most likely means in this text
    around: dict[Hit, str] = {}  # the region that stands behind a town in it: "Windsor, |Ontario|" is no town
    for hit in places:
        candidates = [gazetteer.localities[id] for id in hit.ids]
        if around.get(hit) in hit.ids:
            found[hit] = gazetteer.localities[around[hit]]
            continue
        qualifiers = _qualifiers(text, hit, following, gazetteer)
        fitting = [p for p in candidates if qualifiers & {p.region, p.country} and p.id not in qualifiers]
        if _is_beside_the_point(text, hit, candidates):
            continue
        if _elsewhere(qualifiers, candidates, gazetteer) or _lies_abroad(text, hit, following, candidates, gazetteer):
            continue  # "Freetown, Massachusetts" is not the one in Sierra Leone
        if not fitting and _no_place(text, hit, candidates, context=context, gazetteer=gazetteer):
            continue
        found[hit] = place = _likeliest(fitting or candidates, context, hit.span.start)
        if place.region and place.region in qualifiers and (behind := _behind(text, hit, following)):
            around[behind] = place.region
        if len(candidates) > 1:
            score = _score(place, context.support(place, hit.span.start)) + (_FITS if fitting else 0)
            meant[text[hit.span.start : hit.span.end]] = max(
                (score, place), meant.get(text[hit.span.start : hit.span.end], (0.0, place)), key=lambda each: each[0]
            )
            open_to.update({hit} if not fitting else ())
    for hit in open_to:
        score, place = meant[text[hit.span.start : hit.span.end]]
        if score > _score(place, 0) or not _are_alike(hit, gazetteer):
            found[hit] = place
        else:
            del found[hit]
    return found


def _are_alike(hit: Hit, gazetteer: Gazetteer) -> bool:
    """Whether towns of several lands have the name, and none of them is much the largest: "Newcastle"."""
    largest: dict[str | None, int] = {}
    for place in (gazetteer.localities[id] for id in hit.ids):
        size = place.population if place.kind == "city" else _MUCH
        largest[place.country] = max(largest.get(place.country, 0), size)
    first, second = sorted([0, 0, *largest.values()])[-2:][::-1]
    return first < _MUCH_LARGER * second and first < _MUCH


def _is_beside_the_point(text: str, hit: Hit, candidates: list[Locality]) -> bool:
    """Whether a town is a street's, a firm's or a person's, or where somebody speaks: nothing of the news is there."""
    before = text[max(0, hit.span.start - 80) : hit.span.start]
    if candidates[0].kind in {"city", "region"} and _STREET.match(text, hit.span.end):
        return True
    return candidates[0].kind == "city" and _OTHER_MATTERS.search(before) is not None


def _elsewhere(qualifiers: set[str | None], candidates: list[Locality], gazetteer: Gazetteer) -> bool:
    """Whether the region or country written behind a town is of a land that none of its candidates lies in."""
    if any(place.kind != "city" for place in candidates):
        return False
    lands = {
        gazetteer.localities[known].country if known in gazetteer.localities else known for known in qualifiers if known
    }
    return bool(lands) and lands.isdisjoint({place.country for place in candidates})


def _lies_abroad(
    text: str, hit: Hit, following: Mapping[int, Hit], candidates: list[Locality], gazetteer: Gazetteer
) -> bool:
    """Whether it names a zone in another land than it could lie in itself."""
    zone = _ZONE.match(text, hit.span.end)
    behind = following.get(zone.end()) if zone else None
    if behind is None:
        return False
    return {place.country for place in candidates}.isdisjoint({gazetteer.localities[id].country for id in behind.ids})


def _likeliest(candidates: list[Locality], context: _Context, at: int) -> Locality:
    if len(candidates) == 1:
        return candidates[0]
    return max(candidates, key=lambda place: _score(place, context.support(place, at)))


def _score(place: Locality, support: float) -> float:
    size = {"country": 9.0, "area": 9.0, "region": 7.5, "park": 5.5}.get(place.kind, log10(max(place.population, 3000)))
    return size + 1.5 * support


def _context(text: str, places: Iterable[Hit], gazetteer: Gazetteer) -> _Context:
    named: dict[str, list[int]] = {}
    for hit in places:
        first = gazetteer.localities[hit.ids[0]]
        money = text[hit.span.end : hit.span.end + 1] in _SIGNS  # "US$20 million" is said of no country
        if first.kind in ("country", "region") and not money and not _is_a_persons(text, hit, gazetteer):
            for known in {first.country, first.id if first.kind == "region" else None} - {None}:
                named.setdefault(str(known), []).append(hit.span.start)
    for word in gazetteer.demonyms.keys() & set(_WORD.findall(text)):
        named.setdefault(gazetteer.demonyms[word], []).extend(_whole(text, word))
    written = {hit.span.start: hit.span.cut(text) for hit in places}
    return _Context({known: sorted(set(positions)) for known, positions in named.items()}, written)


def _whole(text: str, word: str) -> Iterator[int]:
    """Where a capitalised word stands that does not go on in small letters."""
    start = text.find(word)
    while start >= 0:
        end = start + len(word)
        if not "a" <= text[end : end + 1] <= "z":
            yield start
        start = text.find(word, end)


def _qualifiers(text: str, hit: Hit, following: Mapping[int, Hit], gazetteer: Gazetteer) -> set[str | None]:
    """Region ids and country codes written directly behind: "Birmingham, Alabama", "Kokomo, IN", "Sines (Portugal)"."""
    found: set[str | None] = set()
    if short := _AFTER_COMMA.match(text, hit.span.end):
        known = gazetteer.abbreviations.get(short[1]) or gazetteer.abbreviations.get(short[1].rstrip("."))
        found.add(known)
    position = hit.span.end
    for _ in range(2):  # "Bécancour, Quebec, Canada"
        gap = _NEXT.match(text, position)
        beside = following.get(gap.end()) if gap else None
        if not beside or _is_a_persons(text, beside, gazetteer):
            break
        found |= _stands_for(beside, gazetteer)
        position = beside.span.end
    return found - {None}


def _behind(text: str, hit: Hit, following: Mapping[int, Hit]) -> Hit | None:
    """The place written directly behind another."""
    gap = _NEXT.match(text, hit.span.end)
    return following.get(gap.end()) if gap else None


def _is_a_persons(text: str, hit: Hit, gazetteer: Gazetteer) -> bool:
    """ "In Lincoln, |Angus| Taylor said"."""
    return bool(gazetteer.wary.get(hit.span.cut(text))) and _LONGER.match(text, hit.span.end) is not None


def _stands_for(hit: Hit, gazetteer: Gazetteer) -> set[str | None]:
    localities = [gazetteer.localities[id] for id in hit.ids]
    return {p.id for p in localities if p.kind == "region"} | {p.country for p in localities if p.kind == "country"}


def _no_place(text: str, hit: Hit, candidates: list[Locality], *, context: _Context, gazetteer: Gazetteer) -> bool:
    """Whether the name is more likely a person's, a word, or the first part of a longer name."""
    patterns = _patterns()
    before, after = text[max(0, hit.span.start - 40) : hit.span.start], text[hit.span.end : hit.span.end + 80]
    if candidates[0].kind not in ("country", "area") and (
        patterns["tail"].match(after) or patterns["title"].search(before)
    ):
        return True
    if candidates[0].kind == "city" and _FIRST_NAME.search(before) and _OFFICE.match(after):
        return True
    name = hit.span.cut(text)
    caution = gazetteer.wary.get(name)
    little_known = caution != SURE and all(place.kind == "city" and place.population < LITTLE for place in candidates)
    if caution not in (PERSONAL, WORD, NEVER) and not little_known:
        return False
    placed = bool(_IN.search(before) or (_CHOSEN.search(before) and _AS_A_SITE.match(after)))
    supported = any(context.support(p, hit.span.start) for p in candidates)
    if caution in (PERSONAL, WORD, NEVER) and _LONGER.match(after):
        beside = any(context.support(place, hit.span.start) > NAMED_BESIDE for place in candidates)
        return caution == NEVER or not (beside and _NAMED_SITE.match(after))
    if caution == NEVER:
        return not (placed and name in patterns["allowed"])
    if caution == WORD:
        return not (placed and (supported or name in patterns["allowed"]))
    if caution == PERSONAL:
        district = candidates[0].kind == "region" and _IN_A_TOWN.search(before)
        return not (placed or district or _SITE.match(after))
    told = _TOWARDS.search(before) or (_SITE.match(after) and not context.named)  # a mine's name may be its own
    headed = hit.span.start == 0 and after.startswith(": ")  # "|Rayleigh|: Lorry burns", as a title begins
    return not (placed or supported or told or headed)
