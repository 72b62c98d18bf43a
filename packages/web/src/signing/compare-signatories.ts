// Who was announced to sign against who signed: a press list and a signed list often differ, and both are shown.
import type { Agreement } from "../api/read.ts";

type Party = Pick<
  Agreement["partiesInFull"][number],
  "reference" | "nameAtSignature" | "role" | "representatives"
>;
type Signature = Pick<
  Agreement["signatures"][number],
  "id" | "organisation" | "person" | "side" | "capacity" | "power" | "signedOn" | "place"
>;
export type Person = Party["representatives"][number];

export interface PartySigned<Signed extends Signature = Agreement["signatures"][number]> {
  readonly reference: string;
  readonly name: string;
  readonly signed: readonly Signed[];
  /** Announced, and not among those who signed. */
  readonly silent: readonly Person[];
  /** Who signed without having been announced, where somebody was. */
  readonly unannounced: readonly string[];
  /** The sides that nobody signed for, where the sides are told. */
  readonly sidesMissing: readonly ("political" | "administrative")[];
}

const sides = ["political", "administrative"] as const;

/** One row a party: parties that sign first, then those for which somebody signed all the same. */
export function compareSignatories<Signed extends Signature>(
  parties: readonly Party[],
  signatures: readonly Signed[],
): PartySigned<Signed>[] {
  const wanted = parties.filter(
    ({ role, reference }) =>
      role === "signatory" || signatures.some(({ organisation }) => organisation === reference),
  );
  const once = wanted.filter(
    ({ reference }, at) => wanted.findIndex((one) => one.reference === reference) === at,
  );
  return once.map(({ reference, nameAtSignature: name }) => {
    const announced = parties.flatMap((one) => (one.reference === reference ? one.representatives : []));
    const signed = signatures.filter(({ organisation }) => organisation === reference);
    const has = (id: string) => signed.some(({ person }) => person.id === id);
    const told = signed.some(({ side }) => side !== null);
    return {
      ...{ reference, name, signed },
      silent: announced.filter(({ id }) => !has(id)),
      unannounced:
        announced.length === 0
          ? []
          : signed.filter(({ person }) => !announced.some(({ id }) => id === person.id)).map(({ id }) => id),
      sidesMissing: told ? sides.filter((side) => !signed.some((one) => one.side === side)) : [],
    };
  });
}
