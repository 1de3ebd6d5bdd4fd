/**
 * The HTTP server of Node around the app: its limits, and what is said to those who speak no HTTP.
 *
 * Out:  a server that listens, or why it cannot; it closes within half a second.
 */

import { createServer, type Server } from "node:http";
import type { Socket } from "node:net";
import { getRequestListener, RequestError } from "@hono/node-server";
import { ok, type Result, refuse } from "#base";
import { longestAddress, shown } from "./address.ts";
import { allowed, bug, type Fault, faultOf, problemOf, problemType, statusOf } from "./problem.ts";
import { jsonText } from "./reply.ts";
import { securityHeaders } from "./security.ts";

/** An address may be longer than we take by a good deal, so that we can say so (414). */
const limits = {
  requireHostHeader: false, // Refused all the same, but by us, with the usual headers.
  // Less than half of what one read takes of a local socket (65,483 bytes, which are sent in halves):
  // so the read that is too long still begins with the method, and we can tell what was too long.
  maxHeaderSize: 32_000,
  headersTimeout: 10_000,
  requestTimeout: 30_000,
  keepAliveTimeout: 5_000,
} as const;

const mostConnections = 1_000;

/** How long requests under way may take to end once we are told to stop. */
const graceMilliseconds = 300;

export type Fetch = (request: Request) => Response | Promise<Response>;

export type Listening = {
  readonly url: string;
  readonly close: () => Promise<void>;
};

const problemHeaders = { ...securityHeaders, "Content-Type": problemType };

/** Where no request could be read, or what answers requests broke. */
const lastResort = (error: unknown): Response => {
  const fault = error instanceof RequestError ? faultOf("http.request", "", "", "") : bug;
  const text = jsonText(problemOf(fault, "", "en"));
  return new Response(text, { status: statusOf(fault), headers: problemHeaders });
};

const statusLines: { readonly [code: string]: string } = {
  HPE_HEADER_OVERFLOW: "431 Request Header Fields Too Large",
  ERR_HTTP_REQUEST_TIMEOUT: "408 Request Timeout",
};

type Unread = NodeJS.ErrnoException & { readonly rawPacket?: Buffer };

/** An address so long that no request was read, or a method that is none: told as elsewhere. */
const faultIn = ({ code, rawPacket }: Unread): readonly [line: string, Fault] | undefined => {
  const text = rawPacket?.toString("latin1") ?? "";
  if (code === "HPE_INVALID_METHOD" && /^[!#$%&'*+.^`|~\w-]+ \/\S* HTTP\/1\./.test(text)) {
    const [method = ""] = text.split(" ", 1);
    return ["405 Method Not Allowed", faultOf("http.method", "method", shown(method), allowed)];
  }
  if (code !== "HPE_HEADER_OVERFLOW" || text.includes("\n") || !/^[A-Z]+ \//.test(text)) return;
  const accepted = `0 … ${longestAddress}`;
  return ["414 URI Too Long", faultOf("http.too-long", "", `> ${text.length}`, accepted)];
};

/** Bytes that are no HTTP: one line and the usual headers, then the end. */
const onClientError = (error: Unread, socket: Socket): void => {
  if (!socket.writable || error.code === "ECONNRESET") {
    socket.destroy();
    return;
  }
  const [line, fault] = faultIn(error) ?? [statusLines[error.code ?? ""] ?? "400 Bad Request"];
  const body = fault === undefined ? "" : jsonText(problemOf(fault, "", "en"));
  const all = {
    ...(fault === undefined ? securityHeaders : problemHeaders),
    ...(fault?.code === "http.method" && { Allow: allowed }),
    "Content-Length": String(Buffer.byteLength(body)),
    Connection: "close",
  };
  const headers = Object.entries(all).map(([name, value]) => `${name}: ${value}`);
  socket.end([`HTTP/1.1 ${line}`, ...headers, "", body].join("\r\n"));
};

const refusalOf = ({ code }: NodeJS.ErrnoException, host: string, port: number): Fault => {
  if (code === "EADDRINUSE") return faultOf("serve.port-taken", "PORT", String(port), "PORT=0");
  if (code === "EACCES")
    return faultOf("serve.port-not-permitted", "PORT", String(port), "PORT=4040");
  return faultOf("serve.host", "HOST", host, "HOST=127.0.0.1");
};

const urlOf = (server: Server, host: string): string => {
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  return `http://${host.includes(":") ? `[${host}]` : host}:${port}/`;
};

const closeServer = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    const last = setTimeout(() => server.closeAllConnections(), graceMilliseconds);
    server.close(() => {
      clearTimeout(last);
      resolve();
    });
    server.closeIdleConnections();
  });

/** Listens on an address; port 0 takes a free one. */
export const listen = (
  fetch: Fetch,
  host: string,
  port: number,
): Promise<Result<Listening, Fault>> =>
  new Promise((resolve, reject) => {
    const answer = getRequestListener(fetch, {
      overrideGlobalObjects: false,
      errorHandler: lastResort,
    });
    const server = createServer(limits, (incoming, outgoing) => void answer(incoming, outgoing));
    server.maxConnections = mostConnections;
    server.on("clientError", onClientError);
    server.once("error", (error: NodeJS.ErrnoException) => {
      if (error.syscall === "listen" || error.syscall === "getaddrinfo") {
        resolve(refuse(refusalOf(error, host, port)));
      } else reject(error);
    });
    server.listen(port, host, () =>
      resolve(ok({ url: urlOf(server, host), close: () => closeServer(server) })),
    );
  });
