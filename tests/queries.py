"""Runs the queries of examples/queries in DuckDB over exports of our own record in every format.

Each result is held against the one that stands beside the query. The argument is the command to
export with, which must be built with Parquet.
"""

import csv
import json
import pathlib
import subprocess
import sys
import tempfile

import duckdb

ROOT = pathlib.Path(__file__).resolve().parent.parent
QUERIES = ROOT / "examples" / "queries"
READERS = {"csv": "read_csv", "jsonl": "read_json", "parquet": "read_parquet"}
TYPES = {"integer": "INTEGER", "date": "DATE", "boolean": "BOOLEAN"}


def main():
    command = sys.argv[1]
    queries = sorted(QUERIES.glob("*.sql"))
    assert len(queries) == len(list(QUERIES.glob("*.expected.csv"))) == 3, queries
    everything = {}
    for form in READERS:
        with tempfile.TemporaryDirectory() as folder:
            export = [command, "-C", ROOT, "export", "--format", form, "-o", folder]
            subprocess.run(export, check=True)
            database = opened(pathlib.Path(folder), form)
            everything[form] = contents(database)
            for query in queries:
                hold(database, query, form)
    for form, tables in everything.items():
        assert tables == everything["csv"], f"{form} holds something else than csv"
    print(f"{len(queries)} queries, {len(READERS)} formats: as expected, and the same rows in each")


def opened(folder, form):
    """A database with a view of each table, typed as the dictionary has it."""
    dictionary = json.loads((folder / "dictionary.json").read_text(encoding="utf-8"))
    database = duckdb.connect()
    for table in dictionary["tables"]:
        options = ["hive_partitioning = true"]
        if form != "parquet":
            columns = {one["name"]: TYPES.get(one["type"], "VARCHAR") for one in table["columns"]}
            options.append(f"columns = {columns | {'dialogue': 'VARCHAR'}}" if form == "jsonl"
                           else f"types = {columns}, header = true")
        files = f"{folder}/{table['name']}/*/*.{form}"
        source = f"{READERS[form]}('{files}', {', '.join(options)})"
        database.execute(f"CREATE VIEW {table['name']} AS SELECT * FROM {source}")
    return database


def contents(database):
    """Every table, with the names of its columns, in an order that no format decides."""
    tables = {}
    for (name,) in database.execute("SELECT table_name FROM information_schema.tables").fetchall():
        result = database.execute(f"SELECT * FROM {name}")
        names = sorted(column[0] for column in result.description)
        rows = [dict(zip([column[0] for column in result.description], row))
                for row in result.fetchall()]
        tables[name] = (names, sorted(str([row[name] for name in names]) for row in rows))
    return tables


def hold(database, query, form):
    result = database.execute(query.read_text(encoding="utf-8"))
    found = [[column[0] for column in result.description]]
    for row in result.fetchall():
        found.append(["" if cell is None else str(cell) for cell in row])
    expected = query.with_suffix(".expected.csv").read_text(encoding="utf-8")
    expected = list(csv.reader(expected.splitlines()))
    assert found == expected, f"{query.name} over {form}:\n{found}\nnot\n{expected}"


if __name__ == "__main__":
    main()
