"""From a document to the scene its claims are read from."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from cellwire.claims.actors import (
    Cover,
    credits,
    governments,
    holders_told,
    initials,
    institutes,
    lexicon_names,
    one_name_each,
    quoted_works,
    refer,
    unknown_names,
    with_contractors,
    with_parents,
    with_trades,
)
from cellwire.claims.gates import openings
from cellwire.claims.reading.left_out import is_anothers, is_country
from cellwire.claims.reading.relevance import may_be_battery_news
from cellwire.claims.reading.sentences import no_prose, sentence_spans
from cellwire.claims.reading.towns import COUNTY, unlisted_towns
from cellwire.claims.scene import (
    HEADLINES,
    Cue,
    Name,
    Scene,
    Sentence,
    Spot,
    as_plant,
    as_storage,
    find_cues,
    named_batteries,
    plain_text,
    tags_of,
)
from cellwire.lexicon import PLANT, Lexicon, english_words, regex
from cellwire.model import UNREAD, Block, BlockKind, Document, Hit, HitKind, Span

# What a press release ends with; the news is told by then.
_BOILERPLATE = regex(
    r"About (?:[A-Z]|the [Cc]ompany|us\b)|Forward[- ][Ll]ooking|FORWARD[- ]LOOKING|Cautionary|CAUTIONARY|"
    r"Safe [Hh]arbou?r|Disclaimer|DISCLAIMER"
    r"|View source version|(?:Media|Press|Investor)s? (?:[Cc]ontacts?|[Rr]elations|[Ii]nquiries)|Contact(?:s| [Uu]s|"
    r" [Ii]nformation)?\s*:?$|For (?:more|further) information"
    r"|SOURCE |Notes? to editors|Source:|Sources:|Qualified [Pp]erson|NOTE TO INVESTORS"
)
Spanned = Cue | Name | Spot


class _Frame(NamedTuple):
    """A sentence before it is known what stands in it."""

    paragraph: int
    block: BlockKind
    span: Span


def set_scene(document: Document, lexicon: Lexicon) -> Scene | None:
    """Sentences of what the document owns, with names, places, products, chemistries and trigger words.

    None where no word and no name is of the battery industry: most of an archive goes no further than that.
    """
    blocks = list(_news(document))
    plain, stretches = plain_text(document.text, [block.span for block in blocks])
    text = plain.text
    found = list(_states_as_places(text, lexicon))
    if not may_be_battery_news(text, found, lexicon):
        return None
    frames = list(_frames(text, blocks, stretches))
    datelines = [line for stretch in stretches if stretch and (line := _dateline(text, stretch))]
    filed = Cover(datelines)
    hits = [hit for hit in found if not (filed.holds(hit.span) or is_anothers(text, hit, lexicon))]
    headlines = [frame.span for frame in frames if _all_capitals(text, frame.span, headline=frame.block in HEADLINES)]
    offices = [*governments(text, hits, lexicon), *institutes(text, hits)]
    batteries = named_batteries(text)
    # "Natural Resources" of a ministry is no company, nor is a battery that has a name
    official, sites = Cover(office.span for office in offices), Cover(batteries)
    letters = initials(offices)
    firms = (
        name
        for name in unknown_names(text, hits, [*headlines, *datelines], lexicon)
        if not official.holds(name.span) and not sites.holds(name.span) and name.name not in letters
    )
    places = frozenset(hit.span.cut(text) for hit in found if hit.kind is HitKind.PLACE)
    names, holders = _named(text, [*lexicon_names(text, hits, lexicon, headlines), *firms, *offices], places)
    lands = {hit.span for hit in hits if is_country(hit, lexicon)}  # "Germany contributed": it is still a land
    covered = Cover(
        [*(name.span for name in names if name.span not in lands or name.kind == "company"), *quoted_works(text)]
    )  # a place or product inside is part of the name: "Norrvik Cells"
    abroad = {name.span.end for name in names if _is_a_subsidiary(name, lexicon)}  # what "Alder |Chile|" opens is there
    held = {
        hit.span
        for hit in hits
        if covered.holds(hit.span) and not (hit.kind is HitKind.PLACE and hit.span.end in abroad)
    }
    outside = [hit for hit in hits if hit.kind is HitKind.ORGANISATION or hit.span not in held]
    cues = [cue for cue in find_cues(text) if not covered.holds(cue.span)]  # "Redwood Materials", "Factorial"
    spots = _spots(
        text, outside, [hit for hit in hits if hit.kind is HitKind.PLACE and official.holds(hit.span)], lexicon
    )
    known = [*spots["places"], *spots["countries"]]
    spots["places"] += unlisted_towns(text, known, [*(name.span for name in names), *(spot.span for spot in known)])
    told: dict[str, list[Any]] = {"cues": cues, "names": names, **spots}
    if batteries:
        told |= _with_batteries(told, batteries)
    sentences = _fill(text, frames, told)
    scene = Scene(
        plain,
        tuple(sentences),
        document.published,
        main=None,
        land=_published_in(document),
        published_by=_publisher(document),
        holders=holders,
    )
    return refer(scene, lexicon.demonyms)


def _frames(text: str, blocks: Sequence[Block], stretches: Sequence[Span | None]) -> Iterator[_Frame]:
    for paragraph, (block, stretch) in enumerate(zip(blocks, stretches, strict=True)):
        if stretch:
            yield from (
                _Frame(paragraph, block.kind, span) for span in sentence_spans(text, stretch.start, stretch.end)
            )


def _named(
    text: str, told: Iterable[Name], places: frozenset[str]
) -> tuple[list[Name], Mapping[str, tuple[Name, ...]]]:
    """Who is named, in reading order and each by one name, and by whom a text says that they are held."""
    credited = Cover(credits(text))
    apart = one_name_each(text, [name for name in told if not credited.holds(name.span)], places)
    named = with_contractors(text, with_trades(text, apart))
    holders = holders_told(text, named)
    return sorted(with_parents(named, holders), key=lambda name: name.span.start), holders


def _with_batteries(told: Mapping[str, Sequence[Spanned]], batteries: Sequence[Span]) -> dict[str, list[Any]]:
    """Trigger words and products, those inside a named battery's name given up for it."""
    sites = Cover(batteries)
    cues = [*(cue for cue in told["cues"] if not sites.holds(cue.span)), *map(as_plant, batteries)]
    products = [*(spot for spot in told["products"] if not sites.holds(spot.span)), *map(as_storage, batteries)]
    return {
        "cues": sorted(cues, key=lambda cue: cue.span.start),
        "products": sorted(products, key=lambda spot: spot.span.start),
    }


