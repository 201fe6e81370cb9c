import type { Clipboard } from 'electron'

/** The program that owns the clipboard answers in milliseconds, unless it hangs. */
const timeoutMs = 2000

/** The text on the clipboard. Rejects when the program that owns it doesn't answer within two seconds. */
export async function readClipboard(clipboard: Pick<Clipboard, 'readText'>): Promise<string> {
  let timer: NodeJS.Timeout | undefined
  const timeout = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error('The owner of the clipboard did not answer.')), timeoutMs)
  })
  try {
    return await Promise.race([clipboard.readText(), timeout])
  } finally {
    clearTimeout(timer)
  }
}
