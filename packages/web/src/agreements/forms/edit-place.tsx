// Where the agreement stands: under what it counts, and what it leads to, renews or leans on.
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { FormattedMessage, useIntl } from "react-intl";
import { api, given } from "../../api/client.ts";
import type { Agreement } from "../../api/read.ts";
import { useRightsAt } from "../../api/rights.ts";
import { AddForm } from "../../form/add-form.tsx";
import { AskChoice, AskText } from "../../form/asked.tsx";
import { PickAgreement } from "../../form/picks.tsx";
import { RemoveButton } from "../../form/remove-button.tsx";
import { orNull } from "../../form/texts.ts";
import { useAfter } from "../../form/use-after.ts";
import { useForm } from "../../form/use-form.ts";
import { Name } from "../../language/figures.tsx";
import { Section } from "../section.tsx";
import { isFixed } from "./is-fixed.ts";

type Link = Agreement["links"][number];
const linkKinds = ["framework", "leads_to", "renews", "specifies", "refers_to", "leans_on"] as const;

export function EditPlace({ agreement }: { agreement: Agreement }) {
  const { may } = useRightsAt({ agreement: agreement.reference });
  const above = agreement.above.at(-1);
  return (
    <Section title={<FormattedMessage id="agreement.tree" />}>
      <p>
        {above ? (
          <FormattedMessage id="agreementForm.under" values={{ above: <Name>{above.title}</Name> }} />
        ) : (
          <FormattedMessage id="agreementForm.underNothing" />
        )}
      </p>
      {may("agreements.move") && <Move agreement={agreement} />}
      <Links agreement={agreement} />
      <AddLink agreement={agreement} />
    </Section>
  );
}

function Links({ agreement }: { agreement: Agreement }) {
  const intl = useIntl();
  const client = useQueryClient();
  const removal = useMutation({
    mutationFn: async ({ link, reason }: { link: Link; reason: string }) => {
      await given(
        api.POST("/api/v1/agreement-links/removal", {
          body: { from: agreement.reference, to: link.reference, kind: link.kind, reason },
        }),
      );
      await client.invalidateQueries();
    },
  });
  return (
    <ul className="row-list">
      {agreement.links.map((link) => {
        const how = intl.formatMessage({ id: `agreement.link.${link.kind}.${link.direction}` });
        return (
          <li key={`${link.kind} ${link.direction} ${link.id}`} className="part-row">
            <span>
              {how} <Name>{link.title}</Name>
            </span>
            {link.direction === "to" && !isFixed(agreement) && (
              <RemoveButton
                what={`${how} ${link.title}`}
                onRemove={(reason) => removal.mutateAsync({ link, reason })}
              />
            )}
          </li>
        );
      })}
    </ul>
  );
}

function AddLink({ agreement }: { agreement: Agreement }) {
  const intl = useIntl();
  const after = useAfter();
  const form = useForm({
    name: `link of ${agreement.reference}`,
    recorded: { texts: { kind: "", to: "" }, revision: null },
    check: ({ kind, to }) => ({
      ...(kind === "" && { kind: { id: "form.fault.needed" } }),
      ...(to === "" && { to: { id: "form.fault.needed" } }),
    }),
    about: { "agreements.link_to_itself": "to", "agreements.unknown": "to", "agreements.other_space": "to" },
    save: ({ kind, to }) =>
      given(
        api.POST("/api/v1/agreement-links", {
          body: { from: agreement.reference, to, kind: kind as Link["kind"] },
        }),
      ),
    onSaved: () => after(form),
  });
  return (
    <AddForm form={form} action={intl.formatMessage({ id: "agreementForm.addLink" })}>
      <AskChoice
        form={form}
        name="kind"
        isNeeded
        label="agreementForm.linkKind"
        options={linkKinds.map((value) => ({ value, id: `agreement.link.${value}.to` }))}
      />
      <PickAgreement form={form} name="to" space={agreement.space} isNeeded label="agreementForm.linkTo" />
    </AddForm>
  );
}

/** Moving recounts everything that counts under it: it says why, and past readings keep the tree as it was known. */
function Move({ agreement }: { agreement: Agreement }) {
  const intl = useIntl();
  const client = useQueryClient();
  const parent = agreement.parent ?? "";
  const form = useForm({
    name: `parent of ${agreement.reference}`,
    recorded: { texts: { parent, reason: "" }, revision: null },
    check: ({ reason }) => (reason.trim().length < 3 ? { reason: { id: "form.fault.needed" } } : {}),
    about: { "agreements.parent_cycle": "parent", "agreements.unknown": "parent" },
    save: (values) =>
      given(
        api.POST("/api/v1/agreements/{agreement}/move", {
          params: { path: { agreement: agreement.reference } },
          body: { parent: orNull(values.parent), reason: values.reason.trim() },
        }),
      ),
    onSaved: () => void client.invalidateQueries(),
  });
  return (
    <AddForm form={form} action={intl.formatMessage({ id: "agreementForm.move" })}>
      <PickAgreement
        form={form}
        name="parent"
        space={agreement.space}
        label="agreementForm.parent"
        why="agreementForm.move.why"
      />
      <AskText form={form} name="reason" isNeeded label="form.removeWhy" />
    </AddForm>
  );
}
