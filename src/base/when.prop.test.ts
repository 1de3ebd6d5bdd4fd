import edtf from "edtf";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { always, type Day, isoOf, never } from "./day.ts";
import { date, day, shown } from "./testing.ts";
import { when, whenText } from "./when.ts";

const runs = { numRuns: 1000 };

const days = fc.integer({ min: day("0001-01-01"), max: day("9999-12-31") });

/** Texts that look like dates, with months and days that some months lack. */
const dates = fc
  .tuple(
    fc.oneof(fc.integer({ min: 1, max: 9999 }), fc.integer({ min: 1991, max: 1993 })),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1, max: 31 }),
    fc.constantFrom(4, 7, 10),
  )
  .map(([year, month, ofMonth, length]) =>
    [year, month, ofMonth]
      .map((part, place) => String(part).padStart(place === 0 ? 4 : 2, "0"))
      .join("-")
      .slice(0, length),
  );

const msInDay = 86_400_000;

/** What the package says, in our terms; undefined when it refuses. */
const oracle = (text: string): { readonly earliest: Day; readonly latest: Day } | undefined => {
  try {
    const { min, max } = edtf(text);
    return {
      earliest: min === Number.NEGATIVE_INFINITY ? always : Math.floor(min / msInDay),
      latest: max === Number.POSITIVE_INFINITY ? never : Math.floor(max / msInDay),
    };
  } catch {
    return undefined;
  }
};

const ours = (text: string): { readonly earliest: Day; readonly latest: Day } | undefined => {
  const found = when(text);
  return found.ok ? { earliest: found.value.earliest, latest: found.value.latest } : undefined;
};

/** The package takes 29 February of any year, for 1 March. */
const isFalseLeapDay = (text: string): boolean =>
  text.endsWith("-02-29") && !when(text).ok && oracle(text) !== undefined;

describe("S-10 against the package edtf, where its answer is right", () => {
  test("dates, and dates in question", () => {
    fc.assert(
      fc.property(dates, fc.constantFrom("", "?"), (text, mark) => {
        fc.pre(!isFalseLeapDay(text));
        expect(ours(`${text}${mark}`)).toEqual(oracle(`${text}${mark}`));
      }),
      runs,
    );
  });

  test("open ends", () => {
    fc.assert(
      fc.property(dates, fc.constantFrom("[A..]", "[..A]", "A/.."), (text, form) => {
        fc.pre(!isFalseLeapDay(text));
        const whole = form.replace("A", text);
        expect(ours(whole)).toEqual(oracle(whole));
      }),
      runs,
    );
  });

  test("spans; it wants the second to begin later, so `1992-05/1992` is ours alone", () => {
    fc.assert(
      fc.property(dates, dates, (from, to) => {
        fc.pre(!isFalseLeapDay(from) && !isFalseLeapDay(to));
        const [first, last] = [oracle(from), oracle(to)];
        if (first === undefined || last === undefined || first.earliest > last.latest) {
          expect(ours(`${from}/${to}`)).toBeUndefined();
        } else if (first.earliest < last.earliest) {
          expect(ours(`${from}/${to}`)).toEqual(oracle(`${from}/${to}`));
        } else {
          expect(oracle(`${from}/${to}`)).toBeUndefined();
          expect(ours(`${from}/${to}`)).toEqual({ earliest: first.earliest, latest: last.latest });
        }
      }),
      runs,
    );
  });

  test("one day inside: from the start of the first to the end of the last", () => {
    // The package reads such a set as its first date only, so its ends are asked one by one.
    fc.assert(
      fc.property(dates, dates, (from, to) => {
        fc.pre(!isFalseLeapDay(from) && !isFalseLeapDay(to));
        const [first, last] = [oracle(from), oracle(to)];
        const expected =
          first === undefined || last === undefined || first.earliest > last.latest
            ? undefined
            : { earliest: first.earliest, latest: last.latest };
        expect(ours(`[${from}..${to}]`)).toEqual(expected);
      }),
      runs,
    );
  });

  test("whatever we take, it takes too", () => {
    const characters = fc.constantFrom(..."0123456789-–/.[]?~%XTZ ");
    const texts = fc.string({ unit: characters, maxLength: 12 });
    fc.assert(
      fc.property(texts, (text) => {
        if (when(text).ok) expect(oracle(text)).toBeDefined();
      }),
      runs,
    );
  });
});

describe("windows", () => {
  test("about a date: one unit more on both sides, as Temporal counts", () => {
    const units = ["years", "months", "days"] as const;
    const inside = dates.filter((text) => !/^(0001|9999)/.test(text));
    fc.assert(
      fc.property(inside, (text) => {
        const plain = when(text);
        fc.pre(plain.ok);
        if (!plain.ok) return;
        const one = { [units[text.split("-").length - 1] ?? "days"]: 1 };
        const first = Temporal.PlainDate.from(isoOf(plain.value.earliest)).subtract(one);
        const after = Temporal.PlainDate.from(isoOf(plain.value.latest + 1)).add(one);
        const found = date(`${text}~`);
        expect(isoOf(found.earliest)).toBe(first.toString());
        expect(isoOf(found.latest)).toBe(after.subtract({ days: 1 }).toString());
      }),
      runs,
    );
  });

  test("the shortest text of a window has that window", () => {
    const bounds = fc.tuple(
      fc.oneof(fc.constant(always), days),
      fc.oneof(fc.constant(never), days),
    );
    fc.assert(
      fc.property(bounds, ([a, b]) => {
        const [earliest, latest] = a <= b ? [a, b] : [b, a];
        fc.pre(earliest !== always || latest !== never);
        const found = date(whenText(earliest, latest));
        expect([shown(found.earliest), shown(found.latest)]).toEqual([
          shown(earliest),
          shown(latest),
        ]);
        expect(found.kind).toBe("within");
      }),
      runs,
    );
  });

  test("a date is the shortest text of its own window", () => {
    fc.assert(
      fc.property(dates, (text) => {
        const found = when(text);
        if (found.ok) expect(whenText(found.value.earliest, found.value.latest)).toBe(text);
      }),
      runs,
    );
  });

  test("any text gives a date or a refusal, and nothing is thrown", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        expect(typeof when(text).ok).toBe("boolean");
      }),
      runs,
    );
  });
});
