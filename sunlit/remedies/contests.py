"""For which days a penalty was contested, as the files of remedies have it."""

from collections.abc import Iterator

from sunlit.approvals.contested import Contest, read_by
from sunlit.approvals.models import PenaltyCase
from sunlit.kernel.wording import Wording
from sunlit.remedies.models import Kind, Remedy

KINDS = {
    Kind.RECONSIDERATION: Wording("行政复议", "reconsideration"),
    Kind.LAWSUIT: Wording("行政诉讼", "suit"),
}


def of_penalty(case: PenaltyCase) -> Iterator[Contest]:
    """Yield the reconsiderations and suits against a penalty, from the filing to the decision."""
    for one in Remedy.objects.filter(penalty=case).order_by("filed_on", "number"):
        yield Contest(KINDS[Kind(one.kind)], one.number, one.filed_on, one.decided_on)


read_by(of_penalty)