def _is_a_subsidiary(name: Name, lexicon: Lexicon) -> bool:
    """Whether a name is a known firm's with a land behind it: of the firm's own subsidiary there."""
    return bool(name.parents) and not (name.id.startswith("x-") or name.id in lexicon.organisations)


_LAND_OF_HOST = regex(r"^\w+://[^/:]+\.([a-z]{2})(?=[/:]|$)")


def _published_in(document: Document) -> str | None:
    """The land of a text's address by its last letters, which are the land's code: "….com.au"."""
    address = document.canonical or document.url
    match = _LAND_OF_HOST.match(address) if address else None
    return match[1].upper() if match else None


def _publisher(document: Document) -> str:
    return " ".join(filter(None, (document.outlet, document.canonical or document.url))).lower()


_LONG_WORD = regex(r"(?<![\w-])[A-Za-z][a-z]{3,}(?![\w-])")
_SMALL_WORD = regex(r" [a-z]{4,}(?![\w-])")


def _all_capitals(text: str, span: Span, *, headline: bool) -> bool:
    """Whether a headline gives its plain words capitals too, so that a capital says nothing; so may a line under it."""
    if not headline and (span.end - span.start > _LONG_LINE or _SMALL_WORD.search(text, span.start, span.end)):
        return False
    words: list[str] = _LONG_WORD.findall(text, span.start, span.end)[1:]
    capitals = sum(word[0].isupper() for word in words)
    return capitals * 3 >= 2 * len(words) if headline else capitals == len(words) >= _LINE


_LINE = 5  # words of a line in a text that is a headline by its capitals alone
_LONG_LINE = 160  # characters, which no headline has


_IN_THE_STATE = regex(r"\b(?:in|near|across) the (?:\w+ )?$")


def _states_as_places(text: str, lexicon: Lexicon) -> Iterator[Hit]:
    """The known names; "in the American state of Michigan" is a place, though the State of Michigan is a government."""
    for hit in lexicon.find(text):
        start, end = hit.span.start, hit.span.end
        if text.startswith("state of ", start, end) and _IN_THE_STATE.search(text[max(0, start - 30) : start]):
            yield from lexicon.find(text, start + len("state of "), end)
        else:
            yield hit


