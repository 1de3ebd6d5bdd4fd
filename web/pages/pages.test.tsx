/** The pages over the shipped records, through the real interface but without a port. */
import { describe, expect, test } from "vitest";
import { makeApp } from "#api";
import type { MembersData } from "#api/contract";
import { dayOf, instantFrom, isoOf } from "#base";
import { sha256 } from "#store";
import { asked, worldOf } from "../../test/world.ts";
import { rosterOn } from "../parts/members/view.ts";
import type { Assets } from "./assets.ts";
import { renderPage } from "./document.tsx";
import { viewOf } from "./members/view-of.ts";
import { orgPageOf, pageOf } from "./page.ts";

const assets: Assets = {
  style: "/assets/style.css",
  icon: "/assets/icon.svg",
  boot: "/assets/boot.js",
  members: { en: ["/assets/members.js"], ru: ["/assets/members.js"] },
};

const worlds = { csto: worldOf("csto"), nato: worldOf("nato") };

/** What the members page was last given. */
let given: MembersData | undefined;

const app = makeApp({
  organizations: new Map(
    Object.values(worlds).map(({ org, pack, library, anchor }) => [
      org,
      {
        org,
        pack,
        library,
        anchor,
        packHash: "",
        head: { size: library.size(), root: "ab".repeat(32), at: "2026-12-01T00:00:00.000Z" },
        log: { vkey: "", file: async () => undefined },
      },
    ]),
  ),
  render: (request, data) => {
    if (data.page === "members") given = data;
    return renderPage(assets, request, data);
  },
  assets: new Map(),
  now: () => instantFrom(Date.UTC(2026, 10, 23)),
  hash: sha256,
  build: "test",
  report: (error) => {
    throw error;
  },
});

const pageAt = async (address: string): Promise<string> => (await app.request(address)).text();

/** Text without markup, as a reader sees it. */
const read = (html: string): string =>
  html
    .replaceAll(/<(script|style)[^>]*>.*?<\/\1>/gs, " ")
    .replaceAll(/<[^>]+>/g, " ")
    .replaceAll(/[\s\u00a0]+/g, " ");

describe("the table says what the answer says", () => {
  test.each([
    ["csto", "1993-06-01", {}],
    ["csto", "1993-06-01", { "according-to": "backgrounder" }],
    ["csto", "1999-04-20", {}],
    ["csto", "1999-04-21", {}],
    ["csto", "2003-09-17", {}],
    ["csto", "2003-09-18", {}],
    ["csto", "2006-07-01", {}],
    ["csto", "2007-01-01", { "published-by": "2021-03-26" }],
    ["csto", "2021-06-01", {}],
    ["nato", "1949-01-01", {}],
    ["nato", "1999-06-01", {}],
    ["nato", "2024-06-01", {}],
  ] as const)("%s on %s through %o", async (org, on, lens) => {
    await pageAt(`/${org}/members?${new URLSearchParams({ on, ...lens })}`);
    const data = given;
    if (data === undefined) throw new Error("no members page was drawn");
    const request = {
      language: "en",
      address: { path: "", query: {} },
      host: "",
      organizations: [],
    } as const;
    const view = viewOf(orgPageOf(pageOf(request, assets), data), data);
    const { members } = asked(worlds[org], "members", { on, ...lens });
    const rows = rosterOn(view, dayOf(on) ?? 0).members;
    const short = (row: { value: string; certainty: string; since?: string; until?: string }) =>
      `${row.value} ${row.certainty} ${row.since} ${row.until}`;
    expect(new Map(rows.map((row) => [row.id, short(row)]))).toEqual(
      new Map(members.map((row) => [row.state, short({ ...row, value: row.status })])),
    );
    expect(isoOf(view.on)).toBe(on);
  });
});

