"""JUnit XML after Jenkins' `junit-10.xsd`: a test suite a repository, a test case a rule.

Readers paint `error` as red as `failure`. What could not be established is neither, so it is `skipped`, with its
reason in the message; the exit status 3 says that something is missing. A failure that is explained or that the
baseline knows is `skipped` too, since it does not count for the status. Only an unreadable repository is an `error`.
"""

import xml.etree.ElementTree as ET
from collections.abc import Mapping, Sequence

from oss_scan.checks import Outcome
from oss_scan.formats import Options
from oss_scan.formats.shown import KNOWN, Shown, capital, correction, explanation, shown, spot, why
from oss_scan.inert import prose, xml
from oss_scan.results import Judged, Scan, moment
from oss_scan.rule import Rule
from oss_scan.texts import Lang


def render(scan: Scan, rules: Mapping[str, Rule], lang: Lang, options: Options) -> str:
    """The scan as JUnit XML."""
    root = ET.Element("testsuites", name="oss-scan")
    for judged in scan.repositories:
        findings = shown(judged, rules, lang, scan.run.reference_date, options)
        _suite(root, judged, findings, scan, lang)
    for count in ("tests", "failures", "errors"):
        root.set(count, str(sum(int(suite.get(count, "0")) for suite in root)))
    ET.indent(root, " ")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{ET.tostring(root, encoding="unicode")}\n'


def _suite(root: ET.Element, judged: Judged, findings: Sequence[Shown], scan: Scan, lang: Lang) -> None:
    suite = ET.SubElement(root, "testsuite", name=xml(judged.repository), timestamp=moment(scan.run.started))
    properties = ET.SubElement(suite, "properties")
    ET.SubElement(properties, "property", name="reference_date", value=scan.run.reference_date.isoformat())
    for name, version in sorted(scan.run.analysers.items()):
        ET.SubElement(properties, "property", name=f"analyser {name}", value=version)
    if judged.commit:
        ET.SubElement(properties, "property", name="commit", value=judged.commit)
    unread = why(judged, lang)
    if unread is not None:
        case = ET.SubElement(suite, "testcase", name="oss-scan", classname="oss-scan", time="0")
        ET.SubElement(case, "error", type=judged.reason.code if judged.reason else "unreadable", message=prose(unread))
    for one in findings:
        _case(suite, one, lang)
    for count, tag in (("failures", "failure"), ("errors", "error"), ("skipped", "skipped")):
        suite.set(count, str(len(suite.findall(f"testcase/{tag}"))))
    suite.set("tests", str(len(suite.findall("testcase"))))
    suite.set("time", "0")


def _case(suite: ET.Element, one: Shown, lang: Lang) -> None:
    rule = xml(one.finding.rule)
    case = ET.SubElement(suite, "testcase", name=rule, classname=f"oss-scan.{rule.rpartition('/')[0]}", time="0")
    if one.finding.outcome is Outcome.PASS:
        return
    said = [words for words in (explanation(one, lang), correction(one, lang)) if words]
    message = one.message
    if one.finding.outcome is Outcome.FAIL and not one.open:
        message = f"{capital(KNOWN.in_(lang)) if one.known else said[0][0]}: {message}"
    tag = "failure" if one.open else "skipped"
    result = ET.SubElement(case, tag, type=str(one.finding.level), message=xml(prose(message)))
    lines = [*(spot(place) for place in one.finding.places)]
    if one.finding.outcome is Outcome.FAIL:
        lines.append(prose(one.remedy))
    lines += [f"{head}: {prose(text)}" for head, text in said]
    result.text = xml("\n".join(prose(line) for line in lines)) or None
