// One application on an assessor's desk: what it says, and a mark with a reason for each criterion.
import { useQueryClient } from "@tanstack/react-query";
import { FormattedMessage, useIntl } from "react-intl";
import { markApplication, type Scoring, type ToJudge } from "../api/calls.ts";
import type { Space } from "../app/address.ts";
import { TextField } from "../form/fields.tsx";
import { FormShell } from "../form/form-shell.tsx";
import { wholeNumber } from "../form/texts.ts";
import { type Faults, type FormState, useForm } from "../form/use-form.ts";
import { Money, Name } from "../language/figures.tsx";
import { Promises } from "./application-words.tsx";
import { useCallLabel } from "./call-words.tsx";

interface JudgeProps {
  readonly desk: Scoring;
  readonly application: ToJudge;
  readonly space: Space;
}

export function JudgeForm({ desk, application, space }: JudgeProps) {
  const { title, organisation, receipt, summary, asked, own, interest, marks } = application;
  const isDone = marks.length === desk.criteria.length;
  return (
    <details className="judge" open={!isDone && interest === null}>
      <summary>
        <Name>{title}</Name>
        <span className="small muted">
          {" · "}
          <Name>{organisation}</Name>
          {" · "}
          <bdi>{receipt}</bdi>
        </span>
        <span className={isDone || interest !== null ? "small muted" : "small attention"}>
          {" · "}
          <FormattedMessage
            id={interest === null ? "calls.criteriaMarked" : "calls.hasInterest"}
            values={{ marked: marks.length, of: desk.criteria.length }}
          />
        </span>
      </summary>
      {interest === null ? (
        <>
          {summary && (
            <p className="call-purpose" dir="auto">
              {summary}
            </p>
          )}
          <p className="small">
            <FormattedMessage
              id="calls.askedAndOwn"
              values={{
                asked: <Money amount={asked} currency={desk.currency} />,
                own: <Money amount={own} currency={desk.currency} />,
              }}
            />
          </p>
          <Promises application={{ promises: application.promises, space }} />
          <Marks desk={desk} application={application} />
        </>
      ) : (
        <p dir="auto">{interest}</p>
      )}
    </details>
  );
}

/** The fields of a criterion: its mark and why. */
const fieldsOf = (number: number) => [`mark${number}`, `reason${number}`] as const;
type Field = ReturnType<typeof fieldsOf>[number];
type Texts = Readonly<Record<Field, string>>;

function useMarks({ desk, application }: Omit<JudgeProps, "space">) {
  const client = useQueryClient();
  const recorded = Object.fromEntries(
    desk.criteria.flatMap(({ number }) => {
      const given = application.marks.find(({ criterion }) => criterion === number);
      const [mark, reason] = fieldsOf(number);
      return [
        [mark, given ? String(given.mark) : ""],
        [reason, given?.reason ?? ""],
      ];
    }),
  ) as Texts;
  return useForm<Field, unknown>({
    name: `marks of ${application.id}`,
    recorded: { texts: recorded, revision: null },
    check: (values) => faultsOf(desk, values),
    save: (values) =>
      markApplication(
        application.id,
        desk.criteria.map(({ number }) => {
          const [mark, reason] = fieldsOf(number);
          return {
            criterion: number,
            mark: wholeNumber(values[mark] ?? "") ?? 0,
            reason: (values[reason] ?? "").trim(),
          };
        }),
      ),
    onSaved: () => void client.invalidateQueries({ queryKey: ["call", desk.call] }),
  });
}

function faultsOf(desk: Scoring, values: Texts): Faults<Field> {
  const faults = desk.criteria.flatMap(({ number, scale }) => {
    const [mark, reason] = fieldsOf(number);
    const given = wholeNumber(values[mark] ?? "");
    return [
      given === null || given > scale ? [[mark, { id: "calls.fault.mark", values: { scale } }]] : [],
      (values[reason] ?? "").trim().length < 3 ? [[reason, { id: "form.fault.needed" }]] : [],
    ].flat();
  });
  return Object.fromEntries(faults) as Faults<Field>;
}

function Marks({ desk, application }: Omit<JudgeProps, "space">) {
  const intl = useIntl();
  const labelOf = useCallLabel();
  const form = useMarks({ desk, application });
  const action = intl.formatMessage({ id: "calls.saveMarks" });
  if (desk.handedInAt !== null) return <Given desk={desk} application={application} />;
  return (
    <FormShell
      form={form}
      label={`${action} · ${application.receipt}`}
      action={action}
      isSmall
      nameOf={(name) => name}
    >
      {desk.criteria.map((one) => (
        <fieldset key={one.number} className="judge-criterion">
          <legend>
            <Name>{labelOf(one)}</Name>{" "}
            <span className="small muted">
              <FormattedMessage id="calls.percent" values={{ percent: one.weight }} />
            </span>
          </legend>
          <MarkFields form={form} number={one.number} scale={one.scale} />
        </fieldset>
      ))}
    </FormShell>
  );
}

function MarkFields({ form, number, scale }: { form: FormState<Field>; number: number; scale: number }) {
  const [mark, reason] = fieldsOf(number);
  const about = (name: Field) => ({
    value: form.values[name] ?? "",
    onChange: (text: string) => form.set(name, text),
    onLeave: () => form.leave(name),
    ...(form.faultOf(name) !== undefined && { fault: form.faultOf(name) ?? "" }),
    isNeeded: true,
  });
  return (
    <div className="judge-fields">
      <TextField
        {...about(mark)}
        type="number"
        least={0}
        label={<FormattedMessage id="calls.markOutOf" values={{ scale }} />}
      />
      <TextField
        {...about(reason)}
        lines={2}
        most={4000}
        label={<FormattedMessage id="calls.markReason" />}
      />
    </div>
  );
}

function Given({ desk, application }: Omit<JudgeProps, "space">) {
  const labelOf = useCallLabel();
  return (
    <ul className="row-list small">
      {desk.criteria.map((one) => {
        const given = application.marks.find(({ criterion }) => criterion === one.number);
        return (
          <li key={one.number}>
            <Name>{labelOf(one)}</Name> · <bdi>{given ? `${given.mark}/${one.scale}` : "–"}</bdi>
            <p dir="auto">{given?.reason}</p>
          </li>
        );
      })}
    </ul>
  );
}
