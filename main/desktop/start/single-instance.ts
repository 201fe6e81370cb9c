/**
 * One running app for each user-data folder: a second start hands its launch request to the first one, or asks it for
 * its status, and exits.
 */
import { randomBytes } from 'node:crypto'
import { existsSync, lstatSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { App, Dialog } from 'electron'
import * as v from 'valibot'
import { words } from '../../../words/desktop.ts'
import { type Status, statusSchema } from '../../state/status/document.ts'
import { readTextSync } from '../files/read-file.ts'
import { codeOf } from '../files/store-files.ts'
import { type LaunchRequest, launchRequests, needsRunningApp } from './command-line.ts'

/** The first instance replies once its own start is finished. */
const replyTimeoutMs = 5000
const checkIntervalMs = 50
/** Longer than any shutdown takes. A process that has exited also counts as alive until its parent has reaped it. */
const shutdownTimeoutMs = 60_000
/** How long the dialog stays open before the process exits on its own. */
const dialogTimeoutMs = 60_000

/** `quitting`: the app is shutting down and won't handle the request. */
export type Reply = 'accepted' | 'quitting'

/** The app replies once the stored sign-ins are restored, for which the keyring may have to be unlocked. */
const statusTimeoutMs = 20_000
/** How often a second start that watches looks for another status. */
const watchIntervalMs = 250

/** The content of a reply file. */
const replyText = /^(?:accepted|quitting (\d{1,10}))$/

/** Untrusted, as another process sends it: `replyId` becomes part of a file name. */
const handover = v.strictObject({
  replyId: v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/)),
  request: v.picklist([...launchRequests, 'status', 'watch-status']),
  /** The process of the second start, which receives every change while it runs. */
  pid: v.pipe(v.number(), v.integer(), v.minValue(1)),
})

type Instances = Pick<App, 'getPath' | 'on' | 'releaseSingleInstanceLock' | 'requestSingleInstanceLock'>

/**
 * `primary`: this process is the app now. `delegated`: the running app has accepted the request. `not-running`: no
 * app runs, and the request doesn't start one. `no-reply`: the folder is locked, but no app replies.
 */
export type InstanceRole = 'primary' | 'delegated' | 'not-running' | 'no-reply'

/**
 * Call it before the app is ready, with the user-data folder set. Electron's lock can also be refused without a
 * running app (a read-only folder, a lock left by a computer of another name), so a second start expects a reply: a
 * file with a random name that it passed along. If the running app is quitting, the second start waits for its exit
 * and takes its place. Chromium's side of the lock kills an app that hangs after 20 s.
 *
 * It blocks: until it returns, Electron's start goes no further, so a second start needs no display and opens no file
 * in the folder.
 */
export function requestSingleInstance({
  app,
  request,
  pause = sleepBlocking,
  system = process.platform,
}: {
  readonly app: Instances
  readonly request: LaunchRequest
  /** Blocks the thread. */
  readonly pause?: (ms: number) => void
  readonly system?: NodeJS.Platform
}): InstanceRole {
  const folder = app.getPath('userData')
  const needsRunning = needsRunningApp(request)
  // Without taking the lock, which could turn away an app that starts at the same moment.
  if (needsRunning && !mayBeLocked(folder, system)) return 'not-running'
  for (let attemptsWithoutReply = 0; attemptsWithoutReply < 2; ) {
    const replyId = randomBytes(16).toString('hex')
    if (app.requestSingleInstanceLock({ replyId, request, pid: process.pid })) {
      if (!needsRunning) return 'primary'
      app.releaseSingleInstanceLock()
      return 'not-running'
    }
    const reply = waitFor(() => takeReply(replyFile(folder, replyId)), replyTimeoutMs, pause)
    if (reply === undefined) {
      // The app may have exited before it could reply, and another start may have taken its place.
      attemptsWithoutReply += 1
      continue
    }
    const { quittingPid } = reply
    if (quittingPid === null) return 'delegated'
    if (needsRunning) return 'not-running'
    // Waits instead of asking again: Electron is unreliable when it gets such requests while it quits.
    waitFor(() => (hasExited(quittingPid) ? true : undefined), shutdownTimeoutMs, pause)
  }
  return 'no-reply'
}

export type StatusRole = 'answered' | 'not-running' | 'no-reply'

/**
 * Asks the running app for its status, without ever starting one; blocks like `requestSingleInstance`.
 * @param onStatus called with each status; with `watch`, again at each change until it returns false or the app quits
 * @returns `not-running` also when the app that was watched has quit
 */
export function requestStatus({
  app,
  watch,
  onStatus,
  pause = sleepBlocking,
  system = process.platform,
}: {
  readonly app: Instances
  readonly watch: boolean
  readonly onStatus: (status: Status) => boolean
  readonly pause?: (ms: number) => void
  readonly system?: NodeJS.Platform
}): StatusRole {
  const folder = app.getPath('userData')
  if (!mayBeLocked(folder, system)) return 'not-running'
  const replyId = randomBytes(16).toString('hex')
  const request = watch ? 'watch-status' : 'status'
  if (app.requestSingleInstanceLock({ replyId, request, pid: process.pid })) {
    app.releaseSingleInstanceLock()
    return 'not-running'
  }
  const next = () => takeStatus(replyFile(folder, replyId))
  let answer: StatusReply | 'quitting' | undefined = waitFor(next, statusTimeoutMs, pause)
  while (answer !== 'quitting') {
    if (answer === undefined) return 'no-reply'
    const { status, pid }: StatusReply = answer
    if (!onStatus(status) || !watch) return 'answered'
    do {
      pause(watchIntervalMs)
      answer = next() ?? (hasExited(pid) ? 'quitting' : undefined)
    } while (answer === undefined)
  }
  return 'not-running'
}

