// An attestation comes as a scan: its first bytes say that it is a PDF or a picture.
import { fileTypeFromBuffer } from "file-type";
import { organisationErrors } from "./errors.ts";

/** @throws `organisations.scan_refused` */
export async function requireScan(bytes: Buffer): Promise<void> {
  const found = (await fileTypeFromBuffer(bytes))?.mime ?? "?";
  if (found !== "application/pdf" && !found.startsWith("image/"))
    throw organisationErrors.scan_refused({ found });
}
