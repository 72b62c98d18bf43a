/**
 * The application's address with every row in sight, for what a test asks of the database itself. Acts and queries tell
 * the database who acts and what she may see, for their transaction: for them this changes nothing.
 */
export function seeingAll(appUrl: string): string {
  const url = new URL(appUrl);
  url.searchParams.set("options", "-c iltizam.scopes=*|");
  return url.href;
}
