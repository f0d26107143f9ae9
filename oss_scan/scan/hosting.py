"""What a forge says of a repository, as facts."""

from collections.abc import Collection, Mapping, Sequence
from contextlib import suppress
from datetime import datetime
from functools import lru_cache
from typing import TypeVar

from oss_scan.errors import UnreadableError
from oss_scan.facts import Facts, Hosting, Known, NotLooked, Organisation, Part, collect_organisation
from oss_scan.git.address import with_login_of
from oss_scan.git.history import Day
from oss_scan.git.means import Means
from oss_scan.results import moment
from oss_scan.scan.inventoried import owner
from oss_scan.sources import Target
from oss_scan.sources.access import Tokens
from oss_scan.sources.listed import Listed
from oss_scan.store.todo import Community, Hosted, Todo

T = TypeVar("T")


def todos(targets: Sequence[Target], tokens: Tokens, now: datetime, owners: Mapping[str, str]) -> list[Todo]:
    """What is to be done for each target; `owners` are organisations by the source that is theirs. The community files
    of an owner on a forge are asked for once, and only their commit."""
    looked: dict[str, Community] = {}
    made = []
    for one in targets:
        path = str(one.path) if one.path else None
        hosted = None
        if one.listed and not one.reason:
            hosted = _hosted(one.listed, _community(one.listed.community, tokens, looked), now)
        whose = owner(one, owners)
        made.append(Todo(one.text, path, one.text if one.url else None, hosted, one.reason, whose))
    return made


def organisation(
    hosted: Hosted | None, url: str, days: Collection[Day], means: Means
) -> Mapping[Day, Part[Organisation]]:
    """The files that hold for all repositories of the owner, at the end of each day; `url` is the repository's, with
    user and password."""
    if hosted is None or hosted.community is None:
        return dict.fromkeys(days, NotLooked("organisation-not-looked"))
    community = hosted.community
    if not community.url:
        return dict.fromkeys(days, Known(Organisation(documents=()), hosted.source, hosted.observed_at))
    found: Mapping[Day, Organisation] = {}
    with suppress(UnreadableError):
        if community.commit:
            found = _collected(with_login_of(url, community.url), community.commit, tuple(days), means)
    return {
        day: Known(found[day], hosted.source, hosted.observed_at)
        if day in found
        else NotLooked("organisation-unreadable")
        for day in days
    }


def unread(hosted: Hosted | None) -> Facts | None:
    """What is known of a repository that cannot be read: what its forge says."""
    if hosted is None:
        return None
    return Facts(
        tree=NotLooked("tree-unread"),
        history=NotLooked("tree-unread"),
        hosting=Known(hosted.hosting, hosted.source, hosted.observed_at),
        organisation=NotLooked("organisation-not-looked"),
        declared=NotLooked("declared-not-looked"),
    )


def _community(url: str | None, tokens: Tokens, looked: dict[str, Community]) -> Community | None:
    if url is None:
        return None
    if url and url not in looked:
        from oss_scan.git.remote import advertised  # it runs git, which local repositories do not need

        try:
            head = advertised(tokens.on(url) or url).head
            looked[url] = Community(url, head) if head else Community("", "")
        except UnreadableError:
            looked[url] = Community(url, "")
    return looked[url] if url else Community("", "")


@lru_cache(maxsize=64)
def _collected(url: str, commit: str, days: tuple[Day, ...], means: Means) -> Mapping[Day, Organisation]:
    """Read once in a process, as long as the commit stays the same; without the days of which nothing is known."""
    from oss_scan.git.past import open_remote_days  # it runs git, which local repositories do not need
    from oss_scan.git.remote import Advertised, open_remote

    nothing = Organisation(documents=())
    if days == (None,):
        newest: list[Organisation] = []
        asked = Advertised(commit, None, ())  # once for all workers, when the scan began
        with open_remote(url, lambda tree: newest.append(collect_organisation(tree)), known=asked, means=means):
            return {None: newest[-1] if newest else nothing}
    with open_remote_days(url, days, collect_organisation, means=means) as past:
        found: dict[Day, Organisation] = {}
        for day, one in past.days.items():
            if not isinstance(one, UnreadableError):
                found[day] = one[1] or nothing
            elif one.code == "no-commit-then":
                found[day] = nothing
        return found


def _hosted(listed: Listed, community: Community | None, now: datetime) -> Hosted:
    source = listed.source
    return Hosted(
        key=listed.key,
        hosting=Hosting(
            addresses=listed.addresses,
            archived=_part(listed.archived, source),
            fork=_part(listed.fork, source),
            mirror=_part(listed.mirror, source),
            template=_part(listed.template, source),
            visibility=_part(listed.visibility, source),
            created=_part(listed.created, source),
            default_branch=_part(listed.default_branch, source),
        ),
        source=source,
        observed_at=moment(now),
        community=community,
    )


def _part(value: T | None, source: str) -> Known[T] | NotLooked:
    return NotLooked("hosting-silent") if value is None else Known(value, source)
