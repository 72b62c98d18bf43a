// A committee file as a workbook: one row a promise, figures as numbers, nothing that runs in a spreadsheet.
import { writeXlsx } from "hucre/xlsx";
import { guardFormula } from "../sheets/index.ts";
import type { PrintedPaper } from "./printed.ts";

type CellValue = string | number | null;

export async function asWorkbook(paper: PrintedPaper): Promise<Uint8Array> {
  const { words } = paper;
  const sheets = [
    { name: words.title, rows: about(paper) },
    { name: words.agreements, rows: agreementRows(paper) },
    { name: words.promise, rows: promiseRows(paper) },
    { name: words.money, rows: moneyRows(paper) },
    { name: words.overdue, rows: overdueRows(paper) },
  ];
  return writeXlsx({
    sheets: sheets.map(({ name, rows }) => ({
      name: name.slice(0, 31),
      rows: rows.map((row) => row.map((cell) => (typeof cell === "string" ? guardFormula(cell) : cell))),
      freezePane: { rows: 1 },
      ...(paper.lang === "ar" && { view: { rightToLeft: true } }),
    })),
  });
}

function about(paper: PrintedPaper): CellValue[][] {
  const { words, number, hash, of, asOf, knownOn, simulated, totals, title, question, askedBy } = paper;
  const asked = [
    [words.question, question],
    [words.askedBy, askedBy],
  ];
  return [
    [title, number],
    ...(question === "" ? [] : asked),
    [words.agreements, of],
    [words.asOf, asOf],
    [words.knownOn, knownOn],
    ...(simulated ? [[words.simulated, ""]] : []),
    ["SHA-256", hash],
    [],
    [words.totals, words.realised, words.proven, words.once],
    ...totals.map(({ indicator, realised, proven, again }) => [indicator, realised, proven, again]),
  ];
}

function agreementRows({ words, agreements }: PrintedPaper): CellValue[][] {
  return [
    [words.reference, words.agreement, words.state, words.period, words.parties],
    ...agreements.map(({ reference, title, state, period, parties }) => [
      reference,
      title,
      state,
      period,
      parties,
    ]),
  ];
}

function promiseRows({ words, agreements }: PrintedPaper): CellValue[][] {
  const { reference, agreement, promise, indicator, announced, original, signed } = words;
  const { declared, realised, proven, deadline, state } = words;
  return [
    [
      reference,
      agreement,
      promise,
      indicator,
      announced,
      original,
      signed,
      declared,
      realised,
      proven,
      deadline,
      state,
    ],
    ...agreements.flatMap(({ title, promises }) =>
      promises.map((one) => [
        ...[one.reference, title, one.wording, one.indicator, one.announced, one.original, one.signed],
        ...[one.declared, one.realised, one.proven, one.deadline, one.state],
      ]),
    ),
  ];
}

function moneyRows({ words, agreements }: PrintedPaper): CellValue[][] {
  return [
    [
      words.reference,
      words.currency,
      words.total,
      words.promised,
      words.called,
      words.paid,
      words.payerUnknown,
    ],
    ...agreements.flatMap(({ reference, money }) =>
      money.map((one) => [reference, one.currency, one.total, one.promised, one.called, one.paid, one.payer]),
    ),
  ];
}

function overdueRows({ words, agreements }: PrintedPaper): CellValue[][] {
  return [
    [words.reference, words.decision, words.owner, words.due],
    ...agreements.flatMap(({ reference, overdue }) =>
      overdue.map(({ decision, owner, due }) => [reference, decision, owner, due]),
    ),
  ];
}
