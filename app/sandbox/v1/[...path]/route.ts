import { getContainer } from "@/lib/server/container";

/** The sandbox behind the service's own paths; it also says which methods an address takes. */
async function answer(request: Request): Promise<Response> {
  return (await getContainer()).sandbox.handle(request);
}

export const GET = answer;
export const HEAD = answer;
export const POST = answer;
export const PUT = answer;
export const PATCH = answer;
export const DELETE = answer;
