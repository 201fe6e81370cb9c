import type { Organisation } from '../../preload/contract/index.ts'
import { words } from '../../words/index.ts'
import { send } from '../bridge.ts'
import { needsLook, type Section, sections } from '../sections.ts'
import { agesEveryMs, useNow } from '../use-now.ts'
import { Icon } from './icon.tsx'

/** Five labelled targets under the content; in a wide window a list in the rail. */
export function Nav({ organisation, current }: { organisation: Organisation; current: Section }) {
  const now = useNow(agesEveryMs)
  return (
    <nav class="nav" aria-label={words.nav.sections}>
      {sections.map(({ screen, icon }) => (
        <button
          key={screen}
          type="button"
          class="nav-item"
          aria-current={screen === current ? 'page' : undefined}
          onClick={() => send('view.show', { screen })}
        >
          <Icon name={icon} />
          <span class="label">{words.nav[screen]}</span>
          {needsLook(screen, organisation, now) && (
            <>
              <b class="dot" />
              <span class="unseen">{words.nav.needsLook}</span>
            </>
          )}
        </button>
      ))}
    </nav>
  )
}
