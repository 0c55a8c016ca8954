"""How fast copies are found and stories gathered: `python benchmarks/bench_stories.py [DOCUMENTS]`.

Once of years that overlap as real ones do, and once of a week in which each of four hundred companies is told of some
seventy times, nearly always with another partner or town: there nearly every pair that is met has to be told apart.
"""

import sys
from time import process_time

from made_news import make_news
from made_years import make_years

from cellwire.model import Development, Document
from cellwire.stories import find_origins, gather


def measure(what: str, documents: list[Document], developments: list[Development]) -> None:
    start = process_time()
    origins = find_origins(documents)
    copies = process_time() - start
    start = process_time()
    stories = gather(developments, documents)
    whole = process_time() - start
    print(
        f"{what:<6} {len(documents)} documents, {len(origins)} texts, {len(developments)} developments, "
        f"{len(stories)} stories: copies {copies:.2f} s, {len(documents) / copies:,.0f} documents/s; "
        f"stories with copies {whole:.2f} s, {len(documents) / whole:,.0f} documents/s"
    )


def main(documents: int) -> None:
    told = list(make_years(documents * 2))[:documents]
    measure("years", [document for document, _ in told], [one for _, developments in told for one in developments])
    measure("a week", *make_news(documents))


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 5000)
