"""The board's program on a free port of this machine, and a browser that speaks to it."""

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import httpx
import uvicorn

from guong.ceremony.gate import Gate
from guong.ceremony.pages import pages
from guong.ceremony.pages_command import listen

TOKEN = "token-of-a-test"


@contextmanager
def running(made: Callable[..., Gate] = pages) -> Iterator[str]:
    """Serve pages of a local program as `guong ceremony` and `guong station` do; gives their address."""
    with listen(0) as listener:
        port = listener.getsockname()[1]
        config = uvicorn.Config(made(port=port, token=TOKEN), lifespan="off", ws="none", log_level="error")
        server = uvicorn.Server(config)
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]})
        thread.start()
        while not server.started:
            time.sleep(0.005)
        try:
            yield f"http://127.0.0.1:{port}"
        finally:
            server.should_exit = True
            thread.join()


@contextmanager
def stranger() -> Iterator[httpx.Client]:
    """A browser that has not been let in."""
    with (
        running() as address,
        httpx.Client(base_url=address, headers={"Origin": address}, follow_redirects=True) as client,
    ):
        yield client


@contextmanager
def operator() -> Iterator[httpx.Client]:
    """A browser that followed the printed link."""
    with stranger() as client:
        assert client.get(f"/vao/{TOKEN}").status_code == 200
        yield client
