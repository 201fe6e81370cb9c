/** The app's design tokens that the approval page uses. They follow the system's colour scheme and contrast. */
export const TOKENS = `:root {
  color-scheme: light;
  --canvas: #ffffff;
  --raised: #ffffff;
  --ink: #141917;
  --ink-2: #4c5651;
  --ink-3: #626c67;
  --line: #e6e9e7;
  --line-2: #d3d8d5;
  --line-control: #818b86;
  --hover: rgba(20, 40, 32, 0.045);
  --press: rgba(20, 40, 32, 0.09);
  --accent: #0b6a56;
  --accent-hover: #095a49;
  --accent-press: #074a3c;
  --on-accent: #ffffff;
  --accent-ink: #0b6a56;
  --focus: #0b6a56;
  --danger: #b7291f;
  --danger-ink: #b0261c;
  --r-s: 4px;
  --r-m: 6px;
  --font-ui: system-ui, -apple-system, "Segoe UI", "Adwaita Sans", "Noto Sans", sans-serif;
  --font-code: ui-monospace, "SF Mono", "Cascadia Mono", "Adwaita Mono", "DejaVu Sans Mono", "Liberation Mono", monospace;
  --t-code: 600 40px/48px var(--font-code);
  --t-headline: 600 20px/28px var(--font-ui);
  --t-body: 400 13px/20px var(--font-ui);
  --t-strong: 600 13px/20px var(--font-ui);
  --t-control: 500 13px/20px var(--font-ui);
  --t-small: 400 12px/16px var(--font-ui);
  --t-small-strong: 600 12px/16px var(--font-ui);
  --track-headline: -0.012em;
  --fast: 80ms;
}
@media (prefers-color-scheme: dark) {
  :root {
    color-scheme: dark;
    --canvas: #191c1b;
    --raised: #222625;
    --ink: #eceeed;
    --ink-2: #afb8b3;
    --ink-3: #929c97;
    --line: #2a2f2d;
    --line-2: #3a413e;
    --line-control: #737d78;
    --hover: rgba(226, 244, 236, 0.055);
    --press: rgba(226, 244, 236, 0.1);
    --accent: #3aa88a;
    --accent-hover: #4ab898;
    --accent-press: #2f967a;
    --on-accent: #04150f;
    --accent-ink: #5cc9a9;
    --focus: #5cc9a9;
    --danger: #cb3f34;
    --danger-ink: #ff8f83;
  }
}
@media (prefers-contrast: more) {
  :root {
    --ink: #000000;
    --ink-2: #222826;
    --ink-3: #333a37;
    --line: #6f7773;
    --line-2: #4b524f;
    --line-control: #333a37;
    --hover: rgba(0, 0, 0, 0.09);
    --press: rgba(0, 0, 0, 0.16);
    --accent: #00493a;
    --accent-hover: #003a2e;
    --accent-press: #002c23;
    --accent-ink: #00493a;
    --focus: #00493a;
    --danger: #8c130b;
    --danger-ink: #860f08;
  }
}
@media (prefers-contrast: more) and (prefers-color-scheme: dark) {
  :root {
    --canvas: #0c0e0d;
    --raised: #141716;
    --ink: #ffffff;
    --ink-2: #e2e7e4;
    --ink-3: #ccd3cf;
    --line: #7d8782;
    --line-2: #a4ada9;
    --line-control: #ccd3cf;
    --hover: rgba(255, 255, 255, 0.12);
    --press: rgba(255, 255, 255, 0.2);
    --accent: #7fe3c6;
    --accent-hover: #9bedd5;
    --accent-press: #63d2b2;
    --on-accent: #000000;
    --accent-ink: #8be8cd;
    --focus: #8be8cd;
    --danger: #ff9d93;
    --danger-ink: #ffb0a7;
  }
}
@media (prefers-reduced-motion: reduce) {
  :root { --fast: 0ms; }
}
`