export type SecondStarts = {
  /** Called once the app is ready; must reply within seconds. */
  readonly onRequest: (request: LaunchRequest, reply: (reply: Reply) => void) => void
  /** `send` returns false once the receiver has exited. */
  readonly onStatus: (watch: boolean, send: (status: Status | 'quitting') => boolean) => void
}

export function serveSecondStarts(app: Instances, { onRequest, onStatus }: SecondStarts): void {
  const folder = app.getPath('userData')
  removeStaleReplies(folder)
  app.on('second-instance', (_event, _argv, _folder, data) => {
    const parsed = v.safeParse(handover, data)
    if (!parsed.success) return
    const { request, replyId, pid } = parsed.output
    const file = replyFile(folder, replyId)
    const quitting = `quitting ${process.pid}`
    if (request === 'status' || request === 'watch-status')
      onStatus(request === 'watch-status', (status) => {
        if (hasExited(pid)) {
          rmSync(file, { force: true })
          return false
        }
        return writeReply(
          file,
          status === 'quitting' ? quitting : JSON.stringify({ status, pid: process.pid }),
        )
      })
    else onRequest(request, (reply) => void writeReply(file, reply === 'accepted' ? reply : quitting))
  })
}

/** @returns false if it can't be written; the second start then reports that the app doesn't reply */
function writeReply(file: string, text: string): boolean {
  try {
    writeFileSync(`${file}.new`, text, { flag: 'wx', mode: 0o600 })
    // The second start reads the file as soon as it exists, so it has to appear complete.
    renameSync(`${file}.new`, file)
    return true
  } catch {
    return false
  }
}

/** Replies that came after their starts had given up. */
function removeStaleReplies(folder: string): void {
  try {
    for (const name of readdirSync(folder).filter((one) =>
      /^second-start-[0-9a-f]{32}(?:\.new|\.read)?$/.test(one),
    )) {
      const file = join(folder, name)
      // A newer one may still be read: several starts can wait for the same shutdown.
      if (Date.now() - statSync(file).mtimeMs > shutdownTimeoutMs) rmSync(file, { force: true })
    }
  } catch {
    // The folder doesn't exist yet or can't be read; stale replies do no harm.
  }
}

/** Explains on the terminal and in a dialog that the running app doesn't reply; exits when the dialog is closed. */
export async function explainNoReply(app: App, dialog: Dialog): Promise<void> {
  const { title, explained } = words.tray.noAnswer(app.getPath('userData'))
  console.error(`${title}\n${explained}`)
  await app.whenReady()
  const closed = dialog.showMessageBox({
    type: 'error',
    title: words.appName,
    message: title,
    detail: explained,
  })
  await Promise.race([closed, wait(dialogTimeoutMs)])
  app.exit(1)
}

/** False only if the lock is certainly free. On Windows it isn't a file, so only requesting it would tell. */
function mayBeLocked(folder: string, system: NodeJS.Platform): boolean {
  if (system === 'win32') return existsSync(folder)
  try {
    // A dangling link, whose target names the holder; `existsSync` would follow it.
    return lstatSync(join(folder, 'SingletonLock'), { throwIfNoEntry: false }) !== undefined
  } catch {
    return true
  }
}

/** Polls until there is a result; undefined after the timeout. */
function waitFor<T>(
  poll: () => T | undefined,
  timeoutMs: number,
  pause: (ms: number) => void,
): T | undefined {
  for (let waitedMs = 0; waitedMs < timeoutMs; waitedMs += checkIntervalMs) {
    const result = poll()
    if (result !== undefined) return result
    pause(checkIntervalMs)
  }
  return undefined
}

/** Reads and deletes the reply. `quittingPid`: the process that is shutting down; null: the request was accepted. */
function takeReply(file: string): { readonly quittingPid: number | null } | undefined {
  try {
    if (!existsSync(file)) return undefined
    const match = replyText.exec(readTextSync(file))
    rmSync(file, { force: true })
    return match === null ? undefined : { quittingPid: match[1] === undefined ? null : Number(match[1]) }
  } catch {
    // Another user's file, in a folder that both can write to.
    return undefined
  }
}

const statusReply = v.object({ status: statusSchema, pid: v.number() })
type StatusReply = v.InferOutput<typeof statusReply>

/** Reads and deletes the reply to a request for the status. */
function takeStatus(file: string): StatusReply | 'quitting' | undefined {
  try {
    if (!existsSync(file)) return undefined
    // Another one may come between reading and deleting.
    renameSync(file, `${file}.read`)
    const text = readTextSync(`${file}.read`)
    rmSync(`${file}.read`, { force: true })
    if (replyText.test(text)) return 'quitting'
    return v.parse(statusReply, JSON.parse(text))
  } catch {
    return undefined
  }
}

function hasExited(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return false
  } catch (error) {
    // Any other error means that the process exists but belongs to another user.
    return codeOf(error) === 'ESRCH'
  }
}

function replyFile(folder: string, replyId: string): string {
  return join(folder, `second-start-${replyId}`)
}

function sleepBlocking(ms: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms)
}
