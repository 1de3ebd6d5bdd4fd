/**
 * Leaving and entry into force: consents that wait, who is bound at an end, revocations in time.
 */

import { proves } from "../../test/oracle/table.ts";
import {
  about,
  acceded,
  declined,
  deposited,
  entered,
  esteria,
  expelled,
  norland,
  notified,
  type Rules,
  restored,
  resumed,
  revoked,
  signed,
  suspended,
  terminated,
} from "./testing.ts";

const byDeposit = { signature: "own-deposit", accession: "own-deposit" };
const leaving = (notice: string, more = {}): Rules => ({
  treaty: { bindsOn: byDeposit, withdrawal: { notice, countedFrom: "sending" }, ...more },
});

const deposit = deposited(norland, "2028-01-10");

proves(
  "A consent that waits: a notice that has run before entry into force",
  leaving("P30D"),
  [deposit, notified(norland, "2028-01-30"), entered("2028-03-05")],
  [
    ["the last day of the notice", "2028-02-28", "withdrawing"],
    ["the notice has run, on a leap day", "2028-02-29", "withdrawn"],
    ["the day before entry into force", "2028-03-04", "withdrawn"],
    ["entry into force", "2028-03-05", "withdrawn"],
    ["long after", "2030-01-01", "withdrawn"],
  ],
);

proves(
  "A consent that waits: a notice that has run on the very day of entry into force",
  leaving("P30D"),
  [deposit, notified(norland, "2028-01-30"), entered("2028-02-29")],
  [
    ["the day before", "2028-02-28", "withdrawing"],
    ["both", "2028-02-29", "withdrawn"],
    ["the day after", "2028-03-01", "withdrawn"],
  ],
);

proves(
  "A consent that waits: a notice that runs past entry into force",
  leaving("P30D"),
  [deposit, notified(norland, "2028-01-30"), entered("2028-02-28")],
  [
    ["the day before entry into force", "2028-02-27", "withdrawing"],
    ["entry into force: bound, and still leaving", "2028-02-28", "withdrawing"],
    ["the notice has run", "2028-02-29", "withdrawn"],
  ],
);

proves(
  "A consent that waits: a notice of the very day of entry into force",
  leaving("P30D"),
  [deposit, notified(norland, "2028-02-28"), entered("2028-02-28")],
  [
    ["the day before", "2028-02-27", "signatory"],
    ["both", "2028-02-28", "withdrawing"],
  ],
);

proves(
  "A consent that waits: it is counted for entry into force, though the state has withdrawn",
  leaving("P5D", { force: { deposits: 2, plus: "P30D" } }),
  [deposit, deposited(esteria, "2028-01-31"), notified(norland, "2028-02-10")],
  [
    ["the day before", "2028-02-29", "not-in-force"],
    ["thirty days after the second deposit", "2028-03-01", "in-force"],
  ],
  "in-force/treaty",
);

proves(
  "A consent that waits: expelled before entry into force",
  leaving("P30D"),
  [deposit, expelled(norland, "2028-02-10"), entered("2028-02-29")],
  [
    ["the day before", "2028-02-09", "signatory"],
    ["expelled", "2028-02-10", "expelled"],
    ["entry into force", "2028-02-29", "expelled"],
  ],
);

proves(
  "A consent that waits: expelled on the very day of entry into force",
  leaving("P30D"),
  [deposit, expelled(norland, "2028-02-29"), entered("2028-02-29")],
  [["both on one day", "2028-02-29", "expelled"]],
);

proves(
  "A consent that waits: a new act after expulsion binds",
  leaving("P30D"),
  [
    deposit,
    expelled(norland, "2028-02-10"),
    restored(norland, "2028-02-11"),
    entered("2028-02-29"),
  ],
  [
    ["the day before entry into force", "2028-02-28", "expelled"],
    ["entry into force", "2028-02-29", "party"],
  ],
);

proves(
  "A consent that waits: a suspension stands until it is lifted",
  leaving("P30D"),
  [
    deposit,
    suspended(norland, "2028-02-10"),
    entered("2028-02-29"),
    resumed(norland, "2028-03-10"),
  ],
  [
    ["the day before entry into force", "2028-02-28", "suspended"],
    ["entry into force", "2028-02-29", "suspended"],
    ["the last day", "2028-03-09", "suspended"],
    ["resumed", "2028-03-10", "party"],
  ],
);

proves(
  "A consent that waits: lifted before entry into force, the state is a signatory until then",
  leaving("P30D"),
  [
    deposit,
    suspended(norland, "2028-02-10"),
    resumed(norland, "2028-02-20"),
    entered("2028-02-29"),
  ],
  [
    ["resumed", "2028-02-20", "signatory"],
    ["the day before entry into force", "2028-02-28", "signatory"],
    ["entry into force", "2028-02-29", "party"],
  ],
);

