"""How fast copies are found and stories gathered: `python benchmarks/bench_stories.py [DOCUMENTS]`."""

import sys
from time import process_time

from made_news import make_news

from cellwire.stories import find_origins, gather


def main(documents: int) -> None:
    made, developments = make_news(documents)
    start = process_time()
    origins = find_origins(made)
    copies = process_time() - start
    start = process_time()
    stories = gather(developments, made)
    whole = process_time() - start
    print(
        f"copies   {documents} documents, {len(origins)} texts: {copies:.2f} s, {documents / copies:,.0f} documents/s"
    )
    print(
        f"stories  {len(developments)} developments, {len(stories)} stories: {whole:.2f} s with copies, "
        f"{len(stories) / whole:,.0f} stories/s"
    )


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 5000)
