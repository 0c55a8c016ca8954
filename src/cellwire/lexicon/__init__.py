"""What words mean: organisations, places, chemistries, products, units and currencies, from data files."""

from cellwire.lexicon.english import english_words
from cellwire.lexicon.lands import UNION
from cellwire.lexicon.lexicon import Lexicon, load_lexicon
from cellwire.lexicon.names import fold_name, strip_legal_suffix
from cellwire.lexicon.regexes import regex
from cellwire.lexicon.tables import Term, read_toml
from cellwire.lexicon.triggers import Trigger, load_triggers
from cellwire.lexicon.words import PLANT, PLANTS, either, load_words

__all__ = [
    "PLANT",
    "PLANTS",
    "UNION",
    "Lexicon",
    "Term",
    "Trigger",
    "either",
    "english_words",
    "fold_name",
    "load_lexicon",
    "load_triggers",
    "load_words",
    "read_toml",
    "regex",
    "strip_legal_suffix",
]
