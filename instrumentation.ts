import type { Instrumentation } from "next";

/** Called by Next once when the server starts, not at the build. */
export async function register(): Promise<void> {
  // Next leaves the import out of bundles for other runtimes by this comparison alone.
  if (process.env.NEXT_RUNTIME === "nodejs") {
    const { startServer } = await import("@/lib/server/start");
    await startServer();
  }
}

/** Called by Next for what a page, or what stands before it, throws. */
export const onRequestError: Instrumentation.onRequestError = async (error, request, context) => {
  if (process.env.NEXT_RUNTIME === "nodejs") {
    const { logRequestError } = await import("@/lib/server/request-error");
    logRequestError(error, request, context);
  }
};
