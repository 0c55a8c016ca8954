"""A land as its government, where no word names that."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from cellwire.claims.actors import acts_alone
from cellwire.claims.clauses import Actor, Draft
from cellwire.claims.scene import Cue, Name, Scene, Sentence, Spot, any_begins
from cellwire.lexicon import UNION, load_lexicon, regex
from cellwire.model import Kind, Role, Span


def only_land(scene: Scene) -> Iterator[Name]:
    """Whose "the government" or "the minister" is, where a text names one country for itself: that country's."""
    spots = [spot for sentence in scene.sentences for spot in sentence.countries if spot.country]
    if spots and len({spot.country for spot in spots}) == 1:
        yield government_of(spots[0])


def ruling_land(scene: Scene) -> list[Name]:
    """Whose rule it is where nobody is named: the one land or state that the title names for itself, else that of the
    text."""
    return named_land(scene.sentences[0]) or list(only_land(scene))


def named_land(sentence: Sentence) -> list[Name]:
    """The one land or state that it names for itself, as a government."""
    named = {government.id: government for government in map(government_of, _own_lands(sentence))}
    return list(named.values()) if len(named) == 1 else []


_CAPITAL = regex(r"\b[A-Z][a-z]+\b")


def nations(sentence: Sentence) -> Iterator[Name]:
    """The governments of the peoples it names: "|Brazilian| National Policy on"."""
    for match in _CAPITAL.finditer(sentence.text):
        if land := load_lexicon().demonym(match[0]):
            span = Span(*match.span()).moved(sentence.span.start)
            yield government_of(Spot(land.lower(), match[0], span, land))


def with_its_land(draft: Draft, scene: Scene) -> Draft:
    """A law of nobody named is of the land whose law it is, and a plant of the land that the title begins with."""
    if draft.actors or draft.kind not in {Kind.POLICY, Kind.FACILITY}:
        return draft
    names = ruling_land(scene) if draft.kind is Kind.POLICY else _opening_land(scene.sentences[0])
    return replace(draft, actors=tuple(Actor(name, Role.GOVERNMENT) for name in names))


_OTHERS = regex(
    r"\b(?:from|against|on|with|in|outside|than|reach|enter|(?:import|export|ship|deliver)(?:s|ed|ing)?\s(?:in)?to)\s(?:the\s|mainland\s)?$"
)


def _own_lands(sentence: Sentence) -> list[Spot]:
    """The states that it names, else the countries; what is aimed at one or comes from there is another's."""
    lands = lands_in(sentence)
    spots = [spot for spot in lands if spot.level == "region"] or lands
    return [spot for spot in spots if not _OTHERS.search(sentence.before(spot.span.start, 20))]


def lands_in(clause: Sentence) -> list[Spot]:
    """The lands, the union and the regions that a clause names."""
    regions = [spot for spot in clause.places if spot.level == "region" or spot.id == UNION]
    return [spot for spot in (*clause.countries, *regions) if spot.country or spot.id == UNION]


_ACTS = regex(r"\s(?:(?:has|have|will|to|is|plans|just|now|also|soon|officially|formally|finally)\s){0,3}")


def _may_act(spot: Spot) -> bool:
    """A state of the US builds nothing: "Nevada brings a store online" says where somebody does."""
    return spot.level == "country" or (spot.level == "region" and spot.country != "US")


def acting_land(clause: Sentence, told: Cue) -> Spot | None:
    """The land or region that a clause opens with as who does what it tells: "|Oman| commissions its first store"."""
    if told.written.endswith(("host", "house", "home to")):
        return None  # "Peru |to host| its first plant", which is somebody else's
    first = (spot for spot in (*clause.countries, *clause.places) if spot.span.start == clause.span.start)
    land = next((spot for spot in first if _may_act(spot)), None)
    deeds = [told, *(cue for cue in clause.cues if cue.form and any_begins(cue.tags, "facility_verb.", "firm."))]
    acts = (
        land and land.span.end < deed.span.start and _ACTS.fullmatch(clause.between(land.span, deed.span))
        for deed in deeds
    )
    return land if any(acts) else None


_TAGS = regex(r"(?:\[[^\[\]\n]{2,40}\] ?)*")


def _opening_land(title: Sentence) -> list[Name]:
    """The land that a title begins with as who does what it tells: "[Feed] |Zambia| tenders 300 MW of storage"."""
    tags = _TAGS.match(title.text)
    at = title.span.start + (tags.end() if tags else 0)
    spots = [spot for spot in (*title.countries, *title.places) if spot.span.start == at and spot.country]
    return [government_of(spot) for spot in spots if _may_act(spot) and acts_alone(title.after(spot.span.end, 60))][:1]


def government_of(spot: Spot) -> Name:
    land = spot.id if spot.level == "region" else spot.country or spot.id
    id, name = load_lexicon().government_of(land, spot.name)
    return Name(id, name, spot.span, spot.span, "government", (), country=spot.country)
