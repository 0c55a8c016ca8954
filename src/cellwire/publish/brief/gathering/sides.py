"""Who is told as taking part: the lead's parties, and those whom the story's other texts add."""

from __future__ import annotations

from cellwire.lexicon import load_lexicon
from cellwire.model import Development, Kind, Party
from cellwire.publish.brief.gathering.agreeing import in_anothers_name, ventures_of
from cellwire.publish.brief.gathering.picking import Choice, Citer, Fresh, choose
from cellwire.publish.brief.matter import family, owned_with_more, owners_in


def parties_of(fresh: Fresh) -> list[Choice[Party]]:
    """The lead's parties, as the surest text names them; of the others those in a role that the lead leaves empty.

    A plant's second owner may be missing in the lead: one that half of the tellings have beside the lead's is told.
    Whom the lead calls "the federal government" another telling may name.
    """
    lead, more = fresh.lead, [dev for dev in fresh.devs if owned_with_more(fresh.lead, dev)]
    joint = lead.kind is Kind.FACILITY and 2 * len(more) >= len(fresh.devs)
    taken, ours = {party.role for party in lead.parties}, family(party.id for party in lead.parties)
    own = [party for party in lead.parties if not (_only_here(party, fresh) or in_anothers_name(party, lead))]
    told = {(party.id, party.role) for party in own}

    def values(dev: Development) -> list[Party]:
        if dev is lead:
            return own
        if joint and dev in more:
            return [party for party in dev.parties if party.id in owners_in(dev) and not family([party.id]) & ours]
        fresh_roles = [party for party in dev.parties if party.role not in taken]
        others = [party for party in fresh_roles if not family([party.id]) & ours]  # its owners are none of them
        return [party for party in dev.parties if (party.id, party.role) in told] + others + ventures_of(dev, lead)

    return choose(fresh, values, slot=lambda party: (party.id, party.role), cite=Citer.party)


def _only_here(party: Party, fresh: Fresh) -> bool:
    """A name that no list knows, and that one text alone of several has beside others in its role: often no name."""
    lead, origin = fresh.lead, fresh.shelf.origin(fresh.lead.document)
    others = [dev for dev in fresh.devs if fresh.shelf.origin(dev.document) != origin]
    known = party.id in load_lexicon().organisations
    beside = any(other.role is party.role and other.id != party.id for other in lead.parties)
    told = any(party.id == other.id for dev in others for other in dev.parties)
    return bool(others) and beside and not (known or told)
