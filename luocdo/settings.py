"""Every setting with its default, unit and a sentence of help: file < environment < flag."""

from __future__ import annotations

import os
import tomllib
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from typing import TYPE_CHECKING

from ontology.errors import LuocdoError

if TYPE_CHECKING:
    from collections.abc import Mapping

CONFIG_FILE = "luocdo.toml"
ENVIRONMENT_PREFIX = "LUOCDO_"


class SettingError(LuocdoError):
    """A setting that is unknown or whose value cannot be used."""


def default_store() -> Path:
    """Return the folder of the store for this user (XDG Base Directory specification 0.8)."""
    data = os.environ.get("XDG_DATA_HOME") or str(Path.home() / ".local" / "share")
    return Path(data) / "luocdo"


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """All that a person may set; the help of each field is shown by the commands and the docs."""

    store: Path = field(
        default_factory=default_store,
        metadata={"help": "Folder of the store."},
    )
    base_iri: str = field(
        default="https://w3id.org/luocdo/",
        metadata={"help": "Base of the IRIs of the data; change it before the first load only."},
    )
    lang: str = field(
        default="vi",
        metadata={"help": "Language of messages: vi or en."},
    )
    registers: Path | None = field(
        default=None,
        metadata={"help": "Folder with rows of one's own to add to the registers."},
    )
    allow_secret: bool = field(
        default=False,
        metadata={"help": "Load documents stamped secret; they are refused otherwise."},
    )
    check_at_load: int = field(
        default=500,
        metadata={"help": "Changed documents up to which a load checks them; 0 for never."},
    )
    max_file_bytes: int = field(
        default=50_000_000,
        metadata={"help": "Largest file to read, in bytes."},
    )
    max_text_chars: int = field(
        default=3_000_000,
        metadata={"help": "Longest text to read, in code points."},
    )
    max_facts: int = field(
        default=20_000,
        metadata={"help": "Most citations and tasks of one paper."},
    )
    load_processes: int = field(
        default=0,
        metadata={"help": "Processes that read files; 0 means one a processor."},
    )
    paper_seconds: float = field(
        default=300.0,
        metadata={"help": "Processor time that one paper of a load may take, in seconds."},
    )
    read_seconds: float = field(
        default=120.0,
        metadata={"help": "How long reading a file may go without progress, in seconds."},
    )
    read_megabytes: int = field(
        default=3_000,
        metadata={"help": "Memory that reading a file may take, in megabytes."},
    )
    max_pages: int = field(
        default=5_000,
        metadata={"help": "Most pages of a PDF."},
    )
    max_scanned_pages: int = field(
        default=500,
        metadata={"help": "Most pages of a file to recognise (OCR)."},
    )
    page_seconds: float = field(
        default=90.0,
        metadata={"help": "Time limit of recognising one page, in seconds."},
    )
    page_processes: int = field(
        default=0,
        metadata={"help": "Pages recognised side by side; 0 for one a core."},
    )
    scheduler: str = field(
        default="",
        metadata={"help": "Address of a Dask scheduler that loads; empty for this machine alone."},
    )
    host: str = field(
        default="127.0.0.1",
        metadata={"help": "Address that the site listens on."},
    )
    port: int = field(
        default=8000,
        metadata={"help": "Port that the site listens on."},
    )
    remote_query: str = field(
        default="",
        metadata={"help": "Address for queries of a SPARQL 1.1 store that several machines share."},
    )
    remote_update: str = field(
        default="",
        metadata={"help": "Address for updates of that store; loading writes there as well."},
    )
    remote_merged: str = field(
        default="",
        metadata={"help": "Graph that takes the place of its default graph (Virtuoso has none)."},
    )
    remote_seconds: float = field(
        default=60.0,
        metadata={"help": "Seconds after which the site looks again what others wrote there."},
    )
    address: str = field(
        default="",
        metadata={"help": "Public address of the site, where it stands behind a proxy or a path."},
    )
    trusted_proxy: str = field(
        default="",
        metadata={"help": "Address of the proxy whose X-Forwarded-For tells who asks."},
    )
    max_body_bytes: int = field(
        default=2_000_000,
        metadata={"help": "Largest body of a request, in bytes."},
    )
    max_upload_bytes: int = field(
        default=20_000_000,
        metadata={"help": "Largest form with files that curators send, in bytes."},
    )
    max_address_bytes: int = field(
        default=16_000,
        metadata={"help": "Longest address of a request with its parameters, in bytes."},
    )
    query_seconds: float = field(
        default=20.0,
        metadata={"help": "Time limit of a free query, in seconds."},
    )
    query_quick_seconds: float = field(
        default=0.5,
        metadata={"help": "Seconds after which a query gives way to shorter ones."},
    )
    query_wait_seconds: float = field(
        default=25.0,
        metadata={"help": "Seconds that a query waits for a free process before it is refused."},
    )
    query_rows: int = field(
        default=1_000_000,
        metadata={"help": "Largest result of a free query, in rows or triples."},
    )
    query_bytes: int = field(
        default=200_000_000,
        metadata={"help": "Largest result of a free query, in bytes."},
    )
    query_memory: int = field(
        default=1_000_000_000,
        metadata={"help": "Memory that a query may take, in bytes."},
    )
    query_chars: int = field(
        default=1_000_000,
        metadata={"help": "Longest free query, in code points."},
    )
    query_workers: int = field(
        default=2,
        metadata={"help": "Processes that answer long queries."},
    )
    query_quick_workers: int = field(
        default=3,
        metadata={"help": "Processes that answer short queries."},
    )
    query_room: int = field(
        default=64,
        metadata={"help": "Free queries that may run and wait at once."},
    )

    def with_values(self, values: Mapping[str, object]) -> Settings:
        """Return the settings with some values replaced, each made the type of its field.

        Raises:
            SettingError: a name is unknown or a value has the wrong form.
        """
        known = {f.name: f for f in fields(self)}
        changed: dict[str, object] = {}
        for name, value in values.items():
            if name not in known:
                raise SettingError(
                    "unknown-setting", f"There is no setting {name!r}.", "See docs/settings.md."
                )
            changed[name] = _typed(name, value, getattr(self, name))
        return replace(self, **changed)  # type: ignore[arg-type]  # _typed made the field's type


