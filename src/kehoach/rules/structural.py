"""Codes of what is found before any rule can run: see `kehoach.source.place.Fault`."""

from kehoach.rules.finding import Level, Rule

STRUCTURAL = {
    rule.code: rule
    for rule in (
        Rule("KH001", "tep-khong-doc-duoc", Level.ERROR, since="0.1.0"),
        Rule("KH002", "khoa-trung", Level.ERROR, since="0.1.0"),
        Rule("KH003", "sai-cau-truc", Level.ERROR, since="0.1.0"),
    )
}
