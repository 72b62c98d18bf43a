import { useIntl } from "react-intl";

/** What a measure does, in words; a kind that has none goes by its code. */
export function useMeasureKind() {
  const intl = useIntl();
  return (kind: string): string => {
    const id = `measures.kind.${kind}`;
    return intl.messages[id] === undefined ? kind.replaceAll("_", " ") : intl.formatMessage({ id });
  };
}
