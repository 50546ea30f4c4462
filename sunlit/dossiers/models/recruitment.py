"""What a recruitment offers, and whom it appoints."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from sunlit.dossiers.models.dossiers import Dossier
from sunlit.organization.models import Office


class Vacancy(models.Model):
    """A vacancy (招聘岗位) with its places and what it asks for."""

    dossier = models.ForeignKey(
        Dossier, on_delete=models.PROTECT, related_name="vacancies", verbose_name=_("dossier")
    )
    code = models.CharField(_("code"), max_length=64)
    name = models.CharField(_("vacancy"), max_length=200)
    office = models.ForeignKey(
        Office, on_delete=models.PROTECT, related_name="+", verbose_name=_("office")
    )
    places = models.PositiveIntegerField(_("places"))
    requirement = models.CharField(_("requirement"), max_length=500, blank=True)

    class Meta:
        ordering = ["dossier", "code"]
        verbose_name = _("vacancy")
        constraints = [
            models.UniqueConstraint(
                fields=["dossier", "code"], name="a_dossier_has_one_vacancy_of_a_code"
            )
        ]


class Appointment(models.Model):
    """That a candidate, known by an admission number (准考证号) alone, was appointed."""

    dossier = models.ForeignKey(
        Dossier, on_delete=models.PROTECT, related_name="appointments", verbose_name=_("dossier")
    )
    vacancy = models.ForeignKey(
        Vacancy, on_delete=models.PROTECT, related_name="appointments", verbose_name=_("vacancy")
    )
    admission_number = models.CharField(_("admission number"), max_length=64)
    written_score = models.DecimalField(_("written score"), max_digits=6, decimal_places=2)
    interview_score = models.DecimalField(_("interview score"), max_digits=6, decimal_places=2)
    total_score = models.DecimalField(_("total score"), max_digits=6, decimal_places=2)
    appointed_on = models.DateField(_("appointed on"))
    note = models.CharField(_("note"), max_length=200, blank=True)

    class Meta:
        ordering = ["dossier", "admission_number"]
        verbose_name = _("appointment")
        constraints = [
            models.UniqueConstraint(
                fields=["dossier", "admission_number"], name="a_candidate_is_appointed_once"
            )
        ]
