"""Sphinx: MyST pages under Furo.  Built with ``-n -W``, offline: no inventory of another project is fetched."""

from pathlib import Path
from typing import Any

from oversight_core import __version__ as release

project = "oversight-core"
author = "The oversight-core team"
version = release
extensions = ["myst_parser", "sphinx.ext.autodoc", "sphinxcontrib.mermaid"]
html_theme = "furo"
html_title = f"oversight-core {release}"
html_extra_path = ["llms.txt"]
exclude_patterns = ["_build", "examples"]

myst_enable_extensions = ["deflist"]
myst_fence_as_directive = ["mermaid"]
myst_heading_anchors = 3

autodoc_member_order = "bysource"
autodoc_typehints_format = "short"
# Docstrings write names in single backticks, as Markdown does.
default_role = "literal"
# Types of the standard library and of attrs live elsewhere; a name of ours that does not resolve is still an error.
nitpick_ignore_regex = [("py:.*", r"(?!oversight_).*")]
# What a table compiles itself to is nobody's to use; a type variable is no class.
nitpick_ignore = [
    ("py:class", "oversight_core.rules.moves.Moves"),
    ("py:class", "oversight_adapters.codec.values.Value"),
    ("py:class", "oversight_adapters.readers.upr_export.tables.Table"),
]


def setup(app: Any) -> None:
    """Put each page beside its HTML as it is written, for programs that come from llms.txt."""
    app.connect("build-finished", twins)


def twins(app: Any, error: Exception | None) -> None:
    """The Markdown of every page, under the name that llms.txt gives it."""
    for page in () if error or app.builder.format != "html" else app.env.found_docs:
        twin = Path(app.outdir, f"{page}.md")
        twin.write_bytes(Path(app.env.doc2path(page)).read_bytes())
