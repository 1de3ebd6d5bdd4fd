/**
 * What a pack calls the things that addresses stand for, in both languages.
 *
 * In:   a state's code or an address, a pack.
 * Out:  its names; undefined where the pack has none. A provision is cited, not named.
 */

import type { Address, Both, StateId } from "#base";
import type { Pack } from "./pack.ts";

export const namesOf = (address: StateId | Address, pack: Pack): Both | undefined => {
  const state = pack.states.get(address);
  if (state !== undefined) return state.names;
  const [type = "", id = ""] = address.split("/");
  switch (type) {
    case "instrument":
      return pack.instruments.get(id)?.names;
    case "body":
      return pack.bodies.get(id)?.names;
    case "force":
      return pack.forces.get(id)?.names;
    case "membership":
      return pack.states.get(id)?.names;
    case "relation":
      return namesOf(`org/${id}`, pack);
    case "office":
      return (pack.others.get(address) ?? pack.bodies.get(id))?.names;
    case "org":
      return id === pack.id ? pack.names : pack.others.get(address)?.names;
    default:
      return pack.others.get(address)?.names;
  }
};
