"""Companies the lexicon does not know, found by how a text speaks of them."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from ahocorasick_rs import AhoCorasick

from cellwire.claims.actors.dealing import is_dealt_with, joined
from cellwire.claims.actors.heads import heads
from cellwire.claims.actors.listing import backers, listed
from cellwire.claims.actors.mentions import longest_first, mentions, occurrences
from cellwire.claims.actors.naming import (
    COMMON,
    Around,
    beside,
    cut_run,
    full_name,
    is_company,
    runs_in,
)
from cellwire.claims.actors.no_companies import (
    abbreviations,
    is_area,
    judges,
    leaders,
    models,
    owners,
    persons,
    projects,
    titled,
)
from cellwire.claims.actors.openers import dealt_with, openers
from cellwire.claims.scene import Name
from cellwire.lexicon import Lexicon, english_words, fold_name, load_words, regex
from cellwire.model import Hit, HitKind, Span

_LONGEST = 120  # characters of a name
_ENOUGH = 30  # mentions of a name, none of which says that it is a company
_WITHIN = frozenset("abcdefghijklmnopqrstuvwxyz0123456789,)")


def unknown_names(text: str, hits: Sequence[Hit], headlines: Sequence[Span], lexicon: Lexicon) -> Iterator[Name]:
    """Companies found by how the text speaks of them; every other mention of a name once found counts too."""
    taken = sorted((hit.span.start, hit.span.end) for hit in hits if hit.kind is HitKind.ORGANISATION)
    places = [(hit.span.start, hit.span.end) for hit in hits if hit.kind in {HitKind.PLACE, HitKind.CHEMISTRY}]
    closed = sorted([*taken, *((span.start, span.end) for span in headlines)])
    runs = [
        run
        for run in _runs(text, closed)
        if not (_inside(run, places) and not _is_called_a_firm(text, run))
        and not _is_town_and_goods(text, run, places)
        and not _OF_A_LAW.match(text, run[1])
        and not lexicon.demonym(text[run[0] : run[1]])
        and text[run[0] : run[1]] not in _NATIONS
        and not is_area(text, run, hits)
    ]
    towns = {text[start:end] for start, end in runs if _is_town(text, start, end)}
    runs = [run for run in runs if text[run[0] : run[1]] not in towns] if towns else runs
    people = frozenset([*persons(text, runs), *titled(text), *judges(text)])
    found = set(_companies(text, runs, people, {end: start for start, end in places})) - models(text, taken) | set(
        _small_letters(text)
    )
    found |= set(heads(text, runs, taken)) - people
    found |= set(backers(text, runs, taken)) | (set(_headed(text, headlines, taken, places)) - people)
    found |= set(listed(text, runs, _firms(text, runs, taken, found)))
    found |= set(joined(text, runs, _firms(text, runs, taken, found)))
    found |= {short for name in found if " " in (short := full_name(name))}  # "Lithium Star" of Lithium Star Pty Ltd
    mines = frozenset(projects(text))
    found -= {*mines, *towns, *_ruled(text), *owners(text, runs, taken)}
    found = (found | (_short_forms(text, taken, found, places) - people)) - {*leaders(text, hits, lexicon), *mines}
    found -= {name for name in found if _MADE_IN.match(name) or full_name(name) in _ARTICLES}
    names = sorted(name for name in found if not _THINGS.fullmatch(name))
    told = {name: ("x-" + fold_name(name), full_name(name)) for name in names}
    for start, end in longest_first(mentions(text, names)):
        at = bisect_left(taken, (end, 0)) - 1
        if at >= 0 and taken[at][1] > start:
            continue
        id, name = told[text[start:end]]
        span = Span(start, end)
        kind = "government" if _REGULATOR.fullmatch(name) else "company"
        yield Name(id, name, span, span, kind, (), known=False)


_REGULATOR = regex(r"[A-Z]{1,4}ERC")  # the electricity regulator of an Indian state, or of another land
# "the spin-off |Malta|", "US-backed |Orion|": firms are called after towns too
_CALLED_A_FIRM = regex(r"(?i:\b(?:spin-?(?:off|out)|(?:start|scale)-?up)|-backed)\s$")


def _is_called_a_firm(text: str, run: tuple[int, int]) -> bool:
    return _CALLED_A_FIRM.search(text, max(0, run[0] - 14), run[0]) is not None


_GOODS = regex(r"\s(?:EV|EVs|BESS|ESS|LFP|NMC|NCM|CAM|pCAM|AAM|R&D)\b")


def _is_town_and_goods(text: str, run: tuple[int, int], places: Sequence[tuple[int, int]]) -> bool:
    """Whether a run is a town and what is made there: "the |Detroit EV| plant"."""
    goods = _GOODS.search(text, run[0], run[1])
    return goods is not None and goods.end() == run[1] and _inside((run[0], goods.start()), places)


def _firms(
    text: str, runs: Sequence[tuple[int, int]], taken: Sequence[tuple[int, int]], found: set[str]
) -> list[tuple[int, int]]:
    return [*taken, *(run for run in runs if text[run[0] : run[1]] in found)]


def _headed(
    text: str, headlines: Sequence[Span], taken: Sequence[tuple[int, int]], places: Sequence[tuple[int, int]]
) -> Iterator[str]:
    """Whom headlines begin with, and with whom those in capitals say that they deal."""
    first = Span(0, len(text.partition("\n")[0]))
    for line in dict.fromkeys([first, *headlines]):
        words = line.cut(text)
        capitals = line in headlines
        told = [*openers(words, capitals=capitals), *(dealt_with(words) if capitals else ())]
        for start, end in told:
            run = line.start + start, line.start + end
            known = any(at < run[1] and run[0] < to for at, to in taken)
            if not known and (_is_called_a_firm(text, run) or not _inside(run, places)):
                yield text[slice(*run)]


_MADE_IN = regex(r"\w+-(?:made|built|based|owned)\s")  # "Czech-made Kona" is a car
_NATIONS = frozenset(load_words("nations"))
# of the "|Infrastructure Investment| and Jobs Act" nothing is a company
# nor of "the |Clean Power| 2030 reforms"
_OF_A_LAW = regex(
    r",?\s(?:and|&)\s(?:[A-Z][\w-]+\s){1,4}?(?:Act|Law|Bill|Directive|Regulation)\b"
    r"|\s20\d\d\s(?:[Aa]ction [Pp]lan|[Pp]lan|[Rr]eforms?|[Tt]argets?|[Pp]rogram(?:me)?|[Ss]trategy|[Aa]genda|[Gg]oals?"
    r"|[Ff]ramework|[Ss]cheme|[Mm]ission|[Rr]oadmap)\b"
)
# of "the |Morrow Bay| City Council" nothing is a firm
_RULED = regex(
    r"\b(?P<town>(?:[A-Z][\w'’-]+ ){1,3}?)(?:(?:City|Town|Village|Borough|County|District|Township) "
    r"(?:Council|Board|Hall|Commission\w*)|Planning (?:Commission|Board)|(?:Fire|Police) Department)\b"
)


def _ruled(text: str) -> Iterator[str]:
    """Towns by the bodies that carry their names."""
    if any(word in text for word in (" Council", " Board", " Hall", " Commission", " Department")):
        yield from (match["town"].removeprefix("The ").rstrip() for match in _RULED.finditer(text))


_TOWN_OF = regex(r"\b(?:nation|island|republic|kingdom|town|city|village|county|district|municipality|province) of $")
_IN = regex(r"\b(?:in|at|near|outside) $")
_A_TOWN = regex(r", (?:an?|the) (?:[\w-]+ ){0,3}?(?:town|city|village|port|suburb|municipality|community|hamlet)\b")
_REACH = 20


def _is_town(text: str, start: int, end: int) -> bool:
    """ "The town of |Oltenberg|", "in |Oltenberg|, a small town"."""
    before = max(0, start - _REACH)
    return bool(_TOWN_OF.search(text, before, start) or (_IN.search(text, before, start) and _A_TOWN.match(text, end)))


_ARTICLES = frozenset(("La", "Le", "Les", "El", "Los", "Las", "Der", "Die", "Das", "Il"))  # "|La| Corporation de"
# "LIBs" are batteries, "Li-ion" is a chemistry, "USD300" of "USD300 million" a sum
_THINGS = regex(r"[A-Z]{2,6}s|(?:Li|Na|Zn|Al|K|Mg)-?[Ii]on|(?:USD|EUR|GBP|AUD|CAD|CNY|RMB|INR|JPY|KRW)\d+")


def _runs(text: str, closed: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Capitalised runs outside known names and headlines: a headline's capitals prove nothing."""
    at = 0
    for first, end in runs_in(text):
        behind = _BEHIND_ITS_BACKER.match(text, first, end)
        start = behind.end() if behind else first
        while at < len(closed) and closed[at][1] <= start:
            at += 1
        if (at < len(closed) and closed[at][0] < end) or end - start > _LONGEST or text.endswith(_SAINT, 0, start):
            continue
        if run := cut_run(text, start, end):
            yield run


