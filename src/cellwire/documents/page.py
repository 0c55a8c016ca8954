"""Saved and fetched web pages: main text, imprint, and the reason where a page holds no article."""

from __future__ import annotations

from dataclasses import replace

from cellwire.documents.assembly import Article
from cellwire.documents.body import byline_of, main_drafts
from cellwire.documents.dates import FoundDate
from cellwire.documents.dating import undeclared_date
from cellwire.documents.head import read_imprint
from cellwire.documents.imprint import Imprint
from cellwire.documents.jsonld import read_statement
from cellwire.documents.layout import compose
from cellwire.documents.reading import Read, decoded
from cellwire.documents.refusal import no_article, signs_of
from cellwire.documents.teaser import is_teaser
from cellwire.model import Capture, Form


def read_page(capture: Capture) -> Read:
    from trafilatura import load_html

    text, problems = decoded(capture)
    tree = load_html(text)
    if tree is None:
        return Read((), (*problems, "holds no HTML"))
    statement = read_statement(tree)
    imprint = read_imprint(tree, statement, capture)
    signs = signs_of(tree, statement, imprint)
    drafts = main_drafts(tree, text, imprint.title or "")
    signed = next(filter(None, (byline_of(draft.text) for draft in drafts)), None)
    if signed and not imprint.byline:
        imprint = replace(imprint, byline=signed, found=replace(imprint.found, byline="text"))
    layout = compose(capture.told.title or imprint.title or "", [each for each in drafts if not byline_of(each.text)])
    if reason := no_article(layout, statement, imprint, tree, signs):
        return Read((), (*problems, reason))
    if not (imprint.published or capture.told.published):
        imprint = _dated(imprint, undeclared_date(text, layout.text, imprint, capture))
    form = Form.TEASER if is_teaser(layout, text, paid=imprint.paid) else Form.ARTICLE
    return Read((Article(layout, replace(imprint, form=form).told(capture.told)),), problems)


def _dated(imprint: Imprint, found: FoundDate | None) -> Imprint:
    if found is None:
        return imprint
    return replace(imprint, published=found.day, found=replace(imprint.found, published=found.how))
