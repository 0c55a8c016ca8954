"""The lexicon: everything that words mean, loaded once, and the ways to ask it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache, cached_property

from cellwire.errors import LexiconError
from cellwire.lexicon import tables
from cellwire.lexicon.gazetteer import Gazetteer, load_gazetteer
from cellwire.lexicon.lands import UNION, governments_by_land
from cellwire.lexicon.names import fold_name
from cellwire.lexicon.organisations import folded_names, load_organisations, loose_forms, written_names
from cellwire.lexicon.resolve import resolve_places
from cellwire.lexicon.scan import Scanner, build_scanner
from cellwire.lexicon.spellings import add_terms, organisation_meanings
from cellwire.lexicon.tables import Term, read_toml
from cellwire.model import Hit, HitKind, Locality, Organisation


@dataclass(frozen=True, eq=False)
class Lexicon:
    """Frozen tables; `find` tells where a text names what they hold."""

    organisations: Mapping[str, Organisation]
    chemistries: Mapping[str, Term]
    products: Mapping[str, Term]
    _gazetteer: Gazetteer = field(repr=False)

    @property
    def localities(self) -> Mapping[str, Locality]:
        return self._gazetteer.localities

    @cached_property
    def _scanner(self) -> Scanner:
        names = written_names(self.organisations)
        everyday = read_toml("everyday.toml")
        meanings = organisation_meanings(names, everyday["organisations"])
        add_terms(meanings, HitKind.CHEMISTRY, self.chemistries.values())
        add_terms(meanings, HitKind.PRODUCT, self.products.values())
        return build_scanner(meanings, self._gazetteer, everyday)

    @cached_property
    def _folded(self) -> Mapping[str, str]:
        return folded_names(self.organisations)

    @cached_property
    def group_words(self) -> frozenset[str]:
        """One-word names of companies with which the names of several others begin: "SK", "Samsung"."""
        names = written_names(self.organisations)
        begun: dict[str, set[str]] = {}
        for name, ids in names.items():
            first, _, rest = name.partition(" ")
            if rest:
                begun.setdefault(first, set()).update(ids)
        return frozenset(word for word, ids in begun.items() if len(ids - set(names.get(word, ()))) > 1)

    def find(self, text: str, start: int = 0, end: int | None = None) -> list[Hit]:
        """All known names in that part of the text, in its order; of those that overlap the longest."""
        return self._scanner.find(text, start, len(text) if end is None else end)

    def resolve_places(self, text: str, hits: Iterable[Hit]) -> dict[Hit, Locality]:
        """The place each hit means; a hit that is no place here (a surname, a word) is left out."""
        return resolve_places(text, hits, self._gazetteer)

    def organisation(self, id: str) -> Organisation:
        if id not in self.organisations:
            raise LexiconError(id, "no such organisation in the lexicon")
        return self.organisations[id]

    def kind_of(self, id: str) -> str | None:
        """What an organisation is ("company", "outlet", "research", …); None for one the lexicon does not know."""
        known = self.organisations.get(id)
        return known.kind if known else None

    def resolve_name(self, name: str) -> str | None:
        """The organisation of that name in any spelling or legal form; None where the lexicon knows none."""
        folded = fold_name(name)
        return next((self._folded[form] for form in (folded, *loose_forms(folded)) if form in self._folded), None)

    @cached_property
    def _governments(self) -> Mapping[str, Organisation]:
        return governments_by_land(self.organisations, self.localities)

    def government_of(self, land: str, name: str) -> tuple[str, str]:
        """Id and name of who governs a country, known by its code, or a region by its id; a land that the lexicon
        holds no body for stands for itself."""
        own = self._governments.get("EU" if land == UNION else land)
        if own:
            return own.id, own.name
        return f"gov-{fold_name(land)}", f"Government of {name}" if len(land) == len("DE") else name

    @cached_property
    def _lands(self) -> Mapping[str, str]:
        places = self.localities.values()
        names = {place.country if place.kind == "country" else place.id: place.name for place in places}
        return {body.id: names[land] for land, body in self._governments.items() if land in names}

    def land_of(self, id: str) -> str | None:
        """The name of the country or region that a body governs; None for everybody else."""
        return self._lands.get(id)

    def demonym(self, word: str) -> str | None:
        """The country of "German" or "South Korean"; None for other words."""
        return self._gazetteer.demonyms.get(word)

    def shortens_a_region(self, word: str) -> bool:
        """Whether it is how a region's name is cut short: "Mich" of "Mich.", "MI"."""
        return not self._gazetteer.abbreviations.keys().isdisjoint((word, f"{word}."))

    @property
    def demonyms(self) -> Mapping[str, str]:
        return self._gazetteer.demonyms


@cache
def load_lexicon() -> Lexicon:
    organisations = load_organisations()
    return Lexicon(
        organisations=organisations,
        chemistries=tables.chemistries(),
        products=tables.products(),
        _gazetteer=load_gazetteer(),
    )
