/** Export from the page: the dialog, the preview that is the file, and the files themselves. */
import { afterEach, expect, test } from "vitest";
import { page as frame, userEvent } from "vitest/browser";
import { textAt } from "../../../src/export/still/bytes.ts";
import { pngChunks } from "../../../src/export/still/png.ts";
import type { ReplayOptions } from "../../../src/app/createReplay.ts";
import { open, until, violations, type Page } from "./page.ts";

let page: Page | null = null;
afterEach(async () => {
  page?.replay.destroy();
  page = null;
  await frame.viewport(1280, 800);
});

interface Saved {
  readonly name: string;
  readonly blob: Blob;
}

interface Desk extends Page {
  readonly saved: Saved[];
}

async function openDialog(
  options: Partial<ReplayOptions> = {},
  size: { width?: number; height?: number } = {},
): Promise<Desk> {
  const saved: Saved[] = [];
  const opened = await open({ start: "15:15:18", save: (blob, name) => saved.push({ blob, name }), ...options }, size);
  page = opened;
  const opener = opened.find(".head-tools button:has(path[d^='M12 4v'])");
  opener.focus();
  opener.click();
  const desk: Desk = { ...opened, saved };
  await painted(desk);
  return desk;
}

/** Waits until the preview shows what was chosen. */
async function painted(desk: Page): Promise<void> {
  await desk.settle();
  await new Promise((resolve) => setTimeout(resolve, 60));
  await until(() => desk.all(".export-preview canvas:not([hidden])").length === 1, "preview");
  await desk.settle();
}

/** Chooses by the words beside a radio button or check box. */
function choose(desk: Page, words: string) {
  const label = desk.all(".export-choices label").find((one) => one.textContent.trim() === words);
  if (!label) throw new Error(`"${words}" cannot be chosen`);
  label.querySelector("input")!.click();
}

function field(desk: Page, name: string): HTMLElement {
  const found = desk.all("dialog.export .field").find((one) => one.querySelector(".field-name")!.textContent === name);
  if (!found) throw new Error(`there is no field "${name}"`);
  return found;
}

function select(desk: Page, name: string, value: string) {
  const box = field(desk, name).querySelector("select")!;
  box.value = value;
  box.dispatchEvent(new Event("change"));
}

function type(desk: Page, name: string, value: string) {
  const input = field(desk, name).querySelector("input")!;
  input.value = value;
  input.dispatchEvent(new Event("input"));
}

async function download(desk: Desk): Promise<Saved> {
  const before = desk.saved.length;
  desk.find(".download").click();
  await until(() => desk.saved.length > before, "a saved file");
  return desk.saved.at(-1)!;
}

async function bytesOf({ blob }: Saved): Promise<Uint8Array> {
  return new Uint8Array(await blob.arrayBuffer());
}

async function pixelsOf({ blob }: Saved) {
  const bitmap = await createImageBitmap(blob);
  const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext("2d")!;
  context.drawImage(bitmap, 0, 0);
  return context.getImageData(0, 0, bitmap.width, bitmap.height);
}

function canvasPixels(canvas: HTMLCanvasElement) {
  return canvas.getContext("2d")!.getImageData(0, 0, canvas.width, canvas.height);
}

function differing(a: ImageData, b: ImageData): number {
  expect([a.width, a.height]).toEqual([b.width, b.height]);
  return a.data.reduce((count, value, i) => count + (value === b.data[i] ? 0 : 1), 0);
}

/** Names of a zip's files, from its central directory. */
function zipNames(bytes: Uint8Array): string[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  const names: string[] = [];
  for (let i = 0; i + 46 <= bytes.length; i++) {
    if (view.getUint32(i, true) !== 0x02014b50) continue;
    names.push(textAt(bytes, i + 46, view.getUint16(i + 28, true)));
  }
  return names;
}

test("the preview at its actual size has the pixels of the PNG", async () => {
  const desk = await openDialog();
  select(desk, "Size", "web");
  choose(desk, "2×");
  await painted(desk);
  desk.find(".preview-bar .small").click();
  await desk.settle();
  const preview = canvasPixels(desk.find(".export-preview canvas") as HTMLCanvasElement);
  const png = await download(desk);
  expect(png.name).toBe("jsa-2017-11-13-14-151518-en-web@2x.png");
  const pixels = await pixelsOf(png);
  expect([pixels.width, pixels.height]).toEqual([1280, 900]);
  expect(differing(preview, pixels)).toBe(0);
  expect(pngChunks(await bytesOf(png)).map(({ type }) => type)).toContain("pHYs");
});

test("as on screen, in its size: the pixels of the map where neither has furniture or keeps room for it", async () => {
  const view = { centre: [126.6764, 37.9561], pxPerMetre: 5 } as const;
  const desk = await openDialog({ view }, { width: 700, height: 800 });
  choose(desk, "As on screen");
  select(desk, "Size", "screen");
  desk.all(".export-choices details .choices button")[1]!.click();
  await painted(desk);
  const png = await pixelsOf(await download(desk));
  const map = canvasPixels(desk.find(".map canvas") as HTMLCanvasElement);
  expect([png.width, png.height]).toEqual([map.width, map.height]);
  // Between the north arrow above and the scale bar and credit below.
  const [from, to] = [Math.round(0.2 * png.height), Math.round(0.75 * png.height)].map((row) => row * png.width * 4);
  expect(png.data.slice(from, to).every((value, i) => value === map.data[from! + i])).toBe(true);
});

