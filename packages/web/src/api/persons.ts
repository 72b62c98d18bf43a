// What is read and sent about persons, requests, the journal and complaints.

import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import type { Space } from "../app/address.ts";
import type { Locale } from "../language/locale.ts";
import type { Got, Posted, Query, Sent } from "./answers.ts";
import { api, given } from "./client.ts";

export type Found = Posted<"/api/v1/people/look-up">;
export type Unmasked = Posted<"/api/v1/people/{subject}/unmasking">;
export type Processing = Got<"/api/v1/processings">["processings"][number];
export type ProcessingVersion = Got<"/api/v1/processings/{processing}/versions">["versions"][number];
export type Wording = Got<"/api/v1/processings/{processing}/consent-wordings">["wordings"][number];
type KeepBody = Sent<"/api/v1/processings">;
export type ProcessingBody = KeepBody["processing"];
export type Unmasking = Got<"/api/v1/unmaskings">["unmaskings"][number];
export type PersonRequest = Got<"/api/v1/person-requests">["requests"][number];
export type OneRequest = Got<"/api/v1/person-requests/{number}">;
export type Copy = Posted<"/api/v1/person-requests/{number}/copy">;
export type Due = Got<"/api/v1/due-deletions">["due"][number];
export type JournalEntry = Got<"/api/v1/journal">["entries"][number];
export type JournalQuery = Query<"/api/v1/journal">;
export type Complaint = Got<"/api/v1/complaints">["complaints"][number];
export type OpenedComplaint = Posted<"/api/v1/complaints/{number}/opening">;
export type FollowedComplaint = Posted<"/api/v1/complaints/follow">;

export type LookUpBody = Sent<"/api/v1/people/look-up">;
export type RequestBody = Sent<"/api/v1/person-requests">;
export type ComplaintBody = Sent<"/api/v1/complaints">;
export type DeletionBody = Sent<"/api/v1/due-deletions">;
export type Document = LookUpBody["document"];

export const lookUp = (body: LookUpBody) => given(api.POST("/api/v1/people/look-up", { body }));

export const unmask = (subject: string, body: { processing: string; reason: string }) =>
  given(api.POST("/api/v1/people/{subject}/unmasking", { params: { path: { subject } }, body }));

export const keepProcessing = (body: KeepBody) => given(api.POST("/api/v1/processings", { body }));
export const processingVersions = (processing: string) =>
  queryOptions({
    queryKey: ["processings", processing, "versions"],
    queryFn: () =>
      given(api.GET("/api/v1/processings/{processing}/versions", { params: { path: { processing } } })),
  });
export const consentWordings = (processing: string) =>
  queryOptions({
    queryKey: ["consent-wordings", processing],
    queryFn: () =>
      given(
        api.GET("/api/v1/processings/{processing}/consent-wordings", { params: { path: { processing } } }),
      ),
  });
export const wordConsent = (processing: string, body: { fr: string; ar: string; from: string }) =>
  given(
    api.POST("/api/v1/processings/{processing}/consent-wordings", {
      params: { path: { processing } },
      body,
    }),
  );

export const processings = () =>
  queryOptions({ queryKey: ["processings"], queryFn: () => given(api.GET("/api/v1/processings")) });

export const unmaskings = (query: { from?: string; to?: string }) =>
  infiniteQueryOptions({
    queryKey: ["unmaskings", query],
    queryFn: ({ pageParam }) =>
      given(api.GET("/api/v1/unmaskings", { params: { query: { ...query, after: pageParam } } })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.after ?? undefined,
  });

export const personRequests = (query: {
  space: Space;
  state?: PersonRequest["state"];
  kind?: PersonRequest["kind"];
  offset?: number;
}) =>
  queryOptions({
    queryKey: ["person-requests", query],
    queryFn: () => given(api.GET("/api/v1/person-requests", { params: { query } })),
  });

export const personRequest = (number: string) =>
  queryOptions({
    queryKey: ["person-request", number],
    queryFn: () => given(api.GET("/api/v1/person-requests/{number}", { params: { path: { number } } })),
  });

export const receiveRequest = (body: RequestBody) => given(api.POST("/api/v1/person-requests", { body }));

const ofRequest = (number: string) => ({ params: { path: { number } } });

export const identifyRequester = (number: string, document: Document) =>
  given(
    api.POST("/api/v1/person-requests/{number}/identification", { ...ofRequest(number), body: { document } }),
  );

export const decideRequest = (
  number: string,
  body: { decision: NonNullable<PersonRequest["decision"]>; reason: string },
) => given(api.POST("/api/v1/person-requests/{number}/decision", { ...ofRequest(number), body }));

export const completeRequest = (number: string) =>
  given(api.POST("/api/v1/person-requests/{number}/completion", { ...ofRequest(number), body: {} }));

export const copyHeld = (number: string, language: "fr" | "ar") =>
  given(api.POST("/api/v1/person-requests/{number}/copy", { ...ofRequest(number), body: { language } }));

export type RequestDeadline = Got<"/api/v1/request-deadlines">[number];
export const deadlines = () =>
  queryOptions({
    queryKey: ["request-deadlines"],
    queryFn: () => given(api.GET("/api/v1/request-deadlines")),
  });
export const setDeadline = (body: Sent<"/api/v1/request-deadlines">) =>
  given(api.POST("/api/v1/request-deadlines", { body }));

export const dueDeletions = () =>
  queryOptions({ queryKey: ["due"], queryFn: () => given(api.GET("/api/v1/due-deletions")) });

export const decideDeletion = (body: DeletionBody) => given(api.POST("/api/v1/due-deletions", { body }));

/** The journal, a page after the other, the latest entry first. */
export const journal = (query: JournalQuery) =>
  infiniteQueryOptions({
    queryKey: ["journal", query],
    queryFn: ({ pageParam }) =>
      given(api.GET("/api/v1/journal", { params: { query: { ...query, after: pageParam } } })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.after ?? undefined,
  });

export const exportJournal = (query: JournalQuery, format: "csv" | "xlsx") =>
  given(api.GET("/api/v1/journal/export", { params: { query: { ...query, format } } }));

export const complaints = (query: { state?: Complaint["state"]; offset?: number }) =>
  queryOptions({
    queryKey: ["complaints", query],
    queryFn: () => given(api.GET("/api/v1/complaints", { params: { query } })),
  });

export const complain = (body: ComplaintBody) => given(api.POST("/api/v1/complaints", { body }));
export const followComplaint = (receipt: string) =>
  given(api.POST("/api/v1/complaints/follow", { body: { receipt } }));
export const addToComplaint = (receipt: string, text: string) =>
  given(api.POST("/api/v1/complaints/additions", { body: { receipt, text } }));
export const openComplaint = (number: string) =>
  given(api.POST("/api/v1/complaints/{number}/opening", ofRequest(number)));
export const answerComplaint = (
  number: string,
  body: { text: string; decision?: NonNullable<Complaint["decision"]> },
) => given(api.POST("/api/v1/complaints/{number}/answers", { ...ofRequest(number), body }));

export type { Locale };
