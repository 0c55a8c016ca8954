"""Battery industry or not: by the words and the companies a text speaks of, and then for each thing it tells."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence, Set

from cellwire.claims.gates import gated
from cellwire.claims.scene import Name, Scene, Sentence
from cellwire.lexicon import Lexicon
from cellwire.model import Hit, HitKind

_BATTERY = gated(  # "Battery Ventures" is no battery, nor is a Battery Street
    r"\b(?:batter(?:y|ies)(?!\s(?-i:Ventures|Partners|Capital|Park|Street|Point|Wharf|Tunnel)\b)|gigafactor(?:y|ies)|lithium\w*|cathodes?|anodes?|electrolytes?|GWh|MWh|gigawatt-?\s?hours?|LFP|NMC|NCM|NCA|sodium-ion|solid-state"
    r"|black mass|energy storage|spodumene|swap(?:ping)? stations?|BESS|hydroxide)\b",
    re.I,
)
_OTHER = gated(
    r"\b(?:semiconductors?|chips?|wafers?|solar|photovoltaic|modules for solar|wind (?:towers?|turbines?|farms?)|"
    r"rare earths?|magnets?|insulin"
    r"|pharmaceutical\w*|drug|therapy|hydrogen|fuel[- ]cells?|data cent(?:er|re)s?|steel|textile|food|tantalum"
    r"|scandium|"
    r"antimony|gold|charging"
    r" (?:stations?|points?|infrastructure)|chargers?|diabet\w*|software|nuclear|uranium|oil|broadband|cranes?|"
    r"syringes?)\b",
    re.I,
)
_GOODS = frozenset({"vehicle", "equipment", "foil"})  # goods of other industries too
_CHAIN = frozenset(
    {"cell", "cathode", "anode", "electrolyte", "separator", "precursor", "pack", "integrator", "swapping", "recycler"}
    | {"graphite"}
)

_CHAIN_BY_NAME = _CHAIN - {"recycler"}  # who only calls itself a recycler may shred cars


def may_be_battery_news(text: str, hits: Iterable[Hit], lexicon: Lexicon) -> bool:
    """A first look at words and known names, before anything is read: what it refuses `is_battery_news` would too."""
    named = any(
        hit.kind is HitKind.CHEMISTRY
        or (hit.kind is HitKind.PRODUCT and hit.ids[0] not in _GOODS)
        or (hit.kind is HitKind.ORGANISATION and not _CHAIN.isdisjoint(lexicon.organisations[hit.ids[0]].chain))
        for hit in hits
    )
    return named or _BATTERY.search(text, _BATTERY.needs) is not None


def is_battery_news(scene: Scene) -> bool:
    """Whether the text speaks of batteries, what goes into them or who makes them; what is read decides the rest."""
    return any(_of_batteries(sentence, _GOODS | {"recycling"}) for sentence in scene.sentences)  # scrap is recycled too


def in_scope(told: Iterable[Sentence], scene: Scene) -> bool:
    """Whether what some sentences tell is of the battery industry: by its words, else those around it."""
    sentences = list(told)
    if any(_of_batteries(sentence) for sentence in sentences):
        return True
    if any(_OTHER.search(sentence.text, sentence.opened) for sentence in sentences):
        return False
    near = {index for sentence in sentences for index in (sentence.index - 1, sentence.index + 1)}
    around = [
        sentence for sentence in scene.sentences if sentence.index in near or (sentence.headline and sentence.index < 3)
    ]
    return any(_of_batteries(sentence) for sentence in around) or _among_lithium_makers(sentences, scene)


def of_a_battery_firm(told: Iterable[Sentence], scene: Scene, ids: Set[str]) -> bool:
    """Whether sentences that name no battery tell of a firm that only makes lithium, or that no list knows and the text
    says more of elsewhere; `ids` are those whose thing it is."""
    sentences = list(told)
    if any(_OTHER.search(sentence.text, sentence.opened) for sentence in sentences):
        return False
    firms = {name.id for sentence in sentences for name in sentence.names if not name.known or _makes_lithium(name)}
    firms |= {id for id in ids if id.startswith("x-")}
    return any(
        _of_batteries(sentence) and any(name.id in firms for name in sentence.names) for sentence in scene.sentences
    )


_LITHIUM = frozenset({"lithium", "miner", "refiner"})


def _makes_lithium(name: Name) -> bool:
    return "lithium" in name.chain and _LITHIUM.issuperset(name.chain)


def _among_lithium_makers(told: Sequence[Sentence], scene: Scene) -> bool:
    """Whether two makers of lithium deal with each other in a text that speaks of lithium: one's bid for the other."""
    makers = {name.id for sentence in told for name in sentence.names if "lithium" in name.chain}
    return len(makers) > 1 and any(spot.id == "lithium" for each in scene.sentences for spot in each.products)


def _of_batteries(sentence: Sentence, goods: frozenset[str] = _GOODS) -> bool:
    if (
        _BATTERY.search(sentence.text, sentence.opened)
        or sentence.chemistries
        or any(spot.id not in goods for spot in sentence.products)
    ):
        return True
    return any(not (_CHAIN if name.known else _CHAIN_BY_NAME).isdisjoint(name.chain) for name in sentence.names)
