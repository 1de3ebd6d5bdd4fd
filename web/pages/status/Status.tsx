/** One state: what it is on a day, and its whole life in the organization, span by span. */
import type { StatusData } from "#api/contract";
import { dayOf, isoOf } from "#base";
import type { SpanRow } from "#rules";
import { doubtedText } from "#wording";
import { DayForm } from "../../parts/page/DayForm.tsx";
import { Pill } from "../../parts/page/Pill.tsx";
import type { Head } from "../Frame.tsx";
import { LegendOf } from "../Legend.tsx";
import { Ahead, LensLine } from "../Lens.tsx";
import type { OrgPage } from "../page.ts";

type Props = { readonly page: OrgPage; readonly data: StatusData };

export const statusHead = (page: OrgPage, { answer: { state, on } }: StatusData): Head => ({
  title: page.t.statusTitle(page.name(state), page.t.dates.when(on)),
  on,
  asked: { on },
});

type Valued = Pick<SpanRow, "status" | "certainty" | "possible">;

const Value = ({ page, row }: { readonly page: OrgPage; readonly row: Valued }) => {
  const { status, certainty, possible = [] } = row;
  const others = possible.filter((value) => value !== status).map(page.status);
  return (
    <>
      <Pill
        status={status}
        certainty={certainty}
        word={page.status(status)}
        doubt={certainty === "disputed" ? page.words.certainties.disputed : undefined}
      />
      {others.length > 0 && (
        <small class="doubt">
          {certainty === "uncertain" ? page.moving.perhaps(others) : page.moving.othersSay(others)}
        </small>
      )}
    </>
  );
};

/** The first day of a span as a day to ask about; a window gives its beginning. */
const dayIn = (from: string, fallback: string): string =>
  /\d{4}-\d\d-\d\d/.exec(from)?.[0] ?? fallback;

type SpanProps = Props & { readonly span: SpanRow; readonly current: boolean };

const Span = ({ page, data: { answer }, span, current }: SpanProps) => {
  const { t, words } = page;
  const { columns } = words;
  const subject = `membership/${answer.state}`;
  const until = span.until === undefined ? undefined : dayOf(span.until);
  return (
    <tr aria-current={current ? "true" : undefined}>
      <td data-label={columns.status} data-why={subject}>
        <a class="why" href={page.to.why(subject, dayIn(span.from, answer.on))}>
          <Value page={page} row={span} />
        </a>
      </td>
      <td data-label={columns.from}>
        <time dateTime={span.from}>{t.dates.brief(span.from)}</time>
      </td>
      <td data-label={columns.until}>
        {until !== undefined && (
          <>
            <time dateTime={isoOf(until)}>{t.dates.brief(isoOf(until))}</time>
            <small class="doubt">
              {t.lastDay}: {t.dates.brief(isoOf(until - 1))}
            </small>
          </>
        )}
      </td>
      <td data-label={columns.acts}>
        <ul class="acts">
          {span.acts.map((id) => (
            <li key={id} data-why={`act/${id}`}>
              <a href={page.to.why(`act/${id}`, dayIn(span.from, answer.on))}>{page.act(id)}</a>
            </li>
          ))}
        </ul>
      </td>
    </tr>
  );
};

const isCurrent = ({ from, until }: SpanRow, on: string): boolean =>
  dayIn(from, on) <= on && (until === undefined || on < until);

const Life = ({ page, data }: Props) => {
  const { t, words } = page;
  const { answer } = data;
  const { columns } = words;
  if (answer.spans.length === 0) return <p>{t.nothingBecause}</p>;
  return (
    <table class="life">
      <caption class="visually-hidden">{t.whole(page.name(answer.state))}</caption>
      <thead>
        <tr>
          <th scope="col">{columns.status}</th>
          <th scope="col">{columns.from}</th>
          <th scope="col">{columns.until}</th>
          <th scope="col">{columns.acts}</th>
        </tr>
      </thead>
      <tbody>
        {answer.spans.map((span) => (
          <Span
            key={`${span.from} ${span.status}`}
            page={page}
            data={data}
            span={span}
            current={isCurrent(span, answer.on)}
          />
        ))}
      </tbody>
    </table>
  );
};

export const StatusPage = ({ page, data }: Props) => {
  const { t, to } = page;
  const { answer } = data;
  const subject = `membership/${answer.state}`;
  return (
    <>
      <h1>{t.statusTitle(page.name(answer.state), t.dates.when(answer.on))}</h1>
      <p class="verdict" data-why={subject}>
        <a class="why" href={to.why(subject, answer.on)}>
          <Value page={page} row={answer} />
        </a>
      </p>
      <ul class="instruments">
        {Object.entries(answer.instruments).map(([id, status]) => (
          <li key={id} data-why={`status/${id}/${answer.state}`}>
            {page.name(`instrument/${id}`)}:{" "}
            <a href={to.why(`status/${id}/${answer.state}`, answer.on)}>
              {doubtedText(status, answer.doubts?.[id], page.language)}
            </a>
          </li>
        ))}
      </ul>
      <LensLine of={page} />
      <Ahead page={page} lastAct={answer.lastAct} />
      <div class="dayline">
        <DayForm
          action={page.request.address.path}
          label={page.moving.day}
          button={page.moving.show}
          on={answer.on}
          kept={page.lens}
        />
        <a class="button" href={to.members(answer.on)}>
          {t.back}
        </a>
      </div>
      <h2>{t.whole(page.name(answer.state))}</h2>
      <Life page={page} data={data} />
      <LegendOf
        page={page}
        used={[answer, ...answer.spans].flatMap(({ certainty, status }) => [certainty, status])}
      />
    </>
  );
};
