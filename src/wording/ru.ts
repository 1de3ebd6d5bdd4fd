/** The words of Russian. Where a name would have to be declined, a colon stands instead. */

import { kinds, titles } from "./kinds.ru.ts";
import { lists } from "./lists.ru.ts";
import { verdictsRu } from "./verdicts/ru.ts";
import type { Words } from "./words.ts";

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
  lists,
  verdicts: verdictsRu,
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
    absent: "отсутствуют",
    abstain: "воздержались",
    acting: "исполняет обязанности",
    affiliation: "место работы",
    against: "против",
    aliases: "другие названия",
    amount: "сумма",
    approximate: "приблизительно",
    area: "район",
    author: "автор",
    by: "кем",
    chair: "председатель",
    class: "вид",
    commander: "командующий",
    contingent: "контингент",
    currency: "валюта",
    days: "дни",
    documents: "документов",
    drafts: "проектов",
    due: "срок",
    finding: "квалификация",
    force: "силы",
    forces: "силы и средства",
    form: "форма",
    from: "от",
    grouping: "объединение",
    host: "принимает",
    id: "номер",
    in: "где",
    insteadOf: "вместо",
    mode: "порядок",
    names: "названия",
    number: "номер текста",
    observers: "наблюдатели",
    participants: "участвуют",
    partOf: "часть",
    property: "о чём",
    proposedBy: "предложено",
    reason: "причина",
    reported: "исход по сообщениям",
    resolution: "резолюция",
    role: "роль",
    series: "серия",
    session: "сессия",
    shares: "доли",
    signatories: "подписали",
    source: "источник",
    state: "состояние",
    status: "предоставленный статус",
    strength: "численность",
    term: "период",
    thing: "предмет записи",
    to: "до",
    total: "всего",
    until: "по",
    year: "год",
  },
  certainties: { certain: "точно", uncertain: "неточно", disputed: "спорно" },
  legend: {
    signatory: "Подписавшее государство: подписало или присоединилось, но ещё не связано.",
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
    until: "Уже не с",
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
  kinds,
  titles,
  list,
  acts,
  entries,
  states: counted("государство", "государства", "государств"),
  sentences: {
    membersOn: (org, on) => `${org}: статус государств на ${on}`,
    statusOn: (name, status, on) => `${name}, на ${on}: ${status}`,
    whyOn: (subject, value, on) => `${subject}, на ${on}: ${value}`,
    changed: (org, from, to) => `${org}: что изменилось с ${from} по ${to}`,
    provisionOn: (cite, on) => `${cite}, на ${on}`,
    timeline: (org, count) => `${org}: ${acts(count)}`,
    counts: (counts) =>
      `Подсчёт: ${counts.map(([status, count]) => `${status} – ${count}`).join(", ")}.`,
    nothing: "Показывать нечего.",
    nothingKnown: "Не известно: то, что видно через эту линзу, об этом ничего не говорит.",
    ahead: (day) =>
      `Последний записанный акт – ${day}. Этот день ещё впереди: ответ верен, если больше ничего ` +
      "не произойдёт.",
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
    synced: (org, count, actCount, sourceCount, others) =>
      count === 0
        ? `${org}: вносить нечего`
        : `${org}: внесено ${entries(count)} (${acts(actCount)}, ${sources(sourceCount)}, прочих: ${others})`,
    entered: (act, seq) => `${act} – внесено на место ${seq}`,
    verified: (origin, size, root, signatures) =>
      `Журнал ${origin} цел: ${entries(size)}, подписей под ними: ${signatures}; корень ${root}`,
    cosigned: (origin, size, root) =>
      `Заверено: журнал ${origin}, ${entries(size)}; корень ${root}`,
    exported: (dir, size, root, files) =>
      `Журнал записан в ${dir}: ${entries(size)}, файлов: ${files}; корень ${root}`,
    backedUp: (origin, size, root) =>
      `Резервная копия готова: журнал ${origin}, ${entries(size)}; корень ${root}`,
    restored: (origin, size, root) =>
      `Восстановлен и прочитан заново: журнал ${origin}, ${entries(size)}; корень ${root}`,
    holds: (count, root) => `В журнале ${entries(count)}; корень ${root}`,
  },
};
