// What is read and sent about who enters: signing in, one's own account, accounts of others, keys, one-time links.
import { queryOptions } from "@tanstack/react-query";
import { keepTimeZone } from "../app/today.ts";
import type { Got, Sent } from "./answers.ts";
import { api, given } from "./client.ts";

export type Me = Got<"/api/v1/me">;
export type Role = Me["roles"][number]["role"];
export type User = Got<"/api/v1/users">["users"][number];
export type HeldGrant = User["grants"][number];
export type ApiKey = Got<"/api/v1/api-keys">[number];
export type OwnSession = Got<"/api/v1/account/sessions">[number];
export type OwnRequest = Got<"/api/v1/own-request">;
export type GrantBody = Sent<"/api/v1/users/{user}/grants">;
export type KeyBody = Sent<"/api/v1/api-keys">;
export type AnswerBody = Sent<"/api/v1/own-request/answer">;

export const me = () => queryOptions({ queryKey: ["me"], queryFn: readMe, staleTime: 60_000 });

async function readMe(): Promise<Me> {
  const who = await given(api.GET("/api/v1/me"));
  keepTimeZone(who.timeZone);
  return who;
}

export const may = (who: Me | undefined, permission: string): boolean =>
  who?.permissions.some((one) => one === "*" || one === permission) === true;

export const signIn = (body: { mail: string; password: string }) =>
  given(api.POST("/api/v1/sign-in", { body }));
export const giveCode = (body: { step: string; code: string }) =>
  given(api.POST("/api/v1/sign-in/second-factor", { body }));
export const signOut = () => given(api.POST("/api/v1/sign-out", { body: {} as never }));
export const askReset = (mail: string) => given(api.POST("/api/v1/password-resets", { body: { mail } }));
export const setPassword = (body: { token: string; password: string }) =>
  given(api.POST("/api/v1/passwords", { body }));

export const passwordLink = (token: string) =>
  queryOptions({
    queryKey: ["password-link", token],
    queryFn: () => given(api.POST("/api/v1/password-links", { body: { token } })),
    retry: false,
  });

export const demoAccounts = () =>
  queryOptions({ queryKey: ["demo-accounts"], queryFn: () => given(api.GET("/api/v1/demo-accounts")) });
export const chooseDemoAccount = (user: string) =>
  given(api.POST("/api/v1/demo-accounts/{user}/choose", { params: { path: { user } } }));

export const account = () =>
  queryOptions({ queryKey: ["account"], queryFn: () => given(api.GET("/api/v1/account")) });
export const sessions = () =>
  queryOptions({ queryKey: ["sessions"], queryFn: () => given(api.GET("/api/v1/account/sessions")) });
export const endSession = (session: string) =>
  given(api.POST("/api/v1/account/sessions/{session}/end", { params: { path: { session } } }));
export const endOtherSessions = () =>
  given(api.POST("/api/v1/account/other-sessions/end", { body: {} as never }));
export const changePassword = (body: { password: string; newPassword: string }) =>
  given(api.POST("/api/v1/account/password", { body }));
export const beginSecondFactor = () =>
  given(api.POST("/api/v1/account/second-factor", { body: {} as never }));
export const confirmSecondFactor = (code: string) =>
  given(api.POST("/api/v1/account/second-factor/confirmation", { body: { code } }));
export const removeSecondFactor = (password: string) =>
  given(api.POST("/api/v1/account/second-factor/removal", { body: { password } }));
export const renewRecoveryCodes = (password: string) =>
  given(api.POST("/api/v1/account/recovery-codes", { body: { password } }));

export const users = (text: string, offset: number) =>
  queryOptions({
    queryKey: ["users", text, offset],
    queryFn: () => given(api.GET("/api/v1/users", { params: { query: { ...(text && { text }), offset } } })),
  });
export const inviteUser = (body: Sent<"/api/v1/users">) => given(api.POST("/api/v1/users", { body }));
export const inviteAgain = (user: string) =>
  given(api.POST("/api/v1/users/{user}/invitation", { params: { path: { user } } }));
export const invitationLink = (user: string) =>
  given(api.POST("/api/v1/users/{user}/invitation-link", { params: { path: { user } } }));
export const disableUser = (user: string) =>
  given(api.POST("/api/v1/users/{user}/disabled", { params: { path: { user } }, body: {} }));
export const dropFactor = (user: string, reason: string) =>
  given(
    api.POST("/api/v1/users/{user}/second-factor-dropped", { params: { path: { user } }, body: { reason } }),
  );
export const enableUser = (user: string) =>
  given(api.POST("/api/v1/users/{user}/enabled", { params: { path: { user } }, body: {} }));
export const grantRole = (user: string, body: GrantBody) =>
  given(api.POST("/api/v1/users/{user}/grants", { params: { path: { user } }, body }));
export const revokeRole = (grant: string) =>
  given(api.POST("/api/v1/grants/{grant}/revocation", { params: { path: { grant } }, body: {} }));

export const apiKeys = () =>
  queryOptions({ queryKey: ["api-keys"], queryFn: () => given(api.GET("/api/v1/api-keys")) });
export const makeApiKey = (body: KeyBody) => given(api.POST("/api/v1/api-keys", { body }));
export const revokeApiKey = (key: string) =>
  given(api.POST("/api/v1/api-keys/{key}/revocation", { params: { path: { key } }, body: {} }));

export const openLink = (token: string) => given(api.POST("/api/v1/access-links", { body: { token } }));
export const ownRequest = () =>
  queryOptions({
    queryKey: ["own-request"],
    queryFn: () => given(api.GET("/api/v1/own-request")),
    retry: false,
  });
export const answerRequest = (body: AnswerBody) => given(api.POST("/api/v1/own-request/answer", { body }));

export type DeclarationRequest = Got<"/api/v1/agreements/{agreement}/declaration-requests">[number];
export const requestsOf = (agreement: string) =>
  queryOptions({
    queryKey: ["declaration-requests", agreement],
    queryFn: () =>
      given(
        api.GET("/api/v1/agreements/{agreement}/declaration-requests", { params: { path: { agreement } } }),
      ),
  });
export const askDeclaration = (body: Sent<"/api/v1/declaration-requests">) =>
  given(api.POST("/api/v1/declaration-requests", { body }));
export const requestLink = (request: string) =>
  given(api.POST("/api/v1/declaration-requests/{request}/link", { params: { path: { request } } }));

export type Reminders = Got<"/api/v1/account/reminders">;
export const ownReminders = () =>
  queryOptions({ queryKey: ["reminders"], queryFn: () => given(api.GET("/api/v1/account/reminders")) });
export const setReminders = (body: Sent<"/api/v1/account/reminders">) =>
  given(api.POST("/api/v1/account/reminders", { body }));

export type CalendarAddress = Got<"/api/v1/account/calendar-addresses">[number];
export const calendarAddresses = () =>
  queryOptions({
    queryKey: ["calendar-addresses"],
    queryFn: () => given(api.GET("/api/v1/account/calendar-addresses")),
  });
export const makeCalendarAddress = (body: Sent<"/api/v1/account/calendar-addresses">) =>
  given(api.POST("/api/v1/account/calendar-addresses", { body }));
export const revokeCalendarAddress = (address: string) =>
  given(
    api.POST("/api/v1/account/calendar-addresses/{address}/revocation", { params: { path: { address } } }),
  );