# "DEBRECEN, Hungary, Dec 6 (Agency) -", "NINGDE —": where a story is filed is not where a plant stands.
_DATELINE = regex(
    r"(?:[A-Z][A-Z'.]{2,}(?:[ -][A-Z][A-Z'.]+){0,3}"
    r"|[A-Z][a-z]+(?: [A-Z][a-z]+){0,2}(?=(?: \[[A-Z][\w .]{2,25}\])?,? (?:\(|[A-Z][a-z.]+ \d|/|[—–-]{1,2} )))"
    r"(?: \[[A-Z][\w .]{2,25}\])?(?:, [A-Z][\w. ]{1,25}){0,3}(?:,? ?(?:[A-Z][a-z]{2,8}\.? \d{1,2}(?:, \d{4})?))?"
    r"(?:(?: ?\([^()]{2,40}\))?(?: ?/[^/]{2,30}/)? ?"
    r"(?:[—–-]{1,2} (?![a-z$€£]|(?:US|C|A)\$)|--(?=[A-Z])|(?<=[) ])[—–-](?=[A-Z]))"
    r"|(?<=\d) \([A-Z][\w. /]{1,30}\):? (?=[A-Z])"
    r"| \([A-Z][\w. ]{1,30}\)(?:: ?| ?[—–-](?=[A-Z])))"
    r"|[A-Z][a-z]+(?: [A-Z][a-z]+){0,2}, (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.? \d{1,2}"
    r"(?:, \d{4})?:? (?=[A-Z])"
)


def _dateline(text: str, stretch: Span) -> Span | None:
    """The place a paragraph opens with, up to its dash."""
    match = _DATELINE.match(text, stretch.start, stretch.end)
    return Span(stretch.start, match.end()) if match else None


def _news(document: Document) -> Iterator[Block]:
    """Blocks to read: no adverts, links or captions, and nothing from "About the company" or a disclaimer on."""
    for block in document.blocks:
        if block.kind in UNREAD or not document.extent.holds(block.span) or no_prose(document.text, block.span):
            continue
        words = document.text[block.span.start : block.span.start + 60].strip(" *#_>\n")
        if _BOILERPLATE.match(words) and (len(block.span) < 90 or not words.startswith("About")):
            return
        yield block


def _fill(text: str, frames: Sequence[_Frame], told: Mapping[str, Sequence[Spanned]]) -> list[Sentence]:
    """Each sentence with what stands in it, by the slots of `Sentence`."""
    starts = [frame.span.start for frame in frames]
    dealt = {slot: _deal(things, starts) for slot, things in told.items()}
    filled = []
    for index, (paragraph, block, span) in enumerate(frames):
        words = text[span.start : span.end]
        here: dict[str, Any] = {slot: tuple(deal[index]) for slot, deal in dealt.items() if index in deal}
        tags = tags_of(here.get("cues", ()))
        filled.append(Sentence(index, paragraph, block, span, words, tags=tags, opened=openings(words), **here))
    return filled


def _deal(things: Iterable[Spanned], starts: list[int]) -> dict[int, list[Spanned]]:
    dealt: dict[int, list[Spanned]] = {}
    for thing in things:
        dealt.setdefault(bisect_right(starts, thing.span.start) - 1, []).append(thing)
    return dealt


_CELL = regex(r"[ -](?:batter(?:y|ies)|cells?|cathodes?)\b")


def _with_noun(text: str, span: Span) -> Span:
    """A chemistry with the battery it names: "flow" alone is none, "flow battery" is."""
    match = _CELL.match(text, span.end)
    return Span(span.start, match.end()) if match else span


_OF_A_CELL = regex(r"[ -](?:[Ii]on|[Bb]atter(?:y|ies)|[Cc]ells?|polymer)\b")
# which a chemistry's name can hold: "a silicon |anode| plant"
_ELECTRODE = regex(r"\b(?P<of>anode|cathode)s?(?=(?: materials?| powder)?\b)")
_MADE = regex(r"\s(?:materials?|powder|plant|factory|facility|production|line|makers?|producers?|capacity)\b")
_EXCHANGE = regex(r"\b[A-Z][A-Za-z-]{1,7}:\s?$")
_BOARD = regex(r"\.[A-Z]{1,3}\b")


