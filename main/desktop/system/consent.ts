/** The Consent port: message boxes of the system, over the window. The safe button is the default. */
import type { Dialog } from 'electron'
import { maxChargedPerDayCents } from '../../../preload/contract/bounds.ts'
import { words } from '../../../words/desktop.ts'
import { money } from '../../../words/format.ts'
import { failure } from '../../parallel/failures.ts'
import type { Consent, ConsentQuestion, Log } from '../../ports.ts'
import type { WithParentWindow } from '../window/window.ts'

export type ElectronConsentOptions = {
  readonly dialog: Pick<Dialog, 'showMessageBox'>
  readonly withParentWindow: WithParentWindow
  readonly log: Log
}

export function electronConsent({ dialog, withParentWindow, log }: ElectronConsentOptions): Consent {
  return {
    async ask(question) {
      const { title, explained, act } = textOf(question)
      const options: Electron.MessageBoxOptions = {
        type: 'warning',
        title: words.appName,
        message: title,
        detail: explained,
        buttons: [words.consent.cancel, act],
        defaultId: 0,
        cancelId: 0,
        noLink: true,
      }
      try {
        const { response } = await withParentWindow((parent) =>
          parent === null ? dialog.showMessageBox(options) : dialog.showMessageBox(parent, options),
        )
        return response === 1
      } catch (error) {
        log.failure('question not asked', failure('bug', String(error)))
        return false
      }
    },
  }
}

function textOf(question: ConsentQuestion): { title: string; explained: string; act: string } {
  const { charge, again, overLimit, raiseLimit, removeLimit, reset } = words.consent
  const text = (cents: number): string => money(cents).text
  switch (question.kind) {
    case 'charge': {
      const amount = text(question.amountCents)
      return { ...charge, title: charge.title(amount, question.organisation), act: charge.act(amount) }
    }
    case 'charge-again': {
      const amount = text(question.amountCents)
      return { ...again, title: again.title(amount, question.organisation), act: again.act(amount) }
    }
    case 'over-limit': {
      const amount = text(question.amountCents)
      return {
        title: overLimit.title(amount, question.organisation),
        explained: overLimit.explained(text(question.limitCents)),
        act: charge.act(amount),
      }
    }
    case 'raise-limit': {
      const { organisation, fromCents, toCents } = question
      const from = text(fromCents)
      return toCents === null
        ? {
            title: removeLimit.title(organisation),
            explained: removeLimit.explained(from, text(maxChargedPerDayCents.organisation)),
            act: removeLimit.act,
          }
        : {
            title: raiseLimit.title(organisation, text(toCents)),
            explained: raiseLimit.explained(from),
            act: raiseLimit.act,
          }
    }
    case 'reset':
      return reset
  }
}
