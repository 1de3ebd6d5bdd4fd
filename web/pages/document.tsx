/**
 * A whole document for whatever was asked.
 *
 * In:   the names of the built files, the request, what the api hands over.
 * Out:  HTML from the doctype on, complete without script, without inline style or script (S-36).
 */
import type { VNode } from "preact";
import { renderToString } from "preact-render-to-string";
import type { PageData, PageRequest } from "#api/contract";
import type { Assets } from "./assets.ts";
import { DiffPage, diffHead } from "./diff/Diff.tsx";
import { ErrorPage, errorHead } from "./error/Error.tsx";
import { Frame, type Head } from "./Frame.tsx";
import { ListPage, listHead } from "./list/List.tsx";
import { MembersPage, membersHead } from "./members/Members.tsx";
import { type OrgPage, orgPageOf, type Page, pageOf } from "./page.ts";
import { ProvisionPage, provisionHead } from "./provision/Provision.tsx";
import { StatusPage, statusHead } from "./status/Status.tsx";
import { TimelinePage, timelineHead } from "./timeline/Timeline.tsx";
import { VerdictPage, verdictHead } from "./verdict/Verdict.tsx";
import { WhyPage, whyHead } from "./why/Why.tsx";

type Body = { readonly head: Head; readonly content: VNode; readonly of?: OrgPage };

const errorBody = (page: Page, data: Extract<PageData, { page: "error" }>): Body => ({
  head: errorHead(page, data),
  content: <ErrorPage page={page} data={data} />,
  ...(data.ground !== undefined && { of: orgPageOf(page, data.ground) }),
});

const bodyOf = (page: Page, data: PageData): Body => {
  if (data.page === "error") return errorBody(page, data);
  const of = orgPageOf(page, data);
  switch (data.page) {
    case "members":
      return { of, head: membersHead(of, data), content: <MembersPage page={of} data={data} /> };
    case "status":
      return { of, head: statusHead(of, data), content: <StatusPage page={of} data={data} /> };
    case "why":
      return { of, head: whyHead(of, data), content: <WhyPage page={of} data={data} /> };
    case "diff":
      return { of, head: diffHead(of, data), content: <DiffPage page={of} data={data} /> };
    case "timeline":
      return { of, head: timelineHead(of, data), content: <TimelinePage page={of} data={data} /> };
    case "verdict":
      return { of, head: verdictHead(of, data), content: <VerdictPage page={of} data={data} /> };
    case "list":
      return { of, head: listHead(of, data), content: <ListPage page={of} data={data} /> };
    case "provision": {
      const head = provisionHead(of, data);
      return { of, head, content: <ProvisionPage page={of} data={data} /> };
    }
  }
};

export const renderPage = (assets: Assets, request: PageRequest, data: PageData): string => {
  const page = pageOf(request, assets);
  const { head, content, of } = bodyOf(page, data);
  const html = renderToString(
    <Frame page={page} of={of} head={head}>
      {content}
    </Frame>,
  );
  return `<!doctype html>\n${html}`;
};
