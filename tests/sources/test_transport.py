"""Asking politely and safely: what a server may do to us, and what we do to it."""

import tracemalloc
from datetime import UTC, datetime

import pytest

from cellwire.errors import FetchFailed, NotNow
from cellwire.sources.asking.addresses import checked_address, is_public
from sources.web import BOMB, Reply, Web, dripping, endless, quick

NOON = datetime(2022, 12, 13, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    "address",
    [
        *("127.0.0.1", "10.1.2.3", "192.168.0.1", "172.16.5.5", "169.254.169.254", "100.64.0.1", "0.0.0.0"),
        *("::1", "fe80::1", "fe80::1%eth0", "fd00::1", "::ffff:10.0.0.1", "::ffff:127.0.0.1", "2002:7f00:1::"),
        *("64:ff9b::7f00:1", "224.0.0.1", "ff02::1", "::"),
    ],
)
def test_private_addresses_are_not_public(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize("address", ["8.8.8.8", "2606:4700::1111", "::ffff:8.8.8.8", "64:ff9b::808:808"])
def test_public_addresses_are(address: str) -> None:
    assert is_public(address)


@pytest.mark.parametrize(
    ("url", "problem"),
    [
        ("ftp://news.example/", "no web address"),
        ("file:///etc/passwd", "no web address"),
        ("javascript:alert(1)", "no web address"),
        ("https://", "no web address"),
        ("http://[::1", "no web address"),
        ("https://me:secret@news.example/", "user name"),
        ("http://news.example:99999/", "port"),
    ],
)
def test_an_address_that_is_none_is_refused_without_its_secrets(url: str, problem: str) -> None:
    with pytest.raises(FetchFailed, match=problem) as refused:
        checked_address(url)
    assert "secret" not in str(refused.value)


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "[::1]", "2130706433", "0x7f.1"])
def test_this_machine_is_not_asked(web: Web, host: str) -> None:
    port = web.root.rsplit(":", 1)[1]

    with pytest.raises(FetchFailed):
        quick(tries=1, allowed=()).get(f"http://{host}:{port}/")
    assert not web.asked


def test_a_redirect_to_a_private_address_is_not_followed(web: Web) -> None:
    port = web.root.rsplit(":", 1)[1]
    web.says("/out", status=302, location=f"http://localhost:{port}/secret")
    web.says("/secret", "the keys")
    transport = quick(allowed=("127.0.0.1",))

    with pytest.raises(FetchFailed, match="not public"):
        transport.get(web.root + "/out")
    assert not web.asked["/secret"]


def test_a_name_that_leads_elsewhere_a_moment_later_changes_nothing(web: Web, monkeypatch: pytest.MonkeyPatch) -> None:
    """DNS rebinding: what was looked at is what is connected to, and a name is looked up once for it."""
    web.says("/secret", "the keys")
    asked: list[str] = []
    answers = iter([["93.184.216.34"], ["127.0.0.1"], ["127.0.0.1"]])
    connected: list[str] = []

    def lookup(host: str, port: int, *_: object, **__: object) -> list[tuple[int, int, int, str, tuple[str, int]]]:
        asked.append(host)
        return [(2, 1, 6, "", (address, port)) for address in next(answers)]

    def connect(address: tuple[str, int], *_: object, **__: object) -> None:
        connected.append(address[0])
        raise OSError("nobody is there")

    monkeypatch.setattr("socket.getaddrinfo", lookup)
    monkeypatch.setattr("socket.create_connection", connect)
    with pytest.raises(FetchFailed):
        quick(tries=1, allowed=()).get(web.root.replace("127.0.0.1", "rebound.example") + "/secret")
    assert connected == ["93.184.216.34"]
    assert asked == ["rebound.example"]


def test_a_name_of_which_one_address_is_private_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    told = [(2, 1, 6, "", (address, 80)) for address in ("93.184.216.34", "10.0.0.1")]
    monkeypatch.setattr("socket.getaddrinfo", lambda *_, **__: told)

    with pytest.raises(FetchFailed, match=r"10\.0\.0\.1, which is not public"):
        quick(tries=1, allowed=()).get("http://two.example/")


@pytest.mark.parametrize(
    "to", ["ftp://a.example/", "file:///etc/passwd", "//[", "http://me:secret@a.example/", "javascript:x"]
)
def test_a_redirect_to_what_is_no_address_is_refused(web: Web, to: str) -> None:
    web.says("/out", status=302, location=to)

    with pytest.raises(FetchFailed) as refused:
        quick().get(web.root + "/out")
    assert "secret" not in str(refused.value)


def test_two_pages_that_lead_to_each_other_end(web: Web) -> None:
    web.says("/a", status=302, location="/b")
    web.says("/b", status=307, location="/a")

    with pytest.raises(FetchFailed, match="more than 5"):
        quick().get(web.root + "/a")


