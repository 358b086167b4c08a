import { shareFileHandler } from "@/lib/server/share-handler";

const serve = shareFileHandler("sprite");

export { serve as GET, serve as HEAD };
