import { words } from '../../words/index.ts'
import { CopyButton } from './copy-button.tsx'

/** Copies the command that upgrades the app with the system's package manager. */
export function CopyUpgradeCommand() {
  return (
    <CopyButton
      command="updates.copy-command"
      class="compact"
      icon="copy"
      text={words.signIn.code.copyShort}
      label={words.updates.copyCommand}
      announcement={words.updates.commandCopied}
    />
  )
}
