"""Calendars from the world, and deadlines for a calendar: which days are holidays, and `.ics` files."""
