"""Runs every benchmark in a process of its own and prints a table: stage, how much in a second, memory at its peak.

A benchmark is a script `bench_NAME.py` that prints a line of JSON for each thing it measured,
{"stage": "claims", "unit": "articles", "count": 1400, "seconds": 2.1}, or words of its own, which are passed on.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from rich.console import Console
from rich.table import Table

HERE = Path(__file__).parent
KIB = 1 if sys.platform == "darwin" else 1024  # of a peak as the system tells it, in bytes


@dataclass(frozen=True, slots=True)
class Measured:
    stage: str
    unit: str
    count: float
    seconds: float
    peak: int  # bytes

    @property
    def row(self) -> tuple[str, str, str, str]:
        rate = f"{self.count / self.seconds:,.0f} {self.unit}/s" if self.seconds else "-"
        return self.stage, rate, f"{self.seconds:.2f} s for {self.count:,.0f}", f"{self.peak / 2**20:,.0f} MB"


def main() -> int:
    table = Table("stage", "throughput", "measured", "peak memory", box=None, pad_edge=False)
    failed = []
    for script in sorted(HERE.glob("bench_*.py")):
        code, printed, peak = run(script)
        if code:
            failed.append(script.name)
        for line in printed:
            if line.startswith("{"):
                table.add_row(*_measured(line, peak).row)
        words = [line for line in printed if not line.startswith("{")]
        if words:
            print(f"{script.name}, {peak / 2**20:,.0f} MB at its peak", *words, "", sep="\n")
    Console(highlight=False).print(table)
    if failed:
        print(f"failed: {', '.join(failed)}", file=sys.stderr)
    return 1 if failed else 0


def run(script: Path) -> tuple[int, list[str], int]:
    """Exit code, lines and peak memory; a process for each, so that one's memory is not another's."""
    child = subprocess.Popen([sys.executable, str(script)], stdout=subprocess.PIPE, text=True, encoding="utf-8")
    with child:
        assert child.stdout
        printed = child.stdout.read().splitlines()
        _, status, usage = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
    return child.returncode, printed, usage.ru_maxrss * KIB


def _measured(line: str, peak: int) -> Measured:
    told = json.loads(line)
    return Measured(told["stage"], told["unit"], told["count"], told["seconds"], peak)


if __name__ == "__main__":
    sys.exit(main())
