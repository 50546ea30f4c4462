"""Cleans pictures: only what draws them is kept; they are turned upright before."""

import io
import struct
import zlib
from collections.abc import Iterator

from PIL import ExifTags, Image, ImageOps, UnidentifiedImageError

from sunlit.files.cleaning.kinds import Kind, Removals, damaged, swollen

PIXELS = 64_000_000
"""The most pixels of a picture."""
PROFILE = 4096
"""The biggest colour profile that is kept, in bytes: that of sRGB has 3144."""

_PNG = b"\x89PNG\r\n\x1a\n"
_DRAWING = frozenset(
    {b"IHDR", b"PLTE", b"tRNS", b"gAMA", b"sRGB", b"cHRM", b"sBIT", b"bKGD", b"pHYs", b"IDAT"}
    | {b"acTL", b"fcTL", b"fdAT", b"iCCP", b"IEND"}
)
_SOS, _EOI, _COMMENT = 0xDA, 0xD9, 0xFE
_APP0, _APP2, _APP14, _APP15 = 0xE0, 0xE2, 0xEE, 0xEF
_BARE = frozenset({0x01, *range(0xD0, 0xD8)})


def cleaned(data: bytes, removals: Removals) -> bytes:
    """Return a JPEG or PNG without what was written beside the picture."""
    data = _upright(data)
    if data.startswith(_PNG):
        return _PNG + b"".join(_chunks(data, removals))
    return b"".join(_segments(data, removals))


def drawing_of(jpeg: bytes, removals: Removals) -> bytes:
    """Return a JPEG without what was written beside the picture, turned no way."""
    return b"".join(_segments(jpeg, removals))


def _upright(data: bytes) -> bytes:
    """Turn a picture as its properties say; one that stands right is left as it is."""
    try:
        with Image.open(io.BytesIO(data), formats=("JPEG", "PNG")) as picture:
            if picture.width * picture.height > PIXELS:
                raise swollen()
            turn = picture.getexif().get(ExifTags.Base.Orientation, 1)
            if turn in (0, 1) or getattr(picture, "n_frames", 1) > 1:
                return data
            turned = ImageOps.exif_transpose(picture)
            stream = io.BytesIO()
            if picture.format == "PNG":
                turned.save(stream, "PNG")
            else:
                profile = picture.info.get("icc_profile")
                turned.save(stream, "JPEG", quality=95, subsampling=0, icc_profile=profile)
            return stream.getvalue()
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError, struct.error):
        raise damaged() from None
    except Image.DecompressionBombError:
        raise swollen() from None


def _chunks(data: bytes, removals: Removals) -> Iterator[bytes]:
    at = len(_PNG)
    while at + 12 <= len(data):
        size = int.from_bytes(data[at : at + 4], "big")
        kind, body = data[at + 4 : at + 8], data[at + 8 : at + 8 + size]
        whole = data[at : at + 12 + size]
        if len(body) != size or zlib.crc32(kind + body).to_bytes(4, "big") != whole[-4:]:
            raise damaged()
        at += len(whole)
        if kind in _DRAWING and not (kind == b"iCCP" and size > PROFILE):
            yield whole
        else:
            removals.add(Kind.PICTURE_DATA)
        if kind == b"IEND":
            if at < len(data):
                removals.add(Kind.PICTURE_DATA)
            return
    raise damaged()


def _segments(data: bytes, removals: Removals) -> Iterator[bytes]:
    """Yield the segments of a JPEG that draw it; whatever follows its end is left out."""
    yield data[:2]
    at = 2
    profile = sum(len(body) for marker, body in _walked(data) if _is_profile(marker, body))
    for marker, body in _walked(data):
        at += len(body)
        application = _APP0 <= marker <= _APP15
        if marker == _APP0 and body[4:9] == b"JFIF\0":
            yield b"\xff\xe0\0\x10" + body[4:16] + b"\0\0"  # without its small picture
        elif marker == _COMMENT or (application and not _needed(marker, body, profile)):
            removals.add(Kind.PICTURE_DATA)
        else:
            yield body
        if marker == _EOI and data[at:].strip(b"\0"):
            removals.add(Kind.PICTURE_DATA)


def _is_profile(marker: int, body: bytes) -> bool:
    return marker == _APP2 and body[4:16] == b"ICC_PROFILE\0"


def _needed(marker: int, body: bytes, profile: int) -> bool:
    if _is_profile(marker, body):
        return profile <= PROFILE
    return marker == _APP14 and body[4:9] == b"Adobe"


def _walked(data: bytes) -> Iterator[tuple[int, bytes]]:
    """Yield each marker with the bytes up to the next, to the end of the first picture."""
    at = 2
    while at + 2 <= len(data):
        if data[at] != 0xFF:  # noqa: PLR2004
            raise damaged()
        marker, begin = data[at + 1], at
        if marker == 0xFF:  # noqa: PLR2004  a byte that fills
            yield marker, data[at : at + 1]
            at += 1
            continue
        at += 2
        if marker == _EOI:
            yield marker, data[begin:at]
            return
        if marker not in _BARE:
            at += max(2, int.from_bytes(data[at : at + 2], "big"))
        if marker == _SOS:
            at = _end_of_scan(data, at)
        yield marker, data[begin:at]
    raise damaged()


def _end_of_scan(data: bytes, at: int) -> int:
    while (at := data.find(b"\xff", at)) >= 0 and at + 1 < len(data):
        following = data[at + 1]
        if following and following not in _BARE and following != 0xFF:  # noqa: PLR2004
            return at
        at += 1 if following == 0xFF else 2  # noqa: PLR2004
    raise damaged()
