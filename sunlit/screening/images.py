"""What a picture tells beside what it shows: where and by whom it was taken, notes in it."""

import io
import struct
from collections.abc import Iterator, Mapping
from typing import Any

from lxml import etree
from PIL import ExifTags, Image, UnidentifiedImageError

from sunlit.kernel.wording import Wording
from sunlit.screening.parts import Part, metadata, unreadable

_BEGINNINGS = (b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"GIF8", b"II*\0", b"MM\0*", b"BM")
_GPS = Wording("图片属性：拍摄地点", "picture: place where it was taken")
_NOTE = Wording("图片属性：说明", "picture: description")
_PERSONAL = {
    ExifTags.Base.Artist: Wording("图片属性：作者", "picture: author"),
    ExifTags.Base.XPAuthor: Wording("图片属性：作者", "picture: author"),
    ExifTags.Base.CameraOwnerName: Wording("图片属性：相机所有者", "picture: owner of the camera"),
    ExifTags.Base.BodySerialNumber: Wording("图片属性：相机序号", "picture: serial of the camera"),
}
_NOTES = (
    *(ExifTags.Base.ImageDescription, ExifTags.Base.UserComment, ExifTags.Base.XPComment),
    *(ExifTags.Base.XPTitle, ExifTags.Base.XPSubject, ExifTags.Base.XPKeywords),
)
_FORMATS = ("JPEG", "PNG", "GIF", "TIFF", "WEBP", "BMP")


def is_image(content: bytes) -> bool:
    """Whether the bytes begin as those of a picture do."""
    return content.startswith(_BEGINNINGS) or (content[:4] == b"RIFF" and content[8:12] == b"WEBP")


def parts(name: str, content: bytes) -> Iterator[Part]:
    """Yield what the properties of a picture tell; its pixels are not read."""
    try:
        with Image.open(io.BytesIO(content), formats=_FORMATS) as picture:
            exif = picture.getexif()
            inner = dict(exif.get_ifd(ExifTags.IFD.Exif))
            gps = dict(exif.get_ifd(ExifTags.IFD.GPSInfo))
            info = dict(picture.info)
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError, struct.error):
        raise unreadable(name, "图片已损坏", "the picture is damaged") from None
    except Image.DecompressionBombError:
        raise unreadable(name, "图片过大", "the picture is too big") from None
    found = [_place(gps), *_people(dict(exif) | inner), *_texts(dict(exif) | inner, info)]
    packet = info.get("xmp") or info.get("XML:com.adobe.xmp") or b""
    yield from (one for one in [*found, *of_xmp(_bytes(packet))] if one)


def of_xmp(packet: bytes) -> Iterator[Part]:
    """Yield what an XMP packet tells of people and places."""
    begin, end = packet.find(b"<x:xmpmeta"), packet.rfind(b"</x:xmpmeta>")
    if begin < 0 or end < begin:
        return
    parser = etree.XMLParser(resolve_entities=False, no_network=True, recover=True)
    root = etree.fromstring(packet[begin : end + len(b"</x:xmpmeta>")], parser)
    if root is None:
        return
    for element in root.iter(etree.Element):
        told = dict(element.attrib) | {element.tag: "".join(map(str, element.itertext()))}
        for key, value in told.items():
            part = _of_property(str(key).rpartition("}")[2], str(value).strip())
            if part:
                yield part


def _of_property(name: str, value: str) -> Part | None:
    if not value:
        return None
    if name == "creator":
        return metadata(value, Wording("XMP 属性：作者", "XMP: author"))
    if name in ("GPSLatitude", "GPSLongitude"):
        return metadata(value, _GPS, confidence=0.9)
    if name in ("description", "title"):
        return Part(value, Wording("XMP 属性：说明", "XMP: description"))
    return None


def _place(gps: Mapping[int, Any]) -> Part | None:
    latitude, longitude = gps.get(ExifTags.GPS.GPSLatitude), gps.get(ExifTags.GPS.GPSLongitude)
    if not latitude or not longitude:
        return None
    return metadata(f"{_degrees(latitude)}, {_degrees(longitude)}", _GPS, confidence=0.95)


def _degrees(angle: Any) -> str:
    parts = [float(part) for part in (angle if isinstance(angle, tuple) else (angle,))]
    return f"{sum(part / 60**power for power, part in enumerate(parts)):.5f}"


def _people(tags: Mapping[int, Any]) -> Iterator[Part | None]:
    for tag, place in _PERSONAL.items():
        if tag in tags:
            yield metadata(_said(tags[tag], wide=tag == ExifTags.Base.XPAuthor), place)


def _texts(tags: Mapping[int, Any], info: Mapping[Any, Any]) -> Iterator[Part | None]:
    for tag in _NOTES:
        if tag in tags:
            yield Part(_said(tags[tag], wide=tag >= ExifTags.Base.XPTitle), _NOTE)
    for key, value in info.items():
        if isinstance(value, str) and key != "XML:com.adobe.xmp":
            if str(key).lower() in ("author", "artist"):
                yield metadata(value, Wording("图片属性：作者", "picture: author"))
            else:
                yield Part(value, _NOTE)
    if isinstance(info.get("comment"), bytes):
        yield Part(_said(info["comment"]), _NOTE)


def _said(value: Any, *, wide: bool = False) -> str:
    """Return a property as text; `wide`: Windows writes its own ones in UTF-16."""
    if isinstance(value, bytes):
        content = bytes(value).removeprefix(b"ASCII\0\0\0")
        wide = wide or content.startswith(b"UNICODE\0")
        content = content.removeprefix(b"UNICODE\0")
        return content.decode("utf-16-le" if wide else "utf-8", "replace").strip("\0")
    return str(value).strip("\0")


def _bytes(packet: Any) -> bytes:
    return packet if isinstance(packet, bytes) else str(packet).encode()
