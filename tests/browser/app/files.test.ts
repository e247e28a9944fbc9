/** A file that does not come: said which and why, and how to go on. */
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createDataFiles } from "../../../src/app/dataFiles.ts";
import { MissingFile } from "../../../src/app/missingFile.ts";
import { open, SHIPPED, until, violations, type Page } from "./page.ts";

let page: Page | null = null;
beforeEach(() => vi.spyOn(console, "error").mockImplementation(() => undefined));
afterEach(() => {
  page?.replay.destroy();
  page = null;
  vi.restoreAllMocks();
});

const [mdl, ...otherGeo] = SHIPPED.geo as [string, ...string[]];
const without = (status: string | null) => [new MissingFile("mdl.geojson", status), ...otherGeo];
const fault = (page: Page) => page.find(".fault").textContent.replace(/\s+/g, " ");

function give(page: Page, text: string, name: string) {
  const input = page.find("input[type=file]") as HTMLInputElement;
  const files = new DataTransfer();
  files.items.add(new File([text], name));
  input.files = files.files;
  input.dispatchEvent(new Event("change"));
}

test("files: a 404 and a broken connection are named with the file, in both languages", async () => {
  page = await open({ scenario: new MissingFile("scenario.json", "404 Not Found"), geo: without(null) });
  expect(fault(page)).toContain("2 files of its data did not arrive");
  expect(fault(page)).toContain("scenario.json The server answered 404 Not Found.");
  expect(fault(page)).toContain("mdl.geojson No answer came");
  expect(await violations()).toEqual([]);
  page.replay.destroy();
  page = await open({ scenario: new MissingFile("scenario.json", "404 Not Found"), language: "ko" });
  await until(() => fault(page!).includes("scenario.json 파일 대신 받은 것: 404 Not Found"), "the words in Korean");
});

test("files: try again fetches what did not come, and goes on at the time asked for", async () => {
  let asked = 0;
  page = await open({
    geo: without("503 Service Unavailable"),
    start: "15:15:07",
    retry: async () => ({ scenario: SHIPPED.scenario, geo: ++asked < 2 ? without("502 Bad Gateway") : SHIPPED.geo }),
  });
  const again = () => page!.find(".retry");
  expect(again().textContent).toBe("Try again");
  again().click();
  await until(() => fault(page!).includes("502 Bad Gateway"), "the second answer");
  expect(page.shadow.activeElement).toBe(again());
  const changes: string[] = [];
  page.replay.on("change", () => changes.push(page!.replay.scenario!.title.en));
  again().click();
  await until(() => page!.replay.fault === null, "the file");
  expect(page.replay.t).toBe(247);
  expect(changes[0]).toMatch(/Panmunjom/);
});

test("files: a missing place can be given from the device; asking for the scenario instead would lead nowhere", async () => {
  page = await open({ geo: without("404 Not Found") });
  expect(page.all(".file").map((label) => label.textContent.trim())).toEqual(["Load mdl.geojson from this device"]);
  expect(page.all(".retry")).toEqual([]);
  give(page, mdl, "mdl.geojson");
  await until(() => page!.replay.fault === null, "the file taken");
});

test("faults in Korean: said around the value found and what is allowed", async () => {
  const broken = JSON.parse(SHIPPED.scenario);
  broken.moments[2].actorIds = ["jepe"];
  page = await open({ scenario: broken, language: "ko" });
  expect(fault(page)).toMatch(/moments\[2\]\.actorIds\[0\] 찾은 값: "jepe", 필요한 값:/);
});

test("load: another scenario keeps the reader's language and theme, and starts at its own start", async () => {
  page = await open({ start: "15:15:07" });
  page.replay.set({ language: "ko", theme: "dark" });
  page.replay.load(SHIPPED.scenario);
  expect(page.replay.settings).toMatchObject({ language: "ko", theme: "dark" });
  expect(page.replay.t).toBe(page.replay.scenario!.start);
});

test("createDataFiles: keeps what came, and asks again for the rest alone, past any cache", async () => {
  const calls: string[] = [];
  let isUp = false;
  vi.spyOn(globalThis, "fetch").mockImplementation(async (input, init) => {
    const name = (input as URL).pathname;
    calls.push(`${name} ${init?.cache}`);
    if (isUp || name === "/a.json") return new Response(name);
    if (name === "/b.geojson") return new Response("", { status: 404, statusText: "Not Found" });
    throw new TypeError("Failed to fetch");
  });
  const url = (name: string) => new URL(name, "http://data.test/");
  const files = createDataFiles(url("a.json"), [url("b.geojson"), url("c.geojson")]);
  expect(await files.load()).toEqual({
    scenario: "/a.json",
    geo: [new MissingFile("b.geojson", "404 Not Found"), new MissingFile("c.geojson", null)],
  });
  isUp = true;
  expect(await files.load()).toEqual({ scenario: "/a.json", geo: ["/b.geojson", "/c.geojson"] });
  expect(calls).toEqual([
    "/a.json default",
    "/b.geojson default",
    "/c.geojson default",
    "/b.geojson reload",
    "/c.geojson reload",
  ]);
});
