/** The one script of every page: it wakes what the page holds, and opens a why beside the page. */
import { openWhy } from "./drawer.ts";

/** A plain click; with a key held, or another button, the link does what links do. */
const isPlain = (event: MouseEvent): boolean =>
  event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;

document.addEventListener("click", (event) => {
  if (event.defaultPrevented || !isPlain(event) || !(event.target instanceof Element)) return;
  const link = event.target.closest<HTMLAnchorElement>('a[href*="/why?"]');
  if (link !== null && openWhy(link.href)) event.preventDefault();
});

const data = document.getElementById("members-data");
if (data !== null) {
  const words =
    document.documentElement.lang === "ru" ? import("./words/ru.ts") : import("./words/en.ts");
  void Promise.all([import("./members.tsx"), words]).then(([{ wake }, { default: t }]) =>
    wake(JSON.parse(data.textContent), t),
  );
}
