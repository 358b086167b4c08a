import { getContainer } from "./container";
import { admit } from "./guard";
import { guarded } from "./handler";

/** The sandbox behind the service's own paths; it also says which methods an address takes. It renders, and so it needs as much as a take. */
export function sandboxHandler(request: Request, route: { params: Promise<object> }): Promise<Response> {
  return guarded(request, route, async () => {
    const { access, sandbox } = await getContainer();
    await admit(request, access, "submit");
    return sandbox.handle(request);
  });
}
