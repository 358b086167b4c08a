import { resolve } from "node:path";
import { inspect } from "node:util";
import { describe, expect, it } from "vitest";
import { EnvError, loadEnv } from "@/lib/env";
import { SETTINGS } from "@/lib/settings";

function problem(source: Record<string, string>): string {
  try {
    loadEnv(source);
  } catch (error) {
    if (error instanceof EnvError) return error.message;
    throw error;
  }
  throw new Error("was accepted");
}

describe("loadEnv", () => {
  it("runs on the sandbox when nothing is set", () => {
    expect(loadEnv({})).toEqual({
      mode: "sandbox",
      runcomfyBaseUrl: "https://model-api.runcomfy.net",
      resultHosts: [],
      dataDir: resolve(".data"),
      host: "127.0.0.1",
      allowedHosts: [],
      port: 3000,
      pathVariable: "",
      maxInFlight: 4,
      maxWaiting: 500,
      jobsPerHour: 1_000,
      uploadsPerHour: 1_000,
      spending: { caps: {}, unknownMicros: 1_000_000 },
      sandbox: { queueMs: 1500, minRunMs: 0 },
    });
  });

  it("takes an empty or blank variable as not set", () => {
    const blank = Object.fromEntries(SETTINGS.map(({ name }) => [name, " "]));
    expect(loadEnv(blank)).toEqual(loadEnv({}));
  });

  it("reads every setting", () => {
    const env = loadEnv({
      RUNCOMFY_API_KEY: " marker-key\n",
      RUNCOMFY_BASE_URL: "http://127.0.0.1:8080/",
      RUNCOMFY_RESULT_HOSTS: "CDN.example.com, *.media.example.com,",
      DATA_DIR: "/srv/dailies/",
      HOST: "[::1]",
      ALLOWED_HOSTS: "NAS.local, dailies",
      PORT: "0",
      PUBLIC_URL: "https://studio.example.com/",
      STUDIO_PASSWORD: "open sesame",
      PROXY_SECRET: "a-proxy-that-is-trusted",
      FFMPEG_PATH: process.execPath,
      PATH: "/usr/bin",
      SPEND_PER_DAY_USD: "0",
      SPEND_PER_MONTH_USD: "250.5",
      SPEND_UNKNOWN_USD: "0.000001",
      MAX_IN_FLIGHT: "9",
      MAX_WAITING: "90",
      JOBS_PER_HOUR: "12",
      UPLOADS_PER_HOUR: "34",
      STORAGE_QUOTA_GB: "0.25",
      SANDBOX_QUEUE_MS: "0",
      SANDBOX_MIN_RUN_MS: "250",
      FAULT_POINT: "before-post",
    });
    expect(env.runcomfyKey?.authorization()).toBe("Bearer marker-key");
    expect([env.password?.reveal(), env.proxySecret?.reveal()]).toEqual(["open sesame", "a-proxy-that-is-trusted"]);
    expect({ ...env, runcomfyKey: undefined, password: undefined, proxySecret: undefined }).toEqual({
      mode: "runcomfy",
      runcomfyBaseUrl: "http://127.0.0.1:8080",
      resultHosts: ["cdn.example.com", "*.media.example.com"],
      dataDir: "/srv/dailies",
      host: "::1",
      allowedHosts: ["nas.local", "dailies"],
      port: 0,
      publicUrl: "https://studio.example.com",
      ffmpegPath: process.execPath,
      pathVariable: "/usr/bin",
      maxInFlight: 9,
      maxWaiting: 90,
      jobsPerHour: 12,
      uploadsPerHour: 34,
      storageQuotaBytes: 250_000_000,
      spending: { caps: { day: 0, month: 250_500_000 }, unknownMicros: 1 },
      sandbox: { queueMs: 0, minRunMs: 250 },
      faultPoint: "before-post",
    });
  });

  it.each([
    ["RUNCOMFY_API_KEY", "two words", "visible ASCII characters only"],
    ["RUNCOMFY_API_KEY", "half\u0007bell", "visible ASCII characters only"],
    ["RUNCOMFY_API_KEY", "Bearer abc", "visible ASCII characters only"],
    ["RUNCOMFY_API_KEY", "ключ", "visible ASCII characters only"],
    ["RUNCOMFY_API_KEY", '"quoted"', "without quotation marks"],
    ["RUNCOMFY_BASE_URL", "http://model-api.runcomfy.net", "an address such as"],
    ["RUNCOMFY_BASE_URL", "http://127.evil.example", "an address such as"],
    ["RUNCOMFY_BASE_URL", "https://model-api.runcomfy.net/v1", "without a path"],
    ["RUNCOMFY_BASE_URL", "https://model-api.runcomfy.net?x=1", "without a path"],
    ["RUNCOMFY_BASE_URL", "model-api.runcomfy.net", "an address such as"],
    ["RUNCOMFY_BASE_URL", "file:///etc/passwd", "an address such as"],
    ["RUNCOMFY_RESULT_HOSTS", "https://cdn.example.com", "host names separated by commas"],
    ["RUNCOMFY_RESULT_HOSTS", "cdn.example.com,*", "host names separated by commas"],
    ["DATA_DIR", "~/dailies", "nothing here expands ~"],
    ["HOST", "http://127.0.0.1", "an IP address or host name"],
    ["STUDIO_PASSWORD", "too short", "at least 10 characters"],
    ["PROXY_SECRET", "not twenty letters", "at least 20 characters"],
    ["PROXY_SECRET", "twenty letters and blanks", "visible ASCII characters only"],
    ["ALLOWED_HOSTS", "nas.local:8080", "host names separated by commas, without a port"],
    ["PORT", "abc", "a whole number from 0 to 65535"],
    ["PORT", "65536", "a whole number from 0 to 65535"],
    ["PORT", "-1", "a whole number from 0 to 65535"],
    ["PORT", "3e3", "a whole number from 0 to 65535"],
    ["PUBLIC_URL", "http://studio.example.com", "an address such as"],
    ["FFMPEG_PATH", "/no/such/ffmpeg", "an ffmpeg that this user may run"],
    ["FFMPEG_PATH", "/", "an ffmpeg that this user may run"],
    ["SPEND_PER_DAY_USD", "-1", "an amount of US dollars such as 25 or 0.50"],
    ["SPEND_PER_DAY_USD", "12,50", "an amount of US dollars such as 25 or 0.50"],
    ["SPEND_PER_MONTH_USD", "1000000.01", "at most 1,000,000"],
    ["SPEND_UNKNOWN_USD", "0", "more than 0"],
    ["SPEND_UNKNOWN_USD", "a lot", "an amount of US dollars such as 25 or 0.50"],
    ["MAX_IN_FLIGHT", "0", "a whole number from 1 to 100"],
    ["MAX_WAITING", "0", "a whole number from 1 to 100000"],
    ["JOBS_PER_HOUR", "many", "a whole number from 1 to 100000"],
    ["UPLOADS_PER_HOUR", "-1", "a whole number from 1 to 100000"],
    ["STORAGE_QUOTA_GB", "50 GB", "a number such as 50 or 0.5"],
    ["STORAGE_QUOTA_GB", "0", "more than 0"],
    ["SANDBOX_QUEUE_MS", "1.5", "a whole number from 0 to 600000"],
    ["SANDBOX_MIN_RUN_MS", "600001", "a whole number from 0 to 600000"],
  ])("refuses %s=%j and says what is expected", (name, value, expected) => {
    const message = problem({ [name]: value });
    expect(message).toContain(`  ${name} `);
    expect(message).toContain(expected);
  });

  it.each([
    { HOST: "0.0.0.0" },
    { HOST: "192.168.1.5" },
    { HOST: "::" },
    { PUBLIC_URL: "https://studio.example.com" },
    { ALLOWED_HOSTS: "nas.local" },
  ])("refuses to be reached by others with %j and nothing that asks who they are", (open) => {
    expect(problem(open)).toContain("Set STUDIO_PASSWORD");
    expect(loadEnv({ ...open, STUDIO_PASSWORD: "open sesame" }).password).toBeDefined();
    expect(loadEnv({ ...open, PROXY_SECRET: "a-proxy-that-is-trusted" }).proxySecret).toBeDefined();
  });

  it.each(["127.0.0.1", "localhost", "::1", "127.0.0.2"])("needs no password on %s", (HOST) => {
    expect(loadEnv({ HOST }).password).toBeUndefined();
  });

  it("names every wrong variable in one message", () => {
    const message = problem({ PORT: "abc", MAX_IN_FLIGHT: "many", PUBLIC_URL: "ftp://x" });
    expect(message.split("\n")[0]).toBe("3 settings are wrong:");
    for (const name of ["PORT", "MAX_IN_FLIGHT", "PUBLIC_URL"]) expect(message).toContain(`  ${name} is`);
  });

  it("repeats neither the key nor an address with a password", () => {
    const message = problem({ RUNCOMFY_API_KEY: "marker key", RUNCOMFY_BASE_URL: "https://me:marker@example.com" });
    expect(message).not.toContain("marker");
    expect(problem({ STUDIO_PASSWORD: "marker", PROXY_SECRET: "marker" })).not.toContain("marker");
  });

  it("keeps the key out of what is printed", () => {
    const secrets = { STUDIO_PASSWORD: "marker-password", PROXY_SECRET: "marker-of-the-proxy-is-long" };
    const env = loadEnv({ RUNCOMFY_API_KEY: "marker-key", ...secrets });
    expect(inspect(env, { depth: 9, showHidden: true }) + JSON.stringify(env)).not.toContain("marker");
  });
});
