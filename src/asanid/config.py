"""Settings: flags over ``ASANID_*`` over ``./asanid.toml`` over defaults; each value knows where it came from."""

from __future__ import annotations

import os
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from asanid.errors import ConfigError

FILE = "asanid.toml"


@dataclass(frozen=True, slots=True)
class Option:
    """A setting that exists: its default, its kind and what it is for. ``choices`` limits a word."""

    default: int | str | bool
    help: str
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Setting:
    """The value of a setting and where it came from: a flag, a variable, a file or the default."""

    value: Any
    origin: str


OPTIONS: dict[str, Option] = {
    "jobs": Option(1, "processes to work with"),
    "lang": Option("ar", "language of labels on the terminal", ("ar", "en")),
    "network": Option(False, "whether web addresses may be fetched"),
    "allow_private": Option(False, "whether addresses inside a private network may be fetched"),
    "max_megabytes": Option(64, "largest file that is read, in megabytes"),
}


def load(
    flags: Mapping[str, Any] | None = None,
    environment: Mapping[str, str] | None = None,
    folder: Path | None = None,
) -> dict[str, Setting]:
    """Find every setting; ``flags`` that are ``None`` count as not given. Raises ``ConfigError``.

    >>> load({"jobs": 2}, {"ASANID_LANG": "en"}, Path("/nowhere"))["lang"]
    Setting(value='en', origin='ASANID_LANG')
    """
    environment = os.environ if environment is None else environment
    file = (folder or Path.cwd()) / FILE
    in_file = _read(file)
    return {name: _find(name, option, flags or {}, environment, in_file, file) for name, option in OPTIONS.items()}


def _find(
    name: str,
    option: Option,
    flags: Mapping[str, Any],
    environment: Mapping[str, str],
    in_file: Mapping[str, Any],
    file: Path,
) -> Setting:
    variable = f"ASANID_{name.upper()}"
    if flags.get(name) is not None:
        return Setting(_check(option, flags[name], f"--{name.replace('_', '-')}"), f"--{name.replace('_', '-')}")
    if variable in environment:
        return Setting(_check(option, environment[variable], variable), variable)
    if name in in_file:
        return Setting(_check(option, in_file[name], f"{file}: {name}"), str(file))
    return Setting(option.default, "default")


def _read(file: Path) -> dict[str, Any]:
    try:
        values = tomllib.loads(file.read_text("utf-8"))
    except FileNotFoundError:
        return {}
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise ConfigError(f"{file}: cannot be read as TOML: {error}") from error
    unknown = sorted(set(values) - set(OPTIONS))
    if unknown:
        raise ConfigError(f"{file}: unknown setting {unknown[0]!r}; there are {', '.join(OPTIONS)}")
    return values


def _check(option: Option, value: Any, where: str) -> int | str | bool:
    """Bring a value to the kind of its default, or say where it stands and what is expected."""
    if isinstance(option.default, bool):
        words = {"1": True, "true": True, "yes": True, "0": False, "false": False, "no": False}
        if str(value).lower() not in words:
            raise ConfigError(f"{where} = {value!r}: true or false is expected")
        return words[str(value).lower()]
    if isinstance(option.default, int):
        if not str(value).isdigit() or int(value) < 1:
            raise ConfigError(f"{where} = {value!r}: a whole number from 1 is expected")
        return int(value)
    if option.choices and value not in option.choices:
        raise ConfigError(f"{where} = {value!r}: one of {', '.join(option.choices)} is expected")
    return str(value)
