/**
 * Leaving and coming back, two acts of one day, the headline: what a state's own acts do, day by day.
 */

import { proves } from "../../test/oracle/table.ts";
import {
  about,
  acceded,
  deposited,
  entered,
  expelled,
  frozen,
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
const member = "membership/XNA";

const leaving = (notice: string, countedFrom = "sending"): Rules => ({
  treaty: { withdrawal: { notice, countedFrom } },
});
const inForce = [signed(norland, "2027-01-01"), entered("2027-01-01")];

proves(
  "withdrawal: twelve months after notice",
  leaving("P1Y"),
  [...inForce, notified(norland, "2027-03-01")],
  [
    ["the day before notice", "2027-02-28", "party"],
    ["the notice", "2027-03-01", "withdrawing"],
    ["the last day, a leap day", "2028-02-29", "withdrawing"],
    ["the day it takes effect", "2028-03-01", "withdrawn"],
  ],
);

proves(
  "withdrawal: notice on a leap day",
  leaving("P1Y"),
  [...inForce, notified(norland, "2028-02-29")],
  [
    ["the day before", "2029-02-27", "withdrawing"],
    ["the last of February", "2029-02-28", "withdrawn"],
  ],
);

const received = notified(norland, "2028-02-01", {
  claims: [
    {
      id: "a",
      source: "lake.gazette",
      confidence: "high",
      says: { occurredOn: "2028-02-01", receivedOn: "2028-02-10" },
    },
  ],
});

proves(
  "withdrawal counted from receipt",
  leaving("P20D", "receipt"),
  [...inForce, received],
  [
    ["sent", "2028-02-01", "withdrawing"],
    ["twenty days after sending", "2028-02-21", "withdrawing"],
    ["the day before", "2028-02-29", "withdrawing"],
    ["twenty days after receipt", "2028-03-01", "withdrawn"],
  ],
);

proves(
  "withdrawal counted from sending",
  leaving("P20D"),
  [...inForce, received],
  [["twenty days after sending", "2028-02-21", "withdrawn"]],
);

proves(
  "withdrawal: a notice longer than the rest of the term",
  {
    treaty: {
      ...leaving("P6M").treaty,
      term: { from: "force", length: "P1Y", lastDay: "anniversary" },
    },
  },
  [...inForce, notified(norland, "2027-12-01")],
  [
    ["the last day of the term", "2028-01-01", "withdrawing"],
    ["the term is over", "2028-01-02", "lapsed"],
    ["the notice has run", "2028-06-01", "withdrawn"],
  ],
);

proves(
  "withdrawal revoked on the last possible day",
  leaving("P28D"),
  [...inForce, notified(norland, "2028-02-01"), revoked(norland, "2028-02-28")],
  [
    ["the day before", "2028-02-27", "withdrawing"],
    ["revoked", "2028-02-28", "party"],
    ["when the notice would have run", "2028-02-29", "party"],
  ],
);

proves(
  "withdrawal: restored after it took effect",
  leaving("P28D"),
  [...inForce, notified(norland, "2028-02-01"), restored(norland, "2028-04-01")],
  [
    ["withdrawn", "2028-02-29", "withdrawn"],
    ["the day before", "2028-03-31", "withdrawn"],
    ["restored", "2028-04-01", "party"],
  ],
);

proves(
  "suspension and resumption",
  {},
  [...inForce, suspended(norland, "2028-02-29"), resumed(norland, "2028-04-01")],
  [
    ["the day before", "2028-02-28", "party"],
    ["suspended on a leap day, all day", "2028-02-29", "suspended"],
    ["the last day", "2028-03-31", "suspended"],
    ["resumed", "2028-04-01", "party"],
  ],
);

proves(
  "expulsion",
  {},
  [...inForce, expelled(norland, "2028-02-29")],
  [
    ["the day before", "2028-02-28", "party"],
    ["the day", "2028-02-29", "expelled"],
    ["the day after", "2028-03-01", "expelled"],
  ],
);

proves(
  "termination ends it for those who are bound",
  {},
  [...inForce, terminated("2028-02-29")],
  [
    ["the day before", "2028-02-28", "party"],
    ["the day", "2028-02-29", "lapsed"],
  ],
);

const stop = suspended(norland, "2028-02-29");

proves(
  "two acts of one day, neither after the other",
  {},
  [...inForce, stop, resumed(norland, "2028-02-29")],
  [
    ["the day before", "2028-02-28", "party"],
    ["the day", "2028-02-29", "party|suspended"],
    ["and ever after", "2028-03-01", "party|suspended"],
  ],
);

proves(
  "two acts of one day, the later named so (S-10)",
  {},
  [...inForce, resumed(norland, "2028-02-29", { after: [stop.id] }), stop],
  [["the day", "2028-02-29", "party"]],
);

proves(
  "two acts of one day under a rule of the pack, recorded the other way round",
  { sameDay: [["membership.suspended", "membership.resumed"]] },
  [...inForce, resumed(norland, "2028-02-29"), stop],
  [["the day", "2028-02-29", "party"]],
);

const force = entered("[..2028-02-29]");
const back = restored(norland, "2028-02-29", { after: [force.id] });

proves(
  "seed 19920515, path 766: an event that rests on two acts of one day, one after the other",
  {},
  [force, back],
  [
    ["the day before", "2028-02-28", "none"],
    ["the day", "2028-02-29", "party"],
  ],
);

proves(
  "the same beside an act of that day that nothing orders",
  {},
  [force, back, stop],
  [
    ["the day before", "2028-02-28", "none"],
    ["the day", "2028-02-29", "party|suspended"],
  ],
);

proves(
  "acts of one day in a ring, two by `after` and two by a rule of the pack: any may be the last",
  {
    sameDay: [
      ["membership.suspended", "membership.resumed"],
      ["withdrawal.notified", "withdrawal.revoked"],
    ],
  },
  [
    ...inForce,
    suspended(norland, "2028-02-29", { after: ["withdrawal.revoked.xna.2028-02-29"] }),
    resumed(norland, "2028-02-29"),
    notified(norland, "2028-02-29", { after: ["membership.resumed.xna.2028-02-29"] }),
    revoked(norland, "2028-02-29"),
  ],
  [
    ["the day before", "2028-02-28", "party"],
    ["the day", "2028-02-29", "party|suspended|withdrawing"],
  ],
);

proves(
  "a freeze that a state declares of itself changes nothing",
  {},
  [...inForce, frozen(norland, "2028-02-29")],
  [
    ["the day", "2028-02-29", "party"],
    ["the day after", "2028-03-01", "party"],
  ],
);

proves(
  "deposit, then notice of withdrawal, before entry into force",
  { treaty: { bindsOn: byDeposit, withdrawal: { notice: "P30D", countedFrom: "sending" } } },
  [deposited(norland, "2028-01-10"), notified(norland, "2028-01-30"), entered("2028-03-05")],
  [
    ["deposited", "2028-01-29", "signatory"],
    ["the notice", "2028-01-30", "withdrawing"],
    ["the last day", "2028-02-28", "withdrawing"],
    ["the notice has run", "2028-02-29", "withdrawn"],
  ],
);

proves(
  "an imprecise day leaves open what it leaves open (S-10)",
  {},
  [entered("2028-01-01"), acceded(norland, "2028-02")],
  [
    ["before the month", "2028-01-31", "none"],
    ["in the month", "2028-02-28", "none|party"],
    ["the last day of the month, a leap day", "2028-02-29", "party"],
  ],
);

proves(
  "the headline: the highest status, member by the constitutive instrument alone (S-2)",
  {},
  [
    ...inForce,
    signed(norland, "2028-02-01", { id: "lake.charter-signed", ...about("charter") }),
    entered("2028-02-29", about("charter")),
    suspended(norland, "2028-03-10", about("charter")),
    expelled(norland, "2028-03-20", about("charter")),
  ],
  [
    ["party to the treaty", "2028-02-28", "party"],
    ["the charter in force", "2028-02-29", "member"],
    ["suspended under the charter", "2028-03-10", "suspended"],
    ["expelled, and still party to the treaty", "2028-03-20", "party"],
  ],
  member,
);