proves(
  "A consent that waits: an expulsion of which only the month is known",
  leaving("P30D"),
  [deposit, expelled(norland, "2028-02"), entered("2028-02-15")],
  [
    ["the day before entry into force", "2028-02-14", "expelled|signatory"],
    ["entry into force", "2028-02-15", "expelled|party"],
    ["the day before the last of the month", "2028-02-28", "expelled|party"],
    ["the last of the month", "2028-02-29", "expelled"],
  ],
);

proves(
  "Taking back: a signatory that revokes is a signatory again, and bound with the others",
  leaving("P30D"),
  [deposit, notified(norland, "2028-01-30"), revoked(norland, "2028-02-10"), entered("2028-03-05")],
  [
    ["the day before", "2028-02-09", "withdrawing"],
    ["revoked", "2028-02-10", "signatory"],
    ["when the notice would have run", "2028-02-29", "signatory"],
    ["entry into force", "2028-03-05", "party"],
  ],
);

proves(
  "Taking back: revoked on the day of entry into force",
  leaving("P60D"),
  [deposit, notified(norland, "2028-01-30"), revoked(norland, "2028-02-29"), entered("2028-02-29")],
  [
    ["the day before", "2028-02-28", "withdrawing"],
    ["both", "2028-02-29", "party"],
  ],
);

proves(
  "Taking back: where no entry into force is known, a signatory stays one",
  leaving("P30D"),
  [deposit, notified(norland, "2028-01-30"), revoked(norland, "2028-02-10")],
  [["revoked", "2028-02-10", "signatory"]],
);

proves(
  "Taking back: a revocation without any notice is taken at its word",
  {},
  [revoked(norland, "2028-02-10")],
  [
    ["the day before", "2028-02-09", "none"],
    ["the day", "2028-02-10", "party"],
  ],
);

const bound = [deposited(norland, "2027-01-01"), entered("2027-01-01")];

proves(
  "Taking back: on the day on which the notice has run it is too late",
  leaving("P28D"),
  [...bound, notified(norland, "2028-02-01"), revoked(norland, "2028-02-29")],
  [
    ["the last day of the notice", "2028-02-28", "withdrawing"],
    ["too late", "2028-02-29", "withdrawn"],
    ["the day after", "2028-03-01", "withdrawn"],
  ],
);

proves(
  "Taking back: no revocation undoes an expulsion",
  leaving("P60D"),
  [
    ...bound,
    notified(norland, "2028-02-01"),
    expelled(norland, "2028-02-10"),
    revoked(norland, "2028-02-20"),
  ],
  [
    ["expelled", "2028-02-10", "expelled"],
    ["revoked", "2028-02-20", "expelled"],
  ],
);

const term = { from: "force", length: "P1Y", lastDay: "anniversary" };

proves(
  "Bound: who has withdrawn does not lapse at the end of the term",
  leaving("P28D", { term }),
  [...bound, notified(norland, "2027-03-01")],
  [
    ["withdrawn", "2027-03-29", "withdrawn"],
    ["the last day of the term", "2028-01-01", "withdrawn"],
    ["the day after", "2028-01-02", "withdrawn"],
  ],
);

proves(
  "Bound: whoever was restored after withdrawal lapses",
  leaving("P28D", { term }),
  [...bound, notified(norland, "2027-03-01"), restored(norland, "2027-06-01")],
  [
    ["restored", "2027-06-01", "party"],
    ["the last day of the term", "2028-01-01", "party"],
    ["the day after", "2028-01-02", "lapsed"],
  ],
);

proves(
  "Bound: termination ends nothing for a state that was expelled",
  leaving("P28D"),
  [...bound, expelled(norland, "2028-02-28"), terminated("2028-02-29")],
  [["terminated", "2028-02-29", "expelled"]],
);

proves(
  "Bound: a signature after the state is bound changes nothing, one after expulsion does",
  {},
  [
    signed(norland, "2027-01-01"),
    entered("2027-01-01"),
    signed(norland, "2027-05-01"),
    expelled(norland, "2028-02-28"),
    signed(norland, "2028-02-29"),
  ],
  [
    ["signed again while bound", "2027-05-01", "party"],
    ["expelled", "2028-02-28", "expelled"],
    ["signed again, and bound by it", "2028-02-29", "party"],
  ],
);

const prolonged = (gap: string, renewal = "automatic"): Rules =>
  leaving("P28D", { term, prolongation: { by: "protocol", length: "P1Y", renewal, gap } });
const protocol = [
  signed([norland], "2027-12-01", about("protocol")),
  entered("2028-03-01", about("protocol")),
];

proves(
  "Terms: a prolongation does not bring back who has left",
  prolonged("continuous"),
  [...bound, ...protocol, expelled(norland, "2027-12-15")],
  [
    ["the last day of the term", "2028-01-01", "expelled"],
    ["the day after", "2028-01-02", "expelled"],
  ],
);

