const path = require("path");
const CopyPlugin = require("copy-webpack-plugin");
const HtmlPlugin = require("html-webpack-plugin");
const { IgnorePlugin } = require("webpack");
const { common, root } = require("./common");
const { deployedManifest, unifiedManifest } = require("../manifest");

const localUrl = "https://localhost:3000";

/**
 * The add-in as it is deployed. functions.js and functions.json keep their names because Excel caches them by
 * address for a day; the pane's chunks carry a content hash.
 */
module.exports = (env) => {
  const deployment = { url: addInUrl(env), namespace: env.namespace };
  return {
    ...common(env),
    name: "addin",
    entry: { functions: "./src/excel/functions.ts", taskpane: "./src/excel/taskpane.tsx" },
    output: {
      path: path.join(root, "dist/addin"),
      filename: ({ chunk }) => (chunk.name === "functions" ? "functions.js" : "[name].[contenthash:8].js"),
      chunkFilename: "[name].[contenthash:8].js",
      clean: true,
    },
    plugins: [
      // The solver's loader asks for it in Node only.
      new IgnorePlugin({ resourceRegExp: /^node:module$/ }),
      new HtmlPlugin({
        template: "src/excel/taskpane.html",
        filename: "taskpane.html",
        chunks: ["functions", "taskpane"],
        chunksSortMode: "manual",
        // Office.js calls functions from DOMContentLoaded on, or at once where the page is parsed already: while a deferred script
        // is still on its way, cells would get "no such function" instead of waiting.
        inject: "body",
        scriptLoading: "blocking",
      }),
      new CopyPlugin({
        patterns: [
          { from: "assets", to: "assets", globOptions: { ignore: ["**/source/**"] } },
          { from: "docs", to: "docs" },
          { from: "src/functions/functions.json", to: "functions.json" },
          {
            from: "manifest.xml",
            to: "manifest.xml",
            transform: (xml) => deployedManifest(String(xml), deployment),
          },
          {
            from: "manifest.xml",
            to: "manifest.json",
            transform: (xml) => JSON.stringify(unifiedManifest(String(xml), deployment), null, 2),
          },
        ],
      }),
    ],
  };
};

function addInUrl(env) {
  if (env.url === undefined) {
    if (env.deploy) {
      throw new Error(
        "A build for deployment needs the address it will be served from: --env url=https://...",
      );
    }
    return localUrl;
  }
  const url = String(env.url).replace(/\/+$/, "");
  if (!/^https:\/\/[^/\s]+/.test(url)) throw new Error(`--env url must be an https address, got ${env.url}`);
  return url;
}
