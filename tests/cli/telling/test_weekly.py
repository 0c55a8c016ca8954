"""`cellwire week` and `cellwire demo`: where the brief lies, its forms, and weeks without news."""

import json
import re
import shutil
from pathlib import Path

import pytest

from cli.conftest import Cellwire
from publish.servers import free_port


def test_the_demo_leaves_a_brief_and_a_record(demo: Path) -> None:
    assert {path.name for path in demo.iterdir()} >= {
        "brief-2022-12-17.html",
        "brief-2022-12-17.md",
        "cellwire.db",
    }
    assert "<script" not in (demo / "brief-2022-12-17.html").read_text("utf-8")


def test_the_demo_twice_writes_the_same_brief(cellwire: Cellwire, demo: Path, tmp_path: Path) -> None:
    for _ in range(2):
        ended = cellwire("demo", "--out", tmp_path / "own")
        assert ended.code == 0
        assert "brief-2022-12-17.html" in ended.out.splitlines()[-4]

        for name in ("brief-2022-12-17.html", "brief-2022-12-17.md"):
            assert (tmp_path / "own" / name).read_bytes() == (demo / name).read_bytes()


def test_a_week_is_written_from_what_was_imported(cellwire: Cellwire, news: Path, tmp_path: Path) -> None:
    cellwire("import", news, "--published", "2022-12-17")
    ended = cellwire("week", "--ending", "2022-12-17", "--out", tmp_path / "briefs")

    assert ended.code == 0
    assert "12 GWh" in (tmp_path / "briefs" / "brief-2022-12-17.md").read_text("utf-8")
    assert "Debrecen" in ended.out


def test_the_week_of_the_latest_news_is_meant_where_none_is_named(cellwire: Cellwire, news: Path) -> None:
    cellwire("import", news, "--published", "2022-12-17")

    assert "brief-2022-12-17.html" in cellwire("week").out


@pytest.mark.parametrize("form", ["html", "markdown", "json", "text"])
def test_a_form_can_be_piped_on(cellwire: Cellwire, demo: Path, form: str) -> None:
    ended = cellwire("week", "--db", demo / "cellwire.db", "--format", form, "--out", "-")

    assert ended.code == 0
    assert ended.out
    if form == "json":
        assert json.loads(ended.out)


def test_a_sponsor_is_marked(cellwire: Cellwire, demo: Path) -> None:
    words = ("week", "--db", demo / "cellwire.db", "--format", "markdown", "--out", "-")

    assert "Example Solvents" in cellwire(*words, "--sponsor", "Example Solvents").out
    assert "ponsor" not in cellwire(*words).out


def test_a_week_without_news_says_so(cellwire: Cellwire, demo: Path, tmp_path: Path) -> None:
    ended = cellwire("week", "--db", demo / "cellwire.db", "--ending", "2020-01-04", "--out", tmp_path)

    assert ended.code == 0
    assert "No article of this week is in the record." in ended.out


def test_a_record_without_news_makes_no_brief(cellwire: Cellwire, tmp_path: Path) -> None:
    ended = cellwire("week")

    assert ended.code == 2
    assert "cellwire import" in ended.err
    assert not (tmp_path / "brief").exists()


def test_a_folder_that_cannot_be_written_is_named(cellwire: Cellwire, demo: Path, news: Path) -> None:
    ended = cellwire("week", "--db", demo / "cellwire.db", "--out", news)

    assert ended.code == 1
    assert "news.txt" in ended.err


def test_an_edition_lies_beside_all_others_with_its_feeds(cellwire: Cellwire, demo: Path, tmp_path: Path) -> None:
    for ending in ("2022-12-10", "2022-12-17"):
        words = (
            "week",
            "--db",
            demo / "cellwire.db",
            "--ending",
            ending,
            "--out",
            "b",
            "--format",
            "mail",
            "--publish",
        )
        assert cellwire(*words).code == 0

    page = (tmp_path / "b" / "index.html").read_text("utf-8")
    assert page.index("brief-2022-12-17.eml") < page.index("brief-2022-12-10.eml")
    assert "draft" not in page
    assert (tmp_path / "b" / "feed.atom").read_text("utf-8").count("<entry>") == 2
    assert not list((tmp_path / "b").glob("*.part"))


def test_what_is_changed_after_publishing_is_listed(cellwire: Cellwire, demo: Path, tmp_path: Path) -> None:
    week = ("week", "--db", demo / "cellwire.db", "--out", "b", "--format", "html")
    cellwire(*week, "--publish")
    kept = json.loads((tmp_path / "b" / "brief-2022-12-17.json").read_text("utf-8"))
    story = kept["sections"][0]["items"][0]["stories"][0]
    (tmp_path / "b" / "brief-2022-12-17.toml").write_text(f'[story.{story["story"]}]\nheadline = "Put right"\n')
    for _ in range(2):
        cellwire(*week)

        again = json.loads((tmp_path / "b" / "brief-2022-12-17.json").read_text("utf-8"))
        [row] = again["corrections"]
        assert row["text"] == f"The headline “{story['headline']}” now reads “Put right”."
        assert again["published"] == kept["published"]


