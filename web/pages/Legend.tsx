/** What the words of doubt mean: once on a page that uses one (S-34). */
import { legendNotes } from "#wording";
import type { OrgPage } from "./page.ts";

type Props = { readonly page: OrgPage; readonly used: Iterable<string> };

export const LegendOf = ({ page, used }: Props) => {
  const notes = legendNotes(used, page.language);
  if (notes.length === 0) return null;
  return (
    <section class="legend">
      <h2>{page.t.legend}</h2>
      <ul>
        {notes.map((note) => (
          <li key={note}>{note}</li>
        ))}
      </ul>
    </section>
  );
};
