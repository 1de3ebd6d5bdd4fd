/**
 * `/api/v1/{org}/{command}`: the questions of the rules, put by HTTP (S-23).
 *
 * In:   a request; flags and positional words of the command line are parameters of the query.
 * Out:  the very text that the command line prints with `--json`, or a problem.
 *
 * There is one handler for all questions and no second reading of parameters: what `ask` takes and
 * refuses is taken and refused here.
 */

import type { Context } from "hono";
import { todayAt } from "#base";
import {
  ask,
  type Params,
  type QuestionSpec,
  questions,
  sceneOf,
  specOf,
  type World,
} from "#rules";
import { titlesIn, worded } from "#wording";
import { type Address, addressOf, languageIn, readQuery, shown } from "./address.ts";
import { tagOf } from "./etag.ts";
import type { AppPorts, Organization } from "./ports.ts";
import { bodyOf, readBody } from "./posted.ts";
import { type Fault, faultOf } from "./problem.ts";
import { ifNamed, jsonText, jsonType, problemReply, reply } from "./reply.ts";

export const worldOf = (
  { org, pack, library, anchor }: Organization,
  { now }: Pick<AppPorts, "now">,
): World => ({ org, pack, library, anchor, today: todayAt(now(), pack.seat.timeZone) });

export const noOrganization = ({ organizations }: AppPorts, found: string): Fault =>
  faultOf("org.unknown", "org", shown(found), [...organizations.keys()].join(", "));

const noCommand = (found: string): Fault => {
  const accepted = questions.map(({ command }) => command).join(", ");
  return faultOf("query.no-such-command", "command", shown(found), accepted);
};

/** Without a day the answer is that of today; questions that ask for no day depend on none. */
const isOfToday = (command: string, params: Params): boolean =>
  !params.has("on") && specOf(command)?.options.some(({ name }) => name === "on") === true;

type Asked = {
  readonly of: Organization;
  readonly command: string;
  readonly params: Params;
  readonly address: Address;
};

const answerTo = (c: Context, ports: AppPorts, asked: Asked): Response => {
  const { of, command, params, address } = asked;
  const world = worldOf(of, ports);
  const spec = specOf(command);
  if (spec === undefined) return problemReply(c, noCommand(command));
  const language = languageIn(address);
  const today = isOfToday(command, params) ? world.today : undefined;
  const depends = { build: ports.build, of, address, representation: jsonType, today };
  const tag = tagOf(depends, ports.hash);
  const had = ifNamed(c, language, tag);
  if (had !== undefined) return had;
  const scene = sceneOf(world, spec, params);
  if (!scene.ok) return problemReply(c, scene.refusal);
  const answer = ask(world, command, params);
  if (!answer.ok) return problemReply(c, answer.refusal);
  const body = worded(answer.value, world.pack, titlesIn(scene.value, language), language);
  return reply(c, { type: jsonType, language, tag, text: jsonText(body) });
};

/** Answers a question whose file is the body of the request; it is made anew each time. */
export const postedAnswer = async (
  c: Context,
  ports: AppPorts,
  spec: QuestionSpec,
): Promise<Response> => {
  const org = c.req.param("org") ?? "";
  const of = ports.organizations.get(org);
  if (of === undefined) return problemReply(c, noOrganization(ports, org));
  const address = addressOf(c.req.url);
  const query = readQuery(address);
  if (!query.ok) return problemReply(c, query.refusal);
  const body = await readBody(c);
  if (!body.ok) return problemReply(c, body.refusal);
  const name = bodyOf(spec) ?? "";
  const params = new Map([...query.value, [name, [...(query.value.get(name) ?? []), body.value]]]);
  const world = worldOf(of, ports);
  const language = languageIn(address);
  const scene = sceneOf(world, spec, params);
  if (!scene.ok) return problemReply(c, scene.refusal);
  const answer = ask(world, spec.command, params);
  if (!answer.ok) return problemReply(c, answer.refusal);
  const shownBody = worded(answer.value, world.pack, titlesIn(scene.value, language), language);
  return reply(c, { type: jsonType, language, text: jsonText(shownBody) });
};

/** Answers a question about an organization; both are judged before the parameters are. */
export const questionAnswer = (
  c: Context,
  ports: AppPorts,
  org: string,
  command: string,
): Response => {
  const of = ports.organizations.get(org);
  if (of === undefined) return problemReply(c, noOrganization(ports, org));
  if (specOf(command) === undefined) return problemReply(c, noCommand(command));
  const address = addressOf(c.req.url);
  const params = readQuery(address);
  if (!params.ok) return problemReply(c, params.refusal);
  return answerTo(c, ports, { of, command, params: params.value, address });
};
