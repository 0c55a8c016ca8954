# ruff: noqa: T201  it prints what scripts report
"""What is said of rows by what was learned from other outlets' rows: how a learned chance is scored."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Protocol, TypeVar

import numpy as np
from sklearn.metrics import roc_auc_score
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


def report(groups: Mapping[str, Figures], right: Figures, told: Figures, *, bins: int) -> None:
    """For each group of rows (name → which) how often what was `told` is right, by the chance and from it on."""
    for name, those in groups.items():
        area = roc_auc_score(right[those], told[those])
        print(f"{those.sum()} {name}, {right[those].sum()} right, area under the curve {area:.3f}")
        for at in range(bins):
            above = those & (told >= at / bins)
            here = above & (told < (at + 1) / bins)
            if here.any():
                print(
                    f"  from {at / bins:.2f}   {here.sum():>4}   said {told[here].mean():.2f}   "
                    f"right {right[here].mean():.2f}   all from here {above.sum():>4}   right {right[above].mean():.2f}"
                )
