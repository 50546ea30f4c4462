"""The disclosure catalogue (政府信息公开目录) and guide (指南)."""

from django.db import models
from django.db.models import F, IntegerChoices, Q, TextChoices
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from sunlit.disclosure.models.genres import Genre
from sunlit.organization.belonging import OfAgency, OfYear
from sunlit.organization.models import Office


class CategoryRole(TextChoices):
    """What a category is for, whatever code and name an agency gives it."""

    LEADERS = "leaders", _("leaders")
    DUTIES = "duties", _("duties of the agency")
    STRUCTURE = "structure", _("organisation")
    OFFICE_DUTIES = "office_duties", _("duties of the offices")
    LAWS = "laws", _("laws and regulations")
    MINISTRY_RULES = "ministry_rules", _("ministry rules")
    CLEAN_UP = "clean_up", _("clean-up of normative documents")
    POWER_LIST = "power_list", _("general list of powers")
    POWER_SUB_LISTS = "power_sub_lists", _("sub-lists of powers")
    FLOW_CHARTS = "flow_charts", _("flow charts")
    YEAR_PLAN = "year_plan", _("plan of the year")
    NEWS = "news", _("department news")
    NOTICES = "notices", _("notices")
    RECRUITMENT = "recruitment", _("recruitment")
    TENDERS = "tenders", _("tenders")
    CULTURE = "culture", _("culture and education")
    GUIDES = "guides", _("disclosure guides")
    CATALOGUES = "catalogues", _("disclosure catalogues")
    ANNUAL_REPORTS = "annual_reports", _("annual reports")
    OTHER = "other", _("other")


class Retention(IntegerChoices):
    """For how many years the records of a category are kept (保管期限); none: for ever."""

    THIRTY = 30, _("30 years")
    TEN = 10, _("10 years")


class TimeLimit(TextChoices):
    """By what a category's time limit for publication counts (公开时限)."""

    WORKING_DAYS = "working_day", _("working days")
    CALENDAR_DAYS = "calendar_day", _("calendar days")
    STANDING = "standing", _("always public, kept up as things change")


IN_DAYS = (TimeLimit.WORKING_DAYS, TimeLimit.CALENDAR_DAYS)


class Audience(TextChoices):
    """To whom a category is open (公开对象)."""

    ALL = "all", _("all of society")
    PARTICULAR = "particular", _("particular groups")


class Category(OfAgency):
    """A category of the catalogue: what is owed, how often, by whom."""

    code = models.CharField(_("code"), max_length=64)
    group = models.CharField(_("main category"), max_length=100)
    name = models.CharField(_("name"), max_length=100)
    role = models.CharField(
        _("what it is for"), max_length=24, choices=CategoryRole, default=CategoryRole.OTHER
    )
    frequency = models.CharField(_("how often it is updated"), max_length=100)
    office = models.ForeignKey(
        Office, on_delete=models.PROTECT, related_name="+", verbose_name=_("office")
    )
    is_proactive = models.BooleanField(_("proactive disclosure"), default=True)
    channels = models.JSONField(_("channels"), default=list, blank=True)
    format = models.CharField(_("format"), max_length=100, blank=True)
    responsible_post = models.CharField(_("responsible post"), max_length=200)
    elements = models.JSONField(_("content elements"), default=list, blank=True)
    """What the items of the category are to tell, each by a short name."""
    basis = models.CharField(_("basis"), max_length=500, blank=True)
    """The provision by which it is disclosed, as the catalogue words it."""
    limit_unit = models.CharField(
        _("time limit"), max_length=16, choices=TimeLimit, blank=True, default=""
    )
    limit_amount = models.PositiveSmallIntegerField(_("days"), null=True, blank=True)
    audience = models.CharField(
        _("audience"), max_length=16, choices=Audience, blank=True, default=""
    )
    levels = models.JSONField(_("levels of disclosure"), default=list, blank=True)
    theme = models.CharField(pgettext_lazy("item", "theme"), max_length=8, blank=True)
    """The theme of its items that name none; a code of `data/vocabularies/themes.yaml`."""
    genre = models.CharField(
        pgettext_lazy("document", "kind of document"), max_length=16, choices=Genre, blank=True
    )
    """The kind of its items that name none."""
    standard = models.CharField(_("row of the standard catalogue"), max_length=64, blank=True)
    """From which row of which shipped catalogue it was taken in, such as urban_enforcement/SR01."""
    since = models.DateField(_("in the catalogue since"))
    restated_on = models.DateField(_("as it stands since"), null=True, blank=True)
    """Since when its entry says what it says; empty: since it is in the catalogue."""
    ended_on = models.DateField(_("ended on"), null=True, blank=True)
    review_months = models.PositiveSmallIntegerField(
        _("months until an item is read again"), null=True, blank=True
    )
    review_since = models.DateField(_("read again since"), null=True, blank=True)
    """The day on which these months were set: before it nothing could be late."""
    retention_years = models.PositiveSmallIntegerField(
        _("years for which its records are kept"), choices=Retention, null=True, blank=True
    )

    class Meta:
        ordering = ["code"]
        verbose_name = _("category")
        constraints = [
            models.UniqueConstraint(
                fields=["agency", "code"], name="an_agency_has_one_category_of_a_code"
            ),
            models.UniqueConstraint(
                fields=["agency", "standard"],
                condition=~Q(standard=""),
                name="an_agency_takes_a_standard_row_in_once",
            ),
            models.CheckConstraint(
                name="a_limit_in_days_has_a_number_and_no_other_has",
                condition=Q(limit_unit__in=IN_DAYS, limit_amount__isnull=False)
                | Q(limit_amount=None) & ~Q(limit_unit__in=IN_DAYS),
            ),
            models.CheckConstraint(
                name="a_category_is_restated_after_it_is_listed",
                condition=Q(restated_on=None) | Q(restated_on__gte=F("since")),
            ),
        ]

    def get_absolute_url(self) -> str:
        """Return the category's public address."""
        return reverse("portal:category", args=[self.code])


class FormerEntry(OfAgency):
    """What the catalogue said of a category before it was restated (目录原版本)."""

    category = models.ForeignKey(
        Category, on_delete=models.PROTECT, related_name="former", verbose_name=_("category")
    )
    since = models.DateField(_("in the catalogue since"))
    until = models.DateField(_("restated on"))
    said = models.JSONField(_("what it said"))
    """The entry's terms by the names of the category's fields; an office by its name."""

    class Meta:
        ordering = ["-until", "-pk"]
        verbose_name = _("former entry of the catalogue")
        constraints = [
            models.CheckConstraint(
                name="a_former_entry_ends_after_it_begins", condition=Q(until__gte=F("since"))
            )
        ]


class GuideSection(OfYear):
    """A section of the disclosure guide, as it stood in one year."""

    position = models.PositiveIntegerField(_("position"))
    title = models.CharField(_("title"), max_length=200)
    body = models.TextField(_("text"))

    class Meta:
        ordering = ["year", "position"]
        verbose_name = _("section of the guide")
        constraints = [
            models.UniqueConstraint(
                fields=["agency", "year", "position"], name="a_guide_has_one_section_at_a_place"
            )
        ]
