/**
 * Any list of things: a filter that works without script, a table whose values lead to their why,
 * what is not known, and the pages of a long list.
 */
import type { ListData } from "#api/contract";
import type { Cell, ListRow } from "#wording";
import { href } from "../../parts/href.ts";
import type { Head } from "../Frame.tsx";
import { LensLine } from "../Lens.tsx";
import { Paging } from "../Paging.tsx";
import type { OrgPage } from "../page.ts";
import { ListFilter } from "./ListFilter.tsx";

type Props = { readonly page: OrgPage; readonly data: ListData };

/** What of the query is the question: the day and the filters, not the page. */
const askedOf = ({ request: { address } }: OrgPage, { filters, on }: ListData) => ({
  ...(on !== undefined && { on }),
  ...Object.fromEntries(filters.map(({ name }) => [name, address.query[name]])),
});

export const listHead = (page: OrgPage, data: ListData): Head => {
  const { number } = data.paging;
  return {
    title: data.table.title,
    ...(data.on !== undefined && { on: data.on }),
    asked: { ...askedOf(page, data), page: number > 1 ? String(number) : undefined },
    place: data.question,
    wide: true,
  };
};

type CellProps = { readonly page: OrgPage; readonly row: ListRow; readonly day: string };

/** A value in an element with its why; an empty cell says nothing and links nowhere. */
const Value = ({ page, row, day, cell }: CellProps & { readonly cell: Cell }) => {
  const why = cell.why ?? row.address;
  if (cell.text === "") return null;
  if (cell.why === undefined) return <span data-why={why}>{cell.text}</span>;
  return (
    <a data-why={why} href={page.to.why(why, day)}>
      {cell.text}
    </a>
  );
};

const Row = ({ columns, ...rest }: CellProps & { readonly columns: readonly string[] }) => {
  const [first, ...others] = rest.row.cells;
  return (
    <tr>
      <th scope="row">{first !== undefined && <Value {...rest} cell={first} />}</th>
      {others.map((cell, place) => (
        <td key={columns[place + 1]} data-label={columns[place + 1]}>
          <Value {...rest} cell={cell} />
        </td>
      ))}
    </tr>
  );
};

/** Words like those that nothing holds: each asks again, with it in the place of the other. */
const Nearest = ({ page, data }: Props) => {
  const { q = "" } = page.request.address.query;
  const links = (data.nearest ?? []).flatMap(({ word, like }) =>
    like.map((one) => {
      const asked = { ...askedOf(page, data), q: q.toLowerCase().replaceAll("ё", "е") };
      const words = asked.q.replace(word, one);
      return { one, to: href(page.request.address.path, { ...asked, q: words, ...page.lens }) };
    }),
  );
  if (links.length === 0) return null;
  return (
    <p class="buttons">
      {links.map(({ one, to }) => (
        <a key={one} class="button" href={to}>
          {one}
        </a>
      ))}
    </p>
  );
};

const Nothing = ({ page, data }: Props) => (
  <>
    <p>{page.words.sentences.nothing}</p>
    <Nearest page={page} data={data} />
  </>
);

export const ListPage = ({ page, data }: Props) => {
  const { table, on = page.ground.today } = data;
  const { columns, rows, notes } = table;
  return (
    <>
      <h1>{table.title}</h1>
      <ListFilter page={page} data={data} />
      <LensLine of={page} />
      {rows.length === 0 ? (
        <Nothing page={page} data={data} />
      ) : (
        <section
          class="across"
          aria-label={table.title}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard.
          tabIndex={0}
        >
          <table>
            <thead>
              <tr>
                {columns.map((column) => (
                  <th key={column} scope="col">
                    {column}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <Row key={row.address} page={page} row={row} day={row.on ?? on} columns={columns} />
              ))}
            </tbody>
          </table>
        </section>
      )}
      <Paging
        page={page}
        asked={askedOf(page, data)}
        {...data.paging}
        back={page.t.previousPage}
        on={page.t.nextPage}
      />
      {notes.length > 0 && (
        <section class="notes">
          <h2>{page.t.listNotes}</h2>
          <ul>
            {notes.map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
};
