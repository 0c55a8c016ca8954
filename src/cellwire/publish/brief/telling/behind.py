"""What stands behind a plan, a sum, a supply or a halt, under the names that the patterns use."""

from __future__ import annotations

from cellwire.publish.brief.edition import Part
from cellwire.publish.brief.matter import Backing
from cellwire.publish.brief.telling.called import with_article
from cellwire.publish.brief.wording import listed


def behind(backing: Backing) -> dict[str, tuple[Part, ...]]:
    aid = backing.aid
    named = {
        "venture": backing.venture,
        "shared": backing.shared,
        "paper": backing.paper,
        "bond": backing.bond,
        "agreed": backing.agreed,
        "object": backing.object,
        "financed": backing.financed,
        "cause": backing.cause,
        "deaths": backing.deaths,
        "works_bare": backing.works,
        "fault": backing.fault,
        "fires": backing.fires,
        "dispute": backing.dispute,
        "years": backing.years,
        "aid": aid.money if aid else None,
        "aid_sort": aid.sort if aid else None,
        "aid_giver": aid.giver if aid else None,
    }
    return {
        **{name: (part,) if part else () for name, part in named.items()},
        "terms": listed(backing.terms),
        "recalled": backing.recalled,
        "works": with_article((backing.works,)) if backing.works else (),
    }
