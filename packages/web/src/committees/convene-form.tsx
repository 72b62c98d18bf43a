// Convenes a committee: the day, the time, the place, what is on the agenda; the members are written to.
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { FormattedMessage } from "react-intl";
import { type Committee, convene } from "../api/committees.ts";
import { ChoiceField, Form, TextField } from "../form/fields.tsx";
import { useLocale } from "../language/language-provider.tsx";
import { useLanguages } from "../users/languages.ts";

export const linesOf = (text: string) =>
  text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");

export function ConveneForm({ committee, agreement }: { committee: Committee; agreement: string }) {
  const client = useQueryClient();
  const navigate = useNavigate();
  const languages = useLanguages();
  const [when, setWhen] = useState({ on: "", time: "10:00", place: "", agenda: "" });
  const [language, setLanguage] = useState<string>(useLocale());
  const convening = useMutation({
    mutationFn: () =>
      convene({
        ...{ committee: committee.id, on: when.on, time: when.time, agenda: linesOf(when.agenda) },
        place: when.place.trim() === "" ? null : when.place.trim(),
        language: language === "ar" || language === "en" ? language : "fr",
      }),
    onSuccess: async ({ event }) => {
      await client.invalidateQueries({ queryKey: ["committees", agreement] });
      await navigate({ to: "/meetings/$reference", params: { reference: event } });
    },
  });
  return (
    <details className="make">
      <summary>
        <FormattedMessage id="meeting.convene" />
      </summary>
      <Form
        onSend={() => convening.mutate()}
        isSending={convening.isPending}
        error={convening.error}
        action={<FormattedMessage id="meeting.conveneAction" />}
      >
        <WhenFields when={when} onWhen={(change) => setWhen({ ...when, ...change })} />
        <TextField
          label={<FormattedMessage id="meeting.agenda" />}
          why={<FormattedMessage id="meeting.agendaWhy" />}
          lines={4}
          value={when.agenda}
          onChange={(agenda) => setWhen({ ...when, agenda })}
        />
        <ChoiceField
          label={<FormattedMessage id="users.language" />}
          value={language}
          onChange={setLanguage}
          options={languages}
        />
      </Form>
    </details>
  );
}

interface When {
  readonly on: string;
  readonly time: string;
  readonly place: string;
}

export function WhenFields({ when, onWhen }: { when: When; onWhen: (change: Partial<When>) => void }) {
  return (
    <>
      <TextField
        label={<FormattedMessage id="meeting.on" />}
        type="date"
        isNeeded
        value={when.on}
        onChange={(on) => onWhen({ on })}
      />
      <TextField
        label={<FormattedMessage id="meeting.time" />}
        direction="ltr"
        isNeeded
        value={when.time}
        onChange={(time) => onWhen({ time })}
      />
      <TextField
        label={<FormattedMessage id="meeting.place" />}
        most={300}
        value={when.place}
        onChange={(place) => onWhen({ place })}
      />
    </>
  );
}