@pytest.mark.parametrize("count", [1, 400])
def test_an_answer_whose_head_has_no_end_is_refused(web: Web, count: int) -> None:
    headers = {f"x-{number}": "x" * (200_000 // count) for number in range(count)}
    web.replies["/head"] = Reply(b"words", headers=headers)

    with pytest.raises(NotNow, match="cannot be reached"):
        quick(tries=1).get(web.root + "/head")


def test_an_answer_that_breaks_off_is_asked_for_again(web: Web) -> None:
    web.replies["/cut"] = [Reply(b"half of it", promised=500), Reply(b"all of it")]

    assert quick().get(web.root + "/cut").content == b"all of it"


def test_an_answer_that_always_breaks_off_is_left_for_later(web: Web) -> None:
    web.replies["/cut"] = Reply(b"half of it", promised=500)

    with pytest.raises(NotNow, match="cannot be reached"):
        quick().get(web.root + "/cut")
    assert web.asked["/cut"] == 3


def test_a_redirect_leads_to_the_answer_and_a_circle_ends(web: Web) -> None:
    web.says("/a", status=301, location="/b")
    web.says("/b", "here")
    web.says("/round", status=302, location="/round")

    answer = quick().get(web.root + "/a")
    assert (answer.url, answer.content) == (web.root + "/b", b"here")
    with pytest.raises(FetchFailed, match="more than 5"):
        quick().get(web.root + "/round")


def test_what_robots_txt_forbids_is_not_asked_for(web: Web) -> None:
    web.says("/robots.txt", "User-agent: *\nDisallow: /private/\n")
    web.says("/private/a", "words")
    web.says("/open", "words")
    transport = quick()

    assert transport.get(web.root + "/open").content == b"words"
    with pytest.raises(FetchFailed, match=r"robots\.txt"):
        transport.get(web.root + "/private/a")
    assert not web.asked["/private/a"]
    assert web.asked["/robots.txt"] == 1


def test_a_robots_txt_that_cannot_be_had_forbids_for_now(web: Web) -> None:
    web.says("/robots.txt", status=503)
    web.says("/open", "words")

    with pytest.raises(NotNow):
        quick().get(web.root + "/open")
    assert not web.asked["/open"]


def test_a_host_is_given_pauses_and_told_who_asks(web: Web) -> None:
    web.says("/a", "words")
    transport = quick(agent="cellwire/1 (+me@mine.example)", pause=5.0)
    transport.get(web.root + "/a")
    transport.get(web.root + "/a")

    assert all(headers["User-Agent"] == "cellwire/1 (+me@mine.example)" for _, headers in web.seen)
    assert len([wait for wait in transport.waited if wait > 4]) == 2  # type: ignore[attr-defined]


def test_what_did_not_change_is_not_sent_again(web: Web) -> None:
    web.says("/feed", "words", etag='"1"')

    assert quick().get(web.root + "/feed", etag='"1"').status == 304
    assert quick().get(web.root + "/feed", etag='"0"').content == b"words"


def test_a_server_that_asks_for_patience_gets_it(web: Web) -> None:
    web.replies["/busy"] = [Reply(status=429, headers={"Retry-After": "7"}), Reply(b"words")]
    transport = quick()

    assert transport.get(web.root + "/busy").content == b"words"
    assert max(transport.waited) > 6.9  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("said", "until"),
    [
        ("3600", datetime(2022, 12, 13, 13, tzinfo=UTC)),
        ("Tue, 13 Dec 2022 15:00:00 GMT", datetime(2022, 12, 13, 15, tzinfo=UTC)),
    ],
)
def test_a_server_that_asks_for_an_hour_is_left_alone(web: Web, said: str, until: datetime) -> None:
    web.says("/busy", status=503, retry_after=said)
    transport = quick()
    transport.now = lambda: NOON

    with pytest.raises(NotNow) as refused:
        transport.get(web.root + "/busy")
    assert refused.value.until == until
    assert web.asked["/busy"] == 1


def test_a_broken_server_is_asked_three_times_and_then_another_day(web: Web) -> None:
    web.says("/broken", status=500)

    with pytest.raises(NotNow, match="500"):
        quick().get(web.root + "/broken")
    assert web.asked["/broken"] == 3


@pytest.mark.parametrize(("status", "words"), [(404, "not there"), (410, "gone"), (403, "forbidden"), (418, "418")])
def test_a_refusal_is_said_in_words_and_not_repeated(web: Web, status: int, words: str) -> None:
    web.says("/no", status=status)

    with pytest.raises(FetchFailed, match=words):
        quick().get(web.root + "/no")
    assert web.asked["/no"] == 1


def test_a_slow_drip_ends(web: Web) -> None:
    web.replies["/drip"] = Reply(pieces=dripping(3))

    with pytest.raises(NotNow, match="longer"):
        quick(whole=0.2, tries=1).get(web.root + "/drip")


def test_an_endless_answer_ends(web: Web) -> None:
    web.replies["/endless"] = Reply(pieces=endless())

    with pytest.raises(FetchFailed, match="larger than 1 MB"):
        quick(size=1024 * 1024).get(web.root + "/endless")


def test_a_page_may_be_less_large_than_a_feed(web: Web) -> None:
    web.says("/page", b"x" * 2000, content_type="text/html; charset=utf-8")
    web.says("/feed", b"x" * 2000, content_type="application/rss+xml")
    transport = quick(page=1000)

    assert len(transport.get(web.root + "/feed").content) == 2000
    with pytest.raises(FetchFailed, match="larger than"):
        transport.get(web.root + "/page")


def test_a_bomb_is_not_unpacked(web: Web) -> None:
    web.says("/bomb", BOMB, content_encoding="gzip")
    transport = quick(size=1024 * 1024)
    tracemalloc.start()
    with pytest.raises(FetchFailed, match="larger than 1 MB"):
        transport.get(web.root + "/bomb")
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()

    assert peak < 10 * 1024 * 1024


@pytest.mark.parametrize(("packed", "problem"), [("br", "not asked for"), ("gzip", "packed wrongly")])
def test_what_cannot_be_unpacked_is_refused(web: Web, packed: str, problem: str) -> None:
    web.says("/packed", b"no gzip at all", content_encoding=packed)

    with pytest.raises(FetchFailed, match=problem):
        quick().get(web.root + "/packed")


def test_a_name_nobody_knows_is_said_to_be_so(web: Web) -> None:
    with pytest.raises(NotNow, match="cannot be reached"):
        quick(tries=1).get("http://nowhere.invalid/")


@pytest.mark.parametrize("path", ["/中文 x", "/%E4%B8%AD%E6%96%87%20x", "/%E4%B8%AD文 x#part"])
def test_an_address_in_any_script_is_sent_as_its_bytes(web: Web, path: str) -> None:
    web.says("/%E4%B8%AD%E6%96%87%20x", "words")

    assert quick().get(web.root + path).content == b"words"


@pytest.mark.parametrize("host", [".", "a..b", "a" * 70, "münchen.invalid", "ex ample", "a\u2024b", "%31", "[::1%25x]"])
def test_no_host_name_is_more_than_an_error(host: str) -> None:
    with pytest.raises(FetchFailed):
        quick(tries=1).get(f"http://{host}/")


def test_a_host_that_asks_for_longer_pauses_gets_them(web: Web) -> None:
    web.says("/robots.txt", "User-agent: *\nCrawl-delay: 7\n")
    web.says("/a", "words")
    transport = quick(pause=0.0)
    transport.get(web.root + "/a")
    transport.get(web.root + "/a")

    assert [round(seconds) for seconds in transport.waited] == [7, 7]  # type: ignore[attr-defined]


@pytest.mark.parametrize(("statuses", "moved"), [((301, 308), True), ((301, 302), False), ((307,), False), ((), False)])
def test_what_moved_for_good_is_told_from_what_leads_elsewhere_today(
    web: Web, statuses: tuple[int, ...], moved: bool
) -> None:
    for number, status in enumerate(statuses):
        web.says(f"/{number}", status=status, location=f"/{number + 1}")
    web.says(f"/{len(statuses)}", "words")

    assert quick().get(web.root + "/0").moved is moved


def test_who_cannot_be_reached_is_named_and_not_its_robots_txt(web: Web) -> None:
    with pytest.raises(NotNow, match=r"invalid/a: cannot be reached"):
        quick(tries=1).get("http://nobody.invalid/a")
    web.says("/robots.txt", status=500)
    with pytest.raises(NotNow, match=r"/a: has a robots\.txt that answers 500"):
        quick(tries=1).get(web.root + "/a")


def test_tries_are_not_in_step_with_those_of_others(web: Web) -> None:
    web.says("/broken", status=503)
    waits = []
    for _ in range(3):
        transport = quick(pause=4.0)
        with pytest.raises(NotNow):
            transport.get(web.root + "/broken")
        waits.append([seconds for seconds in transport.waited if seconds > 4.0])  # type: ignore[attr-defined]

    assert all(4 <= first <= 8 and 8 <= second <= 16 for first, second in waits)
    assert len({tuple(each) for each in waits}) == 3


def test_what_robots_txt_says_to_cellwire_by_name_counts_before_what_it_says_to_all(web: Web) -> None:
    web.says("/robots.txt", "User-agent: cellwire\nDisallow: /no\n\nUser-agent: *\nDisallow: /\n")
    web.says("/yes", "words")
    transport = quick(agent="cellwire/1 (+me@mine.example)")

    assert transport.get(web.root + "/yes").content == b"words"
    with pytest.raises(FetchFailed, match=r"robots\.txt"):
        transport.get(web.root + "/no")
