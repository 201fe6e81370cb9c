/** The drawings of the window: 16 px grid, 1.5 stroke, no fills. They say nothing to a screen reader. */
import type { JSX } from 'preact'

const shapes = {
  activity: () => (
    <>
      <path d="M2.25 2.25v9.5a2 2 0 0 0 2 2h9.5" />
      <path d="m5 9.75 2.75-3.25L10 8.75l3.75-5" />
    </>
  ),
  app: () => (
    <>
      <path d="M8 1.9 13.4 5v6L8 14.1 2.6 11V5z" />
      <path d="M2.8 5.1 8 8.1l5.2-3M8 8.1v5.8" />
    </>
  ),
  back: () => <path d="M9.75 4.5 6.25 8l3.5 3.5" />,
  browser: () => (
    <>
      <rect x="1.75" y="2.75" width="12.5" height="10.5" rx="1.75" />
      <path d="M1.75 6h12.5M4.25 4.4h.01M6.25 4.4h.01" />
    </>
  ),
  busy: () => <path d="M8 2a6 6 0 1 1-6 6" />,
  card: () => (
    <>
      <rect x="1.75" y="3.25" width="12.5" height="9.5" rx="1.75" />
      <path d="M1.75 6.5h12.5M4.5 10h2" />
    </>
  ),
  check: () => <path d="m3 8.5 3.25 3.25L13 4.75" />,
  copy: () => (
    <>
      <rect x="5.5" y="5.5" width="8" height="8" rx="1.75" />
      <path d="M10.5 3.1a1.75 1.75 0 0 0-1.25-.6h-5A1.75 1.75 0 0 0 2.5 4.25v5c0 .5.2.95.6 1.25" />
    </>
  ),
  deny: () => (
    <>
      <circle cx="8" cy="8" r="6" />
      <path d="m3.8 3.8 8.4 8.4" />
    </>
  ),
  down: () => <path d="m4.5 6.25 3.5 3.5 3.5-3.5" />,
  file: () => (
    <>
      <path d="M9 1.75H5.25A1.75 1.75 0 0 0 3.5 3.5v9c0 .97.78 1.75 1.75 1.75h5.5c.97 0 1.75-.78 1.75-1.75V5.25z" />
      <path d="M9 1.75v3.5h3.5" />
    </>
  ),
  glass: () => (
    <path d="M4 2h8M4 14h8M4.75 2v2.25c0 2 3.25 2.75 3.25 3.75S4.75 9.75 4.75 11.75V14M11.25 2v2.25C11.25 6.25 8 7 8 8s3.25 1.75 3.25 3.75V14" />
  ),
  help: () => (
    <>
      <circle cx="8" cy="8" r="6" />
      <path d="M6.2 6.3a1.9 1.9 0 1 1 2.6 1.9c-.5.2-.8.6-.8 1.1M8 11.3h.01" />
    </>
  ),
  info: () => (
    <>
      <circle cx="8" cy="8" r="6" />
      <path d="M8 7.5v3.25M8 5.2h.01" />
    </>
  ),
  key: () => (
    <>
      <circle cx="5.25" cy="10.75" r="3" />
      <path d="M7.4 8.6 13.5 2.5M10.75 5.25 12.75 7.25" />
    </>
  ),
  leave: () => (
    <path d="M6.5 13.5H4.25a1.75 1.75 0 0 1-1.75-1.75v-7.5c0-.97.78-1.75 1.75-1.75H6.5M10.5 11l3-3-3-3M13.25 8H6.5" />
  ),
  link: () => (
    <>
      <path d="M6.6 9.4a2.6 2.6 0 0 0 3.7 0l2.6-2.6a2.62 2.62 0 0 0-3.7-3.7l-.9.9" />
      <path d="M9.4 6.6a2.6 2.6 0 0 0-3.7 0L3.1 9.2a2.62 2.62 0 0 0 3.7 3.7l.9-.9" />
    </>
  ),
  lock: () => (
    <>
      <rect x="3" y="7" width="10" height="6.5" rx="1.75" />
      <path d="M5.25 7V5a2.75 2.75 0 0 1 5.5 0v2" />
    </>
  ),
  offline: () => (
    <>
      <path d="M2.5 2.5l11 11M1.75 6.6a8.8 8.8 0 0 1 3-1.9M7.6 4a8.8 8.8 0 0 1 6.65 2.6M4.2 9.1a5.4 5.4 0 0 1 2.5-1.4M10.4 8.2c.5.25 1 .55 1.4.9M6.6 11.6a2 2 0 0 1 2 -.35" />
      <path d="M8 13.4h.01" stroke-width="2" />
    </>
  ),
  out: () => (
    <>
      <path d="M6.5 3.5H4.25A1.75 1.75 0 0 0 2.5 5.25v6.5c0 .97.78 1.75 1.75 1.75h6.5c.97 0 1.75-.78 1.75-1.75V9.5" />
      <path d="M9.5 2.5h4v4M13.5 2.5 7.75 8.25" />
    </>
  ),
  overview: () => (
    <>
      <path d="M2.6 12.25a6 6 0 1 1 10.8 0" />
      <path d="M8 9.6 10.6 6.4" />
      <circle cx="8" cy="9.8" r=".9" />
    </>
  ),
  pick: () => <path d="M5.25 6 8 3.25 10.75 6M5.25 10 8 12.75 10.75 10" />,
  plus: () => <path d="M8 3v10M3 8h10" />,
  refresh: () => (
    <>
      <path d="M13.5 8a5.5 5.5 0 1 1-1.6-3.9l1.6 1.65" />
      <path d="M13.5 2.5v3.25h-3.25" />
    </>
  ),
  right: () => <path d="m6.25 4.5 3.5 3.5-3.5 3.5" />,
  save: () => <path d="M8 2.5v7.25M4.9 6.75 8 9.85l3.1-3.1M2.75 13.5h10.5" />,
  search: () => (
    <>
      <circle cx="7" cy="7" r="4.5" />
      <path d="m10.4 10.4 3.35 3.35" />
    </>
  ),
  session: () => (
    <>
      <circle cx="8" cy="8" r="6" />
      <path d="M8 4.75V8l2.25 1.75" />
    </>
  ),
  settings: () => (
    <>
      <path d="M2 5h5.25M11.25 5H14M2 11h2.75M8.75 11H14" />
      <circle cx="9.25" cy="5" r="2" />
      <circle cx="6.75" cy="11" r="2" />
    </>
  ),
  trash: () => (
    <path d="M2.5 4.25h11M6 4.25V2.5h4v1.75M4 4.25l.55 8a1.35 1.35 0 0 0 1.35 1.25h4.2a1.35 1.35 0 0 0 1.35-1.25l.55-8" />
  ),
  unlock: () => (
    <>
      <rect x="3" y="7" width="10" height="6.5" rx="1.75" />
      <path d="M5.25 7V5a2.75 2.75 0 0 1 5.3-1" />
    </>
  ),
  warn: () => (
    <>
      <path d="M7.1 2.9 1.9 11.9a1.05 1.05 0 0 0 .9 1.6h10.4a1.05 1.05 0 0 0 .9-1.6L8.9 2.9a1.05 1.05 0 0 0-1.8 0z" />
      <path d="M8 6.5v2.75M8 11.4h.01" />
    </>
  ),
  x: () => <path d="m4 4 8 8M12 4l-8 8" />,
} satisfies Record<string, () => JSX.Element>

export type IconName = keyof typeof shapes

export function Icon({ name, class: more = '' }: { name: IconName; class?: string }) {
  return (
    <svg class={`i ${more}`} viewBox="0 0 16 16" aria-hidden="true">
      {shapes[name]()}
    </svg>
  )
}
