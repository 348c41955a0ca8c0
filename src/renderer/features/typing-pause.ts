/** As long as a person who types lets a key wait, in milliseconds; after it what follows of the text is brought up. */
const PAUSE = 400
/** What only follows the text comes at the latest so long after it was asked for, however fast somebody types. */
const LONGEST = 3000

type Clock = {
  readonly now: () => number
  /** Runs `job` once after that many milliseconds; returns its undo. */
  readonly schedule: (job: () => void, milliseconds: number) => () => void
}

/** What follows the text: it runs once for all that asked before it did. */
export type Follower = {
  /** At once, or, while somebody types, in their next pause. */
  readonly ask: () => void
  readonly cancel: () => void
}

export type TypingPause = {
  /** Something was typed just now. */
  readonly typed: () => void
  readonly follower: (job: () => void) => Follower
}

/** Lists and counts may wait until somebody who types has paused: nobody reads them meanwhile. */
export function createTypingPause({ now, schedule }: Clock): TypingPause {
  let last = -Infinity
  const follower = (job: () => void): Follower => {
    let cancel: (() => void) | null = null
    let until = 0
    const look = () => {
      const wait = Math.min(last + PAUSE, until) - now()
      cancel = wait > 0 ? schedule(look, wait) : null
      if (wait <= 0) job()
    }
    return {
      ask: () => {
        if (cancel) return
        until = now() + LONGEST
        look()
      },
      cancel: () => {
        cancel?.()
        cancel = null
      },
    }
  }
  return {
    typed: () => {
      last = now()
    },
    follower,
  }
}

const pause = createTypingPause({
  now: () => performance.now(),
  schedule: (job, milliseconds) => {
    const timer = setTimeout(job, milliseconds)
    return () => clearTimeout(timer)
  },
})
if (typeof document !== 'undefined') {
  const onInput = ({ target }: Event) => {
    // Fields are short, and nothing follows them.
    if (target instanceof HTMLElement && target.isContentEditable) pause.typed()
  }
  document.addEventListener('beforeinput', onInput, { capture: true })
}

export const { follower } = pause
