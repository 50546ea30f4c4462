"""What a file holds: its parts with their places, and what is hidden in it."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from sunlit.kernel.refusals import Missing, Unacceptable
from sunlit.kernel.wording import Wording
from sunlit.screening.kinds import Finding

# The largest file that is read whole, and the most that a compressed one may hold.
MOST = 512 << 20


@dataclass(frozen=True, slots=True)
class Part:
    """A text and where in the file it stands. `lined`: its findings are placed by line."""

    text: str
    place: Wording
    findings: tuple[Finding, ...] = ()
    lined: bool = False


def parts_of(path: Path) -> list[Part]:
    """Read a file as what it is; raises a refusal with a sentence for one that cannot be read."""
    if not path.exists():
        raise Missing(Wording(f"没有文件 {path}。", f"There is no file {path}."))
    if path.is_dir():
        raise Unacceptable(Wording(f"{path} 是文件夹。", f"{path} is a folder."))
    if path.stat().st_size > MOST:
        raise Unacceptable(
            Wording(f"{path} 过大，不作筛查。", f"{path} is too big to be screened.")
        )
    content = path.read_bytes()
    return READERS.get(path.suffix.lower(), _text)(path, content)


def decoded(path: Path, content: bytes) -> str:
    """Return a text in UTF-8, UTF-16 with its mark, or GB 18030; raises a refusal otherwise."""
    if content[:2] in (b"\xff\xfe", b"\xfe\xff"):
        codings = ["utf-16"]
    else:
        codings = ["utf-8", "gb18030"]
    if b"\0" in content[:4096] and codings != ["utf-16"]:
        codings = []
    for coding in codings:
        try:
            return content.decode(coding)
        except UnicodeDecodeError:
            continue
    raise Unacceptable(
        Wording(
            f"{path} 不是文本，也不是可识别的文件类型。",
            f"{path} is neither text nor a kind of file that can be read.",
        )
    )


def _text(path: Path, content: bytes) -> list[Part]:
    return [Part(decoded(path, content), Wording("", ""), lined=True)]


Reader = Callable[[Path, bytes], list[Part]]
READERS: dict[str, Reader] = {}
