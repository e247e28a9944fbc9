import { playwright } from "@vitest/browser-playwright";
import { defineConfig } from "vitest/config";
import { CHROMIUM_FLAGS, findChromium } from "./scripts/chromium.mjs";
import { openingPlugin } from "./scripts/opening/plugin.ts";

/** Leaflet comes as its own modules (src/map/leaflet.ts); named here so that tests do not reload when they are first met. */
const LEAFLET = [
  "core/index",
  "dom/index",
  "geo/crs/CRS.Simple",
  "geo/LatLng",
  "geometry/Bounds",
  "geometry/Point",
  "geometry/Transformation",
  "layer/Layer",
  "map/Map",
  "map/handler/Map.DoubleClickZoom",
  "map/handler/Map.Drag",
  "map/handler/Map.Keyboard",
  "map/handler/Map.ScrollWheelZoom",
  "map/handler/Map.TouchZoom",
].map((name) => `leaflet/src/${name}.js`);

export default defineConfig({
  base: "./",
  plugins: [openingPlugin()],
  // Met only when somebody exports; found then, they would make the page load anew.
  optimizeDeps: { include: ["client-zip", "fontkit", "pdfkit"] },
  server: { host: "127.0.0.1" },
  preview: { host: "127.0.0.1" },
  build: {
    target: "es2022",
    chunkSizeWarningLimit: 400,
    sourcemap: true,
    // The browsers of this target know it; it only ever makes what is loaded on use come sooner.
    modulePreload: { polyfill: false },
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            // All that the first view needs in one file; else each part that export shares with it is a request of its own.
            { name: "page", tags: ["$initial"] },
            // What the parts loaded on use share: words, figures and a style sheet, too small to be requests of their own.
            { name: "parts", test: /[\\/]src[\\/](ui|core)[\\/]/, minShareCount: 2 },
          ],
        },
      },
    },
  },
  test: {
    env: { TZ: "UTC" },
    benchmark: { include: ["tests/bench/**/*.bench.ts"] },
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          environment: "node",
          include: ["tests/**/*.test.ts"],
          exclude: ["tests/browser/**", "tests/built/**"],
          // To stop what hangs, not to time: tests over thousands of cases take seconds on a busy machine.
          testTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: "built",
          environment: "node",
          include: ["tests/built/**/*.test.ts"],
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      {
        extends: true,
        optimizeDeps: {
          include: [
            ...LEAFLET,
            "gsap/gsap-core",
            "lit",
            "lit/directives/style-map.js",
            "robust-predicates",
            "axe-core",
          ],
        },
        test: {
          name: "browser",
          include: ["tests/browser/**/*.test.ts"],
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({
              launchOptions: { executablePath: findChromium() ?? "chromium-not-found", args: CHROMIUM_FLAGS },
            }),
            instances: [{ browser: "chromium" }],
          },
        },
      },
    ],
  },
});
