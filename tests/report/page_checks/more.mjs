// What axe-core does not see: text spacing, what the keyboard does, and charts.

// WCAG 1.4.12: with more room between lines, words and letters, nothing is cut off and the page does not grow wider.
export async function spaced(browser, url, widths) {
  const wrong = [];
  for (const width of widths) {
    const context = await browser.newContext({ viewport: { width, height: 800 }, bypassCSP: true });
    const page = await context.newPage();
    await page.goto(url);
    await page.addStyleTag({ content: `* { line-height: 1.5 !important; letter-spacing: 0.12em !important;
      word-spacing: 0.16em !important; } p { margin-bottom: 2em !important; }` });
    const found = await page.evaluate(() => {
      const cut = [...document.body.querySelectorAll("*")].filter((one) => {
        const style = getComputedStyle(one);
        const hides = (way) => ["hidden", "clip"].includes(way);
        return (hides(style.overflowX) && one.scrollWidth > one.clientWidth + 1)
          || (hides(style.overflowY) && one.scrollHeight > one.clientHeight + 1);
      }).filter((one) => !one.closest("svg, .skip"));
      return [document.documentElement.scrollWidth - window.innerWidth, cut.map((one) => one.outerHTML.slice(0, 60))];
    });
    if (found[0] > 0) wrong.push(`${width}: wider by ${found[0]} px with more room in the text`);
    wrong.push(...found[1].map((one) => `${width}: cut off with more room in the text: ${one}`));
    await context.close();
  }
  return wrong;
}

// With the keyboard alone: each detail opens and closes, and each kind of column sorts.
export async function operated(browser, url) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  await page.goto(url);
  const wrong = [];
  for (const one of (await page.$$("summary")).slice(0, 20)) {
    const open = () => one.evaluate((summary) => summary.parentElement.open === true);
    const before = await open();
    if (!(await one.evaluate((summary) => summary.checkVisibility({ contentVisibilityAuto: true })))) continue;
    const name = await one.evaluate((summary) => summary.textContent.slice(0, 40));
    await one.focus();
    for (const key of ["Enter", "Space"]) {
      const was = await open();
      await page.keyboard.press(key);
      if ((await open()) === was) wrong.push(`${key} does not fold: ${name}`);
    }
    if ((await open()) !== before) wrong.push(`does not fold back: ${name}`);
  }
  for (const one of (await page.$$("button.sort")).slice(0, 20)) {
    if (!(await one.evaluate((button) => button.checkVisibility({ contentVisibilityAuto: true })))) continue;
    await one.focus();
    for (const way of ["ascending", "descending"]) {
      await page.keyboard.press("Enter");
      wrong.push(...await one.evaluate(sorted, way));
    }
  }
  await context.close();
  return wrong;
}

function sorted(button, way) {
  const head = button.closest("th");
  const at = head.cellIndex;
  const name = `${head.textContent} ${way}`;
  if (head.getAttribute("aria-sort") !== way) return [`aria-sort is not set: ${name}`];
  if (document.activeElement !== button) return [`the focus is lost: ${name}`];
  if (head.dataset.kind === "text") return [];
  const values = [...head.closest("table").tBodies[0].rows].map((row) => row.cells[at].dataset.value);
  const known = values.filter((one) => one !== undefined).map((one) => head.dataset.kind === "number" ? Number(one) : Date.parse(one));
  const rising = (one, other) => way === "ascending" ? one <= other : one >= other;
  const wrong = known.slice(1).every((one, index) => rising(known[index], one)) ? [] : [`not sorted: ${name}`];
  if (values.slice(0, known.length).includes(undefined)) wrong.push(`what is not known does not stand last: ${name}`);
  return wrong;
}

// Shapes stand out (1.4.11), texts can be read (1.4.3) and do not lie over each other, a legend does not need colour.
export async function charts(browser, url) {
  const wrong = new Set();
  for (const colorScheme of ["light", "dark"]) {
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, colorScheme });
    const page = await context.newPage();
    await page.goto(url);
    for (const one of await page.evaluate(drawn)) wrong.add(`${colorScheme}: ${one}`);
    await context.close();
  }
  return [...wrong];
}

function drawn() {
  const light = (colour) => {
    const [r, g, b] = colour.match(/[\d.]+/g).slice(0, 3).map((one) => one / 255)
      .map((one) => one <= 0.04045 ? one / 12.92 : ((one + 0.055) / 1.055) ** 2.4);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const paper = getComputedStyle(document.documentElement).backgroundColor;
  const ground = paper === "rgba(0, 0, 0, 0)" ? "rgb(255, 255, 255)" : paper;
  const contrast = (colour) => {
    if (!colour.startsWith("rgb")) return 0; // none, or a pattern
    const [one, other] = [light(colour), light(ground)].sort((a, b) => b - a);
    return (one + 0.05) / (other + 0.05);
  };
  const wrong = [];
  for (const svg of document.querySelectorAll("svg:not([aria-hidden])")) {
    if (!svg.querySelector("title")?.textContent.trim() || !svg.querySelector("desc")?.textContent.trim()) wrong.push("chart without words");
    for (const one of svg.querySelectorAll("rect, path, circle, line, polyline")) {
      if (one.closest("defs")) continue;
      const { fill, stroke } = getComputedStyle(one);
      if (Math.max(contrast(fill), contrast(stroke)) < 3) wrong.push(`shape does not stand out: ${one.outerHTML.slice(0, 60)}`);
    }
    const texts = [...svg.querySelectorAll("text")].filter((one) => one.textContent.trim());
    const frame = svg.getBoundingClientRect();
    const boxes = texts.map((one) => one.getBoundingClientRect());
    texts.forEach((one, at) => {
      if (contrast(getComputedStyle(one).fill) < 4.5) wrong.push(`text is pale: ${one.textContent}`);
      if (boxes[at].left < frame.left - 1 || boxes[at].right > frame.right + 1) wrong.push(`text leaves the chart: ${one.textContent}`);
      for (let other = at + 1; other < texts.length; other += 1) {
        const across = Math.min(boxes[at].right, boxes[other].right) - Math.max(boxes[at].left, boxes[other].left);
        const down = Math.min(boxes[at].bottom, boxes[other].bottom) - Math.max(boxes[at].top, boxes[other].top);
        if (across > 1 && down > 4) wrong.push(`text over text: ${one.textContent} and ${texts[other].textContent}`);
      }
    });
    for (const legend of svg.querySelectorAll(".legend")) {
      const swatches = [...legend.querySelectorAll(".swatch")].map((swatch) => [...swatch.children].map((one) => {
        const { fill } = getComputedStyle(one);
        const pattern = fill.match(/url\("?#([^")]+)/)?.[1];
        const inside = pattern && document.getElementById(pattern).outerHTML.replace(/ (id|class|fill)="[^"]*"/g, "");
        const looks = inside ?? (contrast(fill) > 1.5 ? "full" : "hollow");
        return [one.tagName, one.getAttribute("d"), one.getAttribute("stroke-dasharray"), looks].join(" ");
      }).join(";"));
      if (new Set(swatches).size < swatches.length) wrong.push("only colour tells parts of a legend apart");
    }
  }
  return wrong;
}
