export function shownCharacters(root: string): string[];
