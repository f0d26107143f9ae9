"""The words for verdicts, in Dutch and English."""

from collections.abc import Mapping

from oss_scan.standards.listed import standards_list
from oss_scan.texts import Lang, Reason, Text
from oss_scan.verdicts import StandardVerdict

STATUSES: Mapping[str, Text] = {
    "applied": Text("toegepast (getoetst)", "applied (tested)"),
    "partly-applied": Text("deels toegepast", "partly applied"),
    "found": Text("aangetroffen, niet getoetst", "found, not tested"),
    "declared": Text("verklaard", "declared"),
    "explained": Text("uitgelegd", "explained"),
    "not-shown": Text("niet aangetoond", "not shown"),
    "deviation": Text("afwijking gevonden", "deviation found"),
    "unread": Text("niet vast te stellen: niet alles is gelezen", "not established: not everything was read"),
    "applicability-unknown": Text("toepasselijkheid onbekend", "applicability unknown"),
    "not-applicable": Text("n.v.t.", "does not apply"),
    "not-visible": Text("niet uit broncode", "not from source code"),
}
AGREEMENTS: Mapping[str, Text] = {
    "declared-not-found": Text("verklaard, niet aangetroffen", "declared, not found"),
    "found-not-declared": Text("aangetroffen, niet verklaard", "found, not declared"),
    "found-though-declared-not": Text("verklaard: niet; aangetroffen: wel", "declared: not; found: yes"),
    "other-version": Text(
        "verklaard voor een andere versie dan op de lijst", "declared for another version than the listed one"
    ),
}
MEASURES: Mapping[str, Text] = {
    "internet.nl": Text("meet het domein met internet.nl", "measure the domain with internet.nl"),
    "organisation": Text("vraag het de organisatie", "ask the organisation"),
    "by-hand": Text(
        "oss-scan zoekt hier niet naar: ga het met de hand na", "oss-scan does not look for it: check by hand"
    ),
}

_SHORT = 12  # characters of a version that are shown with the name

_TESTED = Text("getoetst: {passed} van {of}", "tested: {passed} of {of}")
_OF_ALL = Text(
    "geen afwijkingen op {passed} van {of} automatisch toetsbare van de {all} regels",
    "no deviations from {passed} of {of} automatically testable of the {all} rules",
)


def because(reason: Reason, lang: Lang) -> str:
    """Why a standard applies or not."""
    signal = standards_list().signals.get(reason.values.get("signal", ""))
    return signal.text.in_(lang) if signal else reason.in_(lang)


def sentence(verdict: StandardVerdict, lang: Lang) -> str:
    """The status of a standard, with what belongs to it, without a full stop."""
    parts = [STATUSES[verdict.status].in_(lang)]
    if verdict.tally and verdict.status != "not-applicable":
        numbers = {"passed": str(verdict.tally.passed), "of": str(verdict.tally.of), "all": str(verdict.tally.all)}
        parts.append((_OF_ALL if verdict.tally.all else _TESTED).in_(lang, numbers))
    listed = standards_list().standards.get(verdict.standard)
    if verdict.status == "not-visible" and listed and listed.measure:
        parts.append(MEASURES[listed.measure].in_(lang))
    if verdict.status in ("not-applicable", "applicability-unknown"):
        parts.append(because(verdict.because, lang))
    if verdict.agreement:
        parts.append(AGREEMENTS[verdict.agreement].in_(lang))
    return "; ".join(parts)


def name(verdict: StandardVerdict) -> str:
    """The name of the standard, with the version that was judged."""
    listed = standards_list().standards.get(verdict.standard)
    called = listed.name if listed else verdict.standard
    return f"{called} {verdict.version}" if verdict.version and len(verdict.version) <= _SHORT else called
