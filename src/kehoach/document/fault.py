"""What is wrong with a template, for the person who wrote it."""


class TemplateFault(Exception):  # noqa: N818  the name that callers were promised
    """A template cannot be used.

    ``template`` is the template's name (``van-ban/ke-hoach.html.j2``), ``line`` counts from 1 and
    is 0 where no line can be told, ``message`` is a Vietnamese sentence without place.
    """

    def __init__(self, template: str, line: int, message: str) -> None:
        """Keep the parts; the text of the exception is ``template:line: message``."""
        place = f"{template}:{line}" if line else template
        super().__init__(f"{place}: {message}")
        self.template = template
        self.line = line
        self.message = message
