"""A page's imprint: title, outlet, byline, address and dates, from JSON-LD, meta tags and marked-up times."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import partial
from urllib.parse import urljoin, urlsplit

from lxml.etree import XPath
from lxml.html import HtmlElement

from cellwire.documents.imprint.dates import FoundDate, date_in_address, first_plausible, found_day, published_day
from cellwire.documents.imprint.jsonld import Statement
from cellwire.documents.imprint.saying import Imprint, Said, how_of, words_of
from cellwire.documents.layout import squeezed
from cellwire.model import Capture, Found, article_key, page_behind

_PUBLISHED = (
    "article:published_time", "og:article:published_time", "og:published_time", "datepublished", "publishdate",
    "publish-date", "publish_date", "pubdate", "parsely-pub-date", "sailthru.date", "cxenseparse:recs:publishtime",
    "article.published", "published-date", "publication_date", "dc.date.issued", "article_date_original",
    "originalpublicationdate", "citation_publication_date", "release_date", "displaydate", "article:published",
    "published_time", "bt:pubdate",
)  # fmt: skip
_MADE = ("dcterms.created", "dc.date", "dcterms.date", "dc.created", "date")  # of the page, which may be older or newer
_MODIFIED = (
    "article:modified_time",
    "og:updated_time",
    "datemodified",
    "lastmod",
    "last-modified",
    "dcterms.modified",
    "dc.date.modified",
)
_MARKED = (  # by schema.org, by the hAtom of older themes
    XPath("//*[@itemprop='datePublished']"),
    XPath("//abbr[contains(concat(' ', @class, ' '), ' published ')]"),
)
_BYLINE = ("author", "article:author_name", "parsely-author", "sailthru.author", "dc.creator", "byl")
_SUMMARIES = ("og:description", "twitter:description", "description", "dc.description")
_TITLES = ("og:title", "twitter:title", "dc.title", "parsely-title", "title", "headline")
_LONGEST_NAME = 80  # characters of an outlet's
_TAIL = re.compile(r"\s+[|\-–—·•»:]+\s+|\s*\|\s*|_(?=\S)")
_BY = re.compile(r"^(?:by|von|par|por)\s+", re.IGNORECASE)


def read_imprint(tree: HtmlElement, statement: Statement, capture: Capture) -> Imprint:
    """All but the dates that need the text and htmldate; see `page.py` for those."""
    meta = dict(reversed([*_meta(tree)]))  # the first of several wins
    canonical = _canonical(tree, statement, meta)
    given = capture.told.url or capture.url
    url = Said(page_behind(given), "told") if given else canonical
    address = words_of(url)
    outlet = _outlet(meta, statement) or _outlet_of_tab(tree) or _name_of_host(tree, address)
    title = _title(tree, statement, meta, words_of(outlet))
    byline, language = _byline(statement, meta), _language(tree, meta)
    another = canonical if canonical and address and _is_another(canonical.words, address) else None
    in_address = date_in_address(urlsplit(address or "").path, capture.moment)
    published = published_day(_published(tree, statement, meta), in_address, capture.moment)
    modified = first_plausible(_modified(statement, meta), capture.moment)
    return Imprint(
        title=words_of(title),
        url=words_of(url),
        outlet=words_of(outlet),
        byline=words_of(byline),
        language=words_of(language),
        published=published.day if published else None,
        modified=_after(modified, published),
        utc=bool(published and published.midnight),
        paid=not statement.free,
        canonical=words_of(another),
        found=Found(
            title=how_of(title),
            url=how_of(url),
            outlet=how_of(outlet),
            byline=how_of(byline),
            language=how_of(language),
            published=published.how if published else None,
            modified=modified.how if modified else None,
            canonical=how_of(another),
        ),
    )


def read_summary(tree: HtmlElement) -> str:
    """What the page's head says that the page tells, in one line; empty where it says nothing."""
    meta = dict(reversed([*_meta(tree)]))
    return next((meta[name] for name in _SUMMARIES if name in meta), "")


def _meta(tree: HtmlElement) -> Iterator[tuple[str, str]]:
    for tag in tree.iter("meta"):
        name = tag.get("property") or tag.get("name") or tag.get("itemprop") or ""
        content = " ".join((tag.get("content") or "").split())
        if name and content:
            yield name.lower(), content


