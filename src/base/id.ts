/**
 * Ids and addresses: how acts, states and everything else are named.
 *
 * An id is unique in the organization, is never reused, and carries neither order nor secret.
 *
 * Law: decision S-7; states by S-45 (invented ones from XNA to XZZ).
 */

/** `[a-z0-9][a-z0-9.-]*`: chosen by the author, or `<kind>-<uuid>` for a performed act. */
export type ActId = string;

/** Three capitals, ISO 3166-1 alpha-3 where a state has such a code. */
export type StateId = string;

/** A type, a slash, an id or a state: `act/cst.signed`, `membership/UZB`, `status/treaty/UZB`. */
export type Address = string;

/** Long enough for `<kind>-<uuid>` with room to spare, short enough for an index. */
const longestId = 120;

/** Longest address; a type and three ids. */
const longestAddress = 400;

const idForm = /^[a-z0-9][a-z0-9.-]*$/;
const stateForm = /^[A-Z]{3}$/;
const typeForm = /^[a-z][a-z-]*$/;
const uuidForm = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Whether the text is an id of anything but a state. */
export const isId = (text: string): boolean => text.length <= longestId && idForm.test(text);

/** Whether the text has the form of a state's code; whether there is such a state is not asked. */
export const isStateId = (text: string): boolean => stateForm.test(text);

/** Whether the text is a type followed by one or more ids or states, each after a slash. */
export const isAddress = (text: string): boolean => {
  if (text.length > longestAddress) return false;
  const [type = "", ...names] = text.split("/");
  return (
    typeForm.test(type) && names.length > 0 && names.every((name) => isId(name) || isStateId(name))
  );
};

/**
 * The id of a performed act.
 *
 * @param kind - The kind of the act, such as `position.taken`.
 * @param uuid - A fresh UUID in lower case, handed in by the entry point (RFC 9562, version 7).
 * @throws RangeError when the two make no id: neither comes from outside, so a bug.
 */
export const actIdOf = (kind: string, uuid: string): ActId => {
  const id = `${kind}-${uuid}`;
  if (!uuidForm.test(uuid) || !isId(id)) throw new RangeError(`not a kind and a UUID: ${id}`);
  return id;
};
