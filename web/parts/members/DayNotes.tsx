/** Beside the table: what changed that day, the acts of that day, and what is not known (S-43). */
import { isoOf } from "#base";
import type { SliceValue } from "#record";
import { hrefs } from "../href.ts";
import { changesOn } from "./changes.ts";
import type { DayProps } from "./Dayline.tsx";
import { rosterOn } from "./view.ts";

const textOf = ({ d, t }: DayProps, { value, certainty }: SliceValue): string => {
  const word = /^\d+$/.test(value) ? t.version(value) : (d.labels.values[value] ?? value);
  return certainty === "disputed" ? `${word} (${d.labels.disputed})` : word;
};

const Changes = (props: DayProps) => {
  const { t, d, day } = props;
  const on = isoOf(day);
  const to = hrefs(d.org, d.lens);
  const changes = changesOn(d, day);
  if (changes.length === 0) return <p>{t.changedNothing}</p>;
  return (
    <ul class="changes">
      {changes.map(({ before, after, subjects }) => (
        <li key={subjects[0]?.[0]}>
          {subjects.map(([subject, name], i) => (
            <span key={subject} data-why={subject}>
              {i > 0 && ", "}
              <a href={to.why(subject, on)}>{name}</a>
            </span>
          ))}
          : {textOf(props, before)} → <b>{textOf(props, after)}</b>
        </li>
      ))}
    </ul>
  );
};

const Happened = ({ t, d, day }: DayProps) => {
  const acts = d.happened[day];
  if (acts === undefined) return null;
  const to = hrefs(d.org, d.lens);
  return (
    <>
      <h3>{t.happened}</h3>
      <ul class="acts">
        {acts.map(([id, title]) => (
          <li key={id} data-why={`act/${id}`}>
            <a href={to.why(`act/${id}`, isoOf(day))}>{title}</a>
          </li>
        ))}
      </ul>
    </>
  );
};

/** What is open that day: disputed, uncertain, and states of which the sources say nothing. */
const openOn = ({ t, d, day }: DayProps): readonly string[] => {
  const { members, others } = rosterOn(d, day);
  const rows = [...members, ...others];
  const names = (wanted: (row: (typeof rows)[number]) => boolean) =>
    rows.filter(wanted).map(({ name }) => name);
  const disputed = names(({ certainty }) => certainty === "disputed");
  const uncertain = names(({ certainty }) => certainty === "uncertain");
  const silent = names(({ value }) => value === "unknown");
  return [
    ...(disputed.length > 0 ? [t.openDisputed(disputed)] : []),
    ...(uncertain.length > 0 ? [t.openUncertain(uncertain)] : []),
    ...(silent.length > 0 ? [t.openUnknown(silent)] : []),
  ];
};

export const DayNotes = (props: DayProps) => {
  const { t } = props;
  const open = openOn(props);
  return (
    <>
      <h2>{t.changed}</h2>
      <Changes {...props} />
      <Happened {...props} />
      <h2>{t.open}</h2>
      {open.length === 0 ? (
        <p>{t.openNothing}</p>
      ) : (
        <ul class="open">
          {open.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      )}
    </>
  );
};
