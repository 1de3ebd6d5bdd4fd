/**
 * Exercises and forces of the CSTO, asked day by day and act by act. Every row was worked out by hand
 * from the dossier's tables (C060 to C069, C300 to C334) and the numbered facts before it was run.
 */
import { describe, expect, test } from "vitest";
import { asked, worldOf } from "./world.ts";

const csto = worldOf("csto");
type Lens = { readonly [name: string]: string };
const backgrounder: Lens = { "according-to": "backgrounder" };

/** What a value is on a day: the one that is certain, or all that are possible. */
const on = (subject: string, day: string, lens: Lens = {}) => {
  const { value, certainty, possible } = asked(csto, "why", { subject, on: day, ...lens });
  return certainty === "certain" ? value : [...(possible ?? [])].sort();
};

describe("an exercise is held from its first day on, or announced, or nothing is known of it", () => {
  test.each([
    ["frontier-2006", "2006-08-23", "none"],
    ["frontier-2006", "2006-08-24", "held"],
    ["frontier-2010", "2010-04-25", "none"],
    ["frontier-2010", "2010-04-26", "held"],
    ["frontier-2014", "2014-07-15", "held"],
    ["frontier-2016", "2016-10-03", ["announced", "none"]],
    ["frontier-2016", "2016-10-04", "announced"],
    ["search-2016", "2016-04-17", "none"],
    ["search-2016", "2016-04-18", "held"],
    ["thunder-2013", "2013-06-01", ["held", "none"]],
    ["thunder-2013", "2014-01-01", "held"],
    ["thunder-2017", "2017-09-14", "held"],
    ["cobalt-2018", "2018-05-19", "none"],
    ["cobalt-2018", "2018-05-20", "held"],
    ["combat-brotherhood-2018", "2018-10-31", "held"],
    ["search-2018", "2018-10-01", "held"],
    ["air-bridge-2018", "2018-09-30", "none"],
    ["air-bridge-2018", "2018-10-31", "held"],
    ["frontier-2018", "2018-10-31", "announced"],
    ["thunder-2019", "2019-07-04", "none"],
    ["thunder-2019", "2019-07-05", "announced"],
    ["thunder-2019", "2026-11-23", "announced"],
    ["search-2019", "2019-10-14", "none"],
    ["search-2019", "2019-10-15", "held"],
    ["interaction-2019", "2019-10-16", "held"],
    ["echelon-2019", "2019-10-15", ["held", "none"]],
    ["echelon-2019", "2019-10-31", "held"],
    ["indestructible-brotherhood-2019", "2019-10-20", "none"],
    ["indestructible-brotherhood-2019", "2019-10-21", "held"],
    ["search-2020", "2020-06-05", "none"],
    ["search-2020", "2020-06-06", "planned"],
    ["frontier-2020", "2026-11-23", "planned"],
    ["indestructible-brotherhood-2020", "2020-10-11", "none"],
    ["indestructible-brotherhood-2020", "2020-10-12", "held"],
    ["frontier-2021", "2021-09-07", "held"],
    ["echelon-2022", "2022-09-25", "none"],
    ["echelon-2022", "2022-09-26", "held"],
    ["combat-brotherhood-2023", "2023-09-01", "held"],
    ["barrier-2023", "2023-09-03", ["held", "none"]],
    ["barrier-2023", "2023-09-06", "held"],
    ["barrier-2025", "2025-10-24", "held"],
    ["frontier-2025", "2025-11-01", "held"],
    ["frontier-2026", "2026-02-11", "none"],
    ["special-2026-2", "2026-02-12", "announced"],
    ["barrier-2026", "2026-02-12", "announced"],
  ])("%s on %s: %j", (id, day, state) => {
    expect(on(`exercise/${id}`, day)).toEqual(state);
  });
});

const saidOf = (act: string, lens: Lens = {}) =>
  asked(csto, "why", { subject: `act/${act}`, on: "2026-11-23", ...lens }).value;

describe("what is said of an exercise", () => {
  test.each([
    ["frontier-2006", { days: "2006-08-24/2006-08-29", host: "KAZ", strength: { about: 2500 } }],
    ["frontier-2010", { host: "TJK", strength: { from: 1000 } }],
    ["cobalt-2018", { days: "2018-05-20/2018-05-22", host: "KAZ", strength: { from: 700 } }],
    ["search-2018", { host: "KAZ", partOf: "exercise/combat-brotherhood-2018" }],
    ["interaction-2018", { days: "2018-10-10/2018-10-13", host: "KGZ" }],
    ["search-2019", { host: "BLR", partOf: "exercise/combat-brotherhood-2019" }],
    ["interaction-2019", { host: "RUS", partOf: "exercise/combat-brotherhood-2019" }],
    ["echelon-2019", { days: "2019-10", partOf: "exercise/combat-brotherhood-2019" }],
    [
      "indestructible-brotherhood-2019",
      {
        host: "TJK",
        forces: ["force/crdf-car", "force/peacekeeping"],
        partOf: "exercise/combat-brotherhood-2019",
      },
    ],
    ["indestructible-brotherhood-2020", { days: "2020-10-12/2020-10-16", absent: ["ARM"] }],
    ["search-2021", { days: "2021-10-10/2021-10-23", host: "TJK" }],
    ["cobalt-2022", { days: "2022-08-02/2022-08-05", host: "KGZ" }],
    ["barrier-2023", { host: "BLR", partOf: "exercise/combat-brotherhood-2023" }],
    ["cobalt-2024", { days: "2024-08-14/2024-08-16", host: "RUS", absent: ["ARM"] }],
    ["echelon-2024", { days: "2024-09-03/2024-09-15", host: "KGZ", absent: ["ARM"] }],
    ["frontier-2024", { days: "2024-10-17/2024-10-21", strength: { about: 1500 } }],
    ["search-2025", { days: "2025-08-31/2025-09-06", host: "BLR" }],
  ])("%s: %j", (id, says) => {
    expect(saidOf(`exercise.${id}.held`)).toMatchObject(says);
  });

  test.each([
    ["frontier-2016", { days: "2016-10-04/2016-10-07", host: "KGZ" }],
    ["interaction-2026", { days: "2026-09/2026-10", host: "RUS" }],
    ["special-2026-1", { days: "2026-10", host: "TJK" }],
    ["indestructible-brotherhood-2026", { days: "2026", host: "BLR" }],
  ])("%s, only announced: %j", (id, says) => {
    expect(saidOf(`exercise.${id}.scheduled`)).toMatchObject(says);
  });

  test("of the exercises of one season the number is given once, for all together", () => {
    expect(saidOf("exercises.strength-2022")).toMatchObject({
      about: ["exercise/interaction-2022", "exercise/search-2022", "exercise/echelon-2022"],
      value: { from: 6500 },
    });
  });
});

