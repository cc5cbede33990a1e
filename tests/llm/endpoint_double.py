"""A loopback endpoint that speaks OpenAI's chat completions: it answers as a test says and keeps what it was sent."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

Reply = Callable[[dict[str, Any]], dict[str, Any] | int]
"""From a request to the arguments of the tool that gives the answer, to a call `{"call": name, "with": {…}}` of another
tool, or to a status that is no success."""


@dataclass
class Double:
    url: str
    requests: list[dict[str, Any]] = field(default_factory=list)
    keys: list[str] = field(default_factory=list)


@contextmanager
def endpoint(reply: Reply) -> Iterator[Double]:
    """One that answers until the end of the block."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            request = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            double.requests.append(request)
            double.keys.append(self.headers.get("Authorization", ""))
            said = reply(request) if self.path == "/v1/chat/completions" else 404
            body = json.dumps({"error": {"message": "no"}} if isinstance(said, int) else _completion(request, said))
            self.send_response(said if isinstance(said, int) else 200)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body.encode())

        def log_message(self, format: str, *args: Any) -> None:
            return

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    double = Double(f"http://127.0.0.1:{server.server_address[1]}/v1")
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield double
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def _completion(request: dict[str, Any], said: dict[str, Any]) -> dict[str, Any]:
    tools = [tool["function"]["name"] for tool in request.get("tools", [])]
    called = said.get("call") or next((name for name in tools if name.startswith("final_result")), "")
    message: dict[str, Any] = {"role": "assistant", "content": None}
    if called:
        arguments = json.dumps(said["with"] if "call" in said else said)
        function = {"name": called, "arguments": arguments}
        message["tool_calls"] = [{"id": "c1", "type": "function", "function": function}]
    else:  # the form is asked for otherwise than by a tool
        message["content"] = json.dumps(said)
    return {
        "id": "r1",
        "object": "chat.completion",
        "created": 1,
        "model": request["model"],
        "choices": [{"index": 0, "finish_reason": "tool_calls" if called else "stop", "message": message}],
        "usage": {"prompt_tokens": 1000, "completion_tokens": 100, "total_tokens": 1100},
    }


def tool_answers(request: dict[str, Any]) -> list[str]:
    """What the tools gave so far in a conversation."""
    return [str(message["content"]) for message in request["messages"] if message["role"] == "tool"]
