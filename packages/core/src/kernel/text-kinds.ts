// How long a text may be that somebody types. Every text that an act or a query takes is one of these, a pattern, a
// format, or says its own end: `texts-have-an-end.test.ts` of the server asks them all.
import { z } from "zod";

/** A reference, a code, the name of a column: what something else is found by. */
export const keyText = z.string().max(120);
/** A name, a title, a clause: one line. */
export const lineText = z.string().max(300);
/** A reason, a wording, a decision: what is read at one glance. */
export const noteText = z.string().max(4_000);
/** A document's words. Bodies have an end before it (`bodyLimit`); files come in by the command line too. */
export const wholeText = z.string().max(5_000_000);
