import { useEffect, useState } from 'preact/hooks'
import type { ProxyState } from '../../preload/contract/index.ts'
import { laterWords } from '../../words/index.ts'
import { send } from '../bridge.ts'
import { Dialog } from '../parts/dialog.tsx'
import { FailureNote } from '../parts/failure-note.tsx'
import { Field } from '../parts/field.tsx'
import { FormButtons } from '../parts/form-buttons.tsx'
import { useBusy } from '../use-busy.ts'
import { useCommand } from '../use-command.ts'
import { useUnsavedInput } from '../use-unsaved-input.ts'

const text = laterWords.proxy.dialog
/** The limits of the command `proxy.sign-in`. */
const maxLength = { username: 256, password: 1024 }

/** Closes as soon as the proxy no longer asks. */
export function ProxyPasswordDialog({ asked }: { asked: ProxyState['asked'] }) {
  useEffect(() => {
    if (asked === null) void send('dialog.close', {})
  }, [asked === null])
  return asked && <PasswordForm key={asked.id} asked={asked} />
}

function PasswordForm({ asked }: { asked: NonNullable<ProxyState['asked']> }) {
  const [username, setUsername] = useState(asked.username ?? '')
  const [password, setPassword] = useState('')
  const [showErrors, setShowErrors] = useState(false)
  /** The input was edited since the proxy refused it. */
  const [isEdited, setEdited] = useState(false)
  const { failure, run: runCommand, clearFailure } = useCommand()
  const [busy, run] = useBusy()
  useUnsavedInput(username !== (asked.username ?? '') || password !== '')
  const errors = { username: usernameError(username), password: passwordError(password) }
  const refused = !isEdited && !busy && (asked.refused || failure?.kind === 'proxy-auth')
  const cancel = () => void send('dialog.close', {})
  const edit = (setValue: (value: string) => void) => (value: string) => {
    setValue(value)
    setEdited(true)
    clearFailure()
  }
  const submit = async () => {
    setShowErrors(true)
    if (errors.username !== null || errors.password !== null) return
    setEdited(false)
    await runCommand('proxy.sign-in', { id: asked.id, username, password })
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
        <p class="dialog-text">
          {text.explained(asked.proxy)} {asked.realm !== '' && text.realm(asked.realm)}
        </p>
        <Field
          label={text.username}
          value={username}
          onInput={edit(setUsername)}
          error={showErrors ? errors.username : null}
          busy={busy}
          initialFocus={asked.username === null}
        />
        <Field
          label={text.password}
          value={password}
          onInput={edit(setPassword)}
          {...(asked.keeping === null ? {} : { note: text.keeping[asked.keeping] })}
          error={refused ? text.refused : showErrors ? errors.password : null}
          busy={busy}
          masked
          initialFocus={asked.username !== null}
        />
        {failure !== null && failure.kind !== 'proxy-auth' && <FailureNote failure={failure} />}
        <FormButtons submitText={text.act} busyText={text.busy} busy={busy} onCancel={cancel} />
      </form>
    </Dialog>
  )
}

function usernameError(username: string): string | null {
  if (username === '') return text.usernameMissing
  if (username.includes(':')) return text.usernameColon
  return username.length > maxLength.username ? text.tooLong : null
}

function passwordError(password: string): string | null {
  if (password === '') return text.passwordMissing
  return password.length > maxLength.password ? text.tooLong : null
}
