import { useEffect, useLayoutEffect, useState } from 'preact/hooks'
import type { AppState } from '../../preload/contract/index.ts'
import { words } from '../../words/index.ts'
import { holdFirstPaint } from '../first-paint.ts'
import { Icon } from '../parts/icon.tsx'
import { SignInHead, SignInShell, SignInStatus } from '../parts/sign-in-shell.tsx'

const text = words.signIn.restoring
/** Most keyrings open faster than this; the delay avoids a flash. */
const delayMs = 400

/** Shown while the stored sign-ins are being decrypted and it isn't known who is signed in. */
export function RestoringScreen({ state }: { state: AppState }) {
  const [isVisible, setVisible] = useState(false)
  useLayoutEffect(() => (isVisible ? undefined : holdFirstPaint()), [isVisible])
  useEffect(() => {
    const timer = setTimeout(() => setVisible(true), delayMs)
    return () => clearTimeout(timer)
  }, [])
  return (
    <SignInShell
      state={state}
      status={
        isVisible && (
          <SignInStatus
            icon={<Icon name="busy" class="spin" />}
            title={text.now}
            description={text.nowExplained}
          />
        )
      }
    >
      {isVisible && <SignInHead shape="solid" title={text.title} explained={text.explained} />}
    </SignInShell>
  )
}