describe("F099 to F109: the backgrounder by itself knows years and hosts", () => {
  test.each([
    ["indestructible-brotherhood-2020", { occurredOn: "2020", host: "BLR" }],
    ["frontier-2019", { occurredOn: "2019", host: "TJK" }],
    ["interaction-2019", { occurredOn: "2019", host: "RUS" }],
    ["thunder-2019", { occurredOn: "2019", host: "KGZ" }],
    ["cobalt-2018", { occurredOn: "2018", host: "KAZ" }],
    ["search-2018", { occurredOn: "2018", host: "KAZ" }],
    ["echelon-2019", { host: "RUS", partOf: "exercise/combat-brotherhood-2019" }],
    ["search-2019", { host: "BLR", partOf: "exercise/combat-brotherhood-2019" }],
  ])("%s: %j", (id, says) => {
    expect(saidOf(`exercise.${id}.held`, backgrounder)).toMatchObject(says);
    expect(on(`exercise/${id}`, "2021-03-26", backgrounder)).toBe("held");
  });

  test.each(["thunder-2019", "frontier-2019"])(
    "F100, F102: %s, which no other source has as held, stands against, with its ground",
    (id) => {
      const subject = `act/exercise.${id}.held`;
      const { because, against, grounds } = asked(csto, "why", { subject, on: "2026-11-23" });
      expect(because).toEqual([]);
      expect(against).toMatchObject([{ source: "backgrounder", says: { occurredOn: "2019" } }]);
      expect(grounds).toMatchObject([{ rule: "only-source" }]);
      expect(
        asked(csto, "timeline", { from: "2019-01-01" }).acts.map((act) => act.id),
      ).not.toContain(`exercise.${id}.held`);
    },
  );

  test.each([
    ["indestructible-brotherhood", "force/peacekeeping", "force/peacekeeping"],
    ["frontier", "force/crdf-car", "force/crdf-car"],
    ["interaction", "force/crrf", "force/peacekeeping"],
    ["thunder", "anti-drug-units", "anti-drug-units"],
    ["cobalt", "force/crrf", "special-forces-units"],
    ["search", "reconnaissance-units", "reconnaissance-units"],
  ])("whose exercise %s is: %s; by the backgrounder %s", (series, whole, alone) => {
    expect(saidOf(`series.${series}.force`)).toMatchObject({ value: whole });
    expect(saidOf(`series.${series}.force`, backgrounder)).toMatchObject({ value: alone });
  });
});

describe("forces and who forms them", () => {
  test.each([
    ["force/crdf-car", "2001-05-24", "none"],
    ["force/crdf-car", "2001-05-25", "established"],
    ["contributes/crdf-car/KGZ", "2001-05-25", "contributing"],
    ["force/crrf", "2009-02-03", "none"],
    ["force/crrf", "2009-02-04", "established"],
    ["contributes/crrf/ARM", "2009-06-13", "none"],
    ["contributes/crrf/ARM", "2009-06-14", "contributing"],
    ["contributes/crrf/BLR", "2009-10-19", "none"],
    ["contributes/crrf/BLR", "2009-10-20", "contributing"],
    ["force/aviation", "2018-10-31", "established"],
    ["contributes/east-european-group/BLR", "2021-03-26", "contributing"],
    ["contributes/caucasian-group/ARM", "2021-03-26", "contributing"],
  ])("%s on %s: %j", (subject, day, value) => {
    expect(on(subject, day)).toEqual(value);
  });

  test.each([
    ["crrf.strength", { about: 18000 }, { about: 20000 }],
    ["crdf-car.strength", { about: 5000 }, 5000],
  ])("F130, F131: %s is %j; by the backgrounder %j", (act, whole, alone) => {
    expect(saidOf(act)).toMatchObject({ property: "strength", value: whole });
    expect(saidOf(act, backgrounder)).toMatchObject({ property: "strength", value: alone });
  });

  test("C064: the peacekeepers number 3,500 to 3,600", () => {
    expect(saidOf("peacekeeping.strength")).toMatchObject({ value: { from: 3500, to: 3600 } });
  });
});
