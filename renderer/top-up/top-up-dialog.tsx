import { useEffect, useState } from 'preact/hooks'
import type { Organisation } from '../../preload/contract/index.ts'
import { laterWords, words } from '../../words/index.ts'
import { send } from '../bridge.ts'
import { Dialog } from '../parts/dialog.tsx'
import { useCommand } from '../use-command.ts'
import { useUnsavedInput } from '../use-unsaved-input.ts'
import { Added, NotCharged, TooOld, Unknown } from './charge-status.tsx'
import { type AmountChoice, ChooseAmount, defaultChoice } from './choose-amount.tsx'
import { ConfirmCharge } from './confirm-charge.tsx'

const text = laterWords.topUp
const titleId = 'top-up-title'

/** Topping up: choosing an amount, confirming it, and following the charge. Once requested, the charge is in the state. */
export function TopUpDialog({ organisation }: { organisation: Organisation }) {
  const { topUp } = organisation
  const organisationId = organisation.id
  const [choice, setChoice] = useState<AmountChoice>(() => defaultChoice(organisation))
  const [centsToConfirm, setCentsToConfirm] = useState<number | null>(null)
  const [isRequested, setRequested] = useState(false)
  const runner = useCommand()
  useUnsavedInput(choice.custom !== '' && topUp.kind === 'none')
  // From now on the state tells how the charge goes.
  useEffect(() => {
    if (topUp.kind === 'none') return
    setRequested(false)
    setCentsToConfirm(null)
  }, [topUp.kind])

  const close = () => void send('dialog.close', {})
  const acknowledge = async () => {
    if (await runner.run('top-up.dismiss', { organisationId })) await send('dialog.close', {})
  }
  const charge = async (amountCents: number) => {
    setRequested(true)
    if (!(await runner.run('top-up.start', { organisationId, amountCents }))) setRequested(false)
  }
  const isFinished = topUp.kind === 'added' || topUp.kind === 'not-charged'
  const cancel = isFinished ? () => void acknowledge() : close
  const unavailable = unavailableReason(organisation)
  const common = { organisation, titleId, runner, close }
  const step =
    unavailable ?? (topUp.kind !== 'none' ? topUp.kind : centsToConfirm !== null ? 'confirm' : 'choose')

  const content = () => {
    switch (topUp.kind) {
      case 'charging':
        return confirmation(topUp.amountCents)
      case 'unknown':
        return <Unknown {...common} topUp={topUp} />
      case 'too-old':
        return <TooOld {...common} topUp={topUp} acknowledge={acknowledge} />
      case 'added':
        return <Added {...common} topUp={topUp} acknowledge={acknowledge} />
      case 'not-charged': {
        const retry = () => runner.run('top-up.dismiss', { organisationId })
        return <NotCharged {...common} close={cancel} topUp={topUp} acknowledge={acknowledge} retry={retry} />
      }
      case 'none':
        break
    }
    if (unavailable !== null)
      return <Unavailable organisation={organisation} reason={unavailable} close={close} />
    if (centsToConfirm === null)
      return (
        <ChooseAmount
          {...common}
          choice={choice}
          onChange={setChoice}
          onNext={setCentsToConfirm}
          onCancel={close}
        />
      )
    return confirmation(centsToConfirm)
  }
  const confirmation = (cents: number) => (
    <ConfirmCharge
      {...common}
      cents={cents}
      onCharge={() => charge(cents)}
      isRequested={isRequested}
      isCharging={topUp.kind === 'charging'}
      failure={runner.failure}
      onBack={() => {
        runner.clearFailure()
        setCentsToConfirm(null)
      }}
      onCancel={close}
    />
  )
  return (
    <Dialog titleId={titleId} step={step} onCancel={topUp.kind === 'charging' || isRequested ? null : cancel}>
      <div class={unavailable === null ? 'top-up' : ''}>{content()}</div>
    </Dialog>
  )
}

type UnavailableReason = 'invoice' | 'not-allowed' | 'signed-out'

/** Why no top-up can be started; null while one is in progress. */
function unavailableReason({ topUp, balance, permissions, session }: Organisation): UnavailableReason | null {
  if (topUp.kind !== 'none') return null
  if (balance?.invoiced) return 'invoice'
  if (session.kind !== 'active') return 'signed-out'
  return permissions.includes('add-money') ? null : 'not-allowed'
}

function Unavailable({
  organisation,
  reason,
  close,
}: {
  organisation: Organisation
  reason: UnavailableReason
  close: () => void
}) {
  const allow = () =>
    send('dialog.open', {
      dialog: { kind: 'allow', organisationId: organisation.id, permission: 'add-money' },
    })
  const name = <bdi>{organisation.name}</bdi>
  if (reason === 'not-allowed') {
    return (
      <>
        <h2 id={titleId}>{text.notAllowed.title}</h2>
        <p class="dialog-text">{text.notAllowed.explained(name)}</p>
        <div class="actions end">
          <button type="button" class="btn quiet" data-initial-focus onClick={close}>
            {text.notAllowed.notNow}
          </button>
          <button type="button" class="btn primary" onClick={allow}>
            {text.notAllowed.act}
          </button>
        </div>
      </>
    )
  }
  const isInvoice = reason === 'invoice'
  return (
    <>
      <h2 id={titleId}>{isInvoice ? text.invoice.title : text.signedOut.title}</h2>
      <p class="dialog-text">
        {isInvoice ? words.overview.invoiceExplained(name) : text.signedOut.explained}
      </p>
      <div class="actions end">
        <button type="button" class="btn" data-initial-focus onClick={close}>
          {text.close}
        </button>
      </div>
    </>
  )
}
