import { expect, test } from 'vitest'
import { onceAtATime } from '../../../../src/renderer/features/once-at-a-time.ts'

test('a task asked for while it runs is run once more, after it', async () => {
  const alone = onceAtATime()
  const ends: (() => void)[] = []
  let began = 0
  const task = (): Promise<void> => {
    began += 1
    return new Promise((resolve) => ends.push(resolve))
  }
  const first = alone(task)
  void alone(task)
  const last = alone(task)
  expect(began).toBe(1)
  ends[0]?.()
  await Promise.resolve()
  await Promise.resolve()
  expect(began).toBe(2)
  ends[1]?.()
  await Promise.all([first, last])
  expect(began).toBe(2)
})

test('asked for later, it runs again', async () => {
  const alone = onceAtATime()
  let began = 0
  const task = async (): Promise<void> => {
    began += 1
  }
  await alone(task)
  await alone(task)
  expect(began).toBe(2)
})
