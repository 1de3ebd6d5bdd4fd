/**
 * The words of Russian.
 *
 * Where a name would have to be declined, a colon stands instead: «Ратификация: Армения – Договор».
 */

import type { TitleParts, Words } from "./words.ts";

const rules = new Intl.PluralRules("ru");

const counted =
  (one: string, few: string, many: string) =>
  (count: number): string => {
    const form = rules.select(count);
    return `${count} ${form === "one" ? one : form === "few" ? few : many}`;
  };

const list = (names: readonly string[]): string => {
  const [first = "", second = "", third] = names;
  if (names.length <= 1) return first;
  if (names.length === 2) return `${first} и ${second}`;
  if (names.length === 3) return `${first}, ${second} и ${third}`;
  return `${first}, ${second} и ещё ${names.length - 2}`;
};

const dash = ({ who, what }: TitleParts): string =>
  [who, what].filter((text) => text !== "").join(" – ");

/** «Подписали: Армения и Казахстан – Договор»; about one, or nobody named, a noun. */
const did =
  (noun: string, plural = noun) =>
  (parts: TitleParts): string => {
    const rest = dash(parts);
    const begin = parts.many ? plural : noun;
    return rest === "" ? begin : `${begin}: ${rest}`;
  };

/** «Вступление в силу: Договор», with the state behind it where one is named. */
const happened =
  (noun: string) =>
  ({ who, what }: TitleParts): string => {
    const rest = dash({ who: what, what: who, many: false });
    return rest === "" ? noun : `${noun}: ${rest}`;
  };

const acts = counted("акт", "акта", "актов");
const entries = counted("запись", "записи", "записей");
const errors = counted("ошибка", "ошибки", "ошибок");
const sources = counted("источник", "источника", "источников");

