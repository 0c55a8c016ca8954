"""What a text is about by all its words together, told where no rule reads anything in it."""

from cellwire.claims.gist.telling import told_by_all
from cellwire.claims.gist.weights import FLOOR, NOTHING, Gist, chances_of, gist_of
from cellwire.claims.gist.words import opening_words, words_of

__all__ = ["FLOOR", "NOTHING", "Gist", "chances_of", "gist_of", "opening_words", "told_by_all", "words_of"]
