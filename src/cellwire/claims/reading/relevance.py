"""Battery industry or not: by the words and the companies a text speaks of, and then for each thing it tells."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence, Set

from cellwire.claims.gates import gated
from cellwire.claims.reading.no_news import is_for_shoppers
from cellwire.claims.scene import Name, Scene, Sentence
from cellwire.lexicon import Lexicon, either
from cellwire.model import Hit, HitKind

_BATTERY = gated(  # "Battery Ventures" is no battery, nor is a Battery Street
    r"\b(?:(?<!sexual )(?<!aggravated )"
    r"batter(?:y|ies)(?!\s(?-i:Ventures|Partners|Capital|Park|Street|Point|Wharf|Tunnel)\b)|gigafactor(?:y|ies)"
    r"|lithium\w*|(?:manganese|nickel|cobalt) sul(?:ph|f)ates?"
    r"|cathodes?|anodes?|electrolytes?|GWh|MWh|gigawatt-?\s?hours?|LFP|NMC|NCM|NCA|sodium-ion|solid-state"
    r"|black mass|energy storage|spodumene|swap(?:ping)? stations?|BESS|hydroxide"
    r"|(?<!data )(?<!carbon )(?<!gas )(?<!self[ -])(?<!water )(?<!cold )(?<!hydrogen )(?<!cloud )(?<!oil )(?<!fuel )"
    r"storage (?:developers?|projects?|parks?|plants?|facilit(?:y|ies)"
    r"|makers?|suppliers?|integrators?|containers?|pipeline|provider))\b",
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
_NO_STORES = frozenset({"carmaker", "truckmaker", "vehicle", "utility", "developer", "miner", "chemicals"})

_CHAIN_BY_NAME = _CHAIN - {"recycler"}  # who only calls itself a recycler may shred cars


def may_be_battery_news(text: str, hits: Iterable[Hit], lexicon: Lexicon) -> bool:
    """A first look at words and known names, before anything is read: what it refuses `is_battery_news` would too."""
    named = any(
        hit.kind is HitKind.CHEMISTRY
        or (hit.kind is HitKind.PRODUCT and hit.ids[0] not in _GOODS)
        or (hit.kind is HitKind.ORGANISATION and _of_the_chain(chain := lexicon.organisations[hit.ids[0]].chain))
        or (hit.kind is HitKind.ORGANISATION and _only_lithium(chain))
        for hit in hits
    )
    return named or _BATTERY.search(text, _BATTERY.needs) is not None


def is_battery_news(scene: Scene) -> bool:
    """Whether the text speaks of batteries, what goes into them or who makes them; what is read decides the rest."""
    if any(_is_alien(title) or is_for_shoppers(title) for title in _titles(scene)):
        return False
    if _on_lithium(scene.sentences):
        return True
    told = (each for each in scene.sentences if _of_batteries(each, _GOODS | {"recycling"}))  # scrap is recycled too
    return any(not _is_alien(each) or _is_of_its_cells(each) for each in told)


def in_scope(told: Iterable[Sentence], scene: Scene, *, by_makers: bool = True) -> bool:
    """Whether what some sentences tell is of the battery industry: by its own words, else by the sentences around it.

    With `by_makers` what a battery maker does of another industry is, too.
    """
    sentences = list(told)
    if any(_is_alien(sentence) and not _is_of_its_cells(sentence) for sentence in sentences):
        return False
    tells = _of_batteries if by_makers else _speaks_of_batteries
    if any(tells(sentence) for sentence in sentences) or _on_lithium(sentences):
        return True
    if any(_OTHER.search(sentence.text, sentence.opened) for sentence in sentences):
        return False
    if any(_names_their_maker(sentence) for sentence in sentences):
        return True
    near = {index for sentence in sentences for index in (sentence.index - 1, sentence.index + 1)}
    around = [
        sentence for sentence in scene.sentences if sentence.index in near or (sentence.headline and sentence.index < 3)
    ]
    return any(_of_batteries(sentence) for sentence in around) or _among_lithium_makers(sentences, scene)


def _titles(scene: Scene) -> Sequence[Sentence]:
    """What the title says a text is about, unless that is a gadget's battery."""
    first = [each for each in scene.sentences[:1] if each.headline]
    return [each for each in first if not each.has("incident.recall", "incident.fire") and not _is_ruled_on(each)]


_MINERALS = gated(r"\b(?:critical|battery) (?:raw )?(?:minerals?|materials?)\b", re.I)


def of_critical_minerals(sentence: Sentence) -> bool:
    """Whether it speaks of what laws call the stuff of batteries."""
    return _MINERALS.search(sentence.text, sentence.opened) is not None


def tell_of_batteries(told: Iterable[Sentence], *, by_makers: bool = True) -> bool:
    """Whether one of these sentences, by itself, speaks of batteries, of any of their materials or, with `by_makers`,
    of who makes them."""
    tells = _of_batteries if by_makers else _speaks_of_batteries
    return any(tells(each) or _SALTS.search(each.text, each.opened) for each in told)


