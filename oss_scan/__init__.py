"""Reads government git repositories against the Dutch policy 'open (source), tenzij'."""

__version__ = "0.1.0"
