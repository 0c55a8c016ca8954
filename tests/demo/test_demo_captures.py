"""The bundled weeks and their labels hold together."""

from __future__ import annotations

import email
import html
import json
import re
import tomllib
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from email import policy
from email.message import EmailMessage
from pathlib import Path
from typing import Any

import pytest

import cellwire
from cellwire.model import STAGES, DateWhat, Kind, PartialDate, Role

DEMO = Path(cellwire.__file__).parent / "demo"
CAPTURES = tomllib.loads((DEMO / "captures.toml").read_text(encoding="utf-8"))["capture"]
LABELS = [
    json.loads(line) for line in (Path(__file__).parent / "labels.jsonl").read_text(encoding="utf-8").splitlines()
]
SATURDAYS = {"week-1": "2022-11-26", "week-2": "2022-12-03", "week-3": "2022-12-10", "week-4": "2022-12-17"}
BY_STEM = {Path(capture["file"]).stem: capture for capture in CAPTURES}


def words_of(capture: dict[str, Any]) -> str:
    """All words a capture can show, markup gone, white space folded; feeds are unescaped twice."""
    raw = (DEMO / capture["file"]).read_bytes()
    text = raw.decode("gb18030" if b"charset=gb2312" in raw else "utf-8")
    if capture["media_type"] == "message/rfc822":
        message = email.message_from_bytes(raw, policy=policy.default)
        parts = [part for part in message.walk() if part.get_content_maintype() == "text"]
        text = " ".join(part.get_content() for part in parts if isinstance(part, EmailMessage))
    for _ in range(2):
        text = html.unescape(re.sub(r"<(?!!\[CDATA)[^>]+>", " ", text))
    return re.sub(r"\s+", " ", text)


def events() -> Iterator[tuple[str, dict[str, Any]]]:
    for label in LABELS:
        for event in label["events"] + label["optional_events"]:
            yield label["id"], event


def test_every_bundled_file_has_one_entry_and_a_name_of_its_own() -> None:
    files = [path.relative_to(DEMO).as_posix() for path in sorted(DEMO.glob("week-*/*")) if path.is_file()]
    assert sorted(capture["file"] for capture in CAPTURES) == files
    assert len(BY_STEM) == len(files)


@pytest.mark.parametrize("capture", CAPTURES, ids=lambda capture: capture["file"])
def test_a_capture_was_taken_in_the_week_whose_folder_it_lies_in(capture: dict[str, Any]) -> None:
    end = datetime.combine(date.fromisoformat(SATURDAYS[capture["file"].split("/")[0]]), time.max, UTC)
    assert end - timedelta(days=7) < capture["captured_at"] <= end


@pytest.mark.parametrize("label", LABELS, ids=lambda label: label["id"])
def test_a_label_quotes_25_words_at_most_of_its_own_capture(label: dict[str, Any]) -> None:
    text = words_of(BY_STEM[label["id"].split("#")[0]])
    for event in label["events"] + label["optional_events"]:
        assert event["quote"] in text
        assert len(event["quote"].split()) <= 25


def test_labels_use_the_contract_s_kinds_stages_roles_and_dates() -> None:
    for name, event in events():
        assert event["stage"] in STAGES[Kind(event["kind"])], name
        assert all(Role(party["role"]) for party in event["parties"]), name
        assert all(DateWhat(dated["what"]) and PartialDate(dated["date"]) for dated in event["dates"]), name


def test_an_irrelevant_text_has_no_developments() -> None:
    assert not [label["id"] for label in LABELS if not label["relevant"] and label["events"]]


def test_every_capture_but_the_listing_and_the_error_page_is_labelled() -> None:
    labelled = {label["id"].split("#")[0] for label in LABELS}
    assert set(BY_STEM) - labelled == {"storage-section-listing", "florence-plant-error"}
