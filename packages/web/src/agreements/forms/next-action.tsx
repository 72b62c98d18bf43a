// What is to be done next and by which day; and, from a letter or a memorandum, the way to what follows it.
import { useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { FormattedMessage, useIntl } from "react-intl";
import { api, given } from "../../api/client.ts";
import type { Agreement } from "../../api/read.ts";
import { useShownSpace } from "../../app/shown-space.tsx";
import { AddForm } from "../../form/add-form.tsx";
import { AskText } from "../../form/asked.tsx";
import bodies from "../../form/bodies.gen.json";
import { orNull } from "../../form/texts.ts";
import { useForm } from "../../form/use-form.ts";
import { endedStates } from "../ended-states.ts";

const beginnings: ReadonlySet<Agreement["type"]> = new Set(["letter_of_intent", "mou"] as const);

export function NextAction({ agreement }: { agreement: Agreement }) {
  const { reference, state, type } = agreement;
  const inSpace = useShownSpace() === "simulated" ? { space: "simulated" as const } : {};
  if (endedStates.has(state)) return null;
  return (
    <>
      <NextActionForm agreement={agreement} />
      {(state === "lead" || beginnings.has(type)) && (
        <p>
          <Link
            to="/agreements/new"
            search={(before) => ({
              ...(before.lang && { lang: before.lang }),
              ...inSpace,
              ledToBy: reference,
            })}
            className="button"
          >
            <FormattedMessage id="agreementForm.openFollowing" />
          </Link>
        </p>
      )}
    </>
  );
}

function NextActionForm({
  agreement: { reference, nextAction, nextActionOn, revision },
}: {
  agreement: Agreement;
}) {
  const intl = useIntl();
  const client = useQueryClient();
  const form = useForm({
    name: `next action of ${reference}`,
    recorded: { texts: { nextAction: nextAction ?? "", on: nextActionOn ?? "" }, revision },
    rules: bodies.setNextAction,
    check: (values) =>
      values.on !== "" && values.nextAction.trim() === ""
        ? { nextAction: { id: "agreementForm.fault.nextAction" } }
        : {},
    save: (values) =>
      given(
        api.POST("/api/v1/agreements/{agreement}/next-action", {
          params: { path: { agreement: reference } },
          body: { nextAction: orNull(values.nextAction), on: orNull(values.on) },
        }),
      ),
    revisionOf: (saved) => saved.revision,
    onSaved: () => void client.invalidateQueries(),
  });
  const action = intl.formatMessage({
    id: nextAction === null ? "agreementForm.setNextAction" : "agreementForm.changeNextAction",
  });
  return (
    <AddForm form={form} action={action}>
      <AskText
        form={form}
        name="nextAction"
        label="agreementForm.nextAction"
        why="agreementForm.nextAction.emptied"
      />
      <AskText form={form} name="on" type="date" label="agreementForm.nextActionOn" />
    </AddForm>
  );
}
