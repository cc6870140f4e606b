"""Tables that a PDF flattened to text: rows and cells told apart again."""
