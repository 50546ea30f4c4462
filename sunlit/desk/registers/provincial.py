"""The register of what the agency's province has settled, with its history."""

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from sunlit.design.columns import day, quoted, text
from sunlit.design.faces import said
from sunlit.design.registers import ActAtDesk, Column, Field, Register, register
from sunlit.desk.forms.provincial import ProvincialNumberForm
from sunlit.organization.models import Official, ProvincialNumber, Role
from sunlit.organization.policies.provincial import why_not_set_number
from sunlit.organization.rules.provincial import entry
from sunlit.organization.services.provincial import set_provincial_number


def _numbers(by: Official) -> QuerySet[ProvincialNumber]:
    return ProvincialNumber.objects.filter(agency=by.agency).order_by("name", "-since")


def _default(one: ProvincialNumber) -> str:
    return entry(one.name).default


def _source(one: ProvincialNumber) -> str:
    return said(entry(one.name).source)


register(
    Register(
        name="provincial-numbers",
        label=_("Settled by the province"),
        intro=_("What differs by province, as set for this agency, with its source; without an "
                "entry the default holds. Limits of the province stand among the own limits."),
        model=ProvincialNumber,
        roles=frozenset({Role.ADMINISTRATOR, Role.CLERK}),
        records=_numbers,
        number=Field("name"),
        title=lambda one: said(entry(one.name).title),
        columns=(text("value", _("Value")), day("since", _("Since"))),
        facts=(
            text("value", _("Value")),
            day("since", _("Since")),
            quoted("document", _("Document that says so")),
            quoted("article", _("Article")),
            Column(label=_("Default"), value=_default),
            Column(label=_("Source of the default"), value=_source),
        ),
        searched=("name", "value", "document"),
        opening=(
            ActAtDesk(
                name="set",
                label=_("Set a value of the province"),
                basis="organization.duty",
                do=set_provincial_number,
                form=ProvincialNumberForm,
                why_not=why_not_set_number,
                done=_("The value has been set; what exists is not changed."),
            ),
        ),
    )
)  # fmt: skip
