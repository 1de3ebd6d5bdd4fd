/** `check`, `decide` and `duties` by HTTP: with the file in the address, and as the body of a POST. */

import { describe, expect, test } from "vitest";
import { mostFileBytes } from "#charter";
import { answerSchemas } from "./answer-schemas.ts";
import { appOf } from "./testing.ts";

const app = appOf();
const api = "/api/v1/csto";

const november = { ARM: "absent", BLR: "for", KAZ: "for", KGZ: "for", RUS: "for", TJK: "for" };
const positions = JSON.stringify({ on: "2024-11-28", positions: november });
const json = { "Content-Type": "application/json" };

const post = (path: string, body: string | Uint8Array<ArrayBuffer>, headers = json) =>
  app.request(`${api}/${path}`, { method: "POST", body, headers });

type Refused = { readonly code: string; readonly field: string; readonly status: number };

describe("decide: November 2024, Armenia absent and not objecting (S-48)", () => {
  test("the same answer by GET and by POST, of the shape described", async () => {
    const query = `body=council&positions=${encodeURIComponent(positions)}`;
    const got = await (await app.request(`${api}/decide?${query}`)).json();
    const posted = await (await post("decide?body=council", positions)).json();
    expect(posted).toEqual(got);
    const answer = answerSchemas.decide.parse(posted);
    expect(answer.readings.map((row) => [row.reading["consensus"], row.outcome])).toEqual([
      ["express-consent", "not-adopted"],
      ["no-objection", "adopted"],
      ["consent-after-the-event", "undetermined"],
    ]);
    for (const { forms } of answer.readings) {
      expect(forms).toMatchObject([
        { form: "limited-format", available: true, outcome: "adopted" },
      ]);
    }
  });

  test("a later consent of Armenia adopts it on that day", async () => {
    const later = [{ state: "ARM", position: "for", on: "2025-01-10" }];
    const file = JSON.stringify({ on: "2024-11-28", positions: november, later });
    const answer = answerSchemas.decide.parse(
      await (await post("decide?body=council", file)).json(),
    );
    expect(answer.readings.map(({ adoptedOn }) => adoptedOn)).toEqual([
      undefined,
      "2024-11-28",
      "2025-01-10",
    ]);
  });
});

describe("what is refused", () => {
  test.each([
    ["no file at all", "decide?body=council", "", json, 400, "positions"],
    [
      "a state outside",
      "decide?body=council",
      '{"positions":{"UKR":"for"}}',
      json,
      400,
      "positions/positions/UKR",
    ],
    [
      "a seventh position",
      "decide?body=council",
      '{"positions":{"ARM":"maybe"}}',
      json,
      400,
      "positions/positions/ARM",
    ],
    ["a field too many", "decide?body=council", '{"positions":{},"x":1}', json, 400, "positions/x"],
    ["no such body", "decide?body=senate", '{"positions":{}}', json, 404, "body"],
    ["a body without procedure", "decide?body=secretariat", '{"positions":{}}', json, 404, "body"],
    [
      "the file twice",
      "decide?body=council&positions=%7B%7D",
      '{"positions":{}}',
      json,
      400,
      "positions",
    ],
    ["a form", "decide?body=council", "a=b", { "Content-Type": "text/plain" }, 415, "Content-Type"],
    ["a file too long", "decide?body=council", " ".repeat(mostFileBytes + 1), json, 413, "body"],
    [
      "an unknown finding",
      "duties",
      '{"on":"2022-01-06","victim":"KAZ","acts":[],"findings":[{"kind":"guilt","value":true,"by":"council","on":"2022-01-06"}]}',
      json,
      400,
      "situation/findings/0/kind",
    ],
    [
      "an unknown trace",
      "duties?trace=all",
      '{"on":"2022-01-06","victim":"KAZ","acts":[],"findings":[]}',
      json,
      400,
      "trace",
    ],
    [
      "an unknown party",
      "duties?party=USA",
      '{"on":"2022-01-06","victim":"KAZ","acts":[],"findings":[]}',
      json,
      404,
      "party",
    ],
  ] as const)("%s", async (_, path, body, headers, status, field) => {
    const response = await post(path, body, headers as typeof json);
    const refused = (await response.json()) as Refused;
    expect([response.status, refused.status, refused.field]).toEqual([status, status, field]);
    expect(response.headers.get("Content-Type")).toBe("application/problem+json");
  });

  test("bytes that are no UTF-8", async () => {
    const response = await post("decide?body=council", new Uint8Array([0x7b, 0xff, 0x7d]));
    expect(await response.json()).toMatchObject({ code: "http.encoding", field: "body" });
  });

  test.each(["decide", "duties"])("%s: another method names what is allowed", async (command) => {
    const response = await app.request(`${api}/${command}`, { method: "PUT" });
    expect([response.status, response.headers.get("Allow")]).toEqual([405, "GET, HEAD, POST"]);
  });

  test("a recorded situation of which nobody asked for help has no victim", async () => {
    const path = `${api}/duties?situation=situation/afghanistan-2021`;
    expect(await (await app.request(path)).json()).toMatchObject({ code: "duties.no-victim" });
  });
});
