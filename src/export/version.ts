/** What every exported file says it was made with, and the day of that version: files are dated by it, not by the clock. */
export const VERSION = "jsa-replay 0.1.0";
export const VERSION_DATE = "2026-11-23";
