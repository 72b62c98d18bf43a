// The request again, as a line for a terminal.
import type { Asked } from "../requests/draft.ts";

const longest = 4000;

export function curlLine(address: string, { method, target, headers, body, wire }: Asked): string {
  const { hostname, port } = new URL(address);
  if (wire !== undefined) return `printf ${quoted(printable(wire))} | nc ${hostname} ${port}`;
  const told = Object.entries(headers).map(
    ([name, value]) => `-H ${quoted(value === "" ? `${name};` : `${name}: ${value}`)}`,
  );
  const verb = method === "HEAD" ? "--head" : `-X ${method}`;
  const data = body === undefined ? [] : [`--data-binary ${dataOf(body)}`];
  return [
    "curl -sS -i --path-as-is",
    verb,
    quoted(`${address}${target.startsWith("/") ? "" : "/"}${target}`),
    ...told,
    ...data,
  ].join(" ");
}

function dataOf(body: Buffer): string {
  if (body.length > longest) return `${quoted(body.toString().slice(0, 200))} # … ${body.length} bytes`;
  const text = body.toString();
  return /^[\x20-\x7e\u00a0-\ud7ff]*$/.test(text) ? quoted(text) : `$${quoted(printable(body))}`;
}

const quoted = (text: string) => `'${text.replaceAll("'", "'\\''")}'`;

/** As `printf` and `$'…'` of a shell read it. */
function printable(bytes: Buffer): string {
  const shown = bytes.length > longest ? bytes.subarray(0, longest) : bytes;
  return [...shown]
    .map((byte) => {
      const letter = String.fromCharCode(byte);
      return byte >= 32 && byte < 127 && !/['\\%]/.test(letter)
        ? letter
        : `\\x${byte.toString(16).padStart(2, "0")}`;
    })
    .join("");
}
