"""The distribution in this folder is tested where it is installed: `nox -s kit`."""

collect_ignore = ["oversight-adapter-example"]
