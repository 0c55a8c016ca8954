"""One reader for each kind of capture: pages, saved pages, feeds, mails, PDFs and plain text."""

from cellwire.documents.readers.feed import read_feed, read_json_feed
from cellwire.documents.readers.mail import read_mail
from cellwire.documents.readers.own import OWN, is_own
from cellwire.documents.readers.pdf import read_pdf
from cellwire.documents.readers.reading import Article, Read
from cellwire.documents.readers.saved import read_mhtml, read_saved_page
from cellwire.documents.readers.text import read_text

__all__ = [
    "OWN",
    "Article",
    "Read",
    "is_own",
    "read_feed",
    "read_json_feed",
    "read_mail",
    "read_mhtml",
    "read_pdf",
    "read_saved_page",
    "read_text",
]
