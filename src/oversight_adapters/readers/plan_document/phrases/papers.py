"""What a paper or page says of itself, of what was copied, and of programmes."""

from __future__ import annotations

from oversight_adapters.readers.phrasebook import Phrase

PAPERS = (
    Phrase("letterhead", "<issuer:issuer>", "Office for Civil Rights and Civil Liberties", "The jail"),
    Phrase("day-alone", "<dated_on:date>", "March 4, 2016", "soon"),
    Phrase(
        "dated",
        r"(?<!\w)(?:date|dated|signed|date signed)(?: of this (?:plan|policy|memorandum|document))?:? <dated_on:date>",
        "Date: March 4, 2016",
        "Updated: March 4, 2016",
    ),
    Phrase(
        "issued",
        r"(?:issued|adopted|approved|date (?:of (?:issuance|adoption|approval)|issued|adopted|approved)|issue date|"
        r"approval date|effective and issued)(?: by [^\d\n]{2,60}?)?(?: on)?:? <issued_on:date>",
        "Issued: March 4, 2016",
        "Effective: March 4, 2016",
    ),
    Phrase(
        "released",
        r"(?:publicly )?(?:published|released|release date|publication date|date published|date posted|posted)"
        r"(?: on)?:? <released_on:date>",
        "Release Date: March 4, 2016",
        "Last updated: March 4, 2016",
    ),
    Phrase(
        "directive-number",
        r"(?:(?-i:[A-Z]{2,5}) |department |management |policy |special |general ){0,3}"
        r"(?:directive|policy|instruction|order|bulletin|procedure|memorandum|document|standard)s?"
        r"(?: (?:number|no\.?|#))?:? <number:directive>",
        "Directive Number: 045-06",
        "Policy on detention",
    ),
    Phrase(
        "number-first",
        r"(?<![\w./-])(?=(?:\d{3,5}\.|\d{1,5}[/-])\S{1,16}\s)(?!(?:19|20)\d\d[/-])"
        r"<number:directive>(?:[:.]| -)? (?=[A-Z\"])",
        "11065.1: Review of Segregation",
        "2014-2018 Plan",
    ),
    Phrase(
        "copied-first",
        r"(?<!\w\x20)(?<!\w)\W{0,3}(?:copied|pasted|taken|retrieved|reposted|re-posted|saved|cross-?posted|excerpted) "
        r"(?:verbatim |directly |here )?(?:and pasted )?"
        r"(?:(?:on )?<copied_on:any-day>,? )?from "
        r"(?:(?:[^.\n]{0,300}?(?:web ?site|web ?page|page|site) of )?(?:the )?[\"']?<issuer:issuer>)?",
        "[Copied from the page of ICE",
        "The form was copied from the web",
        "7",
    ),
    Phrase(
        "copied-from",
        r"(?:was|were|is|are|text|page|copied|retrieved|taken|reproduced|reprinted|archived)(?: "
        r"[\w'-]{1,20}){0,3}? (?:copied|taken|retrieved|reproduced|reprinted|archived|captured) "
        r"(?:verbatim )?from (?:[^.\n]{0,300}?(?:web ?site|web ?page|page|site) of (?:the )?[\"']?<issuer:issuer>)?",
        "The following text was copied from the website of “US Immigration and Customs Enforcement”",
        "The form was revised by ICE",
        "7",
    ),
    Phrase(
        "found-on",
        r"(?:found|saw|saved|got|downloaded|copied|took) (?:this|it|the (?:text|page|following))(?: text| page)? "
        r"(?:on|from|at) (?:the )?<issuer:issuer> (?:website|web site|webpage|web page|site|page)",
        "I found this on the ICE website",
        "ICE found this on the page",
        "7",
    ),
    Phrase(
        "copied-on",
        r"(?:found (?:this|it)|saw (?:this|it)|"
        r"copied|retrieved|accessed|archived|captured|downloaded|saved|reproduced)"
        r"(?: (?:[^.\n]|\.(?=\S)|(?<=U\.S)\.){0,400}?)? on "
        r"<copied_on:any-day>",
        "copied from the page of ICE on June 25, 2011",
        "uploaded June 20, 2011",
        "7",
    ),
    Phrase(
        "saved-then",
        r"(?<!\w\x20)(?<!\w)(?:saved|copied|retrieved|archived|downloaded|printed) from [^\n]{1,200}?[,;(] ?"
        r"(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6},? )?<copied_on:any-day>",
        "Saved from the page of ICE (gone since), Wed 01/24/2024",
        "It was saved from harm, May 4, 2016",
    ),
    Phrase(
        "accessed",
        r"(?<!\w)(?:(?:last )?(?:accessed|visited|viewed)|retrieved|archived|captured|copied|downloaded):? (?:on )?"
        r"<copied_on:any-day>",
        "Accessed 14 November 2020.",
        "The record was last updated on 14 November 2020",
    ),
    Phrase(
        "copied-too",
        r"also copied on <copied_on:any-day> from <title:words>",
        "Also copied on June 25, 2011 from ICE Questions:",
        "It was copied on June 25, 2011",
        "7",
    ),
)
"""Rows of the page itself."""

PROGRAMMES = (
    Phrase(
        "replaced-by-memo",
        r"on <discontinued_on:any-day>, [^;]{0,200}? issued an? [\w-]{1,20}(?: (?:entitled|titled|called) "
        r"[^,;]{1,100})?, which "
        r"(?:discontinued|ended|terminated) (?:the )?<name:programme> and replaced it with (?:the "
        r")?<replaced_by:programme-item>",
        "On November 20, 2014, the Secretary issued a memorandum, which discontinued Secure Communities and "
        "replaced it with "
        "the Priority Enforcement Program",
        "On November 20, 2014, the Secretary issued a memorandum on Secure Communities",
        "7",
    ),
    Phrase(
        "discontinued",
        r"<name:programme> (?:was|has been) (?:discontinued|ended|terminated) (?:on|in) <discontinued_on:date>",
        "Secure Communities was discontinued on November 20, 2014",
        "Secure Communities was reviewed in November 2014",
    ),
    Phrase(
        "replaced",
        r"<name:programme> (?:was|has been) replaced (?:by|with) (?:the )?<replaced_by:programme-item>",
        "Secure Communities was replaced by the Priority Enforcement Program",
        "Secure Communities was replaced by a plan",
    ),
    Phrase("programme", "<name:programme>", "Secure Communities", "secure communities"),
)
"""Rows of programmes, fullest first."""
