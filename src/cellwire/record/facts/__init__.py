"""What is told of an entry: readings become facts with their support, a history, and how far it is."""

from cellwire.record.facts.before import NOTHING_BEFORE, Before, as_before, told_as
from cellwire.record.facts.facts import build_facts
from cellwire.record.facts.ids import numbered_apart
from cellwire.record.facts.parties import listed, name_of, name_parties, on_their_sides, party_facts, sides_of
from cellwire.record.facts.revised import as_revised
from cellwire.record.facts.rules import pattern, refined, rules
from cellwire.record.facts.status import Standing, day_of_end, find_standing, last_words, strongest
from cellwire.record.facts.tellings import Telling, by_story, cite, developments_in, tell
from cellwire.record.facts.timeline import build_timeline
from cellwire.record.facts.values import Reading, phase_at, readings

__all__ = [
    "NOTHING_BEFORE",
    "Before",
    "Reading",
    "Standing",
    "Telling",
    "as_before",
    "as_revised",
    "build_facts",
    "build_timeline",
    "by_story",
    "cite",
    "day_of_end",
    "developments_in",
    "find_standing",
    "last_words",
    "listed",
    "name_of",
    "name_parties",
    "numbered_apart",
    "on_their_sides",
    "party_facts",
    "pattern",
    "phase_at",
    "readings",
    "refined",
    "rules",
    "sides_of",
    "strongest",
    "tell",
    "told_as",
]
