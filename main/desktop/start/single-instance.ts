/** One running app for each user-data folder; a second start hands its wish over to the first one, and ends. */
import { randomBytes } from 'node:crypto'
import {
  existsSync,
  lstatSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { App, Dialog } from 'electron'
import * as v from 'valibot'
import { words } from '../../../words/desktop.ts'
import { codeOf } from '../files/store-files.ts'
import { needsRunningApp, type Wish, wishes } from './command-line.ts'

/** A first start that is still under way answers when it is ready. */
const patienceMs = 5000
const lookEveryMs = 50
/** Longer than quitting ever takes; also a process that has ended can seem to be there until somebody takes note. */
const mostEndingMs = 60_000
/** How long the explanation stays on screen before the process ends without anybody closing it. */
const explainForMs = 60_000

/** `ending`: it is quitting, and won't do it any more. */
export type Answer = 'taken' | 'ending'

/** What stands in the file of the answer. */
const answerText = /^(?:taken|ending (\d{1,10}))$/

/** It comes from another process; `answer` becomes part of a file name. */
const handedOver = v.strictObject({
  answer: v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/)),
  wish: v.picklist(wishes),
})

type Instances = Pick<App, 'getPath' | 'on' | 'releaseSingleInstanceLock' | 'requestSingleInstanceLock'>

/**
 * `first`: this one is the app now. `asked`: the running app has taken the wish. `none`: no app runs, and the wish
 * starts none. `no-answer`: the folder is locked, but nobody answers.
 */
export type Role = 'first' | 'asked' | 'none' | 'no-answer'

/**
 * To be called before the app is ready, with the user-data folder set. The lock can also be refused with nobody
 * behind it (a folder that can't be written, a lock left by a computer of another name), so a second start asks
 * for an answer: the first one makes a file whose random name it was told. A start that meets an app on its way out
 * waits until that one is gone, and takes its place. One that hangs is killed by Chromium's side of the lock after 20 s.
 *
 * All the waiting is done here, in one piece: until it returns, Electron goes no further, so that a second start
 * needs no display and opens nothing in the folder.
 */
export function takeSingleInstance({
  app,
  wish,
  pause = pauseAll,
  system = process.platform,
}: {
  readonly app: Instances
  readonly wish: Wish
  /** Waits without letting anything else happen. */
  readonly pause?: (ms: number) => void
  readonly system?: NodeJS.Platform
}): Role {
  const folder = app.getPath('userData')
  const onlyAsks = needsRunningApp(wish)
  // Without taking the lock, which could turn away an app that starts at this very moment.
  if (onlyAsks && !mayBeLocked(folder, system)) return 'none'
  for (let unanswered = 0; unanswered < 2; ) {
    const answer = randomBytes(16).toString('hex')
    if (app.requestSingleInstanceLock({ answer, wish })) {
      if (!onlyAsks) return 'first'
      app.releaseSingleInstanceLock()
      return 'none'
    }
    const given = waitFor(() => readAnswer(answerFile(folder, answer)), patienceMs, pause)
    if (given === undefined) {
      // It may have gone before it could answer, and another start may have taken its place.
      unanswered += 1
      continue
    }
    const { endingPid } = given
    if (endingPid === null) return 'asked'
    if (onlyAsks) return 'none'
    // Not asked again and again, as Electron can stumble over that while it ends.
    waitFor(() => (isGone(endingPid) ? true : undefined), mostEndingMs, pause)
  }
  return 'no-answer'
}

/** @param onWish told of the wish of each later start, once the app is ready; has to answer it soon */
export function answerLaterStarts(
  app: Instances,
  onWish: (wish: Wish, answer: (given: Answer) => void) => void,
): void {
  const folder = app.getPath('userData')
  removeOldAnswers(folder)
  app.on('second-instance', (_event, _words, _folder, given) => {
    const asked = v.safeParse(handedOver, given)
    if (!asked.success) return
    onWish(asked.output.wish, (answered) => {
      try {
        const file = answerFile(folder, asked.output.answer)
        const text = answered === 'taken' ? answered : `${answered} ${process.pid}`
        writeFileSync(`${file}.new`, text, { flag: 'wx', mode: 0o600 })
        // It is read as soon as it is there.
        renameSync(`${file}.new`, file)
      } catch {
        // The second start will say that it got no answer, which is then the truth about this folder.
      }
    })
  })
}

/** Answers whose starts had given up before they came. */
function removeOldAnswers(folder: string): void {
  try {
    for (const name of readdirSync(folder).filter((one) =>
      /^second-start-[0-9a-f]{32}(?:\.new)?$/.test(one),
    )) {
      const file = join(folder, name)
      // A newer one may still be read: by one of several starts that waited for the same end.
      if (Date.now() - statSync(file).mtimeMs > mostEndingMs) rmSync(file, { force: true })
    }
  } catch {
    // There is no folder yet, or it can't be read: they harm nobody.
  }
}

/** Says on the terminal and in a dialog that nobody answered, and ends once that was read. */
export async function explainNoAnswer(app: App, dialog: Dialog): Promise<void> {
  const { title, explained } = words.tray.noAnswer(app.getPath('userData'))
  console.error(`${title}\n${explained}`)
  await app.whenReady()
  const shown = dialog.showMessageBox({
    type: 'error',
    title: words.appName,
    message: title,
    detail: explained,
  })
  await Promise.race([shown, wait(explainForMs)])
  app.exit(1)
}

/** False: certainly nobody holds the lock. On Windows it isn't a file, so there only asking for it tells. */
function mayBeLocked(folder: string, system: NodeJS.Platform): boolean {
  if (system === 'win32') return existsSync(folder)
  try {
    // A link to a name that says who holds it, not to a file.
    return lstatSync(join(folder, 'SingletonLock'), { throwIfNoEntry: false }) !== undefined
  } catch {
    return true
  }
}

/** Looks now and then, for `mostMs` in all; what it found, or undefined. */
function waitFor<T>(look: () => T | undefined, mostMs: number, pause: (ms: number) => void): T | undefined {
  for (let waitedMs = 0; waitedMs < mostMs; waitedMs += lookEveryMs) {
    const found = look()
    if (found !== undefined) return found
    pause(lookEveryMs)
  }
  return undefined
}

/** Takes the answer, if it is there. `endingPid`: who is quitting; null: it has taken the wish. */
function readAnswer(file: string): { readonly endingPid: number | null } | undefined {
  try {
    if (!existsSync(file)) return undefined
    const found = answerText.exec(readFileSync(file, 'utf8'))
    rmSync(file, { force: true })
    return found === null ? undefined : { endingPid: found[1] === undefined ? null : Number(found[1]) }
  } catch {
    // Another user's, in a folder that both can write to: as good as none.
    return undefined
  }
}

function isGone(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return false
  } catch (error) {
    // Only looked: it can also be there and be somebody else's.
    return codeOf(error) === 'ESRCH'
  }
}

function answerFile(folder: string, answer: string): string {
  return join(folder, `second-start-${answer}`)
}

function pauseAll(ms: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms)
}
