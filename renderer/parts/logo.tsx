type LogoShape = 'solid' | 'outline' | 'waiting'

/** The logo, in the same shape as the tray icon of the same state. Not mirrored in right-to-left languages. */
export function Logo({ shape, size }: { shape: LogoShape; size: number }) {
  return (
    <svg
      class={shape === 'waiting' ? 'logo logo-waiting' : 'logo'}
      width={size}
      height={size}
      viewBox="0 0 16 16"
      aria-hidden="true"
    >
      {shape === 'outline' ? (
        <>
          <path class="outline" d="M2.11 13.5h2.14L7.53 4.5H5.39z" />
          <path class="outline" d="M8.24 11.5h2.14L13.66 2.5h-2.14z" />
        </>
      ) : (
        <>
          <path d="M1.4 14h3.2L8.24 4h-3.2z" />
          <path class="second-stroke" d="M7.53 12h3.2l3.64-10h-3.2z" />
        </>
      )}
    </svg>
  )
}
