"""What is said of rows by what was learned from other outlets' rows: how a learned chance is scored."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Protocol, TypeVar

import numpy as np
from sklearn.model_selection import GroupKFold

FOLDS, ROUNDS = 8, 2

Figures = np.ndarray[Any, Any]


class Hosted(Protocol):
    @property
    def host(self) -> str: ...


Row = TypeVar("Row", bound=Hosted)
Asked_contra = TypeVar("Asked_contra", bound=Hosted, contravariant=True)


class Learned(Protocol[Asked_contra]):
    def chances(self, rows: Sequence[Asked_contra], /) -> Figures: ...


def held_out(rows: Sequence[Row], learn: Callable[[Sequence[Row]], Learned[Row]]) -> Figures:
    """Each row's chance, the mean of several divisions of the outlets."""
    told = np.zeros(len(rows))
    for seed in range(ROUNDS):
        folds = GroupKFold(FOLDS, shuffle=True, random_state=seed)
        for others, mine in folds.split(rows, groups=[row.host for row in rows]):
            told[mine] += learn([rows[at] for at in others]).chances([rows[at] for at in mine]) / ROUNDS
    return told
