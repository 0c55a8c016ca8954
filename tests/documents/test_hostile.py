"""Hostile captures are read or refused with a reason, and in little memory."""

import gzip
import subprocess
import sys
from pathlib import Path

import pytest
from captures import capture

from cellwire.documents import open_capture

MOST = 300  # MB

LAUGHS = (
    "<?xml version='1.0'?><!DOCTYPE r [<!ENTITY a 'ha'>"
    + "".join(f"<!ENTITY {chr(98 + n)} '{f'&{chr(97 + n)};' * 10}'>" for n in range(9))
    + "]><rss version='2.0'><channel><title>&j;</title><item><title>&j;</title></item></channel></rss>"
)
HOSTILE = {
    "deep page": (b"<div>" * 10_000 + b"words " * 50, "text/html"),
    "deep lists": (b"<ul><li>" * 10_000 + b"words " * 50, "text/html"),
    "deep tables": (b"<table><tr><td>" * 5_000 + b"words " * 50, "text/html"),
    "entities": (LAUGHS.encode(), "application/rss+xml"),
    "entities in a page": (LAUGHS.encode(), "text/html"),
    "packed page": (gzip.compress(b"<p>words</p>" * 2_000_000), "text/html"),
    "wrong charset": (b"<meta charset='utf-16'><p>" + "Zellen für Heide. ".encode("cp1252") * 40, "text/html"),
    "unknown charset": (b"<meta charset='x-none'><p>" + b"words " * 50, "text/html"),
    "deep JSON": (b'{"items":' * 10_000, "application/feed+json"),
    "deep JSON-LD": (b"<script type=application/ld+json>" + b"[" * 50_000 + b"</script>" + b"words " * 50, "text/html"),
    "a long line": (b"<p>" + b"a" * 5_000_000, "text/html"),
    "attributes": (b"<p " + b"a=b " * 200_000 + b">" + b"words " * 50, "text/html"),
}  # fmt: skip


def whole(name: str) -> tuple[bytes, str]:
    """As a server would send it: a page begins as one, or it would be refused at its first words."""
    content, media_type = HOSTILE[name]
    packed = content.startswith(b"\x1f\x8b")
    return (b"<html><body>" + content if media_type == "text/html" and not packed else content), media_type


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_capture_is_read_or_refused_with_a_reason(name):
    content, media_type = whole(name)
    found = open_capture(capture(content, media_type))

    assert found.documents or found.issues


def test_a_page_that_says_it_is_written_otherwise_than_it_can_be_is_read():
    [document] = open_capture(capture(*whole("wrong charset"))).documents

    assert "Zellen für Heide." in document.text


def test_an_entity_made_of_others_is_never_unfolded():
    [title] = {document.title for document in open_capture(capture(LAUGHS.encode(), "application/rss+xml")).documents}
    [kept] = open_capture(
        capture(LAUGHS.replace("&j;", "&a; cells for Heide").encode(), "application/rss+xml")
    ).documents

    assert title == "&j;"
    assert kept.title == "ha cells for Heide"


MEASURED = f"""
import re, sys
from pathlib import Path
sys.path[:0] = ["tests/documents", "tests"]
from test_hostile import HOSTILE, whole
from captures import capture
from cellwire.documents import open_capture
for content, media_type in map(whole, HOSTILE):
    open_capture(capture(content, media_type))
peak = int(re.search(r"VmHWM:\\s+(\\d+) kB", Path("/proc/self/status").read_text())[1]) // 1024
assert peak < {MOST}, f"{{peak}} MB"
"""


# The peak that a process is told of by `resource` may be that of the one it was started by.
@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="this system does not tell a process its peak")
def test_hostile_captures_need_little_memory(pytestconfig):
    run = subprocess.run(
        [sys.executable, "-c", MEASURED], cwd=pytestconfig.rootpath, capture_output=True, text=True, check=False
    )

    assert run.returncode == 0, run.stderr[-2000:]
