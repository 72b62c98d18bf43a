/** One string that a page draws; `text` in the order in which it is drawn, from the left. */
export interface Drawn {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly size?: number;
}

/** Each letter is half as wide as it is high. */
export const widthOf = (text: string, size = 12): number => text.length * size * 0.5;

/** Lines of a column, from the top. */
export function column(lines: readonly string[], { x = 50, y = 780, step = 15, size = 12 } = {}): Drawn[] {
  return lines.map((text, at) => ({ text, x, y: y - at * step, size }));
}

/** Arabic as a program draws it: the last letter first; figures and Latin words stay as they are. */
export function asDrawn(logical: string): string {
  const runs = logical.match(
    /[\p{Nd}\p{Script=Latin}][\p{Nd}\p{Script=Latin}.,-]*[\p{Nd}\p{Script=Latin}]|./gsu,
  );
  const facing: Record<string, string> = { "(": ")", ")": "(", "«": "»", "»": "«" };
  return (runs ?? [])
    .reverse()
    .map((run) => facing[run] ?? run)
    .join("");
}

/** A pdf whose one font maps every code to its own Unicode letter, as programs write it for Arabic. */
export function makePdf(pages: readonly (readonly Drawn[])[], { trailer = "" } = {}): Uint8Array {
  const first = 6;
  const kids = pages.map((_, at) => `${first + at * 2} 0 R`).join(" ");
  const toUnicode =
    "/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <0000> <FFFF> endcodespacerange 1 beginbfrange <0000> <FFFF> <0000> endbfrange endcmap end";
  const objects = [
    "<< /Type /Catalog /Pages 2 0 R /Lang (fr-MA) >>",
    `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`,
    "<< /Type /Font /Subtype /Type0 /BaseFont /Drawn /Encoding /Identity-H /DescendantFonts [4 0 R] /ToUnicode 5 0 R >>",
    "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Drawn /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /DW 500 >>",
    streamOf(toUnicode),
    ...pages.flatMap((drawn, at) => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents ${first + at * 2 + 1} 0 R >>`,
      streamOf(drawn.map(drawing).join("\n")),
    ]),
  ];
  return assembled(objects, trailer);
}

const streamOf = (content: string) => `<< /Length ${content.length} >>\nstream\n${content}\nendstream`;

function drawing({ text, x, y, size = 12 }: Drawn): string {
  const codes = [...Array(text.length).keys()].map((at) => text.charCodeAt(at).toString(16).padStart(4, "0"));
  return `BT /F1 ${size} Tf 1 0 0 1 ${x} ${y} Tm <${codes.join("")}> Tj ET`;
}

function assembled(objects: readonly string[], trailer: string): Uint8Array {
  let body = "%PDF-1.7\n";
  const places = objects.map((object, at) => {
    const place = body.length;
    body += `${at + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(place).padStart(10, "0")} 00000 n \n`;
  });
  const size = objects.length + 1;
  const table = `xref\n0 ${size}\n0000000000 65535 f \n${places.join("")}`;
  return Buffer.from(
    `${body}${table}trailer\n<< /Size ${size} /Root 1 0 R ${trailer} >>\nstartxref\n${body.length}\n%%EOF\n`,
    "latin1",
  );
}
