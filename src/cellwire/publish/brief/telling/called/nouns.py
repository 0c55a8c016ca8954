"""What a matter's plant, goods or device is called, its chemistries before the noun."""

from __future__ import annotations

import re

from cellwire.lexicon import either
from cellwire.model import Kind
from cellwire.publish.brief.edition import Part
from cellwire.publish.brief.matter import SOME, Matter
from cellwire.publish.brief.telling.called.power import as_power, beside_the_sun
from cellwire.publish.brief.telling.called.shown import around_it, is_on_wheels, on_wheels
from cellwire.publish.brief.wording import a_or_an, product_noun

# A lithium mine or a foil plant has no chemistry, whatever its text says of cells.
_OF_A_CHEMISTRY = {"cell", "pack", "cathode", "anode", "electrolyte", "storage"}


def plant(matter: Matter) -> tuple[Part, ...]:
    """ "battery plant", "LFP battery plant"; "lithium research centre"; "plant" where its product is not told."""
    noun = _described(matter, "works" if makes_storage(matter) or _makes_both(matter) else "plant") or (Part("plant"),)
    noun = noun if makes_storage(matter) else (*noun[:-1], as_power(matter, noun[-1]))
    if matter.number:
        return (*noun[:-1], _plural(noun[-1]))
    if matter.site is None:
        return noun
    made = "battery" if makes_storage(matter) else noun[-1].text.rpartition(" ")[0]
    goods = (Part(made, noun[-1].note, noun[-1].what, noun[-1].value), Part(" ")) if made else ()
    return (*noun[:-1], *goods, matter.site)


# "|produces| 10,000 Megapacks", "a Megapack |factory|", "a |plant for| storage batteries"; what a solar park produces
# whose battery is named before is power
_STORES = (
    rf"(?:{either('stores')}|(?:energy[- ]|battery[- ])*storage|[BL]?ESS"
    r"|(?:grid|storage|residential|home) batter)"
)
_MADE = re.compile(
    rf"\b(?:produc|manufactur|mak|assembl)\w*\s(?:(?!(?:and|with|plus)\s)[^\s;]+\s){{0,8}}?{_STORES}"
    r"|\b(?:giga|mega)?factor(?:y|ies)\b|\b(?:battery|systems?) plants?\b"
    rf"|\b{_STORES}\w*\s(?:[\w-]+\s){{0,2}}?(?:manufactur|production\b|assembly\b|plants?\b(?=.*\bbatter))"
    rf"|\b{either('stores')} (?:plant|facility|line)"
    r"|\b(?:energy[- ])?storage (?:batter(?:y|ies)|cells?) (?:manufacturing )?(?:projects?|bases?)\b"
    r"|\bmanufacturing (?:facility|plant|site|complex|hub|campus) (?:for|dedicated to|making|to make|that makes)\b"
    rf"|\b(?:plants?|lines?) (?:for|to make) (?:[\w-]+ ){{0,2}}?{_STORES}(?:\w| batter)",
    re.IGNORECASE,
)


def makes_storage(matter: Matter) -> bool:
    """Whether storage batteries are made there: the words that name them speak of making."""
    told = matter.product
    stored = matter.kind is Kind.FACILITY and told is not None and told.value.name == "storage"
    return bool(stored and told and told.part.note and _MADE.search(told.part.note.quote))


_BOTH = re.compile(
    r"\b(?:EVs?|vehicles?|cars?) and batter(?:y|ies)\b"
    r"|\bbatter(?:y|ies) and (?:EVs?|(?:electric )?(?:vehicles?|cars?))\b",
    re.IGNORECASE,
)


def _makes_both(matter: Matter) -> bool:
    """Whether cars and batteries are made there: "an |EV and battery| manufacturing hub"."""
    cars = matter.kind is Kind.FACILITY and matter.product is not None and matter.product.value.name == "vehicle"
    return cars and _BOTH.search(matter.lead.quote) is not None


