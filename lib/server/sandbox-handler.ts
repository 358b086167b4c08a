import { clientOf } from "@/lib/access/client-of";
import { getContainer } from "./container";
import { admit, isRead } from "./guard";
import { guarded } from "./handler";
import { takeTurn } from "./limits";

/** The sandbox behind the service's own paths; it also says which methods an address takes. It renders, and so it needs as much as a take. */
export function sandboxHandler(request: Request, route: { params: Promise<object> }): Promise<Response> {
  return guarded(request, route, async () => {
    const { access, limits, sandbox } = await getContainer();
    const visitor = await admit(request, access, "submit");
    if (!isRead(request.method)) takeTurn(limits, "jobs", clientOf(visitor));
    return sandbox.handle(request, "network");
  });
}
