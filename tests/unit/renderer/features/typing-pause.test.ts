import { expect, test } from 'vitest'
import { createTypingPause } from '../../../../src/renderer/features/typing-pause.ts'

function clock() {
  let time = 0
  let timers: { readonly at: number; readonly job: () => void }[] = []
  return {
    now: () => time,
    schedule: (job: () => void, milliseconds: number) => {
      const timer = { at: time + milliseconds, job }
      timers.push(timer)
      return () => {
        timers = timers.filter((other) => other !== timer)
      }
    },
    pass: (milliseconds: number) => {
      time += milliseconds
      const due = timers.filter(({ at }) => at <= time)
      timers = timers.filter(({ at }) => at > time)
      for (const { job } of due) job()
    },
  }
}

test('a job runs at once while nobody types', () => {
  const pause = createTypingPause(clock())
  let runs = 0
  pause.follower(() => (runs += 1)).ask()
  expect(runs).toBe(1)
})

test('while somebody types it waits for a pause, and runs once', () => {
  const time = clock()
  const pause = createTypingPause(time)
  let runs = 0
  pause.typed()
  pause.follower(() => (runs += 1)).ask()
  for (let key = 0; key < 5; key++) {
    time.pass(100)
    pause.typed()
  }
  expect(runs).toBe(0)
  time.pass(500)
  expect(runs).toBe(1)
  time.pass(5000)
  expect(runs).toBe(1)
})

test('typing without end does not put it off for ever', () => {
  const time = clock()
  const pause = createTypingPause(time)
  let runs = 0
  pause.typed()
  pause.follower(() => (runs += 1)).ask()
  for (let key = 0; key < 40; key++) {
    time.pass(100)
    pause.typed()
  }
  expect(runs).toBe(1)
})

test('all that asked before it ran have it once, and later ones again', () => {
  const time = clock()
  const pause = createTypingPause(time)
  let runs = 0
  const { ask } = pause.follower(() => (runs += 1))
  pause.typed()
  ask()
  ask()
  time.pass(500)
  expect(runs).toBe(1)
  ask()
  expect(runs).toBe(2)
})

test('a job that was taken back does not run', () => {
  const time = clock()
  const pause = createTypingPause(time)
  let runs = 0
  pause.typed()
  const { ask, cancel } = pause.follower(() => (runs += 1))
  ask()
  cancel()
  time.pass(5000)
  expect(runs).toBe(0)
})
