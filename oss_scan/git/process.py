"""How git itself is run, where it must be: with an environment of ours."""


def environment() -> dict[str, str]:
    """Variables for every git process: no questions, no system configuration, no odd protocols."""
    return {
        "GIT_CONFIG_NOSYSTEM": "1",
        "GIT_TERMINAL_PROMPT": "0",
        "GIT_ALLOW_PROTOCOL": "https:http:ssh:file",
        "GIT_OPTIONAL_LOCKS": "0",
        "LC_ALL": "C",
    }