describe("pages say in words what was asked", () => {
  test.each([
    ["/csto/members?on=1999-04-21", ["Members on 21 April 1999", "others say: lapsed"]],
    ["/csto/members?on=1999-04-21&lang=ru", ["Участники на 21 апреля 1999 года"]],
    ["/csto/members?on=2021-06-01", ["member: 6", "suspended: 1", "version 2"]],
    ["/csto/members?on=1990-01-01", ["No state was bound that day.", "was not in force"]],
    ["/csto/members?on=1994-04-19", ["Signed or acceded, not yet bound", "Signatory: has signed"]],
    ["/csto/members?on=2013-01-01", ["Bound", "Suspended"]],
    ["/csto/members?on=2099-01-01", ["This day lies ahead"]],
    ["/csto/status/ARM?on=2099-01-01", ["The day asked about lies ahead"]],
    ["/nato/members?on=2024-06-01", ["Next, certainty changes", "Crimea (not on this map)"]],
    ["/csto/status/UZB?on=2007-01-01", ["Treaty: party (disputed)", "No longer from", "Last day"]],
    ["/csto/status/UZB?on=2012-12-19", ["Uzbekistan on 19 December 2012", "suspended"]],
    ["/csto/why?subject=membership/UZB&on=2007-01-01", ["Because", "contested"]],
    ["/csto/why?subject=membership/ARM&on=1999-04-21", ["Readings side by side"]],
    ["/csto/why?subject=membership/ARM&on=2024-06-01", ["Said without effect"]],
    ["/csto/why?subject=source/backgrounder", ["Minsk Dialogue"]],
    ["/csto/provision/t-4?on=2010-06-12", ["In force on 12 June 2010, version 1", "Our summary"]],
    [
      "/csto/diff?from=1999-04-20&to=1999-04-21",
      ["Armenia party party (disputed)", "Azerbaijan party lapsed 21 Apr"],
    ],
    ["/csto/timeline", ["Acts 1 to 100 of", "Later acts"]],
    ["/csto/timeline?page=2", ["Acts 101 to", "Earlier acts"]],
    ["/csto/bodies?on=2010-06-11", ["CSTO: bodies and offices on 2010-06-11", "Nikolai Bordyuzha"]],
    ["/csto/forces?class=regional", ["regional group", "not known"]],
    ["/csto/exercises?per=3", ["Next page"]],
    ["/csto/exercises?per=3&page=2", ["Previous page", "Page 2 of"]],
    ["/csto/exercises?state=lost", ["not well formed", "lost"]],
    ["/csto/plans?lang=ru", ["ОДКБ: планы", "Неизвестно"]],
    ["/csto/decisions?body=council&from=2009-01-01&to=2009-12-31", ["Basis claimed"]],
    ["/csto/situations", ["Requests"]],
    ["/csto/budget", ["RUS 0.5"]],
    ["/csto/search", ["Type a word"]],
    ["/csto/search?q=CRRF", ["Collective Rapid Reaction Force", "force/crrf"]],
    ["/csto/search?q=учениями&kind=exercise&lang=ru", ["учения", "Рубеж-2021"]],
    ["/csto/search?q=frozn", ["Words like it: frozen"]],
    ["/nato/budget", ["Budget", "Nothing to show."]],
    ["/csto/members?on=1999-02-30", ["not well formed", "1999-02-30", "YYYY-MM-DD"]],
    ["/csto/status/QQQ", ["There is no such thing", "QQQ"]],
    ["/who", ["There is no such thing"]],
  ])("%s", async (address, sentences) => {
    const text = read(await pageAt(address));
    for (const sentence of sentences) expect(text).toContain(sentence);
  });
});

describe("what a lens does not show is not known, and not denied", () => {
  test.each([
    [
      "on=1994-06-01&published-by=1999-12-31",
      "of no state is it known that it was bound",
      "all: ,",
    ],
    ["on=1999-06-01&according-to=csto.prot99", "Of no state is it known", "No state was bound"],
    ["on=2004-01-01&known=%230", "is not known", "Nobody owed help"],
    ["on=2004-01-01&known=%230", "say nothing of: Armenia", "No status on this page"],
  ])("%s", async (lens, said, denied) => {
    const text = read(await pageAt(`/csto/members?${lens}`));
    expect(text).toContain(said);
    expect(text).not.toContain(denied);
  });
});

test("changes are told from the day before to the day one was on", async () => {
  const html = await pageAt("/csto/members?on=1999-04-21");
  expect(html).toContain('href="/csto/diff?from=1999-04-20&amp;to=1999-04-21"');
  expect(read(await pageAt("/csto/diff?to=1999-04-21"))).toContain("Azerbaijan party lapsed");
});

