/** The user code (RFC 8628); a screen reader spells it. */
export function UserCode({ code, expired = false }: { code: string; expired?: boolean }) {
  return (
    <p class={expired ? 'user-code is-over' : 'user-code'}>
      <span aria-hidden="true">{code}</span>
      <span class="unseen">{spellCode(code)}</span>
    </p>
  )
}

/** "B C D F, G H J K" */
export function spellCode(code: string): string {
  const groups = code.split(/[^\p{L}\p{N}]+/u).filter((group) => group !== '')
  return groups.map((group) => [...group].join(' ')).join(', ')
}
