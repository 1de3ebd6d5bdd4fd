/** Which keys may sign at which place: rotation, loss and compromise, case by case. */
import { describe, expect, test } from "vitest";
import { type KeyPair, keyPairOf, verifyEd25519 } from "#store";
import { type Entry, signEntry } from "./entry.ts";
import { type By, type PerformedAct, registrar } from "./envelope.ts";
import { judgeEntry, type KeyRing, keyRingOf, noKeys, registrarKeys } from "./keys.ts";
import { base64 } from "./log/base64.ts";
import { done, told } from "./testing.ts";

const origin = "lake.example/log";
const means = { origin, verify: verifyEd25519 };

/** The keys of this story, by name; `norland` is a delegate's, `second` waits in a safe. */
const pairs = new Map(
  ["first", "second", "third", "norland", "norland-new", "esteria"].map((name, place) => [
    name,
    keyPairOf(new Uint8Array(32).fill(place + 1)),
  ]),
);
const pair = (name: string): KeyPair => {
  const found = pairs.get(name);
  if (found === undefined) throw new Error(`no key ${name}`);
  return found;
};
const publicOf = (name: string): string => base64(pair(name).publicKey);

const norland: By = { person: "person/norland-rep-1", capacity: "representative" };

const signed = (act: PerformedAct | ReturnType<typeof told>, ...by: readonly string[]): Entry =>
  signEntry(act, origin, ...by.map((key) => ({ key, sign: pair(key).sign })));

let count = 0;
const keyAct = (kind: string, fields: PerformedAct["fields"], by: By = registrar): PerformedAct => {
  count += 1;
  return done(`${kind}-${count}`, { kind, by, fields: fields ?? {} });
};

const register = (key: string, role = "accredited", holder = norland.person, of = key) =>
  keyAct("key.registered", { key, alg: "ed25519", public: publicOf(of), role, holder });
const registerOffice = (key: string, of = key) => register(key, "registrar", registrar.person, of);
const rotate = (key: string, next: string, reason = "ended", by = registrar) =>
  keyAct("key.rotated", { key, next, alg: "ed25519", public: publicOf(next), reason }, by);
const revoke = (key: string, reason = "lost", by = registrar) =>
  keyAct("key.revoked", { key, reason }, by);
const source = told("lake.told");
const invoked = done("lake.invoked", { by: norland });

/** What becomes of each entry in turn; one that does not stand changes nothing. */
const fates = (...entries: readonly Entry[]): readonly string[] => {
  let ring: KeyRing = noKeys;
  let seq = 0;
  return entries.map((entry) => {
    const judged = judgeEntry(ring, entry, seq, means);
    if (!judged.ok) return judged.refusal.code;
    ring = judged.value;
    seq += 1;
    return "stands";
  });
};

const first = signed(registerOffice("first"), "first");
const withNorland = [first, signed(register("norland"), "first", "norland")];

describe("a ledger begins with the key of its registrar", () => {
  test.each<[name: string, entry: Entry, fate: string]>([
    ["registered by itself", first, "stands"],
    ["not by another", signed(registerOffice("first"), "second"), "signature.unknown-key"],
    ["not an accredited key", signed(register("norland"), "norland"), "key.first"],
    ["not another act", signed(source, "first"), "key.first"],
    ["not a rotation", signed(rotate("first", "second"), "first", "second"), "key.first"],
  ])("%s", (_, entry, fate) => {
    expect(fates(entry)).toEqual([fate]);
  });
});

