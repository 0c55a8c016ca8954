"""How the desk answers: `python benchmarks/bench_desk.py [DEVELOPMENTS] [--seconds N] [--clients N] [--store FILE]`.

Made-up years of news are folded into a SQLite file, or a store that is there already is taken. `cellwire serve` runs
over it as a process of its own. First every page and list is asked for one after the other, under addresses that
differ: the server's own time (`Server-Timing`), the processor's time of the server, and what goes over the wire. Then
so many clients ask at once, each the next as soon as it has its answer. Where `datasette` is installed
(`--datasette PATH`), it serves the exported tables as SQLite and is asked the like of them in the same run. What a
desk needs shows at 100,000 developments and more.
"""

from __future__ import annotations

import argparse
import asyncio
import csv
import json
import os
import re
import shutil
import socket
import sqlite3
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from random import Random
from statistics import median, quantiles
from tempfile import TemporaryDirectory
from urllib.parse import quote, urlencode

from bench_growth import folded, readings
from made_years import COUNTRIES, make_years

from cellwire.db import add_readings, open_store

TIMES = 30  # each page, under addresses that differ where they can
NOTHING = "an address that is none"
PAST = "2019-06-30"
WEEKS = ("2022-12-03", "2021-06-05", "2019-06-30")  # ends of weeks; the first is also what changes are told since
PATIENCE = 900  # seconds for what is worked out when it is asked for
LISTS = ("facilities", "deals", "companies", "rumours", "stories")


@dataclass(frozen=True, slots=True)
class Answer:
    status: int
    seconds: float  # as the server says, or as the client waited
    weight: int  # bytes of the body as sent


@dataclass
class Client:
    """HTTP/1.1 over one connection, no more than is needed to count and to time."""

    port: int
    reader: asyncio.StreamReader | None = None
    writer: asyncio.StreamWriter | None = None

    async def get(self, address: str) -> Answer:
        if self.writer is None:
            self.reader, self.writer = await asyncio.open_connection("127.0.0.1", self.port, limit=2**24)
        assert self.reader
        start = time.perf_counter()
        asked = f"GET {address} HTTP/1.1\r\nHost: 127.0.0.1:{self.port}\r\nAccept-Encoding: gzip\r\n\r\n"
        self.writer.write(asked.encode())
        head = (await self.reader.readuntil(b"\r\n\r\n")).decode("latin-1").lower()
        body = await self._body(head)
        took = time.perf_counter() - start
        if told := re.search(r"server-timing: desk;dur=([\d.]+)", head):
            took = float(told[1]) / 1000
        return Answer(int(head.split()[1]), took, len(body))

    async def _body(self, head: str) -> bytes:
        assert self.reader
        if length := re.search(r"content-length: (\d+)", head):
            return await self.reader.readexactly(int(length[1]))
        body = b""
        while size := int(await self.reader.readline(), 16):
            body += (await self.reader.readexactly(size + 2))[:-2]
        await self.reader.readexactly(2)
        return body

    def close(self) -> None:
        if self.writer:
            self.writer.close()


@dataclass(frozen=True, slots=True)
class Server:
    """A process that answers at a port, and how long it took until it did."""

    process: subprocess.Popen[bytes]
    port: int
    took: float

    def spent(self) -> float:
        """Seconds of the processor so far, where the system tells."""
        path = Path(f"/proc/{self.process.pid}/stat")
        told = path.read_text().rpartition(")")[2].split() if path.exists() else ["0"] * 15
        return (int(told[11]) + int(told[12])) / os.sysconf("SC_CLK_TCK")

    def memory(self) -> str:
        """Megabytes now and at the peak, where the system tells."""
        path = Path(f"/proc/{self.process.pid}/status")
        told = re.findall(r"^Vm(?:HWM|RSS):\s+(\d+)", path.read_text() if path.exists() else "", re.MULTILINE)
        return ", ".join(f"{int(each) / 1024:,.0f} MB" for each in reversed(told))


@contextmanager
def serving(words: Sequence[str | Path], port: int, ready: str) -> Iterator[Server]:
    start = time.perf_counter()
    with subprocess.Popen([str(word) for word in words], stdout=subprocess.DEVNULL) as server:
        try:
            while not asyncio.run(answers(port, ready)):
                assert server.poll() is None, "the server ended"
                time.sleep(0.05)
            yield Server(server, port, time.perf_counter() - start)
        finally:
            server.terminate()


