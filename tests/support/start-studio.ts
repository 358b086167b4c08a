import { startStudio } from "./studio";

/** One studio for all browser tests; they find it at STUDIO_URL. One that is given there already is used instead. */
export default async function startStudioForBrowserTests(): Promise<() => Promise<void>> {
  if (process.env.STUDIO_URL) return async () => undefined;
  const studio = await startStudio();
  process.env.STUDIO_URL = studio.url;
  return async () => {
    await studio.stop();
    await studio.clear();
  };
}
