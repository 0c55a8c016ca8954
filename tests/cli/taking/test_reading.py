"""`cellwire read`: forms of output, ways of handing texts over, and what cannot be read."""

import io
import json
import sys
from importlib.resources import files
from pathlib import Path

import pytest
from jsonschema import validate

from cli.conftest import NEWS, Cellwire

SCHEMA = json.loads(files("cellwire.publish").joinpath("contract.schema.json").read_text("utf-8"))
PNG = b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 8


def lines(out: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in out.splitlines()]


def test_a_text_is_read_with_the_words_of_each_value(cellwire: Cellwire, news: Path) -> None:
    ended = cellwire("read", news, "--published", "2022-12-17")

    assert ended.code == 0
    assert not ended.err
    assert "12 GWh/yr" in ended.out
    assert "12 GWh”" in ended.out


PACK = """Halvorsen Cells' sodium pack promises a range of 500 km

The new generation of sodium-ion cells by Halvorsen Cells packs more energy into less space than anything before, its \
chief scientist says. Prototypes lasted 3,000 cycles in the laboratory.
"""


def test_what_no_sentence_says_is_called_so(cellwire: Cellwire, tmp_path: Path) -> None:
    text = tmp_path / "pack.txt"
    text.write_text(PACK, "utf-8")

    shown = cellwire("read", text, "--explain").out
    [line] = lines(cellwire("read", text, "--jsonl").out)

    assert "technology · announced  confirmed, from its words together" in shown
    assert "because: gist.technology" in shown
    validate(line, SCHEMA)
    assert line["by_words"] is True


def test_json_lines_keep_the_contract(cellwire: Cellwire, news: Path) -> None:
    told = lines(cellwire("read", news, "--published", "2022-12-17", "--jsonl").out)

    assert told
    for line in told:
        validate(line, SCHEMA)
        assert line["article"]["id"] == "news"  # type: ignore[index]
        assert line["article"]["path"] == str(news)  # type: ignore[index]


def test_spans_count_in_the_text_that_is_printed(cellwire: Cellwire, news: Path) -> None:
    text = cellwire("read", news, "--text").out

    for line in lines(cellwire("read", news, "--jsonl").out):
        evidence = line["evidence"]
        assert text[evidence["start"] : evidence["end"]] == evidence["text"]  # type: ignore[index]


def test_an_explanation_names_what_decided(cellwire: Cellwire, news: Path) -> None:
    assert "because:" in cellwire("read", news, "--explain").out
    assert "rule" in lines(cellwire("read", news, "--explain", "--jsonl").out)[0]


def test_nothing_is_surer_than_sure(cellwire: Cellwire, news: Path) -> None:
    assert cellwire("read", news, "--jsonl", "--min-confidence", "0").out
    assert not [
        line
        for line in lines(cellwire("read", news, "--jsonl", "--min-confidence", "0.9").out)
        if float(str(line["confidence"])) < 0.9
    ]


@pytest.mark.parametrize(
    "piped", [NEWS, f"<html><head><title>Plant</title></head><body><article><p>{NEWS}</p></article></body></html>"]
)
def test_a_pipe_is_read(cellwire: Cellwire, monkeypatch: pytest.MonkeyPatch, piped: str) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(piped.encode()), "utf-8"))
    told = lines(cellwire("read", "-", "--jsonl", "--published", "2022-12-17").out)

    assert told[0]["article"]["id"] == "stdin"  # type: ignore[index]


def test_what_is_told_of_many_files_is_theirs(cellwire: Cellwire, tmp_path: Path) -> None:
    folder = tmp_path / "articles"
    folder.mkdir()
    for name in ("one", "two"):
        (folder / f"{name}.txt").write_text(NEWS.replace("Debrecen", name.title() + "ville"), "utf-8")
    meta = tmp_path / "meta.jsonl"
    meta.write_text('{"id": "one", "published": "2022-12-17"}\n{"id": "two", "published": "2021-12-18"}\n', "utf-8")

    told = lines(cellwire("read", folder, "--meta", meta, "--jsonl").out)

    assert {(line["article"]["id"], line["article"]["published"]) for line in told} == {  # type: ignore[index]
        ("one", "2022-12-17"),
        ("two", "2021-12-18"),
    }