def load_settings(flags: Mapping[str, object], folder: Path | None = None) -> Settings:
    """Return the settings: defaults, then `luocdo.toml`, then the environment, then flags.

    Args:
        flags: values given on the command line; None means not given.
        folder: where `luocdo.toml` is looked for; the current folder by default.

    Raises:
        SettingError: the file is no TOML, or a name or value is wrong.
    """
    config = (folder or Path.cwd()) / CONFIG_FILE
    settings = Settings().with_values(_file_values(config))
    environment = {
        f.name: os.environ[key]
        for f in fields(Settings)
        if (key := ENVIRONMENT_PREFIX + f.name.upper()) in os.environ
    }
    given = {name: value for name, value in flags.items() if value is not None}
    return settings.with_values(environment).with_values(given)


def _file_values(config: Path) -> dict[str, object]:
    if not config.is_file():
        return {}
    try:
        return tomllib.loads(config.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as fault:
        raise SettingError("bad-settings-file", f"{config}: {fault}") from fault


def _typed(name: str, value: object, default: object) -> object:
    """Return a value as the type of its setting."""
    try:
        if isinstance(default, bool):
            return value if isinstance(value, bool) else str(value).lower() in {"1", "true", "yes"}
        if isinstance(default, (int, float)):
            return type(default)(str(value))
        if isinstance(default, Path) or default is None:
            return Path(str(value)).expanduser()
        return str(value)
    except ValueError as fault:
        raise SettingError(
            "bad-setting", f"The setting {name} cannot be {value!r}.", "Give a number."
        ) from fault
