"""Keeps scans, in a file or a database: appended to while they run, never changed once complete."""

from oss_scan.store.codec import facts_digest
from oss_scan.store.keeping import LATEST, RunInfo, Store
from oss_scan.store.opening import migrate_store, open_store

__all__ = ["LATEST", "RunInfo", "Store", "facts_digest", "migrate_store", "open_store"]
