import { Menu as Base } from '@base-ui/react/menu'
import type { ReactElement, ReactNode } from 'react'
import styles from './menu.module.css'

/** A menu under its trigger: arrow keys, typing ahead and Escape come from Base UI. */
export function Menu(props: {
  readonly trigger: ReactElement
  readonly align?: 'start' | 'end'
  readonly children: ReactNode
}) {
  return (
    <Base.Root modal={false}>
      <Base.Trigger render={props.trigger} />
      <Base.Portal>
        <Base.Positioner className={styles['positioner']} align={props.align ?? 'start'} sideOffset={4}>
          <Base.Popup className={styles['popup']}>{props.children}</Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  )
}

export function MenuItem(props: {
  readonly children: ReactNode
  readonly disabled?: boolean
  readonly onSelect: () => void
}) {
  return (
    <Base.Item className={styles['item']} disabled={props.disabled === true} onClick={props.onSelect}>
      {props.children}
    </Base.Item>
  )
}

/** Items of which one holds, under a heading. */
export function MenuChoices(props: {
  readonly label: string
  readonly value: string
  readonly options: readonly { readonly value: string; readonly label: string }[]
  readonly onSelect: (value: string) => void
}) {
  return (
    <Base.RadioGroup value={props.value} onValueChange={(value: string) => props.onSelect(value)}>
      <Base.Group className={styles['group']}>
        <Base.GroupLabel className={styles['label']}>{props.label}</Base.GroupLabel>
        {props.options.map((option) => (
          <Base.RadioItem key={option.value} className={styles['item']} value={option.value} closeOnClick>
            {option.label}
          </Base.RadioItem>
        ))}
      </Base.Group>
    </Base.RadioGroup>
  )
}

export function MenuSeparator() {
  return <Base.Separator className={styles['separator']} />
}

export function MenuNote({ children }: { readonly children: ReactNode }) {
  return <p className={styles['note']}>{children}</p>
}
