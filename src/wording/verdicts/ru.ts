/** The words of verdicts in Russian. */

import type { Counted, VerdictWords } from "./words.ts";

const plural = new Intl.PluralRules("ru");

const days = (count: number): string => {
  const form = plural.select(count);
  const word = form === "one" ? "день" : form === "few" ? "дня" : "дней";
  return `${count} ${word}`;
};

const receipts = (count: number): string => {
  const form = plural.select(count);
  const word = form === "one" ? "квитанция" : form === "few" ? "квитанции" : "квитанций";
  return `${count} ${word}`;
};

export const verdictsRu: VerdictWords = {
  validities: {
    effective: "действительно",
    pending: "действие отложено",
    "without-effect": "не имеет силы",
    voidable: "оспоримо",
    "not-institutional": "полномочий не требует, своих правовых последствий не имеет",
    undetermined: "не определено",
  },
  outcomes: {
    adopted: "принято",
    "open-for-expression": "открыто для согласия",
    "adopted-between-signatories": "принято между подписавшими",
    "not-adopted": "не принято",
    lapsed: "утратило силу",
    undetermined: "не определено",
  },
  compliance: {
    complies: "соблюдено",
    breach: "нарушение",
    "not-engaged": "не затронуто",
    undetermined: "не определено",
    conflict: "столкновение с обязанностью",
  },
  results: { met: "выполнено", "not-met": "не выполнено", undetermined: "не определено" },
  truths: { true: "верно", false: "неверно", unknown: "неизвестно" },
  dutyStates: {
    due: "подлежит исполнению",
    discharged: "исполнено",
    overdue: "просрочено",
    breached: "нарушено",
    undetermined: "не определено",
  },
  effects: {
    "counts-for": "засчитывается как согласие",
    blocks: "не даёт принять",
    ignored: "не учитывается",
    open: "оставляет открытым",
    unknown: "что это значит, неизвестно",
  },
  unknownPosition: "позицию ни один источник не называет",
  statuses: {
    none: "не связан",
    signatory: "подписал",
    party: "участник",
    suspended: "участие приостановлено",
    withdrawing: "выходит",
    lapsed: "участие прекратилось",
    withdrawn: "вышел",
    expelled: "исключён",
  },
  findings: {
    "armed-attack": "вооружённое нападение",
    "attack-origin": "откуда нападение",
    "in-treaty-area": "нападение в районе действия договора",
    threat: "угроза",
    "directed-against": "против кого направлено",
    "attack-ended": "нападение прекращено",
    judgement: "оценка",
  },
  values: {
    true: "да",
    false: "нет",
    external: "извне",
    internal: "изнутри",
    mixed: "смешанное",
    none: "ни против кого",
  },
  variables: {
    s: "ситуация",
    "s.victim": "пострадавшее государство",
    "s.attacker": "нападающий",
    act: "акт",
    proposal: "решение",
    bearer: "обязанное государство",
    other: "государство",
  },
  reasons: {
    "not-competent": "орган не вправе это устанавливать",
    "after-on": "это позже дня, о котором спрашивают",
  },
  wouldMake: {
    due: "обязанность наступит",
    ended: "обязанность прекратится",
    discharged: "обязанность исполнена",
    overdue: "обязанность просрочена",
    breached: "обязанность нарушена",
    breach: "это нарушение",
    excused: "это извинительно",
    permitted: "это дозволено",
    effective: "акт действителен",
    adopted: "решение принято",
    counted: "позиция засчитывается",
    decided: "решение можно оценить",
    party: "государство – участник",
    bound: "государство связано",
    met: "условие выполнено",
  },
  columns: {
    reading: "толкование",
    validity: "действительность",
    outcome: "исход",
    base: "состав",
    needed: "нужно",
    reached: "есть",
    shortBy: "не хватает",
    blockedBy: "не дают принять",
    binds: "связывает",
    decides: "что решает",
    norm: "норма",
    clause: "статья",
    bearer: "кто",
    owedTo: "перед кем",
    do: "что должен",
    due: "когда",
    truth: "условие",
    state: "состояние",
    receipt: "квитанция",
    question: "вопрос",
    holds: "подтверждена",
    differs: "расхождение",
  },
  nodes: {
    not: (text) => `неверно, что: ${text}`,
    finding: (kind, values, by) =>
      `установлено${by === "" ? "" : ` (${by})`} – ${kind}${values === "" ? "" : `: ${values}`}`,
    act: (kind, by, to) =>
      [`${kind.charAt(0).toLowerCase()}${kind.slice(1)}`, by && `кто: ${by}`, to && `кому: ${to}`]
        .filter((part) => part !== "")
        .join(", "),
    status: (who, towards, is) => `статус – ${who}: ${is} (${towards})`,
    is: (left, right) => `${left} – это ${right}`,
    belongs: (who, set) => `${who} входит в число: ${set}`,
    parties: (instrument) => `участники (${instrument})`,
    members: (body) => `члены (${body})`,
    participants: "принявшие участие",
    before: (a, b) => `${a} раньше, чем ${b}`,
    onOrAfter: (a, b) => `${a} не раньше, чем ${b}`,
    within: (day, from, length) => `${day} в пределах ${length}, считая с ${from}`,
    outcome: (of, is) => `исход – ${of}: ${is}`,
    judgement: (text) => `оценка: ${text}`,
    every: "это верно для каждого из них",
    some: "это верно для одного из них",
    all: "всё это верно",
    any: "что-то из этого верно",
    predicate: (name) => `выполняется ${name}`,
    places: {
      bearer: "кого норма обязывает",
      life: "действовала ли норма в тот день",
      holder: "кто обладает полномочием",
      priority: "норма, которая идёт впереди",
      endsWhen: "конец, который называет сама норма",
      defeated: "нет ни дозволения, ни нормы, которая идёт впереди",
      grace: "оценка, что это продлилось слишком долго",
      quorum: "кворум",
      window: "как долго текст остаётся открытым",
      completes: "что даёт более позднее согласие",
      partial: "принятие между подписавшими",
      reservation: "что значит позиция с заявлением",
      procedure: "по какой процедуре решает орган",
      deadline: "молчание до срока",
      broken: "возражение до срока",
      electorate: "кто учитывается",
    },
    consensus: {
      "counts-for": "согласие каждого члена",
      blocks: "отсутствие возражений",
    },
    majority: "большинство",
    unanimity: "единогласие",
    position: (position) => `что значит позиция «${position}»`,
    lifeRule: (instrument, rule) => `правило (${instrument}): ${rule}`,
    lifeRules: {
      "bindsOn/signature": "что даёт подписание",
      "bindsOn/accession": "что даёт присоединение",
      withdrawal: "выход",
      suspension: "приостановление",
      "suspension/touches": "чего касается приостановление",
      expulsion: "исключение",
      renewal: "продление",
    },
    form: (form) => `условия формы «${form}»`,
  },
  checkTitle: (act) => `Оценка акта: ${act}`,
  decideTitle: (body, on) => `${body}: решение ${on}`,
  dutiesTitle: (situation, on) => `Кто, что и перед кем обязан на ${on}: ${situation}`,
  receiptsTitle: receipts,
  disputed: "Толкования расходятся; здесь ни одно не выбирают.",
  agreed: "Ответ один и тот же при каждом толковании, которое он затрагивает.",
  capped: "Затронуто больше шестнадцати сочетаний толкований; показаны первые.",
  everyReading: "При любом толковании",
  reading: (options) => `Толкование: ${options.join("; ")}`,
  verdict: (validity, outcome, on) => {
    const worth = on === "" ? (outcome ?? "") : `${outcome} с ${on}`;
    return worth === "" ? validity : `${worth}, ${validity}`;
  },
  consents: ({ base, needed, reached, shortBy }: Counted) =>
    `Согласие: ${reached} из нужных ${needed}, состав ${base}${shortBy === "0" ? "" : `, не хватает ${shortBy}`}.`,
  objections: ({ base, reached }: Counted) =>
    reached === "0"
      ? `Возражения: ни одного, состав ${base}; не должно быть ни одного.`
      : `Возражения: ${reached}, состав ${base}; не должно быть ни одного.`,
  clauses: (cites) => `Процедура основана на: ${cites}.`,
  excluded: (state, cite) => `${state} не учитывается: ${cite}.`,
  blockedBy: (states) => `Не дают принять: ${states}.`,
  binds: (states) => `Связывает: ${states}.`,
  bindsUnknown: (states) => `Связывает ли, неизвестно: ${states}.`,
  later: {
    counted: (state, day, reached) => `${state}: согласие ${day}, всего тогда ${reached}.`,
    "bound-from": (state, day) => `${state}: связано со дня согласия ${day}.`,
    "too-late": (state, day) => `${state}: заявление ${day}, слишком поздно.`,
    none: (state, day) => `${state}: заявление ${day} ничего не меняет.`,
  },
  form: (form, outcome) => `В форме «${form}»: ${outcome}.`,
  formAbsent: (form, because) => `Формы «${form}» нет: ${because}.`,
  formSince: (cite, version, day) => `${cite}, редакция ${version}, в силе с ${day}`,
  decides: (node) => `Что решает: ${node}.`,
  defeated: (by) => `Уступает норме ${by}.`,
  missingFinding: (kind, about, by, makes) =>
    `Не установлено: ${kind} – ${about}; вправе установить: ${by}. Тогда ${makes}.`,
  missingRecord: (what, span, makes) => `Нет в записи: ${what} (${span}). Тогда ${makes}.`,
  missingKnob: (knob, text) => `Неизвестно, так как текст не прочитан (${text}): ${knob}.`,
  flip: (changes, verdict) => `Если ${changes.join(" и ")}, то ${verdict}.`,
  flipLeaf: (leaf, to) => `${to}, что [${leaf}]`,
  flipPosition: (states, position) =>
    `${states.length > 1 ? `кто-то из ${states.length} (${states.join(", ")})` : states.join()} – «${position}»`,
  flipsIncomplete: "Испробованы не все малые изменения.",
  seen: {
    part: "Тексты, на которых это основано, прочитаны отчасти.",
    no: "Основано на тексте, который не прочитан.",
  },
  flag: (claim, says, register) =>
    `Утверждение ${claim} говорит: ${says.replace(" of ", " из ")}; по реестру членов: ${register.replace(" members", "")}.`,
  rests: (act, on) => `На этом основано: ${act}${on === "" ? "" : ` (через: ${on})`}.`,
  cureBy: (states, makes) => `С их согласием сегодня было бы: ${makes}. Кто: ${states}.`,
  cureIf: (node, makes) => `При этом условии было бы: ${makes}. Условие: ${node}.`,
  ignored: (act, reason) => `Не учтено: ${act}; ${reason}.`,
  toOthers: " (каждый перед всеми остальными)",
  immediately: "немедленно",
  due: (due) => `когда: ${due}`,
  notEngaged: (norm, because) => `Не затронута: ${norm}. Что решает: ${because}.`,
  elapsed: (count) => `прошло ${days(count)}`,
  receipt: (hash) => `Квитанция: ${hash}.`,
  differs: (field, says, found) => `${field}: в квитанции ${says}, найдено ${found}`,
};
