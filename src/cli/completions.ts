/**
 * Scripts that complete commands in bash and zsh: commands, flags, and the words of each pack.
 *
 * In:   the table of commands, the words that an organization has for each kind of value.
 * Out:  a script. Both shells share its functions, which print what may stand next; only the
 *       adapter at the end is the shell's own. The words are written into the script, so that
 *       completing costs no start of the program; print it anew when a pack has grown.
 */

import { searchKinds } from "#rules";
import { type Command, commands, globals, groups, type Offer, switches } from "./commands.ts";

export type Shell = "bash" | "zsh";

export const shells: readonly Shell[] = ["bash", "zsh"];

/** The words an organization offers for a kind of value. */
export type Vocabulary = {
  readonly org: string;
  readonly states: readonly string[];
  readonly subjects: readonly string[];
  readonly provisions: readonly string[];
  readonly sources: readonly string[];
  readonly actors: readonly string[];
  readonly bodies: readonly string[];
  readonly relations: readonly string[];
  readonly series: readonly string[];
  readonly decisions: readonly string[];
  readonly situations: readonly string[];
};

const quoted = (word: string): string =>
  /^[\w./,-]+$/.test(word) ? word : `'${word.replaceAll("'", "")}'`;

const printed = (words: readonly string[]): string =>
  words.length === 0 ? ":" : `printf '%s\\n' ${words.map(quoted).join(" ")}`;

const branch = (pattern: string, words: readonly string[]): string =>
  `    ${pattern}) ${printed(words)} ;;`;

/** Values by organization and kind. */
const valuesOf = (all: readonly Vocabulary[], kinds: readonly string[]): readonly string[] => [
  ...all.flatMap(({ org, states, subjects, provisions, sources, actors, ...more }) => [
    branch(`${org}:state`, states),
    branch(`${org}:subject`, subjects),
    branch(`${org}:provision`, provisions),
    branch(`${org}:sources`, [...sources, "preferred", "ledger"]),
    branch(`${org}:source`, sources),
    branch(`${org}:actor`, actors),
    branch(`${org}:body`, more.bodies),
    branch(`${org}:relation`, more.relations),
    branch(`${org}:series`, more.series),
    branch(`${org}:act`, more.decisions), // Any act may be checked; these are asked for most.
    branch(`${org}:situation`, more.situations),
  ]),
  branch("*:kind", kinds),
  branch("*:result", searchKinds),
  branch("*:language", ["en", "ru"]),
  branch("*:shell", shells),
  branch(
    "*:org",
    all.map(({ org }) => org),
  ),
  branch("*:folder", [":folder"]),
  branch("*:file", [":file"]),
  branch("*:positions", [":file"]),
  branch("*:trace", ["norms", "nodes"]),
];

const flagsOf = ({ name, flags, globals: shared }: Command): string =>
  branch(
    `"${name}"`,
    [...flags.map((flag) => flag.name), ...shared, "help"].map((flag) => `--${flag}`),
  );

/** What a flag takes; where commands differ on one, what the first of them says. */
const offers = new Map<string, Offer>(
  [...globals, ...commands.flatMap(({ flags }) => flags)]
    .toReversed()
    .map(({ name, offer }) => [name, offer]),
);

/** Flags that mean something else to one command. */
const ownOffers: readonly string[] = commands.flatMap(({ name, flags }) =>
  flags
    .filter((flag) => offers.get(flag.name) !== flag.offer)
    .map((flag) => `    "${name}:--${flag.name}") printf '%s\\n' ${flag.offer} ;;`),
);

const placesOf = ({ name, words }: Command): readonly string[] =>
  words.map(({ offer }, place) => `    "${name}:${place}") printf '%s\\n' ${offer} ;;`);

const firstWords = [...new Set([...commands.map(({ name }) => name.split(" ")[0] ?? ""), "help"])];

const secondWords = (group: string): readonly string[] =>
  commands.flatMap(({ name }) =>
    name.startsWith(`${group} `) ? [name.slice(group.length + 1)] : [],
  );

