"""That oversight-core can take the plug-in in: its hooks, its descriptors and what they make."""

import pytest
from oversight_adapters.testing import PluginSuite

from oversight_adapter_example import plugin


class TestPlugin(PluginSuite):
    @pytest.fixture
    def plugin(self) -> object:
        return plugin
