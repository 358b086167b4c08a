import * as account from "@/app/api/account/route";
import * as poster from "@/app/api/assets/[id]/poster/route";
import * as asset from "@/app/api/assets/[id]/route";
import * as sprite from "@/app/api/assets/[id]/sprite/route";
import * as catalogModel from "@/app/api/catalog/[...modelId]/route";
import * as catalog from "@/app/api/catalog/route";
import * as collectionOrder from "@/app/api/collections/[id]/order/route";
import * as collection from "@/app/api/collections/[id]/route";
import * as collections from "@/app/api/collections/route";
import * as downloads from "@/app/api/downloads/route";
import * as exportedAll from "@/app/api/export/route";
import * as exportSize from "@/app/api/export/size/route";
import * as cancelGroup from "@/app/api/groups/[id]/cancel/route";
import * as group from "@/app/api/groups/[id]/route";
import * as groups from "@/app/api/groups/route";
import * as health from "@/app/api/health/route";
import * as imported from "@/app/api/imports/[...modelId]/route";
import * as exported from "@/app/api/imports/export/route";
import * as previewed from "@/app/api/imports/preview/route";
import * as imports from "@/app/api/imports/route";
import * as cancel from "@/app/api/jobs/[id]/cancel/route";
import * as lineage from "@/app/api/jobs/[id]/lineage/route";
import * as lookAgain from "@/app/api/jobs/[id]/look-again/route";
import * as jobModel from "@/app/api/jobs/[id]/model/route";
import * as job from "@/app/api/jobs/[id]/route";
import * as jobShares from "@/app/api/jobs/[id]/shares/route";
import * as bulk from "@/app/api/jobs/bulk/route";
import * as jobs from "@/app/api/jobs/route";
import * as ledgerFile from "@/app/api/ledger/csv/route";
import * as ledger from "@/app/api/ledger/route";
import * as model from "@/app/api/models/[...modelId]/route";
import * as models from "@/app/api/models/route";
import * as prompts from "@/app/api/prompts/route";
import * as session from "@/app/api/session/route";
import * as sessionOf from "@/app/api/sessions/[id]/route";
import * as sessions from "@/app/api/sessions/route";
import * as share from "@/app/api/shares/[id]/route";
import * as shares from "@/app/api/shares/route";
import * as snippet from "@/app/api/snippets/[id]/route";
import * as snippets from "@/app/api/snippets/route";
import * as spending from "@/app/api/spending/route";
import * as tokenOf from "@/app/api/tokens/[id]/route";
import * as tokens from "@/app/api/tokens/route";
import * as trashed from "@/app/api/trash/[id]/route";
import * as trash from "@/app/api/trash/route";
import * as uploads from "@/app/api/uploads/route";
import * as usage from "@/app/api/usage/route";
import * as sharedRest from "@/app/s/[token]/[...rest]/route";
import * as sharedData from "@/app/s/[token]/data.json/route";
import * as sharedImage from "@/app/s/[token]/image/route";
import * as sharedPoster from "@/app/s/[token]/poster/route";
import * as sharedReference from "@/app/s/[token]/reference/route";
import * as sharedSprite from "@/app/s/[token]/sprite/route";
import * as unlock from "@/app/s/[token]/unlock/route";
import * as sharedVideo from "@/app/s/[token]/video/route";

type Handler = (request: Request, route: { params: Promise<never> }) => Promise<Response>;

