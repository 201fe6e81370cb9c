import { useId } from 'preact/hooks'
import type { Settings } from '../../preload/contract/index.ts'
import { laterWords } from '../../words/index.ts'
import { Row } from './rows.tsx'

const themes: readonly Settings['theme'][] = ['system', 'light', 'dark']

/** One of three, side by side. Arrows move the choice, as in every group of radio buttons. */
export function ThemeRow(props: { theme: Settings['theme']; onChange: (theme: Settings['theme']) => void }) {
  const id = useId()
  const move = (event: KeyboardEvent & { currentTarget: HTMLElement }) => {
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key]
    if (step === undefined) return
    event.preventDefault()
    const turned = document.dir === 'rtl' && /Left|Right/.test(event.key) ? -step : step
    const index = (themes.indexOf(props.theme) + turned + themes.length) % themes.length
    const next = themes[index]
    if (next === undefined) return
    props.onChange(next)
    event.currentTarget.querySelectorAll('button')[index]?.focus()
  }
  return (
    <Row id={id} name={laterWords.settings.themeName}>
      <div class="seg" role="radiogroup" aria-labelledby={id} tabIndex={-1} onKeyDown={move}>
        {themes.map((theme) => (
          // biome-ignore lint/a11y/useSemanticElements: a segment is drawn as a button
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
    </Row>
  )
}
