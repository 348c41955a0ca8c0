import { useSyncExternalStore } from 'react'

/** How often words such as "in 56 min" are told anew, in milliseconds. */
const TICK = 20_000

let now = Date.now()

function subscribe(listener: () => void): () => void {
  const tick = (): void => {
    now = Date.now()
    listener()
  }
  tick()
  const timer = setInterval(tick, TICK)
  return () => clearInterval(timer)
}

/** The time, for words that speak of it; the same for a whole render. */
export function useNow(): number {
  return useSyncExternalStore(subscribe, () => now)
}
