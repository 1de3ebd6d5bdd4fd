import { describe, expect, it } from "vitest";
import { href, hrefs, lensOf } from "./href.ts";

describe("addresses of pages (S-23)", () => {
  it("are readable, and encode what would end a query", () => {
    expect(href("/csto/why", { subject: "membership/UZB", on: "1999-04-21" })).toBe(
      "/csto/why?subject=membership/UZB&on=1999-04-21",
    );
    expect(href("/csto/members", { known: "#12", "according-to": "a,b" })).toBe(
      "/csto/members?known=%2312&according-to=a,b",
    );
  });

  it("leave out what is empty or not given, and English", () => {
    expect(href("/csto/members", { on: "", known: undefined })).toBe("/csto/members");
    expect(lensOf({ lang: "en", known: "", "published-by": "2021-03-26", on: "x" })).toEqual({
      "published-by": "2021-03-26",
    });
  });

  it("take the lens along", () => {
    expect(hrefs("nato", { lang: "ru" }).status("FIN", "2024-06-01")).toBe(
      "/nato/status/FIN?on=2024-06-01&lang=ru",
    );
  });
});