def _canonical(tree: HtmlElement, statement: Statement, meta: dict[str, str]) -> Said | None:
    links = (link.get("href") or "" for link in tree.iter("link") if (link.get("rel") or "").lower() == "canonical")
    told = (*(Said(link, "link") for link in links), Said(meta.get("og:url", ""), "meta"))
    for said in (*told, Said(statement.url or "", "json-ld")):
        if whole := _web_address(meta.get("og:url", ""), said.words):
            return Said(whole, said.how)
    return None


def _language(tree: HtmlElement, meta: dict[str, str]) -> Said | None:
    said = tree.get("lang") or tree.get("{http://www.w3.org/XML/1998/namespace}lang")
    if said:
        return Said(said, "page")
    return Said(meta["og:locale"], "meta") if "og:locale" in meta else None


def _is_another(canonical: str, address: str) -> bool:
    """Whether it is the address of another page than this, and no front page, which some sites name on every page."""
    key = article_key(canonical)
    return "/" in key and key != article_key(address)


def _web_address(base: str, address: str) -> str | None:
    """None of a picture, which some pages name as their own, and none that is known on one machine alone."""
    try:
        whole = page_behind(urljoin(base, address.strip()))
        parts = urlsplit(whole)
        if parts.scheme not in ("http", "https") or not parts.hostname or _is_local(parts.hostname):
            return None
        return None if _PICTURE.search(parts.path) else whole
    except ValueError:
        return None  # no address at all: "http://[broken"


_PICTURE = re.compile(r"\.(?:svg|png|jpe?g|gif|webp|ico)$", re.IGNORECASE)


def _is_local(host: str) -> bool:
    return host == "localhost" or host.startswith("127.")


def _outlet(meta: dict[str, str], statement: Statement) -> Said | None:
    said = (
        Said(meta.get("og:site_name", ""), "meta"),
        Said(statement.publisher or "", "json-ld"),
        Said(meta.get("application-name") or meta.get("publisher", ""), "meta"),
    )
    return next((each for each in said if each.words and _is_a_name(each.words)), None)


def _is_a_name(outlet: str) -> bool:
    """Neither an address nor a sentence, nor what a search or a machine at home is called."""
    fits = "://" not in outlet and len(outlet) <= _LONGEST_NAME
    return fits and not (names_a_search(outlet) or _is_local(outlet.partition(":")[0]))


_SEARCH = re.compile(
    r"google alerts?\b|google news\b|(?:www\.|news\.)?google\.[a-z.]+$|.{1,120} - google news$", re.IGNORECASE
)


def names_a_search(outlet: str) -> bool:
    """Whether a name is that of somebody's search, whose finds are other outlets'."""
    return bool(_SEARCH.match(outlet))


def _outlet_of_tab(tree: HtmlElement) -> Said | None:
    """The tail of the tab's title where the rest of it is the page's headline."""
    tab = _text_of(next(tree.iter("title"), None))
    headlines = {_text_of(heading) for heading in tree.iter("h1", "h2", "h3")}
    for tail in _TAIL.finditer(tab):
        named = tab[tail.end() :]
        if tab[: tail.start()] in headlines and len(named.split()) <= 6:
            return Said(named, "tab")
    return None


def _name_of_host(tree: HtmlElement, address: str | None) -> Said | None:
    """The host as the page writes it ("Nordic Battery Post" for nordicbatterypost.example), else the host."""
    host: str | None = urlsplit(address or "").hostname
    if not host:
        return None
    host = host.removeprefix("www.")
    label = _folded(host.split(".")[0])
    lines = (" ".join(words.split()) for words in tree.itertext() if len(words) <= 60)
    named = next((line for line in lines if _folded(line) == label and line != line.lower()), None)
    return Said(named, "page") if named else Said(host, "host")


def _title(tree: HtmlElement, statement: Statement, meta: dict[str, str], outlet: str | None) -> Said | None:
    """The page's own headline; the tab's title only with its outlet taken off."""
    tab = _text_of(next(tree.iter("title"), None))
    metas = (Said(meta.get(name, ""), "meta") for name in _TITLES)
    said = (Said(statement.headline or "", "json-ld"), *metas, Said(tab, "tab"))
    told = [Said(without_outlet(each.words, outlet), each.how) for each in said if each.words]
    headlines = [words for heading in tree.iter("h1") if (words := _text_of(heading)) and len(words) <= 300]
    for headline in headlines:
        if any(_alike(headline, title.words) for title in told):
            return Said(headline, "headline")
    if told:
        return told[0]
    return Said(headlines[0], "headline") if len(headlines) == 1 else None