const shared = (all: readonly Vocabulary[], kinds: readonly string[]): readonly string[] => [
  "# Values of one kind: organization, kind.",
  "_foedus_values() {",
  '  case "$1:$2" in',
  ...valuesOf(all, kinds),
  "  esac",
  "}",
  "# The flags of a command.",
  "_foedus_flags() {",
  '  case "$1" in',
  ...commands.map(flagsOf),
  branch(
    "*",
    [...globals.map(({ name }) => name), "help", "version"].map((flag) => `--${flag}`),
  ),
  "  esac",
  "}",
  "# The kind of value that a flag of a command takes.",
  "_foedus_flag() {",
  '  case "$1:$2" in',
  ...ownOffers,
  ...[...offers].map(([name, offer]) => `    *:--${name}) printf '%s\\n' ${offer} ;;`),
  "  esac",
  "}",
  "# The kind of value at a place behind a command.",
  "_foedus_place() {",
  '  case "$1:$2" in',
  ...commands.flatMap(placesOf),
  "  esac",
  "}",
  "# What may stand next: the word begun, then all words before it.",
  "_foedus_next() {",
  "  local begun=$1 org=csto found= place=0 flag= kind= before= word=",
  "  shift",
  '  for word in "$@"; do',
  '    if [ -n "$flag" ]; then',
  '      if [ "$flag" = --org ]; then org=$word; fi',
  "      flag=",
  "      continue",
  "    fi",
  '    case "$word" in',
  `      ${[...switches, "help", "version"].map((name) => `--${name}`).join("|")}|-h|-V) ;;`,
  "      --*=*) ;;",
  "      --*) flag=$word ;;",
  "      *)",
  '        case "$found" in',
  "          '') found=$word ;;",
  `          ${groups.join("|")}) found="$found $word" ;;`,
  "          *) place=$((place + 1)) ;;",
  "        esac ;;",
  "    esac",
  "  done",
  '  if [ -n "$flag" ]; then',
  '    kind=$(_foedus_flag "$found" "$flag")',
  "  else",
  '    case "$begun" in',
  '      -*) _foedus_flags "$found"; return ;;',
  "    esac",
  '    case "$found" in',
  `      '') ${printed(firstWords)}; return ;;`,
  ...groups.map((group) => `      ${group}) ${printed(secondWords(group))}; return ;;`),
  "    esac",
  '    kind=$(_foedus_place "$found" "$place")',
  "  fi",
  '  case "$kind:$begun" in',
  `    sources:*,*) before=\${begun%,*}, ;;`,
  "  esac",
  '  _foedus_values "$org" "$kind" | while IFS= read -r word; do',
  "    printf '%s\\n' \"$before$word\"",
  "  done",
  "}",
];

const bash = `_foedus() {
  local begun="\${COMP_WORDS[COMP_CWORD]}" offered IFS=$'\\n'
  offered=$(_foedus_next "$begun" "\${COMP_WORDS[@]:1:COMP_CWORD-1}")
  case "$offered" in
    :folder) COMPREPLY=($(compgen -d -- "$begun")) ;;
    :file) COMPREPLY=($(compgen -f -- "$begun")) ;;
    *) COMPREPLY=($(compgen -W "$offered" -- "$begun")) ;;
  esac
}
complete -F _foedus foedus`;

const zsh = `_foedus() {
  local offered
  offered=$(_foedus_next "\${words[CURRENT]}" "\${(@)words[2,CURRENT-1]}")
  case "$offered" in
    :folder) _files -/ ;;
    :file) _files ;;
    *) compadd -- \${(f)offered} ;;
  esac
}
compdef _foedus foedus`;

/** The script for a shell. */
export const completions = (
  shell: Shell,
  all: readonly Vocabulary[],
  kinds: readonly string[],
): string =>
  [
    ...(shell === "zsh" ? ["#compdef foedus"] : []),
    `# Completes foedus in ${shell}. Load it with: source <(foedus completions ${shell})`,
    ...shared(all, kinds),
    shell === "zsh" ? zsh : bash,
    "",
  ].join("\n");
