import { startStudio } from "./studio";

/** One studio for all browser tests; they find it at STUDIO_URL. */
export default async function startStudioForBrowserTests(): Promise<() => Promise<void>> {
  const studio = await startStudio();
  process.env.STUDIO_URL = studio.url;
  return async () => {
    await studio.stop();
    await studio.clear();
  };
}
