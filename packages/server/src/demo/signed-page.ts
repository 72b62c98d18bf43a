// The last page of an invented text with its signature, as a scanner would give it: one page of PDF that says it is simulated.

/** In base64. Only letters that a PDF's own fonts have without an encoding of their own. */
export function signedPage(agreement: string, signedOn: string): string {
  const line = (words: string, size: number, y: number) => `BT /F1 ${size} Tf 72 ${y} Td (${words}) Tj ET`;
  const drawn = [
    line("SIMULE", 28, 740),
    line(`${agreement}, derniere page`, 14, 690),
    line(`Signe le ${signedOn}`, 14, 640),
    // a stroke of the pen
    "1.5 w 72 560 m 110 620 130 520 165 590 c 190 630 200 540 240 575 c S",
    line("Signature inventee", 10, 535),
  ].join("\n");
  return Buffer.from(
    pdfOf([
      "<< /Type /Catalog /Pages 2 0 R >>",
      "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R
         /Resources << /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> >>`,
      `<< /Length ${drawn.length} >>\nstream\n${drawn}\nendstream`,
    ]),
  ).toString("base64");
}

/** The objects, numbered from 1, with the table that says where each begins. ASCII: a letter is a byte. */
function pdfOf(objects: readonly string[]): string {
  let whole = "%PDF-1.7\n";
  const starts = objects.map((content, at) => {
    const start = whole.length;
    whole += `${at + 1} 0 obj\n${content}\nendobj\n`;
    return `${String(start).padStart(10, "0")} 00000 n \n`;
  });
  const size = objects.length + 1;
  return `${whole}xref\n0 ${size}\n0000000000 65535 f \n${starts.join("")}trailer\n<< /Size ${size} /Root 1 0 R >>
startxref\n${whole.length}\n%%EOF\n`;
}