test("SVG, PDF, WebP and JPEG come out one by one", async () => {
  const desk = await openDialog();
  select(desk, "Size", "web");
  choose(desk, "PNG");
  await desk.settle();
  for (const [format, start] of [
    ["SVG", "<svg"],
    ["PDF", "%PDF-1.7"],
    ["WebP", "RIFF"],
    ["JPEG", "\xff\xd8\xff"],
  ] as const) {
    choose(desk, format);
    await desk.settle();
    expect(desk.find(".download").textContent.trim()).toBe(`Download ${format}`);
    const bytes = await bytesOf(await download(desk));
    expect(textAt(bytes, 0, 80)).toContain(start);
    expect(bytes.length).toBeGreaterThan(20_000);
    choose(desk, format);
    await desk.settle();
  }
  expect(desk.find(".export-note[role=status]").textContent).toBe("Choose at least one format.");
  expect((desk.find(".download") as HTMLButtonElement).disabled).toBe(true);
});

test("several files come as one zip, with texts beside the pictures, in both languages", async () => {
  const desk = await openDialog();
  select(desk, "Size", "web");
  select(desk, "Show", "crossings");
  choose(desk, "한국어");
  choose(desk, "Caption and alt text as text files");
  await painted(desk);
  const crossings = Number(/\/(\d+)/.exec(desk.find(".tabs .count").textContent)![1]);
  expect(desk.find(".preview-bar .figures").textContent).toBe(`1 of ${crossings * 2}`);
  expect(desk.find(".download").textContent.trim()).toBe(`Download ${crossings * 6} files (zip)`);
  const zip = await download(desk);
  expect(zip.name).toBe("jsa-2017-11-13-pictures.zip");
  const names = zipNames(await bytesOf(zip));
  expect(names.length).toBe(crossings * 6);
  expect(names.every((name) => name.startsWith("jsa-2017-11-13-pictures/jsa-2017-11-13-crossing-"))).toBe(true);
  expect(new Set(names.map((name) => name.slice(name.indexOf(".") + 1)))).toEqual(
    new Set(["png", "caption.txt", "alt.txt"]),
  );
});

test("the article pack reports progress, and cancelled leaves nothing; Escape stops it before it closes", async () => {
  const desk = await openDialog();
  select(desk, "Size", "web");
  await desk.settle();
  desk.find(".make-pack").click();
  await until(() => / of \d+ files/.test(desk.find(".export-foot").textContent), "progress");
  expect(await violations()).toEqual([]);
  desk.find(".cancel").click();
  const asked = performance.now();
  await until(() => desk.all(".download").length === 1, "stopped");
  expect(performance.now() - asked).toBeLessThan(2000);
  expect(desk.find(".export-note[role=status]").textContent).toBe("Cancelled. Nothing was saved.");
  desk.find(".make-pack").click();
  await desk.settle();
  const dialog = desk.find("dialog.export") as HTMLDialogElement;
  expect(dialog.dispatchEvent(new Event("cancel", { cancelable: true }))).toBe(false);
  await until(() => desk.all(".download").length === 1, "stopped");
  expect(dialog.open).toBe(true);
  expect(desk.saved).toEqual([]);
});

test("a file that fails is named, and nothing is saved; tried again, it comes", async () => {
  const desk = await openDialog();
  choose(desk, "PNG");
  await desk.settle();
  choose(desk, "PDF");
  await desk.settle();
  const { fetch } = globalThis;
  globalThis.fetch = (input, init) =>
    input instanceof URL && input.href.includes(".ttf")
      ? Promise.resolve(new Response(null, { status: 503 }))
      : fetch(input, init);
  try {
    desk.find(".download").click();
    await until(() => desk.find(".failure").textContent !== "", "a failure");
  } finally {
    globalThis.fetch = fetch;
  }
  expect(desk.find(".failure").textContent).toMatch(
    /^Nothing was saved\. jsa-2017-11-13-14-151518-en-article\.pdf: .*\.ttf.*could not be loaded \(503\)/,
  );
  expect(desk.saved).toEqual([]);
  expect((await download(desk)).name).toBe("jsa-2017-11-13-14-151518-en-article.pdf");
});

test("a size that is too small, too large or no number is named before anything is made", async () => {
  const desk = await openDialog();
  select(desk, "Size", "custom");
  await desk.settle();
  const said = async () => {
    await desk.settle();
    return desk.find(".export-note[role=status]").textContent;
  };
  type(desk, "Width", "20");
  expect(await said()).toBe("Each side must be at least 160 px, or the map cannot be read.");
  type(desk, "Width", "");
  expect(await said()).toBe("Give width and height as numbers; pixels must be whole.");
  type(desk, "Width", "20000");
  expect(await said()).toMatch(/^20000 × 900 px is more than a browser can make/);
  type(desk, "Width", "400");
  await said();
  select(desk, "Unit", "mm");
  await painted(desk);
  // 400 × 900 px at 96 to the inch, printed at 300.
  expect(desk.find(".preview-bar .figures").textContent).toBe("1252 × 2811 px");
  type(desk, "Width", "107");
  await said();
  type(desk, "Height", "80");
  expect(await said()).toBe("");
  await painted(desk);
  expect(desk.find(".preview-bar .figures").textContent).toBe("1264 × 945 px");
});

