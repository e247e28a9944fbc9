/** Style of index.html: plain, in the colours of the reader's system, readable on a phone and on paper. */
export const INDEX_STYLE = `
:root { color-scheme: light dark; --text: #1f1d1a; --muted: #57524a; --ground: #fbfaf8; --sheet: #fff; --edge: #cfc9be; --link: #0b4a8f; --mark: #1f1d1a; --marktext: #fff; }
@media (prefers-color-scheme: dark) { :root { --text: #f3f0ea; --muted: #bab5ac; --ground: #17191b; --sheet: #202427; --edge: #454b50; --link: #9cc4ff; --mark: #f3f0ea; --marktext: #17191b; } }
* { box-sizing: border-box; }
html { scroll-padding-top: 1rem; }
body { margin: 0 auto; padding: 1.5rem clamp(1rem, 3vw, 2.5rem) 4rem; max-width: 92rem; color: var(--text); background: var(--ground); font: 1rem/1.5 system-ui, -apple-system, "Segoe UI", "Noto Sans", "Noto Sans KR", sans-serif; }
:lang(ko) { word-break: keep-all; }
h1 { font-size: clamp(1.5rem, 3.2vw, 2.25rem); line-height: 1.2; margin: 0 0 .25rem; text-wrap: balance; }
h2 { font-size: 1.3rem; margin: 2rem 0 1rem; padding-top: 1rem; border-top: 1px solid var(--edge); }
h3 { font-size: 1.15rem; line-height: 1.35; margin: 0 0 .75rem; display: flex; gap: .6rem; align-items: baseline; flex-wrap: wrap; }
p { margin: 0 0 .6rem; max-width: 70ch; }
a { color: var(--link); }
a:focus-visible, input:focus-visible { outline: 2px solid var(--link); outline-offset: 3px; }
.muted, figcaption h4 { color: var(--muted); }
.number { flex: none; min-width: 1.75rem; height: 1.75rem; padding: 0 .4rem; border-radius: 1rem; background: var(--mark); color: var(--marktext); font: 700 .95rem/1.75rem system-ui, sans-serif; text-align: center; }
.time { font-variant-numeric: tabular-nums; }
.columns { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 30rem), 1fr)); gap: 1.5rem 2rem; align-items: start; }
article { padding: 1.5rem 0; border-bottom: 1px solid var(--edge); }
figure { margin: 0; min-width: 0; }
figure img { display: block; width: 100%; height: auto; border: 1px solid var(--edge); background: var(--sheet); }
figcaption { padding-top: .75rem; }
figcaption h4 { font-size: .85rem; font-weight: 600; margin: 0 0 .1rem; }
.copy { user-select: all; -webkit-user-select: all; cursor: text; overflow-wrap: anywhere; }
.links { list-style: none; display: flex; flex-wrap: wrap; gap: .4rem; margin: .75rem 0 0; padding: 0; }
.links a { display: block; padding: .2rem .7rem; border: 1px solid var(--edge); border-radius: .4rem; background: var(--sheet); text-decoration: none; }
.links a:hover { text-decoration: underline; }
.steps { columns: 22rem; padding: 0; margin: 0; list-style: none; }
.steps li { break-inside: avoid; }
.steps a { display: grid; grid-template-columns: 1.8em 6.4em 1fr; padding: .15rem 0; text-decoration: none; font-variant-numeric: tabular-nums; }
.steps a:hover span:last-child { text-decoration: underline; }
.steps .time { color: var(--muted); }
.data { padding-left: 1.2rem; }
fieldset { border: 0; padding: 0; margin: 1.25rem 0 0; display: flex; flex-wrap: wrap; gap: .4rem 1.2rem; }
legend { float: left; padding: 0; color: var(--muted); }
@media print { fieldset, .links { display: none; } body { max-width: none; background: none; } article { break-inside: avoid; } }
`;

/** Choosing a language without a script: what is not in it is not shown. */
export function languageStyle(languages: readonly string[]): string {
  return languages
    .map((language) => `body:has(#only-${language}:checked) figure:not([lang="${language}"]) { display: none; }`)
    .join("\n");
}
