import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import { Icon, type IconName } from './icon.tsx'
import { handleMenuKey } from './menu-keys.ts'
import { useMenu } from './use-menu.ts'

export type MenuItem = {
  readonly icon: IconName
  readonly text: string
  readonly onSelect: () => void
  /** Separated from the others, in the colour of destructive actions. */
  readonly isDanger?: boolean
}

/** A button that opens a menu with further actions of a row. */
export function MoreMenu({ label, items }: { label: string; items: readonly MenuItem[] }) {
  const { open, setOpen, container, button, close, onButtonKey } = useMenu()
  return (
    <div class="more-menu" ref={container}>
      <button
        type="button"
        ref={button}
        class="icon-btn"
        aria-label={label}
        title={label}
        aria-haspopup="menu"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
        onKeyDown={onButtonKey}
      >
        <Icon name="more" />
      </button>
      {open && <Menu label={label} items={items} close={close} onTab={() => setOpen(false)} />}
    </div>
  )
}

function Menu(props: { label: string; items: readonly MenuItem[]; close: () => void; onTab: () => void }) {
  const menu = useRef<HTMLDivElement>(null)
  const [opensUp, setOpensUp] = useState(false)
  useLayoutEffect(() => {
    const element = menu.current
    if (!element) return
    // Opens upwards if it would extend beyond the scrolling area.
    const edge = element.closest('main')?.getBoundingClientRect().bottom ?? window.innerHeight
    setOpensUp(element.getBoundingClientRect().bottom > edge)
    element.querySelector<HTMLElement>('[role="menuitem"]')?.focus({ preventScroll: true })
  }, [])
  return (
    <div
      class={opensUp ? 'menu opens-up' : 'menu'}
      role="menu"
      tabIndex={-1}
      aria-label={props.label}
      ref={menu}
      onKeyDown={(event) => handleMenuKey(event, menu.current, props)}
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
              item.onSelect()
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
