import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import text from '../../ui/text.module.css'
import { foldPanel } from './back-to-text.ts'
import panel from './panel.module.css'

/** The head of a tab: its name, what is open in words, its tools, and the fold. */
export function PanelHeader(props: {
  readonly title: string
  readonly note?: string
  readonly children?: ReactNode
}) {
  return (
    <header className={panel['header']}>
      <h2>
        {props.title} {props.note !== undefined && <span className={text['soft']}>{props.note}</span>}
      </h2>
      {props.children}
      <Button only aria-label="Fold the panel away" onClick={foldPanel}>
        <Icon of={X} />
      </Button>
    </header>
  )
}

/** An empty list says what would fill it. */
export function EmptyList({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <p className={panel['empty']}>
      <b>{title}</b>
      {children}
    </p>
  )
}
