// Organisations without an account that were invited to answer the call: what each made of it, and a way to invite one more.
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { FormattedMessage, useIntl } from "react-intl";
import { Section } from "../agreements/section.tsx";
import { me } from "../api/account.ts";
import { type Call, type Invitation, invitationLink, invitations, inviteApplicant } from "../api/calls.ts";
import { useOrganisationName } from "../api/organisations.ts";
import { useRightsAt } from "../api/rights.ts";
import { Failure } from "../app/failure.tsx";
import { AskChoice } from "../form/asked.tsx";
import { Refusal } from "../form/fields.tsx";
import { FormShell } from "../form/form-shell.tsx";
import { needed } from "../form/needed.ts";
import { PickOrganisation } from "../form/picks.tsx";
import { useForm } from "../form/use-form.ts";
import { Instant, Name } from "../language/figures.tsx";
import { useLocale } from "../language/language-provider.tsx";
import { HandOver } from "../users/hand-over.tsx";
import { useLanguages } from "../users/languages.ts";

export function InvitationsSection({ call }: { call: Call }) {
  const { may } = useRightsAt({ call: call.reference });
  const { data, error, refetch } = useQuery(invitations(call.reference));
  const invites = may("calls.prepare") && call.state === "open";
  if (error) return <Failure error={error} reset={() => void refetch()} />;
  if (!data || (data.invitations.length === 0 && !invites)) return null;
  return (
    <Section anchor="invitations" title={<FormattedMessage id="calls.invitations" />}>
      {data.invitations.length === 0 && (
        <p className="muted">
          <FormattedMessage id="calls.noInvitation" />
        </p>
      )}
      <ul className="row-list small">
        {data.invitations.map((one) => (
          <li key={one.id}>
            <OneInvitation call={call} invitation={one} invites={invites} />
          </li>
        ))}
      </ul>
      {invites && <InviteForm call={call} />}
    </Section>
  );
}

interface OneProps {
  readonly call: Call;
  readonly invitation: Invitation;
  readonly invites: boolean;
}

function OneInvitation({ call, invitation, invites }: OneProps) {
  const nameOf = useOrganisationName(call.space);
  const linking = useMutation({ mutationFn: () => invitationLink(invitation.id) });
  const { organisation, byMail, invitedAt, application } = invitation;
  return (
    <>
      <p>
        <Link to="/partners/$reference" params={{ reference: organisation.reference }}>
          <Name>{nameOf(organisation)}</Name>
        </Link>
        {" · "}
        <FormattedMessage
          id={byMail ? "calls.invitedByMail" : "calls.invitedByHand"}
          values={{ at: <Instant value={invitedAt} /> }}
        />
        {" · "}
        <span className={application === null ? "muted" : undefined}>
          <FormattedMessage id={`calls.invitation.${application ?? "nothing"}`} />
        </span>
        {invites && application !== "submitted" && (
          <>
            {" · "}
            <button type="button" className="plain-button not-printed" onClick={() => linking.mutate()}>
              <FormattedMessage id="partner.newLink" />
            </button>
          </>
        )}
      </p>
      <Refusal error={linking.error} />
      {linking.data && (
        <HandOver text={`${location.origin}/open#${linking.data.token}`} why="calls.handOver" />
      )}
    </>
  );
}

type Asked = "organisation" | "language" | "way";

/** By mail where the installation sends any and the reader wants it; else the link is shown to be handed over. */
function useInviting(call: Call) {
  const client = useQueryClient();
  const byMail = useQuery(me()).data?.ways.mail === true;
  const [made, setMade] = useState<{ token: string | null } | null>(null);
  const form = useForm<Asked, { token: string | null }>({
    name: `invitation to ${call.reference}`,
    recorded: {
      texts: { organisation: "", language: useLocale(), way: byMail ? "mail" : "hand" },
      revision: null,
    },
    check: (values) => needed(values, "organisation"),
    about: {
      "organisations.unknown": "organisation",
      "calls.not_yours": "organisation",
      "calls.no_mail": "way",
    },
    save: async ({ organisation, language, way }) => {
      const spoken = language === "ar" || language === "en" ? language : "fr";
      const send = way === "mail";
      const { invitation } = await inviteApplicant(call.reference, { organisation, language: spoken, send });
      return { token: send ? null : (await invitationLink(invitation)).token };
    },
    onSaved: async (result) => {
      setMade(result);
      form.startAgain();
      await client.invalidateQueries({ queryKey: ["call", call.reference, "invitations"] });
    },
  });
  return { form, byMail, made };
}

function InviteForm({ call }: { call: Call }) {
  const intl = useIntl();
  const languages = useLanguages();
  const { form, byMail, made } = useInviting(call);
  const action = intl.formatMessage({ id: "calls.invite" });
  const ways = byMail ? (["mail", "hand"] as const) : (["hand"] as const);
  return (
    <details className="make not-printed">
      <summary>{action}</summary>
      <p className="small muted">
        <FormattedMessage id="calls.invite.why" />
      </p>
      <FormShell
        form={form}
        isSmall
        label={action}
        action={action}
        nameOf={(name) => <FormattedMessage id={`calls.invite.${name}`} />}
      >
        <PickOrganisation
          form={form}
          name="organisation"
          space={call.space}
          label={<FormattedMessage id="calls.invite.organisation" />}
          isNeeded
        />
        <AskChoice
          form={form}
          name="language"
          label={<FormattedMessage id="calls.invite.language" />}
          options={languages}
          isNeeded
        />
        <AskChoice
          form={form}
          name="way"
          label={<FormattedMessage id="calls.invite.way" />}
          options={ways.map((value) => ({ value, words: intl.formatMessage({ id: `calls.way.${value}` }) }))}
          isNeeded
        />
      </FormShell>
      {made?.token && <HandOver text={`${location.origin}/open#${made.token}`} why="calls.handOver" />}
      {made !== null && made.token === null && (
        <p className="done" role="status">
          <FormattedMessage id="calls.invited" />
        </p>
      )}
    </details>
  );
}