def test_a_dropped_story_is_counted_nowhere(cellwire: Cellwire, demo: Path, tmp_path: Path) -> None:
    options = ("week", "--db", demo / "cellwire.db", "--out", tmp_path / "b", "--ending", "2022-12-17")
    cellwire(*options)
    first = json.loads((tmp_path / "b" / "brief-2022-12-17.json").read_text("utf-8"))
    story = first["sections"][0]["items"][0]["stories"][0]
    (tmp_path / "b" / "brief-2022-12-17.toml").write_text(f'[story.{story["story"]}]\ndrop = "an advert"\n')

    cellwire(*options)

    again = json.loads((tmp_path / "b" / "brief-2022-12-17.json").read_text("utf-8"))
    assert int(again["figures"][0]["text"]) == int(first["figures"][0]["text"]) - 1
    page = (tmp_path / "b" / "brief-2022-12-17.html").read_text("utf-8")
    assert set(re.findall(r'href="#(story-[^"]+)"', page)) <= set(re.findall(r'id="(story-[^"]+)"', page))


def test_a_watch_lists_week_does_not_replace_an_edition_that_readers_have(
    cellwire: Cellwire, demo: Path, tmp_path: Path
) -> None:
    options = ("week", "--db", demo / "cellwire.db", "--out", tmp_path / "b", "--ending", "2022-12-17")
    cellwire(*options, "--publish")
    before = (tmp_path / "b" / "brief-2022-12-17.html").read_bytes()
    (tmp_path / "watches.toml").write_text('[watch.hungary]\ncountry = ["HU"]\n')

    ended = cellwire(*options, "--watch", "hungary", "--watches", tmp_path / "watches.toml")

    assert ended.code != 0
    assert "name another folder with --out" in ended.err
    assert (tmp_path / "b" / "brief-2022-12-17.html").read_bytes() == before


def test_a_watch_list_of_another_name_is_not_guessed(cellwire: Cellwire, demo: Path, tmp_path: Path) -> None:
    (tmp_path / "watches.toml").write_text('[watch.china]\ncountry = ["CN"]\n')
    db = demo / "cellwire.db"

    ended = cellwire("week", "--db", db, "--watch", "china", "--out", "-", "--format", "text")
    assert "Guangzhou" in ended.out
    assert "Big Rapids" not in ended.out
    ended = cellwire("week", "--db", db, "--watch", "chinese")
    assert (ended.code, "it has china" in ended.err) == (2, True)


def test_alerts_are_listed_with_their_words_and_made_a_feed(cellwire: Cellwire, demo: Path, tmp_path: Path) -> None:
    (tmp_path / "watches.toml").write_text('[watch.hungary]\ncountry = ["HU"]\nstatus = true\n')
    ended = cellwire("alerts", "--db", demo / "cellwire.db")
    assert ended.code == 0
    assert ended.out.splitlines()[-1].endswith(("alert", "alerts"))
    for kind, id in (("watch", "hungary"), ("company", "catl")):
        feed = cellwire("feed", kind, id, "--db", demo / "cellwire.db")
        assert feed.out.startswith("<?xml")
    assert cellwire("feed", "facility", "fac_none", "--db", demo / "cellwire.db").code == 2


def test_mail_is_not_sent_to_what_is_no_address(cellwire: Cellwire, demo: Path, tmp_path: Path) -> None:
    (tmp_path / "readers.txt").write_text("ada@example.org # first\nnobody\n")
    words = ("send", "--db", demo / "cellwire.db", "--readers", "readers.txt", "--server", "mail.example:25")
    ended = cellwire(*words, "--from", "brief@example.org")

    assert ended.code == 2
    assert "nobody" in ended.err


