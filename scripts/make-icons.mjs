/** Draws assets/icon.svg at the sizes the manifest names. */
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import { findBrowser } from "./find-browser.mjs";

const assets = join(dirname(fileURLToPath(import.meta.url)), "../assets");
const svg = readFileSync(join(assets, "icon.svg"), "utf8");
const browser = await chromium.launch({
  executablePath: findBrowser(),
  args: [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
  ],
});
for (const size of [16, 32, 64, 80, 192]) {
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  await page.setContent(
    `<style>body{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${svg}`,
  );
  await page.screenshot({ path: join(assets, `icon-${size}.png`), omitBackground: true });
  await page.close();
}
await browser.close();
