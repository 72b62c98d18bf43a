// What a run found, and how to send it again.
export interface Finding {
  readonly kind: string;
  readonly fault: string;
  /** Where: the address as it is documented, or what was looked at. */
  readonly where: string;
  /** Which request of the run it was, and how to send it again. */
  readonly number: number | null;
  readonly curl: string;
  /** Under which the server's log knows the request. */
  readonly request?: string | undefined;
}
