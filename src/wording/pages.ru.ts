/** What the pages say in Russian. */

import { datesOf } from "./dates.ts";
import type { MovingWords, PageWords } from "./pages.ts";

const months = [
  ["января", "январь"],
  ["февраля", "февраль"],
  ["марта", "март"],
  ["апреля", "апрель"],
  ["мая", "май"],
  ["июня", "июнь"],
  ["июля", "июль"],
  ["августа", "август"],
  ["сентября", "сентябрь"],
  ["октября", "октябрь"],
  ["ноября", "ноябрь"],
  ["декабря", "декабрь"],
] as const;

const two = (n: number): string => String(n).padStart(2, "0");

const dates = datesOf({
  long: (day, month, year) => `${day} ${months[month - 1]?.[0] ?? ""} ${year} года`,
  short: (day, month, year) => `${two(day)}.${two(month)}.${year}`,
  month: (month, year) => `${months[month - 1]?.[1] ?? ""} ${year}`,
  yearless: (day, month) => `${two(day)}.${two(month)}`,
  between: (a, b) => `между ${a} и ${b}`,
  orLater: (a) => `${a} или позже`,
  orEarlier: (b) => `${b} или раньше`,
  through: (a, b) => `${a} – ${b}`,
  from: (a) => `с ${a}`,
  about: (text) => `около ${text}`,
});

const joined = (names: readonly string[], word: string): string =>
  names.length < 2 ? names.join() : `${names.slice(0, -1).join(", ")} ${word} ${names.at(-1)}`;

/** "21 государство", "32 государства", "15 государств". */
const states = (count: number): string => {
  const [ten, one] = [count % 100, count % 10];
  if (ten > 10 && ten < 20) return `${count} государств`;
  if (one === 1) return `${count} государство`;
  return one > 1 && one < 5 ? `${count} государства` : `${count} государств`;
};

/** All names, unless they are too many for a sentence; the table has them all. */
const parties = (names: readonly string[]): string =>
  names.length > 9 ? `${states(names.length)} из таблицы` : joined(names, "и");

export const movingRu: MovingWords = {
  dates,
  title: (date) => `Участники на ${date}`,
  mapTitle: (date) => `Карта, ${date}`,
  documentTitle: (title, org) => `${title} – ${org} – Foedus`,
  bound: (names) => `Кто обязан помогать, каждый каждому: ${parties(names)}. Основание:`,
  boundNobody: (cite) => `Обязанных помогать нет: не действует ${cite}.`,
  boundNone: (cite, version) =>
    `Действует ${cite} (${version}); ни об одном государстве не известно, что оно связано.`,
  boundOpen: (cite) => `Не известно, действовала ли в этот день норма: ${cite}.`,
  boundDisputed: "О некоторых из них это спорно.",
  boundUncertain: (names) => `Точно не установлено: ${joined(names, "и")}.`,
  boundSuspended: (names) =>
    `Участие приостановлено: ${joined(names, "и")}; распространялась ли норма на такой случай, ` +
    "прочитанные тексты не говорят.",
  boundVersion: (n) => `редакция ${n}`,
  ahead: "Этот день впереди: здесь показано, что будет, если больше ничего не произойдёт.",
  day: "День",
  show: "Показать",
  today: "Сегодня",
  slider: "День, ползунок",
  sliderKeys:
    "Стрелки передвигают на день, Page Up и Page Down – на месяц, стрелка с Shift – на год; " +
    "N и P ведут к следующей и предыдущей перемене.",
  previousChange: (date) => `Предыдущая перемена: ${date}`,
  nextChange: (date) => `Следующая перемена: ${date}`,
  previousDoubt: (date) => `До этого меняется достоверность: ${date}`,
  nextDoubt: (date) => `Далее меняется достоверность: ${date}`,
  noPreviousChange: "Более ранних перемен нет",
  noNextChange: "Более поздних перемен нет",
  changed: "Что изменилось в этот день",
  changedNothing: "В этот день ничего не изменилось.",
  happened: "Акты этого дня",
  counts: "Подсчёт",
  members: "Статус в этот день",
  groups: {
    bound: "Связаны",
    suspended: "Участие приостановлено",
    signatory: "Подписали или присоединились, ещё не связаны",
    uncertain: "Не определено",
  },
  nobody: "В этот день не связано ни одно государство.",
  nobodyKnown: "Ни об одном государстве не известно, что оно было связано в этот день.",
  others: "Больше не связаны или не известно",
  without: "Ещё не связаны",
  perhaps: (values) => `возможно: ${joined(values, "или")}`,
  othersSay: (values) => `по другим данным: ${joined(values, "или")}`,
  notListed: "не в счёт",
  open: "Что не известно или спорно",
  openDisputed: (names) => `Спорно в этот день: ${names.join(", ")}.`,
  openUncertain: (names) =>
    `Не определено в этот день, точная дата не известна: ${names.join(", ")}.`,
  openUnknown: (names) => `Рассмотренные источники не говорят ничего: ${names.join(", ")}.`,
  openNothing: "Ни один статус на этой странице в этот день не спорен и не остался неопределённым.",
  version: (n) => `редакция ${n}`,
};

