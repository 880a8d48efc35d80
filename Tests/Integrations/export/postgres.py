"""A PostgreSQL of one's own: a cluster in a temporary folder, reached by a socket in it, gone at the end."""

import glob
import os
import pathlib
import pwd
import shutil
import subprocess
import tempfile


class Cluster:
    def __enter__(self):
        self.binaries = pathlib.Path(sorted(glob.glob("/usr/lib/postgresql/*/bin"))[-1])
        self.root = pathlib.Path(tempfile.mkdtemp(prefix="jixiao-postgres-", dir="/tmp"))
        # PostgreSQL refuses to run as root.
        self.prefix = []
        if os.geteuid() == 0:
            user = pwd.getpwnam("postgres")
            os.chown(self.root, user.pw_uid, user.pw_gid)
            self.prefix = ["setpriv", f"--reuid={user.pw_uid}", f"--regid={user.pw_gid}", "--clear-groups"]
        os.chmod(self.root, 0o755)
        self.environment = {
            "PATH": os.environ["PATH"], "HOME": str(self.root), "PGHOST": str(self.root), "PGUSER": "jixiao",
            "LC_ALL": "C.UTF-8",
        }
        self.call(self.binaries / "initdb", "-A", "trust", "-U", "jixiao", "-E", "UTF8", "--locale=C", self.root / "data")
        self.call(
            self.binaries / "pg_ctl", "-D", self.root / "data", "-l", self.root / "log", "-w", "-o",
            f"-k {self.root} -c listen_addresses= -c fsync=off", "start")
        return self

    def __exit__(self, *_):
        self.call(self.binaries / "pg_ctl", "-D", self.root / "data", "-m", "immediate", "stop")
        shutil.rmtree(self.root, ignore_errors=True)

    def call(self, *arguments, folder=None, status=0, database="postgres"):
        environment = dict(self.environment, PGDATABASE=database)
        done = subprocess.run(
            self.prefix + [str(a) for a in arguments], capture_output=True, text=True, env=environment,
            cwd=folder or self.root)
        if done.returncode != status:
            raise AssertionError(f"{arguments[0]} ended with {done.returncode}: {done.stdout[-2000:]}{done.stderr[-2000:]}")
        return done.stdout + done.stderr

    def create(self, database):
        self.call("psql", "-X", "-q", "-c", f"CREATE DATABASE {database}")
        return database

    def load(self, folder, database, status=0):
        """Runs the script that was exported."""
        for path in [folder, *folder.iterdir()]:
            path.chmod(0o755)
        return self.call("psql", "-X", "-f", "load.sql", folder=folder, database=database, status=status)

    def rows(self, query, database):
        """The rows of a query as JSON values."""
        import json

        text = self.call(
            "psql", "-X", "-q", "-t", "-A", "-c", f"SELECT coalesce(json_agg(q), '[]') FROM ({query}) AS q",
            database=database)
        return json.loads(text)
