import { AppError } from "@/lib/errors";
import { apiHandler } from "@/lib/server/handler";

/** An address that nothing else answers: a program gets a problem with a number, and no page. */
const nothing = apiHandler(async () => {
  throw new AppError("notFound");
});

export { nothing as DELETE, nothing as GET, nothing as PATCH, nothing as POST, nothing as PUT };
