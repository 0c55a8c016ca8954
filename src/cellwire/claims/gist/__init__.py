"""What a text is about by its words together, told where no rule reads it."""

from cellwire.claims.gist.chances import Gist, gist_of
from cellwire.claims.gist.guessing import NOBODYS, guessed
from cellwire.claims.gist.parts import hardly_takes_part, named_in
from cellwire.claims.gist.scope import is_of_batteries
from cellwire.claims.gist.telling import draft_of, far_likelier, words_for
from cellwire.claims.gist.weights import FLOOR, NOTHING
from cellwire.claims.gist.words import Told, as_told

__all__ = [
    "FLOOR",
    "NOBODYS",
    "NOTHING",
    "Gist",
    "Told",
    "as_told",
    "draft_of",
    "far_likelier",
    "gist_of",
    "guessed",
    "hardly_takes_part",
    "is_of_batteries",
    "named_in",
    "words_for",
]
