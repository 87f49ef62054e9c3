import socket

from tools.free_port import free_port


def test_a_free_port_is_kept() -> None:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        free = int(probe.getsockname()[1])
    assert free_port(free) == free


def test_a_taken_port_gives_way() -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        taken = int(other.getsockname()[1])
        assert free_port(taken) not in {0, taken}
