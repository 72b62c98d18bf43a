// One step of the life cycle: which act, from which day, why; refused, it says what is missing.
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useLayoutEffect, useRef, useState } from "react";
import { FormattedMessage, useIntl } from "react-intl";
import { Title, useActWords } from "../agreements/agreement-words.tsx";
import { type AgreementSummary, everyoneNext } from "../api/read.ts";
import { Failure } from "../app/failure.tsx";
import { Waiting } from "../app/waiting.tsx";
import { DayQuestion } from "../form/day-input.tsx";
import { Refusal } from "../form/fields.tsx";
import { MoveChoice } from "./move-choice.tsx";
import { doMove, type Move, movesOf, needsReason } from "./moves.ts";

interface MoveDialogProps {
  readonly agreement: AgreementSummary;
  readonly column: string | null;
  readonly onClose: () => void;
}

export function MoveDialog({ agreement, column, onClose }: MoveDialogProps) {
  const place = useRef<HTMLDialogElement>(null);
  const { data, error, refetch } = useQuery({ ...everyoneNext(agreement.reference), staleTime: 0 });
  useLayoutEffect(() => {
    const dialog = place.current;
    if (dialog && !dialog.open) dialog.showModal();
    return () => dialog?.close();
  }, []);
  const moves = movesOf(data).filter((move) => column === null || move.column === column);
  return (
    <dialog
      ref={place}
      className="move-dialog"
      aria-labelledby="move-title"
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <h2 id="move-title">
        <Title of={agreement} />
      </h2>
      {error && <Failure error={error} reset={() => void refetch()} />}
      {!data && !error && <Waiting lines={3} />}
      {data && moves.length === 0 && (
        <p>
          <FormattedMessage id={column === null ? "board.noMove" : "board.noMoveThere"} />
        </p>
      )}
      {data && moves.length > 0 && (
        <MoveForm reference={agreement.reference} moves={moves} onClose={onClose} />
      )}
      {moves.length === 0 && (
        <button type="button" className="button" onClick={onClose}>
          <FormattedMessage id="drawer.close" />
        </button>
      )}
    </dialog>
  );
}

interface MoveFormProps {
  readonly reference: string;
  readonly moves: readonly Move[];
  readonly onClose: () => void;
}

function MoveForm({ reference, moves, onClose }: MoveFormProps) {
  const intl = useIntl();
  const client = useQueryClient();
  const actWords = useActWords();
  const [act, setAct] = useState<Move["act"] | undefined>(moves.length === 1 ? moves[0]?.act : undefined);
  const chosen = moves.find((move) => move.act === act);
  const [on, setOn] = useState("");
  const [reason, setReason] = useState("");
  const [refusal, setRefusal] = useState<unknown>(null);
  const [isSending, setSending] = useState(false);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (act === undefined || isSending) return;
    setSending(true);
    try {
      await doMove(act, reference, { on, reason: reason.trim() });
      await client.invalidateQueries();
      onClose();
    } catch (error) {
      setRefusal(error);
      setSending(false);
    }
  };
  return (
    <form className="move-form" onSubmit={(event) => void submit(event)}>
      <MoveChoice moves={moves} chosen={act} onChoose={setAct} />
      <DayQuestion
        words={<FormattedMessage id="board.on" />}
        value={on}
        onChange={(day) => setOn(day ?? "")}
      />
      <label>
        <FormattedMessage id={act && needsReason.has(act) ? "board.reasonNeeded" : "board.reason"} />
        <textarea
          className="field"
          rows={2}
          required={act !== undefined && needsReason.has(act)}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      </label>
      {refusal !== null && (
        <Refusal error={refusal instanceof Error ? refusal : new Error(String(refusal))} />
      )}
      <div className="move-buttons">
        <button type="submit" className="button move-do" disabled={act === undefined || isSending}>
          {chosen ? actWords(chosen) : intl.formatMessage({ id: "board.move" })}
        </button>
        <button type="button" className="button" onClick={onClose}>
          <FormattedMessage id="board.cancel" />
        </button>
      </div>
    </form>
  );
}
