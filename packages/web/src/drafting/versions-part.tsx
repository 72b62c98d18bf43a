// The versions of a text: what was frozen when, what was sent to whom, and what the register says otherwise since.
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { FormattedMessage, useIntl } from "react-intl";
import { Section } from "../agreements/section.tsx";
import { type Draft, type DraftVersion, freezeText, sendText } from "../api/drafting.ts";
import { AskText } from "../form/asked.tsx";
import bodies from "../form/bodies.gen.json";
import { Refusal } from "../form/fields.tsx";
import { FormShell } from "../form/form-shell.tsx";
import { orNull } from "../form/texts.ts";
import { useForm } from "../form/use-form.ts";
import { Day, Instant, Name } from "../language/figures.tsx";
import { useFigureName } from "./figure-name.ts";

interface PartProps {
  readonly draft: Draft;
  readonly version: number | undefined;
  readonly mayWrite: boolean;
}

export function VersionsPart({ draft, version, mayWrite }: PartProps) {
  const { versions, agreement } = draft;
  return (
    <Section
      title={<FormattedMessage id="drafting.versions" />}
      note={<FormattedMessage id="drafting.versionCount" values={{ count: versions.length }} />}
    >
      {versions.length > 0 && version !== undefined && (
        <p>
          <Link
            from="/agreements/$reference/draft"
            search={(before) => ({ ...before, version: undefined, beside: undefined })}
          >
            <FormattedMessage id="drafting.readNow" />
          </Link>
        </p>
      )}
      <Moved draft={draft} />
      {mayWrite && version === undefined && <Freeze agreement={agreement} />}
      <ol className="bare-list versions">
        {versions.map((one) => (
          <OneVersion
            key={one.number}
            agreement={agreement}
            one={one}
            isRead={one.number === version}
            read={version}
            mayWrite={mayWrite}
          />
        ))}
      </ol>
    </Section>
  );
}

function Moved({ draft }: { draft: Draft }) {
  const { moved, versions } = draft;
  const nameOf = useFigureName(draft);
  const [last] = versions;
  if (moved.length === 0 || last === undefined) return null;
  return (
    <div className="moved">
      <p className="small attention">
        <FormattedMessage id="drafting.moved" values={{ count: moved.length, number: last.number }} />
      </p>
      <ul className="small">
        {moved.map(({ key, before, after }) => (
          <li key={key}>
            <FormattedMessage
              id="drafting.movedOne"
              values={{
                key: <bdi className="muted">{nameOf(key)}</bdi>,
                before: <bdi>{before ?? "–"}</bdi>,
                after: (
                  <strong>
                    <bdi>{after ?? "–"}</bdi>
                  </strong>
                ),
              }}
            />
          </li>
        ))}
      </ul>
    </div>
  );
}

function Freeze({ agreement }: { agreement: string }) {
  const intl = useIntl();
  const client = useQueryClient();
  const form = useForm<"note", unknown>({
    name: `version ${agreement}`,
    recorded: { texts: { note: "" }, revision: null },
    rules: bodies.freezeText,
    save: ({ note }) => freezeText(agreement, orNull(note)),
    onSaved: () => {
      form.startAgain();
      void client.invalidateQueries({ queryKey: ["draft", agreement] });
    },
  });
  return (
    <FormShell
      form={form}
      isSmall
      label={intl.formatMessage({ id: "drafting.freeze" })}
      action={<FormattedMessage id="drafting.freeze" />}
      nameOf={() => <FormattedMessage id="drafting.note" />}
    >
      <AskText
        form={form}
        name="note"
        label={<FormattedMessage id="drafting.note" />}
        why={<FormattedMessage id="drafting.freezeWhy" />}
      />
    </FormShell>
  );
}

interface OneProps {
  readonly agreement: string;
  readonly one: DraftVersion;
  readonly isRead: boolean;
  /** The version that is read; without one, the text of now. */
  readonly read: number | undefined;
  readonly mayWrite: boolean;
}

function OneVersion({ agreement, one, isRead, read, mayWrite }: OneProps) {
  const { number, madeAt, madeBy, note, missing, sendings } = one;
  return (
    <li data-read={isRead || undefined}>
      <p>
        <Link
          from="/agreements/$reference/draft"
          search={(before) => ({ ...before, version: number, beside: undefined })}
          aria-current={isRead ? "true" : undefined}
        >
          <FormattedMessage id="drafting.version" values={{ number }} />
        </Link>
        {note !== null && (
          <>
            {" · "}
            <Name>{note}</Name>
          </>
        )}
      </p>
      <p className="small muted">
        <Instant value={madeAt} /> · <Name>{madeBy}</Name>
        {missing > 0 && (
          <>
            {" · "}
            <FormattedMessage id="drafting.missingCount" values={{ count: missing }} />
          </>
        )}
      </p>
      {sendings.map(({ to, on, by }) => (
        <p key={`${to} ${on} ${by}`} className="small">
          <FormattedMessage
            id={`drafting.sent.${to}`}
            values={{ day: <Day value={on} />, by: <Name>{by}</Name> }}
          />
        </p>
      ))}
      {!isRead && (
        <p className="small">
          <Link from="/agreements/$reference/draft" search={(before) => ({ ...before, beside: number })}>
            <FormattedMessage
              id={read === undefined ? "drafting.compareNow" : "drafting.compareWith"}
              values={{ number: read }}
            />
          </Link>
        </p>
      )}
      {isRead && mayWrite && <Send agreement={agreement} version={number} />}
    </li>
  );
}

function Send({ agreement, version }: { agreement: string; version: number }) {
  const client = useQueryClient();
  const sending = useMutation({
    mutationFn: (to: "partner" | "lawyer") => sendText(agreement, version, { to }),
    onSuccess: () => client.invalidateQueries({ queryKey: ["draft", agreement] }),
  });
  return (
    <>
      <p className="button-row">
        {(["lawyer", "partner"] as const).map((to) => (
          <button
            key={to}
            type="button"
            className="button"
            disabled={sending.isPending}
            onClick={() => sending.mutate(to)}
          >
            <FormattedMessage id={`drafting.send.${to}`} />
          </button>
        ))}
      </p>
      <Refusal error={sending.error} />
    </>
  );
}