_SALTS = gated(r"\b(?:manganese|sul(?:ph|f)ates?)\b", re.I)


def of_a_battery_firm(told: Iterable[Sentence], scene: Scene, ids: Set[str]) -> bool:
    """Whether sentences that name no battery tell of a firm that only makes lithium, or that no list knows and the text
    says more of elsewhere; `ids` are those whose thing it is."""
    sentences = list(told)
    if any(_OTHER.search(each.text, each.opened) or _is_alien(each) for each in sentences):
        return False
    firms = {name.id for sentence in sentences for name in sentence.names if not name.known or _makes_lithium(name)}
    firms |= {id for id in ids if id.startswith("x-")}
    return any(
        _of_batteries(sentence) and any(name.id in firms for name in sentence.names) for sentence in scene.sentences
    )


_GIGAFACTORY = "gigafactor"
_CARS = gated(rf"\b{either('cars_by_name')}\b")


def of_cars_alone(told: Iterable[Sentence], scene: Scene) -> bool:
    """Whether works make a car or a robot, which these sentences or a title names, in a text whose only word of
    batteries is "gigafactory".

    "Model 3 rolls off the line at |Gigafactory| Shanghai"
    """
    if not any(_CARS.search(each.text, each.opened) for each in (*told, *_titles(scene))):
        return False
    heard = (match[0] for each in scene.sentences for match in _BATTERY.finditer(each.text, each.opened))
    return all(word.lower().startswith(_GIGAFACTORY) for word in heard)


# what is charged in a pocket or on a desk, what else is called so, and what would make news of it all the same
_ALIEN = gated(
    r"\b(?:smart)?phones?\b|\b(?:handsets?|laptops?|notebooks?|tablets?|earbuds|headphones|smart ?watch(?:es)?"
    r"|ipads?|airpods|android|ios|earphones?|apple watch(?:es)?|chrome"
    r"|wearables?|speakers?|keyboards?|chipsets?|jump[- ]starters?|portable chargers?"
    r"|gadgets?|power ?banks?|cameras?|consoles?|vacuums?|toothbrush(?:es)?"
    r"|blockchain|crypto\w*|bitcoin|pre-?sale|clinical|biopharma\w*|psychiatric"
    r"|(?:missile|artillery|patriot|oilfield|air[- ]defen[cs]e) batter(?:y|ies)"
    r"|battery (?:cages?|hens?|farm(?:ed|ing))|battery of (?:sanctions|tests|questions|lawyers)"
    r"|(?:sue[sd]?|suing|arrested|convicted|accused)\b[^.;]{0,60}?\b(?:for|with|of)\s"
    r"(?:[\w-]+\s){0,2}?battery(?=[.,;]| and\b| in\b|$)"
    r"|copper (?:cathodes?|anodes?)|anode (?:slimes?|baking)|alumini?um smelters?|anodes?\b[^.;]{0,50}\ssmelters?"
    r"|\d{1,2},?\d{3}\s?mAh)\b",
    re.I,
)
# what courts call a blow
_BLOW = gated(
    r"\balleged battery(?=[.,;!?]|$)|\b(?:sexual|felony|misdemeanou?r|aggravated|indecent|simple) batter(?:y|ies)\b"
    r"|\b(?:assault|arson|murder|kidnapping|defamation|negligence|trespass)(?:,| and|, and| &) (?:\w+ )?battery\b"
    r"(?!\s(?:cells?|packs?|fires?|plants?|storage|makers?))"
    r"|\bdomestic battery (?:and (?:\w+ ){1,3}charges|charges?|case|arrest|incident)\b|\bcharged with battery\b"
    r"|\bbattery,? and (?:assault|defamation|theft|petty|negligence|false imprisonment|emotional|sexual)\b"
    r"|\b(?:indict\w+|arrest\w*|guilty|jail\w*|fac(?:es|ed|ing)|plea\w*|pled|drop\w*|dismiss\w*|acquitted|charged)\b"
    r"[^.;]{0,60}\bbattery (?:charges?|counts?|case|lawsuit)\b"
    r"|\b(?:fil(?:e|es|ed|ing)|br(?:ing|ought)) (?:an? )?battery (?:law)?suit\b",
    re.I,
    needs="battery batteries",
)
_OURS = gated(
    r"\b(?:EVs?|electric|vehicles?|cars?(?! jump)|(?<![GT]B )(?<![GT]B of )storage|grid|gigafactor\w+|GWh|MWh|plants?"
    r"|factor(?:y|ies))\b",
    re.I,
)


