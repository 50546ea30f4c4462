"""Requests for government information (依申请公开)."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from django.db import models
from django.db.models import F, Q, TextChoices
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from sunlit.foi.lifecycle import TRANSITIONS, UNDECIDED, Outcome, Status
from sunlit.kernel.refusals import WrongMoment
from sunlit.organization.belonging import OfYear
from sunlit.organization.models import Office

if TYPE_CHECKING:
    from sunlit.foi.models.clock import ClockEvent


class ApplicantKind(TextChoices):
    """Who asks."""

    CITIZEN = "citizen", pgettext_lazy("applicant", "citizen")
    LEGAL_PERSON = "legal_person", pgettext_lazy("applicant", "legal person")
    OTHER_ORGANISATION = "other", pgettext_lazy("applicant", "other organisation")


class Channel(TextChoices):
    """How a request arrives. The names are those of `statutes.CHANNELS`."""

    IN_PERSON = "in_person", pgettext_lazy("channel", "in person")
    SIGNED_POST = "signed_post", pgettext_lazy("channel", "signed post")
    LETTER = "letter", pgettext_lazy("channel", "letter")
    INTERNET = "internet", pgettext_lazy("channel", "internet")
    FAX = "fax", pgettext_lazy("channel", "fax")


class ThirdPartyAnswer(TextChoices):
    """What the third party said when asked."""

    CONSENTS = "consents", pgettext_lazy("third party", "agrees to disclosure")
    OBJECTS = "objects", pgettext_lazy("third party", "objects to disclosure")
    SILENT = "silent", pgettext_lazy("third party", "did not answer")


class InformationRequest(OfYear):
    """A member of the public asks the agency for government information.

    The day on which the reply is due is nowhere stored: it is read from `clock_events`.
    """

    number = models.CharField(_("number"), max_length=64)
    query_code = models.CharField(_("query code"), max_length=16, blank=True)
    applicant = models.CharField(_("applicant"), max_length=200)
    applicant_kind = models.CharField(_("kind of applicant"), max_length=16, choices=ApplicantKind)
    contact = models.CharField(_("contact"), max_length=200, blank=True)
    received_on = models.DateField(pgettext_lazy("information request", "received on"))
    channel = models.CharField(
        pgettext_lazy("information request", "channel"), max_length=16, choices=Channel
    )
    content = models.TextField(_("information sought"))
    purpose = models.CharField(
        pgettext_lazy("information request", "purpose"),
        max_length=200,
        blank=True,
        help_text=_("Asked for by the Regulations of 2007, no longer by those of 2019."),
    )
    form_of_supply = models.CharField(_("form of supply"), max_length=200, blank=True)
    office = models.ForeignKey(
        Office,
        on_delete=models.PROTECT,
        related_name="information_requests",
        verbose_name=_("office"),
    )
    registered_on = models.DateField(_("registered on"))
    third_party_answer = models.CharField(
        _("answer of the third party"), max_length=16, choices=ThirdPartyAnswer, blank=True
    )
    clarify_by = models.DateField(_("to be clarified by"), null=True, blank=True)
    outcome = models.CharField(_("outcome"), max_length=16, choices=Outcome, blank=True)
    legal_basis = models.CharField(_("legal basis"), max_length=500, blank=True)
    reply_number = models.CharField(_("number of the reply"), max_length=100, blank=True)
    replied_on = models.DateField(_("replied on"), null=True, blank=True)
    ended_on = models.DateField(_("ended without a reply on"), null=True, blank=True)
    fee = models.DecimalField(_("fee in yuan"), max_digits=10, decimal_places=2, default=0)
    note = models.TextField(_("note"), blank=True)
    status = models.CharField(_("status"), max_length=32, choices=Status, default=Status.REGISTERED)

    class Meta:
        ordering = ["-received_on", "-number"]
        verbose_name = _("request for information")
        indexes = [
            models.Index(fields=["agency", "received_on"], name="foi_requests_by_receipt"),
            models.Index(fields=["agency", "replied_on"], name="foi_requests_by_reply"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["agency", "year", "number"], name="a_year_has_one_request_of_a_number"
            ),
            models.CheckConstraint(
                name="a_request_is_replied_to_if_and_only_if_dated",
                condition=(Q(status=Status.REPLIED) & ~Q(replied_on=None))
                | (~Q(status=Status.REPLIED) & Q(replied_on=None)),
            ),
            models.CheckConstraint(
                name="a_request_ends_otherwise_if_and_only_if_dated",
                condition=(Q(status__in=[Status.WITHDRAWN, Status.LAPSED]) & ~Q(ended_on=None))
                | (~Q(status__in=[Status.WITHDRAWN, Status.LAPSED]) & Q(ended_on=None)),
            ),
            models.CheckConstraint(
                name="a_request_has_an_outcome_if_and_only_if_it_ended",
                condition=Q(status__in=UNDECIDED, outcome="")
                | Q(status=Status.WITHDRAWN, outcome=Outcome.WITHDRAWN)
                | Q(status=Status.LAPSED, outcome=Outcome.LAPSED)
                | (
                    Q(status=Status.REPLIED)
                    & ~Q(outcome__in=["", Outcome.WITHDRAWN, Outcome.LAPSED])
                ),
            ),
            models.CheckConstraint(
                name="a_request_is_received_before_anything_else",
                condition=Q(registered_on__gte=F("received_on"))
                & (Q(replied_on=None) | Q(replied_on__gte=F("received_on")))
                & (Q(ended_on=None) | Q(ended_on__gte=F("received_on"))),
            ),
        ]

    @property
    def events(self) -> Sequence["ClockEvent"]:
        """What happened to the clock between receipt and end, in order."""
        return list(self.clock_events.all())

    @property
    def concluded_on(self) -> date | None:
        """The day on which the agency replied, or the request ended otherwise."""
        return self.replied_on or self.ended_on

    @property
    def third_party_sent_on(self) -> date | None:
        """The day on which a third party was asked, the first time."""
        return self._first_day("paused", "third_party")

    @property
    def third_party_replied_on(self) -> date | None:
        """The day on which the third party's answer came, the first time."""
        return self._first_day("resumed", "third_party")

    @property
    def extension_notice_on(self) -> date | None:
        """The day on which the applicant was told of the extension."""
        return self._first_day("extended")

    @property
    def is_extended(self) -> bool:
        """Whether the reply was put off."""
        return self.extension_notice_on is not None

    @property
    def clarification_asked_on(self) -> date | None:
        """The day on which the applicant was asked to clarify."""
        return self._first_day("paused", "clarification")

    @property
    def clarified_on(self) -> date | None:
        """The day on which the clarified request came."""
        return self._first_day("restarted")

    @property
    def last_day(self) -> date:
        """The day of the latest step."""
        days = [event.on for event in self.events]
        return max([self.registered_on, *days, self.concluded_on or self.registered_on])

    def _first_day(self, kind: str, ground: str = "") -> date | None:
        for event in self.events:
            if event.kind == kind and ground in ("", event.ground):
                return event.on
        return None

    def move_to(self, target: Status) -> str:
        """Take the next step and return the provision that allows it; refuses any other step."""
        provision = TRANSITIONS.get((Status(self.status), target))
        if provision is None:
            reason = gettext("The request %(number)s is not at the stage for this step.")
            raise WrongMoment(reason % {"number": self.number})
        self.status = target
        return provision
