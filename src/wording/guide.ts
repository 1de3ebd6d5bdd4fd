/**
 * What stands at the address of a log: what it is, and how anybody verifies it.
 *
 * In:   the organization's name, the line of the log's key, size and root of what was signed last.
 * Out:  a page of plain text in the language.
 */

import type { Language } from "#base";

export type LogShown = {
  readonly org: string;
  readonly name: string;
  readonly vkey: string;
  readonly size: number;
  readonly root: string;
};

const english = ({ org, name, vkey, size, root }: LogShown): string => `${name}: the ledger as a log

Every act is a leaf of a Merkle tree (RFC 6962, SHA-256), whose root is signed. Nothing can be changed, taken
out or put in between without another root.

key      ${vkey}
entries  ${size}
root     ${root}

Files below this address, laid out as C2SP tlog-tiles:
  checkpoint        size and root, signed
  log.vkey          the key that signs them
  tile/…            the hashes of the tree
  tile/entries/…    the entries

To verify: compare the key with one that reached you another way, then let any tool that knows the format check the
files, or run
  foedus export log DIR --org ${org}
  foedus verify DIR
`;

const russian = ({ org, name, vkey, size, root }: LogShown): string => `${name}: реестр как журнал

Каждый акт – лист дерева Меркла (RFC 6962, SHA-256), корень которого подписан. Ничего нельзя изменить, изъять или
вставить так, чтобы корень остался прежним.

ключ     ${vkey}
записей  ${size}
корень   ${root}

Файлы по этому адресу, в раскладке C2SP tlog-tiles:
  checkpoint        размер и корень с подписью
  log.vkey          ключ, которым они подписаны
  tile/…            хеши дерева
  tile/entries/…    записи

Как проверить: сравните ключ с тем, что дошёл до вас другим путём, затем проверьте файлы любой программой, которая знает
этот формат, или выполните
  foedus export log DIR --org ${org}
  foedus verify DIR
`;

export const logGuide = (shown: LogShown, language: Language): string =>
  language === "ru" ? russian(shown) : english(shown);
