import { FormattedMessage } from "react-intl";
import type { Agreement } from "../api/read.ts";
import { Name } from "../language/figures.tsx";
import { Section } from "./section.tsx";

/** Objectives, strands, sectors, fields of cooperation. */
export function FieldsSection({ agreement }: { agreement: Agreement }) {
  const kinds = [...new Set(agreement.fields.map(({ kind }) => kind))];
  if (kinds.length === 0) return null;
  return (
    <Section title={<FormattedMessage id="agreement.fields" />}>
      <dl className="pairs">
        {kinds.map((kind) => (
          <div key={kind} className="pair">
            <dt>
              <FormattedMessage id={`agreement.fieldKind.${kind}`} />
            </dt>
            <dd>
              <ul>
                {agreement.fields
                  .filter((field) => field.kind === kind)
                  .map((field) => (
                    <li key={field.code}>
                      <Name>{field.label ?? field.code.replaceAll("_", " ")}</Name>
                    </li>
                  ))}
              </ul>
            </dd>
          </div>
        ))}
      </dl>
    </Section>
  );
}
