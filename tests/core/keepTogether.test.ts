import { expect, test } from "vitest";
import { keepTogether } from "../../src/core/keepTogether.ts";

test.each([
  ["750 m in a line", "750_m in a line"],
  ["3 to 4 m, 8.5 to 10 m short", "3_to_4_m, 8.5_to_10_m short"],
  ["about 77 km/h.", "about 77_km/h."],
  ["Lt. Col. Kwon Young-hwan", "Lt._Col._Kwon Young-hwan"],
  ["about 40 minutes, 14 men, 4 metres", "about 40 minutes, 14 men, 4 metres"],
  ["시속 약 77km, 2 m 앞", "시속 약 77km, 2_m 앞"],
])("keepTogether: %s", (text, kept) => {
  expect(keepTogether(text)).toBe(kept.replaceAll("_", "\u00a0"));
});
