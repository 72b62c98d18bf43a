// The questions about an agreement that are the same for a new one and for one that is edited.
import type { Agreement } from "../../api/read.ts";
import type { Space } from "../../app/address.ts";
import { AskChoice, AskText } from "../../form/asked.tsx";
import { PickOrganisation, PickTerritory } from "../../form/picks.tsx";
import type { FormState } from "../../form/use-form.ts";
import { type EditName, typesOfKind } from "./agreement-texts.ts";

type Shared = Exclude<EditName, "signedOn" | "signedTerritoryId">;

interface QuestionsProps<Name extends string> {
  readonly form: FormState<Name | Shared>;
  readonly kind: Agreement["kind"];
  readonly space: Space;
}

export function TitleQuestions<Name extends string>({ form }: { form: FormState<Name | Shared> }) {
  const said = [
    ["title", true],
    ["titleAr", false],
    ["titleEn", false],
  ] as const;
  return (
    <>
      {said.map(([name, isNeeded]) => (
        <AskText
          key={name}
          form={form}
          name={name}
          isNeeded={isNeeded}
          label={`agreementForm.${name}`}
          why={isNeeded && "agreementForm.title.why"}
        />
      ))}
    </>
  );
}

export function TypeQuestions<Name extends string>({ form, kind }: Omit<QuestionsProps<Name>, "space">) {
  const types = typesOfKind[kind].map((value) => ({ value, id: `agreement.type.${value}` }));
  return (
    <>
      <AskChoice form={form} name="type" label="agreementForm.type" options={types} />
      {kind === "bundle" && (
        <AskText
          form={form}
          name="standsFor"
          digits
          label="agreementForm.standsFor"
          why="agreementForm.standsFor.why"
        />
      )}
    </>
  );
}

const competences = ["own", "shared", "own_and_shared", "transferred"] as const;

export function PlaceAndTimeQuestions<Name extends string>({ form, kind, space }: QuestionsProps<Name>) {
  const isPlan = kind === "programme" || kind === "plan";
  return (
    <>
      <AskText
        form={form}
        name="purpose"
        lines={3}
        label="agreementForm.purpose"
        why="agreementForm.purpose.why"
      />
      <PickTerritory
        form={form}
        name="territoryId"
        space={space}
        label="agreementForm.territoryId"
        why="agreementForm.territoryId.why"
      />
      <div className="question-pair">
        <AskText form={form} name="periodFrom" type="date" label="agreementForm.periodFrom" />
        <AskText form={form} name="periodTo" type="date" label="agreementForm.periodTo" />
      </div>
      <PickOrganisation
        form={form}
        name="leadOrganisation"
        space={space}
        label="agreementForm.leadOrganisation"
        why="agreementForm.leadOrganisation.why"
      />
      {isPlan && (
        <AskChoice
          form={form}
          name="competence"
          label="agreementForm.competence"
          options={competences.map((value) => ({ value, id: `agreementForm.competence.${value}` }))}
        />
      )}
    </>
  );
}
