// «Something is doubtful here»: what, two ways in which it may be read, why, and the words that say it.
import { FormattedMessage, useIntl } from "react-intl";
import { raiseDoubt } from "../api/doubts.ts";
import { useRightsAt } from "../api/rights.ts";
import type { Space } from "../app/address.ts";
import { AddForm } from "../form/add-form.tsx";
import { AskChoice, AskText } from "../form/asked.tsx";
import bodies from "../form/bodies.gen.json";
import { needed } from "../form/needed.ts";
import { useAfter } from "../form/use-after.ts";
import { useForm } from "../form/use-form.ts";

/** What the doubt may be about: the agreement, or one of its promises. */
export interface DoubtObject {
  readonly kind: "agreement" | "commitment";
  readonly id: string;
  readonly words: string;
}

interface RaiseDoubtProps {
  readonly space: Space;
  readonly agreement: string;
  /** The likeliest first. */
  readonly objects: readonly DoubtObject[];
  /** The words that are doubtful: chosen where there are several. */
  readonly passages: readonly { readonly id: string; readonly words: string }[];
}

const nothing = { object: "", passage: "", about: "", first: "", second: "", reason: "" };

function useDoubtForm({ space, objects, passages }: RaiseDoubtProps) {
  const after = useAfter();
  const likeliest = objects[0]?.id ?? "";
  const [only] = passages;
  const form = useForm({
    name: `doubt about ${likeliest} ${only?.id ?? ""}`,
    recorded: {
      texts: { ...nothing, object: likeliest, passage: passages.length === 1 ? (only?.id ?? "") : "" },
      revision: null,
    },
    rules: {
      ...{ about: bodies.raiseDoubt.about, reason: bodies.raiseDoubt.reason },
      ...{ first: reading, second: reading },
    },
    check: (values) => ({
      ...needed(values, "object", "about", "first", "second", "reason"),
      ...(values.first.trim() !== "" &&
        values.first.trim() === values.second.trim() && { second: { id: "doubts.fault.same" } }),
    }),
    save: ({ object, passage, about, first, second, reason }) =>
      raiseDoubt({
        ...{
          space,
          objectId: object,
          objectKind: objects.find(({ id }) => id === object)?.kind ?? "agreement",
        },
        ...{ about: about.trim(), readings: [first.trim(), second.trim()], reason: reason.trim() },
        passageIds: passage === "" ? [] : [passage],
      }),
    onSaved: () => after(form),
  });
  return form;
}

const reading = { type: "string", maxLength: 1000 };

export function RaiseDoubt(props: RaiseDoubtProps) {
  const { may } = useRightsAt({ agreement: props.agreement });
  // what the form begins with must be known before it is drawn
  if (!may("sources.record") || props.objects.length === 0) return null;
  return <DoubtForm {...props} />;
}

function DoubtForm(props: RaiseDoubtProps) {
  const intl = useIntl();
  const form = useDoubtForm(props);
  const { objects, passages } = props;
  return (
    <AddForm form={form} action={intl.formatMessage({ id: "doubts.raise" })}>
      {objects.length > 1 && (
        <AskChoice
          form={form}
          name="object"
          isNeeded
          label="doubts.object"
          options={objects.map(({ id, words }) => ({ value: id, words }))}
        />
      )}
      {passages.length > 1 && (
        <AskChoice
          form={form}
          name="passage"
          label="doubts.passage"
          options={passages.map(({ id, words }) => ({ value: id, words }))}
        />
      )}
      <AskText form={form} name="about" isNeeded label="doubts.about" why="doubts.about.why" />
      {(["first", "second"] as const).map((name) => (
        <AskText
          key={name}
          form={form}
          name={name}
          lines={2}
          isNeeded
          label={<FormattedMessage id={`doubts.${name}`} />}
        />
      ))}
      <AskText form={form} name="reason" lines={2} isNeeded label="doubts.reason" why="doubts.reason.why" />
    </AddForm>
  );
}
