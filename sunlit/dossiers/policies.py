"""Who may open, publish and decide a dossier, and when."""

from datetime import date

from django.utils.translation import gettext_lazy as _

from sunlit import statutes
from sunlit.dossiers import rules, selectors
from sunlit.dossiers.keeping import is_newest
from sunlit.dossiers.models import Dossier, DossierTemplate, Kind, Lot, Stage
from sunlit.dossiers.seeing import doubts_about
from sunlit.kernel.citations import Citation
from sunlit.kernel.refusals import NotPermitted, Refused, WrongMoment
from sunlit.organization.models import Official, Role


def why_not_open(by: Official, _nothing: object) -> Refused | None:
    """Say why this official may not open a dossier."""
    if not by.has_role(Role.CLERK, Role.SECTION_HEAD):
        return NotPermitted(
            _("Only a disclosure clerk or a section head may open a dossier."),
            remedy=_("Ask the disclosure clerk."),
        )
    return None


def why_not_offer_vacancy(by: Official, dossier: Dossier) -> Refused | None:
    """Say why this official may not add a vacancy to this dossier."""
    return why_not_open(by, None) or _why_other_kind(dossier, Kind.RECRUITMENT)


def why_not_offer_lot(by: Official, dossier: Dossier) -> Refused | None:
    """Say why this official may not add a lot to this dossier."""
    return why_not_open(by, None) or _why_other_kind(dossier, Kind.TENDER)


def why_not_publish(by: Official, stage: Stage) -> Refused | None:
    """Say why this official may not publish this stage now."""
    dossier = stage.dossier
    if not by.has_role(Role.CLERK):
        return NotPermitted(
            _("Only a disclosure clerk may publish a stage."),
            remedy=_("Ask the disclosure clerk."),
            basis=_basis(dossier),
        )
    if stage.is_public:
        return WrongMoment(_("The stage has already been published."), basis=_basis(dossier))
    earlier = rules.unpublished_before(
        selectors.stage_days(dossier), stage.seq, optional=selectors.optional_names(dossier)
    )
    return _unpublished(earlier, dossier) if earlier else None


def why_not_schedule(by: Official, stage: Stage) -> Refused | None:
    """Say why this official may not set the days of this stage now."""
    if not by.has_role(Role.CLERK, Role.SECTION_HEAD):
        return NotPermitted(
            _("Only a disclosure clerk or a section head may set the days of a stage."),
            remedy=_("Ask the disclosure clerk."),
            basis=_basis(stage.dossier),
        )
    if stage.is_public:
        return WrongMoment(_("The stage has already been published."), basis=_basis(stage.dossier))
    return None


def why_not_answer_doubt(by: Official, stage: Stage) -> Refused | None:
    """Say why this official may not answer a doubt about this stage."""
    basis = _basis(stage.dossier)
    if not by.has_role(Role.CLERK, Role.SECTION_HEAD):
        return NotPermitted(
            _("Only a disclosure clerk or a section head may answer a doubt."),
            remedy=_("Ask the disclosure clerk."),
            basis=basis,
        )
    if not any(one.answer is None for one in doubts_about(stage)):
        return WrongMoment(_("There is no open doubt about this stage."), basis=basis)
    return None


def why_not_keep_template(by: Official, template: DossierTemplate | None) -> Refused | None:
    """Say why this official may not establish, revise or end a template."""
    if not by.has_role(Role.ADMINISTRATOR, Role.APPROVER):
        return NotPermitted(
            _("Only an approver or an administrator may keep the templates of stages."),
            remedy=_("Ask the approver."),
        )
    if template is not None and (template.ended_on is not None or not is_newest(template)):
        return WrongMoment(
            _("This version of the template holds no more."),
            remedy=_("Open the newest version, or establish a template of this code anew."),
        )
    return None


def why_not_appoint(by: Official, dossier: Dossier) -> Refused | None:
    """Say why this official may not appoint candidates of this dossier now."""
    return _why_other_kind(dossier, Kind.RECRUITMENT) or _why_not_decide(by, dossier)


def why_not_award(by: Official, lot: Lot) -> Refused | None:
    """Say why this official may not award this lot now."""
    if lot.awarded_on:
        reason = _("The lot has already been awarded.")
        return WrongMoment(reason, basis=_basis(lot.dossier))
    return _why_not_decide(by, lot.dossier)


def _why_not_decide(by: Official, dossier: Dossier) -> Refused | None:
    if not by.has_role(Role.APPROVER, Role.LEADER):
        return NotPermitted(
            _("Only an approver or a leader may decide a dossier."),
            remedy=_("Ask the leader in charge."),
            basis=_basis(dossier),
        )
    earlier = selectors.undecided_because_of(dossier)
    return _unpublished(earlier, dossier) if earlier else None


def _why_other_kind(dossier: Dossier, wanted: Kind) -> Refused | None:
    if dossier.kind == wanted:
        return None
    reason = _("This dossier is a %(kind)s.") % {"kind": dossier.get_kind_display()}
    return WrongMoment(reason, basis=_basis(dossier))


def _unpublished(stage: rules.StageDays, dossier: Dossier) -> WrongMoment:
    return WrongMoment(
        _("Stage %(seq)d, %(name)s, has not been published yet.")
        % {"seq": stage.seq, "name": stage.name},
        remedy=_("Publish that stage first."),
        basis=_basis(dossier),
    )


def _basis(dossier: Dossier) -> Citation:
    return statutes.provision(dossier.basis, on=date(dossier.year, 12, 31))
