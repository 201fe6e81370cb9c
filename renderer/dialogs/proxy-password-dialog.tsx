import { useEffect, useState } from 'preact/hooks'
import { maxProxyPasswordLength, maxProxyUsernameLength } from '../../preload/contract/bounds.ts'
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

/** Closes as soon as the proxy no longer asks. */
export function ProxyPasswordDialog({ challenge }: { challenge: ProxyState['challenge'] }) {
  useEffect(() => {
    if (challenge === null) void send('dialog.close', {})
  }, [challenge === null])
  return challenge && <PasswordForm key={challenge.id} challenge={challenge} />
}

function PasswordForm({ challenge }: { challenge: NonNullable<ProxyState['challenge']> }) {
  const [username, setUsername] = useState(challenge.username ?? '')
  const [password, setPassword] = useState('')
  const [showErrors, setShowErrors] = useState(false)
  /** The input was edited since the proxy refused it. */
  const [isEdited, setEdited] = useState(false)
  const { failure, run: runCommand, clearFailure } = useCommand()
  const [busy, run] = useBusy()
  useUnsavedInput(username !== (challenge.username ?? '') || password !== '')
  const errors = { username: usernameError(username), password: passwordError(password) }
  const refused = !isEdited && !busy && (challenge.refused || failure?.kind === 'proxy-auth')
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
    await runCommand('proxy.sign-in', { id: challenge.id, username, password })
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
          {text.explained(challenge.proxy)} {challenge.realm !== '' && text.realm(challenge.realm)}
        </p>
        <Field
          label={text.username}
          value={username}
          onInput={edit(setUsername)}
          error={showErrors ? errors.username : null}
          busy={busy}
          initialFocus={challenge.username === null}
        />
        <Field
          label={text.password}
          value={password}
          onInput={edit(setPassword)}
          note={challenge.keeping === null ? undefined : text.keeping[challenge.keeping]}
          error={refused ? text.refused : showErrors ? errors.password : null}
          busy={busy}
          masked
          initialFocus={challenge.username !== null}
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
  return username.length > maxProxyUsernameLength ? text.tooLong : null
}

function passwordError(password: string): string | null {
  if (password === '') return text.passwordMissing
  return password.length > maxProxyPasswordLength ? text.tooLong : null
}
