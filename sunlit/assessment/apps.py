"""The assessment as a Django application."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class AssessmentConfig(AppConfig):
    """How well the promises were kept."""

    name = "sunlit.assessment"
    label = "assessment"
    verbose_name = _("Assessment")
