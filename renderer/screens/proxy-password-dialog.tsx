import { useEffect, useState } from 'preact/hooks'
import { maxProxyPasswordLength, maxProxyUsernameLength } from '../../preload/contract/bounds.ts'
import type { ProxyState } from '../../preload/contract/index.ts'
import { laterWords } from '../../words/index.ts'
import { send } from '../bridge.ts'
import { DialogActs } from '../keys/dialog-acts.tsx'
import { Dialog } from '../parts/dialog.tsx'
import { FailureNote } from '../parts/failure-note.tsx'
import { Field } from '../parts/field.tsx'
import { useAct } from '../use-act.ts'
import { useBusy } from '../use-busy.ts'
import { useUnsavedTyping } from '../use-unsaved-typing.ts'

const text = laterWords.proxy.dialog

/** What the proxy asks for; gone as soon as it asks no more. */
export function ProxyPasswordDialog({ asked }: { asked: ProxyState['challenge'] }) {
  useEffect(() => {
    if (asked === null) void send('dialog.close', {})
  }, [asked === null])
  return asked && <Ask key={asked.id} asked={asked} />
}

function Ask({ asked }: { asked: NonNullable<ProxyState['challenge']> }) {
  const [username, setUsername] = useState(asked.username ?? '')
  const [password, setPassword] = useState('')
  const [checked, setChecked] = useState(false)
  /** Typed anew since the proxy refused the last one. */
  const [changed, setChanged] = useState(false)
  const { failure, act, forget } = useAct()
  const [busy, run] = useBusy()
  useUnsavedTyping(username !== (asked.username ?? '') || password !== '')
  const wrong = { username: wrongUsername(username), password: wrongPassword(password) }
  const refused = !changed && !busy && (asked.refused || failure?.kind === 'proxy-auth')
  const cancel = () => void send('dialog.close', {})
  const typed = (take: (value: string) => void) => (value: string) => {
    take(value)
    setChanged(true)
    forget()
  }
  const submit = async () => {
    setChecked(true)
    if (wrong.username !== null || wrong.password !== null) return
    setChanged(false)
    await act('proxy.sign-in', { id: asked.id, username, password })
  }
  return (
    <Dialog titleId="proxy-title" onCancel={cancel}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          void run(submit)
        }}
      >
        <h2 id="proxy-title">{text.title}</h2>
        <p class="say">
          {text.explained(asked.proxy)} {asked.realm !== '' && text.realm(asked.realm)}
        </p>
        <Field
          label={text.username}
          value={username}
          onInput={typed(setUsername)}
          error={checked ? wrong.username : null}
          busy={busy}
          first={asked.username === null}
        />
        <Field
          label={text.password}
          value={password}
          onInput={typed(setPassword)}
          {...(asked.keeping === null ? {} : { note: text.keeping[asked.keeping] })}
          error={refused ? text.refused : checked ? wrong.password : null}
          busy={busy}
          masked
          first={asked.username !== null}
        />
        {failure !== null && failure.kind !== 'proxy-auth' && <FailureNote failure={failure} />}
        <DialogActs act={text.act} busyWords={text.busy} busy={busy} cancel={cancel} />
      </form>
    </Dialog>
  )
}

function wrongUsername(username: string): string | null {
  if (username === '') return text.usernameMissing
  if (username.includes(':')) return text.usernameColon
  return username.length > maxProxyUsernameLength ? text.tooLong : null
}

function wrongPassword(password: string): string | null {
  if (password === '') return text.passwordMissing
  return password.length > maxProxyPasswordLength ? text.tooLong : null
}
