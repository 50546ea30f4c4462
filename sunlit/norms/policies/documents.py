"""Who may put a document into the library or say what replaced it, and when."""

from datetime import date

from django.utils.translation import gettext_lazy as _

from sunlit import statutes
from sunlit.kernel.refusals import NotPermitted, Refused, Unacceptable, WrongMoment
from sunlit.kernel.wording import Wording
from sunlit.norms import rules, selectors
from sunlit.norms.models import NormativeDocument
from sunlit.norms.rules import Standing
from sunlit.organization.models import Agency, Official, Role
from sunlit.organization.selectors import office_day


def why_not_register(by: Official, _nothing: object) -> Refused | None:
    """Say why this official may not put a document into the library, or begin a clean-up."""
    if not by.has_role(Role.CLERK, Role.SECTION_HEAD):
        return NotPermitted(
            _("Only a disclosure clerk or a section head may do this."),
            remedy=_("Ask the disclosure clerk."),
        )
    return None


def why_not_valid_until(
    agency: Agency, *, title: str, begins: date, valid_until: date | None
) -> Refused | None:
    """Say why a document may not be valid until a day: longer than the province allows."""
    longest = selectors.longest_validity(agency.pk, title=title, start=begins)
    if longest is None or longest.until is None or not valid_until:
        return None
    if valid_until <= longest.until:
        return None
    amount = longest.limit.unit.of(longest.limit.amount)
    on_trial = rules.is_on_trial(title)
    return Unacceptable(
        Wording(
            f"{'试行、暂行' if on_trial else ''}规范性文件的有效期最长{amount.zh},"
            f"自{begins}起至{longest.until}止,不能定到{valid_until}。",
            f"A normative document{' on trial' if on_trial else ''} is valid for {amount.en} at "
            f"most: from {begins} to {longest.until}, not to {valid_until}.",
        ),
        remedy=_("Choose an earlier day; a document that is still needed then can be renewed."),
        basis=longest.limit.basis[0],
    )


def why_not_replace(
    by: Official, document: NormativeDocument, *, on: date | None = None
) -> Refused | None:
    """Say why no successor may be entered for this document now: it must be out of force."""
    if refusal := why_not_register(by, None):
        return refusal
    day = on or office_day()
    basis = statutes.provision("norms.repeal", on=day)
    if selectors.replacement(document) is not None:
        return WrongMoment(_("Which document replaced it has been entered already."), basis=basis)
    if selectors.status_on(document, day) not in (Standing.REPEALED, Standing.LAPSED):
        return WrongMoment(
            _("The document is not out of force."),
            remedy=_("Decide in a clean-up to repeal it first."),
            basis=basis,
        )
    return None


def why_not_replaced_by(
    document: NormativeDocument, successor: NormativeDocument
) -> Refused | None:
    """Say why one document cannot have replaced another: itself, older, or replaced by it."""
    if successor.pk == document.pk:
        return Unacceptable(_("A document does not replace itself."))
    if successor.issued_on < document.issued_on:
        return Unacceptable(
            _("%(code)s is older than the document that it would replace.")
            % {"code": successor.code},
            remedy=_("Choose a document issued later."),
        )
    later: NormativeDocument | None = successor
    seen = {successor.pk}
    while (later := selectors.replacement(later) if later else None) and later.pk not in seen:
        seen.add(later.pk)
        if later.pk == document.pk:
            return Unacceptable(
                _("%(code)s was itself replaced by this document.") % {"code": successor.code}
            )
    return None
