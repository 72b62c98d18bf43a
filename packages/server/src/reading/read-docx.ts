// Word documents: mammoth turns them into a page of HTML, which is then read like any other.
import { unzipSync } from "fflate";
import mammoth from "mammoth";
import { readingErrors } from "./errors.ts";
import { htmlText } from "./html-text.ts";
import { limits, megabyte, type ReadDocument } from "./model.ts";

/** Body, tables, notes and text boxes, tracked insertions in and deletions out; headers, footers and pictures not. */
export async function readDocx(bytes: Uint8Array, file: string): Promise<ReadDocument> {
  // The container of the old format is also that of a new document under a password.
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf) throw readingErrors.old_word({ file });
  refuseBomb(bytes, file);
  try {
    const { value } = await mammoth.convertToHtml(
      { buffer: Buffer.from(bytes) },
      { convertImage: mammoth.images.imgElement(async () => ({ src: "" })), externalFileAccess: false },
    );
    return { text: htmlText(value).text };
  } catch (error) {
    throw damaged(file, error);
  }
}

/** A small file may unpack to many gigabytes: what its list of contents says is added up before anything is unpacked. */
function refuseBomb(bytes: Uint8Array, file: string): void {
  let unpacked = 0;
  try {
    unzipSync(bytes, {
      filter: ({ originalSize }) => {
        unpacked += originalSize;
        return false;
      },
    });
  } catch (error) {
    throw damaged(file, error);
  }
  if (unpacked <= limits.unpackedBytes) return;
  throw readingErrors.too_large({
    file,
    given: Math.ceil(unpacked / megabyte),
    limit: limits.unpackedBytes / megabyte,
  });
}

const damaged = (file: string, cause: unknown) =>
  Object.assign(readingErrors.damaged({ file, kind: "docx" }), { cause });
