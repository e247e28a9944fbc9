/** Dates, lengths and places in the film as the parts loaded on use write them. */
import { decimal } from "./format.ts";
import type { Messages } from "./messages/en.ts";

/** A date of the form 2017-11-22 in words; anything else as it stands. */
export function isoDateText(date: string, messages: Messages): string {
  const match = /^(\d{4})-(\d\d)-(\d\d)$/.exec(date);
  return match ? messages.date(Number(match[1]), Number(match[2]), Number(match[3])) : date;
}

/** "50 m", "3.5 m". */
export function metresText(metres: number, messages: Messages): string {
  return messages.metres(decimal(metres, metres < 10 ? 1 : 0));
}

/** "2:05" for a place in the film. */
export function filmTime(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, "0")}`;
}