const ROUTES: [RegExp, object][] = [
  [/^\/api\/models$/, models],
  [/^\/api\/models\/(?<modelId>.+)$/, model],
  [/^\/api\/account$/, account],
  [/^\/api\/catalog$/, catalog],
  [/^\/api\/catalog\/(?<modelId>.+)$/, catalogModel],
  [/^\/api\/imports$/, imports],
  [/^\/api\/imports\/preview$/, previewed],
  [/^\/api\/imports\/export$/, exported],
  [/^\/api\/imports\/(?<modelId>.+)$/, imported],
  [/^\/api\/jobs$/, jobs],
  [/^\/api\/jobs\/bulk$/, bulk],
  [/^\/api\/jobs\/(?<id>[^/]+)$/, job],
  [/^\/api\/jobs\/(?<id>[^/]+)\/cancel$/, cancel],
  [/^\/api\/jobs\/(?<id>[^/]+)\/look-again$/, lookAgain],
  [/^\/api\/jobs\/(?<id>[^/]+)\/lineage$/, lineage],
  [/^\/api\/jobs\/(?<id>[^/]+)\/model$/, jobModel],
  [/^\/api\/groups$/, groups],
  [/^\/api\/groups\/(?<id>[^/]+)$/, group],
  [/^\/api\/groups\/(?<id>[^/]+)\/cancel$/, cancelGroup],
  [/^\/api\/collections$/, collections],
  [/^\/api\/collections\/(?<id>[^/]+)$/, collection],
  [/^\/api\/collections\/(?<id>[^/]+)\/order$/, collectionOrder],
  [/^\/api\/trash$/, trash],
  [/^\/api\/trash\/(?<id>[^/]+)$/, trashed],
  [/^\/api\/downloads$/, downloads],
  [/^\/api\/export$/, exportedAll],
  [/^\/api\/export\/size$/, exportSize],
  [/^\/api\/uploads$/, uploads],
  [/^\/api\/usage$/, usage],
  [/^\/api\/prompts$/, prompts],
  [/^\/api\/snippets$/, snippets],
  [/^\/api\/snippets\/(?<id>[^/]+)$/, snippet],
  [/^\/api\/assets\/(?<id>[^/]+)$/, asset],
  [/^\/api\/assets\/(?<id>[^/]+)\/poster$/, poster],
  [/^\/api\/assets\/(?<id>[^/]+)\/sprite$/, sprite],
  [/^\/api\/health$/, health],
  [/^\/api\/ledger$/, ledger],
  [/^\/api\/ledger\/csv$/, ledgerFile],
  [/^\/api\/spending$/, spending],
  [/^\/api\/session$/, session],
  [/^\/api\/sessions$/, sessions],
  [/^\/api\/sessions\/(?<id>[^/]+)$/, sessionOf],
  [/^\/api\/tokens$/, tokens],
  [/^\/api\/tokens\/(?<id>[^/]+)$/, tokenOf],
  [/^\/api\/jobs\/(?<id>[^/]+)\/shares$/, jobShares],
  [/^\/api\/shares$/, shares],
  [/^\/api\/shares\/(?<id>[^/]+)$/, share],
  [/^\/s\/(?<token>[^/]+)\/video$/, sharedVideo],
  [/^\/s\/(?<token>[^/]+)\/image$/, sharedImage],
  [/^\/s\/(?<token>[^/]+)\/poster$/, sharedPoster],
  [/^\/s\/(?<token>[^/]+)\/sprite$/, sharedSprite],
  [/^\/s\/(?<token>[^/]+)\/reference$/, sharedReference],
  [/^\/s\/(?<token>[^/]+)\/data\.json$/, sharedData],
  [/^\/s\/(?<token>[^/]+)\/unlock$/, unlock],
  [/^\/s\/(?<token>[^/]+)\/.+$/, sharedRest],
];

/** Calls the route handler that Next would, with the parameters that it would give. */
export async function routeRequest(request: Request): Promise<Response> {
  const { pathname } = new URL(request.url);
  for (const [pattern, module] of ROUTES) {
    const found = pattern.exec(pathname);
    if (!found) continue;
    const handler = new Map<string, Handler>(Object.entries(module)).get(request.method);
    if (!handler) return new Response(null, { status: 405 });
    const { modelId, ...rest } = found.groups ?? {};
    const params: unknown = modelId === undefined ? rest : { modelId: modelId.split("/").map(decodeURIComponent) };
    return handler(request, { params: Promise.resolve(params as never) });
  }
  return new Response(null, { status: 404 });
}
