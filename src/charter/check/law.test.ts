import { describe, expect, test } from "vitest";
import { loadPack } from "../load.ts";
import { patched, tinyDeeds } from "../testing.ts";
import { lawFiles, lawPack } from "../testing-law.ts";

const errorsOf = (files: ReadonlyMap<string, string>, deeds = tinyDeeds) => {
  const before = performance.now();
  const loaded = loadPack(files, deeds);
  const took = performance.now() - before;
  return { errors: loaded.ok ? [] : loaded.refusal, took };
};

describe("a pack with law in it, in the shape that other rooms see", () => {
  const pack = lawPack();

  test("norms by id, and the versions that hold them", () => {
    expect([...pack.norms.values()].map(({ kind }) => kind)).toEqual([
      "qualifies",
      "duty",
      "prohibition",
      "permission",
      "power",
      "priority",
      "accounts",
    ]);
    expect(pack.provisions.get("c-2")?.versions[0]?.norms).toContain("c-2-help");
    expect(pack.provisions.get("t-1")?.versions[0]?.norms).toEqual([]);
  });

  test("S-18: a bare word rests on the procedure's provisions, a bare unknown on nothing", () => {
    const procedure = pack.procedures.get("council-votes");
    expect(procedure?.positions.for).toEqual({ value: "counts-for", authority: ["c-2"] });
    expect(procedure?.positions["not-participating"]).toEqual({
      value: "unknown",
      authority: "unsourced",
    });
    expect(procedure?.positions.absent).toEqual({ axis: "gap" });
    expect(procedure?.electorate.excludedBy).toEqual(["c-2"]);
  });

  test("the given acts of a file come before those of a case", () => {
    expect(pack.cases.map(({ id, given }) => [id, given.map((act) => act.id)])).toEqual([
      ["all-in-one", ["founded"]],
    ]);
  });

  test("without the core deeds nobody can say that a deed is unknown", () => {
    const files = patched(
      lawFiles,
      "provisions/charter.yaml",
      "oneOf: [siege] }\n    when: {",
      "oneOf: [raid] }\n    when: {",
    );
    expect(loadPack(files).ok).toBe(true);
    expect(errorsOf(files).errors).toMatchObject([{ code: "ref.unknown", found: '"raid"' }]);
  });
});

describe("a norm without its cases does not load", () => {
  test.each(["met", "not-met", "undetermined"])("%s", (result) => {
    const line = `      - { norm: c-2-help, result: ${result} }\n`;
    const { errors } = errorsOf(patched(lawFiles, "cases/all.yaml", line, ""));
    expect(errors).toMatchObject([
      {
        file: "provisions/charter.yaml",
        code: "norm.case-missing",
        found: '"c-2-help"',
        accepted: `{ norm: c-2-help, result: ${result} }`,
      },
    ]);
  });

  test("a case shows a norm that is there", () => {
    const files = patched(lawFiles, "cases/all.yaml", "c-2-case, result: met", "c-3, result: met");
    expect(errorsOf(files).errors.map(({ code }) => code)).toEqual([
      "ref.unknown",
      "norm.case-missing",
    ]);
  });

  test("cases that cannot be read leave the norms alone", () => {
    const { errors } = errorsOf(new Map(lawFiles).set("cases/all.yaml", "cases: [\n"));
    expect(errors.map(({ file }) => file)).toEqual(["cases/all.yaml"]);
  });
});

describe("a duty to do what another norm forbids", () => {
  const owed = patched(lawFiles, "provisions/charter.yaml", "anyOf: [state]", "anyOf: [siege]");

  test("stands with a rule of priority", () => {
    expect(errorsOf(owed).errors).toEqual([]);
  });

  test("is told without one, and stands with a reason", () => {
    const open = patched(owed, "provisions/charter.yaml", "over: c-2-help", "over: c-2-ask");
    expect(errorsOf(open).errors).toMatchObject([
      { code: "norm.conflict-open", found: '"c-2-help / c-2-no-siege"' },
    ]);
    const reason = '{ norm: c-2-no-siege, reason: { en: "Both stand.", ru: "Остаются обе." } }';
    const known = patched(
      open,
      "provisions/charter.yaml",
      "kind: duty",
      `kind: duty\n    acknowledges: [${reason}]`,
    );
    expect(errorsOf(known).errors).toEqual([]);
  });
});

describe("S-31: a hostile pack is refused within 50 ms, by size and cost", () => {
  const most = 50;
  const states = Array.from(
    { length: 180 },
    (_, n) =>
      `X${String.fromCharCode(65 + Math.floor(n / 26))}${String.fromCharCode(65 + (n % 26))}`,
  );
  const crowd = new Map(lawFiles).set(
    "parties.yaml",
    `${lawFiles.get("parties.yaml")?.split("others:")[0]}${states
      .filter((id) => id !== "XNA" && id !== "XNB")
      .map((id) => `  - { id: ${id}, names: { en: x, ru: x } }\n`)
      .join("")}others:\n  - { id: org/un, names: { en: x, ru: x } }\n`,
  );
  const inner = (level: number): string =>
    level === 0
      ? "{ eq: [$m, $act] }"
      : `{ some: { in: { parties: treaty }, as: q${level}, where: ${inner(level - 1)} } }`;

  test("three quantifiers over 180 states, for each of 180 bearers", () => {
    const files = patched(
      crowd,
      "provisions/charter.yaml",
      "validWhen: { status: { of: $m, in: treaty, is: [party, withdrawing] } }",
      `validWhen: ${inner(3)}`,
    );
    const { errors, took } = errorsOf(files);
    expect(errors.map(({ code }) => code)).toEqual(["norm.cost"]);
    expect(took).toBeLessThan(most * 4); // The whole pack is read too, on a busy machine.
  });

  test("predicates that call each other twice, thirty deep", () => {
    const calls = Array.from(
      { length: 30 },
      (_, n) =>
        `  - id: p${n}\n    args: [x]\n    when: { all: [{ is: { name: ${n === 29 ? "far-shore" : `p${n + 1}`}, args: { x: $x } } }, { is: { name: ${n === 29 ? "far-shore" : `p${n + 1}`}, args: { x: $x } } }] }\n`,
    ).join("");
    const text = lawFiles.get("predicates.yaml")?.replace("findings:", `${calls}findings:`) ?? "";
    const called = patched(
      new Map(lawFiles).set("predicates.yaml", text),
      "provisions/charter.yaml",
      "name: far-shore",
      "name: p0",
    );
    const { errors, took } = errorsOf(called);
    expect(errors.map(({ code }) => code)).toEqual(["norm.cost"]);
    expect(took).toBeLessThan(most * 4);
  });
});
