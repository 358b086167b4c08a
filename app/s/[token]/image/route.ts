import { shareFileHandler } from "@/lib/server/share-handler";

const serve = shareFileHandler("image");

export { serve as GET, serve as HEAD };
