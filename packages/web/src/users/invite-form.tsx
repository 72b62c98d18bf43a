import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { FormattedMessage, useIntl } from "react-intl";
import { invitationLink, inviteUser } from "../api/account.ts";
import { ChoiceField, Form, TextField } from "../form/fields.tsx";
import { useLocale } from "../language/language-provider.tsx";
import { HandOver } from "./hand-over.tsx";
import { useLanguages } from "./languages.ts";

/** Opens an account; without a mail server its link is shown once, to be handed over. */
export function InviteForm({ byMail }: { byMail: boolean }) {
  const intl = useIntl();
  const client = useQueryClient();
  const languages = useLanguages();
  const [mail, setMail] = useState("");
  const [name, setName] = useState("");
  const [language, setLanguage] = useState<string>(useLocale());
  const inviting = useMutation({
    mutationFn: async () => {
      const spoken = language === "ar" || language === "en" ? language : "fr";
      const { user } = await inviteUser({ mail, name, language: spoken, send: byMail });
      return byMail ? null : (await invitationLink(user)).token;
    },
    onSuccess: () => {
      setMail("");
      setName("");
      return client.invalidateQueries({ queryKey: ["users"] });
    },
  });
  return (
    <details className="make">
      <summary>
        <FormattedMessage id="users.invite" />
      </summary>
      <Form
        onSend={() => inviting.mutate()}
        isSending={inviting.isPending}
        error={inviting.error}
        action={<FormattedMessage id={byMail ? "users.sendInvitation" : "users.makeInvitation"} />}
      >
        <TextField
          label={intl.formatMessage({ id: "account.mail" })}
          type="email"
          isNeeded
          value={mail}
          onChange={setMail}
        />
        <TextField
          label={<FormattedMessage id="users.name" />}
          why={<FormattedMessage id="users.nameWhy" />}
          most={120}
          isNeeded
          value={name}
          onChange={setName}
        />
        <ChoiceField
          label={<FormattedMessage id="users.language" />}
          value={language}
          onChange={setLanguage}
          options={languages}
        />
      </Form>
      {inviting.isSuccess && inviting.data === null && (
        <p className="done" role="status">
          <FormattedMessage id="users.invited" />
        </p>
      )}
      {inviting.data && (
        <HandOver text={`${location.origin}/set-password#${inviting.data}`} why="users.handOver" />
      )}
    </details>
  );
}
