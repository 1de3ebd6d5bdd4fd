/**
 * What stands around every page: head of the document, masthead, lens, citation, foot.
 *
 * Links keep day, lens and language; the language switch is the same address in the other language.
 */
import type { ComponentChildren } from "preact";
import { dayOf, isoOf } from "#base";
import type { Place } from "#wording";
import { href } from "../parts/href.ts";
import { Lens } from "./Lens.tsx";
import type { OrgPage, Page } from "./page.ts";

export type Head = {
  readonly title: string;
  /** What a citation calls the page, where the title leaves out the day. */
  readonly cited?: string;
  /** The day the page speaks of, if it does: links to other pages take it along. */
  readonly on?: string;
  /** What of the query is the question itself; the canonical link repeats it (S-35). */
  readonly asked: { readonly [name: string]: string | undefined };
  readonly place?: Place;
  readonly preload?: readonly string[];
  readonly wide?: boolean;
  readonly index?: boolean;
};

type Props = { readonly page: Page; readonly of: OrgPage | undefined; readonly head: Head };

/** With the day and the place in the ledger written out, so that a citation can be run again. */
const canonicalOf = (page: Page, of: OrgPage | undefined, head: Head): string => {
  const { path, query } = page.request.address;
  const size = of?.ground.head.size;
  const known = query["known"] ?? (size === undefined ? undefined : `#${size}`);
  return href(path, { ...head.asked, ...page.lens, known });
};

const inLanguage = ({ request: { address } }: Page, lang: string): string =>
  href(address.path, { ...address.query, lang: lang === "en" ? undefined : lang });

const DocumentHead = ({ page, of, head }: Props) => (
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="light dark" />
    {head.index === false && <meta name="robots" content="noindex" />}
    <title>{page.moving.documentTitle(head.title, of?.org ?? "Foedus")}</title>
    <link rel="canonical" href={canonicalOf(page, of, head)} />
    <link rel="alternate" hreflang="en" href={inLanguage(page, "en")} />
    <link rel="alternate" hreflang="ru" href={inLanguage(page, "ru")} />
    <link rel="icon" type="image/svg+xml" href={page.assets.icon} />
    <link rel="stylesheet" href={page.assets.style} />
    {head.preload?.map((file) => (
      <link key={file} rel="modulepreload" href={file} />
    ))}
    <script type="module" src={page.assets.boot} />
  </head>
);

const languages = [
  { id: "en", name: "English" },
  { id: "ru", name: "Русский" },
] as const;

const Languages = ({ page }: { readonly page: Page }) => (
  <nav class="switch" aria-label={page.t.language}>
    {languages.map(({ id, name }) =>
      id === page.language ? (
        <span key={id} aria-current="true" lang={id}>
          {name}
        </span>
      ) : (
        <a key={id} href={inLanguage(page, id)} hreflang={id} lang={id} data-follows="here">
          {name}
        </a>
      ),
    )}
  </nav>
);

/** From one organization to another on the same day; a lens names one ledger, so it stays behind. */
const Organizations = ({ page, of, head }: Props) => (
  <nav class="switch" aria-label={page.t.organizations}>
    {page.request.organizations.map(({ id, ...short }) => {
      const to = href(`/${id}/members`, { on: head.on, lang: page.lens["lang"] });
      const here = of?.ground.org === id;
      return (
        <a key={id} href={to} aria-current={here || undefined} data-follows="on">
          {short[page.language]}
        </a>
      );
    })}
  </nav>
);

/** The lists, in the order of the head. Coverage is for whoever keeps the record. */
const lists = [
  "bodies",
  "forces",
  "exercises",
  "decisions",
  "situations",
  "plans",
  "relations",
  "budget",
] as const satisfies readonly Place[];

type PlaceLink = { readonly place: Place; readonly link: string; readonly follows?: string };

/** Changes are those of a day: from the day before it. */
const before = (on: string | undefined): string | undefined => {
  const day = on === undefined ? undefined : dayOf(on);
  return day === undefined ? undefined : isoOf(day - 1);
};

