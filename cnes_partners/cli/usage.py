"""What is wrong with what was typed, in our words: no sentence of the framework reaches the screen, in no language."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from difflib import get_close_matches
from typing import Any

from cnes_partners.cli.given import TYPED, annotated, called, choices_of
from cnes_partners.cli.help import range_in_words
from cnes_partners.model.sentences import Sentence
from cnes_partners.views.sentences import said
from cnes_partners.views.words import Words


def worded(error: Any, say: Words) -> str:
    """Return what one of the framework's usage errors means, and where help is."""
    context = error.ctx
    command = context.command_path if context is not None else "cnes-partners"
    return say("{problem} (see: {command} --help)", problem=_problem(error, say), command=command)


def _problem(error: Any, say: Words) -> str:
    match type(error).__name__:  # the classes are private to the framework
        case "NoSuchOption":
            unknown = say("No such option: {option}.", option=error.option_name)
            return _with_near(unknown, error.possibilities or (), say)
        case "BadOptionUsage":
            takes_none = any(entry.is_flag for entry in _options(error) if error.option_name in entry.opts)
            template = say("{option} takes no value.") if takes_none else say("{option} needs a value.")
            return template.format(option=error.option_name)
        case "MissingParameter":
            return _missing(error, say)
        case "BadParameter":
            return _refused(error, say)
    return _left_over(error, say)


def _options(error: Any) -> list[Any]:
    command = error.ctx.command
    return [entry for entry in command.get_params(error.ctx) if entry.param_type_name == "option"]


def _with_near(problem: str, near: Sequence[str], say: Words) -> str:
    """Return a problem, and the names that may be meant, the nearest first."""
    if not near:
        return problem
    meant = say("Did you mean {near}?", near=", ".join(_quoted(name, say) for name in near))
    return f"{problem} {meant}"


def _quoted(text: object, say: Words) -> str:
    return say("'{typed}'", typed=text)


def _missing(error: Any, say: Words) -> str:
    parameter = error.param
    is_option = parameter.param_type_name == "option"
    template = say("Missing option {place}.") if is_option else say("Missing argument {place}.")
    missing = template.format(place=_place(parameter, say))
    choices = choices_of(_annotation(error, parameter))
    if not choices:
        return missing
    listed = say("Choose from: {choices}.", choices=", ".join(choices))
    return f"{missing} {listed}"


def _place(parameter: Any, say: Words) -> str:
    """Return how a parameter is typed: every spelling of an option, what stands for an argument."""
    names = parameter.opts if parameter.param_type_name == "option" else [say(called(parameter))]
    return " / ".join(_quoted(name, say) for name in names)


def _refused(error: Any, say: Words) -> str:
    """Return which value was refused, of which parameter, and why."""
    problem = said(error.message, say) if isinstance(error.message, Sentence) else _why(error, say)
    return say("Invalid value for {place}: {problem}", place=_place(error.param, say), problem=problem)


def _why(error: Any, say: Words) -> str:
    annotation = _annotation(error, error.param)
    choices, number = choices_of(annotation), next((kind for kind in (int, float) if kind in annotation), None)
    value = _bad_value(error, lambda value: value in choices if choices else _is_number(value, number))
    if choices:
        listed = ", ".join(_quoted(choice, say) for choice in choices)
        return say("'{value}' is not one of {choices}.", value=value, choices=listed)
    if number is None:
        return say("'{value}' cannot be taken.", value=value)
    if not _is_number(value, number):
        return (
            say("'{value}' is not a whole number.", value=value)
            if number is int
            else say("'{value}' is not a number.", value=value)
        )
    limits = next(part for part in annotation if hasattr(part, "min") and hasattr(part, "max"))
    bounds = f"x>={limits.min}" if limits.max is None else f"{limits.min}<=x<={limits.max}"
    return say("{value} is out of range: {range}.", value=value, range=range_in_words(bounds, say))


def _annotation(error: Any, parameter: Any) -> tuple[Any, ...]:
    return annotated(error.ctx.command.callback).get(parameter.name, ())


def _bad_value(error: Any, is_taken: Callable[[Any], bool]) -> object:
    """Return the first value of the parameter that its type does not take."""
    values, _ = error.ctx.meta[TYPED]
    typed = values.get(error.param.name)
    several = typed if isinstance(typed, (list, tuple)) else [typed]
    return next((value for value in several if not is_taken(value)), typed)


def _is_number(value: Any, number: type[int] | type[float] | None) -> bool:
    try:
        return number is not None and number(value) is not None
    except ValueError:
        return False


def _left_over(error: Any, say: Words) -> str:
    """Return what is wrong with words that are no options: a command that is not there, more than a command takes."""
    _, rest = error.ctx.meta[TYPED]
    if hasattr(error.ctx.command, "list_commands"):
        near = get_close_matches(rest[0], error.ctx.command.list_commands(error.ctx))
        return _with_near(say("No such command '{name}'.", name=rest[0]), near, say)
    extra = " ".join(rest)
    if len(rest) == 1:
        return say("Got unexpected extra argument ({extra}).", extra=extra)
    return say("Got unexpected extra arguments ({extra}).", extra=extra)
