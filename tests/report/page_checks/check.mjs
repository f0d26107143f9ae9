// Opens pages in a browser and prints what is wrong with each, as JSON: node check.mjs BROWSER FOLDER FILE...
// FOLDER is where the packages of package-lock.json are.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import { charts, operated, spaced } from "./more.mjs";

const [browserPath, folder, ...files] = process.argv.slice(2);
const require = createRequire(pathToFileURL(`${folder}/`));
const { chromium } = require("playwright-core");
const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
const ALONE = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
  "--disable-component-update", "--disable-sync"];
const WIDTHS = [320, 1280];
const STOPS = 300; // times that Tab is pressed, at most

// What runs or is fetched, though the page's own policy is set aside; a page that runs something changes its title.
async function active(browser, url) {
  const context = await browser.newContext({ bypassCSP: true });
  const page = await context.newPage();
  const wrong = [];
  page.on("request", (one) => { if (one.url() !== url && !one.url().startsWith("data:")) wrong.push(`fetched ${one.url()}`); });
  page.on("dialog", (one) => { wrong.push("dialog"); one.dismiss(); });
  page.on("console", (one) => wrong.push(`console ${one.text()}`));
  page.on("pageerror", (one) => wrong.push(`error ${one.message}`));
  try {
    await page.goto(url);
  } catch (error) {
    if (!/download is starting/i.test(error.message)) throw error; // a table is not shown, but kept
  }
  await page.waitForTimeout(300);
  for (const one of await page.$$("a[href]")) {
    const target = await one.evaluate((link) => link.protocol);
    if (!["https:", "file:"].includes(target)) wrong.push(`link to ${target}`);
  }
  if (["ran", "1"].includes(await page.title())) wrong.push("script ran");
  const [policy, scripts] = await page.evaluate(() => [
    document.querySelector("meta[http-equiv='Content-Security-Policy']")?.content ?? "",
    [...document.scripts].map((one) => one.src || one.textContent)]);
  const ours = (script) => policy.includes(`'sha256-${createHash("sha256").update(script).digest("base64")}'`);
  if (!scripts.every(ours)) wrong.push("script element");
  await context.close();
  return wrong;
}

async function readable(browser, url, width, colorScheme) {
  const context = await browser.newContext({ viewport: { width, height: 800 }, colorScheme });
  const page = await context.newPage();
  await page.goto(url);
  const wrong = [];
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  if (wide > 0) wrong.push(`${width}: wider than the window by ${wide} px`);
  await page.evaluate(() => document.querySelectorAll("details").forEach((one) => { one.open = true; }));
  await page.evaluate(axe);
  const found = await page.evaluate(() => window.axe.run(document, { resultTypes: ["violations"] }));
  wrong.push(...found.violations.map((one) => `${width}: axe ${one.id} (${one.nodes[0].target})`));
  await context.close();
  return wrong;
}

// Every link, summary, button and scrolling table is reached by Tab, in the order of the page, and shows its focus.
async function keyboard(browser, url) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  await page.goto(url);
  const wanted = await page.evaluate(() => {
    window.all = [...document.querySelectorAll("*")];
    return [...document.querySelectorAll("a[href], summary, button, [tabindex='0']")]
      .filter((one) => one.checkVisibility({ contentVisibilityAuto: true })).length;
  });
  const seen = new Set();
  const wrong = [];
  let before = -1;
  for (let at = 0; at < Math.min(wanted, STOPS); at += 1) {
    await page.keyboard.press("Tab");
    const [name, index, shown, inView] = await page.evaluate(() => {
      const one = document.activeElement;
      const style = getComputedStyle(one);
      const box = one.getBoundingClientRect();
      return [one.outerHTML.slice(0, 60), window.all.indexOf(one),
        style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0,
        box.bottom > 0 && box.top < window.innerHeight];
    });
    seen.add(index);
    if (!shown) wrong.push(`focus is not shown: ${name}`);
    if (!inView) wrong.push(`focus is out of view: ${name}`);
    if (index < before) wrong.push(`focus goes back: ${name}`);
    before = index;
  }
  if (seen.size < Math.min(wanted, STOPS)) wrong.push(`Tab reaches ${seen.size} of ${wanted}`);
  await context.close();
  return wrong;
}

// On paper only that is folded away of which the page says so.
async function paper(browser, url) {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(url);
  await page.emulateMedia({ media: "print" });
  const hidden = await page.evaluate(() => [...document.querySelectorAll("tr")]
    .filter((one) => !one.checkVisibility({ contentVisibilityAuto: true }))
    .filter((one) => !one.closest("details:not([open]):has(> summary[data-paper])")).length);
  await context.close();
  return hidden ? [`${hidden} rows are not printed`] : [];
}

const browser = await chromium.launch({ executablePath: browserPath, args: ALONE });
const found = {};
for (const file of files) {
  const url = pathToFileURL(file).href;
  found[file] = { active: await active(browser, url) };
  if (file.endsWith(".html")) { // a page; the rest only has to be inert
    const views = [[320, "light"], [1280, "light"], [1280, "dark"]];
    found[file].readable = (await Promise.all(views.map(([width, scheme]) => readable(browser, url, width, scheme)))).flat();
    found[file].keyboard = await keyboard(browser, url);
    found[file].paper = await paper(browser, url);
    found[file].spaced = await spaced(browser, url, WIDTHS);
    found[file].operated = await operated(browser, url);
    found[file].charts = await charts(browser, url);
  }
}
await browser.close();
console.log(JSON.stringify(found));
