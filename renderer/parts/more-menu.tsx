import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import { Icon, type IconName } from './icon.tsx'
import { moveInMenu, useMenu } from './use-menu.ts'

export type MenuItem = {
  readonly icon: IconName
  readonly text: string
  readonly act: () => void
  /** Stands apart, at the end, in the colour of what destroys. */
  readonly isDanger?: boolean
}

/** The other acts of a row, behind a button that is always there. */
export function MoreMenu({ label, items }: { label: string; items: readonly MenuItem[] }) {
  const { open, setOpen, around, button, close, onButtonKey } = useMenu()
  return (
    <div class="more-menu" ref={around}>
      <button
        type="button"
        ref={button}
        class="icon-btn"
        aria-label={label}
        aria-haspopup="menu"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
        onKeyDown={onButtonKey}
      >
        <Icon name="more" />
      </button>
      {open && <Menu label={label} items={items} close={close} leave={() => setOpen(false)} />}
    </div>
  )
}

function Menu(props: { label: string; items: readonly MenuItem[]; close: () => void; leave: () => void }) {
  const menu = useRef<HTMLDivElement>(null)
  const [opensUp, setOpensUp] = useState(false)
  useLayoutEffect(() => {
    const shown = menu.current
    if (!shown) return
    // Below the row, unless it would end under the lower edge of what scrolls.
    const edge = shown.closest('main')?.getBoundingClientRect().bottom ?? window.innerHeight
    setOpensUp(shown.getBoundingClientRect().bottom > edge)
    shown.querySelector<HTMLElement>('[role="menuitem"]')?.focus({ preventScroll: true })
  }, [])
  return (
    <div
      class={opensUp ? 'menu is-up' : 'menu'}
      role="menu"
      tabIndex={-1}
      aria-label={props.label}
      ref={menu}
      onKeyDown={(event) => moveInMenu(event, menu.current, props)}
    >
      {props.items.map((item, index) => (
        <>
          {item.isDanger && index > 0 && <hr />}
          <button
            key={item.text}
            type="button"
            role="menuitem"
            tabIndex={-1}
            class={item.isDanger ? 'menu-item danger' : 'menu-item'}
            onClick={() => {
              props.close()
              item.act()
            }}
          >
            <Icon name={item.icon} />
            {item.text}
          </button>
        </>
      ))}
    </div>
  )
}
