"""What the titles of a story's texts tell: an editor put there what the news is, and a reader looks there first.

A reading that no title bears out is told by words that stand there for something else: an older plan, a partner's
deal, what is to come one day. Of labelled texts' stories that another kind's title stands over, a third is no news.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from typing import Any

from cellwire.model import DEAL_KINDS, Kind
from cellwire.publish.brief.edition import is_named, spellings_of_organisation
from cellwire.publish.brief.holdings import Shelf
from cellwire.publish.brief.matter import Matter, Mode


@cache
def _table() -> dict[str, Any]:
    return tomllib.loads((files("cellwire.publish.brief.doubting") / "titles.toml").read_text("utf-8"))


@cache
def _words(group: str, name: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?:{'|'.join(_table()[group][name])})(?!\w)", re.IGNORECASE)


def doubt_of_titles(matter: Matter, shelf: Shelf) -> str:
    """Empty, or what the titles have against the story; a text without a title has nothing against it."""
    titles = _titles_of(matter, shelf)
    if not all(titles):
        return ""
    kind = matter.kind.value
    if not any(speaks_of(title, kind) or _has_them_together(matter, title) for title in titles):
        return f"the titles of its texts tell of {_told_by(titles)}, not of {_table()['called'][kind]}"
    if all(_looks_back(title, matter) for title in titles):
        return "the titles of its texts look back on it"
    if _is_ahead(matter) and all(_reacts(title) for title in titles):
        return "the titles of its texts tell what others make of it"
    if step_untold(matter, shelf):
        return f"no title of its texts bears out “{matter.stage}”"
    need = _table()["needs"].get(kind, {}).get(matter.stage)
    if not need and all(_tells([title], "steps", _table()["against"].get(kind, [])) for title in titles):
        refuted = matter.kind is Kind.TECHNOLOGY
        return "the titles of its texts tell of " + ("false claims" if refuted else "an end or a delay")
    return ""


_AHEAD = {"considered", "announced", "construction"}


def _is_ahead(matter: Matter) -> bool:
    if matter.kind is not Kind.FACILITY:
        return matter.kind in DEAL_KINDS
    return matter.stage in _AHEAD or matter.mode is Mode.PLANNED


def _reacts(title: str) -> bool:
    """ "Planned works |face backlash|" is news of a protest, "|Plan to| build works stirs fears" of a plan, and so is
    "A reports a loss, |plans works|"."""
    said, plan = _words("reactions", "told").search(title), _words("reactions", "plan").search(title)
    if said is None or plan is None:
        return said is not None
    return plan.start() >= said.start() and not re.search(r"[,;]\s$", title[said.start() : plan.start()])


# "A sued over fires, |days after| its recall", "|A year on from| the fire"
_LATER = re.compile(
    r"\b(?:days?|weeks?|months?|years?)\b[^.;,]{0,12}\b(?:after|on|out|later|since|from)\b", re.IGNORECASE
)


# "A faces a |class action over| its recall"
_OVER = re.compile(
    r"\b(?:class[- ]actions?|lawsuits?|su(?:e[sd]?|ing)|settles?|court|trial)\b[^.;,]{0,40}?\bover\b", re.I
)


def _looks_back(title: str, matter: Matter) -> bool:
    """Whether a title names an incident only as what lies some time behind its news."""
    later = _LATER.search(title) or _OVER.search(title)
    if matter.kind is not Kind.INCIDENT or matter.thing is None or later is None:
        return False
    return re.search(matter.thing.value, title[: later.start()], re.IGNORECASE) is None


def step_untold(matter: Matter, shelf: Shelf) -> bool:
    """Whether no title bears out a step that needs one, or one that most of the texts do not tell."""
    titles, kind, table = _titles_of(matter, shelf), matter.kind.value, _table()
    need = table["needs"].get(kind, {}).get(matter.stage)
    if not need and _told_by_few(matter, shelf):
        need = table["disputed"].get(kind, {}).get(matter.stage)
    return bool(need and all(titles) and matter.mode is not Mode.DENIED and not _tells(titles, "steps", [need]))


def _told_by_few(matter: Matter, shelf: Shelf) -> bool:
    """One text of five has a plant as being built that the others have as a plan."""
    alike = [dev for id in matter.developments if (dev := shelf.developments[id]).kind is matter.kind]
    tellers = {shelf.origin(dev.document) for dev in alike if dev.stage == matter.stage}
    return 2 * len(tellers) < len({shelf.origin(dev.document) for dev in alike})


def _titles_of(matter: Matter, shelf: Shelf) -> list[str]:
    texts = {shelf.developments[id].document for id in matter.developments}
    return [shelf.documents[id].title.strip() for id in sorted(texts)]


def _told_by(titles: Iterable[str]) -> str:
    """ "A partnership", "money or a rule": what the titles speak of, at most two sorts."""
    called: dict[str, str] = _table()["called"]
    kinds = {kind for title in titles for kind in kinds_in(title)}
    spoken = [called[kind] for kind in _table()["kinds"] if kind in kinds]
    return " or ".join(spoken[:2])


def told_by_a_title(matter: Matter, shelf: Shelf) -> bool:
    """Whether the title of a text names all the companies and speaks of the kind: then it is no passing word of it."""
    titles = {shelf.documents[id].title.strip() for id in shelf.texts_of(matter.developments)} - {""}
    kind = matter.kind.value
    return bool(matter.parties) and any(names_all(matter, title) and speaks_of(title, kind) for title in titles)


def speaks_of(title: str, kind: str) -> bool:
    """One that has a word of no kind speaks of any: "Ford and CATL look at Michigan", "Batteries in doldrums"."""
    return names_kind(title, kind) or not _tells([title], "kinds", _table()["kinds"])


def names_kind(title: str, kind: str) -> bool:
    """Whether it has a word of the kind, or of its goods."""
    named = kind in _table()["goods"] and _tells([title], "goods", [kind])
    return named or _tells([title], "kinds", [kind])


def kinds_in(title: str) -> list[str]:
    """The kinds of news that a title has a word of."""
    return [kind for kind in _table()["kinds"] if _tells([title], "kinds", [kind])]


def steps_in(title: str) -> list[str]:
    return [step for step in _table()["steps"] if _tells([title], "steps", [step])]


def manners_in(title: str) -> list[str]:
    """How a title speaks: of what is weighed or meant, of two things, as a question or as a piece to read."""
    return [manner for manner in _table()["manners"] if _tells([title], "manners", [manner])]


def says_of(title: str, matter: Matter) -> tuple[bool, bool, bool]:
    """How much of a story a title says: somebody of it, what kind of news it is, all of them."""
    parties = bool(matter.parties)
    return (
        parties and names_any(matter, title),
        speaks_of(title, matter.kind.value),
        parties and names_all(matter, title),
    )


def names_all(matter: Matter, title: str) -> bool:
    """Whether it names all the companies of a story."""
    return all(named_in(matter, title))


def names_any(matter: Matter, title: str) -> bool:
    return any(named_in(matter, title))


def _has_them_together(matter: Matter, title: str) -> bool:
    """Whether it says what two partners do as one: "Alder and Birch to develop a cell" speaks of no other kind."""
    if matter.kind is not Kind.PARTNERSHIP or len(matter.parties) < 2:
        return False
    firsts = [re.escape(told.value.name.partition(" ")[0]) for told in matter.parties]
    joined = rf"(?<!\w)(?:{'|'.join(firsts)})\b[^,;:.]{{0,30}}?,? (?:and|&) (?:{'|'.join(firsts)})\b"
    return re.search(joined, title) is not None


def named_in(matter: Matter, title: str) -> list[bool]:
    """Of each who takes part, whether it names them."""
    known = ({told.value.name, *spellings_of_organisation(told.value.id)} for told in matter.parties)
    return [is_named(title, names) for names in known]


def _tells(titles: Iterable[str], group: str, names: Iterable[str]) -> bool:
    known = [_words(group, name) for name in names]
    return any(words.search(title) for title in titles for words in known)
