"""Who is named: companies the lexicon knows, and companies it does not."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence

from ahocorasick_rs import AhoCorasick

from cellwire.claims.actors.listing import backers, listed
from cellwire.claims.actors.mentions import Cover, lines_with, longest_first, mentions, occurrences
from cellwire.claims.actors.namesakes import longer_names
from cellwire.claims.actors.naming import (
    BUILT,
    COMMON,
    RUN,
    Around,
    beside,
    cut_run,
    full_name,
    is_company,
    is_person,
    looks_like_company,
    runs_in,
    subject_of,
)
from cellwire.claims.scene import Name
from cellwire.lexicon import Lexicon, english_words, fold_name, regex
from cellwire.model import Hit, HitKind, Span

_LONGEST = 120  # characters of a name
_ENOUGH = 30  # mentions of a name, none of which says that it is a company
_WITHIN = frozenset("abcdefghijklmnopqrstuvwxyz0123456789,)")


# "Alder Ventures" is what Alder invests with
_ARM = regex(r" (?:[A-Z]\w+ )?(?:Ventures|Venture Capital|Capital|Venture Partners|Venture Fund)\b")


_SHORT = regex(r"(?:\(|or )([A-Z]{2,6})[),]")
_PLAIN_WORDS = regex(r"(?:[a-z][\w-]*,?\s){2,6}\Z")
_PHRASE = 200  # characters of six words at most


def _terms(text: str) -> Iterator[str]:
    """Capitals that a text gives for plain words: in "advanced chemistry battery cells (|ACC|)" ACC is no company."""
    for short in _SHORT.finditer(text) if "(" in text else ():
        words = _PLAIN_WORDS.search(text, max(0, short.start() - _PHRASE), short.start())
        initials = iter(word[0].upper() for word in words[0].split()) if words else iter(())
        if all(letter in initials for letter in short[1]):
            yield short[1]


_MARKET = regex(r"(?<=[A-Z]): ?[A-Z0-9]{2,6}\)")  # "Stellantis (|EPA|:STLA)" is listed there


def lexicon_names(text: str, hits: Sequence[Hit], lexicon: Lexicon, headlines: Sequence[Span] = ()) -> Iterator[Name]:
    """The known organisations; the arm that carries a company's name and invests is somebody else."""
    terms = frozenset(_terms(text))
    longer = longer_names(text, hits, headlines, lexicon)
    for hit in hits:
        if (
            hit.kind is HitKind.ORGANISATION
            and hit.span.cut(text) not in terms
            and not _MARKET.match(text, hit.span.end)
        ):
            known = lexicon.organisations[hit.ids[0]]
            if whole := longer.get(hit):
                name = whole.cut(text)
                id = "x-" + fold_name(name)
                yield Name(id, full_name(name), whole, whole, "company", (), known=False, parents=(known.id,))
                continue
            if known.kind == "company" and (arm := _ARM.match(text, hit.span.end)):
                span = Span(hit.span.start, arm.end())
                name = span.cut(text)
                yield Name("x-" + fold_name(name), name, span, span, "company", (), known=False)
                continue
            yield Name(
                known.id,
                known.name,
                hit.span,
                hit.span,
                known.kind,
                known.chain,
                country=known.country,
                parents=known.parents,
            )


_INSTITUTE_WORDS = AhoCorasick(["University", "Institut", "Laborator", "College", "Fraunhofer"])
_INSTITUTE = regex(
    r"\b(?:(?:[A-Z][\w'&-]+ ){1,4}(?:University|College)(?: of (?:[A-Z]\w+(?: and)? ?){1,4})?(?<! )|"
    r"University of [A-Z]\w+(?:[- ][A-Z]\w+){0,2}"
    r"|(?:[A-Z][\w'&-]+ ){1,4}(?:National )?Laborator(?:y|ies)|(?:[A-Z][\w'&-]+ ){1,4}Institute(?: (?:of|"
    r"for) (?:[A-Z]\w+(?:,| and)? ?){1,4})?(?<! )"
    r"|Fraunhofer [A-Z]+)\b"
)


