type Setting = { name: string; fallback: string; what: string };

/** Every setting a person may make, in the order of the documentation, which a test compares with this table. */
export const SETTINGS = [
  {
    name: "RUNCOMFY_API_KEY",
    fallback: "",
    what: "Your RunComfy API key. Without one the studio runs on its sandbox.",
  },
  {
    name: "RUNCOMFY_BASE_URL",
    fallback: "https://model-api.runcomfy.net",
    what: "Where the service is: https, or http to this machine for tests.",
  },
  {
    name: "RUNCOMFY_RESULT_HOSTS",
    fallback: "",
    what: "More hosts that results may be fetched from, separated by commas; `*.` in front takes in subdomains.",
  },
  { name: "DATA_DIR", fallback: ".data", what: "The folder for the database and all files." },
  {
    name: "HOST",
    fallback: "127.0.0.1",
    what: "The address to listen on; `0.0.0.0` opens the studio to your network.",
  },
  {
    name: "STUDIO_PASSWORD",
    fallback: "",
    what: "What opens the studio, at least 10 characters. Needed where `HOST`, `PUBLIC_URL` or `ALLOWED_HOSTS` lets others reach it.",
  },
  {
    name: "PROXY_SECRET",
    fallback: "",
    what: "For a reverse proxy that signs people in itself: what it sends as `X-Studio-Proxy`, at least 20 characters.",
  },
  {
    name: "ALLOWED_HOSTS",
    fallback: "",
    what: "More names that the studio is opened under, separated by commas; addresses in numbers and `localhost` always work.",
  },
  { name: "PORT", fallback: "3000", what: "The port to listen on; 0 takes any free one." },
  {
    name: "PUBLIC_URL",
    fallback: "",
    what: "The studio's own address on the internet, where the service may fetch your reference files.",
  },
  { name: "FFMPEG_PATH", fallback: "", what: "An ffmpeg to use instead of the one found on PATH. None is needed." },
  {
    name: "SPEND_PER_DAY_USD",
    fallback: "",
    what: "The most that takes of a day (in UTC) may cost, in US dollars. Empty for no cap; 0 sends nothing to the service.",
  },
  { name: "SPEND_PER_MONTH_USD", fallback: "", what: "The same for a month." },
  {
    name: "SPEND_UNKNOWN_USD",
    fallback: "1",
    what: "What a take counts under a cap while neither its model's price nor its cost is known.",
  },
  { name: "MAX_IN_FLIGHT", fallback: "4", what: "How many jobs may be with the service at once; the rest wait here." },
  { name: "MAX_WAITING", fallback: "500", what: "How many jobs may wait here; a submit of more is refused." },
  { name: "JOBS_PER_HOUR", fallback: "1000", what: "How many jobs one browser or script may submit in an hour." },
  { name: "UPLOADS_PER_HOUR", fallback: "1000", what: "How many files one browser or script may upload in an hour." },
  {
    name: "STORAGE_QUOTA_GB",
    fallback: "",
    what: "How much the studio may store, in GB; a result that is paid for is kept all the same.",
  },
  {
    name: "SANDBOX_QUEUE_MS",
    fallback: "1500",
    what: "How long a sandbox job stays queued at least, in milliseconds.",
  },
  { name: "SANDBOX_MIN_RUN_MS", fallback: "0", what: "How long a sandbox job runs at least, in milliseconds." },
] as const satisfies readonly Setting[];

export type SettingName = (typeof SETTINGS)[number]["name"];
