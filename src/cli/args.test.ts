import { describe, expect, test } from "vitest";
import { questions } from "#rules";
import { languageOf, parse } from "./args.ts";
import { commands } from "./commands.ts";

const setting = { version: "1.2.3", width: 80 };
const heard = (...argv: readonly string[]) => parse(argv, setting);

const call = (...argv: readonly string[]) => {
  const parsed = heard(...argv);
  if (!parsed.ok || parsed.value.do !== "run") throw new Error(JSON.stringify(parsed));
  return parsed.value.call;
};

describe("the words after foedus", () => {
  test("flags may stand before and after the command", () => {
    const { command, org, language, json } = call(
      "--org",
      "nato",
      "members",
      "--json",
      "--lang=ru",
    );
    expect([command.name, org, language, json]).toEqual(["members", "nato", "ru", true]);
  });

  test("words by place and flags come with their names", () => {
    const { params } = call("status", "UZB", "--on", "2000-01-01");
    expect([...params]).toEqual([
      ["state", ["UZB"]],
      ["on", ["2000-01-01"]],
    ]);
  });

  test("a repeated flag keeps both values, so that it can be refused", () => {
    const { params } = call("members", "--on", "2000-01-01", "--on=2001-01-01");
    expect(params.get("on")).toEqual(["2000-01-01", "2001-01-01"]);
  });

  test("what stands behind -- is no flag", () => {
    expect(call("record", "add", "--", "--json").params.get("file")).toEqual(["--json"]);
  });

  test("every question of the rules is a command", () => {
    const names = commands.map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(questions.map(({ command }) => command)));
  });
});

describe("help has an example for every command, in both languages", () => {
  test.each(commands.flatMap(({ name }) => ["en", "ru"].map((lang) => ({ name, lang }))))(
    "$name in $lang",
    ({ name, lang }) => {
      const parsed = heard(...name.split(" "), "--help", "--lang", lang);
      const text = parsed.ok && parsed.value.do === "print" ? parsed.value.text : "";
      expect(text).toContain(`\n  foedus ${name}`);
      expect(/[а-я]/.test(text)).toBe(lang === "ru");
    },
  );

  test("the help of the program fits one screen", () => {
    const parsed = heard("--help");
    const text = parsed.ok && parsed.value.do === "print" ? parsed.value.text : "";
    expect(text.split("\n").length).toBeLessThan(60);
    expect(text).toContain("members");
  });

  test.each(["members", "record add", "record"])("help %s is its --help", (name) => {
    const words = name.split(" ");
    expect(heard("help", ...words)).toEqual(heard(...words, "--help"));
  });

  test("two languages are refused in English", () => {
    expect(languageOf(["members", "--lang", "en", "--lang", "ru"])).toBe("en");
  });

  test("the version stands alone", () => {
    expect(heard("--version")).toEqual({ ok: true, value: { do: "print", text: "1.2.3\n" } });
  });
});

describe("what is not understood is refused with what may have been meant", () => {
  test.each([
    { argv: ["membres"], code: "cli.unknown-command", accepted: "members" },
    { argv: ["members", "--onn", "x"], code: "cli.unknown-flag", accepted: /^--on\b/ },
    { argv: ["members", "--on"], code: "cli.missing-value", accepted: "--on DATE" },
    { argv: ["help", "membres"], code: "cli.unknown-command", accepted: "members" },
    { argv: ["help", "record", "ad"], code: "cli.unknown-command", accepted: "record add" },
    { argv: ["status"], code: "cli.missing-argument", accepted: "STATE" },
    { argv: ["record"], code: "cli.missing-argument", accepted: /record check/ },
    { argv: ["record", "chek", "x"], code: "cli.unknown-command", accepted: "record check" },
    { argv: ["members", "x"], code: "cli.too-many-arguments", accepted: "" },
    { argv: ["members", "--json", "--csv"], code: "cli.contradiction", accepted: /--json/ },
    { argv: ["members", "--json", "--json"], code: "query.repeated", accepted: "--json" },
    { argv: ["members", "--org", "a", "--org", "b"], code: "query.repeated", accepted: "--org" },
    { argv: ["members", "--lang", "de"], code: "query.language", accepted: "en, ru" },
    { argv: ["serve", "--csv"], code: "cli.unknown-flag", accepted: /--port/ },
  ])("$argv: $code", ({ argv, code, accepted }) => {
    const parsed = heard(...argv);
    expect(parsed.ok).toBe(false);
    if (parsed.ok) return;
    expect(parsed.refusal.code).toBe(code);
    expect(parsed.refusal.accepted).toMatch(accepted);
  });
});
