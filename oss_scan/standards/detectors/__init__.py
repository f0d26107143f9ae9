"""The detectors: each looks at one file for exact structure of a standard, for a hard sign against it, or for a signal.

Words in prose are none of these. That nothing was seen is no sign that a standard is not used.
"""

from oss_scan.standards.detectors.answering import ANSWERING
from oss_scan.standards.detectors.datafiles import DATA_FILES
from oss_scan.standards.detectors.exchange import EXCHANGE
from oss_scan.standards.detectors.identity import IDENTITY
from oss_scan.standards.detectors.interface import INTERFACE
from oss_scan.standards.detectors.law import LAW
from oss_scan.standards.detectors.manifests import DEPENDENCIES
from oss_scan.standards.detectors.namespaces import NAMESPACES
from oss_scan.standards.detectors.papers import PAPERS
from oss_scan.standards.detectors.servers import SERVERS
from oss_scan.standards.detectors.unnumbered import UNNUMBERED
from oss_scan.standards.detectors.wellknown import WELL_KNOWN
from oss_scan.standards.evidence import Detector

DETECTORS: tuple[Detector, ...] = (
    *SERVERS, *WELL_KNOWN, *INTERFACE, *UNNUMBERED, *PAPERS, *DEPENDENCIES, *IDENTITY, *NAMESPACES, *EXCHANGE, *LAW,
    *DATA_FILES, *ANSWERING,
)  # fmt: skip
