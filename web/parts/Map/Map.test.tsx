import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { render } from "preact-render-to-string";
import { describe, expect, it } from "vitest";
import csto from "./csto.json" with { type: "json" };
import { keysOf, MemberMap } from "./Map.tsx";
import nato from "./nato.json" with { type: "json" };
import type { Outlines } from "./outlines.ts";
import { chiefSheet } from "./outlines.ts";
import { hatchOf, type MapState, nameOf } from "./paint.ts";

const maps: Readonly<Record<"csto" | "nato", Outlines>> = { csto, nato };

const needed = {
  csto: "ARM AZE BLR GEO KAZ KGZ RUS TJK UZB".split(" "),
  nato: [
    "ALB BEL BGR CAN CZE DEU DNK ESP EST FIN FRA GBR GRC HRV HUN ISL",
    "ITA LTU LUX LVA MKD MNE NLD NOR POL PRT ROU SVK SVN SWE TUR USA",
  ]
    .join(" ")
    .split(" "),
} as const;

const orgs = ["csto", "nato"] as const;

const stateOf = (id: string): MapState => ({
  id,
  name: id === "UZB" ? "Uzbekistan" : `State ${id}`,
  status: id === "UZB" ? "suspended" : "member",
  certainty: id === "KGZ" ? "disputed" : "certain",
  href: `/csto/status/${id}`,
  label: id === "UZB" ? "suspended" : "member",
});

const crimea = { id: "crimea", name: "Crimea", note: "part of Ukraine by resolution 68/262" };

/** Whether a path of relative steps has the point inside, even-odd. */
const covers = (path: string, x: number, y: number): boolean => {
  let [inside, startX, startY] = [false, 0, 0];
  for (const ring of path.split("z").filter((text) => text !== "")) {
    const steps = (ring.match(/-?\d+/g) ?? []).map(Number);
    const points: [number, number][] = [];
    let [px, py] = [startX, startY];
    for (let i = 0; i < steps.length; i += 2) {
      [px, py] = [px + (steps[i] ?? 0), py + (steps[i + 1] ?? 0)];
      points.push([px, py]);
    }
    [startX, startY] = points[0] ?? [0, 0];
    for (const [qx, qy] of points) {
      if (py > y !== qy > y && x < px + ((y - py) / (qy - py)) * (qx - px)) inside = !inside;
      [px, py] = [qx, qy];
    }
  }
  return inside;
};

const pageOf = (org: "csto" | "nato"): string =>
  render(
    <MemberMap
      org={org}
      outlines={maps[org]}
      states={needed[org].map(stateOf)}
      disputed={[crimea, { id: "abkhazia", name: "Abkhazia", note: "drawn with Georgia" }]}
      title="Members on 19 December 2012"
      notDrawn="not on this map"
      note="Borders: Natural Earth, de facto."
    />,
  );

describe.each(orgs)("the outlines of %s", (org) => {
  const text = readFileSync(new URL(`./${org}.json`, import.meta.url), "utf8");

  it("weigh at most 10 KB compressed", () => {
    expect(gzipSync(text, { level: 9 }).length).toBeLessThanOrEqual(10_000);
  });

  it("show every state as a path or a point inside its sheet", () => {
    const shown = maps[org].flatMap(({ states }) => states.map(({ state }) => state));
    expect([...new Set(shown)].toSorted()).toEqual(needed[org]);
    for (const { width, height, states } of maps[org]) {
      for (const { point } of states) {
        expect(point.x).toBeGreaterThanOrEqual(0);
        expect(point.x).toBeLessThanOrEqual(width);
        expect(point.y).toBeGreaterThanOrEqual(0);
        expect(point.y).toBeLessThanOrEqual(height);
      }
    }
  });

  it("are whole units in relative steps", () => {
    expect(text).not.toMatch(/NaN|Infinity|null/);
    for (const { land, states, disputed } of maps[org]) {
      for (const path of [land, ...[...states, ...disputed].map((each) => each.path ?? "")]) {
        expect(path).toMatch(/^(m-?\d+( \d+|-\d+)( \d+|-\d+)*z)*$/);
      }
    }
  });
});

describe("disputed territory", () => {
  it("is Crimea, a shape of its own that no state's shape covers", () => {
    const [eurasia] = csto;
    expect(eurasia?.disputed.map(({ id }) => id)).toEqual(["crimea"]);
    const { x, y } = eurasia?.disputed[0]?.point ?? { x: 0, y: 0 };
    expect(covers(eurasia?.disputed[0]?.path ?? "", x, y)).toBe(true);
    expect(covers(eurasia?.land ?? "", x, y)).toBe(false);
    for (const { state, path } of eurasia?.states ?? []) {
      expect(`${state} ${covers(path, x, y)}`).toBe(`${state} false`);
    }
  });

  it("is hatched, named with its note, and neither link nor status", () => {
    const page = pageOf("csto");
    const shape = page.match(/<g class="map-dispute".*?<\/g>.*?<\/g>/s)?.[0] ?? "";
    expect(shape).toContain('aria-label="Crimea: part of Ukraine by resolution 68/262"');
    expect(shape).toContain('fill="url(#map-disputed)"');
    expect(shape).not.toContain("data-status");
    expect(page).toContain("<b>Abkhazia</b> (not on this map): drawn with Georgia");
  });
});

describe.each(orgs)("the map of %s", (org) => {
  const page = pageOf(org);

  it("has one named link for each state", () => {
    for (const state of needed[org].map(stateOf)) {
      const name = `aria-label="${nameOf(state)}"`;
      const links = [...page.matchAll(/<a [^>]*>/g)].filter(([tag]) => tag.includes(name));
      expect(links).toHaveLength(1);
      expect(links[0]?.[0]).toContain(`href="${state.href}"`);
      expect(links[0]?.[0]).toContain(`data-status="${state.status}"`);
      expect(links[0]?.[0]).toContain(`data-certainty="${state.certainty}"`);
    }
  });

  it("hides the second shape of a state from keyboard and readers by ear", () => {
    for (const [tag] of page.matchAll(/<a [^>]*map-copy[^>]*>/g)) {
      expect(tag).toContain('aria-hidden="true"');
      expect(tag).toContain('tabindex="-1"');
    }
  });

  it("needs no inline style and repeats no id", () => {
    expect(page).not.toMatch(/ style=/);
    const ids = [...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const [, id] of page.matchAll(/(?:href="|url\()#([^")]+)/g)) expect(ids).toContain(id);
  });
});

describe("looks", () => {
  it("hatches every status but member and none; a new word is drawn plain", () => {
    expect(hatchOf("suspended")).toBe("url(#map-suspended)");
    expect(["member", "none", "observer"].map(hatchOf)).toEqual(["none", "none", "none"]);
  });

  it("names the link of Armenia on the larger sheet", () => {
    expect(chiefSheet(csto, "ARM")).toBe("caucasus");
    expect(chiefSheet(csto, "RUS")).toBe("eurasia");
    expect(chiefSheet(csto, "XNA")).toBeUndefined();
  });

  it("names a link by state, status and code", () => {
    expect(nameOf(stateOf("UZB"))).toBe("Uzbekistan: suspended, UZB");
  });

  it("lists each look once in the legend", () => {
    const keys = keysOf(["ARM", "RUS", "UZB", "KGZ"].map(stateOf));
    expect(keys.map(({ status, certainty }) => `${status} ${certainty}`)).toEqual([
      "member certain",
      "member disputed",
      "suspended certain",
    ]);
  });
});
