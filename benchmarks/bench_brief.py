"""How long an edition takes: `python benchmarks/bench_brief.py [developments | database [ending]]`.

A made record of that many developments over a year of weeks, each in an article of its own; then one week's edition,
its check and its page. Of a database (`bench_growth.py` and `bench_export.py` make large ones) the whole command is
run in a process of its own: CPU seconds and memory at its peak.
"""

import os
import subprocess
import sys
import tempfile
import time
from datetime import date, timedelta
from pathlib import Path

from cellwire.model import Record
from cellwire.publish import BriefSettings, failures, render_html

sys.path.insert(0, str(Path(__file__).parent.parent / "tests"))

from publish import factories as make
from publish.at_hand import edition

WEEKS = 52
ENDING = date(2022, 12, 17)
PLACES = ["Debrecen", "Sunderland", "Arnstadt", "Kokkola", "Subang", "Tesla Road", "Skellefteå", "Dunkirk"]


def made(number: int) -> tuple:
    maker, place, gwh = f"Maker{number % 997} Energy", PLACES[number % len(PLACES)], 2 + number % 60
    day = ENDING - timedelta(days=number % (7 * WEEKS))
    doc = make.document(
        f"d{number}",
        f"{maker} breaks ground\nOn Monday {maker} broke ground on a battery plant in {place}. "
        f"It will make {gwh} GWh a year from 2025 and cost €{gwh * 80} million. The region hopes for {gwh * 30} jobs.",
        published=day,
        outlet=f"Outlet {number % 40}",
    )
    dev = make.development(
        doc,
        "facility",
        "construction",
        parties=(make.party(doc, maker, "operator"),),
        place=make.place(doc, place, None),
        product=make.named(doc, "battery plant", "cell"),
        capacity=(make.capacity(doc, f"{gwh} GWh a year", gwh, "GWh/yr"),),
        money=(make.money(doc, f"€{gwh * 80} million", gwh * 80e6, "EUR"),),
        jobs=make.jobs(doc, f"{gwh * 30} jobs", gwh * 30),
        dates=(make.dated(doc, "2025", "production_start", "2025"),),
    )
    return doc, dev, make.story(f"s{number}", [dev], first=day, last=day)


def main(many: int) -> None:
    rows = [made(number) for number in range(many)]
    docs, devs, stories = zip(*rows, strict=True)
    started = time.perf_counter()
    brief = edition(Record(None), stories, docs, devs, week_ending=ENDING, settings=BriefSettings())
    composed = time.perf_counter()
    wrong = failures(brief)
    checked = time.perf_counter()
    page = render_html(brief)
    rendered = time.perf_counter()
    told = sum(len(item.tellings) for item in brief.items())
    print(f"{many} developments, {told} told, {len(brief.notes())} notes, {len(wrong)} values not borne out")
    print(f"edition {composed - started:.2f} s, check {checked - composed:.2f} s, page {rendered - checked:.2f} s")
    print(f"page {len(page) / 1024:.0f} kB")


def command(database: str, ending: tuple[str, ...]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        words = ["week", "--db", database, "--out", folder, *(word for day in ending for word in ("--ending", day))]
        child = subprocess.Popen([sys.executable, "-m", "cellwire", *words], stdout=subprocess.DEVNULL)
        _, status, usage = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
    peak = usage.ru_maxrss * (1 if sys.platform == "darwin" else 1024) / 2**20
    print(f"cellwire week: {usage.ru_utime + usage.ru_stime:.2f} s CPU in all, {peak:,.0f} MB at its peak")
    sys.exit(child.returncode)


if __name__ == "__main__":
    asked = sys.argv[1] if len(sys.argv) > 1 else "10000"
    main(int(asked)) if asked.isdigit() else command(asked, tuple(sys.argv[2:3]))
