"""What of the files of a remote repository is fetched: all that is needed, and of what would help as much as the
budget allows, most telling first. The choice depends on the files only, not on what happens to be here already."""

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass

from oss_scan.tree import LIMIT, WHOLE, Kind, Tree, Unread

#: Bytes that a file may have on average.
MEAN = 32 * 1024
_SHARE = 1 / 16


@dataclass(frozen=True, slots=True)
class Budget:
    """How much of what would help may be fetched of one repository: so many files, and none more once so many bytes
    have come. Sizes are those of the files, which nobody knows before they are fetched."""

    blobs: int = 256
    size: int = 256 * MEAN

    @classmethod
    def of(cls, blobs: int) -> "Budget":
        """So many files, of `MEAN` bytes each on average."""
        return cls(blobs, blobs * MEAN)


BUDGET = Budget()


class Watched:
    """A tree that notes what is asked for: `needed` by `read`, `missing` of that, and `sought` by `seek`; all object
    ids. What may be sought is `granted`."""

    def __init__(self, tree: Tree, granted: Collection[str]) -> None:
        self._tree = tree
        self._granted = granted
        self.asked: list[str] = []  # paths of what is missing
        self.needed: set[str] = set()
        self.missing: set[str] = set()
        self.sought: dict[str, tuple[int, int, str]] = {}  # how telling

    def paths(self) -> Sequence[str]:
        """Every path."""
        return self._tree.paths()

    def kind(self, path: str) -> Kind:
        """What the entry is."""
        return self._tree.kind(path)

    def blob(self, path: str) -> str:
        """The object id."""
        return self._tree.blob(path)

    def read(self, path: str, limit: int = LIMIT) -> bytes | Unread:
        """What is needed."""
        blob = self._tree.blob(path)
        self.needed.add(blob)
        data = self._tree.read(path, limit)
        if isinstance(data, Unread) and data.code == "blob-missing":
            self.asked.append(path)
            self.missing.add(blob)
        return data

    def seek(self, path: str, rank: int, limit: int = LIMIT) -> bytes | Unread:
        """What would help; beyond the budget it is not read, also where it is here."""
        blob = self._tree.blob(path)
        if blob in self._granted:
            return self._tree.read(path, limit)
        telling = (rank, path.count("/"), path)
        self.sought[blob] = min(self.sought.get(blob, telling), telling)
        return Unread("blob-not-fetched", path)

    def chosen(self, most: int) -> list[str]:
        """What is sought and not needed anyway, the most telling first; none of what helps all together only, where
        there is no room for all, or they would take more than a `_SHARE` of it: they are most of a repository."""
        ranked = sorted(self.sought.keys() - self.needed, key=self.sought.__getitem__)
        together = sum(self.sought[one][0] == WHOLE for one in ranked)
        if len(ranked) > most or together > most * _SHARE:
            ranked = [one for one in ranked if self.sought[one][0] != WHOLE]
        return ranked[:most]


def spend(budget: Budget, here: Iterable[str], size: Callable[[str], int]) -> tuple[list[str], Budget]:
    """What of these, in their order, the budget reaches, now that they are here; and what is left of it."""
    granted: list[str] = []
    for blob in here:
        if budget.blobs <= 0 or budget.size <= 0:
            break
        granted.append(blob)
        budget = Budget(budget.blobs - 1, budget.size - size(blob))
    return granted, budget
