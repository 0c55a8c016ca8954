"""`cellwire serve` and `cellwire mcp`: the desk for people, for programs and for assistants."""

from __future__ import annotations

import json
import os
import socket
from datetime import UTC, date, datetime
from ipaddress import ip_address
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Annotated

import typer

from cellwire.cli.asking import DEFAULT_DATABASE, Database
from cellwire.cli.printing import say_plainly
from cellwire.errors import BadOption
from cellwire.model import Verdict

if TYPE_CHECKING:
    from collections.abc import Sequence

    from starlette.applications import Starlette

    from cellwire.db import Store
    from cellwire.model import Record, Story
    from cellwire.pipeline import Said
    from cellwire.publish import Decided, Decision, Edition, Effect, Holdings, SourceTold

SERVE_EXAMPLES = (
    "cellwire serve",
    "cellwire serve --db news.db --port 8080",
    "CELLWIRE_TOKEN=… cellwire serve --host 0.0.0.0 --workers 2 --db postgresql://desk@db/cellwire",
)
GRACE = 10  # seconds that a stop waits for answers under way
_HANDED_ON = "_CELLWIRE_DESK"  # from `serve` to its workers, in the environment that they inherit
MCP_EXAMPLES = (
    "cellwire mcp",
    "cellwire mcp --http --port 8322 --db news.db",
    "CELLWIRE_TOKEN=… cellwire mcp --http",
)
Token = Annotated[
    str | None, typer.Option("--token", envvar="CELLWIRE_TOKEN", metavar="TOKEN", help="Who has it may write.")
]


def serve(
    host: Annotated[str, typer.Option("--host", metavar="ADDRESS", help="Where it listens.")] = "127.0.0.1",
    port: Annotated[int, typer.Option("--port", metavar="NUMBER", min=0, max=65535, help="At which port.")] = 8321,
    token: Token = None,
    a_minute: Annotated[
        int, typer.Option("--limit", metavar="NUMBER", min=0, help="Requests a minute of one client; 0: no limit.")
    ] = 600,
    workers: Annotated[
        int, typer.Option("--workers", metavar="NUMBER", min=1, help="Processes that answer; each holds the record.")
    ] = 1,
    quiet: Annotated[bool, typer.Option("--quiet", help="No line of log a request.")] = False,
    db: Database = DEFAULT_DATABASE,
) -> None:
    """Serve the record as a web app and an API. Read-only without a token."""
    import uvicorn

    from cellwire.db import knows_its_past, open_store, record_is_behind
    from cellwire.publish import log_as_json

    if not is_near(host) and not token:
        raise BadOption(
            "--host", f"{host} can be reached from other machines", "set CELLWIRE_TOKEN, or listen at 127.0.0.1"
        )
    port = free_port(host, port)
    with open_store(db) as store:
        shown = store.name
        record_is_behind(store)  # what cannot be read is refused here, once, and not by each worker
        quick = knows_its_past(store)
    log_as_json(quiet=quiet)
    say_plainly(f"the desk of {shown}: http://{f'[{host}]' if ':' in host else host}:{port}/  (Ctrl-C ends it)")
    if not quick:
        say_plainly("an older version made this record: past days take long until `cellwire rebuild` makes it anew")
    with TemporaryDirectory(prefix="cellwire-counts-") as counts:
        os.environ[_HANDED_ON] = json.dumps([db, token, a_minute, quiet, counts if workers > 1 else None])
        uvicorn.run(
            f"{__name__}:desk_app",
            factory=True,
            host=host,
            port=port,
            workers=workers,
            log_config=None,  # of this process and of the workers, the desk's own
            log_level="warning",
            access_log=False,
            server_header=False,
            timeout_graceful_shutdown=GRACE,
        )


def desk_app() -> Starlette:
    """The desk as a worker makes it, in a process of its own or in this one, of what `serve` hands on."""
    from cellwire.db import open_store
    from cellwire.publish import DeskSettings, create_app, log_as_json

    db, token, a_minute, quiet, counts = json.loads(os.environ.pop(_HANDED_ON))
    log_as_json(quiet=quiet)
    return create_app(
        holdings_of(open_store(db), db), DeskSettings(token, a_minute, counts=Path(counts) if counts else None)
    )


