"""What the record's fields and states are called where people read of them."""

from __future__ import annotations

FIELDS = {
    "status": "Status",
    "capacity.phase": "Capacity of one phase",
    "capacity.total": "Total capacity",
    "capacity.new": "Capacity",
    "capacity.existing": "Present capacity",
    "capacity": "Capacity",
    "money": "Investment",
    "funding": "Funding",
    "jobs": "Jobs",
    "production_start": "Start of production",
    "construction_start": "Start of construction",
    "full_capacity": "Full capacity",
    "completion": "Completion",
    "delivery_start": "First deliveries",
    "term": "Term",
    "chemistry": "Chemistry",
}
_STATUSES = {
    "mou": "memorandum",
    "operating": "in operation",
    "construction": "under construction",
    "binding": "agreed",
    "framework": "agreed in outline",
    "nomination": "chosen",
}
_PROMISED = {"provisional award": "provisional", "conditional commitment": "conditional"}
_ALONE = {"share listing", "fundraising"}  # who lists its shares agrees with nobody
_OF_ONE = {"talks": "planned", "binding": "announced"}


def field_in_words(field: str) -> str:
    """`capacity.total (first phase)` is "total capacity (first phase)"."""
    name, bracket, phase = field.partition(" (")
    return FIELDS.get(name, name.replace("_", " ")).lower() + bracket + phase


def status_in_words(word: str, *, of: str = "") -> str:
    """Money that is promised in outline is what the name of its deal calls it; what one does alone is not agreed."""
    named = of.rpartition(": ")[2]
    promised = _PROMISED.get(named) if word == "framework" else None
    alone = _OF_ONE.get(word) if named in _ALONE else None
    return promised or alone or _STATUSES.get(word, word)
