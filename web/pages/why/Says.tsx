/** What a claim says, field by field, in names and long dates where they are known. */
import type { OrgPage } from "../page.ts";

type Props = { readonly page: OrgPage; readonly says: { readonly [field: string]: unknown } };

const dayFields = new Set(["occurredOn", "effectiveOn", "published", "received"]);

/** Fields that are told elsewhere on the page, or are the program's own. */
const silent = new Set(["id", "kind", "act", "seen"]);

/** A text in the page's language where it has both, names for addresses, the rest as it is. */
const textOf = (page: OrgPage, field: string, value: unknown): string => {
  if (typeof value === "string") {
    if (dayFields.has(field)) return page.t.dates.when(value);
    return field === "standing"
      ? (Object.entries(page.words.standings).find(([word]) => word === value)?.[1] ?? value)
      : page.name(value);
  }
  if (Array.isArray(value)) return value.map((one) => textOf(page, field, one)).join(", ");
  if (typeof value !== "object" || value === null) return String(value);
  const entries = Object.entries(value);
  const own = entries.find(([key]) => key === page.language)?.[1];
  if (typeof own === "string") return own;
  return entries.map(([key, one]) => `${page.name(key)}: ${textOf(page, key, one)}`).join("; ");
};

export const Says = ({ page, says }: Props) => {
  const fields = Object.entries(says).filter(
    ([field, value]) => !silent.has(field) && value !== undefined,
  );
  return (
    <dl class="says">
      {fields.map(([field, value]) => (
        <div key={field}>
          <dt>{page.words.fields[field] ?? field}</dt>
          <dd>{textOf(page, field, value)}</dd>
        </div>
      ))}
    </dl>
  );
};
