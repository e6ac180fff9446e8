"""What the formats of the Universal Periodic Review share: States and their names, and numbered paragraphs."""
