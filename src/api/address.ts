/**
 * The address of a request, read strictly: each pair decoded once, nothing repaired (S-53).
 *
 * In:   the URL as received.
 * Out:  path, query as `Params` with repeated values kept, so that they can be refused; language.
 */

import { type Language, languages, ok, type Result, refuse } from "#base";
import type { Params, Refused } from "#rules";

/** Path and query together; beyond that an address is no question of ours. */
export const longestAddress = 8_192;

/** What of a found text is worth repeating. */
const longestShown = 80;

export type Address = { readonly path: string; readonly search: string };

export const addressOf = (url: string): Address => {
  const { pathname, search } = new URL(url);
  return { path: pathname, search };
};

export const shown = (text: string): string =>
  text.length > longestShown ? `${text.slice(0, longestShown - 1)}…` : text;

/** `+` is a space, as forms write it; undefined where the bytes are no UTF-8. */
const decoded = (text: string): string | undefined => {
  try {
    return decodeURIComponent(text.replaceAll("+", " "));
  } catch {
    return undefined;
  }
};

export const readQuery = ({ search }: Address): Result<Params, Refused> => {
  const params = new Map<string, readonly string[]>();
  const text = search.slice(1);
  if (text === "") return ok(params);
  for (const pair of text.split("&")) {
    const sign = pair.indexOf("=");
    const name = decoded(sign < 0 ? pair : pair.slice(0, sign));
    const value = decoded(sign < 0 ? "" : pair.slice(sign + 1));
    if (name === undefined || value === undefined) {
      const field = shown(name ?? "");
      const accepted = "UTF-8, %D0%90";
      return refuse({ code: "http.encoding", kind: "bad", field, found: shown(pair), accepted });
    }
    params.set(name, [...(params.get(name) ?? []), value]);
  }
  return ok(params);
};

/** The query of an address that takes none but those named. */
export const only = (params: Params, names: readonly string[]): Result<Params, Refused> => {
  for (const [name, values] of params) {
    if (!names.includes(name)) {
      const accepted = names.join(", ");
      const found = shown(name);
      return refuse({ code: "query.unknown-parameter", kind: "bad", field: name, found, accepted });
    }
    if (values.length > 1) {
      const found = shown(values.join(" | "));
      const accepted = `${name}, once`;
      return refuse({ code: "query.repeated", kind: "bad", field: name, found, accepted });
    }
  }
  return ok(params);
};

/** The language in which to answer, or to refuse: English unless another is asked for. */
export const languageIn = ({ search }: Address): Language => {
  const wanted = new URLSearchParams(search).get("lang");
  return languages.find((language) => language === wanted) ?? "en";
};
