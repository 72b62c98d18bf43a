// An act is what somebody does: it validates its input, checks permission, applies the rule, writes, journals and
// queues its event, all in one transaction. Web, command line, import and jobs call the same act.
import type { z } from "zod";
import { authorise, authoriseJudge, authoriseSomewhere, may, type Scope, type ScopeOfAct } from "./actor.ts";
import { type Context, dbOf, nameActor } from "./context.ts";
import type { DatabaseTransaction, Db } from "./database.ts";
import { DomainError, kernelErrors } from "./errors.ts";
import { type JournalEntry, writeJournal } from "./journal.ts";
import { messageReference } from "./messages.ts";
import { type OutboxEvent, writeOutbox } from "./outbox.ts";
import { personalNumberOf } from "./personal-numbers.ts";
import { unstorableTexts } from "./storable-text.ts";

/** A context inside an act. */
export interface ActContext extends Context {
  readonly tx: Db;
  /** Writes the act's journal row; every act writes at least one. Returns the row's id. */
  journal(entry: JournalEntry): Promise<string>;
  /** Queues an event for the folders above; it leaves only if the act commits. */
  emit(event: OutboxEvent): Promise<void>;
  /** Checks the act's permission against the object it touches, once that is known. */
  authorise(scope: Scope): void;
}

export interface ActDefinition<Input extends z.ZodType, Output extends z.ZodType> {
  /** `<folder>.<verb>`, the name in the journal. */
  readonly name: string;
  readonly permission: string;
  readonly input: Input;
  readonly output: Output;
  readonly scope?: ScopeOfAct;
  /** The act judges a file: who has a part in it on a partner's side does not. */
  readonly judges?: true;
  /** The act looks for numbers of persons in what it is given, row by row, and says in which. */
  readonly looksForNumbers?: true;
  /** The statement that does the act writes its journal row too. */
  readonly journalsItself?: true;
  /**
   * The act is one statement that names the actor itself: no transaction is opened around it, which saves three trips to
   * the database where every tenth of a millisecond counts. Only for who holds the right everywhere: for anybody else the
   * object has to be found first, by what she may see.
   */
  readonly oneStatement?: true;
  /**
   * The act is several acts, each in a transaction of its own, with slow work between them that must hold none (a file is
   * kept, read, and what was read is kept): what is done stays done when it breaks off. They journal.
   */
  readonly opensItself?: true;
  readonly run: (ctx: ActContext, input: z.output<Input>) => Promise<z.output<Output>>;
}

/**
 * How an act or a query is called. A method's type, so that each one fits into a list of routes: whoever calls from
 * such a list passes what a request holds, and the schema reads it.
 */
export type Call<Input extends z.ZodType, Output extends z.ZodType> = {
  call(ctx: Context, input: z.input<Input>): Promise<z.output<Output>>;
}["call"];

export type Act<Input extends z.ZodType = z.ZodType, Output extends z.ZodType = z.ZodType> = Call<
  Input,
  Output
> & {
  readonly kind: "act";
  readonly actName: string;
  readonly permission: string;
  readonly input: Input;
  readonly output: Output;
};

/**
 * Reads the input by its schema.
 * @throws `kernel.input_invalid` with one `field: what would be accepted` per fault, `kernel.text_unstorable`,
 * `kernel.text_too_long` when nothing else is wrong
 */
export function readInput<Input extends z.ZodType>(schema: Input, input: unknown): z.output<Input> {
  const result = schema.safeParse(input);
  if (result.success) {
    const [field] = unstorableTexts(result.data);
    if (field !== undefined) throw kernelErrors.text_unstorable({ field: field || "input" });
    return result.data;
  }
  refuseLongText(result.error.issues);
  const faults = result.error.issues.map((issue) => `${issue.path.join(".") || "input"}: ${issue.message}`);
  throw kernelErrors.input_invalid({
    faults,
    fields: result.error.issues.map((issue) => issue.path.join(".")),
  });
}

function refuseLongText(issues: readonly z.core.$ZodIssue[]): void {
  const [first] = issues;
  if (first?.code !== "too_big" || first.origin !== "string") return;
  const fields = issues.map(({ path }) => path.join("."));
  if (issues.every(({ code }) => code === "too_big"))
    throw kernelErrors.text_too_long({ field: fields[0] || "input", most: Number(first.maximum), fields });
}

function refuseNumberOfPerson(value: unknown): void {
  const there = personalNumberOf(value);
  if (there === undefined) return;
  const { field, found } = there;
  throw kernelErrors.names_person({ field, found: messageReference("kernel", `number.${found}`) });
}

/** The last guard spoke: a row would have been written where the actor does not see (or the role has no right at all). */
const refusedByDatabase = (error: unknown) =>
  error instanceof Error && "code" in error && error.code === "42501" && !(error instanceof DomainError);

async function inTransaction<T>(ctx: Context, act: string, run: (tx: Db) => Promise<T>, oneStatement?: true) {
  if (ctx.transaction || oneStatement) return run(dbOf(ctx));
  return ctx.db.transaction().execute(async (tx: DatabaseTransaction) => {
    await nameActor(tx, ctx.actor, act);
    return run(tx);
  });
}

/**
 * Declares an act. The returned function runs in a transaction of its own, or inside the transaction of the act that
 * calls it (pass that act's `ctx`).
 */
export function defineAct<Input extends z.ZodType, Output extends z.ZodType>(
  definition: ActDefinition<Input, Output>,
): Act<Input, Output> {
  const { name, permission, input, output, scope = "anywhere" } = definition;
  const allow = definition.judges ? authoriseJudge : authorise;
  const act = async (ctx: Context, given: z.input<Input>) => {
    const value = readInput(input, given);
    // what an act inside an act records comes from a text or a file, not from somebody's hand
    if (ctx.transaction === undefined && !definition.looksForNumbers) refuseNumberOfPerson(value);
    if (scope === "anywhere") allow(ctx.actor, permission);
    else authoriseSomewhere(ctx.actor, permission);
    const { opensItself } = definition;
    const oneStatement =
      opensItself || (definition.oneStatement && may(ctx.actor, permission)) ? true : undefined;
    return inTransaction(
      ctx,
      name,
      async (tx) => {
        let journalled = definition.journalsItself === true || opensItself === true;
        const inner: ActContext = {
          ...ctx,
          tx,
          transaction: oneStatement ? ctx.transaction : tx,
          journal: (entry) => {
            journalled = true;
            return writeJournal(tx, ctx, name, entry);
          },
          emit: (event) => writeOutbox(tx, ctx, event),
          authorise: (where) => allow(ctx.actor, permission, where),
        };
        const result = await definition.run(inner, value).catch((error: unknown) => {
          throw refusedByDatabase(error)
            ? kernelErrors.not_allowed({ actor: ctx.actor.label, permission })
            : error;
        });
        if (!journalled) throw kernelErrors.act_without_journal({ act: name });
        return result;
      },
      oneStatement,
    );
  };
  return Object.assign(act, { kind: "act" as const, actName: name, permission, input, output });
}

/** Runs several acts in one transaction: all are done, or none. */
export function together<T>(ctx: Context, name: string, run: (ctx: Context) => Promise<T>): Promise<T> {
  return inTransaction(ctx, name, (tx) => run({ ...ctx, transaction: tx }));
}
