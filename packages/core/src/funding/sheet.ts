// What a spreadsheet of contributions holds: money promised by party, and what was paid before the register was kept.
import { codes } from "@iltizam/reference";
import { choicesOf, defineSheet, words } from "../sheets/index.ts";
import { amountQualifier, contributionRole } from "./model.ts";

const roles = codes("amount_roles").filter(({ code }) => contributionRole.safeParse(code).success);
const qualifiers = codes("qualifiers").filter(({ code }) => amountQualifier.safeParse(code).success);

export const contributionsSheet = defineSheet({
  kind: "contributions",
  title: words("Contributions", "المساهمات", "Contributions"),
  columns: [
    {
      key: "agreement",
      type: "text",
      required: true,
      heading: words("Convention", "الاتفاقية", "Agreement"),
      help: words(
        "Référence ou intitulé de la convention.",
        "مرجع الاتفاقية أو عنوانها.",
        "Reference or title of the agreement.",
      ),
      example: "EXEMPLE-2019-1",
    },
    {
      key: "number",
      type: "integer",
      heading: words("Numéro", "الرقم", "Number"),
      help: words(
        "Rang de la contribution (M1, M2…) ; donné dans l’ordre s’il est vide.",
        "رتبة المساهمة (M1، M2…)؛ تعطى بالترتيب إذا تركت فارغة.",
        "Its place (M1, M2…); given in order when empty.",
      ),
      example: "1",
    },
    {
      key: "role",
      type: "list",
      required: true,
      heading: words("Nature", "الطبيعة", "Role"),
      help: words(
        "Montant global, contribution d’une partie, ou ligne de budget.",
        "الغلاف الإجمالي أو مساهمة طرف أو بند ميزانية.",
        "The total, a party’s contribution, or a budget line.",
      ),
      example: "contribution",
      choices: choicesOf(roles),
    },
    {
      key: "contributor",
      type: "text",
      heading: words("Contributeur", "المساهم", "Contributor"),
      help: words(
        "Référence ou nom ; vide si personne n’est nommé.",
        "المرجع أو الاسم؛ تترك فارغة إذا لم يذكر أحد.",
        "Reference or name; empty when nobody is named.",
      ),
      example: "EXEMPLE-REGION",
    },
    {
      key: "amount",
      type: "money",
      heading: words("Montant promis", "المبلغ الموعود", "Amount promised"),
      help: words("En unités de la monnaie.", "بوحدة العملة.", "In units of the currency."),
      example: "1250000,50",
    },
    {
      key: "currency",
      type: "code",
      heading: words("Monnaie", "العملة", "Currency"),
      help: words(
        "Code ISO 4217 ; MAD si la cellule est vide.",
        "رمز ISO 4217؛ ‏MAD إذا تركت فارغة.",
        "ISO 4217 code; MAD when empty.",
      ),
      example: "MAD",
    },
    {
      key: "qualifier",
      type: "list",
      heading: words("Précision du montant", "دقة المبلغ", "Qualifier"),
      help: words("Exact si la cellule est vide.", "بالضبط إذا تركت فارغة.", "Exact when empty."),
      example: "exact",
      choices: choicesOf(qualifiers),
    },
    {
      key: "in_kind",
      type: "boolean",
      heading: words("En nature", "عينية", "In kind"),
      help: words("oui ou non.", "نعم أو لا.", "yes or no."),
      example: "non",
    },
    {
      key: "purpose",
      type: "text",
      free: true,
      longest: 1000,
      heading: words("Affectation", "التخصيص", "Purpose"),
      help: words("À quoi l’argent est destiné.", "الغرض من المبلغ.", "What the money is for."),
      example: "Formation",
    },
    {
      key: "basis",
      type: "list",
      heading: words("Source", "الأساس", "Basis"),
      help: words(
        "Signé (dans le texte) si la cellule est vide, ou annoncé.",
        "موقع (في النص) إذا تركت فارغة، أو معلن.",
        "Signed (in the text) when empty, or announced.",
      ),
      example: "signed",
      choices: [
        { value: "signed", label: words("signé", "موقع", "signed") },
        { value: "announced", label: words("annoncé", "معلن", "announced") },
      ],
    },
    {
      key: "effective_on",
      type: "date",
      heading: words("Promis dès le", "موعود منذ", "Promised from"),
      help: words(
        "Depuis le début si la cellule est vide.",
        "منذ البداية إذا تركت فارغة.",
        "From the beginning when empty.",
      ),
      example: "2019-05-12",
    },
    {
      key: "paid",
      type: "money",
      heading: words("Montant versé", "المبلغ المؤدى", "Amount paid"),
      help: words(
        "Versé avant la tenue du registre.",
        "المؤدى قبل مسك السجل.",
        "Paid before the register was kept.",
      ),
      example: "500000",
    },
    {
      key: "paid_on",
      type: "date",
      heading: words("Versé le", "تاريخ الأداء", "Paid on"),
      help: words("Date de valeur du versement.", "تاريخ الأداء الفعلي.", "Value date of the payment."),
      example: "2020-01-31",
    },
  ],
});
