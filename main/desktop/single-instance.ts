/** One running app for each user-data folder; a second start brings the first one's window to the front. */
import { randomBytes } from 'node:crypto'
import { existsSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { App, Dialog } from 'electron'
import { words } from '../../words/desktop.ts'

/** A first start that is still under way answers when it is ready. */
const patienceMs = 5000
const lookEveryMs = 50
/** How long the explanation stays on screen before the process ends without anybody closing it. */
const explainForMs = 60_000

export type SingleInstanceOptions = {
  readonly app: App
  readonly dialog: Dialog
  /** A second start happened; comes after the app is ready. */
  readonly onSecondStart: () => void
}

export type SingleInstance =
  | { readonly first: true }
  /** Resolves with the exit code once the first start has answered, or once it was said that nobody did. */
  | { readonly first: false; readonly ended: Promise<number> }

/**
 * To be called before the app is ready, with the user-data folder set. The lock can also be refused with nobody
 * behind it (a folder that can't be written, a lock left by a computer of another name), so a second start asks
 * for an answer: the first one makes a file whose random name it was told.
 */
export function takeSingleInstance({ app, dialog, onSecondStart }: SingleInstanceOptions): SingleInstance {
  const folder = app.getPath('userData')
  const answer = randomBytes(16).toString('hex')
  if (!app.requestSingleInstanceLock({ answer })) {
    return { first: false, ended: waitForAnswer(app, dialog, folder, answerFile(folder, answer)) }
  }
  app.on('second-instance', (_event, _words, _folder, given) => {
    acknowledge(folder, given)
    onSecondStart()
  })
  return { first: true }
}

function answerFile(folder: string, answer: string): string {
  return join(folder, `second-start-${answer}`)
}

function acknowledge(folder: string, given: unknown): void {
  const answer = typeof given === 'object' && given !== null && 'answer' in given ? given.answer : undefined
  // It becomes part of a file name, and it came from another process.
  if (typeof answer !== 'string' || !/^[0-9a-f]{32}$/.test(answer)) return
  try {
    writeFileSync(answerFile(folder, answer), '', { flag: 'wx', mode: 0o600 })
  } catch {
    // The second start will say that it got no answer, which is then the truth about this folder.
  }
}

async function waitForAnswer(app: App, dialog: Dialog, folder: string, file: string): Promise<number> {
  const until = performance.now() + patienceMs
  while (performance.now() < until) {
    if (existsSync(file)) {
      rmSync(file, { force: true })
      return 0
    }
    await pause(lookEveryMs)
  }
  const { title, explained } = words.tray.noAnswer(folder)
  console.error(`${title}\n${explained}`)
  await app.whenReady()
  const shown = dialog.showMessageBox({
    type: 'error',
    title: words.appName,
    message: title,
    detail: explained,
  })
  await Promise.race([shown, pause(explainForMs)])
  return 1
}
