/** Texts of a certain form that a scenario has: dates, addresses, instants, names of files. */
import { pattern } from "./shape.ts";

export const isoDate = pattern("a date like 2017-11-22", /^\d{4}-\d\d-\d\d$/, { accepts: isCalendarDate });
export const partialDate = pattern("a date like 2017-11-22, 2017-11 or 2017", /^\d{4}(-\d\d(-\d\d)?)?$/, {
  accepts: isCalendarDate,
});
export const url = pattern("an http or https address", /^https?:\/\/[^\s"<>\\^`{|}]+$/i, {
  maxLength: 2_000,
  accepts: (value) => URL.canParse(value),
});
export const instant = pattern(
  "an ISO 8601 instant with offset like 2017-11-13T15:11:00+09:00",
  /^\d{4}-\d\d-\d\dT([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,3})?)?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/,
  { accepts: (value) => isCalendarDate(value.slice(0, 10)) },
);
export const slug = pattern("a slug of letters, digits and hyphens", /^[A-Za-z0-9]+(-[A-Za-z0-9]+)*$/, {
  maxLength: 80,
});

function isCalendarDate(value: string): boolean {
  const [year = 0, month = 1, day = 1] = value.split("-").map(Number);
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day && year >= 1000;
}
