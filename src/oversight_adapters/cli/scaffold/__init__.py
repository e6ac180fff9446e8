"""A plug-in project to start from: `names` says what it may be called, `project` what stands in it, `writing` puts it
where it was asked for.  The files themselves are in `templates`: those of `every` project, and those of its kind."""