@pytest.mark.parametrize("command", ["read", "import"])
def test_lines_that_are_of_no_text_are_named(cellwire: Cellwire, news: Path, tmp_path: Path, command: str) -> None:
    meta = tmp_path / "meta.jsonl"
    known = '{"id": "news", "published": "2022-12-17"}\n'
    meta.write_text(known + '{"id": "nwes", "published": "2022-12-17"}\n', "utf-8")

    assert f"skipped {meta}: 1 line named no text that was read (nwes)\n" in cellwire(command, news, "--meta", meta).err

    meta.write_text(known, "utf-8")
    assert not cellwire(command, news, "--meta", meta).err
    assert f"skipped {meta}" not in cellwire(command, tmp_path, "--meta", meta).err, "it may lie among its texts"


def test_a_text_without_news_says_so(cellwire: Cellwire, tmp_path: Path) -> None:
    dull = tmp_path / "dull.txt"
    dull.write_text("Garden party\n\nThe village met on the green and sang until it rained.\n", "utf-8")
    ended = cellwire("read", dull)

    assert ended.code == 0
    assert "No development" in ended.out
    assert cellwire("read", dull, "--jsonl").out == ""


@pytest.mark.parametrize(
    ("name", "content", "problem"),
    [
        ("missing.txt", None, "no such file"),
        ("empty.txt", b"", "is empty"),
        ("blank.txt", b" \n\n", "is empty"),
        ("picture.png", PNG, ".png"),
        ("picture.txt", PNG, "no text"),
        ("large.txt", b"Battery news. " * (50_000_000 // 14), "too large"),
    ],
)
def test_a_file_that_cannot_be_read_is_named(
    cellwire: Cellwire, tmp_path: Path, name: str, content: bytes | None, problem: str
) -> None:
    if content is not None:
        (tmp_path / name).write_bytes(content)
    ended = cellwire("read", tmp_path / name)

    assert ended.code == 2
    assert name in ended.err
    assert problem in ended.err
    assert ended.err.count("\n") == 1
    assert not ended.out


def test_a_folder_of_pictures_holds_nothing_to_read(cellwire: Cellwire, tmp_path: Path) -> None:
    folder = tmp_path / "pictures"
    folder.mkdir()
    for name in ("a.png", "b.jpg"):
        (folder / name).write_bytes(PNG)
    ended = cellwire("read", folder)

    assert ended.code == 1
    assert "a.png" in ended.err
    assert "b.jpg" in ended.err
    assert "nothing could be read" in ended.err


def test_broken_utf8_is_read_around(cellwire: Cellwire, tmp_path: Path) -> None:
    broken = tmp_path / "broken.txt"
    broken.write_bytes(NEWS.encode() + b"\n\nThe mayor of Gy\xff\xfer was pleased.\n")
    ended = cellwire("read", broken, "--jsonl", "--published", "2022-12-17")

    assert ended.code == 0
    assert lines(ended.out)


@pytest.mark.parametrize(
    ("words", "problem"),
    [
        (("https://wire.example/a",), "addresses are not fetched"),
        ((".", "--published", "2022-12-17"), "one text"),
        (("news.txt", "--published", "17.12.2022"), "2022-12-17"),
        (("news.txt", "--published", "2022-12-17", "--meta", "m.jsonl"), "--meta"),
        (("news.txt", "--meta", "missing.jsonl"), "missing.jsonl"),
    ],
)
def test_what_cannot_be_meant_is_refused(cellwire: Cellwire, news: Path, words: tuple[str, ...], problem: str) -> None:
    ended = cellwire("read", *words)

    assert ended.code == 2
    assert problem in ended.err
    assert not ended.out


def test_a_slot_that_is_wrapped_stays_below_itself_on_a_narrow_screen(
    cellwire: Cellwire, news: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "50")
    lines = cellwire("read", news).out.partition("confirmed\n")[2].splitlines()[:-1]

    assert any("“annual" in line for line in lines)

    assert all(line.startswith("    ") for line in lines)
    assert all(line == line.rstrip() for line in lines)


def test_a_folder_without_files_says_why_nothing_is_read(cellwire: Cellwire, tmp_path: Path) -> None:
    (tmp_path / "news").mkdir()

    assert cellwire("read", "news").err == "cellwire: nothing could be read: no file is there\n"
