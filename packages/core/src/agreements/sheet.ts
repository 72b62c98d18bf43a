// What a spreadsheet of agreements holds that were signed, or adopted, before the register was kept.
import { codes } from "@iltizam/reference";
import { locales, message } from "../kernel/index.ts";
import { type Choice, choicesOf, defineSheet, type Label, words } from "../sheets/index.ts";
import { agreementType, type State } from "./model.ts";

export const legacyStates = [
  "signed",
  "in_force",
  "suspended",
  "closing",
  "closed",
  "terminated",
  "renewed",
] as const;

const stateChoice = (value: State): Choice => ({
  value,
  label: Object.fromEntries(
    locales.map((locale) => [locale, message(locale, "agreements", `state.${value}`)]),
  ) as Label,
});

const types = [...codes("instrument_types"), ...codes("framework_kinds")].filter(
  ({ code }, place, all) =>
    agreementType.safeParse(code).success && all.findIndex((other) => other.code === code) === place,
);

const parties = words(
  "Références ou noms des organismes, séparés par |.",
  "مراجع الهيئات أو أسماؤها، يفصل بينها |.",
  "References or names of the organisations, separated by |.",
);

export const agreementsSheet = defineSheet({
  kind: "agreements",
  title: words("Conventions", "الاتفاقيات", "Agreements"),
  columns: [
    {
      key: "reference",
      type: "code",
      heading: words("Référence", "المرجع", "Reference"),
      help: words(
        "3 à 32 lettres majuscules, chiffres et tirets ; si elle est vide, faite de la région et de l’année.",
        "من 3 إلى 32 حرفا لاتينيا كبيرا أو رقما أو شرطة؛ تُنشأ من الجهة والسنة إذا تركت فارغة.",
        "3 to 32 capital letters, digits and hyphens; made of the region and the year when empty.",
      ),
      example: "EXEMPLE-2019-1",
    },
    {
      key: "title",
      type: "text",
      required: true,
      free: true,
      longest: 500,
      heading: words("Intitulé", "العنوان", "Title"),
      help: words("L’intitulé de la convention.", "عنوان الاتفاقية.", "The title of the agreement."),
      example: "Convention exemple",
    },
    {
      key: "title_ar",
      type: "text",
      free: true,
      longest: 500,
      heading: words("Intitulé en arabe", "العنوان بالعربية", "Title in Arabic"),
      help: words("L’intitulé en arabe.", "العنوان بالعربية.", "The title in Arabic."),
      example: "اتفاقية مثال",
    },
    {
      key: "title_en",
      type: "text",
      free: true,
      longest: 500,
      heading: words("Intitulé en anglais", "العنوان بالإنجليزية", "Title in English"),
      help: words("L’intitulé en anglais.", "العنوان بالإنجليزية.", "The title in English."),
      example: "Example agreement",
    },
    {
      key: "kind",
      type: "list",
      heading: words("Niveau", "المستوى", "Level"),
      help: words(
        "Convention si la cellule est vide ; un groupe réunit plusieurs conventions signées ensemble.",
        "اتفاقية إذا تركت فارغة؛ المجموعة تضم عدة اتفاقيات وقعت معا.",
        "An agreement when empty; a bundle stands for several that were signed together.",
      ),
      example: "instrument",
      choices: [
        { value: "instrument", label: words("convention", "اتفاقية", "agreement") },
        { value: "bundle", label: words("groupe de conventions", "مجموعة اتفاقيات", "bundle of agreements") },
        {
          value: "contract_programme",
          label: words("contrat-programme", "عقد برنامج", "contract-programme"),
        },
        { value: "programme", label: words("programme", "برنامج", "programme") },
        { value: "plan", label: words("plan", "مخطط", "plan") },
      ],
    },
    {
      key: "type",
      type: "list",
      heading: words("Type", "الصنف", "Type"),
      help: words("Le type du texte.", "صنف النص.", "The type of the text."),
      example: "convention",
      choices: choicesOf(types),
    },
    {
      key: "state",
      type: "list",
      heading: words("État", "الحالة", "State"),
      help: words(
        "Son état aujourd’hui ; en vigueur si la cellule est vide.",
        "حالتها اليوم؛ سارية إذا تركت فارغة.",
        "Its state today; in force when empty.",
      ),
      example: "in_force",
      choices: legacyStates.map(stateChoice),
    },
    {
      key: "since",
      type: "date",
      heading: words("Dans cet état depuis", "في هذه الحالة منذ", "In this state since"),
      help: words(
        "Le jour où cet état a commencé.",
        "اليوم الذي بدأت فيه هذه الحالة.",
        "The day on which that state began.",
      ),
      example: "2019-06-01",
    },
    {
      key: "reported",
      type: "boolean",
      heading: words("Connue par la presse seule", "معروفة من الصحافة فقط", "Known from the press only"),
      help: words(
        "oui : personne n’a vu le texte, ses chiffres restent annoncés.",
        "نعم: لم يطلع أحد على النص، وتبقى أرقامها معلنة فقط.",
        "yes: nobody has seen the text; its figures stay announced.",
      ),
      example: "non",
    },
    {
      key: "signed_on",
      type: "code",
      heading: words("Date de signature", "تاريخ التوقيع", "Date of signature"),
      help: words(
        "Ce qui est connu : 12/05/2019, 05/2019 ou 2019.",
        "حسب المعروف: 12/05/2019 أو 05/2019 أو 2019.",
        "As far as it is known: 12/05/2019, 05/2019 or 2019.",
      ),
      example: "2019-05-12",
    },
    {
      key: "period_from",
      type: "date",
      heading: words("Début", "البداية", "Begins"),
      help: words("Premier jour de la période.", "أول يوم من المدة.", "First day of the period."),
      example: "2019-06-01",
    },
    {
      key: "period_to",
      type: "date",
      heading: words("Fin", "النهاية", "Ends"),
      help: words("Dernier jour de la période.", "آخر يوم من المدة.", "Last day of the period."),
      example: "2022-05-31",
    },
    {
      key: "place",
      type: "code",
      heading: words("Territoire", "المجال الترابي", "Territory"),
      help: words(
        "Code ou nom de la région, de la province ou de la commune.",
        "رمز أو اسم الجهة أو العمالة أو الإقليم أو الجماعة.",
        "Code or name of the region, province or commune.",
      ),
      example: "03",
    },
    {
      key: "purpose",
      type: "text",
      free: true,
      longest: 4000,
      heading: words("Objet", "الموضوع", "Purpose"),
      help: words("L’objet en quelques phrases.", "الموضوع في بضع جمل.", "The purpose in a few sentences."),
      example: "Insertion de jeunes",
    },
    {
      key: "parent",
      type: "text",
      heading: words("Rattachée à", "تابعة لـ", "Counts under"),
      help: words(
        "Référence ou intitulé du programme ou du groupe sous lequel elle compte.",
        "مرجع أو عنوان البرنامج أو المجموعة التي تحتسب ضمنها.",
        "Reference or title of the programme or bundle under which it counts.",
      ),
      example: "EXEMPLE-PROGRAMME",
    },
    {
      key: "frameworks",
      type: "codes",
      heading: words("Autres cadres", "أطر أخرى", "Other frameworks"),
      help: words(
        "Références des autres cadres, séparées par | : elle n’y compte pas.",
        "مراجع الأطر الأخرى، يفصل بينها |: لا تحتسب ضمنها.",
        "References of other frameworks, separated by |: it does not count there.",
      ),
      example: "EXEMPLE-PLAN",
    },
    {
      key: "signatories",
      type: "codes",
      heading: words("Signataires", "الأطراف الموقعة", "Signatories"),
      help: parties,
      example: "EXEMPLE-SA | EXEMPLE-REGION",
    },
    {
      key: "partners",
      type: "codes",
      heading: words("Partenaires", "الشركاء", "Partners"),
      help: parties,
      example: "",
    },
    {
      key: "funders",
      type: "codes",
      heading: words("Bailleurs de fonds", "الممولون", "Funders"),
      help: parties,
      example: "",
    },
    {
      key: "operators",
      type: "codes",
      heading: words("Opérateurs", "متعهدو التنفيذ", "Operators"),
      help: parties,
      example: "",
    },
    {
      key: "lead",
      type: "text",
      heading: words("Chef de file", "الهيئة القائدة", "Lead organisation"),
      help: words("Référence ou nom.", "المرجع أو الاسم.", "Reference or name."),
      example: "EXEMPLE-REGION",
    },
  ],
});
