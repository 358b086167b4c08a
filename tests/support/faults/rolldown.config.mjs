// One file of all that a studio's process runs, so that it starts in half a second and not in four.
export default {
  input: "tests/support/faults/studio-process.ts",
  platform: "node",
  tsconfig: "tsconfig.json",
  // What is native, or finds files beside itself.
  external: /^(node:|libsql|sharp|@napi-rs|h264|next)/,
  output: { paths: { "next/server": "next/server.js" }, codeSplitting: false },
  logLevel: "warn",
};