export const ru: Words = {
  statuses: {
    none: "нет",
    signatory: "подписавшая сторона",
    party: "участник",
    member: "член",
    suspended: "членство приостановлено",
    withdrawing: "выходит",
    lapsed: "участие истекло",
    withdrawn: "вышло",
    expelled: "исключено",
    uncertain: "точно не установлено",
    unknown: "неизвестно",
  },
  values: { "in-force": "в силе", "not-in-force": "не в силе" },
  version: (n) => `редакция ${n}`,
  fields: {
    occurredOn: "день",
    effectiveOn: "действует с",
    gist: "суть",
    actors: "участники",
    declined: "отказались",
    place: "место",
    law: "закон",
    body: "орган",
    positions: "позиции",
    tally: "подсчёт",
    basis: "основание",
    value: "значение",
    receivedOn: "получено",
    for: "за",
    of: "из",
    position: "позиция",
    statement: "заявление",
    kind: "вид акта",
    about: "предмет",
    act: "акт",
    title: "название",
    publisher: "издатель",
    address: "адрес",
    standing: "вес источника",
    published: "опубликовано",
    seen: "текст прочитан",
    note: "примечание",
  },
  certainties: { certain: "точно", uncertain: "неточно", disputed: "спорно" },
  legend: {
    disputed:
      "Спорно: точные утверждения источников или толкования права расходятся; показано то, что " +
      "следует из предпочтённого утверждения или толкования.",
    uncertain:
      "Неточно: источники не называют точного дня, поэтому на этот день возможно несколько " +
      "значений; ни одно не предпочтено.",
    undetermined:
      "Не определено: по имеющимся записям правило нельзя применить; чего недостаёт – указано.",
    unknown: "Неизвестно: рассмотренные источники об этом не говорят.",
  },
  confidences: { high: "высокая", medium: "средняя", low: "низкая", unsourced: "без источника" },
  standings: {
    "primary-text": "первичный текст",
    official: "официальный источник",
    agency: "информационное агентство",
    study: "исследование",
    press: "пресса",
    encyclopaedia: "энциклопедия",
    copy: "копия",
    none: "без веса",
  },
  differences: {
    error: "ошибка",
    imprecise: "менее точно",
    contested: "оспаривается",
    superseded: "устарело",
    unverified: "не проверено",
    note: "примечание",
  },
  grounds: {
    "higher-standing": "источник весомее",
    "primary-text": "так в первичном тексте",
    register: "так в реестре депозитария",
    "later-and-better": "более поздний и лучше осведомлённый источник",
    "more-precise": "самое точное из утверждений",
    "only-source": "единственный источник",
    majority: "так говорит большинство источников",
    "new-source": "источник найден позднее",
    editor: "суждение редакторов",
  },
  seen: { full: "изучен полностью", part: "изучен частично", no: "не изучен" },
  yes: "да",
  no: "нет",
  columns: {
    state: "Код",
    name: "Государство",
    status: "Статус",
    since: "С какого дня",
    from: "С",
    until: "До",
    certainty: "Точность",
    possible: "Возможно",
    instruments: "Документы",
    acts: "Акты",
    part: "Роль",
    act: "Акт",
    kind: "Вид",
    title: "Название",
    clause: "Положение",
    claim: "Утверждение",
    source: "Источник",
    standing: "Вес источника",
    says: "Содержание",
    confidence: "Уверенность",
    differs: "Расхождение",
    subject: "Предмет",
    before: "Было",
    after: "Стало",
    on: "Когда",
    provision: "Норма",
    version: "Редакция",
    inForce: "В силе",
    seen: "Текст",
    gist: "Суть",
    occurredOn: "Произошло",
    effectiveOn: "Действует с",
    actors: "Кто",
  },
  parts: {
    because: "основание",
    against: "против",
    alsoSaid: "сказано, но без последствий",
  },
  kinds: {
    "instrument.signed": "Подписание",
    "instrument.ratified": "Ратификация",
    "instrument.deposited": "Сдача грамоты депозитарию",
    "instrument.acceded": "Присоединение",
    "instrument.entered-into-force": "Вступление в силу",
    "instrument.terminated": "Прекращение действия",
    "renewal.declined": "Отказ от продления",
    "membership.restored": "Восстановление членства",
    "membership.suspended": "Приостановление членства",
    "membership.resumed": "Возобновление членства",
    "member.expelled": "Исключение",
    "withdrawal.notified": "Уведомление о выходе",
    "withdrawal.revoked": "Отзыв уведомления о выходе",
    "freeze.declared": "Объявление о заморозке участия",
    "statement.made": "Заявление",
    "decision.put": "Решение",
    "consent.expressed-later": "Последующее согласие",
    "assistance.requested": "Просьба о помощи",
    "consultation.invoked": "Запрос консультаций",
    "source.stated": "Сообщение источника",
    "source.registered": "Источник",
    "completeness.declared": "Полнота записей",
    "charter.adopted": "Пакет устава",
    "act.corrected": "Исправление",
    "act.retracted": "Изъятие",
  },
  titles: {
    "instrument.signed": did("Подписание", "Подписали"),
    "instrument.ratified": did("Ратификация", "Ратифицировали"),
    "instrument.deposited": did("Сдача грамоты депозитарию", "Сдали грамоты депозитарию"),
    "instrument.acceded": did("Присоединение", "Присоединились"),
    "instrument.entered-into-force": happened("Вступление в силу"),
    "instrument.terminated": happened("Прекращение действия"),
    "renewal.declined": did("Отказ от продления", "Отказались от продления"),
    "membership.restored": did("Восстановление членства"),
    "membership.suspended": did("Приостановление членства"),
    "membership.resumed": did("Возобновление членства"),
    "member.expelled": did("Исключение"),
    "withdrawal.notified": did("Уведомление о выходе", "Уведомили о выходе"),
    "withdrawal.revoked": did("Отзыв уведомления о выходе", "Отозвали уведомление о выходе"),
    "freeze.declared": did("Объявление о заморозке участия", "Объявили о заморозке участия"),
    "statement.made": did("Заявление"),
    "decision.put": did("Решение вынесено на рассмотрение"),
    "consent.expressed-later": did("Последующее согласие", "Согласились позднее"),
    "assistance.requested": did("Просьба о помощи", "Попросили о помощи"),
    "consultation.invoked": did("Запрос консультаций", "Запросили консультации"),
    "source.stated": happened("Сообщение источника"),
    "source.registered": happened("Зарегистрирован источник"),
    "completeness.declared": happened("Заявлена полнота записей"),
    "charter.adopted": happened("Принят пакет устава"),
    "act.corrected": happened("Исправление"),
    "act.retracted": happened("Изъятие"),
  },
  list,
  acts,
  entries,
  states: counted("государство", "государства", "государств"),
  sentences: {
    membersOn: (org, on) => `${org}: кто был связан обязательствами на ${on}`,
    statusOn: (name, status, on) => `${name}, на ${on}: ${status}`,
    whyOn: (subject, value, on) => `${subject}, на ${on}: ${value}`,
    changed: (org, from, to) => `${org}: что изменилось с ${from} по ${to}`,
    provisionOn: (cite, on) => `${cite}, на ${on}`,
    timeline: (org, count) => `${org}: ${acts(count)}`,
    counts: (counts) =>
      `Подсчёт: ${counts.map(([status, count]) => `${status} – ${count}`).join(", ")}.`,
    nothing: "Показывать нечего.",
    readThrough: (lens) => `Взгляд ограничен: ${lens}.`,
    known: (known) => `по известному на ${known}`,
    publishedBy: (day) => `по опубликованному не позднее ${day}`,
    accordingTo: (sources) => `по источникам: ${sources.join(", ")}`,
    undated: (sources) => `Не учтены, так как день публикации неизвестен: ${sources.join(", ")}.`,
    contested: "Строка в скобках: по предпочтённым утверждениям это не член, по другим – член.",
    restsOn: (clauses) => `Положения: ${clauses.join(", ")}.`,
    ground: (act, rule) => `Почему предпочтено утверждение (${act}): ${rule}`,
    gives: (values) => `говорит за: ${values}`,
    computed: (value) => `По правилу самого документа: ${value}.`,
    depositsNotConfirmed:
      "Само правило документа дня не даёт: сдача грамот депозитарию не подтверждена.",
    held: (since, until) =>
      until === undefined ? `Так с ${since}.` : `Так с ${since}; с ${until} уже нет.`,
    reading: (axis, reading) => `При толковании «${reading}» вопроса ${axis}`,
    corrected: (act) => `Акт ${act} исправлен`,
    retracted: (act) => `Акт ${act} изъят`,
    amended: (by, on) => `Изменено: ${by}, ${on}.`,
    notSeen: "Сам текст изучен не полностью; суть изложена по тому, что сообщают о нём другие.",
    checkedPack: (pack, version, hash) => `${pack} ${version}: ошибок нет (${hash})`,
    checkedRecord: (count) => `${acts(count)}: ошибок нет`,
    errorsFound: (count) => `Найдено: ${errors(count)}`,
    synced: (org, count, actCount, sourceCount) =>
      count === 0
        ? `${org}: вносить нечего`
        : `${org}: внесено ${entries(count)} (${acts(actCount)}, ${sources(sourceCount)})`,
    entered: (act, seq) => `${act} – внесено на место ${seq}`,
    holds: (count, root) => `В журнале ${entries(count)}; корень ${root}`,
  },
};
