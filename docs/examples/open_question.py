"""An open question, looked at and decided through the assistant's tools: `python open_question.py RECORD.db`.

The same program is started twice: without a token, which can only read, and with one.
"""

from __future__ import annotations

import json
import re
import sys
from typing import Any

import anyio
from mcp import Client, StdioServerParameters

BY = {"author": "an assistant, for Ann", "reason": "Ford has said so since"}


async def ask(client: Client, tool: str, **words: Any) -> Any:
    given = ", ".join(f"{name}={json.dumps(value, ensure_ascii=False)}" for name, value in words.items())
    print(re.sub(r"jdg_\w+", "jdg_…", f"{tool}({given})"))  # its id tells the moment
    answer = await client.call_tool(tool, words)
    if answer.is_error:
        print(f"    refused: {answer.content[0].text}")
        return None
    return json.loads(answer.content[0].text)


def desk(record: str, **environment: str) -> StdioServerParameters:
    words = ["-m", "cellwire", "mcp", "--db", record]
    return StdioServerParameters(command=sys.executable, args=words, env=environment)


async def main(record: str) -> None:
    async with Client(desk(record)) as client:
        question = (await ask(client, "questions"))["questions"][0]
        print(f"    {question['asks']}: {question['about']}")
        for side in question["sides"]:
            print(f"      {side['says']}: {' '.join(side['judge']['words'])}")
            for source in side["sources"]:
                print(f"        “{' '.join(source['quote'].split()[:12])}…” {source['outlet']}, {source['published']}")
        await ask(client, "judge", **question["sides"][0]["judge"], **BY)
    async with Client(desk(record, CELLWIRE_TOKEN="a secret of this desk")) as client:
        decision = question["sides"][0]["judge"]
        would = await ask(client, "judge", **decision, **BY, preview=True)
        print(f"    it would change: {changed(would)}; {would['note']}")
        kept = await ask(client, "judge", **decision, **BY)
        judged = kept["judgements"][0]
        print(f"    {judged['says']}")
        undone = await ask(client, "undo", judgement=judged["id"], author=BY["author"], reason="it was another plant")
        print(f"    {changed(undone)}")


def changed(told: dict[str, Any]) -> str:
    values = [f"{each['name']}, {each['field']}: {each['before']} → {each['after']}" for each in told["changed"]]
    return "; ".join([*values, *(f"no entry of its own any more: {name}" for name in told["gone"])]) or "no value"


if __name__ == "__main__":
    anyio.run(main, sys.argv[1])
