import { describe, expect, test } from "vitest";
import { tinyPack } from "#charter/testing";
import type { Act } from "#ledger";
import { en } from "./en.ts";
import { ru } from "./ru.ts";
import { titleOf } from "./titles.ts";

const pack = tinyPack();

const act = (kind: string, more: Partial<Act> = {}): Act => ({
  id: "pact.x",
  org: "lake",
  kind,
  mode: "asserted",
  about: ["instrument/treaty"],
  recordedAt: "2027-01-01T00:00:00.000Z",
  claims: [],
  preferred: "a",
  ...(more as object),
});

const title = (kind: string, actors: readonly string[] | undefined, more: Partial<Act> = {}) => {
  const of = { act: act(kind, more), reading: { actors } };
  return { en: titleOf(of, pack, "en"), ru: titleOf(of, pack, "ru") };
};

describe("a title is made of who, what was done, and to what", () => {
  test.each([
    {
      kind: "instrument.signed",
      actors: ["XNA", "XNB", "org/un", "XNC"],
      en: "Norland, Esteria and 2 others signed: Lake Treaty",
      ru: "Подписали: Норландия, Эстерия и ещё 2 – Озёрный договор",
    },
    {
      kind: "instrument.acceded",
      actors: ["XNA"],
      en: "Norland acceded: Lake Treaty",
      ru: "Присоединение: Норландия – Озёрный договор",
    },
    {
      kind: "instrument.signed",
      actors: undefined,
      en: "Signed: Lake Treaty",
      ru: "Подписание: Озёрный договор",
    },
    {
      kind: "instrument.entered-into-force",
      actors: undefined,
      en: "Entry into force: Lake Treaty",
      ru: "Вступление в силу: Озёрный договор",
    },
  ])("$kind by $actors", ({ kind, actors, ...expected }) => {
    expect(title(kind, actors)).toEqual(expected);
  });

  test("an act's own title wins", () => {
    const own = { en: "The lake is shared", ru: "Озеро поделено" };
    expect(title("instrument.signed", ["XNA"], { title: own })).toEqual(own);
  });

  test("a kind without a title is named as it is", () => {
    expect(title("lake.drained", ["XNA"]).en).toBe("lake.drained: Norland: Lake Treaty");
  });
});

describe("numbers take the right form", () => {
  test.each([
    { count: 1, en: "1 act", ru: "1 акт" },
    { count: 3, en: "3 acts", ru: "3 акта" },
    { count: 5, en: "5 acts", ru: "5 актов" },
    { count: 21, en: "21 acts", ru: "21 акт" },
  ])("$count", ({ count, ...expected }) => {
    expect({ en: en.acts(count), ru: ru.acts(count) }).toEqual(expected);
  });
});
