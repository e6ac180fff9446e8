"""Words that were written to do harm: to spreadsheets, to renderers, to terminals."""

HOSTILE = (
    '=HYPERLINK("http://evil.example","click")',
    "+1+1",
    "-2+3",
    "@SUM(A1:A9)",
    "\t=1+1",
    "\r=1+1",
    "＝1+1",
    "<script>alert(1)</script> & <img src=x onerror=y>",
    "[click](javascript:alert(1)) ![x](http://evil.example/x.png) <http://evil.example>",
    "https://evil.example www.evil.example me@evil.example",
    "*bold* _it_ `code` ~~gone~~ | cell | # head\n\n- item\n1. one\n> quote\n\n    code",
    "\x1b[31mred\x1b[0m \x1b]0;title\x07 \u202eright to left\u202c \x00\x08",
    "[^1] [^1]: note",
)
