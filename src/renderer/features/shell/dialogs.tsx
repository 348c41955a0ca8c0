import { LegalHoldDialog } from '../approval/legal-hold-dialog.tsx'
import { WithdrawDialog } from '../approval/withdraw-dialog.tsx'
import { LinkDialog } from '../article/link-dialog.tsx'
import { MarkerDialog } from '../article/marker-dialog.tsx'
import { PictureDialog } from '../article/picture-dialog.tsx'
import { ConsultationDialog } from '../consultations/consultation-dialog.tsx'
import { DecideDialog } from '../changes/decide-dialog.tsx'
import { PutAsideDialog } from '../checks/put-aside-dialog.tsx'
import { WaiveDialog } from '../claims/waive-dialog.tsx'
import { ImportReport } from '../desk/import-report.tsx'
import { PasteDialog } from '../desk/paste-dialog.tsx'
import { CameInDialog } from '../word/came-in-dialog.tsx'
import { ReturnDialog } from '../word/return-dialog.tsx'
import { DetailsDialog } from '../details/details-dialog.tsx'
import { HandOverDialog } from '../exchange/hand-over-dialog.tsx'
import { PackageDialog } from '../exchange/package-dialog.tsx'
import { TakeBackDialog } from '../exchange/take-back-dialog.tsx'
import { CheckDialog } from '../export/check-dialog.tsx'
import { ExportDialog } from '../export/export-dialog.tsx'
import { NameVersionDialog } from '../history/name-version-dialog.tsx'
import { RestoreDialog } from '../history/restore-dialog.tsx'
import { TextReplacedDialog } from '../review/text-replaced-dialog.tsx'
import { KeysDialog } from '../palette/keys-dialog.tsx'
import { Palette } from '../palette/palette.tsx'
import { ReplyDialog } from '../replies/reply-dialog.tsx'
import { MoveDialog } from '../review/move-dialog.tsx'
import { SettingsDialog } from '../settings/settings-dialog.tsx'
import { useShell } from '../shell-store.ts'

/** The one dialog that may lie over a screen. */
export function Dialogs() {
  const dialog = useShell((shell) => shell.dialog)
  switch (dialog?.kind) {
    case undefined:
      return null
    case 'palette':
      return <Palette />
    case 'name-version':
      return <NameVersionDialog />
    case 'restore':
      return <RestoreDialog versionId={dialog.versionId} />
    case 'text-replaced':
      return <TextReplacedDialog />
    case 'keys':
      return <KeysDialog />
    case 'settings':
      return <SettingsDialog />
    case 'paste':
      return <PasteDialog />
    case 'imported':
      return <ImportReport report={dialog.report} />
    case 'came-in':
      return <CameInDialog />
    case 'details':
      return <DetailsDialog />
    case 'link':
      return <LinkDialog />
    case 'marker':
      return <MarkerDialog />
    case 'picture':
      return <PictureDialog picture={dialog.picture} />
    case 'export':
      return <ExportDialog />
    case 'check-pdf':
      return <CheckDialog />
    case 'move':
      return <MoveDialog move={dialog.move} to={dialog.to} />
    case 'reply':
      return <ReplyDialog {...dialog} />
    case 'consultation':
      return <ConsultationDialog {...dialog} />
    case 'put-aside':
      return <PutAsideDialog rule={dialog.rule} title={dialog.title} />
    case 'withdraw':
      return <WithdrawDialog slot={dialog.slot} />
    case 'legal-hold':
      return <LegalHoldDialog />
    case 'hand-over':
      return <HandOverDialog />
    case 'take-back':
      return <TakeBackDialog />
    case 'package':
      return <PackageDialog read={dialog.read} />
    case 'return':
      return <ReturnDialog read={dialog.read} />
    case 'waive':
      return <WaiveDialog claimId={dialog.claimId} />
    case 'decide':
      return <DecideDialog {...dialog} />
  }
}
