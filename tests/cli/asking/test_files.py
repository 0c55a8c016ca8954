"""Files of a command: read whole, written whole, or an error that names the file, the reason and the way out."""

from pathlib import Path

import pytest

from cellwire.cli.asking.files import read_bytes, read_text, write_whole
from cellwire.errors import FileUnreadable, FileUnwritable


@pytest.mark.parametrize("read", [read_text, read_bytes])
def test_a_file_that_is_not_there_is_said_in_the_systems_words(tmp_path: Path, read) -> None:
    with pytest.raises(FileUnreadable) as refused:
        read(tmp_path / "readers.txt", "name another file")

    assert str(refused.value) == f"{tmp_path}/readers.txt: cannot be read: no such file or directory; name another file"


def test_what_is_no_text_is_not_read_as_text(tmp_path: Path) -> None:
    (tmp_path / "readers.txt").write_bytes("Škoda".encode("utf-16"))

    with pytest.raises(FileUnreadable, match="not UTF-8 text"):
        read_text(tmp_path / "readers.txt", "name another file")


def test_a_file_is_written_whole_in_a_folder_that_is_made(tmp_path: Path) -> None:
    write_whole(tmp_path / "brief" / "index.html", b"<p>", "name another folder")

    assert [path.name for path in (tmp_path / "brief").iterdir()] == ["index.html"]
    assert read_text(tmp_path / "brief" / "index.html", "") == "<p>"


def test_of_a_file_that_cannot_be_written_whole_nothing_is_left(tmp_path: Path) -> None:
    (tmp_path / "index.html").mkdir()  # a folder of its name: the last step fails, as on a full disk the first

    with pytest.raises(FileUnwritable, match="cannot be written"):
        write_whole(tmp_path / "index.html", b"<p>", "name another folder")

    assert [path.name for path in tmp_path.iterdir()] == ["index.html"]


def test_what_cannot_be_written_is_refused_with_the_way_out(tmp_path: Path) -> None:
    (tmp_path / "brief").write_text("a file, and no folder")

    with pytest.raises(FileUnwritable, match=r"cannot be written: .*; name another folder"):
        write_whole(tmp_path / "brief" / "index.html", b"<p>", "name another folder")


def test_a_list_without_end_is_not_read_until_memory_ends() -> None:
    with pytest.raises(FileUnreadable, match="/dev/zero: holds more than 5 million letters; name another file"):
        read_text(Path("/dev/zero"), "name another file")


def test_a_table_without_end_is_not_read_until_memory_ends() -> None:
    with pytest.raises(FileUnreadable, match="/dev/zero: holds more than 20 MB; split it into smaller files"):
        read_bytes(Path("/dev/zero"), "name another file")
