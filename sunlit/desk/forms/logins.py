"""What is typed in to log in; guessing is slowed down."""

from typing import Any

from django.contrib.auth.forms import AuthenticationForm
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.formats import time_format
from django.utils.translation import gettext as _

from sunlit.organization.selectors.logins import heard_again_at
from sunlit.organization.services.logins import forget_failures, note_failure


class LoginForm(AuthenticationForm):
    """Name and password. After some failures the next attempt is heard a little later."""

    def clean(self) -> dict[str, Any]:
        """Check the password, unless too many attempts failed of late."""
        username = str(self.cleaned_data.get("username") or "")
        address = str(self.request.META.get("REMOTE_ADDR", "")) if self.request else ""
        now = timezone.now()
        if until := heard_again_at(username, address, now=now):
            raise ValidationError(
                _("Too many attempts to log in have failed. Try again after %(time)s.")
                % {"time": time_format(timezone.localtime(until), "H:i:s")},
                code="too_many",
            )
        try:
            cleaned = super().clean()
        except ValidationError:
            note_failure(username, address, now=now)
            raise
        forget_failures(username, address)
        return cleaned
