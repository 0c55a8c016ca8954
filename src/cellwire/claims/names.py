"""Who is named: companies the lexicon knows, and companies it does not."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from cellwire.claims.naming import RUN, Around, cut_run, full_name, is_company, is_person
from cellwire.claims.scene import Name
from cellwire.lexicon import Lexicon, fold_name
from cellwire.model import Hit, HitKind, Span


def lexicon_names(hits: Iterable[Hit], lexicon: Lexicon) -> Iterator[Name]:
    for hit in hits:
        if hit.kind is HitKind.ORGANISATION:
            known = lexicon.organisations[hit.ids[0]]
            yield Name(known.id, known.name, hit.span, hit.span, known.kind, known.chain, country=known.country)


def unknown_names(text: str, hits: Sequence[Hit], headlines: Sequence[Span], lexicon: Lexicon) -> Iterator[Name]:
    """Companies found by how the text speaks of them; every other mention of a name once found counts too."""
    taken = sorted((hit.span.start, hit.span.end) for hit in hits if hit.kind is HitKind.ORGANISATION)
    places = [(hit.span.start, hit.span.end) for hit in hits if hit.kind in {HitKind.PLACE, HitKind.CHEMISTRY}]
    closed = sorted([*taken, *((span.start, span.end) for span in headlines)])
    runs = [
        run for run in _runs(text, closed) if not _inside(run, places) and not lexicon.demonym(text[run[0] : run[1]])
    ]
    names = {text[start:end] for start, end in _companies(text, runs)}
    if not names:
        return
    pattern = "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))
    for match in re.finditer(rf"(?<![\w-])(?:{pattern})(?![\w-])", text):
        at = bisect_left(taken, (match.end(), 0)) - 1
        if at >= 0 and taken[at][1] > match.start():
            continue
        span = Span(match.start(), match.end())
        yield Name("x-" + fold_name(match.group()), full_name(match.group()), span, span, "company", (), known=False)


def _runs(text: str, closed: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Capitalised runs outside known names and headlines: a headline's capitals prove nothing."""
    at = 0
    for match in RUN.finditer(text):
        while at < len(closed) and closed[at][1] <= match.start():
            at += 1
        if at < len(closed) and closed[at][0] < match.end():
            continue
        if run := cut_run(text, match.start(), match.end()):
            yield run


def _inside(run: tuple[int, int], others: Sequence[tuple[int, int]]) -> bool:
    at = bisect_left(others, (run[0] + 1, 0)) - 1
    return at >= 0 and others[at][1] >= run[1]


def _companies(text: str, runs: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    times = Counter(text[start:end] for start, end in runs)
    inside = {text[start:end] for start, end in runs if re.search(r"[a-z0-9,)]\s$", text[max(0, start - 2) : start])}
    persons = frozenset([*_persons(text, runs), *_titled(text)])
    for start, end in runs:
        name = text[start:end]
        if name.isupper() and re.search(rf"[a-z]s?\s\(\W?{re.escape(name)}\W?\)", text):
            continue  # "a letter of intent (LOI)" is no company
        spoken = max(times[name], text.count(name))
        run = Around(name, *_beside(text, start, end), spoken, name in inside, persons)
        if is_company(run):
            yield start, end


def _beside(text: str, start: int, end: int) -> tuple[str, str]:
    """What stands before and after in the same paragraph: a headline's last word says nothing about the text's first."""
    return text[max(0, start - 90) : start].rpartition("\n")[2], text[end : end + 110].partition("\n")[0]


_TITLED = re.compile(
    r"\b(?:CEO|CFO|CTO|COO|Chief [A-Z]\w+ Officer|[Cc]hairman|[Cc]hairwoman|[Pp]resident|[Dd]irector|[Ff]ounder|[Mm]inister|[Gg]overnor"
    r"|Mr|Ms|Mrs|Dr|[Ss]pokes\w+|[Aa]nalyst|[Mm]anager|[Oo]fficer|[Ss]enator|[Ss]ecretary)\.?,? (?:Dr )?([A-Z][\w'-]+(?: [A-Z][\w.'-]+){1,2})"
    r"|\b([A-Z][a-z]+ [A-Z][\w'-]+)(?: joined| tells| told| sits| explained| added|, (?:an? )?analyst)"
)


def _titled(text: str) -> Iterator[str]:
    """Persons by the office before their name."""
    for match in _TITLED.finditer(text):
        name = match.group(1) or match.group(2)
        yield name
        yield name.split()[-1]


def _persons(text: str, runs: Sequence[tuple[int, int]]) -> Iterator[str]:
    """Full names of persons, and their last names, by which a text goes on to call them."""
    for start, end in runs:
        name = text[start:end]
        if " " in name and is_person(name, *_beside(text, start, end)):
            yield name
            yield name.split()[-1]
