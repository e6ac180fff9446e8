"""The permits of a harbour commission: a plug-in of oversight-core that brings one adapter of each kind.

`permits` is what the commission speaks of, and `rules` what may happen to it.  `phrases` and `reader` read the
commission's register; `folder` and `batches` keep a record in a folder; `page` writes it as a web page.  `plugin`
tells oversight-core of all this.
"""