def institutes(text: str, hits: Sequence[Hit]) -> Iterator[Name]:
    """Universities and institutes by their form, those that the lexicon does not list."""
    taken = Cover(hit.span for hit in hits if hit.kind is HitKind.ORGANISATION)
    for line_start, line_end in lines_with(text, _INSTITUTE_WORDS):
        for match in _INSTITUTE.finditer(text, line_start, line_end):
            words = match.group()
            start = match.start() + (4 if words.startswith("The ") else 0)
            span = Span(start, match.end())
            if not taken.meets(span) and text[start].isupper():
                yield Name(
                    "x-" + fold_name(text[start : span.end]),
                    text[start : span.end],
                    span,
                    span,
                    "institute",
                    (),
                    known=False,
                )


def unknown_names(text: str, hits: Sequence[Hit], headlines: Sequence[Span], lexicon: Lexicon) -> Iterator[Name]:
    """Companies found by how the text speaks of them; every other mention of a name once found counts too."""
    taken = sorted((hit.span.start, hit.span.end) for hit in hits if hit.kind is HitKind.ORGANISATION)
    places = [(hit.span.start, hit.span.end) for hit in hits if hit.kind in {HitKind.PLACE, HitKind.CHEMISTRY}]
    closed = sorted([*taken, *((span.start, span.end) for span in headlines)])
    runs = [
        run
        for run in _runs(text, closed)
        if not _inside(run, places) and not lexicon.demonym(text[run[0] : run[1]]) and not _is_area(text, run, hits)
    ]
    towns = {text[start:end] for start, end in runs if _TOWN_OF.search(text, max(0, start - _REACH), start)}
    runs = [run for run in runs if text[run[0] : run[1]] not in towns] if towns else runs
    found = set(_companies(text, runs)) - _models(text, taken) | set(_small_letters(text))
    found |= set(backers(text, runs, taken)) | set(_subjects(text, headlines, taken, places))
    found |= set(listed(text, runs, [*taken, *(run for run in runs if text[run[0] : run[1]] in found)]))
    projects = frozenset(_projects(text))
    found -= projects
    found = (found | _short_forms(text, taken, found, places)) - {*_leaders(text, hits, lexicon), *projects}
    names = sorted(name for name in found if not _THINGS.fullmatch(name))
    told = {name: ("x-" + fold_name(name), full_name(name)) for name in names}
    for start, end in longest_first(mentions(text, names)):
        at = bisect_left(taken, (end, 0)) - 1
        if at >= 0 and taken[at][1] > start:
            continue
        id, name = told[text[start:end]]
        span = Span(start, end)
        yield Name(id, name, span, span, "company", (), known=False)


def _subjects(
    text: str, headlines: Sequence[Span], taken: Sequence[tuple[int, int]], places: Sequence[tuple[int, int]]
) -> Iterator[str]:
    """Whom headlines in capitals begin with."""
    for line in headlines:
        name = subject_of(line.cut(text))
        if name is None:
            continue
        start = line.start + line.cut(text).index(name)
        known = any(at < start + len(name) and start < end for at, end in taken)
        if not known and not _inside((start, start + len(name)), places):
            yield name


_TOWN_OF = regex(r"\b(?:town|city|village|county|district|municipality|province) of $")
_REACH = 20


_DIRECTION = regex(
    r"(?:North|South|East|West|Northeast|Northwest|Southeast|Southwest|Central|Upper|Lower|Greater|Mid) "
)


def _is_area(text: str, run: tuple[int, int], hits: Sequence[Hit]) -> bool:
    """Whether a run is a part of a place, or two places: "Northeast Ohio"."""
    if part := _DIRECTION.match(text, *run):
        rest = Span(part.end(), run[1])
        return any(hit.span == rest and hit.kind is HitKind.PLACE for hit in hits)
    return _two_places(text, run, hits)


def _two_places(text: str, run: tuple[int, int], hits: Sequence[Hit]) -> bool:
    """Whether a run is two places with a hyphen: "Berlin-Brandenburg"."""
    parts = text[run[0] : run[1]].split("-")
    if len(parts) != 2 or " " in text[run[0] : run[1]]:
        return False
    known = {hit.span.cut(text) for hit in hits if hit.kind is HitKind.PLACE}
    return any(part in known for part in parts) and all(part[:1].isupper() for part in parts)


_THINGS = regex(r"[A-Z]{2,6}s|(?:Li|Na|Zn|Al|K|Mg)-?[Ii]on")  # "LIBs" are batteries, "Li-ion" is a chemistry


