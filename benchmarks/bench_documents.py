"""Pages a second through `open_documents`, beside bare trafilatura on the same pages in the same run.

python benchmarks/bench_documents.py [--pages 300]
"""

from __future__ import annotations

import argparse
import random
import resource
import sys
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from time import perf_counter

from cellwire.documents import open_capture
from cellwire.model import Capture

WORDS = """
the maker of cells said on Monday that its plant near a town would make enough batteries for many cars each year while
its partner looks for cathode lithium nickel graphite supply and the state gives a loan to the project which may grow
"""
MOMENT = datetime(2022, 12, 18, tzinfo=UTC)


def sentence(dice: random.Random) -> str:
    return " ".join(dice.choices(WORDS.split(), k=dice.randint(12, 28))).capitalize() + "."


def paragraph(dice: random.Random) -> str:
    return " ".join(sentence(dice) for _ in range(dice.randint(2, 5)))


def page(number: int) -> str:
    """A news page of some 33 kB: 12 paragraphs of article, the rest menus, teasers, scripts and comments."""
    dice = random.Random(number)
    title = f"Plant {number} for battery cells is to grow"
    menu = "".join(
        f'<li class="menu-item"><a href="/section/{each}">Section {each} of news</a></li>' for each in range(60)
    )
    teasers = "".join(f'<div class="card"><a href="/{each}"><h3>{sentence(dice)}</h3></a></div>' for each in range(40))
    comments = "".join(f'<li class="comment"><p>{sentence(dice)}</p></li>' for _ in range(25))
    body = "".join(f"<p>{paragraph(dice)}</p>" for _ in range(12))
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
    start = perf_counter()
    for content in contents:
        read(content)
    return len(contents) / (perf_counter() - start)


def opened(media_type: str) -> Callable[[str], object]:
    return lambda content: open_capture(capture(content, media_type))


def lines(pages: int) -> Iterator[str]:
    from trafilatura import bare_extraction

    def bare(content: str) -> object:
        return bare_extraction(content, fast=True, favor_precision=True, with_metadata=True)

    contents = [page(number) for number in range(pages)]
    theirs, ours = rate(bare, contents), rate(opened("text/html"), contents)
    yield f"pages of {len(contents[0]) // 1000} kB                {ours:6.0f} a second"
    yield f"bare trafilatura, the same     {theirs:6.0f} a second   ratio {ours / theirs:.2f}"
    texts = rate(opened("text/plain"), [text(number) for number in range(pages)])
    yield f"plain texts                    {texts:6.0f} a second"
    start = perf_counter()
    entries = len(open_capture(capture(feed(1000), "application/rss+xml")).documents)
    yield f"a feed of {entries} entries         {perf_counter() - start:6.2f} s"
    yield f"memory at most                 {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:6.0f} MB"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pages", type=int, default=300)
    for line in lines(parser.parse_args().pages):
        sys.stdout.write(line + "\n")


if __name__ == "__main__":
    main()
