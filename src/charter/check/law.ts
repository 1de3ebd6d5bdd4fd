/**
 * Cross-checks of provisions, readings, bodies, forces, the pack itself and its labels.
 */

import { dayOf } from "#base";
import { type Files, stem } from "../files.ts";
import { loops } from "./graph.ts";
import type { Ids } from "./ids.ts";
import { grounds, nearest, reference, references, type Slips, slip, unique } from "./slip.ts";

export function* checkPack(files: Files, ids: Ids): Slips {
  for (const { file, value } of files.pack) {
    const { membership, sameDay, seat } = value;
    yield* references(file, "/membership/instruments", membership.instruments, ids.instruments);
    const { constitutive, instruments } = membership;
    if (!instruments.includes(constitutive)) {
      const accepted = nearest(constitutive, new Set(instruments));
      yield slip(file, "/membership/constitutive", "pack.constitutive", constitutive, accepted);
    }
    if (value.collectiveDefence !== undefined) {
      const { collectiveDefence } = value;
      yield* reference(file, "/collectiveDefence", collectiveDefence, ids.provisions);
    }
    for (const [index, { first, then, authority }] of (sameDay ?? []).entries()) {
      yield* grounds(file, `/sameDay/${index}/authority`, authority, ids.provisions);
      if (first === then)
        yield slip(file, `/sameDay/${index}/then`, "ref.self", then, `!= ${first}`);
    }
    if (!isTimeZone(seat.timeZone)) {
      yield slip(file, "/seat/timeZone", "pack.time-zone", seat.timeZone, "Europe/Moscow");
    }
  }
}

const isTimeZone = (name: string): boolean => {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions().timeZone !== "";
  } catch {
    return false; // The only way to ask: an unknown name throws a RangeError.
  }
};

export function* checkProvisions(files: Files, ids: Ids): Slips {
  for (const { file, value } of files.provisions) {
    if (value.instrument !== stem(file)) {
      yield slip(file, "/instrument", "id.file-name", value.instrument, stem(file));
    } else yield* reference(file, "/instrument", value.instrument, ids.instruments);
    for (const [index, { versions }] of value.provisions.entries()) {
      const at = `/provisions/${index}/versions`;
      const wrong = versions.findIndex(({ n }, place) => n !== place + 1);
      if (wrong >= 0) {
        yield slip(
          file,
          `${at}/${wrong}/n`,
          "pack.version-order",
          versions[wrong]?.n,
          `${wrong + 1}`,
        );
      }
      const placing = versions.map(({ from }) => from.inForce);
      for (const [place, by] of placing.entries()) {
        yield* reference(file, `${at}/${place}/from/inForce`, by, ids.instruments);
      }
      yield* unique(
        file,
        placing.map((by, place) => [`${at}/${place}/from/inForce`, by]),
      );
    }
  }
}

export function* checkReadings(files: Files, ids: Ids): Slips {
  for (const { file, value } of files.readings) {
    for (const [index, axis] of value.axes.entries()) {
      const at = `/axes/${index}`;
      yield* references(file, `${at}/touches`, axis.touches, ids.provisions);
      const options = new Set(axis.options.map(({ id }) => id));
      if (axis.displayReading !== "none" && !options.has(axis.displayReading)) {
        const accepted = `none | ${nearest(axis.displayReading, options)}`;
        yield slip(file, `${at}/displayReading`, "ref.unknown", axis.displayReading, accepted);
      }
      for (const [place, { id, from, heldBy }] of axis.options.entries()) {
        const option = `${at}/options/${place}`;
        if (id === "none") yield slip(file, `${option}/id`, "id.reserved", id, "!= none");
        if (from !== undefined && dayOf(from) === undefined) {
          yield slip(file, `${option}/from`, "date.no-such-day", from, '"1992-05-15" (quoted)');
        }
        yield* references(file, `${option}/heldBy`, heldBy ?? [], ids.states);
      }
    }
  }
}

export function* checkOrgans(files: Files, ids: Ids): Slips {
  for (const { file, value } of files.forces) {
    for (const [index, { authority }] of value.forces.entries()) {
      yield* grounds(file, `/forces/${index}/authority`, authority, ids.provisions);
    }
  }
  for (const { file, value } of files.bodies) {
    const { bodies } = value;
    for (const [index, { authority, parent, from, accountableTo = [] }] of bodies.entries()) {
      yield* grounds(file, `/bodies/${index}/authority`, authority, ids.provisions);
      if (from !== undefined) {
        yield* reference(file, `/bodies/${index}/from/inForce`, from.inForce, ids.instruments);
      }
      for (const [place, body] of accountableTo.entries()) {
        yield* reference(file, `/bodies/${index}/accountableTo/${place}`, body, ids.bodies);
      }
      if (parent === undefined) continue;
      yield* reference(file, `/bodies/${index}/parent`, parent, ids.bodies);
    }
    // Of a body given twice the first counts here: the second is an error already.
    const first = bodies.filter(
      (body, place) => bodies.findIndex(({ id }) => id === body.id) === place,
    );
    const looped = loops(new Map(first.map(({ id, parent }) => [id, parent])));
    for (const loop of looped) {
      const index = bodies.findIndex(({ id }) => id === loop[0]);
      const found = [...loop, loop[0]].join(" > ");
      yield slip(file, `/bodies/${index}/parent`, "pack.loop", found, `!= ${loop.join(" | ")}`);
    }
    const roots = bodies.filter(({ parent }) => parent === undefined).map(({ id }) => id);
    for (const root of roots.slice(1)) {
      const at = `/bodies/${bodies.findLastIndex(({ id, parent }) => id === root && !parent)}`;
      yield slip(file, at, "pack.roots", root, `{ parent } (${roots[0]} (1))`);
    }
    if (roots.length === 0 && looped.length === 0) {
      yield slip(file, "/bodies", "pack.roots", 0, "1");
    }
  }
}

/** Both languages label the same terms: the error is in the file that lacks one. */
export function* checkVocab(files: Files): Slips {
  if (files.vocab.length !== 2) return;
  for (const { file, value } of files.vocab) {
    for (const other of files.vocab) {
      for (const term of Object.keys(other.value.terms)) {
        if (Object.hasOwn(value.terms, term)) continue;
        yield slip(file, `/terms/${term}`, "vocab.missing", undefined, `${term}: …`);
      }
    }
  }
}
