/**
 * Why a value is so: the acts and claims that make it so, what else is said, the law it rests on.
 *
 * The element `answer` is the same in the page and in the drawer, which takes it out of this page.
 */
import type { WhyData } from "#api/contract";
import type { WhyAnswer } from "#rules";
import { groundText } from "#wording";
import { href } from "../../parts/href.ts";
import { DayForm } from "../../parts/page/DayForm.tsx";
import { Pill } from "../../parts/page/Pill.tsx";
import type { Head } from "../Frame.tsx";
import { LegendOf } from "../Legend.tsx";
import { Ahead, LensLine } from "../Lens.tsx";
import type { OrgPage } from "../page.ts";
import { Claims } from "./Claims.tsx";
import { Clauses, Mended, Readings } from "./Law.tsx";
import { Says } from "./Says.tsx";

type Props = { readonly page: OrgPage; readonly data: WhyData };

export const whyHead = (page: OrgPage, { answer: { subject, on } }: WhyData): Head => ({
  title: page.t.whyTitle(page.subject(subject)),
  cited: page.t.onDay(page.t.whyTitle(page.subject(subject)), page.t.dates.when(on)),
  on,
  asked: { subject, on },
});

const isPlain = (value: unknown): value is string | number =>
  typeof value === "string" || typeof value === "number";

const Value = ({ page, answer }: { readonly page: OrgPage; readonly answer: WhyAnswer }) => {
  const { value, certainty, possible = [], subject } = answer;
  if (!isPlain(value)) {
    return typeof value === "object" && value !== null ? (
      <Says page={page} says={Object.fromEntries(Object.entries(value))} />
    ) : null;
  }
  const others = possible.filter((one) => one !== String(value)).map(page.value);
  return (
    <p class="verdict" data-why={subject}>
      <Pill
        status={String(value)}
        certainty={certainty}
        word={page.value(value)}
        doubt={certainty === "disputed" ? page.words.certainties.disputed : undefined}
      />
      {others.length > 0 && (
        <small class="doubt">
          {certainty === "uncertain" ? page.moving.perhaps(others) : page.moving.othersSay(others)}
        </small>
      )}
    </p>
  );
};

const Held = ({ page, answer }: { readonly page: OrgPage; readonly answer: WhyAnswer }) => {
  const { since, until } = answer;
  const { dates, held } = page.t;
  if (since === undefined) return null;
  return <p>{held(dates.when(since), until === undefined ? undefined : dates.when(until))}</p>;
};

const Grounds = ({ page, answer }: { readonly page: OrgPage; readonly answer: WhyAnswer }) =>
  answer.grounds.length === 0 ? null : (
    <section>
      <h2>{page.t.grounds}</h2>
      <ul>
        {answer.grounds.map((ground) => (
          <li key={ground.act}>
            <span class="quiet">{page.act(ground.act)}:</span> {groundText(ground, page.language)}
          </li>
        ))}
      </ul>
    </section>
  );

/** What the instrument's own rule gives, beside what the sources say of its entry into force. */
const Computed = ({ page, answer }: { readonly page: OrgPage; readonly answer: WhyAnswer }) => {
  const { computed } = answer;
  if (computed === undefined) return null;
  const { sentences } = page.words;
  if ("value" in computed) return <p>{sentences.computed(page.t.dates.when(computed.value))}</p>;
  return computed.unknown === "deposits-not-confirmed" ? (
    <p>{sentences.depositsNotConfirmed}</p>
  ) : null;
};

/** Of an act one may also ask what it was worth. */
const verdictLink = ({ ground, lens }: OrgPage, { subject, on }: WhyAnswer): string =>
  href(`/${ground.org}/check/${subject.slice("act/".length)}`, { on, ...lens });

export const WhyPage = ({ page, data: { answer } }: Props) => {
  const { t } = page;
  const nothing = answer.because.length + answer.alsoSaid.length === 0;
  return (
    <>
      <div class="dayline">
        <DayForm
          action={page.request.address.path}
          label={page.moving.day}
          button={page.moving.show}
          on={answer.on}
          kept={{ subject: answer.subject, ...page.lens }}
        />
        {answer.subject.startsWith("act/") && (
          <a class="button" href={verdictLink(page, answer)}>
            {t.verdict}
          </a>
        )}
        <a class="button" href={page.to.members(answer.on)}>
          {t.back}
        </a>
      </div>
      <article id="answer" class="answer">
        <h1>{t.whyTitle(page.subject(answer.subject))}</h1>
        <p class="quiet">{t.valueOn(t.dates.when(answer.on))}</p>
        <Value page={page} answer={answer} />
        <Held page={page} answer={answer} />
        <LensLine of={page} />
        <Ahead page={page} lastAct={answer.lastAct} />
        {nothing && <p>{t.nothingBecause}</p>}
        <Claims page={page} on={answer.on} heading={t.because} rows={answer.because} />
        <Readings page={page} answer={answer} />
        <Claims
          page={page}
          on={answer.on}
          heading={t.against}
          explain={t.againstExplain}
          rows={answer.against}
        />
        <Claims
          page={page}
          on={answer.on}
          heading={t.alsoSaid}
          explain={t.alsoSaidExplain}
          rows={answer.alsoSaid}
        />
        <Grounds page={page} answer={answer} />
        <Computed page={page} answer={answer} />
        <Clauses page={page} answer={answer} />
        <Mended page={page} answer={answer} />
        <LegendOf
          page={page}
          used={[answer.certainty, ...(isPlain(answer.value) ? [String(answer.value)] : [])]}
        />
      </article>
    </>
  );
};