def without_outlet(title: str, outlet: str | None) -> str:
    """ "Plant opens in Heide | Cell Courier" loses its tail where the tail names the outlet, or follows a bar."""
    title = " ".join(title.split())
    parts = list(_TAIL.finditer(title))
    if not parts:
        return title
    last = parts[-1]
    head, tail = title[: last.start()], title[last.end() :]
    names = bool(outlet) and _folded(tail) in (_folded(outlet or ""), _folded((outlet or "").split(".")[0]))
    barred = last[0].strip() in ("|", "_") and len(tail.split()) <= 5 and len(head.split()) >= 3
    return without_outlet(head, outlet) if names or barred else title


def _folded(words: str) -> str:
    return squeezed(words).removeprefix("the")


def _alike(one: str, other: str) -> bool:
    first, second = set(re.findall(r"\w+", one.lower())), set(re.findall(r"\w+", other.lower()))
    return (
        bool(first and second)
        and len(first & second) * 2 > min(len(first), len(second))
        and len(first) * 3 >= len(second)
    )


def _text_of(element: HtmlElement | None) -> str:
    return " ".join(element.text_content().split()) if element is not None else ""


def _byline(statement: Statement, meta: dict[str, str]) -> Said | None:
    marked = next((meta[name] for name in _BYLINE if name in meta), "")
    named = Said(statement.author, "json-ld") if statement.author else Said(marked, "meta")
    fits = named.words and "://" not in named.words and len(named.words) <= 120
    return Said(_BY.sub("", named.words), named.how) if fits else None


def _published(tree: HtmlElement, statement: Statement, meta: dict[str, str]) -> Iterator[FoundDate | None]:
    yield found_day("json-ld", statement.published)
    yield from map(partial(found_day, "meta"), (meta.get(name) for name in _PUBLISHED))
    yield from (found_day("time", written) for written in _times(tree))
    yield from map(partial(found_day, "made"), (meta.get(name) for name in _MADE))


def _modified(statement: Statement, meta: dict[str, str]) -> Iterator[FoundDate | None]:
    yield found_day("json-ld", statement.modified)
    yield from map(partial(found_day, "meta"), (meta.get(name) for name in _MODIFIED))


def _after(modified: FoundDate | None, published: FoundDate | None) -> date | None:
    """A change is only told where it is later than the publication."""
    if modified is None or (published and modified.day <= published.day):
        return None
    return modified.day


_ELSEWHERE = re.compile(
    r"(?<![a-z])(related|recommend\w*|sidebar|latest|popular|trending|comments?|teasers?|more|footer|cards?|widget-area"
    r"|menu)(?![a-z])",
    re.IGNORECASE,
)


def _times(tree: HtmlElement) -> Iterator[str]:
    """Dates marked up as `<time>` or `itemprop`, the publication first; none from lists of other articles or quotes.

    A mark that says "published" and stands alone on its page is the page's, wherever it stands.
    """
    times = [time for time in tree.iter("time") if not is_elsewhere(time)]
    marked = [
        element
        for path in _MARKED
        for found in [path(tree)]
        for element in found
        if len(found) == 1 or not is_elsewhere(element)
    ]
    named = [time for time in times if time.get("pubdate") is not None or _is_called_publication(time)]
    for element in (*marked, *named, *times[:1]):
        yield element.get("datetime") or element.get("content") or element.get("title") or ""
        yield _text_of(element)


def _is_called_publication(time: HtmlElement) -> bool:
    around = time.getparent()
    names = f"{time.get('class') or ''} {(around.get('class') or '') if around is not None else ''}"
    return re.search(r"(?<![a-z])(date-?)?publi(cation|shed)|posted-on(?![a-z])", names, re.IGNORECASE) is not None


def is_elsewhere(element: HtmlElement) -> bool:
    """Whether it stands in a list of other articles, among comments, in a quote or at the page's foot."""
    marks = (
        f"{each.tag} {each.get('class') or ''} {each.get('id') or ''}"
        for each in element.iterancestors()
        if each.tag != "body"
    )
    return any(
        _ELSEWHERE.search(mark) or mark.startswith(("aside", "nav", "footer", "blockquote"))
        for mark in marks
        if not mark.startswith("html")
    )
