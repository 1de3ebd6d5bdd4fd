/**
 * Binding, entry into force, terms: the day before, the day itself, the day after.
 */

import { proves } from "../../test/oracle/table.ts";
import {
  about,
  acceded,
  declined,
  deposited,
  entered,
  esteria,
  norland,
  type Rules,
  signed,
  terminated,
} from "./testing.ts";

const byDeposit = { signature: "own-deposit", accession: "own-deposit" };

proves(
  "bindsOn act: a signature before entry into force binds from that day",
  {},
  [signed(norland, "2028-02-01"), entered("2028-02-29")],
  [
    ["before the signature", "2028-01-31", "none"],
    ["the day of signature", "2028-02-01", "signatory"],
    ["the day before entry into force", "2028-02-28", "signatory"],
    ["entry into force on a leap day", "2028-02-29", "party"],
    ["the day after", "2028-03-01", "party"],
  ],
);

proves(
  "bindsOn act: an accession before entry into force is a signature until then",
  {},
  [acceded(norland, "2028-01-10"), entered("2028-02-29")],
  [
    ["the day before acceding", "2028-01-09", "none"],
    ["acceded, not in force", "2028-01-10", "signatory"],
    ["the day before entry into force", "2028-02-28", "signatory"],
    ["entry into force", "2028-02-29", "party"],
  ],
);

proves(
  "bindsOn act: an accession after entry into force binds on its own day",
  {},
  [entered("2028-02-01"), acceded(norland, "2028-02-29")],
  [
    ["the day before", "2028-02-28", "none"],
    ["the day", "2028-02-29", "party"],
    ["the day after", "2028-03-01", "party"],
  ],
);

proves(
  "bindsOn own-deposit: the signature alone does not bind",
  { treaty: { bindsOn: byDeposit } },
  [signed(norland, "2028-02-01"), entered("2028-02-10"), deposited(norland, "2028-02-29")],
  [
    ["in force, not deposited", "2028-02-10", "signatory"],
    ["the day before the deposit", "2028-02-28", "signatory"],
    ["the deposit", "2028-02-29", "party"],
  ],
);

proves(
  "no entry into force, no party",
  {},
  [signed(norland, "2028-02-01"), entered("2028-02-10", about("charter"))],
  [["the charter's force is not the treaty's", "2028-02-10", "signatory"]],
);

const second = { treaty: { bindsOn: byDeposit, force: { deposits: 2, plus: "P30D" } } };

proves(
  "force of the second deposit and thirty days, over a leap day",
  second,
  [deposited(norland, "2028-01-20"), deposited(esteria, "2028-01-31")],
  [
    ["the first deposit", "2028-01-20", "signatory"],
    ["the day before", "2028-02-29", "signatory"],
    ["the thirtieth day", "2028-03-01", "party"],
    ["the day after", "2028-03-02", "party"],
  ],
);

proves(
  "force of the second deposit: one deposit is not enough",
  second,
  [deposited(norland, "2028-01-20")],
  [["a year later", "2029-01-20", "signatory"]],
);

proves(
  "force of the second deposit and a month: a day that the month lacks is its last",
  { treaty: { bindsOn: byDeposit, force: { deposits: 2, plus: "P1M" } } },
  [deposited(norland, "2028-01-20"), deposited(esteria, "2028-01-31")],
  [
    ["the day before", "2028-02-28", "not-in-force"],
    ["the leap day", "2028-02-29", "in-force"],
  ],
  "in-force/treaty",
);

proves(
  "force with another instrument: in force when that one is",
  { charter: { force: { with: "treaty" } } },
  [signed(norland, "2028-02-01", about("charter")), entered("2028-02-29")],
  [
    ["the day before", "2028-02-28", "signatory"],
    ["the day the treaty enters", "2028-02-29", "party"],
  ],
  "status/charter/XNA",
);

proves(
  "force on a day that the text itself fixes",
  { treaty: { force: { on: "2028-02-29", source: "The text itself" } } },
  [signed(norland, "2028-02-01")],
  [
    ["the day before", "2028-02-28", "signatory"],
    ["the day", "2028-02-29", "party"],
  ],
);

