"""The disclosure catalogue (政府信息公开目录) and guide (指南)."""

from django.db import models
from django.db.models import IntegerChoices, TextChoices
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

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
    since = models.DateField(_("in the catalogue since"))
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
            )
        ]

    def get_absolute_url(self) -> str:
        """Return the category's public address."""
        return reverse("portal:category", args=[self.code])


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
