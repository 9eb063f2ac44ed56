"""What the heads' lines of a file do to the posts in the register: which they mean, which they end, what can't be."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, timedelta

from guong.core.tenure import Tenure, same_post
from guong.core.wording import folded
from guong.office.registry.importing.agreeing import tenure
from guong.office.registry.importing.lines import HeadLine, Lines
from guong.office.registry.importing.meaning import Meaning
from guong.office.registry.importing.snapshot import Snapshot
from guong.office.registry.models import Post


@dataclass(frozen=True)
class HeadPlan:
    """A head's line with the post it corrects (None: a new one), the posts that end before it, and those in its way."""

    line: HeadLine
    held: Post | None
    ended: tuple[Post, ...]
    in_the_way: tuple[Post, ...]

    @property
    def unchanged(self) -> bool:
        """Whether the register says so already."""
        held, line = self.held, self.line
        return held is not None and (held.title, held.starts_on, held.ends_on) == (
            line.title,
            line.since,
            line.until,
        )

    @property
    def last_day(self) -> date:
        """The last day of the posts that end."""
        return self.line.since - timedelta(days=1)


def plan_heads(lines: Lines, snapshot: Snapshot, meaning: Meaning) -> list[HeadPlan]:
    """Return what every head's line does, in the order of the lines.

    A line means the post of the same person and title, else an open one that it renames ("Bí thư chi bộ, Hiệu trưởng"
    becomes "Hiệu trưởng" on the same day). Another's open post of the same title ends the day before.
    """
    by_unit: dict[str, list[HeadLine]] = defaultdict(list)
    for line in lines.heads:
        by_unit[line.unit].append(line)
    plans: dict[int, HeadPlan] = {}
    for unit, group in by_unit.items():
        posts = list(snapshot.posts.get(unit, ()))
        claimed: dict[int, Post] = {}
        for line in group:
            held = _held(line, [post for post in posts if post not in claimed.values()], meaning)
            if held is not None:
                claimed[id(line)] = held
        free = [post for post in posts if post not in claimed.values()]
        for line in group:
            plans[id(line)] = _plan(line, claimed.get(id(line)), free)
    return [plans[id(line)] for line in lines.heads]


def _held(line: HeadLine, posts: list[Post], meaning: Meaning) -> Post | None:
    person = meaning.person(line)
    own = [post for post in posts if person is not None and post.person_id == person.pk]
    title = folded(line.title)
    wanted = (
        [post for post in own if folded(post.title) == title and post.starts_on == line.since],
        [post for post in own if folded(post.title) == title and post.ends_on is None],
        [
            post
            for post in own
            if same_post(post.title, line.title) and post.ends_on is None and post.starts_on == line.since
        ],
    )
    return next((found[0] for found in wanted if found), None)


def _plan(line: HeadLine, held: Post | None, free: list[Post]) -> HeadPlan:
    touched = [
        post
        for post in free
        if same_post(post.title, line.title) and tenure(line).overlaps(Tenure(post.starts_on, post.ends_on))
    ]
    ended = tuple(post for post in touched if post.ends_on is None and post.starts_on < line.since)
    return HeadPlan(line, held, ended, tuple(post for post in touched if post not in ended))
