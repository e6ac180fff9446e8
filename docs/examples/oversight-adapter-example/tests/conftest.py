"""`--update-goldens` writes the files in `goldens` anew; read them before you keep them."""

pytest_plugins = ["oversight_adapters.testing.goldens"]
