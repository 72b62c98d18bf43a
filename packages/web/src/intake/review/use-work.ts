// The work on one text: its decisions with undo, what is selected, which form is open.
import { useQuery } from "@tanstack/react-query";
import { useMemo, useState, useSyncExternalStore } from "react";
import { may, me } from "../../api/account.ts";
import { readIntake, saveDecisions } from "../ask.ts";
import { arrange, type Group, itemsIn } from "../model/arrange.ts";
import { acceptanceOf, decisionsByKey, standingOf } from "../model/decide.ts";
import type { Intake, Item } from "../model/intake.ts";
import type { Act } from "./acts.tsx";
import { freshKey, openReview, type Review, type Snapshot } from "./open-review.ts";
import type { Editing, Work } from "./work.ts";

export interface ReviewWork extends Work {
  readonly review: Review;
  readonly snapshot: Snapshot;
  readonly groups: readonly Group[];
  /** Who may only read sees the same screen, without its acts. */
  readonly mayReview: boolean;
  readonly mayRecord: boolean;
}

/** Refusals are shown where the review says how it stands; nothing is left unhandled. */
const quietly = (asked: Promise<void>) => void asked.catch(() => undefined);

export function useReviewWork(intake: Intake): ReviewWork {
  const [review] = useState(() =>
    openReview(intake, {
      put: (revision, all) => saveDecisions(intake.id, revision, all),
      get: () => readIntake(intake.id),
    }),
  );
  const who = useQuery(me()).data;
  const mayReview = may(who, "drafts.review");
  const snapshot = useSyncExternalStore(review.subscribe, review.read);
  const [selected, select] = useState<string | null>(null);
  const [editing, edit] = useState<Editing | null>(null);
  const { items: given, draft, state } = snapshot.intake;
  const groups = useMemo(
    () => arrange(given, draft?.instruments.map(({ ref }) => ref) ?? []),
    [given, draft],
  );
  const items = useMemo(() => itemsIn(groups), [groups]);
  const byKey = useMemo(() => decisionsByKey(snapshot.decisions), [snapshot.decisions]);
  const act = (item: Item, one: Act) => {
    select(item.path);
    if (one === "change") return edit({ kind: "change", path: item.path });
    const own = byKey.get(item.path)?.decision;
    if (one === "refuse" && own === "added") return quietly(review.reconsider(item.path));
    const isPressed = own === (one === "accept" ? "accepted" : "refused") && standingOf(item, byKey) === own;
    if (isPressed) return quietly(review.reconsider(item.path));
    quietly(review.decide(one === "accept" ? acceptanceOf(item) : { path: item.path, decision: "refused" }));
  };
  return {
    ...{ review, snapshot, groups, items, selected, select, editing, edit, act },
    ...{ mayReview, mayRecord: may(who, "drafts.record") },
    isOver: state !== "open" || !mayReview,
    standing: (item) => standingOf(item, byKey),
    decisionAt: (key) => byKey.get(key),
    decide: (...all) => review.decide(...all),
    reconsider: (key) => quietly(review.reconsider(key)),
    add: (list, value) =>
      review.decide(
        list === "event"
          ? { path: list, decision: "changed", value }
          : { path: list, decision: "added", key: freshKey(snapshot.decisions, list), value },
      ),
  };
}
