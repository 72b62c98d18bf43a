// What a spreadsheet of commitments holds: what was promised, its target, and the amendment that changed it since.
import { codes } from "@iltizam/reference";
import { choicesOf, defineSheet, words } from "../sheets/index.ts";
import { targetQualifier } from "./model.ts";

const qualifiers = codes("qualifiers").filter(({ code }) => targetQualifier.safeParse(code).success);
const milieux = codes("milieux").filter(({ code }) => code !== "unknown");
const sexes = codes("sexes").filter(({ code }) => code !== "unknown");

export const commitmentsSheet = defineSheet({
  kind: "commitments",
  title: words("Engagements", "الالتزامات", "Commitments"),
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
        "Rang de l’engagement dans la convention ; donné dans l’ordre s’il est vide.",
        "رتبة الالتزام داخل الاتفاقية؛ تعطى بالترتيب إذا تركت فارغة.",
        "Its place in the agreement; given in order when empty.",
      ),
      example: "1",
    },
    {
      key: "wording",
      type: "text",
      required: true,
      free: true,
      longest: 2000,
      heading: words("Termes de l’engagement", "نص الالتزام", "Wording"),
      help: words("Les mots du texte.", "عبارات النص.", "The words of the text."),
      example: "Insérer 1 500 jeunes",
    },
    {
      key: "kind",
      type: "list",
      heading: words("Nature de l’engagement", "طبيعة الالتزام", "Kind of commitment"),
      help: words("Résultat si la cellule est vide.", "نتيجة إذا تركت فارغة.", "A result when empty."),
      example: "result",
      choices: [
        { value: "result", label: words("obligation de résultat", "التزام بنتيجة", "result") },
        { value: "best_efforts", label: words("obligation de moyens", "التزام ببذل عناية", "best efforts") },
      ],
    },
    {
      key: "indicator",
      type: "code",
      heading: words("Indicateur", "المؤشر", "Indicator"),
      help: words("Code du catalogue.", "رمز من الدليل.", "Code of the catalogue."),
      example: "placements",
    },
    {
      key: "populations",
      type: "codes",
      heading: words("Publics", "الفئات المستهدفة", "Populations"),
      help: words("Codes séparés par |.", "رموز يفصل بينها |.", "Codes separated by |."),
      example: "youth",
    },
    {
      key: "place",
      type: "code",
      heading: words("Territoire", "المجال الترابي", "Territory"),
      help: words("Code ou nom.", "الرمز أو الاسم.", "Code or name."),
      example: "03",
    },
    {
      key: "milieu",
      type: "list",
      heading: words("Milieu", "الوسط", "Milieu"),
      help: words("Si le texte le dit.", "إذا ذكره النص.", "If the text says it."),
      example: "rural",
      choices: choicesOf(milieux),
    },
    {
      key: "period_from",
      type: "date",
      heading: words("Début", "البداية", "Begins"),
      help: words("Premier jour.", "أول يوم.", "First day."),
      example: "2019-06-01",
    },
    {
      key: "period_to",
      type: "date",
      heading: words("Fin", "النهاية", "Ends"),
      help: words("Dernier jour.", "آخر يوم.", "Last day."),
      example: "2022-05-31",
    },
    {
      key: "deadline",
      type: "date",
      heading: words("Échéance", "الأجل", "Deadline"),
      help: words(
        "Sans échéance dans le texte, laissez vide : l’engagement n’est jamais en retard.",
        "اتركها فارغة إذا لم يحدد النص أجلا: لا يعتبر الالتزام متأخرا.",
        "Leave empty when the text has none: such a target is never late.",
      ),
      example: "2022-05-31",
    },
    {
      key: "owed_by",
      type: "text",
      heading: words("À la charge de", "على عاتق", "Owed by"),
      help: words(
        "Référence ou nom de l’organisme.",
        "مرجع الهيئة أو اسمها.",
        "Reference or name of the organisation.",
      ),
      example: "EXEMPLE-SA",
    },
    {
      key: "target",
      type: "integer",
      heading: words("Cible signée", "الهدف الموقع", "Signed target"),
      help: words(
        "La cible d’origine, sans avenant.",
        "الهدف الأصلي دون ملحق.",
        "The original target, before any amendment.",
      ),
      example: "1500",
    },
    {
      key: "qualifier",
      type: "list",
      heading: words("Précision de la cible", "دقة الهدف", "Qualifier"),
      help: words("Exact si la cellule est vide.", "بالضبط إذا تركت فارغة.", "Exact when empty."),
      example: "exact",
      choices: choicesOf(qualifiers),
    },
    {
      key: "effective_on",
      type: "date",
      heading: words("Cible valable dès le", "الهدف سار منذ", "Target holds from"),
      help: words(
        "Si elle est vide : la signature, sinon le début de la période.",
        "إذا تركت فارغة: تاريخ التوقيع وإلا بداية المدة.",
        "When empty: the signature, else the beginning of the period.",
      ),
      example: "2019-05-12",
    },
    {
      key: "clause",
      type: "text",
      heading: words("Article", "المادة", "Clause"),
      help: words(
        "L’article qui fixe la cible.",
        "المادة التي تحدد الهدف.",
        "The clause that sets the target.",
      ),
      example: "art. 3",
    },
    {
      key: "amended_target",
      type: "integer",
      heading: words("Cible après avenant", "الهدف بعد الملحق", "Amended target"),
      help: words(
        "La cible telle qu’un avenant l’a changée.",
        "الهدف كما غيره ملحق.",
        "The target as an amendment changed it.",
      ),
      example: "1200",
    },
    {
      key: "amendment",
      type: "integer",
      heading: words("Numéro de l’avenant", "رقم الملحق", "Number of the amendment"),
      help: words("1 si la cellule est vide.", "1 إذا تركت فارغة.", "1 when empty."),
      example: "1",
    },
    {
      key: "amended_on",
      type: "date",
      heading: words("Avenant en vigueur le", "تاريخ سريان الملحق", "Amendment effective on"),
      help: words(
        "Le jour où il a pris effet.",
        "اليوم الذي أصبح فيه ساريا.",
        "The day on which it took effect.",
      ),
      example: "2020-09-01",
    },
    {
      key: "amendment_clause",
      type: "text",
      heading: words("Article de l’avenant", "مادة الملحق", "Clause of the amendment"),
      help: words("L’article de l’avenant.", "مادة الملحق.", "The clause of the amendment."),
      example: "art. 1",
    },
    {
      key: "amendment_reason",
      type: "text",
      free: true,
      heading: words("Motif de l’avenant", "سبب الملحق", "Reason of the amendment"),
      help: words("Pourquoi la cible a changé.", "سبب تغيير الهدف.", "Why the target changed."),
      example: "Report d’un site",
    },
    {
      key: "age_from",
      type: "integer",
      heading: words("Âge minimal", "السن الأدنى", "Age from"),
      help: words("Condition d’éligibilité.", "شرط الأهلية.", "A condition of eligibility."),
      example: "18",
    },
    {
      key: "age_to",
      type: "integer",
      heading: words("Âge maximal", "السن الأقصى", "Age to"),
      help: words("Condition d’éligibilité.", "شرط الأهلية.", "A condition of eligibility."),
      example: "35",
    },
    {
      key: "sex",
      type: "list",
      heading: words("Réservé à", "مخصص لـ", "Reserved for"),
      help: words("Condition d’éligibilité.", "شرط الأهلية.", "A condition of eligibility."),
      example: "F",
      choices: choicesOf(sexes),
    },
    {
      key: "residence",
      type: "codes",
      heading: words("Résidence", "الإقامة", "Residence"),
      help: words(
        "Territoires où il faut résider, séparés par |.",
        "المجالات التي تشترط الإقامة فيها، يفصل بينها |.",
        "Territories where one must live, separated by |.",
      ),
      example: "03",
    },
  ],
});
