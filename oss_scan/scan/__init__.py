"""From targets to what was found: open, collect, evaluate; for many repositories by workers that share them out."""

from oss_scan.scan.judging import Asked, community, judge, no_community
from oss_scan.scan.runs import analysers, begin, finished

__all__ = ["Asked", "analysers", "begin", "community", "finished", "judge", "no_community"]
