// The API's answers may hold a message by its name (what a guard misses); it is said in the reader's language here.
import { useIntl } from "react-intl";

const mark = "message:";

/** Says `message:["agreements","guard.text_recorded",{}]`; any other text is itself. */
export function useSayReference(): (text: string) => string {
  const intl = useIntl();
  return (text) => {
    if (!text.startsWith(mark)) return text;
    const [folder, key, values] = JSON.parse(text.slice(mark.length)) as [
      string,
      string,
      Record<string, string | number>,
    ];
    return intl.formatMessage({ id: `core.${folder}.${key}` }, values);
  };
}
