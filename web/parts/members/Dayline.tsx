/**
 * The head of the members page: the long date, who owed help, and the ways to another day.
 *
 * Without script the form and the links do it; the slider is then not shown at all.
 */
import { type Day, isoOf } from "#base";
import type { MovingWords } from "#wording";
import { href, hrefs } from "../href.ts";
import { isDoubtAlone, nextChange, previousChange, rangeOf } from "./changes.ts";
import type { MembersView } from "./data.ts";
import { helpOn } from "./view.ts";

export type DayProps = {
  readonly t: MovingWords;
  readonly d: MembersView;
  readonly day: Day;
  /** Absent on the server, where nothing moves. */
  readonly go?: ((day: Day) => void) | undefined;
};

/** The second line of the page: whom the provision of collective defence bound (S-43). */
const Help = ({ t, d, day }: DayProps) => {
  const help = helpOn(d, day);
  if (help === undefined || d.help === undefined) return null;
  const { id, cite } = d.help;
  const link = hrefs(d.org, d.lens).why(`provision/${id}`, isoOf(day));
  if (help.state !== "in-force") {
    return (
      <p class="help" data-why={`provision/${id}`}>
        <a href={link}>{help.state === "open" ? t.boundOpen(cite) : t.boundNobody(cite)}</a>
      </p>
    );
  }
  return (
    <p class="help" data-why={`provision/${id}`}>
      {help.bound.length === 0 ? (
        <a href={link}>{t.boundNone(cite, t.boundVersion(help.version))}</a>
      ) : (
        <>
          {t.bound(help.bound)}{" "}
          <a href={link}>
            {cite} ({t.boundVersion(help.version)})
          </a>
          .
        </>
      )}
      {help.disputed && ` ${t.boundDisputed}`}
      {help.open.length > 0 && ` ${t.boundUncertain(help.open)}`}
      {help.suspended.length > 0 && ` ${t.boundSuspended(help.suspended)}`}
      {help.gist !== undefined && (
        <span class="help-gist">
          {help.gist} <small>{help.note}</small>
        </span>
      )}
    </p>
  );
};

type StepProps = DayProps & { readonly to: Day | undefined; readonly rel: "prev" | "next" };

/** A link to the change before or after; a word in its place where there is none. */
const Step = ({ t, d, to, rel, go }: StepProps) => {
  if (to === undefined) {
    return (
      <span class="button button-off">{rel === "prev" ? t.noPreviousChange : t.noNextChange}</span>
    );
  }
  const date = t.dates.brief(isoOf(to));
  const [previous, next] = isDoubtAlone(d, to)
    ? [t.previousDoubt, t.nextDoubt]
    : [t.previousChange, t.nextChange];
  const follow = (event: MouseEvent) => {
    if (go === undefined || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    go(to);
  };
  return (
    <a class="button" rel={rel} href={hrefs(d.org, d.lens).members(isoOf(to))} onClick={follow}>
      {rel === "prev" ? previous(date) : next(date)}
    </a>
  );
};

/** The days of change as one path of ticks, under the track of the slider. */
const Marks = ({ d }: { readonly d: MembersView }) => {
  const { first, last } = rangeOf(d);
  const at = (mark: Day) => (((mark - first) / (last - first)) * 1000).toFixed(1);
  return (
    <svg class="marks" viewBox="0 0 1000 8" preserveAspectRatio="none" aria-hidden="true">
      <path d={d.slice.marks.map((mark) => `M${at(mark)} 0v8`).join("")} />
    </svg>
  );
};

export type SliderHandlers = {
  readonly onInput?: (event: Event) => void;
  readonly onKeyDown?: (event: KeyboardEvent) => void;
};

type Props = DayProps & { readonly slider?: SliderHandlers | undefined };

export const Dayline = (props: Props) => {
  const { t, d, day, go, slider } = props;
  const { first, last } = rangeOf(d);
  const iso = isoOf(day);
  const submit = (event: SubmitEvent) => {
    const wanted = new FormData(event.currentTarget as HTMLFormElement).get("on");
    if (go === undefined || typeof wanted !== "string" || wanted === "") return;
    event.preventDefault();
    const milliseconds = Date.parse(`${wanted}T00:00:00Z`);
    if (!Number.isNaN(milliseconds)) go(milliseconds / 86_400_000);
  };
  return (
    <>
      <h1>{t.title(t.dates.long(day))}</h1>
      <Help t={t} d={d} day={day} />
      {day > d.today && <p class="help">{t.ahead}</p>}
      <div class="dayline">
        <form class="day-form" action={`/${d.org}/members`} method="get" onSubmit={submit}>
          <label for="on">{t.day}</label>
          <input
            id="on"
            type="date"
            name="on"
            value={iso}
            min="0001-01-01"
            max="9999-12-31"
            required
          />
          {Object.entries(d.lens).map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          <button type="submit">{t.show}</button>
        </form>
        <nav class="day-steps" aria-label={t.day}>
          <Step {...props} rel="prev" to={previousChange(d, day)} />
          <Step {...props} rel="next" to={nextChange(d, day)} />
          <a class="button" href={href(`/${d.org}/members`, d.lens)}>
            {t.today}
          </a>
        </nav>
        <div class="slider">
          <input
            type="range"
            id="slider"
            min={first}
            max={last}
            step={1}
            value={day}
            aria-label={t.slider}
            aria-valuetext={t.dates.long(day)}
            aria-describedby="slider-keys"
            autocomplete="off"
            {...slider}
          />
          <Marks d={d} />
          <p id="slider-keys" class="quiet">
            {t.sliderKeys}
          </p>
        </div>
      </div>
    </>
  );
};
