"""Stories and record, brought up to date block by block, and as they stood at a moment."""

from cellwire.folding.past import State, state_at, states_between
from cellwire.folding.renewing import fold

__all__ = ["State", "fold", "state_at", "states_between"]
