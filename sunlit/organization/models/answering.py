"""Who answers for open government: the leading group, the levels of duty, the officers."""

from django.db import models
from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from sunlit.organization.belonging import OfAgency
from sunlit.organization.models.agency import Leader, Office


class LeadingGroup(OfAgency):
    """The leading group for open government (政务公开领导小组), as last adjusted."""

    name = models.CharField(_("name"), max_length=200)
    adjusted_on = models.DateField(_("adjusted on"))
    adjusting_document = models.CharField(_("adjusting document"), max_length=300)
    reason = models.CharField(_("reason"), max_length=500, blank=True)
    office_name = models.CharField(_("its office"), max_length=200)
    co_located_with = models.ForeignKey(
        Office, on_delete=models.PROTECT, related_name="+", verbose_name=_("co-located with")
    )
    office_director = models.CharField(_("director of its office"), max_length=100)
    office_phone = models.CharField(_("phone of its office"), max_length=32, blank=True)
    office_staff = models.JSONField(_("staff of its office"), default=list, blank=True)

    class Meta:
        ordering = ["adjusted_on"]
        constraints = [
            models.UniqueConstraint(
                fields=["agency", "adjusted_on"], name="the_group_is_adjusted_once_a_day"
            )
        ]


class SeatRole(TextChoices):
    """What a seat in the leading group is."""

    CHAIR = "chair", _("chair")
    VICE_CHAIR = "vice_chair", _("vice-chair")
    MEMBER = "member", _("member")


class Seat(models.Model):
    """A seat in the leading group, held by a leader or by the head of an office."""

    group = models.ForeignKey(LeadingGroup, on_delete=models.PROTECT, related_name="seats")
    role = models.CharField(_("role"), max_length=16, choices=SeatRole)
    title = models.CharField(pgettext_lazy("leader", "title"), max_length=200)
    leader = models.ForeignKey(
        Leader, on_delete=models.PROTECT, related_name="seats", null=True, blank=True
    )
    office = models.ForeignKey(
        Office, on_delete=models.PROTECT, related_name="seats", null=True, blank=True
    )

    class Meta:
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(
                name="a_seat_is_held_by_a_leader_or_an_office",
                condition=models.Q(leader=None) ^ models.Q(office=None),
            ),
            models.UniqueConstraint(
                fields=["group"],
                condition=models.Q(role=SeatRole.CHAIR),
                name="a_group_has_one_chair",
            ),
        ]


class InPlaceKind(TextChoices):
    """The three things that must be in place (三到位)."""

    LEADERSHIP = "leadership", _("leadership")
    ORGANISATION = "organisation", pgettext_lazy("in place", "organisation")
    PERSONNEL = "personnel", _("personnel")


class InPlace(models.Model):
    """That leadership, organisation or personnel is in place, and by which evidence."""

    group = models.ForeignKey(LeadingGroup, on_delete=models.PROTECT, related_name="in_place")
    kind = models.CharField(_("kind"), max_length=16, choices=InPlaceKind)
    evidence = models.CharField(_("evidence"), max_length=300)
    on = models.DateField(_("since"))

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["group", "kind"], name="a_thing_is_in_place_once")
        ]


class GroupMeeting(models.Model):
    """A meeting of the leading group."""

    group = models.ForeignKey(LeadingGroup, on_delete=models.PROTECT, related_name="meetings")
    held_on = models.DateField(_("held on"))
    kind = models.CharField(_("kind"), max_length=100)
    theme = models.CharField(_("theme"), max_length=300)
    attended = models.PositiveIntegerField(_("attended"))
    minutes = models.CharField(_("minutes"), max_length=100)

    class Meta:
        ordering = ["held_on"]
        constraints = [
            models.UniqueConstraint(
                fields=["group", "minutes"], name="a_meeting_has_minutes_of_its_own"
            )
        ]


class InformationOfficer(OfAgency):
    """The post in an office that collects and reports its information (信息员)."""

    office = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="officers")
    appointed_on = models.DateField(pgettext_lazy("information officer", "appointed on"))
    relieved_on = models.DateField(_("relieved on"), null=True, blank=True)

    class Meta:
        ordering = ["office__code"]
        constraints = [
            models.UniqueConstraint(
                fields=["office", "appointed_on"], name="an_office_has_one_officer_at_a_time"
            )
        ]


class DutyLevel(TextChoices):
    """The four levels of responsibility, from the head to the person."""

    HEAD = "head", _("the head takes command")
    LEADER = "leader", _("the leader in charge answers")
    OFFICE = "office", _("the office is responsible")
    PERSON = "person", _("the person carries it out")


class PostDuty(OfAgency):
    """What one post answers for, at one of the four levels.

    A post without an office of its own is one that several offices have, or the agency as a whole.
    """

    post = models.CharField(_("post"), max_length=200)
    level = models.CharField(_("level"), max_length=16, choices=DutyLevel)
    duty = models.CharField(_("duty"), max_length=500)
    office = models.ForeignKey(
        Office,
        on_delete=models.PROTECT,
        related_name="duties",
        null=True,
        blank=True,
        verbose_name=_("office"),
    )

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["agency", "post"], name="a_post_has_its_duty_once")
        ]
