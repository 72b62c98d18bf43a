import { useMutation } from "@tanstack/react-query";
import { FormattedMessage } from "react-intl";
import { calendarOf } from "../api/events.ts";
import { Refusal } from "../form/fields.tsx";
import { keepFile } from "../journal/keep-file.ts";
import { useLocale } from "../language/language-provider.tsx";

/** Saves an event, or a meeting of a committee, as a file that every calendar program takes in. */
export function ToCalendar({ event }: { event: string }) {
  const lang = useLocale();
  const saving = useMutation({
    mutationFn: () => calendarOf(event, lang),
    onSuccess: ({ fileName, text }) =>
      keepFile(new TextEncoder().encode(text), fileName, "text/calendar;charset=utf-8"),
  });
  return (
    <>
      <button
        type="button"
        className="button not-printed"
        disabled={saving.isPending}
        onClick={() => saving.mutate()}
      >
        <FormattedMessage id="events.toCalendar" />
      </button>
      <Refusal error={saving.error} />
    </>
  );
}
