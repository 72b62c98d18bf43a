// Words of a call in the reader's language: its title, its criteria, what an application lacks.
import { FormattedMessage, FormattedNumber, useIntl } from "react-intl";
import type { MissingPart } from "../api/calls.ts";
import { Name } from "../language/figures.tsx";
import { useLocale } from "../language/language-provider.tsx";

/** In Arabic where it has been given. */
export function useCallTitle() {
  const locale = useLocale();
  return ({ title, titleAr }: { readonly title: string; readonly titleAr: string | null }): string =>
    (locale === "ar" ? titleAr : null) ?? title;
}

export function useCallLabel() {
  const locale = useLocale();
  return ({ label, labelAr }: { readonly label: string; readonly labelAr: string | null }): string =>
    (locale === "ar" ? labelAr : null) ?? label;
}

/** What one item is that is lacking. */
export function useMissing() {
  const intl = useIntl();
  const labelOf = useCallLabel();
  return ({ part, label, labelAr }: MissingPart): string =>
    part === "document" && label !== null
      ? labelOf({ label, labelAr })
      : intl.formatMessage({ id: `calls.missing.${part}` });
}

/** Complete, or what is lacking, item by item. */
export function Completeness({ missing }: { missing: readonly MissingPart[] }) {
  const say = useMissing();
  if (missing.length === 0)
    return (
      <p className="done" role="status">
        <FormattedMessage id="calls.complete" />
      </p>
    );
  return (
    <div className="call-missing" role="status">
      <p className="attention">
        <FormattedMessage id="calls.incomplete" values={{ count: missing.length }} />
      </p>
      <ul>
        {missing.map((one) => (
          <li key={`${one.part} ${one.number}`}>
            <Name>{say(one)}</Name>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Points of 100, as the reader's language writes them. */
export function Score({ value }: { value: string }) {
  return (
    <bdi>
      <FormattedNumber value={Number(value)} minimumFractionDigits={2} />
    </bdi>
  );
}
