const path = require("path");
const { BannerPlugin } = require("webpack");
const { common, root } = require("./common");

/** The command line for Node. Commands are chunks of their own, so that a light one starts without the engine. */
module.exports = (env) => {
  const shared = common(env, { target: "node" });
  return {
    ...shared,
    name: "cli",
    entry: { stockbook: "./src/cli/main.ts" },
    output: {
      path: path.join(root, "dist/cli"),
      filename: "stockbook.js",
      chunkFilename: "[name].[contenthash:8].js",
      clean: true,
    },
    plugins: [new BannerPlugin({ banner: "#!/usr/bin/env node", raw: true, include: "stockbook.js" })],
  };
};
