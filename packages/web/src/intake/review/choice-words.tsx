// A choice in one or two lines: what something of the text is in the register, and where it stands.
import { FormattedMessage, useIntl } from "react-intl";
import { useVocabulary } from "../../api/vocabulary.ts";
import { Name } from "../../language/figures.tsx";
import { useFormPlace } from "../forms/form-place.tsx";
import { type ChoiceList, wordOf } from "../model/choices.ts";
import type { ChoiceKind } from "../model/intake.ts";
import { isObject, isValue } from "../model/value.ts";
import { ValueWords } from "./value-words.tsx";

type Fields = Readonly<Record<string, unknown>>;

export function ChoiceWords({ kind, value }: { kind: ChoiceKind; value: unknown }) {
  if (!isObject(value)) return <FormattedMessage id="intake.choice.none" />;
  if (kind === "organisation") return <OrganisationWords value={value} />;
  if (kind === "agreement") return <AgreementWords value={value} />;
  if (kind === "commitment" || kind === "contribution") return <PromiseWords value={value} />;
  if (kind === "person") return <PersonWords value={value} />;
  if (kind === "event") return <EventWords value={value} />;
  if (kind === "document") return <DocumentWords value={value} />;
  if (kind === "say") return <SayingWords value={value} />;
  return <StandsAt value={value} />;
}

const textOf = (value: Fields, field: string) =>
  typeof value[field] === "string" ? (value[field] as string) : "";

/** New in the register, or known there under its reference. */
function Known({ value }: { value: Fields }) {
  return (
    <span className="reference">
      <bdi>{textOf(value, "reference")}</bdi>{" "}
      <span className={value.known === true ? "known" : "new"}>
        <FormattedMessage id={value.known === true ? "intake.known" : "intake.new"} />
      </span>
    </span>
  );
}

function useWord() {
  const intl = useIntl();
  return (list: ChoiceList, code: unknown) =>
    typeof code === "string" ? intl.formatMessage({ id: wordOf(list, code), defaultMessage: code }) : "";
}

function OrganisationWords({ value }: { value: Fields }) {
  const word = useWord();
  return (
    <>
      <Name>{textOf(value, "name")}</Name> · {word("organisationKind", value.kind)} <Known value={value} />
    </>
  );
}

function AgreementWords({ value }: { value: Fields }) {
  const word = useWord();
  return (
    <>
      <Name>{textOf(value, "title")}</Name> · {word("agreementKind", value.kind)}
      {typeof value.type === "string" &&
        value.type !== value.kind &&
        ` · ${word("agreementType", value.type)}`}
      {" · "}
      {word("agreementState", value.state)}
      {textOf(value, "parent") !== "" && (
        <>
          {" · "}
          <FormattedMessage
            id="intake.choice.under"
            values={{ parent: <Ref code={textOf(value, "parent")} /> }}
          />
        </>
      )}{" "}
      <Known value={value} />
    </>
  );
}

/** An agreement of the draft by its title, one of the register by its reference. */
export function Ref({ code }: { code: string }) {
  const { agreements } = useFormPlace();
  return <Name>{agreements.find((one) => one.code === code)?.words ?? code}</Name>;
}

function PromiseWords({ value }: { value: Fields }) {
  const same = textOf(value, "same");
  return (
    <>
      {textOf(value, "wording") !== "" && (
        <>
          <Name>{textOf(value, "wording")}</Name>
          {" · "}
        </>
      )}
      <FormattedMessage
        id="intake.choice.at"
        values={{ agreement: <Ref code={textOf(value, "agreement")} /> }}
      />
      {isValue(value.milieu) && (
        <>
          {" · "}
          <ValueWords path="milieu" value={value.milieu.value} />
        </>
      )}
      {same !== "" && (
        <strong className="same">
          {" · "}
          <FormattedMessage id="intake.choice.same" values={{ reference: <bdi>{same}</bdi> }} />
        </strong>
      )}
    </>
  );
}

function PersonWords({ value }: { value: Fields }) {
  const name = textOf(value, "name");
  return (
    <>
      {name === "" ? <FormattedMessage id="intake.choice.noName" /> : <Name>{name}</Name>}
      {" · "}
      <Name>{textOf(value, "function")}</Name>
      {" · "}
      <Organisation reference={textOf(value, "organisation")} />
    </>
  );
}

function Organisation({ reference }: { reference: string }) {
  const { organisations } = useFormPlace();
  return <Name>{organisations.find(({ code }) => code === reference)?.words ?? reference}</Name>;
}

function EventWords({ value }: { value: Fields }) {
  const { space } = useFormPlace();
  const { place } = useVocabulary(space);
  const lists = ["announced", "signed", "discussed", "decided", "frameworks"] as const;
  return (
    <>
      <Known value={value} />
      {isObject(value.territory) && (
        <>
          {" · "}
          <Name>{place(String(value.territory.code))}</Name>
        </>
      )}
      {lists.map((list) => {
        const refs = Array.isArray(value[list]) ? (value[list] as readonly string[]) : [];
        return refs.length === 0 ? null : (
          <span key={list}>
            {" · "}
            <FormattedMessage id={`intake.field.${list}`} />{" "}
            {refs.map((ref, index) => (
              <span key={ref}>
                {index > 0 && ", "}
                <Ref code={ref} />
              </span>
            ))}
          </span>
        );
      })}
    </>
  );
}

function DocumentWords({ value }: { value: Fields }) {
  const word = useWord();
  const publisher = textOf(value, "publisher");
  return (
    <>
      <Name>{textOf(value, "title")}</Name> · {word("documentKind", value.kind)}
      {publisher !== "" && (
        <>
          {" · "}
          <Name>{publisher}</Name>
        </>
      )}
    </>
  );
}

function SayingWords({ value }: { value: Fields }) {
  const said = value.value;
  return (
    <>
      <Ref code={textOf(value, "about")} /> · <bdi>{textOf(value, "field").replaceAll("_", " ")}</bdi>
      {isValue(said) && (
        <>
          {" : "}
          <ValueWords path="said" value={said.value} />
        </>
      )}
    </>
  );
}

/** A figure, an orientation, a doubt: at which agreement, said by whom. */
export function StandsAt({ value }: { value: Fields }) {
  const at = textOf(value, "agreement") || textOf(value, "object");
  const by = textOf(value, "author") || textOf(value, "saidBy") || textOf(value, "organisation");
  return (
    <>
      {at === "" ? (
        <FormattedMessage id="intake.choice.alone" />
      ) : (
        <FormattedMessage id="intake.choice.at" values={{ agreement: <Ref code={at} /> }} />
      )}
      {by !== "" && (
        <>
          {" · "}
          <FormattedMessage id="intake.choice.by" values={{ who: <Person code={by} /> }} />
        </>
      )}
    </>
  );
}

function Person({ code }: { code: string }) {
  const { people } = useFormPlace();
  return <Name>{people.find((one) => one.code === code)?.words ?? code}</Name>;
}
