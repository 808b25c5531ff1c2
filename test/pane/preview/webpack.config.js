const path = require("path");
const HtmlPlugin = require("html-webpack-plugin");
const { IgnorePlugin } = require("webpack");
const { common, root } = require("../../../scripts/webpack/common");

/** The pane over a workbook in memory, to look at without Excel: npx webpack -c test/pane/preview/webpack.config.js */
module.exports = {
  ...common({ mode: "development" }),
  devtool: false,
  entry: "./test/pane/preview/page.tsx",
  output: { path: path.join(root, "dist/pane-preview"), filename: "page.js", clean: true },
  plugins: [
    new HtmlPlugin({ template: "test/pane/preview/index.html" }),
    // The solver asks for it in Node only.
    new IgnorePlugin({ resourceRegExp: /^node:module$/ }),
  ],
};
