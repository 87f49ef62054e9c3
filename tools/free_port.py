"""Print the port asked for if it is free, or another that is: `python -m tools.free_port 8000`."""

import socket
import sys


def free_port(wanted: int) -> int:
    """Choose a TCP port on which this machine can serve.

    Args:
        wanted: The port to prefer, 1 to 65535.

    Returns:
        The wanted port if nothing uses it, otherwise a free one chosen by the system.
    """
    for port in (wanted, 0):
        with socket.socket() as probe:
            # As servers do: a port is free even while an ended server's connections fade away.
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind(("127.0.0.1", port))
            except OSError:
                continue
            return int(probe.getsockname()[1])
    raise SystemExit("No port is free on this machine: stop a server that you no longer need.")


if __name__ == "__main__":
    print(free_port(int(sys.argv[1])))