describe("who must sign", () => {
  test.each<[name: string, before: readonly Entry[], entry: Entry, fate: string]>([
    ["the registrar, what sources tell", [first], signed(source, "first"), "stands"],
    [
      "nobody else, what sources tell",
      withNorland,
      signed(source, "norland"),
      "signature.not-registrar",
    ],
    ["the holder, what the holder did", withNorland, signed(invoked, "norland"), "stands"],
    [
      "not the registrar for the holder",
      withNorland,
      signed(invoked, "first"),
      "signature.not-holder",
    ],
    ["both may", withNorland, signed(invoked, "norland", "first"), "stands"],
    [
      "an unknown key spoils a good one",
      withNorland,
      signed(invoked, "norland", "esteria"),
      "signature.unknown-key",
    ],
    [
      "not the key of another person",
      [
        ...withNorland,
        signed(register("esteria", "accredited", "person/esteria-rep-1"), "first", "esteria"),
      ],
      signed(invoked, "esteria"),
      "signature.not-holder",
    ],
    [
      "not under a name that is another key's",
      withNorland,
      signEntry(invoked, origin, { key: "norland", sign: pair("esteria").sign }),
      "signature.wrong",
    ],
    [
      "not for another ledger",
      withNorland,
      signEntry(invoked, "lake.example/rehearsal", { key: "norland", sign: pair("norland").sign }),
      "signature.wrong",
    ],
  ])("%s", (_, before, entry, fate) => {
    expect(fates(...before, entry).at(-1)).toBe(fate);
  });

  test("a signature on one act does not stand under another", () => {
    const [one, two] = [
      signed(invoked, "norland"),
      signed(done("lake.other", { by: norland }), "norland"),
    ];
    const text = two.text.replace("lake.other", "lake.odder");
    const moved = { act: { ...one.act, id: "lake.odder" }, text };
    expect(fates(...withNorland, moved).at(-1)).toBe("signature.wrong");
  });
});

describe("a key enters", () => {
  test.each<[name: string, entry: Entry, fate: string]>([
    ["by the registrar and itself", signed(register("norland"), "first", "norland"), "stands"],
    [
      "a second one of the registrar",
      signed(registerOffice("second"), "first", "second"),
      "stands",
    ],
    ["not unless it signs too", signed(register("norland"), "first"), "key.not-held"],
    ["not by itself alone", signed(register("norland"), "norland"), "signature.not-registrar"],
    [
      "not under a name that was used",
      signed(register("first", "accredited", norland.person, "norland"), "first"),
      "key.taken",
    ],
    [
      "not a key that was used",
      signed(register("again", "accredited", norland.person, "first"), "first"),
      "key.taken",
    ],
    [
      "not the registrar's for a person",
      signed(register("norland", "registrar"), "first", "norland"),
      "key.malformed",
    ],
    [
      "not a person's for the registrar",
      signed(register("second", "accredited", registrar.person), "first", "second"),
      "key.malformed",
    ],
    [
      "not without a role",
      signed(keyAct("key.registered", { key: "norland" }), "first"),
      "key.malformed",
    ],
    [
      "not as a source tells it",
      signed(told("lake.key", { kind: "key.registered" }), "first"),
      "key.malformed",
    ],
  ])("%s", (_, entry, fate) => {
    expect(fates(first, entry)).toEqual(["stands", fate]);
  });

  test("only the registrar brings keys in, whoever else has one", () => {
    const other = register("esteria", "accredited", "person/esteria-rep-1");
    expect(fates(...withNorland, signed(other, "norland", "esteria")).at(-1)).toBe(
      "signature.not-registrar",
    );
  });
});

