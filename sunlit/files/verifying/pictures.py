"""Looks through a cleaned picture."""

import io

from PIL import Image, ImageChops, ImageOps

from sunlit.files.verifying.finding import demand

_DRAWING = frozenset(
    {"jfif", "jfif_version", "jfif_unit", "jfif_density", "dpi", "adobe", "adobe_transform"}
    | {"progressive", "progression", "icc_profile", "gamma", "transparency", "srgb", "chromaticity"}
    | {"interlace", "aspect", "background", "loop", "duration", "bbox", "blend", "disposal"}
    | {"default_image", "timestamp", "sizes"}
)
_PNG = b"\x89PNG\r\n\x1a\n"
_CHUNKS = frozenset(
    {b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"gAMA", b"sRGB", b"cHRM", b"sBIT", b"bKGD"}
    | {b"pHYs", b"iCCP", b"acTL", b"fcTL", b"fdAT"}
)
_PROFILE = 4200
_DRAWN_ANEW = 4.0


def verify(before: bytes, after: bytes) -> None:
    """Demand that a picture says nothing beside what it shows, and shows what it showed."""
    demand_bare(after)
    with Image.open(io.BytesIO(before)) as old, Image.open(io.BytesIO(after)) as new:
        demand(
            getattr(old, "n_frames", 1) == getattr(new, "n_frames", 1)
            or old.format == "MPO",  # a photograph with a second one behind its end
            "画面数量不一致",
            "the number of its pictures changed",
        )
        turned = ImageOps.exif_transpose(old) if getattr(new, "n_frames", 1) == 1 else old
        demand(turned.size == new.size, "画面大小不一致", "its size changed")
        difference = ImageChops.difference(_plain(turned), _plain(new))
        # Only a picture that had to be turned was drawn anew, with the losses of its format.
        most = _DRAWN_ANEW if turned.getexif() != old.getexif() else 0
        demand(_mean(difference) <= most, "画面不一致", "what it shows changed")


def demand_bare(data: bytes) -> None:
    """Demand that a picture has no data but what draws it."""
    with Image.open(io.BytesIO(data), formats=("JPEG", "PNG", "MPO")) as picture:
        demand(picture.format in ("JPEG", "PNG"), "仍有第二幅画面", "a second picture is in it")
        demand(not dict(picture.getexif()), "图片仍有拍摄信息", "it tells where it was taken")
        told = {str(key) for key in picture.info} - _DRAWING
        demand(not told, "图片仍有附带信息", "it tells more than it shows")
        demand(len(picture.info.get("icc_profile", b"")) <= _PROFILE, "色彩配置过大", "its profile")
    for mark in (b"Exif\0\0", b"http://ns.adobe.com/", b"Photoshop 3.0"):
        demand(mark not in data, "图片仍有附带信息", "it tells more than it shows")
    if data.startswith(_PNG):
        demand(_chunks(data) <= _CHUNKS, "图片仍有附带信息", "it tells more than it shows")


def _chunks(data: bytes) -> set[bytes]:
    """Return the kinds of the chunks of a PNG, and what stands behind the last one."""
    kinds, at = set(), len(_PNG)
    while at < len(data):
        kinds.add(data[at + 4 : at + 8])
        at += 12 + int.from_bytes(data[at : at + 4], "big")
    return kinds


def _plain(picture: Image.Image) -> Image.Image:
    return picture if picture.mode == "RGB" else picture.convert("RGB")


def _mean(difference: Image.Image) -> float:
    histogram = difference.histogram()
    return sum(at % 256 * count for at, count in enumerate(histogram)) / max(sum(histogram), 1)
