// What waits for somebody: each folder offers its own questions, as plain data in its work.ts, and the folder `work` asks
// those to which the actor has the right, all in one statement.
import type { RawBuilder } from "kysely";
import type { Space } from "./space.ts";

/** What a question may refer to. */
export interface WorkAsked {
  readonly space: Space;
  /** Who asks, as the journal names her. */
  readonly actor: string;
  /** Today. */
  readonly day: string;
  /** In which an instant becomes a day. */
  readonly timeZone: string;
  /** From here on something is a change. */
  readonly since: Date;
  /**
   * A relation `(agreement_id uuid, role text)`: the agreements that lie where the actor holds a role. What she may see
   * for another reason is not hers to do.
   */
  readonly mine: RawBuilder<unknown>;
  /** The organisations for which she holds a role. */
  readonly organisations: readonly string[];
}

/** A question about what waits, is late or has changed. Seen are only rows that row-level security gives. */
export interface WorkQuestion {
  /** `<folder>.<what>` */
  readonly name: string;
  /** Who does not hold it anywhere is not asked. */
  readonly permission: string;
  /**
   * Selects `says` (the message that says what to do, `folder.key`), `params` (its values, a JSON object; a value may be
   * a `messageReference`), `urgency` (late, waiting, changed), `key` (the same entry keeps it), `reference`, `title`,
   * `title_ar`, `title_en` (of what it is about), `due_on` (a day), `at` (an instant: since when) and `place` (the
   * screen's address), in this order.
   */
  readonly rows: (asked: WorkAsked) => RawBuilder<unknown>;
}
