/** The lens form: through which part of the record the page is read. Closed unless one is worn. */

import { href } from "../parts/href.ts";
import type { Head } from "./Frame.tsx";
import type { OrgPage } from "./page.ts";

const fields = ["known", "published-by", "according-to"] as const;

type Props = { readonly of: OrgPage; readonly head: Head };

const labelsOf = ({ t: { lens } }: OrgPage) => ({
  known: { label: lens.known, hint: lens.knownHint },
  "published-by": { label: lens.publishedBy, hint: lens.publishedByHint },
  "according-to": { label: lens.accordingTo, hint: lens.accordingToHint },
});

/** The lens in words, where one is worn. */
export const LensLine = ({ of }: { readonly of: OrgPage }) => {
  const { lens, words, t } = of;
  const { known, "published-by": by, "according-to": to } = lens;
  const { sentences } = words;
  const parts = [
    ...(known === undefined ? [] : [sentences.known(known)]),
    ...(by === undefined ? [] : [sentences.publishedBy(t.dates.when(by))]),
    ...(to === undefined ? [] : [sentences.accordingTo(to.split(",").map(of.source))]),
  ];
  return parts.length === 0 ? null : (
    <p class="lens-line">{sentences.readThrough(parts.join("; "))}</p>
  );
};

/** That the day lies ahead of what is recorded, where it does. */
export const Ahead = ({ page, lastAct }: { page: OrgPage; lastAct: string | undefined }) =>
  lastAct === undefined ? null : (
    <p class="lens-line">{page.words.sentences.ahead(page.t.dates.when(lastAct))}</p>
  );

export const Lens = ({ of, head }: Props) => {
  const { t, lens, request } = of;
  const labels = labelsOf(of);
  const worn = fields.some((name) => lens[name] !== undefined);
  const kept = Object.entries({ ...head.asked, lang: lens["lang"] });
  return (
    <details class="lens" open={worn}>
      <summary>{t.lens.heading}</summary>
      <form action={request.address.path} method="get">
        <p class="quiet">{t.lens.explain}</p>
        {kept.map(([name, value]) =>
          value === undefined ? null : (
            <input key={name} type="hidden" name={name} value={value} data-follows={name} />
          ),
        )}
        <div class="fields">
          {fields.map((name) => (
            <p key={name} class="field">
              <label for={`lens-${name}`}>{labels[name].label}</label>
              <input
                id={`lens-${name}`}
                {...(name === "published-by" ? { type: "date" } : { type: "text" })}
                name={name}
                value={lens[name]}
                aria-describedby={`lens-${name}-hint`}
              />
              <small id={`lens-${name}-hint`}>{labels[name].hint}</small>
            </p>
          ))}
        </div>
        <p class="buttons">
          <button type="submit">{t.lens.apply}</button>
          <a
            class="button"
            href={href(request.address.path, { ...head.asked, lang: lens["lang"] })}
            data-follows="whole"
          >
            {t.lens.clear}
          </a>
        </p>
      </form>
    </details>
  );
};
