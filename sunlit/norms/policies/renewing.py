"""Who may evaluate a document before its validity ends, and renew it."""

from datetime import date

from django.utils.translation import gettext_lazy as _

from sunlit import statutes
from sunlit.design.faces import day as in_words
from sunlit.kernel.citations import Citation
from sunlit.kernel.refusals import NotPermitted, Refused, WrongMoment
from sunlit.norms import selectors
from sunlit.norms.models import EvaluationOutcome, NormativeDocument
from sunlit.norms.rules import Standing
from sunlit.organization.models import Official, Role
from sunlit.organization.selectors import office_day


def why_not_evaluate(
    by: Official, document: NormativeDocument, *, on: date | None = None
) -> Refused | None:
    """Say why this official may not evaluate this document now: too early, or it has ended."""
    day = on or office_day()
    basis = statutes.provision("norms.evaluate", on=day)
    if not by.has_role(Role.SECTION_HEAD):
        return NotPermitted(
            _("Only a section head may evaluate a document."),
            remedy=_("Ask the head of the section that carries it out."),
            basis=basis,
        )
    if refusal := _why_not_in_force(document, day):
        return refusal
    since = selectors.evaluation_from(document)
    if since is None:
        return WrongMoment(_("No end was set for the document."), basis=basis)
    if day < since:
        return WrongMoment(
            _("The document is evaluated from %(day)s on, before its validity ends.")
            % {"day": in_words(since)},
            remedy=_("A clean-up can decide about it at any time."),
            basis=basis,
        )
    return None


def why_not_renew(
    by: Official, document: NormativeDocument, *, on: date | None = None
) -> Refused | None:
    """Say why this official may not renew this document now: nobody evaluated it, or so advised."""
    day = on or office_day()
    basis = statutes.provision("norms.renew", on=day)
    if not by.has_role(Role.APPROVER, Role.LEADER):
        return NotPermitted(
            _("Only an approver or a leader may renew a document."),
            remedy=_("Ask the leader in charge."),
            basis=basis,
        )
    if refusal := _why_not_in_force(document, day):
        return refusal
    if selectors.replacement(document) is not None:
        return WrongMoment(_("The document has its successor already."), basis=basis)
    return _why_not_advised(by, document, basis)


def _why_not_advised(by: Official, document: NormativeDocument, basis: Citation) -> Refused | None:
    last = selectors.latest_evaluation(document)
    if last is None:
        return WrongMoment(
            _("The document has not been evaluated."),
            remedy=_("Evaluate it first; without an evaluation it ends."),
            basis=basis,
        )
    if last.outcome != EvaluationOutcome.RENEW:
        return WrongMoment(
            _("The evaluation does not advise to renew it, but: %(advice)s.")
            % {"advice": last.get_outcome_display()},
            basis=basis,
        )
    if last.by_id == by.pk:
        return NotPermitted(
            _("Who evaluated a document does not renew it."),
            remedy=_("Ask another approver or leader."),
            basis=basis,
        )
    return None


def _why_not_in_force(document: NormativeDocument, day: date) -> Refused | None:
    if selectors.status_on(document, day) is Standing.IN_FORCE:
        return None
    return WrongMoment(
        _("The document is not in force."), basis=statutes.provision("norms.renew", on=day)
    )
