"""What words mean on their own, as tables: dates and their hedges, counts, organisations, cells of spreadsheets."""
