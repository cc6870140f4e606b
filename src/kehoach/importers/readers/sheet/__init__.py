"""Parts of spreadsheets: numbers as they are shown, rows and merged cells as tables."""