def _is_ticker(text: str, span: Span) -> bool:
    """Whether it is a share's name: "(NMX.TO)", "(TSX: NMX)"."""
    before = text[max(0, span.start - 10) : span.start]
    return bool(_EXCHANGE.search(before) or (before.endswith("(") and _BOARD.match(text, span.end)))


_MADE_OF = regex(r"(?<=s)\b|\sfor\s")  # "silicon anodes", "a silicon anode |for| EV batteries"
_HAS_IT = regex(r"\b(?:with|using|uses?|used|featur\w+|ha(?:s|ve|d)|contain\w*|of|based on|on)\s(?:[\w-]+\s){0,3}$")


def _is_made(text: str, chemistry: Span, electrode: int) -> bool:
    """Whether an electrode is goods and not what a cell has: "silicon anodes" of which a plant makes tonnes."""
    if _MADE.match(text, chemistry.end) or _MADE.match(text, electrode):
        return True
    return bool(_MADE_OF.match(text, electrode)) and not _HAS_IT.search(
        text, max(0, chemistry.start - 40), chemistry.start
    )


_SIGNS = frozenset("$€£")
_OTHER_CELLS = regex(r"\b(?:[Ff]uel|[Ss]olar|[Pp]hotovoltaic|PV)[ -]$")


def _is_no_product(text: str, hit: Hit) -> bool:
    """Lithium in "lithium cells", and the cells of fuel and of solar power."""
    if hit.ids[0] == "lithium":
        return _OF_A_CELL.match(text, hit.span.end) is not None
    return hit.ids[0] == "cell" and _OTHER_CELLS.search(text, max(0, hit.span.start - 14), hit.span.start) is not None


_SITES_LAST_NAME = regex(
    rf" (?P<last>[A-Z][a-z]{{3,}})(?=(?: [a-z-]+){{0,2}}? (?:{PLANT}|mine|deposit|project|refinery|smelter)\b)"
)


def _begins_a_sites_name(text: str, place: Span) -> bool:
    """Whether a town is only what a site's name begins with: "its |Cerro| Matoso nickel mine"."""
    match = _SITES_LAST_NAME.match(text, place.end)
    return match is not None and match["last"].lower() not in english_words()


def _is_initials(name: str) -> bool:
    """ "NYC" """
    return len(name) <= _INITIALS and name.isascii() and name.isupper()


_INITIALS = 3  # letters
_A_COUNTY = regex(rf" {COUNTY}")  # "|Vigo| County" is not the town of Vigo


def _spots(text: str, hits: Sequence[Hit], governed: Sequence[Hit], lexicon: Lexicon) -> dict[str, list[Spot]]:
    """Places and countries, products, chemistries, by the slot of `Sentence` they belong in.

    `governed` are the places of governments that are named, which tell which Kingston is meant and are none themselves.
    """
    spots: dict[str, list[Spot]] = {"places": [], "countries": [], "products": [], "chemistries": []}
    chosen = lexicon.resolve_places(text, [*hits, *governed])
    for hit in hits:
        if hit.kind is HitKind.PLACE:
            if text[hit.span.end : hit.span.end + 1] in _SIGNS or _begins_a_sites_name(text, hit.span):
                continue  # "US$6bn" is said of no country
            if hit in chosen and not (chosen[hit].kind == "city" and _A_COUNTY.match(text, hit.span.end)):
                place = chosen[hit]
                spot = Spot(
                    place.id,
                    place.name if place.kind == "country" or _is_initials(hit.span.cut(text)) else hit.span.cut(text),
                    hit.span,
                    place.country,
                    place.lat,
                    place.lon,
                    place.kind,
                )
                spots["countries" if place.kind == "country" else "places"].append(spot)
        elif hit.kind is HitKind.CHEMISTRY and not _is_ticker(text, hit.span):
            spots["chemistries"].append(Spot(hit.ids[0], hit.ids[0], _with_noun(text, hit.span)))
            electrode = _ELECTRODE.search(text, hit.span.start, hit.span.end)
            if electrode and _is_made(text, hit.span, electrode.end()):
                spots["products"].append(Spot(electrode["of"], electrode["of"], Span(*electrode.span())))
        elif hit.kind is HitKind.PRODUCT and not _is_no_product(text, hit):
            spots["products"].append(Spot(hit.ids[0], hit.ids[0], hit.span))
    return spots
