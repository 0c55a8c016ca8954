"""Which of many documents carry one text.

Documents that share runs of their leads are compared, sketch with sketch; the order in which they came changes nothing.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from itertools import chain

from cellwire.model import Document, Origin, newer_versions
from cellwire.stories.copies import KEYS, Sketch, alike, sketch, stands_for
from cellwire.stories.joining import Joined

FOUND = 5  # one of so many keys has to be shared: phrases that many texts begin with are not enough
COMMON = 1000  # a run that more texts hold is boilerplate and finds nothing
_AT_ONCE = 2000  # texts that are compared with what is near them

Load = Callable[[Iterable[str]], Iterable[Sketch]]  # of documents, by their ids


def find_origins(documents: Iterable[Document]) -> list[Origin]:
    """One origin for each text, with its carriers in order of publication; the first to publish gives it its id."""
    return join_sketches([sketch(document) for document in documents])


def join_sketches(sketches: Iterable[Sketch], *, frequent: Collection[int] = ()) -> list[Origin]:
    """The origins of texts that are all at hand.

    Keys that are `frequent` among texts that are not given here find nothing here either.
    """
    ordered = {one.document.id: one for one in sorted(sketches, key=lambda one: one.order)}
    held = Counter(chain.from_iterable(one.key_numbers for one in ordered.values()))
    found = {key for key, count in held.items() if 1 < count <= COMMON}.difference(frequent)
    shared = {id: one.key_numbers & found for id, one in ordered.items()}
    few = {id: len(one.key_numbers) for id, one in ordered.items() if one.has_few_keys}
    newer = newer_versions(one.document for one in ordered.values())
    return join_texts(Leads([*ordered], shared, few), lambda ids: map(ordered.__getitem__, ids), newer)


@dataclass(frozen=True, slots=True)
class Leads:
    """Texts in order of publication, and by what they are found by one another."""

    ids: Sequence[str]
    shared: Mapping[str, Collection[int]]  # of those that share keys with others, these keys
    few: Mapping[str, int]  # of texts so short that they have few keys at all, how many


def join_texts(leads: Leads, load: Load, newer: Mapping[str, str]) -> list[Origin]:
    """One origin for each text: what is alike in length and words is one, a teaser goes to the first it stands for.

    Sketches are loaded of those texts alone that are found by others. `newer` are versions by those they replace.
    """
    joined = _Carriers(leads.ids)
    texts = _Texts(leads)
    for start in range(0, len(leads.ids), _AT_ONCE):
        places = range(start, min(start + _AT_ONCE, len(leads.ids)))
        near = {place: found for place in places if (found := texts.take(place))}
        met = {leads.ids[place] for one, others in near.items() for place in (one, *others)}
        sketches = {one.document.id: one for one in load(met)}
        for place, others in near.items():
            joined.compare(place, others, sketches)
    return joined.origins(newer)


class _Carriers:
    """Texts, by their places in order of publication, as they are found to be one."""

    def __init__(self, ids: Sequence[str]) -> None:
        self._ids = ids
        self._joined: Joined[str] = Joined()
        self._articles: dict[int, int] = {}  # by teaser, the first that it stands for
        for id in ids:
            self._joined.add(id)

    def compare(self, place: int, others: Iterable[int], sketches: Mapping[str, Sketch]) -> None:
        id = self._ids[place]
        one = sketches[id]
        for before in others:
            other = sketches[self._ids[before]]
            if self._joined.together(id, self._ids[before]):
                continue
            if alike(one, other):
                self._joined.join(id, self._ids[before])
            elif one.length < other.length:
                self._stand_for(place, before, one, other)
            else:
                self._stand_for(before, place, other, one)

    def _stand_for(self, place: int, whole: int, teaser: Sketch, article: Sketch) -> None:
        if stands_for(teaser, article):
            self._articles[place] = min(whole, self._articles.get(place, whole))

    def origins(self, newer: Mapping[str, str]) -> list[Origin]:
        for teaser, article in self._articles.items():
            self._joined.join(self._ids[teaser], self._ids[article])
        for old, new in newer.items():
            self._joined.join(old, new)
        return [_origin(carriers) for carriers in self._joined.groups()]


def _origin(carriers: Sequence[str]) -> Origin:
    first = sha256(carriers[0].encode()).hexdigest()[:12]
    return Origin(f"ori_{first}", tuple(carriers))


def rarest(keys: Iterable[int], held: Mapping[int, int], enough: int) -> list[int]:
    """So many of a text's keys that whoever shares enough of all shares one of these; rare ones find few others."""
    ordered = sorted(keys, key=lambda key: (held[key], key))
    return ordered[: max(0, len(ordered) - enough + 1)]


def enough_of(keys: int) -> int:
    return -(-keys // FOUND)


def probes(one: Sketch, held: Mapping[int, int]) -> list[int]:
    """Keys by which texts are looked for that can carry this one's: the most common of its keys find too many.

    `held` says how many texts have a key, if any; what is a key of too many is not in it.
    """
    keys = one.key_numbers
    return rarest(keys & held.keys(), held, _spared(enough_of(len(keys))) + 1)


def may_carry(one: Sketch, holders: Iterable[Iterable[str]]) -> set[str]:
    """Those documents of the holders of a text's probes that can share enough of all its keys."""
    enough = enough_of(len(one.key_numbers))
    shared = Counter(chain.from_iterable(holders))
    return {document for document, count in shared.items() if count >= enough - _spared(enough)}


def _spared(enough: int) -> int:
    """How many keys are not looked under: whoever shares enough of all shares the rest under the others."""
    return enough // 2


def are_joined(one: Sketch, other: Sketch, *, frequent: Collection[int]) -> bool:
    """Whether two are found by each other, and carry one text or can be a teaser and what it stands for."""
    keys, others = one.key_numbers, other.key_numbers
    shared = sum(key not in frequent for key in keys & others)
    if shared < min(enough_of(len(keys)), enough_of(len(others))):
        return False
    return alike(one, other) or stands_for(one, other) or stands_for(other, one)


class _Texts:
    """Texts, by their places in order of publication, under the keys that they share, as they come."""

    def __init__(self, leads: Leads) -> None:
        self._keys = [frozenset(leads.shared.get(id, ())) for id in leads.ids]
        self._held = Counter(chain.from_iterable(self._keys))
        few = ((place, leads.few[id]) for place, id in enumerate(leads.ids) if id in leads.few)
        self._enough = {place: enough_of(keys) for place, keys in few}  # of those that have few keys
        self._holders: dict[int, list[int]] = defaultdict(list)
        self._short: dict[int, list[int]] = defaultdict(list)  # holders that have few keys

    def take(self, place: int) -> list[int]:
        """One more text: those before it that share enough keys with it, or it with them, most shared first."""
        keys, usual, enough_for = self._keys[place], enough_of(KEYS), self._enough.get
        enough = enough_for(place, usual)
        probed = [self._holders[key] for key in rarest(keys, self._held, enough) if key in self._holders]
        probed += [self._short[key] for key in keys if key in self._short]
        found = [
            (-shared, other)
            for other in {*chain.from_iterable(probed)}
            if (shared := len(keys & self._keys[other])) >= enough or shared >= enough_for(other, usual)
        ]
        holders = self._short if place in self._enough else self._holders
        for key in keys:
            holders[key].append(place)
        return [other for _, other in sorted(found)]
