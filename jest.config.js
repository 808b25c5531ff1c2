const transform = {
  "^.+\\.(t|j)sx?$": [
    "@swc/jest",
    {
      jsc: {
        parser: { syntax: "typescript", tsx: true },
        transform: { react: { runtime: "automatic" } },
        target: "es2022",
      },
      module: { type: "commonjs" },
    },
  ],
};
const common = {
  transform,
  // Libraries of the formula engine that come as ES modules only.
  transformIgnorePatterns: [
    "/node_modules/(?!(?:.*/node_modules/)?(?:lodash-es|nanoid|kdbush|rbush|quickselect|franc-min|trigram-utils|n-gram|collapse-white-space|cjk-regex|unicode-regex|regexp-util)/)",
  ],
  moduleNameMapper: {
    "\\.css$": "<rootDir>/test/empty-style.js",
    // In jsdom its browser build would be taken, which is an ES module.
    "^javascript-lp-solver$": require.resolve("javascript-lp-solver"),
  },
};

/** @type {import("jest").Config} */
module.exports = {
  // No test measures time by this: it only ends what hangs, on slow and busy machines too.
  testTimeout: 60_000,
  projects: [
    {
      ...common,
      displayName: "unit",
      testMatch: ["<rootDir>/test/**/*.test.{ts,tsx}"],
      testPathIgnorePatterns: ["/node_modules/", "<rootDir>/test/browser/", "<rootDir>/test/full/"],
    },
    { ...common, displayName: "browser", testMatch: ["<rootDir>/test/browser/**/*.test.ts"] },
    { ...common, displayName: "full", testMatch: ["<rootDir>/test/full/**/*.test.ts"] },
  ],
};
