import type { About, PackageLicence } from '../../preload/contract/index.ts'
import { laterWords, words } from '../../words/index.ts'
import { send } from '../bridge.ts'
import { Dialog } from '../parts/dialog.tsx'
import { FailureNote } from '../parts/failure-note.tsx'
import { Icon } from '../parts/icon.tsx'
import { useQuery } from '../use-query.ts'

const text = laterWords.about

/** The version, and the licences of everything that is bundled. */
export function AboutDialog({ version }: { version: string }) {
  const { value, failure } = useQuery('about.read', {}, 0)
  const close = () => send('dialog.close', {})
  return (
    <Dialog titleId="about-title" onCancel={close}>
      <h2 id="about-title">{`${words.app.name} ${version}`}</h2>
      <p class="dialog-text">{text.unofficial}</p>
      {value && <Components about={value} />}
      {failure && <FailureNote failure={failure} />}
      <div class="actions end">
        <button type="button" class="btn" data-initial-focus onClick={close}>
          {words.app.close}
        </button>
      </div>
    </Dialog>
  )
}

function Components({ about: { electron, chromium, node, licences } }: { about: About }) {
  const [ownLicence, ...others] = licences
  return (
    <>
      <p class="small ink-3 selectable num versions">{`Electron ${electron} · Chromium ${chromium} · Node.js ${node}`}</p>
      {ownLicence && (
        <ul class="licences">
          <Licence package={ownLicence} name={text.ownLicence} />
        </ul>
      )}
      <h3 class="licences-head">{text.madeWith}</h3>
      <ul class="licences">
        {others.map((other) => (
          <Licence
            key={`${other.name} ${other.version}`}
            package={other}
            name={`${other.name} ${other.version}`}
          />
        ))}
      </ul>
      <p class="small ink-3">{text.chromium('LICENSES.chromium.html')}</p>
    </>
  )
}

function Licence({ package: { licence, text: terms }, name }: { package: PackageLicence; name: string }) {
  const head = (
    <>
      <span class="grow selectable">{name}</span>
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
            <Icon name="right" class="icon-small flips-rtl" />
            {head}
          </summary>
          {/* Licences are in English in every language of the app. */}
          <p class="small ink-2 selectable terms" lang="en" dir="ltr">
            {terms}
          </p>
        </details>
      )}
    </li>
  )
}