# what stores power and is no battery, and works that only are called as ours are
_OTHER_STORES = gated(
    r"\b(?:AI gigafactor(?:y|ies)|gigafactor(?:y|ies)[^.;]{0,9} (?:to train|for) AI"
    r"|hydrogen\b[^.;]{0,90}\bgigafactor(?:y|ies)|gigafactor(?:y|ies)[^.;]{0,40}\b(?:hydrogen|electroly[sz]ers?)"
    r"|compressed[- ]air|liquid[- ]air|pumped[- ](?:storage|hydro\w*)|gravity(?:-based)? (?:energy )?storage"
    r"|thermal (?:energy )?storage|(?:hydrogen|carbon|CO2) storage)\b",
    re.I,
)
# what has a graphite, a GWh or a cobalt of its own, and no battery beside it
_OTHER_GOODS = gated(
    r"\b(?:SMRs?|modular reactors?|fission|reactor['’]?s? graphite|isostatic graphite|AI (?:inference|data cent)\w*"
    r"|gas prices?|(?:€|\$|Eur|EUR)\s?[\d.,]+\)?/MWh|[MG]Wh of (?:[\w-]+ )?(?:electricity|power)|iphones?"
    r"|Cobalt Strike|Chev(?:y|rolet) Cobalt)\b",
    re.I,
)
_STORED = gated(r"\b(?:storage|gigafactor\w+)\b", re.I)
_CELLS = gated(
    r"\b(?:(?<!oilfield )(?<!missile )(?<!artillery )(?<!patriot )(?<!defen[cs]e )batter(?:y|ies)"
    r"|BESS|lithium\S*|LFP|sodium-ion|cells?|vanadium)\b",
    re.I,
)


def _is_alien(sentence: Sentence) -> bool:
    """Whether a phone, a coin, a drug, a blow, a smelter's cathode, a store of air or what only has a word in common
    with batteries is told of, and nobody of the chain."""
    if _is_of_other_stores(sentence):
        return True
    text, opened = sentence.text, sentence.opened
    alien = _ALIEN.search(text, opened) or _is_a_blow(sentence)
    if not (alien and not _OURS.search(text, opened)) and not _is_of_other_goods(sentence):
        return False
    return not any(_of_the_chain(name.chain) for name in sentence.names)


def _is_of_other_stores(sentence: Sentence) -> bool:
    text, opened = sentence.text, sentence.opened
    return _OTHER_STORES.search(text, opened) is not None and not _CELLS.search(text, opened)


def _is_of_other_goods(sentence: Sentence) -> bool:
    text, opened = sentence.text, sentence.opened
    return _OTHER_GOODS.search(text, opened) is not None and not (
        _CELLS.search(text, opened) or _STORED.search(text, opened)
    )


def _is_of_its_cells(sentence: Sentence) -> bool:
    """Whether a gadget burns or is recalled for its battery, or a law is on that, and so the battery is meant."""
    if _CELLS.search(sentence.text, sentence.opened) is None:
        return False
    return sentence.has("incident.recall", "incident.fire") or _is_ruled_on(sentence)


def _is_ruled_on(sentence: Sentence) -> bool:
    text, opened = sentence.text, sentence.opened
    return _LAW.search(text, opened) is not None and _REPLACED.search(text, opened) is not None


_LAW = gated(r"\b(?:EU|laws?|rules?|[Rr]egulat\w+|must)\b")
_REPLACED = gated(r"\b(?:replac\w+|remov\w+|batter(?:y|ies) regulation)\b", re.I)


def _is_a_blow(sentence: Sentence) -> bool:
    """Whether a battery is what somebody is charged with."""
    return _BLOW.search(sentence.text, sentence.opened) is not None


_LITHIUM = frozenset({"lithium", "miner", "refiner"})


def _makes_lithium(name: Name) -> bool:
    return name.known and _only_lithium(name.chain)


def _only_lithium(chain: Sequence[str]) -> bool:
    return "lithium" in chain and _LITHIUM.issuperset(chain)


def _on_lithium(sentences: Iterable[Sentence]) -> bool:
    """Whether a headline names who makes nothing but lithium."""
    return any(sentence.headline and any(map(_makes_lithium, sentence.names)) for sentence in sentences)


def _among_lithium_makers(told: Sequence[Sentence], scene: Scene) -> bool:
    """Whether two makers of lithium deal with each other in a text that speaks of lithium: one's bid for the other."""
    makers = {name.id for sentence in told for name in sentence.names if "lithium" in name.chain}
    return len(makers) > 1 and any(spot.id == "lithium" for each in scene.sentences for spot in each.products)


def _of_batteries(sentence: Sentence, goods: frozenset[str] = _GOODS) -> bool:
    return _speaks_of_batteries(sentence, goods) or _names_their_maker(sentence)


def _speaks_of_batteries(sentence: Sentence, goods: frozenset[str] = _GOODS) -> bool:
    if _is_a_blow(sentence):
        return False
    return bool(
        _BATTERY.search(sentence.text, sentence.opened)
        or sentence.chemistries
        or any(spot.id not in goods for spot in sentence.products)
    )


def _names_their_maker(sentence: Sentence) -> bool:
    return any(
        _of_the_chain(name.chain) if name.known else not _CHAIN_BY_NAME.isdisjoint(name.chain)
        for name in sentence.names
    )


def _of_the_chain(chain: Iterable[str]) -> bool:
    """Whether somebody's place in the chain makes what is told of it battery news: who only stores power, too."""
    return not _CHAIN.isdisjoint(chain) or ("storage" in chain and _NO_STORES.isdisjoint(chain))
