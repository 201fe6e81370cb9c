/** Every command by name. Loaded when it is first opened: the first screen needs none of it. */
import { useEffect, useId, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks'
import type { AppRow, AppState } from '../../preload/contract/index.ts'
import { words } from '../../words/index.ts'
import { ask, perform } from '../bridge.ts'
import { onScreen } from '../deeds.ts'
import { announce } from '../parts/announcer.tsx'
import { Dialog } from '../parts/dialog.tsx'
import { Icon } from '../parts/icon.tsx'
import { Monogram } from '../parts/organisation-row.tsx'
import { shortcutOf, shortcutText } from '../shortcuts.ts'
import { type Action, actionGroups } from './actions.ts'
import { find } from './find.ts'
import { parts } from './match.ts'

const text = words.palette

export function Palette({ state, close }: { state: AppState; close: () => void }) {
  const [typed, setTyped] = useState('')
  const [wanted, setWanted] = useState<string | null>(null)
  const apps = useApps(state)
  const { groups, looked } = useMemo(() => find(actionGroups(state, apps), typed), [state, apps, typed])
  const all = groups.flatMap(({ actions }) => actions)
  // What was chosen may be gone with the next state: then it is the first again.
  const index = Math.max(
    0,
    all.findIndex(({ id }) => id === wanted),
  )
  const active = all[index]
  const list = useRef<HTMLDivElement>(null)
  const base = useId()
  const { platform: system } = state.systemInfo

  useLayoutEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' })
  }, [active?.id])

  useEffect(() => {
    if (typed !== '') announce(all.length === 0 ? text.nothing(typed) : text.count(all.length))
  }, [typed, all.length])

  const act = ({ deed }: Action) => {
    close()
    void perform(deed)
  }

  const press = (event: KeyboardEvent) => {
    if (event.isComposing) return
    if (event.key === 'Enter') {
      if (active) act(active)
    } else if (shortcutOf(event, system)?.kind === 'palette') {
      close()
    } else {
      const next = all[nextIndex(event.key, index, all.length)]
      if (next === undefined) return
      setWanted(next.id)
      if (event.key === 'Home') list.current?.scrollTo(0, 0)
    }
    event.preventDefault()
  }

  return (
    <Dialog class="palette" label={text.title} onCancel={close}>
      <div class="ask">
        <Icon name="search" />
        <input
          data-first
          role="combobox"
          aria-label={text.ask}
          aria-expanded="true"
          aria-controls={`${base}list`}
          aria-autocomplete="list"
          aria-activedescendant={active && `${base}${index}`}
          autocomplete="off"
          spellcheck={false}
          placeholder={text.ask}
          value={typed}
          onInput={(event) => {
            setTyped(event.currentTarget.value)
            setWanted(null)
          }}
          onKeyDown={press}
        />
        <kbd>{shortcutText({ kind: 'palette' }, system)}</kbd>
      </div>
      <div class="found" ref={list} id={`${base}list`} role="listbox" aria-label={text.found}>
        {groups.map(({ name, actions }) => (
          // biome-ignore lint/a11y/useSemanticElements: options can stand in no fieldset
          <div key={name} role="group" aria-label={name}>
            <p class="list-head cut" aria-hidden="true">
              <bdi>{name}</bdi>
            </p>
            {actions.map((action) => (
              // The keyboard stays in the field, which says what is active.
              // biome-ignore lint/a11y/useKeyWithClickEvents: see above
              // biome-ignore lint/a11y/useFocusableInteractive: see above
              <div
                key={action.id}
                id={`${base}${all.indexOf(action)}`}
                role="option"
                class="menu-item"
                aria-selected={action === active}
                onPointerMove={() => setWanted(action.id)}
                onPointerDown={(event) => event.preventDefault()}
                onClick={() => act(action)}
              >
                <ActionIcon icon={action.icon} />
                <span class="cut">
                  {parts(action.name, looked).map((part, at) =>
                    part.hit ? <mark key={at}>{part.text}</mark> : part.text,
                  )}
                  {action.aside !== undefined && (
                    <>
                      {' '}
                      <bdi class="ink-3">{action.aside}</bdi>
                    </>
                  )}
                </span>
                {action.shortcut && <kbd>{shortcutText(action.shortcut, system)}</kbd>}
              </div>
            ))}
          </div>
        ))}
      </div>
      {all.length === 0 && <p class="nothing">{text.nothing(typed)}</p>}
      <p class="hints" aria-hidden="true">
        <span>↑↓ {text.hints.choose}</span>
        <span>
          {text.hints.enter} {text.hints.act}
        </span>
        <span>
          {text.hints.escape} {text.hints.close}
        </span>
      </p>
    </Dialog>
  )
}

function ActionIcon({ icon }: { icon: Action['icon'] }) {
  return typeof icon === 'string' ? <Icon name={icon} /> : <Monogram name={icon.monogramOf} quiet />
}

/** Arrows go round, Home and End to the ends. */
function nextIndex(key: string, index: number, count: number): number {
  if (key === 'ArrowDown') return (index + 1) % count
  if (key === 'ArrowUp') return (index - 1 + count) % count
  if (key === 'Home') return 0
  return key === 'End' ? count - 1 : -1
}

const noApps: readonly AppRow[] = []

/** The apps of the organisation on screen; none while they can't be had, which their own screen explains. */
function useApps(state: AppState): readonly AppRow[] {
  const [apps, setApps] = useState(noApps)
  const organisation = onScreen(state)
  const organisationId = organisation?.id ?? null
  useEffect(() => {
    let there = true
    setApps(noApps)
    if (organisationId !== null)
      void ask('keys.read', { organisationId }).then((answer) => {
        if (there && answer.ok) setApps(answer.value.apps)
      })
    return () => {
      there = false
    }
  }, [organisationId, organisation?.keys.revision])
  return apps
}
