import type { Organisation } from '../../preload/contract/index.ts'
import { words } from '../../words/index.ts'
import { lazy } from '../lazy.tsx'
import { Icon } from './icon.tsx'
import { AllMonogram, Monogram } from './monogram.tsx'
import { useMenu } from './use-menu.ts'

const OrganisationSwitcher = lazy(() =>
  import('./organisation-switcher.tsx').then((module) => module.OrganisationSwitcher),
)

/** What is on screen, an organisation or all of them, in the title bar: opens a menu to switch. */
export function OrganisationMenu(props: {
  organisations: readonly Organisation[]
  /** Null while all are shown. */
  current: Organisation | null
}) {
  const { organisations, current } = props
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
        {current === null ? (
          <>
            <AllMonogram muted={false} />
            <span class="cut">{words.overview.allOrganisations}</span>
          </>
        ) : (
          <>
            <Monogram name={current.name} muted={false} />
            <bdi class="cut">{current.name}</bdi>
          </>
        )}
        <Icon name="pick" />
      </button>
      {open && (
        <OrganisationSwitcher
          organisations={organisations}
          current={current}
          close={close}
          onTab={() => setOpen(false)}
        />
      )}
    </div>
  )
}
