import type { Draft } from "./draft.ts";
import { type Making, makeValue } from "./make-value.ts";
import type { Field, Operation } from "./read-api.ts";

/** A request as the API's document would have it. */
export function makeDraft(making: Making, operation: Operation): Draft {
  const { chance } = making;
  const share = chance.pick([0.2, 0.6, 1]);
  const filled = ({ name, schema }: Field) => [name, inAddress(makeValue(making, schema, name))] as const;
  const asked = operation.inQuery.filter(({ required }) => required || chance.happens(share));
  const body = operation.body && makeValue(making, operation.body, "body");
  return {
    ...{ operation, method: operation.method },
    inPath: Object.fromEntries(operation.inPath.map(filled)),
    inQuery: asked.flatMap((field) => {
      const [name, value] = filled(field);
      return value === "" ? [] : [[name, value] as const];
    }),
    body: body ?? (operation.method === "GET" ? undefined : {}),
    headers: {},
  };
}

function inAddress(value: unknown): string {
  if (Array.isArray(value)) return inAddress(value[0] ?? "");
  return value === null ? "" : typeof value === "string" ? value : JSON.stringify(value);
}
