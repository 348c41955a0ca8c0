import { create } from 'zustand'
import { classes } from './classes.ts'
import text from './text.module.css'

type Announcer = { readonly message: string; readonly turn: number }

const useAnnouncer = create<Announcer>()(() => ({ message: '', turn: 0 }))

/** Says something aloud to a screen reader: a decision, a save, a refusal. The same words twice are said twice. */
export function announce(message: string): void {
  useAnnouncer.setState((state) => ({ message, turn: state.turn + 1 }))
}

export function LiveRegion() {
  const { message, turn } = useAnnouncer()
  return (
    <output className={classes(text['hiddenText'], text['said'])} aria-live="polite">
      <span key={turn}>{message}</span>
    </output>
  )
}
