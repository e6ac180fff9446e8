"""Long rows of blanks and soft breaks in documents of structured readers: every excerpt stands where it says."""

from __future__ import annotations

import pytest

from oversight_adapters.plugins import Adapters
from oversight_core.provenance import Source

WIDE = ("\x0c" * 60, " " * 60, "\u00ad", "\u200b" * 20, "\t \t" * 20)
EXPORT = 'Publication  Number,Agency,Recommendation,Status\nGAO-24-106233,Department of State,"The {}Secretary.",Open'
PAGE = (
    '<html><body><div class="field-report-number"><div>Report Number</div><div>OIG-24-{}03</div></div>'
    '<pre class="field-report-submitting-oig">Department of Homeland {} Security OIG</pre>'
    '<div class="view-report-recommendations">This report has 1 open recommendations.</div></body></html>'
)


@pytest.mark.parametrize("wide", WIDE, ids=repr)
@pytest.mark.parametrize(("format", "document"), [("gao-csv", EXPORT), ("oversight-gov", PAGE)])
def test_every_excerpt_stands(format: str, document: str, wide: str) -> None:
    adapters = Adapters()
    source = Source.of(document.replace("{}", wide).encode())
    text = adapters.readers[format].text(source)
    reading = adapters.reader(format).read(text)
    excerpts = [one for candidate in reading.candidates for one in candidate.excerpts if one.locator is not None]
    assert excerpts
    for excerpt in excerpts:
        assert str(excerpt.words) in (text.at(excerpt.locator) or "")  # type: ignore[arg-type]  # those with a place
