import { FormDialog } from '../../ui/form-dialog.tsx'
import { useShell } from '../shell-store.ts'
import { loadStoredText } from './reload.ts'

/** Words of this window that came too late: they are shown until somebody lets them go. */
export function TextReplacedDialog() {
  const hide = useShell((shell) => shell.hide)
  return (
    <FormDialog
      title="Another text was put in place of this one"
      submit="Load the stored text"
      onSubmit={() => {
        hide()
        void loadStoredText()
      }}
      onClose={hide}
    >
      <p>
        It was restored, or came from another desk, while your last words here were not stored yet. They
        cannot be stored any more, but they still stand in this window: close this notice, copy what you need,
        then open the article again. Everything stored before is kept among the versions in History.
      </p>
    </FormDialog>
  )
}
