const path = require("path");
const { BannerPlugin } = require("webpack");
const { common, root } = require("./common");

/** The command line for Node and the worker of its threads. Commands are chunks of their own, so that a light one starts without the engine. */
module.exports = (env) => {
  const shared = common(env, { target: "node" });
  return {
    ...shared,
    name: "cli",
    entry: { stockbook: "./src/cli/main.ts", worker: "./src/worker/node-entry.ts" },
    // The command line finds the worker beside itself.
    node: { __dirname: false },
    output: {
      path: path.join(root, "dist/cli"),
      filename: "[name].js",
      chunkFilename: "[name].[contenthash:8].js",
      clean: true,
    },
    plugins: [new BannerPlugin({ banner: "#!/usr/bin/env node", raw: true, include: "stockbook.js" })],
  };
};
