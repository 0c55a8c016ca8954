"""One company under several names in a text: "KTS" is who brackets say it is, "LION" is LION E-Mobility."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from msgspec.structs import replace

from cellwire.claims.actors.mentions import mentions
from cellwire.claims.scene import Name
from cellwire.lexicon import fold_name, load_words, regex, strip_legal_suffix
from cellwire.model import Span

_DEFINED = regex(
    r"^(?:,?\s(?:Inc|Corp|Corporation|Co|Company|Ltd|Limited|LLC|plc|PLC|AG|GmbH|SE|SA|AB|ASA|NV|BV|KG|Pty|SpA|"
    r"S\.p\.A|Oyj?)\.?,?)*"
    r"(?: \([^()]{2,40}:[^()]{1,40}\))? \(([^()]{2,90})\)"
)
_LISTED = regex(
    r"^(?:,?\s(?:Inc|Corp|Corporation|Co|Company|Ltd|Limited|plc|AG|SE|SA|NV)\.?,?)*\s\([A-Z][\w.]*:\s?([A-Z]{4,6})\b[^()]{0,20}\)"
)
_TICKER = regex(r"[A-Za-z0-9]{1,7}\.[A-Z]{1,3}")  # "BMW (BMWG.DE)"
_SHORT = regex(r"(?:^|[\"'])([A-Z][\w&.-]{1,30}(?:\s[A-Z][\w&.-]{1,20})?)(?:\"|'(?!s\b)|$)")


def one_name_each(text: str, names: Sequence[Name], places: frozenset[str] = frozenset()) -> list[Name]:
    """The same mentions, each under the fullest name its text uses; short forms it defines are added.

    What names one of the `places` is no short form: "EVE Energy (China)" says where EVE is from.
    """
    return _as_written(text, _linked(text, names, places))


def _as_written(text: str, names: Sequence[Name]) -> list[Name]:
    """Companies by the fullest name of this text; a text that only says "GM" speaks of GM."""
    written = {name.span: _words(text, name) for name in names}
    bare = {words: strip_legal_suffix(words) for words in set(written.values())}
    fullest: dict[str, str] = {}
    for name in names:
        if _is_listing(text, name) or _IS_A_WORKS.search(written[name.span]):
            continue
        here = bare[written[name.span]]
        if len(here) > len(fullest.get(name.id, "")) and (here.isascii() or not fullest.get(name.id)):
            fullest[name.id] = here
    return [
        name if name.kind == "government" else replace(name, name=fullest.get(name.id) or name.name) for name in names
    ]


_AT_A_MARKET = regex(r"\(?(?:[A-Z][\w.]*: ?)?")  # "BYD (|BYDDF)|", "(OTC: |BYDDY|)"
_IS_A_WORKS = regex(rf" (?:{'|'.join(load_words('works_names'))})$")  # "Northvolt |Ett|" is a plant of Northvolt's


def _is_listing(text: str, name: Name) -> bool:
    """Whether it is the sign of a company's shares, in brackets behind another name of it."""
    written = _words(text, name)
    opened = text.rfind("(", max(0, name.span.start - 20), name.span.start)
    before = opened >= 0 and _AT_A_MARKET.fullmatch(text, opened, name.span.start)
    return (
        bool(before) and 3 < len(written) < 7 and written.isupper() and text[name.span.end : name.span.end + 1] == ")"
    )


def _linked(text: str, names: Sequence[Name], places: frozenset[str]) -> list[Name]:
    fuller = {
        **_endings(text, names, places),
        **_prefixes(names),
        **_other_capitals(text, names),
        **_initials(text, names),
    }
    settled = _longer(text, _headed(text, [_under(name, fuller) for name in names]))
    settled = _whole(text, settled)
    defined = _defined(text, settled, places)
    if not defined:
        return settled
    settled = [
        replace(defined[text_of], span=name.span, said=name.said)
        if (text_of := _words(text, name)) in defined
        else name
        for name in settled
    ]
    return settled + _mentions(text, defined, settled)


def _longer(text: str, told: Iterable[Name]) -> list[Name]:
    """Where more of a fuller name's words follow, the fuller one is meant: "Lotte Energy" is Lotte Energy Materials."""
    names = list(told)
    full = {_words(text, name): name for name in names if name.known}
    found = []
    for name in names:
        written = _words(text, name)
        for words, other in full.items() if name.known and " " not in written else ():
            second = words[len(written) + 1 :].partition(" ")[0] if words.startswith(f"{written} ") else ""
            end = name.span.end + 1 + len(second)
            if second and other.id != name.id and text[name.span.end : end] == f" {second}":
                span = Span(name.span.start, end)
                name = replace(other, span=span, said=span)  # noqa: PLW2901
                break
        found.append(name)
    return found


def _headed(text: str, names: Sequence[Name]) -> Iterator[Name]:
    """Where a fuller name's first words stand before its others, it is meant: "First |Atlas|" of First Atlas Nickel."""
    full = {words: name for name in names if " " in (words := _words(text, name))}
    for name in names:
        inside = f" {_words(text, name)} "
        for words, other in full.items() if not name.known else ():
            head = words.partition(inside)[0]
            if head != words and other.id != name.id and text.endswith(f"{head} ", 0, name.span.start):
                span = Span(name.span.start - len(head) - 1, name.span.end)
                name = replace(other, span=span, said=span)  # noqa: PLW2901
                break
        yield name


_STOPS = (".", "!", "?", "\n", ";")
_OWN = frozenset({"carmaker", "truckmaker", "vehicle"})  # "Toyota" is a company beside Toyota Tsusho


