import type { Organisation } from '../../preload/contract/index.ts'
import { words } from '../../words/index.ts'
import { send } from '../bridge.ts'
import { needsAttention, type Section, sections } from '../sections.ts'
import { withShortcut } from '../shortcut-label.ts'
import { ageTickMs, useNow } from '../use-now.ts'
import { Icon } from './icon.tsx'

/**
 * A tab bar below the content; in a wide window a list in the sidebar.
 * @param props.current null while all organisations are shown: then only the settings, which are the app's, are left
 */
export function Nav(props: { organisation: Organisation; current: Section | null }) {
  const { organisation, current } = props
  const now = useNow(ageTickMs)
  const shown = current === null ? sections.filter(({ screen }) => screen === 'settings') : sections
  return (
    <nav class={current === null ? 'nav of-app' : 'nav'} aria-label={words.nav.sections}>
      {shown.map(({ screen, icon }) => (
        <button
          key={screen}
          type="button"
          class="nav-item"
          aria-current={screen === current ? 'page' : undefined}
          title={withShortcut(words.nav[screen], { kind: 'section', screen })}
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
