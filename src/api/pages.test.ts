import { describe, expect, test } from "vitest";
import { preferredLanguage } from "./front.ts";
import { appOf, organizations, readBack } from "./testing.ts";

const app = appOf();
const pageAt = async (path: string) => {
  const response = await app.request(path);
  expect(response.status).toBe(200);
  return readBack(response);
};

describe("addresses", () => {
  test.each([
    ["/csto/members", "members", { on: "2026-11-23" }],
    ["/csto/members?on=1999-04-21", "members", { on: "1999-04-21" }],
    ["/csto/status/UZB?on=2007-01-01", "status", { state: "UZB", on: "2007-01-01" }],
    ["/csto/why?subject=membership/UZB", "why", { subject: "membership/UZB" }],
    ["/csto/why?subject=membership%2FUZB", "why", { subject: "membership/UZB" }],
    ["/csto/provision/t-4", "provision", { id: "t-4" }],
    ["/csto/diff?from=1999-04-20&to=1999-04-21", "diff", { from: "1999-04-20", to: "1999-04-21" }],
    ["/csto/diff", "diff", { from: "2026-11-22", to: "2026-11-23" }],
    ["/csto/diff?to=2001-01-01", "diff", { from: "2000-12-31", to: "2001-01-01" }],
    ["/csto/diff?from=2001-01-01", "diff", { from: "2001-01-01", to: "2026-11-23" }],
    ["/csto/timeline?actor=UZB", "timeline", { org: "csto" }],
    ["/nato/members", "members", { org: "nato" }],
  ])("%s is the page of %s", async (path, page, answer) => {
    const { data } = await pageAt(path);
    expect(data).toMatchObject({ page, answer, today: "2026-11-23" });
  });

  test("the empty fields of a form are none", async () => {
    const { data, request } = await pageAt(
      "/csto/members?on=1999-04-21&known=&published-by=&according-to=&lang=ru",
    );
    expect(data["answer"]).toMatchObject({ on: "1999-04-21", lens: {} });
    expect(request).toMatchObject({
      language: "ru",
      address: { path: "/csto/members", query: { on: "1999-04-21", lang: "ru" } },
      organizations: [
        { id: "csto", en: "CSTO", ru: "ОДКБ" },
        { id: "nato", en: "NATO", ru: "НАТО" },
      ],
    });
  });
});

describe("what a page is given", () => {
  test("members: a slice of every timeline on it, the acts with titles, who owes help", async () => {
    const { data } = await pageAt("/csto/members?on=1999-04-21");
    const { pack, library, head } = organizations.get("csto") ?? {};
    const slice = data["slice"] as { fluents: object; size: number; marks: readonly number[] };
    for (const state of pack?.states.keys() ?? []) {
      expect(slice.fluents).toHaveProperty([`membership/${state}`]);
      expect(slice.fluents).toHaveProperty([`status/treaty/${state}`]);
      expect(slice.fluents).toHaveProperty([`status/charter/${state}`]);
    }
    expect(slice.fluents).toHaveProperty(["in-force/treaty"]);
    expect(slice.fluents).toHaveProperty(["provision/t-4"]);
    expect(slice.size).toBe(library?.size());
    expect(data).toMatchObject({ head, absent: "none", help: "t-4", pack: "csto" });
    const timeline = data["timeline"] as { acts: readonly { id: string; title: string }[] };
    expect(timeline.acts.length).toBeGreaterThan(50);
    expect(timeline.acts.every(({ id, title }) => title !== "" && title !== id)).toBe(true);
    const titles = data["titles"] as { readonly [act: string]: string };
    expect(titles["cst.entered-into-force"]).toMatch(/Treaty/);
  });

  test("under a strict lens a silence is no knowledge; what is known bounds the slice", async () => {
    const { data } = await pageAt("/csto/members?according-to=backgrounder&known=%23250");
    expect(data).toMatchObject({ absent: "unknown", slice: { size: 250 } });
  });

  test("the other organization has its own provision of help", async () => {
    expect((await pageAt("/nato/members")).data).toMatchObject({ help: "nat-5" });
  });

  test("why: titles of the acts it names, and sources, in the page's language", async () => {
    const { data } = await pageAt("/csto/why?subject=act/uzb.suspended&lang=ru");
    expect(data["titles"]).toHaveProperty(["uzb.suspended"], expect.stringMatching(/[а-я]/));
    expect(data["sources"]).toHaveProperty(["backgrounder"]);
  });

  test("provision: its gist; timeline: its part", async () => {
    const { data } = await pageAt("/csto/provision/t-4?on=2020-01-01&lang=ru");
    expect(data["answer"]).toMatchObject({ gist: expect.stringMatching(/[а-я]/) });
    expect((await pageAt("/csto/timeline?page=2")).data).toMatchObject({ number: 2 });
  });

  test("a page of an error keeps the organization, and drops what was refused", async () => {
    const { request } = await readBack(
      await app.request("/csto/members?on=x&known=%23250&lang=ru"),
    );
    expect(request).toMatchObject({
      language: "ru",
      address: { path: "/csto/members", query: { known: "#250", lang: "ru" } },
    });
  });
});

describe("the ways in", () => {
  const at = async (path: string, language?: string) => {
    const headers = new Headers(language === undefined ? {} : { "Accept-Language": language });
    const response = await app.request(path, { headers });
    return [response.status, response.headers.get("Location"), response.headers.get("Vary")];
  };

  test.each([
    ["/", undefined, "/csto"],
    ["/", "ru-RU, en;q=0.8", "/csto?lang=ru"],
    ["/", "de", "/csto"],
    ["/?lang=ru", "en", "/csto?lang=ru"],
    ["/?lang=en", "ru", "/csto"],
  ])("%s for %s leads to %s", async (path, language, to) => {
    expect(await at(path, language)).toEqual([302, to, "Accept-Language"]);
  });

  test("an organization leads to its members, whatever the client speaks", async () => {
    expect(await at("/csto?lang=ru", "en")).toEqual([302, "/csto/members?lang=ru", null]);
    expect(await at("/nato", "ru")).toEqual([302, "/nato/members", null]);
  });

  test("elsewhere only the address chooses the language", async () => {
    const headers = { "Accept-Language": "ru" };
    const response = await app.request("/csto/members", { headers });
    expect(response.headers.get("Content-Language")).toBe("en");
  });

  test.each([
    [undefined, "en"],
    ["ru", "ru"],
    ["RU-ru", "ru"],
    ["en;q=0.3, ru;q=0.4", "ru"],
    ["ru;q=0", "en"],
    ["be, kk;q=0.9, ru;q=0.1", "ru"],
    ["*", "en"],
    ["ru;q=x, en", "en"],
    ["russian-is-too-long", "en"],
  ] as const)("preferred of %s is %s", (header, language) => {
    expect(preferredLanguage(header)).toBe(language);
  });
});
