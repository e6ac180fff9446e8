"""That oversight-core can take the plug-in in: its hooks, its descriptors and what they make."""

from importlib.metadata import entry_points

import pytest
from oversight_adapters.testing import PluginSuite

from oversight_adapter_example import plugin

NAME = "example"


class TestPlugin(PluginSuite):
    # Where it is installed, its entry point is proved too.
    entry_point = NAME if entry_points(group="oversight", name=NAME) else None

    @pytest.fixture
    def plugin(self) -> object:
        return plugin
