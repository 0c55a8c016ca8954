"""Full-text search over the headlines of stories and the quotes of developments, in SQLite and in PostgreSQL."""

from __future__ import annotations

import re
from collections.abc import Iterable

from sqlalchemy import Connection, text

from cellwire.model import fold, numbered

# Signs of a script that puts no spaces between words: each is searched as a word of its own.
_SIGN = re.compile(r"([\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af])")
_WORD = re.compile(r'"([^"]+)"|(\S+)')

TABLES = ("story_words", "quote_words")  # headlines by story, and quotes with their titles by development
_LOOKED = 12  # quotes for each that is wanted
_MAKE = {
    "sqlite": ("CREATE VIRTUAL TABLE IF NOT EXISTS {} USING fts5(id UNINDEXED, words, tokenize='porter unicode61')",),
    "postgresql": (
        # English stems as SQLite has them, and no word that cannot be searched for.
        "DO $$ BEGIN IF NOT EXISTS (SELECT FROM pg_ts_config WHERE cfgname = 'cellwire') THEN "
        "CREATE TEXT SEARCH DICTIONARY cellwire_stem (TEMPLATE = snowball, Language = english); "
        "CREATE TEXT SEARCH CONFIGURATION cellwire (COPY = english); "
        "ALTER TEXT SEARCH CONFIGURATION cellwire ALTER MAPPING REPLACE english_stem WITH cellwire_stem; "
        "END IF; END $$",
        "CREATE TABLE IF NOT EXISTS {0} (number BIGINT PRIMARY KEY, id VARCHAR NOT NULL, words TSVECTOR NOT NULL)",
        "CREATE INDEX IF NOT EXISTS {0}_found ON {0} USING GIN (words)",
    ),
}
_ADD = {
    "sqlite": "INSERT INTO {} (rowid, id, words) VALUES (:number, :id, :words)",
    "postgresql": "INSERT INTO {} (number, id, words) VALUES (:number, :id, to_tsvector('cellwire', :words))",
}
_DROP = {
    "sqlite": "DELETE FROM {} WHERE rowid = :number",
    "postgresql": "DELETE FROM {} WHERE number = :number",
}
_FIND = {
    "sqlite": "SELECT id, -bm25({0}) AS fit FROM {0} WHERE {0} MATCH :asked",
    "postgresql": (
        "SELECT id, ts_rank_cd(words, asked, 1) AS fit FROM {0}, websearch_to_tsquery('cellwire', :asked) AS asked "
        "WHERE words @@ asked"
    ),
}
# How well a word fits that stands nearly everywhere: the shorter a text, the more it says. bm25 first counts every text
# that holds the word, 8 ms for 100,000.
_FIND_COMMON = {
    "sqlite": "SELECT id, 1 / (1 + length(words) / 500.0) AS fit FROM {0} WHERE {0} MATCH :asked",
    "postgresql": _FIND["postgresql"],
}


def make_search(connection: Connection) -> None:
    for table in TABLES:
        for statement in _MAKE[connection.dialect.name]:
            connection.execute(text(statement.format(table)))


def clear_search(connection: Connection, table: str) -> None:
    connection.execute(text(f"DELETE FROM {table}"))


def add_words(connection: Connection, table: str, said: Iterable[tuple[str, str]]) -> None:
    """Texts under the ids by which they are found; each id once."""
    rows = [{"number": numbered(id), "id": id, "words": _plain(words)} for id, words in said]
    if rows:
        connection.execute(text(_ADD[connection.dialect.name].format(table)), rows)


def drop_words(connection: Connection, table: str, ids: Iterable[str]) -> None:
    rows = [{"number": numbered(id)} for id in ids]
    if rows:
        connection.execute(text(_DROP[connection.dialect.name].format(table)), rows)


def find_words(connection: Connection, table: str, asked: str, most: int | None = None) -> dict[str, float]:
    """Ids of what holds all the words, each with how well it fits; a phrase stands in quotation marks.

    `most` keeps only those that fit best; a word that stands nearly everywhere is looked at in the first so many.
    """
    question = _question(asked)
    if not question:
        return {}
    find = _FIND[connection.dialect.name].format(table)
    if most:
        looked = most * _LOOKED
        common = _FIND_COMMON[connection.dialect.name].format(table)
        if common != find and _holds(connection, common, question, looked):
            find = common
        find = f"SELECT * FROM ({find} LIMIT {looked:d}) AS found ORDER BY 2 DESC, 1 LIMIT {most:d}"
    found = connection.execute(text(find), {"asked": question})
    return {id: float(fit) for id, fit in found}


def _holds(connection: Connection, find: str, question: str, many: int) -> bool:
    """Whether so many and more are found."""
    one = text(f"SELECT 1 FROM ({find} LIMIT 1 OFFSET {many:d}) AS found")
    return connection.execute(one, {"asked": question}).first() is not None


def asked_words(asked: str) -> list[str]:
    """Words and phrases of a question, folded to what is compared: `"solid state" plants` is two."""
    return [found for phrase, word in _WORD.findall(asked) if (found := _plain(phrase or word))]


def _question(asked: str) -> str:
    """What either database takes, with nothing in it that it could take for a command."""
    return " ".join(f'"{words}"' for words in asked_words(asked))


def _plain(words: str) -> str:
    """Words alone, without case and accents, so that both databases cut them alike."""
    return fold(_SIGN.sub(r" \1 ", words))
