"""Where `rules/` and `reports/` are: in the wheel, or at the top of a checkout."""

from pathlib import Path

from oss_scan.errors import OssScanError


def data_folder(name: str) -> Path:
    """The folder `rules` or `reports`; OssScanError in a broken installation."""
    package = Path(__file__).parent
    shipped = package / "_data" / name
    if shipped.is_dir():
        return shipped
    checkout = package.parent / name
    if (package.parent / "setup.cfg").is_file() and checkout.is_dir():
        return checkout
    raise OssScanError(
        nl=f"de map {name}/ ontbreekt in deze installatie; installeer oss-scan opnieuw",
        en=f"the folder {name}/ is missing from this installation; install oss-scan again",
    )
