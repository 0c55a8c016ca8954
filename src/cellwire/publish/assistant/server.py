"""The tools by name, as the Model Context Protocol offers them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict, dataclass
from datetime import date, datetime
from functools import wraps
from typing import TYPE_CHECKING, Any

from mcp.server import MCPServer
from mcp.server.mcpserver.exceptions import ToolError
from mcp.types import ToolAnnotations

from cellwire import __version__
from cellwire.errors import CellwireError, NothingFound
from cellwire.publish.assistant.deciding import Deciding, Permission
from cellwire.publish.assistant.telling import Told, tell, tell_briefly, tell_change, tell_found
from cellwire.publish.view import Asking, Search, Shelving, ask, day_of, end_of, shelf_named, stories_found, window_of

if TYPE_CHECKING:
    from cellwire.publish.view import Holdings

Tool = Callable[..., Any]
MOST = 25  # entries of a list: an assistant reads them all
NAMES, STORIES = 15, 8  # that a search gives
PATIENCE = 30.0  # seconds; then it is told to ask again
INSTRUCTIONS = """\
The record of the battery industry's plants, deals and rumours, read from news. Every value comes with its source:
cite outlet, day and quote. `also_told` holds what others say; `inferred` marks a status that no source states.
Days are written 2022-12-17. Ids come from the lists and from `search`.
`judge` and `undo` write into the record for everybody, and only with a token: use them when you were asked to."""
READS = ToolAnnotations(read_only_hint=True, open_world_hint=False)
WRITES = ToolAnnotations(read_only_hint=False, destructive_hint=False, open_world_hint=False)  # each can be undone


@dataclass(frozen=True, slots=True)
class _Looking:
    """The functions of the tools that look things up, over one shelving."""

    shelving: Shelving

    def search(self, words: str, as_of: str = "") -> list[Told]:
        """Plants, deals, rumours and companies by words of their names; then stories by words of their quotes."""
        moment = _end(as_of)
        standing = self.shelving.standing(moment)
        asked = Search(words, moment, STORIES)
        told, _ = stories_found(self.shelving.holdings.search(words, asked.most), asked, standing)
        names = [tell_briefly(thing) for thing in standing.suggest(words, NAMES)]
        return names + [tell_found(each) for each in told]

    def facilities(
        self,
        country: str = "",
        status: str = "",
        product: str = "",
        company: str = "",
        since: str = "",
        as_of: str = "",
    ) -> Told:
        """Plants, latest news first. `status`: one, a group (planned, operating, stalled, cancelled, retired), delayed.

        `country`: a code, or several: "DE,FR,HU".
        """
        asked = {"country": country, "status": status, "product": product, "company": company, "since": since}
        return self._list("facilities", asked, as_of)

    def deals(self, company: str = "", kind: str = "", how_binding: str = "", since: str = "", as_of: str = "") -> Told:
        """Supply deals, partnerships and investments. `how_binding`: talks, mou, framework, nomination, binding, …"""
        return self._list("deals", {"company": company, "kind": kind, "rung": how_binding, "since": since}, as_of)

    def rumours(self, outcome: str = "", since: str = "", as_of: str = "") -> Told:
        """Reports nobody has owned up to, and who answered. `outcome`: open, confirmed, denied, refuted, undecided."""
        return self._list("rumours", {"outcome": outcome, "since": since}, as_of)

    def entry(self, id: str, as_of: str = "") -> Told:
        """A plant, deal, rumour, company or story by its id, with every value, its source and its history."""
        standing = self.shelving.standing(_end(as_of))
        thing = standing.by_id.get(id)
        if thing is None:
            raise NothingFound(id, "no entry has this id", "look it up with search")
        return tell(thing, standing)

    def changes(self, since: str, as_of: str = "") -> list[Told]:
        """What the record tells otherwise than by the end of a day: statuses, capacities, starts, answers."""
        before = _end(since)
        assert before, "a day that is not empty is a day, or refused"
        return [tell_change(change) for change in self.shelving.changes(before, _end(as_of)).value]

    def quote(self, document: str, start: int, end: int) -> Told:
        """A citation's words in their context, with the address and the moment of capture."""
        found = self.shelving.holdings.documents([document]).get(document)
        if found is None:
            raise NothingFound(document, "no document has this id", "take it from a source")
        return asdict(window_of(found, start, end))

    def week(self, ending: str = "") -> Told:
        """The week's brief, its stories in the order of what matters; then titles of what it has no story for."""
        edition = self.shelving.edition(_day(ending))
        stories = [
            {
                "chapter": chapter.title,
                "headline": item.headline.text,
                "told": " ".join(each.text for telling in item.tellings for each in telling.sentences),
                "stories": [telling.story for telling in item.tellings],
            }
            for chapter in edition.chapters
            for item in chapter.items
        ]
        headlines = [
            {"title": row.title, "outlet": row.outlet, "url": row.url, "story": row.story} for row in edition.headlines
        ]
        told = {"title": edition.title, "first": str(edition.first), "last": str(edition.last), "news": stories}
        return {**told, "more_headlines": headlines}

    def _list(self, name: str, asked: dict[str, str], as_of: str) -> Told:
        shelf, standing = shelf_named(name), self.shelving.standing(_end(as_of))
        page = ask(shelf, standing, Asking({key: value for key, value in asked.items() if value}, limit=MOST))
        told: Told = {"total": page.total, "rows": [tell_briefly(row) for row in page.rows]}
        return told if page.after is None else {**told, "note": f"the latest {MOST} of {page.total}: narrow it down"}


def build_server(holdings: Holdings, token: str | None) -> MCPServer[Any]:
    """What a tool raises is told as its error, with the way out. Without a token nothing can be changed."""
    shelving = Shelving(holdings, patience=PATIENCE)
    lookup, deciding = _Looking(shelving), Deciding(shelving, Permission(token))
    server: MCPServer[Any] = MCPServer("cellwire", instructions=INSTRUCTIONS, version=__version__, log_level="WARNING")
    looking: list[Tool] = [lookup.search, lookup.facilities, lookup.deals, lookup.rumours, lookup.entry, lookup.changes]
    looking += [lookup.quote, lookup.week, deciding.questions, deciding.judgements]
    for tool in looking:
        _offer(server, tool, READS)
    writing: list[Tool] = [deciding.judge, deciding.undo]
    for tool in writing:
        _offer(server, tool, WRITES)
    return server


def _offer(server: MCPServer[Any], tool: Tool, hints: ToolAnnotations) -> None:
    server.add_tool(
        _refusing(tool), tool.__name__, description=tool.__doc__, annotations=hints, structured_output=False
    )


def _refusing(tool: Tool) -> Tool:
    """The same tool; what cellwire refuses is the tool's error, in its own words."""

    @wraps(tool)
    def asked(*words: Any, **named: Any) -> Any:
        try:
            return tool(*words, **named)
        except CellwireError as error:
            raise ToolError(str(error)) from error

    return asked


def _day(written: str) -> date | None:
    return day_of("day", written) if written else None


def _end(written: str) -> datetime | None:
    day = _day(written)
    return end_of(day) if day else None
