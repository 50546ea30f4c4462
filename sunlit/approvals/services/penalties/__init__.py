"""The acts on penalty cases, from filing to the end of the case."""

from sunlit.approvals.services.penalties.deciding import (
    close,
    decide,
    drop,
    file_case,
    serve,
    transfer,
    waive,
)
from sunlit.approvals.services.penalties.hearing import (
    ask_for_hearing,
    discuss,
    hear_defence,
    hold_hearing,
    notify,
    set_hearing,
)
from sunlit.approvals.services.penalties.investigating import (
    add_evidence,
    end_investigation,
    investigate,
    preserve,
    review,
    settle_preservation,
)
from sunlit.approvals.services.penalties.paying import (
    answer_relief,
    apply_for_relief,
    collect_on_the_spot,
    hand_in,
    put_on_file,
    record_payment,
)
from sunlit.approvals.services.penalties.publishing import (
    publish,
    review_publication,
    withdraw_publication,
)

__all__ = [
    "add_evidence",
    "answer_relief",
    "apply_for_relief",
    "ask_for_hearing",
    "close",
    "collect_on_the_spot",
    "decide",
    "discuss",
    "drop",
    "end_investigation",
    "file_case",
    "hand_in",
    "hear_defence",
    "hold_hearing",
    "investigate",
    "notify",
    "preserve",
    "publish",
    "put_on_file",
    "record_payment",
    "review",
    "review_publication",
    "serve",
    "set_hearing",
    "settle_preservation",
    "transfer",
    "waive",
    "withdraw_publication",
]
