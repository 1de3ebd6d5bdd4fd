/**
 * Texts for people, in the two languages that every text must have.
 *
 * The rooms from base to rules carry such texts from the packs; only wording makes sentences.
 */

/** One text in both languages; neither is the translation that counts less. */
export type Both = { readonly en: string; readonly ru: string };

export const languages = ["en", "ru"] as const;

export type Language = (typeof languages)[number];
