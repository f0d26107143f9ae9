"""What the page of a report claims: numbers are what a reader sees, the text of the cells, not a second copy."""

import re
from html.parser import HTMLParser

from oss_scan.report.claimed import TWICE, Claimed, RefusedError, language, named

_CELLS = {
    "met": "numerator",
    "of": "denominator",
    "share": "percentage",
    "not-met": "not_met",
    "not-applicable": "not_applicable",
    "unknown": "unknown",
    "corrected": "corrected",
    "left-out": "left_out",
}


def html(text: str) -> Claimed:
    """The claims of the page."""
    page = _Page()
    page.feed(text)
    page.close()
    named(page.claimed.scan)
    return page.claimed


class _Page(HTMLParser):
    """Reads the cells that carry a figure, and the places that are shown with a finding."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.claimed = Claimed("report.html")
        self._row: dict[str, str | None] | None = None
        self._finding = ""
        self._organisation: str | None = None
        self._heard: list[str] | None = None  # what is being read
        self._until = ""
        self._name = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = {name: value or "" for name, value in attrs}
        if tag == "html" and self.claimed.lang is None:
            self.claimed.lang = language(said.get("lang", ""))
        if "data-scan" in said:
            self._refuse_again(self.claimed.scan, "data-scan")
            self.claimed.scan = said["data-scan"]
        if "data-list" in said:
            self._organisation = said.get("data-organisation")
        if tag == "tr":
            self._row, self._finding = None, said.get("data-finding", "")
            if "data-figure" in said:
                self._refuse_again(said["data-figure"] in self.claimed.figures, said["data-figure"])
                self._row = self.claimed.figures[said["data-figure"]] = {}
            elif "data-work" in said:
                self._row = {}
                self.claimed.work.append((self._organisation, said["data-work"], self._row))
        elif tag == "td" and "data-count" in said and self._row is not None:
            self._hear(tag, said["data-count"])
        elif tag == "div" and said.get("class") == "place":
            self._hear(tag, "place")

    def handle_endtag(self, tag: str) -> None:
        if self._heard is None or tag != self._until:
            return
        text, self._heard = "".join(self._heard), None
        if self._name == "place":
            self.claimed.shown.append((self._finding, text))
        elif self._row is not None:
            name = _CELLS.get(self._name, self._name)
            self._refuse_again(name in self._row, name)
            if name == "explained" and "(" in text:
                text = text.partition("(")[0]
            self._row[name] = _share(text) if name == "percentage" else _number(text)

    def handle_data(self, data: str) -> None:
        if self._heard is not None:
            self._heard.append(data)

    @staticmethod
    def _refuse_again(known: object, what: str) -> None:
        if known:
            raise RefusedError(TWICE, what)

    def _hear(self, tag: str, name: str) -> None:
        self._heard, self._until, self._name = [], tag, name


def _number(text: str) -> str:
    """A whole number as the page writes it: groups of three, a dash for nil."""
    shown = text.strip()
    return "0" if shown == "-" else re.sub(r"[.,](?=\d{3})", "", shown)


def _share(text: str) -> str | None:
    """A share as the page writes it: a dash for nil, and a word where none is given."""
    shown = text.strip()
    if shown == "-":
        return "0.0"
    return shown.removesuffix("%").replace(",", ".") if shown.endswith("%") else None
