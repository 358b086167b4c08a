import { shareHandler } from "@/lib/server/share-handler";

/** Whatever else is asked for under a link is answered as a link that is not there. */
export const GET = shareHandler(async () => undefined);
