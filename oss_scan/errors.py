"""What a user can put right; anything else that is raised is a bug."""


class OssScanError(Exception):
    """Something that the user can put right: one sentence in Dutch and one in English.

    The command line prints it without a traceback and exits with status 2.
    """

    def __init__(self, *, nl: str, en: str) -> None:
        super().__init__(en)
        self.nl = nl
        self.en = en


class EmptyFolderError(OssScanError):
    """A folder was looked through, and no repository lies in it."""


class UnreadableError(Exception):
    """A repository that cannot be read: a reason code of `texts.REASONS` and what fills its placeholders."""

    def __init__(self, code: str, **values: str) -> None:
        super().__init__(code, values)
        self.code = code
        self.values = values