export const pageRu: PageWords = {
  dates,
  skip: "К содержанию",
  organizations: "Организации",
  pages: "Страницы",
  language: "Язык",
  places: {
    members: "Члены",
    timeline: "Хронология",
    diff: "Изменения",
    bodies: "Органы",
    forces: "Силы",
    exercises: "Учения",
    relations: "Отношения",
    plans: "Планы",
    budget: "Бюджет",
    decisions: "Решения",
    situations: "Ситуации",
    search: "Поиск",
    decide: "Калькулятор",
    coverage: "Полнота",
  },
  lens: {
    heading: "Читать запись через линзу",
    explain: "Пустое поле означает всю запись.",
    known: "Известное на",
    knownHint: "момент, 2026-12-10T00:00:00Z, или число записей, #120",
    publishedBy: "Опубликованное по",
    publishedByHint: "только источники с датой не позже этого дня",
    accordingTo: "По источникам",
    accordingToHint: "по порядку, через запятую: backgrounder,preferred",
    apply: "Применить",
    clear: "Вся запись",
  },
  legend: "Что значат слова",
  state: "Государство",
  mapNote:
    "Границы: Natural Earth, как они есть на деле; это не суждение о правах. Карта повторяет " +
    "таблицу. Где статус не определён или спорен, стоят вопросительный знак и прерывистый контур.",
  notDrawn: "на этой карте не показан",
  cite: "Как сослаться",
  citation: (org, title, size, root) =>
    `${org}: ${title}. Foedus, по состоянию реестра этой установки на запись ${size}, корень ${root}.`,
  head: (size) => `Записей в реестре: ${size}`,
  root: "корень по всем записям, включая записи самой установки:",
  recorded: (day) => `последняя запись от ${day}`,
  verify: "Как это проверить",
  safety:
    "Foedus даёт обоснованные проверки по изложенным фактам. Это не установление факта агрессии и " +
    "не юридическая консультация.",
  openUndated: (sources) =>
    `Не вошли в эту линзу, так как не имеют дня публикации: ${sources.join("; ")}.`,
  statusTitle: (name, date) => `${name} на ${date}`,
  whole: (name) => `Вся история: ${name}`,
  lastDay: "Последний день",
  because: "Потому что",
  against: "Что говорят ещё",
  againstExplain: "Другие утверждения о тех же актах и чем они отличаются.",
  alsoSaid: "Сказано без последствий",
  alsoSaidExplain: "Акты, которые говорят об этом и сами ничего не меняют.",
  mended: "Исправления",
  readings: "Толкования рядом",
  grounds: "Почему предпочтено это утверждение",
  clauses: "Нормы, на которых это стоит",
  held: (since, until) =>
    until === undefined ? `Так с ${since}.` : `Так с ${since}; уже не так с ${until}.`,
  nothingBecause: "Ни один акт записи этого не вызвал: ничего не записано.",
  underClause: (clause) => `на основании: ${clause}`,
  whyTitle: (subject) => `Почему: ${subject}`,
  valueOn: (date) => `На ${date}`,
  onDay: (title, date) => `${title}, на ${date}`,
  noDay: "день не известен",
  summary: (seen) => `Наше изложение; текст ${seen}.`,
  close: "Закрыть",
  loading: "Загрузка…",
  failed: "Объяснение не загрузилось. Откройте его страницей:",
  back: "Участники в этот день",
  provisionTitle: (cite) => cite,
  inForceOn: (date) => `Действует на ${date}`,
  notInForceOn: (date) => `Не действует на ${date}`,
  forceOpenOn: (date) => `Действует ли на ${date}, не известно`,
  versions: "Редакции",
  noVersions: "Записанные акты не вводят ни одной редакции.",
  diffTitle: (from, to) => `Что изменилось с ${from} по ${to}`,
  diffFrom: "С",
  diffTo: "По",
  compare: "Сравнить",
  timelineTitle: "Хронология актов",
  filter: "Отобрать",
  kind: "Вид акта",
  anyKind: "все виды",
  actor: "Кто",
  anyActor: "все",
  from: "С",
  to: "По",
  rows: (first, last, all) => `Акты с ${first} по ${last} из ${all}`,
  previousPage: "Предыдущая страница",
  nextPage: "Следующая страница",
  listNotes: "Примечания и что неизвестно",
  body: "Орган",
  form: "Форма",
  positions: "Позиции членов",
  decide: "Показать исход",
  receipts: "Ответ с квитанциями, в JSON",
  everyNode: "Показать каждое условие",
  verdict: "Действителен ли акт и не нарушение ли он?",
  any: "все",
  earlierPage: "Более ранние акты",
  laterPage: "Более поздние акты",
  parts: "Части списка",
  faults: {
    "400": {
      title: "Вопрос составлен неверно",
      advice: "Измените часть адреса, названную ниже.",
    },
    "404": { title: "Такого нет", advice: "Что есть, указано ниже." },
    "422": {
      title: "Право организации этого не допускает",
      advice: "Код называет правило, которое не допускает.",
    },
    "500": {
      title: "Наша ошибка",
      advice: "Вопрос может быть верен. Попробуйте позже; ошибка отмечена.",
    },
  },
  fault: { title: "Страницу нельзя показать", advice: "Вернитесь или начните заново." },
  found: "Получено",
  accepted: "Принимается",
  where: "Часть адреса",
  code: "Код",
};
