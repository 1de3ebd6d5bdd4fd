import { describe, expect, test } from "vitest";
import { csvText } from "./csv.ts";

const cell = (text: string): string => csvText({ columns: ["A"], rows: [[text]] }).slice(4, -2);

describe("RFC 4180, with a byte order mark and CRLF", () => {
  test("heads and rows", () => {
    expect(csvText({ columns: ["A", "B"], rows: [["1", "ё"]] })).toBe("\ufeffA,B\r\n1,ё\r\n");
  });

  test.each([
    { name: "a comma", text: "a,b", expected: '"a,b"' },
    { name: "a quote", text: 'a"b', expected: '"a""b"' },
    { name: "a line break", text: "a\nb", expected: '"a\nb"' },
    { name: "nothing", text: "", expected: "" },
    { name: "an equals sign first", text: "=1+1", expected: "'=1+1" },
    { name: "a plus first", text: "+1", expected: "'+1" },
    { name: "a minus first", text: "-1", expected: "'-1" },
    { name: "an at sign first", text: "@SUM(A1)", expected: "'@SUM(A1)" },
    { name: "a tab first", text: "\t=1", expected: "'\t=1" },
    { name: "a return first", text: "\r=1", expected: '"\'\r=1"' },
    { name: "an equals sign and a comma", text: "=A1,B1", expected: '"\'=A1,B1"' },
    { name: "an escape", text: "a\u001b[31mb", expected: "a\ufffd[31mb" },
    { name: "an override", text: "a\u202eb", expected: "a\ufffdb" },
    { name: "an equals sign inside", text: "a=b", expected: "a=b" },
  ])("$name", ({ text, expected }) => {
    expect(cell(text)).toBe(expected);
  });
});