test("a part switched off leaves the picture; the licence's wish is said", async () => {
  const desk = await openDialog();
  choose(desk, "PNG");
  await desk.settle();
  choose(desk, "SVG");
  await desk.settle();
  const svg = async () => new TextDecoder().decode(await bytesOf(await download(desk)));
  expect((await svg()).includes("OpenStreetMap contributors (ODbL)")).toBe(true);
  choose(desk, "Map attribution");
  await desk.settle();
  expect(desk.find(".export-choices").textContent).toContain("asks for the attribution");
  expect((await svg()).includes("OpenStreetMap contributors (ODbL)")).toBe(false);
});

test("call-outs number the steps chosen, in their order, and may stand alone", async () => {
  const desk = await openDialog({ start: "15:15:21" });
  choose(desk, "PNG");
  await desk.settle();
  choose(desk, "SVG");
  await desk.settle();
  const svg = async () => new TextDecoder().decode(await bytesOf(await download(desk)));
  expect((await svg()).includes('id="crossing-3"')).toBe(true);
  const [flags, ...moments] = [...desk.find(".export-choices details").querySelectorAll("input")];
  expect(moments.length).toBeGreaterThan(15);
  for (const input of [flags!, moments[8]!, moments[6]!]) {
    input.click();
    await desk.settle();
  }
  expect(desk.find(".export-choices details summary").textContent.replace(/\s+/g, " ").trim()).toBe(
    "Numbered call-outs 2",
  );
  const numbered = await svg();
  expect(numbered.includes('id="crossing-3"')).toBe(false);
  expect([...numbered.matchAll(/id="(moment-[\w-]+)"/g)].map(([, id]) => id)).toEqual([
    "moment-ditch",
    "moment-leaves-jeep",
  ]);
});

for (const theme of ["light", "dark"] as const) {
  test(`the dialog has no violation, with every choice in sight: ${theme}`, async () => {
    const desk = await openDialog({ theme });
    for (const details of desk.all(".export-choices details")) (details as HTMLDetailsElement).open = true;
    select(desk, "Show", "steps");
    select(desk, "Size", "custom");
    choose(desk, "SVG");
    await painted(desk);
    desk.find(".preview-bar .small").click();
    await desk.settle();
    expect(await violations()).toEqual([]);
  });
}

test("by keyboard: opened with Enter, left with Escape, the focus stays in and comes back; the story stands still", async () => {
  const opened = await open({ start: "15:15:18" });
  page = opened;
  opened.replay.play();
  const opener = opened.find(`.head-tools [aria-label="Export pictures"]`);
  opener.focus();
  await userEvent.keyboard("{Enter}");
  await painted(opened);
  expect(opened.replay.player!.state.playing).toBe(false);
  const dialog = opened.find("dialog.export");
  const reached = new Set<Element>();
  for (let i = 0; i < 40 && !reached.has(opened.find(".download")); i++) {
    await userEvent.keyboard("{Tab}");
    const { activeElement } = opened.shadow;
    if (activeElement) reached.add(activeElement);
  }
  expect([...reached].filter((element) => !dialog.contains(element))).toEqual([]);
  expect(reached.has(opened.find(".download"))).toBe(true);
  expect(reached.has(opened.find(".make-pack"))).toBe(true);
  await userEvent.keyboard("{Escape}");
  await until(() => opened.all("dialog.export").length === 0, "closed");
  expect(opened.shadow.activeElement).toBe(opener);
});

test("in Korean at 320 px: a sheet over all of it, nothing wider, controls of 24 px", async () => {
  await frame.viewport(320, 640);
  const desk = await openDialog({ language: "ko" }, { width: 320, height: 640 });
  const { width, height } = desk.find("dialog.export").getBoundingClientRect();
  expect([width, height]).toEqual([320, 640]);
  expect(desk.find("dialog.export h2").textContent).toBe("그림 내보내기");
  expect(desk.find(".export-text p").lang).toBe("ko");
  expect(await violations()).toEqual([]);
  const sheet = desk.find("dialog.export").getBoundingClientRect();
  const wide = desk
    .all("dialog.export *")
    .filter((element) => !element.closest("svg, .sr") && element.getBoundingClientRect().right > sheet.right + 1)
    .map((element) => element.className);
  expect(wide).toEqual([]);
  const small = desk
    .all("dialog.export :is(button, select, input)")
    .map((element) => ({ element, box: (element.closest("label") ?? element).getBoundingClientRect() }))
    .filter(({ box }) => box.width > 0 && (box.width < 24 || box.height < 24))
    .map(({ element }) => element.outerHTML);
  expect(small).toEqual([]);
});