def _runs(text: str, closed: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Capitalised runs outside known names and headlines: a headline's capitals prove nothing."""
    at = 0
    for start, end in runs_in(text):
        while at < len(closed) and closed[at][1] <= start:
            at += 1
        if (at < len(closed) and closed[at][0] < end) or end - start > _LONGEST:
            continue
        if run := cut_run(text, start, end):
            yield run


def _inside(run: tuple[int, int], others: Sequence[tuple[int, int]]) -> bool:
    at = bisect_left(others, (run[0] + 1, 0)) - 1
    return at >= 0 and others[at][1] >= run[1]


def _companies(text: str, runs: Sequence[tuple[int, int]]) -> Iterator[str]:
    """The runs that are companies' names, each once."""
    if not runs:
        return
    told = [text[start:end] for start, end in runs]
    often = _often(text, Counter(told))
    inside = {name for name, (start, _) in zip(told, runs, strict=True) if _follows_words(text, start)}
    persons = frozenset([*_persons(text, runs), *_titled(text)])
    found = set(_abbreviations(text))
    looks: Counter[str] = Counter()
    for name, (start, end) in zip(told, runs, strict=True):
        if name in found or looks[name] >= _ENOUGH:
            continue
        looks[name] += 1
        if is_company(Around(name, *beside(text, start, end), name in often, name in inside, persons)):
            found.add(name)
            yield name


_A_PROJECT = regex(
    r"\b(?P<name>[A-Z][\w-]+(?: [A-Z][\w-]+)?)"
    r"(?: (?:[Gg]raphite|[Ll]ithium|[Nn]ickel|[Cc]obalt|[Mm]anganese|[Vv]anadium))?"
    r" (?:[Pp]roject|[Mm]ine|[Dd]eposit|[Tt]enements?)\b"
)


_PROJECT_WORDS = AhoCorasick(["roject", "mine", "Mine", "eposit", "enement"])  # each match has one of them
_METALS = (" Nickel", " Lithium", " Cobalt", " Graphite", " Manganese")  # "the Oracle Nickel project"


def _projects(text: str) -> Iterator[str]:
    """What a text calls a mine or a deposit is no company: "flake from |Chilalo|" of the Chilalo project."""
    for start, end in lines_with(text, _PROJECT_WORDS):
        for match in _A_PROJECT.finditer(text, start, end):
            if match["name"].endswith(_METALS) or not looks_like_company(text, *match.span("name")):
                yield match["name"]


def _leaders(text: str, hits: Sequence[Hit], lexicon: Lexicon) -> Iterator[str]:
    """The first words of governments: of the Biden administration "Biden" is a person."""
    for hit in hits:
        if hit.kind is HitKind.ORGANISATION and lexicon.kind_of(hit.ids[0]) == "government":
            yield hit.span.cut(text).partition(" ")[0]


_PREFIXES = frozenset(("Giga", "Mega", "Tera", "Euro", "Auto", "Electro", "Petro", "Hydro", "Agri", "Nano", "Micro"))


def _short_forms(
    text: str, taken: Sequence[tuple[int, int]], found: set[str], places: Sequence[tuple[int, int]]
) -> set[str]:
    """The unusual first words of fuller names, by which a text goes on to call them: "Exide" of Exide Industries."""
    fuller = {text[start:end] for start, end in taken} | found
    firsts = {name.partition(" ")[0] for name in fuller if " " in name}
    towns = {text[start:end].partition(" ")[0] for start, end in places}
    return {
        word
        for word in firsts - towns - COMMON - found - _PREFIXES
        if len(word) > 3 and word.isalpha() and word.lower() not in english_words() and word[0].isupper()
    }


_SMALL = regex(
    r"\b(?:start-?up|company|firm|maker|manufacturer|producer|recycler|specialist|developer|spin-?off|scale-?up)\s"
    r"([a-z][a-z0-9]{3,20})(?=\s(?:has|have|had|is|was|will|announc|rais|secur|clos|sign|open|launch|unveil|"
    r"plan|said|says|to)|,|'s\s)"
)


_SMALL_AFTER = AhoCorasick(  # each match of the pattern begins with one of them
    [
        *("startup", "start-up", "company", "firm", "maker", "manufacturer", "producer", "recycler", "specialist"),
        *("developer", "spinoff", "spin-off", "scaleup", "scale-up"),
    ]
)


def _small_letters(text: str) -> Iterator[str]:
    """Companies that write themselves small: "the start-up |tozero| has raised"."""
    for _, start, _ in _SMALL_AFTER.find_matches_as_indexes(text):
        if (match := _SMALL.match(text, start)) is None:
            continue
        word = match[1]
        if word not in english_words() and text.count(word) > 1:
            yield word


def _models(text: str, taken: Sequence[tuple[int, int]]) -> frozenset[str]:
    """What follows a company's name as one with it: of "the Nissan Sylphy" Sylphy is a car."""
    tails = (RUN.match(text, end + 1) for _, end in taken if text[end : end + 1] == " ")
    found = (tail.group() for tail in tails if tail)
    return frozenset(name for name in found if not looks_like_company(f"x {name}", 0, len(name) + 2))


_BRACKETED = regex(r"\((?<=[a-z]\s\()([^()\na-z]{1,80})\)")


_WORKS_QUOTED = regex(rf"['\"](?P<works>[A-Z][^'\"\n]{{2,40}})(?=['\"] (?:[\w-]+ ){{0,2}}?{BUILT}\b)")


def quoted_works(text: str) -> Iterator[Span]:
    """What plants are called, in quotes: of the "'Riverside Two' facility" Riverside is no place."""
    for match in _WORKS_QUOTED.finditer(text):
        yield Span(*match.span("works"))


_OR_SHORT = regex(r"or (?<=[a-z], or )([A-Z]{2,6})(?=,)")  # "active anode material, or |AAM|, is"


def _abbreviations(text: str) -> Iterator[str]:
    """Capitals in brackets behind plain words: "a letter of intent (LOI)" is no company."""
    for match in _BRACKETED.finditer(text):
        yield from (match[1], match[1][1:], match[1][:-1], match[1][1:-1])  # quoted or not
    for match in _OR_SHORT.finditer(text):
        yield match[1]


def _often(text: str, times: Counter[str]) -> frozenset[str]:
    """The names that the text says more than once, as runs or within others."""
    once = [name for name, count in times.items() if count == 1]
    seen = Counter(which for which, _, _ in occurrences(text, once))
    return frozenset(times) - {name for which, name in enumerate(once) if seen[which] == 1}


def _follows_words(text: str, start: int) -> bool:
    """Whether a run stands inside a sentence, where a capital says something."""
    return start > 1 and text[start - 1].isspace() and text[start - 2] in _WITHIN


_TITLED = regex(
    r"\b(?:CEO|CFO|CTO|COO|Chief [A-Z]\w+ Officer|[Cc]hairman|[Cc]hairwoman|[Pp]resident|[Dd]irector|[Ff]ounder|"
    r"[Mm]inister|[Gg]overnor"
    r"|Mr|Ms|Mrs|Dr|[Ss]pokes\w+|[Aa]nalyst|[Mm]anager|[Oo]fficer|[Ss]enator|"
    r"[Ss]ecretary)\.?,? (?:Dr )?([A-Z][\w'-]+(?: [A-Z][\w.'-]+){1,2})"
    r"|(?:[Mm]inister|[Ss]ecretary)(?: of [Ss]tate)? (?:of|for) (?:[A-Z]\w+(?:,? and |, | )){1,5}?"
    r"([A-Z][\w'-]+ [A-Z][\w'-]+)\b(?! [A-Z])"
    r"|\b([A-Z][a-z]+ [A-Z][\w'-]+)(?: joined| tells| told| sits| explained| added|, (?:an? )?analyst)"
)
_OFFICES = AhoCorasick(  # each match of the pattern has one of them
    [
        "CEO",
        "CFO",
        "CTO",
        "COO",
        "Chief",
        "hairman",
        "hairwoman",
        "resident",
        "irector",
        "ounder",
        "inister",
        "overnor",
        "Mr",
        "Ms",
        "Dr",
        "pokes",
        "nalyst",
        "anager",
        "fficer",
        "enator",
        "ecretary",
        "joined",
        "tells",
        "told",
        "sits",
        "explained",
        "added",
    ]
)


def _titled(text: str) -> Iterator[str]:
    """Persons by the office before their name."""
    for start, end in lines_with(text, _OFFICES):
        for match in _TITLED.finditer(text, start, end):
            name = match.group(1) or match.group(2) or match.group(3)
            yield name
            yield name.split()[-1]


def _persons(text: str, runs: Sequence[tuple[int, int]]) -> Iterator[str]:
    """Full names of persons, and their last names, by which a text goes on to call them."""
    for start, end in runs:
        name = text[start:end]
        if " " in name and is_person(name, *beside(text, start, end)):
            yield name
            yield name.split()[-1]
