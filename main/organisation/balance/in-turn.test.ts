import { expect, test } from 'vitest'
import { settle } from '../../testing/virtual-clock.ts'
import { InTurn } from './in-turn.ts'

test('so many at once, in their order, and one that fails makes room', async () => {
  const turn = new InTurn(2)
  const started: number[] = []
  const ends: (() => void)[] = []
  const runs = [0, 1, 2, 3].map((which) =>
    turn.run(async () => {
      started.push(which)
      await new Promise<void>((end) => ends.push(end))
      if (which === 0) throw new Error('broken')
    }),
  )
  const settled = Promise.allSettled(runs)
  await settle()
  expect(started).toEqual([0, 1])
  ends[0]?.()
  await settle()
  expect(started).toEqual([0, 1, 2])
  for (const end of ends) end()
  await settle()
  for (const end of ends) end()
  expect((await settled).map(({ status }) => status)).toEqual([
    'rejected',
    'fulfilled',
    'fulfilled',
    'fulfilled',
  ])
  expect(started).toEqual([0, 1, 2, 3])
})
