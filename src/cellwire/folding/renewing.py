"""Stories and record brought up to date: a new document touches its neighbourhood, and nothing else is read or written.

The result is the same however the documents came, one by one or all at once, in whatever order: neighbourhoods are
made of what tellings share, and each is consolidated from itself alone.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence, Set

from sqlalchemy import Connection

from cellwire.db import blocks as kept
from cellwire.db import moments
from cellwire.folding.judged import Judged, find_judged, judged_otherwise
from cellwire.folding.looking import Looked
from cellwire.folding.parts import Part, build_blocks, meet
from cellwire.folding.whole import all_units
from cellwire.model import Judgement, Known
from cellwire.record import build_company, standing
from cellwire.stories import without_collector


@without_collector()
def fold(connection: Connection, judgements: Sequence[Judgement], known: Known) -> None:
    """Takes in what was read since the last fold; what it touches is gathered and consolidated anew."""
    touched = _judged_since(judgements, kept.judged_before(connection))
    heard = moments.last_told(connection)
    turned = kept.blocks_turned(connection, kept.heard_before(connection), heard) if touched is not None else set[int]()
    kept.begin_fold(connection, judged=len(judgements), anew=touched is None)
    judged = find_judged(connection, standing(judgements), known)
    parts = _all_parts(connection, judged) if touched is None else _changed_parts(connection, touched, judged)
    companies = _replace(connection, parts, judged, turned)
    for captures, things in judged.joins():
        apart = {*kept.blocks_with(connection, things).values(), *kept.blocks_of_captures(connection, captures)}
        if len(apart) > 1:
            beside = Looked(connection, known, judged)
            together = Part(tuple(beside.units(beside.take(apart))), frozenset(apart))
            companies |= _replace(connection, [together], judged, turned)
    silent = Looked(connection, known, judged).as_they_are(turned)
    companies |= _replace(connection, silent, judged, turned)
    kept.renew_companies(connection, companies, lambda *told: build_company(*told, known=known))
    kept.end_fold(connection, heard=heard)


def _all_parts(connection: Connection, judged: Judged) -> list[Part]:
    return [Part(tuple(together), frozenset()) for together in meet(all_units(connection, judged))]


def _changed_parts(connection: Connection, touched: Collection[str], judged: Judged) -> list[Part]:
    """What is not as it was, by documents that were read since the last fold and by what was said of captures."""
    looked = Looked(connection, judged.known, judged)
    spoken_of = {one.id for one in kept.documents_of_captures(connection, touched)}
    affected = looked.find_copies(kept.unfolded(connection)) | spoken_of
    return looked.changed(looked.around(affected))


def _judged_since(judgements: Sequence[Judgement], before: int | None) -> set[str] | None:
    """Captures spoken of otherwise than at the last fold; `None` where that may be anything, or no fold was made."""
    if before is None or before > len(judgements):
        return None
    return judged_otherwise(standing(judgements[:before]), standing(judgements))


def _replace(connection: Connection, parts: Sequence[Part], judged: Judged, turned: Set[int]) -> set[str]:
    """Builds the parts in place of the blocks they replace; says which companies are told of otherwise.

    No number of a replaced block is given again: by the numbers a rehearsal tells what a fold has changed.
    """
    first = kept.next_number(connection)
    replaced = {number for part in parts for number in part.replaces}
    before = kept.entries_before(connection, replaced - turned)
    companies = kept.drop_blocks(connection, replaced)
    for block in kept.insert_blocks(connection, build_blocks(connection, parts, judged, first=first, before=before)):
        companies |= {company for company, _ in block.names}
    return companies
