"""What cleaning takes out, what it gives, and how it refuses."""

from collections import Counter
from dataclasses import dataclass, field
from enum import StrEnum

from sunlit.kernel.refusals import Unacceptable
from sunlit.kernel.wording import Wording

MOST = 50 << 20
"""The biggest file that is taken in, in bytes."""
_SAMPLE = 24


class Kind(StrEnum):
    """What may hide in a file."""

    PROPERTIES = "properties"
    COMMENTS = "comments"
    CHANGES = "changes"
    HIDDEN_TEXT = "hidden_text"
    HIDDEN_SHEETS = "hidden_sheets"
    HIDDEN_CELLS = "hidden_cells"
    HIDDEN_SLIDES = "hidden_slides"
    HIDDEN_LAYERS = "hidden_layers"
    HIDDEN_SHAPES = "hidden_shapes"
    NOTES = "notes"
    EMBEDDED = "embedded"
    LINKS = "links"
    SCRIPTS = "scripts"
    FIELDS = "fields"
    FORMULAS = "formulas"
    FORMS = "forms"
    DATA = "data"
    PICTURE_DATA = "picture_data"
    EARLIER = "earlier"
    SIGNS = "signs"

    @property
    def wording(self) -> Wording:
        """What it is called."""
        return _WORDINGS[self]


_WORDINGS = {
    Kind.PROPERTIES: Wording(
        "文件属性（作者、单位、时间等）", "properties (author, company, times)"
    ),
    Kind.COMMENTS: Wording("批注", "comments"),
    Kind.CHANGES: Wording("修订痕迹", "tracked changes"),
    Kind.HIDDEN_TEXT: Wording("隐藏文字", "hidden text"),
    Kind.HIDDEN_SHEETS: Wording("隐藏的工作表", "hidden sheets"),
    Kind.HIDDEN_CELLS: Wording("隐藏行、列中的单元格", "cells of hidden rows and columns"),
    Kind.HIDDEN_SLIDES: Wording("隐藏的幻灯片", "hidden slides"),
    Kind.HIDDEN_LAYERS: Wording("隐藏的图层", "hidden layers"),
    Kind.HIDDEN_SHAPES: Wording("隐藏的图形", "hidden shapes"),
    Kind.NOTES: Wording("演讲者备注", "speaker's notes"),
    Kind.EMBEDDED: Wording("嵌入的文件或对象", "embedded files and objects"),
    Kind.LINKS: Wording("指向其他文件的链接", "links to other files"),
    Kind.SCRIPTS: Wording("脚本和自动动作", "scripts and automatic actions"),
    Kind.FIELDS: Wording("域（已保留显示的文字）", "fields (what they showed was kept)"),
    Kind.FORMULAS: Wording("公式（已保留显示的数值）", "formulas (what they showed was kept)"),
    Kind.FORMS: Wording("表单域（已保留填写的内容）", "form fields (what was filled in was kept)"),
    Kind.DATA: Wording("数据连接、缓存和设置", "data connections, caches and settings"),
    Kind.PICTURE_DATA: Wording("图片属性（拍摄地点、设备等）", "data of pictures (place, camera)"),
    Kind.EARLIER: Wording("以前的版本", "earlier versions"),
    Kind.SIGNS: Wording("看不见的字符", "invisible characters"),
}


@dataclass(frozen=True, slots=True)
class Removed:
    """What was taken out: of which kind, how often, and the beginning of the first."""

    kind: Kind
    count: int
    sample: str = ""

    @property
    def wording(self) -> Wording:
        """What it is called."""
        return self.kind.wording


@dataclass(frozen=True, slots=True)
class Cleaned:
    """A file that can be handed out, and what was taken out of it."""

    name: str
    media_type: str
    data: bytes
    removed: tuple[Removed, ...] = ()


@dataclass
class Removals:
    """Counts what is taken out."""

    counts: Counter[Kind] = field(default_factory=Counter)
    samples: dict[Kind, str] = field(default_factory=dict)

    def add(self, kind: Kind, sample: str | None = "", count: int = 1) -> None:
        """Note something of a kind; of its words, the beginning of the first is kept."""
        self.counts[kind] += count
        words = " ".join((sample or "").split())
        if words and not self.samples.get(kind):
            self.samples[kind] = words[:_SAMPLE] + "…" * (len(words) > _SAMPLE)

    def listed(self) -> tuple[Removed, ...]:
        """Return what was taken out, in the order of the kinds."""
        return tuple(
            Removed(kind, self.counts[kind], self.samples.get(kind, ""))
            for kind in Kind
            if self.counts[kind]
        )


class NotTaken(Unacceptable):
    """A file that cannot be cleaned, or not safely."""

    code = "file_not_taken"


_OTHERWISE = Wording(
    "请另存为 DOCX、XLSX、PPTX 或 PDF 后重新上传。",
    "Save it as DOCX, XLSX, PPTX or PDF and try again.",
)


def refused(zh: str, en: str, remedy: Wording | None = None) -> NotTaken:
    """Return the refusal of a file; `zh` and `en` say why, as whole sentences."""
    return NotTaken(Wording(zh, en), remedy or _OTHERWISE)


def damaged() -> NotTaken:
    """Return the refusal of a file that cannot be read."""
    return refused(
        "文件已损坏，或内容与扩展名不符。",
        "The file is damaged, or is not what its name says.",
        Wording(
            "请用办公软件打开并重新保存后再上传。", "Open it in its program, save it and try again."
        ),
    )


def swollen() -> NotTaken:
    """Return the refusal of a file that holds too much."""
    return refused(
        "文件解压后过大或过于复杂。",
        "Unpacked, the file is too big or too intricate.",
        Wording("请拆分文件，或压缩其中的图片。", "Split it, or make its pictures smaller."),
    )


def unsafe(zh: str, en: str) -> NotTaken:
    """Return the refusal of a file that was cleaned, and is not clean; nothing of it is kept."""
    return refused(f"无法保证清理干净：{zh}。", f"The file could not be cleaned safely: {en}.")
