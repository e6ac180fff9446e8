"""Hypothesis profiles: `quick`, the same examples on every run, and `deep` for the session `properties`."""

import os

from hypothesis import HealthCheck, settings

settings.register_profile("quick", max_examples=50, deadline=None, derandomize=True)
settings.register_profile(
    "deep",
    max_examples=500,
    deadline=None,
    derandomize="CI" in os.environ,  # a landing must not hinge on luck; at a desk, look further each time
    print_blob=True,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("quick")
