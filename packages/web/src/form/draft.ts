// What is written and not yet saved, kept in this browser for this user and this form: nothing is lost on reload.
import { namesOf, type Texts } from "./texts.ts";

export interface Draft<Name extends string> {
  readonly values: Texts<Name>;
  /** What was recorded when it was begun, and under which revision. */
  readonly beginning: Texts<Name>;
  readonly revision: number | null;
  readonly at: string;
}

const keyOf = (user: string, form: string) => `iltizam draft ${user} ${form}`;

/** A browser may refuse its store (a private window): then nothing is kept, and the form works all the same. */
function inStore<Result>(act: (store: Storage) => Result): Result | null {
  try {
    return act(window.localStorage);
  } catch {
    return null;
  }
}

export function findDraft<Name extends string>(
  user: string,
  form: string,
  fields: Texts<Name>,
): Draft<Name> | null {
  const text = inStore((store) => store.getItem(keyOf(user, form)));
  if (!text) return null;
  const draft = JSON.parse(text) as Draft<Name>;
  // a form whose fields have changed since is not the same form
  const fits = namesOf(fields).every((name) => typeof draft.values?.[name] === "string");
  return fits ? draft : null;
}

export function keepDraft<Name extends string>(user: string, form: string, draft: Draft<Name>): void {
  inStore((store) => store.setItem(keyOf(user, form), JSON.stringify(draft)));
}

export function dropDraft(user: string, form: string): void {
  inStore((store) => store.removeItem(keyOf(user, form)));
}
