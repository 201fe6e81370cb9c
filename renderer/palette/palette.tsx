import { useEffect, useId, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks'
import type { AppRow, AppState } from '../../preload/contract/index.ts'
import { words } from '../../words/index.ts'
import { invoke, sendCommand } from '../bridge.ts'
import { currentOrganisation } from '../commands.ts'
import { announce } from '../parts/announcer.tsx'
import { Dialog } from '../parts/dialog.tsx'
import { Icon } from '../parts/icon.tsx'
import { Monogram } from '../parts/monogram.tsx'
import { formatShortcut, matchShortcut } from '../shortcuts.ts'
import { splitMatches } from '../text-search.ts'
import { type Action, type ActionGroup, type ActionList, actionGroups } from './actions.ts'
import { filterActions } from './filter-actions.ts'

const text = words.palette

/** The command palette. */
export function Palette({ state, close }: { state: AppState; close: () => void }) {
  const [query, setQuery] = useState('')
  const [selectedId, setSelectedId] = useState<string | null>(null)
  const apps = useApps(state)
  const [listId, setListId] = useState<string | null>(null)
  const [outerQuery, setOuterQuery] = useState('')
  const all = useMemo(() => actionGroups(state, apps), [state, apps])
  const list = openList(all, listId)
  const { groups, terms } = useMemo(
    () => filterActions(list ? [{ name: list.name, actions: list.actions }] : all, query),
    [all, list, query],
  )
  const allActions = groups.flatMap(({ actions }) => actions)
  // A new state may remove the selected action; then the first one is selected.
  const index = Math.max(
    0,
    allActions.findIndex(({ id }) => id === selectedId),
  )
  const active = allActions[index]
  const rows = useRef<HTMLDivElement>(null)
  const idPrefix = useId()
  const { platform } = state.systemInfo

  useLayoutEffect(() => {
    rows.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' })
  }, [active?.id])

  useEffect(() => {
    if (query !== '') announce(allActions.length === 0 ? text.nothing(query) : text.count(allActions.length))
  }, [query, allActions.length])

  const goTo = (id: string | null) => {
    setListId(id)
    // Going back restores the query and the selected row.
    setSelectedId(id === null ? listId : null)
    setQuery(id === null ? outerQuery : '')
    setOuterQuery(query)
  }
  const run = (action: Action) => {
    if ('actions' in action) return goTo(action.id)
    close()
    void sendCommand(action.command)
  }

  const handleKey = (event: KeyboardEvent) => {
    if (event.isComposing) return
    if (event.key === 'Enter') {
      if (active) run(active)
    } else if (list && (event.key === 'Escape' || (event.key === 'Backspace' && query === ''))) {
      goTo(null)
    } else if (matchShortcut(event, platform)?.kind === 'palette') {
      close()
    } else {
      const next = allActions[nextIndex(event.key, index, allActions.length)]
      if (next === undefined) return
      setSelectedId(next.id)
      if (event.key === 'Home') rows.current?.scrollTo(0, 0)
    }
    event.preventDefault()
  }

  return (
    <Dialog class="palette" label={text.title} onCancel={close}>
      <div class="ask">
        <Icon name="command" />
        {list && (
          <span class="chip palette-list-name">
            <bdi class="cut">{list.name}</bdi>
          </span>
        )}
        <input
          data-initial-focus
          role="combobox"
          aria-label={text.ask}
          aria-expanded="true"
          aria-controls={`${idPrefix}list`}
          aria-autocomplete="list"
          aria-activedescendant={active && `${idPrefix}${index}`}
          autocomplete="off"
          spellcheck={false}
          placeholder={text.ask}
          value={query}
          onInput={(event) => {
            setQuery(event.currentTarget.value)
            setSelectedId(null)
          }}
          onKeyDown={handleKey}
        />
        <kbd>{formatShortcut({ kind: 'palette' }, platform)}</kbd>
      </div>
      <div class="palette-list" ref={rows} id={`${idPrefix}list`} role="listbox" aria-label={text.found}>
        {groups.map(({ name, actions }) => (
          // biome-ignore lint/a11y/useSemanticElements: a fieldset can't contain options
          <div key={name} role="group" aria-label={name}>
            {list === null && (
              <p class="list-head cut" aria-hidden="true">
                <bdi>{name}</bdi>
              </p>
            )}
            {actions.map((action) => (
              // The focus stays in the field; aria-activedescendant names the selected option.
              // biome-ignore lint/a11y/useKeyWithClickEvents: see above
              // biome-ignore lint/a11y/useFocusableInteractive: see above
              <div
                key={action.id}
                id={`${idPrefix}${allActions.indexOf(action)}`}
                role="option"
                class={action.isDanger ? 'menu-item danger' : 'menu-item'}
                aria-selected={action === active}
                onPointerMove={() => setSelectedId(action.id)}
                onPointerDown={(event) => event.preventDefault()}
                onClick={() => run(action)}
              >
                <ActionIcon icon={action.icon} />
                <span class="cut">
                  {splitMatches(action.name, terms).map((part, position) =>
                    part.isMatch ? <mark key={position}>{part.text}</mark> : part.text,
                  )}
                  {action.detail !== undefined && (
                    <>
                      {' '}
                      <bdi class="ink-3">{action.detail}</bdi>
                    </>
                  )}
                </span>
                {'actions' in action && <Icon name="right" class="flips-rtl opens-list" />}
                {action.shortcut && <kbd>{formatShortcut(action.shortcut, platform)}</kbd>}
              </div>
            ))}
          </div>
        ))}
      </div>
      {allActions.length === 0 && <p class="nothing">{text.nothing(query)}</p>}
      <p class="hints" aria-hidden="true">
        <span>↑↓ {text.hints.choose}</span>
        <span>
          {text.hints.enter} {text.hints.act}
        </span>
        <span>
          {text.hints.escape} {list ? text.hints.back : text.hints.close}
        </span>
      </p>
    </Dialog>
  )
}

function ActionIcon({ icon }: { icon: Action['icon'] }) {
  return typeof icon === 'string' ? <Icon name={icon} /> : <Monogram name={icon.monogram} muted />
}

/** Arrow keys wrap around. */
function nextIndex(key: string, index: number, count: number): number {
  if (key === 'ArrowDown') return (index + 1) % count
  if (key === 'ArrowUp') return (index - 1 + count) % count
  if (key === 'Home') return 0
  return key === 'End' ? count - 1 : -1
}

/** Null at the first level, and once what it belongs to is gone. */
function openList(groups: readonly ActionGroup[], id: string | null): ActionList | null {
  const found = groups.flatMap(({ actions }) => actions).find((action) => action.id === id)
  return found !== undefined && 'actions' in found ? found : null
}

const noApps: readonly AppRow[] = []

/** The apps of the organisation on screen. Empty after a failure, which the screen of apps and keys explains. */
function useApps(state: AppState): readonly AppRow[] {
  const [apps, setApps] = useState(noApps)
  const organisation = currentOrganisation(state)
  const organisationId = organisation?.id ?? null
  useEffect(() => {
    let isCurrent = true
    setApps(noApps)
    if (organisationId !== null)
      void invoke('keys.read', { organisationId }).then((answer) => {
        if (isCurrent && answer.ok) setApps(answer.value.apps)
      })
    return () => {
      isCurrent = false
    }
  }, [organisationId, organisation?.keys.revision])
  return apps
}