proves(
  "Terms: a prolongation lifts no suspension",
  prolonged("continuous"),
  [...bound, ...protocol, suspended(norland, "2027-12-15")],
  [
    ["the day after the term", "2028-01-02", "suspended"],
    ["much later", "2029-01-02", "suspended"],
  ],
);

proves(
  "Terms: who was expelled before the protocol was in force is not revived",
  prolonged("revived"),
  [...bound, ...protocol, expelled(norland, "2028-02-29")],
  [
    ["the day after the term", "2028-01-02", "lapsed"],
    ["expelled", "2028-02-29", "expelled"],
    ["the protocol in force", "2028-03-01", "expelled"],
  ],
);

proves(
  "Terms: a prolongation that is not renewed ends after its own length",
  prolonged("continuous", "none"),
  [...bound, ...protocol],
  [
    ["the day after the first term", "2028-01-02", "party"],
    ["the last day of the second", "2029-01-01", "party"],
    ["the day after", "2029-01-02", "lapsed"],
  ],
);

proves(
  "Terms: a refusal to renew concerns only a state that is bound at the end",
  leaving("P28D", { term, renewal: { length: "P1Y", unlessDeclined: { before: "P1M" } } }),
  [...bound, declined(norland, "2027-06-01"), expelled(norland, "2027-12-31")],
  [
    ["expelled", "2027-12-31", "expelled"],
    ["the end of the term", "2028-01-02", "expelled"],
  ],
);

const undated = { id: "a", source: "lake.gazette", confidence: "high", says: {} } as const;

proves(
  "seed 7, path 522: a revocation and an entry into force of which no day is known",
  {},
  [
    revoked(norland, "2028-02-10", { claims: [undated] }),
    entered("2028-02-18", {
      ground: { rule: "editor", en: "So.", ru: "Так." },
      claims: [
        undated,
        {
          id: "b",
          source: "lake.gazette",
          confidence: "low",
          differs: "contested",
          says: { occurredOn: "2028-02-18" },
        },
      ],
    }),
  ],
  [["a day after the contested one", "2028-03-11", "none|party|signatory"]],
);

proves(
  "seed 19920515, path 818: a receipt recorded of a day before the notice",
  leaving("P3D", { withdrawal: { notice: "P3D", countedFrom: "receipt" } }),
  [
    deposit,
    entered("2028-02-26"),
    notified(norland, "2028-03-06", {
      claims: [{ ...undated, says: { occurredOn: "2028-03-06", receivedOn: "2028-02-20" } }],
    }),
  ],
  [["entry into force, after the notice has run", "2028-02-26", "withdrawn"]],
);

proves(
  "seed 19920515, path 1628: an end that rests on no act, beside an act of that day",
  {
    constitutive: "treaty",
    treaty: {
      force: { on: "2028-02-19", source: "The text itself" },
      term: { from: "force", length: "P9D", lastDay: "anniversary" },
    },
  },
  [signed(norland, "2028-02-20"), restored(norland, "2028-02-29")],
  [
    ["the last day of the term", "2028-02-28", "member"],
    ["lapsed and restored, in no known order", "2028-02-29", "lapsed|member"],
  ],
  "membership/XNA",
);

const atOnce = { signature: "act", accession: "act" };
proves(
  "seed 9, path 183: two terms of one imprecise entry into force, and a day that is no window's end",
  {
    constitutive: "treaty",
    treaty: {
      bindsOn: atOnce,
      force: { deposits: 1 },
      term: { from: "force", length: "P4D", lastDay: "anniversary" },
    },
    charter: {
      bindsOn: atOnce,
      force: { with: "treaty" },
      term: { from: "force", length: "P2W", lastDay: "anniversary" },
    },
  },
  [
    signed(norland, "2028-02-18"),
    entered("", { claims: [{ ...undated, says: {} }] }),
    acceded(norland, "2028-02-18", about("charter")),
  ],
  [
    // Both lapse only if all began on 14 February: not bound by the 13th, not over by the 15th.
    ["the last day of the one term that both can end with", "2028-02-28", "member|party|signatory"],
    ["the day after it", "2028-02-29", "lapsed|member|party|signatory"],
  ],
  "membership/XNA",
);

proves(
  "seed 19920515, path 3022: a signature of no known day, before a notice or after it",
  { treaty: { bindsOn: atOnce, force: { deposits: 1, plus: "P2D" } } },
  [signed(norland, "", { claims: [{ ...undated, says: {} }] }), notified(norland, "2028-03-04")],
  [
    ["the day before the notice", "2028-03-03", "none|party|signatory"],
    ["signed after the notice, and not yet bound", "2028-03-06", "signatory|withdrawing"],
    [
      "the first day that a signature after it can bind on",
      "2028-03-07",
      "party|signatory|withdrawing",
    ],
    ["later", "2028-03-12", "party|signatory|withdrawing"],
  ],
);
