/** The way to the pages before and after of something long; nothing where one page holds it all. */
import { href } from "../parts/href.ts";
import type { OrgPage } from "./page.ts";

type Props = {
  readonly page: OrgPage;
  /** What of the query is the question, which every page of it asks. */
  readonly asked: { readonly [name: string]: string | undefined };
  readonly number: number;
  readonly pages: number;
  readonly back: string;
  readonly on: string;
};

export const Paging = ({ page, asked, number, pages, back, on }: Props) => {
  if (pages < 2) return null;
  const to = (n: number) =>
    href(page.request.address.path, {
      ...asked,
      page: n > 1 ? String(n) : undefined,
      ...page.lens,
    });
  return (
    <nav class="buttons" aria-label={page.t.parts}>
      {number > 1 && (
        <a class="button" rel="prev" href={to(number - 1)}>
          {back}
        </a>
      )}
      {number < pages && (
        <a class="button" rel="next" href={to(number + 1)}>
          {on}
        </a>
      )}
    </nav>
  );
};
