"""Everything that was read, taken in at once and in order of time: no more is in memory than can still be joined."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from sqlalchemy import Connection

from cellwire.db import blocks as kept
from cellwire.db import copies
from cellwire.folding.judged import Judged
from cellwire.folding.parts import AT_ONCE, Unit, make_unit
from cellwire.model import Origin, newer_versions
from cellwire.stories import COMMON, Leads, Sketch, Telling, join_texts, neighbourhoods, sketch, tell


def all_units(connection: Connection, judged: Judged) -> list[Unit]:
    """What belongs together of all that was read."""
    origin_of = {document: one for one in _find_origins(connection) for document in one.documents}
    told = _tell(connection, origin_of, judged)
    return [make_unit(group, origin_of, judged) for group in neighbourhoods(told, judged.compared)]


def _find_origins(connection: Connection) -> list[Origin]:
    ids = copies.in_order_of_publication(connection)
    read = kept.documents_by_id(connection, ids)
    sketches = copies.keep_sketches(connection, ([sketch(document) for document in some] for some in read))
    few = {one.document.id: len(one.key_numbers) for one in sketches if one.has_few_keys}
    leads = Leads(ids, copies.shared_keys(connection, COMMON), few)
    versions = copies.load_sketches(connection, kept.documents_with_versions(connection), Sketch)
    newer = newer_versions(one.document for one in versions)
    origins = join_texts(leads, lambda found: copies.load_sketches(connection, found, Sketch), newer)
    copies.keep_origins(connection, origins)
    return origins


def _tell(connection: Connection, origin_of: Mapping[str, Origin], judged: Judged) -> Iterator[Telling]:
    """Tellings in order of time, read day by day, some days together."""
    for some in kept.developments_by_day(connection, AT_ONCE):
        imprints = kept.imprints(connection, {one.document for one in some})
        origins = {origin_of[one.id].id: origin_of[one.id] for one in imprints}
        yield from tell(some, imprints, origins.values(), known=judged.known)
