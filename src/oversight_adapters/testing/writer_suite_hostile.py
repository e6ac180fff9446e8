"""Words that were written to do harm: to spreadsheets, to renderers and browsers, to terminals and line readers."""

from __future__ import annotations

import re

FORMULAS = (
    '=HYPERLINK("http://evil.example","click")',
    "+1+1",
    "-2+3",
    "@SUM(A1:A9)",
    "\t=1+1",
    "\r=1+1",
    "\n=1+1",
    " =1+1",
    "＝1+1",
    "=cmd|'/C calc'!A0",
    "\x00=1+1",
    "\u200b=1+1",
)
"""Words that a spreadsheet calculates, or would if what stands before them were dropped on the way."""

MARKUP = (
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "</title></style></textarea></script><svg onload=alert(1)>",
    '" onmouseover="alert(1)" x="',
    "' onfocus='alert(1)' autofocus '",
    "--><b>out</b><!--",
    "]]><b>out</b>",
    "javascript:alert(1)",
    "[click](javascript:alert(1))",
    "![seen](http://evil.example/x.png)",
    "[click][1] and [1]: http://evil.example",
    "<http://evil.example>",
    "one | two | three",
    "\\| one \\\\| two",
    "# head",
    "- item",
    "1. item",
    "> said",
    "    code",
    "```",
    "**bold** _it_ ~~gone~~",
    "[^1] and [^1]: note",
    "first\n\n# head\n\n| a | b |\n|---|---|\n| c | d |\n",
    "text\n===",
)
"""Words that a renderer or a browser takes for markup."""

CONTROLS = (
    "\x1b[31mred\x1b[0m",
    "\x1b]0;title\x07",
    "\x9b31mred",
    "\x00\x07\x08\x7f",
    "\u202eright to left\u202c",
    "\u2066apart\u2069",
)
"""Words that a terminal acts upon, or that turn the direction of writing."""

BREAKS = (
    "one\ntwo",
    "one\r\ntwo",
    "one\rtwo",
    "one\n\ntwo",
    "one\x0btwo",
    "one\x0ctwo",
    "one\x85two",
    "one\u2028two",
    "one\u2029two",
)
"""Words with what somebody takes for the end of a line."""

SEPARATORS = ('one","two', "one,two", "one\ttwo", "one;two", '"', '""', "'", "one\\", '=","', '\\","')
"""Words with what somebody takes for the end of a cell."""

RAW = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")
"""What must not reach a document as it is; tabs and line ends belong to the format, and are counted as it counts."""