proves(
  "an asserted force stands, the computed one disputes it (S-13)",
  { treaty: { force: { deposits: 1 }, bindsOn: byDeposit } },
  [deposited(norland, "2028-02-27"), entered("2028-02-29")],
  [
    ["before both", "2028-02-26", "none"],
    ["computed, not asserted", "2028-02-27", "signatory (party|signatory)"],
    ["the day before the asserted one", "2028-02-28", "signatory (party|signatory)"],
    ["both", "2028-02-29", "party"],
  ],
);

const term = (lastDay: string) => ({ from: "force", length: "P5Y", lastDay });
const party = [signed(norland, "1994-01-10"), entered("1994-04-20")];

proves("term to the anniversary (S-3)", { treaty: { term: term("anniversary") } }, party, [
  ["the day before the last", "1999-04-19", "party"],
  ["the last day", "1999-04-20", "party"],
  ["the first day outside", "1999-04-21", "lapsed"],
]);

proves(
  "term to the day before the anniversary",
  { treaty: { term: term("day-before-anniversary") } },
  party,
  [
    ["the last day", "1999-04-19", "party"],
    ["the anniversary", "1999-04-20", "lapsed"],
  ],
);

proves(
  "term begun on a leap day: the anniversary is the last of February",
  { treaty: { term: term("anniversary") } },
  [signed(norland, "2024-01-10"), entered("2024-02-29")],
  [
    ["the last day", "2029-02-28", "party"],
    ["the day after", "2029-03-01", "lapsed"],
  ],
);

proves(
  "a term's end is nothing to a state that was never bound before it",
  { treaty: { term: term("anniversary") } },
  [entered("1994-04-20"), acceded(norland, "1999-05-01")],
  [["the day after the last day", "1999-04-21", "none"]],
);

const renewed = {
  treaty: {
    term: { from: "force", length: "P1Y", lastDay: "anniversary" },
    renewal: { length: "P1Y", unlessDeclined: { before: "P6M" } },
  },
};
const bound = [signed(norland, "2024-01-10"), entered("2024-02-29")];

proves("renewal: without an act to decline nobody lapses", renewed, bound, [
  ["after the first term", "2025-03-01", "party"],
  ["after the fourth", "2028-03-01", "party"],
]);

proves(
  "renewal: declined on the last possible day",
  renewed,
  [...bound, declined(norland, "2024-09-01")],
  [
    ["the last day", "2025-02-28", "party"],
    ["the day after", "2025-03-01", "lapsed"],
  ],
);

proves(
  "renewal: declined a day too late counts for the next term",
  renewed,
  [...bound, declined(norland, "2024-09-02")],
  [
    ["the end of the running term", "2025-03-01", "party"],
    ["the last day of the next", "2026-02-28", "party"],
    ["the day after", "2026-03-01", "lapsed"],
  ],
);

proves(
  "renewal: terms are counted from entry into force, so the fourth ends on the leap day",
  renewed,
  [...bound, declined(norland, "2027-08-01")],
  [
    ["the last day", "2028-02-29", "party"],
    ["the day after", "2028-03-01", "lapsed"],
  ],
);

const prolonged = (gap: string): Rules => ({
  treaty: {
    term: term("anniversary"),
    prolongation: { by: "protocol", length: "P5Y", renewal: "automatic", gap },
  },
});
const protocol = [
  signed([norland], "1999-04-02", about("protocol")),
  entered("2000-03-22", about("protocol")),
];

proves(
  "prolongation, read as continuous: who takes part goes on",
  prolonged("continuous"),
  [...party, ...protocol],
  [
    ["the last day of the first term", "1999-04-20", "party"],
    ["the day after", "1999-04-21", "party"],
    ["long after", "2010-01-01", "party"],
  ],
);

proves(
  "prolongation, read as revived: lapsed until the protocol is in force",
  prolonged("revived"),
  [...party, ...protocol],
  [
    ["the last day of the first term", "1999-04-20", "party"],
    ["the day after", "1999-04-21", "lapsed"],
    ["the day before the protocol's force", "2000-03-21", "lapsed"],
    ["the protocol in force", "2000-03-22", "party"],
  ],
);

proves(
  "prolongation under an axis: the displayed reading, disputed by the other (S-4)",
  {
    ...prolonged(""),
    treaty: {
      term: term("anniversary"),
      prolongation: { by: "protocol", length: "P5Y", renewal: "automatic", gap: { axis: "gap" } },
    },
  },
  [...party, ...protocol],
  [
    ["before the gap", "1999-04-20", "party"],
    ["in the gap", "1999-04-21", "party (lapsed|party)"],
    ["after the gap", "2000-03-22", "party"],
  ],
);