describe("a key is rotated", () => {
  const rotated = signed(rotate("first", "second"), "first", "second");
  test("from there on the new one signs, and the old one does not", () => {
    expect(fates(first, rotated, signed(source, "first"), signed(source, "second"))).toEqual([
      "stands",
      "stands",
      "signature.ended-key",
      "stands",
    ]);
  });

  test("what the old one signed before stands", () => {
    expect(fates(first, signed(source, "first"), rotated)).toEqual(["stands", "stands", "stands"]);
  });

  test.each<[name: string, entry: Entry, fate: string]>([
    [
      "by its holder",
      signed(rotate("norland", "norland-new", "ended", norland), "norland", "norland-new"),
      "stands",
    ],
    [
      "by the registrar, when it is lost",
      signed(rotate("norland", "norland-new", "lost"), "first", "norland-new"),
      "stands",
    ],
    [
      "not by the new one alone",
      signed(rotate("norland", "norland-new"), "norland-new"),
      "signature.not-registrar",
    ],
    [
      "not unless the new one signs",
      signed(rotate("norland", "norland-new"), "first"),
      "key.not-held",
    ],
    [
      "not one that is not there",
      signed(rotate("esteria", "norland-new"), "first", "norland-new"),
      "key.unknown",
    ],
    [
      "not to one that was used",
      signed(rotate("norland", "first"), "norland", "first"),
      "key.taken",
    ],
  ])("%s", (_, entry, fate) => {
    expect(fates(...withNorland, entry).at(-1)).toBe(fate);
  });

  test("role and holder pass on", () => {
    const entry = signed(rotate("norland", "norland-new", "lost"), "first", "norland-new");
    const then = [signed(invoked, "norland"), signed(invoked, "norland-new")];
    expect(fates(...withNorland, entry, ...then).slice(-2)).toEqual([
      "signature.ended-key",
      "stands",
    ]);
  });

  test("twice, one key after another", () => {
    const again = signed(rotate("second", "third"), "second", "third");
    const late = signed(rotate("first", "third"), "second", "third");
    expect(fates(first, rotated, late, again, signed(source, "third"))).toEqual([
      "stands",
      "stands",
      "key.ended",
      "stands",
      "stands",
    ]);
  });
});

describe("a key is lost, or another has it", () => {
  const both = [first, signed(registerOffice("second"), "first", "second")];
  test.each<[name: string, before: readonly Entry[], entry: Entry, fate: string]>([
    [
      "its holder revokes it",
      withNorland,
      signed(revoke("norland", "compromised", norland), "norland"),
      "stands",
    ],
    ["the registrar revokes it", withNorland, signed(revoke("norland"), "first"), "stands"],
    [
      "nobody else does",
      [...withNorland, signed(register("esteria", "accredited", "person/e"), "first", "esteria")],
      signed(revoke("norland"), "esteria"),
      "signature.not-registrar",
    ],
    [
      "not twice",
      [...withNorland, signed(revoke("norland"), "first")],
      signed(revoke("norland"), "first"),
      "key.ended",
    ],
    ["not one that never was", withNorland, signed(revoke("esteria"), "first"), "key.unknown"],
    [
      "not the registrar's last",
      withNorland,
      signed(revoke("first", "compromised"), "first"),
      "key.last-registrar",
    ],
    [
      "the registrar's, by the one in the safe",
      both,
      signed(revoke("first", "compromised"), "second"),
      "stands",
    ],
    [
      "the one in the safe goes on",
      [...both, signed(revoke("first", "lost"), "second")],
      signed(source, "second"),
      "stands",
    ],
    [
      "the revoked one does not",
      [...both, signed(revoke("first", "lost"), "second")],
      signed(source, "first"),
      "signature.ended-key",
    ],
    [
      "nor beside a good one",
      [...both, signed(revoke("first", "lost"), "second")],
      signed(source, "first", "second"),
      "signature.ended-key",
    ],
    [
      "nor can it come back",
      [...withNorland, signed(revoke("norland"), "first")],
      signed(register("norland-new", "accredited", norland.person, "norland"), "first"),
      "key.taken",
    ],
    ["for no reason", withNorland, signed(revoke("norland", "tired"), "first"), "key.malformed"],
  ])("%s", (_, before, entry, fate) => {
    expect(fates(...before, entry).at(-1)).toBe(fate);
  });

  test("what it signed before it was revoked stands", () => {
    const entries = [
      ...withNorland,
      signed(invoked, "norland"),
      signed(revoke("norland"), "first"),
    ];
    expect(new Set(fates(...entries))).toEqual(new Set(["stands"]));
  });
});

test("the keys of a ledger that was judged are known without judging it again", () => {
  const entries = [...withNorland, signed(rotate("first", "second"), "first", "second")];
  const ring = keyRingOf(entries);
  expect(registrarKeys(ring).map(({ key }) => key)).toEqual(["second"]);
  expect([...ring.values()].map(({ key, from, until }) => [key, from, until])).toEqual([
    ["first", 0, 2],
    ["norland", 1, undefined],
    ["second", 2, undefined],
  ]);
});
