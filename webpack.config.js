/**
 * One configuration a product: the add-in, the command line, the workbench.
 *   npm run build                                            all of them, the add-in for https://localhost:3000
 *   npm run build:deploy -- --env url=https://example.com    the add-in for its real address
 *   --env namespace=INV                                      functions typed as =INV.SAFETYSTOCK(...)
 */
const bundles = ["addin", "cli", "workbench"];

module.exports = (env = {}) => {
  const wanted = env.only === undefined ? bundles : String(env.only).split(",");
  return wanted.map((bundle) => require(`./scripts/webpack/${bundle}.config.js`)(env));
};
