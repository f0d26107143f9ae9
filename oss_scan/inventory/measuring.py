"""How far a commitment is: what the inventory itself can count, or what somebody noted by hand."""

from oss_scan.inventory.model import Commitment, Inventory

#: The figure that the inventory holds by itself: how many digital commons it names.
COMMONS = "digital-commons"


def value(one: Commitment, inventory: Inventory) -> int | None:
    """The number that was measured; None where only a scan can say it, or where none was given."""
    if one.figure == COMMONS:
        return len(inventory.commons)
    return one.by_hand.value if one.by_hand else None


def met(one: Commitment, inventory: Inventory) -> bool | None:
    """Whether the target was reached; None where that cannot be said."""
    if one.by_hand and one.by_hand.done is not None:
        return one.by_hand.done
    measured = value(one, inventory)
    return None if measured is None or one.target is None else measured >= one.target
