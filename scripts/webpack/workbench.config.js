const path = require("path");
const HtmlPlugin = require("html-webpack-plugin");
const { common, root } = require("./common");

/** The page that plays Excel on a machine without Excel: a grid, and the add-in beside it. */
module.exports = (env) => {
  const shared = common(env);
  return {
    ...shared,
    name: "workbench",
    entry: { workbench: "./src/workbench/main.tsx" },
    output: {
      path: path.join(root, "dist/workbench"),
      filename: "[name].[contenthash:8].js",
      chunkFilename: "[name].[contenthash:8].js",
      clean: true,
    },
    plugins: [new HtmlPlugin({ template: "src/workbench/index.html", filename: "index.html" })],
  };
};
