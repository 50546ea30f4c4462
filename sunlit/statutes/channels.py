"""How a request can arrive, and which day then counts as the receipt."""

from sunlit.kernel.refusals import Unacceptable
from sunlit.kernel.wording import Wording
from sunlit.statutes.law import Rule

CHANNELS = {
    "in_person": Wording("当面提交,提交之日为收到之日", "handed in, received on that day"),
    "signed_post": Wording(
        "以需要签收的邮寄方式提交,签收之日为收到之日",
        "sent by signed post, received on the day the agency signed",
    ),
    "letter": Wording(
        "以平常信函提交,与申请人确认之日为收到之日",
        "sent by plain letter, received on the day confirmed with the applicant",
    ),
    "internet": Wording(
        "通过互联网提交,双方确认之日为收到之日",
        "sent over the internet, received on the day both sides confirmed",
    ),
    "fax": Wording(
        "以传真提交,双方确认之日为收到之日",
        "sent by fax, received on the day both sides confirmed",
    ),
}
"""How a request can arrive, and which day then counts (2019 Regulations, art. 31)."""

REQUESTS = ("foi.reply", "foi.reply_extended", "foi.clarification_notice")
"""The rules that run from the receipt of a request for information."""


def receipt(version: Rule, channel: str | None) -> Wording | None:
    """Why the first day is the day of receipt, by the channel; None where none is given.

    Raises Unacceptable for an unknown channel.
    """
    if channel is None:
        return None
    said = CHANNELS.get(channel)
    if said is None:
        raise Unacceptable(
            Wording(f"没有“{channel}”这种提交方式。", f"There is no channel named {channel!r}."),
            Wording(f"可用的有:{'、'.join(CHANNELS)}。", f"There are: {', '.join(CHANNELS)}."),
        )
    if version.receipt:
        cited = version.receipt
        return Wording(f"{said.zh}({cited.zh})", f"{said.en} ({cited.en})")
    cited = version.limit.basis[0]
    if version.name in REQUESTS:
        return Wording(
            f"收到之日为起算之日,不因提交方式而异({cited.zh})",
            f"the limit runs from the day of receipt, whatever the channel ({cited.en})",
        )
    return Wording(
        f"自{version.runs_from.zh}起算,与提交方式无关({cited.zh})",
        f"it runs from {version.runs_from.en}, whatever the channel ({cited.en})",
    )
