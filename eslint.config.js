const office = require("eslint-plugin-office-addins");
const hooks = require("eslint-plugin-react-hooks");
const tseslint = require("typescript-eslint");
const { importRules } = require("./scripts/import-rules.js");

module.exports = tseslint.config(
  { ignores: ["dist/", "node_modules/", "coverage/", ".cache/"] },
  ...tseslint.configs.recommended,
  {
    files: ["**/*.{ts,tsx}"],
    plugins: { "office-addins": office, "react-hooks": hooks },
    rules: {
      ...hooks.configs.recommended.rules,
      "office-addins/call-sync-after-load": "error",
      "office-addins/call-sync-before-read": "error",
      "office-addins/load-object-before-read": "error",
      "office-addins/no-office-initialize": "error",
      "office-addins/test-for-null-using-isNullObject": "error",
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_" }],
      eqeqeq: "error",
      "no-console": ["error", { allow: ["error"] }],
      "max-lines": ["error", { max: 400 }],
    },
  },
  { files: ["scripts/**", "test/**", "src/cli/**", "src/workbench/**"], rules: { "no-console": "off" } },
  {
    // The grid, too, has getCell and the like; it is read without load and sync.
    files: ["src/workbench/**"],
    rules: {
      "office-addins/call-sync-after-load": "off",
      "office-addins/call-sync-before-read": "off",
      "office-addins/load-object-before-read": "off",
    },
  },
  { files: ["**/*.js", "**/*.cjs"], rules: { "@typescript-eslint/no-require-imports": "off" } },
  {
    files: ["src/engine/**"],
    rules: {
      "no-restricted-globals": [
        "error",
        ...["Date", "console", "setTimeout", "window", "document", "Office", "Excel"].map((name) => ({
          name,
          message: "The engine is pure numbers: no clock, no host, no console.",
        })),
      ],
      "no-restricted-properties": [
        "error",
        {
          object: "Math",
          property: "random",
          message: "The engine takes a seed: equal inputs give equal answers.",
        },
      ],
    },
  },
  ...importRules.map(({ folder, mayNotImport, why }) => ({
    files: [`src/${folder}/**`],
    rules: {
      "no-restricted-imports": [
        "error",
        {
          patterns: mayNotImport.map((other) => ({
            regex: `^(\\.\\./)+${other}(/|$)`,
            message: `${folder} may not import ${other}: ${why}`,
          })),
        },
      ],
    },
  })),
);
