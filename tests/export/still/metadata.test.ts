/** What is written into the files, read back. */
import { describe, expect, test } from "vitest";
import { jpegSegments } from "../../../src/export/still/jpeg.ts";
import { pngChunks, addToPng } from "../../../src/export/still/png.ts";
import { renderStill, stillMetadata, type StillFormat } from "../../../src/export/still/renderStill.ts";
import { webpChunks } from "../../../src/export/still/webp.ts";
import { lookOf, model, moment, tools } from "./tools.ts";

const utf8 = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
const still = moment("oh-crosses-mdl");

function xmpIn(format: StillFormat, bytes: Uint8Array): string {
  if (format === "png") {
    const chunk = pngChunks(bytes).find(
      ({ type, data }) => type === "iTXt" && utf8(data).startsWith("XML:com.adobe.xmp"),
    );
    return utf8(chunk!.data).replace(/^XML:com\.adobe\.xmp\0{5}/, "");
  }
  if (format === "jpg") {
    const segment = jpegSegments(bytes).find(
      ({ marker, data }) => marker === 0xe1 && utf8(data).startsWith("http://ns"),
    );
    return utf8(segment!.data).replace("http://ns.adobe.com/xap/1.0/\0", "");
  }
  if (format === "webp") return utf8(webpChunks(bytes).find(({ type }) => type === "XMP ")!.data);
  if (format === "svg") return /<metadata>(.*)<\/metadata>/s.exec(utf8(bytes))![1]!;
  return /<\?xpacket begin.*<\?xpacket end="r"\?>/s.exec(utf8(bytes))![0];
}

describe.each(["png", "jpg", "webp", "svg", "pdf"] as const)("%s", (format) => {
  test.each(["en", "ko"] as const)(
    "carries headline, caption, alt texts, credit, source, rights and date in %s",
    async (language) => {
      const look = lookOf("web", { language });
      const xmp = xmpIn(format, await renderStill(model, still, look, format, tools));
      const { headline, caption, alt, extended, source, credit, copyright } = stillMetadata(model, still, look);
      const text = decoded(xmp);
      for (const [name, value] of [
        ["photoshop:Headline", headline],
        ["photoshop:Credit", credit],
        ["photoshop:Source", source],
        ["photoshop:DateCreated", "2026-11-23"],
        ["xmp:CreatorTool", "jsa-replay test"],
      ]) {
        expect(text).toContain(`<${name}>${value}</${name}>`);
      }
      for (const [name, value] of [
        ["dc:description", caption],
        ["dc:rights", copyright],
        ["Iptc4xmpCore:AltTextAccessibility", alt],
        ["Iptc4xmpCore:ExtDescrAccessibility", extended],
      ]) {
        expect(text).toContain(
          `<${name}><rdf:Alt><rdf:li xml:lang="x-default">${value}</rdf:li><rdf:li xml:lang="${language}">${value}</rdf:li>`,
        );
      }
    },
  );
});

/** Numeric references as characters. */
function decoded(xml: string): string {
  return xml.replaceAll(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)));
}

test("texts: alternative in one line, caption with time, sources and credit, places no finer than they are known", () => {
  const { alt, caption, extended } = stillMetadata(model, still, lookOf("web"));
  expect(alt).toMatch(
    /^Map: Oh Chong-song's crossing at Panmunjom, 13 November 2017\. Oh crosses the MDL, about 15:15:08 KST/,
  );
  expect(alt.length).toBeLessThan(300);
  expect(caption).toContain(model.moments[still.momentIndex]!.caption.en);
  expect(caption).toMatch(
    /Sources: .+\. Reconstruction: jsa-replay\. Map data © OpenStreetMap contributors \(ODbL 1\.0\)\.$/,
  );
  expect(extended).toMatch(/Oh Chong-song: close to the MDL/);
  expect(extended).toContain("Boundary crossings so far: ");
  const located = stillMetadata(model, moment("located"), lookOf("web")).extended;
  expect(located).toMatch(/Oh Chong-song: (last known place )?about 50 m south of the MDL/);
});

test("png: density in pHYs, 300 dpi for paper times the ratio, before the pixels", async () => {
  const png = await renderStill(model, still, lookOf("52mm"), "png", tools, { pixelRatio: 2 });
  const chunks = pngChunks(png);
  const types = chunks.map(({ type }) => type);
  expect(types[0]).toBe("IHDR");
  expect(types.indexOf("pHYs")).toBeLessThan(types.indexOf("IDAT"));
  const density = chunks.find(({ type }) => type === "pHYs")!.data;
  const view = new DataView(density.buffer, density.byteOffset);
  expect([view.getUint32(0), view.getUint32(4), view.getUint8(8)]).toEqual([23_622, 23_622, 1]);
});

test("png: known check sums, and nothing but PNG is taken", () => {
  const iend = Uint8Array.of(0, 0, 0, 0, 0x49, 0x45, 0x4e, 0x44, 0xae, 0x42, 0x60, 0x82);
  const signature = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);
  const made = addToPng(Uint8Array.of(...signature, ...iend), { pixelsPerMetre: 2835, xmp: "", texts: {} });
  // The pHYs chunk for 72 dpi as every encoder writes it.
  expect(Buffer.from(made).toString("hex")).toContain("000000097048597300000b1300000b1301009a9c18");
  expect(() => addToPng(iend, { pixelsPerMetre: 1, xmp: "", texts: {} })).toThrow("these bytes are no PNG");
});

test("jpeg: whole dots per inch in JFIF, one XMP segment before the tables", async () => {
  const jpeg = await renderStill(model, still, lookOf("52mm"), "jpg", tools);
  const segments = jpegSegments(jpeg);
  expect(segments.slice(0, 2).map(({ marker }) => marker)).toEqual([0xe0, 0xe1]);
  expect([...segments[0]!.data.subarray(7, 12)]).toEqual([1, 300 >> 8, 300 & 255, 300 >> 8, 300 & 255]);
});

test("webp: size, XMP and transparency stand in the extended header", async () => {
  for (const transparent of [true, false]) {
    const alpha = transparent ? 0x10 : 0;
    const webp = await renderStill(model, still, lookOf("web", { transparent }), "webp", tools);
    const head = webpChunks(webp)[0]!;
    expect(head.type).toBe("VP8X");
    expect(head.data[0]! & 0x04).toBe(0x04);
    expect(head.data[0]! & alpha).toBe(alpha);
    expect([head.data[4]! + 256 * head.data[5]! + 1, head.data[7]! + 256 * head.data[8]! + 1]).toEqual([640, 450]);
  }
});
