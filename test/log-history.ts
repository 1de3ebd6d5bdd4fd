/**
 * A history in which keys come, are replaced and go, as entries of a log.
 *
 * In:   how many entries.
 * Out:  their bytes; the acts that make them, for whoever wants to bend one.
 * Law:  docs/reference/log.md, Keys that sign acts.
 */
import { entry, type Signer, signer } from "./log-writer.ts";

export const registrar = signer("registrar-1");
export const second = signer("registrar-2");
export const norland = signer("norland-1");
export const norlandNext = signer("norland-2");
export const stranger = signer("stranger");

export type Act = Readonly<Record<string, unknown>>;

const always = { org: "csto", recordedAt: "2026-12-01T00:00:00.000Z" };
const byRegistrar = { capacity: "registrar", person: "office/registrar" };
const byNorland = { capacity: "representative", person: "person/norland-delegate" };

const performed = (id: string, kind: string, by: Act, fields: Act): Act => ({
  ...always,
  id,
  kind,
  mode: "performed",
  by,
  occurredOn: "2026-12-01",
  fields,
});

export const registered = (key: Signer, role: "registrar" | "accredited"): Act =>
  performed(`key.registered-${key.id}`, "key.registered", byRegistrar, {
    key: key.id,
    alg: "ed25519",
    public: key.public.toString("base64"),
    role,
    holder: role === "registrar" ? byRegistrar.person : byNorland.person,
  });

export const rotated = (key: Signer, next: Signer): Act =>
  performed(`key.rotated-${key.id}`, "key.rotated", byRegistrar, {
    key: key.id,
    next: next.id,
    alg: "ed25519",
    public: next.public.toString("base64"),
    reason: "compromised",
  });

export const revoked = (key: Signer): Act =>
  performed(`key.revoked-${key.id}`, "key.revoked", byRegistrar, { key: key.id, reason: "ended" });

/** What Norland's delegate did, its text sealed. */
export const invoked = (n: number): Act => ({
  ...performed(`consultation.invoked-${n}`, "consultation.invoked", byNorland, {
    gist: { sealed: `sha256:${"0f".repeat(32)}` },
  }),
  actors: ["XNA"],
  about: ["situation/lake"],
  handling: "members",
});

/** What a source tells, with characters of each length in UTF-8 and two that JSON escapes. */
export const stated = (n: number): Act => ({
  ...always,
  id: `statement.${n}`,
  kind: "statement.made",
  mode: "asserted",
  actors: ["XNA"],
  claims: [
    {
      id: "a",
      source: "example.paper",
      confidence: "high",
      says: { occurredOn: "2020-02-29", gist: { en: `"${n}"\t€😀`, ru: "Заявление" } },
    },
  ],
  preferred: "a",
});

const keyLife: readonly Buffer[] = [
  entry(registered(registrar, "registrar"), registrar),
  entry(registered(second, "registrar"), second, registrar),
  entry(registered(norland, "accredited"), registrar, norland),
  entry(invoked(3), norland),
  entry(rotated(norland, norlandNext), norland, norlandNext),
  entry(invoked(5), norlandNext, registrar),
  entry(revoked(registrar), second),
];

/** At least the seven entries of keys; all later ones are signed by the registrar that is left. */
export const history = (size: number): readonly Buffer[] => [
  ...keyLife,
  ...Array.from({ length: size - keyLife.length }, (_, at) =>
    entry(stated(keyLife.length + at), second),
  ),
];
