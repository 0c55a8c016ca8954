"""Articles of 400 words a second through `read_developments` on one core, beside what a user would script.

    python benchmarks/bench_claims.py [articles [folder of texts]]

Made articles: paragraphs of our own texts, and of other industries, which most of an archive is about. With a folder,
its texts too.

The script is spaCy's small English pipeline with an entity ruler of our company names, and quantulum3 for the amounts;
a rival that is not installed is named and left out.
"""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
from collections.abc import Callable, Sequence
from importlib.util import find_spec
from pathlib import Path
from pkgutil import iter_modules
from random import Random
from tempfile import TemporaryDirectory
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


ELSEWHERE = [
    "The bakers' guild opened a second mill near Lyon on Tuesday, hired 40 people and spent $3 million on new ovens.",
    "Sales of vans rose 8% to 12,000 in the first half of 2023, the association said; it expects no change in 2024.",
    "The council approved a plan for a car park behind the station. The mayor said that building starts in 2026.",
    "A storm closed the harbour of Genoa for two days, and four ferries waited outside until Friday morning.",
    "The airline ordered 30 more aircraft, worth $2.1 billion at list prices, and will take the first in May 2025.",
    "Parliament adopted a budget with 1.2 billion euros for schools, after a debate that lasted until midnight.",
]


def other_articles(many: int, *, seed: int = 1) -> list[Document]:
    """Articles of some 400 words that have nothing to do with batteries."""
    random = Random(seed)
    return [_article(random, ["A day in town"], ELSEWHERE) for _ in range(many)]


def texts_of(folder: Path) -> list[Document]:
    paths = sorted(folder.glob("*.txt"))
    return [
        document(text, title=title) for title, _, text in (path.read_text("utf-8").partition("\n\n") for path in paths)
    ]


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
    """Processor time of a fresh interpreter with the bytecode that an installed package has; the quickest of three."""
    timed = f"import time; a = time.process_time(); import {module}; print(time.process_time() - a)"
    with TemporaryDirectory() as bytecode:
        kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
        env = {**kept, "PYTHONPYCACHEPREFIX": bytecode}
        asked = [sys.executable, "-c", timed]
        runs = [subprocess.run(asked, check=True, capture_output=True, text=True, env=env) for _ in range(4)]
    return min(float(run.stdout) for run in runs[1:])


def told(stage: str, articles: Sequence[Document]) -> float:
    """Prints the figures of one sort of articles; tells how many of 400 words are read in a second."""
    words = sum(len(article.text.split()) for article in articles)
    taken = ours(articles)
    many, seconds = len(taken), sum(taken) / 1000
    rate = words / WORDS / seconds
    print(json.dumps({"stage": stage, "unit": "articles", "count": many, "seconds": round(seconds, 3)}))
    p50, p99 = taken[many // 2], taken[many * 99 // 100]
    print(
        f"{rate:,.0f} articles/s of {WORDS} words (these have {words / many:.0f}); "
        f"p50 {p50:.1f} ms, p99 {p99:.1f} ms, slowest {taken[-1]:.1f} ms"
    )
    return rate


def main(many: int, folder: Path | None) -> None:
    start = process_time()
    load_lexicon().find("")
    print(json.dumps({"stage": "lexicon", "unit": "loads", "count": 1, "seconds": round(process_time() - start, 3)}))
    articles = made_articles(many)
    rate = told("claims", articles)
    told("claims, other industries", other_articles(many))
    if folder:
        told(f"claims, {folder}", texts_of(folder))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * KIB
    print(
        f"import cellwire {import_seconds('cellwire'):.2f} s, cellwire.claims {import_seconds('cellwire.claims'):.2f} s"
    )
    print(f"peak memory {peak / 2**20:,.0f} MB, lexicon included")
    beside("spaCy with entity ruler", spacy_script(), articles[:FOR_RIVALS], rate)
    beside("quantulum3", quantulum_script(), articles[:FOR_RIVALS], rate)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 400, Path(sys.argv[2]) if len(sys.argv) > 2 else None)
