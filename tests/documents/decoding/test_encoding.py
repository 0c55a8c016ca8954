import pytest

from cellwire.documents.decoding.encoding import declared_charset, decode

GERMAN = "Der Hersteller prüft Größe und Wärme der Zellen in Brüssel."
CHINESE = "宁德时代宣布在匈牙利德布勒森建设电池工厂，规划产能为一百吉瓦时。"


@pytest.mark.parametrize(
    ("content", "declared", "text"),
    [
        (GERMAN.encode(), None, GERMAN),
        (GERMAN.encode("cp1252"), "iso-8859-1", GERMAN),
        (GERMAN.encode("cp1252"), None, GERMAN),
        (GERMAN.encode(), "windows-1252", GERMAN),
        (b"\xef\xbb\xbf" + GERMAN.encode(), "latin-1", GERMAN),
        (GERMAN.encode("utf-16"), None, GERMAN),
        (GERMAN.encode("utf-32"), None, GERMAN),
        (f"<p>{GERMAN}".encode("utf-16-le"), None, f"<p>{GERMAN}"),
        (f"<p>{GERMAN}".encode("utf-32-be"), "utf-32", f"<p>{GERMAN}"),
        (CHINESE.encode("gb18030"), "gb2312", CHINESE),
        (CHINESE.encode("gb18030") * 4, None, CHINESE * 4),
        (CHINESE.encode("big5", "ignore"), "big5", CHINESE.encode("big5", "ignore").decode("big5")),
        ("배터리 공장을 짓는다".encode("cp949"), "euc-kr", "배터리 공장을 짓는다"),
        ("電池工場を建設する".encode("cp932"), "shift_jis", "電池工場を建設する"),
        (GERMAN.encode(), "no-such-charset", GERMAN),
        (b"one\r\ntwo\rthree\n", None, "one\ntwo\nthree\n"),
        (b"a \x93quoted\x94 word \x96 or two", "utf-8", "a “quoted” word – or two"),
    ],
)
def test_bytes_become_the_characters_that_were_meant(content, declared, text):
    assert decode(content, declared).text == text


def test_broken_places_are_replaced_and_told():
    decoded = decode(GERMAN.encode() + b" \xff\xfe und weiter")

    assert decoded.text == GERMAN + " \ufffd\ufffd und weiter"
    assert decoded.problem == "2 bytes are not UTF-8 and were replaced"


def test_a_guess_is_told():
    assert decode(GERMAN.encode("cp1252")).problem == "not UTF-8; read as windows-1252"
    assert decode(GERMAN.encode()).problem is None


@pytest.mark.parametrize(
    ("content_type", "content", "charset"),
    [
        ("text/html; charset=gbk", b'<meta charset="utf-8">', "gbk"),
        ("text/html", b'<html><meta http-equiv="Content-Type" content="text/html; charset=euc-kr">', "euc-kr"),
        ("text/html", b"<meta charset=utf-8>", "utf-8"),
        ("", b'<?xml version="1.0" encoding="ISO-8859-1"?>', "ISO-8859-1"),
        ("text/plain", b"nothing", None),
    ],
)
def test_a_header_declares_before_the_page_does(content_type, content, charset):
    assert declared_charset(content_type, content) == charset
