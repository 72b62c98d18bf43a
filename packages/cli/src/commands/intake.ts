import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { parseArgs } from "node:util";
import { DomainError, errorMessage } from "@iltizam/core/kernel";
import type { Draft, PartialDate } from "@iltizam/intake";
import { acceptedKinds, draftDocument, readDay, readingErrors } from "@iltizam/server/reading";
import { badUse, type Command, type Io } from "../command.ts";
import { type Say, sayIn } from "../say.ts";
import { draftTables } from "../tell-draft.ts";

export const command: Command = {
  name: "intake",
  summary: "Propose draft agreements from texts, each value with its passage; records nothing",
  usage: `iltizam intake FILE… [--json] [--published-on D]

  FILE               ${acceptedKinds.join(", ")}; in French, Arabic or English
  --json             one document iltizam-draft/1, an array for several files; { "file", "error" } for one not read
  --published-on D   when the texts were published, if known: 2018-12-15, 2018-12 or 2018
  Needs no database. Exit code 2 when a file cannot be read.`,
  async run(args, io) {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { json: { type: "boolean", default: false }, "published-on": { type: "string" } },
    });
    const say = sayIn();
    if (positionals.length === 0) {
      throw badUse(say("intake.file_missing", { accepted: acceptedKinds.join(", ") }));
    }
    const publishedOn = values["published-on"] === undefined ? undefined : readDay(values["published-on"]);
    const outcomes: Outcome[] = [];
    for (const path of positionals) outcomes.push(await propose(path, publishedOn, { io, say }));
    if (values.json) io.out(JSON.stringify(outcomes.length === 1 ? outcomes[0] : outcomes, null, 2));
    else tell(outcomes, { io, say });
    return outcomes.some(isRefused) ? 2 : 0;
  },
};

interface Refused {
  readonly file: string;
  readonly error: string;
}
interface Reader {
  readonly io: Io;
  readonly say: Say;
}
type Outcome = Draft | Refused;

const isRefused = (outcome: Outcome): outcome is Refused => "error" in outcome;

/** A draft names its file without the folder, so that the same file gives the same draft everywhere. */
async function propose(path: string, publishedOn: PartialDate | undefined, to: Reader): Promise<Outcome> {
  try {
    const { draft, pagesWithoutText } = await draftDocument(bytesOf(path), basename(path), {
      publishedOn,
      sayIn: to.say.locale,
    });
    if (pagesWithoutText.length > 0) {
      const values = { file: path, list: pagesWithoutText.join(", ") };
      to.io.err(to.say("intake.pages_without_text", values));
    }
    return draft;
  } catch (error) {
    return { file: path, error: sentenceOf(error, to.say) };
  }
}

function bytesOf(file: string): Uint8Array {
  try {
    return readFileSync(file);
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : undefined;
    if (code === "ENOENT" || code === "ENOTDIR") throw readingErrors.file_unknown({ file });
    if (code === "EISDIR") throw readingErrors.folder_given({ file });
    if (code === "EACCES" || code === "EPERM") throw readingErrors.file_closed({ file });
    throw error;
  }
}

/** Any other error is a fault of the program, and shown whole. */
function sentenceOf(error: unknown, say: Say): string {
  if (error instanceof DomainError) return errorMessage(say.locale, error);
  throw error;
}

function tell(outcomes: readonly Outcome[], { io, say }: Reader): void {
  for (const outcome of outcomes) {
    if (isRefused(outcome)) io.err(outcome.error);
    else io.out(draftTables(outcome, say, io.columns));
  }
}
