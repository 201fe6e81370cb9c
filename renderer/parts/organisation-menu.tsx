import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { Organisation } from '../../preload/contract/index.ts'
import { words } from '../../words/index.ts'
import { send } from '../bridge.ts'
import { agesEveryMs, useNow } from '../use-now.ts'
import { Icon } from './icon.tsx'
import { Monogram, OrganisationRow } from './organisation-row.tsx'

const text = words.overview

type MenuProps = { organisations: readonly Organisation[]; current: Organisation }

/** The name in the bar, which opens the list of organisations. */
export function OrganisationMenu({ organisations, current }: MenuProps) {
  const [open, setOpen] = useState(false)
  const around = useRef<HTMLDivElement>(null)
  const button = useRef<HTMLButtonElement>(null)

  useEffect(() => {
    if (!open) return
    const closeOutside = (event: Event) => {
      if (event.target instanceof Node && !around.current?.contains(event.target)) setOpen(false)
    }
    const closeAway = () => setOpen(false)
    document.addEventListener('pointerdown', closeOutside)
    window.addEventListener('blur', closeAway)
    return () => {
      document.removeEventListener('pointerdown', closeOutside)
      window.removeEventListener('blur', closeAway)
    }
  }, [open])

  const close = () => {
    setOpen(false)
    button.current?.focus()
  }

  return (
    <div class="org-menu" ref={around}>
      <button
        type="button"
        ref={button}
        class="org-switch"
        aria-haspopup="menu"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
        onKeyDown={(event) => {
          if (event.key === 'ArrowDown' && !open) {
            event.preventDefault()
            setOpen(true)
          }
        }}
      >
        <Monogram name={current.name} quiet={false} />
        <bdi class="cut">{current.name}</bdi>
        <Icon name="pick" />
      </button>
      {open && (
        <Menu organisations={organisations} current={current} close={close} leave={() => setOpen(false)} />
      )}
    </div>
  )
}

function Menu(props: MenuProps & { close: () => void; leave: () => void }) {
  const { organisations, current, close } = props
  const now = useNow(agesEveryMs)
  const menu = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    menu.current?.querySelector<HTMLElement>('[aria-checked="true"]')?.focus()
  }, [])

  const choose = (act: () => void) => () => {
    close()
    act()
  }

  const move = (event: KeyboardEvent) => {
    const items = [...(menu.current?.querySelectorAll<HTMLElement>('[role^="menuitem"]') ?? [])]
    const here = items.indexOf(document.activeElement as HTMLElement)
    const next = nextItem(event.key, items, here)
    if (event.key === 'Escape') close()
    else if (event.key === 'Tab') props.leave()
    else if (next) next.focus()
    else return
    if (event.key !== 'Tab') event.preventDefault()
  }

  return (
    <div class="menu" role="menu" tabIndex={-1} aria-label={text.organisations} ref={menu} onKeyDown={move}>
      {organisations.map((organisation) => (
        <button
          key={organisation.id}
          type="button"
          class="org"
          role="menuitemradio"
          tabIndex={-1}
          aria-checked={organisation.id === current.id}
          onClick={choose(() => send('organisation.show', { organisationId: organisation.id }))}
        >
          <OrganisationRow organisation={organisation} current={organisation.id === current.id} now={now} />
        </button>
      ))}
      <hr />
      <button
        type="button"
        class="menu-item"
        role="menuitem"
        tabIndex={-1}
        onClick={choose(() => send('sign-in.show', {}))}
      >
        <Icon name="plus" />
        {text.addOrganisation}
      </button>
      <button
        type="button"
        class="menu-item"
        role="menuitem"
        tabIndex={-1}
        onClick={choose(() =>
          send('dialog.open', { dialog: { kind: 'sign-out', organisationId: current.id } }),
        )}
      >
        <Icon name="leave" class="turns" />
        <span class="cut">{text.signOutOf(<bdi>{current.name}</bdi>)}</span>
      </button>
    </div>
  )
}

/** Where a key leads from the item at `here`: arrows go round, Home and End to the ends, a letter to its next name. */
function nextItem(key: string, items: readonly HTMLElement[], here: number): HTMLElement | undefined {
  const count = items.length
  if (key === 'ArrowDown') return items[(here + 1) % count]
  if (key === 'ArrowUp') return items[(here - 1 + count) % count]
  if (key === 'Home') return items[0]
  if (key === 'End') return items[count - 1]
  if ([...key].length !== 1) return undefined
  const after = [...items.slice(here + 1), ...items.slice(0, here + 1)]
  return after.find((item) => label(item).startsWith(key.toLocaleLowerCase()))
}

function label(item: HTMLElement): string {
  const name = item.querySelector('.name') ?? item
  return (name.textContent ?? '').trim().toLocaleLowerCase()
}