def _whole(text: str, names: Sequence[Name]) -> list[Name]:
    """A group's short name is the one fuller name that begins with it: "SK" of a text about SK Innovation.

    Not where a sentence tells of both, or where two fuller names begin so.
    """
    last = {name.id: name for name in names}
    written = {id: _words(text, name) for id, name in last.items()}
    meant: dict[str, Name] = {}
    for id, name in last.items():
        if " " in written[id] or name.kind != "company" or not _OWN.isdisjoint(name.chain):
            continue
        longer = [other for other in last.values() if other.known and written[other.id].startswith(f"{written[id]} ")]
        longer = [other for other in longer if other.kind != "venture"]  # one that bears its name is another firm
        if len(longer) == 1 and not _beside(text, names, {id, longer[0].id}):
            meant[id] = longer[0]
    return [replace(meant[name.id], span=name.span, said=name.said) if name.id in meant else name for name in names]


def _beside(text: str, names: Sequence[Name], both: set[str]) -> bool:
    """Whether a sentence names both; where one does, it does so side by side among their mentions."""
    mentioned = sorted((name for name in names if name.id in both), key=lambda name: name.span.start)
    return any(
        first.id != second.id and not any(stop in text[first.span.end : second.span.start] for stop in _STOPS)
        for first, second in pairwise(mentioned)
    )


def _words(text: str, name: Name) -> str:
    return text[name.span.start : name.span.end]


def _other_capitals(text: str, names: Sequence[Name]) -> dict[str, Name]:
    """Unknown names that are a known one of the text but for capitals: "Hina Battery" beside "HiNa Battery"."""
    known = {_words(text, name).casefold(): name for name in names if name.known}
    other = {name.id: known.get(_words(text, name).casefold()) for name in names if not name.known}
    return {id: name for id, name in other.items() if name}


def _initials(text: str, names: Sequence[Name]) -> dict[str, Name]:
    """Unknown capitals that are the first letters of the one fuller name of the text that has them: "ODM"."""
    unknown = {_words(text, name): name.id for name in names if not name.known}
    letters = {word for word in unknown if word.isalpha() and word.isupper() and len(word) > len("AB")}
    fuller: dict[str, dict[str, Name]] = {}
    for name in names if letters else ():
        words = strip_legal_suffix(_words(text, name)).split(" ")
        if len(words) > 1 and (first := "".join(word[0] for word in words)) in letters:
            fuller.setdefault(unknown[first], {}).setdefault(name.id, name)
    return {id: next(iter(told.values())) for id, told in fuller.items() if len(told) == 1}


def _prefixes(names: Sequence[Name]) -> dict[str, Name]:
    """Unknown names that begin another name of the text: id to the fuller name."""
    full = {name.id: name for name in names}
    ordered, place = sorted(full), {id: at for at, id in enumerate(full)}
    fuller: dict[str, Name] = {}
    for name in full.values():
        if name.known:
            continue
        bare = name.id[2:]  # without the mark of an unknown company
        longer = [full[id] for start in (name.id, bare) for id in _beginning(ordered, start + "-")]
        longer += [full[bare]] if bare in full else []
        if longer:
            fuller[name.id] = min(longer, key=lambda other: (not other.known, len(other.id), place[other.id]))
    return fuller


def _endings(text: str, names: Sequence[Name], places: frozenset[str]) -> dict[str, Name]:
    """Unknown names that are a fuller one of the text without its place: "Weihua" of Guangdong Weihua."""
    placed = (name for name in names if not name.known and _words(text, name).partition(" ")[0] in places)
    rests = {f"x-{fold_name(_words(text, name).partition(' ')[2])}": name for name in placed}
    return {name.id: rests[name.id] for name in names if not name.known and name.id in rests}


def _beginning(ordered: Sequence[str], start: str) -> Iterator[str]:
    """Those of the ordered ids that begin so."""
    for at in range(bisect_left(ordered, start), len(ordered)):
        if not ordered[at].startswith(start):
            return
        yield ordered[at]


def _under(name: Name, fuller: dict[str, Name]) -> Name:
    other = fuller.get(name.id)
    return replace(other, span=name.span, said=name.said) if other else name


def _defined(text: str, names: Sequence[Name], places: frozenset[str]) -> dict[str, Name]:
    """Short forms given in brackets after a name: 'Koch Technology Solutions ("KTS")'."""
    defined: dict[str, Name] = {}
    for name in names:
        match = _DEFINED.match(text[name.span.end : name.span.end + 130])
        listed = _LISTED.match(text[name.span.end : name.span.end + 60])  # "Alder (OTCPK:ALDRY -1.5%)", then "ALDRY"
        shorts = _SHORT.findall(match.group(1)) if match else []
        for short in [*shorts, *(listed.groups() if listed else ())]:
            if _TICKER.fullmatch(short) or short in places:
                continue
            if short not in {"Company", "The", "Agreement", "Group", "NYSE", "NASDAQ", "Nasdaq"} and short != name.name:
                defined.setdefault(short, name)
    return defined


def _mentions(text: str, defined: dict[str, Name], names: Sequence[Name]) -> list[Name]:
    """The short forms wherever no name is known to stand yet, in the order in which they are defined."""
    rank = {short: at for at, short in enumerate(defined)}
    taken = sorted((name.span.start, name.span.end) for name in names)
    found = []
    for start, end in sorted(mentions(text, list(defined)), key=lambda each: (rank[text[each[0] : each[1]]], each)):
        at = bisect_left(taken, (end, 0))
        if at and taken[at - 1][1] > start:
            continue
        taken.insert(at, (start, end))
        span = Span(start, end)
        found.append(replace(defined[text[start:end]], span=span, said=span))
    return found
