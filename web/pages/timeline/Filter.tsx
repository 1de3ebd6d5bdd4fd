/** Which acts to show: by kind, by who did them, by days. */
import { kinds } from "#record";
import type { OrgPage } from "../page.ts";

type Props = {
  readonly page: OrgPage;
  readonly asked: { readonly [name: string]: string | undefined };
};

type Choice = readonly [value: string, word: string];

const Choose = ({
  name,
  label,
  any,
  choices,
  chosen,
}: {
  readonly name: string;
  readonly label: string;
  readonly any: string;
  readonly choices: readonly Choice[];
  readonly chosen: string | undefined;
}) => (
  <p class="field">
    <label for={name}>{label}</label>
    <select id={name} name={name}>
      <option value="">{any}</option>
      {choices.map(([value, word]) => (
        <option key={value} value={value} selected={value === chosen}>
          {word}
        </option>
      ))}
    </select>
  </p>
);

const DayField = ({
  name,
  label,
  value,
}: {
  name: string;
  label: string;
  value?: string | undefined;
}) => (
  <p class="field">
    <label for={name}>{label}</label>
    <input id={name} type="date" name={name} value={value} />
  </p>
);

export const Filter = ({ page, asked }: Props) => {
  const { t, ground, language } = page;
  const order = new Intl.Collator(language);
  const sorted = (choices: readonly Choice[]) =>
    choices.toSorted(([, a], [, b]) => order.compare(a, b));
  const ofKinds = [...kinds.keys()].map((kind): Choice => [kind, page.kind(kind)]);
  const states = [...ground.pack.states.keys()].map((id): Choice => [id, page.name(id)]);
  return (
    <form action={page.request.address.path} method="get">
      {Object.entries(page.lens).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <div class="fields">
        <Choose
          name="kind"
          label={t.kind}
          any={t.anyKind}
          choices={sorted(ofKinds)}
          chosen={asked["kind"]}
        />
        <Choose
          name="actor"
          label={t.actor}
          any={t.anyActor}
          choices={sorted(states)}
          chosen={asked["actor"]}
        />
        <DayField name="from" label={t.from} value={asked["from"]} />
        <DayField name="to" label={t.to} value={asked["to"]} />
        <p class="field field-button">
          <button type="submit">{t.filter}</button>
        </p>
      </div>
    </form>
  );
};
