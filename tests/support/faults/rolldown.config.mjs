// One file of all that a studio's process runs, so that it starts in half a second and not in four.
export default {
  input: "tests/support/faults/studio-process.ts",
  platform: "node",
  tsconfig: "tsconfig.json",
  /** @param {string} id */
  external: (id) => /^(node:|[a-z]|@(?!\/))/.test(id) && !id.startsWith("tests/"),
  output: { paths: { "next/server": "next/server.js" } },
  logLevel: "warn",
};
