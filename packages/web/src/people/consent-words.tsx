// The words by which consent is asked: every version stays, because somebody has consented to it.
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { FormattedMessage } from "react-intl";
import { consentWordings, type Wording, wordConsent } from "../api/persons.ts";
import { Form, TextField } from "../form/fields.tsx";
import { Day } from "../language/figures.tsx";

export function ConsentWords({ processing, mayWord }: { processing: string; mayWord: boolean }) {
  const { data } = useQuery(consentWordings(processing));
  return (
    <section className="later-section">
      <h2>
        <FormattedMessage id="people.consent" />
      </h2>
      <p className="muted">
        <FormattedMessage id="people.consentLead" />
      </p>
      {data?.wordings.length === 0 && (
        <p className="attention">
          <FormattedMessage id="people.consentNone" />
        </p>
      )}
      <ul className="row-list">
        {data?.wordings.map((one) => (
          <li key={one.version}>
            <OneWording wording={one} />
          </li>
        ))}
      </ul>
      {mayWord && data && <WordAnew key={data.wordings.length} processing={processing} />}
    </section>
  );
}

function OneWording({ wording: { version, fr, ar, from } }: { wording: Wording }) {
  return (
    <>
      <p className="small muted">
        <FormattedMessage id="people.version" values={{ version }} />
        {" · "}
        <FormattedMessage id="people.consentFrom" values={{ day: <Day value={from} /> }} />
      </p>
      <div className="side-by-side">
        <p lang="ar" dir="rtl" className="whole-text">
          {ar}
        </p>
        <p lang="fr" dir="ltr" className="whole-text">
          {fr}
        </p>
      </div>
    </>
  );
}

function WordAnew({ processing }: { processing: string }) {
  const client = useQueryClient();
  const [words, setWords] = useState({ fr: "", ar: "", from: "" });
  const set = (part: Partial<typeof words>) => setWords((before) => ({ ...before, ...part }));
  const wording = useMutation({
    mutationFn: () => wordConsent(processing, words),
    onSuccess: () => client.invalidateQueries(consentWordings(processing)),
  });
  return (
    <details className="make">
      <summary>
        <FormattedMessage id="people.consentAnew" />
      </summary>
      <Form
        onSend={() => wording.mutate()}
        isSending={wording.isPending}
        error={wording.error}
        action={<FormattedMessage id="people.consentAction" />}
      >
        {(["ar", "fr"] as const).map((language) => (
          <TextField
            key={language}
            label={<FormattedMessage id={`people.language.${language}`} />}
            lines={4}
            least={20}
            most={4000}
            isNeeded
            value={words[language]}
            onChange={(text) => set({ [language]: text })}
          />
        ))}
        <TextField
          label={<FormattedMessage id="people.consentSince" />}
          type="date"
          isNeeded
          value={words.from}
          onChange={(from) => set({ from })}
        />
      </Form>
    </details>
  );
}
