"""Saved and fetched web pages: main text, imprint, and the reason where a page holds no article."""

from __future__ import annotations

from dataclasses import replace

from cellwire.documents.body import byline_of, is_mailed, mailed_drafts, main_drafts
from cellwire.documents.decoding import decoded, drop_unseen, load_tree
from cellwire.documents.imprint import (
    FoundDate,
    Imprint,
    read_imprint,
    read_statement,
    read_summary,
    shown_date,
    undeclared_date,
)
from cellwire.documents.layout import Draft, Layout, compose, word_count
from cellwire.documents.readers.reading import Article, Read
from cellwire.documents.readers.refusal import NO_TEXT, no_article, signs_of
from cellwire.documents.readers.teaser import is_teaser
from cellwire.model import BlockKind, Capture, Form

_HEADLINE = 5  # words by which a title tells something by itself
_SUMMARY = 8  # words of a summary that adds to its headline


def read_page(capture: Capture) -> Read:
    text, problems = decoded(capture)
    tree = load_tree(text)
    if tree is None:
        return Read((), (*problems, "holds no HTML"))
    statement = read_statement(tree)
    imprint = read_imprint(tree, statement, capture)
    signs, summary = signs_of(tree, statement, imprint), read_summary(tree)
    drop_unseen(tree)
    mailed = is_mailed(tree)
    title = imprint.title or ""
    drafts = mailed_drafts(tree, title) if mailed else main_drafts(tree, text, title)
    signed = next(filter(None, (byline_of(draft.text) for draft in drafts)), None)
    if signed and not imprint.byline:
        imprint = replace(imprint, byline=signed, found=replace(imprint.found, byline="text"))
    layout = compose(capture.told.title or imprint.title or "", [each for each in drafts if not byline_of(each.text)])
    reason = no_article(layout, statement, imprint, tree, signs)
    if reason == NO_TEXT and signs.declared and word_count(layout.title) >= _HEADLINE:
        bare = replace(imprint, form=Form.TEASER).told(capture.told)
        return Read((Article(_headline(layout.title, summary), bare),), problems)
    if reason:
        return Read((), (*problems, reason))
    if not capture.told.published:
        imprint = _dated(imprint, _day_of_text(text, layout.text, imprint, capture))
    form = Form.TEASER if is_teaser(layout, text) else Form.ARTICLE
    return Read((Article(layout, replace(imprint, form=form).told(capture.told), newsletter=mailed),), problems)


def _headline(title: str, summary: str) -> Layout:
    """What an article's page tells whose text is put there by scripts: its title, and what its head says it tells."""
    adds = word_count(summary) >= _SUMMARY and summary.casefold() != title.casefold()
    return compose(title, [Draft(BlockKind.PARAGRAPH, summary)] if adds else [])


def _day_of_text(markup: str, text: str, imprint: Imprint, capture: Capture) -> FoundDate | None:
    """What the page shows, where its marks tell no day, or tell one that leaves the day of publication open."""
    if imprint.published is None:
        return undeclared_date(markup, text, imprint, capture)
    if imprint.utc or imprint.found.published == "made":
        return shown_date(markup, text, imprint, capture)
    return None


def _dated(imprint: Imprint, found: FoundDate | None) -> Imprint:
    if found is None:
        return imprint
    return replace(imprint, published=found.day, found=replace(imprint.found, published=found.how))
