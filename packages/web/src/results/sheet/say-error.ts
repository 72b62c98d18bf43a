import { useIntl } from "react-intl";

/** What a sentence may name and the server does not tell, because a cell held it. */
const unsaid = Object.fromEntries(
  ["near", "recorded", "field", "candidates", "path", "actor", "fault", "first", "second"].map((name) => [
    name,
    "–",
  ]),
);

interface Told {
  readonly code: string;
  readonly params: Readonly<Record<string, unknown>>;
}

/** The core's sentence for an error of a sheet; what a cell held is put in where the page knows it. */
export function useSayError(): (error: Told, value?: string) => string {
  const intl = useIntl();
  return ({ code, params }, value = "") => {
    const [folder, name] = code.split(".");
    const id = `core.${folder}.error.${name}`;
    if (intl.messages[id] === undefined) return code;
    const texts = Object.fromEntries(
      Object.entries(params).map(([key, given]) => [
        key,
        Array.isArray(given) ? given.join(", ") : String(given),
      ]),
    );
    return intl.formatMessage({ id }, { ...unsaid, value, ...texts });
  };
}
