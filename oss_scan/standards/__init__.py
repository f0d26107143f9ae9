"""What can be seen of open standards: each module a small library that would stand alone."""

#: Raised by one when the same bytes may get another answer.
REVISION = 1