def free_port(host: str, port: int) -> int:
    """The port, or a free one for 0; refuses one that another program listens at, before anything is loaded."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family) as one:
        one.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            one.bind((host, port))
            return int(one.getsockname()[1])
        except OSError as problem:
            what = f"cannot be listened at on {host} ({problem.strerror})"
            raise BadOption(f"--port {port}", what, "name another with --port; 0 takes a free one") from problem


def mcp(
    http: Annotated[bool, typer.Option("--http", help="Over HTTP on this machine, at /mcp, instead of stdio.")] = False,
    port: Annotated[int, typer.Option("--port", metavar="NUMBER", min=0, max=65535, help="At which port.")] = 8322,
    token: Token = None,
    db: Database = DEFAULT_DATABASE,
) -> None:
    """Let an assistant look things up in the record: small answers with citations, over the Model Context Protocol.

    Read-only without a token; with one it may judge as well.
    """
    from cellwire.db import open_store
    from cellwire.publish import create_assistant

    with open_store(db) as store:
        server = create_assistant(holdings_of(store, db), token)
        if http:
            port = free_port("127.0.0.1", port)
            say_plainly(f"tools over {db}: http://127.0.0.1:{port}/mcp  (Ctrl-C ends it)")
            server.run("streamable-http", host="127.0.0.1", port=port)
        else:
            server.run("stdio")


def is_near(host: str) -> bool:
    """Whether only this machine can reach it."""
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def holdings_of(store: Store, name: str) -> Holdings:
    """What the desk asks, answered from a store."""
    from cellwire import pipeline
    from cellwire.db import Remembered, find_developments, find_documents, load_judgements, search, stamp_of
    from cellwire.publish import Holdings

    remembered = Remembered(store)

    def standing(as_of: datetime | None) -> tuple[Record, Sequence[Story]]:
        if as_of is None:
            return remembered.load()
        stories, record = pipeline.state_as_of(store, as_of, remembered=remembered)
        return record, stories

    def edition(ending: date | None) -> Edition:
        from cellwire.cli.telling import compose
        from cellwire.publish import BriefSettings

        return compose(store, name, ending, BriefSettings())

    return Holdings(
        stamp=lambda: stamp_of(store),
        standing=standing,
        changes=lambda since, as_of: pipeline.changes_since(store, since, as_of),
        documents=lambda ids: find_documents(store, ids),
        developments=lambda ids: find_developments(store, ids),
        edition=edition,
        sources=lambda: sources_of(store, now=datetime.now(UTC)),
        judgements=lambda: load_judgements(store),
        questions=lambda record: pipeline.questions(store, record),
        effect=lambda decisions: effect_of(store, decisions),
        decide=lambda decisions: decide(store, decisions),
        search=lambda words, most: search(store, words, most=most),
    )


def said_in(decisions: Sequence[Decision]) -> list[Said]:
    """Refuses what is no verdict, and what has no reason or author."""
    from cellwire.pipeline import Said

    for decision in decisions:
        if decision.verdict not in set(Verdict):
            raise BadOption("verdict", f"{decision.verdict!r} is none", f"known: {', '.join(Verdict)}")
        for name in ("author", "reason"):
            if not getattr(decision, name).strip():
                raise BadOption(name, "is empty", "a judgement has a reason and an author")
    return [Said(Verdict(each.verdict), each.words, each.author, each.reason) for each in decisions]


def effect_of(store: Store, decisions: Sequence[Decision]) -> Effect:
    from cellwire import pipeline
    from cellwire.publish import Effect

    told = pipeline.effect_of(store, said_in(decisions), now=datetime.now(UTC))
    return Effect(told.changes, told.gone, told.come)


def decide(store: Store, decisions: Sequence[Decision]) -> Decided:
    """Keeps judgements, all or none, and says what they change."""
    from cellwire import pipeline
    from cellwire.publish import Decided

    effect = effect_of(store, decisions)
    judgements = pipeline.judge(store, said_in(decisions), now=datetime.now(UTC))
    return Decided(tuple(judgements), effect)


def sources_of(store: Store, *, now: datetime) -> Sequence[SourceTold]:
    from cellwire import pipeline
    from cellwire.publish import SourceTold

    return [
        SourceTold(
            source,
            str(health.state),
            health.last_success,
            health.errors_in_row,
            health.items,
            health.expected,
            health.problem,
        )
        for source, health in pipeline.health_of_sources(store, now=now)
    ]
