"""A status report drawn: as official document, text, workbook, calendar and task slips."""
