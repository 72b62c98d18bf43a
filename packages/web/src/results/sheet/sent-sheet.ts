/** What was sent last: the corrected sheet takes the place of the first. */
export interface SentSheet {
  readonly kind: string;
  readonly file: File;
  readonly source: string;
}

export const workbook = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
