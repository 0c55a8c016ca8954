"""How fast the lexicon loads and scans, and what it holds in memory: python benchmarks/bench_lexicon.py [TEXT…]"""

import sys
import tracemalloc
from pathlib import Path
from time import perf_counter

from cellwire.lexicon import load_lexicon

DENSE = (
    "CATL and Ford will build a 35 GWh lithium iron phosphate battery plant in Marshall, Michigan, "
    "said Reuters. LG Energy Solution's cathode supplier L&F is near Birmingham, Alabama.\n"
)
PLAIN = "The weather was mild and the market opened with few buyers, while the council debated rules for parking.\n"


def texts(paths: list[str]) -> dict[str, str]:
    """The given files as one text, or a dense and a mixed text (one sentence in five is about batteries)."""
    if paths:
        return {"given texts": "\n".join(Path(path).read_text("utf-8", "replace") for path in paths)}
    return {"dense": DENSE * 6000, "mixed": (DENSE + PLAIN * 8) * 1000, "plain": PLAIN * 10000}


def main(paths: list[str]) -> None:
    start = perf_counter()
    lexicon = load_lexicon()
    loaded = perf_counter()
    lexicon.find("")
    built = perf_counter()
    print(f"load {1000 * (loaded - start):.0f} ms, automaton {1000 * (built - loaded):.0f} ms")
    for name, text in texts(paths).items():
        start = perf_counter()
        hits = lexicon.find(text)
        scanned = perf_counter()
        places = lexicon.resolve_places(text, hits)
        resolved = perf_counter()
        size = len(text) / 1e6
        print(
            f"{name}: {size:.1f} MB, {len(hits)} hits, {len(places)} places; "
            f"find {size / (scanned - start):.1f} MB/s, resolve_places {size / (resolved - scanned):.1f} MB/s"
        )
    load_lexicon.cache_clear()
    tracemalloc.start()
    load_lexicon().find("")
    print(f"memory {tracemalloc.get_traced_memory()[0] / 1e6:.0f} MB of Python objects")


if __name__ == "__main__":
    main(sys.argv[1:])
