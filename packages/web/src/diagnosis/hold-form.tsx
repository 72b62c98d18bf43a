// Who came to a workshop: a number for each sex and age band; nobody is named.
import { FormattedMessage, useIntl } from "react-intl";
import { type Diagnosis, holdWorkshop, type Workshop } from "../api/diagnoses.ts";
import { AddForm } from "../form/add-form.tsx";
import { AskText } from "../form/asked.tsx";
import { needed } from "../form/needed.ts";
import { wholeNumber } from "../form/texts.ts";
import { type FormState, useForm } from "../form/use-form.ts";
import { ageBands, bandWords, sexes } from "./count-attendance.ts";
import { useReadAnew } from "./use-after.ts";

const cells = ageBands.flatMap((ageBand) =>
  sexes.map((sex) => ({ sex, ageBand, name: `${sex} ${ageBand}` })),
);

function textsOf({ heldOn, plannedOn, attendance }: Workshop): Record<string, string> {
  const counted = new Map(attendance.map((cell) => [`${cell.sex} ${cell.ageBand}`, cell.headcount]));
  const numbers = cells.map(({ name }) => [name, String(counted.get(name) ?? "")]);
  return { on: heldOn ?? plannedOn, ...Object.fromEntries(numbers) };
}

interface HoldFormProps {
  readonly diagnosis: Diagnosis;
  readonly workshop: Workshop;
}

export function HoldForm({ diagnosis: { reference }, workshop }: HoldFormProps) {
  const intl = useIntl();
  const anew = useReadAnew(reference);
  const { number, heldOn } = workshop;
  const form = useForm<string, unknown>({
    name: `diagnosis hold ${reference} ${number} ${heldOn}`,
    recorded: { texts: textsOf(workshop), revision: null },
    check: (values) => ({
      ...needed(values, "on"),
      ...(cells.every(({ name }) => !wholeNumber(values[name] ?? "")) && {
        [cells[0]?.name ?? ""]: { id: "diagnosis.fault.nobody" },
      }),
    }),
    about: { "diagnosis.held_in_future": "on" },
    save: (values) =>
      holdWorkshop(reference, number, {
        on: values.on ?? "",
        attendance: cells.flatMap(({ sex, ageBand, name }) => {
          const headcount = wholeNumber(values[name] ?? "");
          return headcount ? [{ sex, ageBand, headcount }] : [];
        }),
      }),
    onSaved: () => void anew(),
  });
  const action = intl.formatMessage({ id: heldOn ? "diagnosis.countAnew" : "diagnosis.hold" }, { number });
  return (
    <AddForm form={form} action={action}>
      <AskText form={form} name="on" type="date" isNeeded label="diagnosis.form.held" />
      <CountGrid form={form} />
    </AddForm>
  );
}

function CountGrid({ form }: { form: FormState<string> }) {
  const intl = useIntl();
  const fault = cells.map(({ name }) => form.faultOf(name)).find(Boolean);
  const say = (id: string) => intl.formatMessage({ id });
  return (
    <fieldset className="count-grid">
      <legend>
        <FormattedMessage id="diagnosis.form.attendance" />
      </legend>
      <p className="small muted">
        <FormattedMessage id="diagnosis.form.attendance.why" />
      </p>
      <table>
        <thead>
          <tr>
            <td />
            {sexes.map((sex) => (
              <th key={sex} scope="col" className="small">
                {say(`diagnosis.sex.${sex}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {ageBands.map((band) => (
            <tr key={band}>
              <th scope="row" className="small">
                {say(bandWords(band))}
              </th>
              {sexes.map((sex) => {
                const name = `${sex} ${band}`;
                return (
                  <td key={sex}>
                    <input
                      className="field"
                      inputMode="numeric"
                      dir="ltr"
                      autoComplete="off"
                      maxLength={6}
                      aria-label={`${say(`diagnosis.sex.${sex}`)}, ${say(bandWords(band))}`}
                      aria-invalid={form.faultOf(name) ? true : undefined}
                      value={form.values[name] ?? ""}
                      onBlur={() => form.leave(name)}
                      onChange={({ target }) => form.set(name, target.value)}
                    />
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
      {fault && <p className="field-fault">{fault}</p>}
    </fieldset>
  );
}
