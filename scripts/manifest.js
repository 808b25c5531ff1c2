/** From the one manifest.xml of the repository: the deployed XML, and the unified JSON manifest. */
const localUrl = "https://localhost:3000";

/**
 * @param {string} xml manifest.xml of the repository
 * @param {{ url: string, namespace?: string }} deployment address of the add-in; prefix of its functions, if any
 */
function deployedManifest(xml, { url, namespace }) {
  const addressed = xml.split(localUrl).join(url);
  if (namespace === undefined) return addressed;
  checkNamespace(namespace);
  const withNamespace = addressed
    .replace(
      /(<\/Metadata>\n)(\s*)(<\/ExtensionPoint>)/,
      `$1$2  <Namespace resid="Functions.Namespace"/>\n$2$3`,
    )
    .replace(
      /(\s*)(<\/bt:ShortStrings>)/,
      `$1  <bt:String id="Functions.Namespace" DefaultValue="${namespace}"/>$1$2`,
    );
  if (!withNamespace.includes("Functions.Namespace"))
    throw new Error("manifest.xml has no place for a namespace");
  return withNamespace;
}

function checkNamespace(namespace) {
  if (!/^[A-Z][A-Z0-9]{1,31}$/.test(namespace)) {
    throw new Error(`--env namespace must be 2 to 32 capital letters or digits, got ${namespace}`);
  }
}

/** The unified manifest, for tenants that deploy JSON; the XML stays the one that perpetual Excel reads. */
function unifiedManifest(xml, { url, namespace }) {
  if (namespace !== undefined) checkNamespace(namespace);
  const value = (pattern) => xml.match(pattern)?.[1] ?? "";
  const name = value(/<DisplayName DefaultValue="([^"]*)"/);
  const description = value(/<Description DefaultValue="([^"]*)"/);
  const icon = (size) => ({ size, url: `${url}/assets/icon-${size}.png` });
  return {
    $schema: "https://developer.microsoft.com/json-schemas/teams/v1.29/MicrosoftTeams.schema.json",
    manifestVersion: "1.29",
    id: value(/<Id>([^<]*)<\/Id>/),
    version: value(/<Version>(\d+\.\d+\.\d+)/),
    name: { short: name, full: `${name}: inventory planning inside Excel` },
    description: { short: description.slice(0, 80), full: description },
    developer: {
      name: value(/<ProviderName>([^<]*)</),
      websiteUrl: url,
      privacyUrl: `${url}/docs/privacy.html`,
      termsOfUseUrl: `${url}/docs/terms.html`,
    },
    icons: { outline: "assets/icon-32.png", color: "assets/icon-192.png" },
    accentColor: "#0F6CBD",
    localizationInfo: { defaultLanguageTag: "en-us", additionalLanguages: [] },
    authorization: {
      permissions: { resourceSpecific: [{ name: "Document.ReadWrite.User", type: "Delegated" }] },
    },
    validDomains: [new URL(url).host],
    extensions: [
      {
        requirements: {
          scopes: ["workbook"],
          capabilities: [
            { name: "SharedRuntime", minVersion: "1.1" },
            { name: "CustomFunctionsRuntime", minVersion: "1.1" },
          ],
        },
        runtimes: [
          {
            id: "Stockbook.Runtime",
            type: "general",
            lifetime: "long",
            code: { page: `${url}/taskpane.html`, script: `${url}/functions.js` },
            actions: [{ id: "ShowStockbook", type: "openPage", view: "Stockbook", displayName: name }],
            customFunctions: {
              ...(namespace === undefined ? {} : { namespace: { id: namespace, name: namespace } }),
              metadataUrl: `${url}/functions.json`,
            },
          },
        ],
        ribbons: [
          {
            contexts: ["default"],
            tabs: [
              {
                builtInTabId: "TabHome",
                groups: [
                  {
                    id: "StockbookGroup",
                    label: name,
                    icons: [16, 32, 80].map(icon),
                    controls: [
                      {
                        id: "OpenStockbook",
                        type: "button",
                        label: name,
                        icons: [16, 32, 80].map(icon),
                        supertip: {
                          title: name,
                          description: value(/id="OpenPane.Tooltip" DefaultValue="([^"]*)"/),
                        },
                        actionId: "ShowStockbook",
                      },
                    ],
                  },
                ],
              },
            ],
          },
        ],
      },
    ],
  };
}

module.exports = { deployedManifest, unifiedManifest };
