import pytest

from tools import firefox


def test_a_wrong_environment_is_said_not_passed_over(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FIREFOX", "/nowhere")
    with pytest.raises(SystemExit, match="FIREFOX is set to /nowhere, which does not start"):
        firefox.find_firefox()


def test_each_package_is_tried_then_the_advice_is_one_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    tried: list[str] = []
    monkeypatch.setattr(firefox, "find_firefox", lambda: None)
    monkeypatch.setattr(firefox, "install_package", tried.append)
    with pytest.raises(SystemExit) as stopped:
        firefox.main()
    assert tried == ["firefox-esr", "firefox"]
    assert str(stopped.value) == firefox.ADVICE
    assert firefox.ADVICE.count(". ") == 0
