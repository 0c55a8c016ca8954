"""What a week holds, laid out for looking up: its texts and stories, and what is still to come."""

from cellwire.publish.brief.holdings.ahead import begins_soon, yet_to_come
from cellwire.publish.brief.holdings.head import is_near_head
from cellwire.publish.brief.holdings.outlets import under_one_name
from cellwire.publish.brief.holdings.shelf import Shelf, lay_out

__all__ = [
    "Shelf",
    "begins_soon",
    "is_near_head",
    "lay_out",
    "under_one_name",
    "yet_to_come",
]
