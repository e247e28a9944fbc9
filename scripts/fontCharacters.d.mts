export function shownCharacters(root: string): string[];
export function firstHangul(root: string): string[];
