"""Parts of Word documents: package, styles, numbering, runs and tables in reading order."""
