"""A PostgreSQL server of a test run's own, where the programs of one are installed; gone when the run ends."""

from __future__ import annotations

import getpass
import itertools
import os
import pwd
import shutil
import subprocess
import tempfile
from pathlib import Path

MISSING = "no PostgreSQL on this machine (Debian: apt-get install postgresql)"

_USER = "bot"


def programs() -> Path | None:
    """Where initdb and pg_ctl are; None where they are not."""
    debian = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(path.parts[4]))
    found = debian[-1] if debian else shutil.which("initdb")
    return Path(found).parent if found else None


class Server:
    """Listens on a socket in a folder of its own. Who runs the tests as root lends it to another user."""

    def __init__(self, where: Path) -> None:
        self._programs = where
        self._numbers = itertools.count(1)
        self.folder = Path(tempfile.mkdtemp(prefix="bot-pg-", dir="/tmp"))
        self._as: dict[str, object] = {}
        if os.getuid() == 0:  # initdb refuses root
            user = next(one for name in ("postgres", "nobody") if (one := _user(name)) is not None)
            os.chown(self.folder, user.pw_uid, user.pw_gid)
            self._as = {"user": user.pw_uid, "group": user.pw_gid, "extra_groups": []}
        self.folder.chmod(0o755)
        self._run("initdb", "-D", str(self.folder / "data"), "-U", _USER, "-A", "trust", "-E", "UTF8", "--no-sync")
        self.start()

    def start(self) -> None:
        options = f"-k {self.folder} -c listen_addresses='' -c fsync=off -c max_connections=200"
        self._run(
            "pg_ctl", "-D", str(self.folder / "data"), "-l", str(self.folder / "log"), "-o", options, "-w", "start"
        )

    def stop(self) -> None:
        self._run("pg_ctl", "-D", str(self.folder / "data"), "-m", "immediate", "-w", "stop")

    def close(self) -> None:
        self.stop()
        shutil.rmtree(self.folder)

    def fresh(self) -> str:
        """The address of a place in which there is nothing yet."""
        import psycopg

        schema = f"place_{next(self._numbers)}"
        with psycopg.connect(self.address(), autocommit=True) as connection:
            connection.execute(f"CREATE SCHEMA {schema}".encode())
        return f"{self.address()}&options=-csearch_path%3D{schema}"

    def address(self) -> str:
        return f"postgresql://{_USER}@/postgres?host={self.folder}"

    def _run(self, program: str, *arguments: str) -> None:
        subprocess.run(
            [self._programs / program, *arguments],
            check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, stdin=subprocess.DEVNULL,
            cwd=self.folder, env={"LC_ALL": "C", "PATH": os.environ["PATH"], "USER": getpass.getuser()}, **self._as,
        )  # fmt: skip


def _user(name: str) -> pwd.struct_passwd | None:
    try:
        return pwd.getpwnam(name)
    except KeyError:
        return None
