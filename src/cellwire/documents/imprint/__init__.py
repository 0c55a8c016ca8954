"""What a page or message says of itself: title, address, outlet, byline, language and days."""

from cellwire.documents.imprint.dates import FoundDate, date_in_address, date_in_text, parse_day, plausible
from cellwire.documents.imprint.dating import shown_date, undeclared_date, visible_lines
from cellwire.documents.imprint.head import names_a_search, read_imprint, read_summary, without_outlet
from cellwire.documents.imprint.jsonld import Statement, read_statement
from cellwire.documents.imprint.language import language_of
from cellwire.documents.imprint.saying import Imprint, Said, how_of, words_of

__all__ = [
    "FoundDate",
    "Imprint",
    "Said",
    "Statement",
    "date_in_address",
    "date_in_text",
    "how_of",
    "language_of",
    "names_a_search",
    "parse_day",
    "plausible",
    "read_imprint",
    "read_statement",
    "read_summary",
    "shown_date",
    "undeclared_date",
    "visible_lines",
    "without_outlet",
    "words_of",
]
