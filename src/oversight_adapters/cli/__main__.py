"""``python -m oversight_adapters.cli`` is `oversight`."""

import sys

from oversight_adapters.cli import main

sys.exit(main())
