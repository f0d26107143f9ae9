"""The inventory: organisations, where their source stands, systems and why some are closed, and what was promised.

It is the denominator: what is not in a repository cannot be scanned, but it can be counted.
"""

from oss_scan.inventory.coverage import Coverage, coverage
from oss_scan.inventory.model import Inventory
from oss_scan.inventory.opening import opened, read

__all__ = ["Coverage", "Inventory", "coverage", "opened", "read"]
