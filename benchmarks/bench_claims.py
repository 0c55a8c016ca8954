"""Articles of 400 words a second through `read_developments` on one core, beside what a user would script.

    python benchmarks/bench_claims.py [articles]

The script is spaCy's small English pipeline with an entity ruler of our company names, and quantulum3 for the amounts;
a rival that is not installed is named and left out.
"""

from __future__ import annotations

import json
import resource
import subprocess
import sys
from collections.abc import Callable, Sequence
from importlib.util import find_spec
from pathlib import Path
from pkgutil import iter_modules
from random import Random
from time import process_time

sys.path.insert(0, str(Path(__file__).parent.parent / "tests"))

from cellwire.claims import read_developments
from cellwire.lexicon import load_lexicon
from cellwire.model import Document
from claims.telling import document

TEXTS = Path(__file__).parent.parent / "tests" / "claims" / "texts"
WORDS = 400
FOR_RIVALS = 40  # articles; they are slow
KIB = 1 if sys.platform == "darwin" else 1024  # of a peak as the system tells it, in bytes


def made_articles(many: int, *, seed: int = 1) -> list[Document]:
    """Articles of some 400 words: paragraphs of our own texts in new company, each under a title of theirs."""
    random, paragraphs, titles = Random(seed), [], []
    for path in sorted(TEXTS.glob("*.txt")):
        title, *rest = [part.strip() for part in path.read_text("utf-8").split("\n\n") if part.strip()]
        titles.append(title)
        paragraphs += rest
    return [_article(random, titles, paragraphs) for _ in range(many)]


def _article(random: Random, titles: Sequence[str], paragraphs: Sequence[str]) -> Document:
    chosen: list[str] = []
    words = 0
    while words < WORDS:
        chosen.append(random.choice(paragraphs))
        words += len(chosen[-1].split())
    return document("\n\n".join(chosen), title=random.choice(titles))


def ours(articles: Sequence[Document]) -> list[float]:
    """Milliseconds of processor time of each article, quickest first."""
    lexicon = load_lexicon()
    for article in articles[:20]:
        read_developments(article, lexicon)
    taken = []
    for article in articles:
        start = process_time()
        read_developments(article, lexicon)
        taken.append(1000 * (process_time() - start))
    return sorted(taken)


def spacy_script() -> Callable[[str], object] | None:
    models = [module.name for module in iter_modules() if module.name.startswith("en_core_web_sm")]
    if not (find_spec("spacy") and models):
        return None
    import spacy

    pipeline = spacy.load(models[0])
    names = {name for known in load_lexicon().organisations.values() for name in (known.name, *known.aliases)}
    ruler = pipeline.add_pipe("entity_ruler", before="ner")
    ruler.add_patterns([{"label": "ORG", "pattern": name} for name in sorted(names)])  # type: ignore[attr-defined]
    return pipeline


def quantulum_script() -> Callable[[str], object] | None:
    if not find_spec("quantulum3"):
        return None
    from quantulum3 import parser

    return parser.parse


def beside(name: str, script: Callable[[str], object] | None, articles: Sequence[Document], rate: float) -> None:
    if script is None:
        print(f"{name}: not installed, no comparison")
        return
    script(articles[0].text)
    start = process_time()
    for article in articles:
        script(article.text)
    taken = process_time() - start
    print(json.dumps({"stage": name, "unit": "articles", "count": len(articles), "seconds": round(taken, 3)}))
    print(f"cellwire reads {rate * taken / len(articles):,.1f} articles while {name} reads one")


def import_seconds(module: str) -> float:
    """Of a fresh interpreter, the quickest of three."""
    timed = f"import time; a = time.perf_counter(); import {module}; print(time.perf_counter() - a)"
    runs = [subprocess.run([sys.executable, "-c", timed], check=True, capture_output=True, text=True) for _ in range(3)]
    return min(float(run.stdout) for run in runs)


def main(many: int) -> None:
    articles = made_articles(many)
    words = sum(len(article.text.split()) for article in articles) / many
    taken = ours(articles)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * KIB
    rate = 1000 * many / sum(taken)
    print(json.dumps({"stage": "claims", "unit": "articles", "count": many, "seconds": round(sum(taken) / 1000, 3)}))
    p50, p99 = taken[many // 2], taken[many * 99 // 100]
    print(
        f"{rate:,.0f} articles/s of {words:.0f} words; p50 {p50:.1f} ms, p99 {p99:.1f} ms, slowest {taken[-1]:.1f} ms"
    )
    print(
        f"import cellwire {import_seconds('cellwire'):.2f} s, cellwire.claims {import_seconds('cellwire.claims'):.2f} s"
    )
    print(f"peak memory {peak / 2**20:,.0f} MB, lexicon included")
    beside("spaCy with entity ruler", spacy_script(), articles[:FOR_RIVALS], rate)
    beside("quantulum3", quantulum_script(), articles[:FOR_RIVALS], rate)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 400)
