import { FormattedMessage, useIntl } from "react-intl";
import { useVocabulary } from "../../api/vocabulary.ts";
import type { Space } from "../../app/address.ts";
import { Day, Name } from "../../language/figures.tsx";

interface Row {
  readonly name: string;
  readonly before: string;
  readonly after: string;
}

/** What a change does, before it is saved: what stood, and what will stand. */
export function BeforeAfter({ rows, space }: { rows: readonly Row[]; space: Space }) {
  const intl = useIntl();
  if (rows.length === 0) return null;
  return (
    <table className="before-after">
      <caption className="unseen">{intl.formatMessage({ id: "agreementForm.change" })}</caption>
      <thead>
        <tr>
          <th scope="col">
            <FormattedMessage id="agreementForm.change" />
          </th>
          <th scope="col">
            <FormattedMessage id="agreementForm.before" />
          </th>
          <th scope="col">
            <FormattedMessage id="agreementForm.after" />
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.name}>
            <th scope="row">
              <FormattedMessage id={`agreementForm.${row.name}`} />
            </th>
            <td>
              <Value name={row.name} text={row.before} space={space} />
            </td>
            <td>
              <Value name={row.name} text={row.after} space={space} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Value({ name, text, space }: { name: string; text: string; space: Space }) {
  const words = useVocabulary(space);
  if (text.trim() === "")
    return (
      <span className="muted">
        <FormattedMessage id="form.nothing" />
      </span>
    );
  if (/^\d{4}-\d{2}-\d{2}$/u.test(text)) return <Day value={text} />;
  return <Name>{name === "territoryId" ? words.placeById(text) : text}</Name>;
}
