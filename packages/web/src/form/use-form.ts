// The state of one form: what is written, what was recorded when it was begun, what is wrong where, what somebody else
// changed meanwhile. Nothing is lost on reload, and nothing is laid over what another one saved.
import { useQuery } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { useIntl } from "react-intl";
import { me } from "../api/account.ts";
import { Refused } from "../api/refused.ts";
import { type BodyRules, type Fault, faultOfText } from "./check-body.ts";
import { type Draft, dropDraft, findDraft, keepDraft } from "./draft.ts";
import { changedNames, type Difference, mergeTexts, namesOf, type Texts, withTypedSince } from "./texts.ts";

/** What is recorded, and under which revision; a form for something new has none. */
export interface Recorded<Name extends string> {
  readonly texts: Texts<Name>;
  readonly revision: number | null;
}

export type Faults<Name extends string> = Partial<Record<Name, Fault>>;

export interface FormPlan<Name extends string, Result> {
  /** The kind of form and its object: drafts are kept under it. */
  readonly name: string;
  readonly recorded: Recorded<Name>;
  readonly rules?: BodyRules;
  /** What no field can tell by itself: a period that goes backwards. */
  readonly check?: (values: Texts<NoInfer<Name>>) => Faults<NoInfer<Name>>;
  /** Which field a refusal of the server is about, by its code. */
  readonly about?: Readonly<Record<string, NoInfer<Name>>>;
  readonly save: (
    values: Texts<NoInfer<Name>>,
    changed: readonly NoInfer<Name>[],
    revision: number,
  ) => Promise<Result>;
  /** What is recorded now, asked when somebody else has saved meanwhile. */
  readonly readAgain?: () => Promise<Recorded<NoInfer<Name>>>;
  /** Of what is edited: the revision under which it stands now. */
  readonly revisionOf?: (result: Result) => number;
  /** Until what it promises is done, as going on to the next screen, the form is not sent again. */
  readonly onSaved?: (result: Result, before: Texts<NoInfer<Name>>) => void;
}

export interface Meanwhile<Name extends string> {
  readonly theirs: Recorded<Name>;
  readonly toChoose: readonly Difference<Name>[];
  readonly taken: readonly Difference<Name>[];
}

export interface FormState<Name extends string> {
  readonly values: Texts<Name>;
  readonly set: (name: Name, text: string) => void;
  /** Several fields at once. */
  readonly setAll: (texts: Partial<Texts<Name>>) => void;
  readonly leave: (name: Name) => void;
  /** The sentence beside the field, in the user's language. */
  readonly faultOf: (name: Name) => string | undefined;
  readonly isNeeded: (name: Name) => boolean;
  readonly most: (name: Name) => number | undefined;
  readonly isChanged: boolean;
  /** Whether leaving now would lose something; known at once when it is saved, before anything is drawn again. */
  readonly isUnsaved: () => boolean;
  readonly isSending: boolean;
  readonly refusal: Error | null;
  /** When the draft that was found here was last written. */
  readonly restoredAt: string | null;
  readonly startAgain: () => void;
  readonly meanwhile: Meanwhile<Name> | null;
  /** Goes on with the texts chosen where both had changed a field. */
  readonly settle: (chosen: Partial<Texts<Name>>) => void;
  /** Sends the form; true when it is saved. */
  readonly send: () => Promise<boolean>;
}

interface Held<Name extends string> {
  readonly values: Texts<Name>;
  readonly beginning: Recorded<Name>;
  readonly restoredAt: string | null;
  readonly meanwhile: Meanwhile<Name> | null;
}

const editedMeanwhile = "kernel.edited_meanwhile";

export function useForm<Name extends string, Result>(plan: FormPlan<Name, Result>): FormState<Name> {
  const user = useQuery(me()).data?.id ?? "nobody";
  const [held, setHeld] = useState(() =>
    begin(plan.recorded, findDraft(user, plan.name, plan.recorded.texts)),
  );
  const [left, setLeft] = useState<ReadonlySet<Name>>(new Set());
  const { values, beginning } = held;
  const changed = changedNames(beginning.texts, values);
  const sending = useSending(plan, user, held, setHeld);
  const faults = useFaults(plan, values, sending.refusal);
  useKeptDraft(user, plan.name, held, changed.length > 0);
  useFresh(plan, held, changed.length > 0, setHeld);
  return {
    ...{ values, isChanged: changed.length > 0, restoredAt: held.restoredAt, meanwhile: held.meanwhile },
    ...{ isSending: sending.isSending, refusal: sending.refusal, isUnsaved: sending.isUnsaved },
    send: async () => {
      setLeft(new Set(namesOf(values)));
      if (namesOf(values).some((name) => faults.own(name) !== null)) return false;
      const isSaved = await sending.send(changed);
      if (isSaved) setLeft(new Set());
      return isSaved;
    },
    set: (name, text) => {
      setHeld((before) => ({ ...before, values: { ...before.values, [name]: text } }));
      sending.forget();
    },
    setAll: (texts) => setHeld((before) => ({ ...before, values: { ...before.values, ...texts } })),
    leave: (name) => setLeft((before) => new Set([...before, name])),
    faultOf: (name) => faults.said(name, left.has(name)),
    isNeeded: (name) => plan.rules?.[name]?.needed === true,
    most: (name) => plan.rules?.[name]?.maxLength,
    startAgain: () => {
      dropDraft(user, plan.name);
      setHeld(begin(plan.recorded, null));
      setLeft(new Set());
    },
    settle: (chosen) => setHeld((before) => settled(before, chosen)),
  };
}

