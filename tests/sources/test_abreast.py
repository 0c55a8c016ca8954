"""Many sources at the same time: in their order, each host one by one, in the memory of one."""

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import pairwise

import pytest

from cellwire.errors import NotNow
from cellwire.model import Capture, Issue, Outcome, Source, SourceKind, Visit
from cellwire.sources import Past, Transport, fetch_abreast
from cellwire.sources.asking.turns import LARGE, Stopped, Turn, Turns
from sources.web import PLANT, Reply, Web, quick, served, taken

NOW = datetime(2022, 12, 17, 8, tzinfo=UTC)


@pytest.fixture
def webs() -> Iterator[Callable[[int], list[Web]]]:
    with ExitStack() as stack:
        yield lambda count: [stack.enter_context(served()) for _ in range(count)]


def slow(web: Web, path: str, seconds: float) -> None:
    told = web.replies[path]
    assert isinstance(told, Reply)

    def pieces() -> Iterator[bytes]:
        time.sleep(seconds)
        yield told.body

    web.replies[path] = replace(told, pieces=pieces)


def found(
    sources: list[Source], transport: Transport | None = None
) -> list[tuple[str, list[str | None], list[str], Visit]]:
    """Of each source in turn: addresses of captures, problems, and the visit."""
    looked = []
    for source, fetched in fetch_abreast(sources, transport or quick(), lambda _: Past(), now=NOW):
        captures, problems, visit = taken(fetched)
        looked.append((source.id, [each.url for each in captures], [each.problem for each in problems], visit))
    return looked


def feed_of(web: Web, id: str, *paths: str, feed: str = "/feed") -> Source:
    web.feed(feed, *((path, f"Volta builds {path}") for path in paths))
    return Source(id, id, web.root + feed, SourceKind.FEED)


def test_finds_come_in_the_order_of_the_sources_whoever_was_quicker(webs: Callable[[int], list[Web]]) -> None:
    some = webs(6)
    sources = [feed_of(web, f"s{number}", "/a", "/b") for number, web in enumerate(some)]
    for number, web in enumerate(some):
        slow(web, "/feed", 0.3 - number * 0.05)
    begun = time.monotonic()
    looked = found(sources)

    assert [(id, len(captures)) for id, captures, _, _ in looked] == [(f"s{number}", 2) for number in range(6)]
    assert time.monotonic() - begun < 6 * 0.175  # what one after another would wait for the feeds alone


def test_one_that_fails_stops_no_other(webs: Callable[[int], list[Web]]) -> None:
    some = webs(3)
    sources = [feed_of(web, f"s{number}", "/a") for number, web in enumerate(some)]
    some[1].says("/feed", status=500)
    outcomes = [visit.outcome for _, _, _, visit in found(sources)]

    assert outcomes == [Outcome.OK, Outcome.FAILED, Outcome.OK]


def test_more_sources_than_are_looked_at_at_once(web: Web) -> None:
    sources = [feed_of(web, f"s{number:02}", f"/{number}", feed=f"/feed{number}") for number in range(60)]
    looked = found(sources)

    assert [captures for _, captures, _, _ in looked] == [[f"{web.root}/{number}"] for number in range(60)]


def test_sources_of_one_host_pass_over_what_an_earlier_one_brought(web: Web) -> None:
    one, other = feed_of(web, "one", "/a", "/b"), feed_of(web, "other", "/b", "/c", feed="/other")
    looked = found([one, other])

    assert [captures for _, captures, _, _ in looked] == [[web.root + "/a", web.root + "/b"], [web.root + "/c"]]
    assert web.asked["/b"] == 1


def test_a_host_is_asked_by_one_at_a_time_with_pauses(webs: Callable[[int], list[Web]]) -> None:
    """Articles of four feeds of four hosts lie on a fifth."""
    *feeds, articles = webs(5)
    busy, moments = [0], list[float]()

    def pieces() -> Iterator[bytes]:
        busy[0] += 1
        assert busy[0] == 1
        moments.append(time.monotonic())
        time.sleep(0.02)
        busy[0] -= 1
        yield PLANT.encode()

    for number in range(4):
        articles.replies[f"/{number}"] = Reply(headers={"content-type": "text/html"}, pieces=pieces)
    for number, web in enumerate(feeds):
        web.says("/feed", f"<rss><channel><item><link>{articles.root}/{number}</link></item></channel></rss>")
    transport = replace(quick(pause=0.05), sleep=time.sleep)
    looked = found([Source(web.root, "x", web.root + "/feed", SourceKind.FEED) for web in feeds], transport)

    assert [len(captures) for _, captures, _, _ in looked] == [1] * 4
    assert all(later - earlier >= 0.05 for earlier, later in pairwise(moments))


