/**
 * Addresses: one function for every link of every page, so that day, lens and language go along.
 *
 * In:   organization, lens and language of the page one is on; where to go, and what to ask there.
 * Out:  `/csto/why?subject=membership/UZB&on=1999-04-21&lang=ru`; English is left out (S-23).
 */

export type Query = { readonly [name: string]: string | undefined };

/** The parameters that stay the same from page to page. */
export const lensNames = ["known", "published-by", "according-to", "lang"] as const;

/** What of a query is lens and language; English is the language of an address without one. */
export const lensOf = (query: Query): Query =>
  Object.fromEntries(
    lensNames.flatMap((name) => {
      const value = query[name];
      return value === undefined || value === "" || (name === "lang" && value === "en")
        ? []
        : [[name, value]];
    }),
  );

/** Slashes, commas and colons may stand in a query, and are easier on the eye. */
const encoded = (text: string): string =>
  encodeURIComponent(text).replaceAll("%2F", "/").replaceAll("%2C", ",").replaceAll("%3A", ":");

export const href = (path: string, query: Query): string => {
  const pairs = Object.entries(query).flatMap(([name, value]) =>
    value === undefined || value === "" ? [] : [`${name}=${encoded(value)}`],
  );
  return pairs.length === 0 ? path : `${path}?${pairs.join("&")}`;
};

/** Where a page of an organization is, for one lens. */
export type Hrefs = {
  readonly members: (on: string) => string;
  readonly status: (state: string, on: string) => string;
  readonly why: (subject: string, on: string) => string;
  readonly provision: (id: string, on: string) => string;
};

export const hrefs = (org: string, lens: Query): Hrefs => ({
  members: (on) => href(`/${org}/members`, { on, ...lens }),
  status: (state, on) => href(`/${org}/status/${state}`, { on, ...lens }),
  why: (subject, on) => href(`/${org}/why`, { subject, on, ...lens }),
  provision: (id, on) => href(`/${org}/provision/${id}`, { on, ...lens }),
});
