/** A form that asks the same of another day; hidden fields keep the rest of the address. */
import type { Query } from "../href.ts";

type Props = {
  readonly action: string;
  readonly label: string;
  readonly button: string;
  readonly on: string;
  readonly kept: Query;
};

export const DayForm = ({ action, label, button, on, kept }: Props) => (
  <form class="day-form" action={action} method="get">
    {Object.entries(kept).map(([name, value]) =>
      value === undefined ? null : <input key={name} type="hidden" name={name} value={value} />,
    )}
    <label for="on">{label}</label>
    <input id="on" type="date" name="on" value={on} min="0001-01-01" max="9999-12-31" required />
    <button type="submit">{button}</button>
  </form>
);
