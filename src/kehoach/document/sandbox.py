"""Where templates run: Jinja's sandbox, and an end to what a template may use up.

Jinja keeps templates from files and from Python. It does not keep them from loops in loops and
from texts that double, so steps and lengths are counted here; a template that goes beyond them is
a fault of the template. Filters and functions that a document has no use for, and those that give
something else in every run, are not there.
"""

from collections.abc import Callable, Iterable, Iterator, Sized
from functools import wraps
from typing import Any

from jinja2 import nodes
from jinja2.compiler import CodeGenerator, Frame
from jinja2.environment import Environment
from jinja2.exceptions import SecurityError
from jinja2.runtime import Context, Macro, markup_join
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.utils import missing
from markupsafe import Markup, escape, soft_str

STEPS = 1_000_000
"""How many turns of loops and calls of functions one document may take, about a second of work."""
LENGTH = 10_000_000
"""How long a text may become that a template puts together."""
REPEATS = 10_000
"""Greatest number that a template may count to, or give to a function."""
_COUNTED, _JOINED, _CHECKED = "_counted", "_joined", "_checked"
"""Filters that templates are given unseen."""
_UNUSED_FILTERS = (
    "batch",
    "center",
    "filesizeformat",
    "format",
    "indent",
    "pprint",
    "random",
    "slice",
    "urlize",
    "wordwrap",
    "xmlattr",
)
_SEVERAL = 2
_UNUSED_GLOBALS = ("cycler", "joiner", "lipsum")
_NAMES_OF_DICT = frozenset(dir(dict))
_LOOP_NAMES = {"_loop_vars", "_block_vars"}
"""What Jinja passes along with the arguments of a call inside a loop."""


class TooMuch(Exception):  # noqa: N818  what becomes a TemplateFault
    """A template loops too often or writes too much."""


class _TemplateCode(CodeGenerator):
    """Writes the code of a template; values that are printed go by `TemplateSandbox.shown`."""

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        if frame.eval_ctx.autoescape and not frame.eval_ctx.volatile and finalize.src is None:
            self.write("environment.shown(")
        else:
            super()._output_child_pre(node, frame, finalize)


class TemplateSandbox(ImmutableSandboxedEnvironment):
    """An environment for templates whose steps are counted from `begin` on.

    Variables of plans are dicts and templates are full of small macros, so there are shorter ways
    to keys, macros and escaped texts, which come to the same as Jinja's own.
    """

    intercepted_binops = frozenset(("*", "**", "%"))
    code_generator_class = _TemplateCode

    def __init__(self, **options: Any) -> None:
        """Take the *options* of Jinja's environment."""
        super().__init__(**options)
        self._steps = 0
        for name in _UNUSED_FILTERS:
            del self.filters[name]
        for name in _UNUSED_GLOBALS:
            del self.globals[name]
        self.globals["range"] = _short_range
        # Letters with marks as they are: three times shorter than their escapes.
        self.policies["json.dumps_kwargs"] = {"ensure_ascii": False, "separators": (",", ":")}
        self.filters["join"] = _short_join(self.filters["join"])
        self.filters["replace"] = _short(self.filters["replace"])
        self.filters[_COUNTED] = self._counted
        self.filters[_JOINED] = _joined
        self.filters[_CHECKED] = _check_length

    def begin(self) -> None:
        """Count from nothing again: another document begins."""
        self._steps = 0

    def _spend(self, steps: int) -> None:
        self._steps += steps
        if self._steps > STEPS:
            raise TooMuch

    @staticmethod
    def shown(value: Any) -> str:
        """Return *value* as text with what means something to HTML escaped."""
        kind = type(value)
        if kind is int:
            return str(value)
        plain = kind is str and not (
            "&" in value or "<" in value or ">" in value or '"' in value or "'" in value
        )
        text: str = value if plain or kind is Markup else escape(value)
        return text

    def getattr(self, obj: Any, attribute: str) -> Any:
        """Return ``obj.attribute`` or the value of a key, where the template may see it."""
        if type(obj) is dict and attribute not in _NAMES_OF_DICT:
            try:
                return obj[attribute]
            except KeyError:
                return self.undefined(obj=obj, name=attribute)
        return super().getattr(obj, attribute)

    def call(*args: Any, **kwargs: Any) -> Any:
        """Call a function for a template; arguments have no names, as templates may use any."""
        self: TemplateSandbox = args[0]
        if type(args[2]) is Macro:
            self._steps += 1
            if self._steps > STEPS:
                raise TooMuch
            written = _call_macro(args[1], args[2], args[3:], kwargs)
            if len(written) > LENGTH:
                raise TooMuch
            return written
        return self._call_other(*args[1:], **kwargs)

    def _call_other(*args: Any, **kwargs: Any) -> Any:
        self: TemplateSandbox = args[0]
        self._spend(1)
        for value in (*args[3:], *kwargs.values()) if kwargs else args[3:]:
            if isinstance(value, int) and abs(value) > REPEATS:
                raise TooMuch
        if not self.is_safe_callable(args[2]):
            raise SecurityError("not safely callable")
        return _check_length(args[1].call(*args[2:], **kwargs))

    def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:
        """Work out ``left * right`` and the like."""
        if operator == "**" or (operator == "%" and isinstance(left, str)):
            raise TooMuch
        if operator == "*":
            for one, other in ((left, right), (right, left)):
                if hasattr(one, "__len__") and isinstance(other, int) and other > REPEATS:
                    raise TooMuch
        return _check_length(super().call_binop(context, operator, left, right))

    def _counted(self, values: Iterable[Any]) -> Iterable[Any]:
        """Return *values* for a loop that is going to take a step for each."""
        some = values if type(values) is tuple or isinstance(values, Sized) else list(values)
        self._spend(len(some) + 1)
        return some

    def _generate(self, source: nodes.Template, *args: Any, **kwargs: Any) -> str:
        """Turn the parsed template into code that counts its steps."""
        for loop in source.find_all(nodes.For):
            loop.iter = _filtered(loop.iter, _COUNTED)
        for block in source.find_all(nodes.AssignBlock):
            block.filter = _filtered(block.filter, _CHECKED)
        _replace_concatenations(source)
        return Environment._generate(self, source, *args, **kwargs)  # noqa: SLF001  where it belongs


