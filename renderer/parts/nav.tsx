import type { Organisation } from '../../preload/contract/index.ts'
import { words } from '../../words/index.ts'
import { send } from '../bridge.ts'
import { needsAttention, type Section, sections } from '../sections.ts'
import { ageTickMs, useNow } from '../use-now.ts'
import { Icon } from './icon.tsx'

/** A tab bar below the content; in a wide window a list in the sidebar. */
export function Nav({ organisation, current }: { organisation: Organisation; current: Section }) {
  const now = useNow(ageTickMs)
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
          {needsAttention(screen, organisation, now) && (
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
