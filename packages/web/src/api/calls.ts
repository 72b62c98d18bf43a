// Calls for projects, the applications that they receive, their marks, and what was decided.
import { queryOptions } from "@tanstack/react-query";
import type { Space } from "../app/address.ts";
import type { Got, Sent } from "./answers.ts";
import { api, given } from "./client.ts";

export type ListedCall = Got<"/api/v1/calls">["calls"][number];
export type OpenListedCall = Got<"/api/v1/open-calls">["calls"][number];
export type Call = Got<"/api/v1/calls/{call}">;
export type OpenCall = Got<"/api/v1/open-calls/{call}">;
export type Applications = Got<"/api/v1/calls/{call}/applications">;
export type ListedApplication = Applications["applications"][number];
export type Application = Got<"/api/v1/applications/{application}">;
export type OwnListed = Got<"/api/v1/own-applications">["applications"][number];
export type OwnApplication = Got<"/api/v1/own-applications/{application}">;
export type MissingPart = ListedApplication["missing"][number];
export type Scoring = Got<"/api/v1/calls/{call}/scoring">;
export type ToJudge = Scoring["applications"][number];
export type Assessors = Got<"/api/v1/calls/{call}/assessors">;
export type Ranking = Got<"/api/v1/calls/{call}/ranking">;
export type RankedRow = Ranking["rows"][number];
export type TermsBody = Sent<"/api/v1/calls">["terms"];
export type ApplicationWords = Sent<"/api/v1/open-calls/{call}/application">["words"];
type Verdicts = Sent<"/api/v1/calls/{call}/decide">;
type Marks = Sent<"/api/v1/applications/{application}/marks">["marks"];

const of = (call: string) => ({ params: { path: { call } } });
const at = (application: string) => ({ params: { path: { application } } });

export const calls = (space: Space) =>
  queryOptions({
    queryKey: ["calls", space],
    queryFn: () => given(api.GET("/api/v1/calls", { params: { query: { space } } })),
  });
export const call = (reference: string) =>
  queryOptions({
    queryKey: ["call", reference],
    queryFn: () => given(api.GET("/api/v1/calls/{call}", of(reference))),
  });
export const applications = (reference: string) =>
  queryOptions({
    queryKey: ["call", reference, "applications"],
    queryFn: () => given(api.GET("/api/v1/calls/{call}/applications", of(reference))),
  });
export const assessors = (reference: string) =>
  queryOptions({
    queryKey: ["call", reference, "assessors"],
    queryFn: () => given(api.GET("/api/v1/calls/{call}/assessors", of(reference))),
  });
export const possibleAssessors = (reference: string) =>
  queryOptions({
    queryKey: ["call", reference, "possible assessors"],
    queryFn: () => given(api.GET("/api/v1/calls/{call}/possible-assessors", of(reference))),
  });
export const scoring = (reference: string) =>
  queryOptions({
    queryKey: ["call", reference, "scoring"],
    queryFn: () => given(api.GET("/api/v1/calls/{call}/scoring", of(reference))),
  });
export const ranking = (reference: string) =>
  queryOptions({
    queryKey: ["call", reference, "ranking"],
    queryFn: () => given(api.GET("/api/v1/calls/{call}/ranking", of(reference))),
    retry: false,
  });
export const application = (id: string) =>
  queryOptions({
    queryKey: ["application", id],
    queryFn: () => given(api.GET("/api/v1/applications/{application}", at(id))),
  });
/** What anybody reads: the calls that were opened and have no result yet. */
export const callNotices = () =>
  queryOptions({
    queryKey: ["calls", "notices"],
    queryFn: () => given(api.GET("/api/v1/call-notices")),
    staleTime: 60_000,
  });

export const openCalls = (space: Space) =>
  queryOptions({
    queryKey: ["open calls", space],
    queryFn: () => given(api.GET("/api/v1/open-calls", { params: { query: { space } } })),
  });
export const openCall = (reference: string) =>
  queryOptions({
    queryKey: ["open call", reference],
    queryFn: () => given(api.GET("/api/v1/open-calls/{call}", of(reference))),
  });
export const ownApplications = (space: Space) =>
  queryOptions({
    queryKey: ["own applications", space],
    queryFn: () => given(api.GET("/api/v1/own-applications", { params: { query: { space } } })),
  });
export const ownApplication = (id: string) =>
  queryOptions({
    queryKey: ["own application", id],
    queryFn: () => given(api.GET("/api/v1/own-applications/{application}", at(id))),
  });

export type Invitation = Got<"/api/v1/calls/{call}/invitations">["invitations"][number];
export const invitations = (reference: string) =>
  queryOptions({
    queryKey: ["call", reference, "invitations"],
    queryFn: () => given(api.GET("/api/v1/calls/{call}/invitations", of(reference))),
  });