type SetHeld<Name extends string> = (next: Held<Name> | ((before: Held<Name>) => Held<Name>)) => void;

/** Sends what is written; a refusal is kept to be said, and what somebody else saved meanwhile is read. */
function useSending<Name extends string, Result>(
  plan: FormPlan<Name, Result>,
  user: string,
  held: Held<Name>,
  setHeld: SetHeld<Name>,
) {
  const { values, beginning } = held;
  const [sent, setSent] = useState<{ isSending: boolean; refusal: Error | null }>(quiet);
  const unsaved = useRef(false);
  useEffect(() => {
    unsaved.current = changedNames(beginning.texts, values).length > 0;
  });
  const refused = async (error: unknown, from: Held<Name>, changed: readonly Name[]): Promise<boolean> => {
    const refusal = error instanceof Error ? error : new Error(String(error));
    const isStale = refusal instanceof Refused && refusal.code === editedMeanwhile;
    const theirs = isStale ? await plan.readAgain?.() : undefined;
    const met = theirs && meet(from, theirs);
    // what they saved is nothing that is asked here: it is sent again upon it
    if (met?.meanwhile === null && met.beginning.revision !== from.beginning.revision)
      return deliver(met, changed);
    if (theirs) setHeld((before) => meet(before, theirs));
    setSent({ isSending: false, refusal: met?.meanwhile ? null : refusal });
    return false;
  };
  const deliver = async (from: Held<Name>, changed: readonly Name[]): Promise<boolean> => {
    try {
      const result = await plan.save(from.values, changed, from.beginning.revision ?? 1);
      dropDraft(user, plan.name);
      unsaved.current = false;
      const revision = plan.revisionOf?.(result) ?? from.beginning.revision;
      setHeld((before) => ({
        values: withTypedSince(values, before.values, from.values),
        beginning: { texts: from.values, revision },
        ...{ restoredAt: null, meanwhile: null },
      }));
      await plan.onSaved?.(result, from.beginning.texts);
      setSent(quiet);
      return true;
    } catch (error) {
      return refused(error, from, changed);
    }
  };
  return {
    ...sent,
    isUnsaved: () => unsaved.current,
    forget: () => setSent((before) => (before.refusal ? quiet : before)),
    send: (changed: readonly Name[]): Promise<boolean> => {
      setSent({ isSending: true, refusal: null });
      return deliver(held, changed);
    },
  };
}

const quiet = { isSending: false, refusal: null };

function begin<Name extends string>(recorded: Recorded<Name>, draft: Draft<Name> | null): Held<Name> {
  if (draft === null)
    return { values: recorded.texts, beginning: recorded, restoredAt: null, meanwhile: null };
  const beginning = { texts: draft.beginning, revision: draft.revision };
  const held = { values: draft.values, beginning, restoredAt: draft.at, meanwhile: null };
  return draft.revision === recorded.revision ? held : meet(held, recorded);
}

/** Somebody else saved: what only she changed is taken, the rest is to be chosen; nothing is said when neither is so. */
function meet<Name extends string>(held: Held<Name>, theirs: Recorded<Name>): Held<Name> {
  const { merged, toChoose, taken } = mergeTexts(held.beginning.texts, held.values, theirs.texts);
  const meanwhile = toChoose.length + taken.length === 0 ? null : { theirs, toChoose, taken };
  return { ...held, values: merged, beginning: theirs, meanwhile };
}

function settled<Name extends string>(held: Held<Name>, chosen: Partial<Texts<Name>>): Held<Name> {
  return { ...held, values: { ...held.values, ...chosen }, meanwhile: null };
}

function useFaults<Name extends string, Result>(
  { rules, check, about }: FormPlan<Name, Result>,
  values: Texts<Name>,
  refusal: Error | null,
) {
  const intl = useIntl();
  const whole: Faults<Name> = check?.(values) ?? {};
  const own = (name: Name): Fault | null => faultOfText(rules?.[name], values[name]) ?? whole[name] ?? null;
  const told = (name: Name): string | undefined => {
    if (!(refusal instanceof Refused)) return undefined;
    if (about?.[refusal.code] === name) return refusal.message;
    // `changes.title` is the field `title` of the form
    return refusal.fields.find(({ field }) => field.split(".").includes(name))?.message;
  };
  return {
    own,
    said: (name: Name, isLeft: boolean) => {
      const fault = isLeft ? own(name) : null;
      return fault ? intl.formatMessage({ id: fault.id }, fault.values) : told(name);
    },
  };
}

function useKeptDraft<Name extends string>(user: string, form: string, held: Held<Name>, isChanged: boolean) {
  const { values, beginning } = held;
  useEffect(() => {
    if (!isChanged) return;
    const { texts, revision } = beginning;
    keepDraft(user, form, { values, beginning: texts, revision, at: new Date().toISOString() });
  }, [user, form, values, beginning, isChanged]);
}

/** What was read anew while nothing is written yet is shown; what is written is never taken away. */
function useFresh<Name extends string, Result>(
  { recorded }: FormPlan<Name, Result>,
  held: Held<Name>,
  isChanged: boolean,
  setHeld: (held: Held<Name>) => void,
) {
  const seen = useRef(recorded.revision);
  useEffect(() => {
    if (seen.current === recorded.revision) return;
    seen.current = recorded.revision;
    if (!isChanged && recorded.revision !== held.beginning.revision) setHeld(begin(recorded, null));
  });
}
