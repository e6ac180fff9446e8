"""What the readers of inspectors general share: pieces of documents, descriptions of items, names, and money."""
