import { shareFileHandler } from "@/lib/server/share-handler";

const serve = shareFileHandler("reference");

export { serve as GET, serve as HEAD };
