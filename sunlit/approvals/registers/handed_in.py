"""What the register of licence cases shows of an application, its papers, and the acts on them."""

from collections.abc import Callable, Iterator, Sequence

from django.urls import reverse
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from sunlit.approvals import applying, forms
from sunlit.approvals.models import Channel, Fit, LicenceCase
from sunlit.approvals.policies import applications as policies
from sunlit.approvals.services import applications as services
from sunlit.design.columns import choice
from sunlit.design.pieces import FileLine
from sunlit.design.registers import ActAtDesk, Column, Filter, Label
from sunlit.disclosure.selectors import masking_of
from sunlit.files.cleaning import Kind
from sunlit.kernel.wording import Wording
from sunlit.organization.models import Official
from sunlit.organization.selectors import office_day
from sunlit.screening.kinds import Kind as Masked


def channels(_by: Official) -> Sequence[tuple[str, Label]]:
    """Return the ways by which applications come in."""
    return [(channel.value, channel.label) for channel in Channel]


def files(case: LicenceCase) -> list[FileLine]:
    """Return the papers of a case, each under its material, and the drawn signature last."""
    papers = [
        FileLine(
            one.name,
            reverse("desk:material", args=[case.pk, one.pk]),
            one.size,
            one.name.rpartition(".")[2].upper(),
            one.material.name,
            [_taken_out(found["kind"], found["count"]) for found in one.removed],
        )
        for one in applying.files_of_case(case.pk)
    ]
    return [*papers, *_drawn(case)]


def _drawn(case: LicenceCase) -> Iterator[FileLine]:
    application = applying.application_of(case)
    if application is None or not applying.has_drawn(application):
        return
    size = len(applying.drawn_signature(case))
    url = reverse("desk:signature", args=[case.pk])
    name = gettext("Drawn signature")
    yield FileLine(name, url, size, "PNG", application.signed_as, is_picture=True)


def _taken_out(kind: str, count: int) -> Wording:
    words = Kind(kind).wording
    return Wording(f"{words.zh} {count} 处", f"{words.en}: {count}")


def _sealed(name: str) -> Callable[[LicenceCase], str]:
    def told(case: LicenceCase) -> str:
        value = applying.personal_data(applying.application_of(case)).get(name, "")
        if name != "certificate" or not value:
            return value
        return masking_of(case.agency, on=office_day()).shown(Masked.ID_NUMBER, value)

    return told


def _said(name: str) -> Callable[[LicenceCase], str]:
    def told(case: LicenceCase) -> str:
        application = applying.application_of(case)
        return str(getattr(application, name)) if application else ""

    return told


def _joint(case: LicenceCase) -> str:
    application = applying.application_of(case)
    return application.joint.number if application and application.joint else ""


def _papers(*fits: Fit) -> Callable[[LicenceCase], str]:
    def told(case: LicenceCase) -> str:
        found = [one for one in case.materials.all() if one.fit in fits]
        return "；".join(f"{one.name}（{one.remark}）" if one.remark else one.name for one in found)

    return told


def _personal(label: Label, value: Callable[[LicenceCase], object]) -> Column:
    return Column(label=label, value=value, kind="quoted", personal=True)


APPLICANT = (
    _personal(_("Certificate"), _sealed("certificate")),
    _personal(_("Telephone"), _sealed("phone")),
    _personal(_("Postal address"), _sealed("address")),
    _personal(_("Co-applicants"), _said("co_applicants")),
    _personal(_("Agent"), _said("agent")),
    _personal(_("Telephone of the agent"), _sealed("agent_phone")),
    _personal(_("Signed as"), _said("signed_as")),
)
RECEIPT = (
    choice("channel", pgettext_lazy("licence", "Came in")),
    Column(label=_("Handled together as"), value=_joint),
    Column(label=pgettext_lazy("licence", "Place"), value=_said("place"), kind="quoted"),
)
PAPERS = (
    Column(label=_("Papers present"), value=_papers(Fit.PRESENT), kind="quoted"),
    Column(label=_("Papers missing"), value=_papers(Fit.MISSING), kind="quoted"),
    Column(label=_("Papers that do not fit"), value=_papers(Fit.UNFIT), kind="quoted"),
    Column(label=_("Papers not looked at yet"), value=_papers(Fit.UNCHECKED), kind="quoted"),
)
BY_CHANNEL = Filter(
    name="channel",
    label=pgettext_lazy("licence", "Came in"),
    lookup="channel",
    choices=channels,
)
ACTS = (
    ActAtDesk(
        name="check-materials",
        label=_("Look at the papers"),
        basis="licence.correction_notice",
        do=services.check_materials,
        form=forms.MaterialsForm,
        why_not=policies.why_not_check_materials,
        done=_("What was found of each paper has been entered."),
    ),
    ActAtDesk(
        name="enter-supplement",
        label=_("Enter that the supplement came in"),
        basis="licence.correction_notice",
        do=services.enter_supplement,
        form=forms.EnterSupplementForm,
        why_not=policies.why_not_enter_supplement,
        done=_("The supplement has been entered."),
    ),
    ActAtDesk(
        name="open-sealed",
        label=_("Read the sealed personal data"),
        basis="licence.apply",
        do=services.open_sealed,
        form=forms.ReasonForm,
        why_not=policies.why_not_open_sealed,
        done=_("The personal data was read."),
        shows="desk/sealed.html",
    ),
)
