import { useState } from 'react'
import { announce } from './announcer.tsx'

const WARNING = 'What you wrote is not kept yet. Close once more to drop it.'

/** Words that somebody has written are dropped only when they ask for it twice. */
export function useLeaveTwice(isWritten: boolean, leave: () => void): { ask: () => void; warning: string } {
  const [warned, setWarned] = useState(false)
  return {
    ask: () => {
      if (!isWritten || warned) return leave()
      setWarned(true)
      announce(WARNING)
    },
    warning: warned && isWritten ? WARNING : '',
  }
}
