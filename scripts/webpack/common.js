const path = require("path");
const MinimizerPlugin = require("minimizer-webpack-plugin");

const root = path.resolve(__dirname, "../..");

/** What every bundle shares: TypeScript through swc, styles in the page, quick minification. */
function common(env, { target = "web" } = {}) {
  const production = env.mode !== "development";
  return {
    mode: production ? "production" : "development",
    context: root,
    target: target === "node" ? "node20" : ["web", "es2022"],
    devtool: production ? false : "source-map",
    resolve: { extensions: [".tsx", ".ts", ".mjs", ".js", ".json"] },
    module: {
      rules: [
        {
          test: /\.tsx?$/,
          exclude: /node_modules/,
          loader: "swc-loader",
          options: {
            jsc: {
              parser: { syntax: "typescript", tsx: true },
              transform: { react: { runtime: "automatic" } },
              target: "es2022",
            },
          },
        },
        { test: /\.css$/, use: ["style-loader", "css-loader"] },
      ],
    },
    optimization: {
      minimizer: [new MinimizerPlugin({ minify: MinimizerPlugin.swcMinify, extractComments: false })],
    },
    performance: { hints: false },
    stats: "errors-warnings",
    cache: { type: "filesystem", cacheDirectory: path.join(root, "node_modules/.cache/webpack") },
  };
}

module.exports = { common, root };
