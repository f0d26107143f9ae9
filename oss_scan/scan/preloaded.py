"""What every worker needs, imported and looked up once: each begins as a copy of the process that imports this."""

import gc
from contextlib import suppress
from importlib import import_module

from oss_scan.licences import identify

gc.disable()  # nearly all that follows stays

#: Words on which every step of recognising a licence is tried.
_WORDS = b"Permission is hereby granted, free of charge, to any municipality to use this program for its roads.\n"

import_module("oss_scan.scan.process")
with suppress(ImportError):  # without git, which repositories on this machine do not need
    import_module("oss_scan.git.remote")
identify(_WORDS * 4)
gc.set_threshold(10_000, 20, 20)  # what is read makes many small objects, hardly any in circles
gc.freeze()  # what is here need not be looked through again
gc.enable()
