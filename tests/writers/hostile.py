"""Words that were written to do harm: those of the kit, and several at once."""

from oversight_adapters.testing.writer_suite_hostile import FORMULAS, MARKUP

HOSTILE = (
    *FORMULAS,
    *MARKUP,
    "<script>alert(1)</script> & <img src=x onerror=y>",
    "https://evil.example www.evil.example me@evil.example",
    "*bold* _it_ `code` ~~gone~~ | cell | # head\n\n- item\n1. one\n> quote\n\n    code",
    "\x1b[31mred\x1b[0m \x1b]0;title\x07 \u202eright to left\u202c \x00\x08",
)
