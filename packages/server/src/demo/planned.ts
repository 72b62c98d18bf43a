// What a scenario says of an agreement: values that the deeds read.
import type { AgreementKind, AgreementType, partyRole } from "@iltizam/core/agreements";
import type { z } from "zod";

/** How far the preparation comes. What follows an entry into force is each scenario's own tale. */
export type Reaches = "lead" | "drafting" | "verification" | "approved" | "signed" | "in_force";
/** An organisation with its role. */
export type Party = readonly [organisation: string, role: z.infer<typeof partyRole>];

export interface PlannedAgreement {
  readonly reference: string;
  readonly kind?: AgreementKind;
  readonly type: AgreementType;
  readonly title: string;
  readonly titleAr: string;
  readonly titleEn: string;
  readonly purpose?: string;
  readonly territory?: string;
  readonly parent?: string;
  readonly parties: readonly Party[];
  readonly from: string;
  readonly to: string | null;
  /** The day of the signature (of a programme: of its adoption), past or still wished for. */
  readonly signedOn: string;
  readonly reaches: Reaches;
  /** It was a lead before it was drafted. */
  readonly wasLead?: boolean;
  /** The page that the first signatory signed is kept too. */
  readonly isScanned?: boolean;
  readonly nextAction?: readonly [what: string, on: string];
  readonly promises?: readonly PlannedPromise[];
  readonly money?: readonly Money[];
  /** Of a bundle: for how many instruments it stands. */
  readonly standsFor?: number;
}

export interface PlannedPromise {
  /** Left out: best efforts, or an indicator that is still to be agreed. */
  readonly indicator?: string;
  readonly wording: string;
  /** Left out: no number. */
  readonly target?: number;
  readonly kind?: "result" | "best_efforts";
  readonly qualifier?: "exact" | "at_least" | "approximate";
  /** Null: no deadline in the text. */
  readonly deadline: string | null;
  /** That of the agreement when left out. */
  readonly from?: string | null;
  readonly to?: string | null;
  readonly owedBy?: string;
  readonly populations?: readonly string[];
  readonly milieu?: "urban" | "rural";
  readonly territory?: string;
  /** Of residence the code of a place. */
  readonly eligibility?: readonly (readonly [rule: Rule, value: string])[];
  readonly responsible?: readonly (readonly [organisation: string, task: string])[];
  /** Parts of the target by province. */
  readonly byProvince?: Readonly<Record<string, number>>;
}
type Rule = "residence" | "age_from" | "age_to" | "sex" | "milieu" | "education_to" | "education_from";

export interface Money {
  readonly role: "total" | "contribution" | "line";
  /** Left out: nobody is named, the payer is unknown. */
  readonly by?: string;
  /** Millions of the simulated country's currency, which is written MAD. */
  readonly millions: string;
  readonly currency?: string;
  readonly inKind?: boolean;
  readonly purpose?: string;
  /** Amounts in whole units with their days. */
  readonly called?: readonly Movement[];
  readonly paid?: readonly Movement[];
  readonly justified?: readonly Movement[];
}
type Movement = readonly [amount: string, on: string];
