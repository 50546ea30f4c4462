"""What the second look says when a cleaned file is not clean."""

from sunlit.kernel.refusals import Unacceptable
from sunlit.kernel.wording import Wording


class NotClean(Unacceptable):
    """A cleaned file that is not clean, or not whole; nothing of it may be kept."""

    code = "file_not_clean"


def demand(holds: object, zh: str, en: str) -> None:
    """Raise `NotClean` unless it holds; `zh` and `en` say what was found."""
    if not holds:
        raise NotClean(
            Wording(f"无法保证清理干净：{zh}。", f"The file could not be cleaned safely: {en}."),
            Wording(
                "请打印为 PDF，检查后重新上传。", "Print it to PDF, look through it, and try again."
            ),
        )


def demand_same(before: str, after: str) -> None:
    """Demand that the same words are seen, spaces apart."""
    demand(
        "".join(before.split()) == "".join(after.split()),
        "清理前后可见的文字不一致",
        "what is seen of it changed",
    )