def test_who_sends_is_told_what_is_waited_for(
    cellwire: Cellwire, demo: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("time.sleep", lambda _: None)
    (tmp_path / "readers.txt").write_text("ada@example.org\n")
    server = f"127.0.0.1:{free_port()}"
    words = ("send", "--db", demo / "cellwire.db", "--readers", "readers.txt", "--server", server)
    ended = cellwire(*words, "--from", "brief@example.org")

    assert ended.code == 1
    assert ended.err.splitlines() == [
        f"asking {server} to take 1 letter",
        *(f"{server} could not take it; trying again in {pause} s" for pause in (1, 5, 25)),
    ]
    assert "failed: ada@example.org (Connection refused)" in ended.out


@pytest.mark.parametrize(
    ("readers", "sender", "said"),
    [
        ("ada@example.org\n", "brief", "brief: is no mail address"),
        ("# nobody yet\n", "brief@example.org", "readers.txt: holds no mail address"),
    ],
)
def test_a_letter_needs_a_sender_and_a_reader(
    cellwire: Cellwire, demo: Path, tmp_path: Path, readers: str, sender: str, said: str
) -> None:
    (tmp_path / "readers.txt").write_text(readers)
    words = ("send", "--db", demo / "cellwire.db", "--readers", "readers.txt", "--server", "mail.example:25")
    ended = cellwire(*words, "--from", sender)

    assert ended.code == 2
    assert said in ended.err


def test_alerts_are_not_sent_from_what_is_no_address(cellwire: Cellwire, demo: Path, tmp_path: Path) -> None:
    (tmp_path / "watches.toml").write_text('[watch.hungary]\ncountry = ["HU"]\nmail = ["ada@example.org"]\n')
    words = ("alerts", "--db", demo / "cellwire.db", "--send", "--server", "mail.example:25")
    ended = cellwire(*words, "--from", "desk")

    assert ended.code == 2
    assert "desk: is no mail address" in ended.err


def test_the_edits_that_the_docs_show_are_taken_by_the_week_of_the_docs(cellwire: Cellwire, tmp_path: Path) -> None:
    docs = Path(__file__).parents[3] / "docs"
    page = (docs / "sending.md").read_text("utf-8")
    shutil.copytree(docs / "examples", tmp_path, dirs_exist_ok=True)
    cellwire("import", "decatur.txt", "decatur-delay.txt", "lakeside.txt", "--meta", "meta.jsonl")
    [named, *_] = re.findall(r"`(brief/brief-[\d-]+\.toml)`", page)
    edits = tmp_path / named
    edits.parent.mkdir()
    edits.write_text(page.partition("```toml\n")[2].partition("```")[0], "utf-8")

    ended = cellwire("week")

    assert ended.code == 0, ended.err
    assert "Decatur begins" in ended.out
    assert "Volta Cells delays" not in ended.out


def test_a_base_makes_every_link_of_the_feeds_a_whole_one(cellwire: Cellwire, demo: Path, tmp_path: Path) -> None:
    words = ("week", "--db", demo / "cellwire.db", "--out", tmp_path, "--publish", "--base", "https://x.example/brief/")
    assert cellwire(*words).code == 0

    atom, told = (tmp_path / "feed.atom").read_text("utf-8"), json.loads((tmp_path / "feed.json").read_text("utf-8"))
    assert 'rel="self" href="https://x.example/brief/feed.atom"' in atom
    assert told["feed_url"] == "https://x.example/brief/feed.json"
    assert [item["url"] for item in told["items"]] == ["https://x.example/brief/brief-2022-12-17.html"]
    assert "https://x.example/brief/feed.atom" in (tmp_path / "brief-2022-12-17.html").read_text("utf-8")


def test_a_base_that_is_no_address_is_refused(cellwire: Cellwire, demo: Path) -> None:
    ended = cellwire("week", "--db", demo / "cellwire.db", "--base", "javascript:alert(1)")

    assert ended.code
    assert "no address of the web" in ended.err


def test_a_story_can_be_named_in_the_edits_file_by_what_explain_prints(
    cellwire: Cellwire, demo: Path, tmp_path: Path
) -> None:
    words = ("week", "--db", demo / "cellwire.db", "--out", tmp_path)
    table = next(line.split(": ")[1] for line in cellwire(*words, "--explain").out.splitlines() if "[story." in line)
    (tmp_path / "brief-2022-12-17.toml").write_text(f'{table}\nheadline = "An editor says so"\n', "utf-8")

    assert "An editor says so" in cellwire(*words).out


def test_what_has_nothing_to_tell_says_why(cellwire: Cellwire, demo: Path, tmp_path: Path) -> None:
    watches = tmp_path / "watches.toml"
    watches.write_text('[watch.nobody]\ncompany = ["toyota"]\n[watch.catl]\ncompany = ["catl"]\n', "utf-8")
    db = demo / "cellwire.db"

    def week(*words: object) -> str:
        options = ("--watches", watches, "--format", "markdown", "--out", "-", "--db", db)
        return cellwire("week", "--ending", "2022-12-17", *words, *options).out

    assert "No story of this week is on the watch list nobody." in week("--watch", "nobody")
    assert "CATL – Huawei: memorandum | Status | new in the record" in week("--watch", "catl")
    assert "Albemarle" not in week("--watch", "catl").split("## Search terms")[0]
    ended = cellwire("alerts", "--watch", "nobody", "--since", "2022-12-01", "--watches", watches, "--db", db)
    assert ended.out == "No change since 2022-12-01 crosses the watch list nobody.\n"
    ended = cellwire("export", tmp_path / "tables", "--since", "2030-01-01", "--db", db)
    assert ended.out.startswith("Nothing changed since 2030-01-01: the tables are empty.")


def test_standard_output_is_one_document(cellwire: Cellwire, demo: Path) -> None:
    db = ("--db", demo / "cellwire.db", "--out", "-")
    alone = cellwire("week", *db)
    two = cellwire("week", *db, "--format", "html", "--format", "json")

    assert alone.out.startswith("# ")
    assert "<html" not in alone.out
    assert (two.code, two.out) == (2, "")
    assert "takes one form" in two.err
