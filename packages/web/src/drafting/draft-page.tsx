// The text of an agreement as it will print, what it lacks, its versions; or one version as it was frozen.
import { useQuery } from "@tanstack/react-query";
import { Link, useParams, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { FormattedMessage, useIntl } from "react-intl";
import { type Draft, type DraftText, draft, draftComments, draftVersion } from "../api/drafting.ts";
import { useRightsAt } from "../api/rights.ts";
import { Failure } from "../app/failure.tsx";
import { Page } from "../app/page.tsx";
import { useBelongsTo } from "../app/shown-space.tsx";
import { Waiting } from "../app/waiting.tsx";
import { Day, Name } from "../language/figures.tsx";
import { useLocale } from "../language/language-provider.tsx";
import { CommentsPart } from "./comments-part.tsx";
import { ComparedText } from "./compared-text.tsx";
import { FiguresPart } from "./figures-part.tsx";
import { ManyFiles } from "./files.tsx";
import { MakePart } from "./make-part.tsx";
import { MissingPart } from "./missing-part.tsx";
import { NewerTemplate } from "./newer-template.tsx";
import { ReturnsPart } from "./returns-part.tsx";
import { useTextChoice } from "./text-choice.ts";
import { type Said, TheText } from "./the-text.tsx";
import { VersionsPart } from "./versions-part.tsx";
import "./drafting.css";

export function DraftPage() {
  const { reference } = useParams({ from: "/agreements/$reference/draft" });
  const { version, beside, template } = useSearch({ from: "/agreements/$reference/draft" });
  const { data, error, refetch } = useQuery(draft(reference));
  useBelongsTo(data?.space);
  if (error) return <Failure error={error} reset={() => void refetch()} />;
  if (!data) return <Waiting lines={14} />;
  return <OneDraft draft={data} version={version} from={beside} template={template} />;
}

interface Read {
  readonly draft: Draft;
  readonly version: number | undefined;
  readonly from: number | undefined;
  readonly template: number | undefined;
}

function OneDraft({ draft: given, version, from, template }: Read) {
  const intl = useIntl();
  const [areSettledShown, showSettled] = useState(false);
  const comments =
    useQuery(draftComments(given.agreement, shownVersion(given, version))).data?.comments ?? [];
  const said = { comments, areSettledShown };
  const locale = useLocale();
  const title = locale === "ar" ? (given.titleAr ?? given.title) : given.title;
  const name = intl.formatMessage({ id: "drafting.title" });
  return (
    <Page
      title={<Name>{title}</Name>}
      name={`${name} · ${given.agreement}`}
      lead={<Lead draft={given} version={version} />}
      aside={hasText(given) && <LanguageChoice texts={given.content.texts} />}
    >
      <div className="drafting">
        <Beside draft={given} version={version} />
        <div className="drafting-text">
          <ShownText draft={given} version={version} from={from} template={template} said={said} />
        </div>
        <MakeBeside draft={given} version={version} said={said} onShowSettled={showSettled} />
      </div>
    </Page>
  );
}

function Lead({ draft: given, version }: { draft: Draft; version: number | undefined }) {
  const { agreement, isOpen } = given;
  const { may, isKnown } = useRightsAt({ agreement });
  return (
    <>
      <p>
        <Link to="/agreements/$reference" params={{ reference: agreement }}>
          <Name>{agreement}</Name>
        </Link>
        {version !== undefined && (
          <>
            {" · "}
            <strong>
              <FormattedMessage id="drafting.version" values={{ number: version }} />
            </strong>
          </>
        )}
        {isOpen && <HowMade draft={given} version={version} />}
      </p>
      {!isOpen && (
        <p className="attention">
          <FormattedMessage id="drafting.closed" />
        </p>
      )}
      {isOpen && isKnown && !may("drafting.write") && (
        <p className="small muted">
          <FormattedMessage id="drafting.readOnly" />
        </p>
      )}
    </>
  );
}

function HowMade({ draft: { choices, offered }, version }: { draft: Draft; version: number | undefined }) {
  return (
    <>
      {version === undefined && (
        <>
          {" · "}
          <FormattedMessage id="drafting.now" />
        </>
      )}
      {" · "}
      <FormattedMessage id={`drafting.template.${choices.template}`} />
      {" · "}
      <span className="muted small">
        <FormattedMessage
          id="drafting.templateVersion"
          values={{ number: offered.version, day: <Day value={offered.date} /> }}
        />
      </span>
    </>
  );
}

const languageNames = { fr: "Français", ar: "العربية" } as const;

function LanguageChoice({ texts }: { texts: readonly DraftText[] }) {
  const intl = useIntl();
  const chosen = useTextChoice(texts);
  if (texts.length < 2) return null;
  return (
    <nav className="button-row not-printed" aria-label={intl.formatMessage({ id: "drafting.language" })}>
      {(["fr", "ar", "both"] as const).map((text) => (
        <Link
          key={text}
          from="/agreements/$reference/draft"
          search={(before) => ({ ...before, text })}
          className="button"
          aria-current={text === chosen ? "true" : undefined}
          {...(text !== "both" && { lang: text })}
        >
          {text === "both" ? <FormattedMessage id="drafting.both" /> : languageNames[text]}
        </Link>
      ))}
    </nav>
  );
}

/** What is signed without a version of ours has no text here. */
const hasText = ({ isOpen, versions }: Draft) => isOpen || versions.length > 0;

/** The version that is read: what is signed has no text of now. */
const shownVersion = ({ isOpen, versions }: Draft, version: number | undefined) =>
  version ?? (isOpen ? undefined : versions[0]?.number);

function ShownText({ draft: given, version, from, template, said }: Read & { readonly said: Said }) {
  if (template !== undefined) return <ComparedText draft={given} compared={{ template }} />;
  if (from !== undefined) return <ComparedText draft={given} compared={{ from, to: version }} />;
  const shown = shownVersion(given, version);
  if (shown !== undefined) return <FrozenText draft={given} version={shown} said={said} />;
  if (given.isOpen) return <NowText draft={given} said={said} />;
  return (
    <p className="muted">
      <FormattedMessage id="drafting.neverDrafted" />
    </p>
  );
}

function NowText({ draft: given, said }: { draft: Draft; said: Said }) {
  const mayWrite = useMayWrite(given);
  return <TheText texts={given.content.texts} editing={mayWrite ? given : null} said={said} />;
}

function FrozenText({ draft: given, version, said }: { draft: Draft; version: number; said: Said }) {
  const { data, error, refetch } = useQuery(draftVersion(given.agreement, version));
  if (error) return <Failure error={error} reset={() => void refetch()} />;
  if (!data) return <Waiting lines={14} />;
  return <TheText texts={data.content.texts} editing={null} said={said} hash={data.hash} />;
}

/** What to see before the text: what it lacks, its versions, its files. */
function Beside({ draft: given, version }: { draft: Draft; version: number | undefined }) {
  const intl = useIntl();
  const mayWrite = useMayWrite(given);
  return (
    <aside className="drafting-beside" aria-label={intl.formatMessage({ id: "drafting.beside" })}>
      {version !== undefined && <ManyFiles draft={given} version={version} />}
      {version === undefined && given.isOpen && <MissingPart draft={given} />}
      {version === undefined && mayWrite && <NewerTemplate draft={given} />}
      <VersionsPart draft={given} version={version} mayWrite={mayWrite} />
    </aside>
  );
}

/** What was said of it and came back, and what it is made of: its figures, who signs, its template. */
interface MakeProps {
  readonly draft: Draft;
  readonly version: number | undefined;
  readonly said: Said;
  readonly onShowSettled: (areShown: boolean) => void;
}

function MakeBeside({ draft: given, version, said, onShowSettled }: MakeProps) {
  const intl = useIntl();
  const mayWrite = useMayWrite(given);
  return (
    <aside className="drafting-make" aria-label={intl.formatMessage({ id: "drafting.make" })}>
      <CommentsPart draft={given} version={version} said={said} onShowSettled={onShowSettled} />
      <ReturnsPart draft={given} mayWrite={mayWrite} />
      {version === undefined && given.isOpen && <FiguresPart draft={given} mayWrite={mayWrite} />}
      {version === undefined && mayWrite && <MakePart draft={given} />}
    </aside>
  );
}

function useMayWrite({ isOpen, agreement }: Draft): boolean {
  const { may } = useRightsAt({ agreement });
  return isOpen && may("drafting.write");
}
