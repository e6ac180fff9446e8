"""Hypothesis profiles: `quick`, the same examples on every run, and `deep` for the session `properties`."""

import os

from hypothesis import HealthCheck, settings

pytest_plugins = ["oversight_adapters.testing.goldens"]  # `--update-goldens` writes tests/readers/*/*.expected.json

slow_machines = [HealthCheck.too_slow]  # a busy machine is no reason to fail
settings.register_profile(
    "quick", max_examples=50, deadline=None, derandomize=True, suppress_health_check=slow_machines
)
settings.register_profile(
    "deep",
    max_examples=500,
    deadline=None,
    derandomize="CI" in os.environ,  # a landing must not hinge on luck; at a desk, look further each time
    print_blob=True,
    suppress_health_check=slow_machines,
)
settings.load_profile("quick")
