/** The code as the server gave it; read out letter by letter, group by group. */
export function UserCode({ code, over = false }: { code: string; over?: boolean }) {
  return (
    <p class={over ? 'user-code is-over' : 'user-code'}>
      <span aria-hidden="true">{code}</span>
      <span class="unseen">{spelled(code)}</span>
    </p>
  )
}

/** "B C D F, G H J K" */
export function spelled(code: string): string {
  const groups = code.split(/[^\p{L}\p{N}]+/u).filter((group) => group !== '')
  return groups.map((group) => [...group].join(' ')).join(', ')
}
