"""Files in: text, YAML with places, structure by JSON Schema. Knows nothing of plans.

A value is named by its path (keys and indexes); `SourceFile.place` alone turns a path into line
and column, so that what checks values never handles positions.
"""
