"""Default < luocdo.toml < environment < flag, and each value has the type of its setting."""

from __future__ import annotations

from pathlib import Path

import pytest

from luocdo.settings import SettingError, Settings, load_settings


def test_later_wins(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The file beats the default, the environment the file, the flag all."""
    assert load_settings({}).port == 8000
    (tmp_path / "luocdo.toml").write_text('port = 8001\nlang = "en"\n', encoding="utf-8")
    assert load_settings({}).port == 8001
    monkeypatch.setenv("LUOCDO_PORT", "8002")
    assert load_settings({}).port == 8002
    assert load_settings({"port": 8003}).port == 8003
    assert load_settings({"port": None}).port == 8002
    assert load_settings({}).lang == "en"


def test_values_take_the_type_of_their_setting() -> None:
    """Words of the environment become numbers, paths and yes or no."""
    settings = Settings().with_values(
        {"port": "81", "query_seconds": "2.5", "allow_secret": "yes", "store": "~/kho"}
    )
    assert (settings.port, settings.query_seconds, settings.allow_secret) == (81, 2.5, True)
    assert settings.store == Path.home() / "kho"
    assert not settings.with_values({"allow_secret": "no"}).allow_secret


def test_unknown_and_unfit_values_are_refused(tmp_path: Path) -> None:
    """The error says which setting, and has a code."""
    with pytest.raises(SettingError, match="colour") as caught:
        Settings().with_values({"colour": "red"})
    assert caught.value.code == "unknown-setting"
    with pytest.raises(SettingError, match="port") as caught:
        Settings().with_values({"port": "eighty"})
    assert caught.value.code == "bad-setting"
    (tmp_path / "luocdo.toml").write_text("port = = 1", encoding="utf-8")
    with pytest.raises(SettingError, match=r"luocdo\.toml") as caught:
        load_settings({})
    assert caught.value.code == "bad-settings-file"


def test_store_stands_where_the_desktop_keeps_data(tmp_path: Path) -> None:
    """XDG_DATA_HOME decides."""
    assert Settings().store == tmp_path / "data" / "luocdo"
