/** Called by Next once when the server starts, not at the build. */
export async function register(): Promise<void> {
  // Next leaves the import out of bundles for other runtimes by this comparison alone.
  if (process.env.NEXT_RUNTIME === "nodejs") {
    const { startServer } = await import("@/lib/server/start");
    await startServer();
  }
}
