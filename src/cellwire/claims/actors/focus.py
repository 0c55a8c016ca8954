"""Who has been spoken of so far, and whom "the South Korean chemical company" may mean of them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import islice, pairwise

from msgspec import Struct

from cellwire.claims.actors.groups import NO_FIRMS, SILENT, name_groups
from cellwire.claims.gates import gated
from cellwire.claims.scene import Name, Sentence
from cellwire.lexicon import regex

_ROAD = frozenset({"carmaker", "truckmaker", "vehicle"})
_ORE = frozenset({"miner", "lithium", "nickel", "cobalt", "graphite", "manganese", "vanadium", "copper", "rare earths"})
_VENTURE = frozenset({"venture"})
_KIND_OF_FIRM = {
    "automaker": _ROAD,
    "carmaker": _ROAD,
    "automobile manufacturer": _ROAD,
    "miner": _ORE,
    "explorer": _ORE,
    "recycler": frozenset({"recycler"}),
    "utility": frozenset({"utility"}),
    "venture": _VENTURE,
    "joint venture": _VENTURE,
    "jv": _VENTURE,
}
_MAKES = frozenset({"maker", "manufacturer", "producer", "giant", "supplier", "developer", "startup", "start-up"})
_MADE = {
    **dict.fromkeys(("battery", "cell"), frozenset({"cell", "pack", "integrator"})),
    **dict.fromkeys(("car", "ev", "vehicle", "electric-vehicle", "truck", "bus"), _ROAD),
}
_TRADE = {"mining": _ORE, "recycling": frozenset({"recycler"})}  # "the lithium mining company"
# "in the solid-state battery |startup| Alder", "the |miner| Birch": what the text itself calls somebody
_CALLED = gated(
    r"\b(startup|start-up|developer|miner|explorer|recycler|producer|maker|manufacturer|refiner|supplier|utility|carmaker"
    r"|automaker)\s$",
    re.I,
    needs="startup start developer miner explorer recycler producer maker manufacturer refiner supplier utility "
    "carmaker automaker",
)
_STATES = {"us": "US", "u.s.": "US", "uk": "GB", "u.k.": "GB"}  # nations that are told by their letters
_REMEMBERED = 60  # companies: who was spoken of before that is not meant by "the company"


class Said(Struct, frozen=True):
    """What "the South Korean chemical company" says of who is meant: its noun, what such firms do, its nation."""

    noun: str
    kinds: frozenset[str]
    country: str | None
    seat: bool  # whether it names a town or a state, which the lexicon says of nobody


def said_of(words: str, noun: str, demonyms: Mapping[str, str], seat: str | None) -> Said:
    before = words.split()[1 : -len(noun.split())]
    trade = before[-1].lower() if before else ""
    made = _MADE.get(trade) if noun in _MAKES else _TRADE.get(trade)
    nations = [" ".join(before[at:to]) for at in range(len(before)) for to in (at + 2, at + 1)]
    country = next((code for each in nations if (code := demonyms.get(each) or _STATES.get(each.lower()))), None)
    return Said(noun, _KIND_OF_FIRM.get(noun) or made or frozenset(), country or seat, not country)


class Focus(Struct):
    """What has been spoken of so far, by id, most recent last."""

    subjects: dict[str, Name] = {}
    pair: tuple[Name, ...] = ()
    three: tuple[Name, ...] = ()  # the last three that a sentence named: "the three parties"
    told: bool = False  # whether a company was named outside the headlines
    joined: tuple[Name, ...] = ()  # two that were last named in one breath: "CATL and Ford"
    main: str = ""  # whom the text is about, by id
    called: dict[str, set[str]] = {}  # the nouns by which the text calls somebody: "startup"

    def note(self, sentence: Sentence) -> None:
        firms = [name for name in sentence.names if name.kind not in SILENT]
        if not firms:
            return
        for name in firms:
            if not name.referred and (noun := _CALLED.search(sentence.before(name.said.start, 20), sentence.opened)):
                self.called.setdefault(name.id, set()).add(noun[1].lower())
        self.told = self.told or (not sentence.headline and any(name.kind != "government" for name in firms))
        for name in _by_weight(sentence, firms):
            self.subjects.pop(name.id, None)
            self.subjects[name.id] = name
        self.joined = _joined(sentence, [name for name in firms if not name.referred]) or self.joined
        for told in ([name for name in firms if not name.referred], firms):
            distinct: dict[str, Name] = {}
            for name in told:
                if name.kind != "government":
                    distinct.setdefault(name.id, name)
            if len(distinct) == 3:
                self.three = tuple(distinct.values())
            if len(distinct) >= 2:
                self.pair = tuple(distinct.values())
                return

    @property
    def latest(self) -> Name | None:
        return next(reversed(self.subjects.values()), None)

    def one(self, said: Said, other_than: frozenset[str] = frozenset()) -> Name | None:
        """Who was spoken of last and is such a firm; of a nation, if any of them is that nation's."""
        wanted = said.kinds
        fits = [
            name
            for name in islice(reversed(self.subjects.values()), _REMEMBERED)
            if name.kind not in NO_FIRMS and said.noun != "subsidiary" and name.id not in other_than
            if not wanted
            or not wanted.isdisjoint((*name.chain, name.kind))
            or (not name.known and not name.chain and wanted is not _VENTURE)
        ]
        abroad = {name.id for name in fits if said.country and name.country and name.country != said.country}
        at_home = [
            name
            for name in fits
            if said.country and (name.id not in abroad if said.seat else name.country == said.country)
        ]
        so_called = [name for name in fits if said.noun in self.called.get(name.id, ()) and name.id not in abroad]
        return next(iter(so_called or at_home or self._surely(fits, wanted)), None)

    def _surely(self, fits: list[Name], wanted: frozenset[str]) -> list[Name]:
        """Those who make what is said, unless the last one may do so too and is who the text is about."""
        if not wanted or not fits or fits[0].id == self.main or not wanted.isdisjoint((*fits[0].chain, fits[0].kind)):
            return fits
        return [name for name in fits if not wanted.isdisjoint((*name.chain, name.kind))] or fits


def _by_weight(sentence: Sentence, firms: Sequence[Name]) -> Sequence[Name]:
    """The firms of a sentence, its first subject last."""
    if len(firms) == 1:
        return firms
    groups = name_groups(sentence, firms)
    leading = [name for group in groups if not group.lead for name in group.names]
    others = [name for group in groups if group.lead for name in group.names]
    return [*reversed(others), *reversed(leading)]


_AND = regex(r"\.?\s*(?:and|&|,? as well as)\s+(?:[\w.-]+['’]s?\s+)?")


def _joined(sentence: Sentence, names: Sequence[Name]) -> tuple[Name, ...]:
    """Two companies with only an "and" between them."""
    base = sentence.span.start
    for one, other in pairwise(names):
        if one.id != other.id and _AND.fullmatch(sentence.text[one.said.end - base : other.said.start - base]):
            return one, other
    return ()
