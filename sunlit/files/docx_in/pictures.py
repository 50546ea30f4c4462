"""The pictures of a DOCX, each named and described."""

import io
from dataclasses import dataclass

from PIL import Image

from sunlit.design.markup.writing import Span
from sunlit.files.docx_in.opening import Opened
from sunlit.kernel.wording import Wording

_KINDS = {b"\xff\xd8\xff": ("jpg", "image/jpeg"), b"\x89PNG": ("png", "image/png")}


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture of the text: the name by which the text shows it, and its bytes."""

    name: str
    media_type: str
    data: bytes


class Pictures:
    """Takes the pictures of a text, each once, in their order."""

    def __init__(self, opened: Opened) -> None:
        self._opened = opened
        self._names: dict[bytes, str] = {}
        self.taken: list[Picture] = []
        self.notes: list[Wording] = []
        self._count = 0

    def span(self, key: str, description: str) -> Span | None:
        """Return a picture as a part of a line, or None for one that pages cannot show."""
        data = _shown(self._opened.bytes_of(key))
        if not data:
            return None
        self._count += 1
        called = f"图{self._count}"
        name = self._names.get(data) or self._take(data)
        if not name:
            self.notes.append(
                Wording(
                    f"{called}的格式（如 EMF、WMF）网页无法显示，未导入：请另存为 PNG 后添加。",
                    f"Picture {self._count} is of a kind that pages cannot show (EMF, WMF): "
                    "save it as PNG and add it.",
                )
            )
            return None
        description = " ".join(description.split())
        if not description:
            self.notes.append(
                Wording(
                    f"{called}没有文字说明，请为看不到图片的读者补写。",
                    f"Picture {self._count} has no description: write one for who cannot see it.",
                )
            )
        return Span(description or called, picture=name)

    def _take(self, data: bytes) -> str:
        found = next((kind for begins, kind in _KINDS.items() if data.startswith(begins)), None)
        if found is None:
            return ""
        suffix, media_type = found
        name = f"图{len(self.taken) + 1}.{suffix}"
        self.taken.append(Picture(name, media_type, data))
        self._names[data] = name
        return name


def _shown(data: bytes) -> bytes:
    """Return a picture as one that pages can show, where it can be drawn anew as it is."""
    if not data.startswith(b"BM"):
        return data
    try:
        with Image.open(io.BytesIO(data), formats=("BMP",)) as picture:
            stream = io.BytesIO()
            picture.save(stream, "PNG")
    except (OSError, ValueError, Image.DecompressionBombError):
        return data
    return stream.getvalue()
