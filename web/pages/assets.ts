/** The built files that a page names: addresses from the root, made by Vite (`vite.config.ts`). */

export type Assets = {
  readonly style: string;
  readonly icon: string;
  /** The one script that every page has; it wakes what the page holds. */
  readonly boot: string;
  /** What the members page will load, so that it loads at once and not one after the other. */
  readonly members: { readonly en: readonly string[]; readonly ru: readonly string[] };
};
