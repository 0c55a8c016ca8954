"""Who is named, by which words, and who stands where towards a trigger word."""

from cellwire.claims.actors.aliases import one_name_each
from cellwire.claims.actors.contractors import CONTRACTOR, with_contractors
from cellwire.claims.actors.governments import A_GOVERNMENT, governments, initials, of_another_land
from cellwire.claims.actors.groups import NO_FIRMS, SILENT, Group, acted_between, name_groups
from cellwire.claims.actors.institutes import institutes
from cellwire.claims.actors.known import lexicon_names
from cellwire.claims.actors.mentions import Cover
from cellwire.claims.actors.namesakes import ends_a_longer_name
from cellwire.claims.actors.no_companies import credits, quoted_works
from cellwire.claims.actors.openers import acts_alone
from cellwire.claims.actors.parents import holders_told, with_parents
from cellwire.claims.actors.referring import refer
from cellwire.claims.actors.roles import (
    distance,
    distinct,
    groups,
    led_by,
    ranks_of,
    subject,
    told_by,
    upstream,
    without_parents,
)
from cellwire.claims.actors.trades import with_trades, without_land
from cellwire.claims.actors.unknown import unknown_names

__all__ = [
    "A_GOVERNMENT",
    "CONTRACTOR",
    "NO_FIRMS",
    "SILENT",
    "Cover",
    "Group",
    "acted_between",
    "acts_alone",
    "credits",
    "distance",
    "distinct",
    "ends_a_longer_name",
    "governments",
    "groups",
    "holders_told",
    "initials",
    "institutes",
    "led_by",
    "lexicon_names",
    "name_groups",
    "of_another_land",
    "one_name_each",
    "quoted_works",
    "ranks_of",
    "refer",
    "subject",
    "told_by",
    "unknown_names",
    "upstream",
    "with_contractors",
    "with_parents",
    "with_trades",
    "without_land",
    "without_parents",
]
