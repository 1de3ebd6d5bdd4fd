/**
 * Norms, predicates, findings, procedures, kinds of act and cases in the shape other rooms see.
 *
 * A bare word of a procedure rests on the procedure's own provisions, a bare `unknown` on nothing.
 */

import type { Case } from "./case.ts";
import type { Files } from "./files.ts";
import type { Authority, Pack } from "./pack.ts";
import type { Choice, Procedure } from "./procedure.ts";
import type { ProceduresFile } from "./schema/index.ts";

type Law = Pick<Pack, "norms" | "predicates" | "findings" | "procedures" | "acts" | "cases">;

const keyed = <Item>(items: readonly Item[], key: (item: Item) => string) =>
  new Map(items.map((item) => [key(item), item]));

export const lawOf = (files: Files): Law => {
  const norms = files.provisions.flatMap(({ value }) => value.norms ?? []);
  const predicates = files.predicates.flatMap(({ value }) => value.predicates);
  const findings = files.predicates.flatMap(({ value }) => value.findings);
  const procedures = files.procedures.flatMap(({ value }) => value.procedures);
  const acts = files.acts.flatMap(({ value }) => value.acts);
  return {
    norms: keyed(norms, ({ id }) => id),
    predicates: keyed(predicates, ({ id }) => id),
    findings: keyed(findings, ({ kind }) => kind) as Law["findings"],
    procedures: keyed(procedures.map(procedureOf), ({ id }) => id),
    acts: keyed(acts, ({ id }) => id) as Law["acts"],
    cases: files.cases.flatMap(({ file, value }) =>
      value.cases.map(
        (one) => ({ ...one, file, given: [...(value.given ?? []), ...(one.given ?? [])] }) as Case,
      ),
    ),
  };
};

type Written = ProceduresFile["procedures"][number];
type WrittenChoice = string | { readonly value: string; readonly authority: Authority } | Axis;
type Axis = { readonly axis: string };

const procedureOf = (written: Written): Procedure => {
  const { authority, electorate, quorum, positions, rule, reservation, binds, laterExpression } =
    written;
  const choice = (of: WrittenChoice): Choice<string> => {
    if (typeof of !== "string") return of;
    return { value: of, authority: of === "unknown" ? "unsourced" : authority };
  };
  const choices = (of: { readonly [key: string]: WrittenChoice }) =>
    Object.fromEntries(Object.entries(of).map(([key, one]) => [key, choice(one)]));
  const { base, suspended, withdrawing, signatory, excludedBy } = electorate;
  const { completes, window, ...later } = laterExpression;
  return {
    ...written,
    electorate: {
      base,
      ...choices({ suspended, withdrawing, signatory }),
      excludedBy: excludedBy ?? authority,
    },
    quorum: { ...quorum, authority: quorum.authority ?? authority },
    positions: choices(positions),
    rule: rule.kind === "consensus" ? { ...rule, test: choice(rule.test) } : rule,
    reservation: choice(reservation),
    binds: choices(binds),
    laterExpression: { ...later, ...choices({ completes, window }) },
  } as unknown as Procedure;
};
