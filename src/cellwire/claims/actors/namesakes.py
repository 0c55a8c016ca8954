"""Who is called like a known company and is another: firms that no list knows ("SK Enmove"), persons ("Doug Ford")."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from cellwire.claims.actors.naming import COMMON, GOODS, RUN, cut_run
from cellwire.lexicon import Lexicon, english_words, load_lexicon, load_words, regex
from cellwire.model import Hit, HitKind, Span

_MAKES_CARS = frozenset({"carmaker", "truckmaker", "vehicle"})  # what follows their names is as often a car's
_ALSO_CARS = frozenset({"EV", "Electric", "Hydrogen", "Motorcycle", "Truck", "Vehicle"})
_TRADES = frozenset(load_words("fields"))
# what makes no batteries has its own firm: "BYD Electronics"
_OTHER_TRADES = frozenset(
    {"Electronics", "Semiconductor", "Semiconductors", "Display", "Pharma", "Finance", "Financial", "Insurance", "Bank"}
)
# "Alder |Australia|, ", "Alder |India| has", not the plain "Alder |China| sales"
_GOES_ON = regex(
    r"(?:['’]s\b)?(?=[,.;:)'’\n]|$| [(.…]"
    r"| (?:is|are|was|were|has|have|had|will|would|to|and|or|said|says|for|in|on|at|from|by|with|as|of|that|which|who"
    r"|[a-z]{3,}ed)\b)"
)
_LONG = 3  # words: "JSW Neo Energy", not "Tesla Energy", a part of the company itself


def longer_names(text: str, hits: Sequence[Hit], headlines: Sequence[Span], lexicon: Lexicon) -> dict[Hit, Span]:
    """The hits that are only the beginning of a name, with the whole of it.

    In a headline in capitals that is what the text below calls so.
    """
    known = [hit for hit in hits if hit.kind is HitKind.ORGANISATION]
    lands = {hit.span.start: hit.span.end for hit in hits if hit.kind is HitKind.PLACE and _is_land(hit, lexicon)}
    ends = [*(hit.span.start for hit in known[1:]), len(text)]
    titled = [any(line.holds(hit.span) for line in headlines) for hit in known]
    found: dict[Hit, Span] = {}
    for hit, end, title in zip(known, ends, titled, strict=False):  # the last end is the text's
        span = _of_a_land(text, hit, lands, lexicon) or (None if title else _longer_name(text, hit, end, lexicon))
        if span:
            found[hit] = span
    told = sorted({span.cut(text) for span in found.values()}, key=len, reverse=True)
    for hit, title in zip(known, titled, strict=True):
        name = next((name for name in told if text.startswith(f"{name} ", hit.span.start)), None) if title else None
        if name:
            found[hit] = Span(hit.span.start, hit.span.start + len(name))
    return found


def _is_land(hit: Hit, lexicon: Lexicon) -> bool:
    return lexicon.localities[hit.ids[0]].kind in {"country", "area"}


def _of_a_land(text: str, hit: Hit, lands: Mapping[int, int], lexicon: Lexicon) -> Span | None:
    """A company's subsidiary in a land: who buys "Alder |India|" buys not Alder. A carmaker's only sells its cars."""
    end = lands.get(hit.span.end + 1)
    known = lexicon.organisations[hit.ids[0]]
    if end is None or known.kind != "company" or not _MAKES_CARS.isdisjoint(known.chain):
        return None
    return Span(hit.span.start, end) if text[hit.span.end] == " " and _GOES_ON.match(text, end) else None


def _longer_name(text: str, hit: Hit, following: int, lexicon: Lexicon) -> Span | None:
    """The whole of a name of which only the first word is known; None where that word is the name.

    It ends before `following`, where the next known name begins: "GM |Ultium Cells|" are two.
    """
    written = hit.span.cut(text)
    abroad = lexicon.organisations[hit.ids[0]].country != "CN"
    if abroad and " " in written and (goes_on := _NEW_TRADE.match(text, hit.span.end)):
        return Span(hit.span.start, goes_on.end())
    if " " in written or text[hit.span.end : hit.span.end + 1] != " ":
        return None
    known = lexicon.organisations[hit.ids[0]]
    run = RUN.match(text, hit.span.start)
    found = cut_run(text, *run.span()) if run and known.kind == "company" else None
    if found is None or found[0] != hit.span.start or found[1] <= hit.span.end or found[1] > following:
        return None
    span = Span(*found)
    words = span.cut(text).split(" ")
    if words[-1] in _OTHER_TRADES:
        return span
    trade = words[-1] in _TRADES
    group = written in lexicon.group_words
    cars = not _MAKES_CARS.isdisjoint(known.chain)
    if trade and (group or len(words) >= _LONG) and not (cars and words[-1] in _ALSO_CARS):
        return span
    unlisted = words[1] not in COMMON and words[1].isalpha() and words[1].lower() not in english_words()
    return span if group and unlisted and len(words) == 2 and not cars else None


# "Ostra Lithium |New Energy|": in China many firms are called so, and Ostra is at home elsewhere
_NEW_TRADE = regex(r" New (?:Energy|Materials?)(?: (?:Technology|Technologies|Materials?|Group))?\b(?! [Vv]ehicles?\b)")
_NAME_BEFORE = regex(r"(?<![\w.'’-])(?P<name>[A-Z][A-Za-z]+) $")
_A_STORE = regex(r" BESS\b")


def ends_a_longer_name(text: str, hit: Hit) -> bool:
    """Whether a known name that is also words of a trade ends another firm's, or a store's own name:
    "Ostra |Hydro|", "Battery |Mineral Resources|", "the 300 MWh Larkin |Vale| BESS"."""
    name = hit.span.cut(text)
    *first, last = name.split(" ")
    stores = name.istitle() and _A_STORE.match(text, hit.span.end) is not None
    if hit.kind is not HitKind.ORGANISATION or not (last in _TRADES or stores):
        return False
    before = _NAME_BEFORE.search(text, max(0, hit.span.start - _OFFICE), hit.span.start)
    if before is None:
        return False
    if first and last in _TRADES:
        return before["name"] in _MINED and _is_plain(name)
    return before["name"] not in COMMON and (last in _TRADES or not _may_own_it(before["name"]))


def _is_plain(name: str) -> bool:
    return all(word.lower() in english_words() for word in name.split(" "))


def _may_own_it(word: str) -> bool:
    """Whether a word before a known name is an everyday one, or somebody else who takes part."""
    firm = any(hit.kind is HitKind.ORGANISATION for hit in load_lexicon().find(word))
    return firm or word.lower() in english_words()


_MINED = frozenset({*GOODS, "Battery", "Copper", "Gold", "Silver", "Critical", "Strategic", "Rare"})


_IN_OFFICE = regex(
    r"\b(?:Premier|President|Prime Minister|Minister|Governor|Gov\.?|Mayor|Senator|Sen\.?|Secretary|Chancellor"
    r"|Professor|Commissioner|Representative|Rep\.?|M[rs]s?\.?|Dr\.?)\s(?:[A-Z][\w.'’-]*\s){0,2}$"
)
_OFFICE = 60  # characters


def persons_so_called(text: str, hits: Sequence[Hit]) -> frozenset[Hit]:
    """The hits that are persons: of "Premier Doug |Ford|" also the Ford of later sentences.

    Not where the text has named the company before.
    """
    found: set[Hit] = set()
    firms: set[str] = set()
    people: set[str] = set()
    for hit in hits:
        name = hit.span.cut(text)
        if hit.kind is not HitKind.ORGANISATION or not name.isalpha() or not name.istitle():
            continue
        if _is_in_office(text, hit.span.start):
            people.add(name)
            found.add(hit)
        elif name in people and name not in firms:
            found.add(hit)
        else:
            firms.add(name)
    return frozenset(found)


def _is_in_office(text: str, start: int) -> bool:
    before = text[max(0, start - _OFFICE) : start]
    word = before[:-1].rpartition(" ")[2]
    return before[-1:] == " " and word[:1].isupper() and _IN_OFFICE.search(before) is not None