proves(
  "prolongation: a state that stays out lapses",
  prolonged("continuous"),
  [
    signed([norland, esteria], "1994-01-10"),
    entered("1994-04-20"),
    signed([esteria], "1999-04-02", about("protocol")),
  ],
  [
    ["the last day", "1999-04-20", "party"],
    ["the day after", "1999-04-21", "lapsed"],
  ],
);

proves(
  "prolongation: neither signers nor decliners are said",
  prolonged("continuous"),
  [...party, signed([], "1999-04-02", about("protocol"))],
  [
    ["the last day", "1999-04-20", "party"],
    ["the day after", "1999-04-21", "lapsed|party"],
  ],
);

const underAxis: Rules = {
  ...prolonged(""),
  treaty: {
    term: term("anniversary"),
    prolongation: { by: "protocol", length: "P5Y", renewal: "automatic", gap: { axis: "gap" } },
  },
};

proves(
  "prolongation under an axis: the instrument itself is as disputed as its parties",
  underAxis,
  [...party, ...protocol],
  [
    ["before the gap", "1999-04-20", "in-force"],
    ["in the gap", "1999-04-21", "in-force (ended|in-force)"],
    ["the last day of the gap", "2000-03-21", "in-force (ended|in-force)"],
    ["after the gap", "2000-03-22", "in-force"],
  ],
  "in-force/treaty",
);

proves(
  "prolongation under an axis: so are its provisions, and a version that the protocol placed stays",
  underAxis,
  [...party, ...protocol],
  [
    ["before the gap", "1999-04-20", "1"],
    ["in the gap", "1999-04-21", "1 (1|none)"],
    ["the protocol's version", "2000-03-22", "2"],
  ],
  "provision/t-1",
);

proves(
  "read as revived: ended until the protocol is in force, and in force again from then on",
  prolonged("revived"),
  [...party, ...protocol],
  [
    ["the last day of the first term", "1999-04-20", "in-force"],
    ["the day after", "1999-04-21", "ended"],
    ["the day before the protocol's force", "2000-03-21", "ended"],
    ["the protocol in force", "2000-03-22", "in-force"],
  ],
  "in-force/treaty",
);

proves(
  "a prolongation that is signed too late revives under any reading",
  prolonged("continuous"),
  [
    ...party,
    signed([norland], "1999-05-02", about("protocol")),
    entered("2000-03-22", about("protocol")),
  ],
  [
    ["the day after the term", "1999-04-21", "ended"],
    ["the protocol in force", "2000-03-22", "in-force"],
  ],
  "in-force/treaty",
);

proves(
  "a prolongation that nobody takes up leaves the instrument ended, and its provisions with it",
  prolonged("continuous"),
  party,
  [
    ["the last day", "1999-04-20", "1"],
    ["the day after", "1999-04-21", "none"],
  ],
  "provision/t-1",
);

proves(
  "a prolongation without renewal ends after its own length",
  {
    treaty: {
      term: term("anniversary"),
      prolongation: { by: "protocol", length: "P5Y", renewal: "none", gap: "continuous" },
    },
  },
  [...party, ...protocol],
  [
    ["its last day", "2004-04-20", "in-force"],
    ["the day after", "2004-04-21", "ended"],
  ],
  "in-force/treaty",
);

proves(
  "what was terminated comes back by no protocol",
  prolonged("revived"),
  [...party, terminated("1996-02-29"), ...protocol],
  [
    ["the day before", "1996-02-28", "in-force"],
    ["terminated", "1996-02-29", "ended"],
    ["the protocol in force", "2000-03-22", "ended"],
  ],
  "in-force/treaty",
);

proves(
  "termination on the day of entry into force: ended, for that is ordered last",
  {},
  [signed(norland, "2028-02-01"), entered("2028-02-29"), terminated("2028-02-29")],
  [
    ["the day before", "2028-02-28", "not-in-force"],
    ["the day", "2028-02-29", "ended"],
  ],
  "in-force/treaty",
);

proves(
  "two versions placed on one day: the higher number holds",
  {},
  [entered("2028-02-29"), entered("2028-02-29", { id: "protocol.entered", ...about("protocol") })],
  [
    ["the day before", "2028-02-28", "none"],
    ["the day", "2028-02-29", "2"],
  ],
  "provision/t-1",
);
