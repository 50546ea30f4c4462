"""The register of the templates of stages."""

from django.utils.translation import gettext_lazy as _

from sunlit.design.columns import choice, day, quoted, text
from sunlit.design.registers import ActAtDesk, Column, Label, Register, register
from sunlit.dossiers import forms, policies, services
from sunlit.dossiers.forms.templates import written
from sunlit.dossiers.keeping import is_newest, templates_kept
from sunlit.dossiers.models import DossierTemplate
from sunlit.organization.models import Role
from sunlit.organization.selectors import office_day


def _state(one: DossierTemplate) -> tuple[str, Label]:
    on = office_day()
    if one.ended_on and one.ended_on <= on:
        return "neutral", _("ended")
    if one.since > on:
        return "neutral", _("to come")
    return ("in_time", _("in force")) if is_newest(one) else ("neutral", _("replaced"))


register(
    Register(
        name="dossier-templates",
        label=_("Templates of stages"),
        intro=_(
            "What every dossier of a kind must disclose, stage by stage. Without an entry the "
            "templates of the program hold for recruitment and tenders."
        ),
        model=DossierTemplate,
        roles=frozenset({Role.CLERK, Role.SECTION_HEAD, Role.APPROVER}),
        records=lambda by: templates_kept(by.agency),
        number=lambda one: f"{one.code}@{one.since:%Y-%m-%d}",
        title=lambda one: one.name,
        columns=(
            choice("kind", _("Kind")),
            day("since", _("Since")),
            Column(label=_("Stages"), value=lambda one: len(one.stages), kind="number"),
            Column(label=_("State"), value=_state, kind="state"),
        ),
        facts=(
            text("code", _("Code")),
            choice("kind", _("Kind")),
            day("since", _("Since")),
            day("ended_on", _("Ended on")),
            quoted("document", _("Document that says so")),
            Column(label=_("Stages"), value=lambda one: written(one.rules), kind="quoted"),
            Column(label=_("State"), value=_state, kind="state"),
        ),
        searched=("code", "name", "document"),
        opening=(
            ActAtDesk(
                name="establish",
                label=_("Establish a template"),
                basis="disclosure.content",
                do=services.establish_template,
                form=forms.TemplateForm,
                why_not=policies.why_not_keep_template,
                done=_("The template has been established."),
            ),
        ),
        acts=(
            ActAtDesk(
                name="revise",
                label=_("Revise"),
                basis="disclosure.content",
                do=services.revise_template,
                form=forms.RevisionForm,
                why_not=policies.why_not_keep_template,
                done=_("The new version has been set; open dossiers keep theirs."),
            ),
            ActAtDesk(
                name="end",
                label=_("End"),
                basis="disclosure.content",
                do=services.end_template,
                why_not=policies.why_not_keep_template,
                done=_("No more dossiers are opened by this template."),
            ),
        ),
    )
)
