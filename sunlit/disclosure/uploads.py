"""Files as somebody hands them in: cleaned, with the original that is sealed beside each."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext as _

from sunlit.design.faces import said
from sunlit.files.cleaning import MOST, Cleaned, clean
from sunlit.files.docx_in import read_docx
from sunlit.kernel.refusals import Refused
from sunlit.kernel.wording import Wording


@dataclass(frozen=True, slots=True)
class Upload:
    """What the public gets, and what was handed in."""

    cleaned: Cleaned
    original: bytes


@dataclass(frozen=True, slots=True)
class Says:
    """What a draft says to the public, and the day on which it was made."""

    title: str
    body: str
    made_on: date
    document_number: str = ""


@dataclass(frozen=True, slots=True)
class WordFile:
    """What was read in a file of Word or WPS; it may lack a title, or its day.

    `notes`: what was left out of it, or is to be looked at.
    """

    title: str
    body: str
    document_number: str
    made_on: date | None
    pictures: Sequence[Upload]
    notes: Sequence[Wording]
    original: bytes


def take_in(name: str, original: bytes) -> Upload:
    """Clean a file that was handed in; raises a refusal for one that cannot be cleaned safely."""
    return Upload(clean(name, original), original)


def taken_in(file: "UploadedFile[Any]") -> Upload:
    """Clean a file that was handed in; what cannot be cleaned is a fault of its field."""
    if (file.size or 0) > MOST:
        raise ValidationError(
            _("The file is bigger than %(most)s MB. Split it, or make its pictures smaller.")
            % {"most": MOST >> 20}
        )
    try:
        return take_in(file.name or "", file.read())
    except Refused as refusal:
        raise ValidationError(f"{said(refusal.reason)} {said(refusal.remedy)}".strip()) from None


def read_word(name: str, original: bytes) -> WordFile:
    """Read a DOCX as the text of an item; raises a refusal for one that cannot be read safely."""
    read = read_docx(original, name)
    pictures = [take_in(one.name, one.data) for one in read.pictures]
    return WordFile(
        read.title, read.text, read.document_number, read.made_on, pictures, read.notes, original
    )
