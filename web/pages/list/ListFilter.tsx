/** Which items to show: the day, and the filters that the question has. */
import type { ListData, ListFilterField } from "#api/contract";
import type { OrgPage } from "../page.ts";

type Props = { readonly page: OrgPage; readonly data: ListData };

const Field = ({ page, field }: { readonly page: OrgPage; readonly field: ListFilterField }) => {
  const { name, label, form, value, choices } = field;
  const id = `filter-${name}`;
  if (choices === undefined) {
    return (
      <p class="field">
        <label for={id}>{label}</label>
        <input
          id={id}
          {...(form === "day" ? { type: "date" } : { type: "text" })}
          name={name}
          value={value}
        />
      </p>
    );
  }
  return (
    <p class="field">
      <label for={id}>{label}</label>
      <select id={id} name={name}>
        <option value="">{page.t.any}</option>
        {choices.map(({ code, text }) => (
          <option key={code} value={code} selected={code === value}>
            {text}
          </option>
        ))}
      </select>
    </p>
  );
};

export const ListFilter = ({ page, data }: Props) => (
  <form action={page.request.address.path} method="get">
    {Object.entries(page.lens).map(([name, value]) => (
      <input key={name} type="hidden" name={name} value={value} />
    ))}
    <div class="fields">
      {data.on !== undefined && (
        <p class="field">
          <label for="filter-on">{page.moving.day}</label>
          <input id="filter-on" type="date" name="on" value={data.on} />
        </p>
      )}
      {data.filters.map((field) => (
        <Field key={field.name} page={page} field={field} />
      ))}
      <p class="field field-button">
        <button type="submit">{page.t.filter}</button>
      </p>
    </div>
  </form>
);
