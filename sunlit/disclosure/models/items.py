"""Items (公开信息): pieces of government information, published or on their way."""

from collections.abc import Sequence
from datetime import date, time

from django.conf import settings
from django.db import models
from django.db.models import F, Q, TextChoices
from django.urls import reverse
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from sunlit.disclosure.lifecycle import TRANSITIONS, UNDER_WAY, Status
from sunlit.disclosure.models.catalogue import Category
from sunlit.disclosure.models.genres import Genre
from sunlit.disclosure.models.papers import InternalRule
from sunlit.kernel.refusals import WrongMoment
from sunlit.organization.belonging import OfYear
from sunlit.organization.models import Office, Official, Zone

SHOWN = (Status.PUBLISHED, Status.EXPIRED, Status.WITHDRAWN)
"""An item in one of these has been published: it has a day, an index number, an address."""


class Scope(TextChoices):
    """How much an item matters."""

    KEY = "key", _("key matter")
    GENERAL = "general", _("general matter")


class Stage(TextChoices):
    """Which part of a matter an item discloses."""

    DECISION = "decision", _("decision-making")
    PROCESS = "process", _("process")
    RESULT = "result", _("result")


class Item(OfYear):
    """A piece of government information on its way to the public, or published."""

    code = models.CharField(_("register number"), max_length=64)
    index_number = models.CharField(_("index number"), max_length=64, blank=True)
    title = models.CharField(_("title"), max_length=300)
    category = models.ForeignKey(
        Category, on_delete=models.PROTECT, related_name="items", verbose_name=_("category")
    )
    document_number = models.CharField(_("document number"), max_length=64, blank=True)
    made_on = models.DateField(_("made on"))
    due_on = models.DateField(_("publication due on"), null=True, blank=True)
    published_on = models.DateField(_("published on"), null=True, blank=True)
    office = models.ForeignKey(
        Office, on_delete=models.PROTECT, related_name="items", verbose_name=_("office")
    )
    zone = models.ForeignKey(
        Zone,
        on_delete=models.PROTECT,
        related_name="+",
        null=True,
        blank=True,
        verbose_name=_("zone"),
    )
    scope = models.CharField(_("importance"), max_length=16, choices=Scope, default=Scope.GENERAL)
    stage = models.CharField(_("stage"), max_length=16, choices=Stage, default=Stage.RESULT)
    channels = models.JSONField(_("channels"), default=list, blank=True)
    body = models.TextField(_("text"))
    theme = models.CharField(pgettext_lazy("item", "theme"), max_length=8, blank=True)
    """A code of `data/vocabularies/themes.yaml`; empty: that of the category."""
    genre = models.CharField(
        pgettext_lazy("document", "kind of document"), max_length=16, choices=Genre, blank=True
    )
    keywords = models.CharField(_("keywords"), max_length=200, blank=True)
    """Words that it is found by, with 、 between them."""
    summary = models.CharField(pgettext_lazy("item", "summary"), max_length=300, blank=True)
    source = models.CharField(_("source of the information"), max_length=200, blank=True)
    effective_on = models.DateField(_("in force from"), null=True, blank=True)
    valid_until = models.DateField(_("valid until"), null=True, blank=True)
    """The last day on which what it says holds; empty: no such day is known."""
    elements = models.JSONField(_("content elements covered"), default=list, blank=True)
    """Which content elements of its category it tells."""
    status = models.CharField(_("status"), max_length=24, choices=Status, default=Status.DRAFT)
    screened_with = models.CharField(_("screened with"), max_length=32, blank=True)
    """The version of the lexicon that finds nothing open in what is public; empty: not known."""
    publish_on = models.DateField(_("to be published on"), null=True, blank=True)
    publish_at = models.TimeField(_("to be published at"), null=True, blank=True)
    expires_on = models.DateField(_("public until"), null=True, blank=True)
    """The last day on which the text is shown; empty: for ever."""
    timed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )
    """Who set these days; what follows on them follows in this official's name."""
    withdrawn_on = models.DateField(_("no longer public since"), null=True, blank=True)
    withdrawal_reason = models.CharField(_("reason for withdrawal"), max_length=500, blank=True)
    about_office = models.ForeignKey(
        Office,
        on_delete=models.PROTECT,
        related_name="+",
        null=True,
        blank=True,
        verbose_name=_("about the office"),
    )
    rule = models.ForeignKey(
        InternalRule,
        on_delete=models.PROTECT,
        related_name="items",
        null=True,
        blank=True,
        verbose_name=_("publishes the rule"),
    )
    revises = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        related_name="drafted_revisions",
        null=True,
        blank=True,
        verbose_name=_("new version of"),
    )
    """The public item whose text this draft is to replace; it never becomes public beside it."""
    revised_on = models.DateField(_("text changed on"), null=True, blank=True)
    """Since when the text is public as it is, where it is not the one first published."""
    interprets = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        related_name="interpretations",
        null=True,
        blank=True,
        verbose_name=_("interprets"),
    )
    needs_interpretation = models.BooleanField(_("needs an interpretation"), default=False)

    notes: Sequence[object] = ()
    """What was left out of a text that was just taken in; on the answer of that act alone."""

    class Meta:
        ordering = ["-published_on", "-code"]
        verbose_name = _("item")
        indexes = [models.Index(fields=["agency", "published_on"], name="item_by_publication")]
        constraints = [
            models.UniqueConstraint(
                fields=["agency", "year", "code"], name="a_year_has_one_item_of_a_code"
            ),
            models.CheckConstraint(
                name="what_an_item_says_ends_after_it_begins",
                condition=Q(effective_on=None)
                | Q(valid_until=None)
                | Q(valid_until__gte=F("effective_on")),
            ),
            models.UniqueConstraint(
                fields=["agency", "index_number"],
                condition=~Q(index_number=""),
                name="an_index_number_is_given_once",
            ),
            models.CheckConstraint(
                name="an_item_is_published_with_day_and_index_number",
                condition=Q(status__in=SHOWN, published_on__isnull=False) & ~Q(index_number="")
                | Q(published_on=None, index_number="") & ~Q(status__in=SHOWN),
            ),
            models.CheckConstraint(
                name="an_item_is_withdrawn_with_day_and_reason",
                condition=Q(status=Status.WITHDRAWN, withdrawn_on__isnull=False)
                & ~Q(withdrawal_reason="")
                | Q(withdrawn_on=None, withdrawal_reason="") & ~Q(status=Status.WITHDRAWN),
            ),
            models.CheckConstraint(
                name="an_item_has_a_day_to_come_if_and_only_if_scheduled",
                condition=Q(status=Status.SCHEDULED, publish_on__isnull=False)
                | Q(publish_on=None, publish_at=None) & ~Q(status=Status.SCHEDULED),
            ),
            models.CheckConstraint(
                name="what_is_timed_is_timed_by_somebody",
                condition=Q(publish_on=None, expires_on=None) | Q(timed_by__isnull=False),
            ),
            models.CheckConstraint(
                name="an_item_expires_on_its_last_day",
                condition=~Q(status=Status.EXPIRED) | Q(expires_on__isnull=False),
            ),
            models.CheckConstraint(
                name="an_item_is_published_before_it_expires",
                condition=Q(expires_on=None)
                | Q(published_on=None)
                | Q(expires_on__gte=F("published_on")),
            ),
            models.CheckConstraint(
                name="an_item_is_made_before_it_is_published",
                condition=Q(published_on=None) | Q(published_on__gte=F("made_on")),
            ),
            models.CheckConstraint(
                name="an_item_is_withdrawn_after_it_is_published",
                condition=Q(withdrawn_on=None) | Q(withdrawn_on__gte=F("published_on")),
            ),
            models.CheckConstraint(
                name="only_a_revision_ends_as_one",
                condition=~Q(status__in=[Status.MERGED, Status.DROPPED]) | Q(revises__isnull=False),
            ),
            models.CheckConstraint(
                name="a_revision_is_never_public_beside_its_item",
                condition=Q(revises=None) | Q(published_on=None),
            ),
            models.UniqueConstraint(
                name="an_item_has_one_revision_under_way",
                fields=["revises"],
                condition=Q(status__in=UNDER_WAY),
            ),
            models.CheckConstraint(
                name="an_item_interprets_another_one",
                condition=Q(interprets=None) | ~Q(interprets=F("id")),
            ),
            models.CheckConstraint(
                name="an_item_is_revised_after_it_is_published",
                condition=Q(revised_on=None) | Q(revised_on__gte=F("published_on")),
            ),
        ]

    def get_absolute_url(self) -> str:
        """Return the item's public address, for ever the same."""
        return reverse("portal:item", args=[self.index_number])

    def schedule(self, by: Official, *, on: date, at: time | None, expires_on: date | None) -> None:
        """Wait for the day of publication, and be public until another one, if given."""
        self.move_to(Status.SCHEDULED)
        self.publish_on, self.publish_at, self.expires_on = on, at, expires_on
        self.timed_by = by

    def limit_display(self, by: Official, *, until: date | None) -> None:
        """Be shown until a last day; None: for ever."""
        self.expires_on, self.timed_by = until, by

    def expire(self) -> None:
        """Show the text no longer, once its last day is over; the address stays."""
        self.move_to(Status.EXPIRED)

    def publish(self, *, on: date, index_number: str, screened_with: str) -> None:
        """Become public under an index number; a lexicon of this version finds nothing open."""
        self.move_to(Status.PUBLISHED)
        self.published_on, self.index_number = on, index_number
        self.screened_with = screened_with

    def take_text_of(self, draft: "Item", *, on: date, screened_with: str) -> None:
        """Say from a day on what an approved revision says."""
        self.title, self.document_number, self.body = draft.texts
        self.keywords, self.summary, self.source = draft.described
        self.theme, self.genre = draft.theme, draft.genre
        self.effective_on, self.valid_until = draft.effective_on, draft.valid_until
        self.revised_on, self.screened_with = on, screened_with

    def withdraw(self, *, on: date, reason: str) -> None:
        """Stop being public; the address stays, with the reason."""
        self.move_to(Status.WITHDRAWN)
        self.withdrawn_on, self.withdrawal_reason = on, reason

    @property
    def is_public(self) -> bool:
        """Whether its text is shown to the public now."""
        return self.status == Status.PUBLISHED

    @property
    def current_since(self) -> date | None:
        """The day since which the text is public as it is."""
        return self.revised_on or self.published_on

    @property
    def texts(self) -> tuple[str, str, str]:
        """What an item says to the public in its own words: title, document number, text."""
        return self.title, self.document_number, self.body

    @property
    def files_named(self) -> list[dict[str, str]]:
        """The attachments as a version keeps them: name, digest and description of each."""
        return [
            {"name": one.name, "digest": one.digest, "description": one.description}
            for one in self.attachments.all()
        ]

    @property
    def described(self) -> tuple[str, str, str]:
        """What is said of an item in words of its own: keywords, summary, source."""
        return self.keywords, self.summary, self.source

    @property
    def bound(self) -> tuple[str, ...]:
        """All that the item says, what is said of it, and its attachments in their order."""
        days = (str(day or "") for day in (self.effective_on, self.valid_until))
        described = [f"{at}:{said}" for at, said in enumerate((*self.described, *days)) if said]
        return (*self.texts, *described, *(one.bound for one in self.attachments.all()))

    @property
    def decided_on(self) -> tuple[str, ...]:
        """What an approver decides on: what is bound and, of a revision, where and why."""
        if self.revises is None:
            return self.bound
        return *self.bound, self.revises.index_number, *self.revision.terms

    def move_to(self, target: Status) -> None:
        """Take the next step of the life cycle, or refuse."""
        if (self.status, target) not in TRANSITIONS:
            reason = _now("%(code)s is not at the stage to become: %(target)s.")
            raise WrongMoment(reason % {"code": self.code, "target": target.label})
        self.status = target
        if target != Status.SCHEDULED:
            self.publish_on = self.publish_at = None
