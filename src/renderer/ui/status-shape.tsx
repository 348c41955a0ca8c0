import { classes } from './classes.ts'
import styles from './status-shape.module.css'

/** The five shapes a claim can have: colour never says it alone. */
export type Shape = 'open' | 'sourced' | 'verified' | 'stopped' | 'waived'

const DRAWING: Readonly<Record<Shape, React.ReactNode>> = {
  open: <circle cx="6" cy="6" r="4.5" />,
  sourced: (
    <>
      <circle cx="6" cy="6" r="4.5" />
      <path d="M6 1.5a4.5 4.5 0 0 0 0 9z" fill="currentColor" />
    </>
  ),
  verified: <circle cx="6" cy="6" r="4.5" fill="currentColor" />,
  stopped: (
    <>
      <path d="M6 1.4 11 10.6H1z" strokeLinejoin="round" />
      <path d="M6 4.8v2.6M6 8.9v.2" strokeWidth="1.4" />
    </>
  ),
  waived: (
    <>
      <circle cx="6" cy="6" r="4.5" />
      <path d="m2.8 9.2 6.4-6.4" />
    </>
  ),
}

/** The class that gives words the colour of their shape. */
export function shapeColour(shape: Shape): string {
  return styles[shape] ?? ''
}

/** Silent by default, because the word stands beside it. */
export function StatusShape({ shape, label }: { readonly shape: Shape; readonly label?: string }) {
  const spoken = label === undefined ? { 'aria-hidden': true } : { role: 'img', 'aria-label': label }
  return (
    <svg viewBox="0 0 12 12" className={classes(styles['shape'], styles[shape])} {...spoken}>
      {DRAWING[shape]}
    </svg>
  )
}
