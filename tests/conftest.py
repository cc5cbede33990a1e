"""What holds for all tests: with HYPOTHESIS_PROFILE=fixed, properties are tried on the same examples every time.

A run that decides whether something lands must not depend on luck; runs by hand go on looking for new examples.
"""

from __future__ import annotations

import os

from hypothesis import settings

settings.register_profile("fixed", derandomize=True)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "default"))
