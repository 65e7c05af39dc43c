"""The words of a command are read, and complained about, in the user's language."""

from __future__ import annotations

import pytest

from luocdo.command_line import CommandLine
from luocdo.messages import load_messages


def parser(code: str = "vi") -> CommandLine:
    """Return the parser of an invented command."""
    made = CommandLine("luocdo thử", "làm thử", load_messages(code))
    made.add_argument("paths", nargs="+", metavar="PATH")
    made.add_argument("--limit", type=int)
    made.add_argument("--limits", action="store_true")
    made.add_argument("--format", choices=("csv", "json"))
    return made


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ([], "Còn thiếu: PATH."),
        (["a", "--limit", "x"], "--limit không nhận 'x'."),
        (["a", "--limit"], "Sau --limit còn thiếu giá trị."),
        (["a", "--limits=3"], "--limits không đi kèm giá trị nào."),
        (["a", "--lim", "3"], "--lim viết tắt quá"),
    ],
)
def test_what_is_wrong_is_said_in_vietnamese(
    words: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Each kind of mistake gets a sentence, the way to call the command, and exit code 2."""
    with pytest.raises(SystemExit) as left:
        parser().parse_args(words)
    shown = capsys.readouterr().err
    assert left.value.code == 2
    assert said in shown
    assert shown.startswith("Cách dùng: luocdo thử")


def test_a_wrong_choice_names_the_right_ones(capsys: pytest.CaptureFixture[str]) -> None:
    """What may stand there is in the sentence."""
    with pytest.raises(SystemExit):
        parser("en").parse_args(["a", "--format", "xml"])
    shown = capsys.readouterr().err
    assert "--format cannot be 'xml'" in shown
    assert "csv" in shown.splitlines()[-1]
    assert "json" in shown.splitlines()[-1]


def test_help_has_no_english_in_vietnamese() -> None:
    """Headings of the help are in the language that was chosen."""
    page = parser().format_help()
    assert "Ghi sau lệnh:" in page
    assert "Tùy chọn:" in page
    assert not {"usage:", "options:", "positional"} & set(page.split())
