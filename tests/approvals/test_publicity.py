"""Dual publicity: decisions in the official columns, what is missing, what is refused."""

import pytest

pytestmark = pytest.mark.django_db
