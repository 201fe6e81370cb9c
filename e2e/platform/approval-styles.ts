import { TOKENS } from './approval-tokens.ts'

const MARK_PATHS = '<path d="M1.4 14h3.2L8.24 4h-3.2z"/><path d="M7.53 12h3.2l3.64-10h-3.2z"/>'

/** The favicon. */
export const MARK_SVG = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16" fill="#0b6a56">
<style>@media (prefers-color-scheme: dark) { path { fill: #5cc9a9 } }</style>${MARK_PATHS}</svg>`

/** A string instead of a .css file, because Vite, vitest and Playwright each load the stand-in and treat .css differently. */
export const STYLE_SHEET = `${TOKENS}
*, *::before, *::after { box-sizing: border-box; }
html { min-height: 100%; background: var(--canvas); }
body { margin: 0; min-height: 100vh; display: grid; grid-template-rows: auto 1fr auto; font: var(--t-body); color: var(--ink); background: var(--canvas); -webkit-font-smoothing: antialiased; overflow-wrap: anywhere; }
h1, p, fieldset, legend { margin: 0; padding: 0; }
fieldset { border: 0; min-width: 0; }
button, input { font: inherit; color: inherit; }
:focus { outline: none; }
:focus-visible { outline: 2px solid var(--focus); outline-offset: 2px; }
::selection { background: var(--accent); color: var(--on-accent); }
bdi { unicode-bidi: isolate; }

.banner { display: flex; align-items: center; justify-content: center; min-height: 28px; padding: 6px 20px; background: var(--ink); color: var(--canvas); font: var(--t-small); text-align: center; }
main { width: 100%; max-width: 500px; margin-inline: auto; padding: 48px 32px 32px; }
footer { padding: 16px 28px 24px; font: var(--t-small); color: var(--ink-3); text-align: center; }

.i { width: 16px; height: 16px; flex: none; fill: none; stroke: currentColor; stroke-width: 1.5; stroke-linecap: round; stroke-linejoin: round; }
.mark { flex: none; display: block; fill: var(--accent-ink); }
.mark.hollow { fill: none; stroke: var(--ink-3); }
.mark.large { margin: -4px 0 20px -3px; }
.place { display: flex; align-items: center; gap: 8px; margin-block: -8px 20px; min-height: 28px; font: var(--t-small); color: var(--ink-2); }
h1 { font: var(--t-headline); letter-spacing: var(--track-headline); }
legend { font: var(--t-strong); }
.lede { color: var(--ink-2); margin-block-start: 4px; }
.sub { font: var(--t-small); color: var(--ink-2); }
.sub.quiet { color: var(--ink-3); }

.code { font: var(--t-code); font-variant-ligatures: none; white-space: nowrap; direction: ltr; margin-block: 12px 4px; margin-inline-start: -2px; }
.note { display: flex; gap: 8px; font: var(--t-small); color: var(--ink-2); margin-block-start: 12px; }
.note .i { width: 14px; height: 14px; margin-block-start: 1px; stroke-width: 1.7; }
.note b { font-weight: 600; color: var(--ink); }
.sect { border-block-start: 1px solid var(--line); padding-block-start: 20px; margin-block-start: 24px; }
.sect > legend { float: left; width: 100%; margin-block-end: 4px; }
.sect > legend + * { clear: both; }

.choice { position: relative; display: flex; gap: 12px; padding-block: 10px; border-block-start: 1px solid var(--line); cursor: default; }
.choice.first { border-block-start: 0; }
.choice.last { margin-block-end: -8px; }
.choice .name, .choice .sub { display: block; }
.choice .name { font: var(--t-control); }
.choice .grow { flex: 1; min-width: 0; }
.choice:hover::before { content: ""; position: absolute; inset-block: 0; inset-inline: -8px; border-radius: var(--r-m); background: var(--hover); pointer-events: none; }
.choice.fixed:hover::before { display: none; }
.box, .radio { appearance: none; flex: none; width: 16px; height: 16px; margin: 2px 0 0; border: 1.5px solid var(--line-control); background: var(--canvas); display: grid; place-items: center; }
.box { border-radius: var(--r-s); }
.radio { border-radius: 50%; }
.box:checked { border-color: transparent; background-color: var(--accent); }
.box:checked::after { content: ""; width: 8px; height: 4px; border: solid var(--on-accent); border-width: 0 0 2px 2px; transform: translateY(-1.5px) rotate(-45deg); }
.radio:checked { border: 5px solid var(--accent); }
.always { flex: none; width: 16px; height: 16px; margin-block-start: 2px; color: var(--accent-ink); }

.field-label { display: block; font: var(--t-small-strong); margin-block: 24px 6px; }
.field { display: block; width: 100%; height: 48px; padding: 5px 12px; border: 1px solid var(--line-control); border-radius: var(--r-m); background: var(--canvas); color: var(--ink); font: 600 20px/28px var(--font-code); text-transform: uppercase; }
.field::placeholder { color: var(--ink-3); opacity: 1; font-weight: 400; }
.field:focus { outline: 2px solid var(--focus); outline-offset: -1px; border-color: transparent; }
.field[aria-invalid="true"] { border-color: var(--danger); }
.field-note { font: var(--t-small); color: var(--ink-3); margin-block-start: 6px; }
.problem { color: var(--danger-ink); }

.acts { display: flex; flex-wrap: wrap; gap: 8px; margin-block-start: 24px; }
.btn { display: inline-flex; align-items: center; justify-content: center; min-height: 36px; min-width: 96px; padding: 5px 16px; border: 1px solid var(--line-2); border-radius: var(--r-m); background: var(--raised); color: var(--ink); font: var(--t-control); text-decoration: none; cursor: default; transition: background-color var(--fast), border-color var(--fast); }
.btn:hover { border-color: var(--line-control); background: linear-gradient(var(--hover), var(--hover)) var(--raised); }
.btn:active { background: linear-gradient(var(--press), var(--press)) var(--raised); }
.btn.primary { border-color: transparent; background: var(--accent); color: var(--on-accent); }
.btn.primary:hover { background: var(--accent-hover); }
.btn.primary:active { background: var(--accent-press); }

@media (min-width: 480px) { .choice .row { display: flex; align-items: baseline; justify-content: space-between; gap: 16px; } .choice .row .sub { text-align: end; font-variant-numeric: tabular-nums; } }
@media (max-width: 719px) { main { padding: 36px 28px 24px; } }
@media (max-width: 399px) { main { padding-inline: 20px; } .code { font-size: 34px; } }
@media (forced-colors: active) { .btn, .field, .box, .radio { border: 1px solid ButtonText; } .box:checked, .radio:checked { forced-color-adjust: none; background: Highlight; } }
`
