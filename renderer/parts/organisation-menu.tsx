import { useLayoutEffect, useRef } from 'preact/hooks'
import type { Organisation } from '../../preload/contract/index.ts'
import { words } from '../../words/index.ts'
import { send } from '../bridge.ts'
import { ageTickMs, useNow } from '../use-now.ts'
import { Icon } from './icon.tsx'
import { Monogram, OrganisationRow } from './organisation-row.tsx'
import { handleMenuKey, useMenu } from './use-menu.ts'

const text = words.overview

type MenuProps = { organisations: readonly Organisation[]; current: Organisation }

/** The name of the organisation in the title bar, which opens a menu to switch. */
export function OrganisationMenu({ organisations, current }: MenuProps) {
  const { open, setOpen, container, button, close, onButtonKey } = useMenu()
  return (
    <div class="org-menu" ref={container}>
      <button
        type="button"
        ref={button}
        class="org-switch"
        aria-haspopup="menu"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
        onKeyDown={onButtonKey}
      >
        <Monogram name={current.name} muted={false} />
        <bdi class="cut">{current.name}</bdi>
        <Icon name="pick" />
      </button>
      {open && (
        <Menu organisations={organisations} current={current} close={close} onTab={() => setOpen(false)} />
      )}
    </div>
  )
}

function Menu(props: MenuProps & { close: () => void; onTab: () => void }) {
  const { organisations, current, close } = props
  const now = useNow(ageTickMs)
  const menu = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    menu.current?.querySelector<HTMLElement>('[aria-checked="true"]')?.focus()
  }, [])

  const closeAnd = (action: () => void) => () => {
    close()
    action()
  }

  const handleKey = (event: KeyboardEvent) =>
    handleMenuKey(event, menu.current, { close, onTab: props.onTab })

  return (
    <div
      class="menu"
      role="menu"
      tabIndex={-1}
      aria-label={text.organisations}
      ref={menu}
      onKeyDown={handleKey}
    >
      {organisations.map((organisation) => (
        <button
          key={organisation.id}
          type="button"
          class="org"
          role="menuitemradio"
          tabIndex={-1}
          aria-checked={organisation.id === current.id}
          onClick={closeAnd(() => send('organisation.show', { organisationId: organisation.id }))}
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
        onClick={closeAnd(() => send('sign-in.show', {}))}
      >
        <Icon name="plus" />
        {text.addOrganisation}
      </button>
      <button
        type="button"
        class="menu-item"
        role="menuitem"
        tabIndex={-1}
        onClick={closeAnd(() =>
          send('dialog.open', { dialog: { kind: 'sign-out', organisationId: current.id } }),
        )}
      >
        <Icon name="leave" class="flips-rtl" />
        <span class="cut">{text.signOutOf(<bdi>{current.name}</bdi>)}</span>
      </button>
    </div>
  )
}