def _call_macro(
    context: Context, macro: Macro, values: tuple[Any, ...], named: dict[str, Any]
) -> str:
    """Call *macro*; straight to its code where it is given values by their order alone."""
    left_out = len(macro.arguments) - len(values)
    if (
        left_out >= 0
        and (not named or named.keys() <= _LOOP_NAMES)
        and not (macro.caller or macro.explicit_caller)
        and not (macro.catch_kwargs or macro.catch_varargs)
        and context.eval_ctx.autoescape
    ):
        if left_out:
            values += (missing,) * left_out
        written: str = macro._func(*values)  # noqa: SLF001  what Macro does after many questions
        return str.__new__(Markup, written)
    for name in _LOOP_NAMES:
        named.pop(name, None)
    return macro(context.eval_ctx, *values, **named)


def _filtered(node: nodes.Node | None, name: str) -> nodes.Filter:
    return nodes.Filter(node, name, [], [], None, None)


def _replace_concatenations(node: nodes.Node) -> None:
    for name, value in list(node.iter_fields()):
        if isinstance(value, nodes.Node):
            setattr(node, name, _replaced(value))
        elif isinstance(value, list):
            setattr(node, name, [_replaced(v) if isinstance(v, nodes.Node) else v for v in value])


def _replaced(node: nodes.Node) -> nodes.Node:
    _replace_concatenations(node)
    if isinstance(node, nodes.Concat):
        return _filtered(nodes.Tuple(node.nodes, "load"), _JOINED).set_lineno(node.lineno)
    return node


def _joined(parts: tuple[Any, ...]) -> str:
    """Put *parts* together as ``~`` does."""
    text: str = _check_length(markup_join(parts))
    return text


def _check_length(value: Any) -> Any:
    if isinstance(value, str) and len(value) > LENGTH:
        raise TooMuch
    return value


def _short_range(*args: int) -> range:
    """Return ``range(*args)`` where it is short."""
    values = range(*args)
    if len(values) > REPEATS:
        raise TooMuch
    return values


def _short(filter_: Callable[..., Any]) -> Callable[..., Any]:
    @wraps(filter_)
    def short(*args: Any, **kwargs: Any) -> Any:
        return _check_length(filter_(*args, **kwargs))

    return short


def _short_join(join: Callable[..., Any]) -> Callable[..., Any]:
    @wraps(join)
    def short(context: Any, value: Any, d: str = "", attribute: Any = None) -> Any:
        if isinstance(value, list | tuple) and attribute is None and len(value) < _SEVERAL:
            return soft_str(value[0]) if value else ""
        return _check_length(join(context, _limited(value, len(d)), d, attribute))

    return short


def _limited(values: Iterable[Any], more: int) -> Iterator[Any]:
    length = 0
    for value in values:
        length += more + (len(value) if isinstance(value, str) else 1)
        if length > LENGTH:
            raise TooMuch
        yield value
