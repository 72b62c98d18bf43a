// An attestation, a signed page come as scans: their first bytes say that it is a PDF or a picture.
import { fileTypeFromBuffer } from "file-type";
import { organisationErrors } from "./errors.ts";

export async function readScan(bytes: Buffer): Promise<{ isScan: boolean; mediaType: string }> {
  const mediaType = (await fileTypeFromBuffer(bytes))?.mime ?? "?";
  return { isScan: mediaType === "application/pdf" || mediaType.startsWith("image/"), mediaType };
}

/** @throws `organisations.scan_refused` */
export async function requireScan(bytes: Buffer): Promise<void> {
  const { isScan, mediaType } = await readScan(bytes);
  if (!isScan) throw organisationErrors.scan_refused({ found: mediaType });
}
