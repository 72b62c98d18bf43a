// The workshops: planned, held with who came counted, and what was said there.
import { Link } from "@tanstack/react-router";
import { FormattedMessage, useIntl } from "react-intl";
import { Section } from "../agreements/section.tsx";
import { type Diagnosis, dropWorkshop, planWorkshop, type Workshop } from "../api/diagnoses.ts";
import { AddForm } from "../form/add-form.tsx";
import { AskChoice, AskText } from "../form/asked.tsx";
import bodies from "../form/bodies.gen.json";
import { needed } from "../form/needed.ts";
import { PickTerritory } from "../form/picks.tsx";
import { RemoveButton } from "../form/remove-button.tsx";
import { orNull } from "../form/texts.ts";
import { useForm } from "../form/use-form.ts";
import { Day, Name } from "../language/figures.tsx";
import { Attendance } from "./attendance.tsx";
import { HoldForm } from "./hold-form.tsx";
import { usePlaceName } from "./say.tsx";
import { useReadAnew } from "./use-after.ts";

const kinds = ["workshop", "round_table", "interviews", "site_visit"] as const;

export function WorkshopsSection({ diagnosis }: { diagnosis: Diagnosis }) {
  return (
    <Section
      anchor="workshops"
      title={<FormattedMessage id="diagnosis.workshops" />}
      note={<FormattedMessage id="diagnosis.workshopsNote" />}
    >
      {diagnosis.workshops.length === 0 && (
        <p className="muted">
          <FormattedMessage id="diagnosis.noWorkshop" />
        </p>
      )}
      <ul className="row-list">
        {diagnosis.workshops.map((workshop) => (
          <li key={workshop.number} id={`workshop-${workshop.number}`}>
            <OneWorkshop workshop={workshop} diagnosis={diagnosis} />
          </li>
        ))}
      </ul>
      {diagnosis.writable.includes("workshops") && <PlanForm diagnosis={diagnosis} />}
    </Section>
  );
}

interface OneProps {
  readonly workshop: Workshop;
  readonly diagnosis: Diagnosis;
}

function OneWorkshop({ workshop, diagnosis }: OneProps) {
  const placeOf = usePlaceName();
  const anew = useReadAnew(diagnosis.reference);
  const { number, kind, title, plannedOn, heldOn, territory, place, event, present, findings } = workshop;
  const where = [place, territory && placeOf(territory)].filter(Boolean).join(", ");
  const mayDrop = diagnosis.writable.includes("workshops") && findings.length === 0;
  return (
    <div className="workshop">
      <h3>
        <FormattedMessage id="diagnosis.workshopNumber" values={{ number }} /> <Name>{title}</Name>
      </h3>
      <p className="small muted">
        <FormattedMessage id={`diagnosis.kind.${kind}`} />
        {" · "}
        {heldOn ? (
          <FormattedMessage id="diagnosis.heldOn" values={{ day: <Day value={heldOn} /> }} />
        ) : (
          <FormattedMessage id="diagnosis.plannedOn" values={{ day: <Day value={plannedOn} /> }} />
        )}
        {where && (
          <>
            {" · "}
            <Name>{where}</Name>
          </>
        )}
        {event && (
          <>
            {" · "}
            <Link to="/events/$reference" params={{ reference: event.reference }}>
              <Name>{event.name ?? event.reference}</Name>
            </Link>
          </>
        )}
      </p>
      {heldOn && (
        <details className="small">
          <summary>
            <FormattedMessage id="diagnosis.came" values={{ count: present }} />
          </summary>
          <Attendance cells={workshop.attendance} />
        </details>
      )}
      <SaidThere workshop={workshop} diagnosis={diagnosis} />
      {diagnosis.writable.includes("attendance") && <HoldForm diagnosis={diagnosis} workshop={workshop} />}
      {mayDrop && (
        <RemoveButton
          what={title}
          onRemove={async (reason) => {
            await dropWorkshop(diagnosis.reference, number, reason);
            await anew();
          }}
        />
      )}
    </div>
  );
}

function SaidThere({ workshop: { findings: numbers, heldOn }, diagnosis: { findings } }: OneProps) {
  if (heldOn === null) return null;
  const said = findings.filter(({ number }) => numbers.includes(number));
  return (
    <details className="small">
      <summary>
        <FormattedMessage id="diagnosis.saidThere" values={{ count: said.length }} />
      </summary>
      <ul className="indented">
        {said.map(({ number, words, language }) => (
          <li key={number}>
            <a href={`#finding-${number}`}>
              <FormattedMessage id="diagnosis.findingNumber" values={{ number }} />
            </a>{" "}
            <Name lang={language}>{words}</Name>
          </li>
        ))}
      </ul>
    </details>
  );
}

function PlanForm({ diagnosis: { reference, space } }: { diagnosis: Diagnosis }) {
  const intl = useIntl();
  const anew = useReadAnew(reference);
  const empty = { kind: "workshop", title: "", on: "", territoryId: "", place: "", event: "" };
  const form = useForm({
    name: `diagnosis workshop ${reference}`,
    recorded: { texts: empty, revision: null },
    rules: bodies.planWorkshop,
    check: (values) => needed(values, "kind"),
    about: { "diagnosis.other_space": "event" },
    save: (values) =>
      planWorkshop(reference, {
        ...{ kind: kinds.find((one) => one === values.kind) ?? "workshop", title: values.title.trim() },
        ...{ on: values.on, territoryId: orNull(values.territoryId), place: orNull(values.place) },
        event: orNull(values.event),
      }),
    onSaved: () => {
      form.startAgain();
      void anew();
    },
  });
  return (
    <AddForm form={form} action={intl.formatMessage({ id: "diagnosis.planWorkshop" })}>
      <AskChoice
        form={form}
        name="kind"
        isNeeded
        label="diagnosis.form.kind"
        options={kinds.map((value) => ({ value, id: `diagnosis.kind.${value}` }))}
      />
      <AskText form={form} name="title" label="diagnosis.form.workshopTitle" />
      <AskText form={form} name="on" type="date" label="diagnosis.form.on" />
      <PickTerritory form={form} name="territoryId" space={space} label="diagnosis.form.where" />
      <AskText form={form} name="place" label="diagnosis.form.place" />
      <AskText
        form={form}
        name="event"
        direction="ltr"
        label="diagnosis.form.event"
        why="diagnosis.form.event.why"
      />
    </AddForm>
  );
}
