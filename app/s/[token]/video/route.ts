import { shareFileHandler } from "@/lib/server/share-handler";

const serve = shareFileHandler("video");

export { serve as GET, serve as HEAD };
