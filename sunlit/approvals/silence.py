"""What the law says where the agency stays silent in a licence case."""

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from sunlit.approvals import selectors
from sunlit.approvals.models import LicenceCase
from sunlit.approvals.selectors import issued
from sunlit.kernel.citations import Citation
from sunlit.organization.selectors import office_day


def silence_said(case: LicenceCase) -> str | None:
    """Return what follows from silence in a case as it stands today; None while nothing does.

    Silence grants no licence, except that one to be renewed counts as renewed (art. 50).
    """
    today = office_day()
    renewal = issued.renewal_of(case)
    if renewal and renewal.by_silence and renewal.until_after:
        cited = selectors.provision_on("licence.renew", case.received_on)
        return _(
            "Nothing was decided before the licence expired: it counts as renewed until "
            "%(day)s (%(article)s)."
        ) % {"day": renewal.until_after.isoformat(), "article": _cited(cited)}
    accepted_on = case.accepted_on or selectors.accepted_by_silence(case, on=today)
    if case.concluded_on or accepted_on is None:
        return None
    clock = selectors.decision_clock(case, accepted_on)
    if clock is not None and clock.overdue_on(today) and clock.due_on:
        return _(
            "The decision is overdue since %(day)s. Silence grants nothing: the applicant may "
            "apply for reconsideration (%(reconsideration)s) or sue (%(litigation)s)."
        ) % {
            "day": clock.due_on.isoformat(),
            "reconsideration": _cited(
                selectors.provision_on("licence.silence_reconsideration", clock.due_on)
            ),
            "litigation": _cited(
                selectors.provision_on("licence.silence_litigation", clock.due_on)
            ),
        }
    if case.accepted_on is None:
        return _(
            "Nobody said in five working days what is missing: the application counts as "
            "accepted since %(day)s (%(article)s)."
        ) % {
            "day": accepted_on.isoformat(),
            "article": _cited(
                selectors.provision_on("licence.correction_notice", case.received_on)
            ),
        }
    return None


def _cited(citation: Citation) -> str:
    return citation.wording.said_in(get_language() or "en")
