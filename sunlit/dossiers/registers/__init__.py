"""The registers of recruitment and tenders at the desk."""

from sunlit.dossiers.registers import dossiers, templates

__all__ = ["dossiers", "templates"]
