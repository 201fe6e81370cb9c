import { EventEmitter } from 'node:events'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { expect, it } from 'vitest'
import { MemoryLog } from '../../testing/memory-ports.ts'
import { type Action, command } from '../action.ts'
import type { NotificationView } from './notification-view.ts'
import { Notifications, type NotificationsDeps } from './notifications.ts'

const refresh = command('organisation.refresh', { organisationId: 'org_1' })
const snooze = command('organisation.snooze', { organisationId: 'org_1', snoozed: true })
const view: NotificationView = {
  title: '$8.20 spendable',
  body: '',
  actions: [refresh],
  buttons: [{ text: 'Not today', actions: [snooze] }],
}

function desktop() {
  const shown: WeakRef<EventEmitter>[] = []
  class SystemNotification extends EventEmitter {
    static isSupported = () => true
    show = () => shown.push(new WeakRef(this))
  }
  const run: Action[] = []
  const world = { serviceAnswers: true as boolean | 'unknown' }
  const notifications = new Notifications({
    Notification: SystemNotification as unknown as NotificationsDeps['Notification'],
    log: new MemoryLog(),
    runAction: (action) => run.push(action),
    serviceAnswers: async () => world.serviceAnswers,
  })
  const emit = (event: string, details?: object) => shown.at(-1)?.deref()?.emit(event, details)
  return { world, notifications, shown, run, emit }
}

it('runs the actions of a click and of a button', async () => {
  const { notifications, run, emit } = desktop()
  await notifications.show(view, () => true)
  emit('action', { actionIndex: 0 })
  await notifications.show(view, () => true)
  emit('click')
  expect(run).toEqual([snooze, refresh])
})

it('shows the organisation for a button whose cause no longer applies', async () => {
  const { notifications, run, emit } = desktop()
  let isCurrent = true
  await notifications.show(view, () => isCurrent)
  isCurrent = false
  emit('action', { actionIndex: 0 })
  expect(run).toEqual([refresh])
})

it('handles a click in the notification centre', async () => {
  setFlagsFromString('--expose-gc')
  const collectGarbage = runInNewContext('gc') as () => void
  const { notifications, shown, run, emit } = desktop()
  await notifications.show(view, () => true)
  emit('close')
  // A WeakRef holds its target until the end of the task that made or read it.
  await new Promise((resolve) => setImmediate(resolve))
  collectGarbage()
  expect(shown[0]?.deref()).toBeDefined()
  emit('click')
  expect(run).toEqual([refresh])
})

it('keeps only the latest notifications clickable', async () => {
  setFlagsFromString('--expose-gc')
  const collectGarbage = runInNewContext('gc') as () => void
  const { notifications, shown } = desktop()
  for (let count = 0; count < 40; count += 1) await notifications.show(view, () => true)
  await new Promise((resolve) => setImmediate(resolve))
  collectGarbage()
  expect(shown.filter((one) => one.deref() !== undefined)).toHaveLength(16)
})
