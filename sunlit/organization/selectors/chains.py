"""Who answers for an office: the four levels of responsibility, from the leader to the person."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from django.db.models import Q

from sunlit.organization.models import (
    Agency,
    DutyLevel,
    InformationOfficer,
    Leader,
    Office,
    PostDuty,
    SeatRole,
)
from sunlit.organization.selectors.agency import leading_group


@dataclass(frozen=True, slots=True)
class Holder:
    """A post that answers, and for what; since when where that is recorded.

    An empty `post` is the information officer of the office, a post that bears no title.
    """

    post: str
    duty: str = ""
    since: date | None = None


@dataclass(frozen=True, slots=True)
class Link:
    """One of the four levels, and who answers there; nobody is a gap."""

    level: DutyLevel
    holders: tuple[Holder, ...] = ()

    @property
    def is_gap(self) -> bool:
        """Whether nobody answers at this level."""
        return not self.holders


@dataclass(frozen=True, slots=True)
class Chain:
    """The four levels above and in one office, always all four, in their order."""

    office: Office
    links: tuple[Link, ...]

    @property
    def gaps(self) -> tuple[DutyLevel, ...]:
        """The levels at which nobody answers."""
        return tuple(link.level for link in self.links if link.is_gap)


def chain_of(office: Office, *, on: date) -> Chain:
    """Return who answers for an office on a day, at the four levels.

    The leading group and the information officer are those of the day; the leader in charge, the
    head's post and the duties are those that stand now, as the ledger keeps what they were.
    """
    return _read(office.agency, on).chain(office)


def chains(agency: Agency, *, on: date) -> list[Chain]:
    """Return the chains of all offices that there were on a day, by code, in six queries."""
    offices = Office.objects.filter(
        Q(established_on=None) | Q(established_on__lte=on),
        Q(closed_on=None) | Q(closed_on__gt=on),
        agency=agency,
    ).select_related("leader")
    answering = _read(agency, on)
    return [answering.chain(office) for office in offices.order_by("code")]


def answering_office(agency: Agency, *, on: date) -> Office | None:
    """Return the office that answers where none is named: that of the leading group."""
    group = leading_group(agency, on=on)
    return group.co_located_with if group else None


def _read(agency: Agency, on: date) -> "_Answering":
    group = leading_group(agency, on=on)
    chair = group.seats.filter(role=SeatRole.CHAIR).first() if group else None
    officers = InformationOfficer.objects.filter(
        Q(relieved_on=None) | Q(relieved_on__gt=on), agency=agency, appointed_on__lte=on
    )
    return _Answering(
        head=Holder(chair.title, since=group.adjusted_on) if chair and group else None,
        duties=tuple(PostDuty.objects.filter(agency=agency)),
        titles=frozenset(
            Leader.objects.filter(agency=agency)
            .order_by()
            .values_list("title", flat=True)
            .union(Office.objects.filter(agency=agency).order_by().values_list("head_post"))
        ),
        officers=dict(officers.order_by("appointed_on").values_list("office", "appointed_on")),
    )


@dataclass(frozen=True, slots=True)
class _Answering:
    """What the chains of an agency are made of: its head, duties, posts with a title, officers."""

    head: Holder | None
    duties: Sequence[PostDuty]
    titles: frozenset[str]
    officers: dict[int, date]

    def chain(self, office: Office) -> Chain:
        leader = office.leader
        named = Holder(leader.title, self._duty(DutyLevel.LEADER, leader.title) or leader.openness)
        heads = Holder(office.head_post, self._duty(DutyLevel.OFFICE, office.head_post, office.pk))
        return Chain(
            office,
            (
                Link(DutyLevel.HEAD, self._heads()),
                Link(DutyLevel.LEADER, (named,)),
                Link(DutyLevel.OFFICE, (heads,) if heads.post else ()),
                Link(DutyLevel.PERSON, tuple(self._persons(office))),
            ),
        )

    def _heads(self) -> tuple[Holder, ...]:
        if self.head is None:
            return ()
        return (replace(self.head, duty=self._duty(DutyLevel.HEAD, self.head.post)),)

    def _persons(self, office: Office) -> Iterator[Holder]:
        for duty in self.duties:
            if duty.level == DutyLevel.PERSON and duty.office_id == office.pk:
                yield Holder(duty.post, duty.duty)
        if office.pk in self.officers:
            yield Holder("", self._shared(DutyLevel.PERSON), self.officers[office.pk])

    def _duty(self, level: DutyLevel, post: str, office: int | None = None) -> str:
        """Return the duty of a post at a level: its own, else the one that its like share."""
        own = (
            one.duty
            for one in self.duties
            if (one.level, one.post) == (level, post) and one.office_id in (None, office)
        )
        return next(own, "") or self._shared(level)

    def _shared(self, level: DutyLevel) -> str:
        """Return the duty that the posts of a level share; none where it is not one alone.

        It is the duty of a post that is no office's own and nobody's title.
        """
        shared = [
            one.duty
            for one in self.duties
            if one.level == level and one.office_id is None and one.post not in self.titles
        ]
        return shared[0] if len(shared) == 1 else ""
