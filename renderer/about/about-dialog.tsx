/** Which program this is, of whom, and the licences of all that is in it. */
import type { About, PackageLicence } from '../../preload/contract/index.ts'
import { laterWords, words } from '../../words/index.ts'
import { send } from '../bridge.ts'
import { Dialog } from '../parts/dialog.tsx'
import { FailureNote } from '../parts/failure-note.tsx'
import { Icon } from '../parts/icon.tsx'
import { useQuery } from '../use-query.ts'

const text = laterWords.about

export function AboutDialog({ version }: { version: string }) {
  const { value, failure } = useQuery('about.read', {}, 0)
  const close = () => send('dialog.close', {})
  return (
    <Dialog titleId="about-title" onCancel={close}>
      <h2 id="about-title">{`${words.app.name} ${version}`}</h2>
      <p class="say">{text.unofficial}</p>
      {value && <MadeOf about={value} />}
      {failure && <FailureNote failure={failure} />}
      <div class="acts end">
        <button type="button" class="btn" data-first onClick={close}>
          {words.app.close}
        </button>
      </div>
    </Dialog>
  )
}

function MadeOf({ about: { electron, chromium, node, licences } }: { about: About }) {
  const [own, ...others] = licences
  return (
    <>
      <p class="small ink-3 pick num runs-on">{`Electron ${electron} · Chromium ${chromium} · Node.js ${node}`}</p>
      {own && (
        <ul class="licences">
          <Licence of={own} name={text.ownLicence} />
        </ul>
      )}
      <h3 class="licences-head">{text.madeWith}</h3>
      <ul class="licences">
        {others.map((one) => (
          <Licence key={`${one.name} ${one.version}`} of={one} name={`${one.name} ${one.version}`} />
        ))}
      </ul>
      <p class="small ink-3">{text.chromium('LICENSES.chromium.html')}</p>
    </>
  )
}

function Licence({ of: { licence, text: terms }, name }: { of: PackageLicence; name: string }) {
  const head = (
    <>
      <span class="grow pick">{name}</span>
      <span class="small ink-3">{licence}</span>
    </>
  )
  return (
    <li>
      {terms === null ? (
        <p class="licence bare">{head}</p>
      ) : (
        <details>
          <summary class="licence">
            <Icon name="right" class="i-s turns" />
            {head}
          </summary>
          {/* The terms are in English, whatever the window speaks. */}
          <p class="small ink-2 pick terms" lang="en" dir="ltr">
            {terms}
          </p>
        </details>
      )}
    </li>
  )
}
