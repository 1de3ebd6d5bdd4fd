/**
 * The description of the interface: OpenAPI 3.1, made of the table of questions and the schemas.
 *
 * In:   the organizations served.
 * Out:  the document at `/api/v1/openapi.json`.
 *
 * The routes are not made by the generator: parameters are read by the rules alone, and what stands
 * here is written from the same table, so the two cannot part.
 */

import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import { languages } from "#base";
import { type JsonSchema, jsonSchemas } from "#charter";
import { kinds } from "#record";
import { type Form, type ParamSpec, type QuestionSpec, questions, searchKinds } from "#rules";
import { helpOf, type ParameterName, parameterText } from "#wording";
import { answerSchemas, problemSchema } from "./answer-schemas.ts";
import { bodyOf, posted } from "./posted.ts";
import { problemsPath, problemType } from "./problem.ts";
import { jsonType } from "./reply.ts";

export const openApiPath = "/api/v1/openapi.json";

const version = "1.0.0";

/** What a value looks like; the rules say more, and refuse with a sentence. */
const forms: { readonly [F in Form]: () => z.ZodString | z.ZodEnum } = {
  day: () => z.string().regex(/^\d{4}-\d{2}-\d{2}$/),
  state: () => z.string().regex(/^[A-Z]{3}$/),
  subject: () => z.string(),
  provision: () => z.string(),
  known: () => z.string(),
  sources: () => z.string(),
  kind: () => z.enum([...kinds.keys()]),
  actor: () => z.string(),
  source: () => z.string(),
  body: () => z.string(),
  relation: () => z.string(),
  series: () => z.string(),
  word: () => z.string().regex(/^[a-z-]+$/),
  year: () => z.string().regex(/^\d{4}$/),
  act: () => z.string(),
  positions: () => z.string(),
  situation: () => z.string(),
  trace: () => z.enum(["norms", "nodes"]),
  number: () => z.string().regex(/^[1-9]\d{0,5}$/),
  words: () => z.string(),
  result: () => z.enum(searchKinds),
  language: () => z.enum(languages),
};

const help = helpOf("en");
const { commands } = help;

const parameterOf = (command: string, { name, form, required }: ParamSpec) => {
  const description = parameterText(help, command, name as ParameterName);
  const schema = forms[form]().openapi({ param: { name, in: "query", description, required } });
  return required ? schema : schema.optional();
};

const queryOf = ({ command, positional, options }: QuestionSpec) =>
  z.object(
    Object.fromEntries(
      [...positional, ...options].map((spec) => [spec.name, parameterOf(command, spec)]),
    ),
  );

const problem = (description: string) => ({
  description,
  content: { [problemType]: { schema: problemSchema } },
});

const refusals = {
  400: problem("The question is malformed, contradicts itself, or has a parameter too many."),
  404: problem("There is no such organization, state, provision, subject, act or source."),
  405: problem("Only GET and HEAD are answered here, and POST where a file may be brought along."),
  414: problem("The address is too long."),
  500: problem("A mistake of ours."),
};

const unchanged = { description: "The client has this answer already (If-None-Match)." };

const answered = (schema: z.ZodType) => ({
  200: {
    description: "The answer, as `foedus … --json` prints it.",
    headers: z.object({
      ETag: z.string().openapi({ description: "Changes with ledger, pack, program and day." }),
    }),
    content: { [jsonType]: { schema } },
  },
  304: unchanged,
});

const orgOf = (organizations: readonly string[]) =>
  z.object({
    org: z
      .enum(organizations)
      .openapi({ param: { name: "org", in: "path" }, description: "the organization" }),
  });

const languageQuery = z.object({
  lang: forms
    .language()
    .optional()
    .openapi({ param: { name: "lang", in: "query" } }),
});

const plain = (path: string, summary: string, query: z.ZodObject, schema: z.ZodType) =>
  createRoute({
    method: "get",
    path,
    summary,
    request: { query },
    responses: { ...answered(schema), ...refusals },
  });

/** Asked by whoever watches the server: never kept, so it has no tag. */
const healthRoute = () =>
  createRoute({
    method: "get",
    path: "/health",
    summary: "whether the server answers, and from which ledgers",
    responses: {
      200: { description: "It answers.", content: { [jsonType]: { schema: health } } },
      ...refusals,
    },
  });

const problemTable = z
  .strictObject({
    problems: z.array(
      z.strictObject({
        code: z.string(),
        status: z.number().int(),
        title: z.string(),
        detail: z.string(),
      }),
    ),
  })
  .openapi("ProblemTable");

const health = z
  .strictObject({
    status: z.literal("ok"),
    organizations: z.record(
      z.string(),
      z.strictObject({ size: z.number().int(), root: z.string() }),
    ),
  })
  .openapi("Health");

/** The files that may be posted, by the parameters that they stand for: the published schemas. */
const bodies: { readonly [name: string]: string } = {
  positions: "PositionsFile",
  situation: "SituationFile",
};

/** The same question with its file as the body; nobody keeps the answer, so it has no tag. */
const postRoute = (spec: QuestionSpec, organizations: readonly string[]) => {
  const name = bodyOf(spec) ?? "";
  const options = spec.options.filter((option) => option.name !== name);
  const schema = { $ref: `#/components/schemas/${bodies[name]}` };
  return createRoute({
    method: "post",
    path: `/api/v1/{org}/${spec.command}`,
    operationId: `${spec.command}-posted`,
    summary: commands[spec.command],
    request: {
      params: orgOf(organizations),
      query: queryOf({ ...spec, options }),
      body: { required: true, content: { [jsonType]: { schema } } },
    },
    responses: {
      200: {
        description: "The answer, as `foedus … --json` prints it.",
        content: { [jsonType]: { schema: answerSchemas[spec.command] } },
      },
      ...refusals,
      413: problem("The file is too long."),
      415: problem("The body is not JSON."),
    },
  });
};

/** The document, for the organizations that are served. */
export const openApiDocument = (organizations: readonly string[]) => {
  const app = new OpenAPIHono();
  const registry = app.openAPIRegistry;
  for (const spec of questions) {
    registry.registerPath(
      createRoute({
        method: "get",
        path: `/api/v1/{org}/${spec.command}`,
        operationId: spec.command,
        summary: commands[spec.command],
        request: { params: orgOf(organizations), query: queryOf(spec) },
        responses: { ...answered(answerSchemas[spec.command]), ...refusals },
      }),
    );
  }
  const files = new Map<string, JsonSchema>(jsonSchemas());
  for (const [name, title] of Object.entries(bodies)) {
    const { $id: _, $schema: __, ...schema } = files.get(name) ?? {};
    registry.registerComponent("schemas", title, schema);
  }
  for (const spec of posted) registry.registerPath(postRoute(spec, organizations));
  const none = z.object({});
  registry.registerPath(
    plain(problemsPath, "every code with its status", languageQuery, problemTable),
  );
  registry.registerPath(plain(openApiPath, "this document", none, z.looseObject({})));
  registry.registerPath(healthRoute());
  return app.getOpenAPI31Document({
    openapi: "3.1.0",
    info: {
      title: "Foedus",
      version,
      description: helpOf("en").program,
      license: { name: "Apache-2.0" },
    },
    servers: [{ url: "/" }],
  });
};
