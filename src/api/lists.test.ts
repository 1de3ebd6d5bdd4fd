/** Each list, of a small world that has something in all of them: its schema, its words, its page. */

import { describe, expect, test } from "vitest";
import { ask, isList, questions, sceneOf, specOf } from "#rules";
import { lakeWorld, params } from "#rules/testing";
import { tableOf, titlesIn, worded } from "#wording";
import { answerSchemas } from "./answer-schemas.ts";

const world = lakeWorld();
const lists = questions.map(({ command }) => command).filter(isList);

const days = ["2027-01-01", "2028-03-10", "2028-04-16", "2028-06-30"];
const lenses = [
  {},
  { "according-to": "lake.memo" },
  { "published-by": "2028-06-29" },
  { known: "#30" },
];

const answers = (command: (typeof questions)[number]["command"]) =>
  days.flatMap((on) =>
    lenses.map((lens) => {
      const spec = specOf(command);
      const asked = params({
        ...(command === "coverage" ? { source: "lake.gazette" } : { on }),
        ...(command === "search" && { q: "lake" }),
        ...lens,
      });
      const scene = spec && sceneOf(world, spec, asked);
      const answer = ask(world, command, asked);
      if (!scene?.ok || !answer.ok) throw new Error(`${command} was refused`);
      return { scene: scene.value, answer: answer.value };
    }),
  );

describe.each(["en", "ru"] as const)("in %s", (language) => {
  test.each([...lists, "coverage" as const])("%s is as described, and as a table", (command) => {
    for (const { scene, answer } of answers(command)) {
      const titles = titlesIn(scene, language);
      const body = worded(answer, world.pack, titles, language);
      const read = answerSchemas[command].safeParse(JSON.parse(JSON.stringify(body)));
      expect(read.error?.issues).toBeUndefined();
      const table = tableOf(answer, world.pack, titles, language);
      for (const row of table.rows) expect(row.length).toBe(table.columns.length);
    }
  });
});

test("no text of a list is left in both languages, and each gap has a sentence", () => {
  const { scene, answer } = answers("exercises").at(-4) ?? {};
  if (scene === undefined || answer === undefined) throw new Error("nothing was asked");
  const body = worded(answer, world.pack, titlesIn(scene, "ru"), "ru");
  expect(JSON.stringify(body)).not.toContain('"en"');
  expect(body).toMatchObject({
    items: [{ name: "Шторм" }, { name: "Рябь", place: "Северный берег" }, { name: "Волна" }],
    unknown: [
      { subject: "exercise/storm", text: "Неизвестно (Шторм): к какому дню." },
      { subject: "exercise/wave", text: "Неизвестно (Волна): что стало после срока." },
    ],
  });
});