# a town, an island or a county is called so: "the utility of St. |Kitts|"
_SAINT = ("St. ", "Ste. ", "County ")
_BEHIND_ITS_BACKER = regex(r"[A-Z][\w&.]*-(?:backed|funded|supported|owned|controlled|led)\s")  # "Alder-backed Birk"


def _inside(run: tuple[int, int], others: Sequence[tuple[int, int]]) -> bool:
    at = bisect_left(others, (run[0] + 1, 0)) - 1
    return at >= 0 and others[at][1] >= run[1]


def _companies(
    text: str, runs: Sequence[tuple[int, int]], people: frozenset[str], places: Mapping[int, int]
) -> Iterator[str]:
    """The runs that are companies' names, each once; `places` are the starts of places by their ends."""
    if not runs:
        return
    told = [text[start:end] for start, end in runs]
    often = _often(text, Counter(told))
    inside = {name for name, (start, _) in zip(told, runs, strict=True) if _follows_words(text, start)}
    found = set(abbreviations(text))
    looks: Counter[str] = Counter()
    for name, (start, end) in zip(told, runs, strict=True):
        if name in found or looks[name] >= _ENOUGH:
            continue
        looks[name] += 1
        before, after = beside(text, start, end)
        if (seat := places.get(start - 3)) and text[start - 3 : start] in _POSSESSIVES:
            before = before[: seat - start]  # "has chosen |Taiwan's| Molitek"
        run = Around(name, before, after, name in often, name in inside, people)
        if is_company(run) or is_dealt_with(run):
            found.add(name)
            yield name


