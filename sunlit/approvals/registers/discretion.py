"""The register of the standard of discretion."""

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from sunlit.approvals.forms import discretion as forms
from sunlit.approvals.models import DiscretionBenchmark
from sunlit.approvals.policies import discretion as policies
from sunlit.approvals.services import discretion as services
from sunlit.design.columns import day, number, quoted, text
from sunlit.design.registers import ActAtDesk, Field, Register, register
from sunlit.organization.models import Official, Role


def _benchmarks(by: Official) -> QuerySet[DiscretionBenchmark]:
    found = DiscretionBenchmark.objects.filter(agency=by.agency).select_related("power")
    return found.order_by("power__code", "fine_from", "pk")


register(
    Register(
        name="discretion-benchmarks",
        label=_("Standard of discretion"),
        intro=_("Which fine for which circumstances, power by power; the public reads it too."),
        model=DiscretionBenchmark,
        roles=frozenset({Role.LEGAL_REVIEWER, Role.APPROVER, Role.SECTION_HEAD, Role.INVESTIGATOR}),
        records=_benchmarks,
        number=Field("power.code"),
        title=Field("grade"),
        columns=(
            quoted("power.name", _("Power")),
            number("fine_from", _("Fine from, in yuan")),
            number("fine_to", _("Fine to, in yuan")),
            day("in_force_from", _("In force from")),
            day("in_force_until", _("In force until")),
        ),
        facts=(
            text("power.code", _("Code of the power")),
            quoted("power.name", _("Power")),
            quoted("grade", _("Grade of discretion")),
            quoted("circumstances", _("Circumstances")),
            number("fine_from", _("Fine from, in yuan")),
            number("fine_to", _("Fine to, in yuan")),
            quoted("basis", _("Document that sets it")),
            day("in_force_from", _("In force from")),
            day("in_force_until", _("In force until")),
        ),
        searched=("power__code", "power__name", "grade", "circumstances"),
        opening=(
            ActAtDesk(
                name="set",
                label=_("Set a grade"),
                basis="penalty.discretion",
                do=services.set_benchmark,
                form=forms.BenchmarkForm,
                why_not=policies.why_not_set,
                done=_("The grade has been set."),
            ),
        ),
        acts=(
            ActAtDesk(
                name="end",
                label=_("End a grade"),
                basis="penalty.discretion",
                do=services.end_benchmark,
                form=forms.EndForm,
                why_not=policies.why_not_end,
                done=_("The grade has been ended."),
            ),
        ),
    )
)
