"""The States and territories that stand after a town, as printed: by name, or as the post writes them."""

from __future__ import annotations

_NAMES = (
    "Alabama, Alaska, Arizona, Arkansas, California, Colorado, Connecticut, Delaware, Florida, District of Columbia, "
    "Georgia, Guam, Hawaii, Idaho, Illinois, Indiana, Iowa, Kansas, Kentucky, Louisiana, Maine, Maryland, "
    "Massachusetts, Michigan, Minnesota, Mississippi, Missouri, Montana, Nebraska, Nevada, New Hampshire, New Jersey, "
    "New Mexico, New York, North Carolina, North Dakota, Ohio, Oklahoma, Oregon, Pennsylvania, Puerto Rico, Rhode "
    "Island, South Carolina, South Dakota, Tennessee, Texas, Utah, Vermont, Virgin Islands, Virginia, Washington, "
    "West Virginia, Wisconsin, Wyoming"
).split(", ")
_SHORT = (
    "AL AK AZ AR CA CO CT DE DC FL GA GU HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK "
    "OR PA PR RI SC SD TN TX UT VT VI VA WA WV WI WY"
).split()
STATE = rf"(?-i:{'|'.join((*_NAMES, *_SHORT))}|D\.C\.)(?!\w)".replace(" ", r"\s+")
"""Pattern of a State."""

_PROPER = r"[A-Z][\w'-]*\.?"
TOWN = rf"(?-i:{_PROPER}(?:\s+(?:{_PROPER}|of|de|del|la|and)){{0,4}}?)"
"""Pattern of a town: words with capitals."""
