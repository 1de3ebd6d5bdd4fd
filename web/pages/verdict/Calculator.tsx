/**
 * The calculator of decisions: body, day, form and each member's position, as a form that works
 * without script; the answer stands below it, under each reading.
 */
import type { CalculatorData, ListChoice } from "#api/contract";
import type { OrgPage } from "../page.ts";

type Props = { readonly page: OrgPage; readonly data: CalculatorData; readonly on: string };

type ChoiceProps = {
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly choices: readonly ListChoice[];
};

const Choice = ({ name, label, value, choices }: ChoiceProps) => (
  <p class="field">
    <label for={`decide-${name}`}>{label}</label>
    <select id={`decide-${name}`} name={name}>
      {choices.map(({ code, text }) => (
        <option key={code} value={code} selected={code === value}>
          {text}
        </option>
      ))}
    </select>
  </p>
);

export const Calculator = ({ page, data, on }: Props) => {
  const { t, moving, lens, request } = page;
  return (
    <form action={request.address.path} method="get" class="calculator">
      {Object.entries(lens).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <div class="fields">
        <Choice name="body" label={t.body} value={data.body} choices={data.bodies} />
        <p class="field">
          <label for="decide-on">{moving.day}</label>
          <input id="decide-on" type="date" name="on" value={on} />
        </p>
        <Choice name="form" label={t.form} value={data.form} choices={data.forms} />
      </div>
      <fieldset>
        <legend>{t.positions}</legend>
        <div class="fields">
          {data.members.map(({ state, name, position }) => (
            <Choice
              key={state}
              name={state}
              label={name}
              value={position}
              choices={data.positions}
            />
          ))}
        </div>
      </fieldset>
      <p class="buttons">
        <button type="submit">{t.decide}</button>
      </p>
    </form>
  );
};
