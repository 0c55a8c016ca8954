"""What a story is of instead of what was read: others' deeds, other goods, something older, another thing."""

from cellwire.publish.brief.doubting.against.no_batteries import of_no_batteries
from cellwire.publish.brief.doubting.against.older import told_before
from cellwire.publish.brief.doubting.against.others import done_by_others
from cellwire.publish.brief.doubting.against.things import of_another_thing

__all__ = ["done_by_others", "of_another_thing", "of_no_batteries", "told_before"]
