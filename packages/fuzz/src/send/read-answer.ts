// An answer out of the bytes of a line that was closed after it: the first one, as far as it came.
export function readAnswer(bytes: Buffer): { status: number; headers: Record<string, string>; text: string } {
  const whole = bytes.toString("latin1");
  const end = whole.indexOf("\r\n\r\n");
  const [first = "", ...lines] = whole.slice(0, end === -1 ? undefined : end).split("\r\n");
  const status = Number(/^HTTP\/1\.1 (\d{3})/.exec(first)?.[1] ?? 0);
  const headers = Object.fromEntries(
    lines.map((line) => {
      const colon = line.indexOf(":");
      return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()];
    }),
  );
  const rest = end === -1 ? Buffer.alloc(0) : bytes.subarray(end + 4);
  return { status, headers, text: bodyIn(rest, headers) };
}

function bodyIn(rest: Buffer, headers: Readonly<Record<string, string>>): string {
  if (headers["transfer-encoding"] !== "chunked") {
    return rest.subarray(0, Number(headers["content-length"] ?? rest.length)).toString();
  }
  let [text, place] = [Buffer.alloc(0), 0];
  for (;;) {
    const line = rest.indexOf("\r\n", place);
    const size = line === -1 ? 0 : Number.parseInt(rest.subarray(place, line).toString(), 16);
    if (!(size > 0)) return text.toString();
    text = Buffer.concat([text, rest.subarray(line + 2, line + 2 + size)]);
    place = line + 2 + size + 2;
  }
}
