"""The parts of an official document, found wherever they stand: tables, text boxes, tabs."""
