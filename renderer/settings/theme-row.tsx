import { useId } from 'preact/hooks'
import type { Settings } from '../../preload/contract/index.ts'
import { laterWords } from '../../words/index.ts'
import { SettingRow } from './setting-row.tsx'

const themes: readonly Settings['theme'][] = ['system', 'light', 'dark']

/**
 * Buttons with the role of radio buttons, not native ones: those would keep a choice that main has refused.
 * Arrow keys move the choice (ARIA radio group pattern).
 */
export function ThemeRow(props: { theme: Settings['theme']; onChange: (theme: Settings['theme']) => void }) {
  const id = useId()
  const handleKey = (event: KeyboardEvent & { currentTarget: HTMLElement }) => {
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key]
    if (step === undefined) return
    event.preventDefault()
    const visualStep = document.dir === 'rtl' && /Left|Right/.test(event.key) ? -step : step
    const index = (themes.indexOf(props.theme) + visualStep + themes.length) % themes.length
    const next = themes[index]
    if (next === undefined) return
    props.onChange(next)
    event.currentTarget.querySelectorAll('button')[index]?.focus()
  }
  return (
    <SettingRow id={id} name={laterWords.settings.themeName}>
      <div class="seg" role="radiogroup" aria-labelledby={id} tabIndex={-1} onKeyDown={handleKey}>
        {themes.map((theme) => (
          // biome-ignore lint/a11y/useSemanticElements: see above
          <button
            key={theme}
            type="button"
            role="radio"
            aria-checked={theme === props.theme}
            tabIndex={theme === props.theme ? 0 : -1}
            onClick={() => props.onChange(theme)}
          >
            {laterWords.settings.theme[theme]}
          </button>
        ))}
      </div>
    </SettingRow>
  )
}
