from datetime import date

import pytest

from cellwire.errors import BadOption, FileUnreadable
from cellwire.model import Told
from cellwire.sources import read_meta


def written(folder, content: str | bytes):
    path = folder / "meta.jsonl"
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def test_a_line_tells_of_the_file_with_its_stem(tmp_path):
    line = '{"id": "a", "published": "2022-12-17", "url": "https://a.example", "outlet": "A", "title": "T", "mood": 3}'
    told = read_meta(written(tmp_path, f'{line}\n\n{{"id": "b", "url": null}}\n'))

    assert told == {
        "a": Told("a", "T", date(2022, 12, 17), "https://a.example", "A"),
        "b": Told("b"),
    }


def test_a_time_of_day_is_left_out(tmp_path):
    assert read_meta(written(tmp_path, '{"id": "a", "published": "2022-12-17T08:00:00Z"}'))["a"].published == date(
        2022, 12, 17
    )


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("{", "no JSON"),
        ("[]", 'no "id"'),
        ('{"url": "x"}', 'no "id"'),
        ('{"id": ""}', 'no "id"'),
        ('{"id": "b", "published": "17.12.2022"}', "write the day as 2022-12-17"),
        ('{"id": "b", "published": 2022}', "not a text"),
        ('{"id": "b", "outlet": ["x"]}', "not a text"),
        ('{"id": "a"}', "stands there twice"),
    ],
)
def test_an_error_names_the_line(tmp_path, line, problem):
    with pytest.raises(BadOption, match=r"meta\.jsonl, line 2: ") as refused:
        read_meta(written(tmp_path, f'{{"id": "a"}}\n{line}\n'))
    assert problem in str(refused.value)


def test_a_file_that_cannot_be_read_is_refused(tmp_path):
    with pytest.raises(FileUnreadable, match="no such file"):
        read_meta(tmp_path / "gone.jsonl")
    with pytest.raises(FileUnreadable, match="not UTF-8"):
        read_meta(written(tmp_path, b"\xff\xfe\xfd"))
