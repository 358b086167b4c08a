import { getContainer } from "./container";
import { guarded } from "./handler";

/** The sandbox behind the service's own paths; it also says which methods an address takes. */
export function sandboxHandler(request: Request): Promise<Response> {
  return guarded(request, async () => (await getContainer()).sandbox.handle(request));
}