test("a citation bears host and day; a refusal offers none", async () => {
  const html = read(
    await pageAt("http://record.example/csto/why?subject=membership/UZB&on=2007-01-01"),
  );
  expect(html).toContain("Why: Uzbekistan, on 1 January 2007. Foedus");
  expect(html).toContain("record.example/csto/why?subject=membership/UZB&amp;on=2007-01-01");
  expect(read(await pageAt("/csto/members?on=1999-02-30"))).not.toContain("Cite this page");
});

describe.each([
  "/csto/members?on=2007-01-01",
  "/nato/members?on=1999-06-01&lang=ru",
  "/csto/status/UZB",
  "/csto/why?subject=membership/UZB&on=2007-01-01",
  "/csto/timeline?lang=ru",
  "/csto/diff?from=2003-01-01&to=2013-01-01",
  "/csto/provision/t-4",
  "/csto/exercises?state=held&lang=ru",
  "/csto/bodies",
  "/csto/search?q=council",
  "/csto/nothing",
])("the page %s", (address) => {
  test("keeps to the policy of contents: nothing inline, nobody else's", async () => {
    const html = await pageAt(address);
    expect(html).not.toMatch(/ style=| on[a-z]+="|<style|javascript:/);
    expect(html.match(/<script(?![^>]*(src=|application\/json))/)).toBeNull();
    expect(html).not.toMatch(/(src|href)="https?:/);
  });

  test("repeats no id, and names its language", async () => {
    const html = await pageAt(address);
    const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(html).toMatch(/^<!doctype html>\n<html lang="(en|ru)">/);
  });
});

test("the canonical link carries the day and the place in the ledger (S-35)", async () => {
  const html = await pageAt("/csto/members?lang=ru");
  const size = worlds.csto.library.size();
  expect(html).toContain(
    `<link rel="canonical" href="/csto/members?on=2026-11-23&amp;lang=ru&amp;known=%23${size}"/>`,
  );
});

test("every page of an organization shows what was signed last, and leads to how to verify it", async () => {
  for (const [lang, said] of [
    ["en", "How to verify it"],
    ["ru", "Как это проверить"],
  ]) {
    const html = await (await app.request(`/csto/members?lang=${lang}`)).text();
    expect(html.includes("ab".repeat(32))).toBe(true);
    expect(/href="\/log\/csto\/[^"]*">([^<]*)/.exec(html)?.[1]).toBe(said);
    expect(html.includes("2026-12-01")).toBe(true);
  }
});

describe("a verdict as a page", () => {
  test("of the decision of June 2009: both readings, what decides, the clause, the receipt", async () => {
    const html = await pageAt("/csto/check/crrf.decision-2009-06?on=2026-11-23");
    const text = read(html);
    expect(text).toContain("Not adopted, without effect.");
    expect(text).toContain("Adopted on 2009-06-14, effective.");
    expect(text).toContain("What decides: every member has to count for it.");
    expect(html).toContain('href="/csto/provision/c-12?on=2026-11-23"');
    expect(text).toMatch(/Receipt: sha256:[0-9a-f]{64}/);
    expect(read(await pageAt("/csto/why?subject=act/crrf.decision-2009-06"))).toContain(
      "Was it valid, and was it a breach?",
    );
  });

  test("the calculator takes positions from the address and keeps them in its fields", async () => {
    const states = "ARM=for&KAZ=for&KGZ=for&RUS=for&TJK=for&UZB=not-participating";
    const html = await pageAt(`/csto/decide?body=council&on=2009-06-14&${states}&form=ordinary`);
    const text = read(html);
    expect(text).toContain("Consents: 5 of 7 needed, base 7, 2 short.");
    expect(html).toMatch(
      /name="UZB">(?:(?!<\/select>).)*<option[^>]*selected[^>]*>not participating/s,
    );
    const asked = await pageAt("/csto/decide?on=2009-06-14");
    expect(read(asked)).toContain("Consents: 0 of 7 needed");
    expect(await pageAt("/csto/decide?on=2009-06-14&ARM=perhaps")).toContain("positions/ARM");
  });

  test("duties of a recorded situation, in Russian", async () => {
    const path = "/csto/duties?situation=situation/kazakhstan-2022&on=2022-01-06&lang=ru";
    expect(read(await pageAt(path))).toContain("Не установлено: вооружённое нападение");
  });
});
