"""Pages a second, carefully and as archives are read, beside trafilatura and newspaper4k on the same pages in one run.

Processor time, so that other work on the machine counts little. newspaper4k is in the dependency group `bench`; the
quick look at archives' pages needs resiliparse, as in `cellwire[archives]`.

python benchmarks/bench_documents.py [--pages 300]
"""

from __future__ import annotations

import argparse
import random
import resource
import sys
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from importlib.util import find_spec
from time import process_time

from cellwire.documents import glance, open_capture
from cellwire.model import Capture
from cellwire.sources import may_tell

WORDS = """
the maker of cells said on Monday that its plant near a town would make enough batteries for many cars each year while
its partner looks for cathode lithium nickel graphite supply and the state gives a loan to the project which may grow
"""
OTHER_WORDS = """
the mayor of the town said on Monday that the old bridge near the market would be closed for many weeks while workers
look at its stones and the council gives money to shops which may lose visitors as summer fairs and concerts grow
"""
RELEVANT = 33  # one page of so many tells of the industry
MOMENT = datetime(2022, 12, 18, tzinfo=UTC)


def sentence(dice: random.Random, words: str = WORDS) -> str:
    return " ".join(dice.choices(words.split(), k=dice.randint(12, 28))).capitalize() + "."


def paragraph(dice: random.Random, words: str = WORDS) -> str:
    return " ".join(sentence(dice, words) for _ in range(dice.randint(2, 5)))


def mixed(number: int) -> str:
    """A page of an archive: few tell of the industry, and some that do not name it in a menu or a teaser."""
    if number % RELEVANT == 0:
        return page(number)
    other = page(number, OTHER_WORDS, "The bridge of town {} is to close")
    return other.replace("Section 7 of news", "Battery news") if number % 10 == 0 else other


def page(number: int, words: str = WORDS, headline: str = "Plant {} for battery cells is to grow") -> str:
    """A news page of some 33 kB: 12 paragraphs of article, the rest menus, teasers, scripts and comments."""
    dice = random.Random(number)
    title = headline.format(number)
    menu = "".join(
        f'<li class="menu-item"><a href="/section/{each}">Section {each} of news</a></li>' for each in range(60)
    )
    teasers = "".join(
        f'<div class="card"><a href="/{each}"><h3>{sentence(dice, words)}</h3></a></div>' for each in range(40)
    )
    comments = "".join(f'<li class="comment"><p>{sentence(dice, words)}</p></li>' for _ in range(25))
    body = "".join(f"<p>{paragraph(dice, words)}</p>" for _ in range(12))
    script = "<script>" + "var a = [1, 2, 3];" * 800 + "</script>"
    return (
        f'<html lang="en"><head><title>{title} | Cell Courier</title>{script}'
        f'<meta property="article:published_time" content="2022-12-09T10:00:00Z"></head>'
        f"<body><nav><ul>{menu}</ul></nav>"
        f'<main><article><h1>{title}</h1>{body}</article><section class="more">{teasers}</section>'
        f'<ol class="comments">{comments}</ol></main><footer>Cell Courier</footer></body></html>'
    )


def feed(entries: int) -> str:
    dice = random.Random(7)
    items = "".join(
        f"<item><title>{sentence(dice)}</title><link>https://a.example/{number}</link><guid>{number}</guid>"
        f"<pubDate>Fri, 09 Dec 2022 10:00:00 GMT</pubDate>"
        f"<description>&lt;p&gt;{paragraph(dice)}&lt;/p&gt;</description></item>"
        for number in range(entries)
    )
    return f"<rss version='2.0'><channel><title>Cell Courier</title>{items}</channel></rss>"


def text(number: int) -> str:
    dice = random.Random(number)
    return f"Plant {number} is to grow\n\n" + "\n\n".join(paragraph(dice) for _ in range(12))


def capture(content: str, media_type: str) -> Capture:
    return Capture("file", None, "bench", MOMENT, media_type, content.encode())


def rate(read: Callable[[str], object], contents: list[str]) -> float:
    """Contents a second, the first few left out of the count (imports, models)."""
    for content in contents[:3]:
        read(content)
    start = process_time()
    for content in contents:
        read(content)
    return len(contents) / (process_time() - start)


def opened(media_type: str) -> Callable[[str], object]:
    return lambda content: open_capture(capture(content, media_type))


def sifted(content: str) -> object:
    """As `cellwire mine` reads a page: by its bytes, at a glance, and with care where both may tell something."""
    each = capture(content, "text/html")
    if not may_tell(each.content):
        return None
    words = glance(each)
    return open_capture(each) if words is None or may_tell(words.encode()) else None


def by_trafilatura(content: str) -> object:
    from trafilatura import bare_extraction

    return bare_extraction(content, with_metadata=True)


def by_trafilatura_quickly(content: str) -> object:
    from trafilatura import bare_extraction

    return bare_extraction(content, fast=True, favor_precision=True, with_metadata=True)


def by_newspaper(content: str) -> object:
    import newspaper

    return newspaper.Article("https://a.example/1", language="en").download(input_html=content).parse()


def others() -> Iterator[tuple[str, Callable[[str], object]]]:
    yield "trafilatura", by_trafilatura
    yield "trafilatura, quick and precise", by_trafilatura_quickly
    if find_spec("newspaper"):
        yield "newspaper4k", by_newspaper


def lines(pages: int) -> Iterator[str]:
    contents, archive = [page(number) for number in range(pages)], [mixed(number) for number in range(pages)]
    ours = rate(opened("text/html"), contents)
    yield f"pages of {len(contents[0]) // 1000} kB, with care           {ours:6.0f} a second"
    for name, read in others():
        theirs = rate(read, contents)
        yield f"  {name:<32} {theirs:6.0f} a second   ratio {ours / theirs:.2f}"
    quick = rate(sifted, archive)
    yield f"archive, one page in {RELEVANT} relevant  {quick:6.0f} a second"
    for name, read in others():
        theirs = rate(read, archive)
        yield f"  {name:<32} {theirs:6.0f} a second   ratio {quick / theirs:.2f}"
    texts = rate(opened("text/plain"), [text(number) for number in range(pages)])
    yield f"plain texts                    {texts:6.0f} a second"
    start = process_time()
    entries = len(open_capture(capture(feed(1000), "application/rss+xml")).documents)
    yield f"a feed of {entries} entries         {process_time() - start:6.2f} s"
    yield f"memory at most                 {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:6.0f} MB"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pages", type=int, default=300)
    for line in lines(parser.parse_args().pages):
        sys.stdout.write(line + "\n")


if __name__ == "__main__":
    main()