def goods(matter: Matter) -> tuple[Part, ...]:
    noun = _described(matter, "goods")
    noun = (*noun[:-1], beside_the_sun(matter, noun[-1])) if noun else noun
    return (matter.grade, Part(" "), *noun) if matter.grade and noun else noun


def device(matter: Matter) -> tuple[Part, ...]:
    """ "Solid-state battery"; of several chemistries, "solid-state and LFP batteries"; "software for batteries"."""
    if around := around_it(matter):
        noun = _described(matter, "goods")
        return (Part(f"{around.removeprefix('a ').removeprefix('an ')} for "), *noun) if noun else ()
    noun = _described(matter, "goods" if len(matter.chemistry) > 1 else "device")
    if noun and is_on_wheels(matter):
        return on_wheels(noun)  # what is new may be the car
    return (matter.grade, Part(" "), *noun) if matter.grade and noun else noun


def a_device(matter: Matter) -> tuple[Part, ...]:
    """With its article, where it is one: "a solid-state battery", "software for batteries"."""
    made, around = device(matter), around_it(matter)
    many = around and not around.startswith(("a ", "an "))
    several = len(matter.chemistry) > 1 and not around and not is_on_wheels(matter)
    return made if many or several else with_article(made)


_PACK = re.compile(r"\bpacks?\b", re.IGNORECASE)


def goods_of(matter: Matter) -> str:
    """What is shown or tried: a "150 kWh battery" is a pack only where the text calls it so."""
    told = matter.product
    if told is None or told.value.name != "pack" or (told.part.note and _PACK.search(told.part.note.quote)):
        return matter.goods
    return "cell"


def _described(matter: Matter, use: str) -> tuple[Part, ...]:
    """The chemistries before the noun; one alone makes batteries of the noun ("LFP batteries")."""
    noun = Part({"goods": "batteries", "device": "battery"}.get(use, "battery plant")) if matter.chemistry else None
    if matter.product:
        told = matter.product
        made = goods_of(matter) if use == "device" else told.value.name
        noun = Part(product_noun(made, use), told.part.note, told.part.what, told.part.value)
    if noun is None:
        return ()
    if not matter.chemistry or (matter.product and matter.product.value.name not in _OF_A_CHEMISTRY):
        return (noun,)
    kinds: list[Part] = []
    for chemistry in matter.chemistry[:2]:
        kinds.extend([Part(" and ")] if kinds else [])
        kinds.append(_before(noun, chemistry.part))
    return (*kinds, Part(" "), noun)


def _before(noun: Part, chemistry: Part) -> Part:
    """ "Silicon anode material", and not "silicon-anode anode material"."""
    bare = chemistry.text.removesuffix(f"-{noun.text.split()[0]}")
    return Part(bare, chemistry.note, chemistry.what, chemistry.value)


def _plural(noun: Part) -> Part:
    return Part(
        f"{noun.text.removesuffix('y')}ies" if noun.text.endswith("y") else f"{noun.text}s",
        noun.note,
        noun.what,
        noun.value,
    )


def by_name(matter: Matter) -> tuple[Part, ...]:
    """ "Red Heron battery storage project"; nothing where it has no name."""
    return (matter.own.called, Part(" "), *plant(matter)) if matter.own.called else ()


def counted(matter: Matter) -> tuple[Part, ...]:
    """ "second battery plant", "two battery plants"; what has a name is not counted."""
    if matter.own.called:
        return by_name(matter)
    count = None if matter.number and matter.number.text == SOME else matter.number or matter.ordinal
    return (count, Part(" "), *plant(matter)) if count else plant(matter)


def with_article(noun: tuple[Part, ...]) -> tuple[Part, ...]:
    phrase = "".join(part.text for part in noun)
    return (Part(a_or_an(phrase)[: -len(phrase)]), *noun) if phrase else ()


def with_owner(noun: tuple[Part, ...], ordinal: Part | None, *, plural: bool) -> tuple[Part, ...]:
    """ "its second battery plant", "their battery plant"."""
    counted = (ordinal, Part(" ")) if ordinal else ()
    return (Part("their " if plural else "its "), *counted, *noun)
