"""The looks of a profile as ``word/styles.xml``: one paragraph style for each part.

Character styles name values of the plan and change no look; only those in use are written.

Body paragraphs only name their style, so who edits the document in Word changes a part in one
place. The font stands in the defaults and in the style that all others rest on, because some
readers of DOCX know only one of the two.
"""

from kehoach.document.ooxml import NAMESPACE
from kehoach.document.profile import Look, Part, Profile
from kehoach.model.printed import STYLE_NAMES

_FONT = "Times New Roman"
_FONTS = f'<w:rFonts w:ascii="{_FONT}" w:hAnsi="{_FONT}" w:eastAsia="{_FONT}" w:cs="{_FONT}"/>'
_LANGUAGE = '<w:lang w:val="vi-VN" w:eastAsia="vi-VN" w:bidi="ar-SA"/>'


def styles_xml(profile: Profile, keys: tuple[str, ...]) -> str:
    """Return the whole part ``word/styles.xml`` of *profile*, with the styles of *keys*."""
    body = profile.looks[Part.BODY]
    parts = [_style(part, look) for part, look in profile.looks.items()]
    styles = "\n".join([*parts, *map(_naming_style, keys)])
    return f"""<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<w:styles xmlns:w="{NAMESPACE}">
<w:docDefaults>
<w:rPrDefault><w:rPr>{_FONTS}{_size(body.size)}{_LANGUAGE}</w:rPr></w:rPrDefault>
<w:pPrDefault><w:pPr><w:widowControl/>\
<w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/></w:pPr></w:pPrDefault>
</w:docDefaults>
<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/>\
<w:rPr>{_FONTS}{_size(body.size)}{_LANGUAGE}</w:rPr></w:style>
<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">\
<w:name w:val="Default Paragraph Font"/></w:style>
<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>\
<w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/>\
<w:left w:w="0" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/>\
</w:tblCellMar></w:tblPr></w:style>
{styles}
</w:styles>
"""


def _style(part: Part, look: Look) -> str:
    rule = "exact" if look.exact else "auto"
    paragraph = "".join(
        (
            "<w:keepNext/>" if look.keep_next else "",
            f'<w:spacing w:before="{look.before}" w:after="{look.after}" w:line="{look.line}"',
            f' w:lineRule="{rule}"/>',
            f'<w:ind w:firstLine="{look.first_line}"/>' if look.first_line else "",
            f'<w:jc w:val="{look.align}"/>',
            "" if look.outline is None else f'<w:outlineLvl w:val="{look.outline}"/>',
        )
    )
    run = "".join(
        (
            "<w:b/><w:bCs/>" if look.bold else "",
            "<w:i/><w:iCs/>" if look.italic else "",
            _size(look.size),
            '<w:u w:val="single"/>' if look.underline else "",
        )
    )
    return (
        f'<w:style w:type="paragraph" w:customStyle="1" w:styleId="{part.name}">'
        f'<w:name w:val="{part}"/><w:basedOn w:val="Normal"/><w:qFormat/>'
        f"<w:pPr>{paragraph}</w:pPr><w:rPr>{run}</w:rPr></w:style>"
    )


def _naming_style(key: str) -> str:
    return (
        f'<w:style w:type="character" w:customStyle="1" w:styleId="{key}">'
        f'<w:name w:val="{STYLE_NAMES[key]}"/><w:basedOn w:val="DefaultParagraphFont"/>'
        '<w:uiPriority w:val="99"/></w:style>'
    )


def _size(points: float) -> str:
    half_points = round(points * 2)
    return f'<w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/>'
