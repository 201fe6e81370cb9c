import { useEffect, useState } from 'preact/hooks'
import type { Organisation } from '../../preload/contract/index.ts'
import { laterWords, words } from '../../words/index.ts'
import { send } from '../bridge.ts'
import { Dialog } from '../parts/dialog.tsx'
import { useAct } from '../use-act.ts'
import { useUnsavedTyping } from '../use-unsaved-typing.ts'
import { Choose, type Chosen, firstChoice } from './choose.tsx'
import { Confirm } from './confirm.tsx'
import { Added, Charging, NotCharged, TooOld, Unknown } from './outcome.tsx'

const text = laterWords.topUp
const titleId = 'top-up-title'

/** Adding money, from the choice to its end. What is asked of the server is in the state; the choice is only here. */
export function TopUpDialog({ organisation }: { organisation: Organisation }) {
  const { topUp } = organisation
  const organisationId = organisation.id
  const [chosen, choose] = useState<Chosen>(() => firstChoice(organisation))
  const [confirming, setConfirming] = useState<number | null>(null)
  const [asked, setAsked] = useState(false)
  const act = useAct()
  useUnsavedTyping(chosen.typed !== '' && topUp.kind === 'none')
  // From here on the state says what becomes of it.
  useEffect(() => {
    if (topUp.kind === 'none') return
    setAsked(false)
    setConfirming(null)
  }, [topUp.kind])

  const close = () => void send('dialog.close', {})
  const putAway = async () => {
    if (await act.act('top-up.dismiss', { organisationId })) await send('dialog.close', {})
  }
  const charge = async (amountCents: number) => {
    setAsked(true)
    if (!(await act.act('top-up.start', { organisationId, amountCents }))) setAsked(false)
  }
  const reads = topUp.kind === 'added' || topUp.kind === 'not-charged'
  const cancel = reads ? () => void putAway() : close
  const refused = whyNot(organisation)
  const its = { organisation, titleId, act, close }
  const step = refused ?? (topUp.kind !== 'none' ? topUp.kind : confirming !== null ? 'confirm' : 'choose')

  const content = () => {
    switch (topUp.kind) {
      case 'charging':
        return <Charging {...its} topUp={topUp} />
      case 'unknown':
        return <Unknown {...its} topUp={topUp} />
      case 'too-old':
        return <TooOld {...its} topUp={topUp} putAway={putAway} />
      case 'added':
        return <Added {...its} topUp={topUp} putAway={putAway} />
      case 'not-charged': {
        const again = () => act.act('top-up.dismiss', { organisationId })
        return <NotCharged {...its} close={cancel} topUp={topUp} putAway={putAway} again={again} />
      }
      case 'none':
        break
    }
    if (refused !== null) return <Refused organisation={organisation} why={refused} close={close} />
    if (confirming === null)
      return <Choose {...its} chosen={chosen} choose={choose} next={setConfirming} cancel={close} />
    const back = () => {
      act.forget()
      setConfirming(null)
    }
    return (
      <Confirm
        {...its}
        cents={confirming}
        charge={() => charge(confirming)}
        asked={asked}
        failure={act.failure}
        back={back}
        cancel={close}
      />
    )
  }
  return (
    <Dialog titleId={titleId} step={step} onCancel={topUp.kind === 'charging' || asked ? null : cancel}>
      {content()}
    </Dialog>
  )
}

type Refusal = 'invoice' | 'not-allowed' | 'signed-out'

/** Why there is nothing to choose. What was asked already goes before that. */
function whyNot({ topUp, balance, permissions, session }: Organisation): Refusal | null {
  if (topUp.kind !== 'none') return null
  if (balance?.invoiced) return 'invoice'
  if (session.kind !== 'active') return 'signed-out'
  return permissions.includes('add-money') ? null : 'not-allowed'
}

function Refused({
  organisation,
  why,
  close,
}: {
  organisation: Organisation
  why: Refusal
  close: () => void
}) {
  const allow = () =>
    send('dialog.open', {
      dialog: { kind: 'allow', organisationId: organisation.id, permission: 'add-money' },
    })
  const name = <bdi>{organisation.name}</bdi>
  if (why === 'not-allowed') {
    return (
      <>
        <h2 id={titleId}>{text.notAllowed.title}</h2>
        <p class="say">{text.notAllowed.explained(name)}</p>
        <div class="acts end">
          <button type="button" class="btn quiet" data-first onClick={close}>
            {text.notAllowed.notNow}
          </button>
          <button type="button" class="btn primary" onClick={allow}>
            {text.notAllowed.act}
          </button>
        </div>
      </>
    )
  }
  const isInvoice = why === 'invoice'
  return (
    <>
      <h2 id={titleId}>{isInvoice ? text.invoice.title : text.signedOut.title}</h2>
      <p class="say">{isInvoice ? words.overview.invoiceExplained(name) : text.signedOut.explained}</p>
      <div class="acts end">
        <button type="button" class="btn" data-first onClick={close}>
          {text.close}
        </button>
      </div>
    </>
  )
}
