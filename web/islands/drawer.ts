/**
 * The drawer: why a value is so, beside the page and not instead of it.
 *
 * In:   the address of a why page.
 * Out:  its element `answer`, shown in the dialog that every page holds.
 *
 * The page is fetched as a document and its element adopted, so no text is ever parsed as markup
 * here and the drawer says word for word what the page says. If it fails, the link is shown.
 */

/** Only the latest request may fill the drawer. */
let latest: XMLHttpRequest | undefined;

const failure = (dialog: HTMLDialogElement, address: string): Node => {
  const paragraph = document.createElement("p");
  const link = document.createElement("a");
  link.href = address;
  link.textContent = address;
  link.rel = "external";
  paragraph.append(`${dialog.dataset["failed"] ?? ""} `, link);
  return paragraph;
};

const show = (dialog: HTMLDialogElement, body: HTMLElement, content: Node | string) => {
  body.replaceChildren(content);
  const heading = body.querySelector("h1");
  if (heading === null) return;
  heading.id = "drawer-heading";
  dialog.setAttribute("aria-labelledby", heading.id);
  body.querySelector("#answer")?.removeAttribute("id");
  body.scrollTop = 0;
  body.focus();
};

/** Whether the drawer could be opened; if not, the link may go its way. */
export const openWhy = (address: string): boolean => {
  const dialog = document.querySelector<HTMLDialogElement>("dialog.drawer");
  const body = dialog?.querySelector<HTMLElement>(".drawer-body");
  if (!dialog || !body || typeof dialog.showModal !== "function") return false;
  latest?.abort();
  const request = new XMLHttpRequest();
  latest = request;
  request.open("GET", address);
  request.responseType = "document";
  request.onload = () => {
    const answer = request.responseXML?.getElementById("answer");
    show(dialog, body, answer ? document.importNode(answer, true) : failure(dialog, address));
  };
  request.onerror = () => show(dialog, body, failure(dialog, address));
  request.send();
  if (!dialog.open) {
    dialog.removeAttribute("aria-labelledby");
    body.replaceChildren(dialog.dataset["loading"] ?? "");
    dialog.showModal();
  }
  return true;
};
