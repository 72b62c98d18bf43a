// Whose file it is: a region or province with what lies in it, or an agreement with what is below it.
import { sql } from "kysely";
import { type AgreementRow, agreementInSpace, agreementScope } from "../agreements/index.ts";
import { type ActContext, firstRow, type QueryContext, type Scope, type Space } from "../kernel/index.ts";
import { territoryPath } from "../territory/index.ts";
import { paperErrors } from "./errors.ts";
import type { PaperContent } from "./model.ts";

export interface Subject {
  readonly of: PaperContent["of"];
  readonly territoryId: string | null;
  readonly agreementId: string | null;
  /** As the address of standings names it. */
  readonly asked: { readonly region: string } | { readonly agreement: string };
  readonly scope: Scope;
}

export interface AskedSubject {
  readonly space: Space;
  readonly region?: string | undefined;
  readonly agreement?: string | undefined;
}

/** @throws `papers.one_subject`, `papers.region_unknown`, `agreements.unknown` */
export async function findSubject(ctx: ActContext | QueryContext, asked: AskedSubject): Promise<Subject> {
  const { space, region, agreement } = asked;
  if ((region === undefined) === (agreement === undefined)) throw paperErrors.one_subject();
  return agreement === undefined
    ? ofTerritory(ctx, space, region ?? "")
    : ofAgreement(ctx, await agreementInSpace(ctx.tx, space, agreement));
}

async function ofTerritory(ctx: ActContext | QueryContext, space: Space, code: string): Promise<Subject> {
  const found = await firstRow(
    ctx.tx,
    sql<{ id: string; reference: string; name: PaperContent["of"]["name"] }>`
      select id, scheme || ':' || code as reference,
             json_build_object('fr', name_fr, 'ar', name_ar, 'en', name_en) as name
      from territories where code = ${code} and space = ${space} and kind <> 'commune'
      order by kind = 'region' desc limit 1`,
  );
  if (found === undefined) throw paperErrors.region_unknown({ code });
  const { id, reference, name } = found;
  return {
    ...{ of: { kind: "territory", reference, name }, territoryId: id, agreementId: null },
    asked: { region: code },
    scope: { territoryPath: await territoryPath(ctx.tx, id) },
  };
}

async function ofAgreement(ctx: ActContext | QueryContext, row: AgreementRow): Promise<Subject> {
  const { id, reference, title, title_ar: ar, title_en: en } = row;
  return {
    ...{ territoryId: null, agreementId: id, asked: { agreement: reference } },
    of: { kind: "agreement", reference, name: { fr: title, ar, en } },
    scope: await agreementScope(ctx.tx, row),
  };
}
