// A text is opened for review: its file is kept at once, then it is read, and what the engine proposes waits for a person.
import { z } from "zod";
import {
  type Context,
  DomainError,
  defineAct,
  kernelErrors,
  keyText,
  lineText,
  partialDate,
  space,
  unstorableTexts,
  wholeText,
} from "../kernel/index.ts";
import { noDecisions } from "./decisions-format.ts";
import { type Draft, draft as draftFormat } from "./draft-format.ts";
import { draftErrors } from "./errors.ts";
import { getIntake } from "./get-intake.ts";
import { intakeInFull } from "./intake-format.ts";
import { changeIntake, insertIntake, intakeOf, removeUnread } from "./intake-store.ts";
import { measureReview } from "./measure-review.ts";

const published = partialDate.omit({ weekday: true });

const input = z.object({
  space,
  /** With its ending: .txt, .md, .html, .htm, .pdf or .docx; a pasted text is a .txt. */
  fileName: z.string().trim().min(1).max(255),
  contentBase64: z.base64().optional(),
  text: wholeText.optional(),
  /** As far as the person who opens it knows it. */
  publishedOn: published.nullish(),
});

/**
 * Opens a text. The same file again gives the same intake, in whatever state it is.
 * Three steps, each done when it is done: the file is kept; it is read, outside of any transaction; the draft is kept.
 * @throws `drafts.file_needed`, `drafts.reader_missing`, `drafts.draft_unreadable`, what the reader refuses
 */
export const openIntake = defineAct({
  name: "drafts.open_intake",
  permission: "drafts.review",
  scope: "somewhere",
  input,
  output: intakeInFull,
  opensItself: true,
  async run(ctx, given) {
    const { contentBase64, text, fileName } = given;
    if ((contentBase64 === undefined) === (text === undefined)) throw draftErrors.file_needed();
    const bytes =
      contentBase64 === undefined ? Buffer.from(text ?? "", "utf8") : Buffer.from(contentBase64, "base64");
    const hash = await ctx.files.put(bytes);
    const publishedOn = given.publishedOn ? { ...given.publishedOn, weekday: null } : null;
    const { id, state } = await keepIntake(ctx, { space: given.space, fileName, hash, publishedOn });
    if (state === "unread") await readKept(ctx, { id, bytes, fileName, publishedOn });
    return getIntake(ctx, { intake: id });
  },
});

/** The first step: the file has its place among the texts that wait. */
export const keepIntake = defineAct({
  name: "drafts.keep_intake",
  permission: "drafts.review",
  scope: "somewhere",
  input: z.object({ space, fileName: lineText, hash: keyText, publishedOn: partialDate.nullable() }),
  output: z.object({ id: z.uuid(), state: z.string() }),
  async run(ctx, given) {
    const { id, isNew } = await insertIntake(ctx, { ...given, id: ctx.ids.next(), decisions: noDecisions });
    await ctx.journal({ object: { kind: "intake", id }, after: { ...given, known: !isNew } });
    const { state } = await intakeOf(ctx.tx, id);
    return { id, state };
  },
});

interface Kept {
  readonly id: string;
  readonly bytes: Uint8Array;
  readonly fileName: string;
  readonly publishedOn: z.output<typeof partialDate> | null;
}

/** A file that gives no text is taken back, and the reader's sentence says why. */
async function readKept(ctx: Context, { id, bytes, fileName, publishedOn }: Kept): Promise<void> {
  if (!ctx.reader) throw draftErrors.reader_missing();
  try {
    const read = await ctx.reader.read({ bytes, name: fileName, publishedOn });
    const draft = checkedDraft(read.draft, fileName);
    const { words, pagesWithoutText } = read;
    await keepReading(ctx, {
      intake: id,
      draft,
      words: { ...words },
      pagesWithoutText: [...pagesWithoutText],
    });
  } catch (error) {
    if (error instanceof DomainError && error.status < 500) await dropIntake(ctx, { intake: id });
    throw error;
  }
}

/** The draft, if it is one and its text can be kept. @throws `drafts.draft_unreadable`, `kernel.text_unstorable` */
export function checkedDraft(given: unknown, file: string): Draft {
  const parsed = draftFormat.safeParse(given);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw draftErrors.draft_unreadable({ file, fault: `${issue?.path.join(".")}: ${issue?.message}` });
  }
  if (unstorableTexts(parsed.data).length > 0) throw kernelErrors.text_unstorable({ field: file });
  return parsed.data;
}

const saidInThree = z.object({ fr: z.string(), ar: z.string(), en: z.string() });

/** The last step: what the engine proposes, which never changes. */
export const keepReading = defineAct({
  name: "drafts.keep_reading",
  permission: "drafts.review",
  scope: "somewhere",
  input: z.object({
    intake: z.uuid(),
    draft: draftFormat,
    words: z.record(z.string(), saidInThree),
    pagesWithoutText: z.array(z.int()),
  }),
  output: z.object({ intake: z.uuid() }),
  async run(ctx, { intake: id, draft, words, pagesWithoutText }) {
    const intake = await intakeOf(ctx.tx, id);
    const measured = await measureReview(ctx, { ...intake, draft, words });
    await changeIntake(ctx, id, {
      ...{
        state: "open",
        draft,
        words,
        pages_without_text: pagesWithoutText,
        language: draft.source.language,
      },
      ...{ wanted: measured.wanted, decided: measured.decided },
    });
    await ctx.journal({ object: { kind: "intake", id }, after: { read: draft.source.sha256 } });
    return { intake: id };
  },
});

/** Takes back a file that turned out to give no text. */
export const dropIntake = defineAct({
  name: "drafts.drop_intake",
  permission: "drafts.review",
  scope: "somewhere",
  input: z.object({ intake: z.uuid() }),
  output: z.object({ intake: z.uuid() }),
  async run(ctx, { intake }) {
    await removeUnread(ctx, intake);
    await ctx.journal({
      object: { kind: "intake", id: intake },
      after: null,
      reason: "the file gives no text",
    });
    return { intake };
  },
});