async def answers(port: int, address: str) -> bool:
    client = Client(port)
    try:
        return (await client.get(address)).status == 200
    except OSError:
        return False
    finally:
        client.close()


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as one:
        port: int = one.getsockname()[1]
        return port


def pages(ids: dict[str, list[str]], cursors: dict[str, list[str]], random: Random) -> dict[str, list[str]]:
    """Every page and list of the desk, each under several addresses."""

    def asked(path: str, **words: str) -> str:
        return f"{path}?{urlencode(words)}" if words else path

    def filters(name: str) -> dict[str, str]:
        chosen = {
            "facilities": [("country", random.choice(COUNTRIES)), ("status", "construction"), ("product", "cell")],
            "deals": [("kind", "supply"), ("rung", "mou"), ("company", f"company{random.randrange(300)}")],
            "companies": [("country", random.choice(COUNTRIES)), ("q", f"company{random.randrange(90)}")],
            "rumours": [("outcome", "open"), ("kind", "facility")],
            "stories": [("kind", "supply"), ("company", f"company{random.randrange(300)}")],
        }[name]
        return dict(random.sample(chosen, random.randrange(1, len(chosen) + 1)))

    sorts = {"facilities": "capacity", "deals": "-volume", "companies": "name", "rumours": "due", "stories": "headline"}
    told: dict[str, list[str]] = {"/ (the week)": ["/"] * TIMES}
    for root, what in (("", "page"), ("/api/v1", "API")):
        for name in LISTS:
            path = f"{root}/{name}"
            told[f"{name}, {what}"] = [path] * TIMES
            told[f"{name}, {what}, filtered"] = [asked(path, **filters(name)) for _ in range(TIMES)]
            told[f"{name}, {what}, sorted"] = [asked(path, sort=sorts[name], **filters(name)) for _ in range(TIMES)]
            told[f"{name}, {what}, further on"] = [asked(path, after=each) for each in cursors[name]]
            told[f"one of {name}, {what}"] = [f"{path}/{quote(id)}" for id in ids[name]]
    towns = [f"town{random.randrange(3000)}" for _ in range(TIMES)]
    told |= {
        "changes": [asked("/changes", since=WEEKS[0])] * TIMES,
        "changes, API": [asked("/api/v1/changes", since=WEEKS[0])] * TIMES,
        "a past day": [asked(f"/{name}", as_of=PAST) for name in LISTS] * (TIMES // 5),
        "a past day, API": [asked(f"/api/v1/{name}", as_of=PAST) for name in LISTS] * (TIMES // 5),
        "other weeks": [asked("/", ending=each) for each in WEEKS] * (TIMES // 3),
        "other weeks, the brief": [f"/week/{each}" for each in WEEKS] * (TIMES // 3),
        "map": [asked("/facilities", view="map")] * TIMES,
        "map, filtered": [asked("/facilities", view="map", country=random.choice(COUNTRIES)) for _ in range(TIMES)],
        "timeline": [asked("/facilities", view="timeline")] * TIMES,
        "search, page": [asked("/search", q=town) for town in towns],
        "search, names, API": [asked("/api/v1/search", q=town[:-1]) for town in towns],
        "search, quotes, API": [asked("/api/v1/search", q=f"{town} operating", within="quotes") for town in towns],
        "search of a common word, page": [asked("/search", q=word) for word in ("plant", "said", "cells", "GWh")],
        "review": ["/review"] * TIMES,
        "questions, API": ["/api/v1/questions"] * TIMES,
        "judgements": ["/judgements", "/api/v1/judgements"] * (TIMES // 2),
        "sources": ["/sources", "/api/v1/sources"] * (TIMES // 2),
        "developments of a story, API": [asked("/api/v1/developments", story=id) for id in ids["stories"]],
        "other pages": ["/about", "/signin", "/api/v1", "/api/v1/openapi.json", "/health", "/metrics"] * (TIMES // 6),
        NOTHING: ["/nowhere"] * TIMES,
    }
    return told


async def sample(port: int, random: Random) -> tuple[dict[str, list[str]], dict[str, list[str]]]:
    """Ids from all over each list, and cursors on the way through it."""
    ids, cursors = {}, {}
    for name in LISTS:
        found: list[str] = []
        ways: list[str] = []
        address: str | None = f"/api/v1/{name}?limit=250&fields=id"
        while address and len(ways) < TIMES:
            told = json.loads(await raw(port, address))
            found += [row["id"] for row in told["rows"]]
            address = told["next"]
            if address:
                ways.append(re.search(r"after=([^&]+)", address)[1])  # type: ignore[index]
        ids[name] = [random.choice(found) for _ in range(TIMES)] if found else []
        cursors[name] = ways
    return ids, cursors


async def raw(port: int, address: str) -> bytes:
    reader, writer = await asyncio.open_connection("127.0.0.1", port, limit=2**24)
    writer.write(f"GET {address} HTTP/1.0\r\nHost: 127.0.0.1\r\n\r\n".encode())
    whole = await reader.read()
    writer.close()
    return whole.partition(b"\r\n\r\n")[2]


@dataclass(frozen=True, slots=True)
class Measured:
    answers: list[Answer]
    processor: float  # milliseconds of the server's processor an answer


async def one_by_one(server: Server, told: dict[str, list[str]]) -> dict[str, Measured]:
    client = Client(server.port)
    measured = {}
    for name, addresses in told.items():
        if addresses:
            await client.get(addresses[0])
            before = server.spent()
            answers = [await client.get(address) for address in addresses]
            measured[name] = Measured(answers, (server.spent() - before) / len(answers) * 1000)
    client.close()
    return measured


@dataclass
class Load:
    statuses: Counter[int] = field(default_factory=Counter)
    waited: list[float] = field(default_factory=list)
    broken: int = 0


async def at_once(port: int, addresses: Sequence[str], clients: int, seconds: float) -> Load:
    load, end = Load(), time.monotonic() + seconds

    async def ask(seed: int) -> None:
        random, client = Random(seed), Client(port)
        while time.monotonic() < end:
            start = time.perf_counter()
            try:
                answer = await client.get(random.choice(addresses))
            except (OSError, asyncio.IncompleteReadError, ValueError):
                load.broken += 1
                client = Client(port)
                continue
            load.waited.append(time.perf_counter() - start)
            load.statuses[answer.status] += 1
        client.close()

    await asyncio.gather(*(ask(seed) for seed in range(clients)))
    return load


def told_of(measured: dict[str, Measured]) -> None:
    every = [answer.seconds for each in measured.values() for answer in each.answers]
    for name, each in measured.items():
        times = [answer.seconds * 1000 for answer in each.answers]
        statuses = Counter(answer.status for answer in each.answers)
        odd = "" if set(statuses) <= {200, 404} else f"  {dict(statuses)}"
        weight = max(answer.weight for answer in each.answers) / 1000
        print(
            f"  {name:<34} {median(times):7.1f} ms  p95 {p95(times):7.1f} ms  "
            f"processor {each.processor:6.1f} ms  {weight:7.1f} kB sent{odd}"
        )
    print(f"  {'all of them':<34} {median(every) * 1000:7.1f} ms  p95 {p95(every) * 1000:7.1f} ms")


def p95(values: Sequence[float]) -> float:
    return quantiles(values, n=20, method="inclusive")[-1] if len(values) > 1 else values[0]


def told_at_once(load: Load, clients: int, seconds: float) -> None:
    done = sum(load.statuses.values())
    errors = load.broken + sum(n for status, n in load.statuses.items() if status >= 500)
    print(
        f"  {clients} at once for {seconds:.0f} s: {done / seconds:,.0f} answers/s, {done:,} in all, {errors} errors "
        f"{dict(load.statuses)}; waited {median(load.waited) * 1000:,.0f} ms, p95 {p95(load.waited) * 1000:,.0f} ms"
    )


def fill(path: Path, developments: int) -> None:
    with open_store(path) as store:
        add_readings(store, readings(make_years(developments, per_plant=6)))
        _, held = folded(store)
    print(", ".join(f"{count:,} {name}" for name, count in held.items()))


def as_sqlite(store: Path, folder: Path) -> Path:
    """The tables that `cellwire export` writes, in one SQLite file with an index on each key."""
    words = [sys.executable, "-m", "cellwire", "export", str(folder / "export"), "--db", str(store), "--format", "csv"]
    subprocess.run(words, check=True, stdout=subprocess.DEVNULL)
    path = folder / "export.db"
    with sqlite3.connect(path) as connection:
        for file in sorted((folder / "export").glob("*.csv")):
            with file.open(newline="", encoding="utf-8") as lines:
                rows = csv.reader(lines)
                names = next(rows)
                quoted = ", ".join(f'"{name}"' for name in names)
                connection.execute(f'CREATE TABLE "{file.stem}" ({quoted})')
                marks = ", ".join("?" * len(names))
                connection.executemany(f'INSERT INTO "{file.stem}" VALUES ({marks})', rows)
            for name in {"id", "country", "status", "last_told"} & set(names):
                connection.execute(f'CREATE INDEX "{file.stem}_{name}" ON "{file.stem}" ("{name}")')
    connection.close()
    return path


def datasette_pages(random: Random) -> dict[str, list[str]]:
    """What comes nearest to the desk's lists: a page of a table, filtered, sorted, as HTML and as JSON."""
    told: dict[str, list[str]] = {}
    for name, last in zip(LISTS, ("last_told", "last_told", "name", "first_report", "last_told"), strict=True):
        for suffix, what in (("", "page"), (".json", "API")):
            path, size = f"/export/{name}{suffix}", {"_size": "50" if not suffix else "100"}
            told[f"{name}, {what}"] = [f"{path}?{urlencode(size)}"] * TIMES
            told[f"{name}, {what}, sorted"] = [f"{path}?{urlencode({**size, '_sort_desc': last})}"] * TIMES
    filtered = [urlencode({"country": random.choice(COUNTRIES), "_size": "50"}) for _ in range(TIMES)]
    told["facilities, page, filtered"] = [f"/export/facilities?{each}" for each in filtered]
    told["facilities, API, filtered"] = [f"/export/facilities.json?{each}" for each in filtered]
    return told


def bench_desk(store: Path, options: argparse.Namespace) -> None:
    port, random = free_port(), Random(1)
    words = [sys.executable, "-m", "cellwire", "serve", "--db", store, "--port", str(port), "--quiet", "--limit", "0"]
    with serving(words, port, "/health") as server:
        print(f"cellwire serve: up after {server.took:.1f} s, memory {server.memory()} at the peak")
        start = time.perf_counter()
        while not asyncio.run(answers(port, "/")):  # the week is written meanwhile; who looks before is told so
            time.sleep(0.2)
        print(f"  the week was written {time.perf_counter() - start:.1f} s later, memory {server.memory()} at the peak")
        told = pages(*asyncio.run(sample(port, random)), random)
        for name in ("changes", "a past day", "other weeks", "other weeks, the brief"):
            for address in dict.fromkeys(told[name]):
                worked_out(server, address)
        measure(server, told, options)


def worked_out(server: Server, address: str) -> None:
    """Asks until it is there: what a past day or week tells is worked out once, and shown when it is done."""
    start, spent = time.perf_counter(), server.spent()
    while not asyncio.run(answers(server.port, address)):
        assert time.perf_counter() - start < PATIENCE, address
        time.sleep(0.1)
    took = time.perf_counter() - start
    if took > 0.3:
        print(f"  {address} was worked out in {took:.1f} s, {server.spent() - spent:.1f} s of the processor")


def bench_datasette(program: str, database: Path, options: argparse.Namespace) -> None:
    port = free_port()
    words = [program, "serve", "-i", database, "--port", str(port)]
    with serving(words, port, "/-/versions.json") as server:
        print(f"datasette: up after {server.took:.1f} s, memory {server.memory()} at the peak")
        measure(server, datasette_pages(Random(1)), options)


def measure(server: Server, told: dict[str, list[str]], options: argparse.Namespace) -> None:
    told_of(asyncio.run(one_by_one(server, told)))
    asked = [address for name, addresses in told.items() if name != NOTHING for address in addresses]
    load = asyncio.run(at_once(server.port, asked, options.clients, options.seconds))
    told_at_once(load, options.clients, options.seconds)
    print(f"  memory {server.memory()} at the peak")


def main() -> None:
    asked = argparse.ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    asked.add_argument("developments", nargs="?", type=int, default=2000)
    asked.add_argument("--seconds", type=float, default=3)
    asked.add_argument("--clients", type=int, default=200)
    asked.add_argument("--store", type=Path)
    asked.add_argument("--datasette", default=shutil.which("datasette"))
    options = asked.parse_args()
    print(f"{datetime.now(UTC):%Y-%m-%d}, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}")
    with TemporaryDirectory() as folder:
        store = options.store or Path(folder) / "bench.db"
        if options.store is None:
            fill(store, options.developments)
        bench_desk(store, options)
        if options.datasette:
            bench_datasette(options.datasette, as_sqlite(store, Path(folder)), options)
        else:
            print("datasette is not installed; --datasette PATH names one")


if __name__ == "__main__":
    main()
