// Documents that came back: which words they changed, which figures wait to be accepted one by one, what found no place.
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useId, useState } from "react";
import { FormattedMessage, useIntl } from "react-intl";
import { Section } from "../agreements/section.tsx";
import {
  type Draft,
  type DraftReturn,
  decideDifference,
  draftReturns,
  type ReturnedFigure,
  takeReturn,
} from "../api/drafting.ts";
import { ChoiceField, Form, Refusal } from "../form/fields.tsx";
import { FileInput } from "../form/file-input.tsx";
import { contentOf } from "../intake/open/read-file.ts";
import { Instant, Name } from "../language/figures.tsx";
import { useFigureName } from "./figure-name.ts";

export function ReturnsPart({ draft, mayWrite }: { draft: Draft; mayWrite: boolean }) {
  const { data } = useQuery(draftReturns(draft.agreement));
  const returns = data?.returns ?? [];
  if (draft.versions.length === 0 || (returns.length === 0 && !mayWrite)) return null;
  return (
    <Section anchor="returns" title={<FormattedMessage id="drafting.returns" />}>
      {returns.length === 0 && (
        <p className="small muted">
          <FormattedMessage id="drafting.noReturn" />
        </p>
      )}
      <ul className="bare-list returns">
        {returns.map((one) => (
          <li key={one.id}>
            <OneReturn draft={draft} one={one} mayWrite={mayWrite} />
          </li>
        ))}
      </ul>
      {mayWrite && <TakeBack draft={draft} />}
    </Section>
  );
}

function OneReturn({ draft, one, mayWrite }: { draft: Draft; one: DraftReturn; mayWrite: boolean }) {
  const { reading, madeVersion } = one;
  const { inserted, deleted, figures, unplaced, reworded } = reading;
  return (
    <>
      <p>
        <Name>{one.fileName}</Name>
      </p>
      <p className="small muted">
        <Instant value={one.at} /> · <Name>{one.by}</Name> ·{" "}
        <FormattedMessage id="drafting.version" values={{ number: one.version }} />
      </p>
      <p className="small">
        <FormattedMessage id="drafting.returnSaid" values={{ count: reworded.length, inserted, deleted }} />
        {madeVersion !== null && (
          <>
            {" "}
            <Link
              from="/agreements/$reference/draft"
              search={(before) => ({
                ...before,
                version: madeVersion,
                beside: one.version,
                text: one.language,
              })}
            >
              <FormattedMessage id="drafting.seeWords" values={{ number: madeVersion }} />
            </Link>
          </>
        )}
      </p>
      {figures.length > 0 && (
        <ul className="bare-list returned-figures">
          {figures.map((figure) => (
            <li key={figure.number}>
              <OneFigure draft={draft} of={one.id} figure={figure} mayWrite={mayWrite} />
            </li>
          ))}
        </ul>
      )}
      {unplaced.length > 0 && (
        <details>
          <summary className="small attention">
            <FormattedMessage id="drafting.unplaced" values={{ count: unplaced.length }} />
          </summary>
          <ul className="missing-list small">
            {unplaced.map(({ kind, words }) => (
              <li key={`${kind} ${words}`}>
                <FormattedMessage id={`drafting.unplaced.${kind}`} /> <Name>{words}</Name>
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

interface FigureProps {
  readonly draft: Draft;
  readonly of: string;
  readonly figure: ReturnedFigure;
  readonly mayWrite: boolean;
}

function OneFigure({ draft, of, figure, mayWrite }: FigureProps) {
  const client = useQueryClient();
  const nameOf = useFigureName(draft);
  const { key, before, read, decision, mayAccept, number } = figure;
  const deciding = useMutation({
    mutationFn: (accept: boolean) => decideDifference(of, { number, accept }),
    onSuccess: () => client.invalidateQueries({ queryKey: ["draft", draft.agreement] }),
  });
  return (
    <>
      <p className="small muted">
        <bdi>{nameOf(key)}</bdi>
      </p>
      <p>
        <del>
          <bdi>{before}</bdi>
        </del>{" "}
        <strong>
          <bdi>{read}</bdi>
        </strong>
      </p>
      {decision !== null && (
        <p className="small">
          <FormattedMessage
            id={`drafting.decided.${decision.decision}`}
            values={{ by: <Name>{decision.by}</Name> }}
          />
        </p>
      )}
      {decision === null && mayWrite && (
        <p className="button-row">
          {mayAccept && (
            <button
              type="button"
              className="button"
              disabled={deciding.isPending}
              onClick={() => deciding.mutate(true)}
            >
              <FormattedMessage id="drafting.accept" />
            </button>
          )}
          <button
            type="button"
            className="button"
            disabled={deciding.isPending}
            onClick={() => deciding.mutate(false)}
          >
            <FormattedMessage id="drafting.refuse" />
          </button>
        </p>
      )}
      {decision === null && !mayAccept && (
        <p className="small muted">
          <FormattedMessage id="drafting.mendElsewhere" />
        </p>
      )}
      <Refusal error={deciding.error} />
    </>
  );
}

function TakeBack({ draft: { agreement, versions } }: { draft: Draft }) {
  const intl = useIntl();
  const client = useQueryClient();
  const id = useId();
  const [file, setFile] = useState<File | null>(null);
  const [version, setVersion] = useState("");
  const taking = useMutation({
    mutationFn: async (given: File) =>
      takeReturn(agreement, {
        ...{ fileName: given.name, fileBase64: await contentOf(given) },
        ...(version !== "" && { version: Number(version) }),
      }),
    onSuccess: () => {
      setFile(null);
      return client.invalidateQueries({ queryKey: ["draft", agreement] });
    },
  });
  return (
    <details className="make">
      <summary>
        <FormattedMessage id="drafting.takeBack" />
      </summary>
      <Form
        onSend={() => file && taking.mutate(file)}
        isSending={taking.isPending || file === null}
        error={taking.error}
        action={<FormattedMessage id="drafting.takeBackAction" />}
      >
        <div className="question">
          <label htmlFor={id}>
            <FormattedMessage id="drafting.document" />
          </label>
          <p id={`${id}-why`} className="small muted">
            <FormattedMessage id="drafting.documentWhy" />
          </p>
          <FileInput
            control={{ id, "aria-describedby": `${id}-why` }}
            accepted=".docx"
            files={file === null ? [] : [file]}
            onFiles={([chosen]) => setFile(chosen ?? null)}
          />
        </div>
        <ChoiceField
          label={<FormattedMessage id="drafting.ofVersion" />}
          value={version}
          onChange={setVersion}
          none={intl.formatMessage({ id: "drafting.asItSays" })}
          options={versions.map(({ number }) => ({
            value: String(number),
            words: intl.formatMessage({ id: "drafting.version" }, { number }),
          }))}
        />
      </Form>
    </details>
  );
}