def test_a_host_that_asks_for_quiet_gets_it_from_all_of_its_sources(web: Web) -> None:
    one, other = feed_of(web, "one", "/a"), feed_of(web, "other", "/b", feed="/other")
    web.says("/feed", status=429, retry_after="7200")
    transport = replace(quick(), now=lambda: NOW)
    looked = found([one, other], transport)

    assert [visit.retry_after for _, _, _, visit in looked] == [NOW + timedelta(hours=2)] * 2
    assert "asked to be left alone until 10:00 UTC" in looked[1][2][0]
    assert (web.asked["/feed"], web.asked["/other"]) == (1, 0)


def test_what_was_asked_to_be_left_alone_is_asked_when_that_is_over(web: Web) -> None:
    url = web.says("/a", status=429, retry_after="7200")
    clock = [NOW]
    transport = replace(quick(), now=lambda: clock[0])
    with pytest.raises(NotNow):
        transport.get(url)
    web.page("/a", "Volta breaks ground", PLANT)
    clock[0] += timedelta(hours=3)

    assert transport.get(url).status == 200


def test_what_is_large_is_read_by_the_one_whose_turn_it_is(web: Web) -> None:
    url = web.says("/large", b"x" * (LARGE + 1), content_type="application/pdf")
    turns = Turns()
    turns.begin(0)
    got: list[int] = []
    second = threading.Thread(target=lambda: got.append(len(quick().at(Turn(turns, 1)).get(url).content)))
    second.start()
    while not web.asked["/large"]:
        time.sleep(0.005)
    second.join(0.2)
    assert (second.is_alive(), got) == (True, [])
    assert len(quick().at(Turn(turns, 0)).get(url).content) == LARGE + 1  # the first is not kept waiting

    turns.begin(1)
    second.join(5)
    assert (got, web.asked["/large"]) == ([LARGE + 1], 3)


def capture(size: int) -> Capture:
    return Capture("s", None, None, NOW, "text/plain", b"x" * size)


def test_what_waits_to_be_taken_stays_within_a_limit() -> None:
    turns = Turns()
    turns.begin(0)
    brought: list[int] = []

    def bring() -> None:
        for number in range(40):
            turns.put(1, capture(1_000_000))
            brought.append(number)

    bringing = threading.Thread(target=bring)
    bringing.start()
    bringing.join(0.3)
    assert bringing.is_alive()
    assert len(brought) <= 18

    turns.put(0, capture(5_000_000))  # whose turn it is brings what it has, however much waits
    assert turns.take(lambda: False)
    turns.begin(1)
    taken = sum(bool(turns.take(lambda: False)) for _ in range(40))
    bringing.join(5)
    assert (taken, len(brought)) == (40, 40)


def test_who_wants_no_more_ends_those_who_wait(webs: Callable[[int], list[Web]]) -> None:
    turns = Turns()
    stopped: list[bool] = []

    def wait() -> None:
        try:
            turns.wait_for(3)
        except Stopped:
            stopped.append(True)

    waiting = threading.Thread(target=wait)
    waiting.start()
    turns.stop()
    waiting.join(5)
    assert stopped == [True]

    looks = fetch_abreast([feed_of(web, web.root, "/a") for web in webs(4)], quick(), lambda _: Past(), now=NOW)
    next(looks)
    looks.close()  # type: ignore[attr-defined]
    assert not [thread for thread in threading.enumerate() if thread.name.startswith("look") and still(thread)]


def still(thread: threading.Thread) -> bool:
    thread.join(5)
    return thread.is_alive()


def test_a_mistake_of_the_program_is_no_failed_visit(web: Web) -> None:
    def past(source: Source) -> Past:
        raise ZeroDivisionError

    (look,) = ([each] for each in fetch_abreast([feed_of(web, "s", "/a")], quick(), past, now=NOW))
    with pytest.raises(ZeroDivisionError):
        next(look[0][1])


def test_an_issue_waits_too() -> None:
    turns = Turns()
    turns.begin(0)
    turns.put(0, Issue("x", "y", "sources"))

    assert turns.take(lambda: True) == Issue("x", "y", "sources")
    assert turns.take(lambda: True) is None
