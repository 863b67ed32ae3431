"""Groups of things that were found to be one."""

from __future__ import annotations

from collections.abc import Hashable
from typing import Generic, TypeVar

T = TypeVar("T", bound=Hashable)


class Groups(Generic[T]):
    """Disjoint groups; a thing nobody joined is a group of its own.

    >>> groups = Groups()
    >>> groups.join("باوت", "بوت")
    >>> groups.root("بوت") == groups.root("باوت"), groups.root("بوت") == groups.root("بوتين")
    (True, False)
    """

    def __init__(self) -> None:
        self._up: dict[T, T] = {}

    def root(self, thing: T) -> T:
        """Give the thing that stands for the group."""
        top = thing
        while (above := self._up.get(top, top)) != top:
            top = above
        while thing != top:  # the next look-up is one step
            self._up[thing], thing = top, self._up[thing]
        return top

    def join(self, one: T, other: T) -> None:
        """Make one group of two; the first one's root stays."""
        self._up[self.root(other)] = self.root(one)
