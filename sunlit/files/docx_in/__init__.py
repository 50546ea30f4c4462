"""Takes a text in that was written in Word or WPS: title, text in light markup, pictures, notes."""

from sunlit.files.docx_in.importing import Imported, read_docx
from sunlit.files.docx_in.pictures import Picture

__all__ = ["Imported", "Picture", "read_docx"]