/** To which call whoever came by a link is invited. */
export const ownInvitation = () =>
  queryOptions({
    queryKey: ["own invitation"],
    queryFn: () => given(api.GET("/api/v1/own-invitation")),
    retry: false,
  });

export const inviteApplicant = (call: string, body: Sent<"/api/v1/calls/{call}/invitations">) =>
  given(api.POST("/api/v1/calls/{call}/invitations", { ...of(call), body }));
export const invitationLink = (invitation: string) =>
  given(api.POST("/api/v1/call-invitations/{invitation}/link", { params: { path: { invitation } } }));
export const prepareCall = (body: Sent<"/api/v1/calls">) => given(api.POST("/api/v1/calls", { body }));
export const reviseCall = (call: string, body: Sent<"/api/v1/calls/{call}/terms">) =>
  given(api.POST("/api/v1/calls/{call}/terms", { ...of(call), body }));
export const extendCall = (call: string, closesOn: string, reason: string) =>
  given(api.POST("/api/v1/calls/{call}/closing-day", { ...of(call), body: { closesOn, reason } }));

/** The steps that need nothing but, sometimes, a reason. */
const steps = {
  open: (call: string, reason: string | null) =>
    given(api.POST("/api/v1/calls/{call}/open", { ...of(call), body: { reason } })),
  close: (call: string, reason: string | null) =>
    given(api.POST("/api/v1/calls/{call}/close", { ...of(call), body: { reason } })),
  close_scoring: (call: string, reason: string | null) =>
    given(api.POST("/api/v1/calls/{call}/close-scoring", { ...of(call), body: { reason } })),
  publish: (call: string, reason: string | null) =>
    given(api.POST("/api/v1/calls/{call}/publish", { ...of(call), body: { reason } })),
  cancel: (call: string, reason: string | null) =>
    given(api.POST("/api/v1/calls/{call}/cancel", { ...of(call), body: { reason: reason ?? "" } })),
} as const;
export type PlainStep = keyof typeof steps;
export const takeStep = (step: PlainStep, call: string, reason: string | null): Promise<unknown> =>
  steps[step](call, reason);

export const nameAssessor = (call: string, user: string) =>
  given(api.POST("/api/v1/calls/{call}/assessors", { ...of(call), body: { user } }));
export const releaseAssessor = (call: string, user: string) =>
  given(api.POST("/api/v1/calls/{call}/assessors/{user}/release", { params: { path: { call, user } } }));
export const stateInterests = (call: string, interests: readonly { application: string; nature: string }[]) =>
  given(api.POST("/api/v1/calls/{call}/interests", { ...of(call), body: { interests: [...interests] } }));
export const handIn = (call: string) => given(api.POST("/api/v1/calls/{call}/hand-in", of(call)));
export const decideCall = (call: string, body: Verdicts) =>
  given(api.POST("/api/v1/calls/{call}/decide", { ...of(call), body }));

export const enterApplication = (call: string, body: Sent<"/api/v1/calls/{call}/applications">) =>
  given(api.POST("/api/v1/calls/{call}/applications", { ...of(call), body }));
export const saveOwnApplication = (call: string, body: Sent<"/api/v1/open-calls/{call}/application">) =>
  given(api.POST("/api/v1/open-calls/{call}/application", { ...of(call), body }));
/** On one's own behalf, or for what came on paper. */
export type Side = "own" | "paper";
export const submitApplication = (side: Side, id: string) =>
  side === "own"
    ? given(api.POST("/api/v1/own-applications/{application}/submit", at(id)))
    : given(api.POST("/api/v1/applications/{application}/submit", at(id)));
export const giveFile = (side: Side, id: string, file: { number: number; name: string; base64: string }) =>
  side === "own"
    ? given(api.POST("/api/v1/own-applications/{application}/files", { ...at(id), body: { file } }))
    : given(api.POST("/api/v1/applications/{application}/files", { ...at(id), body: { file } }));
export const withdrawApplication = (id: string, reason: string) =>
  given(api.POST("/api/v1/own-applications/{application}/withdraw", { ...at(id), body: { reason } }));
export const openFile = (id: string, number: number) =>
  given(api.POST("/api/v1/applications/{application}/file", { ...at(id), body: { number } }));
export const screenApplication = (id: string, admitted: boolean, reason: string | null) =>
  given(api.POST("/api/v1/applications/{application}/screening", { ...at(id), body: { admitted, reason } }));
export const markApplication = (id: string, marks: Marks) =>
  given(api.POST("/api/v1/applications/{application}/marks", { ...at(id), body: { marks } }));
export const makeAgreement = (id: string, firstTranche: { percent: number; plannedOn: string } | null) =>
  given(api.POST("/api/v1/applications/{application}/agreement", { ...at(id), body: { firstTranche } }));