const placesOf = (
  { ground: { org, pack }, lens, to }: OrgPage,
  { on, asked }: Head,
): readonly PlaceLink[] => [
  { place: "members", link: to.members(on ?? ""), follows: "on" },
  { place: "timeline", link: href(`/${org}/timeline`, lens) },
  {
    place: "diff",
    link: href(`/${org}/diff`, {
      from: asked["from"] ?? before(on),
      to: asked["to"] ?? on,
      ...lens,
    }),
  },
  ...lists.map((place) => ({
    place,
    link: href(`/${org}/${place}`, { on, ...lens }),
    follows: "on",
  })),
  ...(pack.procedures.size === 0
    ? []
    : [{ place: "decide" as const, link: href(`/${org}/decide`, { on, ...lens }), follows: "on" }]),
];

const Places = ({ of, head }: { readonly of: OrgPage; readonly head: Head }) => (
  <nav class="places" aria-label={of.t.pages}>
    {placesOf(of, head).map(({ place, link, follows }) => (
      <a
        key={place}
        href={link}
        aria-current={head.place === place ? "page" : undefined}
        data-follows={follows}
      >
        {of.t.places[place]}
      </a>
    ))}
  </nav>
);

/** Looks for words up to today, whatever day the page is of; through its lens, in its language. */
const Search = ({ of }: { readonly of: OrgPage }) => (
  <search>
    <form class="search" action={`/${of.ground.org}/search`} method="get">
      {Object.entries(of.lens).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <input type="search" name="q" aria-label={of.t.places.search} />
      <button type="submit">{of.t.places.search}</button>
    </form>
  </search>
);

const Masthead = ({ page, of, head }: Props) => (
  <header class="masthead">
    <div class="masthead-row">
      <a class="brand" href={href("/", { lang: page.lens["lang"] })} lang="la">
        Foedus
      </a>
      <Organizations page={page} of={of} head={head} />
      <Languages page={page} />
    </div>
    {of !== undefined && (
      <div class="masthead-row">
        <p class="organization">{of.ground.pack.names[of.language]}</p>
        {head.place !== "search" && <Search of={of} />}
        <Places of={of} head={head} />
      </div>
    )}
  </header>
);

const Foot = ({ page, of, head }: Props) => (
  <footer class="foot">
    {of !== undefined && head.index !== false && (
      <Citation of={of} head={head} link={canonicalOf(page, of, head)} />
    )}
    {of !== undefined && (
      <p class="quiet">
        {of.t.head(String(of.ground.head.size))}, {of.t.root}{" "}
        <code class="root">{of.ground.head.root}</code>
        {of.ground.head.at !== undefined && `, ${of.t.recorded(of.ground.head.at.slice(0, 10))}`}
        {". "}
        <a href={href(`/log/${of.ground.org}/`, { lang: page.lens["lang"] })}>{of.t.verify}</a>
      </p>
    )}
    <p>{page.t.safety}</p>
  </footer>
);

type CitationProps = { readonly of: OrgPage; readonly head: Head; readonly link: string };

const Citation = ({ of, head, link }: CitationProps) => {
  const { size, root } = of.ground.head;
  return (
    <p class="citation">
      <b>{of.t.cite}:</b>{" "}
      <span data-follows="citation">
        {of.t.citation(of.org, head.cited ?? head.title, String(size), root.slice(0, 12))}
      </span>{" "}
      <a href={link} data-follows="canonical">
        {of.request.host}
        {link}
      </a>
    </p>
  );
};

/** Filled by script with the why of a value; without script the links lead to the page. */
const Drawer = ({ t }: Page) => (
  <dialog class="drawer" id="drawer" data-loading={t.loading} data-failed={t.failed}>
    <form method="dialog">
      <button type="submit">{t.close}</button>
    </form>
    <div class="drawer-body" tabIndex={-1} />
  </dialog>
);

export const Frame = (props: Props & { readonly children: ComponentChildren }) => {
  const { page, of, head, children } = props;
  return (
    <html lang={page.language}>
      <DocumentHead page={page} of={of} head={head} />
      <body>
        <a class="skip" href="#content">
          {page.t.skip}
        </a>
        <Masthead page={page} of={of} head={head} />
        <main id="content" tabIndex={-1} class={head.wide === true ? "wide" : undefined}>
          {children}
          {of !== undefined && <Lens of={of} head={head} />}
        </main>
        <Foot page={page} of={of} head={head} />
        <Drawer {...page} />
      </body>
    </html>
  );
};
