// An edition is looked at before it leaves: what it would tell, what not, and why. Publishing cannot be taken back.
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { FormattedMessage, useIntl } from "react-intl";
import {
  type Edition,
  type EditionAsked,
  type EditionPreview,
  editionProgress,
  previewEdition,
  publishEdition,
} from "../api/editions.ts";
import { ChoiceField, Form, Refusal, TextField } from "../form/fields.tsx";
import { PreviewOfEdition } from "./preview-of-edition.tsx";

interface Given {
  readonly asOf: string;
  readonly knownOn: string;
  readonly supersedes: string;
}

const askedOf = (space: EditionAsked["space"], { asOf, knownOn, supersedes }: Given): EditionAsked => ({
  space,
  ...(asOf && { asOf }),
  ...(knownOn && { knownOn }),
  ...(supersedes && { supersedes: Number(supersedes) }),
});

interface Props {
  readonly space: EditionAsked["space"];
  readonly editions: readonly Edition[];
}

export function MakeEdition({ space, editions }: Props) {
  const intl = useIntl();
  const client = useQueryClient();
  const [given, setGiven] = useState<Given>({ asOf: "", knownOn: "", supersedes: "" });
  const looking = useMutation({ mutationFn: previewEdition });
  const publishing = useMutation({
    mutationFn: publishEdition,
    onSuccess: async () => {
      looking.reset();
      await client.invalidateQueries({ queryKey: ["editions"] });
    },
  });
  const change = (part: Partial<Given>) => {
    setGiven({ ...given, ...part });
    looking.reset();
    publishing.reset();
  };
  const [watch] = useState(() => crypto.randomUUID());
  const asked = { ...askedOf(space, given), watch };
  const isPending = looking.isPending || publishing.isPending;
  const name = (number: number) => intl.formatMessage({ id: "editions.name" }, { number });
  return (
    <section className="make-edition">
      <h2>
        <FormattedMessage id="editions.make" />
      </h2>
      <Form
        onSend={() => looking.mutate(asked)}
        isSending={isPending}
        error={looking.error}
        action={<FormattedMessage id="editions.look" />}
      >
        <Questions given={given} onChange={change} editions={editions} />
      </Form>
      <Working watch={isPending ? watch : null} />
      {looking.data && (
        <Leaving preview={looking.data} publishing={publishing} onPublish={() => publishing.mutate(asked)} />
      )}
      {publishing.data && <Published number={publishing.data.number} name={name(publishing.data.number)} />}
    </section>
  );
}

interface QuestionsProps {
  readonly given: Given;
  readonly onChange: (part: Partial<Given>) => void;
  readonly editions: readonly Edition[];
}

function Questions({ given, onChange, editions }: QuestionsProps) {
  const intl = useIntl();
  const standing = editions.filter(({ supersededBy, kind }) => supersededBy === null && kind === "edition");
  const name = (number: number) => intl.formatMessage({ id: "editions.name" }, { number });
  return (
    <>
      <TextField
        type="date"
        label={<FormattedMessage id="editions.asOf" />}
        why={<FormattedMessage id="editions.asOfWhy" />}
        value={given.asOf}
        onChange={(asOf) => onChange({ asOf })}
      />
      <TextField
        type="date"
        label={<FormattedMessage id="editions.knownOn" />}
        why={<FormattedMessage id="editions.knownOnWhy" />}
        value={given.knownOn}
        onChange={(knownOn) => onChange({ knownOn })}
      />
      <ChoiceField
        label={<FormattedMessage id="editions.supersedes" />}
        why={<FormattedMessage id="editions.supersedesWhy" />}
        none={intl.formatMessage({ id: "editions.supersedesNone" })}
        options={standing.map(({ number }) => ({ value: String(number), words: name(number) }))}
        value={given.supersedes}
        onChange={(supersedes) => onChange({ supersedes })}
      />
    </>
  );
}

interface LeavingProps {
  readonly preview: EditionPreview;
  readonly publishing: { readonly error: Error | null; readonly isPending: boolean };
  readonly onPublish: () => void;
}

function Leaving({ preview, publishing, onPublish }: LeavingProps) {
  return (
    <>
      <PreviewOfEdition preview={preview} />
      <Refusal error={publishing.error} />
      <button
        type="button"
        className="button main-button"
        disabled={publishing.isPending}
        onClick={onPublish}
      >
        <FormattedMessage id="editions.publish" values={{ number: preview.number }} />
      </button>
    </>
  );
}

function Published({ number, name }: { number: number; name: string }) {
  const edition = <a href={`/public/editions/${number}`}>{name}</a>;
  return (
    <p role="status">
      <FormattedMessage id="editions.published" values={{ edition }} />
    </p>
  );
}

/** It takes some seconds: every count is compared with every other, and with every earlier edition. */
function Working({ watch }: { watch: string | null }) {
  const intl = useIntl();
  const { data: progress } = useQuery(editionProgress(watch));
  const share = progress ? { value: progress.done, max: progress.of } : {};
  return (
    <div role="status" className="working">
      {watch !== null && (
        <>
          <progress aria-label={intl.formatMessage({ id: "editions.working" })} {...share} />
          <span className="small muted">
            <FormattedMessage id="editions.working" />
            {progress && (
              <>
                {" "}
                <FormattedMessage id="editions.share" values={{ done: progress.done, of: progress.of }} />
              </>
            )}
          </span>
        </>
      )}
    </div>
  );
}
