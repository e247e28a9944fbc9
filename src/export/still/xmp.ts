import { escapeXml } from "../data/xml.ts";
import type { Language } from "../../core/types.ts";
import type { StillTexts } from "./stillTexts.ts";

export interface StillMetadata extends StillTexts {
  readonly language: Language;
  /** ISO 8601 day the reconstruction was made; left out where unknown, never taken from the clock. */
  readonly createdOn: string | null;
  /** Program and version. */
  readonly tool: string;
}

/**
 * An XMP packet with the IPTC Photo Metadata of a graphic: headline, description, credit, source, copyright, date
 * created, and the two accessibility texts of IPTC 2021.1. Read-only, without padding, so that equal texts give equal bytes.
 *
 * @see https://www.iptc.org/std/photometadata/specification/IPTC-PhotoMetadata
 */
export function xmpPacket(metadata: StillMetadata): string {
  return `<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>${xmpMeta(metadata)}<?xpacket end="r"?>`;
}

/** The packet's `x:xmpmeta` element alone, for SVG. */
export function xmpMeta(metadata: StillMetadata): string {
  const { headline, caption, alt, extended, source, credit, copyright, createdOn, tool, language } = metadata;
  const properties = [
    localized("dc:title", headline, language),
    localized("dc:description", caption, language),
    localized("dc:rights", copyright, language),
    list("dc:creator", "Seq", tool),
    list("dc:language", "Bag", language),
    simple("photoshop:Headline", headline),
    simple("photoshop:Credit", credit),
    simple("photoshop:Source", source),
    createdOn === null ? "" : simple("photoshop:DateCreated", createdOn),
    createdOn === null ? "" : simple("xmp:CreateDate", createdOn),
    simple("xmp:CreatorTool", tool),
    localized("Iptc4xmpCore:AltTextAccessibility", alt, language),
    localized("Iptc4xmpCore:ExtDescrAccessibility", extended, language),
    simple("Iptc4xmpExt:DigitalSourceType", DIGITAL_CREATION),
  ];
  const namespaces = Object.entries(NAMESPACES).map(([prefix, uri]) => ` xmlns:${prefix}="${uri}"`);
  return [
    '<x:xmpmeta xmlns:x="adobe:ns:meta/">',
    '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">',
    `<rdf:Description rdf:about=""${namespaces.join("")}>${properties.join("")}</rdf:Description>`,
    "</rdf:RDF></x:xmpmeta>",
  ].join("");
}

const NAMESPACES = {
  dc: "http://purl.org/dc/elements/1.1/",
  xmp: "http://ns.adobe.com/xap/1.0/",
  photoshop: "http://ns.adobe.com/photoshop/1.0/",
  Iptc4xmpCore: "http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/",
  Iptc4xmpExt: "http://iptc.org/std/Iptc4xmpExt/2008-02-29/",
};

/** Made by people with a program, neither photographed nor by a trained model. */
const DIGITAL_CREATION = "http://cv.iptc.org/newscodes/digitalsourcetype/digitalCreation";

function simple(name: string, text: string): string {
  return text === "" ? "" : `<${name}>${escapeXml(text)}</${name}>`;
}

/** Language alternatives begin with the default, which is all most programs read. */
function localized(name: string, text: string, language: Language): string {
  const item = (lang: string) => `<rdf:li xml:lang="${lang}">${escapeXml(text)}</rdf:li>`;
  return `<${name}><rdf:Alt>${item("x-default")}${item(language)}</rdf:Alt></${name}>`;
}

function list(name: string, kind: "Seq" | "Bag", text: string): string {
  return `<${name}><rdf:${kind}><rdf:li>${escapeXml(text)}</rdf:li></rdf:${kind}></${name}>`;
}
