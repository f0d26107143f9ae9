"""What every worker needs, imported and looked up once: each begins as a copy of the process that imports this."""

import gc
from contextlib import suppress
from importlib import import_module

from oss_scan.facts import collect
from oss_scan.licences import identify
from oss_scan.standards.listed import standards_list
from oss_scan.tree import MemoryTree

gc.disable()  # nearly all that follows stays

#: Words on which every step of recognising a licence is tried.
_WORDS = b"Permission is hereby granted, free of charge, to any municipality to use this program for its roads.\n"

#: Files for which schemas, rule sets and lists are read.
_API = b"openapi: %s\ninfo: {title: Trees, version: 1.0.0}\npaths: {}\n"
_FILES = {
    "3.0/openapi.yaml": _API % b"3.0.3",
    "3.1/openapi.yaml": _API % b"3.1.0",
    "README.md": b"# Trees\n\nWhere the trees of the municipality stand.\n",
    "package.json": b'{"license": "MIT"}',
    "publiccode.yml": b"publiccodeYmlVersion: '0.4'\nname: Trees\n",
    "trees.py": b"import flask\n",
}

import_module("oss_scan.scan.process")
with suppress(ImportError):  # without git, which repositories on this machine do not need
    import_module("oss_scan.git.remote")
identify(_WORDS * 4)
collect(MemoryTree(_FILES))
standards_list()
gc.set_threshold(10_000, 20, 20)  # what is read makes many small objects, hardly any in circles
gc.freeze()  # what is here need not be looked through again
gc.enable()