_POSSESSIVES = frozenset({"'s ", "’s "})
_PREFIXES = frozenset(("Giga", "Mega", "Tera", "Euro", "Auto", "Electro", "Petro", "Hydro", "Agri", "Nano", "Micro"))


def _short_forms(
    text: str, taken: Sequence[tuple[int, int]], found: set[str], places: Sequence[tuple[int, int]]
) -> set[str]:
    """The unusual first words of fuller names, by which a text goes on to call them: "Exide" of Exide Industries."""
    fuller = {text[start:end] for start, end in taken} | found
    firsts = {name.partition(" ")[0] for name in fuller if " " in name}
    # the first word of "North Chungcheong", and the last of "Republic of Korea"
    named = [text[start:end].split(" ") for start, end in places]
    towns = {word for words in named for word in (words[0], words[-1])}
    towns -= {word for word in firsts & towns if _speaks(text, word)}
    return {
        word
        for word in firsts - towns - COMMON - found - _PREFIXES
        if len(word) > 3
        and word.isalpha()
        and word[0].isupper()
        and (word.lower() not in english_words() or _is_only_a_name(text, word))
    }


_ACTS_SO = regex(
    r"\s(?:has|have|will|said|says|announced|announces|plans|signed|expects|(?:is )?(?:building|planning)"
    r"|also|told|fil(?:ing|ed|es)|laying off|closing|opening)\b"
)


def _is_only_a_name(text: str, word: str) -> bool:
    """Whether a plain word stands as a name alone: "|Ascend| announced" of Ascend Elements, in no small letters."""
    if word.lower() in text:
        return False
    alone = [end for start, end in mentions(text, [word])]
    return any(_ACTS_SO.match(text, end) for end in alone)


_SPEAKS = regex(r" (?:said|says|announced|confirmed)\b")


def _speaks(text: str, word: str) -> bool:
    """Whether a town's name speaks and is never where something is: "|Shizuoka| said" of Shizuoka Battery."""
    alone = [end for start, end in mentions(text, [word]) if not text.startswith(_LEADS_TO, max(0, start - 4))]
    led = any(f" {lead} {word}" in text for lead in ("in", "at", "near", "from", "outside"))
    return not led and any(_SPEAKS.match(text, end) for end in alone)


_LEADS_TO = ("the ",)
_SMALL = regex(
    r"\b(?:start-?up|company|firm|maker|manufacturer|producer|recycler|specialist|developer|spin-?off|scale-?up)\s"
    r"([a-z][a-z0-9]{3,20})(?=\s(?:has|have|had|is|was|will|announc|rais|secur|clos|sign|open|launch|unveil|"
    r"plan|said|says|to)|,|'s\s)"
)


_SPECIAL = ("start", "recycler", "spin", "scale")  # behind these nothing but a name stands small


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
        if word not in english_words() and (match.group().startswith(_SPECIAL) or text.count(word) > 1):
            yield word


def _often(text: str, times: Counter[str]) -> frozenset[str]:
    """The names that the text says more than once, as runs or within others."""
    once = [name for name, count in times.items() if count == 1]
    seen = Counter(which for which, _, _ in occurrences(text, once))
    return frozenset(times) - {name for which, name in enumerate(once) if seen[which] == 1}


def _follows_words(text: str, start: int) -> bool:
    """Whether a run stands inside a sentence, where a capital says something."""
    return start > 1 and text[start - 1].isspace() and text[start - 2] in _WITHIN
