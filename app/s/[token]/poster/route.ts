import { shareFileHandler } from "@/lib/server/share-handler";

const serve = shareFileHandler("poster");

export { serve as GET, serve as HEAD };
